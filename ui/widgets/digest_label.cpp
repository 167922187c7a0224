// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/digest_label.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/words.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace cs::ui {

namespace {

constexpr int gap = 6;

} // namespace

DigestLabel::DigestLabel(const QString& digest, const QString& what, QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("digestLabel"));
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setDigest(digest, what);
    connect(&Theme::instance(), &Theme::changed, this, &DigestLabel::refresh);
}

void DigestLabel::setDigest(const QString& digest, const QString& what)
{
    m_digest = digest;
    m_what = what;
    refresh();
}

void DigestLabel::refresh()
{
    setToolTip(ltr(m_digest));
    setAccessibleName(m_what.isEmpty() ? m_digest : tr("%1: %2").arg(m_what, m_digest));
    setAccessibleDescription(tr("Return or a click copies the whole value"));
    updateGeometry();
    update();
}

QSize DigestLabel::sizeHint() const
{
    const int words = QFontMetrics(fontOf(Type::Mono)).horizontalAdvance(shortDigest(m_digest));
    return {words + gap + scaled(16) + 1, scaled(20)};
}

void DigestLabel::copy()
{
    QGuiApplication::clipboard()->setText(m_digest);
    Q_EMIT copied(m_what, m_digest);
}

void DigestLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setFont(fontOf(Type::Mono));
    painter.setPen(colorOf(Role::Text));
    const int side = scaled(16);
    const int words = width() - gap - side;
    const QRect text = mirrored(QRect(0, 0, words, height()), rect(), layoutDirection());
    painter.setLayoutDirection(Qt::LeftToRight);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shortDigest(m_digest));
    if (underMouse() || hasFocus()) {
        const QRect icon(words + gap, (height() - side) / 2, side, side);
        paintIcon(&painter, mirrored(icon, rect(), layoutDirection()), QStringLiteral("copy"), Role::Muted);
    }
}

void DigestLabel::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) {
        copy();
    }
}

void DigestLabel::keyPressEvent(QKeyEvent* event)
{
    const bool act = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (act || event->matches(QKeySequence::Copy)) {
        copy();
        return;
    }
    QWidget::keyPressEvent(event);
}

void DigestLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
