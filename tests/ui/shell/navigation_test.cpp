// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/fakes.h"
#include "ui/shell/commands/command_table.h"
#include "ui/shell/commands/palette.h"
#include "ui/shell/window/history.h"
#include "ui/shell/window/link.h"
#include "ui/shell/window/main_window.h"
#include "ui/shell/window/rail.h"
#include "ui/widgets/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace cs;
using namespace cs::ui;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const QString workspace = s("0123456789abcdef0123456789abcdef");

struct Stage {
    MemorySession session;
    FakePrompter prompter;
    FakeSettings settings;
    MainWindow window{session, prompter, settings.preferences};
    QHash<QByteArray, FakePage*> pages;

    explicit Stage(const QList<QByteArray>& ids)
    {
        for (const QByteArray& id : ids) {
            pages[id] = new FakePage(id, QString::fromLatin1(id), s("inbox"));
            window.addPage(pages[id]);
        }
        window.setWorkspaceId(workspace);
        window.show();
        QApplication::setActiveWindow(&window);
        window.showWorkspace();
    }
    QString offReason(const char* id) { return window.commands().find(id)->offReason; }
};

} // namespace

class NavigationTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void historyGoesBackAndForwardAndDropsWhatLiesAhead()
    {
        History history;
        history.visit({"inbox", {}});
        history.visit({"promotions", s("p9")});
        history.visit({"promotions", s("p9")}); // again: no step
        history.visit({"ledger", s("7")});
        QCOMPARE(history.back()->target, s("p9"));
        QCOMPARE(history.back()->page, QByteArray("inbox"));
        QVERIFY(!history.back());
        QCOMPARE(history.forward()->target, s("p9"));
        history.visit({"models", {}});
        QVERIFY(!history.canGoForward());
        QCOMPARE(history.back()->target, s("p9"));
    }

    void aPageThatSaysWhatItShowsRefinesItsStep()
    {
        History history;
        history.visit({"promotions", {}});
        history.refine(s("list")); // the answer to "as it was"
        QVERIFY(!history.canGoBack());
        history.refine(s("p9"));
        QCOMPARE(history.back()->target, s("list"));
        history.visit({"promotions", s("#41")});
        history.refine(s("p9"));
        QCOMPARE(history.here().target, s("p9"));
        QCOMPARE(history.back()->target, s("list"));
    }

    void historyIsBounded()
    {
        History history;
        for (int i = 0; i < 3 * History::lengthMax; ++i) {
            history.visit({"ledger", QString::number(i)});
        }
        qsizetype steps = 0;
        while (history.back()) {
            ++steps;
        }
        QCOMPARE(steps, History::lengthMax);
    }

    void altLeftAndRightWalkTheWay()
    {
        Stage stage({"inbox", "ledger"});
        QVERIFY(!stage.offReason("way.back").isEmpty());
        stage.window.go("ledger", s("1281"));
        QCOMPARE(stage.offReason("way.back"), QString());
        QVERIFY(!stage.offReason("way.forward").isEmpty());
        QTest::keyClick(&stage.window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(stage.window.currentPage(), QByteArray("inbox"));
        QTest::keyClick(&stage.window, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(stage.window.currentPage(), QByteArray("ledger"));
        QCOMPARE(stage.pages["ledger"]->opened.last(), s("1281"));
        Q_EMIT stage.pages["ledger"]->visited(s("1290")); // the user chose another entry there
        QTest::keyClick(&stage.window, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(stage.pages["ledger"]->opened.last(), s("1281"));
        Q_EMIT stage.pages["inbox"]->visited(s("not shown")); // a page behind the shown one changes no way
        QCOMPARE(stage.window.place().target, s("1281"));
    }

    void pagesFallInTheirPlaceOfTheRail()
    {
        Stage stage({"people", "ledger", "settings", "inbox", "raci", "models", "promotions", "flow", "later"});
        const auto* rail = stage.window.findChild<Rail*>();
        QCOMPARE(rail->entries(),
            (QList<QByteArray>{
                "inbox", "models", "flow", "promotions", "raci", "ledger", "people", "later", "settings"}));
        const auto* group = rail->findChild<QWidget*>(s("railGroup_1"));
        QVERIFY(group != nullptr && group->y() < rail->findChild<QWidget*>(s("rail_raci"))->y());
        QVERIFY(group->y() > rail->findChild<QWidget*>(s("rail_promotions"))->y());
        QTest::keyClick(&stage.window, Qt::Key_3, Qt::ControlModifier);
        QCOMPARE(stage.window.currentPage(), QByteArray("flow"));
        QTest::keyClick(&stage.window, Qt::Key_6, Qt::ControlModifier);
        QCOMPARE(stage.window.currentPage(), QByteArray("ledger"));
        QTest::keyClick(&stage.window, Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(stage.window.currentPage(), QByteArray("settings"));
        QCOMPARE(stage.window.commands().conflicts(), QStringList());
    }

    void menusHaveLinesBetweenTheirGroups()
    {
        Stage stage({"inbox"});
        stage.pages["inbox"]->own = {};
        int menus = 0;
        for (const QAction* title : stage.window.menuBar()->actions()) {
            const QList<QAction*> actions = title->menu()->actions();
            QVERIFY2(!actions.first()->isSeparator() && !actions.last()->isSeparator(), qPrintable(title->text()));
            menus += std::any_of(actions.begin(), actions.end(), [](const QAction* a) { return a->isSeparator(); });
        }
        QVERIFY2(menus >= 4, "File, View, Go and Help have groups");
    }

    void linksComeBackAsTheyWent_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("target");
        QTest::newRow("promotion") << s("countersign://%1/promotions/p9").arg(workspace) << s("promotions") << s("p9");
        QTest::newRow("upper case, spaces, slash")
            << s("  CounterSign://%1/Models/v14/ ").arg(workspace.toUpper()) << s("models") << s("v14");
        QTest::newRow("filter") << s("countersign://%1/flow/filter%3Arisk%20high").arg(workspace) << s("flow")
                                << s("filter:risk high");
        QTest::newRow("workspace alone") << s("countersign://%1").arg(workspace) << QString() << QString();
    }
    void linksComeBackAsTheyWent()
    {
        QFETCH(QString, text);
        const auto link = parseLink(text);
        QVERIFY2(link.has_value(), link ? "" : qPrintable(link.error().message()));
        QCOMPARE(link->workspace, workspace);
        QTEST(QString::fromLatin1(link->place.page), "page");
        QTEST(link->place.target, "target");
        QCOMPARE(*parseLink(linkText(*link)), *link);
    }

    void hostileLinksAreRefusedWithASentence_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const QString& text) { QTest::newRow(name) << text; };
        row("no id", s("countersign://promotions/p9"));
        row("other scheme", s("https://%1/promotions/p9").arg(workspace));
        row("path as id", s("countersign://../../etc/passwd"));
        row("opens a sheet", s("countersign://%1/flow/propose:v14").arg(workspace));
        row("encoded", s("countersign://%1/flow/propose%3Av14").arg(workspace));
        row("sub-path", s("countersign://%1/promotions/p9/../../x").arg(workspace));
        row("control character", s("countersign://%1/models/filter:a%0Ab").arg(workspace));
        row("direction", s("countersign://%1/models/filter:a%E2%80%AEb").arg(workspace));
        row("page", s("countersign://%1/%3Cb%3E/p9").arg(workspace));
        row("long", s("countersign://%1/models/").arg(workspace) + QString(5000, QLatin1Char('v')));
    }
    void hostileLinksAreRefusedWithASentence()
    {
        QFETCH(QString, text);
        const auto link = parseLink(text);
        QVERIFY(!link);
        QCOMPARE(link.error().code(), s("CS-LINK-FORM"));
        QVERIFY(link.error().message().size() < 300);
    }

    void copyLinkNamesWhatIsShown()
    {
        Stage stage({"inbox", "models"});
        stage.window.go("models", s("v14"));
        stage.window.commands().run("link.copy");
        QCOMPARE(QGuiApplication::clipboard()->text(), s("countersign://%1/models/v14").arg(workspace));
        stage.window.go("models", s("propose:v14"));
        stage.window.commands().run("link.copy");
        QCOMPARE(QGuiApplication::clipboard()->text(), s("countersign://%1/models").arg(workspace));
    }

    void aLinkInThePaletteIsHandedOn()
    {
        Stage stage({"inbox"});
        QSignalSpy entered(&stage.window, &MainWindow::linkEntered);
        auto* palette = stage.window.findChild<Palette*>();
        palette->popUp();
        auto* field = palette->findChild<QLineEdit*>(s("paletteField"));
        field->setText(s("countersign://%1/inbox").arg(workspace));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(entered.count(), 1);
        QVERIFY(!palette->isVisible());
    }
};

QTEST_MAIN(NavigationTest)
#include "navigation_test.moc"
