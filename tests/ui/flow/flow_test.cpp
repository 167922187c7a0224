// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/a11y_walk.h"
#include "tests/support/fake/fake_prompter.h"
#include "tests/support/fake/fake_service.h"
#include "ui/flow/flow_bar.h"
#include "ui/flow/flow_canvas.h"
#include "ui/flow/flow_export.h"
#include "ui/flow/flow_items.h"
#include "ui/flow/flow_page.h"
#include "ui/flow/flow_words.h"
#include "ui/flow/gate_panel.h"
#include "ui/flow/propose_form.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/signing/action_sheet.h"
#include "ui/widgets/table/table_view.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace cs;
using namespace cs::ui;

class FlowTest final : public QObject {
    Q_OBJECT

    struct Fixture {
        fake::FakeService service;
        fake::FakePrompter prompter;
        ManualClock clock{fake::fakeNow()};
        FlowPage page{service, clock, prompter};

        void show(const QString& target = {})
        {
            page.setGuardMs(0);
            page.resize(1096, 746);
            page.show();
            QSignalSpy loaded(&page, &FlowPage::loaded);
            service.setIdentityKey(IdentityView::Key::Open);
            page.open(target);
            QTRY_VERIFY(!loaded.isEmpty());
        }
        template <class T> T* child(const char* name) { return page.findChild<T*>(QString::fromLatin1(name)); }
        FlowCanvas* canvas() { return child<FlowCanvas>("flowCanvas"); }
        FlowScene& scene() { return canvas()->picture(); }
        QPoint at(const char* station)
        {
            return canvas()->mapFromScene(scene().plan().find(QString::fromLatin1(station))->rect.center());
        }
        void drag(const char* from, const char* to)
        {
            QWidget* port = canvas()->viewport();
            QTest::mousePress(port, Qt::LeftButton, {}, at(from));
            QTest::mouseMove(port, at(from) + QPoint(20, 20));
            QTest::mouseMove(port, at(to));
        }
        void drop(const char* to) { QTest::mouseRelease(canvas()->viewport(), Qt::LeftButton, {}, at(to)); }
        ActionSheet* sheet() { return page.window()->findChild<ActionSheet*>(); }
    };

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void planHasEveryStageAndGateInOrderAndNothingOverlaps()
    {
        const query::FlowView view = fake::flow();
        const FlowPlan plan = planFlow(view, Qt::LeftToRight, 1, {});
        QCOMPARE(plan.stages.size(), std::size_t(5));
        QCOMPARE(plan.gates.size(), std::size_t(4));
        QCOMPARE(plan.extras.size(), std::size_t(2));
        QCOMPARE(plan.ways.size(), std::size_t(4));
        for (std::size_t n = 1; n < plan.stages.size(); ++n) {
            QVERIFY(plan.stages[n - 1].rect.right() < plan.stages[n].rect.left());
        }
        for (const FlowStation& a : plan.stations) {
            QVERIFY(plan.bounds.contains(a.rect));
            for (const FlowStation& b : plan.stations) {
                QVERIFY2(&a == &b || !a.rect.intersects(b.rect), qPrintable(a.id + QLatin1Char(' ') + b.id));
            }
        }
    }

    void longWordsTakeASecondLineAndRoomForIt()
    {
        const query::FlowView view = fake::flow();
        const FlowPlan usual = planFlow(view, Qt::LeftToRight, 1, {});
        FlowNeeds needs;
        needs.post = 13;
        needs.wraps = [](const query::FlowCard& card) { return card.says == query::CardSays::ApprovalStale; };
        const FlowPlan plan = planFlow(view, Qt::LeftToRight, 1, needs);
        QCOMPARE(plan.gates.front().post.height(), usual.gates.front().post.height() + 13);
        QCOMPARE(plan.stages.front().rect.top(), usual.stages.front().rect.top() + 13);
        int higher = 0;
        for (std::size_t n = 0; n < usual.stages.size(); ++n) {
            for (std::size_t item = 0; item < usual.stages[n].items.size(); ++item) {
                higher += plan.stages[n].items[item].height() > usual.stages[n].items[item].height() ? 1 : 0;
            }
        }
        QCOMPARE(higher, 1);
        const QFontMetrics metrics(fontOf(Type::Small));
        const QString words = QStringLiteral("Model-risk manager or compliance officer");
        const QStringList lines = brokenLines(metrics, words, metrics.horizontalAdvance(words) - 1, 2);
        QCOMPARE(lines.size(), 2);
        QCOMPARE(lines.join(QLatin1Char(' ')), words);
    }

    void planIsMirroredForRightToLeft()
    {
        const query::FlowView view = fake::flow();
        const FlowPlan left = planFlow(view, Qt::LeftToRight, 1, {});
        const FlowPlan right = planFlow(view, Qt::RightToLeft, 1, {});
        QVERIFY(right.stages.front().rect.left() > right.stages.back().rect.right());
        QCOMPARE(right.stages.front().rect.right(), left.bounds.width() - left.stages.front().rect.left());
        QVERIFY(right.gates.front().lineTo < right.gates.front().lineFrom);
    }

    void arrowKeysReachEveryStation()
    {
        Fixture f;
        f.show();
        QSet<QString> reached;
        QStringList open;
        QTest::keyClick(f.canvas(), Qt::Key_Home);
        open.append(f.scene().current()->id);
        while (!open.isEmpty()) {
            const QString id = open.takeLast();
            if (reached.contains(id)) {
                continue;
            }
            reached.insert(id);
            for (const int key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}) {
                f.scene().setCurrent(id);
                QTest::keyClick(f.canvas(), static_cast<Qt::Key>(key));
                open.append(f.scene().current()->id);
            }
        }
        for (const FlowStation& station : f.scene().plan().stations) {
            QVERIFY2(reached.contains(station.id), qPrintable(station.id));
        }
        QTest::keyClick(f.canvas(), Qt::Key_End);
        QCOMPARE(f.scene().current()->id, f.scene().plan().stations.back().id);
    }

    void returnOpensAVersionAndTheConditionsOfAGate()
    {
        Fixture f;
        f.show(QStringLiteral("v1014"));
        QSignalSpy gone(&f.page, &Page::goTo);
        QTRY_VERIFY(f.scene().current() != nullptr);
        QTest::keyClick(f.canvas(), Qt::Key_Return);
        QCOMPARE(gone.size(), 1);
        QCOMPARE(gone.front().at(0).toByteArray(), QByteArray("models"));
        QCOMPARE(gone.front().at(1).toString(), QStringLiteral("v1014"));
        f.scene().setCurrent(QStringLiteral("gate:canary-to-production"));
        QTest::keyClick(f.canvas(), Qt::Key_Return);
        auto* panel = f.child<GatePanel>("gatePanel");
        QVERIFY(panel->isVisible());
        QCOMPARE(panel->transition(), QStringLiteral("canary-to-production"));
        gone.clear();
        f.child<Button>("openPromotion_p1244")->click();
        QCOMPARE(gone.front().at(1).toString(), QStringLiteral("p1244"));
        QTest::keyClick(panel, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
    }

    void theGateAheadShowsWhoIsAccountable()
    {
        Fixture f;
        for (query::FlowGate& gate : f.service.flowView.gates) {
            if (gate.transition == "canary-to-production") {
                gate.accountable = {{"product_owner", "Product owner", "", {"Nia Okafor"}},
                    {"compliance_officer", "Compliance", "Regulated system", {}}};
            }
        }
        f.show(QStringLiteral("v1014")); // in canary: its gate stands beside it, the keys stay on the card
        auto* panel = f.child<GatePanel>("gatePanel");
        QTRY_VERIFY(panel->isVisible());
        QCOMPARE(panel->transition(), QStringLiteral("canary-to-production"));
        QTRY_VERIFY(f.canvas()->hasFocus());
        QStringList said;
        for (Label* line : panel->findChildren<Label*>(QStringLiteral("gateAccountable"))) {
            said.append(line->text());
        }
        QCOMPARE(said,
            (QStringList{QStringLiteral("Accountable: Product owner (Nia Okafor)"),
                QStringLiteral("Accountable: Compliance, only with Regulated system (nobody holds the role)")}));
        QTest::keyClick(f.canvas(), Qt::Key_G);
        QVERIFY(panel->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(panel, Qt::Key_Escape);
        QVERIFY(!panel->isVisible());
        QTRY_VERIFY(f.canvas()->hasFocus());
    }

    void pOpensTheSheetAndTheProposalLeadsToItsPromotion()
    {
        Fixture f;
        f.show(QStringLiteral("v1014"));
        QTRY_VERIFY(f.scene().current() != nullptr);
        QTest::keyClick(f.canvas(), Qt::Key_P);
        QTRY_VERIFY(f.sheet() != nullptr);
        ActionSheet* sheet = f.sheet();
        auto* verb = sheet->findChild<Button*>(QStringLiteral("actionVerb"));
        QVERIFY(verb->isOff()); // a proposal says why
        sheet->findChild<QPlainTextEdit*>(QStringLiteral("actionReason"))->setPlainText(QStringLiteral("Better."));
        QTRY_VERIFY2(!verb->isOff(), qPrintable(verb->offReason()));
        QSignalSpy gone(&f.page, &Page::goTo);
        verb->click();
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(f.service.proposed.size(), std::size_t(1));
        QCOMPARE(f.service.proposed.front().transition, std::string("canary-to-production"));
        QCOMPARE(f.service.proposed.front().version, VersionId(1014));
        QCOMPARE(f.service.proposed.front().rollbackTarget, std::string("v1013"));
        QCOMPARE(f.service.proposed.front().text, std::string("Better."));
        QCOMPARE(gone.front().at(0).toByteArray(), QByteArray("promotions"));
        QCOMPARE(gone.front().at(1).toString(), QStringLiteral("p1284"));
    }

    void aWayThatTheEngineRefusesSaysWhyOnTheSheet()
    {
        Fixture f;
        f.show(QStringLiteral("propose:v1014"));
        QTRY_VERIFY(f.sheet() != nullptr);
        auto* way = f.sheet()->findChild<QComboBox*>(QStringLiteral("proposeTransition"));
        QCOMPARE(way->count(), 2);
        f.sheet()->findChild<QPlainTextEdit*>(QStringLiteral("actionReason"))->setPlainText(QStringLiteral("Because"));
        auto* verb = f.sheet()->findChild<Button*>(QStringLiteral("actionVerb"));
        QVERIFY(!verb->isOff());
        way->setCurrentIndex(1);
        QCOMPARE(verb->offReason(), QStringLiteral("The proposer's role does not cover the domain."));
    }

    void theSheetShowsWhatIsMissingAndAsked()
    {
        ProposeForm form(fake::proposals().at(1014), {});
        QStringList words;
        for (const QLabel* label : form.findChildren<QLabel*>()) {
            words.append(label->text());
        }
        QVERIFY(words.contains(QStringLiteral("Canary report attached: a result from Automated tests")));
        QVERIFY(words.contains(QStringLiteral("Outcome confirmed: 1 signature by Product owner or business owner")));
        const qsizetype before = form.findChildren<QLabel*>().size();
        form.findChild<Button*>(QStringLiteral("showAllConditions"))->setChecked(true);
        QVERIFY(form.findChildren<QLabel*>().size() >= before + 12);
    }

    void aCardDroppedOnItsGateOpensTheSheet()
    {
        Fixture f;
        f.show();
        f.drag("card:v1014", "gate:canary-to-production");
        QTRY_VERIFY(f.canvas()->dragNote().contains(QLatin1String("Propose")));
        QCOMPARE(f.scene().look().dropOf(QStringLiteral("gate:canary-to-production")), FlowLook::Drop::Allowed);
        f.drop("gate:canary-to-production");
        QTRY_VERIFY(f.sheet() != nullptr);
        QCOMPARE(f.service.proposed.size(), std::size_t(0)); // a drop signs nothing
    }

    void anIllegalDropSaysWhyAtThePointer()
    {
        Fixture f;
        f.show();
        QSignalSpy noticed(&f.page, &Page::noticed);
        f.drag("card:v1007", "gate:canary-to-production");
        QTRY_VERIFY2(
            f.canvas()->dragNote().contains(QLatin1String("this gate begins in")), qPrintable(f.canvas()->dragNote()));
        f.drop("gate:canary-to-production");
        QCOMPARE(noticed.size(), 1);
        QVERIFY(noticed.front().front().value<Notice>().text.contains(QLatin1String("this gate begins in")));
        QVERIFY(f.sheet() == nullptr);
        QVERIFY(f.canvas()->dragNote().isEmpty());
    }

    void escapeEndsADragAndADropAtHomeIsNothing()
    {
        Fixture f;
        f.show();
        QSignalSpy noticed(&f.page, &Page::noticed);
        f.drag("card:v1014", "gate:canary-to-production");
        QTest::keyClick(f.canvas(), Qt::Key_Escape);
        f.drop("gate:canary-to-production");
        f.drag("card:v1014", "card:v1010");
        f.drop("card:v1010");
        QCOMPARE(noticed.size(), 0);
        QVERIFY(f.sheet() == nullptr);
        QVERIFY(!f.scene().look().dragging);
    }

    void anArchivedVersionGoesBackThroughTheGateToStaging()
    {
        Fixture f;
        f.show();
        f.drag("card:v1011", "gate:dev-to-staging");
        QTRY_VERIFY(f.canvas()->dragNote().contains(QLatin1String("Archived")));
        f.drop("gate:dev-to-staging");
        QTRY_VERIFY(f.sheet() != nullptr);
    }

    void theListHasEveryFactOfThePicture()
    {
        Fixture f;
        f.show();
        f.child<Button>("flowAsList")->click();
        auto* table = f.child<TableView>("flowTable");
        QVERIFY(table->isVisible());
        QString all;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            for (int column = 0; column < table->model()->columnCount(); ++column) {
                all += table->model()->index(row, column).data().toString() + QLatin1Char('\n');
            }
        }
        for (const query::FlowStage& stage : f.service.flowView.stages) {
            QVERIFY(all.contains(qs(stage.label)));
            for (const query::FlowCard& card : stage.cards) {
                QVERIFY(all.contains(FlowWords::cardName(card)));
                QVERIFY(all.contains(FlowWords::cardLine(card).text));
            }
        }
        for (const query::FlowGate& gate : f.service.flowView.gates) {
            QVERIFY(all.contains(qs(gate.title)));
            QVERIFY(all.contains(FlowWords::gateLine(gate).text));
            for (const query::FlowApprover& approver : gate.approvers) {
                QVERIFY(all.contains(qs(approver.title)));
            }
        }
        for (const query::FlowWayBack& way : f.service.flowView.ways) {
            QVERIFY(all.contains(FlowWords::wayText(way, fake::fakeNow(), true)));
        }
        QVERIFY(all.contains(QLatin1String("Weekend freeze")));
    }

    void listRowsOpenWhatThePictureOpens()
    {
        Fixture f;
        f.show(QStringLiteral("v1013"));
        QTRY_VERIFY(f.scene().current() != nullptr);
        f.child<Button>("flowAsList")->click();
        auto* table = f.child<TableView>("flowTable");
        QSignalSpy gone(&f.page, &Page::goTo);
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(gone.size(), 1);
        QCOMPARE(gone.front().at(1).toString(), QStringLiteral("v1013"));
    }

    void svgIsXmlWithTheNamesOfTheStages()
    {
        Fixture f;
        f.show();
        const QByteArray svg = flowSvg(f.scene(), QStringLiteral("Flow"));
        QXmlStreamReader reader(svg);
        QString words;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::Characters) {
                words += reader.text();
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        for (const query::FlowStage& stage : f.service.flowView.stages) {
            QVERIFY2(words.contains(qs(stage.label)), qPrintable(qs(stage.label)));
        }
        QVERIFY(words.contains(QLatin1String("mortgage-approval")));
        QVERIFY(!words.contains(QLatin1String("press P"))); // paper has no keys
    }

    void exportsAreSavedWhole()
    {
        Fixture f;
        QTemporaryDir folder;
        f.show();
        QSignalSpy noticed(&f.page, &Page::noticed);
        f.prompter.path = folder.filePath(QStringLiteral("flow.png"));
        f.page.exportAs(QStringLiteral("png"));
        QTRY_COMPARE(noticed.size(), 1);
        const QImage image(f.prompter.path);
        QCOMPARE(image.width(), qRound(f.scene().sceneRect().width() * 2));
        f.prompter.path = folder.filePath(QStringLiteral("flow.csv"));
        f.page.exportAs(QStringLiteral("csv"));
        QTRY_COMPARE(noticed.size(), 2);
        QFile csv(f.prompter.path);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QVERIFY(csv.readAll().contains("mortgage-approval v14"));
        QSignalSpy printed(&f.page, &FlowPage::printAsked);
        f.page.exportAs(QStringLiteral("print"));
        QCOMPARE(printed.size(), 1);
    }

    void filtersAreTokensThatGoAway()
    {
        Fixture f;
        f.show(QStringLiteral("filter:mortgage"));
        QTRY_COMPARE(f.service.flowFilter.text, std::string("mortgage"));
        QTRY_VERIFY(f.child<Button>("tokenText") != nullptr && f.child<Button>("tokenText")->isVisible());
        f.child<Button>("tokenText")->click();
        QTRY_VERIFY(f.service.flowFilter.isEmpty());
        f.service.flowView.versions = 0;
        f.page.open(QStringLiteral("filter:nothing"));
        QTRY_VERIFY(f.child<Button>("removeFilters") != nullptr && f.child<Button>("removeFilters")->isVisible());
        f.service.flowView.versions = 54;
        f.child<Button>("removeFilters")->click();
        QTRY_VERIFY(f.canvas()->isVisible());
    }

    void anErrorSaysWhatStillHolds()
    {
        Fixture f;
        f.service.failures.emplace(
            QStringLiteral("flow"), couldNot("CS-TEST", "The disk did not answer. Your workspace is unchanged."));
        f.show();
        QTRY_VERIFY(!f.canvas()->isVisible());
        f.service.failures.clear();
        f.service.appendEntries(1);
        QTRY_VERIFY(f.canvas()->isVisible());
    }

    void manyVersionsAreBarsThatLeadToTheirModel()
    {
        Fixture f;
        query::FlowView& view = f.service.flowView;
        view.aggregated = true;
        for (query::FlowStage& stage : view.stages) {
            stage.cards.clear();
            stage.bars = {{ModelId(917), "mortgage-approval", 200}, {ModelId(912), "loan-pricing", 20}};
            stage.barModels = 40;
            stage.count = 4000;
        }
        f.show();
        const FlowStation* bar = f.scene().plan().find(QStringLiteral("bar:canary:m917"));
        QVERIFY(bar != nullptr);
        f.scene().setCurrent(bar->id);
        QTest::keyClick(f.canvas(), Qt::Key_Return);
        QTRY_VERIFY(f.service.flowFilter.model == ModelId(917));
    }

    void zoomAndFit()
    {
        Fixture f;
        f.show();
        QTest::keyClick(f.canvas(), Qt::Key_0);
        QCOMPARE(f.canvas()->zoom(), 1.0);
        QTest::keyClick(f.canvas(), Qt::Key_Plus);
        QVERIFY(f.canvas()->zoom() > 1.1);
        f.page.resize(700, 420);
        QTest::keyClick(f.canvas(), Qt::Key_F);
        QVERIFY(f.canvas()->viewport()->width() + 1 >= f.scene().sceneRect().width() * f.canvas()->zoom());
        for (int n = 0; n < 40; ++n) {
            QTest::keyClick(f.canvas(), Qt::Key_Minus);
        }
        QCOMPARE(f.canvas()->zoom(), FlowCanvas::zoomMin);
    }

    void fittingComesToRestAtEverySize()
    {
        Fixture f;
        f.show();
        for (int height = 500; height <= 800; height += 7) {
            f.page.resize(1060 + height % 60, height);
            QCoreApplication::processEvents(QEventLoop::AllEvents);
            QVERIFY(f.canvas()->zoom() <= 1);
        }
    }

    void screenReadersFindEveryStation()
    {
        Fixture f;
        f.show();
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(f.canvas());
        QVERIFY(list != nullptr);
        QCOMPARE(list->childCount(), static_cast<int>(f.scene().plan().stations.size()));
        bool mine = false;
        for (int n = 0; n < list->childCount(); ++n) {
            const QString name = list->child(n)->text(QAccessible::Name);
            QVERIFY(!name.isEmpty());
            QCOMPARE(list->indexOfChild(list->child(n)), n);
            mine = mine
                || (name.contains(QLatin1String("mortgage-approval v14"))
                    && name.contains(QLatin1String("waits for you")));
        }
        QVERIFY(mine);
    }

    void namesOfOthersAreNoMarkup()
    {
        Fixture f;
        f.service.flowView.stages[0].cards[1].modelName = "<b>bold</b>\n\u202Eevil";
        f.show();
        const QString text = f.scene().explain(*f.scene().plan().find(QStringLiteral("card:v1023")));
        QVERIFY(!text.contains(QChar(0x202E)));
        QVERIFY(!text.contains(QLatin1Char('\n')));
        QVERIFY(!flowSvg(f.scene(), QStringLiteral("x")).contains("<b>"));
    }

    void paceHasATableTwin()
    {
        Fixture f;
        f.show();
        f.child<Button>("flowPace")->click();
        auto* weeks = f.child<QTableWidget>("paceWeeks");
        QVERIFY(weeks->isVisible());
        QCOMPARE(weeks->rowCount(), 12);
        QCOMPARE(f.child<QTableWidget>("paceLeads")->rowCount(), 2);
        QCOMPARE(fake::unnamed(&f.page), QStringList());
    }

    void everythingHasAName()
    {
        Fixture f;
        f.show();
        f.scene().setCurrent(QStringLiteral("gate:staging-to-canary"));
        QTest::keyClick(f.canvas(), Qt::Key_Return);
        QCOMPARE(fake::unnamed(&f.page), QStringList());
        f.child<Button>("flowAsList")->click();
        QCOMPARE(fake::unnamed(&f.page), QStringList());
        f.page.open(QStringLiteral("propose:v1014"));
        QTRY_VERIFY(f.sheet() != nullptr);
        QCOMPARE(fake::unnamed(f.sheet()), QStringList());
    }
};

QTEST_MAIN(FlowTest)
#include "flow_test.moc"
