// SPDX-License-Identifier: GPL-3.0-or-later
// Policies as the screen and the command line see them, from a real session: who signs a change, what is said of a
// draft, what it would have done with the past.
#include "core/base/json_edit.h"
#include "core/workspace/past.h"
#include "core/workspace/policy/draft_judgement.h"
#include "core/workspace/policy/draft_store.h"
#include "core/workspace/policy/policy_desk.h"
#include "core/workspace/policy/simulation.h"
#include "tests/support/small_team_ledger.h"

#include <gtest/gtest.h>

#include <QDir>

namespace cs {
namespace {

using query::PolicyAsk;
using query::PolicyFinding;
using Outcome = query::SimulatedRow::Outcome;

class PoliciesTest : public testing::Test {
protected:
    void open()
    {
        m_environment = m_team.builder().environment();
        OpenOptions options;
        options.trust = Trust::FirstContact;
        auto session = Session::open(m_team.builder().path(), m_environment, options);
        ASSERT_TRUE(session) << utf8(session.error().message());
        m_session = *std::move(session);
    }
    std::string text()
    {
        const auto inForce = policies::inForce(*m_session);
        const auto bytes = m_session->store().getBlob((*inForce)->digest, 4U << 20U);
        return bytes ? *bytes : std::string();
    }
    /// The policy in force with one value replaced, numbered as the next revision.
    std::string edited(const std::string& pointer, const std::string& value)
    {
        std::string now = text();
        const std::string digest = (*policies::inForce(*m_session))->digest.text();
        const std::pair<std::string, std::string> edits[]{
            {"/revision", "2"}, {"/supersedes", json::quoted(digest)}, {pointer, value}};
        for (const auto& [at, put] : edits) {
            const json::Source source(now);
            const auto edit = source.set(at, put);
            EXPECT_TRUE(edit) << at;
            now = json::applied(now, *edit);
        }
        return now;
    }
    std::string gateLeaf(const std::string& id, const std::string& below = {})
    {
        std::string found;
        const auto policy = *policies::inForce(*m_session);
        for (const auto& [name, gate] : policy->gates)
            policy::walk(gate.require, [&](const policy::Condition& node) {
                if (node.id == id)
                    found = node.pointer + below;
            });
        EXPECT_FALSE(found.empty()) << id;
        return found;
    }
    Result<Appended> submit(const Result<commands::Draft>& draft, ActorId who, const std::string& key)
    {
        m_team.clock().advanceSeconds(60);
        if (!draft)
            return fail(draft.error());
        return commands::submit(*m_session, *draft, Signer{who, test::keyOf(key)});
    }
    const PolicyFinding* weakening(const query::DraftJudgement& judgement)
    {
        for (const PolicyFinding& finding : judgement.findings)
            if (finding.kind == PolicyFinding::Kind::Weakens)
                return &finding;
        return nullptr;
    }

    test::SmallTeamLedger m_team;
    Environment m_environment;
    std::unique_ptr<Session> m_session;
};

TEST_F(PoliciesTest, theDeskKnowsWhatIsInForceAndWhoMayEdit)
{
    open();
    const auto lead = policies::desk(*m_session, m_team.lead(), m_team.clock().now());
    ASSERT_TRUE(lead.present);
    ASSERT_EQ(lead.revisions.size(), 1U);
    EXPECT_TRUE(lead.revisions.front().inForce && lead.revisions.front().founding && lead.revisions.front().readable);
    EXPECT_TRUE(lead.mayEdit) << lead.mayNot;
    const auto newcomer = policies::desk(*m_session, m_team.newcomer(), m_team.clock().now());
    EXPECT_FALSE(newcomer.mayEdit);
    EXPECT_NE(newcomer.mayNot.find("Tech lead"), std::string::npos) << newcomer.mayNot;
    EXPECT_FALSE(policies::desk(*m_session, ActorId(), m_team.clock().now()).mayEdit);
}

TEST_F(PoliciesTest, aStricterDraftNeedsTheReviewAlone)
{
    open();
    const auto judgement =
        policies::judgeDraft(*m_session, edited(gateLeaf("cp.sample", "/check/minCount"), "5000"), m_team.lead());
    EXPECT_TRUE(judgement.readable && !judgement.weakens) << judgement.errors;
    EXPECT_EQ(judgement.changes.at("cp.sample"), query::NodeChange::Stricter);
    EXPECT_EQ(judgement.coolOffSeconds, 0);
    for (const auto& signer : judgement.signers)
        EXPECT_EQ(signer.why, PolicyAsk::Why::Review);
}

TEST_F(PoliciesTest, aWeakeningIsACaseWithItsPlaceAndWhoMustSign)
{
    open();
    const std::string pointer = gateLeaf("cp.sample");
    const std::string draft = edited(pointer + "/check/minCount", "10");
    const auto judgement = policies::judgeDraft(*m_session, draft, m_team.engineer());
    ASSERT_TRUE(judgement.weakens);
    const PolicyFinding* finding = weakening(judgement);
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->pointer, pointer);
    EXPECT_EQ(draft.substr(static_cast<std::size_t>(finding->begin), 1), "{");
    EXPECT_GT(finding->line, 1);
    EXPECT_EQ(judgement.changes.at("cp.sample"), query::NodeChange::Weaker);
    EXPECT_GT(judgement.coolOffSeconds, 0);
    EXPECT_TRUE(std::ranges::any_of(judgement.signers,
        [](const auto& signer) { return signer.why == PolicyAsk::Why::Affected && signer.role == "tech_lead"; }));
    for (const auto& signer : judgement.signers)
        for (const auto& holder : signer.holders)
            EXPECT_NE(holder.id, m_team.engineer()) << "who edits does not sign";
}

TEST_F(PoliciesTest, whatIsWrongStandsWhereItIs)
{
    open();
    const std::string pointer = gateLeaf("cp.sample", "/check/minCount");
    const std::string draft = edited(pointer, "\"many\"");
    const auto judgement = policies::judgeDraft(*m_session, draft, m_team.lead());
    EXPECT_FALSE(judgement.readable);
    ASSERT_EQ(judgement.errors, 1U);
    EXPECT_EQ(judgement.findings.front().pointer, pointer);
    EXPECT_EQ(draft.substr(static_cast<std::size_t>(judgement.findings.front().begin), 6), "\"many\"");
    EXPECT_FALSE(policies::judgeDraft(*m_session, "{", m_team.lead()).readable);
    EXPECT_FALSE(policies::judgeDraft(*m_session, "", m_team.lead()).readable);
}

TEST_F(PoliciesTest, approvalsThatNobodyCanGiveAndNamesThatNobodyReportsAreWarnings)
{
    m_team.versionInStaging();
    open();
    const auto vacant =
        policies::judgeDraft(*m_session, edited(gateLeaf("cp.owner", "/approval/count"), "3"), m_team.lead());
    EXPECT_TRUE(std::ranges::any_of(vacant.findings, [](const auto& f) { return f.rule == "deadlock"; }));
    std::string signal;
    const auto policy = *policies::inForce(*m_session);
    for (const auto& [name, gate] : policy->gates)
        policy::walk(gate.require, [&](const policy::Condition& node) {
            if (node.check.kind == "boolean" && signal.empty())
                signal = node.pointer + "/check/signal";
        });
    const auto unknown = policies::judgeDraft(*m_session, edited(signal, "\"ci.never_heard_of\""), m_team.lead());
    EXPECT_TRUE(std::ranges::any_of(
        unknown.findings, [&](const auto& f) { return f.rule == "unknown-name" && signal.starts_with(f.pointer); }));
}

TEST_F(PoliciesTest, aChangeGoesFromProposalToForce)
{
    open();
    const std::string draft = edited(gateLeaf("cp.sample", "/check/minCount"), "5000");
    const auto proposed = submit(policies::propose(*m_session, draft, "More samples"), m_team.lead(), "lead");
    ASSERT_TRUE(proposed) << utf8(proposed.error().message());
    auto owner = policies::desk(*m_session, m_team.owner(), m_team.clock().now());
    ASSERT_EQ(owner.open.size(), 1U);
    EXPECT_EQ(owner.open.front().what.note, "More samples");
    EXPECT_FALSE(owner.open.front().adoptable);
    ASSERT_EQ(owner.open.front().asks.size(), 1U);
    const PolicyAsk& ask = owner.open.front().asks.front();
    EXPECT_EQ(ask.mine, std::vector<std::string>{"product_owner"});
    const auto lead = policies::desk(*m_session, m_team.lead(), m_team.clock().now());
    EXPECT_TRUE(lead.open.front().mine && lead.open.front().asks.front().mine.empty());
    EXPECT_FALSE(lead.open.front().asks.front().notMine.empty());
    ASSERT_TRUE(submit(
        policies::signOff(*m_session, proposed->index, ask.leaf, "product_owner", false, ""), m_team.owner(), "Ada"));
    owner = policies::desk(*m_session, m_team.owner(), m_team.clock().now());
    EXPECT_TRUE(owner.open.front().adoptable) << owner.open.front().blocked;
    EXPECT_EQ(owner.open.front().given, 1U);
    ASSERT_TRUE(submit(commands::Draft{events::PolicyAdopted{proposed->index}, {}}, m_team.lead(), "lead"));
    const auto after = policies::desk(*m_session, m_team.owner(), m_team.clock().now());
    EXPECT_TRUE(after.open.empty());
    ASSERT_EQ(after.revisions.size(), 2U);
    EXPECT_EQ(after.inForce()->revision, 2);
}

TEST_F(PoliciesTest, aWeakeningWaitsForItsRolesAndTheCoolOff)
{
    open();
    const std::string draft = edited(gateLeaf("cp.sample", "/check/minCount"), "10");
    const auto proposed = submit(policies::propose(*m_session, draft, "Fewer samples"), m_team.engineer(), "engineer");
    ASSERT_TRUE(proposed) << utf8(proposed.error().message());
    const auto sign = [&](const std::string& leaf, const std::string& role, ActorId who, const std::string& key) {
        const auto done = submit(policies::signOff(*m_session, proposed->index, leaf, role, false,
                                     "I have seen what becomes possible, and it is meant so."),
            who, key);
        EXPECT_TRUE(done) << (done ? "" : utf8(done.error().message()));
    };
    auto desk = policies::desk(*m_session, m_team.lead(), m_team.clock().now());
    std::size_t affected = 0;
    for (const PolicyAsk& ask : desk.open.front().asks)
        affected += ask.why == PolicyAsk::Why::Affected && !ask.conditions.empty() ? 1U : 0U;
    EXPECT_GT(affected, 0U);
    EXPECT_TRUE(desk.open.front().what.weakens);
    sign("gv.review", "product_owner", m_team.owner(), "Ada");
    sign("gv.weakening", "product_owner", m_team.owner(), "Ada");
    desk = policies::desk(*m_session, m_team.lead(), m_team.clock().now());
    EXPECT_FALSE(desk.open.front().adoptable || desk.open.front().coolOffUntil) << "the tech lead has not signed";
    sign("gv.weakening", "tech_lead", m_team.lead(), "lead");
    desk = policies::desk(*m_session, m_team.lead(), m_team.clock().now());
    EXPECT_FALSE(desk.open.front().adoptable);
    ASSERT_TRUE(desk.open.front().coolOffUntil) << desk.open.front().blocked;
    EXPECT_FALSE(submit(commands::Draft{events::PolicyAdopted{proposed->index}, {}}, m_team.engineer(), "engineer"));
    m_team.clock().set(*desk.open.front().coolOffUntil);
    ASSERT_TRUE(submit(commands::Draft{events::PolicyAdopted{proposed->index}, {}}, m_team.engineer(), "engineer"));
}

TEST_F(PoliciesTest, whoHasSignedMayStillRefuse)
{
    open();
    const std::string draft = edited(gateLeaf("cp.sample", "/check/minCount"), "5000");
    const auto proposed = submit(policies::propose(*m_session, draft, "More samples"), m_team.lead(), "lead");
    ASSERT_TRUE(proposed);
    const auto sign = [&](bool reject) {
        return submit(policies::signOff(*m_session, proposed->index, "gv.review", "product_owner", reject, "Why"),
            m_team.owner(), "Ada");
    };
    ASSERT_TRUE(sign(false));
    const auto twice = sign(false);
    EXPECT_TRUE(!twice && hasCode(twice.error(), "CS-LAW-07"));
    const auto desk = policies::desk(*m_session, m_team.owner(), m_team.clock().now());
    EXPECT_EQ(desk.open.front().asks.front().refusable, std::vector<std::string>{"product_owner"});
    EXPECT_TRUE(desk.open.front().asks.front().mine.empty());
    ASSERT_TRUE(sign(true)) << "it is not in force yet";
    EXPECT_FALSE(sign(false)) << "a refusal ends the case";
    EXPECT_FALSE(submit(commands::Draft{events::PolicyAdopted{proposed->index}, {}}, m_team.lead(), "lead"));
}

TEST_F(PoliciesTest, namedPersonsAloneReviewWhereTheyAreNamed)
{
    open();
    const auto put = [&](const std::string& draft) {
        const auto proposed = submit(policies::propose(*m_session, draft, "Named"), m_team.lead(), "lead");
        EXPECT_TRUE(proposed) << (proposed ? "" : utf8(proposed.error().message()));
        return proposed->index;
    };
    const auto sign = [&](EntryIndex at, ActorId who, const std::string& key, const std::string& role) {
        return submit(policies::signOff(*m_session, at, "gv.review", role, false, "Read"), who, key);
    };
    const EntryIndex first =
        put(edited("/governance/review/approval/named", "[" + json::quoted(m_team.owner().text()) + "]"));
    ASSERT_TRUE(sign(first, m_team.engineer(), "engineer", "ml_engineer"));
    ASSERT_TRUE(submit(commands::Draft{events::PolicyAdopted{first}, {}}, m_team.lead(), "lead"));
    std::string next = text();
    const std::string digest = (*policies::inForce(*m_session))->digest.text();
    const std::pair<std::string, std::string> edits[]{
        {"/revision", "3"}, {"/supersedes", json::quoted(digest)}, {"/title", "\"Third\""}};
    for (const auto& [at, value] : edits)
        next = json::applied(next, *json::Source(next).set(at, value));
    const EntryIndex second = put(next);
    const auto stranger = sign(second, m_team.engineer(), "engineer", "ml_engineer");
    EXPECT_TRUE(!stranger && hasCode(stranger.error(), "CS-LAW-07"));
    EXPECT_TRUE(sign(second, m_team.owner(), "Ada", "product_owner"));
}

TEST_F(PoliciesTest, aPolicyThatNobodyCouldChangeAgainIsNotAdopted)
{
    open();
    const std::string draft = edited("/governance/review/approval/count", "40");
    const auto proposed = submit(policies::propose(*m_session, draft, "Forty reviewers"), m_team.lead(), "lead");
    ASSERT_TRUE(proposed) << utf8(proposed.error().message());
    ASSERT_TRUE(submit(policies::signOff(*m_session, proposed->index, "gv.review", "product_owner", false, "Read"),
        m_team.owner(), "Ada"));
    const auto adopted = submit(commands::Draft{events::PolicyAdopted{proposed->index}, {}}, m_team.lead(), "lead");
    ASSERT_FALSE(adopted);
    EXPECT_TRUE(hasCode(adopted.error(), "CS-LAW-07"));
    EXPECT_NE(utf8(adopted.error().message()).find("nobody could change"), std::string::npos);
}

TEST_F(PoliciesTest, numbersOfRevisionsGoOn)
{
    open();
    const auto wrong = policies::propose(*m_session, edited("/revision", "7"), "Seven");
    EXPECT_TRUE(!wrong && hasCode(wrong.error(), "CS-POLICY-NUMBER"));
}

TEST_F(PoliciesTest, theSameTextAndALongerCommentAreAsked)
{
    open();
    const auto same = policies::propose(*m_session, text(), "Nothing");
    ASSERT_FALSE(same);
    EXPECT_TRUE(hasCode(same.error(), "CS-POLICY-SAME"));
    const auto bad = policies::propose(
        *m_session, edited(gateLeaf("cp.owner", "/approval/roles"), "[\"nobody\"]"), "A role that is not there");
    ASSERT_FALSE(bad);
    EXPECT_TRUE(hasCode(bad.error(), "CS-POLICY-LINT"));
    const auto none = policies::signOff(*m_session, 3, "gv.nothing", "tech_lead", false, "");
    EXPECT_TRUE(!none && hasCode(none.error(), "CS-POLICY-LEAF"));
}

TEST_F(PoliciesTest, thePastUnderADraft)
{
    const VersionId version = m_team.versionInProduction();
    open();
    policies::SimulationRange range;
    range.now = m_team.clock().now();
    const auto same = policies::simulate(*m_session, text(), range);
    ASSERT_TRUE(same) << utf8(same.error().message());
    EXPECT_EQ(same->size(), 3U) << "staging, canary, production";
    EXPECT_EQ(same->same, 3U);
    // A draft that asks more of the last step only.
    const auto strict =
        policies::simulate(*m_session, edited(gateLeaf("cp.sample", "/check/minCount"), "90000000"), range);
    ASSERT_TRUE(strict);
    EXPECT_EQ(strict->blocked, 1U);
    const query::SimulatedRow& row = strict->rows.front();
    EXPECT_EQ(row.outcome, Outcome::Blocked);
    EXPECT_EQ(row.missing, std::vector<std::string>{"At least 1 000 canary predictions"});
    const auto gate = policies::simulatedGate(*m_session, edited(gateLeaf("cp.sample", "/check/minCount"), "90000000"),
        row.promotion, row.judgedAt, range.now);
    ASSERT_TRUE(gate) << utf8(gate.error().message());
    EXPECT_FALSE(gate->children.empty());
    // One that asks another role.
    const auto other =
        policies::simulate(*m_session, edited(gateLeaf("cp.owner", "/approval/roles"), "[\"tech_lead\"]"), range);
    ASSERT_TRUE(other);
    EXPECT_EQ(other->asked.at("Tech lead"), 1U);
    // Nothing that ended long ago.
    range.since = range.now.plusSeconds(1);
    EXPECT_EQ(policies::simulate(*m_session, text(), range)->size(), 0U);
    std::stop_source stop;
    stop.request_stop();
    range.stop = stop.get_token();
    EXPECT_TRUE(hasCode(policies::simulate(*m_session, text(), range).error(), "CS-WORKSPACE-STOPPED"));
    EXPECT_TRUE(version.isValid());
}

TEST_F(PoliciesTest, aLooserDraftLetsWaitingPromotionsThrough)
{
    m_team.readyForCanary(m_team.versionInStaging("2"));
    open();
    policies::SimulationRange range;
    range.now = m_team.clock().now();
    std::string review;
    const auto policy = *policies::inForce(*m_session);
    policy::walk(policy->gateOf("staging-to-canary")->require, [&](const policy::Condition& node) {
        if (node.kind == policy::Condition::Kind::Approval && review.empty())
            review = node.pointer;
    });
    const json::Source source(text());
    const auto without = source.erase(review);
    ASSERT_TRUE(without);
    const auto loose = policies::simulate(*m_session, json::applied(text(), *without), range);
    ASSERT_TRUE(loose);
    EXPECT_EQ(loose->letThrough, 1U);
    EXPECT_EQ(loose->rows.front().was, "open");
}

TEST_F(PoliciesTest, replayMeetsTheSameStateAndStopsAtAnError)
{
    m_team.versionInStaging();
    open();
    std::int64_t met = 0;
    const auto state = replay(*m_session, m_session->head().size,
        [&](const engine::LedgerState& before, const events::Event&, UtcTime) -> Status {
            EXPECT_EQ(before.size, met++);
            return {};
        });
    ASSERT_TRUE(state);
    EXPECT_EQ(state->size, m_session->state().size);
    EXPECT_EQ(state->time, m_session->state().time);
    const auto stopped = replay(*m_session, m_session->head().size,
        [](const engine::LedgerState& before, const events::Event&, UtcTime) -> Status {
            return before.size < 3 ? Status() : fail(couldNot("CS-WORKSPACE-STOPPED", "Stopped."));
        });
    EXPECT_FALSE(stopped);
}

TEST_F(PoliciesTest, twoRevisionsBesideEachOther)
{
    open();
    const auto compared = policies::compareTexts(
        *m_session, text(), edited(gateLeaf("cp.sample", "/check/minCount"), "10"), m_team.lead());
    ASSERT_TRUE(compared);
    EXPECT_TRUE(compared->weakens);
    EXPECT_EQ(compared->gates.at("g.canary-to-production").at("cp.sample"), query::NodeChange::Weaker);
    EXPECT_EQ(compared->gates.at("g.canary-to-production").at("cp.soak"), query::NodeChange::Same);
    EXPECT_FALSE(policies::compareTexts(*m_session, text(), "{}", m_team.lead()));
}

TEST_F(PoliciesTest, theFewestPeopleAreNamed)
{
    open();
    const auto low = policies::fewestPeople(*m_session, text(),
        {{"risk_tier", "low"}, {"regulated", "false"}, {"security_review", "false"}, {"cross_domain_impact", "false"}},
        m_team.lead());
    ASSERT_TRUE(low);
    ASSERT_FALSE(low->sets.empty());
    EXPECT_EQ(low->sets.front().size(), 3U) << "gates.md 2.9: these three, no two";
}

TEST_F(PoliciesTest, aDraftIsKeptAsAWhole)
{
    open();
    const std::string folder = m_environment.stateDir;
    EXPECT_FALSE(*policies::keptDraft(folder, "w"));
    ASSERT_TRUE(policies::keepDraft(folder, "w", "{ \"a\": \"ä\" }"));
    ASSERT_TRUE(policies::keepDraft(folder, "w", "{ \"b\": 1 }"));
    EXPECT_EQ((*policies::keptDraft(folder, "w"))->text, "{ \"b\": 1 }");
    EXPECT_FALSE(*policies::keptDraft(folder, "other")) << "a draft belongs to its workspace";
    ASSERT_TRUE(policies::discardDraft(folder, "w"));
    ASSERT_TRUE(policies::discardDraft(folder, "w")) << "twice is no error";
    EXPECT_FALSE(*policies::keptDraft(folder, "w"));
    EXPECT_FALSE(policies::keepDraft("/proc/nowhere", "w", "x"));
}

} // namespace
} // namespace cs
