// SPDX-License-Identifier: GPL-3.0-or-later
// Laws 4 to 11, each both ways: gates, approvals, policy, the floor, drills, rollbacks.
#include "tests/laws/law_test.h"

namespace cs::test {
namespace {

// Law 4 -------------------------------------------------------------------------------------------------------------

CS_LAW_PAIR(Law04_GateCannotBePassedUnsatisfied)
{
    const VersionId version = team().registerVersion("1");
    const PromotionId bare = team().propose(version, "dev-to-staging", team().engineer());
    events::PromotionExecuted execution = team().execution(bare);
    execution.supersedes = VersionId(3);
    return {{"nothing of the gate is satisfied", team().execution(bare), team().ci(), 4},
        {"a version is named that makes no room", execution, team().ci(), 4},
        {"a transition from a stage where the version is not",
            team().proposal(version, "canary-to-production", "fallback"), team().engineer(), 4}};
}

TEST_F(Law04_GateCannotBePassedUnsatisfied, OneMissingSignatureIsEnough)
{
    const VersionId version = team().registerVersion("1");
    team().reportForStaging(version);
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().engineer());
    expectBoth({"all facts, no approval", team().execution(promotion), team().ci(), 4});
    team().approve(promotion, team().lead());
    expectAccepted(team().execution(promotion), team().ci());
    auto failed = team().report(version);
    failed.results = {{"ci.tests_passed", std::nullopt, false, std::nullopt, "1", {}, {}, {}, {}, {}, {}, {}}};
    b().append(failed, team().ci());
    expectBoth({"a check that fails by now", team().execution(promotion), team().ci(), 4});
}

// Law 5 -------------------------------------------------------------------------------------------------------------

CS_LAW_PAIR(Law05_ApprovalIsOfWhatWasSeen)
{
    const VersionId version = team().registerVersion("1");
    team().reportForStaging(version);
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().engineer());
    const events::PromotionApproved good = team().approval(promotion, team().lead());
    expectAccepted(good, team().lead());
    auto stale = good;
    stale.decision.parts["code"] = "another revision";
    stale.decision.snapshot = engine::snapshotDigest(stale.decision.parts);
    auto forgedDigest = good;
    forgedDigest.decision.snapshot = sha256Of("something else");
    auto unread = good;
    unread.decision.viewed.clear();
    auto otherWords = good;
    otherWords.decision.leaves[0].statement = sha256Of("I have seen nothing.");
    auto more = good;
    more.decision.parts["weather"] = "fine";
    more.decision.snapshot = engine::snapshotDigest(more.decision.parts);
    events::PromotionRejected silent{good.decision};
    silent.decision.comment.reset();
    events::PromotionRejected nothing{good.decision};
    nothing.decision.leaves.clear();
    return {{"a stale snapshot", stale, team().lead(), 5},
        {"a digest of something else", forgedDigest, team().lead(), 5},
        {"the report was not opened", unread, team().lead(), 5}, {"another statement", otherWords, team().lead(), 5},
        {"a part that was not shown", more, team().lead(), 5}, {"a refusal without a reason", silent, team().lead(), 5},
        {"a refusal that keeps nothing shut", nothing, team().lead(), 5}};
}

TEST_F(Law05_ApprovalIsOfWhatWasSeen, AChangedPartTakesTheApprovalBack)
{
    const VersionId version = team().registerVersion("1");
    team().reportForStaging(version);
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().engineer());
    team().approve(promotion, team().lead());
    events::VersionAmended amended;
    amended.version = version;
    amended.set = state().versions.find(version.index())->description;
    amended.set.code = "another revision";
    b().append(amended, team().engineer());
    expectBoth({"executed on an approval of other code", team().execution(promotion), team().ci(), 4});
    team().approve(promotion, team().lead());
    expectAccepted(team().execution(promotion), team().ci());
}

// Law 6 -------------------------------------------------------------------------------------------------------------

CS_LAW_PAIR(Law06_NobodyApprovesTheirOwn)
{
    const VersionId version = team().registerVersion("1");
    team().reportForStaging(version);
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().engineer());
    const auto good = team().approval(promotion, team().lead());
    expectAccepted(good, team().lead());
    auto own = good;
    own.decision.role = "ml_engineer";
    auto delegated = good;
    delegated.decision.delegation = 3;
    events::VersionAmended hidden;
    hidden.version = version;
    hidden.set = state().versions.find(version.index())->description;
    hidden.set.contributors = {team().lead()};
    return {{"the proposer approves", own, team().engineer(), 6},
        {"a contributor is taken away", hidden, team().lead(), 6},
        {"a delegated signature", delegated, team().lead(), 6}};
}

TEST_F(Law06_NobodyApprovesTheirOwn, AContributorIsNoApproverEvenOfWhatCiProposed)
{
    const VersionId version = team().registerVersion("1");
    team().reportForStaging(version);
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().ci());
    const auto good = team().approval(promotion, team().lead());
    auto own = good;
    own.decision.role = "ml_engineer";
    expectBoth({"the contributor approves what CI proposed", own, team().engineer(), 6});
    b().append(good, team().lead());
    expectBoth({"the same signature twice", good, team().lead(), 6});
}

// Law 7 -------------------------------------------------------------------------------------------------------------

CS_LAW_PAIR(Law07_ApproversCannotBeSilentlyRemoved)
{
    const std::string weaker = team().editedPolicy(
        "\"minDurationSeconds\": 86400, \"continuous\": true", "\"minDurationSeconds\": 3600, \"continuous\": true");
    auto quiet = team().policyProposal(weaker);
    quiet.weakens = false;
    auto shortList = team().policyProposal(weaker);
    shortList.affected.resize(1);
    const EntryIndex proposal = b().append(team().policyProposal(weaker), team().engineer());
    const auto& governance = state().policyInForce()->document->governance;
    events::PolicySignedOff own;
    own.proposal = proposal;
    own.leaf = governance.review.id;
    own.role = "ml_engineer";
    own.statement = governance.review.approval.statementDigest;
    own.decision = "approve";
    events::ModelTagsSet lower;
    lower.model = team().model();
    b().append(events::ModelTagsSet{team().model(), {{"risk_tier", "medium"}}, b().text("it grew")}, team().engineer());
    lower.tags = {{"risk_tier", "low"}};
    lower.reason = b().text("it is not so bad");
    events::AuthorityProposed last;
    EntryIndex grant = -1;
    for (const auto& assignment : state().actor(team().lead())->assignments)
        if (assignment.role == "tech_lead")
            grant = assignment.grant;
    last.change = events::change::EndRole{grant};
    last.reason = b().text("on leave");
    return {{"a change that calls itself harmless", quiet, team().engineer(), 7},
        {"a change that does not name what it weakens", shortList, team().engineer(), 7},
        {"the proposer signs it off", own, team().engineer(), 7},
        {"adopted with no signature", events::PolicyAdopted{proposal}, team().engineer(), 7},
        {"a tag lowered by somebody who does not own it", lower, team().engineer(), 7},
        {"the last holder of a role leaves", last, team().owner(), 7}};
}

TEST_F(Law07_ApproversCannotBeSilentlyRemoved, EverySignatureIsNeededAndThenTheCoolOff)
{
    const EntryIndex proposal = b().append(
        team().policyProposal(team().editedPolicy("\"title\": \"24 h in canary\"", "\"title\": \"A day in canary\"")),
        team().owner());
    const auto policy = state().policyInForce()->document;
    const auto sign = [&](const policy::Condition& leaf, const std::string& role, ActorId by) {
        events::PolicySignedOff event;
        event.proposal = proposal;
        event.leaf = leaf.id;
        event.role = role;
        event.statement = leaf.approval.statementDigest;
        event.decision = "approve";
        event.comment = b().text("I have seen the cases and accept them all, one after the other.");
        b().append(event, by);
    };
    const Attack adopt{"adopted too early", events::PolicyAdopted{proposal}, team().owner(), 7};
    expectRefused(adopt);
    sign(policy->governance.review, "ml_engineer", team().engineer());
    expectRefused(adopt);
    sign(policy->governance.alsoRequire, "tech_lead", team().lead());
    expectRefused(adopt);
    sign(policy->governance.alsoRequire, "ml_engineer", team().lead());
    expectRefused(adopt);
    sign(policy->governance.alsoRequire, "platform_team", team().engineer());
    // product_owner: the owner proposed and signs nothing; the fallback, the lead, signs for that role.
    expectBoth(adopt);
    b().clock().advanceSeconds(86'400);
    expectAccepted(adopt.event, adopt.actor);
}

namespace {

std::string longerCanary(SmallTeamLedger& team, const char* seconds)
{
    return team.editedPolicy("\"minDurationSeconds\": 86400, \"continuous\": true",
        std::string("\"minDurationSeconds\": ") + seconds + ", \"continuous\": true");
}

events::PolicySignedOff signature(EntryIndex proposal, const policy::Condition& leaf, const char* role)
{
    events::PolicySignedOff event{proposal, leaf.id, role, leaf.approval.statementDigest, "approve", std::nullopt};
    return event;
}

} // namespace

TEST_F(Law07_ApproversCannotBeSilentlyRemoved, WhatOnlyStrengthensTakesTheReviewAlone)
{
    auto stricter = team().policyProposal(longerCanary(team(), "172800"));
    stricter.weakens = false;
    stricter.affected.clear();
    const EntryIndex proposal = b().append(stricter, team().owner());
    const Attack adopt{"adopted without review", events::PolicyAdopted{proposal}, team().owner(), 7};
    expectBoth(adopt);
    const auto policy = state().policyInForce()->document;
    b().append(signature(proposal, policy->governance.review, "ml_engineer"), team().engineer());
    expectAccepted(adopt.event, adopt.actor);
}

TEST_F(Law07_ApproversCannotBeSilentlyRemoved, OnlyWhoLosesSomethingSigns)
{
    auto weaker = team().policyProposal(longerCanary(team(), "3600"));
    weaker.affected = {{"g.canary-to-production", "cp.soak", {"tech_lead"}}};
    expectBoth({"the wrong role is named", weaker, team().owner(), 7});
    weaker.affected = {{"g.canary-to-production", "cp.soak", {"platform_team"}}};
    const EntryIndex proposal = b().append(weaker, team().owner());
    const auto policy = state().policyInForce()->document;
    const auto comment = [&] { return b().text("I have seen the case, and accept that the canary is shorter."); };
    b().append(signature(proposal, policy->governance.review, "ml_engineer"), team().engineer());
    auto also = signature(proposal, policy->governance.alsoRequire, "tech_lead");
    also.comment = comment();
    b().append(also, team().lead());
    const Attack adopt{"the platform team has not signed", events::PolicyAdopted{proposal}, team().owner(), 7};
    b().clock().advanceSeconds(86'400);
    expectBoth(adopt);
    also = signature(proposal, policy->governance.alsoRequire, "platform_team");
    also.comment = comment();
    b().append(also, team().engineer());
    expectRefused({"within the cool-off", adopt.event, adopt.actor, 7});
    b().clock().advanceSeconds(86'400);
    expectAccepted(adopt.event, adopt.actor);
}

TEST_F(Law07_ApproversCannotBeSilentlyRemoved, AProtectedRoleLeavesNoGateUnseen)
{
    // Stricter without the lead, who is to know of it all the same.
    const std::string title = "\"title\": \"A second engineer or the tech lead reviews\", \"approval\": { \"roles\": ";
    auto narrower = team().policyProposal(
        team().editedPolicy(title + "[\"ml_engineer\", \"tech_lead\"]", title + "[\"ml_engineer\"]"));
    narrower.weakens = false;
    narrower.affected.clear();
    const EntryIndex proposal = b().append(narrower, team().owner());
    const auto policy = state().policyInForce()->document;
    b().append(signature(proposal, policy->governance.review, "ml_engineer"), team().engineer());
    const Attack adopt{"the lead has not seen it", events::PolicyAdopted{proposal}, team().owner(), 7};
    expectBoth(adopt);
    auto seen = signature(proposal, policy->governance.alsoRequire, "tech_lead");
    seen.comment = b().text("An engineer reviews what an engineer made; I agree with that.");
    b().append(seen, team().lead());
    expectAccepted(adopt.event, adopt.actor);
}

// Law 8 -------------------------------------------------------------------------------------------------------------

CS_LAW_PAIR(Law08_TheFloorHolds)
{
    const std::string around = team().editedPolicy("{ \"id\": \"canary-to-production\", \"label\"",
        "{ \"id\": \"express\", \"label\": \"Express\", \"from\": \"staging\", \"to\": \"production\", \"kind\": "
        "\"promotion\", "
        "\"gate\": \"g.canary-to-production\" },\n      { \"id\": \"canary-to-production\", \"label\"");
    const EntryIndex proposal = b().append(team().policyProposal(around), team().engineer());
    const VersionId staged = team().versionInStaging();
    return {{"a policy with a way around the canary", events::PolicyAdopted{proposal}, team().engineer(), 8},
        {"a rollback out of a stage where the version is not", team().rollback(staged, "production-rollback", "none"),
            team().owner(), 8},
        {"a rollback to a version that never served",
            team().rollback(staged, "staging-rollback", team().registerVersion("2").text()), team().engineer(), 8}};
}

// Law 9 -------------------------------------------------------------------------------------------------------------

CS_LAW_PAIR(Law09_AWayBackExistsBeforeTheWayForward)
{
    const VersionId version = team().versionInStaging();
    team().reportFlag(version, "safety_sweep.criteria_met", team().ci());
    team().reportFlag(version, "ops.readiness_confirmed", team().engineer());
    team().reportArtifact(version, team().ci());
    const PromotionId noDrill = team().propose(version, "staging-to-canary", team().engineer());
    team().approve(noDrill, team().lead());
    auto twisted = team().drill(version, "canary");
    twisted.durationMs = 1;
    return {{"everything but the drill", team().execution(noDrill), team().engineer(), 9},
        {"no version to return to", team().proposal(version, "staging-to-canary", "v999"), team().engineer(), 9},
        {"a drill shorter than it was", twisted, team().agent(), 9}};
}

// Law 10 ------------------------------------------------------------------------------------------------------------

CS_LAW_PAIR(Law10_RollbackIsNeverSlowerThanHarm)
{
    const VersionId version = team().versionInStaging();
    const EntryIndex rolledBack = b().append(team().rollback(version, "staging-rollback", "none"), team().engineer());
    auto future = team().rollback(version, "staging-rollback", "none");
    future.intent = state().size + 7;
    return {{"what was rolled back is proposed again as if nothing had been",
                team().proposal(version, "dev-to-staging"), team().engineer(), 10},
        {"the hold is lifted without a plan", events::RollbackHoldLifted{rolledBack, "waiver"}, team().owner(), 10},
        {"an intent that is not there", future, team().engineer(), 10}};
}

TEST_F(Law10_RollbackIsNeverSlowerThanHarm, APersonOfTheAuthorityNeedsNobodyElse)
{
    const VersionId version = team().versionInCanary();
    const auto rollback = team().rollback(version, "canary-rollback", "none");
    for (const ActorId person : {team().owner(), team().engineer(), team().lead(), team().agent()})
        expectAccepted(rollback, person);
    expectBoth({"the newcomer holds no role of the authority", rollback, team().newcomer(), 2});
}

// Law 11 ------------------------------------------------------------------------------------------------------------

CS_LAW_PAIR(Law11_EmergenciesAreVisible)
{
    const VersionId version = team().registerVersion("1");
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().engineer());
    auto emergency = team().execution(promotion);
    emergency.basis = "break_glass";
    events::BreakglassAuthorised authorised;
    authorised.promotion = promotion;
    authorised.reason = b().text("the branch is on fire and nobody answers the telephone");
    authorised.incident = "INC-1";
    return {{"executed by break-glass", emergency, team().ci(), 11},
        {"break-glass that the policy does not grant", authorised, team().lead(), 11}};
}

} // namespace
} // namespace cs::test
