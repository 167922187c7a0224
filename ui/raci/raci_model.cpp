// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/raci/raci_model.h"

#include "core/base/result.h"
#include "ui/raci/raci_cell.h"
#include "ui/raci/raci_words.h"
#include "ui/widgets/words.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace cs::ui {

void RaciModel::setView(query::RaciView view)
{
    beginResetModel();
    m_view = std::move(view);
    endResetModel();
}

int RaciModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_view.roles.size());
}

int RaciModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_view.transitions.size()) + 1;
}

QVariant RaciModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const auto row = static_cast<std::size_t>(index.row());
    if (index.column() == 0) {
        const query::RaciRole& item = m_view.roles.at(row);
        const QString title = cleanName(qs(item.title), 60);
        if (role == Qt::DisplayRole) {
            return title;
        }
        return role == Qt::AccessibleTextRole ? QVariant(tr("%1, %2").arg(title, raciHolders(item))) : QVariant();
    }
    const auto column = static_cast<std::size_t>(index.column() - 1);
    if (role == Qt::DisplayRole) {
        return QString(QLatin1Char(m_view.cells.at(row).at(column).letter));
    }
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        return raciSentence(m_view, row, column);
    }
    return {};
}

QVariant RaciModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole)) {
        return {};
    }
    if (section == 0) {
        return tr("Role");
    }
    return cleanName(qs(m_view.transitions.at(static_cast<std::size_t>(section - 1)).label), 80);
}

Qt::ItemFlags RaciModel::flags(const QModelIndex& index) const
{
    return index.column() == 0 ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

RaciHeader::RaciHeader(const query::RaciView& view, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_view(view)
{
    setSectionsClickable(false);
    setHighlightSections(false);
}

QSize RaciHeader::sizeHint() const
{
    return {100, scaled(raciHeadPx)};
}

void RaciHeader::paintSection(QPainter* painter, const QRect& rect, int section) const
{
    painter->fillRect(rect, colorOf(Role::Surface));
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colorOf(Role::Border));
    if (section > 0 && section <= static_cast<int>(m_view.transitions.size())) {
        paintRaciHead(painter, rect, m_view.transitions.at(static_cast<std::size_t>(section - 1)), layoutDirection());
    }
}

RaciTable::RaciTable(RaciModel* model, QWidget* parent)
    : QTableView(parent)
    , m_raci(model)
{
    setObjectName(QStringLiteral("raciTable"));
    setHorizontalHeader(new RaciHeader(model->view(), this));
    setModel(model);
    setItemDelegate(new RaciDelegate(model->view(), this));
    verticalHeader()->hide();
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(SingleSelection);
    setSelectionBehavior(SelectItems);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    connect(this, &QTableView::doubleClicked, this, &RaciTable::opened);
    connect(&Theme::instance(), &Theme::changed, this, &RaciTable::fit);
}

/// Columns share the width; below their least they scroll. The table is as high as its rows.
void RaciTable::fit()
{
    const int columns = model()->columnCount();
    if (columns < 2) {
        return;
    }
    const int first = scaled(raciRolePx);
    const int each = std::max(scaled(raciCellPx), (viewport()->width() - first) / (columns - 1));
    setColumnWidth(0, first);
    for (int column = 1; column < columns; ++column) {
        setColumnWidth(column, each);
    }
    verticalHeader()->setDefaultSectionSize(scaled(raciRowPx));
    const int high = model()->rowCount() * scaled(raciRowPx) + scaled(raciHeadPx) + 4;
    setMaximumHeight(high + (first + each * (columns - 1) > viewport()->width() ? scaled(12) : 0));
}

void RaciTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fit();
}

void RaciTable::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyAsked();
        return;
    }
    const QString typed = event->text().toUpper();
    const bool plain = (event->modifiers() & ~Qt::ShiftModifier) == Qt::NoModifier;
    if (plain && currentIndex().column() > 0 && typed.size() == 1 && QStringLiteral("RACI").contains(typed)) {
        Q_EMIT letterTyped(typed.at(0));
        return;
    }
    if (plain && event->key() == Qt::Key_Delete) {
        Q_EMIT letterTyped(QChar());
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        Q_EMIT opened();
        return;
    }
    QTableView::keyPressEvent(event);
}

void RaciTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid() && current.column() > 0) {
        Q_EMIT cellChanged(current.row(), current.column() - 1);
    }
}

} // namespace cs::ui
