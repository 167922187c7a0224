// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/registries/sync.h"

#include "core/crypto/artifact.h"
#include "core/crypto/hash.h"
#include "core/workspace/registries/recorder.h"
#include "core/workspace/registries/write_back.h"

#include <algorithm>

namespace cs::sync {
namespace {

using registries::Connector;
using registries::RemoteVersion;

constexpr std::size_t pagesMax = 10'000;
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
        return {};
    }

    /// A server that gives the same page again would be read for ever.
    template <class T, class Take>
    Status readPages(Result<registries::PageOf<T>> (Connector::*read)(const std::string&, std::stop_token), Take take)
    {
        std::set<std::string> tokens;
        std::string token;
        for (std::size_t page = 0; page < pagesMax; ++page) {
            CS_TRY(auto answer, (m_connector.*read)(token, m_stop));
            m_report.skipped += answer.skipped;
            CS_CHECK(take(answer.items));
            if (answer.next.empty())
                return {};
            if (!tokens.insert(answer.next).second)
                return fail(refused("CS-REGISTRY-PAGES",
                    "The registry gave the same page twice; reading it was stopped. What was recorded stays.", {}));
            token = std::move(answer.next);
        }
        return fail(refused("CS-REGISTRY-PAGES", "The registry has more than %1 pages.", {QString::number(pagesMax)}));
    }

    Status readModels()
    {
        return readPages<registries::RemoteModel>(
            &Connector::models, [this](std::vector<registries::RemoteModel>& items) {
                for (auto& model : items)
                    m_aliases[model.name] = std::move(model.aliases);
                m_report.models = m_aliases.size();
                progress(Progress::Phase::Models, m_report.models, 0);
                return Status();
            });
    }

    Status readVersions()
    {
        return readPages<RemoteVersion>(
            &Connector::versions, [this](std::vector<RemoteVersion>& items) { return takeVersions(items); });
    }

    Status takeVersions(std::vector<RemoteVersion>& items)
    {
        for (RemoteVersion& version : items)
            joinAliases(version);
        m_report.versions += items.size();
        std::vector<std::size_t> fresh;
        CS_CHECK(m_onSession([&](Session& session) {
            fresh = m_recorder->note(session, items);
            return Status();
        }));
        std::vector<Found> found;
        for (const std::size_t place : fresh) {
            if (!m_request.record)
                break;
            found.push_back({std::move(items[place]), std::nullopt});
            CS_CHECK(readRun(found.back()));
            progress(Progress::Phase::Versions, m_report.versions - items.size() + found.size(), 0);
        }
        if (!found.empty())
            CS_CHECK(m_recorder->record(m_onSession, *m_signer, std::move(found), m_report));
        progress(Progress::Phase::Versions, m_report.versions, 0);
        return {};
    }

    /// Aliases belong to the model; what a version says of them is believed in no product.
    void joinAliases(RemoteVersion& version) const
    {
        version.aliases.clear();
        const auto model = m_aliases.find(version.name);
        if (model == m_aliases.end())
            return;
        for (const auto& [alias, holds] : model->second)
            if (holds == version.version)
                version.aliases.insert(alias);
    }

    /// A run that is gone or unreadable leaves its version without metrics, and nothing worse.
    Status readRun(Found& found)
    {
        if (found.version.run.empty() || !m_connector.capabilities().runs)
            return {};
        auto run = m_connector.run(found.version.run, m_stop);
        if (run) {
            found.run = *std::move(run);
            return {};
        }
        if (run.error().failure() == Failure::CouldNot)
            return fail(run.error());
        return {};
    }

    Status writeBack()
    {
        WriteBack writer(m_request, m_connector, m_onSession, *m_signer, m_options, *m_recorder, m_stop);
        const Status written = writer.run(m_report,
            [this](std::size_t done, std::size_t total) { progress(Progress::Phase::WriteBack, done, total); });
        return written;
    }

    Status compare(Session& session)
    {
        m_recorder->refresh(session.state());
        const auto& registry = session.state().registries.at(m_request.registry);
        CS_TRY(const Desired wanted, desired(session, m_options, m_recorder->known()));
        m_report.outOfStep = outOfStep({session.state(), registry, m_options, m_connector.capabilities(), wanted,
            m_recorder->known(), m_recorder->seen()});
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
    std::map<std::string, std::map<std::string, std::string>> m_aliases; // model → alias → version
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
    const std::function<void(std::size_t, std::size_t)>& progress, std::stop_token stop)
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
