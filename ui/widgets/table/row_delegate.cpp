// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table/row_delegate.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/table/column.h"
#include "ui/widgets/theme/icons.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int pad = 8;
constexpr int edgePad = 16;

struct KindLook {
    Type type;
    Role role;
};

KindLook lookOf(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Name:
        return {Type::Medium, Role::Text};
    case ColumnKind::Mono:
        return {Type::Mono, Role::Text};
    case ColumnKind::Time:
        return {Type::Body, Role::Muted};
    case ColumnKind::Number:
    case ColumnKind::Text:
        break;
    }
    return {Type::Body, Role::Text};
}

QRect cellContent(const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const int last = index.model()->columnCount() - 1;
    const int before = index.column() == 0 ? edgePad : pad;
    const int after = index.column() == last ? edgePad : pad;
    return mirrored(option.rect.adjusted(before, 0, -after, 0), option.rect, option.direction);
}

/// Cuts @p width off the leading end of @p rest.
QRect takeLeading(QRect& rest, int width, Qt::LayoutDirection direction)
{
    QRect part = rest;
    if (direction == Qt::RightToLeft) {
        part.setLeft(part.right() - width + 1);
        rest.setRight(part.left() - 1);
    } else {
        part.setWidth(width);
        rest.setLeft(part.right() + 1);
    }
    return part;
}

/// A framed word after the text of a cell. @returns what is left for the text.
QRect paintTag(QPainter* painter, QRect rest, const QString& text, const QString& tag, Qt::LayoutDirection direction)
{
    const QFontMetrics body(fontOf(Type::Body));
    const QFontMetrics caption(fontOf(Type::Caption));
    const int width = caption.horizontalAdvance(tag) + scaled(12);
    const int before = std::min(body.horizontalAdvance(text) + 2, std::max(0, rest.width() - width - scaled(8)));
    const QRect textPlace = takeLeading(rest, before, direction);
    takeLeading(rest, scaled(8), direction);
    const QRect frame = takeLeading(rest, std::min(width, rest.width()), direction);
    const QRect box(frame.left(), frame.center().y() - scaled(8), frame.width(), scaled(18));
    drawPanel(painter, box, 3, QColor(), colorOf(Role::Border));
    painter->setFont(fontOf(Type::Caption));
    painter->setPen(colorOf(Role::Muted));
    drawElided(painter, box.adjusted(scaled(6), 0, -scaled(5), 0), tag, direction);
    return textPlace;
}

void paintText(QPainter* painter, const QRect& rect, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const auto kind = static_cast<ColumnKind>(index.data(KindRole).toInt());
    const KindLook look = lookOf(kind);
    const QVariant own = index.data(TextColorRole);
    painter->setFont(fontOf(look.type));
    painter->setPen(colorOf(own.isValid() ? static_cast<Role>(own.toInt()) : look.role));
    const QString shown = index.data(Qt::DisplayRole).toString();
    const QString text = shown.isEmpty() ? QStringLiteral("–") : shown;
    if (kind == ColumnKind::Number) {
        const Qt::Alignment end = option.direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;
        drawTabular(painter, rect, text, end);
    } else if (kind == ColumnKind::Time) {
        const Qt::Alignment start = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        drawTabular(painter, rect, text, start);
    } else {
        drawElided(painter, rect, text, option.direction);
    }
}

} // namespace

void paintRowGround(QPainter* painter, const QStyleOptionViewItem& option, bool leading, bool line)
{
    const bool selected = option.state & QStyle::State_Selected;
    const bool active = option.state & QStyle::State_Active;
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const bool focused = active && view != nullptr && view->hasFocus();
    Role ground = Role::Surface;
    if (selected) {
        ground = focused ? Role::Selected : Role::SelectedIdle;
    } else if (option.state & QStyle::State_MouseOver) {
        ground = Role::Hover;
    }
    painter->fillRect(option.rect, colorOf(ground));
    if (line) {
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colorOf(Role::Grid));
    }
    if (selected && leading) {
        const QRect bar(option.rect.left(), option.rect.top(), 3, option.rect.height());
        painter->fillRect(mirrored(bar, option.rect, option.direction), colorOf(Role::Accent));
    }
}

void RowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintRowGround(painter, option, index.column() == 0, true);
    QRect rest = cellContent(option, index);
    if (index.data(MissingRole).toBool()) {
        const QRect bar(rest.left(), rest.center().y() - 4, rest.width() * 2 / 3, 8);
        drawPanel(painter, mirrored(bar, rest, option.direction), 2, colorOf(Role::Track), QColor());
        painter->restore();
        return;
    }
    if (const QString badge = index.data(BadgeRole).toString(); !badge.isEmpty()) {
        const QRect place = takeLeading(rest, scaled(20), option.direction);
        const QRect small(place.left(), place.center().y() - scaled(10) + 1, place.width(), scaled(20));
        paintRoleBadge(painter, small, badge, static_cast<Who>(index.data(BadgeWhoRole).toInt()), option.direction);
        takeLeading(rest, 6, option.direction);
    }
    if (const QString name = index.data(IconNameRole).toString(); !name.isEmpty()) {
        const QRect place = takeLeading(rest, scaled(16), option.direction);
        paintIcon(painter, place, name, static_cast<Role>(index.data(IconColorRole).toInt()));
        takeLeading(rest, 6, option.direction);
    }
    if (const QVariant chip = index.data(ChipRole); chip.isValid()) {
        paintVerdictChip(painter, rest, static_cast<Verdict>(chip.toInt()), index.data(Qt::DisplayRole).toString(),
            option.direction);
        painter->restore();
        return;
    }
    if (const QString tag = index.data(TagRole).toString(); !tag.isEmpty()) {
        rest = paintTag(painter, rest, index.data(Qt::DisplayRole).toString(), tag, option.direction);
    }
    paintText(painter, rest, option, index);
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {80, scaled(32)};
}

} // namespace cs::ui
