// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/table/column.h"

#include <QTableView>

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

    /// Column widths by id, and back; unknown ids are ignored.
    QByteArray saveColumns() const;
    void restoreColumns(const QByteArray& state);

Q_SIGNALS:
    void currentIdChanged(qint64 id);
    /// Return, Enter or a double click on a row.
    void opened(qint64 id);
    /// Ctrl+C was pressed; @p rows went to the clipboard, @p missing were not loaded.
    void copied(int rows, int missing);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void applyTheme();
    void sizeColumns();
    void keepPlace();

    PagedModel* m_model = nullptr;
    qint64 m_current = -1;
};

} // namespace cs::ui
