// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/a11y_walk.h"
#include "tests/support/fake/fake_prompter.h"
#include "tests/support/fake/fake_service.h"
#include "ui/models/date_line.h"
#include "ui/models/models_page.h"
#include "ui/models/saved_filters.h"
#include "ui/widgets/button.h"
#include "ui/widgets/face.h"
#include "ui/widgets/filter/completion_list.h"
#include "ui/widgets/filter/filter_edit.h"
#include "ui/widgets/filter/token_chip.h"
#include "ui/widgets/filter/token_field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signing/action_sheet.h"
#include "ui/widgets/table/paged_model.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/theme/theme.h"

#include <QComboBox>
#include <QContextMenuEvent>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace cs;
using namespace cs::ui;

class ModelsScreenTest final : public QObject {
    Q_OBJECT

    struct Fixture {
        fake::FakeService service;
        fake::FakePrompter prompter;
        ManualClock clock{fake::fakeNow()};
        ModelsPage page{service, clock, prompter};

        void show(const QString& target = {})
        {
            page.resize(1096, 746);
            page.show();
            page.activateWindow();
            QVERIFY(QTest::qWaitForWindowActive(&page));
            QSignalSpy loaded(&page, &ModelsPage::loaded);
            page.open(target);
            QTRY_VERIFY(!loaded.isEmpty());
        }
        template <class T> T* child(const char* name) { return page.findChild<T*>(QString::fromLatin1(name)); }
        /// A face may still hold the steps that it had a moment ago.
        template <class T> T* shown(const char* name)
        {
            for (T* one : page.findChildren<T*>(QString::fromLatin1(name))) {
                if (one->isVisible()) {
                    return one;
                }
            }
            return nullptr;
        }
        TableView* table() { return child<TableView>("versionsTable"); }
        TokenField* filter() { return child<TokenField>("modelsFilter"); }
        FilterEdit* edit() { return child<FilterEdit>("filterEdit"); }
        void type(const QString& text)
        {
            edit()->setFocus();
            QTest::keyClicks(edit(), text);
        }
    };

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void listsAllByNameNewestVersionFirst()
    {
        Fixture f;
        f.show();
        QTRY_COMPARE(f.table()->model()->rowCount(), 6);
        QCOMPARE(f.table()->pagedModel()->idForRow(0), 23); // churn-early
        QCOMPARE(f.table()->pagedModel()->idForRow(3), 14); // mortgage-approval v14 before v13
        QCOMPARE(f.table()->model()->index(3, 5).data().toString(), QStringLiteral("2 of 11 left"));
        QCOMPARE(f.table()->model()->index(3, 3).data(TagRole).toString(), QStringLiteral("Regulated"));
        QCOMPARE(f.table()->model()->index(3, 6).data().toString(), QStringLiteral("3 d")); // waiting
        QVERIFY(f.table()->model()->index(0, 6).data().toString().isEmpty());
    }

    void typedTermsBecomeTokensAndNarrowTheList()
    {
        Fixture f;
        f.show();
        f.type(QStringLiteral("stage:staging "));
        QCOMPARE(f.filter()->tokens(), QStringList{QStringLiteral("stage:staging")});
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        f.type(QStringLiteral("risk:low"));
        QTest::keyClick(f.edit(), Qt::Key_Escape); // the completions
        QTest::keyClick(f.edit(), Qt::Key_Return);
        QTRY_COMPARE(f.table()->model()->rowCount(), 1);
        QCOMPARE(f.service.lastFilter, QStringLiteral("stage:staging risk:low"));
        QTest::keyClick(f.edit(), Qt::Key_Backspace); // takes the last token
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        f.page.findChild<TokenChip*>()->click();
        QTRY_COMPARE(f.table()->model()->rowCount(), 6);
    }

    void aFaultIsUnderlinedAndSaidAndTheRowsStay()
    {
        Fixture f;
        f.show();
        f.type(QStringLiteral("stge:canary"));
        QCOMPARE(f.edit()->faultLength(), 4);
        QVERIFY(f.child<Label>("filterFault")->isVisible());
        QCOMPARE(f.child<Label>("filterFault")->text(),
            QStringLiteral("There is no key \"stge:\". Did you mean \"stage:\"?"));
        QCOMPARE(f.table()->model()->rowCount(), 6);
        QCOMPARE(f.service.lastFilter, QString());
    }

    void anUnknownStageIsToldByTheWorkspace()
    {
        Fixture f;
        f.show(QStringLiteral("filter:stage:cannary"));
        QTRY_VERIFY(f.child<Label>("filterFault")->isVisible());
        QVERIFY(f.child<Label>("filterFault")->text().contains(QLatin1String("Did you mean \"canary\"?")));
    }

    void aWrongFilterShowsAllWhereNothingWasShown()
    {
        Fixture f;
        f.show(QStringLiteral("filter:risk:low stage:canary")); // finds nothing
        QCOMPARE(f.table()->model()->rowCount(), 0);
        f.page.open(QStringLiteral("filter:stage:cannary"));
        QTRY_COMPARE(f.table()->model()->rowCount(), 6);
        QVERIFY(f.table()->isVisible());
        const QString said = f.child<Label>("filterFault")->text();
        QVERIFY2(said.endsWith(QLatin1String("The list is not narrowed by it.")), qPrintable(said));
        QCOMPARE(f.filter()->text(), QStringLiteral("stage:cannary")); // to be mended, not to be typed again
    }

    void aFindingOfTheModelStandsBesideItsName()
    {
        Fixture f;
        f.service.versions[1].modelFinding = "registry.alias_moved"; // mortgage-approval v13, in force
        f.show();
        QTRY_COMPARE(f.table()->model()->rowCount(), 6);
        const QModelIndex name = f.table()->model()->index(4, 0);
        QCOMPARE(name.data(TagRole).toString(), QStringLiteral("Finding"));
        QVERIFY(name.data(Qt::ToolTipRole).toString().contains(QLatin1String("Alias moved")));
        QCOMPARE(f.table()->model()->index(4, 5).data().toString(), QStringLiteral("In force"));
    }

    void theMenuOfARowOpensByKeyAndLeadsOn()
    {
        Fixture f;
        f.show();
        f.table()->selectId(14);
        QSignalSpy went(&f.page, &Page::goTo);
        QSignalSpy links(&f.page, &Page::linkAsked);
        const auto choose = [&](const QString& text) {
            QContextMenuEvent key(QContextMenuEvent::Keyboard, QPoint(5, 5), f.table()->mapToGlobal(QPoint(5, 5)));
            QApplication::sendEvent(f.table(), &key);
            QMenu* menu = nullptr;
            for (QMenu* one : f.page.findChildren<QMenu*>(QStringLiteral("versionRowMenu"))) {
                menu = one->isVisible() ? one : menu;
            }
            QVERIFY(menu != nullptr);
            for (QAction* action : menu->actions()) {
                if (action->text() == text) {
                    action->trigger();
                }
            }
            menu->close();
        };
        choose(QStringLiteral("Show in Flow"));
        QCOMPARE(went.at(0).at(0).toByteArray(), QByteArray("flow"));
        QCOMPARE(went.at(0).at(1).toString(), QStringLiteral("v14"));
        choose(QStringLiteral("Copy link"));
        QCOMPARE(links.size(), 1);
        QCOMPARE(links.at(0).at(0).toString(), QStringLiteral("v14"));
    }

    void completionOffersCountsAndTakesAValue()
    {
        Fixture f;
        f.show();
        f.type(QStringLiteral("risk"));
        auto* list = f.page.window()->findChild<CompletionList*>();
        QVERIFY(list != nullptr && list->isVisible());
        QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("risk:"));
        QCOMPARE(list->model()->rowCount(), 4);
        QTest::keyClick(f.edit(), Qt::Key_Down);
        QTest::keyClick(f.edit(), Qt::Key_Return);
        QCOMPARE(f.filter()->tokens(), QStringList{QStringLiteral("risk:low")});
        QVERIFY(!list->isVisible());
        QTRY_COMPARE(f.table()->model()->rowCount(), 1);
    }

    void aPlainWordMeansItself()
    {
        Fixture f;
        f.show();
        f.type(QStringLiteral("mortgage"));
        QTest::keyClick(f.edit(), Qt::Key_Return); // the completion proposes model:mortgage-approval
        QCOMPARE(f.filter()->tokens(), QStringList{QStringLiteral("mortgage")});
        QTRY_COMPARE(f.table()->model()->rowCount(), 2);
    }

    void returnAfterAFinishedTokenGoesToTheTable()
    {
        Fixture f;
        f.show();
        f.type(QStringLiteral("mortgage "));
        QCOMPARE(f.filter()->tokens(), QStringList{QStringLiteral("mortgage")});
        QTest::keyClick(f.edit(), Qt::Key_Return); // the list offers keys; none was chosen
        QCOMPARE(f.edit()->text(), QString());
        QCOMPARE(f.filter()->tokens(), QStringList{QStringLiteral("mortgage")});
    }

    void emptyByFilterShowsTheFiltersAndTakesThemAway()
    {
        Fixture f;
        f.show(QStringLiteral("filter:risk:low stage:canary"));
        Button* one = nullptr;
        QTRY_VERIFY((one = f.shown<Button>("removeOneFilter")) != nullptr);
        one->click(); // risk:low
        QTRY_COMPARE(f.table()->model()->rowCount(), 1);
        QCOMPARE(f.filter()->tokens(), QStringList{QStringLiteral("stage:canary")});
    }

    void firstUseAndAnErrorHaveFaces()
    {
        Fixture f;
        f.service.versions.clear();
        f.show();
        QTRY_VERIFY(f.shown<Button>("connectRegistry") != nullptr);
        Fixture broken;
        broken.service.failures.emplace(QStringLiteral("findVersions"), couldNot("CS-TEST", "The disk is gone."));
        broken.show();
        const auto faces = broken.page.findChildren<Face*>();
        QVERIFY(std::any_of(faces.begin(), faces.end(), [](const Face* face) {
            return face->isVisible() && face->heading() == QLatin1String("The versions could not be read");
        }));
    }

    void returnOpensThePageAndThePromotionIsOneKeyAway()
    {
        Fixture f;
        f.show();
        QSignalSpy went(&f.page, &Page::goTo);
        f.table()->selectId(14);
        QTest::keyClick(f.table(), Qt::Key_Return);
        QCOMPARE(went.size(), 1);
        QCOMPARE(went.at(0).at(1).toString(), QStringLiteral("v14"));
        f.child<Button>("proposePromotion")->click();
        QCOMPARE(went.at(1).at(0).toByteArray(), QByteArray("flow"));
        QCOMPARE(went.at(1).at(1).toString(), QStringLiteral("propose:v14"));
    }

    void manySelectedRowsHaveABulkBar()
    {
        Fixture f;
        QTemporaryDir folder;
        f.prompter.path = folder.filePath(QStringLiteral("some.xlsx"));
        f.show();
        f.table()->selectAll();
        QVERIFY(f.child<QWidget>("bulkBar")->isVisible());
        QVERIFY(f.child<Button>("proposePromotion")->isOff());
        QSignalSpy noticed(&f.page, &Page::noticed);
        f.child<Button>("exportSelected")->click();
        QTRY_COMPARE(noticed.size(), 1);
        QCOMPARE(f.service.exported.format, std::string("xlsx"));
        QCOMPARE(f.service.exportedIds.size(), 6U);
    }

    void columnsAreHiddenRememberedAndLeftOutOfCopies()
    {
        Fixture f;
        f.show();
        f.table()->setColumnShown("metric", false);
        f.table()->setColumnShown("model", false); // names the row: stays
        QVERIFY(f.table()->isColumnShown("model"));
        const QByteArray state = f.page.saveState();
        Fixture again;
        again.page.restoreState(state);
        again.show();
        QVERIFY(!again.table()->isColumnShown("metric"));
        again.table()->selectId(14);
        const QStringList lines = again.table()->copyText().split(QLatin1Char('\n'));
        QVERIFY(!lines.at(0).contains(QLatin1String("Metric")));
        QVERIFY(lines.at(1).startsWith(QLatin1String("mortgage-approval\tv14\tCanary")));
    }

    void savedFiltersBelongToTheirWorkspace()
    {
        SavedFilters saved;
        saved.setWorkspace(QStringLiteral("a"));
        saved.add({QStringLiteral("Mine"), QStringLiteral("owner:me")});
        saved.add({QStringLiteral("Mine"), QStringLiteral("owner:me held:yes")});
        SavedFilters again;
        again.restore(saved.save());
        QVERIFY(again.all().empty());
        again.setWorkspace(QStringLiteral("a"));
        QCOMPARE(again.all().size(), 1U);
        QCOMPARE(again.all().front().filter, QStringLiteral("owner:me held:yes"));
        again.remove(QStringLiteral("Mine"));
        QVERIFY(again.all().empty());
        again.restore("no json");
        QVERIFY(again.all().empty());
    }

    void aFilterIsSavedByNameAndOfferedWithItsCount()
    {
        Fixture f;
        f.show(QStringLiteral("filter:stage:staging"));
        for (const Command& command : f.page.commands()) {
            if (command.id == "models.saveFilter") {
                command.run();
            }
        }
        auto* name = f.page.window()->findChild<QLineEdit*>(QStringLiteral("filterName"));
        QVERIFY(name != nullptr);
        name->setText(QStringLiteral("In staging"));
        f.page.window()->findChild<Button*>(QStringLiteral("saveName"))->click();
        f.child<Button>("savedFilters")->click();
        QMenu* menu = nullptr;
        QTRY_VERIFY((menu = f.child<QMenu>("savedFilterMenu")) != nullptr);
        QCOMPARE(menu->actions().at(0)->text(), QStringLiteral("In staging\t3"));
        menu->close();
    }

    void thePageOfAVersionSaysWhereItStands()
    {
        Fixture f;
        f.show(QStringLiteral("v14"));
        auto* tabs = f.child<QTabBar>("versionTabs");
        QTRY_COMPARE(tabs->tabText(3), QStringLiteral("Evidence 2"));
        QCOMPARE(tabs->tabText(6), QStringLiteral("Entries 5"));
        QVERIFY(f.child<QWidget>("findingBanner") != nullptr);
        QSignalSpy went(&f.page, &Page::goTo);
        f.child<Button>("versionPrimary")->click();
        QCOMPARE(went.at(0).at(0).toByteArray(), QByteArray("promotions"));
        QCOMPARE(went.at(0).at(1).toString(), QStringLiteral("p9"));
        f.child<Button>("stageEntry")->click();
        QCOMPARE(went.at(1).at(0).toByteArray(), QByteArray("ledger"));
        QCOMPARE(went.at(1).at(1).toString(), QStringLiteral("1201"));
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QCOMPARE(fake::unnamed(&f.page), QStringList());
        }
    }

    void metricsSayWhatTheGatesAskAndWhatIsNotMet()
    {
        Fixture f;
        f.show(QStringLiteral("v14"));
        f.child<QTabBar>("versionTabs")->setCurrentIndex(1);
        QStringList lines;
        for (QWidget* bound : f.page.findChildren<QWidget*>(QStringLiteral("metricBound"))) {
            lines.append(bound->findChildren<Label*>().constFirst()->text());
        }
        QCOMPARE(lines,
            (QStringList{QStringLiteral("≥ 0.84, Canary → Production: holds"),
                QStringLiteral("≥ 0.9, Production → Archived: not met")}));
        auto* names = f.child<QListWidget>("metricNames");
        QVERIFY(!names->item(0)->icon().isNull());
        QVERIFY(names->item(0)->data(Qt::AccessibleTextRole).toString().contains(QLatin1String("not met")));
    }

    void theComparisonIsATableThatCopiesAndExports()
    {
        Fixture f;
        QTemporaryDir folder;
        f.prompter.path = folder.filePath(QStringLiteral("comparison.csv"));
        f.show(QStringLiteral("v14"));
        for (const Command& command : f.page.commands()) {
            if (command.id == "models.compare") {
                command.run();
            }
        }
        auto* table = f.child<TableView>("compareTable");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QVERIFY(table->hasFocus());
        QTRY_COMPARE(table->model()->index(0, 3).data().toString(), QStringLiteral("Better"));
        QVERIFY(table->model()->index(0, 3).data(ChipRole).isValid()); // a shape besides the word and the colour
        QCOMPARE(table->model()->index(0, 4).data().toString(), QStringLiteral("≥ 0.84, Canary → Production: holds"));
        QCOMPARE(table->model()->index(1, 0).data().toString(), QStringLiteral("Code revision"));
        QSignalSpy noticed(&f.page, &Page::noticed);
        f.child<Button>("exportComparison")->click();
        QTRY_COMPARE(noticed.size(), 1);
        QFile file(f.prompter.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QVERIFY2(csv.startsWith("What,This: v14,Production: v13,Compared,A gate asks"), csv.constData());
        QVERIFY(csv.contains("5d2c91e0bb5e303cb05908eb6322abc1efea3978")); // whole, not shortened
        QVERIFY(csv.contains("'=1+1")); // no formula of a stranger's
        QSignalSpy went(&f.page, &Page::goTo);
        f.child<Button>("compareOther")->click();
        QCOMPARE(went.at(0).at(1).toString(), QStringLiteral("v13"));
    }

    void evidenceIsAttachedUnderASignature()
    {
        Fixture f;
        f.page.setGuardMs(0);
        f.show(QStringLiteral("v14"));
        Q_EMIT f.service.identityChanged(f.service.identity);
        f.child<Button>("attachEvidence")->click();
        auto* sheet = f.page.window()->findChild<ActionSheet*>();
        QVERIFY(sheet != nullptr);
        auto* verb = sheet->findChild<Button*>(QStringLiteral("actionVerb"));
        QVERIFY(verb->isOff());
        QCOMPARE(verb->offReason(), QStringLiteral("Choose the file that is attached."));
        f.prompter.path = QStringLiteral("/somewhere/fairness.pdf");
        sheet->findChild<Button*>(QStringLiteral("attachChoose"))->click();
        auto* kind = sheet->findChild<QComboBox*>(QStringLiteral("attachKind"));
        kind->setEditText(QStringLiteral("7 wonders"));
        QVERIFY(verb->offReason().startsWith(QLatin1String("Name the kind")));
        kind->setEditText(QStringLiteral("Site visit"));
        QVERIFY2(!verb->isOff(), qPrintable(verb->offReason()));
        kind->setCurrentIndex(1);
        sheet->findChild<QLineEdit*>(QStringLiteral("attachTitle"))->setText(QStringLiteral("Fairness, August"));
        QCOMPARE(fake::unnamed(sheet), QStringList());
        verb->click();
        QTRY_COMPARE(f.service.attached.size(), 1U);
        QCOMPARE(f.service.attached[0].version, VersionId(14));
        QCOMPARE(f.service.attached[0].kind, QStringLiteral("fairness_report"));
        QCOMPARE(f.service.attached[0].title, QStringLiteral("Fairness, August"));
        QCOMPARE(f.service.attached[0].path, QStringLiteral("/somewhere/fairness.pdf"));
    }

    void aVersionThatIsNotThereHasAFace()
    {
        Fixture f;
        f.show(QStringLiteral("v999"));
        QTRY_VERIFY(!f.child<Button>("versionPrimary")->isVisible());
    }

    void whichVersionServedOnADay()
    {
        const auto day = [](const char* text) { return *UtcTime::fromText(text); };
        const std::vector<query::ProductionSpan> spans{
            {VersionId(1), "v1", day("2026-03-01T10:00:00.000Z"), day("2026-04-01T12:00:00.000Z"), 5},
            {VersionId(2), "v2", day("2026-04-01T12:00:00.000Z"), std::nullopt, 9}};
        QVERIFY(DateLine::on(spans, day("2026-02-28T00:00:00.000Z")).empty());
        QCOMPARE(DateLine::on(spans, day("2026-03-01T00:00:00.000Z")).size(), 1U);
        QCOMPARE(DateLine::on(spans, day("2026-04-01T00:00:00.000Z")).size(), 2U); // both, on the day of the change
        QCOMPARE(DateLine::on(spans, day("2026-04-02T00:00:00.000Z")).front().label, std::string("v2"));
    }

    void everythingHasAName()
    {
        Fixture f;
        f.show(QStringLiteral("filter:stage:staging"));
        QCOMPARE(fake::unnamed(&f.page), QStringList());
    }
};

QTEST_MAIN(ModelsScreenTest)
#include "models_screen_test.moc"
