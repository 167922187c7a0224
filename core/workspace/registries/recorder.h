// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/registries/sync.h"

namespace cs::sync {

/// A version as the registry holds it, with the run that made it where that was asked for.
struct Found {
    registries::RemoteVersion version;
    std::optional<registries::RemoteRun> run;
};

/// Turns what a registry holds into entries, and remembers what was seen for the comparison.
class Recorder final {
public:
    Recorder(RegistryId registry, RegistryOptions options, const engine::LedgerState& state);

    /// Says of a version whether the ledger knows it in this form, as of now: for another thread, and for good.
    std::function<bool(const registries::RemoteVersion&)> newsNow(const engine::Registry& registry) const;
    /// Remembers how these stand, then registers and observes what is new, in batches.
    /// @param signer null: nothing is recorded. @returns what keeps all of it out (no role, a full day, the store).
    Status record(const OnSession& onSession, const Signer* signer, const std::vector<Found>& found, Report& report);

    const KnownVersions& known() const { return m_known; }
    const SeenVersions& seen() const { return m_seen; }
    void refresh(const engine::LedgerState& state);
    /// After a write: how the version stands now.
    void see(const registries::RemoteVersion& version);

private:
    struct Batch;
    void note(const engine::LedgerState& state, const std::vector<Found>& found);
    Batch plan(const Session& session, const std::vector<Found>& found, std::size_t from) const;
    Result<std::size_t> recordSome(
        Session& session, const Signer& signer, const std::vector<Found>& found, std::size_t from, Report& report);
    static void skip(Report& report, const registries::RemoteVersion& version, const std::string& why);

    RegistryId m_registry;
    RegistryOptions m_options;
    KnownVersions m_known;
    SeenVersions m_seen;
};

} // namespace cs::sync
