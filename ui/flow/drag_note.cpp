// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/flow/drag_note.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"

#include <QPainter>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int noteWidth = 300, pad = 10, beside = 14;

} // namespace

DragNote::DragNote(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("flowDragNote"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DragNote::setNote(const QString& name, const QString& sentence, bool allowed, bool refused)
{
    m_name = name;
    m_sentence = sentence;
    m_allowed = allowed;
    m_refused = refused;
    const QFontMetrics strong(fontOf(Type::Strong));
    const QFontMetrics small(fontOf(Type::Small));
    const int inner = scaled(noteWidth) - 2 * pad - scaled(20);
    const int words =
        sentence.isEmpty() ? 0 : small.boundingRect(QRect(0, 0, inner, 400), Qt::TextWordWrap, sentence).height() + 2;
    resize(sentence.isEmpty() ? std::min(scaled(noteWidth), strong.horizontalAdvance(name) + 2 * pad + 4)
                              : scaled(noteWidth),
        strong.height() + words + pad);
    update();
}

void DragNote::follow(const QPoint& pointer)
{
    QPoint place = pointer + QPoint(beside, beside);
    const QRect room = parentWidget()->rect();
    place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width())));
    if (place.y() + height() > room.bottom()) {
        place.setY(pointer.y() - height() - beside);
    }
    move(place);
}

void DragNote::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawPanel(&painter, rect(), 4, colorOf(Role::Raised),
        colorOf(m_refused   ? Role::Failed
                : m_allowed ? Role::Accent
                            : Role::BorderControl),
        m_refused || m_allowed ? 2 : 1);
    painter.setPen(colorOf(Role::Text));
    painter.setFont(fontOf(Type::Strong));
    const int line = painter.fontMetrics().height();
    drawElided(&painter, QRect(pad, pad / 2, width() - 2 * pad, line), m_name, layoutDirection());
    if (m_sentence.isEmpty()) {
        return;
    }
    const int side = scaled(16);
    const QRect words(pad + side + 4, pad / 2 + line + 1, width() - 2 * pad - side - 4, height() - line - pad / 2);
    const QRect bounds = rect();
    paintIcon(&painter, mirrored(QRect(pad, words.top(), side, side), bounds, layoutDirection()),
        m_refused       ? QStringLiteral("failed")
            : m_allowed ? QStringLiteral("promotion")
                        : QStringLiteral("info"),
        m_refused       ? Role::Failed
            : m_allowed ? Role::Accent
                        : Role::Muted);
    painter.setFont(fontOf(Type::Small));
    painter.setPen(colorOf(Role::Text));
    painter.drawText(mirrored(words, bounds, layoutDirection()), Qt::TextWordWrap | Qt::AlignLeading, m_sentence);
}

} // namespace cs::ui
