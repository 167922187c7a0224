// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/main_window.h"

#include "ui/shell/commands/palette.h"
#include "ui/shell/commands/shortcut_sheet.h"
#include "ui/shell/settings/preferences.h"
#include "ui/shell/window/link.h"
#include "ui/shell/window/menus.h"
#include "ui/shell/window/rail.h"
#include "ui/shell/window/rail_order.h"
#include "ui/shell/window/session_store.h"
#include "ui/shell/window/shell_commands.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chips/verdict_chip.h"
#include "ui/widgets/fold_pane.h"
#include "ui/widgets/reading_order.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace cs::ui {

MainWindow::MainWindow(SessionStore& session, Prompter& prompter, Preferences& preferences, QWidget* parent)
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
    , m_shell(new ShellCommands(*this, *m_commands, preferences, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setMinimumSize(960, 600);
    build();
    m_palette->setSource([this](const QString& typed) { return paletteItems(typed); });
    const auto say = [this](const char* icon) {
        return [this, icon](const QString& words) { post({QString::fromLatin1(icon), words, {}, {}}); };
    };
    connect(m_palette, &Palette::refused, this, say("info"));
    connect(m_commands, &CommandTable::refused, this, say("info"));
    connect(&preferences, &Preferences::notSaved, this, say("failed"));
    connect(m_alarm, &Banner::actionTriggered, this, &MainWindow::alarmAsked);
    connect(m_rail, &Rail::chosen, this, [this](const QByteArray& id) { go(id); });
    connect(m_rail, &Rail::searchRequested, this, [this] { m_palette->popUp(); });
    connect(m_rail, &Rail::footChosen, this, [this](const QByteArray& id) { m_commands->run(id); });
    connect(m_strip, &StatusStrip::cellActivated, this, &MainWindow::statusCellActivated);
    connect(&Theme::instance(), &Theme::changed, this, [this] {
        menuBar()->setFixedHeight(scaled(28));
        m_toast->setBottomInset(m_strip->height());
        m_rail->setCompact(isNarrow(width()));
    });
    m_shell->add();
    m_rail->addFoot("help.handbook", tr("Help and keys"), QStringLiteral("help"));
    restoreSession();
    rebuildMenus();
    updateTitle();
    updateWay();
}

MainWindow::~MainWindow() = default;

void MainWindow::build()
{
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
}

void MainWindow::addPage(Page* page)
{
    const RailPlace place = railPlace(page->navigationId());
    const auto before = std::find_if(m_order.begin(), m_order.end(),
        [&place](const Page* other) { return place < railPlace(other->navigationId()); });
    m_order.insert(before, page);
    m_pages->addWidget(page);
    m_rail->addEntry(page->navigationId(), page->title(), page->iconName());
    connectPage(page);
    for (const Command& command : page->commands()) {
        m_commands->add(page->navigationId(), command);
    }
    page->restoreState(m_session.value("page/" + page->navigationId()));
    renumberPages();
    rebuildMenus();
}

bool MainWindow::focusNextPrevChild(bool next)
{
    return tabAsLaidOut(this, next); // pages make parts of themselves anew as they go
}

void MainWindow::connectPage(Page* page)
{
    const QByteArray id = page->navigationId();
    connect(page, &Page::goTo, this, &MainWindow::go);
    connect(page, &Page::visited, this, [this, id](const QString& target) { onVisited(id, target); });
    connect(page, &Page::noticed, this, &MainWindow::post);
    connect(page, &Page::linkAsked, this, [this, id](const QString& target) {
        copyLinkTo({id, target}, tr("Copied the link %1.").arg(ltr(linkText({m_workspaceId, {id, target}}))));
    });
    connect(page, &Page::commandState, m_commands, &CommandTable::setOffReason);
    connect(page, &Page::counterChanged, this,
        [this, id](int count, bool waitsForMe) { m_rail->setCounter(id, count, waitsForMe); });
}

void MainWindow::renumberPages()
{
    for (Page* page : m_order) {
        addPageCommands(page);
    }
}

void MainWindow::addPageCommands(Page* page)
{
    const QByteArray id = page->navigationId();
    const bool foot = railPlace(id).group == RailGroup::Foot;
    const auto number = m_order.indexOf(page) + 1;
    QList<QKeySequence> keys;
    if (foot) {
        keys.append(QKeySequence(Qt::CTRL | Qt::Key_Comma)); // the settings alone stand there
    } else if (number <= 9) {
        keys.append(QKeySequence(static_cast<int>(Qt::CTRL) | static_cast<int>(Qt::Key_0 + number)));
    }
    //: %1 is the name of a page
    const QString help = tr("Show the page %1.").arg(page->title());
    m_commands->add({},
        {foot ? QByteArray(id + ".show") : QByteArray("go." + id), page->title(), help, page->iconName(), keys,
            foot ? MenuPlace::Tools : MenuPlace::Go, [this, id] { go(id); }});
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
    if (!m_order.isEmpty()) {
        go(m_order.first()->navigationId());
    }
}

bool MainWindow::isWorkspaceShown() const
{
    return m_whole->currentIndex() == 0;
}

Page* MainWindow::pageOf(const QByteArray& navigationId) const
{
    const auto found = std::ranges::find(m_order, navigationId, &Page::navigationId);
    return found == m_order.end() ? nullptr : *found;
}

bool MainWindow::hasPage(const QByteArray& navigationId) const
{
    return pageOf(navigationId) != nullptr;
}

void MainWindow::go(const QByteArray& navigationId, const QString& target)
{
    if (hasPage(navigationId)) {
        m_history.visit({navigationId, target});
        showPlace(m_history.here());
    }
}

void MainWindow::goBack()
{
    if (const auto place = m_history.back()) {
        showPlace(*place);
    }
}

void MainWindow::goForward()
{
    if (const auto place = m_history.forward()) {
        showPlace(*place);
    }
}

void MainWindow::showPlace(const Place& place)
{
    const Place shown = place; // opening may refine what the history holds
    Page* page = pageOf(shown.page);
    m_whole->setCurrentIndex(0);
    m_pages->setCurrentWidget(page);
    m_rail->setCurrent(shown.page);
    m_commands->setContext(shown.page);
    page->open(shown.target);
    updateWay();
    updateTitle();
}

void MainWindow::onVisited(const QByteArray& page, const QString& target)
{
    if (page == m_history.here().page) {
        m_history.refine(target);
        updateWay();
    }
}

void MainWindow::updateWay()
{
    m_shell->setWay(m_history.canGoBack(), m_history.canGoForward());
}

void MainWindow::copyLink()
{
    copyLinkTo(m_history.here(), tr("Copied a link to what is shown."));
}

void MainWindow::copyLinkTo(const Place& place, const QString& done)
{
    if (m_workspaceId.isEmpty() || !isWorkspaceShown()) {
        post({QStringLiteral("info"), tr("Open a workspace first; a link leads into one."), {}, {}});
        return;
    }
    QGuiApplication::clipboard()->setText(linkText({m_workspaceId, place}));
    post({QStringLiteral("link"), done, {}, {}});
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
    m_alarm->setAction(tr("What happened…"));
}

void MainWindow::post(const Notice& notice)
{
    m_toast->setBottomInset(m_strip->height());
    m_toast->post(notice);
}

void MainWindow::rebuildMenus()
{
    buildMenus(*menuBar(), *m_commands);
}

void MainWindow::popUpPalette(const QString& typed)
{
    m_palette->popUp(typed);
}

std::vector<PaletteItem> MainWindow::paletteItems(const QString& typed)
{
    std::vector<PaletteItem> items;
    if (isLink(typed)) {
        items.push_back({PaletteItem::Group::GoTo, QStringLiteral("link"), typed.trimmed(), tr("open this link"), {},
            {}, [this, typed] { Q_EMIT linkEntered(typed); }});
    }
    for (Page* page : m_order) {
        for (const Destination& place : page->destinations(typed)) {
            items.push_back({PaletteItem::Group::GoTo, place.icon, place.text, place.second, {}, {},
                [this, place] { go(place.navigationId, place.target); }});
        }
    }
    for (const CommandTable::Entry* entry : m_commands->available()) {
        const Command& command = entry->command;
        const bool place = command.id.startsWith("go.") || command.id == "settings.show";
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
    connect(sheet, &ShortcutSheet::printAsked, this, &MainWindow::printAsked);
    connect(sheet, &ShortcutSheet::pdfAsked, this, &MainWindow::pdfAsked);
    sheet->open();
}

void MainWindow::showAbout()
{
    const QString text = m_versionText.isEmpty() ? QStringLiteral(CS_VERSION) : m_versionText;
    m_prompter.tell(this, tr("Countersign"), text, [] {});
}

void MainWindow::restoreSession()
{
    resize(1280, 800);
    restoreGeometry(m_session.value("window/geometry"));
}

void MainWindow::saveSession()
{
    m_session.setValue("window/geometry", saveGeometry());
    for (const Page* page : m_order) {
        m_session.setValue("page/" + page->navigationId(), page->saveState());
    }
}

void MainWindow::retranslate()
{
    m_shell->add();
    m_rail->setText("help.handbook", tr("Help and keys"));
    for (Page* page : m_order) {
        m_rail->setText(page->navigationId(), page->title());
        for (const Command& command : page->commands()) {
            m_commands->add(page->navigationId(), command);
        }
    }
    renumberPages();
    updateWay();
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
    m_rail->setCompact(isNarrow(width()));
}

} // namespace cs::ui
