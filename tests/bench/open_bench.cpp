// SPDX-License-Identifier: GPL-3.0-or-later
// From open() of a workspace whose head is pinned, and which this user has opened before, to the approver's inbox and
// the rows of the newest 50 entries, for two lengths.
#include "core/workspace/views.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/big_ledger.h"

#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>

namespace cs::bench {
namespace {

void openAndList(BigLedger& ledger, const Environment& environment)
{
    const auto session = Session::open(ledger.builder().path(), environment);
    if (!session) {
        std::fprintf(stderr, "%s\n", utf8(session.error().message()).c_str());
        std::exit(1);
    }
    (void)views::inbox(**session, ledger.team().lead(), ledger.team().clock().now());
    std::vector<EntryIndex> newest;
    for (std::int64_t i = 1; i <= 50; ++i)
        newest.push_back(ledger.size() - i);
    if (const auto rows = views::entryRows(**session, newest); !rows || rows->size() != newest.size())
        std::exit(1);
}

Spent measure(std::int64_t entries, std::int64_t rounds)
{
    BigLedger ledger(entries);
    ledger.builder().session(); // first contact: from here on the head is pinned
    const QTemporaryDir cache;
    Environment environment = ledger.builder().environment();
    environment.cacheDir = utf8(cache.filePath(QStringLiteral("cache")));
    const Spent first = spentBy([&] { openAndList(ledger, environment); });
    note("  the first opening of " + std::to_string(entries) + " entries, which replays them", first.cpu * 1e3, "ms");
    std::vector<double> cpu, wall;
    for (std::int64_t round = 0; round < rounds; ++round) {
        const Spent spent = spentBy([&] { openAndList(ledger, environment); });
        cpu.push_back(spent.cpu);
        wall.push_back(spent.wall);
    }
    return {median(cpu), median(wall)};
}

} // namespace
} // namespace cs::bench

int main(int argc, char** argv)
{
    using namespace cs::bench;
    const std::int64_t large = flag(argc, argv, "full") ? 1'000'000 : option(argc, argv, "large", 100'000);
    const std::int64_t rounds = option(argc, argv, "rounds", 9);
    const Spent small = measure(10'000, rounds);
    const Spent big = measure(large, rounds);
    row("open to the inbox and the newest 50 rows, 10000 entries (CPU time)", small.cpu * 1e3, "ms", 300, false);
    row("open to the inbox and the newest 50 rows, " + std::to_string(large) + " entries (CPU time)", big.cpu * 1e3,
        "ms", 300, false);
    row("  " + std::to_string(large) + " entries / 10000 entries", big.cpu / small.cpu, "", 1.5, false);
    return 0;
}
