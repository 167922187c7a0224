// SPDX-License-Identifier: GPL-3.0-or-later
// Each kind of check: satisfied, unsatisfied and pending, and why. Facts come from the tables below.
#include "core/engine/evaluate.h"
#include "tests/core/engine/gate_scene.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cs::test {
namespace {

using engine::Truth;

constexpr Truth yes = Truth::Satisfied;
constexpr Truth no = Truth::Unsatisfied;
constexpr Truth open = Truth::Pending;

events::ResultItem item(const std::string& name, double value, const std::string& unit, const std::string& slice,
    std::optional<std::int64_t> n = std::nullopt)
{
    events::ResultItem result = number(name, value, unit);
    result.slice = slice;
    result.n = n;
    return result;
}

events::ResultItem onData(double value, const char* data = "data")
{
    events::ResultItem result = number("eval.x", value);
    result.dataset = events::DatasetRef{"set", sha256Of(data)};
    return result;
}

/// Another version of the scene's model, in production.
engine::Version& inProduction(Scene& scene, const std::string& label = "0")
{
    engine::Version& other = scene.builder.addVersion(scene.model, {scene.proposer}, "production");
    other.description.label = label;
    scene.builder.state.models.at(scene.model).productionHistory.push_back(other.id);
    return other;
}

std::string baseline(const std::string& source, const std::string& direction, const std::string& allowed)
{
    return R"({"kind":"metric_vs_baseline","metric":"eval.x","dataset":"set","baseline":)" + source
        + R"(,"direction":")" + direction + R"(","allowedDegradation":)" + allowed
        + R"(,"baselineFloor":0.01,"unit":"1"})";
}

TEST(CheckBaseline, DirectionsAndTolerances)
{
    const char* relative = R"({"mode":"relative","value":0.1})";
    const char* absolute = R"({"mode":"absolute","value":0.1})";
    const char* improve = R"({"mode":"absolute","value":-0.1})";
    const struct {
        const char* direction;
        const char* allowed;
        double baseline, candidate;
        Truth verdict;
    } rows[]{
        {"higher_is_better", relative, 0.8, 0.73, yes},
        {"higher_is_better", relative, 0.8, 0.71, no},
        {"higher_is_better", absolute, 0.75, 0.66, yes},
        {"higher_is_better", absolute, 0.75, 0.64, no},
        {"higher_is_better", improve, 0.75, 0.86, yes},
        {"higher_is_better", improve, 0.75, 0.8, no},
        {"lower_is_better", relative, 0.5, 0.54, yes},
        {"lower_is_better", relative, 0.5, 0.56, no},
        {"lower_is_better", relative, 0, 0.0009, yes},
        {"lower_is_better", relative, 0, 0.0011, no}, // the floor
        {"target", absolute, 0.5, 0.59, yes},
        {"target", absolute, 0.5, 0.41, yes},
        {"target", absolute, 0.5, 0.61, no},
        {"target", absolute, 0.5, 0.39, no},
    };
    for (const auto& row : rows) {
        Scene scene(check(
            "c", baseline(R"({"source":"current_production","ifAbsent":"pending"})", row.direction, row.allowed)));
        EXPECT_EQ(scene.verdict(), open);
        scene.report(onData(row.candidate));
        EXPECT_EQ(scene.reason(), "no_baseline");
        engine::Version& production = inProduction(scene);
        EXPECT_EQ(scene.reason(), "baseline_missing");
        scene.builder.report(production, scene.ci, {"automation"}, {onData(row.baseline, "other")});
        EXPECT_EQ(scene.reason(), "other_data");
        scene.builder.report(production, scene.ci, {"automation"}, {onData(row.baseline)});
        EXPECT_EQ(scene.verdict(), row.verdict) << row.direction << row.allowed << row.baseline << " " << row.candidate;
    }
}

TEST(CheckBaseline, SourcesOfTheBaseline)
{
    const std::string tight = R"({"mode":"absolute","value":0})";
    Scene best(check("c", baseline(R"({"source":"best_of_last_n","n":2})", "higher_is_better", tight)));
    for (const double value : {0.9, 0.7, 0.8}) { // the 0.9 is too long ago
        engine::Version& older = inProduction(best, std::to_string(value));
        best.builder.report(older, best.ci, {"automation"}, {onData(value)});
    }
    best.report(onData(0.79));
    EXPECT_EQ(best.verdict(), no);
    best.report(onData(0.8));
    EXPECT_EQ(best.verdict(), yes);

    Scene pinned(check("c", baseline(R"({"source":"pinned_version","version":"gold"})", "higher_is_better", tight)));
    pinned.report(onData(0.6));
    EXPECT_EQ(pinned.verdict(), open);
    pinned.builder.report(inProduction(pinned, "gold"), pinned.ci, {"automation"}, {onData(0.5)});
    EXPECT_EQ(pinned.verdict(), yes);

    Scene constant(check("c", baseline(R"({"source":"constant","value":0.7})", "higher_is_better", tight)));
    constant.report(onData(0.7));
    EXPECT_EQ(constant.verdict(), yes);

    Scene refused(
        check("c", baseline(R"({"source":"current_production","ifAbsent":"unsatisfied"})", "higher_is_better", tight)));
    refused.report(onData(0.99));
    EXPECT_EQ(refused.verdict(), no);
    Scene standIn(check("c",
        baseline(
            R"({"source":"current_production","ifAbsent":"use_constant","constant":0.5})", "higher_is_better", tight)));
    standIn.report(onData(0.51));
    EXPECT_EQ(standIn.verdict(), yes);
}

TEST(CheckContract, EverySeverityOfEveryContract)
{
    const auto gate = [](const std::string& more) {
        return check(
            "c", R"({"kind":"data_contract","contract":"*","maxViolations":2,"minSeverity":"warning")" + more + "}");
    };
    Scene none(gate(""));
    EXPECT_EQ(none.verdict(), no);
    EXPECT_EQ(none.reason(), "none_declared") << "nothing to check is not fine";
    Scene scene(gate(R"(,"maxViolationRate":0.01)"));
    scene.builder.state.models.at(scene.model).described["data_contracts"] = "loans";
    EXPECT_EQ(scene.reason(), "missing");
    const auto report = [&](double warnings, double errors, std::optional<std::int64_t> rows) {
        scene.builder.report(scene.version, scene.ci, {"automation"},
            {item("contract/loans", warnings, "count", "warning", rows),
                item("contract/loans", errors, "count", "error", rows),
                item("contract/loans", 999, "count", "info", rows)});
    };
    scene.report(item("contract/loans", 0, "count", "warning", 1000));
    EXPECT_EQ(scene.reason(), "severity_missing") << "zero errors must be said too";
    report(1, 1, std::nullopt);
    EXPECT_EQ(scene.reason(), "rows_missing");
    report(1, 1, 1000);
    EXPECT_EQ(scene.verdict(), yes);
    report(2, 1, 1000);
    EXPECT_EQ(scene.verdict(), no) << "three of at most two";
    report(1, 1, 100);
    EXPECT_EQ(scene.verdict(), no) << "two of a hundred rows";
    report(1, 1, 1000);
    scene.builder.state.models.at(scene.model).described["data_contracts"] = "loans,rates";
    EXPECT_EQ(scene.verdict(), open) << "the second contract has no report";
}

TEST(CheckCost, LimitBudgetAndIncrease)
{
    Scene scene(check("c",
        R"({"kind":"cost_budget","period":"per_month","currency":"EUR","limit":{"metadata":"cost.monthly_budget"},"maxIncreaseVsProduction":0.25})"));
    EXPECT_EQ(scene.reason(), "missing");
    scene.report(number("cost.per_month", 100, "USD"));
    EXPECT_EQ(scene.reason(), "wrong_unit");
    scene.report(number("cost.per_month", 100, "EUR"));
    EXPECT_EQ(scene.reason(), "no_budget");
    auto& described = scene.builder.state.models.at(scene.model).described;
    described["cost.monthly_budget"] = "99.5";
    EXPECT_EQ(scene.verdict(), no);
    described["cost.monthly_budget"] = "100";
    EXPECT_EQ(scene.verdict(), yes);
    engine::Version& production = inProduction(scene);
    EXPECT_EQ(scene.reason(), "baseline_missing");
    scene.builder.report(production, scene.ci, {"automation"}, {number("cost.per_month", 79, "EUR")});
    EXPECT_EQ(scene.verdict(), no) << "more than a quarter above production";
    scene.builder.report(production, scene.ci, {"automation"}, {number("cost.per_month", 80, "EUR")});
    EXPECT_EQ(scene.verdict(), yes);
}

TEST(CheckProvenance, DigestSignerAndLevel)
{
    Scene scene(check("c",
        R"({"kind":"provenance","artifact":"model","digestMatch":true,"signature":{"required":true,"trustedSigners":["release"]},"minSlsaBuildLevel":2})"));
    EXPECT_EQ(scene.verdict(), open);
    const auto report = [&](bool same, const char* signer, std::optional<std::int64_t> level) {
        events::ResultItem fact = flag("provenance/model", same);
        if (*signer != '\0')
            fact.signer = signer;
        fact.level = level;
        scene.report(fact);
        return scene.result().pinned;
    };
    EXPECT_EQ(report(true, "release", 2).reason.code, "untrusted_signer") << "nobody trusts it yet";
    scene.builder.state.trusted.push_back({"artifact", "key", "release"});
    scene.builder.state.trusted.push_back({"artifact", "key", "other"});
    EXPECT_EQ(scene.verdict(), yes);
    EXPECT_EQ(report(false, "release", 2).reason.code, "digest_differs");
    EXPECT_EQ(scene.verdict(), no);
    EXPECT_EQ(report(true, "other", 2).reason.code, "untrusted_signer");
    EXPECT_EQ(report(true, "", 2).status, no);
    EXPECT_EQ(report(true, "release", 1).reason.code, "slsa_level");
    EXPECT_EQ(report(true, "release", {}).status, no);
    scene.report(number("provenance/model", 1));
    EXPECT_EQ(scene.reason(), "no_flag");
}

TEST(CheckReproducibility, RunsInputsAndTolerance)
{
    const auto gate = [](const char* more) {
        return check("c",
            std::string(
                R"({"kind":"reproducibility","minRuns":2,"metrics":[{"metric":"eval.x","tolerance":{"mode":"absolute","value":0.1}}],"sameInputs":["code_revision","random_seed"])")
                + more + "}");
    };
    const auto run = [](Scene& scene, const std::string& id, double value, const std::string& seed, ActorId by) {
        auto& result = scene.builder.report(scene.version, by, {"automation"}, {number("eval.x", value)});
        result.report.run = id;
        result.report.inputs = events::ResultInputs{"c0de", {}, {}, {}, seed};
    };
    Scene scene(gate(""));
    EXPECT_EQ(scene.reason(), "missing");
    run(scene, "r1", 0.5, "7", scene.ci);
    EXPECT_EQ(scene.reason(), "runs_missing");
    run(scene, "r1", 0.5, "7", scene.ci);
    EXPECT_EQ(scene.verdict(), open) << "one run told twice";
    run(scene, "r2", 0.58, "7", scene.ci);
    EXPECT_EQ(scene.verdict(), yes);
    run(scene, "r3", 0.61, "7", scene.ci);
    EXPECT_EQ(scene.verdict(), no);
    run(scene, "r4", 0.5, "8", scene.ci);
    EXPECT_EQ(scene.verdict(), open) << "the newest run had another seed";
    run(scene, "r5", 0.5, "", scene.ci);
    EXPECT_EQ(scene.verdict(), open) << "an unknown seed is no equal seed";

    Scene independent(gate(R"(,"independentRunners":true)"));
    run(independent, "r1", 0.5, "7", independent.ci);
    run(independent, "r2", 0.5, "7", independent.ci);
    EXPECT_EQ(independent.verdict(), open) << "the same runner twice";
    run(independent, "r3", 0.5, "7", independent.builder.addService({"automation"}));
    EXPECT_EQ(independent.verdict(), yes);
}

TEST(CheckMetadata, EveryFieldCounts)
{
    const struct {
        const char* field;
        void (*set)(engine::Version&, engine::Model&);
    } fields[]{
        {"training_data_version",
            [](auto& v, auto&) {
                v.description.data = {"d", "1", {}};
            }},
        {"training_pipeline_version",
            [](auto& v, auto&) {
                v.description.pipeline = {"p", "1"};
            }},
        {"code_revision", [](auto& v, auto&) { v.description.code = "c0de"; }},
        {"container_digest", [](auto& v, auto&) { v.description.image = sha256Of("image"); }},
        {"feature_definition_version",
            [](auto& v, auto&) {
                v.description.features = {{"f", "1"}};
            }},
        {"serving_endpoint", [](auto&, auto& m) { m.serving.emplace().endpoint = "live"; }},
        {"serving_region", [](auto&, auto& m) { m.serving.emplace().region = "eu"; }},
        {"serving_capacity", [](auto&, auto& m) { m.serving.emplace().capacity = "2"; }},
        {"business_domain", [](auto&, auto& m) { m.tags["business_domain"] = "credit"; }},
        {"intended_use", [](auto&, auto& m) { m.described["intended_use"] = "sha256:"; }},
        {"retention_policy", [](auto&, auto& m) { m.described["retention_policy"] = "p10y"; }},
    };
    for (const auto& row : fields) {
        Scene scene(
            std::string(R"({"id":"c","check":{"kind":"metadata_complete","fields":["owner_role","artifact_digest",")")
            + row.field + R"("]}})");
        EXPECT_EQ(scene.verdict(), no) << row.field;
        EXPECT_EQ(scene.result().pinned.value, row.field);
        row.set(scene.version, scene.builder.state.models.at(scene.model));
        EXPECT_EQ(scene.verdict(), yes) << row.field;
    }
    Scene bytes(R"({"id":"c","check":{"kind":"metadata_complete","fields":["artifact_digest"]}})");
    bytes.version.description.artifact.method = "unverified";
    EXPECT_EQ(bytes.verdict(), no) << "a digest that nobody computed from the bytes";
}

/// The scene's version moved to the canary.
void toCanary(Scene& scene)
{
    const engine::Stamp stamp = scene.builder.next();
    scene.version.stages.push_back(
        {"canary", stamp, "promotion", scene.promotion.id, *scene.version.description.artifact.sha});
}

void window(Scene& scene, double percent, std::int64_t seconds, std::int64_t predictions,
    const std::string& verdict = "healthy")
{
    const auto& set = scene.result().pinnedPolicy->guardrailSets.at("default-canary");
    engine::CanaryFacts::Window fact;
    fact.event.from = scene.builder.state.time;
    scene.builder.pass(seconds);
    fact.event.to = scene.builder.state.time;
    fact.stamp = scene.builder.next();
    fact.signer = scene.ci;
    fact.key = StateBuilder::keyOf(scene.ci);
    fact.signerRoles = {"automation"};
    fact.percent = percent;
    fact.event.predictions = predictions;
    for (const auto& rule : set.rules)
        fact.event.guardrails.push_back({rule.id, 1000, 990, verdict == "healthy" ? 0 : 5, verdict});
    scene.promotion.canary.windows.push_back(std::move(fact));
}

TEST(CheckSoak, ContinuousAndInTotal)
{
    for (const bool continuous : {true, false}) {
        Scene scene(
            std::string(R"({"id":"c","check":{"kind":"soak","state":"canary","minDurationSeconds":100,"continuous":)")
            + (continuous ? "true" : "false") + "}}");
        EXPECT_EQ(scene.verdict(), no) << "it never was there";
        toCanary(scene);
        scene.builder.pass(60);
        EXPECT_EQ(scene.reason(), "not_yet");
        scene.version.stages.push_back(
            {"staging", scene.builder.next(), "rollback", {}, *scene.version.description.artifact.sha});
        EXPECT_EQ(scene.verdict(), no);
        toCanary(scene);
        scene.builder.pass(60);
        EXPECT_EQ(scene.verdict(), continuous ? open : yes);
        scene.builder.pass(60);
        EXPECT_EQ(scene.verdict(), yes);
        scene.version.description.artifact.sha = sha256Of("other bytes");
        EXPECT_EQ(scene.verdict(), no) << "other bytes have not been there";
    }
}

TEST(CheckSamples, CountAtTheTrafficAsked)
{
    Scene scene(check("c",
        R"({"kind":"sample_size","state":"canary","counter":"serving.predictions","minCount":1000,"minTrafficPercent":5})"));
    EXPECT_EQ(scene.reason(), "not_in_state");
    toCanary(scene);
    EXPECT_EQ(scene.reason(), "missing");
    window(scene, 1, 60, 5000);
    EXPECT_EQ(scene.reason(), "not_yet") << "too little traffic for these to count";
    window(scene, 5, 60, 999);
    EXPECT_EQ(scene.verdict(), open);
    auto twice = scene.promotion.canary.windows.back();
    twice.stamp = scene.builder.next();
    scene.promotion.canary.windows.push_back(twice);
    EXPECT_EQ(scene.verdict(), open) << "the same time told twice";
    window(scene, 25, 60, 1);
    EXPECT_EQ(scene.verdict(), yes);
    for (auto& fact : scene.promotion.canary.windows)
        fact.signerRoles = {"registry_sync"};
    EXPECT_EQ(scene.reason(), "wrong_producer");
}

TEST(CheckGuardrails, RampCoverageBreachAndRollback)
{
    const std::string gate = check("c",
        R"({"kind":"guardrails_clean","guardrailSet":"default-canary","window":"entire_ramp","minCoverage":0.98,"maxRollbacks":0,"rampCompleted":true})");
    const auto ramped = [&](Scene& scene) {
        toCanary(scene);
        const auto policy = scene.result().pinnedPolicy;
        for (const auto& step : policy->guardrailSets.at("default-canary").ramp)
            window(scene, step.trafficPercent, step.minDurationSeconds, step.minSamples);
    };
    Scene scene(gate);
    toCanary(scene);
    EXPECT_EQ(scene.reason(), "missing");
    window(scene, 1, 14'400, 1000);
    EXPECT_EQ(scene.reason(), "ramp_incomplete");
    Scene done(gate);
    ramped(done);
    EXPECT_EQ(done.verdict(), yes) << done.reason();
    done.promotion.canary.windows.back().event.guardrails.front().usable = 0;
    EXPECT_EQ(done.verdict(), no);
    EXPECT_EQ(done.reason(), "coverage");
    for (auto& fact : done.promotion.canary.windows)
        fact.event.guardrails.erase(fact.event.guardrails.begin());
    EXPECT_EQ(done.reason(), "guardrail_missing");
    Scene breached(gate);
    ramped(breached);
    window(breached, 50, 60, 10, "breached");
    EXPECT_EQ(breached.reason(), "breached");
    EXPECT_EQ(breached.verdict(), no);
    Scene rolledBack(gate);
    ramped(rolledBack);
    engine::RollbackRecord record;
    record.stamp = rolledBack.builder.next();
    record.event.plan.from = rolledBack.version.id;
    rolledBack.version.rollbacks.push_back(record);
    EXPECT_EQ(rolledBack.reason(), "rolled_back");
}

TEST(TwoRevisions, OnlyWhatBothAccept)
{
    for (const bool first : {true, false})
        for (const bool second : {true, false}) {
            const auto flagGate = [](const char* name) {
                return check("c", std::string(R"({"kind":"boolean","signal":")") + name + R"(","expected":true})");
            };
            Scene scene(flagGate("first"));
            const auto newer = withGate(flagGate("second"));
            scene.builder.state.policies.push_back({scene.builder.next().index, newer->digest, newer});
            scene.builder.report(
                scene.version, scene.ci, {"automation"}, {flag("first", first), flag("second", second)});
            const engine::GateResult result = scene.result();
            ASSERT_TRUE(result.current);
            EXPECT_EQ(result.verdict, first && second ? yes : no);
            EXPECT_EQ(result.pinned.status, first ? yes : no);
            EXPECT_EQ(result.current->status, second ? yes : no);
        }
}

TEST(TwoRevisions, ASignatureIsForTheStatementThatWasRead)
{
    Scene scene(approval("ok", R"("tech_lead")"));
    const ActorId lead = scene.builder.addActor({"tech_lead"});
    scene.promotion.proposed.index = scene.builder.state.size;
    scene.builder.decide(scene.promotion, lead, "tech_lead", {"ok"});
    ASSERT_EQ(scene.verdict(), yes);
    // The same leaf stands in the newer revision: one signature serves both.
    const auto same = withGate(R"({"id":"both","all":[)" + approval("ok", R"("tech_lead")") + "]}");
    scene.builder.state.policies.push_back({scene.builder.next().index, same->digest, same});
    EXPECT_EQ(scene.verdict(), yes);
    const auto more = withGate(R"({"id":"both","all":[)" + approval("ok", R"("tech_lead")") + ","
        + approval("more", R"("product_owner")") + "]}");
    scene.builder.state.policies.push_back({scene.builder.next().index, more->digest, more});
    EXPECT_EQ(scene.verdict(), open) << "the newer revision wants a second person";
}

} // namespace
} // namespace cs::test
