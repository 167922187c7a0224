// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evidence/readers/read_facts.h"

using namespace cs;
using namespace cs::test;

namespace {

std::unique_ptr<json::Document> read(std::string_view text)
{
    return readFacts(readMarkdown, "text/markdown", text);
}

json::Value block(const json::Document& facts, int index)
{
    return item(facts.root().find("blocks"), index);
}

} // namespace

TEST(MarkdownReader, FindsBlocks)
{
    const auto facts =
        read("# Model card #\n\nFirst\nline\n\nUnder\n-----\n- one\n  more\n  2) two\n> said\n> again\n***\n"
             "```python\nx = 1\n```\n| a | b |\n|---|:-:|\n| 1 | 2 |\n");
    const char* types[] = {"heading", "paragraph", "heading", "item", "item", "quote", "rule", "code", "table"};
    ASSERT_EQ(facts->root().find("blocks").size(), 9U);
    for (int i = 0; i < 9; ++i)
        EXPECT_EQ(block(*facts, i).find("type").string(), types[i]) << i;
    EXPECT_EQ(item(block(*facts, 0).find("spans"), 0).find("text").string(), "Model card");
    EXPECT_EQ(item(block(*facts, 1).find("spans"), 0).find("text").string(), "First line");
    EXPECT_EQ(number(block(*facts, 2), "level"), 2);
    EXPECT_EQ(item(block(*facts, 3).find("spans"), 0).find("text").string(), "one more");
    EXPECT_EQ(number(block(*facts, 4), "number"), 2);
    EXPECT_EQ(item(block(*facts, 5).find("spans"), 0).find("text").string(), "said again");
    EXPECT_EQ(block(*facts, 7).find("language").string(), "python");
    EXPECT_EQ(item(item(item(block(*facts, 8).find("rows"), 0), 1), 0).find("text").string(), "2");
}

TEST(MarkdownReader, FindsSpans)
{
    const auto facts = read(R"(a **bold** _it_ `co*de` snake_case_name \*no\* [text](https://x.example/a))");
    const json::Value spans = block(*facts, 0).find("spans");
    EXPECT_EQ(item(spans, 1).find("text").string(), "bold");
    EXPECT_EQ(item(spans, 1).find("bold").boolean(), true);
    EXPECT_EQ(item(spans, 3).find("italic").boolean(), true);
    EXPECT_EQ(item(spans, 5).find("text").string(), "co*de");
    EXPECT_EQ(item(spans, 5).find("code").boolean(), true);
    EXPECT_EQ(item(spans, 6).find("text").string(), " snake_case_name *no* ");
    EXPECT_EQ(item(spans, 7).find("url").string(), "https://x.example/a");
}

TEST(MarkdownReader, HtmlStaysTextAndPicturesAreDescribed)
{
    const auto facts = read("<img src=x onerror=alert(1)> ![a plot](file:///etc/passwd)\n\n<script>x</script>\n");
    EXPECT_EQ(item(block(*facts, 0).find("spans"), 0).find("text").string(), "<img src=x onerror=alert(1)> ");
    EXPECT_EQ(item(block(*facts, 0).find("spans"), 1).find("text").string(), "a plot");
    EXPECT_TRUE(hasNote(*facts, "raw_html"));
    EXPECT_TRUE(hasNote(*facts, "images_left_out"));
}

TEST(MarkdownReader, UnclosedThingsEnd)
{
    for (const char* text : {"```\nx", "**", "[", "[a](", "`", "![", "<", "\\", "#", "|\n|-|", ">", "- ", "***a", "1."})
        EXPECT_GE(read(text)->root().find("blocks").size(), 1U) << text;
    EXPECT_EQ(read("")->root().find("blocks").size(), 0U);
}

TEST(MarkdownReader, ManyMarksStaySmall)
{
    EXPECT_TRUE(hasNote(*read(std::string(1U << 20U, '[')), "cut"));
    EXPECT_TRUE(hasNote(*read(std::string(1U << 20U, '`')), "cut"));
}
