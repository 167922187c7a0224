// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evidence/readers/read_facts.h"

using namespace cs;
using namespace cs::test;

TEST(TextReader, GivesLines)
{
    const auto facts = readFacts(readText, "text/plain", "first\r\nsecond\n");
    EXPECT_EQ(number(facts->root(), "lineCount"), 2);
    EXPECT_EQ(facts->root().find("lines").firstChild().string(), "first");
    EXPECT_EQ(facts->root().find("encoding").string(), "UTF-8");
    EXPECT_EQ(facts->root().find("truncated").boolean(), false);
}

TEST(TextReader, ShowsDirectionOverridesAndControls)
{
    const auto facts = readFacts(readText, "text/plain", "access\u202e\u2066 granted\x1b[31m\n");
    EXPECT_EQ(
        item(facts->root().find("lines"), 0).string(), "access\u27e8U+202E\u27e9\u27e8U+2066\u27e9 granted\u241b[31m");
    EXPECT_TRUE(hasNote(*facts, "bidi_controls"));
    EXPECT_TRUE(hasNote(*facts, "control_characters"));
}

TEST(TextReader, ReadsOtherEncodingsAndSaysSo)
{
    const auto latin = readFacts(readText, "text/plain", "caf\xe9 \x80");
    EXPECT_EQ(item(latin->root().find("lines"), 0).string(), "caf\u00e9 \u20ac");
    EXPECT_TRUE(hasNote(*latin, "not_utf8"));
    const auto wide = readFacts(readText, "text/plain", std::string_view("\xff\xfeh\0i\0", 6));
    EXPECT_EQ(item(wide->root().find("lines"), 0).string(), "hi");
    EXPECT_TRUE(hasNote(*wide, "utf16"));
    const auto marked = readFacts(readText, "text/plain", "\xef\xbb\xbfx");
    EXPECT_EQ(item(marked->root().find("lines"), 0).string(), "x");
    EXPECT_TRUE(hasNote(*marked, "byte_order_mark"));
}

TEST(TextReader, RefusesBinary)
{
    const auto preview = readText({.media = "text/plain"}, std::string_view("a\0b", 3));
    ASSERT_FALSE(preview);
    EXPECT_EQ(utf8(preview.error().code()), "CS-READER-BINARY");
}

TEST(TextReader, CutsLongLinesAndManyLines)
{
    std::string text = std::string(5000, 'x') + "\n";
    for (int i = 0; i < 5000; ++i)
        text += "line\n";
    const auto facts = readFacts(readText, "text/plain", text);
    EXPECT_EQ(facts->root().find("lines").size(), 2000U);
    EXPECT_EQ(number(facts->root(), "lineCount"), 5001);
    EXPECT_EQ(item(facts->root().find("lines"), 0).string().size(), 1000U + std::string_view("\u2026").size());
    EXPECT_EQ(facts->root().find("truncated").boolean(), true);
    EXPECT_TRUE(hasNote(*facts, "rows_cut"));
}

TEST(TextReader, AnswerStaysUnderTheCapForTheWorstText)
{
    std::string text;
    for (int i = 0; i < 2000; ++i)
        text += std::string(1000, '\x01') + "\n"; // each character grows to three bytes
    const auto facts = readFacts(readText, "text/plain", text);
    EXPECT_TRUE(hasNote(*facts, "rows_cut"));
}

TEST(TextReader, OfAHeadOnlyWholeLinesAreShown)
{
    const auto preview = readText({.media = "text/plain", .totalBytes = 1000}, "one\ntwo \xe2\x82");
    ASSERT_TRUE(preview);
    EXPECT_NE(preview->facts.find(R"("lines":["one"])"), std::string::npos);
    EXPECT_NE(preview->facts.find(R"("bytes":1000)"), std::string::npos);
    EXPECT_NE(preview->facts.find(R"("lineCount":-1)"), std::string::npos);
    EXPECT_NE(preview->facts.find("head_only"), std::string::npos);
}
