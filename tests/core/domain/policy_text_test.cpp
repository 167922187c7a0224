// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy_text.h"

#include "tests/core/domain/policy_files.h"

#include <gmock/gmock.h>

namespace cs::test {
namespace {

std::string placed(std::string_view text, std::string_view pointer)
{
    const auto place = policy::placeOf(text, pointer);
    return place ? std::string(text.substr(place->begin, place->end - place->begin)) : "nothing";
}

TEST(PolicyText, APointerNamesTheBytesOfItsValue)
{
    const std::string text = "{\n  \"a\": [1, {\"b/c\": \"x\", \"~\": 7, \"\": true}],\n  \"d.e\": 2\n}";
    EXPECT_EQ(placed(text, ""), text);
    EXPECT_EQ(placed(text, "/a/0"), "1");
    EXPECT_EQ(placed(text, "/a/1/b~1c"), "\"x\"");
    EXPECT_EQ(placed(text, "/a/1/~0"), "7");
    EXPECT_EQ(placed(text, "/a/1/"), "true");
    EXPECT_EQ(placed(text, "/d.e"), "2");
    EXPECT_EQ(placed(text, "d.e"), "nothing");
    EXPECT_EQ(placed(text, "/a/1/~2"), "nothing");
}

TEST(PolicyText, WhatIsMissingIsPlacedWhereItWouldStand)
{
    const std::string text = R"({"a":{"b":[1,2]},"c":3})";
    EXPECT_EQ(placed(text, "/a/b/2"), "[1,2]");
    EXPECT_EQ(placed(text, "/a/x/y/z"), R"({"b":[1,2]})");
    EXPECT_EQ(placed(text, "/c/d"), "3");
    EXPECT_EQ(placed(text, "/a/b/-"), "[1,2]");
    EXPECT_EQ(placed(text, "/a/b/99999999999999999999"), "[1,2]");
}

TEST(PolicyText, ColumnsAreCountedInCharacters)
{
    const std::string text = "{\n \"\u00fc\u6f22\U0001F600\": 5 }";
    const auto place = policy::placeOf(text, "/\u00fc\u6f22\U0001F600");
    ASSERT_TRUE(place);
    EXPECT_EQ(place->line, 2);
    EXPECT_EQ(place->column, 9);
    EXPECT_EQ(policy::placeAt(text, 0).line, 1);
    EXPECT_EQ(policy::placeAt(text, 0).column, 1);
    EXPECT_EQ(policy::placeAt(text, 2).line, 2);
    EXPECT_EQ(policy::placeAt(text, 2).column, 1);
    EXPECT_EQ(policy::placeAt(text, 1U << 20U).begin, text.size());
}

TEST(PolicyText, ABrokenTextIsOneFindingWithItsLineAndColumn)
{
    const auto faults = policy::check("{\n  \"a\": 1,\n  \"a\": 2\n}");
    ASSERT_EQ(faults.findings.size(), 1U);
    EXPECT_EQ(faults.policy, nullptr);
    EXPECT_FALSE(faults.adoptable());
    const auto& finding = faults.findings.front();
    EXPECT_EQ(finding.rule, "json");
    EXPECT_THAT(finding.message, testing::HasSubstr("line 3, column 3"));
    ASSERT_TRUE(finding.place);
    EXPECT_EQ(finding.place->line, 3);
    EXPECT_EQ(finding.place->column, 3);
}

TEST(PolicyText, AGrammarErrorIsOneFindingAtItsPointer)
{
    const std::string bytes =
        edited(defaultPolicy(), "gates/g.canary-to-production/require/all/8/approval/nonsense", "1");
    const auto faults = policy::check(bytes);
    ASSERT_EQ(faults.findings.size(), 1U);
    const auto& finding = faults.findings.front();
    EXPECT_EQ(finding.rule, "grammar");
    EXPECT_EQ(finding.where, "/gates/g.canary-to-production/require/all/8/approval/nonsense");
    ASSERT_TRUE(finding.place);
    EXPECT_EQ(bytes.substr(finding.place->begin, finding.place->end - finding.place->begin), "1");
}

TEST(PolicyText, AnotherKindOfDocumentIsPlacedToo)
{
    for (const char* bytes : {"[]", "3", "null", "\"policy\""}) {
        const auto faults = policy::check(bytes);
        ASSERT_EQ(faults.findings.size(), 1U) << bytes;
        EXPECT_EQ(faults.findings.front().where, "");
        EXPECT_TRUE(faults.findings.front().place);
    }
}

TEST(PolicyText, ShippedPoliciesAreAdoptable)
{
    for (const auto& bytes : {defaultPolicy(), smallTeamPolicy()})
        EXPECT_TRUE(policy::check(bytes).adoptable());
}

/// Every finding of lint points to something that is there, or to the place where it would be.
TEST(PolicyText, LintPointsAtTheLeaf)
{
    std::string bytes = edited(
        defaultPolicy(), "gates/g.canary-to-production/require/all/8/approval/roles", R"(["product_owner","wizard"])");
    bytes = edited(bytes, "freezes/1/transitions/0", "\"nowhere\"");
    bytes = edited(bytes, "gates/g.staging-to-canary/require/all/10/else", nullptr);
    const auto faults = policy::check(bytes);
    ASSERT_NE(faults.policy, nullptr);
    std::map<std::string, std::string> texts;
    std::size_t last = 0;
    for (const auto& finding : faults.findings) {
        ASSERT_TRUE(finding.place) << finding.where;
        EXPECT_GE(finding.place->begin, last);
        last = finding.place->begin;
        texts[finding.where] = bytes.substr(finding.place->begin, finding.place->end - finding.place->begin);
    }
    EXPECT_EQ(texts["/gates/g.canary-to-production/require/all/8/approval/roles/1"], "\"wizard\"");
    EXPECT_EQ(texts["/freezes/1/transitions/0"], "\"nowhere\"");
    EXPECT_EQ(texts.count("/gates/g.staging-to-canary/require"), 1U);
}

TEST(PolicyText, EveryConditionKnowsItsPointer)
{
    for (const auto& bytes : {defaultPolicy(), smallTeamPolicy()}) {
        const auto faults = policy::check(bytes);
        ASSERT_NE(faults.policy, nullptr);
        for (const auto& [id, gate] : faults.policy->gates)
            policy::walk(gate.require, [&](const policy::Condition& node) {
                EXPECT_EQ(placed(bytes, node.pointer + "/id"), "\"" + node.id + "\"");
            });
    }
}

} // namespace
} // namespace cs::test
