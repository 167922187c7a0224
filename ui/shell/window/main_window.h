// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/commands/command_table.h"
#include "ui/shell/commands/palette_model.h"
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
class Rail;
class SessionStore;
class Toast;

/// Assembles the parts: menu bar, rail, pages, status strip, palette, toasts. Knows no workspace: pages and
/// the application tell it what to show.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    /// Both must outlive the window.
    MainWindow(SessionStore& session, Prompter& prompter, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Adds a screen; takes ownership. The order of the calls is the order in the rail and of Ctrl+1 … 9.
    void addPage(Page* page);
    /// What is shown while no workspace is open; takes ownership.
    void setStartPage(QWidget* start);
    void showStart();
    /// Shows the rail and the first page.
    void showWorkspace();
    bool isWorkspaceShown() const;

    /// Brings a page to the front and hands it @p target. Alt+Left goes back. Unknown ids are ignored.
    void go(const QByteArray& navigationId, const QString& target = {});
    void goBack();
    QByteArray currentPage() const;

    void setStatus(const ShellStatus& status);
    void setVersionText(const QString& text) { m_versionText = text; }
    void post(const Notice& notice);
    /// Stands above every page until it is over; hidden while @p sentence is empty.
    void setAlarm(const QString& sentence, const QString& consequence);
    CommandTable& commands() { return *m_commands; }
    Prompter& prompter() { return m_prompter; }

    /// Builds the menus anew from the command table; called by itself after pages and languages change.
    void rebuildMenus();

Q_SIGNALS:
    void statusCellActivated(const QByteArray& cell);
    /// The menu commands File › New, Open, Open example.
    void newRequested();
    void openRequested();
    void exampleRequested();
    /// The last chance to keep drafts; the window closes in any case.
    void closing();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place {
        QByteArray page;
        QString target;
    };
    void addShellCommands();
    void addViewCommands();
    void addGoCommands();
    void addPageCommands(Page* page);
    void connectPage(Page* page);
    std::vector<PaletteItem> paletteItems(const QString& typed);
    void showShortcuts();
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
    QWidget* m_start = nullptr;
    QList<Page*> m_order;
    QList<Place> m_history;
    Place m_here;
    QString m_versionText;
};

} // namespace cs::ui
