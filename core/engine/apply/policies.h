// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/state.h"

/// Policy change governance (law 7). Whether a change weakens, and whom, is found by comparing what the two revisions
/// let through (core/engine/compare).
namespace cs::engine {

/// What a change of everything would weaken: every leaf with those who have a say in it. Sorted.
std::vector<events::AffectedLeaf> affectedByAnyChange(const policy::Policy& policy);
/// Roles (or their fallbacks) of which a person must sign a weakening. @source gates.md section 2.8
std::vector<std::string> rolesThatMustSign(
    const LedgerState& state, const policy::Policy& inForce, const PolicyCase& policyCase);
/// @param protectedRemoved protected roles that a gate no longer lists: that alone takes alsoRequire.
/// @returns CS-LAW-07 with what is missing.
Status policyAdoptable(const LedgerState& state, const policy::Policy& inForce, const PolicyCase& policyCase,
    const std::vector<std::string>& protectedRemoved, UtcTime at);

} // namespace cs::engine
