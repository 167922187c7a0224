// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/people_views.h"
#include "core/workspace/session.h"

namespace cs::views {

/// Everybody, every role, what waits. @param me may be invalid; @param key of `me`, for what they may sign.
query::PeopleView peopleAndKeys(const Session& session, ActorId me, const std::optional<PublicKey>& key);
/// What rests on a key from entry `since` on. @param key one that is enrolled.
query::KeyTaint keyTaint(const Session& session, const PublicKey& key, EntryIndex since);

} // namespace cs::views
