// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/widgets/button.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

constexpr int bar = 3;
constexpr int iconLeft = 16;

} // namespace

Banner::Banner(QWidget* parent)
    : QWidget(parent)
    , m_icon(QStringLiteral("info"))
    , m_sentence(new Label({}, Type::Strong, Role::Text, this))
    , m_consequence(new Label({}, Type::Small, Role::Text, this))
    , m_action(new Button(Button::Kind::Link, {}, this))
{
    m_sentence->setObjectName(QStringLiteral("bannerSentence"));
    m_consequence->setObjectName(QStringLiteral("bannerConsequence"));
    m_action->setObjectName(QStringLiteral("bannerAction"));
    m_sentence->setWordWrap(true);
    m_consequence->setWordWrap(true);
    m_action->hide();
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_sentence);
    words->addWidget(m_consequence);
    auto* row = new QHBoxLayout(this);
    // Spacing, not a margin: layouts mirror the one and not the other.
    row->setContentsMargins(0, 8, 0, 8);
    row->setSpacing(12);
    row->addSpacing(iconLeft + scaled(20) + 9);
    row->addLayout(words, 1);
    row->addWidget(m_action, 0, Qt::AlignTop);
    row->addSpacing(12);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    connect(m_action, &Button::triggered, this, &Banner::actionTriggered);
    connect(&Theme::instance(), &Theme::changed, this, [this] { update(); });
}

void Banner::setLook(Verdict verdict)
{
    const VerdictLook look = verdictLook(verdict);
    setLook(look.icon, look.role, look.tint);
}

void Banner::setLook(const QString& icon, Role role, Role tint)
{
    m_icon = icon;
    m_role = role;
    m_tint = tint;
    update();
}

void Banner::setText(const QString& sentence, const QString& consequence)
{
    m_sentence->setText(sentence);
    m_consequence->setText(consequence);
    m_consequence->setVisible(!consequence.isEmpty());
    setAccessibleName(sentence);
    setAccessibleDescription(consequence);
}

void Banner::setAction(const QString& text)
{
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), colorOf(m_tint));
    painter.fillRect(mirrored(QRect(0, 0, bar, height()), rect(), layoutDirection()), colorOf(m_role));
    const int side = scaled(20);
    const QRect place(iconLeft, 8, side, side);
    paintIcon(&painter, mirrored(place, rect(), layoutDirection()), m_icon, m_role);
}

} // namespace cs::ui
