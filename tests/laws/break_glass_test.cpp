// SPDX-License-Identifier: GPL-3.0-or-later
// Law 11: an emergency has its quorum, its limits, its review, and a hold where that is overdue.
#include "core/engine/break_glass.h"
#include "core/engine/obligations.h"
#include "tests/laws/law_test.h"

namespace cs::test {
namespace {

constexpr std::int64_t hour = 3600, day = 86'400;

/// The small team's policy with break-glass into canary and production: tech lead, and product owner or platform team.
std::string emergencyPolicy(const std::string& perModel = "2")
{
    std::string text = smallTeamPolicy();
    const auto edit = [&text](const std::string& piece, const std::string& by) {
        const auto at = text.find(piece, text.find("\"breakGlass\": {"));
        EXPECT_NE(at, std::string::npos) << piece;
        text.replace(at, piece.size(), by);
    };
    edit("\"enabled\": false,\n    \"transitions\": [],",
        "\"enabled\": true,\n    \"transitions\": [\"staging-to-canary\", \"canary-to-production\"],");
    edit("[[\"tech_lead\"], [\"product_owner\"]]", "[[\"tech_lead\"], [\"product_owner\", \"platform_team\"]]");
    edit("\"maxPerModelPer90Days\": 0", "\"maxPerModelPer90Days\": " + perModel);
    return text;
}

class BreakGlass : public LawTest {
protected:
    explicit BreakGlass(const std::string& policy = emergencyPolicy())
        : LawTest(policy)
    {
    }
    /// In staging, with nothing for the canary but what is never skipped.
    PromotionId bare(const std::string& label = "1", bool drill = true, bool provenance = true)
    {
        const VersionId version = team().versionInStaging(label);
        if (provenance)
            team().reportArtifact(version, team().ci());
        if (drill)
            b().append(team().drill(version, "canary"), team().agent());
        b().clock().advanceSeconds(day); // the digest that staging asked for is too old by now
        if (provenance)
            team().reportArtifact(version, team().ci());
        return team().propose(version, "staging-to-canary", team().engineer());
    }
    events::BreakglassAuthorised authorisation(PromotionId promotion, std::int64_t slot)
    {
        events::BreakglassAuthorised event;
        event.promotion = promotion;
        event.slot = slot;
        event.reason = b().text("The version in production refuses every second application since noon.");
        event.incident = "INC-4711";
        return event;
    }
    void authorise(PromotionId promotion)
    {
        b().append(authorisation(promotion, 0), team().lead());
        b().append(authorisation(promotion, 1), team().owner());
    }
    events::PromotionExecuted emergency(PromotionId promotion)
    {
        events::PromotionExecuted event = team().execution(promotion);
        event.basis = "break_glass";
        return event;
    }
    events::BreakglassReviewed review(PromotionId promotion, const char* decision = "approve")
    {
        return {
            promotion, "bg.review", decision, b().text("Looked at it after the fact; the skipped sweep has passed.")};
    }
    PromotionId executed(const std::string& label = "1")
    {
        const PromotionId promotion = bare(label);
        authorise(promotion);
        b().append(emergency(promotion), team().engineer());
        return promotion;
    }
    const engine::Promotion& row(PromotionId id) { return *state().promotions.find(id.index()); }
    std::optional<engine::GlassReview> owed(PromotionId id)
    {
        return engine::glassReview(state(), row(id), b().clock().now());
    }
};

TEST_F(BreakGlass, TwoDistinctPersonsNamedByThePolicyAuthoriseIt)
{
    const PromotionId promotion = bare();
    auto nameless = authorisation(promotion, 0);
    nameless.incident = "  ";
    expectBoth({"without an incident", nameless, team().lead(), 11});
    expectBoth({"by the proposer, who is of the platform team", authorisation(promotion, 1), team().engineer(), 11});
    expectBoth({"for a list that asks another role", authorisation(promotion, 1), team().lead(), 2});
    expectBoth({"for a list that is not there", authorisation(promotion, 2), team().lead(), 11});
    expectBoth({"by nobody's role", authorisation(promotion, 0), team().newcomer(), 2});
    expectBoth({"by a service", authorisation(promotion, 0), team().ci(), 2});
    b().append(authorisation(promotion, 0), team().lead());
    expectBoth({"twice by one person", authorisation(promotion, 0), team().lead(), 11});
    expectBoth({"executed on one signature", emergency(promotion), team().engineer(), 11});
    b().append(authorisation(promotion, 1), team().owner());
    expectBoth({"executed by a service", emergency(promotion), team().ci(), 2});
    expectBoth({"executed by somebody without a part in it", emergency(promotion), team().newcomer(), 2});
    expectBoth({"called satisfied, which it is not", team().execution(promotion), team().engineer(), 4});
    for (const ActorId person : {team().engineer(), team().lead(), team().owner()})
        expectAccepted(emergency(promotion), person);
}

TEST_F(BreakGlass, OneRoleInBothListsIsNotTwoPersons)
{
    for (const char* role : {"tech_lead", "platform_team"})
        team().changeByAll(events::change::Grant{team().newcomer(), role, std::nullopt, std::nullopt});
    const PromotionId promotion = bare();
    b().append(authorisation(promotion, 0), team().newcomer());
    expectBoth({"the other list by the same person", authorisation(promotion, 1), team().newcomer(), 11});
    expectAccepted(authorisation(promotion, 1), team().owner());
}

TEST_F(BreakGlass, AnUnusedAuthorisationDies)
{
    const PromotionId promotion = bare();
    b().append(authorisation(promotion, 0), team().lead());
    b().clock().advanceSeconds(2 * hour);
    b().append(authorisation(promotion, 1), team().owner());
    expectAccepted(emergency(promotion), team().engineer());
    b().clock().advanceSeconds(2 * hour);
    expectBoth({"the first one is four hours old", emergency(promotion), team().engineer(), 11});
    b().append(authorisation(promotion, 0), team().lead());
    expectAccepted(emergency(promotion), team().engineer());
}

TEST_F(BreakGlass, ARoleThatWasLostTakesItsAuthorisationAlong)
{
    team().changeByAll(events::change::Grant{team().newcomer(), "platform_team", std::nullopt, std::nullopt});
    const PromotionId promotion = bare();
    b().append(authorisation(promotion, 0), team().lead());
    b().append(authorisation(promotion, 1), team().newcomer());
    expectAccepted(emergency(promotion), team().engineer());
    team().changeByAll(events::change::EndRole{state().actor(team().newcomer())->assignments.back().grant});
    expectBoth({"one of the two has lost the role", emergency(promotion), team().engineer(), 11});
}

TEST_F(BreakGlass, NeverSkipsTheDrillNorWhereTheBytesComeFrom)
{
    const PromotionId noDrill = bare("1", false);
    authorise(noDrill);
    expectBoth({"no drill", emergency(noDrill), team().engineer(), 11});
    const PromotionId noDigest = bare("2", true, false);
    authorise(noDigest);
    expectBoth({"nobody has computed the digest lately", emergency(noDigest), team().engineer(), 11});
    team().reportArtifact(row(noDigest).version, team().ci());
    expectAccepted(emergency(noDigest), team().engineer());
}

TEST_F(BreakGlass, NeverSkipsTheSignOffOfARegulatedSystem)
{
    events::ModelTagsSet tags;
    tags.model = team().model();
    tags.tags = {{"regulated", "true"}};
    tags.reason = b().text("the regulator said so");
    b().append(tags, team().engineer());
    const PromotionId promotion = bare();
    authorise(promotion);
    // The tech lead's review is a protected role's here.
    expectBoth({"the protected role has not signed", emergency(promotion), team().engineer(), 11});
    b().append(team().approval(promotion, team().lead()), team().lead());
    expectAccepted(emergency(promotion), team().engineer());
    expectBoth({"the rest of the gate is open all the same", team().execution(promotion), team().engineer(), 4});
}

TEST_F(BreakGlass, AHoldAndARollbackStopIt)
{
    const PromotionId promotion = bare();
    authorise(promotion);
    b().append(team().rollback(row(promotion).version, "staging-rollback", "none"), team().engineer());
    expectBoth({"what was rolled back is on hold", emergency(promotion), team().engineer(), 4});
}

TEST_F(BreakGlass, IsNeitherOfAnEndedProposalNorAcrossAPolicyChange)
{
    const PromotionId promotion = bare();
    b().append(events::PromotionWithdrawn{promotion, b().text("not needed")}, team().engineer());
    expectBoth({"of a withdrawn proposal", authorisation(promotion, 0), team().lead(), 11});
    const PromotionId staging = team().propose(team().registerVersion("9"), "dev-to-staging", team().engineer());
    expectBoth({"of a transition that is not listed", authorisation(staging, 0), team().lead(), 11});
}

TEST_F(BreakGlass, MovesTheVersionAndOwesAReview)
{
    const PromotionId promotion = executed();
    EXPECT_EQ(row(promotion).basis, "break_glass");
    EXPECT_EQ(state().versions.find(row(promotion).version.index())->stage(), "canary");
    auto review1 = owed(promotion);
    ASSERT_TRUE(review1);
    EXPECT_TRUE(review1->owed());
    EXPECT_FALSE(review1->overdue(b().clock().now()));
    EXPECT_EQ(review1->due, row(promotion).ended->time.plusSeconds(3 * day));
    expectBoth({"reviewed by the lead, whom nobody asks", review(promotion), team().lead(), 2});
    auto elsewhere = review(promotion);
    elsewhere.leaf = "bg.other";
    expectBoth({"a condition that is not in the review", elsewhere, team().owner(), 11});
    b().append(review(promotion), team().owner());
    expectBoth({"the same word again", review(promotion), team().owner(), 11});
    EXPECT_FALSE(owed(promotion)->owed());
    const PromotionId normal = team().propose(team().registerVersion("8"), "dev-to-staging", team().engineer());
    expectBoth({"a review of what went through its gate", review(normal), team().owner(), 11});
}

TEST_F(BreakGlass, AnOverdueReviewHoldsEveryGateOfTheModel)
{
    const PromotionId promotion = executed();
    const VersionId other = team().registerVersion("2");
    team().reportForStaging(other);
    const PromotionId next = team().propose(other, "dev-to-staging", team().engineer());
    team().approve(next, team().lead());
    expectAccepted(team().execution(next), team().ci());
    b().clock().advanceSeconds(3 * day - hour);
    expectAccepted(team().execution(next), team().ci());
    b().clock().advanceSeconds(2 * hour);
    expectBoth({"a promotion of the model that is held", team().execution(next), team().ci(), 4});
    const auto standing = engine::standingFindings(
        state(), *state().policyInForce()->document, *state().model(team().model()), b().clock().now());
    ASSERT_EQ(standing.size(), 1U);
    EXPECT_EQ(standing[0].severity, "critical");
    EXPECT_EQ(standing[0].about, promotion.text());
    b().append(review(promotion, "reject"), team().owner());
    expectRefused({"a rejection lifts nothing", team().execution(next), team().ci(), 4});
    b().append(review(promotion), team().owner());
    expectAccepted(team().execution(next), team().ci());
}

TEST_F(BreakGlass, ARollbackEndsTheHoldAsWell)
{
    const PromotionId promotion = executed();
    const VersionId other = team().registerVersion("2");
    team().reportForStaging(other);
    const PromotionId next = team().propose(other, "dev-to-staging", team().engineer());
    team().approve(next, team().lead());
    b().clock().advanceSeconds(4 * day);
    expectRefused({"held", team().execution(next), team().ci(), 4});
    b().append(team().rollback(row(promotion).version, "canary-rollback", "fallback"), team().engineer());
    expectAccepted(team().execution(next), team().ci());
}

class BreakGlassQuota : public BreakGlass {
protected:
    BreakGlassQuota()
        : BreakGlass(emergencyPolicy("1"))
    {
    }
};

TEST_F(BreakGlassQuota, NoMoreThanThePolicyAllowsIn90Days)
{
    const PromotionId first = executed("1");
    b().append(review(first), team().owner());
    b().append(team().rollback(row(first).version, "canary-rollback", "fallback"), team().engineer());
    const PromotionId second = bare("2");
    expectBoth({"authorised though none is left", authorisation(second, 0), team().lead(), 11});
    expectBoth({"executed though none is left", emergency(second), team().engineer(), 11});
    b().clock().advanceSeconds(90 * day);
    team().reportArtifact(row(second).version, team().ci());
    b().append(team().drill(row(second).version, "canary"), team().agent());
    const PromotionId again = team().propose(row(second).version, "staging-to-canary", team().engineer());
    authorise(again);
    expectAccepted(emergency(again), team().engineer());
}

} // namespace
} // namespace cs::test
