// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/big_ledger.h"

#include <algorithm>

namespace cs::bench {
namespace {

constexpr std::int64_t resultsInRound = 200; // one entry a second: the day of T stays below its quota
constexpr std::int64_t resultsWhileOpen = 20;

} // namespace

BigLedger::BigLedger(std::int64_t entries)
{
    catchUp();
    for (std::int64_t number = 1; size() < entries; ++number)
        round(number, entries);
}

void BigLedger::catchUp()
{
    while (m_tree.size() < builder().head().size)
        m_tree.append(leafHash(*builder().store().readLine(m_tree.size())));
}

events::ResultReported BigLedger::result(std::int64_t n)
{
    events::ResultReported event = m_team.report(m_version);
    event.run = "nightly-" + std::to_string(n);
    for (const char* metric : {"eval.auc", "eval.brier", "serving.p99"}) {
        events::ResultItem item;
        item.name = metric;
        item.value = Decimal::fromDouble(0.5 + static_cast<double>(n % 4999) / 10'000);
        item.unit = "1";
        item.dataset = events::DatasetRef{"regression-set", m_team.artifact(m_version)};
        event.results.push_back(item);
    }
    return event;
}

/// Signed and stored in one transaction; the builder judges them afterwards.
void BigLedger::results(std::int64_t count)
{
    const Signer ci = builder().signer(m_team.ci());
    const std::int64_t first = m_tree.size();
    std::vector<std::string> lines;
    for (std::int64_t i = 0; i < count; ++i) {
        const events::ResultReported event = result(first + i);
        EntryHeader header = builder().header(event, ci.actor);
        header.after = m_tree.head();
        lines.push_back(*signEntry(encodePayload(header, events::encodeBody(event)), *ci.key));
        m_tree.append(leafHash(lines.back()));
    }
    *builder().store().append(first, lines);
    builder().catchUp();
}

void BigLedger::round(std::int64_t number, std::int64_t until)
{
    m_version = m_team.registerVersion(std::to_string(number));
    m_team.reportForStaging(m_version);
    const PromotionId promotion = m_team.propose(m_version, "dev-to-staging", m_team.engineer());
    catchUp();
    results(resultsWhileOpen);
    m_team.approve(promotion, m_team.lead());
    m_team.execute(promotion, m_team.ci());
    catchUp();
    results(std::clamp<std::int64_t>(until - size(), 1, resultsInRound - resultsWhileOpen));
}

} // namespace cs::bench
