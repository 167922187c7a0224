// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"

#include <string>

/// When one leaf is at least as strict as another: whatever satisfies the first satisfies the second. In doubt no.
/// @source gates.md section 2.8, table "leaf order"; where the evaluation reads several runs, windows or drills, what
/// looks stricter may leave the bad one out, so there equality is asked.
namespace cs::engine::comparison {

/// @param a, b both checks or both approvals. Of approvals the count is not compared: it is matched unit by unit.
bool implies(const policy::Condition& a, const policy::Condition& b);
/// The same for `not a` and `not b`; a and b are the negated checks.
bool impliesNegated(const policy::Condition& a, const policy::Condition& b);
/// Is a check satisfied wherever the other is, whoever owns them? For finding contradictions.
bool checkImplies(const policy::Condition& a, const policy::Condition& b);
/// Leaves with different keys are never ordered.
std::string orderKey(const policy::Condition& leaf);
bool isKnownKind(const policy::Condition& leaf);

} // namespace cs::engine::comparison
