// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/idle_lock.h"

#include "core/workspace/service.h"
#include "ui/shell/settings/preferences.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>

namespace cs::ui {

namespace {

constexpr int minuteMs = 60'000;

} // namespace

IdleLock::IdleLock(WorkspaceService& service, Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_preferences(preferences)
    , m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, &service, &WorkspaceService::lock);
    connect(&service, &WorkspaceService::identityChanged, this, [this](const IdentityView& identity) {
        if (identity.key == IdentityView::Key::Open) {
            restart();
        } else {
            m_timer->stop();
        }
    });
    connect(&preferences, &Preferences::changed, this, [this](Setting setting) {
        if (setting == Setting::KeyIdleMinutes && m_timer->isActive()) {
            restart();
        }
    });
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleLock::restart()
{
    m_timer->start(m_preferences.value(Setting::KeyIdleMinutes).toInt() * minuteMs);
}

bool IdleLock::eventFilter(QObject* watched, QEvent* event)
{
    const bool used = event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress
        || event->type() == QEvent::Wheel;
    if (used && m_timer->isActive()) {
        restart();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace cs::ui
