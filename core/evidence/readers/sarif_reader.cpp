// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/readers/facts.h"
#include "core/evidence/readers/readers.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace cs {

namespace {

constexpr json::Limits limits{std::size_t(32) << 20U, 64};
constexpr std::size_t resultsMax = 200;
constexpr std::size_t toolsMax = 20;
/// Most severe first.
constexpr std::array<std::string_view, 4> levels{"error", "warning", "note", "none"};

struct Found {
    std::size_t level = 1;
    json::Value result;
    bool suppressed = false;
};

std::size_t levelIndex(std::string_view level)
{
    const auto at = std::ranges::find(levels, level);
    return at == levels.end() ? levels.size() : std::size_t(at - levels.begin());
}

using RuleLevels = std::unordered_map<std::string_view, std::size_t>;

RuleLevels ruleLevels(json::Value run)
{
    RuleLevels out;
    for (const json::Value rule : run.find("tool").find("driver").find("rules"))
        if (const std::size_t set = levelIndex(rule.find("defaultConfiguration").find("level").string());
            set < levels.size())
            out.emplace(rule.find("id").string(), set);
    return out;
}

/// A result without a level has that of its rule, and a rule without one is a warning. @source
/// SARIF 2.1.0, 3.27.10.
std::size_t levelOf(const RuleLevels& rules, json::Value result)
{
    if (const std::size_t own = levelIndex(result.find("level").string()); own < levels.size())
        return own;
    const auto rule = rules.find(result.find("ruleId").string());
    return rule == rules.end() ? levelIndex("warning") : rule->second;
}

std::vector<Found> resultsOf(json::Value root)
{
    std::vector<Found> out;
    for (const json::Value run : root.find("runs")) {
        const RuleLevels rules = ruleLevels(run);
        for (const json::Value result : run.find("results"))
            out.push_back({levelOf(rules, result), result, result.find("suppressions").size() > 0});
    }
    std::ranges::stable_sort(out, {}, [](const Found& found) { return found.level; });
    return out;
}

void addTools(json::Value root, Facts& facts)
{
    facts.writer().key("tools").beginArray();
    std::size_t left = toolsMax;
    for (const json::Value run : root.find("runs")) {
        if (left-- == 0)
            break;
        const json::Value driver = run.find("tool").find("driver");
        facts.writer().beginObject();
        facts.member("name", driver.find("name").string(), 100).member("version", driver.find("version").string(), 100);
        facts.writer().endObject();
    }
    facts.writer().endArray();
}

void addCounts(const std::vector<Found>& results, Facts& facts)
{
    std::array<std::int64_t, levels.size()> counts{};
    std::int64_t suppressed = 0;
    for (const Found& found : results)
        ++(found.suppressed ? suppressed : counts[found.level]);
    facts.writer().key("counts").beginObject();
    for (std::size_t i = 0; i < levels.size(); ++i)
        facts.writer().member(levels[i], counts[i]);
    facts.writer().endObject();
    facts.member("suppressed", suppressed);
}

void addResults(const std::vector<Found>& results, Facts& facts)
{
    facts.writer().key("results").beginArray();
    std::size_t shown = 0;
    for (const Found& found : results) {
        if (shown == resultsMax || facts.isFull())
            break;
        ++shown;
        const json::Value place = found.result.find("locations").firstChild().find("physicalLocation");
        facts.writer().beginObject().member("level", levels[found.level]);
        facts.member("rule", found.result.find("ruleId").string(), 200);
        facts.member("message", found.result.find("message").find("text").string());
        facts.member("file", place.find("artifactLocation").find("uri").string(), 300);
        facts.member("line", place.find("region").find("startLine").integer().value_or(0));
        facts.flag("suppressed", found.suppressed);
        facts.writer().endObject();
    }
    facts.writer().endArray();
    if (shown < results.size()) {
        facts.setTruncated();
        facts.note("rows_cut",
            "The " + std::to_string(shown) + " most severe of " + std::to_string(results.size())
                + " results are shown.");
    }
}

} // namespace

Result<Preview> readSarif(const ReaderRequest& request, std::string_view bytes)
{
    const auto document = json::parse(bytes, limits);
    if (!document)
        return fail(readerError("CS-READER-FORMAT", {QStringLiteral("SARIF"), document.error().message()}));
    const json::Value root = (*document)->root();
    if (!root.find("runs").isArray())
        return fail(
            readerError("CS-READER-FORMAT", {QStringLiteral("SARIF"), QStringLiteral("it has no list \"runs\"")}));
    Facts facts("sarif", request, bytes.size());
    const std::vector<Found> results = resultsOf(root);
    addCounts(results, facts);
    addTools(root, facts);
    addResults(results, facts);
    return Preview{facts.take(), std::nullopt};
}

} // namespace cs
