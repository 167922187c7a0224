// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/table/table.h"

#include "core/base/json.h"

#include <gtest/gtest.h>

namespace cs::reports {
namespace {

Table hostileTable()
{
    Table table;
    table.title = "Versions";
    table.columns = {{"name", "Name"}, {"value", "Value"}, {"when", "When"}};
    for (const char* text : {"=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "plain, \"quoted\""})
        table.rows.push_back({std::string(text), -0.5, UtcTime(1'790'000'000'000)});
    table.rows.push_back({std::monostate(), std::monostate(), true});
    return table;
}

TEST(CsvTable, NoCellBeginsLikeAFormulaButNumbersStayNumbers)
{
    const auto bytes = csv(hostileTable());
    ASSERT_TRUE(bytes);
    EXPECT_NE(bytes->find("\r\n'=1+1,-0.5,2026-09-21T"), std::string::npos) << *bytes;
    EXPECT_NE(bytes->find("\r\n'+cmd|' /C calc'!A0,"), std::string::npos);
    EXPECT_NE(bytes->find("\r\n'-2+3,"), std::string::npos);
    EXPECT_NE(bytes->find("\r\n'@SUM(A1),"), std::string::npos);
    EXPECT_NE(bytes->find("\r\n'\t=1,"), std::string::npos);
    EXPECT_NE(bytes->find("\r\n\"plain, \"\"quoted\"\"\","), std::string::npos);
    EXPECT_TRUE(bytes->ends_with("\r\n,,yes\r\n"));
}

TEST(JsonTable, KeepsTypesAndNamesItsSchema)
{
    const auto bytes = json(hostileTable());
    ASSERT_TRUE(bytes);
    const auto document = json::parse(*bytes);
    ASSERT_TRUE(document);
    const auto root = (*document)->root();
    EXPECT_EQ(root.find("schema").string(), "countersign.table/1");
    const auto first = root.find("rows").firstChild();
    EXPECT_EQ(first.find("name").string(), "=1+1");
    EXPECT_EQ(first.find("value").real(), -0.5);
    EXPECT_EQ(root.find("rows").size(), 7U);
}

TEST(XlsxTable, IsAZipWithoutFormulas)
{
    const auto bytes = xlsx(hostileTable());
    ASSERT_TRUE(bytes);
    EXPECT_TRUE(bytes->starts_with("PK"));
    // The parts are compressed; that no formula is in them is checked on the unpacked file in tests/app/cli.
    EXPECT_GT(bytes->size(), 2'000U);
}

TEST(TableWriters, StopWhenAskedAndSayHowFarTheyAre)
{
    Table table = hostileTable();
    for (int i = 0; i < 1'000; ++i)
        table.rows.push_back(table.rows.front());
    std::stop_source source;
    std::int64_t last = 0;
    WriteOptions options{[&](std::int64_t done, std::int64_t total) {
                             EXPECT_LE(done, total);
                             last = done;
                             source.request_stop();
                         },
        source.get_token()};
    for (const char* format : {"csv", "json", "xlsx"}) {
        source = std::stop_source();
        options.stop = source.get_token();
        const auto bytes = write(table, format, options);
        ASSERT_FALSE(bytes) << format;
        EXPECT_EQ(bytes.error().code(), QStringLiteral("CS-REPORTS-STOPPED"));
        EXPECT_LT(last, std::ssize(table.rows));
    }
    EXPECT_EQ(write(table, "doc").error().code(), QStringLiteral("CS-REPORTS-FORMAT"));
}

} // namespace
} // namespace cs::reports
