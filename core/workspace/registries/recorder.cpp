// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/registries/recorder.h"

#include <algorithm>
#include <unordered_map>

namespace cs::sync {
namespace {

using registries::RemoteVersion;

constexpr std::size_t batchItems = 1000;
constexpr int races = 5;
constexpr std::size_t reasonsKept = 20;

std::string keyOf(const RemoteVersion& version)
{
    return version.name + "/" + version.version;
}

/// @param last how it was observed the last time, or null.
bool isNews(RegistryId id, const KnownVersions& known, const Digest* last, const RemoteVersion& version)
{
    if (!known.version(version.name, version.version).isValid())
        return true;
    return last == nullptr ? !isPlain(version) : *last != fingerprint(id, version);
}

const Digest* lastSeen(const engine::Registry& registry, const RemoteVersion& version)
{
    const auto latest = registry.latest.find(keyOf(version));
    return latest == registry.latest.end() ? nullptr : &latest->second.event.fingerprint;
}

} // namespace

/// Items of a batch, and which of them belong to which version.
struct Recorder::Batch {
    std::vector<Session::BatchItem> items;
    std::vector<std::size_t> version; // of each item: its place in what was found
    std::vector<int> kind; // of each item: 0 model, 1 version, 2 observation
    std::size_t end = 0; // first version that did not fit
};

Recorder::Recorder(RegistryId registry, RegistryOptions options, const engine::LedgerState& state)
    : m_registry(registry)
    , m_options(std::move(options))
    , m_known(state, registry)
{
}

void Recorder::refresh(const engine::LedgerState& state)
{
    m_known.refresh(state);
    for (auto& [key, seen] : m_seen)
        seen.id = m_known.version(key.first, key.second);
}

std::function<bool(const RemoteVersion&)> Recorder::newsNow(const engine::Registry& registry) const
{
    std::unordered_map<std::string, Digest> last;
    for (const auto& [key, observation] : registry.latest)
        last.emplace(key, observation.event.fingerprint);
    return [id = m_registry, known = m_known, last = std::move(last)](const RemoteVersion& version) {
        const auto found = last.find(keyOf(version));
        return isNews(id, known, found == last.end() ? nullptr : &found->second, version);
    };
}

void Recorder::see(const RemoteVersion& version)
{
    m_seen[{version.name, version.version}] = {
        m_known.version(version.name, version.version), version.aliases, version.stage, version.run, stampsOf(version)};
}

void Recorder::note(const engine::LedgerState& state, const std::vector<Found>& found)
{
    m_known.refresh(state);
    for (const auto& [version, run] : found) {
        const VersionId id = m_known.version(version.name, version.version);
        const auto brief = state.versionBriefs.find(id);
        const bool moved = brief != state.versionBriefs.end() && brief->second.entered.index != id.index();
        if (moved || !isPlain(version))
            see(version);
    }
}

Recorder::Batch Recorder::plan(const Session& session, const std::vector<Found>& found, std::size_t from) const
{
    Batch batch;
    const engine::Registry& registry = session.state().registries.at(m_registry);
    std::map<std::string, ModelId> newModels;
    const std::int64_t base = session.head().size;
    const auto add = [&](std::size_t place, int kind, events::Event event, std::vector<Erasable> texts) {
        batch.items.push_back({std::move(event), std::move(texts)});
        batch.version.push_back(place);
        batch.kind.push_back(kind);
        return base + std::ssize(batch.items) - 1;
    };
    for (batch.end = from; batch.end < found.size() && batch.items.size() < batchItems; ++batch.end) {
        const std::size_t i = batch.end;
        const RemoteVersion& version = found[i].version;
        if (unfit(version) || !isNews(m_registry, m_known, lastSeen(registry, version), version))
            continue;
        ModelId model = m_known.model(version.name);
        if (const auto made = newModels.find(version.name); made != newModels.end())
            model = made->second;
        if (!model.isValid()) {
            events::ModelRegistered event{
                version.name, m_options.ownerRole, events::ModelSource{m_registry.text(), version.name}};
            model = newModels[version.name] = ModelId(add(i, 0, std::move(event), {}));
        }
        const std::string raw = rawText(version, found[i].run);
        if (!m_known.version(version.name, version.version).isValid()) {
            const Erasable text = session.erasable(raw);
            events::VersionRegistered event{model, describe(m_registry, version, found[i].run)};
            event.description.raw = text.commitment;
            add(i, 1, std::move(event), {text});
        }
        if (isPlain(version) && !registry.latest.contains(keyOf(version)))
            continue;
        const Erasable text = session.erasable(raw);
        events::RegistryObserved event;
        event.registry = m_registry;
        event.name = version.name;
        event.version = version.version;
        event.fingerprint = fingerprint(m_registry, version);
        event.aliases.assign(version.aliases.begin(), version.aliases.end());
        if (!version.stage.empty())
            event.stage = version.stage.substr(0, 64);
        event.raw = text.commitment;
        add(i, 2, std::move(event), {text});
    }
    return batch;
}

void Recorder::skip(Report& report, const RemoteVersion& version, const std::string& why)
{
    ++report.skipped;
    if (report.whySkipped.size() < reasonsKept)
        report.whySkipped.push_back(registries::quotedWords(version.name) + " version "
            + registries::quotedWords(version.version) + ": " + why);
}

/// @returns the first version that is still to be recorded.
// NOLINTNEXTLINE(readability-function-cognitive-complexity): a lost race begins again
Result<std::size_t> Recorder::recordSome(
    Session& session, const Signer& signer, const std::vector<Found>& found, std::size_t from, Report& report)
{
    for (int attempt = 0;; ++attempt) {
        m_known.refresh(session.state());
        const Batch batch = plan(session, found, from);
        const auto result = session.submitBatch(batch.items, signer);
        if (!result) {
            if (hasCode(result.error(), storeRaceCode) && attempt < races)
                continue;
            return fail(result.error());
        }
        for (std::size_t i = 0; i < result->taken; ++i)
            ++(batch.kind[i] == 0 ? report.newModels : batch.kind[i] == 1 ? report.newVersions : report.observations);
        m_known.refresh(session.state());
        if (!result->refusal)
            return batch.end;
        // Who may not sign at all will not be allowed to with the next one either.
        if (result->refusal->law() == 2 || result->refusal->law() == 13)
            return fail(*result->refusal);
        const std::size_t place = batch.version[result->taken];
        skip(report, found[place].version, utf8(result->refusal->message()));
        return place + 1;
    }
}

Status Recorder::record(
    const OnSession& onSession, const Signer* signer, const std::vector<Found>& found, Report& report)
{
    for (const Found& item : found)
        if (const auto why = signer != nullptr ? unfit(item.version) : std::nullopt)
            skip(report, item.version, *why);
    std::size_t next = 0;
    const auto some = [&](Session& session) -> Status {
        if (next == 0)
            note(session.state(), found);
        if (signer == nullptr) {
            next = found.size();
            return {};
        }
        CS_TRY(next, recordSome(session, *signer, found, next, report));
        return {};
    };
    while (next < found.size())
        CS_CHECK(onSession(some));
    return {};
}

} // namespace cs::sync
