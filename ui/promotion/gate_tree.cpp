// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/promotion/gate_tree.h"

#include "ui/promotion/gate_model.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/theme/icons.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace cs::ui {

namespace {

Role valueRole(query::NodeStatus status)
{
    switch (status) {
    case query::NodeStatus::Failed:
    case query::NodeStatus::Stale:
    case query::NodeStatus::Vetoed:
    case query::NodeStatus::Overridden:
        return verdictLook(verdictOf(status)).role;
    default:
        return Role::Muted;
    }
}

class GateDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        const auto status = static_cast<query::NodeStatus>(index.data(GateModel::StatusRole).toInt());
        const QRect all = option.rect;
        const VerdictLook look = verdictLook(verdictOf(status));
        const int icon = scaled(16);
        const QRect iconRect(all.left() + scaled(2), all.center().y() - icon / 2, icon, icon);
        paintIcon(painter, mirrored(iconRect, all, option.direction), look.icon, look.role);

        const bool top = !index.parent().isValid();
        const QString value = index.data(GateModel::ValueRole).toString();
        painter->setFont(fontOf(valueRole(status) == Role::Muted ? Type::Body : Type::Medium));
        painter->setPen(colorOf(valueRole(status)));
        const int width = tabularWidth(painter->fontMetrics(), value) + scaled(2);
        const QRect valueRect(all.right() - scaled(12) - width, all.top(), width, all.height());
        drawTabular(painter, mirrored(valueRect, all, option.direction), value,
            QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter);

        painter->setFont(fontOf(top ? Type::Strong : Type::Body));
        painter->setPen(colorOf(status == query::NodeStatus::NotApplicable ? Role::Muted : Role::Text));
        const int left = iconRect.right() + scaled(8);
        const QRect title(left, all.top(), valueRect.left() - scaled(8) - left, all.height());
        drawElided(painter, mirrored(title, all, option.direction), index.data().toString(), option.direction);
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {scaled(120), scaled(30)}; }
};

} // namespace

GateTree::GateTree(QWidget* parent)
    : QTreeView(parent)
{
    setItemDelegate(new GateDelegate(this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(scaled(18));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        setIndentation(scaled(18));
        doItemsLayout();
    });
}

void GateTree::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const bool current = selectionModel() && selectionModel()->isSelected(index);
    const bool hover = row.contains(viewport()->mapFromGlobal(QCursor::pos())) && viewport()->underMouse();
    painter->fillRect(row,
        colorOf(current ? (hasFocus() ? Role::Selected : Role::SelectedIdle)
                : hover ? Role::Hover
                        : Role::Surface));
    QStyleOptionViewItem plain = option;
    plain.state &= ~QStyle::State_HasFocus;
    plain.palette.setColor(QPalette::Highlight, Qt::transparent); // the base class fills the indent with it
    QTreeView::drawRow(painter, plain, index);
    if (current) {
        const QRect bar(0, row.top(), 3, row.height());
        painter->fillRect(
            mirrored(bar, row, layoutDirection()), colorOf(hasFocus() ? Role::Accent : Role::BorderControl));
    }
}

void GateTree::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    if (!model()->hasChildren(index)) {
        return;
    }
    const int icon = scaled(14);
    const int inset = (indentation() - icon) / 2;
    const QRect cell(
        layoutDirection() == Qt::LeftToRight ? rect.right() - indentation() + 1 + inset : rect.left() + inset,
        rect.center().y() - icon / 2, icon, icon);
    paintIcon(
        painter, cell, isExpanded(index) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-next"), Role::Text);
}

} // namespace cs::ui
