// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/state.h"

/// What a change about people and keys takes, for the laws and for the screens that say what is missing.
namespace cs::engine {

/// The person whom a change is about; that person never counts towards its quorum.
std::optional<ActorId> concerned(const LedgerState& state, const events::Change& change);
/// Roles of which one person each must sign off; a role without holders is signed for by its fallback, and where
/// nobody at all could sign, the administrators' quorum stands alone.
std::vector<std::string> signOffRoles(
    const LedgerState& state, const policy::Policy* policy, const events::Change& change);

} // namespace cs::engine
