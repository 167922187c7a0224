// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/policy_views.h"
#include "core/workspace/session.h"

/// What is said of a policy while somebody writes it, and of two revisions beside each other.
namespace cs::policies {

/// @param editor who would propose it.
query::DraftJudgement judgeDraft(Session& session, std::string_view text, ActorId editor);

/// @param before, now bytes of policies that can be read.
Result<query::PolicyComparison> compareTexts(
    Session& session, std::string_view before, std::string_view now, ActorId editor);

/// Who alone can bring a version to production under a draft. @param tags missing ones as the policy assumes them.
Result<query::FewestPeople> fewestPeople(
    Session& session, std::string_view text, const std::map<std::string, std::string>& tags, ActorId me);

} // namespace cs::policies
