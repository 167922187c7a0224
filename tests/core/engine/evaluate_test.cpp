// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/explain.h"
#include "core/engine/freeze.h"
#include "core/engine/matching.h"
#include "tests/core/engine/gate_scene.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace cs::test {
namespace {

using engine::DecisionKind;
using engine::NodeResult;
using engine::Truth;

const std::string threshold = R"({"kind":"metric_threshold","metric":"eval.x","op":"ge","value":0.7,"unit":"1"})";

TEST(CheckThreshold, SatisfiedUnsatisfiedMissingAndNan)
{
    Scene scene(check("c", threshold));
    EXPECT_EQ(scene.verdict(), Truth::Pending);
    EXPECT_EQ(scene.reason(), "missing");
    scene.report(number("eval.x", 0.7));
    EXPECT_EQ(scene.verdict(), Truth::Satisfied);
    scene.report(number("eval.x", 0.69));
    EXPECT_EQ(scene.verdict(), Truth::Unsatisfied) << "the highest index wins";
    EXPECT_EQ(scene.result().pinned.attempts.size(), 1U);
    events::ResultItem nan;
    nan.name = "eval.x";
    nan.status = "nan";
    scene.report(nan);
    EXPECT_EQ(scene.verdict(), Truth::Pending);
    EXPECT_EQ(scene.reason(), "nan");
}

TEST(CheckThreshold, OtherUnitPartsProducerRegistrarAndArtifactDoNotCount)
{
    Scene scene(check("c", threshold, R"(,"producerNotRegistrar":true)"));
    scene.report(number("eval.x", 0.9, "percent"));
    EXPECT_EQ(scene.reason(), "wrong_unit");
    scene.version.results.clear();
    scene.builder.report(scene.version, scene.proposer, {"ml_engineer"}, {number("eval.x", 0.9)});
    EXPECT_EQ(scene.reason(), "wrong_producer");
    scene.builder.report(scene.version, scene.proposer, {"automation"}, {number("eval.x", 0.9)});
    EXPECT_EQ(scene.verdict(), Truth::Pending) << "the registrar's own result";
    auto& part = scene.builder.report(scene.version, scene.ci, {"automation"}, {number("eval.x", 0.9)});
    part.report.of = 2;
    EXPECT_EQ(scene.verdict(), Truth::Pending) << "part 2 is missing";
    auto copy = part;
    copy.report.part = 2;
    copy.stamp = scene.builder.next();
    copy.report.results = {number("other", 1)};
    scene.version.results.push_back(copy);
    EXPECT_EQ(scene.verdict(), Truth::Satisfied);
    scene.version.description.artifact.sha = sha256Of("amended");
    EXPECT_EQ(scene.verdict(), Truth::Pending);
}

TEST(CheckThreshold, StaleByTAndMissingAsUnsatisfied)
{
    Scene scene(check("c", threshold, R"(,"maxAgeSeconds":60,"onMissing":"unsatisfied")"));
    EXPECT_EQ(scene.verdict(), Truth::Unsatisfied);
    scene.report(number("eval.x", 0.9));
    EXPECT_EQ(scene.verdict(), Truth::Satisfied);
    scene.builder.pass(61);
    EXPECT_EQ(scene.reason(), "stale");
    EXPECT_TRUE(scene.result().pinned.stale);
}

TEST(CheckThreshold, EverySliceOfOneReport)
{
    Scene scene(check("c",
        R"({"kind":"metric_threshold","metric":"gap","slice":"*","slices":["a","b"],"op":"le","value":0.05,"unit":"1"})"));
    auto a = number("gap", 0.01);
    a.slice = "a";
    auto b = number("gap", 0.04);
    b.slice = "b";
    scene.report(a);
    EXPECT_EQ(scene.reason(), "slice_missing");
    scene.builder.report(scene.version, scene.ci, {"automation"}, {a, b});
    EXPECT_EQ(scene.verdict(), Truth::Satisfied);
    b.value = Decimal::fromDouble(0.06);
    scene.builder.report(scene.version, scene.ci, {"automation"}, {a, b});
    EXPECT_EQ(scene.verdict(), Truth::Unsatisfied);
}

TEST(CheckThreshold, ACompromisedKeyCountsForNothing)
{
    Scene scene(check("c", threshold));
    scene.report(number("eval.x", 0.9));
    auto& key = scene.builder.state.actors.at(scene.ci).keys.front();
    key.revokedAt = scene.builder.next().index;
    key.why = "compromised";
    key.since = 0;
    EXPECT_EQ(scene.reason(), "key_compromised");
}

TEST(CheckOthers, BooleanEvidenceFindingsFactsAndScore)
{
    Scene scene(R"({"id":"r","all":[)" + check("b", R"({"kind":"boolean","signal":"ok","expected":true})")
        + R"(,{"id":"e","check":{"kind":"evidence_present","evidenceKind":"doc","minCount":1,"maxAgeDays":1}},)"
        + R"({"id":"f","check":{"kind":"findings_clear","maxOpen":{"critical":0,"high":0}}},)"
        + R"({"id":"n","not":{"id":"d","check":{"kind":"derived_fact","fact":"has_production_version","expected":true}}},)"
        + check("s", R"({"kind":"ml_test_score","rubric":"mlts-2017","minScore":0.5,"requiredTests":["infra-7"]})")
        + "]}");
    scene.report(flag("ok", true));
    auto& doc = scene.builder.attach(scene.version, "doc", scene.proposer);
    std::vector<events::ResultItem> tests;
    for (const char* test : {"data-1", "model-1", "infra-1", "monitor-1"})
        tests.push_back(number(std::string("mlts-2017/") + test, 0.5));
    scene.builder.report(scene.version, scene.ci, {"automation"}, tests);
    auto children = scene.result().pinned.children;
    EXPECT_EQ(children[0].status, Truth::Satisfied);
    EXPECT_EQ(children[1].status, Truth::Satisfied);
    EXPECT_EQ(children[2].status, Truth::Satisfied);
    EXPECT_EQ(children[3].status, Truth::Satisfied);
    EXPECT_EQ(children[4].reason.code, "required_test");
    tests.push_back(number("mlts-2017/infra-7", 1));
    scene.builder.report(scene.version, scene.ci, {"automation"}, tests);
    EXPECT_EQ(scene.verdict(), Truth::Satisfied);
    EXPECT_TRUE(scene.result().allFactsByOneKey);
    doc.withdrawn = scene.builder.next();
    EXPECT_EQ(scene.verdict(), Truth::Pending);
    doc.withdrawn.reset();
    scene.builder.state.findings[FindingId(99)] = {
        FindingId(99), "drift", "high", {scene.model.text()}, Digest(), scene.builder.next(), scene.ci, {}};
    EXPECT_EQ(scene.verdict(), Truth::Unsatisfied);
}

TEST(CheckDrill, RouteTargetDurationAgeAndChanges)
{
    Scene scene(
        R"({"id":"c","producers":["watch_agent"],"check":{"kind":"rollback_drill","route":"canary","maxAgeDays":30,
        "maxDurationSeconds":30,"scope":"same_endpoint","restores":"fallback","validWhileUnchanged":["serving_config"]}})");
    auto& serving = scene.builder.state.models.at(scene.model).serving.emplace();
    serving.endpoint = "live";
    engine::Drill drill;
    drill.signerRoles = {"watch_agent"};
    drill.event = {"live", "full", "fallback", {}, {}, 20'000, 1, {}, {}, {}, true};
    auto& drills = scene.builder.state.drills["live"];
    const auto add = [&] {
        drill.stamp = scene.builder.next();
        drill.event.startedAt = drill.event.restoredAt = drill.stamp.time;
        drills.push_back(drill);
    };
    add();
    EXPECT_EQ(scene.reason(), "missing") << "another route";
    drill.event.route = "canary";
    add();
    EXPECT_EQ(scene.verdict(), Truth::Satisfied);
    serving.config = sha256Of("new");
    EXPECT_EQ(scene.reason(), "changed_since");
    serving.config = {};
    scene.builder.pass(31 * 86'400);
    EXPECT_EQ(scene.reason(), "drill_old");
    drill.event.durationMs = 30'001;
    add();
    EXPECT_EQ(scene.reason(), "too_slow");
    drill.event.passed = false;
    add();
    EXPECT_EQ(scene.verdict(), Truth::Unsatisfied);
}

TEST(Tree, ThreeValuedLogicOfEveryNode)
{
    const std::map<char, Truth> values{{'+', Truth::Satisfied}, {'-', Truth::Unsatisfied}, {'?', Truth::Pending}};
    for (const char a : {'+', '-', '?'})
        for (const char b : {'+', '-', '?'}) {
            const auto verdict = [&](const std::string& form) {
                const std::string list = "[" + check("a", R"({"kind":"boolean","signal":"a","expected":true})") + ","
                    + check("b", R"({"kind":"boolean","signal":"b","expected":true})") + "]";
                Scene scene(form == "two" ? R"({"id":"r","atLeast":{"count":2,"of":)" + list + "}}"
                                          : R"({"id":"r",")" + form + "\":" + list + "}");
                if (a != '?')
                    scene.report(flag("a", a == '+'));
                if (b != '?')
                    scene.report(flag("b", b == '+'));
                return scene.verdict();
            };
            EXPECT_EQ(verdict("all"), std::min(values.at(a), values.at(b))) << a << b;
            EXPECT_EQ(verdict("any"), std::max(values.at(a), values.at(b))) << a << b;
            EXPECT_EQ(verdict("two"), std::min(values.at(a), values.at(b))) << a << b;
        }
}

TEST(Approvals, MatchingFindsWhatGreedyMisses)
{
    Scene scene(R"({"id":"r","all":[)" + approval("owner", R"("product_owner")") + ","
        + approval("regulated", R"("model_risk_manager","product_owner")") + "]}");
    const ActorId p1 = scene.builder.addActor({"product_owner", "model_risk_manager"});
    const ActorId p2 = scene.builder.addActor({"product_owner"});
    // They were there before the proposal.
    scene.promotion.proposed.index = scene.builder.state.size;
    scene.builder.decide(scene.promotion, p1, "product_owner", {"owner", "regulated"});
    EXPECT_EQ(scene.verdict(), Truth::Pending) << "one person fills one leaf";
    scene.builder.decide(scene.promotion, p2, "product_owner", {"owner"});
    EXPECT_EQ(scene.verdict(), Truth::Satisfied) << engine::explainText(scene.result());
    EXPECT_TRUE(scene.result().left.empty());
}

TEST(Approvals, ProposerContributorRoleExpiryVetoAndRounds)
{
    Scene scene(approval("ok", R"("ml_engineer","tech_lead")", 1, R"(,"distinctFromContributors":true)"));
    const ActorId lead = scene.builder.addActor({"tech_lead"});
    scene.promotion.proposed.index = scene.builder.state.size;
    scene.builder.decide(scene.promotion, scene.proposer, "ml_engineer", {"ok"});
    EXPECT_EQ(scene.verdict(), Truth::Pending);
    auto& good = scene.builder.decide(scene.promotion, lead, "tech_lead", {"ok"});
    EXPECT_EQ(scene.verdict(), Truth::Satisfied);
    const Digest statement = good.decision.leaves.front().statement;
    good.decision.leaves.front().statement = sha256Of("another text");
    EXPECT_EQ(scene.verdict(), Truth::Pending);
    good.decision.leaves.front().statement = statement;
    auto& request = scene.builder.decide(scene.promotion, lead, "tech_lead", {"ok"}, DecisionKind::RequestChanges);
    EXPECT_EQ(scene.verdict(), Truth::Unsatisfied);
    scene.promotion.round = 2;
    EXPECT_EQ(scene.verdict(), Truth::Satisfied) << "it falls with the next round";
    request.kind = DecisionKind::Reject;
    EXPECT_EQ(scene.verdict(), Truth::Unsatisfied) << "a rejection does not";
    request.withdrawn = scene.builder.next();
    EXPECT_EQ(scene.verdict(), Truth::Satisfied);
    auto& assignment = scene.builder.state.actors.at(lead).assignments.front();
    assignment.ended = scene.builder.next();
    EXPECT_EQ(scene.verdict(), Truth::Pending) << "role lost";
    assignment.ended.reset();
    scene.builder.pass(2000);
    EXPECT_EQ(scene.verdict(), Truth::Pending) << "expired";
}

TEST(Approvals, ARoleGrantedAfterTheProposalCountsAfterTheCoolOff)
{
    Scene scene(approval("ok", R"("tech_lead")"));
    const ActorId late = scene.builder.addActor({"tech_lead"});
    scene.builder.decide(scene.promotion, late, "tech_lead", {"ok"});
    EXPECT_EQ(scene.verdict(), Truth::Pending);
    EXPECT_THAT(scene.result().deadlocked, testing::ElementsAre("ok"));
}

TEST(Approvals, SnapshotPartsMakeStale)
{
    Scene scene(R"({"id":"r","all":[)" + approval("sees", R"("tech_lead")", 1, R"(,"evidenceViewed":["doc"])") + ","
        + approval("blind", R"("product_owner")") + "]}");
    const ActorId lead = scene.builder.addActor({"tech_lead"});
    const ActorId owner = scene.builder.addActor({"product_owner"});
    scene.promotion.proposed.index = scene.builder.state.size;
    EXPECT_EQ(scene.result().pinned.children[0].reason.code, "nothing_to_view");
    scene.builder.attach(scene.version, "doc", scene.proposer);
    scene.builder.decide(scene.promotion, lead, "tech_lead", {"sees"});
    scene.builder.decide(scene.promotion, owner, "product_owner", {"blind"});
    ASSERT_EQ(scene.verdict(), Truth::Satisfied) << engine::explainText(scene.result());
    scene.builder.attach(scene.version, "doc", scene.proposer);
    auto result = scene.result();
    EXPECT_EQ(result.decisions[0].staleBecause, "evidence/doc");
    EXPECT_TRUE(result.decisions[1].live) << "it did not have to view that kind";
    scene.builder.state.models.at(scene.model).tags["risk_tier"] = "medium";
    EXPECT_EQ(scene.result().decisions[1].staleBecause, "tags");
}

TEST(Approvals, BlockedByHoldAndExpiry)
{
    Scene scene(approval("ok", R"("tech_lead")"));
    engine::RollbackRecord rollback;
    rollback.event.plan.from = scene.version.id;
    scene.version.rollbacks.push_back(rollback);
    EXPECT_EQ(scene.result().blocked->code, "held");
    scene.version.rollbacks.front().holdLifted = true;
    EXPECT_FALSE(scene.result().blocked);
    scene.builder.pass(15 * 86'400);
    EXPECT_EQ(scene.result().blocked->code, "expired");
}

bool bruteForce(
    std::size_t persons, const std::vector<std::vector<int>>& canFill, std::size_t unit, std::vector<bool>& used)
{
    if (unit == canFill.size())
        return true;
    for (const int person : canFill[unit]) {
        const auto p = static_cast<std::size_t>(person);
        if (used[p])
            continue;
        used[p] = true;
        if (bruteForce(persons, canFill, unit + 1, used))
            return true;
        used[p] = false;
    }
    return false;
}

TEST(Matching, AgreesWithBruteForce)
{
    std::mt19937 random(7);
    for (int round = 0; round < 2000; ++round) {
        const std::size_t persons = 1 + random() % 6;
        std::vector<std::vector<int>> canFill(1 + random() % 5);
        for (auto& unit : canFill)
            for (std::size_t p = 0; p < persons; ++p)
                if (random() % 3 == 0)
                    unit.push_back(static_cast<int>(p));
        std::vector<bool> used(persons);
        EXPECT_EQ(engine::maximumMatching(persons, canFill).complete(), bruteForce(persons, canFill, 0, used));
    }
}

TEST(Approvals, AddingOneNeverClosesAGate)
{
    std::mt19937 random(11);
    const std::vector<std::string> roles{"tech_lead", "product_owner", "platform_team"};
    for (int round = 0; round < 40; ++round) {
        Scene scene(R"({"id":"r","atLeast":{"count":2,"of":[)" + approval("a", R"("tech_lead","product_owner")") + ","
            + approval("b", R"("product_owner","platform_team")", 2) + "," + approval("c", R"("platform_team")")
            + "]}}");
        std::vector<std::pair<ActorId, std::string>> people;
        for (int i = 0; i < 5; ++i) {
            const auto& role = roles[random() % roles.size()];
            people.emplace_back(scene.builder.addActor({role}), role);
        }
        scene.promotion.proposed.index = scene.builder.state.size;
        Truth before = scene.verdict();
        for (const auto& [person, role] : people) {
            scene.builder.decide(
                scene.promotion, person, role, {std::string(1, static_cast<char>('a' + random() % 3))});
            const Truth now = scene.verdict();
            EXPECT_GE(now, before);
            before = now;
        }
    }
}

TEST(Freeze, WeeklyWindowsCrossDaysAndZones)
{
    policy::Freeze freeze;
    freeze.weekdays = {5};
    freeze.startMinuteOfDay = 16 * 60;
    freeze.durationSeconds = 230'400;
    freeze.timeZone = "UTC";
    const auto at = [](const char* text) { return *UtcTime::fromText(text); };
    EXPECT_FALSE(engine::closedWindow(freeze, at("2026-11-20T15:59:59.999Z")));
    const auto window = engine::closedWindow(freeze, at("2026-11-22T12:00:00.000Z"));
    ASSERT_TRUE(window);
    EXPECT_EQ(window->opensAt, at("2026-11-23T08:00:00.000Z"));
    EXPECT_FALSE(engine::closedWindow(freeze, window->opensAt));
    EXPECT_EQ(engine::nextClose(freeze, window->opensAt), at("2026-11-27T16:00:00.000Z"));
    EXPECT_FALSE(engine::closedWindow(freeze, at("2026-11-20T15:30:00.000Z"), 3600)) << "nobody moves UTC";
    freeze.timeZone = "Europe/Lisbon";
    EXPECT_FALSE(engine::closedWindow(freeze, at("2026-11-20T15:30:00.000Z")));
    EXPECT_TRUE(engine::closedWindow(freeze, at("2026-11-20T15:30:00.000Z"), 3600)) << "the recorded offset decides";
}

} // namespace
} // namespace cs::test
