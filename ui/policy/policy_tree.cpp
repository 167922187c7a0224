// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/policy/policy_tree.h"

#include "core/query/policy_views.h"
#include "ui/policy/draft_model.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"

#include <QKeyEvent>
#include <QPainter>

namespace cs::ui {
namespace {

struct Mark {
    QString icon, text;
    Role role = Role::Muted, tint = Role::Surface;
};

/// What the row says at its very end: the draft's change, or that something is wrong here.
Mark markOf(const QModelIndex& index)
{
    if (index.data(DraftModel::FindingRole).toInt() == 3)
        return {QStringLiteral("failed"), PolicyRowDelegate::tr("Error"), Role::Failed, Role::FailedTint};
    switch (static_cast<query::NodeChange>(index.data(DraftModel::ChangeRole).toInt())) {
    case query::NodeChange::Weaker:
        return {QStringLiteral("unlock"), PolicyRowDelegate::tr("Weaker"), Role::Vetoed, Role::VetoedTint};
    case query::NodeChange::Stricter:
        return {QStringLiteral("lock"), PolicyRowDelegate::tr("Stricter"), Role::Passed, Role::PassedTint};
    case query::NodeChange::Different:
        return {QStringLiteral("unlock"), PolicyRowDelegate::tr("Different"), Role::Vetoed, Role::VetoedTint};
    case query::NodeChange::Added:
        return {QStringLiteral("add"), PolicyRowDelegate::tr("New"), Role::Accent, Role::AccentTint};
    default:
        break;
    }
    if (index.data(DraftModel::FindingRole).toInt() == 2)
        return {QStringLiteral("unlock"), {}, Role::Vetoed, Role::Surface};
    if (index.data(DraftModel::FindingRole).toInt() == 1)
        return {QStringLiteral("warning"), {}, Role::Stale, Role::Surface};
    return {};
}

int paintMark(QPainter* painter, const QRect& all, const Mark& mark, Qt::LayoutDirection direction)
{
    if (mark.icon.isEmpty())
        return 0;
    painter->setFont(fontOf(Type::SmallMedium));
    const int icon = scaled(14), gap = scaled(6);
    const int words = mark.text.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(mark.text) + scaled(4);
    const int width = icon + words + 2 * gap;
    const QRect chip(all.right() - scaled(10) - width, all.center().y() - scaled(10), width, scaled(20));
    if (mark.tint != Role::Surface)
        drawPanel(painter, mirrored(chip, all, direction), 3, colorOf(mark.tint), Qt::transparent, 0);
    const QRect sign(chip.left() + gap, all.center().y() - icon / 2, icon, icon);
    paintIcon(painter, mirrored(sign, all, direction), mark.icon, mark.role);
    painter->setPen(colorOf(mark.role));
    const QRect label(sign.right() + scaled(5), all.top(), words, all.height());
    painter->drawText(mirrored(label, all, direction),
        QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter, mark.text);
    return width + scaled(8);
}

} // namespace

void PolicyRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    QRect all = option.rect;
    const Mark mark = markOf(index);
    if (index.data(DraftModel::PlainRole).toBool()) { // a row of a list, which paints its ground itself
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const bool focus = option.state.testFlag(QStyle::State_HasFocus);
        painter->fillRect(all,
            colorOf(current                                          ? (focus ? Role::Selected : Role::SelectedIdle)
                    : option.state.testFlag(QStyle::State_MouseOver) ? Role::Hover
                                                                     : Role::Surface));
        if (current)
            painter->fillRect(mirrored(QRect(all.left(), all.top(), 3, all.height()), all, option.direction),
                colorOf(focus ? Role::Accent : Role::BorderControl));
        all.adjust(option.direction == Qt::LeftToRight ? scaled(10) : 0, 0,
            option.direction == Qt::RightToLeft ? -scaled(10) : 0, 0);
    }
    const int icon = scaled(16);
    const QRect iconRect(all.left() + scaled(2), all.center().y() - icon / 2, icon, icon);
    const QVariant said = index.data(DraftModel::MarkRole); // a row of the findings
    constexpr Role findingRoles[]{Role::Failed, Role::Vetoed, Role::Stale};
    const QVariant colour = index.data(DraftModel::ColourRole); // a verdict's
    const Role iconRole = colour.isValid() ? static_cast<Role>(colour.toInt())
        : said.isValid()                   ? findingRoles[std::clamp(said.toInt(), 0, 2)]
        : mark.tint == Role::Surface       ? Role::Muted
                                           : mark.role;
    paintIcon(
        painter, mirrored(iconRect, all, option.direction), index.data(DraftModel::IconRole).toString(), iconRole);
    const int taken = paintMark(painter, all, mark, option.direction);

    const QString bound = index.data(DraftModel::BoundRole).toString();
    painter->setFont(fontOf(Type::Body));
    painter->setPen(colorOf(Role::Muted));
    const int width = bound.isEmpty() ? 0 : tabularWidth(painter->fontMetrics(), bound) + scaled(2);
    const QRect boundRect(all.right() - scaled(12) - taken - width, all.top(), width, all.height());
    drawTabular(painter, mirrored(boundRect, all, option.direction), bound,
        QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter);

    const bool top = !index.parent().isValid() && !index.data(DraftModel::PlainRole).toBool();
    painter->setFont(fontOf(top ? Type::Strong : Type::Body));
    painter->setPen(colorOf(Role::Text));
    const int left = iconRect.right() + scaled(8);
    const QRect title(left, all.top(), boundRect.left() - scaled(8) - left, all.height());
    drawElided(painter, mirrored(title, all, option.direction), index.data().toString(), option.direction);
    painter->restore();
}

QSize PolicyRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {scaled(120), scaled(30)};
}

PolicyTree::PolicyTree(QWidget* parent)
    : QTreeView(parent)
{
    setItemDelegate(new PolicyRowDelegate(this));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setIndentation(scaled(18));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setDragDropMode(InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setDropIndicatorShown(true);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        setIndentation(scaled(18));
        doItemsLayout();
    });
}

void PolicyTree::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy))
        Q_EMIT copyAsked();
    else if (event->matches(QKeySequence::Paste))
        Q_EMIT pasteAsked();
    else if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier)
        Q_EMIT deleteAsked();
    else
        QTreeView::keyPressEvent(event);
}

void PolicyTree::drawRow(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const bool current = selectionModel() != nullptr && selectionModel()->isSelected(index);
    const bool hover = row.contains(viewport()->mapFromGlobal(QCursor::pos())) && viewport()->underMouse();
    painter->fillRect(row,
        colorOf(current ? (hasFocus() ? Role::Selected : Role::SelectedIdle)
                : hover ? Role::Hover
                        : Role::Surface));
    QStyleOptionViewItem plain = option;
    plain.state &= ~QStyle::State_HasFocus;
    plain.palette.setColor(QPalette::Highlight, Qt::transparent);
    QTreeView::drawRow(painter, plain, index);
    if (current)
        painter->fillRect(mirrored(QRect(0, row.top(), 3, row.height()), row, layoutDirection()),
            colorOf(hasFocus() ? Role::Accent : Role::BorderControl));
}

void PolicyTree::drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const
{
    if (!model()->hasChildren(index))
        return;
    const int icon = scaled(14);
    const int inset = (indentation() - icon) / 2;
    const QRect cell(
        layoutDirection() == Qt::LeftToRight ? rect.right() - indentation() + 1 + inset : rect.left() + inset,
        rect.center().y() - icon / 2, icon, icon);
    paintIcon(
        painter, cell, isExpanded(index) ? QStringLiteral("chevron-down") : QStringLiteral("chevron-next"), Role::Text);
}

} // namespace cs::ui
