// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/focus_ring.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QFocusEvent>
#include <QFocusFrame>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTextEdit>

namespace cs::ui {

namespace {

QPointer<QWidget> currentWearer;

bool drawsItsOwn(const QWidget* widget)
{
    return widget->property("ownFocus").toBool() || qobject_cast<const QAbstractItemView*>(widget) != nullptr
        || qobject_cast<const QLineEdit*>(widget) != nullptr || qobject_cast<const QTextEdit*>(widget) != nullptr
        || qobject_cast<const QPlainTextEdit*>(widget) != nullptr
        || qobject_cast<const QAbstractSpinBox*>(widget) != nullptr || qobject_cast<const QMenuBar*>(widget) != nullptr
        || qobject_cast<const QTabBar*>(widget) != nullptr || widget->isWindow();
}

bool byKeyboard(Qt::FocusReason reason)
{
    return reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason
        || reason == Qt::OtherFocusReason;
}

} // namespace

FocusRing::FocusRing(QObject* application)
    : QObject(application)
{
    application->installEventFilter(this);
}

QWidget* FocusRing::wearer()
{
    return currentWearer;
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn && watched->isWidgetType()) {
        auto* widget = qobject_cast<QWidget*>(watched);
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        moveTo(byKeyboard(reason) && !drawsItsOwn(widget) ? widget : nullptr);
    } else if (event->type() == QEvent::FocusOut && watched == currentWearer) {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason) {
            moveTo(nullptr);
        }
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::moveTo(QWidget* widget)
{
    currentWearer = widget;
    if (widget == nullptr) {
        if (m_frame) {
            m_frame->setWidget(nullptr);
        }
        return;
    }
    if (!m_frame) {
        m_frame = new QFocusFrame(widget);
    }
    m_frame->setWidget(widget);
}

} // namespace cs::ui
