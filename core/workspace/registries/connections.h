// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/registry_views.h"
#include "core/workspace/registries/sync.h"

namespace cs::sync {

/// What the Connections screen shows of the ledger; what this station knows (sign-ins, runs) the caller fills in.
/// @param me whose roles decide who may edit; may be invalid.
query::ConnectionsView connections(const Session& session, ActorId me);

/// Checks and stores the options, and makes the event of an addition or a change.
Result<events::Event> registryEvent(Session& session, const query::RegistryForm& form);

/// One English sentence.
std::string summary(const Report& report);
/// "MLflow 3.17.2, 7 models"
std::string probeText(const registries::Probe& probe);

} // namespace cs::sync
