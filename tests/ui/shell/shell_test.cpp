// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shell/fakes.h"

#include "tests/support/fake/a11y_walk.h"
#include "ui/shell/commands/command_table.h"
#include "ui/shell/commands/fuzzy.h"
#include "ui/shell/commands/palette.h"
#include "ui/shell/i18n/language.h"
#include "ui/shell/start/first_run_page.h"
#include "ui/shell/start/founding_sheet.h"
#include "ui/shell/widget_prompter.h"
#include "ui/shell/window/main_window.h"
#include "ui/shell/window/rail.h"
#include "ui/widgets/button.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/theme/theme.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

#include <memory>

using namespace cs::ui;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// Turns every text into «text», so that what was not translated again stands out.
class BracketTranslator final : public QTranslator {
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* text, const char*, int) const override
    {
        return QString(QChar(0xAB) + QString::fromUtf8(text) + QChar(0xBB));
    }
};

struct Stage {
    MemorySession session;
    FakePrompter prompter;
    FakeSettings settings;
    std::unique_ptr<MainWindow> window;
    FakePage* inbox = nullptr;
    FakePage* ledger = nullptr;
    int approvals = 0;

    Stage()
    {
        window = std::make_unique<MainWindow>(session, prompter, settings.preferences);
        inbox = new FakePage("inbox", s("Inbox"), s("inbox"));
        inbox->own = {{"approval.open", s("Open review"), s("Open the selected promotion."), s("sign"),
            {Qt::CTRL | Qt::Key_Return}, MenuPlace::Promotion, [this] { ++approvals; }}};
        ledger = new FakePage("ledger", s("Ledger"), s("ledger"));
        ledger->places = {{s("ledger"), s("Entry 1,281"), s("promotion.approved"), "ledger", s("1281")}};
        window->addPage(inbox);
        window->addPage(ledger);
        window->show();
        QApplication::setActiveWindow(window.get());
        window->showWorkspace();
    }
};

} // namespace

class ShellTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }
    void cleanup()
    {
        Theme::instance().setChoice(Theme::Choice::Light);
        Theme::instance().setTextScale(100);
    }

    void fuzzyFindsBestFirst()
    {
        QVERIFY(!fuzzyMatch(s("xyz"), s("Open review")));
        QVERIFY(fuzzyMatch(s("OR"), s("Open review")));
        QVERIFY(fuzzyMatch(s("open"), s("Open review"))->score > fuzzyMatch(s("open"), s("Reopen"))->score);
        QVERIFY(fuzzyMatch(s("or"), s("Open review"))->score < fuzzyMatch(s("open"), s("Open review"))->score);
        QCOMPARE(fuzzyMatch(s("rev"), s("Open review"))->positions, (QList<int>{5, 6, 7}));
        QVERIFY(fuzzyMatch({}, s("anything")));
    }

    void paletteModelGroupsAndFilters()
    {
        PaletteModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        const PaletteItem place{PaletteItem::Group::GoTo, {}, s("mortgage-approval v14"), s("canary"), {}, {}, {}};
        const PaletteItem act{PaletteItem::Group::Do, {}, s("Compare mortgage"), {}, {}, {}, {}};
        const PaletteItem other{PaletteItem::Group::Do, {}, s("Export"), {}, {}, {}, {}};
        model.setItems({place, act, other}, s("mort"));
        QCOMPARE(model.matches(), 2);
        QCOMPARE(model.rowCount(), 4); // two headings
        QVERIFY(model.index(0, 0).data(PaletteModel::HeadingRole).toBool());
        QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsSelectable));
        model.setItems({place, act, other}, s(">mort"));
        QCOMPARE(model.matches(), 1);
        QCOMPARE(model.index(1, 0).data().toString(), s("Compare mortgage"));
        model.setItems({place, act, other}, s("canary")); // found in the second text
        QCOMPARE(model.matches(), 1);
    }

    void commandsDoNotConflict()
    {
        Stage stage;
        QCOMPARE(stage.window->commands().conflicts(), QStringList());
        stage.window->commands().add({}, {"x", s("X"), {}, {}, {Qt::CTRL | Qt::Key_K}, MenuPlace::None, {}});
        QCOMPARE(stage.window->commands().conflicts().size(), 1);
    }

    void everyCommandSaysWhatItDoes()
    {
        Stage stage;
        for (const auto& entry : stage.window->commands().all()) {
            QVERIFY2(!entry->command.text.isEmpty() && !entry->command.help.isEmpty(), entry->command.id.constData());
        }
    }

    void shortcutsWorkInTheirPageOnly()
    {
        Stage stage;
        QTest::keyClick(stage.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(stage.approvals, 1);
        QTest::keyClick(stage.window.get(), Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(stage.window->currentPage(), QByteArray("ledger"));
        QTest::keyClick(stage.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(stage.approvals, 1);
    }

    void offCommandAnswersItsKeysWithTheReason()
    {
        Stage stage;
        QSignalSpy refused(&stage.window->commands(), &CommandTable::refused);
        Q_EMIT stage.inbox->commandState("approval.open", s("Nothing is selected."));
        QTest::keyClick(stage.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(stage.approvals, 0);
        QCOMPARE(refused.count(), 1);
        QCOMPARE(refused.first().first().toString(), s("Nothing is selected."));
        const QAction* action = stage.window->commands().action("approval.open");
        QVERIFY(!action->isEnabled());
        QCOMPARE(action->statusTip(), s("Nothing is selected."));
        Q_EMIT stage.inbox->commandState("approval.open", {});
        QTest::keyClick(stage.window.get(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(stage.approvals, 1);
    }

    void boundButtonFollowsItsCommand()
    {
        Stage stage;
        Button button(Button::Kind::Primary);
        button.bindAction(stage.window->commands().action("approval.open"));
        QCOMPARE(button.text(), s("Open review"));
        stage.window->commands().setOffReason("approval.open", s("Nothing is selected."));
        QVERIFY(button.isOff());
        button.click();
        QCOMPARE(stage.approvals, 0);
        stage.window->commands().setOffReason("approval.open", {});
        button.click();
        QCOMPARE(stage.approvals, 1);
    }

    void paletteGoesAndDoes()
    {
        Stage stage;
        auto* palette = stage.window->findChild<Palette*>();
        QTest::keyClick(stage.window.get(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(palette->isVisible());
        auto* field = palette->findChild<QLineEdit*>(s("paletteField"));
        QTest::keyClicks(field, s("1,281"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(!palette->isVisible());
        QCOMPARE(stage.window->currentPage(), QByteArray("ledger"));
        QCOMPARE(stage.ledger->opened.last(), s("1281"));
        QTest::keyClick(stage.window.get(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClick(field, Qt::Key_Escape);
        QVERIFY(!palette->isVisible());
    }

    void paletteRowThatIsOffSaysWhy()
    {
        Stage stage;
        stage.window->commands().setOffReason("approval.open", s("Nothing is selected."));
        auto* palette = stage.window->findChild<Palette*>();
        QSignalSpy refused(palette, &Palette::refused);
        palette->popUp(s(">open review"));
        QTest::keyClick(palette->findChild<QLineEdit*>(s("paletteField")), Qt::Key_Return);
        QCOMPARE(refused.count(), 1);
        QVERIFY(palette->isVisible());
        QCOMPARE(stage.approvals, 0);
    }

    void backReturnsToTheSameTarget()
    {
        Stage stage;
        stage.window->go("ledger", s("1281"));
        stage.window->go("inbox");
        QTest::keyClick(stage.window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(stage.window->currentPage(), QByteArray("ledger"));
        QCOMPARE(stage.ledger->opened.last(), s("1281"));
        stage.window->go("nowhere");
        QCOMPARE(stage.window->currentPage(), QByteArray("ledger"));
    }

    void railCollapsesInNarrowWindows()
    {
        Stage stage;
        auto* rail = stage.window->findChild<Rail*>();
        stage.window->resize(1280, 800);
        QVERIFY(!rail->isCompact());
        stage.window->resize(1000, 700);
        QVERIFY(rail->isCompact());
        QVERIFY(rail->width() <= scaled(52));
        QVERIFY(!rail->findChild<QWidget*>(s("rail_inbox"))->toolTip().isEmpty());
    }

    void statusMarksDemoAndOpensItsScreens()
    {
        Stage stage;
        ShellStatus status;
        status.mode = Mode::Demo;
        status.workspace = s("Mortgage models");
        status.identity = s("Model-risk manager");
        status.verification = ShellStatus::Verification::Verified;
        status.verificationText = s("Verified 14:02");
        stage.window->setStatus(status);
        QVERIFY(stage.window->windowTitle().contains(s("demo")));
        QSignalSpy activated(stage.window.get(), &MainWindow::statusCellActivated);
        auto* cell = stage.window->findChild<QAbstractButton*>(s("status_verification"));
        QVERIFY(cell->isVisible());
        QTest::mouseClick(cell, Qt::LeftButton);
        QCOMPARE(activated.first().first().toByteArray(), QByteArray("verification"));
        QVERIFY(stage.window->findChild<QWidget*>(s("status_mode"))->isVisible());
        status.mode = Mode::Team;
        stage.window->setStatus(status);
        QVERIFY(!stage.window->findChild<QWidget*>(s("status_mode"))->isVisible());
    }

    void anAlarmStandsAboveEveryPageUntilItIsOver()
    {
        Stage stage;
        auto* banner = stage.window->findChild<QWidget*>(s("alarmBanner"));
        QVERIFY(banner && banner->isHidden());
        stage.window->setAlarm(s("Newer entries are gone."), s("Nothing can be signed."));
        QVERIFY(!banner->isHidden());
        stage.window->go("ledger");
        QVERIFY(!banner->isHidden());
        stage.window->setAlarm({}, {});
        QVERIFY(banner->isHidden());
    }

    void sessionComesBack()
    {
        MemorySession session;
        FakePrompter prompter;
        FakeSettings settings;
        {
            MainWindow window(session, prompter, settings.preferences);
            auto* page = new FakePage("inbox", s("Inbox"), s("inbox"));
            window.addPage(page);
            page->state = "columns";
            window.show();
            window.close();
        }
        MainWindow window(session, prompter, settings.preferences);
        auto* page = new FakePage("inbox", s("Inbox"), s("inbox"));
        window.addPage(page);
        QCOMPARE(page->state, QByteArray("columns"));
    }

    void languageSwitchReachesTheShell()
    {
        Stage stage;
        BracketTranslator translator;
        QApplication::installTranslator(&translator);
        QApplication::sendPostedEvents();
        for (const QAction* menu : stage.window->menuBar()->actions()) {
            QVERIFY2(menu->text().contains(QChar(0xAB)), qPrintable(menu->text()));
        }
        for (const auto& entry : stage.window->commands().all()) {
            const bool shell = entry->context.isEmpty() && !entry->command.id.startsWith("go.")
                && entry->command.id != "language.en" && entry->command.id != "language.de";
            QVERIFY2(!shell || entry->action->text().contains(QChar(0xAB)), entry->command.id.constData());
        }
        QApplication::removeTranslator(&translator);
        QApplication::sendPostedEvents();
        QVERIFY(!stage.window->menuBar()->actions().first()->text().contains(QChar(0xAB)));
    }

    void englishPluralsAreWords()
    {
        Language language(*qApp);
        QVERIFY(Language::available().contains(s("en")));
        QVERIFY(language.use(QLocale(QLocale::English)));
        QWidget window;
        FakePrompter prompter;
        FoundingSheet sheet(shippedPolicies(), prompter, &window);
        const QString words = sheet.findChild<QLabel*>(s("foundingOfHowMany"))->text();
        QVERIFY2(words.startsWith(s("of 2 administrators must")), qPrintable(words));
    }

    void languageWithoutAFileKeepsItsFormats()
    {
        Language language(*qApp);
        QVERIFY(!language.use(QLocale(QLocale::Icelandic)));
        QCOMPARE(QLocale().language(), QLocale::Icelandic);
        language.use(QLocale::c());
    }

    void everyControlOfTheShellHasAName()
    {
        Stage stage;
        FirstRunPage start(shippedPolicies(), stage.prompter);
        start.show();
        for (QWidget* root : std::initializer_list<QWidget*>{stage.window.get(), &start}) {
            for (const auto* button : root->findChildren<QAbstractButton*>()) {
                if (button->isVisible()) {
                    QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                        qPrintable(button->objectName()));
                }
            }
        }
    }

    void firstRunOffersThreeWays()
    {
        FakePrompter prompter;
        prompter.path = s("/tmp/a.countersign");
        FirstRunPage start(shippedPolicies(), prompter);
        start.show();
        QApplication::setActiveWindow(&start);
        QSignalSpy example(&start, &FirstRunPage::exampleRequested);
        QSignalSpy opened(&start, &FirstRunPage::openRequested);
        QTest::keyClick(&start, Qt::Key_1, Qt::AltModifier);
        QCOMPARE(example.count(), 1);
        QTest::keyClick(&start, Qt::Key_3, Qt::AltModifier);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.first().first().toString(), prompter.path);
        prompter.path.clear(); // cancelled
        QTest::keyClick(&start, Qt::Key_3, Qt::AltModifier);
        QCOMPARE(opened.count(), 1);
    }

    void aTeamsServerIsJoinedByItsAddress()
    {
        FakePrompter prompter;
        FirstRunPage start(shippedPolicies(), prompter);
        start.resize(1280, 720);
        start.show();
        QSignalSpy joined(&start, &FirstRunPage::joinRequested);
        start.findChild<Button*>(QStringLiteral("startJoin"))->click();
        auto* sheet = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        QVERIFY(sheet != nullptr);
        auto* address = sheet->findChild<QLineEdit*>(QStringLiteral("joinAddress"));
        auto* join = sheet->findChild<Button*>(QStringLiteral("acceptJoin"));
        QVERIFY(join->isOff());
        address->setText(QStringLiteral("https://db.example"));
        QVERIFY2(join->isOff(), "it is no database");
        address->setText(QStringLiteral("postgresql://ada:secret@db.example/countersign"));
        QVERIFY2(join->offReason().contains(QLatin1String("password")), qUtf8Printable(join->offReason()));
        address->setText(QStringLiteral(" postgresql://ada@db.example/countersign "));
        sheet->findChild<QLineEdit*>(QStringLiteral("joinPassword"))->setText(QStringLiteral("s3cret"));
        QCOMPARE(cs::fake::unnamed(sheet), QStringList());
        join->click();
        QCOMPARE(joined.size(), 1);
        QCOMPARE(joined.front().at(0).toString(), QStringLiteral("postgresql://ada@db.example/countersign"));
        QCOMPARE(joined.front().at(1).toString(), QStringLiteral("s3cret"));
    }

    void lockedKeychainOffersTheWayOut()
    {
        FakePrompter prompter;
        FirstRunPage start(shippedPolicies(), prompter);
        start.setKeychain({KeychainState::Kind::Locked, s("GNOME Keyring"), {}});
        start.show();
        QSignalSpy unlock(&start, &FirstRunPage::keychainUnlockRequested);
        auto* step = start.findChild<Button*>(s("keychainStep"));
        QVERIFY(step->isVisible());
        step->click();
        QCOMPARE(unlock.count(), 1);
    }

    void foundingSaysWhatIsMissing()
    {
        FoundingChoice choice;
        QVERIFY(foundingProblem(choice).contains(s("name")));
        choice.name = s("Lending");
        QVERIFY(foundingProblem(choice).contains(s("file")));
        choice.path = s("/tmp/l.countersign");
        choice.administrators = {s("Ada"), s("ada ")};
        choice.threshold = 2;
        QVERIFY(foundingProblem(choice).contains(s("twice")));
        choice.administrators = {s("Ada")};
        QVERIFY(foundingProblem(choice).contains(s("two administrators")));
        choice.administrators = {s("Ada"), s("Ben")};
        choice.threshold = 3;
        QVERIFY(foundingProblem(choice).contains(s("never")));
        choice.threshold = 2;
        QCOMPARE(foundingProblem(choice), QString());
        choice.mode = Mode::Single;
        QVERIFY(!foundingProblem(choice).isEmpty());
        choice.administrators = {s("Ada")};
        choice.threshold = 1;
        QCOMPARE(foundingProblem(choice), QString());
        choice.name = QString(10000, QLatin1Char('x'));
        QVERIFY(!foundingProblem(choice).isEmpty());
    }

    void foundingSheetEmitsTheChoice()
    {
        QWidget window;
        window.resize(1280, 800);
        window.show();
        FakePrompter prompter;
        prompter.path = s("/tmp/lending");
        FoundingSheet sheet(shippedPolicies(), prompter, &window);
        sheet.open();
        QSignalSpy founded(&sheet, &FoundingSheet::founded);
        auto* create = sheet.findChild<Button*>(s("foundingCreate"));
        QVERIFY(create->isOff());
        create->click();
        QCOMPARE(founded.count(), 0);
        sheet.findChild<QLineEdit*>(s("foundingName"))->setText(s("Lending"));
        sheet.findChild<Button*>(s("foundingChoosePath"))->click();
        sheet.findChild<QLineEdit*>(s("foundingYou"))->setText(s("Ada"));
        sheet.findChild<QPlainTextEdit*>(s("foundingOthers"))->setPlainText(s("Ben\n\nCleo\n"));
        QVERIFY2(!create->isOff(), qPrintable(create->offReason()));
        QVERIFY(sheet.findChild<QLabel*>(s("foundingPeople"))->text().contains(QLatin1Char('3')));
        create->click();
        QCOMPARE(founded.count(), 1);
        const auto choice = founded.first().first().value<FoundingChoice>();
        QCOMPARE(choice.path, s("/tmp/lending.countersign"));
        QCOMPARE(choice.administrators, (QStringList{s("Ada"), s("Ben"), s("Cleo")}));
        QCOMPARE(choice.policyId, s("small-team-policy"));
        QCOMPARE(choice.threshold, 2);
    }

    void confirmationIsHarmlessByDefault()
    {
        QWidget window;
        window.resize(900, 700);
        window.show();
        WidgetPrompter prompter;
        QList<bool> answers;
        const Confirmation question{
            s("Roll back v10?"), s("Traffic returns to v9."), s("Roll back now"), s("rollback"), true, s("v10")};
        prompter.confirm(&window, question, [&answers](bool yes) { answers.append(yes); });
        auto* sheet = window.findChild<QDialog*>(s("confirmSheet"));
        QVERIFY(sheet != nullptr && sheet->isVisible());
        auto* act = sheet->findChild<Button*>(s("confirmAct"));
        act->click(); // not typed yet
        QVERIFY(answers.isEmpty());
        QTest::keyClick(sheet, Qt::Key_Return);
        QVERIFY(answers.isEmpty());
        QTest::keyClick(sheet, Qt::Key_Escape);
        QCOMPARE(answers, QList<bool>{false});
    }
};

QTEST_MAIN(ShellTest)
#include "shell_test.moc"
