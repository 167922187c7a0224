// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filter/token_chip.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int pad = 8;
constexpr int cross = 14;
constexpr int widthMax = 320;

} // namespace

TokenChip::TokenChip(const QString& token, QWidget* parent)
    : QAbstractButton(parent)
    , m_token(token)
{
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setObjectName(QStringLiteral("filterToken"));
    retranslate();
}

void TokenChip::retranslate()
{
    const QString shown = cleanName(m_token, 80);
    setAccessibleName(tr("Remove the filter %1").arg(shown));
    setAccessibleDescription(m_fault);
    setToolTip(m_fault.isEmpty() ? accessibleName() : m_fault);
}

void TokenChip::setFault(const QString& sentence)
{
    m_fault = sentence;
    retranslate();
    update();
}

QSize TokenChip::sizeHint() const
{
    const QFontMetrics metrics(fontOf(Type::SmallMedium));
    const int text = std::min(metrics.horizontalAdvance(cleanName(m_token, 80)), scaled(widthMax));
    return {text + scaled(3 * pad + cross), scaled(24)};
}

void TokenChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawPanel(&painter, rect(), 3, colorOf(m_fault.isEmpty() ? Role::AccentTint : Role::FailedTint),
        underMouse() ? colorOf(Role::BorderControl) : QColor());
    const QRect whole = rect();
    const QRect text = mirrored(whole.adjusted(scaled(pad), 0, -scaled(2 * pad + cross), 0), whole, layoutDirection());
    painter.setFont(fontOf(Type::SmallMedium));
    const QColor ink = colorOf(m_fault.isEmpty() ? Role::Link : Role::Failed);
    painter.setPen(ink);
    const int width = drawElided(&painter, text, ltr(cleanName(m_token, 80)), layoutDirection());
    if (!m_fault.isEmpty()) {
        const QRect line = mirrored(QRect(text.left(), whole.bottom() - scaled(4), width, 2), text, layoutDirection());
        painter.fillRect(line, ink);
    }
    const QRect box(
        whole.right() - scaled(pad + cross), whole.center().y() - scaled(cross) / 2 + 1, scaled(cross), scaled(cross));
    paintIcon(&painter, mirrored(box, whole, layoutDirection()), QStringLiteral("close"),
        m_fault.isEmpty() ? Role::Link : Role::Failed);
}

void TokenChip::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace || event->key() == Qt::Key_Return) {
        click();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void TokenChip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QAbstractButton::changeEvent(event);
}

} // namespace cs::ui
