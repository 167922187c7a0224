// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/entries_csv.h"

#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/save_file.h"

#include <QPromise>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr std::size_t pieceRows = 500;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cs::ui::EntriesCsv)
};

/// Lives as long as an answer is on its way.
class Job final : public std::enable_shared_from_this<Job> {
public:
    Job(WorkspaceService& service, std::vector<EntryIndex> ids)
        : m_service(service)
        , m_ids(std::move(ids))
    {
        m_promise.start();
        m_csv = csvLine({Words::tr("Entry"), Words::tr("Time (UTC)"), Words::tr("Event"), Words::tr("Signed by"),
            Words::tr("What it says")});
    }
    QFuture<Result<Bytes>> future() { return m_promise.future(); }
    void next()
    {
        if (m_done == m_ids.size()) {
            finish(m_csv.toUtf8().toStdString());
            return;
        }
        const auto from = m_ids.begin() + static_cast<std::ptrdiff_t>(m_done);
        const std::size_t count = std::min(pieceRows, m_ids.size() - m_done);
        m_done += count;
        m_service.entryRows(std::vector<EntryIndex>(from, from + static_cast<std::ptrdiff_t>(count)))
            .then(qApp,
                guarded(&m_service,
                    [job = shared_from_this()](const Result<std::vector<query::EntryRow>>& rows) { job->take(rows); }));
    }

private:
    void take(const Result<std::vector<query::EntryRow>>& rows)
    {
        if (!rows) {
            finish(fail(rows.error()));
            return;
        }
        for (const query::EntryRow& row : *rows) {
            m_csv += csvLine(
                {QString::number(row.index), qs(row.at.text()), qs(row.type), qs(row.signer.name), qs(row.says)});
        }
        next();
    }
    void finish(Result<Bytes> result)
    {
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }

    WorkspaceService& m_service;
    std::vector<EntryIndex> m_ids;
    std::size_t m_done = 0;
    QString m_csv;
    QPromise<Result<Bytes>> m_promise;
};

} // namespace

QFuture<Result<Bytes>> entriesCsv(WorkspaceService& service, std::vector<EntryIndex> ids)
{
    const auto job = std::make_shared<Job>(service, std::move(ids));
    QFuture<Result<Bytes>> future = job->future();
    job->next();
    return future;
}

} // namespace cs::ui
