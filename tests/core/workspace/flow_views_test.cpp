// SPDX-License-Identifier: GPL-3.0-or-later
// The picture of a real ledger, and that what it offers to propose is what the laws accept.
#include "core/workspace/commands.h"
#include "core/workspace/views.h"
#include "core/workspace/views/flow.h"
#include "tests/support/small_team_ledger.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cs::test {
namespace {

using query::CardSays;

class FlowViews : public testing::Test {
protected:
    SmallTeamLedger& team() { return m_team; }
    UtcTime now() { return m_team.clock().now(); }
    Session& session()
    {
        m_session = m_team.builder().session();
        return *m_session;
    }
    query::FlowView flow(ActorId me, const query::FlowFilter& filter = {})
    {
        return views::flow(session(), filter, me, now());
    }
    query::ProposalView proposals(VersionId version, ActorId me)
    {
        const auto found = views::proposals(session(), version, me, std::nullopt, now());
        EXPECT_TRUE(found) << utf8(found.error().message());
        return found ? *found : query::ProposalView();
    }
    static const query::FlowStage& stage(const query::FlowView& view, const std::string& id)
    {
        return *std::ranges::find(view.stages, id, &query::FlowStage::id);
    }
    static const query::FlowGate& gate(const query::FlowView& view, const std::string& id)
    {
        return *std::ranges::find(view.gates, id, &query::FlowGate::transition);
    }
    static const query::ProposalOption& option(const query::ProposalView& view, const std::string& id)
    {
        return *std::ranges::find(view.options, id, &query::ProposalOption::transition);
    }

    SmallTeamLedger m_team;
    std::unique_ptr<Session> m_session;
};

TEST_F(FlowViews, stagesStandInTheOrderOfTheWay)
{
    const auto view = flow(team().owner());
    std::vector<std::string> ids;
    for (const auto& one : view.stages)
        ids.push_back(one.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"dev", "staging", "canary", "production", "archived", "retired"}));
    EXPECT_TRUE(stage(view, "retired").extra);
    EXPECT_FALSE(stage(view, "archived").extra);
    EXPECT_EQ(view.versions, 0U);
    EXPECT_EQ(view.models, 1U);
}

TEST_F(FlowViews, aPromotionIsSaidOnItsCardAndAtItsGate)
{
    const VersionId version = team().registerVersion("7");
    team().reportForStaging(version);
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().engineer());
    auto view = flow(team().lead());
    const auto& card = stage(view, "dev").cards.at(0);
    EXPECT_EQ(card.version, version);
    EXPECT_EQ(card.promotion, promotion);
    EXPECT_TRUE(card.says == CardSays::Left || card.says == CardSays::CheckFails);
    EXPECT_GT(card.left, 0U);
    const auto& open = gate(view, "dev-to-staging");
    EXPECT_EQ(open.open, 1U);
    EXPECT_EQ(open.best->id, promotion);
    EXPECT_EQ(open.best->total, card.total);
    EXPECT_EQ(open.waitsForMe, 1U) << "the lead may sign";
    EXPECT_TRUE(card.waitsForMe);
    EXPECT_EQ(gate(flow(team().newcomer()), "dev-to-staging").waitsForMe, 0U);
}

TEST_F(FlowViews, aSatisfiedGateIsReadyForWhoMayExecute)
{
    const VersionId version = team().registerVersion("1");
    team().reportForStaging(version);
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().engineer());
    team().approve(promotion, team().lead());
    const auto view = flow(team().engineer());
    EXPECT_EQ(stage(view, "dev").cards.at(0).says, CardSays::Ready);
    EXPECT_EQ(gate(view, "dev-to-staging").best->passed, gate(view, "dev-to-staging").best->total);
}

TEST_F(FlowViews, aFindingIsNotHiddenByATick)
{
    const VersionId version = team().versionInProduction("1");
    events::FindingOpened finding{"registry.alias_moved", "high", {version.text()}, Digest()};
    team().b().append(finding, team().engineer());
    EXPECT_EQ(stage(flow(team().owner()), "production").cards.at(0).says, CardSays::OutOfGovernance);
}

TEST_F(FlowViews, whatServesSaysSoAndItsWayBackIsRehearsed)
{
    const VersionId version = team().versionInProduction("1");
    const auto view = flow(team().owner());
    EXPECT_EQ(stage(view, "production").cards.at(0).version, version);
    EXPECT_EQ(stage(view, "production").cards.at(0).says, CardSays::Serves);
    const auto back = std::ranges::find(view.ways, "production-rollback", &query::FlowWayBack::transition);
    ASSERT_NE(back, view.ways.end());
    EXPECT_TRUE(back->budgetSeconds.has_value());
    EXPECT_TRUE(back->rehearsedAt || back->unrehearsed == 1);
    EXPECT_TRUE(std::ranges::any_of(view.ways, [](const auto& way) { return way.reinstatement; }));
    const auto pace = views::flowPace(*m_session, {}, now());
    EXPECT_EQ(pace.weeks.size(), 12U);
    std::size_t executed = 0;
    for (const auto& week : pace.weeks)
        executed += week.executed;
    EXPECT_EQ(executed, 3U);
    EXPECT_EQ(pace.leads.size(), 3U);
}

TEST_F(FlowViews, aCanaryShowsItsRamp)
{
    team().runCanary(team().toCanary(team().versionInStaging("1")));
    const auto view = flow(team().owner());
    const auto& card = stage(view, "canary").cards.at(0);
    ASSERT_TRUE(card.ramp);
    EXPECT_FALSE(card.ramp->steps.empty());
    EXPECT_EQ(card.ramp->now, card.ramp->steps.back());
}

TEST_F(FlowViews, filtersByModelNameAndRisk)
{
    team().registerVersion("1");
    query::FlowFilter filter;
    filter.risks = {"high"};
    EXPECT_EQ(flow(team().owner(), filter).versions, 0U);
    filter.risks = {"low"};
    EXPECT_EQ(flow(team().owner(), filter).versions, 1U);
    filter.text = "no such model";
    EXPECT_EQ(flow(team().owner(), filter).versions, 0U);
    filter = {};
    filter.model = ModelId(999);
    EXPECT_EQ(flow(team().owner(), filter).versions, 0U);
    filter.model = team().model();
    EXPECT_EQ(flow(team().owner(), filter).versions, 1U);
}

TEST_F(FlowViews, moreCardsThanFitAreCountedAndTooManyBecomeBars)
{
    for (int n = 0; n < 6; ++n)
        team().registerVersion(std::to_string(n));
    auto view = flow(team().owner());
    EXPECT_EQ(stage(view, "dev").cards.size(), query::FlowView::cardsMax);
    EXPECT_EQ(stage(view, "dev").count, 6U);
    EXPECT_EQ(stage(view, "dev").cards.front().label, "5") << "the newest first";
    for (int n = 6; n < 201; ++n)
        team().registerVersion(std::to_string(n));
    view = flow(team().owner());
    EXPECT_TRUE(view.aggregated);
    EXPECT_TRUE(stage(view, "dev").cards.empty());
    ASSERT_EQ(stage(view, "dev").bars.size(), 1U);
    EXPECT_EQ(stage(view, "dev").bars.front().versions, 201U);
}

TEST_F(FlowViews, gatesNameApproversWithTheirCondition)
{
    const auto view = flow(team().owner());
    const auto& staging = gate(view, "dev-to-staging");
    EXPECT_GT(staging.conditions, 5U);
    ASSERT_FALSE(staging.approvers.empty());
    EXPECT_FALSE(staging.approvers.front().title.empty());
    EXPECT_FALSE(staging.tree.children.empty());
    EXPECT_FALSE(gate(view, "production-to-retired").proposable);
}

TEST_F(FlowViews, whatIsOfferedTheLawsAcceptAndWhatIsRefusedTheyRefuse)
{
    team().versionInProduction("1");
    const VersionId version = team().versionInStaging("2");
    for (const ActorId me : {team().owner(), team().engineer(), team().lead(), team().newcomer()}) {
        const auto view = proposals(version, me);
        EXPECT_TRUE(view.options.front().here);
        for (const auto& one : view.options) {
            commands::ProposeRequest request;
            request.version = version;
            request.transition = one.transition;
            request.rollbackTarget = one.targets.empty() ? "" : one.targets.front().first;
            const auto draft = commands::propose(*m_session, me, request);
            ASSERT_TRUE(draft);
            const auto key = m_session->state().actor(me)->keys.back().key;
            const bool accepted = m_session->wouldAccept(draft->event, me, key).has_value();
            EXPECT_EQ(accepted, one.state.on()) << one.transition << ": " << one.state.offReason;
            EXPECT_EQ(one.state.on(), one.state.offReason.empty());
        }
    }
}

TEST_F(FlowViews, aProposalSaysWhatHoldsAlreadyAndWhoWillBeAsked)
{
    const VersionId version = team().registerVersion("1");
    const auto before = option(proposals(version, team().engineer()), "dev-to-staging");
    EXPECT_TRUE(before.state.on()) << before.state.offReason;
    EXPECT_FALSE(before.missing.empty());
    EXPECT_FALSE(before.asked.empty());
    ASSERT_TRUE(before.tree);
    team().reportForStaging(version);
    const auto after = option(proposals(version, team().engineer()), "dev-to-staging");
    EXPECT_GT(after.passed, before.passed);
    EXPECT_TRUE(after.missing.empty());
    team().propose(version, "dev-to-staging", team().engineer());
    EXPECT_TRUE(option(proposals(version, team().engineer()), "dev-to-staging").replaces);
}

TEST_F(FlowViews, aGateElsewhereSaysWhereItBegins)
{
    const auto view = proposals(team().registerVersion("1"), team().engineer());
    const auto& elsewhere = option(view, "canary-to-production");
    EXPECT_FALSE(elsewhere.here);
    EXPECT_NE(elsewhere.state.offReason.find("this gate begins in"), std::string::npos) << elsewhere.state.offReason;
}

TEST_F(FlowViews, nobodyProposesWithoutAName)
{
    const auto view = proposals(team().registerVersion("1"), ActorId());
    for (const auto& one : view.options)
        EXPECT_FALSE(one.state.offReason.empty());
}

TEST_F(FlowViews, aRevisionAnswersARequestForChanges)
{
    const VersionId version = team().registerVersion("1");
    team().reportForStaging(version);
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().engineer());
    team().builder().append(events::ChangesRequested{team().decision(promotion, team().lead())}, team().lead());
    EXPECT_EQ(stage(flow(team().owner()), "dev").cards.at(0).says, CardSays::ChangesAsked);
    const auto draft = commands::revise(*m_session, promotion, "Now with the floor.");
    ASSERT_TRUE(draft);
    ASSERT_TRUE(commands::submit(*m_session, *draft, team().builder().signer(team().engineer())));
    const auto view = views::flow(*m_session, {}, team().owner(), now());
    EXPECT_NE(stage(view, "dev").cards.at(0).says, CardSays::ChangesAsked);
}

} // namespace
} // namespace cs::test
