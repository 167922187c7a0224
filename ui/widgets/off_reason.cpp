// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/off_reason.h"

#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace cs::ui {

OffReason::OffReason(QWidget* parent)
    : QWidget(parent)
    , m_label(new Label({}, Type::Small, Role::Muted, this))
{
    setObjectName(QStringLiteral("offReason"));
    setFocusPolicy(Qt::TabFocus);
    auto* box = new QHBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    box->addSpacing(scaled(24));
    m_label->setWordWrap(true);
    box->addWidget(m_label, 1);
    setVisible(false);
}

void OffReason::setReason(const QString& reason)
{
    m_reason = reason;
    retranslate();
    setVisible(!reason.isEmpty());
}

void OffReason::retranslate()
{
    //: %1 is a sentence that says why a button is off
    m_label->setText(tr("Off because: %1").arg(m_reason));
    setAccessibleName(m_label->text());
}

void OffReason::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const int side = scaled(16);
    paintIcon(
        &painter, mirrored(QRect(0, 1, side, side), rect(), layoutDirection()), QStringLiteral("info"), Role::Muted);
}

void OffReason::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QWidget::changeEvent(event);
}

} // namespace cs::ui
