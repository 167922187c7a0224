// SPDX-License-Identifier: GPL-3.0-or-later
// The list of versions, the filter language and the page of one version.
#include "core/workspace/service_p.h"
#include "core/workspace/views/models_export.h"
#include "core/workspace/views/version_facts.h"

#include <QElapsedTimer>

namespace cs {

WorkspaceService::Answer<query::VersionsFound> WorkspaceWorker::findVersions(
    const QString& filter, query::filter::Order order)
{
    using Found = query::VersionsFound;
    return withState<Found>([this, text = utf8(filter), order](Session& session) -> Result<Found> {
        m_models.refresh(session);
        return views::findVersions(m_models, text, order, views::askerOf(session, m_me, now()));
    });
}

WorkspaceService::Answer<std::vector<query::VersionListRow>> WorkspaceWorker::versionRows(std::vector<VersionId> ids)
{
    using Rows = std::vector<query::VersionListRow>;
    return withState<Rows>([this, ids = std::move(ids)](Session& session) -> Result<Rows> {
        m_models.refresh(session);
        return views::versionRows(session, m_models, ids, now());
    });
}

WorkspaceService::Answer<query::VersionPageView> WorkspaceWorker::versionPage(VersionId id)
{
    return withState<query::VersionPageView>([this, id](Session& session) {
        m_models.refresh(session);
        return views::versionPage(session, m_models, id, m_me, now());
    });
}

WorkspaceService::Answer<std::vector<query::filter::Completion>> WorkspaceWorker::completions(
    const QString& text, int cursor)
{
    using Completions = std::vector<query::filter::Completion>;
    const auto bytes = static_cast<std::size_t>(text.left(cursor).toUtf8().size());
    return withState<Completions>([this, text = utf8(text), bytes](Session& session) -> Result<Completions> {
        m_models.refresh(session);
        return query::filter::complete(m_models.table(), views::askerOf(session, m_me, now()), text, bytes);
    });
}

WorkspaceService::Answer<std::vector<std::int64_t>> WorkspaceWorker::filterCounts(QStringList filters)
{
    using Counts = std::vector<std::int64_t>;
    return withState<Counts>([this, filters = std::move(filters)](Session& session) -> Result<Counts> {
        m_models.refresh(session);
        const auto asker = views::askerOf(session, m_me, now());
        Counts counts;
        for (const QString& filter : filters) {
            const auto parsed = query::filter::parse(utf8(filter));
            counts.push_back(parsed ? static_cast<std::int64_t>(m_models.table().count(*parsed, asker)) : -1);
        }
        return counts;
    });
}

WorkspaceService::Answer<Bytes> WorkspaceWorker::exportVersions(std::vector<VersionId> ids, query::TableExport what)
{
    cancelExport();
    const auto stop = newStop(m_exportStop);
    return withState<Bytes>([this, ids = std::move(ids), what = std::move(what), stop](
                                Session& session) -> Result<Bytes> {
        m_models.refresh(session);
        constexpr qint64 everyMs = 100;
        auto said = std::make_shared<QElapsedTimer>();
        said->start();
        reports::WriteOptions options;
        options.stop = stop;
        options.progress = [this, said](std::int64_t done, std::int64_t total) {
            if (said->elapsed() < everyMs)
                return;
            said->restart();
            Q_EMIT exportProgress(done, total);
        };
        return reports::write(views::versionTable(session, m_models, ids, what.columns, now()), what.format, options);
    });
}

/// Asked first, stored then: who may not sign leaves no bytes behind.
WorkspaceService::Answer<Appended> WorkspaceWorker::attachEvidence(Attachment attachment, QString passphrase)
{
    return withSession<Appended>([this, wanted = std::move(attachment), passphrase](
                                     Session& session) -> Result<Appended> {
        if (session.state().versions.find(wanted.version.index()) == nullptr)
            return fail(usageError("CS-WORKSPACE-NO-VERSION", "There is no version %1.", {qs(wanted.version.text())}));
        if (const auto state = views::attachState(session, wanted.version, m_me); !state.on())
            return fail(refused("CS-WORKSPACE-ATTACH", "The file cannot be attached: %1", {qs(state.offReason)}));
        CS_TRY(const Signer who, signer(passphrase));
        CS_TRY(const Session::StoredFile stored, session.putEvidenceFile(utf8(wanted.path)));
        const std::string title = utf8(wanted.title.trimmed());
        events::EvidenceAttached event{wanted.version, utf8(wanted.kind), stored.media, stored.digest, stored.bytes,
            std::nullopt, "countersign-reader/1"};
        std::vector<Erasable> blobs;
        if (!title.empty()) {
            blobs.push_back(session.erasable(title));
            event.title = blobs.back().commitment;
        }
        return submitted(session.submit(event, who, std::move(blobs)));
    });
}

void WorkspaceWorker::cancelExport()
{
    const std::lock_guard lock(m_stopMutex);
    m_exportStop.request_stop();
}

} // namespace cs
