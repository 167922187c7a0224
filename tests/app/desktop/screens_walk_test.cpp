// SPDX-License-Identifier: GPL-3.0-or-later
// Every window of the console as somebody meets it who cannot see it, or cannot use a mouse, or sees little: in both
// palettes each thing that can be pressed has a name, Tab goes as the page is read and out of everything again, and
// words stand out from their ground. What the rules are is said in tests/support/fake/reading_walk.h.
#include "app/desktop/console.h"
#include "tests/support/fake/a11y_walk.h"
#include "tests/support/fake/fake_service.h"
#include "tests/support/fake/reading_walk.h"
#include "ui/shell/commands/palette.h"
#include "ui/shell/help/help_window.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/theme/theme.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QSettings>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

using namespace cs;
using namespace cs::ui;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// The console on a workspace of values, as it stands after start.
struct Scene {
    explicit Scene(const QString& failing = {})
    {
        auto made = std::make_unique<fake::FakeService>();
        service = made.get();
        service->connectionsView = fake::connections();
        if (!failing.isEmpty()) {
            service->failures.emplace(failing, couldNot("CS-TEST", "The disk did not answer."));
        }
        app::Options options;
        options.workspace = s("lending.countersign");
        options.theme = Theme::instance().isDark() ? s("dark") : s("light");
        console = std::make_unique<app::Console>(std::move(made), clock, options);
        console->start();
        [&] { QTRY_VERIFY(window().isWorkspaceShown() || service->failures.contains(s("open"))); }();
        Q_EMIT service->identityChanged(service->identity);
    }
    MainWindow& window() { return console->window(); }
    void go(const char* page, const char* target = "")
    {
        window().go(page, s(target));
        settle();
    }
    template <class T = QWidget> T* child(const char* name)
    {
        for (T* found : window().findChildren<T*>(s(name))) {
            if (found->isVisible()) {
                return found;
            }
        }
        return nullptr;
    }
    void press(const char* name)
    {
        auto* button = child<QAbstractButton>(name);
        QVERIFY2(button != nullptr, name);
        button->click();
        settle();
    }
    /// All that was asked has been answered and drawn: the screens gather what comes in for 50 ms.
    static void settle()
    {
        QTest::qWait(120);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
    }
    Sheet* sheet()
    {
        for (auto* found : window().findChildren<Sheet*>()) {
            if (found->isVisible()) {
                return found;
            }
        }
        return nullptr;
    }

    ManualClock clock{fake::fakeNow()};
    fake::FakeService* service = nullptr;
    std::unique_ptr<app::Console> console;
};

using Faults = QStringList;

void look(const QString& where, QWidget* at, Faults& faults)
{
    if (at == nullptr) {
        faults.append(where + s(": not shown"));
        return;
    }
    for (const QString& found : fake::paleWords(at)) {
        faults.append(where + s(", pale: ") + found);
    }
    if (Theme::instance().isDark()) {
        return; // names and order have no colour
    }
    for (const QString& found : fake::unnamed(at)) {
        faults.append(where + s(", no name: ") + found);
    }
    for (const QString& found : fake::nameless(at)) {
        faults.append(where + s(", no objectName: ") + found);
    }
    const QList<QWidget*> walk = fake::tabWalk(at);
    if (walk.isEmpty()) {
        faults.append(where + s(": Tab goes nowhere"));
    }
    for (const QString& found : fake::backSteps(walk, at)) {
        faults.append(where + s(": ") + found);
    }
}

void lookAtSheet(const QString& where, Scene& scene, Faults& faults)
{
    Sheet* sheet = scene.sheet();
    // A sheet that guards its button takes no key at first; Tab is a key.
    QTRY_VERIFY(sheet == nullptr || !sheet->isGuarded());
    look(where, sheet, faults);
    if (sheet != nullptr) {
        sheet->close();
    }
    Scene::settle();
}

void verify(const Faults& faults)
{
    for (const QString& fault : faults) {
        qWarning("%s", qUtf8Printable(fault)); // a message of QVERIFY is cut
    }
    QVERIFY2(faults.isEmpty(), qPrintable(s("%1 faults").arg(faults.size())));
}

/// A new enrolment begins with the file that somebody hands over; what is in it, the service of values says.
void enrol(Scene& scene, Faults& faults)
{
    QTemporaryFile proof(QDir::tempPath() + s("/proof-XXXXXX.json"));
    QVERIFY(proof.open());
    scene.press("enrol");
    auto* dialog = scene.window().findChild<QFileDialog*>();
    QVERIFY(dialog != nullptr);
    auto* name = dialog->findChild<QLineEdit*>(s("fileNameEdit"));
    QVERIFY(name != nullptr);
    name->setText(proof.fileName());
    static_cast<QDialog*>(dialog)->done(QDialog::Accepted);
    Scene::settle();
    lookAtSheet(s("enrol"), scene, faults);
}

struct Stop {
    const char* name;
    const char* page;
    const char* target;
};

} // namespace

class ScreensWalkTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        Theme::instance().install(*qApp);
        Theme::instance().setTextScale(100);
    }
    void init() { QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_home.path()); }
    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }

    void everyPage_data() { palettes(); }
    void everyPage()
    {
        usePalette();
        Scene scene;
        Faults faults;
        const Stop stops[] = {{"inbox", "inbox", ""}, {"models", "models", "list"}, {"flow", "flow", ""},
            {"flow, gate", "flow", "staging-to-canary"}, {"promotions", "promotions", "list"},
            {"review", "promotions", "p1244"}, {"raci", "raci", ""}, {"ledger", "ledger", "1281"},
            {"connections", "connections", "r51"}, {"people", "people", "a1"}, {"settings", "settings", ""}};
        for (const Stop& stop : stops) {
            scene.go(stop.page, stop.target);
            look(s(stop.name), &scene.window(), faults);
        }
        verify(faults);
    }

    void everyPageFromTheRight()
    {
        Theme::instance().setChoice(Theme::Choice::Light);
        QApplication::setLayoutDirection(Qt::RightToLeft);
        Scene scene;
        Faults faults;
        for (const char* page :
            {"inbox", "models", "flow", "promotions", "raci", "ledger", "connections", "people", "settings"}) {
            scene.go(page);
            look(s(page) + s(" from the right"), &scene.window(), faults);
        }
        verify(faults);
    }

    void everyTabAndTwin_data() { palettes(); }
    void everyTabAndTwin()
    {
        usePalette();
        Scene scene;
        Faults faults;
        const auto tabs = [&](const char* name, const char* where) {
            auto* bar = scene.child<QTabBar>(name);
            QVERIFY2(bar != nullptr, name);
            for (int tab = 0; tab < bar->count(); ++tab) {
                bar->setCurrentIndex(tab);
                Scene::settle();
                look(s(where) + s(", ") + bar->tabText(tab), &scene.window(), faults);
            }
        };
        scene.go("models", "v14");
        tabs("versionTabs", "version");
        scene.go("promotions", "p1244");
        tabs("evidenceTabs", "review");
        scene.press("discussButton");
        look(s("discussion"), &scene.window(), faults);
        scene.go("ledger", "1281");
        tabs("entryTabs", "entry");
        scene.go("flow");
        scene.press("flowAsList");
        look(s("flow as list"), &scene.window(), faults);
        scene.press("flowPace");
        look(s("pace"), &scene.window(), faults);
        scene.go("people");
        for (const char* list : {"roles", "delegations", "administrators"}) {
            auto* segments = scene.child<Segments>("peopleSegments");
            segments->setCurrent(s(list));
            Q_EMIT segments->currentChanged(s(list));
            Scene::settle();
            look(s("people, ") + s(list), &scene.window(), faults);
        }
        auto* side = scene.child<Segments>("peopleSideChoice");
        side->setCurrent(s("keychain"));
        Q_EMIT side->currentChanged(s("keychain"));
        Scene::settle();
        look(s("keychain"), &scene.window(), faults);
        verify(faults);
    }

    void everySheet_data() { palettes(); }
    void everySheet()
    {
        usePalette();
        Scene scene;
        Faults faults;
        const auto pressed = [&](const char* where, const char* button) {
            scene.press(button);
            lookAtSheet(s(where), scene, faults);
        };
        scene.go("flow", "propose:v1014");
        lookAtSheet(s("propose"), scene, faults);
        scene.go("promotions", "p1244");
        for (const char* button : {"approveButton", "requestChangesButton", "rejectButton"}) {
            pressed(button, button);
        }
        scene.go("connections", "r51");
        pressed("add registry", "addRegistry");
        pressed("change registry", "changeRegistry");
        pressed("remove registry", "removeRegistry");
        scene.go("people", "a2");
        pressed("case of enrolment", "bannerAction");
        enrol(scene, faults);
        pressed("create key", "createKey");
        pressed("rotate key", "rotateKey");
        pressed("grant a role", "grantRole");
        pressed("revoke", "revokeKey");
        pressed("compromise", "compromiseKey");
        scene.window().commands().run("help.shortcuts");
        Scene::settle();
        lookAtSheet(s("shortcuts"), scene, faults);
        scene.window().commands().run("about.countersign");
        Scene::settle();
        lookAtSheet(s("about"), scene, faults);
        verify(faults);
    }

    void startHelpAndPalette_data() { palettes(); }
    void startHelpAndPalette()
    {
        usePalette();
        Scene scene;
        Faults faults;
        scene.window().commands().run("help.handbook");
        Scene::settle();
        auto* help = scene.window().findChild<HelpWindow*>();
        look(s("handbook"), help, faults);
        help->close();
        scene.window().commands().run("way.palette");
        Scene::settle();
        auto* palette = scene.child<Palette>("palette");
        QVERIFY(palette != nullptr);
        for (const QString& found : fake::unnamed(palette) + fake::nameless(palette) + fake::paleWords(palette)) {
            faults.append(s("palette: ") + found);
        }
        palette->close();
        scene.window().commands().run("workspace.new");
        Scene::settle();
        lookAtSheet(s("new workspace"), scene, faults);
        look(s("start"), &scene.window(), faults);
        verify(faults);
    }

    void everyFaceOfAnError_data() { palettes(); }
    void everyFaceOfAnError()
    {
        usePalette();
        Faults faults;
        for (const auto& [call, page] : {std::pair("open", ""), std::pair("inbox", "inbox"),
                 std::pair("findVersions", "models"), std::pair("flow", "flow"), std::pair("promotions", "promotions"),
                 std::pair("raci", "raci"), std::pair("findEntries", "ledger"), std::pair("connections", "connections"),
                 std::pair("people", "people")}) {
            Scene scene(s(call));
            Scene::settle();
            if (*page != '\0') {
                scene.go(page);
            }
            look(s("error of ") + s(call), &scene.window(), faults);
        }
        verify(faults);
    }

private:
    static void palettes()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    static void usePalette()
    {
        QFETCH(bool, dark);
        Theme::instance().setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    }

    QTemporaryDir m_home;
};

QTEST_MAIN(ScreensWalkTest)
#include "screens_walk_test.moc"
