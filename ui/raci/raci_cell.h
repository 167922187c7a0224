// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/raci_views.h"
#include "ui/widgets/theme/theme.h"

#include <QStyledItemDelegate>

namespace cs::ui {

struct RaciLook {
    Role role, tint;
};
RaciLook raciLook(char letter);
/// Letter, word, what raised it, and the mark of a contradiction, in @p rect.
void paintRaciCell(
    QPainter* painter, const QRect& rect, const query::RaciCell& cell, bool current, Qt::LayoutDirection direction);
/// Badge, title and number of holders.
void paintRaciRole(QPainter* painter, const QRect& rect, const query::RaciRole& role, Qt::LayoutDirection direction);
/// Label of a transition and whether exactly one role is accountable.
void paintRaciHead(
    QPainter* painter, const QRect& rect, const query::RaciTransition& transition, Qt::LayoutDirection direction);

inline constexpr int raciRowPx = 50, raciHeadPx = 48, raciRolePx = 180, raciCellPx = 150;

/// Paints roles in column 0 and cells in the others; the view it reads must outlive it.
class RaciDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    RaciDelegate(const query::RaciView& view, QObject* parent);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const query::RaciView& m_view;
};

} // namespace cs::ui
