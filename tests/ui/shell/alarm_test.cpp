// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/a11y_walk.h"
#include "tests/support/fake/fake_prompter.h"
#include "tests/support/fake/fake_service.h"
#include "ui/shell/alarm/alarm_sheet.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/progress_row.h"
#include "ui/widgets/signing/action_sheet.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cs;
using namespace cs::ui;

namespace {

query::AlarmView truncated()
{
    query::AlarmView alarm;
    alarm.kind = query::AlarmView::Kind::Truncated;
    alarm.location = "postgresql://db.example/countersign";
    alarm.workspaceId = "9f3c61ab0d7e4c559f3c61ab0d7e4c55";
    alarm.known.size = 1284;
    alarm.known.root = fake::digestOf(1);
    alarm.found.size = 1270;
    alarm.found.root = fake::digestOf(2);
    alarm.entry = 1270;
    alarm.here = {true, fake::entryRow(1270, 1284), "It was verified here.", "{}"};
    alarm.evidence = "/state/alarms/alarm-12.json";
    alarm.evidenceText = "{\"known\":1}";
    return alarm;
}

} // namespace

class AlarmTest final : public QObject {
    Q_OBJECT

    struct Fixture {
        fake::FakeService service;
        fake::FakePrompter prompter;
        QWidget window;
        AlarmSheet* sheet = nullptr;

        explicit Fixture(query::AlarmView alarm, std::optional<IdentityView> identity = std::nullopt)
        {
            service.alarm = std::move(alarm);
            window.resize(1280, 800);
            window.show();
            sheet = new AlarmSheet(service, prompter, identity.value_or(service.identity), &window);
            sheet->open();
        }
        template <class T> T* child(const char* name) { return sheet->findChild<T*>(QString::fromLatin1(name)); }
        QString side(const char* name)
        {
            QStringList all;
            for (const Label* label : child<QWidget>(name)->findChildren<Label*>()) {
                all << label->text();
            }
            return withoutIsolates(all.join(QLatin1Char('\n')));
        }
    };

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void bothHeadsAndBothSidesAreShown()
    {
        Fixture f(truncated());
        QTRY_VERIFY(f.child<QWidget>("knownHead") != nullptr);
        QVERIFY(f.side("knownHead").contains(QLatin1String("1284 entries")));
        QVERIFY(f.side("foundHead").contains(QLatin1String("1270 entries")));
        QString root = f.child<Label>("knownRoot")->text();
        QVERIFY(root.contains(QLatin1Char(' ')));
        root.remove(QLatin1Char(' ')).remove(QLatin1Char('\n'));
        QCOMPARE(root, qs(fake::digestOf(1).hex()));
        f.child<Button>("knownRootCopy")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString(QStringLiteral("1284:") + qs(fake::digestOf(1).hex())));
        QVERIFY(f.side("sideHere").contains(qs(fake::entryRow(1270, 1284).says)));
        QVERIFY(f.side("sideThere").contains(QLatin1String("ends before it")));
        QCOMPARE(fake::unnamed(f.sheet), QStringList());
    }

    void whatIsNoEntryIsCalledThat()
    {
        query::AlarmView alarm = truncated();
        alarm.kind = query::AlarmView::Kind::Forked;
        alarm.there = {true, std::nullopt, "It is not an entry: it is no JSON.", "<b>rubbish</b>"};
        alarm.refillOff = "The server shows another history from entry 1270 on.";
        Fixture f(alarm);
        QTRY_VERIFY(f.child<QWidget>("sideThere") != nullptr);
        QVERIFY(f.side("sideThere").contains(QLatin1String("Not an entry")));
        QVERIFY(f.side("sideThere").contains(QLatin1String("<b>rubbish</b>")));
        QVERIFY(f.child<Button>("giveBack")->offReason().contains(QLatin1String("another history")));
        f.child<Button>("giveBack")->click();
        QVERIFY(f.prompter.confirmations.empty());
    }

    void theServerIsGivenBackAfterOneQuestion()
    {
        Fixture f(truncated());
        f.service.refillWaits = true;
        QTRY_VERIFY(f.child<Button>("giveBack") != nullptr);
        f.prompter.confirmAnswer = false;
        f.child<Button>("giveBack")->click();
        QCOMPARE(f.service.refillCalls, 0);
        f.prompter.confirmAnswer = true;
        f.child<Button>("giveBack")->click();
        QCOMPARE(f.service.refillCalls, 1);
        QCOMPARE(f.prompter.confirmations.size(), std::size_t(2));
        QVERIFY(f.prompter.confirmations.back().consequence.contains(QLatin1String("14")));
        auto* progress = f.child<ProgressRow>("refillProgress");
        QVERIFY(progress->isVisible());
        Q_EMIT f.service.refillProgress(1275, 1284, true);
        QVERIFY(f.child<Label>("progressWords")->text().contains(countText(1275)));
        f.child<Button>("giveBack")->click();
        QCOMPARE(f.service.refillCalls, 1);
        f.service.finishRefill();
        QTRY_VERIFY(f.child<Label>("refillResult")->isVisible());
        QVERIFY(!progress->isVisible());
        QVERIFY(f.child<Label>("refillResult")->text().contains(QLatin1String("12")));
    }

    void itCanBeStoppedAndBegunAgain()
    {
        Fixture f(truncated());
        f.service.refillWaits = true;
        QTRY_VERIFY(f.child<Button>("giveBack") != nullptr);
        f.child<Button>("giveBack")->click();
        f.child<Button>("progressCancel")->click();
        QCOMPARE(f.service.refillCancels, 1);
        QTRY_VERIFY(f.child<Label>("refillResult")->text().contains(QLatin1String("Stopped")));
        QVERIFY(!f.child<Button>("giveBack")->isOff());
    }

    void theSheetStaysWhileItRuns()
    {
        Fixture f(truncated());
        f.service.refillWaits = true;
        QTRY_VERIFY(f.child<Button>("giveBack") != nullptr);
        f.child<Button>("giveBack")->click();
        QTest::keyClick(f.sheet, Qt::Key_Escape);
        QVERIFY(f.sheet->isVisible());
        QVERIFY(f.child<Button>("closeAlarm")->isOff());
        QCOMPARE(f.service.refillCancels, 0);
        f.service.finishRefill();
        QTRY_VERIFY(!f.child<Button>("closeAlarm")->isOff());
        f.child<Button>("closeAlarm")->click();
        QVERIFY(!f.sheet->isVisible());
    }

    void theEvidenceIsSavedAsItIs()
    {
        Fixture f(truncated());
        QTemporaryDir folder;
        f.prompter.path = folder.filePath(QStringLiteral("evidence.json"));
        QTRY_VERIFY(f.child<Button>("saveEvidence") != nullptr);
        QSignalSpy noticed(f.sheet, &AlarmSheet::noticed);
        f.child<Button>("saveEvidence")->click();
        QTRY_COMPARE(noticed.size(), 1);
        QFile file(f.prompter.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{\"known\":1}"));
        QCOMPARE(f.prompter.proposedNames.last(), QStringLiteral("alarm-12.json"));
    }

    void aColleagueIsReadTheWholeHead()
    {
        Fixture f(truncated());
        QTRY_VERIFY(f.child<Button>("copyHead") != nullptr);
        f.child<Button>("copyHead")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
            QString(QStringLiteral("9f3c61ab0d7e4c559f3c61ab0d7e4c55@1284:") + qs(fake::digestOf(1).hex())));
        QSignalSpy asked(f.sheet, &AlarmSheet::handbookAsked);
        f.child<Button>("alarmHandbook")->click();
        QCOMPARE(asked.front().front().toString(), QStringLiteral("teams"));
    }

    void anAlarmThatIsOverIsSaidToBe()
    {
        Fixture f({});
        QTRY_VERIFY(f.child<Label>("alarmOver") != nullptr);
        QVERIFY(f.child<Button>("giveBack") == nullptr);
    }

    void administratorsSignWhatTheyGiveUp()
    {
        Fixture f(truncated());
        f.service.lossView.had = {1284, fake::digestOf(1)};
        f.service.lossView.lost = 14;
        f.service.lossView.threshold = 2;
        f.service.lossView.rows = {{1270, fake::fakeNow(), "promotion.approved", "Lena Maier"}};
        QTRY_VERIFY(f.child<Button>("acceptLoss") != nullptr);
        QVERIFY(!f.child<Button>("acceptLoss")->isOff());
        f.child<Button>("acceptLoss")->click();
        QTRY_VERIFY(f.window.findChild<ActionSheet*>() != nullptr);
        auto* sheet = f.window.findChild<ActionSheet*>();
        QStringList words;
        for (const Label* label : sheet->findChildren<Label*>()) {
            words << withoutIsolates(label->text());
        }
        const QString all = words.join(QLatin1Char('\n'));
        QVERIFY2(all.contains(QLatin1String("promotion.approved by Lena Maier")), qPrintable(all));
        QVERIFY2(all.contains(QLatin1String("nobody; 2 administrators have to")), qPrintable(all));
        sheet->reject();
        QVERIFY(f.service.lossReasons.empty());
    }

    void anAcceptedLossIsTakenOverWhenSure()
    {
        Fixture f(truncated());
        f.service.lossView.lost = 14;
        f.service.lossView.accepted = true;
        QTRY_VERIFY(f.child<Button>("acceptLoss") != nullptr);
        f.prompter.confirmAnswer = false;
        f.child<Button>("acceptLoss")->click();
        QTRY_COMPARE(f.prompter.confirmations.size(), 1U);
        QCOMPARE(f.service.takeOvers, 0);
        f.prompter.confirmAnswer = true;
        f.child<Button>("acceptLoss")->click();
        QTRY_COMPARE(f.service.takeOvers, 1);
    }

    void whoIsNotSignedInIsToldHowFarItIs()
    {
        query::AlarmView alarm = truncated();
        Fixture f(std::move(alarm), IdentityView());
        f.service.lossView.signers = {"Ada"};
        f.service.lossView.threshold = 2;
        QTRY_VERIFY(f.child<Button>("acceptLoss") != nullptr);
        f.child<Button>("acceptLoss")->click();
        QTRY_VERIFY(f.child<Label>("lossResult")->text().startsWith(QLatin1String("1 of 2 administrators")));
    }
};

QTEST_MAIN(AlarmTest)
#include "alarm_test.moc"
