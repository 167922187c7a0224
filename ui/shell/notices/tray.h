// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/notices/notice_planner.h"

#include <QObject>

class QMenu;
class QSystemTrayIcon;
class QTimer;
class QWidget;

namespace cs {

class Clock;
class WorkspaceService;

namespace query {

struct InboxView;

} // namespace query

} // namespace cs

namespace cs::ui {

class Preferences;
class SessionStore;

/// Shows one notice of the desktop for what is new in the inbox, where the desktop has a tray. A notice opens the inbox
/// and signs nothing. Thin: planNotice() decides.
class Tray final : public QObject {
    Q_OBJECT
public:
    /// All must outlive it.
    Tray(WorkspaceService& service, const Clock& clock, Preferences& preferences, SessionStore& session,
        QWidget& window);
    ~Tray() override;

Q_SIGNALS:
    /// A notice, or the icon, was chosen; @p entry is what the newest item is about, -1 for none.
    void inboxAsked(qint64 entry);
    /// What was shown, for tests.
    void shown(const QString& title, const QString& text);

private:
    void look();
    void take(const query::InboxView& inbox);
    void show(const PlannedNotice& notice);
    void refresh();
    NoticeRules rules() const;
    QByteArray key() const;

    WorkspaceService& m_service;
    const Clock& m_clock;
    Preferences& m_preferences;
    SessionStore& m_session;
    QWidget& m_window;
    QSystemTrayIcon* m_icon = nullptr;
    QMenu* m_menu = nullptr;
    QTimer* m_later;
    QTimer* m_quietEnd;
    QByteArray m_workspace;
    qint64 m_about = -1;
};

} // namespace cs::ui
