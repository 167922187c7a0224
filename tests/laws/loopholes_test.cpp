// SPDX-License-Identifier: GPL-3.0-or-later
// Ways around a law through something beside it: a date, a zone, an amendment, a role that lapsed, a key that is lost.
#include "core/crypto/enrolment.h"
#include "core/engine/apply/scope.h"
#include "core/engine/facts.h"
#include "tests/laws/law_test.h"

#include <algorithm>

namespace cs::test {
namespace {

class Loopholes : public LawTest {
protected:
    events::AuthorityProposed proposed(const events::Change& change) { return {change, b().text("because")}; }
    static const engine::NodeResult* leafOf(const engine::NodeResult& node, const std::string& id)
    {
        if (node.id() == id)
            return &node;
        for (const auto& child : node.children)
            if (const auto* found = leafOf(child, id))
                return found;
        return nullptr;
    }
    engine::NodeResult leaf(PromotionId promotion, const std::string& id)
    {
        const auto gate = engine::evaluateGate(state(), *state().promotions.find(promotion.index()), b().clock().now());
        const auto* found = gate ? leafOf(gate->pinned, id) : nullptr;
        EXPECT_NE(found, nullptr) << id;
        return found == nullptr ? engine::NodeResult{} : *found;
    }
};

// Law 2: a role that ended by its own date, in a gap in which nobody signed anything --------------------------------

TEST_F(Loopholes, aRoleThatLapsedInASilentGapHasLapsed)
{
    team().changeByAll(
        events::change::Grant{team().newcomer(), "ml_engineer", std::nullopt, b().clock().now().plusSeconds(3600)});
    events::ModelRegistered model;
    model.name = "another";
    model.ownerRole = "product_owner";
    expectAccepted(model, team().newcomer());
    b().clock().advanceSeconds(7200);
    expectBoth({"a model by somebody whose role ended an hour ago", model, team().newcomer(), 2});
    const VersionId version = team().registerVersion("1");
    expectAccepted(team().proposal(version, "dev-to-staging"), team().engineer());
    b().clock().advanceSeconds(1);
    expectBoth({"a proposal by the same", team().proposal(version, "dev-to-staging"), team().newcomer(), 2});
}

TEST_F(Loopholes, theNameThatIsShownIsTheSigners)
{
    const VersionId version = team().registerVersion("1");
    team().reportForStaging(version);
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().engineer());
    auto approval = team().approval(promotion, team().lead());
    approval.decision.card = state().actor(team().lead())->card;
    expectAccepted(approval, team().lead());
    approval.decision.card = state().actor(team().owner())->card;
    expectBoth({"signed under the owner's name", approval, team().lead(), 2});
}

// Laws 4 and 13: a freeze that depends on where the clock hangs -----------------------------------------------------

TEST_F(Loopholes, aWeeklyFreezeIsJudgedByTheOffsetThatTheEntryRecords)
{
    // Mondays in Berlin from 00:00 for 24 h. 2 March 2026 is a Monday; Berlin is one hour ahead of UTC then.
    SmallTeamLedger frozen(team().editedPolicy("\"freezes\": [],",
        "\"freezes\": [ { \"id\": \"monday\", \"title\": \"Mondays\", \"transitions\": [\"staging-to-canary\"], "
        "\"schedule\": { \"weekdays\": [\"mon\"], \"startTime\": \"00:00\", \"durationSeconds\": 86400, \"timeZone\": "
        "\"Europe/Berlin\" }, \"ownerRole\": \"tech_lead\", \"blocksRollback\": false } ],"));
    const VersionId version = frozen.versionInStaging();
    frozen.clock().advanceSeconds(86'400);
    const PromotionId promotion = frozen.readyForCanary(version);
    frozen.approve(promotion, frozen.lead());
    auto execution = frozen.execution(promotion);
    const auto verify = [&](const events::PromotionExecuted& event) {
        ForgedLedger forged(frozen.builder());
        forged.forge(event, frozen.engineer());
        return forged.verify();
    };
    EXPECT_EQ(verify(execution).problems.at(0).law, 13) << "no offset recorded";
    execution.freeze = {{"monday", 86'000}};
    EXPECT_EQ(verify(execution).problems.at(0).law, 13) << "an offset of nowhere";
    execution.freeze = {{"monday", 3600}};
    const VerifyReport honest = verify(execution);
    EXPECT_EQ(honest.verdict, "intact") << "Tuesday";
    EXPECT_TRUE(honest.warnings.empty());
    // Half past nine on Tuesday in Berlin is still Monday, 22:30, ten hours further west: the record decides, here
    // against the one who recorded it, and no reader's tz data.
    execution.freeze = {{"monday", -36'000}};
    EXPECT_EQ(verify(execution).problems.at(0).law, 4);
    execution.freeze = {{"monday", 7200}};
    const VerifyReport summer = verify(execution);
    EXPECT_EQ(summer.verdict, "intact");
    ASSERT_EQ(summer.warnings.size(), 1U) << "both offsets are named";
    EXPECT_NE(summer.warnings[0].find("7200"), std::string::npos);
    EXPECT_NE(summer.warnings[0].find("3600"), std::string::npos);
}

TEST_F(Loopholes, nobodyBringsTheAnchorAlongThatConfirmsABackDatedExecution)
{
    for (const char* source : {"rfc3161", "witness"}) {
        events::TimeAnchored anchor;
        anchor.size = b().head().size;
        anchor.root = b().head().root.hex();
        anchor.source = source;
        anchor.genTime = b().clock().now();
        anchor.token = sha256Of("a token that nobody has checked");
        expectRefused({source, anchor, team().newcomer(), 14});
        ForgedLedger forged(b());
        const EntryIndex index = forged.forge(anchor, team().newcomer());
        const VerifyReport report = forged.verify();
        EXPECT_EQ(report.verdict, "incomplete") << "it is no success, and no breach that this program could prove";
        ASSERT_FALSE(report.problems.empty());
        EXPECT_EQ(report.problems[0].entry, index);
    }
}

TEST_F(Loopholes, aCanaryWindowDoesNotBeginBeforeTheCanary)
{
    const VersionId version = team().versionInStaging();
    const PromotionId canary = team().toCanary(version);
    events::CanaryWindow window;
    window.promotion = canary;
    window.to = b().clock().now();
    window.from = window.to.plusSeconds(-3 * 86'400);
    window.predictions = 1'000'000;
    window.samples = sha256Of("samples");
    expectBoth({"three days of traffic in the first minute", window, team().agent(), 13});
    window.from = window.to.plusSeconds(-60);
    expectAccepted(window, team().agent());
}

// Law 5 / 9: old things that are entered late -----------------------------------------------------------------------

TEST_F(Loopholes, aDrillThatIsRecordedLateIsAsOldAsItSays)
{
    const VersionId version = team().versionInStaging();
    team().reportFlag(version, "safety_sweep.criteria_met", team().ci());
    team().reportFlag(version, "ops.readiness_confirmed", team().engineer());
    team().reportArtifact(version, team().ci());
    auto drill = team().drill(version, "canary");
    drill.restoredAt = drill.restoredAt.plusSeconds(-31 * 86'400);
    drill.startedAt = drill.startedAt.plusSeconds(-31 * 86'400);
    b().append(drill, team().agent());
    const PromotionId promotion = team().propose(version, "staging-to-canary", team().engineer());
    team().approve(promotion, team().lead());
    expectBoth({"a drill of last month, entered today", team().execution(promotion), team().engineer(), 9});
    b().append(team().drill(version, "canary"), team().agent());
    expectAccepted(team().execution(promotion), team().engineer());
}

TEST_F(Loopholes, whoAmendsTheBytesDoesNotVouchForThem)
{
    // CI registers; the engineer, who is in the platform team as well, brings other bytes and confirms them.
    const VersionId version(b().append(team().registration(team().model(), "1"), team().ci()));
    events::VersionAmended amended;
    amended.version = version;
    amended.set = state().versions.find(version.index())->description;
    amended.set.artifact.sha = sha256Of("bytes of the engineer");
    b().append(amended, team().engineer());
    team().toStaging(version);
    team().reportFlag(version, "safety_sweep.criteria_met", team().ci());
    team().reportFlag(version, "ops.readiness_confirmed", team().engineer());
    b().append(team().drill(version, "canary"), team().agent());
    b().clock().advanceSeconds(86'401); // what CI had recomputed for staging is too old by now
    team().reportArtifact(version, team().engineer());
    const PromotionId promotion = team().propose(version, "staging-to-canary", team().engineer());
    team().approve(promotion, team().lead());
    EXPECT_NE(leaf(promotion, "sc.artifact").status, engine::Truth::Satisfied);
    expectBoth({"vouched for by who brought them", team().execution(promotion), team().engineer(), 4});
}

TEST_F(Loopholes, anApprovalIsOfOnePromotion)
{
    const VersionId version = team().registerVersion("1");
    team().reportForStaging(version);
    const PromotionId first = team().propose(version, "dev-to-staging", team().engineer());
    auto replayed = team().approval(first, team().lead());
    b().append(replayed, team().lead());
    expectAccepted(team().execution(first), team().ci());
    const PromotionId second = team().propose(version, "dev-to-staging", team().engineer());
    expectBoth({"the older of two proposals for one step", team().execution(first), team().ci(), 4});
    expectBoth({"the newer one on the older one's signature", team().execution(second), team().ci(), 4});
    replayed.decision.promotion = second;
    expectBoth({"what was signed, under another number", replayed, team().lead(), 5});
}

TEST_F(Loopholes, evidenceThatWasExchangedIsSignedForAnew)
{
    const VersionId version = team().registerVersion("1");
    team().reportForStaging(version);
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().engineer());
    team().approve(promotion, team().lead());
    const EvidenceId report = state().versions.find(version.index())->evidence.front().id;
    b().append(events::EvidenceWithdrawn{report, b().text("a typing error")}, team().ci());
    expectBoth({"nothing left to have read", team().execution(promotion), team().ci(), 4});
    b().append(team().evidence(version, "evaluation_report"), team().ci()); // the same bytes once more
    expectBoth({"put back behind the signature", team().execution(promotion), team().ci(), 4});
    team().approve(promotion, team().lead());
    expectAccepted(team().execution(promotion), team().ci());
}

TEST_F(Loopholes, resultsOfOtherBytesCountForNothing)
{
    const VersionId version = team().registerVersion("1");
    team().reportForStaging(version);
    events::VersionAmended amended;
    amended.version = version;
    amended.set = state().versions.find(version.index())->description;
    amended.set.artifact.sha = sha256Of("trained again");
    b().append(amended, team().ci());
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().engineer());
    b().append(team().evidence(version, "evaluation_report"), team().ci());
    team().approve(promotion, team().lead());
    expectBoth({"facts of the bytes before", team().execution(promotion), team().ci(), 4});
}

// Law 7: a policy that lies in wait --------------------------------------------------------------------------------

TEST_F(Loopholes, aProposalFromBeforeTheOpeningIsNoShortCut)
{
    LedgerBuilder founding;
    founding.adopt(smallTeamPolicy());
    const ActorId founder(0);
    founding.grant(founder, "product_owner");
    const std::pair<const char*, std::vector<const char*>> people[] = {
        {"engineer", {"ml_engineer", "platform_team"}}, {"lead", {"tech_lead", "ml_engineer"}}};
    for (const auto& [name, roles] : people)
        for (const ActorId actor = founding.enrol(name); const char* role : roles)
            founding.grant(actor, role);
    events::PolicyProposed sleeper;
    sleeper.policy = *founding.store().putBlob(BlobClass::Required,
        team().editedPolicy(
            "\"minDurationSeconds\": 86400, \"continuous\": true", "\"minDurationSeconds\": 1, \"continuous\": true"));
    sleeper.supersedes = founding.state().policyInForce()->digest;
    sleeper.note = founding.text("for later");
    sleeper.weakens = false;
    const EntryIndex proposal = founding.append(sleeper, founder);
    const ActorId lead = founding.who("lead");
    founding.open({founder, founding.who("engineer"), lead}, 2);
    const auto& review = founding.state().policyInForce()->document->governance.review;
    const events::PolicySignedOff reviewed{proposal, review.id, "ml_engineer", review.approval.statementDigest,
        "approve", founding.text("a harmless change, says the proposal; I have not compared it.")};
    founding.append(reviewed, lead);
    founding.clock().advanceSeconds(3 * 86'400);
    ForgedLedger forged(founding);
    const EntryIndex index = forged.forge(events::PolicyAdopted{proposal}, founder);
    expectBroken(forged.verify(), index, 7);
}

// Law 10: holds and rollbacks ---------------------------------------------------------------------------------------

TEST_F(Loopholes, theHoldIsNotLiftedByTheBytesThatWereRolledBack)
{
    // Amended in development, so not the bytes of the registration; they are the ones that failed in staging.
    const VersionId version = team().registerVersion("1");
    events::VersionAmended amended;
    amended.version = version;
    amended.set = state().versions.find(version.index())->description;
    amended.set.artifact.sha = sha256Of("the bytes that will fail");
    b().append(amended, team().engineer());
    team().toStaging(version);
    const EntryIndex rollback = b().append(team().rollback(version, "staging-rollback", "none"), team().engineer());
    b().append(events::RollbackRemedied{rollback, b().text("retrain"), b().clock().now()}, team().lead());
    const events::RollbackHoldLifted lifted{rollback, "new_artifact"};
    expectBoth({"the same bytes again", lifted, team().owner(), 10});
    amended.set.artifact.sha = sha256Of("repaired");
    b().append(amended, team().engineer());
    expectAccepted(lifted, team().owner());
}

TEST_F(Loopholes, anExecutionNamesTheIntentOfTheSameRollback)
{
    const VersionId version = team().versionInStaging();
    auto rollback = team().rollback(version, "staging-rollback", "none");
    rollback.intent = 5;
    expectBoth({"some entry as its intent", rollback, team().engineer(), 10});
    rollback.intent = b().append(events::RollbackIntended{rollback.plan}, team().engineer());
    expectAccepted(rollback, team().engineer());
    rollback.plan.endpoint = "elsewhere";
    expectBoth({"the intent of another endpoint", rollback, team().engineer(), 10});
}

TEST_F(Loopholes, aRollbackThatLeadsUpIsNoneEvenForWhatServedOnce)
{
    SmallTeamLedger sly(team().editedPolicy("{ \"id\": \"staging-rollback\", \"label\"",
        "{ \"id\": \"express\", \"label\": \"Express\", \"from\": \"staging\", \"to\": \"production\", \"kind\": "
        "\"rollback\", \"authority\": { \"roles\": [\"ml_engineer\"], \"automation\": true, \"reinstates\": \"none\" } "
        "},\n"
        "      { \"id\": \"staging-rollback\", \"label\""));
    const VersionId version = sly.versionInProduction();
    LedgerBuilder& ledger = sly.builder();
    const EntryIndex down = ledger.append(sly.rollback(version, "production-rollback", "fallback"), sly.lead());
    ledger.append(events::RollbackRemedied{down, ledger.text("retrain"), ledger.clock().now()}, sly.lead());
    ledger.append(events::RollbackHoldLifted{down, "waiver"}, sly.owner());
    ForgedLedger forged(ledger);
    const EntryIndex index = forged.forge(sly.rollback(version, "express", "none"), sly.engineer());
    expectBroken(forged.verify(), index, 8);
}

TEST_F(Loopholes, aCanaryRollsBackToWhatServes)
{
    const VersionId first = team().versionInProduction("1");
    const VersionId second = team().versionInProduction("2");
    const VersionId third = team().versionInCanary("3");
    expectAccepted(team().rollback(third, "canary-rollback", second.text()), team().engineer());
    expectBoth({"to a version that serves nothing any more", team().rollback(third, "canary-rollback", first.text()),
        team().engineer(), 8});
}

TEST_F(Loopholes, neitherAWrongClockNorAQuotaStopsARollback)
{
    const VersionId version = team().versionInCanary();
    const UtcTime today = b().clock().now();
    b().clock().set(today.plusSeconds(std::int64_t{365} * 86'400));
    b().append(events::CardReplaced{b().text("from the future")}, team().newcomer());
    b().clock().set(today.plusSeconds(60));
    const auto rollback = team().rollback(version, "canary-rollback", "none");
    const events::Event intent = events::RollbackIntended{rollback.plan};
    expectRefused({"anything else waits", events::CardReplaced{b().text("L")}, team().lead(), 13});
    auto& state = const_cast<engine::LedgerState&>(this->state());
    state.quota[{state.time.ms() / 86'400'000, team().lead()}] = engine::rules::quotaPerson;
    expectAccepted(intent, team().lead());
    expectAccepted(rollback, team().lead());
    EXPECT_TRUE(engine::checkLiveClock(this->state(), rollback, b().clock().now(), b().clock().now()));
    b().append(intent, team().lead());
    EXPECT_FALSE(judged(intent, team().lead())) << "an intent is written once";
    b().append(rollback, team().lead());
    EXPECT_EQ(this->state().versions.find(version.index())->stage(), "staging");
}

// Law 12: keys, quorums, losses -------------------------------------------------------------------------------------

TEST_F(Loopholes, aTagThatACompromisedKeyLoweredCountsForNothing)
{
    events::ModelTagsSet tags{team().model(), {{"risk_tier", "medium"}}, b().text("it grew")};
    b().append(tags, team().engineer());
    const VersionId version = team().registerVersion("1");
    const EntryIndex since = state().size;
    tags.tags = {{"risk_tier", "low"}};
    b().append(tags, team().owner());
    const auto tier = [&] {
        return engine::effectiveTags(
            state(), *state().policyInForce()->document, *state().versions.find(version.index()))["risk_tier"];
    };
    EXPECT_EQ(tier(), "low");
    const events::change::RevokeKey revoke{keyOf("Ada")->publicKey(), "compromised", since};
    const EntryIndex proposal = b().append(proposed(revoke), team().engineer());
    team().endorse(proposal, team().lead());
    ASSERT_TRUE(state().authorityCases.at(proposal).effectiveAt);
    EXPECT_EQ(tier(), "high") << "read as missing: its strictest value";
    tags.tags = {{"risk_tier", "medium"}};
    expectBoth({"down from there by somebody who does not own it", tags, team().engineer(), 7});
    ASSERT_EQ(state().findings.size(), 1U);
    EXPECT_EQ(state().findings.begin()->second.about, std::vector<std::string>{team().model().text()});
}

TEST_F(Loopholes, aClosedWorkspaceIsClosed)
{
    team().changeByAll(events::change::Close{});
    expectBoth({"one more entry", events::CardReplaced{b().text("L")}, team().lead(), 12});
}

TEST_F(Loopholes, theLastKeysOfTheQuorumAreNotRevoked)
{
    const EntryIndex first =
        team().proposeChange(events::change::RevokeKey{keyOf("engineer")->publicKey(), "lost", std::nullopt});
    team().endorse(first, team().lead());
    ASSERT_TRUE(state().authorityCases.at(first).effectiveAt);
    expectBoth({"one administrator would be left, and two must agree",
        proposed(events::change::RevokeKey{keyOf("lead")->publicKey(), "lost", std::nullopt}), team().owner(), 12});
}

TEST_F(Loopholes, aRoleWhoseOnlyHolderHasNoKeyIsSignedForByItsFallback)
{
    // The lead is the only tech lead, and that role signs for new engineers; without a key the platform team does.
    const EntryIndex revocation =
        team().proposeChange(events::change::RevokeKey{keyOf("lead")->publicKey(), "lost", std::nullopt});
    team().endorse(revocation, team().engineer());
    ASSERT_TRUE(state().authorityCases.at(revocation).effectiveAt);
    b().clock().advanceSeconds(60);
    events::change::SetAdmins admins{{team().owner(), team().engineer(), team().newcomer()}, 2};
    std::ranges::sort(admins.admins);
    const EntryIndex seats = team().proposeChange(admins);
    team().endorse(seats, team().engineer());
    team().endorse(seats, team().newcomer());
    ASSERT_TRUE(state().authorityCases.at(seats).effectiveAt);
    // A new tech lead: the owner and the newcomer as administrators, the engineer for the role.
    const ActorId next = ActorId(team().proposeChange(events::change::Enrol{"person", keyOf("next")->publicKey(),
        makeEnrolmentProof(*keyOf("next"), state().workspaceId, std::string(32, '4')), b().text("Next")}));
    team().endorse(next.index(), team().newcomer());
    const EntryIndex grant =
        team().proposeChange(events::change::Grant{next, "ml_engineer", std::nullopt, std::nullopt});
    team().endorse(grant, team().newcomer());
    EXPECT_FALSE(state().authorityCases.at(grant).effectiveAt) << "administrators alone do not make engineers";
    team().endorse(grant, team().engineer());
    EXPECT_TRUE(state().authorityCases.at(grant).effectiveAt);
}

TEST_F(Loopholes, aFurtherKeyIsWantedByTheOldOne)
{
    const auto next = keyOf("lead's new laptop");
    events::change::AddKey add;
    add.actor = team().lead();
    add.key = next->publicKey();
    add.proof = makeEnrolmentProof(*next, state().workspaceId, std::string(32, '3'));
    add.oldKeyProof = makeRotationProof(*keyOf("lead"), next->publicKey(), state().workspaceId, std::string(32, '3'));
    expectAccepted(proposed(add), team().lead());
    for (const std::string& other : {std::string("nonsense"),
             makeRotationProof(*keyOf("engineer"), next->publicKey(), state().workspaceId, std::string(32, '3')),
             makeRotationProof(*keyOf("lead"), keyOf("puppet")->publicKey(), state().workspaceId, std::string(32, '3')),
             makeRotationProof(*keyOf("lead"), next->publicKey(), std::string(32, 'a'), std::string(32, '3'))}) {
        add.oldKeyProof = other;
        expectBoth({"a proof that the old key did not make", proposed(add), team().owner(), 12});
    }
}

TEST_F(Loopholes, nothingIsErasedThatAHoldIsAbout)
{
    // The small team has no compliance officer; the administrators enrol one.
    const ActorId officer(team().proposeChange(events::change::Enrol{"person", keyOf("officer")->publicKey(),
        makeEnrolmentProof(*keyOf("officer"), state().workspaceId, std::string(32, '5')), b().text("Officer")}));
    team().endorse(officer.index(), team().engineer());
    b().know("officer", officer);
    team().changeByAll(events::change::Grant{officer, "auditor", std::nullopt, std::nullopt});
    const VersionId version = team().registerVersion("1");
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().engineer());
    const codec::Commitment remark = b().text("between us");
    b().append(events::PromotionCommented{promotion, std::nullopt, remark}, team().lead());
    const codec::Commitment stray = b().text("a reason that no row keeps");
    const auto erase = [&](const codec::Commitment& text) {
        return events::BlobErased{text, "request", b().text("asked for it")};
    };
    expectAccepted(erase(remark), team().owner());
    b().append(events::HoldSet{{team().model().text()}, b().text("proceedings")}, officer);
    expectBoth({"a comment on a promotion of the model", erase(remark), team().owner(), 12});
    expectBoth({"a text that could be anybody's", erase(stray), team().owner(), 12});
    expectAccepted(erase(state().actor(team().newcomer())->card), team().owner());
    b().append(events::HoldEnded{{team().model().text()}, b().text("settled")}, officer);
    expectAccepted(erase(remark), team().owner());
    expectAccepted(erase(stray), team().owner());
}

TEST_F(Loopholes, aLossIsAcceptedForTheTreeThatIsThere)
{
    const TreeHead head = b().head();
    events::change::AcceptLoss loss{{head.size + 40, std::string(64, 'b')}, {head.size, head.root.hex()}};
    expectAccepted(proposed(loss), team().owner());
    loss.now.root = std::string(64, 'c');
    expectBoth({"a root of another history", proposed(loss), team().owner(), 1});
}

} // namespace
} // namespace cs::test
