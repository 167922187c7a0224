// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter/filter_edit.h"

#include "ui/widgets/theme/theme.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace cs::ui {

FilterEdit::FilterEdit(QWidget* parent)
    : QLineEdit(parent)
{
    setProperty("bare", true);
    setFrame(false);
    setLayoutDirection(Qt::LeftToRight); // the language is written left to right
}

void FilterEdit::setFault(int from, int length)
{
    m_from = from;
    m_length = length;
    update();
}

int FilterEdit::xOf(int position) const
{
    const QFontMetrics metrics(font());
    const int cursor = metrics.horizontalAdvance(text().left(cursorPosition()));
    return cursorRect().center().x() + metrics.horizontalAdvance(text().left(position)) - cursor;
}

void FilterEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (m_length <= 0 || text().isEmpty()) {
        return;
    }
    QPainter painter(this);
    const int from = std::max(0, xOf(m_from));
    const int to = std::min(width(), std::max(xOf(m_from + m_length), from + scaled(6)));
    const int base = (height() + QFontMetrics(font()).height()) / 2;
    painter.fillRect(QRect(from, std::min(base, height() - 2), to - from, 2), colorOf(Role::Failed));
}

/// Tab and Backtab too, before they move the focus.
bool FilterEdit::event(QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        bool taken = false;
        Q_EMIT keyOffered(static_cast<QKeyEvent*>(event), &taken);
        if (taken) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void FilterEdit::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    Q_EMIT left();
}

} // namespace cs::ui
