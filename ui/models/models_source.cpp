// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/models_source.h"

#include "ui/models/version_cells.h"
#include "ui/widgets/review/guarded.h"

namespace cs::ui {

ModelsSource::ModelsSource(WorkspaceService& service, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_clock(clock)
{
}

void ModelsSource::fetchIds(const RowQuery& query, std::function<void(Result<std::vector<qint64>>)> done)
{
    query::filter::Order order;
    order.by = query::filter::sortByOf(query.sortColumn.toStdString()).value_or(query::filter::SortBy::Model);
    order.descending = query.order == Qt::DescendingOrder;
    m_service.findVersions(query.filter, order)
        .then(qApp, guarded(this, [this, done](const Result<query::VersionsFound>& found) {
            if (!found) {
                done(fail(found.error()));
                return;
            }
            m_total = found->total;
            m_models = found->models;
            if (found->fault) {
                Q_EMIT faulty(*found->fault);
                done(fail(found->fault->error));
                return;
            }
            std::vector<qint64> ids;
            ids.reserve(found->ids.size());
            for (const VersionId id : found->ids) {
                ids.push_back(id.index());
            }
            done(std::move(ids));
        }));
}

void ModelsSource::fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done)
{
    std::vector<VersionId> versions;
    for (const qint64 id : ids) {
        versions.emplace_back(id);
    }
    m_service.versionRows(std::move(versions))
        .then(qApp, guarded(this, [this, done](const Result<std::vector<query::VersionListRow>>& found) {
            if (!found) {
                done(fail(found.error()));
                return;
            }
            std::vector<Row> rows;
            const UtcTime now = m_clock.now();
            for (const query::VersionListRow& version : *found) {
                rows.push_back(versionRow(version, now));
            }
            done(std::move(rows));
        }));
}

} // namespace cs::ui
