// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/raci/raci_cell.h"

#include "core/base/result.h"
#include "ui/raci/raci_words.h"
#include "ui/widgets/chips/role_badge.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/words.h"

#include <QPainter>

namespace cs::ui {

namespace {

/// Two lines, the second one only where there is one.
void paintLines(QPainter* painter, const QRect& rect, const QString& first, const QString& second, Type firstType,
    Role firstRole, Role secondRole, Qt::LayoutDirection direction)
{
    QRect upper = rect;
    if (!second.isEmpty()) {
        const int high = QFontMetrics(fontOf(firstType)).height();
        const int low = QFontMetrics(fontOf(Type::Caption)).height();
        const int top = rect.top() + (rect.height() - high - low) / 2;
        upper = QRect(rect.left(), top, rect.width(), high);
        painter->setFont(fontOf(Type::Caption));
        painter->setPen(colorOf(secondRole));
        drawElided(painter, QRect(rect.left(), top + high, rect.width(), low), second, direction);
    }
    painter->setFont(fontOf(firstType));
    painter->setPen(colorOf(firstRole));
    drawElided(painter, upper, first, direction);
}

} // namespace

RaciLook raciLook(char letter)
{
    switch (letter) {
    case 'A':
        return {Role::Overridden, Role::OverriddenTint};
    case 'R':
        return {Role::Accent, Role::AccentTint};
    case 'C':
        return {Role::Frozen, Role::FrozenTint};
    default:
        return {Role::Na, Role::NaTint};
    }
}

void paintRaciCell(
    QPainter* painter, const QRect& rect, const query::RaciCell& cell, bool current, Qt::LayoutDirection direction)
{
    const RaciLook look = raciLook(cell.letter);
    const bool bad = !cell.problems.empty();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    drawPanel(painter, QRectF(rect).adjusted(1, 1, -1, -1), 4, colorOf(look.tint),
        bad           ? colorOf(Role::Failed)
            : current ? colorOf(Role::Focus)
                      : QColor(),
        bad || current ? 2 : 1);
    if (bad && current) {
        drawPanel(painter, QRectF(rect).adjusted(4, 4, -4, -4), 3, QColor(), colorOf(Role::Focus), 2);
    }
    const int pad = scaled(10);
    const QRect inner = rect.adjusted(pad, 0, -pad, 0);
    painter->setFont(fontOf(Type::Title));
    painter->setPen(colorOf(look.role));
    const QRect letter(inner.left(), inner.top(), scaled(18), inner.height());
    painter->drawText(mirrored(letter, inner, direction), Qt::AlignCenter, QString(QLatin1Char(cell.letter)));
    QRect words = inner.adjusted(scaled(28), 0, bad ? -scaled(20) : 0, 0);
    if (bad) {
        const QRect mark(inner.right() - scaled(16), inner.center().y() - scaled(8), scaled(16), scaled(16));
        paintIcon(painter, mirrored(mark, inner, direction), QStringLiteral("failed"), Role::Failed);
    }
    paintLines(painter, mirrored(words, inner, direction), raciWord(cell.letter), raciRaised(cell), Type::SmallMedium,
        look.role, Role::Muted, direction);
    painter->restore();
}

void paintRaciRole(QPainter* painter, const QRect& rect, const query::RaciRole& role, Qt::LayoutDirection direction)
{
    painter->save();
    const QRect inner = rect.adjusted(scaled(16), 0, -scaled(4), 0);
    const QRect badge(inner.left(), inner.center().y() - scaled(11), scaled(22), scaled(22));
    paintRoleBadge(painter, mirrored(badge, inner, direction), qs(role.badge), Who::Person, direction);
    const QRect words = inner.adjusted(scaled(30), 0, 0, 0);
    paintLines(painter, mirrored(words, inner, direction), cleanName(qs(role.title), 60), raciHolders(role),
        Type::Medium, Role::Text, role.holders.empty() ? Role::Failed : Role::Muted, direction);
    painter->restore();
}

void paintRaciHead(
    QPainter* painter, const QRect& rect, const query::RaciTransition& transition, Qt::LayoutDirection direction)
{
    painter->save();
    const bool agrees = transition.accountable == 1;
    const QRect words = rect.adjusted(scaled(6), 0, -scaled(2), 0);
    const QString label = cleanName(qs(transition.label), 80);
    // Two stages and an arrow: a size smaller before the second stage is cut.
    const bool fits = QFontMetrics(fontOf(Type::Medium)).horizontalAdvance(label) <= words.width();
    paintLines(painter, words, label, raciAccountable(transition), fits ? Type::Medium : Type::SmallMedium, Role::Text,
        agrees ? Role::Passed : Role::Failed, direction);
    painter->restore();
}

RaciDelegate::RaciDelegate(const query::RaciView& view, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_view(view)
{
}

void RaciDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->fillRect(option.rect, colorOf(Role::Surface));
    const auto row = static_cast<std::size_t>(index.row());
    if (row >= m_view.roles.size()) {
        return;
    }
    if (index.column() == 0) {
        paintRaciRole(painter, option.rect, m_view.roles.at(row), option.direction);
        return;
    }
    const auto column = static_cast<std::size_t>(index.column() - 1);
    paintRaciCell(painter, option.rect.adjusted(3, 3, -3, -3), m_view.cells.at(row).at(column),
        option.state & QStyle::State_Selected, option.direction);
}

} // namespace cs::ui
