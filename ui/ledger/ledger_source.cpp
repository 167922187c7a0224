// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/ledger_source.h"

#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <algorithm>

namespace cs::ui {

LedgerSource::LedgerSource(WorkspaceService& service, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_clock(clock)
{
}

std::vector<Column> LedgerSource::columns()
{
    return {{"entry", tr("Entry"), ColumnKind::Number, 72, false, true},
        {"time", tr("Time (UTC)"), ColumnKind::Time, 92, false, false},
        {"event", tr("Event"), ColumnKind::Mono, 166, false, false, 1},
        {"signer", tr("Signed by"), ColumnKind::Text, 152, false, false},
        {"says", tr("What it says"), ColumnKind::Text, 200, true, false}};
}

void LedgerSource::fetchIds(const RowQuery& query, std::function<void(Result<std::vector<qint64>>)> done)
{
    const bool oldestFirst = query.sortColumn == "entry" && query.order == Qt::AscendingOrder;
    m_service.findEntries(query.filter)
        .then(qApp, guarded(this, [oldestFirst, done](const Result<std::vector<EntryIndex>>& found) {
            if (!found) {
                done(fail(found.error()));
                return;
            }
            std::vector<qint64> ids(found->begin(), found->end());
            if (oldestFirst) {
                std::reverse(ids.begin(), ids.end());
            }
            done(std::move(ids));
        }));
}

Row LedgerSource::makeRow(const query::EntryRow& entry) const
{
    Row row;
    row.id = entry.index;
    row.cells.resize(5);
    row.cells[0].text = countText(entry.index);
    row.cells[0].value = QVariant::fromValue<qint64>(entry.index);
    row.cells[1].text = utcColumn(entry.at, m_clock.now());
    row.cells[1].value = qs(entry.at.text());
    row.cells[1].tip = utcExact(entry.at);
    row.cells[2].text = qs(entry.type);
    row.cells[2].value = qs(entry.type);
    row.cells[3].text = roleOrName(entry.signer);
    row.cells[3].value = qs(entry.signer.name);
    row.cells[3].tip = cleanName(qs(entry.signer.name));
    row.cells[3].textRole = Role::Text;
    row.cells[3].badge = qs(entry.signer.role);
    row.cells[3].badgeWho = whoOf(entry.signer);
    row.cells[4].text = cleanName(qs(entry.says), 300);
    row.cells[4].value = qs(entry.says);
    row.cells[4].tip = row.cells[4].text;
    row.cells[4].textRole = Role::Text;
    return row;
}

void LedgerSource::fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done)
{
    m_service.entryRows(std::vector<EntryIndex>(ids.begin(), ids.end()))
        .then(qApp, guarded(this, [this, done](const Result<std::vector<query::EntryRow>>& entries) {
            if (!entries) {
                done(fail(entries.error()));
                return;
            }
            std::vector<Row> rows;
            for (const query::EntryRow& entry : *entries) {
                rows.push_back(makeRow(entry));
            }
            done(std::move(rows));
        }));
}

} // namespace cs::ui
