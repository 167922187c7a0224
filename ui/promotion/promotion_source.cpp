// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/promotion_source.h"

#include "ui/widgets/review/core_words.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/words.h"

#include <algorithm>

namespace cs::ui {

PromotionSource::PromotionSource(WorkspaceService& service, const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_clock(clock)
{
}

std::vector<Column> PromotionSource::columns()
{
    return {{"number", tr("Number"), ColumnKind::Number, 84, false, true},
        {"title", tr("Version"), ColumnKind::Name, 240, true, true},
        {"transition", tr("Transition"), ColumnKind::Text, 190, false, true},
        {"state", tr("State"), ColumnKind::Text, 170, false, true},
        {"gate", tr("Conditions"), ColumnKind::Number, 100, false, true, 1},
        {"proposer", tr("Proposed by"), ColumnKind::Text, 170, false, true, 2},
        {"proposed", tr("Proposed"), ColumnKind::Time, 110, false, true}};
}

void PromotionSource::fetchIds(const RowQuery& query, std::function<void(Result<std::vector<qint64>>)> done)
{
    m_service.promotions(m_openOnly)
        .then(qApp, guarded(this, [this, query, done](const Result<std::vector<views::PromotionRow>>& rows) {
            if (!rows) {
                done(fail(rows.error()));
                return;
            }
            m_rows = *rows;
            Q_EMIT counted(static_cast<int>(
                std::count_if(m_rows.begin(), m_rows.end(), [](const auto& row) { return row.status == "open"; })));
            std::vector<const views::PromotionRow*> found;
            for (const views::PromotionRow& row : m_rows) {
                const QString text = QStringLiteral("#%1 %2 %3 %4 %5")
                                         .arg(QString::number(row.number), qs(row.title), qs(row.transitionLabel),
                                             coreWords(qs(row.statusLine)), roleOrName(row.proposer));
                if (text.contains(query.filter.trimmed(), Qt::CaseInsensitive)) {
                    found.push_back(&row);
                }
            }
            const auto key = [&](const views::PromotionRow& row) {
                return query.sortColumn == "title"     ? row.title
                    : query.sortColumn == "transition" ? row.transitionLabel
                    : query.sortColumn == "state"      ? row.status + row.statusLine
                    : query.sortColumn == "proposer"   ? row.proposer.roleTitle
                                                       : std::string();
            };
            const auto number = [&](const views::PromotionRow& row) {
                return query.sortColumn == "gate"    ? static_cast<std::int64_t>(row.total - row.passed)
                    : query.sortColumn == "proposed" ? row.proposedAt.ms()
                                                     : row.number;
            };
            std::stable_sort(found.begin(), found.end(), [&](const auto* a, const auto* b) {
                const auto left = std::pair(key(*a), number(*a));
                const auto right = std::pair(key(*b), number(*b));
                return query.order == Qt::AscendingOrder ? left < right : right < left;
            });
            std::vector<qint64> ids;
            for (const views::PromotionRow* row : found) {
                ids.push_back(row->id.index());
            }
            done(std::move(ids));
        }));
}

const views::PromotionRow* PromotionSource::rowOf(qint64 id) const
{
    const auto found =
        std::find_if(m_rows.begin(), m_rows.end(), [id](const auto& row) { return row.id.index() == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

Row PromotionSource::makeRow(const views::PromotionRow& row) const
{
    const PromotionLook state = promotionLook(row.status, row.statusLine, row.passed, row.total);
    const VerdictLook look = verdictLook(state.verdict);
    Row made;
    made.id = row.id.index();
    made.cells.resize(7);
    made.cells[0] = {QStringLiteral("#%1").arg(row.number), QVariant::fromValue<qint64>(row.number), {}, {},
        Role::Muted, {}, {}, Who::Person};
    made.cells[1] = {cleanName(qs(row.title), 120), qs(row.title), {}, {}, Role::Muted, {}, {}, Who::Person};
    made.cells[2] = {
        cleanName(qs(row.transitionLabel), 80), qs(row.transitionLabel), {}, {}, Role::Muted, {}, {}, Who::Person};
    made.cells[3] = {state.text, qs(row.status), coreWords(cleanName(qs(row.statusLine))), look.icon, look.role,
        Role::Text, {}, Who::Person};
    made.cells[4] = {isolate(tr("%1 of %2").arg(countText(qint64(row.passed)), countText(qint64(row.total)))),
        QVariant::fromValue<qint64>(qint64(row.passed)), {}, {}, Role::Muted, {}, {}, Who::Person};
    made.cells[5] = {roleOrName(row.proposer), qs(row.proposer.name), cleanName(qs(row.proposer.name)), {}, Role::Muted,
        Role::Text, qs(row.proposer.role), whoOf(row.proposer)};
    made.cells[6] = {relativeTime(row.proposedAt, m_clock.now()), qs(row.proposedAt.text()), utcExact(row.proposedAt),
        {}, Role::Muted, {}, {}, Who::Person};
    return made;
}

void PromotionSource::fetchRows(const std::vector<qint64>& ids, std::function<void(Result<std::vector<Row>>)> done)
{
    std::vector<Row> rows;
    for (const qint64 id : ids) {
        if (const views::PromotionRow* row = rowOf(id)) {
            rows.push_back(makeRow(*row));
        }
    }
    done(std::move(rows));
}

} // namespace cs::ui
