// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evidence/readers/read_facts.h"

using namespace cs;
using namespace cs::test;

TEST(CsvReader, FindsColumnsTypesAndRows)
{
    const auto facts =
        readFacts(readCsv, "text/csv", "group,n,rate,ok,\na,10,0.5,true,\n\"b, \"\"x\"\"\ny\",7,2,false,\n\n");
    const json::Value root = facts->root();
    EXPECT_EQ(number(root, "rowCount"), 2);
    EXPECT_EQ(number(root, "columnCount"), 5);
    const char* types[] = {"text", "integer", "number", "boolean", "empty"};
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(item(root.find("columns"), i).find("type").string(), types[i]) << i;
    EXPECT_EQ(item(item(root.find("rows"), 1), 0).string(), "b, \"x\"\ny");
    EXPECT_FALSE(hasNote(*facts, "ragged_rows"));
}

TEST(CsvReader, FindsOtherSeparators)
{
    EXPECT_EQ(readFacts(readCsv, "text/csv", "a;b;c,d\n1;2;3\n")->root().find("delimiter").string(), ";");
    EXPECT_EQ(readFacts(readCsv, "text/tab-separated-values", "a,b\tc\n")->root().find("delimiter").string(), "\t");
}

TEST(CsvReader, NotesWhatIsOdd)
{
    const auto facts = readFacts(readCsv, "text/csv", "a,a\n1\n1,2,3\n");
    EXPECT_TRUE(hasNote(*facts, "ragged_rows"));
    EXPECT_TRUE(hasNote(*facts, "duplicate_columns"));
    EXPECT_EQ(number(facts->root(), "columnCount"), 3);
}

TEST(CsvReader, CutsRowsAndColumns)
{
    std::string line;
    for (int i = 0; i < 1000; ++i)
        line += "c" + std::to_string(i) + ",";
    std::string text = line + "\n";
    for (int i = 0; i < 700; ++i)
        text += "1,2\n";
    const auto facts = readFacts(readCsv, "text/csv", text);
    EXPECT_EQ(facts->root().find("columns").size(), 200U);
    EXPECT_EQ(facts->root().find("rows").size(), 500U);
    EXPECT_EQ(number(facts->root(), "rowCount"), 700);
    EXPECT_TRUE(hasNote(*facts, "columns_cut"));
    EXPECT_TRUE(hasNote(*facts, "rows_cut"));
}

TEST(CsvReader, AnOpenQuoteTakesTheRest)
{
    const auto facts = readFacts(readCsv, "text/csv", "a,b\n\"never closed,1\n2,3\n");
    EXPECT_EQ(number(facts->root(), "rowCount"), 1);
}

TEST(CsvReader, WideTableOfLongCellsStaysUnderTheCap)
{
    std::string text;
    for (int row = 0; row < 60; ++row) {
        for (int column = 0; column < 200; ++column)
            text += std::string(500, 'x') + ",";
        text += "\n";
    }
    EXPECT_TRUE(hasNote(*readFacts(readCsv, "text/csv", text), "rows_cut"));
}
