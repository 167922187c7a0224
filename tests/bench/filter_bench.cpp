// SPDX-License-Identifier: GPL-3.0-or-later
// Typing a filter over 5,000 models with 50,000 versions: each prefix is a query with its completions.
#include "core/query/filter/complete.h"
#include "tests/bench/bench_support.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace cs::bench {
namespace {

using namespace query::filter;

UtcTime now()
{
    return UtcTime(1'790'000'000'000);
}

VersionTable bigTable(std::uint32_t models, std::uint32_t perModel)
{
    static constexpr const char* stages[]{"dev", "staging", "canary", "production", "archived"};
    static constexpr const char* risks[]{"low", "medium", "high"};
    static constexpr const char* domains[]{"lending", "savings", "cards", "insurance"};
    std::vector<ModelFacts> facts;
    std::vector<VersionFacts> rows;
    for (std::uint32_t m = 0; m < models; ++m) {
        const std::string domain = domains[m % 4];
        facts.push_back({ModelId(m), domain + "-model-" + std::to_string(m), m % 3 == 0 ? "product_owner" : "tech_lead",
            risks[m % 3], domain, m % 5 == 0, {domain, "business_domain=" + domain}});
        for (std::uint32_t v = 0; v < perModel; ++v) {
            VersionFacts row;
            row.id = VersionId(std::int64_t(m) * perModel + v);
            row.model = m;
            row.label = "v" + std::to_string(v + 1);
            row.stage = stages[(m + v) % 5];
            row.registry = m % 2 == 0 ? "mlflow-prod" : "mlflow-dev";
            row.artifact = v % 7 == 0 ? "" : "sha256:" + std::to_string(1'000'000 + m * 31 + v);
            row.updated = now().plusSeconds(-std::int64_t(m) * 97 - v * 3600);
            row.metric = 0.5 + (m * 7 + v) % 500 / 1000.0;
            if (v == 0 && m % 11 == 0)
                row.waitingSince = now().plusSeconds(-std::int64_t(m) * 60);
            rows.push_back(std::move(row));
        }
    }
    return {std::move(facts), std::move(rows), {{"dev", "Development"}, {"canary", "Canary"}},
        {{"low", "low"}, {"medium", "medium"}, {"high", "high"}}};
}

/// What a program without a table would do: look at the words of every row.
std::size_t plainScan(const VersionTable& table)
{
    std::size_t found = 0;
    for (std::uint32_t row = 0; row < table.size(); ++row) {
        const auto& version = table.version(row);
        const std::string text = folded(table.modelOf(row).name + " " + version.label + " " + version.stage);
        found += text.find("lending") != std::string::npos && text.find("canary") != std::string::npos ? 1 : 0;
    }
    return found;
}

double p95(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() * 95 / 100];
}

} // namespace
} // namespace cs::bench

int main(int argc, char** argv)
{
    using namespace cs::bench;
    const auto models = static_cast<std::uint32_t>(option(argc, argv, "models", 5'000));
    VersionTable table;
    const double build = spentBy([&] { table = bigTable(models, 10); }).cpu;
    const Asker asker{now(), {"product_owner"}, true};
    const std::string typed = "stage:canary risk:high,low owner:me waiting:>2d le";
    std::vector<double> query, typing, scan;
    std::size_t sink = 0;
    for (std::size_t length = 1; length <= typed.size(); ++length) {
        const std::string prefix = typed.substr(0, length);
        query.push_back(spentBy([&] {
            if (const auto filter = parse(prefix)) {
                auto rows = table.find(*filter, asker);
                table.sort(rows, {SortBy::Updated, true});
                sink += rows.size();
            }
        }).cpu);
        typing.push_back(spentBy([&] { sink += complete(table, asker, prefix, prefix.size()).size(); }).cpu);
        scan.push_back(spentBy([&] { sink += plainScan(table); }).cpu);
    }
    if (sink == 0)
        return 1;
    const double plain = median(scan);
    note("making the table of 50,000 versions (CPU time)", build * 1e3, "ms");
    note("a plain scan of 50,000 versions (CPU time)", plain * 1e3, "ms");
    row("filter and sort, p95 of 50 typed prefixes, 50,000 versions (CPU time)", p95(query) * 1e3, "ms", 100, false);
    row("the same as a ratio to a plain scan", p95(query) / plain, "x", 1, false);
    row("completions with counts, p95 of the same prefixes (CPU time)", p95(typing) * 1e3, "ms", 100, false);
    return 0;
}
