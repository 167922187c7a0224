// SPDX-License-Identifier: GPL-3.0-or-later
// Where the window goes: links, the place of last time, what a second start hands over, help and notices.
#include "app/desktop/console.h"
#include "ui/shell/alarm/alarm_sheet.h"
#include "ui/shell/help/handbook.h"
#include "ui/shell/help/help_window.h"
#include "ui/shell/notices/tray.h"
#include "ui/widgets/words.h"

#include <QStackedWidget>

namespace cs::app {

namespace {

QByteArray pathKey(const QString& workspace)
{
    return "path/" + workspace.toLatin1();
}

QByteArray placeKey(const QString& workspace)
{
    return "place/" + workspace.toLatin1();
}

} // namespace

void Console::connectGuides()
{
    m_tray = std::make_unique<ui::Tray>(*m_service, m_clock, m_preferences, m_store, *m_window);
    connect(m_tray.get(), &ui::Tray::inboxAsked, this, [this](qint64 entry) {
        bringToFront();
        if (m_isOpen) {
            m_window->go("inbox", entry < 0 ? QString() : QString::number(entry));
        }
    });
    connect(m_window.get(), &ui::MainWindow::linkEntered, this, &Console::follow);
    connect(m_window.get(), &ui::MainWindow::closing, this, &Console::rememberPlace);
    connect(m_window.get(), &ui::MainWindow::helpRequested, this, [this] {
        showHandbook(m_window->isWorkspaceShown() ? ui::handbookPageOf(m_window->currentPage())
                                                  : QStringLiteral("first-promotion"));
    });
    connect(m_window.get(), &ui::MainWindow::alarmAsked, this, &Console::showAlarm);
}

void Console::showHandbook(const QString& page)
{
    if (m_help == nullptr) {
        m_help = new ui::HelpWindow(m_window.get());
        connect(m_help, &ui::HelpWindow::shortcutsAsked, m_window.get(), &ui::MainWindow::showShortcuts);
    }
    m_help->showPage(page);
}

void Console::showAlarm()
{
    auto* sheet = new ui::AlarmSheet(*m_service, m_prompter, m_identity, m_window.get());
    connect(sheet, &ui::AlarmSheet::handbookAsked, this, &Console::showHandbook);
    connect(sheet, &ui::AlarmSheet::noticed, m_window.get(), [this](const QString& icon, const QString& words) {
        m_window->post({icon, words, {}, {}});
    });
    sheet->open();
}

void Console::bringToFront()
{
    if (m_window->isMinimized()) {
        m_window->showNormal();
    }
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

QString Console::workspaceId() const
{
    return m_isOpen ? qs(m_head.workspaceId) : QString();
}

void Console::noteOpened(const QString& path)
{
    m_store.addRecent(path);
    m_store.setValue(pathKey(workspaceId()), path.toUtf8());
    m_window->setWorkspaceId(workspaceId());
}

void Console::rememberPlace()
{
    if (m_isOpen && m_window->isWorkspaceShown()) {
        m_store.setValue(placeKey(workspaceId()), ui::linkText({workspaceId(), m_window->place()}).toUtf8());
    }
}

/// The place that this workspace was left at. What cannot be read is left out: it is only where the eye begins.
void Console::showLastPlace()
{
    const auto last = ui::parseLink(QString::fromUtf8(m_store.value(placeKey(workspaceId()))));
    const bool usable = last && m_window->hasPage(last->place.page) && last->place.page != "settings";
    m_window->go(usable ? last->place.page : QByteArray("inbox"), usable ? last->place.target : QString());
}

void Console::takeHandedOver(const QString& workspace, const QString& link)
{
    bringToFront();
    if (!link.isEmpty()) {
        follow(link);
        return;
    }
    if (!workspace.isEmpty()) {
        rememberPlace();
        open(workspace, false, false);
    }
}

void Console::follow(const QString& text)
{
    const Result<ui::Link> link = ui::parseLink(text);
    if (!link) {
        m_window->post({QStringLiteral("failed"), ui::errorWords(link.error()), {}, {}});
        finishLater();
        return;
    }
    if (link->workspace == workspaceId()) {
        lead(*link);
        return;
    }
    m_link = *link;
    const QString path = QString::fromUtf8(m_store.value(pathKey(link->workspace)));
    if (!path.isEmpty()) {
        rememberPlace();
        open(path, m_options.readOnly, false);
        return;
    }
    askForWorkspace(*link);
}

/// Nothing but going there: no sheet, no command, no signature.
void Console::lead(const ui::Link& link)
{
    m_link.reset();
    if (link.place.page.isEmpty()) {
        m_window->go(m_window->currentPage().isEmpty() ? QByteArray("inbox") : m_window->currentPage());
        return;
    }
    if (!m_window->hasPage(link.place.page)) {
        m_window->post({QStringLiteral("info"),
            tr("The link leads to a page that this program does not have: %1.")
                .arg(QString::fromLatin1(link.place.page)),
            {}, {}});
        return;
    }
    m_window->go(link.place.page, link.place.target);
}

void Console::askForWorkspace(const ui::Link& link)
{
    const QString wanted = ui::ltr(link.workspace);
    const QString here =
        m_isOpen ? tr("%1 is open.").arg(ui::isolate(ui::cleanName(qs(m_head.name), 60))) : tr("No workspace is open.");
    ui::Confirmation question;
    question.title = tr("The link leads into another workspace");
    question.consequence =
        tr("It names the workspace %1, which has not been opened on this computer. %2 Open its file to go there.")
            .arg(wanted, here);
    question.verb = tr("Open…");
    question.icon = QStringLiteral("folder");
    m_prompter.confirm(m_window.get(), question, [this](bool yes) {
        if (!yes) {
            m_link.reset();
            return;
        }
        rememberPlace();
        showStart();
        m_start->startOpening();
    });
    finishLater();
}

/// @returns true if a link was waiting for this workspace, and has been followed or explained.
bool Console::leadAfterOpening()
{
    if (!m_link) {
        return false;
    }
    const ui::Link link = *std::exchange(m_link, {});
    if (link.workspace == workspaceId()) {
        showLastPlace();
        lead(link);
        return true;
    }
    m_window->post({QStringLiteral("info"),
        tr("This is not the workspace of the link, which names %1.").arg(ui::ltr(link.workspace)), {}, {}});
    return false;
}

} // namespace cs::app
