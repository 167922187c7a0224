// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/reports/kinds/promotion_record.h"

#include <gtest/gtest.h>

namespace cs::reports {
namespace {

PromotionRecord sample()
{
    PromotionRecord record;
    record.title = "Promotion record: \"x\" <v1>";
    record.head.mode = "team";
    record.head.size = 12;
    record.sections = {{"Decision",
        {{"proposer", "Proposed by", "A & B", FieldState::Present},
            {"lastDrillAt", "Last drill", "", FieldState::Missing},
            {"executedAt", "Executed at", "", FieldState::NotApplicable}}}};
    record.criteria = {
        {"cp.soak", "24 h in canary", "≥ 86400 s", "93610 s", "passed", "", "entry 8", "soak", "≥", UtcTime(), ""}};
    record.approvals.resize(1);
    record.approvals[0].printedName = "Tess \u202Egnitset";
    record.evidence = {{"report", "evaluation_report", "sha256:00", "CI", 10, UtcTime(), {}, FieldState::Present}};
    return record;
}

TEST(PromotionRecord, countsFieldsAndNamesTheMissing)
{
    const Completeness counts = completenessOf(sample());
    EXPECT_EQ(counts.sentence(), "4 of 5 applicable fields (6 in all, 1 not applicable); missing: lastDrillAt.");
}

TEST(PromotionRecord, brokenEvidenceWithholdsThePercentage)
{
    PromotionRecord record = sample();
    record.evidence[0].state = FieldState::Broken;
    EXPECT_NE(completenessOf(record).sentence().find("Integrity failure"), std::string::npos);
}

TEST(PromotionRecord, htmlIsEscapedSelfContainedAndShowsHiddenCharacters)
{
    const std::string html = toHtml(sample());
    EXPECT_NE(html.find("&quot;x&quot; &lt;v1&gt;"), std::string::npos);
    EXPECT_NE(html.find("A &amp; B"), std::string::npos);
    EXPECT_NE(html.find("\\u{202e}"), std::string::npos);
    EXPECT_EQ(html.find("\u202E"), std::string::npos);
    for (const char* never : {"<script", "src=", "href=", "url("})
        EXPECT_EQ(html.find(never), std::string::npos) << never;
    EXPECT_EQ(html.find("Demo workspace"), std::string::npos);
}

TEST(PromotionRecord, aDemoWearsItsMarkInBothForms)
{
    PromotionRecord record = sample();
    record.head.mode = "demo";
    EXPECT_NE(toHtml(record).find("Demo workspace, not evidence"), std::string::npos);
    EXPECT_NE(toJson(record).find("Demo workspace, not evidence"), std::string::npos);
}

TEST(PromotionRecord, jsonIsStrictAndKeepsTheRawText)
{
    const std::string text = toJson(sample());
    const auto parsed = json::parse(text);
    ASSERT_TRUE(parsed) << utf8(parsed.error().message());
    EXPECT_EQ((*parsed)->root().find("title").string(), "Promotion record: \"x\" <v1>");
    EXPECT_EQ((*parsed)->root().find("gateCriteria").size(), 1U);
}

} // namespace
} // namespace cs::reports
