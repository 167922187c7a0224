// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paint.h"

#include "ui/widgets/words.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace cs::ui {

namespace {

int digitWidth(const QFontMetrics& metrics)
{
    int widest = 0;
    for (char digit = '0'; digit <= '9'; ++digit) {
        widest = std::max(widest, metrics.horizontalAdvance(QLatin1Char(digit)));
    }
    return widest;
}

} // namespace

int tabularWidth(const QFontMetrics& metrics, const QString& text)
{
    const int digit = digitWidth(metrics);
    int width = 0;
    for (const QChar c : text) {
        width += c.isDigit() ? digit : metrics.horizontalAdvance(c);
    }
    return width;
}

void drawTabular(QPainter* painter, const QRect& rect, const QString& text, Qt::Alignment alignment)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int digit = digitWidth(metrics);
    const int width = tabularWidth(metrics, text);
    int x = rect.left();
    if (alignment & Qt::AlignRight) {
        x = rect.right() + 1 - width;
    } else if (alignment & Qt::AlignHCenter) {
        x = rect.left() + (rect.width() - width) / 2;
    }
    const int y = rect.top() + (rect.height() - metrics.height()) / 2 + metrics.ascent();
    for (const QChar c : text) {
        const int own = metrics.horizontalAdvance(c);
        const int cell = c.isDigit() ? digit : own;
        painter->drawText(QPointF(x + (cell - own) / 2.0, y), QString(c));
        x += cell;
    }
}

int drawElided(QPainter* painter, const QRect& rect, const QString& text, Qt::LayoutDirection direction,
    Qt::Alignment alignment, Qt::TextElideMode mode)
{
    const QString shown = painter->fontMetrics().elidedText(text, mode, rect.width());
    painter->setLayoutDirection(direction);
    // A text in another script stays whole: "9 of 11" would print as "of 11 9" in a right-to-left line.
    const QString line = direction == Qt::RightToLeft ? isolate(shown) : shown;
    const int flags = static_cast<int>(QStyle::visualAlignment(direction, alignment) | Qt::AlignAbsolute);
    painter->drawText(rect, flags | Qt::TextSingleLine, line);
    return painter->fontMetrics().horizontalAdvance(shown);
}

void drawPanel(
    QPainter* painter, const QRectF& rect, double radius, const QColor& fill, const QColor& edge, double width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter->setPen(edge.isValid() ? QPen(edge, width) : QPen(Qt::NoPen));
    const double inset = edge.isValid() ? width / 2 : 0;
    painter->drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

int keyHintWidth(const QString& keys)
{
    return QFontMetrics(fontOf(Type::Caption)).horizontalAdvance(keys) + 2 * scaled(5);
}

QRect drawKeyHint(
    QPainter* painter, const QRect& rect, const QString& keys, const QColor& color, Qt::LayoutDirection direction)
{
    painter->save();
    painter->setFont(fontOf(Type::Caption));
    const QSize size(keyHintWidth(keys), scaled(18));
    const QRect frame = QStyle::alignedRect(direction, Qt::AlignTrailing | Qt::AlignVCenter, size, rect);
    drawPanel(painter, frame, 3, QColor(), color);
    painter->setPen(color);
    painter->drawText(frame, Qt::AlignCenter, keys);
    painter->restore();
    return frame;
}

QRect mirrored(const QRect& rect, const QRect& bounds, Qt::LayoutDirection direction)
{
    return QStyle::visualRect(direction, bounds, rect);
}

} // namespace cs::ui
