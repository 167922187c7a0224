// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/string_table.h"

#include "ui/widgets/table/row_delegate.h"
#include "ui/widgets/theme/theme.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace cs::ui {

StringTable::StringTable(std::vector<Head> heads, std::vector<QStringList> rows, QObject* parent)
    : QAbstractTableModel(parent)
    , m_heads(std::move(heads))
    , m_rows(std::move(rows))
{
}

int StringTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int StringTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_heads.size());
}

QVariant StringTable::data(const QModelIndex& index, int role) const
{
    if (!index.isValid()) {
        return {};
    }
    const ColumnKind kind = m_heads[static_cast<std::size_t>(index.column())].kind;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case ValueRole:
        return m_rows[static_cast<std::size_t>(index.row())].value(index.column());
    case KindRole:
        return static_cast<int>(kind);
    case MissingRole:
        return false;
    default:
        return {};
    }
}

QVariant StringTable::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount()) {
        return {};
    }
    const Head& head = m_heads[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole) {
        return head.title;
    }
    if (role == Qt::TextAlignmentRole) {
        return static_cast<int>((head.kind == ColumnKind::Number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    return {};
}

QTableView* makeStringTableView(StringTable* table, const QString& name, QWidget* parent)
{
    auto* view = new QTableView(parent);
    table->setParent(view);
    view->setModel(table);
    view->setItemDelegate(new RowDelegate(view));
    view->setAccessibleName(name);
    view->setFrameShape(QFrame::NoFrame);
    view->setShowGrid(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(scaled(32));
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setTabKeyNavigation(false);
    view->setWordWrap(false);
    view->horizontalHeader()->setHighlightSections(false);
    view->horizontalHeader()->setFixedHeight(scaled(30));
    view->horizontalHeader()->setMinimumSectionSize(scaled(48));
    const int rows = std::min(table->rowCount(), 100);
    const QFontMetrics metrics(fontOf(Type::Medium));
    for (int column = 0; column < table->columnCount(); ++column) {
        int width = metrics.horizontalAdvance(table->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        for (int row = 0; row < rows; ++row) {
            width = std::max(width, metrics.horizontalAdvance(table->index(row, column).data().toString()));
        }
        view->setColumnWidth(column, std::min(width, scaled(320)) + scaled(32));
    }
    view->horizontalHeader()->setStretchLastSection(table->columnCount() > 0
        && static_cast<ColumnKind>(table->index(0, table->columnCount() - 1).data(KindRole).toInt())
            != ColumnKind::Number);
    return view;
}

} // namespace cs::ui
