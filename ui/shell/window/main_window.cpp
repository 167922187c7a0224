// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/main_window.h"

#include "ui/shell/commands/palette.h"
#include "ui/shell/commands/shortcut_sheet.h"
#include "ui/shell/window/rail.h"
#include "ui/shell/window/session_store.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace cs::ui {

namespace {

constexpr int compactBelowPx = 1100;
constexpr qsizetype historyMax = 50;

} // namespace

MainWindow::MainWindow(SessionStore& session, Prompter& prompter, QWidget* parent)
    : QMainWindow(parent)
    , m_session(session)
    , m_prompter(prompter)
    , m_commands(new CommandTable(this))
    , m_rail(new Rail)
    , m_pages(new QStackedWidget)
    , m_alarm(new Banner)
    , m_whole(new QStackedWidget)
    , m_strip(new StatusStrip)
    , m_palette(new Palette(this))
    , m_toast(new Toast(this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(960, 600);
    auto* inner = new QWidget;
    auto* row = new QHBoxLayout(inner);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    auto* pages = new QVBoxLayout;
    pages->setSpacing(0);
    pages->addWidget(m_alarm);
    pages->addWidget(m_pages, 1);
    row->addLayout(pages, 1);
    m_alarm->setObjectName(QStringLiteral("alarmBanner"));
    m_alarm->setLook(Verdict::Vetoed);
    m_alarm->hide();
    m_whole->addWidget(inner);
    auto* central = new QWidget;
    auto* column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_whole, 1);
    column->addWidget(m_strip);
    setCentralWidget(central);
    menuBar()->setNativeMenuBar(false);
    m_palette->setSource([this](const QString& typed) { return paletteItems(typed); });
    const auto sayWhy = [this](const QString& reason) { post({QStringLiteral("info"), reason, {}, {}}); };
    connect(m_palette, &Palette::refused, this, sayWhy);
    connect(m_commands, &CommandTable::refused, this, sayWhy);
    connect(m_rail, &Rail::chosen, this, [this](const QByteArray& id) { go(id); });
    connect(m_rail, &Rail::searchRequested, this, [this] { m_palette->popUp(); });
    connect(m_rail, &Rail::footChosen, this, [this](const QByteArray& id) { m_commands->run(id); });
    connect(m_strip, &StatusStrip::cellActivated, this, &MainWindow::statusCellActivated);
    connect(&Theme::instance(), &Theme::changed, this, [this] { m_toast->setBottomInset(m_strip->height()); });
    addShellCommands();
    m_rail->addFoot("help.shortcuts", tr("Help and keys"), QStringLiteral("help"));
    restoreSession();
    rebuildMenus();
    updateTitle();
}

MainWindow::~MainWindow() = default;

void MainWindow::addShellCommands()
{
    const auto add = [this](const char* id, const QString& text, const QString& help, const char* iconName,
                         const QList<QKeySequence>& keys, MenuPlace menu, std::function<void()> run) {
        m_commands->add({}, {id, text, help, QLatin1String(iconName), keys, menu, std::move(run)});
    };
    add("workspace.new", tr("New workspace…"), tr("Found a workspace: name, administrators, policy."), "add",
        {QKeySequence::New}, MenuPlace::File, [this] { Q_EMIT newRequested(); });
    add("workspace.open", tr("Open workspace…"), tr("Open a workspace file on this computer."), "folder",
        {QKeySequence::Open}, MenuPlace::File, [this] { Q_EMIT openRequested(); });
    add("workspace.example", tr("Open the example"), tr("Open the example workspace to try things."), "play", {},
        MenuPlace::File, [this] { Q_EMIT exampleRequested(); });
    add("app.quit", tr("Quit"), tr("Close the window and quit."), "close", {Qt::CTRL | Qt::Key_Q}, MenuPlace::File,
        [this] { close(); });
    addGoCommands();
    addViewCommands();
    add("help.shortcuts", tr("Keyboard shortcuts"), tr("Show all commands with their keys."), "help",
        {Qt::Key_F1, Qt::CTRL | Qt::Key_Question}, MenuPlace::Help, [this] { showShortcuts(); });
    add("help.about", tr("About Countersign"), tr("Show the version and what it was built with."), "info", {},
        MenuPlace::Help, [this] {
            const QString text = m_versionText.isEmpty() ? QStringLiteral(CS_VERSION) : m_versionText;
            m_prompter.tell(this, tr("Countersign"), text, [] {});
        });
}

void MainWindow::addGoCommands()
{
    m_commands->add({},
        {"go.palette", tr("Go to or do…"), tr("Find a place or a command by a few letters."), QStringLiteral("search"),
            {Qt::CTRL | Qt::Key_K}, MenuPlace::Go, [this] { m_palette->popUp(); }});
    m_commands->add({},
        {"go.back", tr("Back"), tr("Go to the page that was shown before."), QStringLiteral("undo"),
            {Qt::ALT | Qt::Key_Left}, MenuPlace::Go, [this] { goBack(); }});
}

void MainWindow::addViewCommands()
{
    const auto theme = [this](const char* id, const QString& text, Theme::Choice choice) {
        m_commands->add({}, {id, text, tr("Choose the colours of the window."), {}, {}, MenuPlace::View, [choice] {
                                 Theme::instance().setChoice(choice);
                             }});
    };
    theme("view.light", tr("Light"), Theme::Choice::Light);
    theme("view.dark", tr("Dark"), Theme::Choice::Dark);
    theme("view.system", tr("Follow the system"), Theme::Choice::System);
    const auto size = [this](const char* id, const QString& text, const QList<QKeySequence>& keys, int direction) {
        m_commands->add(
            {}, {id, text, tr("Change the size of all text, 100 to 200 %."), {}, keys, MenuPlace::View, [direction] {
                     if (direction == 0) {
                         Theme::instance().setTextScale(100);
                         return;
                     }
                     Theme::instance().stepTextScale(direction);
                 }});
    };
    size("view.larger", tr("Larger text"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}, 1);
    size("view.smaller", tr("Smaller text"), {Qt::CTRL | Qt::Key_Minus}, -1);
    size("view.normal", tr("Normal text"), {Qt::CTRL | Qt::Key_0}, 0);
}

void MainWindow::addPage(Page* page)
{
    m_order.append(page);
    m_pages->addWidget(page);
    m_rail->addEntry(page->navigationId(), page->title(), page->iconName());
    connectPage(page);
    addPageCommands(page);
    page->restoreState(m_session.value("page/" + page->navigationId()));
    rebuildMenus();
}

void MainWindow::connectPage(Page* page)
{
    const QByteArray id = page->navigationId();
    connect(page, &Page::goTo, this, &MainWindow::go);
    connect(page, &Page::noticed, this, &MainWindow::post);
    connect(page, &Page::commandState, m_commands, &CommandTable::setOffReason);
    connect(page, &Page::counterChanged, this,
        [this, id](int count, bool waitsForMe) { m_rail->setCounter(id, count, waitsForMe); });
}

void MainWindow::addPageCommands(Page* page)
{
    const QByteArray id = page->navigationId();
    const auto number = m_order.indexOf(page) + 1;
    QList<QKeySequence> keys;
    if (number <= 9) {
        keys.append(QKeySequence(static_cast<int>(Qt::CTRL) | static_cast<int>(Qt::Key_0 + number)));
    }
    //: %1 is the name of a page
    m_commands->add({},
        {"go." + id, page->title(), tr("Show the page %1.").arg(page->title()), page->iconName(), keys, MenuPlace::Go,
            [this, id] { go(id); }});
    for (const Command& command : page->commands()) {
        m_commands->add(id, command);
    }
}

void MainWindow::setStartPage(QWidget* start)
{
    m_start = start;
    m_whole->addWidget(start);
}

void MainWindow::showStart()
{
    if (m_start != nullptr) {
        m_whole->setCurrentWidget(m_start);
        m_commands->setContext("start");
    }
}

void MainWindow::showWorkspace()
{
    m_whole->setCurrentIndex(0);
    m_history.clear();
    m_here = {};
    if (!m_order.isEmpty()) {
        go(m_order.first()->navigationId());
    }
}

bool MainWindow::isWorkspaceShown() const
{
    return m_whole->currentIndex() == 0;
}

void MainWindow::go(const QByteArray& navigationId, const QString& target)
{
    for (Page* page : m_order) {
        if (page->navigationId() != navigationId) {
            continue;
        }
        if (!m_here.page.isEmpty() && (m_here.page != navigationId || m_here.target != target)) {
            m_history.append(m_here);
            while (m_history.size() > historyMax) {
                m_history.removeFirst();
            }
        }
        m_here = {navigationId, target};
        m_whole->setCurrentIndex(0);
        m_pages->setCurrentWidget(page);
        m_rail->setCurrent(navigationId);
        m_commands->setContext(navigationId);
        m_commands->setOffReason("go.back", m_history.isEmpty() ? tr("No page was shown before.") : QString());
        page->open(target);
        updateTitle();
        return;
    }
}

void MainWindow::goBack()
{
    if (m_history.isEmpty()) {
        return;
    }
    const Place before = m_history.takeLast();
    m_here = {};
    go(before.page, before.target);
}

QByteArray MainWindow::currentPage() const
{
    return m_here.page;
}

void MainWindow::setStatus(const ShellStatus& status)
{
    m_strip->setStatus(status);
    updateTitle();
}

void MainWindow::setAlarm(const QString& sentence, const QString& consequence)
{
    m_alarm->setVisible(!sentence.isEmpty());
    m_alarm->setText(sentence, consequence);
}

void MainWindow::post(const Notice& notice)
{
    m_toast->setBottomInset(m_strip->height());
    m_toast->post(notice);
}

void MainWindow::rebuildMenus()
{
    menuBar()->clear();
    menuBar()->setFixedHeight(scaled(28));
    const std::pair<MenuPlace, QString> menus[] = {{MenuPlace::File, tr("&File")}, {MenuPlace::Edit, tr("&Edit")},
        {MenuPlace::View, tr("&View")}, {MenuPlace::Go, tr("&Go")}, {MenuPlace::Promotion, tr("&Promotion")},
        {MenuPlace::Ledger, tr("&Ledger")}, {MenuPlace::Tools, tr("&Tools")}, {MenuPlace::Help, tr("&Help")}};
    for (const auto& [place, title] : menus) {
        QMenu* menu = nullptr;
        for (const auto& entry : m_commands->all()) {
            if (entry->command.menu != place) {
                continue;
            }
            if (menu == nullptr) {
                menu = menuBar()->addMenu(title);
                menu->setToolTipsVisible(true);
            }
            menu->addAction(entry->action);
        }
    }
}

std::vector<PaletteItem> MainWindow::paletteItems(const QString& typed)
{
    std::vector<PaletteItem> items;
    for (Page* page : m_order) {
        for (const Destination& place : page->destinations(typed)) {
            items.push_back({PaletteItem::Group::GoTo, place.icon, place.text, place.second, {}, {},
                [this, place] { go(place.navigationId, place.target); }});
        }
    }
    for (const CommandTable::Entry* entry : m_commands->available()) {
        const Command& command = entry->command;
        const bool place = command.id.startsWith("go.");
        const QString keys =
            command.keys.isEmpty() ? QString() : command.keys.first().toString(QKeySequence::NativeText);
        items.push_back({place ? PaletteItem::Group::GoTo : PaletteItem::Group::Do, command.icon, command.text,
            place ? QString() : command.help, keys, entry->offReason,
            [this, id = command.id] { m_commands->run(id); }});
    }
    return items;
}

void MainWindow::showShortcuts()
{
    auto* sheet = new ShortcutSheet(*m_commands, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void MainWindow::restoreSession()
{
    resize(1280, 800);
    restoreGeometry(m_session.value("window/geometry"));
    const QByteArray choice = m_session.value("view/theme");
    if (choice == "light" || choice == "dark") {
        Theme::instance().setChoice(choice == "dark" ? Theme::Choice::Dark : Theme::Choice::Light);
    }
    if (const int scale = m_session.value("view/textScale").toInt(); scale > 0) {
        Theme::instance().setTextScale(scale);
    }
}

void MainWindow::saveSession()
{
    m_session.setValue("window/geometry", saveGeometry());
    const Theme::Choice choice = Theme::instance().choice();
    m_session.setValue("view/theme",
        choice == Theme::Choice::Dark        ? "dark"
            : choice == Theme::Choice::Light ? "light"
                                             : "system");
    m_session.setValue("view/textScale", QByteArray::number(Theme::instance().textScale()));
    for (const Page* page : m_order) {
        m_session.setValue("page/" + page->navigationId(), page->saveState());
    }
}

void MainWindow::retranslate()
{
    addShellCommands();
    m_rail->setText("help.shortcuts", tr("Help and keys"));
    for (Page* page : m_order) {
        m_rail->setText(page->navigationId(), page->title());
        addPageCommands(page);
    }
    rebuildMenus();
    updateTitle();
}

void MainWindow::updateTitle()
{
    const ShellStatus& status = m_strip->status();
    QString title = tr("Countersign");
    if (!status.workspace.isEmpty()) {
        //: window title; %1 is the workspace
        title = tr("%1 – Countersign").arg(cleanName(status.workspace));
        if (status.mode == Mode::Demo) {
            title = tr("%1 (demo) – Countersign").arg(cleanName(status.workspace));
        }
    }
    setWindowTitle(title);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveSession();
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_rail->setCompact(width() < compactBelowPx);
}

} // namespace cs::ui
