// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table/table_view.h"

#include "ui/widgets/table/paged_model.h"
#include "ui/widgets/table/row_delegate.h"
#include "ui/widgets/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int stretchLeast = 184; ///< pixels at 13 px text; a name and its badge

} // namespace

TableView::TableView(QWidget* parent)
    : QTableView(parent)
{
    setItemDelegate(new RowDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFrameShape(QFrame::NoFrame);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setMinimumSectionSize(40);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        applyTheme();
        sizeColumns();
    });
    connect(this, &QTableView::doubleClicked, this,
        [this](const QModelIndex& index) { Q_EMIT opened(index.data(RowIdRole).toLongLong()); });
}

void TableView::applyTheme()
{
    verticalHeader()->setDefaultSectionSize(scaled(32));
    horizontalHeader()->setFixedHeight(scaled(30));
    horizontalHeader()->setFont(fontOf(Type::SmallMedium));
}

void TableView::setPagedModel(PagedModel* model)
{
    m_model = model;
    setModel(model);
    const bool sortable = std::any_of(
        model->columns().begin(), model->columns().end(), [](const Column& column) { return column.sortable; });
    if (sortable) {
        horizontalHeader()->setSortIndicatorShown(!model->query().sortColumn.isEmpty());
        // Not setSortingEnabled: that sorts at once by the column the header happens to show.
        connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
            if (m_model->columns().at(static_cast<std::size_t>(section)).sortable) {
                horizontalHeader()->setSortIndicatorShown(true);
                m_model->sort(section, horizontalHeader()->sortIndicatorOrder());
            }
        });
    }
    connect(model, &QAbstractItemModel::modelReset, this, &TableView::keepPlace);
    sizeColumns();
}

void TableView::sizeColumns()
{
    if (m_model == nullptr) {
        return;
    }
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const Column& column = m_model->columns().at(static_cast<std::size_t>(i));
        horizontalHeader()->setSectionResizeMode(i, column.stretch ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (!column.stretch) {
            setColumnWidth(i, scaled(column.width));
        }
    }
    m_yielded.clear();
    fitColumns();
}

int TableView::widthOf(int section) const
{
    const Column& column = m_model->columns().at(static_cast<std::size_t>(section));
    if (m_hidden.contains(column.id)) {
        return 0;
    }
    // What stretches keeps enough to tell one row from the next.
    return column.stretch ? scaled(std::min(column.width, stretchLeast))
                          : m_yielded.value(section, columnWidth(section));
}

/// In a narrow window columns give way in the order that they say, before the one that stretches is squeezed to
/// nothing; when that is not enough, the list scrolls sideways.
void TableView::fitColumns()
{
    if (m_model == nullptr || viewport()->width() <= 0) {
        return;
    }
    int needed = 0;
    std::vector<std::pair<int, int>> order; // how readily, section
    QHash<int, int> widths;
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const Column& column = m_model->columns().at(static_cast<std::size_t>(i));
        widths.insert(i, widthOf(i));
        needed += widths.value(i);
        if (column.yields > 0 && !m_hidden.contains(column.id)) {
            order.emplace_back(-column.yields, i);
        }
    }
    std::sort(order.begin(), order.end());
    QHash<int, int> yielded;
    for (const auto& [yields, section] : order) {
        if (needed > viewport()->width()) {
            needed -= widths.value(section);
            yielded.insert(section, widths.value(section));
        }
    }
    m_yielded = yielded;
    for (int i = 0; i < m_model->columnCount(); ++i) {
        const Column& column = m_model->columns().at(static_cast<std::size_t>(i));
        const bool hide = m_hidden.contains(column.id) || m_yielded.contains(i);
        if (isColumnHidden(i) != hide) {
            setColumnHidden(i, hide);
        }
        if (!column.stretch || hide) {
            continue;
        }
        const bool tight = needed > viewport()->width();
        const auto mode = tight ? QHeaderView::Interactive : QHeaderView::Stretch;
        if (horizontalHeader()->sectionResizeMode(i) != mode) {
            horizontalHeader()->setSectionResizeMode(i, mode);
            if (tight) {
                setColumnWidth(i, widths.value(i));
            }
        }
    }
}

void TableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

qint64 TableView::currentId() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() ? index.data(RowIdRole).toLongLong() : -1;
}

bool TableView::selectId(qint64 id)
{
    const int row = m_model != nullptr ? m_model->rowForId(id) : -1;
    if (row < 0) {
        return false;
    }
    // Not selectRow(): right to left it needs a laid out header and does nothing before the view is shown.
    selectionModel()->setCurrentIndex(
        m_model->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(m_model->index(row, 0));
    return true;
}

void TableView::keepPlace()
{
    if (m_current >= 0) {
        selectId(m_current);
    }
}

QString TableView::copyText(int* missing) const
{
    QStringList lines;
    int absent = 0;
    const int columns = m_model != nullptr ? m_model->columnCount() : 0;
    QStringList head;
    for (int c = 0; c < columns; ++c) {
        if (!isColumnShown(m_model->columns().at(static_cast<std::size_t>(c)).id)) {
            continue;
        }
        head.append(m_model->columns().at(static_cast<std::size_t>(c)).title);
    }
    lines.append(head.join(QLatin1Char('\t')));
    // Ranges, not indexes: a million selected rows would be three million objects.
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (m_model->cachedRow(row) == nullptr) {
                ++absent;
                continue;
            }
            QStringList cells;
            for (int c = 0; c < columns; ++c) {
                if (!isColumnShown(m_model->columns().at(static_cast<std::size_t>(c)).id)) {
                    continue;
                }
                QString value = m_model->index(row, c).data(ValueRole).toString();
                value.replace(QLatin1Char('\t'), QLatin1Char(' ')).replace(QLatin1Char('\n'), QLatin1Char(' '));
                cells.append(value);
            }
            lines.append(cells.join(QLatin1Char('\t')));
        }
    }
    if (missing != nullptr) {
        *missing = absent;
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy) && m_model != nullptr) {
        int missing = 0;
        const QString text = copyText(&missing);
        QGuiApplication::clipboard()->setText(text);
        Q_EMIT copied(static_cast<int>(text.count(QLatin1Char('\n'))) - 1, missing);
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::NoModifier && currentId() >= 0) {
        Q_EMIT opened(currentId());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && m_model != nullptr && m_model->rowCount() > 0) {
        selectId(m_model->idForRow(0));
    }
    viewport()->update();
}

void TableView::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.isValid()) {
        m_current = current.data(RowIdRole).toLongLong();
        Q_EMIT currentIdChanged(m_current);
    }
}

void TableView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    qint64 rows = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        rows += range.height();
    }
    Q_EMIT selectionCountChanged(rows);
}

std::vector<qint64> TableView::selectedIds() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            rows.push_back(row);
        }
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::vector<qint64> ids;
    ids.reserve(rows.size());
    for (const int row : rows) {
        ids.push_back(m_model->idForRow(row));
    }
    return ids;
}

int TableView::columnOf(const QByteArray& id) const
{
    for (int i = 0; m_model != nullptr && i < m_model->columnCount(); ++i) {
        if (m_model->columns().at(static_cast<std::size_t>(i)).id == id) {
            return i;
        }
    }
    return -1;
}

void TableView::showSort(const QByteArray& column, Qt::SortOrder order)
{
    if (const int section = columnOf(column); section >= 0) {
        horizontalHeader()->setSortIndicatorShown(true);
        horizontalHeader()->setSortIndicator(section, order);
    }
}

void TableView::setColumnShown(const QByteArray& id, bool shown)
{
    if (columnOf(id) > 0 && isColumnShown(id) != shown) {
        shown ? void(m_hidden.remove(id)) : void(m_hidden.insert(id));
        fitColumns();
        Q_EMIT columnsShownChanged();
    }
}

bool TableView::isColumnShown(const QByteArray& id) const
{
    return columnOf(id) >= 0 && !m_hidden.contains(id);
}

std::vector<QByteArray> TableView::shownColumns() const
{
    std::vector<QByteArray> ids;
    for (int i = 0; m_model != nullptr && i < m_model->columnCount(); ++i) {
        if (const QByteArray id = m_model->columns().at(static_cast<std::size_t>(i)).id; isColumnShown(id)) {
            ids.push_back(id);
        }
    }
    return ids;
}

QByteArray TableView::saveColumns() const
{
    QJsonObject widths;
    for (int i = 0; m_model != nullptr && i < m_model->columnCount(); ++i) {
        const QByteArray id = m_model->columns().at(static_cast<std::size_t>(i)).id;
        widths.insert(QString::fromLatin1(id), isColumnShown(id) ? m_yielded.value(i, columnWidth(i)) : -1);
    }
    return QJsonDocument(widths).toJson(QJsonDocument::Compact);
}

void TableView::restoreColumns(const QByteArray& state)
{
    const QJsonObject widths = QJsonDocument::fromJson(state).object();
    for (int i = 0; m_model != nullptr && i < m_model->columnCount(); ++i) {
        const Column& column = m_model->columns().at(static_cast<std::size_t>(i));
        const int width = widths.value(QString::fromLatin1(column.id)).toInt();
        setColumnShown(column.id, width != -1);
        if (!column.stretch && width >= 40 && width <= 2000) {
            setColumnWidth(i, width);
        }
    }
    fitColumns();
}

} // namespace cs::ui
