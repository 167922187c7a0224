// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/inbox/inbox_delegate.h"

#include "ui/inbox/inbox_model.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/table/row_delegate.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/words.h"

#include <QPainter>

namespace cs::ui {

void InboxDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    if (index.data(InboxModel::HeadRole).toBool()) {
        paintHead(painter, option, index);
    } else {
        paintItem(painter, option, index);
    }
    painter->restore();
}

void InboxDelegate::paintHead(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect all = option.rect;
    painter->fillRect(all, colorOf(Role::Sunken));
    painter->fillRect(QRect(all.left(), all.bottom(), all.width(), 1), colorOf(Role::Border));
    const int icon = scaled(16);
    const QString chevron = index.data(InboxModel::CollapsedRole).toBool() ? QStringLiteral("chevron-next")
                                                                           : QStringLiteral("chevron-down");
    const QRect iconRect(all.left() + scaled(12), all.center().y() - icon / 2, icon, icon);
    paintIcon(painter, mirrored(iconRect, all, option.direction), chevron, Role::Text);
    painter->setFont(fontOf(Type::Strong));
    painter->setPen(colorOf(Role::Text));
    QRect text(all.left() + scaled(36), all.top(), all.width() - scaled(48), all.height());
    const int used =
        drawElided(painter, mirrored(text, all, option.direction), index.data().toString(), option.direction);
    text.setLeft(text.left() + used + scaled(8));
    painter->setFont(fontOf(Type::Small));
    painter->setPen(colorOf(Role::Muted));
    drawElided(painter, mirrored(text, all, option.direction),
        countText(index.data(InboxModel::CountRole).toLongLong()), option.direction);
    if (option.state.testFlag(QStyle::State_Selected) && option.state.testFlag(QStyle::State_HasFocus)) {
        drawPanel(painter, QRectF(all).adjusted(1, 1, -1, -1), 3, QColor(), colorOf(Role::Focus), 2);
    }
}

void InboxDelegate::paintItem(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QRect all = option.rect;
    paintRowGround(painter, option, true, true);
    const int icon = scaled(18);
    const QRect iconRect(all.left() + scaled(13), all.top() + scaled(11), icon, icon);
    paintIcon(painter, mirrored(iconRect, all, option.direction), index.data(InboxModel::IconRole).toString(),
        static_cast<Role>(index.data(InboxModel::IconColorRole).toInt()));

    const QString when = index.data(InboxModel::WhenRole).toString();
    painter->setFont(fontOf(Type::Medium));
    const int whenWidth = tabularWidth(painter->fontMetrics(), when) + scaled(4);
    const int line = scaled(18);
    const int left = all.left() + scaled(42);
    const int right = all.right() - scaled(16);
    painter->setFont(fontOf(Type::Body));
    painter->setPen(colorOf(index.data(InboxModel::UrgentRole).toBool() ? Role::Stale : Role::Muted));
    const QRect whenRect(right - whenWidth, all.top() + scaled(10), whenWidth, line);
    painter->drawText(mirrored(whenRect, all, option.direction),
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter), when);

    painter->setFont(fontOf(Type::Strong));
    painter->setPen(colorOf(Role::Text));
    const QRect title(left, all.top() + scaled(10), right - whenWidth - scaled(12) - left, line);
    drawElided(painter, mirrored(title, all, option.direction), index.data().toString(), option.direction);
    painter->setFont(fontOf(Type::Body));
    painter->setPen(colorOf(Role::Muted));
    const QRect why(left, all.top() + scaled(29), right - left, line);
    drawElided(
        painter, mirrored(why, all, option.direction), index.data(InboxModel::WhyRole).toString(), option.direction);
}

QSize InboxDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    return {scaled(200), scaled(index.data(InboxModel::HeadRole).toBool() ? 28 : 58)};
}

} // namespace cs::ui
