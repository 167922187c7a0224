// SPDX-License-Identifier: GPL-3.0-or-later
// One verdict and one explanation of a gate whose facts are in memory, and a draft on it.
#include "core/engine/explain.h"
#include "core/workspace/policy/simulation.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/big_ledger.h"

#include <cstdio>
#include <cstdlib>

namespace cs::bench {
namespace {

double microseconds(std::int64_t rounds, const std::function<void()>& work)
{
    std::vector<double> each;
    for (int batch = 0; batch < 5; ++batch) {
        const Spent spent = spentBy([&] {
            for (std::int64_t i = 0; i < rounds; ++i)
                work();
        });
        each.push_back(spent.cpu * 1e6 / static_cast<double>(rounds));
    }
    return median(each);
}

void measure(const engine::LedgerState& state, PromotionId id, const std::string& gate, std::int64_t rounds)
{
    const engine::Promotion& promotion = *state.promotions.find(id.index());
    std::size_t sink = 0;
    const double verdict = microseconds(rounds, [&] {
        const auto result = engine::evaluateGate(state, promotion, state.time);
        sink += result && result->verdict == engine::Truth::Satisfied ? 1 : 0;
    });
    const double explained = microseconds(rounds, [&] {
        const auto result = engine::evaluateGate(state, promotion, state.time);
        sink += result ? engine::explainJson(*result).size() : 0;
    });
    if (sink == 0)
        std::exit(1);
    row("verdict of " + gate + " (tree, matching, reasons; CPU time)", verdict, "us", 10, false);
    row("verdict and explanation of " + gate + " as JSON (CPU time)", explained, "us", 200, false);
}

/// A draft on promotions of the past, whose facts are in memory.
void measureSimulation(const engine::LedgerState& state, PromotionId id, std::int64_t rounds)
{
    const engine::Promotion& promotion = *state.promotions.find(id.index());
    const auto draft = state.policyInForce()->document;
    std::size_t sink = 0;
    const double each = microseconds(rounds, [&] {
        std::vector<std::string> missing, asks;
        const auto outcome = policies::outcomeOf(state, promotion, draft, state.time, true, &missing, &asks);
        sink += outcome == query::SimulatedRow::Outcome::Same ? 1 : 2;
    });
    if (sink == 0)
        std::exit(1);
    row("simulated promotions a second, facts in memory (CPU time)", 1e6 / each, "1/s", 20'000, true);
}

} // namespace
} // namespace cs::bench

int main(int argc, char** argv)
{
    using namespace cs::bench;
    const std::int64_t rounds = option(argc, argv, "rounds", 2'000);
    cs::test::SmallTeamLedger team;
    const cs::VersionId version = team.registerVersion("1");
    team.reportForStaging(version);
    const cs::PromotionId staging = team.propose(version, "dev-to-staging", team.engineer());
    team.approve(staging, team.lead());
    measure(team.state(), staging, "dev-to-staging", rounds);
    team.execute(staging, team.ci());
    team.runCanary(team.toCanary(version));
    const cs::PromotionId production = team.readyForProduction(version);
    team.approve(production, team.owner());
    measure(team.state(), production, "canary-to-production", rounds);
    measureSimulation(team.state(), production, rounds);
    return 0;
}
