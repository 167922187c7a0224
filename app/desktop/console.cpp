// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/console.h"

#include "app/desktop/print_job.h"
#include "app/desktop/screenshot.h"
#include "ui/connections/connections_page.h"
#include "ui/flow/flow_page.h"
#include "ui/inbox/inbox_page.h"
#include "ui/ledger/ledger_page.h"
#include "ui/models/models_page.h"
#include "ui/people/people_page.h"
#include "ui/policy/policy_page.h"
#include "ui/promotion/promotions_page.h"
#include "ui/promotion/review_view.h"
#include "ui/raci/raci_page.h"
#include "ui/shell/notices/tray.h"
#include "ui/shell/settings/idle_lock.h"
#include "ui/shell/settings/settings_page.h"
#include "ui/widgets/face.h"
#include "ui/widgets/review/guarded.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/review/save_file.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>

namespace cs::app {

namespace {

/// The settings lie beside what the window remembers.
Settings readSettings(const IniSessionStore& store)
{
    Settings settings(store.folder() + QStringLiteral("/settings.ini"));
    if (const Status loaded = settings.load(); !loaded) {
        qWarning("%s", qUtf8Printable(loaded.error().message()));
    }
    return settings;
}

constexpr int settleMs = 400; // the sheet's guard has no part in it; fonts and icons come in at the first paint

} // namespace

Console::Console(std::unique_ptr<WorkspaceService> service, const Clock& clock, Options options)
    : m_service(std::move(service))
    , m_clock(clock)
    , m_options(std::move(options))
    , m_language(*qApp)
    , m_preferences(readSettings(m_store), m_language)
    , m_window(std::make_unique<ui::MainWindow>(m_store, m_prompter, m_preferences))
{
    m_window->setVersionText(QStringLiteral("Countersign " CS_VERSION));
    useOptions();
    addPages();
    addIdentityCommands();
    connectStart();
    connectService();
    connectPaper();
    connectGuides();
    usePreferences();
    refreshStatus();
}

Console::~Console() = default;

/// What the command line asks for holds for this run.
void Console::useOptions()
{
    if (!m_options.theme.isEmpty()) {
        m_preferences.setForThisRun(Setting::Theme, m_options.theme);
    }
    if (!m_options.language.isEmpty()) {
        m_preferences.setForThisRun(Setting::Language, m_options.language);
    }
    if (m_options.textSize > 0) {
        m_preferences.setForThisRun(Setting::TextScale, QString::number(m_options.textSize));
    }
}

void Console::usePreferences()
{
    const auto use = [this](Setting setting) {
        if (setting == Setting::ExactBytes) {
            m_promotions->review()->setBytesAlwaysOpen(m_preferences.value(setting) == QLatin1String("always"));
        } else if (setting == Setting::Language) {
            addIdentityCommands();
            refreshStatus();
        }
    };
    new ui::IdleLock(*m_service, m_preferences, this);
    use(Setting::ExactBytes);
    connect(&m_preferences, &ui::Preferences::changed, this, use);
}

void Console::connectPaper()
{
    connect(m_window.get(), &ui::MainWindow::printAsked, this,
        [this](const QString& title, const QString& html) { printHtml(m_window.get(), title, html); });
    connect(m_window.get(), &ui::MainWindow::pdfAsked, this, [this](const QString& title, const QString& html) {
        m_prompter.chooseSaveFile(m_window.get(), title, tr("shortcuts.pdf"), {tr("PDF file (*.pdf)")},
            [this, title, html](const QString& path) {
                if (path.isEmpty()) {
                    return;
                }
                ui::saveFile(path, pdfOf(title, html), this, [this, path](const Status& status) {
                    m_window->post(status
                            ? ui::Notice{QStringLiteral("export"), tr("Saved %1.").arg(ui::ltr(path)), {}, {}}
                            : ui::Notice{QStringLiteral("failed"), ui::errorWords(status.error()), {}, {}});
                });
            });
    });
}

void Console::addPages()
{
    m_inbox = new ui::InboxPage(*m_service, m_clock, m_prompter);
    m_flow = new ui::FlowPage(*m_service, m_clock, m_prompter);
    m_models = new ui::ModelsPage(*m_service, m_clock, m_prompter);
    m_promotions = new ui::PromotionsPage(*m_service, m_clock, m_prompter);
    m_keeper = std::make_unique<ui::DraftKeeper>(*m_service);
    m_policy = new ui::PolicyPage(*m_service, *m_keeper, m_clock, m_prompter);
    m_raci = new ui::RaciPage(*m_service, *m_keeper, m_prompter);
    m_ledger = new ui::LedgerPage(*m_service, m_clock, m_prompter);
    m_people = new ui::PeoplePage(*m_service, m_clock, m_prompter);
    m_window->addPage(m_inbox);
    m_window->addPage(m_models);
    m_window->addPage(m_flow);
    m_window->addPage(m_promotions);
    m_window->addPage(m_policy);
    m_window->addPage(m_raci);
    m_window->addPage(m_ledger);
    auto* connections = new ui::ConnectionsPage(*m_service, m_clock, m_prompter);
    m_window->addPage(connections);
    connect(connections, &ui::ConnectionsPage::loaded, this, [this] { onLoaded("connections"); });
    connect(connections, &ui::ConnectionsPage::handbookAsked, this, &Console::showHandbook);
    m_window->addPage(m_people);
    auto* settings = new ui::SettingsPage(m_preferences);
    m_window->addPage(settings);
    connect(settings, &ui::SettingsPage::loaded, this, [this] { onLoaded("settings"); });
    connect(m_inbox, &ui::InboxPage::loaded, this, [this] { onLoaded("inbox"); });
    connect(m_flow, &ui::FlowPage::loaded, this, [this] { onLoaded("flow"); });
    connect(m_flow, &ui::FlowPage::printAsked, this,
        [this](const QString& title, const QImage& picture) { printPicture(m_window.get(), title, picture); });
    connect(m_models, &ui::ModelsPage::loaded, this, [this] { onLoaded("models"); });
    connect(m_promotions, &ui::PromotionsPage::loaded, this, [this] { onLoaded("promotions"); });
    connect(m_policy, &ui::PolicyPage::loaded, this, [this] { onLoaded("policy"); });
    connect(m_raci, &ui::RaciPage::loaded, this, [this] { onLoaded("raci"); });
    connect(m_raci, &ui::RaciPage::printAsked, this,
        [this](const QString& title, const QString& html) { printHtml(m_window.get(), title, html); });
    connect(m_ledger, &ui::LedgerPage::loaded, this, [this] { onLoaded("ledger"); });
    connect(m_ledger, &ui::LedgerPage::printAsked, this,
        [this](const QString& title, const QString& html) { printHtml(m_window.get(), title, html); });
    connect(m_people, &ui::PeoplePage::loaded, this, [this] { onLoaded("people"); });
    connect(m_people, &ui::PeoplePage::identityAsked, this, &Console::chooseIdentity);
    m_startStack = new QStackedWidget;
    m_start = new ui::FirstRunPage(ui::shippedPolicies(), m_prompter);
    m_face = new ui::Face;
    m_startStack->addWidget(m_start);
    m_startStack->addWidget(m_face);
    m_window->setStartPage(m_startStack);
}

void Console::addIdentityCommands()
{
    m_window->commands().add({},
        {"identity.choose", tr("Sign in as…"), tr("Choose whose key of this keychain signs."), QStringLiteral("key"),
            {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_I)}, ui::MenuPlace::File, [this] { chooseIdentity(); }});
    m_window->commands().add({},
        {"identity.lock", tr("Lock the key"), tr("Forgets the open key until it is needed again."),
            QStringLiteral("lock"), {}, ui::MenuPlace::File, [this] { m_service->lock(); }});
    m_window->rebuildMenus();
}

void Console::connectStart()
{
    connect(m_start, &ui::FirstRunPage::exampleRequested, this, &Console::openExample);
    connect(m_start, &ui::FirstRunPage::createRequested, this, &Console::found);
    connect(m_start, &ui::FirstRunPage::openRequested, this, [this](const QString& path) { open(path, false, false); });
    connect(m_start, &ui::FirstRunPage::joinRequested, this, &Console::join);
    connect(m_start, &ui::FirstRunPage::keychainDetailsRequested, this, &Console::checkKeychain);
    connect(m_start, &ui::FirstRunPage::keychainUnlockRequested, this, &Console::unlockKey);
    connect(m_window.get(), &ui::MainWindow::newRequested, this, [this] {
        showStart();
        m_start->startFounding();
    });
    connect(m_window.get(), &ui::MainWindow::openRequested, this, [this] {
        showStart();
        m_start->startOpening();
    });
    connect(m_window.get(), &ui::MainWindow::exampleRequested, this, &Console::openExample);
    connect(m_window.get(), &ui::MainWindow::statusCellActivated, this, &Console::onStatusCell);
}

void Console::connectService()
{
    connect(m_service.get(), &WorkspaceService::identityChanged, this, [this](const IdentityView& identity) {
        m_identity = identity; // the service's word is the only one
        refreshStatus();
    });
    connect(m_service.get(), &WorkspaceService::opened, this, [this] {
        m_identity = {};
        m_status.verification = ui::ShellStatus::Verification::Unknown;
        refreshStatus();
    });
    connect(m_service.get(), &WorkspaceService::openProgress, this, [this](qint64 done, qint64 total) {
        if (m_startStack->currentWidget() == m_face) {
            m_face->showLoading(
                done, total, tr("%1: %2 of %3").arg(m_opening, ui::countText(done), ui::countText(total)), true);
        }
    });
    connect(m_face, &ui::Face::cancelled, m_service.get(), &WorkspaceService::cancelOpen);
    connect(m_service.get(), &WorkspaceService::changed, this, &Console::refreshHead);
    connect(m_service.get(), &WorkspaceService::headChanged, this, [this](const query::HeadView& head) {
        m_head = head;
        refreshStatus();
    });
    connect(m_service.get(), &WorkspaceService::verifyProgress, this, [this](qint64 done, qint64 total) {
        m_status.verification = ui::ShellStatus::Verification::Running;
        m_status.verificationText = tr("Verifying %1 of %2").arg(ui::countText(done), ui::countText(total));
        m_window->setStatus(m_status);
    });
    connect(m_service.get(), &WorkspaceService::verified, this, [this](const query::VerifyReport& report) {
        const bool intact = report.verdict == "intact";
        const bool alarm = !m_head.alarm.empty(); // laws kept, but not by the ledger that was seen
        m_status.verification =
            intact && !alarm ? ui::ShellStatus::Verification::Verified : ui::ShellStatus::Verification::Failed;
        const qint64 entry = report.problems.empty() ? -1 : report.problems.front().entry;
        m_status.verificationText = intact && alarm ? tr("Not the ledger that was seen")
            : intact                                ? tr("Verified %1").arg(ui::utcClock(report.checkedAt))
            : entry >= 0                            ? tr("Entry %1 breaks a law").arg(ui::countText(entry))
                                                    : tr("Incomplete");
        m_window->setStatus(m_status);
    });
}

void Console::start()
{
    m_window->resize(m_options.size);
    m_start->setRecent(m_store.recent());
    checkKeychain();
    m_window->show();
    QString path = m_options.workspace;
    if (!m_options.link.isEmpty() && path.isEmpty()) {
        showStart();
        // A sheet finds its place over a window that stands.
        QTimer::singleShot(settleMs, this, [this] { follow(m_options.link); });
        return;
    }
    if (path.isEmpty() && m_options.screen != QLatin1String("first-run")) {
        path = m_store.recent().value(0);
    }
    if (path.isEmpty() || m_options.screen == QLatin1String("first-run")) {
        showStart();
        finishLater();
        return;
    }
    open(path, m_options.readOnly, m_options.firstContact);
}

void Console::showStart()
{
    m_startStack->setCurrentWidget(m_start);
    m_window->showStart();
}

void Console::showScreen()
{
    const QString screen = m_options.screen;
    m_window->showWorkspace();
    if (screen.startsWith(QLatin1String("promotion:"))) {
        m_window->go("promotions", screen.mid(10));
    } else if (screen == QLatin1String("sign-off")) {
        m_wantsSheet = true;
        m_service->inbox().then(qApp, ui::guarded(this, [this](const Result<query::InboxView>& inbox) {
            for (const query::InboxItem& item : inbox ? inbox->items : std::vector<query::InboxItem>()) {
                if (item.promotion) {
                    m_window->go("promotions", qs(item.promotion->text()));
                    return;
                }
            }
            m_wantsSheet = false;
            m_window->go("promotions");
        }));
    } else if (!screen.isEmpty()) {
        // "people:a3" goes to something of a page
        m_window->go(screen.section(QLatin1Char(':'), 0, 0).toLatin1(), screen.section(QLatin1Char(':'), 1));
    } else if (!leadAfterOpening()) {
        showLastPlace();
    }
    m_options.screen.clear();
}

void Console::refreshHead()
{
    m_service->head().then(qApp, ui::guarded(this, [this](const Result<query::HeadView>& head) {
        if (head) {
            m_head = *head;
            refreshStatus();
        }
    }));
}

QString Console::conditionText() const
{
    using Link = query::HeadView::Link;
    if (!m_head.alarm.empty()) {
        return tr("Signing is blocked");
    }
    if (m_head.link == Link::Offline) {
        return tr("Offline: reading only");
    }
    if (m_head.serverSize > m_head.size) {
        return tr("%n entries behind", nullptr, static_cast<int>(m_head.serverSize - m_head.size));
    }
    return m_head.readOnly ? tr("Read-only") : QString();
}

/// Where what is shown comes from; of a server, whether it is reached.
QString Console::sourceText() const
{
    using Link = query::HeadView::Link;
    if (!m_isOpen) {
        return {};
    }
    if (m_head.link == Link::Local) {
        return tr("Read from this computer");
    }
    const QString host = QUrl(qs(m_head.location)).host();
    const QString server = ui::ltr(host.isEmpty() ? qs(m_head.location) : host);
    if (m_head.link != Link::Up || !m_head.alarm.empty()) {
        return tr("Own copy of %1").arg(server);
    }
    return m_head.serverSize > m_head.size ? tr("Catching up with %1").arg(server) : tr("In step with %1").arg(server);
}

void Console::refreshStatus()
{
    m_status.mode = m_head.mode == "demo" ? ui::Mode::Demo
        : m_head.mode == "single"         ? ui::Mode::Single
                                          : ui::Mode::Team;
    m_status.workspace = m_isOpen ? ui::cleanName(qs(m_head.name), 60) : QString();
    m_status.condition = conditionText();
    m_status.identity =
        m_identity.person.id.isValid() ? ui::cleanName(qs(m_identity.person.name), 60) : tr("Nobody is signed in");
    m_status.keyUnlocked = m_identity.key == IdentityView::Key::Open;
    m_status.keyState = m_status.keyUnlocked                   ? tr("key unlocked")
        : m_identity.key == IdentityView::Key::KeychainLocked  ? tr("keychain locked")
        : m_identity.key == IdentityView::Key::NeedsPassphrase ? tr("key locked")
        : m_identity.person.id.isValid()                       ? tr("no key")
                                                               : tr("reading only");
    m_status.source = sourceText();
    m_status.treeHead = !m_isOpen
        ? QString()
        : tr("Tree head %1 · %2").arg(ui::countText(m_head.size), ui::ltr(qs(m_head.root.hex()).left(8)));
    m_window->setAlarm(m_head.alarm.empty() ? QString() : tr("This is not the ledger that was seen here."),
        m_head.link == query::HeadView::Link::Local
            ? ui::readableTimes(qs(m_head.alarm))
            : tr("Nothing can be signed at this desk. What you see is your own copy, each entry verified here."));
    if (m_status.verification == ui::ShellStatus::Verification::Unknown) {
        m_status.verificationText = m_isOpen ? tr("Not verified yet") : QString();
    }
    m_window->setStatus(m_status);
}

void Console::onStatusCell(const QByteArray& cell)
{
    if (cell == "identity") {
        chooseIdentity();
    } else if (cell == "condition" && !m_head.alarm.empty()) {
        showAlarm();
    } else if (cell == "condition" && m_head.link != query::HeadView::Link::Local) {
        m_window->go("connections", QStringLiteral("server"));
    } else if (cell == "treehead" || cell == "verification" || cell == "condition") {
        m_window->go("ledger");
    }
}

void Console::onLoaded(const QByteArray& page)
{
    if (m_window->currentPage() != page) {
        return; // pages behind the shown one keep themselves up to date too
    }
    if (!m_options.workspace.isEmpty() && m_head.workspaceId.empty()) {
        return; // a page that answered before the workspace is open
    }
    if (m_wantsSheet && page == "promotions") {
        m_wantsSheet = false;
        m_promotions->review()->openSignOff(commands::Verdict::Approve);
    }
    finishLater();
}

void Console::finishLater()
{
    if (!m_options.quit || m_finishing || m_wantsSheet) {
        return;
    }
    m_finishing = true;
    QTimer::singleShot(settleMs, this, [this] {
        if (!m_options.screenshot.isEmpty() && !saveScreenshot(m_window.get(), m_options.screenshot)) {
            qCritical("The picture could not be written to %s.", qUtf8Printable(m_options.screenshot));
            QCoreApplication::exit(3);
            return;
        }
        QCoreApplication::exit(0);
    });
}

} // namespace cs::app
