// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QTimer>
#include <QToolTip>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int armSteps = 10;
constexpr int gap = 8;

QString nativeKeys(const QString& portable)
{
    return QKeySequence(portable, QKeySequence::PortableText).toString(QKeySequence::NativeText);
}

} // namespace

Button::Button(Kind kind, const QString& text, QWidget* parent)
    : QPushButton(text, parent)
    , m_kind(kind)
{
    setAutoDefault(false);
    setDefault(false);
    setAttribute(Qt::WA_Hover);
    setCursor(textOnly() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this, &Button::onClicked);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Button::setKind(Kind kind)
{
    m_kind = kind;
    updateGeometry();
    update();
}

void Button::setIconName(const QString& name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Button::setShortcutHint(const QKeySequence& keys)
{
    m_hint = keys.toString(QKeySequence::PortableText); // named in the language of the moment when it is drawn
    updateGeometry();
    update();
}

void Button::setSmall(bool small)
{
    m_small = small;
    updateGeometry();
}

void Button::setOffReason(const QString& reason)
{
    m_offReason = reason;
    setAccessibleDescription(reason.isEmpty() ? QString() : tr("Off because: %1").arg(reason));
    setStatusTip(reason);
    update();
}

void Button::bindAction(QAction* action)
{
    m_action = action;
    connect(action, &QAction::changed, this, &Button::syncAction);
    connect(this, &Button::triggered, action, &QAction::trigger);
    syncAction();
}

void Button::syncAction()
{
    if (!m_iconName.isEmpty() && text().isEmpty()) {
        setAccessibleName(m_action->text());
    } else {
        setText(m_action->text());
    }
    setToolTip(m_action->toolTip());
    setOffReason(m_action->property("offReason").toString());
}

void Button::setArmDelay(int ms)
{
    m_armDelayMs = ms;
    m_armStep = ms > 0 ? 0 : armSteps;
    if (m_armTimer == nullptr) {
        m_armTimer = new QTimer(this);
        connect(m_armTimer, &QTimer::timeout, this, [this] {
            if (++m_armStep >= armSteps) {
                m_armTimer->stop();
            }
            update();
        });
    }
}

void Button::arm()
{
    if (m_armDelayMs > 0) {
        m_armStep = 0;
        m_armTimer->start(m_armDelayMs / armSteps);
        update();
    }
}

bool Button::isArmed() const
{
    return m_armDelayMs == 0 || m_armStep >= armSteps;
}

void Button::onClicked()
{
    if (isOff()) {
        QToolTip::showText(mapToGlobal(QPoint(0, height())), m_offReason, this);
        Q_EMIT refused(m_offReason);
        return;
    }
    if (isArmed()) {
        Q_EMIT triggered();
    }
}

bool Button::textOnly() const
{
    return m_kind == Kind::Link || m_kind == Kind::Crumb || m_kind == Kind::OnTooltip;
}

bool Button::filled() const
{
    return m_kind == Kind::Primary || m_kind == Kind::DestructiveFilled;
}

const QFont& Button::labelFont() const
{
    if (m_kind == Kind::OnTooltip) {
        return font();
    }
    if (m_kind == Kind::Crumb) {
        return fontOf(Type::Small);
    }
    if (m_small) {
        return fontOf(Type::SmallMedium);
    }
    if (m_kind == Kind::Link) {
        return fontOf(Type::Body);
    }
    return fontOf(filled() ? Type::Strong : Type::Medium);
}

Button::Look Button::look() const
{
    const bool hot = underMouse();
    if (isOff() || !isEnabled()) {
        const bool edge = m_kind != Kind::Plain && !textOnly();
        return {edge ? colorOf(Role::Surface) : QColor(), edge ? colorOf(Role::Border) : QColor(),
            colorOf(Role::Disabled), Role::Disabled};
    }
    const QColor pressed = isDown() || isChecked() ? colorOf(Role::Selected) : hot ? colorOf(Role::Hover) : QColor();
    switch (m_kind) {
    case Kind::Primary:
        return {colorOf(hot || isDown() ? Role::AccentHover : Role::Accent), QColor(), colorOf(Role::AccentText),
            Role::AccentText};
    case Kind::DestructiveFilled:
        return {colorOf(Role::Danger), QColor(), colorOf(Role::AccentText), Role::AccentText};
    case Kind::Destructive:
        return {pressed.isValid() ? pressed : colorOf(Role::Surface), colorOf(Role::Danger), colorOf(Role::Danger),
            Role::Danger};
    case Kind::Plain:
        return {pressed, QColor(), colorOf(Role::Text), Role::Text};
    case Kind::Link:
        return {QColor(), QColor(), colorOf(hot ? Role::AccentHover : Role::Link), Role::Link};
    case Kind::Crumb:
        return {QColor(), QColor(), colorOf(hot ? Role::Link : Role::Muted), Role::Muted};
    case Kind::OnTooltip:
        return {QColor(), QColor(), colorOf(Role::TooltipText), Role::TooltipText};
    case Kind::Outlined:
        break;
    }
    return {pressed.isValid() ? pressed : colorOf(Role::Surface), colorOf(Role::BorderControl), colorOf(Role::Text),
        Role::Text};
}

int Button::contentWidth() const
{
    const QFontMetrics metrics(labelFont());
    int width = metrics.size(Qt::TextShowMnemonic, text()).width();
    const int parts = (text().isEmpty() ? 0 : 1) + (m_iconName.isEmpty() ? 0 : 1) + (m_hint.isEmpty() ? 0 : 1)
        + (menu() != nullptr ? 1 : 0);
    width += m_iconName.isEmpty() ? 0 : scaled(16);
    width += m_hint.isEmpty() ? 0 : keyHintWidth(nativeKeys(m_hint));
    width += menu() != nullptr ? scaled(16) : 0;
    return width + std::max(0, parts - 1) * gap;
}

QSize Button::sizeHint() const
{
    const int height = scaled(m_small ? 26 : 30);
    if (text().isEmpty() && m_hint.isEmpty()) {
        return {height, height};
    }
    const int side = textOnly() ? 0 : scaled(m_small ? 10 : 12);
    return {contentWidth() + 2 * side + 2, textOnly() ? scaled(m_small || m_kind == Kind::Crumb ? 18 : 26) : height};
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

void Button::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Look l = look();
    if (l.fill.isValid() || l.edge.isValid()) {
        drawPanel(&painter, rect(), 4, l.fill, l.edge);
    }
    paintArming(painter, l);
    const Qt::LayoutDirection direction = layoutDirection();
    const int width = contentWidth();
    int x = textOnly() ? 0 : (rect().width() - width) / 2;
    const auto next = [&](int partWidth) {
        const QRect part = mirrored(QRect(x, 0, partWidth, height()), rect(), direction);
        x += partWidth + gap;
        return part;
    };
    if (!m_iconName.isEmpty()) {
        paintIcon(&painter, next(scaled(16)), m_iconName, l.icon);
    }
    painter.setPen(l.text);
    if (!text().isEmpty()) {
        painter.setFont(labelFont());
        const int textWidth = painter.fontMetrics().size(Qt::TextShowMnemonic, text()).width();
        painter.drawText(next(textWidth), Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip,
            direction == Qt::RightToLeft ? isolate(text()) : text());
    }
    if (!m_hint.isEmpty()) {
        const QString keys = nativeKeys(m_hint);
        drawKeyHint(&painter, next(keyHintWidth(keys)), keys, l.text, direction);
    }
    if (menu() != nullptr) {
        paintIcon(&painter, next(scaled(16)), QStringLiteral("chevron-down"), l.icon);
    }
}

void Button::paintArming(QPainter& painter, const Look& l) const
{
    if (isArmed() || Theme::instance().reducedMotion()) {
        return;
    }
    const int done = width() * m_armStep / armSteps;
    const QRect bar = mirrored(QRect(0, height() - 3, done, 3), rect(), layoutDirection());
    painter.fillRect(bar, l.text);
}

bool Button::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && isOff()) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), m_offReason, this);
        return true;
    }
    return QPushButton::event(event);
}

} // namespace cs::ui
