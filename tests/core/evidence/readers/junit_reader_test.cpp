// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evidence/readers/read_facts.h"

using namespace cs;
using namespace cs::test;

namespace {

constexpr std::string_view report = R"(<?xml version="1.0"?>
<testsuites tests="4"><testsuite name="fairness" tests="4" time="1.5">
<testcase classname="c" name="passes"/>
<testcase classname="c" name="fails"><failure message="0.71 &lt; 0.8">assert rate &gt;= 0.8
 in group b</failure></testcase>
<testcase classname="c" name="breaks"><error message="boom"/></testcase>
<testcase classname="c" name="skipped"><skipped/></testcase>
</testsuite></testsuites>)";

std::string refusal(std::string_view bytes)
{
    const auto preview = readJunit({.media = "application/junit+xml"}, bytes);
    return preview ? "accepted" : utf8(preview.error().code());
}

} // namespace

TEST(JunitReader, CountsCasesAndListsFailures)
{
    const auto facts = readFacts(readJunit, "application/junit+xml", report);
    const json::Value root = facts->root();
    EXPECT_EQ(number(root, "tests"), 4);
    EXPECT_EQ(number(root, "passed"), 1);
    EXPECT_EQ(number(root, "failures"), 1);
    EXPECT_EQ(number(root, "errors"), 1);
    EXPECT_EQ(number(root, "skipped"), 1);
    const json::Value failing = item(root.find("failing"), 0);
    EXPECT_EQ(failing.find("suite").string(), "fairness");
    EXPECT_EQ(failing.find("name").string(), "fails");
    EXPECT_EQ(failing.find("message").string(), "0.71 < 0.8");
    EXPECT_EQ(failing.find("detail").string(), "assert rate >= 0.8\n in group b");
    EXPECT_EQ(item(root.find("failing"), 1).find("outcome").string(), "error");
    EXPECT_FALSE(hasNote(*facts, "counts_differ"));
}

TEST(JunitReader, DoesNotBelieveTheClaimedTotals)
{
    const auto facts = readFacts(readJunit, "application/junit+xml",
        R"(<testsuite name="s" tests="900" failures="0"><testcase name="a"><failure/></testcase></testsuite>)");
    EXPECT_EQ(number(facts->root(), "tests"), 1);
    EXPECT_EQ(number(facts->root(), "failures"), 1);
    EXPECT_TRUE(hasNote(*facts, "counts_differ"));
}

TEST(JunitReader, RefusesEntitiesForeignRootsAndDamage)
{
    EXPECT_EQ(
        refusal(R"(<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><testsuite name="&b;"/>)"), "CS-READER-FORMAT");
    EXPECT_EQ(refusal(R"(<!DOCTYPE x SYSTEM "file:///etc/passwd"><testsuite/>)"), "CS-READER-FORMAT");
    EXPECT_EQ(refusal("<html/>"), "CS-READER-FORMAT");
    EXPECT_EQ(refusal(report.substr(0, 200)), "CS-READER-FORMAT");
    EXPECT_EQ(refusal(""), "CS-READER-FORMAT");
    std::string deep;
    for (int i = 0; i < 5000; ++i)
        deep += "<testsuite>";
    EXPECT_EQ(refusal(deep), "CS-READER-FORMAT");
}
