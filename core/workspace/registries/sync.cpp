// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/registries/sync.h"

#include "core/crypto/artifact.h"
#include "core/crypto/hash.h"
#include "core/workspace/registries/reader.h"
#include "core/workspace/registries/write_back.h"

#include <algorithm>

namespace cs::sync {
namespace {

/// Which entries there are, by the beginning of their leaf hash. Read when it is first asked.
class EntriesByHash final {
public:
    explicit EntriesByHash(const Session& session)
        : m_session(&session)
    {
    }
    bool operator()(std::string_view start)
    {
        if (m_starts.empty())
            read();
        return std::ranges::binary_search(m_starts, start);
    }

private:
    void read()
    {
        constexpr std::int64_t atOnce = 4096;
        const std::int64_t size = m_session->head().size;
        while (std::ssize(m_starts) < size) {
            const std::int64_t from = std::ssize(m_starts);
            const auto leaves = m_session->store().nodes(0, from, std::min(atOnce, size - from));
            if (!leaves || leaves->empty())
                break;
            for (const Digest& leaf : *leaves)
                m_starts.push_back(leaf.hex().substr(0, shortHex));
        }
        std::ranges::sort(m_starts);
    }
    const Session* m_session;
    std::vector<std::string> m_starts;
};

using registries::Connector;
using registries::RemoteVersion;

/// A registry gone wild must not fill a day with findings; the next run opens further ones.
constexpr std::size_t findingsPerRun = 200;

/// One run of a synchronisation; see sync.h.
class Run final {
public:
    Run(const Request& request, Connector& connector, const OnSession& onSession, const std::optional<Signer>& signer,
        OnProgress onProgress, std::stop_token stop)
        : m_request(request)
        , m_connector(connector)
        , m_onSession(onSession)
        , m_signer(signer)
        , m_onProgress(std::move(onProgress))
        , m_stop(std::move(stop))
    {
    }

    Result<Report> run()
    {
        CS_CHECK(m_onSession([this](Session& session) { return begin(session); }));
        CS_CHECK(readModels());
        CS_CHECK(readVersions());
        if (m_request.record && m_options.writeBack)
            CS_CHECK(writeBack());
        progress(Progress::Phase::Compare, 0, 0);
        CS_CHECK(m_onSession([this](Session& session) { return compare(session); }));
        return std::move(m_report);
    }

private:
    Status begin(Session& session)
    {
        const auto found = session.state().registries.find(m_request.registry);
        if (found == session.state().registries.end() || found->second.removed)
            return fail(usageError("CS-REGISTRY-UNKNOWN", "There is no registry %1.", {qs(m_request.registry.text())}));
        m_options = optionsOf(session, found->second);
        m_recorder = std::make_unique<Recorder>(m_request.registry, m_options, session.state());
        m_news = m_recorder->newsNow(found->second);
        return {};
    }

    Status readModels()
    {
        const auto take = [this](registries::PageOf<registries::RemoteModel>& page) {
            for (auto& model : page.items)
                m_aliases[model.name] = std::move(model.aliases);
            m_report.skipped += page.skipped;
            m_report.models = m_aliases.size();
            progress(Progress::Phase::Models, m_report.models, 0);
            return Status();
        };
        return readPages<registries::RemoteModel>(m_connector, &Connector::models, take, m_stop);
    }

    /// The session's thread is asked once for each chunk, while the reader fetches the next one.
    Status readVersions()
    {
        const bool withRuns = m_request.record && m_connector.capabilities().runs;
        Reader reader(m_connector, m_aliases, m_news, withRuns, m_stop);
        while (true) {
            CS_TRY(auto chunk, reader.next());
            if (!chunk)
                return {};
            // What was read ahead is not recorded after somebody has cancelled; the next run reads it again.
            if (m_stop.stop_requested())
                return fail(couldNot("CS-REGISTRY-STOPPED", "Stopped. What was recorded stays.", {}));
            m_report.skipped += chunk->skipped;
            m_report.versions += chunk->found.size();
            CS_CHECK(m_recorder->record(m_onSession, m_request.record ? &*m_signer : nullptr, chunk->found, m_report));
            progress(Progress::Phase::Versions, m_report.versions, 0);
        }
    }

    Status writeBack()
    {
        WriteBack writer(m_request, m_connector, m_onSession, *m_signer, m_options, *m_recorder, m_stop);
        return writer.run(m_report,
            [this](std::size_t done, std::size_t total) { progress(Progress::Phase::WriteBack, done, total); });
    }

    Status compare(Session& session)
    {
        m_recorder->refresh(session.state());
        const auto& registry = session.state().registries.at(m_request.registry);
        CS_TRY(const Desired wanted, desired(session, m_options, m_recorder->known()));
        m_report.outOfStep = outOfStep({session.state(), registry, m_options, m_connector.capabilities(), wanted,
            m_recorder->known(), m_recorder->seen(), EntriesByHash(session)});
        if (!m_request.record)
            return {};
        for (const OutOfStep& item : notOpenedYet(session.state(), m_report.outOfStep)) {
            CS_TRY(const Digest detail, session.putDocument(item.detail));
            CS_CHECK(session.submit(events::FindingOpened{item.kind, item.severity, item.about, detail}, *m_signer));
            if (++m_report.findingsOpened == findingsPerRun)
                break;
        }
        return {};
    }

    void progress(Progress::Phase phase, std::size_t done, std::size_t total) const
    {
        if (m_onProgress)
            m_onProgress({phase, done, total});
    }

    const Request& m_request;
    Connector& m_connector;
    const OnSession& m_onSession;
    const std::optional<Signer>& m_signer;
    OnProgress m_onProgress;
    std::stop_token m_stop;
    RegistryOptions m_options;
    std::unique_ptr<Recorder> m_recorder;
    std::function<bool(const RemoteVersion&)> m_news;
    Reader::Aliases m_aliases;
    Report m_report;
};

} // namespace

Result<Report> run(const Request& request, Connector& connector, const OnSession& onSession,
    const std::optional<Signer>& signer, const OnProgress& onProgress, std::stop_token stop)
{
    if (request.record && !signer)
        return fail(usageError("CS-REGISTRY-SIGNER", "A synchronisation is signed by a service; none is given.", {}));
    return Run(request, connector, onSession, signer, onProgress, std::move(stop)).run();
}

Result<events::Artifact> fetchDigest(Connector& connector, const RemoteVersion& version,
    const std::function<void(std::size_t, std::size_t)>& progress, std::stop_token stop) // NOLINT: as connectors do
{
    CS_TRY(auto files, connector.files(version, stop));
    std::ranges::sort(files, {}, &registries::RemoteFile::name);
    ModelSigningRoot root;
    for (std::size_t i = 0; i < files.size(); ++i) {
        Sha256 hash;
        std::int64_t bytes = 0;
        CS_CHECK(connector.fetch(
            version, files[i],
            [&](std::string_view piece) {
                hash.update(piece);
                bytes += static_cast<std::int64_t>(piece.size());
                return Status();
            },
            stop));
        if (files[i].bytes >= 0 && files[i].bytes != bytes)
            return fail(refused("CS-REGISTRY-ARTIFACT",
                "The file %1 has %2 bytes, and the registry's list says %3. Nothing was recorded; try again.",
                {qs(files[i].name), QString::number(bytes), QString::number(files[i].bytes)}));
        root.add(files[i].name, hash.finish(), bytes);
        if (progress)
            progress(i + 1, files.size());
    }
    CS_TRY(const ArtifactDigest digest, root.finish());
    return events::Artifact{digest.method, digest.sha, digest.bytes};
}

} // namespace cs::sync
