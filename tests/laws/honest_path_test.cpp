// SPDX-License-Identifier: GPL-3.0-or-later
// The laws let the honest way through: without this, refusing everything would pass every other test of this folder.
#include "tests/laws/law_test.h"

namespace cs::test {
namespace {

class HonestPath : public LawTest { };

TEST_F(HonestPath, aModelReachesProductionThroughEveryGate)
{
    const VersionId version = team().versionInProduction();
    const engine::Version& row = *state().versions.find(version.index());
    std::vector<std::string> stages;
    for (const auto& stage : row.stages)
        stages.push_back(stage.state);
    EXPECT_EQ(stages, (std::vector<std::string>{"dev", "staging", "canary", "production"}));
    EXPECT_EQ(state().model(team().model())->productionHistory, std::vector<VersionId>{version});
    const auto report = audit::verifyLedger(b().store());
    ASSERT_TRUE(report);
    EXPECT_EQ(report->verdict, "intact") << (report->problems.empty() ? "" : report->problems[0].message);
    EXPECT_EQ(report->entries, state().size);
}

TEST_F(HonestPath, aSuccessorTakesItsPlaceAndARollbackBringsTheFirstBack)
{
    const VersionId first = team().versionInProduction("1");
    const VersionId second = team().versionInProduction("2");
    EXPECT_EQ(state().versions.find(first.index())->stage(), "retired")
        << "moved in the entry that executed its successor";
    EXPECT_EQ(state().versions.find(second.index())->stage(), "production");
    b().append(team().rollback(second, "production-rollback", first.text()), team().owner());
    EXPECT_EQ(state().versions.find(first.index())->stage(), "production");
    EXPECT_EQ(state().versions.find(second.index())->stage(), "staging");
    EXPECT_TRUE(state().versions.find(second.index())->held());
    const auto report = audit::verifyLedger(b().store());
    ASSERT_TRUE(report);
    EXPECT_EQ(report->verdict, "intact") << (report->problems.empty() ? "" : report->problems[0].message);
}

} // namespace
} // namespace cs::test
