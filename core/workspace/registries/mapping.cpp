// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/registries/mapping.h"

#include "core/crypto/hash.h"
#include "core/workspace/registries/sync.h"

#include <algorithm>

namespace cs::sync {
namespace {

using registries::RemoteRun;
using registries::RemoteVersion;

constexpr std::size_t rawMax = 512U << 10U;
constexpr std::size_t datasetsMax = 100;

/// A stranger's word for a field of the ledger: cut at whole characters, and left out where it would hide something.
std::string fitting(std::string_view text, std::size_t most)
{
    if (!codec::isPlainText(text))
        return {};
    std::string out(text);
    while (codec::characters(out) > most) {
        out.pop_back();
        while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0U) == 0x80U)
            out.pop_back();
    }
    return out;
}

/// The one that the version's "data" names: what a run calls training data, else the first one. The ledger has room
/// for one; all of them stand in the erasable text.
const RemoteRun::Dataset* trainingData(const RemoteRun& run)
{
    const auto found =
        std::ranges::find_if(run.datasets, [](const auto& dataset) { return dataset.use.starts_with("train"); });
    return found != run.datasets.end() ? &*found : run.datasets.empty() ? nullptr : &run.datasets.front();
}

/// A name that somebody could tell from another by looking: nothing unseen in it, no blank at its ends.
bool isNamed(std::string_view text, std::size_t most)
{
    if (text.empty() || !codec::isPlainText(text) || codec::characters(text) > most)
        return false;
    const QString name = qs(text);
    return !name.front().isSpace() && !name.back().isSpace()
        && std::ranges::none_of(name, [](QChar c) { return c.category() == QChar::Other_Format; });
}

} // namespace

KnownVersions::KnownVersions(const engine::LedgerState& state, RegistryId registry)
    : KnownVersions(registry)
{
    refresh(state);
}

void KnownVersions::refresh(const engine::LedgerState& state)
{
    if (state.models.size() < m_models || state.versionBriefs.size() < m_versions)
        *this = KnownVersions(m_registry);
    // Ids are indices of entries: what is new stands at the end.
    auto model = m_models == 0 ? state.models.begin() : state.models.upper_bound(m_lastModel);
    for (; model != state.models.end(); ++model) {
        const auto& [id, row] = *model;
        m_lastModel = id;
        if (row.source && row.source->registry == m_registry.text()) {
            if (const auto byHand = m_byName.find(row.source->name); byHand != m_byName.end())
                m_names.erase(byHand->second);
            m_byName[row.source->name] = id;
            m_names[id] = row.source->name;
        } else if (!row.source && m_byName.emplace(row.name, id).second)
            m_names[id] = row.name;
    }
    auto brief = m_versions == 0 ? state.versionBriefs.begin() : state.versionBriefs.upper_bound(m_lastVersion);
    for (; brief != state.versionBriefs.end(); ++brief) {
        const auto& [id, row] = *brief;
        m_lastVersion = id;
        if (!m_names.contains(row.model))
            continue;
        // People write "v3" or "3"; a registry's versions are numbers.
        const bool prefixed = row.label.size() > 1 && row.label.front() == 'v';
        m_versionsByLabel.emplace(std::pair(row.model, prefixed ? row.label.substr(1) : row.label), id);
    }
    m_models = state.models.size();
    m_versions = state.versionBriefs.size();
}

ModelId KnownVersions::model(const std::string& name) const
{
    const auto found = m_byName.find(name);
    return found == m_byName.end() ? ModelId() : found->second;
}

VersionId KnownVersions::version(const std::string& name, const std::string& version) const
{
    const auto found = m_versionsByLabel.find({model(name), version});
    return found == m_versionsByLabel.end() ? VersionId() : found->second;
}

std::map<std::string, std::string> stampsOf(const RemoteVersion& version)
{
    std::map<std::string, std::string> stamps;
    for (const auto& [key, value] : version.tags)
        if (key.starts_with(stampPrefix))
            stamps[key] = value;
    return stamps;
}

bool isPlain(const RemoteVersion& version)
{
    return version.aliases.empty() && version.stage.empty() && stampsOf(version).empty();
}

Digest fingerprint(RegistryId registry, const RemoteVersion& version)
{
    json::Writer out;
    out.beginObject().member("registry", std::string_view(registry.text()));
    out.member("name", std::string_view(version.name)).member("version", std::string_view(version.version));
    out.member("source", std::string_view(version.source)).member("run", std::string_view(version.run));
    out.member("stage", std::string_view(version.stage)).member("status", std::string_view(version.status));
    out.key("aliases").beginArray();
    for (const auto& alias : version.aliases)
        out.string(alias);
    out.endArray().key("stamps").beginObject();
    for (const auto& [key, value] : stampsOf(version))
        out.member(key, std::string_view(value));
    out.endObject().endObject();
    return sha256(out.text());
}

std::optional<std::string> unfit(const RemoteVersion& version)
{
    if (!isNamed(version.name, 256))
        return "the model's name is longer than 256 characters or holds characters that cannot be seen";
    if (!isNamed(version.version, 60))
        return "the version is longer than 60 characters or holds characters that cannot be seen";
    if (version.aliases.size() > 200)
        return "it has more than 200 aliases";
    return std::nullopt;
}

events::VersionDescription describe(
    RegistryId registry, const RemoteVersion& version, const std::optional<RemoteRun>& run)
{
    events::VersionDescription description;
    description.label = version.version;
    const std::string runId = fitting(version.run, 64);
    description.source = events::VersionSource{
        registry.text(), version.name, version.version, runId.empty() ? std::nullopt : std::optional(runId)};
    if (!run)
        return description;
    description.code = fitting(run->code, 128);
    if (const RemoteRun::Dataset* data = trainingData(*run)) {
        description.data.name = fitting(data->name, 128);
        description.data.version = fitting(data->digest, 128);
    }
    return description;
}

std::string rawText(const RemoteVersion& version, const std::optional<RemoteRun>& run)
{
    const std::string& record = version.raw;
    json::Writer out;
    out.beginObject().key("version").raw(record.empty() || record.size() > rawMax ? "null" : record);
    out.key("run").raw(!run || run->raw.size() > rawMax ? "null" : run->raw);
    // In our own words besides, so that it is read the same whatever registry it came from.
    out.key("datasets").beginArray();
    for (std::size_t i = 0; run && i < std::min(run->datasets.size(), datasetsMax); ++i) {
        const RemoteRun::Dataset& dataset = run->datasets[i];
        out.beginObject().member("name", std::string_view(dataset.name));
        out.member("digest", std::string_view(dataset.digest)).member("use", std::string_view(dataset.use)).endObject();
    }
    out.endArray().endObject();
    return out.take();
}

std::vector<RemoteRun::Dataset> datasetsIn(std::string_view rawText)
{
    std::vector<RemoteRun::Dataset> datasets;
    const auto document = json::parse(rawText, {2 * rawMax + (1U << 20U), 70});
    if (!document)
        return datasets;
    for (const json::Value item : (*document)->root().find("datasets"))
        datasets.push_back({std::string(item.find("name").string()), std::string(item.find("digest").string()),
            std::string(item.find("use").string())});
    return datasets;
}

Result<Place> placeOf(const Session& session, VersionId id)
{
    const auto& state = session.state();
    const engine::Version* row = state.versions.find(id.index());
    if (row == nullptr)
        return fail(usageError("CS-CLI-NO-VERSION", "There is no version %1.", {qs(id.text())}));
    if (const auto& source = row->description.source; source)
        for (const auto& [registryId, registry] : state.registries)
            if (!registry.removed && (registryId.text() == source->registry || registry.name == source->registry))
                return Place{registryId, source->name, source->version};
    for (const auto& [registryId, registry] : state.registries) {
        const KnownVersions known(state, registryId);
        const auto name = known.names().find(row->model);
        if (!registry.removed && name != known.names().end() && state.model(row->model)->source)
            return Place{registryId, name->second, row->description.label};
    }
    return fail(refused("CS-REGISTRY-UNKNOWN",
        "%1 comes from no registry that this workspace has. Compute its digest from the files: countersignctl version "
        "digest PATH.",
        {qs(id.text())}));
}

} // namespace cs::sync
