// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/apply/scope.h"

/// What proposals and decisions have in common.
namespace cs::engine {

/// @returns CS-LAW-03 where there is none, CS-LAW-04 where it has ended.
Result<const Promotion*> openPromotion(const Scope& scope, PromotionId id);
/// The revision that it was opened under; null where its bytes are missing.
std::shared_ptr<const policy::Policy> pinnedPolicy(const LedgerState& state, const Promotion& promotion);
Status checkNotExpired(const Scope& scope, const Promotion& promotion);

} // namespace cs::engine
