// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notices/tray.h"

#include "core/workspace/service.h"
#include "ui/shell/settings/preferences.h"
#include "ui/shell/window/session_store.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QDateTime>
#include <QIcon>
#include <QMenu>
#include <QSystemTrayIcon>
#include <QTimer>

namespace cs::ui {

namespace {

constexpr int gatherMs = 1500; // several entries make one notice
constexpr int quietCheckMs = 60'000;
const QString timeForm = QStringLiteral("HH:mm");

} // namespace

Tray::Tray(
    WorkspaceService& service, const Clock& clock, Preferences& preferences, SessionStore& session, QWidget& window)
    : m_service(service)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_session(session)
    , m_window(window)
    , m_later(new QTimer(this))
    , m_quietEnd(new QTimer(this))
{
    m_later->setSingleShot(true);
    m_later->setInterval(gatherMs);
    m_quietEnd->setInterval(quietCheckMs);
    connect(m_later, &QTimer::timeout, this, &Tray::look);
    connect(m_quietEnd, &QTimer::timeout, this, &Tray::look);
    connect(&service, &WorkspaceService::opened, this, [this](const query::HeadView& head) {
        m_workspace = QByteArray::fromStdString(head.workspaceId);
        m_later->start();
    });
    connect(&service, &WorkspaceService::changed, m_later, qOverload<>(&QTimer::start));
    connect(&service, &WorkspaceService::identityChanged, m_later, qOverload<>(&QTimer::start));
    connect(&preferences, &Preferences::changed, this, &Tray::refresh);
    refresh();
}

Tray::~Tray()
{
    delete m_menu;
}

/// The icon is there while notices are on: without it a desktop shows none.
void Tray::refresh()
{
    if (!m_preferences.isOn(Setting::Notices) || !QSystemTrayIcon::isSystemTrayAvailable()) {
        delete m_icon;
        m_icon = nullptr;
        return;
    }
    if (m_icon == nullptr) {
        m_icon = new QSystemTrayIcon(QIcon(QStringLiteral(":/icons/app-countersign.svg")), this);
        m_menu = m_menu != nullptr ? m_menu : new QMenu;
        m_icon->setContextMenu(m_menu);
        connect(m_icon, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT inboxAsked(m_about); });
        connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
            if (reason == QSystemTrayIcon::Trigger) {
                Q_EMIT inboxAsked(-1);
            }
        });
        m_icon->show();
    }
    m_icon->setToolTip(QStringLiteral("Countersign"));
    m_menu->clear();
    connect(m_menu->addAction(tr("Show the inbox")), &QAction::triggered, this, [this] { Q_EMIT inboxAsked(-1); });
}

NoticeRules Tray::rules() const
{
    const auto time = [this](Setting setting) { return QTime::fromString(m_preferences.value(setting), timeForm); };
    return {m_preferences.isOn(Setting::Notices), time(Setting::QuietFrom), time(Setting::QuietTo)};
}

QByteArray Tray::key() const
{
    return "told/" + m_workspace;
}

void Tray::look()
{
    if (m_workspace.isEmpty()) {
        return;
    }
    m_service.inbox().then(qApp, guarded(this, [this](const Result<query::InboxView>& inbox) {
        if (inbox) {
            take(*inbox);
        }
    }));
}

void Tray::take(const query::InboxView& inbox)
{
    std::vector<Waiting> waiting;
    for (const query::InboxItem& item : inbox.items) {
        if (item.group == query::InboxItem::Group::WaitsForMe) {
            waiting.push_back({item.entry, cleanName(qs(item.title), 120)});
        }
    }
    bool known = false;
    const qint64 stored = m_session.value(key()).toLongLong(&known);
    const NoticeRules present = rules();
    const QTime now = QDateTime::fromMSecsSinceEpoch(m_clock.now().ms()).time(); // as the clock on the wall
    const NoticePlan plan =
        planNotice(waiting, known ? std::optional(stored) : std::nullopt, present, now, m_window.isActiveWindow());
    if (!known || plan.told != stored) {
        m_session.setValue(key(), QByteArray::number(plan.told));
    }
    if (plan.notice) {
        show(*plan.notice);
    }
    if (present.on && isQuiet(present, now)) {
        m_quietEnd->start();
    } else {
        m_quietEnd->stop();
    }
}

void Tray::show(const PlannedNotice& notice)
{
    m_about = notice.first.entry;
    const QString title =
        notice.count == 1 ? tr("Something waits for you") : tr("%n thing(s) wait for you", nullptr, notice.count);
    if (m_icon != nullptr) {
        m_icon->showMessage(title, notice.first.title, QIcon(QStringLiteral(":/icons/app-countersign.svg")));
    }
    Q_EMIT shown(title, notice.first.title);
}

} // namespace cs::ui
