// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evidence/readers/read_facts.h"

using namespace cs;
using namespace cs::test;

TEST(JsonReader, PrettyLinesAndNodes)
{
    const auto facts = readFacts(readJson, "application/json", R"({"auc":0.912,"tags":["a",null],"empty":{}})");
    const json::Value root = facts->root();
    const char* lines[] = {
        "{", "  \"auc\": 0.912,", "  \"tags\": [", "    \"a\",", "    null", "  ],", "  \"empty\": {}", "}"};
    for (int i = 0; i < 8; ++i)
        EXPECT_EQ(item(root.find("lines"), i).string(), lines[i]);
    EXPECT_EQ(number(root, "nodeCount"), 6);
    const json::Value tags = item(root.find("nodes"), 2);
    EXPECT_EQ(item(tags, 0).integer(), 1);
    EXPECT_EQ(item(tags, 1).string(), "tags");
    EXPECT_EQ(item(tags, 2).string(), "array");
    EXPECT_EQ(item(tags, 3).string(), "2");
}

TEST(JsonReader, WhatIsNotStrictIsShownAsTextWithTheReason)
{
    for (const char* text : {"{\"auc\":NaN}", "{\"a\":1,\"a\":2}", "{\"a\":1} trailing"}) {
        const auto facts = readFacts(readJson, "application/json", text);
        EXPECT_EQ(facts->root().find("kind").string(), "text") << text;
        EXPECT_TRUE(hasNote(*facts, "not_strict_json")) << text;
        EXPECT_EQ(item(facts->root().find("lines"), 0).string(), text);
    }
}

TEST(JsonReader, DeepNestingIsTextAndNotACrash)
{
    const auto facts = readFacts(readJson, "application/json", std::string(100'000, '['));
    EXPECT_EQ(facts->root().find("kind").string(), "text");
}

TEST(JsonReader, ManyValuesAreCut)
{
    std::string text = "[0";
    for (int i = 1; i < 10'000; ++i)
        text += "," + std::to_string(i);
    const auto facts = readFacts(readJson, "application/json", text + "]");
    EXPECT_EQ(number(facts->root(), "nodeCount"), 10'001);
    EXPECT_EQ(facts->root().find("nodes").size(), 3000U);
    EXPECT_TRUE(hasNote(*facts, "rows_cut"));
}

TEST(JsonReader, HiddenCharactersInNamesAndValuesAreShown)
{
    const auto facts = readFacts(readJson, "application/json", "{\"a\\u202eb\":\"x\\u0007\"}");
    EXPECT_EQ(item(facts->root().find("lines"), 1).string(), "  \"a\u27e8U+202E\u27e9b\": \"x\u2407\"");
    EXPECT_TRUE(hasNote(*facts, "bidi_controls"));
}
