// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/registries/findings.h"

/// One synchronisation of one registry: read, record what is new, bring the registry in step with the ledger, open
/// findings for what is out of governance. Whatever it was stopped at, running it again goes on from there.
namespace cs::sync {

struct Request {
    RegistryId registry;
    bool record = true; ///< false: compare only; nothing is signed, nothing is written anywhere
    bool repair = false; ///< put right what somebody changed by hand, and try failed writes again
};

struct Report {
    std::size_t models = 0, versions = 0; ///< read
    std::size_t newModels = 0, newVersions = 0, observations = 0; ///< recorded
    std::size_t skipped = 0;
    std::vector<std::string> whySkipped; ///< the first twenty, with their names
    std::size_t writesOk = 0, writesRefused = 0, writesConflict = 0;
    std::size_t findingsOpened = 0;
    std::vector<OutOfStep> outOfStep; ///< as it stands now
};

/// Runs a piece of work where the session lives, and waits for it.
using OnSession = std::function<Status(const std::function<Status(Session&)>& work)>;
/// What is being done, how many of how many (0: unknown).
struct Progress {
    enum class Phase { Models, Versions, WriteBack, Compare } phase = Phase::Models;
    std::size_t done = 0, total = 0;
};
using OnProgress = std::function<void(const Progress&)>;

/// Blocks on the network; call it from a thread of its own, or from a command line.
/// @param signer of a service in the role registry_sync; not used where nothing is recorded.
/// @returns CS-REGISTRY-…; what was recorded before the error stays.
Result<Report> run(const Request& request, registries::Connector& connector, const OnSession& onSession,
    const std::optional<Signer>& signer, const OnProgress& onProgress = {}, std::stop_token stop = {});

/// Where a version of the ledger lies in a registry. @returns CS-REGISTRY-UNKNOWN where it is in none.
struct Place {
    RegistryId registry;
    std::string name, version;
};
Result<Place> placeOf(const Session& session, VersionId id);

/// The OpenSSF Model Signing root over a version's files, fetched from its registry.
/// @returns CS-REGISTRY-ARTIFACT, CS-REGISTRY-….
Result<events::Artifact> fetchDigest(registries::Connector& connector, const registries::RemoteVersion& version,
    const std::function<void(std::size_t done, std::size_t total)>& progress = {}, std::stop_token stop = {});

} // namespace cs::sync
