// SPDX-License-Identifier: GPL-3.0-or-later
// README.md lists each law with its tests; this keeps the list true and the pairs complete.
#include "core/engine/laws.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

namespace cs::test {
namespace {

std::map<std::string, std::vector<std::string>> lawTests()
{
    std::map<std::string, std::vector<std::string>> suites;
    const testing::UnitTest& all = *testing::UnitTest::GetInstance();
    for (int i = 0; i < all.total_test_suite_count(); ++i) {
        const testing::TestSuite& suite = *all.GetTestSuite(i);
        if (!std::string_view(suite.name()).starts_with("Law"))
            continue;
        for (int n = 0; n < suite.total_test_count(); ++n)
            suites[suite.name()].emplace_back(suite.GetTestInfo(n)->name());
    }
    return suites;
}

TEST(LawsReadme, everyLawHasItsPairAndTheListIsTrue)
{
    const auto suites = lawTests();
    std::string table = "| law | tests |\n| --- | --- |\n";
    for (const engine::Law& law : engine::allLaws()) {
        const std::string prefix = "Law" + std::string(law.number < 10 ? "0" : "") + std::to_string(law.number) + "_";
        const auto suite = suites.lower_bound(prefix);
        ASSERT_TRUE(suite != suites.end() && suite->first.starts_with(prefix))
            << "law " << law.number << " has no tests";
        table += "| " + std::to_string(law.number) + ". " + law.title + " | `" + suite->first + "`: ";
        for (const char* way : {"RefusedLive", "DetectedInForgedLedger"})
            EXPECT_EQ(std::ranges::count(suite->second, way), 1) << suite->first << " lacks " << way;
        for (std::size_t i = 0; i < suite->second.size(); ++i)
            table += (i == 0 ? "" : ", ") + suite->second[i];
        table += " |\n";
    }
    std::ifstream in(std::string(CS_SOURCE_DIR) + "/tests/laws/README.md");
    std::ostringstream readme;
    readme << in.rdbuf();
    EXPECT_NE(readme.str().find(table), std::string::npos) << "README.md should hold this table:\n" << table;
}

} // namespace
} // namespace cs::test
