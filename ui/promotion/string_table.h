// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/table/column.h"

#include <QAbstractTableModel>
#include <QStringList>

class QTableView;

namespace cs::ui {

/// A small fixed table of texts, drawn like our other tables. At most a few hundred rows.
class StringTable final : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Head {
        QString title;
        ColumnKind kind = ColumnKind::Text;
    };
    StringTable(std::vector<Head> heads, std::vector<QStringList> rows, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Head> m_heads;
    std::vector<QStringList> m_rows;
};

/// A table view for it. The last column that is not a number takes what is left if @p stretch is set.
QTableView* makeStringTableView(StringTable* table, const QString& name, QWidget* parent);

} // namespace cs::ui
