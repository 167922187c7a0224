// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel_head.h"

#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace cs::ui {

PanelHead::PanelHead(const QString& title, const QString& second, QWidget* parent)
    : QWidget(parent)
    , m_title(new Label(title, Type::Strong, Role::Text, this))
    , m_second(new Label(second, Type::Body, Role::Muted, this))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(12, 0, 12, 1);
    m_row->setSpacing(8);
    m_second->setElide(Qt::ElideRight);
    m_row->addWidget(m_title);
    m_row->addWidget(m_second, 1);
    const auto fit = [this] { setFixedHeight(scaled(36)); };
    fit();
    connect(&Theme::instance(), &Theme::changed, this, fit);
}

void PanelHead::setTitle(const QString& title)
{
    m_title->setText(title);
}

void PanelHead::setSecond(const QString& second)
{
    m_second->setText(second);
}

void PanelHead::addWidget(QWidget* widget)
{
    m_row->addWidget(widget);
}

void PanelHead::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), colorOf(Role::Border));
}

} // namespace cs::ui
