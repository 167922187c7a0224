// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/views_p.h"

/// Emergencies in words.
namespace cs::views {

/// None where no policy knows an emergency here and none has happened.
std::optional<query::BreakGlassView> breakGlass(
    const Session& session, const engine::Promotion& promotion, ActorId me, UtcTime at, const std::string& closed);
/// What belongs to the discussion of it: reasons, the execution, reviews.
std::vector<query::CommentView> breakGlassTalk(const Session& session, const engine::Promotion& promotion, ActorId me);
/// What waits for the person of it: to authorise the second signature, to execute, to review.
void addEmergencies(const Session& session, ActorId me, UtcTime at, std::vector<query::InboxItem>& items);

} // namespace cs::views
