// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/a11y_walk.h"
#include "tests/support/fake/fake_prompter.h"
#include "tests/support/fake/fake_service.h"
#include "ui/promotion/evidence_pane.h"
#include "ui/promotion/gate_model.h"
#include "ui/promotion/gate_tree.h"
#include "ui/promotion/promotions_page.h"
#include "ui/promotion/review_view.h"
#include "ui/promotion/sign_off_sheet.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/off_reason.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/signing/came_in_sheet.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/words.h"

#include <QAbstractItemModelTester>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace cs;
using namespace cs::ui;

class PromotionTest final : public QObject {
    Q_OBJECT

    struct Fixture {
        fake::FakeService service;
        fake::FakePrompter prompter;
        ManualClock clock{fake::fakeNow()};
        PromotionsPage page{service, clock, prompter};

        void review(const QString& target = QStringLiteral("p1244"))
        {
            page.resize(1280, 800);
            page.show();
            page.review()->setGuardMs(0);
            Q_EMIT service.identityChanged(service.identity);
            QSignalSpy loaded(&page, &PromotionsPage::loaded);
            page.open(target);
            QTRY_VERIFY(!loaded.isEmpty() && page.review()->promotion().id.isValid());
        }
        template <class T> T* child(const char* name) { return page.findChild<T*>(QString::fromLatin1(name)); }
        QString opened() { return child<Label>("openedCount")->text().remove(QChar(0x2068)).remove(QChar(0x2069)); }
    };

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void gateModelKeepsItsPromises()
    {
        GateModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setGate(fake::promotion41().gate);
        QCOMPARE(model.rowCount(model.index(0, 0)), 9);
        QCOMPARE(model.startIndex().data(GateModel::IdRole).toString(), QStringLiteral("cp.regulated.approval"));
        model.setLeftOnly(true);
        QCOMPARE(model.rowCount(model.index(0, 0)), 2); // the stale approval, and the group with the pending one
        QVERIFY(model.indexOf(QStringLiteral("cp.regulated.approval")).isValid());
        QVERIFY(!model.indexOf(QStringLiteral("cp.hours")).isValid());
    }

    void rowsSayWhatWasMeasuredForReading()
    {
        query::GateNode soak;
        soak.id = soak.title = "cp.soak";
        soak.leaf = true;
        soak.status = query::NodeStatus::Passed;
        soak.value = "93610 s";
        soak.bound = "≥ 86400 s";
        const auto words = [](const query::GateNode& node) { return withoutIsolates(gateValueText(node)); };
        QCOMPARE(words(soak), QStringLiteral("26 h ≥ 24 h"));
        soak.value = "86399 s"; // not yet: must not read as 24
        QCOMPARE(words(soak), QStringLiteral("23 h ≥ 24 h"));
        soak.value = "901 s";
        soak.bound = "≤ 900 s"; // too long: must not read as 15
        QCOMPARE(words(soak), QStringLiteral("16 min ≤ 15 min"));
        soak.value = "62241";
        soak.bound = "≥ 10000";
        QCOMPARE(words(soak), QStringLiteral("%1 ≥ %2").arg(countText(62241), countText(10000)));
        soak.value = "0 critical, 0 high";
        soak.bound = "≤ 0 critical, ≤ 0 high";
        QCOMPARE(words(soak), QStringLiteral("0 critical, 0 high")); // the pair would leave the title no room
    }

    void aGroupCountsWhatAppliesAndHasWordsForATitle()
    {
        query::GateNode group;
        group.id = group.title = "cp.soak-high";
        query::GateNode leaf;
        leaf.leaf = true;
        for (const auto status : {query::NodeStatus::Passed, query::NodeStatus::Pending,
                 query::NodeStatus::NotApplicable, query::NodeStatus::Overridden}) {
            leaf.status = status;
            group.children.push_back(leaf);
        }
        group.waitsForMe = true;
        QCOMPARE(gateTitle(group), QStringLiteral("Soak high"));
        QCOMPARE(withoutIsolates(gateValueText(group)), QStringLiteral("2 of 3")); // "you" stands at the leaf alone
        GateModel model;
        model.setGate(group);
        QCOMPARE(withoutIsolates(model.index(0, 0).data(GateModel::ValueRole).toString()), QStringLiteral("2 of 3"));
    }

    void metricsHaveWords()
    {
        query::MetricRow row;
        for (const auto& [name, words] : {std::pair("eval.calibration_error", "Calibration error"),
                 std::pair("eval.auc", "AUC"), std::pair("cost.per_month", "Cost per month"),
                 std::pair("serving.p99", "Serving p99"), std::pair("x", "X")}) {
            row.name = name;
            QCOMPARE(metricTitle(row), QLatin1String(words));
        }
    }

    void everyPieceOfEvidenceIsInTheList()
    {
        Fixture f;
        f.review();
        f.child<Button>("allEvidence")->click();
        auto* menu = f.child<QMenu>("evidenceMenu");
        QVERIFY(menu);
        QCOMPARE(menu->actions().size(), f.child<QTabBar>("evidenceTabs")->count());
        menu->actions().at(3)->trigger();
        QCOMPARE(f.child<QTabBar>("evidenceTabs")->currentIndex(), 3);
        menu->close();
    }

    void leftOnlyHidesWhatIsSatisfied()
    {
        Fixture f;
        f.review();
        auto* tree = f.child<GateTree>("gateTree");
        QCOMPARE(tree->currentIndex().data(GateModel::IdRole).toString(), QStringLiteral("cp.regulated.approval"));
        f.child<Button>("leftOnly")->click();
        QCOMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 2);
        f.child<Button>("leftOnly")->click();
        QCOMPARE(tree->model()->rowCount(tree->model()->index(0, 0)), 9);
    }

    void viewedCountsOnlyWhatStoodOnTheScreen()
    {
        Fixture f;
        f.service.previewWaits = true;
        f.review();
        QCOMPARE(f.opened(), QStringLiteral("0 of 4"));
        f.child<QTabBar>("evidenceTabs")->setCurrentIndex(1);
        QCOMPARE(f.service.previewCalls, 1);
        QCOMPARE(f.opened(), QStringLiteral("0 of 4")); // asked for, not there yet
        f.service.releasePreviews();
        QTRY_COMPARE(f.opened(), QStringLiteral("1 of 4"));
        f.child<QTabBar>("evidenceTabs")->setCurrentIndex(2);
        f.child<QTabBar>("evidenceTabs")->setCurrentIndex(0); // left before it came
        f.service.releasePreviews();
        QCOMPARE(f.opened(), QStringLiteral("1 of 4"));
        f.child<QTabBar>("evidenceTabs")->setCurrentIndex(2); // now it stands there
        QTRY_COMPARE(f.opened(), QStringLiteral("2 of 4"));
    }

    void anUnreadablePreviewDoesNotCount()
    {
        Fixture f;
        f.service.failures.insert({QStringLiteral("preview"), couldNot("CS-READER-CRASH", "The reader ended.")});
        f.review();
        f.child<QTabBar>("evidenceTabs")->setCurrentIndex(1);
        QTRY_VERIFY(f.child<Button>("tryAgain"));
        QCOMPARE(f.opened(), QStringLiteral("0 of 4"));
        QVERIFY(f.child<GateTree>("gateTree")->isVisible());
    }

    void everyKindOfEvidenceHasItsPreview()
    {
        Fixture f;
        f.review();
        const char* const names[] = {"previewMarkdown", "previewJson", "previewTable", "previewPixels",
            "previewFailing", "previewFindings", "previewPixels", "previewText"};
        for (int tab = 1; tab <= 8; ++tab) {
            f.child<QTabBar>("evidenceTabs")->setCurrentIndex(tab);
            QTRY_VERIFY2(
                f.child<QWidget>(names[tab - 1]) && f.child<QWidget>(names[tab - 1])->isVisible(), names[tab - 1]);
        }
        QCOMPARE(f.opened(), QStringLiteral("4 of 4"));
    }

    void pdfPagesTurn()
    {
        Fixture f;
        f.review();
        f.child<QTabBar>("evidenceTabs")->setCurrentIndex(4);
        QTRY_VERIFY(f.child<Button>("pageNext"));
        QVERIFY(f.child<Button>("pageBack")->isOff());
        f.child<Button>("pageNext")->click();
        QTRY_VERIFY(!f.page.findChildren<Button*>(QStringLiteral("pageBack")).last()->isOff());
    }

    void offActionsShowTheirReason()
    {
        Fixture f;
        f.service.promotionViews[1244].approve.offReason =
            "You proposed this promotion, so another person must approve it (law 6).";
        f.review();
        auto* approve = f.child<Button>("approveButton");
        QVERIFY(approve->isVisible() && approve->isOff());
        bool visible = false;
        for (OffReason* reason : f.page.findChildren<OffReason*>()) {
            visible = visible || (reason->isVisible() && reason->reason().contains(QLatin1String("law 6")));
        }
        QVERIFY(visible);
        approve->click();
        QVERIFY(!f.page.window()->findChild<Sheet*>(QStringLiteral("signOffSheet")));
    }

    void aSatisfiedGateOffersExecutionInstead()
    {
        Fixture f;
        query::PromotionView& view = f.service.promotionViews[1244];
        view.execute.offReason.clear();
        view.passed = view.total;
        f.review();
        QVERIFY(f.child<Button>("executeButton")->isVisible());
        QVERIFY(!f.child<Button>("approveButton")->isVisible());
        f.child<Button>("executeButton")->click();
        auto* sheet = f.page.window()->findChild<Sheet*>(QStringLiteral("actionSheet"));
        QVERIFY(sheet);
        QVERIFY(f.service.executed.empty());
        sheet->findChild<Button*>(QStringLiteral("actionVerb"))->click();
        QTRY_COMPARE(f.service.executed.size(), std::size_t(1));
    }

    void aStaleSheetLeavesABannerThatSaysWhy()
    {
        Fixture f;
        f.review();
        f.child<Button>("approveButton")->click();
        auto* sheet = f.page.window()->findChild<Sheet*>(QStringLiteral("signOffSheet"));
        QVERIFY(sheet);
        query::PromotionView& view = f.service.promotionViews[1244];
        view.snapshot = fake::digestOf(7777);
        view.round = 2;
        f.service.appendEntries(1);
        QTRY_VERIFY(f.child<Banner>("staleBanner") && f.child<Banner>("staleBanner")->isVisible());
        QVERIFY(f.service.signedPages.empty());
    }

    void aDecisionOfOnesOwnIsTakenBack()
    {
        Fixture f;
        query::PromotionView& view = f.service.promotionViews[1244];
        view.withdrawDecision.offReason = "You have decided nothing here that could be withdrawn.";
        f.review();
        QVERIFY(!f.child<Button>("withdrawDecisionButton")->isVisible());
        view.withdrawDecision.offReason.clear();
        view.ownDecision = 1250;
        f.service.appendEntries(1);
        QTRY_VERIFY(f.child<Button>("withdrawDecisionButton")->isVisible());
        f.child<Button>("withdrawDecisionButton")->click();
        auto* sheet = f.page.window()->findChild<Sheet*>(QStringLiteral("actionSheet"));
        QVERIFY(sheet);
        sheet->findChild<QPlainTextEdit*>(QStringLiteral("actionReason"))
            ->setPlainText(QStringLiteral("I misread it."));
        sheet->findChild<Button*>(QStringLiteral("actionVerb"))->click();
        QTRY_COMPARE(f.service.takenBack.size(), std::size_t(1));
        QCOMPARE(f.service.takenBack.front().first, EntryIndex(1250));
        QCOMPARE(f.service.takenBack.front().second, QStringLiteral("I misread it."));
    }

    void whoProposedAnswersARequestForChanges()
    {
        Fixture f;
        query::PromotionView& view = f.service.promotionViews[1244];
        view.revise.offReason.clear();
        f.review();
        QVERIFY(!f.child<Button>("reviseButton")->isVisible()); // nobody has asked for changes
        query::DecisionView asked;
        asked.kind = "request_changes";
        asked.live = true;
        view.decisions.push_back(asked);
        view.revise.offReason = "A proposal is revised by its proposer.";
        f.service.appendEntries(1);
        QTRY_COMPARE(f.page.review()->promotion().decisions.size(), view.decisions.size());
        QVERIFY(!f.child<Button>("reviseButton")->isVisible()); // and it is not mine
        view.revise.offReason.clear();
        f.service.appendEntries(1);
        QTRY_VERIFY(f.child<Button>("reviseButton")->isVisible());
        f.child<Button>("reviseButton")->click();
        auto* sheet = f.page.window()->findChild<Sheet*>(QStringLiteral("actionSheet"));
        QVERIFY(sheet);
        sheet->findChild<QPlainTextEdit*>(QStringLiteral("actionReason"))
            ->setPlainText(QStringLiteral("With the fairness report."));
        sheet->findChild<Button*>(QStringLiteral("actionVerb"))->click();
        QTRY_COMPARE(f.service.revised, std::vector<QString>{QStringLiteral("With the fairness report.")});
    }

    void listOpensByNumberAndByRow()
    {
        Fixture f;
        f.page.resize(1280, 800);
        f.page.show();
        QSignalSpy loaded(&f.page, &PromotionsPage::loaded);
        f.page.open({});
        QTRY_VERIFY(!loaded.isEmpty());
        auto* table = f.child<TableView>("promotionTable");
        QCOMPARE(table->model()->rowCount(), 4); // open ones
        f.page.open(QStringLiteral("#38"));
        QTRY_COMPARE(f.page.review()->promotion().number, 38);
    }

    void aMissingPromotionIsAFaceNotADeadEnd()
    {
        Fixture f;
        f.page.show();
        f.page.open(QStringLiteral("p9"));
        QTRY_VERIFY(f.child<Button>("tryAgain"));
    }

    void inANarrowWindowTheDecisionIsATabBesideTheEvidence()
    {
        Fixture f;
        f.review();
        auto* tabs = f.child<QTabBar>("foldTabs");
        QVERIFY(!tabs->isVisible());
        QVERIFY(f.child<QWidget>("decisionPanel")->isVisible());
        f.page.resize(960, 600);
        QVERIFY(tabs->isVisible());
        QVERIFY(!f.child<QWidget>("decisionPanel")->isVisible());
        tabs->setCurrentIndex(1);
        QVERIFY(f.child<QWidget>("decisionPanel")->isVisible());
        QVERIFY(!f.child<QTabBar>("evidenceTabs")->isVisible());
        f.page.resize(1280, 800);
        QVERIFY(!tabs->isVisible());
        QVERIFY(f.child<QTabBar>("evidenceTabs")->isVisible());
    }

    void wordsOfACancelledSignOffAreThereAgain()
    {
        Fixture f;
        f.review();
        f.page.review()->openSignOff(commands::Verdict::Reject);
        auto* sheet = f.child<SignOffSheet>("signOffSheet");
        sheet->body()->setComment(QStringLiteral("The slice over 62 got worse."));
        sheet->reject();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        f.page.review()->openSignOff(commands::Verdict::Approve);
        sheet = f.child<SignOffSheet>("signOffSheet");
        QCOMPARE(sheet->body()->comment(), QString()); // another decision, other words
        sheet->reject();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        f.page.review()->openSignOff(commands::Verdict::Reject);
        sheet = f.child<SignOffSheet>("signOffSheet");
        QCOMPARE(sheet->body()->comment(), QStringLiteral("The slice over 62 got worse."));
        sheet->reject();
    }

    /// Signs, and another entry about the same promotion comes first.
    static void loseARace(Fixture& f)
    {
        f.service.failures.insert({QStringLiteral("sign"),
            couldNot(changedCode, "Entries %1 to %2, %3.",
                {QStringLiteral("1280"), QStringLiteral("1283"), QStringLiteral("1282")})});
        f.review();
        f.page.review()->openSignOff(commands::Verdict::Approve);
        auto* sheet = f.child<SignOffSheet>("signOffSheet");
        sheet->body()->setComment(QStringLiteral("Annex IV file read in full; the gap stays inside the bound."));
        QTRY_VERIFY(!sheet->signButton()->isOff());
        query::PromotionView moved = f.service.promotionViews.at(1244);
        moved.passed = moved.total - 1;
        f.service.promotionViews[1244] = moved;
        sheet->signButton()->click();
        QTRY_VERIFY(f.child<CameInSheet>("cameInSheet") != nullptr);
        f.service.failures.clear();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void whatCameInIsShownWithWhatConcernsThisFirst()
    {
        Fixture f;
        loseARace(f);
        auto* sheet = f.child<CameInSheet>("cameInSheet");
        QTRY_VERIFY(sheet->findChild<Label*>(QStringLiteral("cameInChange")) != nullptr);
        QTRY_VERIFY(sheet->findChild<QWidget*>(QStringLiteral("cameIn_1282")) != nullptr);
        QStringList rows;
        for (const QWidget* row : sheet->findChildren<QWidget*>(QRegularExpression(QStringLiteral("^cameIn_")))) {
            rows.append(row->objectName());
        }
        QCOMPARE(rows,
            QStringList({QStringLiteral("cameIn_1282"), QStringLiteral("cameIn_1280"), QStringLiteral("cameIn_1281"),
                QStringLiteral("cameIn_1283")}));
        const auto* concerned = sheet->findChild<QWidget*>(QStringLiteral("cameIn_1282"));
        QVERIFY(concerned->accessibleName().contains(QLatin1String("Concerns this")));
        const query::EntryRow row = fake::entryRow(1282, f.service.ledgerSize);
        QVERIFY(concerned->accessibleName().contains(qs(row.says)));
        QVERIFY(concerned->accessibleName().contains(qs(row.signer.name)));
        QVERIFY(!sheet->findChild<QWidget*>(QStringLiteral("cameIn_1281"))
                     ->accessibleName()
                     .contains(QLatin1String("Concerns")));
        QTRY_VERIFY(sheet->findChild<Label*>(QStringLiteral("cameInChange")) != nullptr);
        QVERIFY(sheet->findChild<Label*>(QStringLiteral("cameInChange"))
                    ->text()
                    .startsWith(QLatin1String("The gate now says: 1 of")));
        QCOMPARE(fake::unnamed(sheet), QStringList());
        sheet->reject();
    }

    void lookingAgainOpensThePageAnewWithTheSameWords()
    {
        Fixture f;
        loseARace(f);
        const std::size_t asked = f.service.prepared.size();
        f.child<Button>("lookAgain")->click();
        QTRY_VERIFY(f.child<SignOffSheet>("signOffSheet") != nullptr);
        auto* sheet = f.child<SignOffSheet>("signOffSheet");
        QVERIFY(sheet->body()->comment().startsWith(QLatin1String("Annex IV")));
        QTRY_VERIFY(!sheet->signButton()->isOff());
        QVERIFY(f.service.prepared.size() > asked);
        QVERIFY(f.service.signedPages.empty());
        sheet->signButton()->click();
        QTRY_COMPARE(f.service.signedPages.size(), std::size_t(1));
    }

    void notSigningKeepsTheWords()
    {
        Fixture f;
        loseARace(f);
        QSignalSpy noticed(&f.page, &Page::noticed);
        f.child<Button>("doNotSign")->click();
        QTRY_COMPARE(noticed.size(), 1);
        QVERIFY(f.child<SignOffSheet>("signOffSheet") == nullptr);
        QVERIFY(f.service.signedPages.empty());
        f.page.review()->openSignOff(commands::Verdict::Approve);
        QVERIFY(f.child<SignOffSheet>("signOffSheet")->body()->comment().startsWith(QLatin1String("Annex IV")));
        f.child<SignOffSheet>("signOffSheet")->reject();
    }

    void theHistoryHearsWhatIsShown()
    {
        Fixture f;
        QSignalSpy visited(&f.page, &Page::visited);
        f.review();
        QCOMPARE(visited.last().first().toString(), QStringLiteral("p1244"));
        Q_EMIT f.page.review()->backAsked();
        QCOMPARE(visited.last().first().toString(), QStringLiteral("list"));
        f.page.open(QStringLiteral("list"));
        QVERIFY(!f.page.review()->isVisible());
    }

    void everythingHasAName()
    {
        Fixture f;
        f.review();
        QCOMPARE(fake::unnamed(&f.page), QStringList());
        for (int tab = 1; tab < f.child<QTabBar>("evidenceTabs")->count(); ++tab) {
            f.child<QTabBar>("evidenceTabs")->setCurrentIndex(tab);
            QCOMPARE(fake::unnamed(&f.page), QStringList());
        }
        const QStringList order = fake::tabOrder(f.child<GateTree>("gateTree"));
        QVERIFY(order.indexOf(QStringLiteral("gateTree")) < order.indexOf(QStringLiteral("evidenceTabs")));
        QVERIFY(order.indexOf(QStringLiteral("evidenceTabs")) < order.indexOf(QStringLiteral("approveButton")));
    }
};

QTEST_MAIN(PromotionTest)
#include "promotion_test.moc"
