// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include "ui/widgets/paint.h"

#include <QPainter>

#include <algorithm>

namespace cs::ui {

namespace {

/// Text that wraps or can be selected is laid out by its own script: a Latin name would stand at the far edge of a
/// window that is read from the right.
void followDirection(QLabel& label)
{
    const bool followed = label.alignment() & Qt::AlignAbsolute;
    const bool leading = followed || !(label.alignment() & (Qt::AlignRight | Qt::AlignHCenter | Qt::AlignJustify));
    const Qt::Alignment side = label.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    if (leading && (followed || label.isRightToLeft()) && !(label.alignment() & side & Qt::AlignHorizontal_Mask)) {
        label.setAlignment((label.alignment() & Qt::AlignVertical_Mask) | Qt::AlignAbsolute | side);
    }
}

} // namespace

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
    // Not wider than its words: a short title would be pushed away from what stands beside it.
    return m_elide == Qt::ElideNone
        ? hint
        : QSize(std::min(hint.width(), fontMetrics().averageCharWidth() * 4), hint.height());
}

void Label::paintEvent(QPaintEvent* event)
{
    if (m_elide == Qt::ElideNone) {
        if (palette().color(foregroundRole()) != colorOf(m_role)) {
            applyTheme(); // a style sheet set anew puts an older palette back
        }
        followDirection(*this);
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(colorOf(m_role));
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
