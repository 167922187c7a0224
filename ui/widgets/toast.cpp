// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"
#include "ui/widgets/theme/icons.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr int shownMs = 6000;
constexpr std::size_t historyMax = 200;
constexpr int side = 12;

/// The action of a toast: underlined text in the toast's own colour, since `link` is made for light grounds.
void styleAction(Button* button)
{
    QFont font = fontOf(Type::Strong);
    font.setUnderline(true);
    button->setFont(font);
}

} // namespace

Toast::Toast(QWidget* window)
    : QWidget(window)
    , m_text(new Label({}, Type::Body, Role::TooltipText, this))
    , m_action(new Button(Button::Kind::OnTooltip, {}, this))
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("toast"));
    m_text->setObjectName(QStringLiteral("toastText"));
    m_action->setObjectName(QStringLiteral("toastAction"));
    styleAction(m_action);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 4, 0, 4);
    row->setSpacing(12);
    row->addSpacing(side + scaled(20) + side);
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    row->addWidget(m_action);
    row->addSpacing(side);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, [this] {
        if (underMouse() || m_action->hasFocus()) {
            restart();
            return;
        }
        hide();
    });
    connect(m_action, &Button::triggered, this, [this] {
        hide();
        if (m_run) {
            m_run();
        }
    });
    connect(&Theme::instance(), &Theme::changed, this, [this] { styleAction(m_action); });
    window->installEventFilter(this);
    hide();
}

void Toast::post(const Notice& notice)
{
    m_history.push_back(notice);
    if (m_history.size() > historyMax) {
        m_history.erase(m_history.begin());
    }
    m_icon = notice.icon;
    m_run = notice.action;
    m_text->setText(notice.text);
    m_action->setText(notice.actionText);
    m_action->setVisible(!notice.actionText.isEmpty());
    setAccessibleName(notice.text);
    place();
    show();
    raise();
    restart();
    QAccessibleEvent announcement(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void Toast::setBottomInset(int px)
{
    m_inset = px;
    place();
}

void Toast::restart()
{
    m_timer->start(shownMs);
}

void Toast::place()
{
    const QWidget* window = parentWidget();
    const int width = std::clamp(sizeHint().width(), std::min(scaled(320), window->width()), scaled(480));
    const int height = std::max(scaled(38), layout()->heightForWidth(width));
    setGeometry((window->width() - width) / 2, window->height() - m_inset - height - 16, width, height);
}

bool Toast::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawPanel(&painter, rect(), 4, colorOf(Role::Tooltip), QColor());
    const int icon = scaled(20);
    const QRect place(side, (height() - icon) / 2, icon, icon);
    paintIcon(&painter, mirrored(place, rect(), layoutDirection()), m_icon, Role::TooltipText);
}

void Toast::enterEvent(QEnterEvent* event)
{
    m_timer->stop();
    QWidget::enterEvent(event);
}

void Toast::leaveEvent(QEvent* event)
{
    restart();
    QWidget::leaveEvent(event);
}

} // namespace cs::ui
