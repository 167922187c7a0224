// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/alarm/way_card.h"

#include "ui/widgets/label.h"
#include "ui/widgets/off_reason.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

constexpr int cardRadius = 6;

} // namespace

WayCard::WayCard(const QString& name, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(name);
    setAccessibleName(title);
    m_column->setContentsMargins(14, 12, 14, 12);
    m_column->setSpacing(6);
    m_column->addWidget(new Label(title, Type::Strong));
    auto* words = new Label(text, Type::Body, Role::Muted);
    words->setWordWrap(true);
    m_column->addWidget(words);
}

void WayCard::addContent(QWidget* content)
{
    m_column->addWidget(content);
}

Button* WayCard::setVerb(Button::Kind kind, const QString& verb, const QString& icon, const QString& name)
{
    m_button = new Button(kind, verb);
    m_button->setObjectName(name);
    m_button->setIconName(icon);
    m_off = new OffReason;
    m_off->setObjectName(QString(name % QStringLiteral("Off")));
    m_column->addWidget(m_button, 0, Qt::AlignLeading);
    m_column->addWidget(m_off);
    return m_button;
}

void WayCard::setOffReason(const QString& reason)
{
    m_button->setOffReason(reason);
    m_off->setReason(reason);
}

void WayCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawPanel(&painter, rect(), cardRadius, colorOf(Role::Surface), colorOf(Role::Border));
}

} // namespace cs::ui
