// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace cs::ui {

/// The view of a gate: rows of 30, indent 18, our own chevrons, the current row filled to the edge.
class GateTree final : public QTreeView {
    Q_OBJECT
public:
    explicit GateTree(QWidget* parent = nullptr);

protected:
    void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace cs::ui
