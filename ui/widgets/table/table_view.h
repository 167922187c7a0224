// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/table/column.h"

#include <QHash>
#include <QSet>
#include <QTableView>

#include <vector>

namespace cs::ui {

class PagedModel;

/// The table behind every long list: rows of 32, one click selects a row, Return opens it, Ctrl+C copies the
/// selection with its headings. Selection and position stay on the same row ids when the rows change.
class TableView final : public QTableView {
    Q_OBJECT
public:
    explicit TableView(QWidget* parent = nullptr);

    void setPagedModel(PagedModel* model);
    PagedModel* pagedModel() const { return m_model; }

    /// -1 if none.
    qint64 currentId() const;
    /// Makes the row current and scrolls to it. @returns false if the list does not have it.
    bool selectId(qint64 id);

    /// The selected rows as lines of tab-separated text with a line of headings; rows that are not in memory
    /// are left out and counted in @p missing.
    QString copyText(int* missing = nullptr) const;

    /// The order that the header's arrow shows at first; the source sorts.
    void showSort(const QByteArray& column, Qt::SortOrder order);
    /// The first column cannot be hidden: it names the row. A shown column may still give way in a narrow window.
    void setColumnShown(const QByteArray& id, bool shown);
    bool isColumnShown(const QByteArray& id) const;
    /// Ids of the columns that are shown, in order.
    std::vector<QByteArray> shownColumns() const;
    /// Ids of the selected rows, in the order of the list.
    std::vector<qint64> selectedIds() const;

    /// Column widths and hidden columns by id, and back; unknown ids are ignored.
    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray& state);

Q_SIGNALS:
    void currentIdChanged(qint64 id);
    /// Return, Enter or a double click on a row.
    void opened(qint64 id);
    /// Ctrl+C was pressed; @p rows went to the clipboard, @p missing were not loaded.
    void copied(int rows, int missing);
    /// How many rows are selected.
    void selectionCountChanged(qint64 rows);
    void columnsShownChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;

private:
    void applyTheme();
    void sizeColumns();
    void fitColumns();
    int widthOf(int section) const;
    void keepPlace();
    int columnOf(const QByteArray& id) const;

    PagedModel* m_model = nullptr;
    qint64 m_current = -1;
    QSet<QByteArray> m_hidden; ///< by choice
    QHash<int, int> m_yielded; ///< section → its width; hidden for want of room
};

} // namespace cs::ui
