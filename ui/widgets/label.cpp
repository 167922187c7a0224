// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include "ui/widgets/paint.h"

#include <QPainter>

namespace cs::ui {

Label::Label(const QString& text, Type type, Role role, QWidget* parent)
    : QLabel(text, parent)
    , m_type(type)
    , m_role(role)
{
    setTextFormat(Qt::PlainText);
    applyTheme();
    connect(&Theme::instance(), &Theme::changed, this, &Label::applyTheme);
}

void Label::setType(Type type)
{
    m_type = type;
    applyTheme();
}

void Label::setRole(Role role)
{
    m_role = role;
    applyTheme();
}

void Label::setElide(Qt::TextElideMode mode)
{
    m_elide = mode;
    updateGeometry();
}

QSize Label::minimumSizeHint() const
{
    const QSize hint = QLabel::minimumSizeHint();
    return m_elide == Qt::ElideNone ? hint : QSize(fontMetrics().averageCharWidth() * 4, hint.height());
}

void Label::paintEvent(QPaintEvent* event)
{
    if (m_elide == Qt::ElideNone) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(colorOf(m_role)); // a style sheet set anew puts an older palette back
    const bool cut = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
    drawElided(&painter, contentsRect(), text(), layoutDirection(), alignment(), m_elide);
    const QString tip = cut ? text() : QString();
    if (toolTip() != tip) {
        setToolTip(tip);
    }
}

void Label::applyTheme()
{
    setFont(fontOf(m_type));
    QPalette p = palette();
    p.setColor(QPalette::WindowText, colorOf(m_role));
    p.setColor(QPalette::Text, colorOf(m_role));
    setPalette(p);
}

} // namespace cs::ui
