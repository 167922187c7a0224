// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chips/tag.h"

#include "ui/widgets/paint.h"

#include <QPainter>

namespace cs::ui {

Tag::Tag(const QString& text, QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Tag::setText(const QString& text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize Tag::sizeHint() const
{
    return {QFontMetrics(fontOf(Type::Caption)).horizontalAdvance(m_text) + 2 * scaled(7), scaled(18)};
}

void Tag::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawPanel(&painter, rect(), 3, QColor(), colorOf(Role::Border));
    painter.setFont(fontOf(Type::Caption));
    painter.setPen(colorOf(Role::Muted));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace cs::ui
