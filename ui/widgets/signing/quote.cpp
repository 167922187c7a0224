// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/signing/quote.h"

#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QVBoxLayout>

namespace cs::ui {

Quote::Quote(const QString& text, bool filled, QWidget* parent)
    : QWidget(parent)
    , m_filled(filled)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(filled ? 16 : 12, filled ? 10 : 0, filled ? 12 : 0, filled ? 10 : 0);
    auto* label = new Label(text, Type::Body, Role::Text, this);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(label);
}

void Quote::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_filled) {
        painter.fillRect(rect(), colorOf(Role::AccentTint));
    }
    painter.fillRect(mirrored(QRect(0, 0, 3, height()), rect(), layoutDirection()),
        colorOf(m_filled ? Role::Accent : Role::BorderControl));
}

} // namespace cs::ui
