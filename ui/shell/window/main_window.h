// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/commands/command_table.h"
#include "ui/shell/commands/palette_model.h"
#include "ui/shell/window/history.h"
#include "ui/shell/window/status_strip.h"
#include "ui/widgets/page.h"
#include "ui/widgets/prompter.h"

#include <QList>
#include <QMainWindow>

class QMenu;
class QStackedWidget;

namespace cs::ui {

class Banner;
class Palette;
class Preferences;
class Rail;
class SessionStore;
class ShellCommands;
class Toast;

/// Assembles the parts: menu bar, rail, pages, status strip, palette, toasts. Knows no workspace: pages and
/// the application tell it what to show.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    /// All three must outlive the window.
    MainWindow(SessionStore& session, Prompter& prompter, Preferences& preferences, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Adds a screen; takes ownership. It falls in its place of the rail, and Ctrl+1 … 9 follow that order.
    void addPage(Page* page);
    /// What is shown while no workspace is open; takes ownership.
    void setStartPage(QWidget* start);
    void showStart();
    /// Shows the rail and the first page.
    void showWorkspace();
    bool isWorkspaceShown() const;

    /// Brings a page to the front and hands it @p target; a step of the history. Unknown ids are ignored.
    void go(const QByteArray& navigationId, const QString& target = {});
    void goBack();
    void goForward();
    bool hasPage(const QByteArray& navigationId) const;
    QByteArray currentPage() const { return m_history.here().page; }
    const Place& place() const { return m_history.here(); }

    void setStatus(const ShellStatus& status);
    void setVersionText(const QString& text) { m_versionText = text; }
    void post(const Notice& notice);
    /// Stands above every page until it is over; hidden while @p sentence is empty.
    void setAlarm(const QString& sentence, const QString& consequence);
    CommandTable& commands() { return *m_commands; }
    Prompter& prompter() { return m_prompter; }

    /// Builds the menus anew from the command table; called by itself after pages and languages change.
    void rebuildMenus();
    void popUpPalette(const QString& typed = {});
    void showShortcuts();
    void showAbout();
    /// Puts a link to what is shown on the clipboard.
    void copyLink();
    /// Links name the workspace; empty while none is open.
    void setWorkspaceId(const QString& id) { m_workspaceId = id; }

Q_SIGNALS:
    void statusCellActivated(const QByteArray& cell);
    /// The menu commands File › New, Open, Open example.
    void newRequested();
    void openRequested();
    void exampleRequested();
    void helpRequested();
    /// The banner of the alarm asks what happened.
    void alarmAsked();
    /// A link was typed into the palette.
    void linkEntered(const QString& text);
    /// The shortcut sheet asks for paper or a file: a whole document of its own.
    void printAsked(const QString& title, const QString& html);
    void pdfAsked(const QString& title, const QString& html);
    /// The last chance to keep drafts; the window closes in any case.
    void closing();

protected:
    void closeEvent(QCloseEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// @param done what is said once the link is on the clipboard
    void copyLinkTo(const Place& place, const QString& done);
    void build();
    void addPageCommands(Page* page);
    void renumberPages();
    void connectPage(Page* page);
    void showPlace(const Place& place);
    void onVisited(const QByteArray& page, const QString& target);
    void updateWay();
    Page* pageOf(const QByteArray& navigationId) const;
    std::vector<PaletteItem> paletteItems(const QString& typed);
    void restoreSession();
    void saveSession();
    void retranslate();
    void updateTitle();

    SessionStore& m_session;
    Prompter& m_prompter;
    CommandTable* m_commands;
    Rail* m_rail;
    QStackedWidget* m_pages;
    Banner* m_alarm; // above every page
    QStackedWidget* m_whole;
    StatusStrip* m_strip;
    Palette* m_palette;
    Toast* m_toast;
    ShellCommands* m_shell;
    QWidget* m_start = nullptr;
    QList<Page*> m_order; // as in the rail
    History m_history;
    QString m_versionText;
    QString m_workspaceId;
};

} // namespace cs::ui
