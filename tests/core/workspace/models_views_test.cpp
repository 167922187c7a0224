// SPDX-License-Identifier: GPL-3.0-or-later
// The list of versions and the page of one, of a real ledger.
#include "core/base/sha256.h"
#include "core/workspace/views/models.h"
#include "core/workspace/views/version_facts.h"
#include "tests/support/small_team_ledger.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cs::test {
namespace {

using query::CompareRow;
using query::NodeStatus;
using query::filter::Standing;
using Outcome = CompareRow::Outcome;

class ModelsViews : public testing::Test {
protected:
    SmallTeamLedger& team() { return m_team; }
    UtcTime now() { return m_team.clock().now(); }
    /// On the file as it is now.
    Session& session()
    {
        m_session = m_team.builder().session();
        m_index.refresh(*m_session);
        return *m_session;
    }
    std::vector<std::string> found(const std::string& filter, query::filter::Order order = {})
    {
        Session& open = session();
        const auto answer = views::findVersions(m_index, filter, order, views::askerOf(open, team().owner(), now()));
        EXPECT_FALSE(answer.fault) << filter;
        std::vector<std::string> labels;
        for (const auto& row : views::versionRows(open, m_index, answer.ids, now()))
            labels.push_back(row.label);
        return labels;
    }
    query::VersionListRow row(VersionId id)
    {
        Session& open = session();
        const auto rows = views::versionRows(open, m_index, {id}, now());
        EXPECT_EQ(rows.size(), 1U);
        return rows.empty() ? query::VersionListRow() : rows.front();
    }
    query::VersionPageView page(VersionId id, ActorId me)
    {
        Session& open = session();
        const auto made = views::versionPage(open, m_index, id, me, now());
        EXPECT_TRUE(made) << utf8(made.error().message());
        return made.value_or(query::VersionPageView());
    }
    void openFinding(const std::string& kind, const std::string& severity, const std::string& about)
    {
        team().b().append(events::FindingOpened{kind, severity, {about}, sha256Of(kind)}, team().owner());
    }
    void measure(VersionId version, const std::string& name, const std::string& value)
    {
        auto report = team().report(version);
        events::ResultItem item;
        item.name = name;
        item.value = *Decimal::fromText(value);
        item.unit = "1";
        item.dataset = events::DatasetRef{"regression-set", sha256Of("regression set")};
        report.results = {item};
        team().b().append(report, team().ci());
    }
    static const query::MetricHistory* metric(const query::VersionPageView& page, const std::string& name)
    {
        const auto at = std::ranges::find(page.metrics, name, &query::MetricHistory::name);
        return at == page.metrics.end() ? nullptr : &*at;
    }
    static const CompareRow* compared(const query::VersionPageView& page, const std::string& id)
    {
        if (!page.comparison)
            return nullptr;
        const auto at = std::ranges::find(page.comparison->rows, id, &CompareRow::id);
        return at == page.comparison->rows.end() ? nullptr : &*at;
    }

    SmallTeamLedger m_team;
    std::unique_ptr<Session> m_session;
    views::ModelsIndex m_index;
};

TEST_F(ModelsViews, rowsSayWhereAVersionStands)
{
    const VersionId served = team().versionInProduction("1");
    const VersionId fresh = team().registerVersion("2");
    const auto first = row(served);
    EXPECT_EQ(first.modelName, "loan default");
    EXPECT_EQ(first.stage, "production");
    EXPECT_EQ(first.standing, Standing::InForce);
    EXPECT_EQ(first.risk, "low");
    EXPECT_FALSE(first.promotion);
    EXPECT_EQ(first.artifact, team().artifact(served).text());
    EXPECT_EQ(first.metric, 0.83) << "the first number without a slice";
    EXPECT_EQ(first.metricName, "eval.primary");
    const auto second = row(fresh);
    EXPECT_EQ(second.stage, "dev");
    EXPECT_EQ(second.standing, Standing::Quiet);
    EXPECT_FALSE(second.metric);
    EXPECT_EQ(found(""), (std::vector<std::string>{"2", "1"})) << "newest first within a model";
    EXPECT_EQ(found("stage:production"), std::vector<std::string>{"1"});
}

TEST_F(ModelsViews, waitingCountsFromTheProposal)
{
    const VersionId old = team().registerVersion("1");
    team().reportForStaging(old);
    const PromotionId promotion = team().propose(old, "dev-to-staging", team().engineer());
    const UtcTime proposed = now();
    EXPECT_TRUE(found("waiting:>2d").empty());
    team().clock().advanceSeconds(2 * 86'400 + 60);
    const VersionId young = team().registerVersion("2");
    team().propose(young, "dev-to-staging", team().engineer());
    EXPECT_EQ(found("waiting:>2d"), std::vector<std::string>{"1"});
    EXPECT_EQ(found("", {query::filter::SortBy::Waiting, false}), (std::vector<std::string>{"1", "2"}))
        << "who waits longest stands first";
    const auto waiting = row(old);
    EXPECT_EQ(waiting.standing, Standing::Open);
    EXPECT_EQ(waiting.promotion, promotion);
    EXPECT_EQ(waiting.promotionNumber, 1);
    EXPECT_EQ(waiting.waitingSince, proposed);
    EXPECT_GT(waiting.total, waiting.passed);
    team().b().append(events::PromotionWithdrawn{promotion, team().b().text("not now")}, team().engineer());
    EXPECT_TRUE(found("waiting:>2d").empty()) << "what was withdrawn waits no more";
    EXPECT_FALSE(row(old).waitingSince);
}

TEST_F(ModelsViews, aFaultIsAnAnswerWithItsPlace)
{
    Session& open = session();
    const auto asker = views::askerOf(open, team().owner(), now());
    const auto unknown = views::findVersions(m_index, "stge:dev", {}, asker);
    ASSERT_TRUE(unknown.fault);
    EXPECT_EQ(unknown.fault->at.offset, 0U);
    EXPECT_TRUE(unknown.ids.empty());
    EXPECT_EQ(unknown.models, 1U) << "what there is stays known";
}

TEST_F(ModelsViews, aFindingOfAVersionIsItsStandingOneOfTheModelIsNot)
{
    const VersionId served = team().versionInProduction("1");
    const VersionId fresh = team().registerVersion("2");
    openFinding("registry.alias_without_promotion", "medium", fresh.text());
    openFinding("registry.version_missing", "high", fresh.text());
    EXPECT_EQ(row(fresh).standing, Standing::Finding);
    EXPECT_EQ(row(fresh).finding, "registry.version_missing") << "the gravest";
    EXPECT_TRUE(row(fresh).modelFinding.empty());
    EXPECT_EQ(row(served).standing, Standing::InForce);
    EXPECT_EQ(found("finding:yes"), std::vector<std::string>{"2"});

    openFinding("registry.alias_moved", "low", team().model().text());
    EXPECT_EQ(row(served).standing, Standing::InForce) << "it serves all the same";
    EXPECT_EQ(row(served).modelFinding, "registry.alias_moved");
    EXPECT_EQ(row(fresh).finding, "registry.version_missing");
    EXPECT_EQ(found("finding:yes").size(), 2U);
    const auto of = page(served, team().owner());
    ASSERT_EQ(of.findings.size(), 1U) << "the page of each version shows those of its model";
    EXPECT_EQ(of.findings.front().kind, "registry.alias_moved");
    EXPECT_EQ(page(fresh, team().owner()).findings.size(), 3U);
}

TEST_F(ModelsViews, theTimelineNamesCauseApproversAndSpans)
{
    const VersionId version = team().registerVersion("1");
    const PromotionId staging = team().toStaging(version);
    const auto view = page(version, team().owner());
    ASSERT_EQ(view.stages.size(), 2U);
    const query::StageStep& now = view.stages.front();
    EXPECT_EQ(now.stage, "staging");
    EXPECT_EQ(now.cause, "promotion");
    EXPECT_EQ(now.promotion, staging);
    EXPECT_FALSE(now.until);
    ASSERT_EQ(now.by.size(), 1U);
    EXPECT_EQ(now.by.front().id, team().lead());
    const query::StageStep& first = view.stages.back();
    EXPECT_EQ(first.cause, "registered");
    EXPECT_EQ(first.until, now.since);
    EXPECT_EQ(first.by.front().id, team().engineer());
    ASSERT_EQ(view.promotions.size(), 1U);
    EXPECT_EQ(view.promotions.front().status, "executed");
    const auto current = std::ranges::find(view.lifecycle, true, &query::LifecycleStep::current);
    ASSERT_NE(current, view.lifecycle.end());
    EXPECT_EQ(current->stage, "staging");
    EXPECT_TRUE(std::ranges::is_sorted(view.entries, std::greater<>())) << "newest first";
    EXPECT_NE(std::ranges::find(view.entries, staging.index()), view.entries.end());
}

TEST_F(ModelsViews, whichVersionServedWhen)
{
    const VersionId first = team().versionInProduction("1");
    team().clock().advanceSeconds(30 * 86'400);
    const VersionId second = team().versionInProduction("2");
    const auto view = page(first, team().owner());
    ASSERT_EQ(view.production.size(), 2U);
    EXPECT_EQ(view.production[0].version, first);
    EXPECT_EQ(view.production[0].until, view.production[1].from) << "one leaves as the other enters";
    EXPECT_EQ(view.production[1].version, second);
    EXPECT_FALSE(view.production[1].until);
    EXPECT_EQ(view.stages.front().cause, "supersession");
    EXPECT_TRUE(page(second, team().owner()).productionLabel.empty()) << "it serves itself";
    EXPECT_FALSE(page(second, team().owner()).comparison);
}

TEST_F(ModelsViews, metricsStandBesideWhatTheGatesAsk)
{
    team().versionInProduction("1");
    const VersionId next = team().registerVersion("2");
    team().reportForStaging(next); // eval.primary 0.83, as in production
    const auto equal = page(next, team().owner());
    const auto* same = metric(equal, "eval.primary");
    ASSERT_NE(same, nullptr);
    ASSERT_FALSE(same->bounds.empty());
    EXPECT_EQ(same->bounds.front().gate, "Development → Staging");
    EXPECT_TRUE(same->bounds.front().next);
    EXPECT_FALSE(same->bounds.front().bound.empty());
    EXPECT_EQ(same->bounds.front().status, NodeStatus::Passed);
    EXPECT_EQ(same->higherIsBetter, true);

    measure(next, "eval.primary", "0.5");
    const auto worse = page(next, team().owner());
    EXPECT_EQ(metric(worse, "eval.primary")->bounds.front().status, NodeStatus::Failed);
    EXPECT_FALSE(metric(worse, "eval.primary")->bounds.front().because.empty());
    const auto* beside = metric(worse, "mlts-2017/data-1");
    ASSERT_NE(beside, nullptr);
    EXPECT_TRUE(beside->bounds.empty()) << "a part of a score has no bound of its own";
}

TEST_F(ModelsViews, aVersionIsComparedWithTheOneThatServes)
{
    const VersionId served = team().versionInProduction("1");
    const VersionId next = team().registerVersion("2");
    measure(next, "eval.primary", "0.9");
    measure(next, "eval.extra", "1");
    const auto view = page(next, team().owner());
    ASSERT_TRUE(view.comparison);
    EXPECT_EQ(view.comparison->other, served);
    EXPECT_EQ(view.comparison->otherLabel, "1");
    const CompareRow* primary = compared(view, "eval.primary");
    ASSERT_NE(primary, nullptr);
    EXPECT_EQ(primary->outcome, Outcome::Better);
    EXPECT_EQ(primary->here, "0.9");
    EXPECT_EQ(primary->there, "0.83");
    EXPECT_FALSE(primary->bound.empty());
    EXPECT_EQ(view.comparison->rows.front().id, "eval.primary") << "what a gate asks for stands first";
    EXPECT_EQ(compared(view, "eval.extra")->outcome, Outcome::OnlyHere);
    EXPECT_EQ(compared(view, "mlts-2017/data-1")->outcome, Outcome::OnlyThere);
    EXPECT_EQ(compared(view, "code")->outcome, Outcome::Same);
    EXPECT_EQ(compared(view, "artifact")->outcome, Outcome::Different);
    EXPECT_TRUE(compared(view, "artifact")->digest);
    EXPECT_EQ(compared(view, "source"), nullptr) << "neither has one";

    measure(next, "eval.primary", "0.4");
    EXPECT_EQ(compared(page(next, team().owner()), "eval.primary")->outcome, Outcome::Worse);
}

TEST_F(ModelsViews, numbersOfOtherDataAreDifferentNotWorse)
{
    team().versionInProduction("1");
    const VersionId next = team().registerVersion("2");
    auto report = team().report(next);
    events::ResultItem item;
    item.name = "eval.primary";
    item.value = *Decimal::fromText("0.4");
    item.unit = "1";
    item.dataset = events::DatasetRef{"regression-set", sha256Of("another set of that name")};
    report.results = {item};
    team().b().append(report, team().ci());
    EXPECT_EQ(compared(page(next, team().owner()), "eval.primary")->outcome, Outcome::Different);
}

TEST_F(ModelsViews, evidenceIsAttachedByWhoMayAndTheKindsAreThoseOfTheGates)
{
    const VersionId version = team().registerVersion("1");
    team().b().append(team().evidence(version, "odd_notes"), team().engineer());
    const auto view = page(version, team().engineer());
    EXPECT_TRUE(view.attach.on()) << view.attach.offReason;
    ASSERT_FALSE(view.evidenceKinds.empty());
    EXPECT_EQ(view.evidenceKinds.front(), "evaluation_report") << "what the next gate asks for";
    EXPECT_EQ(view.evidenceKinds.back(), "odd_notes");
    EXPECT_NE(std::ranges::find(view.evidenceKinds, std::string("canary_report")), view.evidenceKinds.end());
    EXPECT_EQ(page(version, ActorId()).attach.offReason, "Nobody is signed in on this computer.");
    const auto newcomer = page(version, team().newcomer());
    EXPECT_FALSE(newcomer.attach.on()) << "who holds no role attaches nothing";
    EXPECT_NE(newcomer.attach.offReason.find("holds no role"), std::string::npos) << newcomer.attach.offReason;
}

TEST_F(ModelsViews, aVersionThatIsNotThereIsSaid)
{
    Session& open = session();
    const auto made = views::versionPage(open, m_index, VersionId(9'999), team().owner(), now());
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code(), QStringLiteral("CS-WORKSPACE-NO-VERSION"));
    EXPECT_TRUE(views::versionRows(open, m_index, {VersionId(9'999)}, now()).empty());
}

} // namespace
} // namespace cs::test
