// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/flow_views.h"
#include "core/workspace/session.h"

/// The stage-gate picture, and what a version could be proposed for.
namespace cs::views {

/// Lists come from the briefs; only gates of promotions that are shown are judged, and at most 100 of them.
query::FlowView flow(const Session& session, const query::FlowFilter& filter, ActorId me, UtcTime now);
/// The last 12 weeks and the whole history's lead times, from the briefs alone.
query::FlowPace flowPace(const Session& session, const query::FlowFilter& filter, UtcTime now);

/// Every transition that can be proposed, with the engine's reason where it would refuse.
/// @param key with which the person would sign; none: their newest live one on record.
/// @returns CS-WORKSPACE-NO-VERSION, CS-WORKSPACE-NO-POLICY.
Result<query::ProposalView> proposals(
    const Session& session, VersionId version, ActorId me, std::optional<PublicKey> key, UtcTime now);

} // namespace cs::views
