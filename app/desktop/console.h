// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/ini_session_store.h"
#include "app/desktop/options.h"
#include "core/workspace/service.h"
#include "ui/shell/i18n/language.h"
#include "ui/shell/settings/preferences.h"
#include "ui/shell/start/first_run_page.h"
#include "ui/shell/widget_prompter.h"
#include "ui/shell/window/link.h"
#include "ui/shell/window/main_window.h"
#include "ui/widgets/policy/draft_keeper.h"

#include <QObject>

class QStackedWidget;

namespace cs::ui {

class Face;
class FlowPage;
class HelpWindow;
class InboxPage;
class LedgerPage;
class PeoplePage;
class ModelsPage;
class PromotionsPage;
class Tray;
class PolicyPage;
class RaciPage;

} // namespace cs::ui

namespace cs::app {

/// Composes the console: the workspace service, the window and its screens; opens workspaces and says what stands in
/// the way. It decides nothing else.
class Console final : public QObject {
    Q_OBJECT
public:
    Console(std::unique_ptr<WorkspaceService> service, const Clock& clock, Options options);
    ~Console() override;
    /// Shows the window and begins what the options ask for.
    void start();
    ui::MainWindow& window() { return *m_window; }
    /// A second start of the program was handed to this window.
    void takeHandedOver(const QString& workspace, const QString& link);

private:
    void addPages();
    void connectService();
    void connectStart();
    void open(const QString& path, bool readOnly, bool firstContact);
    void openExample();
    void join(const QString& address, const QString& password);
    void found(const ui::FoundingChoice& choice);
    void foundNow(const WorkspaceService::Founding& founding);
    void takeOpened(const QString& path, const Result<query::HeadView>& head);
    void addTryAgain(const QString& path);
    void showOpenError(const QString& path, const Error& error);
    void showStart();
    void showScreen();
    void checkKeychain();
    void addIdentityCommands();
    void connectPaper();
    void connectGuides();
    void showHandbook(const QString& page);
    void showAlarm();
    void bringToFront();
    QString workspaceId() const;
    void noteOpened(const QString& path);
    void rememberPlace();
    void showLastPlace();
    void follow(const QString& link);
    void lead(const ui::Link& link);
    bool leadAfterOpening();
    void askForWorkspace(const ui::Link& link);
    void useOptions();
    void usePreferences();
    void signInAsLast();
    void signIn(ActorId who);
    void askWho(const std::vector<IdentityView>& own);
    void chooseIdentity();
    void unlockKey();
    void refreshHead();
    void refreshStatus();
    QString conditionText() const;
    QString sourceText() const;
    void onStatusCell(const QByteArray& cell);
    void onLoaded(const QByteArray& page);
    void finishLater();
    static QString examplePath();

    std::unique_ptr<WorkspaceService> m_service;
    const Clock& m_clock;
    Options m_options;
    IniSessionStore m_store;
    ui::WidgetPrompter m_prompter;
    ui::Language m_language;
    ui::Preferences m_preferences;
    std::unique_ptr<ui::DraftKeeper> m_keeper; // outlives the pages that hold it
    std::unique_ptr<ui::MainWindow> m_window;
    ui::FirstRunPage* m_start = nullptr;
    ui::Face* m_face = nullptr;
    QStackedWidget* m_startStack = nullptr;
    ui::InboxPage* m_inbox = nullptr;
    ui::FlowPage* m_flow = nullptr;
    ui::ModelsPage* m_models = nullptr;
    ui::PromotionsPage* m_promotions = nullptr;
    ui::PolicyPage* m_policy = nullptr;
    ui::RaciPage* m_raci = nullptr;
    ui::LedgerPage* m_ledger = nullptr;
    std::unique_ptr<ui::Tray> m_tray;
    ui::HelpWindow* m_help = nullptr; // the window's child, made when it is asked for
    std::optional<ui::Link> m_link; // waits for its workspace to be open
    ui::PeoplePage* m_people = nullptr;
    query::HeadView m_head;
    QString m_opening; // what the face says while entries are replayed
    IdentityView m_identity;
    ui::ShellStatus m_status;
    bool m_isOpen = false;
    bool m_wantsSheet = false;
    bool m_finishing = false;
};

} // namespace cs::app
