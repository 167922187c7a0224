// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace cs::ui {

/// Draws the cells of our tables: fill and leading bar of the current row, badge, icon, text by kind, a grey
/// bar for a row that is on its way, and the keyboard's ring. Paints and nothing else.
class RowDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Ground of a row in any of our lists: selected, selected without focus, hover, or surface, with the 3 px
/// bar of the current row at its leading edge if @p leading, and a grid line at the foot if @p line.
void paintRowGround(QPainter* painter, const QStyleOptionViewItem& option, bool leading, bool line);

} // namespace cs::ui
