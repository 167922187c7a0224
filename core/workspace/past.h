// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/session.h"

/// The state as it stood just before an entry. Reports of what was decided show what the decision saw, not what has
/// become of it since.
namespace cs {

/// Reads and applies every line before `index` again; the tree that they make must be the one that the entry was signed
/// to follow. @returns a law 1 error where the store has other lines by now, CS-STORE-….
Result<engine::LedgerState> stateBefore(Session& session, EntryIndex index);

/// Called before an entry is applied, with the state that it meets and its T. An error ends the replay.
using BeforeEntry = std::function<Status(const engine::LedgerState& state, const events::Event& event, UtcTime time)>;
/// Applies the first @p size entries again, from nothing. @returns the first error of @p before, CS-STORE-….
Result<engine::LedgerState> replay(Session& session, std::int64_t size, const BeforeEntry& before);

} // namespace cs
