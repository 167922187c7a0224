// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registries/registry.h"
#include "core/workspace/registries/options.h"

/// Between what a registry holds and what the ledger holds. Pure reading.
namespace cs::sync {

/// Versions of the ledger by the registry's names; made once per sync from the briefs in memory. A model of the ledger
/// is the registry's where it was registered from it, or by hand under the same name and without a source.
class KnownVersions final {
public:
    KnownVersions(const engine::LedgerState& state, RegistryId registry);
    /// Follows what was appended since.
    void refresh(const engine::LedgerState& state);
    ModelId model(const std::string& name) const;
    VersionId version(const std::string& name, const std::string& version) const;
    const std::map<ModelId, std::string>& names() const { return m_names; } ///< the registry's name of each model

private:
    explicit KnownVersions(RegistryId registry)
        : m_registry(registry)
    {
    }

    RegistryId m_registry;
    std::size_t m_models = 0, m_versions = 0; // how many were taken in, up to these:
    ModelId m_lastModel;
    VersionId m_lastVersion;
    std::map<std::string, ModelId, std::less<>> m_byName;
    std::map<ModelId, std::string> m_names;
    std::map<std::pair<ModelId, std::string>, VersionId> m_versionsByLabel;
};

/// What tells one observation from the next: address, run, aliases, stage, status and our own stamps.
/// @source registries.md section 8
Digest fingerprint(RegistryId registry, const registries::RemoteVersion& version);
/// Nothing to observe beyond its registration: no alias, no stage, no stamp.
bool isPlain(const registries::RemoteVersion& version);

/// Can it be written into the ledger at all? @returns why not, in words, or nothing.
std::optional<std::string> unfit(const registries::RemoteVersion& version);

events::VersionDescription describe(
    RegistryId registry, const registries::RemoteVersion& version, const std::optional<registries::RemoteRun>& run);
/// The record and the run as they came, and the run's datasets, for the erasable text.
std::string rawText(const registries::RemoteVersion& version, const std::optional<registries::RemoteRun>& run);
/// The datasets that such a text lists; none where it is older than this or was erased.
std::vector<registries::RemoteRun::Dataset> datasetsIn(std::string_view rawText);

/// Tags that are ours. @source registries.md section 9
inline constexpr std::string_view stampPrefix = "countersign-";
std::map<std::string, std::string> stampsOf(const registries::RemoteVersion& version);

} // namespace cs::sync
