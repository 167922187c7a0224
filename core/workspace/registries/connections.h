// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/registry_views.h"
#include "core/workspace/registries/sync.h"

namespace cs::sync {

/// What the Connections screen shows of the ledger; what this station knows (sign-ins, runs) the caller fills in.
/// @param me whose roles decide who may edit; may be invalid.
query::ConnectionsView connections(const Session& session, ActorId me);

inline constexpr std::string_view syncRole = "registry_sync";
/// How far the service is whose key was made here to synchronise. @param key nothing: none was made.
/// @param me who is signed in; may be invalid.
query::SyncSetup syncSetup(const Session& session, const std::optional<PublicKey>& key, ActorId me);

/// Checks and stores the options, and makes the event of an addition or a change.
Result<events::Event> registryEvent(Session& session, const query::RegistryForm& form);

/// One English sentence.
std::string summary(const Report& report);
/// "MLflow 3.17.2, 7 models"
std::string probeText(const registries::Probe& probe);

} // namespace cs::sync
