// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/session.h"

/// What the RACI matrix means for a person: who is consulted is asked to comment, which blocks nothing; who is informed
/// is told when it happened. @source gates.md section 2.10
namespace cs::views {

/// The title of a role of theirs that has that letter for a promotion, under its version's tags and the policy in
/// force; nothing where none has. @param letter 'C' or 'I'
std::optional<std::string> raciRoleWith(const Session& session, const engine::PromotionBrief& promotion,
    const std::vector<std::string>& roles, char letter);

} // namespace cs::views
