// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/state.h"

/// Policy change governance (law 7). Until policies are compared by what they let through, every change to a policy in
/// force counts as weakening every condition.
namespace cs::engine {

/// What a change to this policy is taken to weaken: every leaf with those who have a say in it. Sorted.
std::vector<events::AffectedLeaf> affectedByAnyChange(const policy::Policy& policy);
/// Roles (or their fallbacks) of which a person must sign a weakening. @source gates.md section 2.8
std::vector<std::string> rolesThatMustSign(
    const LedgerState& state, const policy::Policy& inForce, const PolicyCase& policyCase);
/// @returns CS-LAW-07 with what is missing.
Status policyAdoptable(
    const LedgerState& state, const policy::Policy& inForce, const PolicyCase& policyCase, UtcTime at);

} // namespace cs::engine
