// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/evidence/readers/read_facts.h"

using namespace cs;
using namespace cs::test;

TEST(SarifReader, CountsLevelsAndSortsBySeverity)
{
    const auto facts = readFacts(readSarif, "application/sarif+json", R"({"version":"2.1.0","runs":[{"tool":{"driver":{
        "name":"scan","version":"1.2","rules":[{"id":"R1","defaultConfiguration":{"level":"error"}}]}},"results":[
        {"ruleId":"R2","level":"note","message":{"text":"small"}},
        {"ruleId":"R3","message":{"text":"middle"}},
        {"ruleId":"R4","level":"error","suppressions":[{"kind":"inSource"}],"message":{"text":"waved"}},
        {"ruleId":"R1","message":{"text":"large"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a.py"},
         "region":{"startLine":7}}}]}]}]})");
    const json::Value root = facts->root();
    EXPECT_EQ(number(root.find("counts"), "error"), 1);
    EXPECT_EQ(number(root.find("counts"), "warning"), 1);
    EXPECT_EQ(number(root.find("counts"), "note"), 1);
    EXPECT_EQ(number(root, "suppressed"), 1);
    EXPECT_EQ(item(root.find("tools"), 0).find("name").string(), "scan");
    const json::Value worst = item(root.find("results"), 1);
    EXPECT_EQ(worst.find("message").string(), "large");
    EXPECT_EQ(worst.find("file").string(), "a.py");
    EXPECT_EQ(number(worst, "line"), 7);
}

TEST(SarifReader, RefusesWhatIsNoSarif)
{
    for (const char* text : {"[]", "{}", "{\"runs\":1}", "{", ""}) {
        const auto preview = readSarif({.media = "application/sarif+json"}, text);
        ASSERT_FALSE(preview) << text;
        EXPECT_EQ(utf8(preview.error().code()), "CS-READER-FORMAT");
    }
}

TEST(SarifReader, WrongTypesAreLeftEmpty)
{
    const auto facts = readFacts(readSarif, "application/sarif+json",
        R"({"runs":[{"tool":7,"results":[{"level":3,"message":"x","locations":"y"}]},5]})");
    EXPECT_EQ(number(facts->root().find("counts"), "warning"), 1);
    EXPECT_EQ(number(item(facts->root().find("results"), 0), "line"), 0);
}
