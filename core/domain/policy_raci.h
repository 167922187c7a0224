// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"

#include <set>

namespace cs::policy {

/// Does a predicate hold in the case that is looked at?
using Holds = std::function<bool(const Predicate&)>;

/// A, R, C, I from high to low: 3, 2, 1, 0; anything else counts as I.
int raciRank(char letter);
/// Letters of a transition, by RACI role: the base, raised by every overlay that holds; overlays never lower.
std::map<std::string, char> raciRow(const Policy& policy, const std::string& transition, const Holds& holds);
/// The RACI role that a role of the policy belongs to, or null.
const RaciRole* raciRoleOf(const Policy& policy, const std::string& role);
/// Calls f for every approval that a gate may ask for in such a case.
void walkApprovals(const Condition& root, const Holds& holds, const std::function<void(const Condition&)>& f);

/// Where the letters contradict the gate: exactly one A, and every role that the gate asks to sign is R or A.
/// @source gates.md section 2.10
struct RaciContradiction {
    std::string raciRole; // empty: the transition as a whole, or a role that the matrix does not list
    std::string policyRole; // that the gate asks; empty for the number of A
    std::string message; // English sentence
};
std::vector<RaciContradiction> raciContradictions(
    const Policy& policy, const std::string& transition, const Holds& holds);

} // namespace cs::policy
