// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/policy_views.h"
#include "core/workspace/session.h"

#include <stop_token>

/// What a draft would have said to the promotions of the past. Every promotion is judged on the state in which it was
/// executed, or ended otherwise; an open one on today's. @source gates.md section 2.12
namespace cs::policies {

/// Which promotions are looked at, and by whom it can be stopped.
struct SimulationRange {
    std::optional<UtcTime> since; ///< promotions that ended before it are left out
    UtcTime now; ///< for those that are open
    std::function<void(std::int64_t done, std::int64_t total)> progress; ///< entries
    std::stop_token stop;
};
/// @returns CS-POLICY-GRAMMAR, CS-WORKSPACE-STOPPED
Result<query::Simulation> simulate(Session& session, std::string_view draft, const SimulationRange& range);

/// The gate of one of them under the draft. @param judgedAt of its row.
Result<query::GateNode> simulatedGate(
    Session& session, std::string_view draft, PromotionId promotion, EntryIndex judgedAt, UtcTime now);

/// How a draft judges one promotion on a state; for the rate that gates.md asks for. Pure.
query::SimulatedRow::Outcome outcomeOf(const engine::LedgerState& state, const engine::Promotion& promotion,
    const std::shared_ptr<const policy::Policy>& draft, UtcTime at, bool executed, std::vector<std::string>* missing,
    std::vector<std::string>* asks);

} // namespace cs::policies
