// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/models_views.h"
#include "core/workspace/session.h"

namespace cs::views {

/// What the gates ask of the metrics of a version, judged as if it were proposed now: the gates that begin where it is
/// come first. Conditions that do not apply to this version are left out.
void addBounds(const Session& session, const policy::Policy& policy, const engine::Version& version, ActorId me,
    UtcTime at, std::vector<query::MetricHistory>& metrics);
/// @param metrics of @p here, with their bounds
query::Comparison compareVersions(const Session& session, const engine::Version& here, const engine::Version& there,
    const std::vector<query::MetricHistory>& metrics);
/// Kinds of evidence that conditions or signatures of the policy ask for, then those that the version has besides.
std::vector<std::string> evidenceKinds(const policy::Policy* policy, const engine::Version& version);
/// May this person attach evidence to it, and if not, why.
query::ActionState attachState(const Session& session, VersionId version, ActorId me);

} // namespace cs::views
