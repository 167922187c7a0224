// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/start/start_parts.h"

#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QShortcut>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

constexpr int cardPad = 20;

} // namespace

AppMark::AppMark(QWidget* parent)
    : QWidget(parent)
{
    setFixedSize(sizeHint());
    connect(&Theme::instance(), &Theme::changed, this, [this] { setFixedSize(sizeHint()); });
}

void AppMark::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintIcon(&painter, rect(), QStringLiteral("app-countersign"));
}

StartCard::StartCard(Weight weight, const QString& iconName, const QKeySequence& keys, QWidget* parent)
    : QWidget(parent)
    , m_weight(weight)
    , m_icon(iconName)
    , m_keys(keys)
    , m_title(new Label({}, Type::Heading, Role::Text, this))
    , m_text(new Label({}, Type::Body, Role::Muted, this))
    , m_button(new Button(weight == Weight::First ? Button::Kind::Primary : Button::Kind::Outlined, {}, this))
{
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeading);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(cardPad, cardPad, cardPad, cardPad);
    column->setSpacing(8);
    column->addSpacing(scaled(24) + 4);
    column->addWidget(m_title);
    column->addWidget(m_text, 1);
    column->addSpacing(4);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_button);
    foot->addStretch(1);
    column->addLayout(foot);
    setMinimumHeight(scaled(216));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    auto* shortcut = new QShortcut(keys, this);
    connect(shortcut, &QShortcut::activated, m_button, &QPushButton::click);
    connect(m_button, &Button::triggered, this, &StartCard::chosen);
    connect(&Theme::instance(), &Theme::changed, this, [this] { setMinimumHeight(scaled(216)); });
}

void StartCard::setWords(const QString& title, const QString& text, const QString& verb)
{
    m_title->setText(title);
    m_text->setText(text);
    m_button->setText(verb);
    m_button->setAccessibleDescription(text);
    m_button->setObjectName(QStringLiteral("startButton"));
}

void StartCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const bool first = m_weight == Weight::First;
    drawPanel(&painter, rect(), 6, colorOf(Role::Raised), colorOf(first ? Role::Accent : Role::Border), first ? 2 : 1);
    const int side = scaled(24);
    paintIcon(&painter, mirrored(QRect(cardPad, cardPad, side, side), rect(), layoutDirection()), m_icon, Role::Accent);
    const QRect foot(cardPad, m_button->y(), width() - 2 * cardPad, m_button->height());
    drawKeyHint(&painter, foot, m_keys.toString(QKeySequence::NativeText), colorOf(Role::Muted), layoutDirection());
}

KeychainStrip::KeychainStrip(QWidget* parent)
    : QWidget(parent)
    , m_sentence(new Label({}, Type::Medium, Role::Text, this))
    , m_second(new Label({}, Type::Small, Role::Muted, this))
    , m_step(new Button(Button::Kind::Plain, {}, this))
{
    m_sentence->setWordWrap(true);
    m_second->setWordWrap(true);
    m_step->setObjectName(QStringLiteral("keychainStep"));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_sentence);
    words->addWidget(m_second);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 12, 0, 12);
    row->setSpacing(16);
    row->addSpacing(16 + scaled(20) + 14);
    row->addLayout(words, 1);
    row->addWidget(m_step);
    row->addSpacing(16);
    connect(m_step, &Button::triggered, this, &KeychainStrip::detailsRequested);
}

void KeychainStrip::show(
    const QString& iconName, Role role, const QString& sentence, const QString& second, const QString& step)
{
    m_icon = iconName;
    m_role = role;
    m_sentence->setText(sentence);
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
    m_step->setText(step);
    m_step->setVisible(!step.isEmpty());
    setAccessibleName(sentence);
    update();
}

void KeychainStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawPanel(&painter, rect(), 6, QColor(), colorOf(Role::Border));
    const int side = scaled(20);
    const QRect place(16, (height() - side) / 2, side, side);
    paintIcon(&painter, mirrored(place, rect(), layoutDirection()), m_icon, m_role);
}

} // namespace cs::ui
