// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/filter/complete.h"
#include "core/query/filter/lexer.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace cs::query::filter {
namespace {

UtcTime now()
{
    return UtcTime(1'790'000'000'000);
}
UtcTime daysAgo(std::int64_t days)
{
    return now().plusSeconds(-days * 86'400);
}

/// Three models, six versions.
VersionTable smallTable()
{
    std::vector<ModelFacts> models{
        {ModelId(1), "mortgage-approval", "product_owner", "high", "lending", true, {"lending", "regulated"}},
        {ModelId(2), "Property valuation", "tech_lead", "medium", "lending", false, {"lending"}},
        {ModelId(3), "churn", "product_owner", "low", "savings", false, {"savings", "security_review"}}};
    std::vector<VersionFacts> rows;
    const auto add = [&](std::int64_t id, std::uint32_t model, const char* label, const char* stage) -> VersionFacts& {
        VersionFacts facts;
        facts.id = VersionId(id);
        facts.model = model;
        facts.label = label;
        facts.stage = stage;
        facts.registry = "mlflow-prod";
        facts.artifact = "sha256:00";
        facts.updated = daysAgo(id);
        return rows.emplace_back(std::move(facts));
    };
    add(10, 0, "v9", "production").metric = 0.85;
    VersionFacts& canary = add(11, 0, "v14", "canary");
    canary.waitingSince = daysAgo(3);
    canary.metric = 0.86;
    add(12, 1, "1", "staging").held = true;
    add(13, 1, "2", "dev").artifact.clear();
    add(14, 2, "v2", "production").finding = true;
    add(15, 2, "v10", "dev").registry = "mlflow-dev";
    return {std::move(models), std::move(rows),
        {{"dev", "Development"}, {"staging", "Staging"}, {"canary", "Canary"}, {"production", "Production"}},
        {{"low", "low"}, {"medium", "medium"}, {"high", "high"}}};
}

Asker asker()
{
    return {now(), {"product_owner"}, true};
}

std::vector<std::int64_t> found(std::string_view text)
{
    const VersionTable table = smallTable();
    const auto filter = parse(text);
    EXPECT_TRUE(filter) << text;
    std::vector<std::int64_t> ids;
    if (filter)
        for (const std::uint32_t row : table.find(*filter, asker()))
            ids.push_back(table.version(row).id.index());
    return ids;
}

using Ids = std::vector<std::int64_t>;

TEST(FilterEvaluation, EachKeyNarrowsByItsOwnColumn)
{
    EXPECT_EQ(found(""), (Ids{10, 11, 12, 13, 14, 15}));
    EXPECT_EQ(found("stage:canary"), (Ids{11}));
    EXPECT_EQ(found("stage:Development"), (Ids{13, 15}));
    EXPECT_EQ(found("risk:high,low"), (Ids{10, 11, 14, 15}));
    EXPECT_EQ(found("model:mortgage*"), (Ids{10, 11}));
    EXPECT_EQ(found("model:m3"), (Ids{14, 15}));
    EXPECT_EQ(found("version:v1*"), (Ids{11, 15}));
    EXPECT_EQ(found("version:v2"), (Ids{13, 14})); // also a label without the letter
    EXPECT_EQ(found("owner:me"), (Ids{10, 11, 14, 15}));
    EXPECT_EQ(found("owner:tech_lead"), (Ids{12, 13}));
    EXPECT_EQ(found("waiting:>2d"), (Ids{11}));
    EXPECT_EQ(found("waiting:>4d"), (Ids{}));
    EXPECT_EQ(found("registry:mlflow-dev"), (Ids{15}));
    EXPECT_EQ(found("tag:security_review"), (Ids{14, 15}));
    EXPECT_EQ(found("domain:lending regulated:no"), (Ids{12, 13}));
    EXPECT_EQ(found("held:yes"), (Ids{12}));
    EXPECT_EQ(found("finding:yes"), (Ids{14}));
    EXPECT_EQ(found("artifact:unverified"), (Ids{13}));
    EXPECT_EQ(found("updated:<12d"), (Ids{10, 11}));
    EXPECT_EQ(found("metric>0.855"), (Ids{11}));
}

TEST(FilterEvaluation, TermsAreAndedCommasAreOrAndMinusNegates)
{
    EXPECT_EQ(found("stage:production risk:high"), (Ids{10}));
    EXPECT_EQ(found("-stage:production,dev"), (Ids{11, 12}));
    EXPECT_EQ(found("-held:yes -finding:yes domain:lending"), (Ids{10, 11, 13}));
    EXPECT_EQ(found("-waiting:>2d stage:canary"), (Ids{}));
}

TEST(FilterEvaluation, WordsStandInNameOrLabelAndQuotesAreExact)
{
    EXPECT_EQ(found("PROPERTY"), (Ids{12, 13}));
    EXPECT_EQ(found("v14"), (Ids{11}));
    EXPECT_EQ(found("\"Property valuation\""), (Ids{12, 13}));
    EXPECT_EQ(found("\"property valuation\""), (Ids{}));
    EXPECT_EQ(found("\"mortgage-approval v14\""), (Ids{11}));
    EXPECT_EQ(found("model:\"mortgage*\""), (Ids{}));
}

TEST(FilterOrder, NumbersInNamesAreNumbers)
{
    const VersionTable table = smallTable();
    auto rows = table.find({}, asker());
    table.sort(rows, {SortBy::Version, false});
    std::vector<std::string> labels;
    for (const std::uint32_t row : rows)
        labels.push_back(table.version(row).label);
    EXPECT_EQ(labels, (std::vector<std::string>{"1", "2", "v2", "v9", "v10", "v14"}));
    table.sort(rows, {SortBy::Metric, false});
    EXPECT_EQ(table.version(rows.front()).id, VersionId(10)); // what has none comes last
    EXPECT_TRUE(naturalLess("v009", "v10"));
    EXPECT_FALSE(naturalLess("v10", "v9"));
}

Fault faultOf(std::string_view text)
{
    const auto filter = parse(text);
    EXPECT_FALSE(filter) << text;
    return filter ? Fault{{}, usageError("none", "none")} : filter.error();
}

TEST(FilterFaults, SayWhereAndWhatWouldBeRight)
{
    const Fault key = faultOf("risk:high stge:canary");
    EXPECT_EQ(key.at, (Span{10, 4}));
    EXPECT_EQ(utf8(key.error.message()), "There is no key \"stge:\". Did you mean \"stage:\"?");
    EXPECT_EQ(key.error.failure(), Failure::Usage);
    EXPECT_EQ(faultOf("held:maybe").at, (Span{5, 5}));
    EXPECT_EQ(faultOf("waiting:2d").at, (Span{8, 2}));
    EXPECT_EQ(faultOf("stage:").at, (Span{0, 6}));
    EXPECT_EQ(faultOf("stage:a,,b").error.code(), QStringLiteral("CS-FILTER-EMPTY"));
    EXPECT_EQ(faultOf("name \"open").at, (Span{5, 5}));
    EXPECT_EQ(faultOf("-").error.code(), QStringLiteral("CS-FILTER-EMPTY"));
    EXPECT_EQ(faultOf("metric:>high").error.code(), QStringLiteral("CS-FILTER-NUMBER"));
    EXPECT_EQ(faultOf(std::string(5000, 'a')).error.code(), QStringLiteral("CS-FILTER-LONG"));
    EXPECT_EQ(utf8(faultOf("zzzzzz:1").error.message()).substr(0, 27), "There is no key \"zzzzzz:\". ");
}

TEST(FilterFaults, ValuesThatNoVersionCanHave)
{
    const VersionTable table = smallTable();
    const std::string text = "risk:high stage:cannary";
    const auto fault = table.check(*parse(text), text);
    ASSERT_TRUE(fault);
    EXPECT_EQ(fault->at, (Span{16, 7}));
    EXPECT_EQ(utf8(fault->error.message()), "\"cannary\" is no value of \"stage:\". Did you mean \"canary\"?");
    EXPECT_FALSE(table.check(*parse("stage:Canary,dev risk:* model:nobody"), ""));
}

std::vector<std::string> offered(std::string_view text)
{
    const VersionTable table = smallTable();
    std::vector<std::string> out;
    for (const Completion& line : complete(table, asker(), text, text.size()))
        out.push_back(line.insert + (line.count ? "=" + std::to_string(*line.count) : ""));
    return out;
}

TEST(FilterCompletion, KeysThenValuesWithTheCountsOfTheRest)
{
    EXPECT_EQ(offered("risk"), (std::vector<std::string>{"risk:", "risk:low=2", "risk:medium=2", "risk:high=2"}));
    EXPECT_EQ(
        offered("stage:production risk:"), (std::vector<std::string>{"risk:low=1", "risk:medium=0", "risk:high=1"}));
    EXPECT_EQ(offered("stage:c"), (std::vector<std::string>{"stage:canary=1", "stage:production=2"}));
    EXPECT_EQ(offered("stage:pro"), (std::vector<std::string>{"stage:production=2"}));
    EXPECT_EQ(offered("stage:canary,sta"), (std::vector<std::string>{"stage:canary,staging=1"}));
    EXPECT_EQ(offered("-held:y"), (std::vector<std::string>{"-held:yes=1"}));
    EXPECT_EQ(offered("prope"), (std::vector<std::string>{"model:\"Property valuation\"=2"}));
    EXPECT_EQ(offered("nosuch:x"), std::vector<std::string>{});
    EXPECT_GE(offered("").size(), 10U);
}

TEST(FilterCompletion, OfATokenInTheMiddleReplacesThatOneOnly)
{
    const VersionTable table = smallTable();
    const std::string text = "held:no sta risk:low";
    const auto lines = complete(table, asker(), text, 11);
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines.front().insert, "stage:");
    EXPECT_EQ(lines.front().replaces, (Span{8, 3}));
}

RC_GTEST_PROP(FilterProperties, NoBytesCrashIt, (const std::string& bytes))
{
    const VersionTable table = smallTable();
    std::size_t covered = 0;
    for (const Token& token : tokens(bytes)) {
        RC_ASSERT(token.at.offset >= covered && token.at.end() <= bytes.size() && token.at.length > 0);
        covered = token.at.end();
    }
    const auto filter = parse(bytes);
    if (filter)
        RC_ASSERT(parse(describe(*filter)) == *filter);
    else
        RC_ASSERT(filter.error().at.end() <= bytes.size());
    complete(table, asker(), bytes, bytes.size() / 2);
}

/// Texts from the pieces of the language, so that most of them mean something.
RC_GTEST_PROP(FilterProperties, DescribeIsTheInverseOfParse, ())
{
    static const std::vector<std::string> pieces{"stage:", "model:", "-", "\"", "\\", ",", " ", "canary", "waiting",
        ">", "<", "2d", "held:yes", "metric", "0.5", "mort*", ":", "\t", "ü", "updated:<36h", "risk:high,low",
        "owner:me"};
    std::string text;
    for (const auto piece :
        *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, pieces.size())))
        text += pieces[piece];
    const auto filter = parse(text);
    RC_CLASSIFY(filter.has_value(), "means something");
    if (filter) {
        RC_ASSERT(parse(describe(*filter)) == *filter);
        const VersionTable table = smallTable();
        RC_ASSERT(table.find(*filter, asker()).size() == table.count(*filter, asker()));
    }
}

RC_GTEST_PROP(FilterProperties, ANegatedTermTakesExactlyTheOthers, ())
{
    static const std::vector<std::string> terms{
        "stage:dev", "risk:high", "v1", "waiting:>2d", "tag:lending", "metric:>0.1"};
    const std::string term = *rc::gen::elementOf(terms);
    auto all = found(term);
    const auto others = found("-" + term);
    all.insert(all.end(), others.begin(), others.end());
    std::ranges::sort(all);
    RC_ASSERT(all == found(""));
}

} // namespace
} // namespace cs::query::filter
