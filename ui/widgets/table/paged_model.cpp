// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table/paged_model.h"

#include "ui/widgets/words.h"

#include <algorithm>

namespace cs::ui {

PagedModel::PagedModel(std::vector<Column> columns, PageSource& source, QObject* parent)
    : QAbstractTableModel(parent)
    , m_columns(std::move(columns))
    , m_source(source)
    , m_alive(std::make_shared<bool>(true))
{
}

PagedModel::~PagedModel()
{
    *m_alive = false;
}

void PagedModel::setQuery(const RowQuery& query)
{
    m_query = query;
    requestIds();
}

void PagedModel::refresh()
{
    requestIds();
}

void PagedModel::requestIds()
{
    const quint64 generation = ++m_generation;
    if (!m_loading) {
        m_loading = true;
        Q_EMIT loadingChanged(true);
    }
    m_source.fetchIds(m_query, [this, alive = m_alive, generation](Result<std::vector<qint64>> ids) {
        if (*alive && generation == m_generation) {
            takeIds(std::move(ids));
        }
    });
}

void PagedModel::takeIds(Result<std::vector<qint64>> ids)
{
    m_loading = false;
    if (!ids) {
        m_error = ids.error();
        Q_EMIT loadingChanged(false);
        Q_EMIT failed(*m_error);
        return;
    }
    m_error.reset();
    beginResetModel();
    m_ids = std::move(*ids);
    m_rowOfId.clear();
    m_rowOfIdBuilt = false;
    dropPages();
    endResetModel();
    Q_EMIT loadingChanged(false);
    Q_EMIT ready(static_cast<qint64>(m_ids.size()));
}

void PagedModel::dropPages()
{
    m_pages.clear();
    m_used.clear();
    m_asked.clear();
}

void PagedModel::invalidateRow(qint64 id)
{
    const int row = rowForId(id);
    if (row < 0) {
        return;
    }
    const int page = row / pageRows;
    if (const auto found = m_pages.find(page); found != m_pages.end()) {
        m_used.erase(found->use);
        m_pages.erase(found);
    }
    m_asked.remove(page);
    Q_EMIT dataChanged(index(row, 0), index(row, columnCount() - 1));
}

int PagedModel::rowForId(qint64 id) const
{
    if (!m_rowOfIdBuilt) {
        m_rowOfId.reserve(static_cast<qsizetype>(m_ids.size()));
        for (std::size_t i = 0; i < m_ids.size(); ++i) {
            m_rowOfId.insert(m_ids[i], static_cast<int>(i));
        }
        m_rowOfIdBuilt = true;
    }
    return m_rowOfId.value(id, -1);
}

const Row* PagedModel::cachedRow(int row) const
{
    const auto found = m_pages.find(row / pageRows);
    if (found == m_pages.end()) {
        return nullptr;
    }
    m_used.splice(m_used.begin(), m_used, found->use);
    const Row& cached = found->rows.at(static_cast<std::size_t>(row % pageRows));
    return cached.id < 0 ? nullptr : &cached;
}

void PagedModel::requestPage(int page) const
{
    if (m_asked.contains(page)) {
        return;
    }
    m_asked.insert(page);
    const auto first = static_cast<std::size_t>(page) * pageRows;
    const auto last = std::min(first + pageRows, m_ids.size());
    std::vector<qint64> wanted(
        m_ids.begin() + static_cast<std::ptrdiff_t>(first), m_ids.begin() + static_cast<std::ptrdiff_t>(last));
    // data() is const for views, yet it is what discovers that a page is missing.
    auto* self = const_cast<PagedModel*>(this);
    m_source.fetchRows(
        wanted, [self, alive = m_alive, generation = m_generation, page, wanted](Result<std::vector<Row>> rows) {
            if (*alive && generation == self->m_generation) {
                self->takePage(page, wanted, std::move(rows));
            }
        });
}

void PagedModel::takePage(int page, const std::vector<qint64>& wanted, Result<std::vector<Row>> rows)
{
    if (!rows) {
        m_error = rows.error();
        Q_EMIT failed(*m_error);
        return;
    }
    QHash<qint64, Row*> byId;
    for (Row& row : *rows) {
        byId.insert(row.id, &row);
    }
    Page fresh;
    fresh.rows.reserve(wanted.size());
    for (const qint64 id : wanted) {
        Row* row = byId.value(id, nullptr);
        fresh.rows.push_back(row != nullptr && row->cells.size() == m_columns.size() ? std::move(*row) : Row{-1, {}});
    }
    if (const auto old = m_pages.find(page); old != m_pages.end()) {
        m_used.erase(old->use);
    }
    m_used.push_front(page);
    fresh.use = m_used.begin();
    m_pages.insert(page, std::move(fresh));
    while (m_pages.size() > pagesMax) {
        const int oldest = m_used.back();
        m_used.pop_back();
        m_pages.remove(oldest);
        m_asked.remove(oldest);
    }
    const int first = page * pageRows;
    const int last = first + static_cast<int>(wanted.size()) - 1;
    Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void PagedModel::setColumns(std::vector<Column> columns)
{
    m_columns = std::move(columns);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    refresh();
}

int PagedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_ids.size());
}

int PagedModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant PagedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    if (role == RowIdRole) {
        return idForRow(index.row());
    }
    if (role == KindRole) {
        return static_cast<int>(m_columns[static_cast<std::size_t>(index.column())].kind);
    }
    const Row* row = cachedRow(index.row());
    if (row == nullptr) {
        requestPage(index.row() / pageRows);
        return role == MissingRole ? QVariant(true) : QVariant();
    }
    if (role == MissingRole) {
        return false;
    }
    return cellData(*row, index.column(), role);
}

QVariant PagedModel::cellData(const Row& row, int column, int role) const
{
    const Cell& cell = row.cells[static_cast<std::size_t>(column)];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.tip.isEmpty() ? QVariant() : QVariant(cell.tip);
    case Qt::AccessibleTextRole:
        return QString(m_columns[static_cast<std::size_t>(column)].title + QStringLiteral(": ")
            + withoutIsolates(cell.tag.isEmpty() ? cell.text : QString(cell.text + QStringLiteral(", ") + cell.tag)));
    case ValueRole:
        return cell.value.isValid() ? cell.value : QVariant(withoutIsolates(cell.text));
    case IconNameRole:
        return cell.icon;
    case IconColorRole:
        return static_cast<int>(cell.iconRole);
    case TextColorRole:
        return cell.textRole ? QVariant(static_cast<int>(*cell.textRole)) : QVariant();
    case BadgeRole:
        return cell.badge;
    case BadgeWhoRole:
        return static_cast<int>(cell.badgeWho);
    case ChipRole:
        return cell.chip ? QVariant(static_cast<int>(*cell.chip)) : QVariant();
    case TagRole:
        return cell.tag;
    default:
        return {};
    }
}

QVariant PagedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const Column& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) {
        return column.title;
    }
    if (role == Qt::TextAlignmentRole) {
        const Qt::Alignment side = column.kind == ColumnKind::Number ? Qt::AlignTrailing : Qt::AlignLeading;
        return static_cast<int>(side | Qt::AlignVCenter);
    }
    return {};
}

void PagedModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount() || !m_columns[static_cast<std::size_t>(column)].sortable) {
        return;
    }
    RowQuery next = m_query;
    next.sortColumn = m_columns[static_cast<std::size_t>(column)].id;
    next.order = order;
    if (!(next == m_query)) {
        setQuery(next);
    }
}

} // namespace cs::ui
