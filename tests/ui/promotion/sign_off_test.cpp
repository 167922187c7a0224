// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/a11y_walk.h"
#include "tests/support/fake/fake_service.h"
#include "ui/promotion/sign_off_sheet.h"
#include "ui/promotion/what_moved.h"
#include "ui/widgets/button.h"
#include "ui/widgets/json_view.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme/theme.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace cs;
using namespace cs::ui;

namespace {

const QString longComment = QStringLiteral("Annex IV file read in full; the gap stays inside the bound.");

} // namespace

class SignOffTest final : public QObject {
    Q_OBJECT

    struct Fixture {
        fake::FakeService service;
        QWidget window;
        QPointer<SignOffSheet> sheet;

        SignOffSheet& open(int guardMs = 0, commands::Verdict verdict = commands::Verdict::Approve)
        {
            window.resize(1280, 800);
            window.show();
            SignOffSheet::Setup setup;
            setup.promotion = fake::promotion41();
            setup.verdict = verdict;
            setup.role = "model_risk_manager";
            setup.viewed = {setup.promotion.evidence[0].digest};
            setup.identity = service.identity;
            setup.guardMs = guardMs;
            sheet = new SignOffSheet(service, setup, &window);
            sheet->open();
            return *sheet;
        }
        QPlainTextEdit* comment() { return sheet->findChild<QPlainTextEdit*>(QStringLiteral("signComment")); }
        void write(const QString& text)
        {
            comment()->setPlainText(text);
            QTRY_VERIFY(!sheet->signButton()->isOff());
        }
    };

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void nothingIsTheDefaultAndReturnDoesNotSign()
    {
        Fixture f;
        SignOffSheet& sheet = f.open();
        for (QPushButton* button : sheet.findChildren<QPushButton*>()) {
            QVERIFY2(!button->isDefault() && !button->autoDefault(), qPrintable(button->objectName()));
        }
        f.write(longComment);
        QTest::keyClick(f.comment(), Qt::Key_Return);
        QTest::keyClick(f.comment(), Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(&sheet, Qt::Key_Return);
        QTest::keyClick(&sheet, Qt::Key_Enter, Qt::ControlModifier);
        QVERIFY(f.service.signedPages.empty());
        QVERIFY(sheet.isVisible());
    }

    void noKeyIsTakenWhileGuarded()
    {
        Fixture f;
        SignOffSheet& sheet = f.open(60'000);
        QVERIFY(sheet.isGuarded());
        QTest::keyClick(f.comment(), Qt::Key_A);
        QCOMPARE(f.comment()->toPlainText(), QString());
        f.comment()->setPlainText(longComment);
        QTRY_VERIFY(!sheet.signButton()->isOff());
        QTest::keyClick(sheet.signButton(), Qt::Key_Space);
        sheet.signButton()->click();
        QVERIFY(f.service.signedPages.empty());
    }

    void theGuardEnds()
    {
        Fixture f;
        SignOffSheet& sheet = f.open(1);
        QTRY_VERIFY(!sheet.isGuarded());
        f.write(longComment);
        QTRY_VERIFY(sheet.signButton()->isArmed());
        QSignalSpy done(&sheet, &SignOffSheet::signedOff);
        sheet.signButton()->click();
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(f.service.signedPages.size(), std::size_t(1));
    }

    void theGuardIsSevenHundredMs() { QCOMPARE(SignOffSheet::keyGuardMs, 700); }

    void aShortCommentKeepsTheButtonOffAndSaysWhy()
    {
        Fixture f;
        SignOffSheet& sheet = f.open();
        f.comment()->setPlainText(QStringLiteral("Fine."));
        QTRY_VERIFY(sheet.signButton()->offReason().contains(QLatin1String("35")));
        sheet.signButton()->click();
        QVERIFY(f.service.signedPages.empty());
        QCOMPARE(sheet.findChild<Label*>(QStringLiteral("commentCounter"))->text(), QStringLiteral("5"));
    }

    void whatIsSignedIsWhatIsShown()
    {
        Fixture f;
        SignOffSheet& sheet = f.open();
        f.write(longComment);
        auto* bytes = sheet.findChild<JsonView*>(QStringLiteral("exactBytes"));
        QVERIFY(bytes->isVisible());
        const QByteArray shown = bytes->json();
        QVERIFY(!shown.isEmpty());
        sheet.signButton()->click();
        QTRY_COMPARE(f.service.signedPages.size(), std::size_t(1));
        const auto& page = f.service.signedPages.front().page;
        QCOMPARE(QByteArray::fromStdString(page.prepared.payload), shown);
        QCOMPARE(QString::fromStdString(page.request.comment), longComment);
        QCOMPARE(page.request.viewed.size(), std::size_t(1));
        QVERIFY(page.snapshot == fake::promotion41().snapshot);
    }

    void allStatementsAndWhatWasNotOpenedAreThere()
    {
        Fixture f;
        SignOffSheet& sheet = f.open();
        auto* statement = sheet.findChild<QWidget*>(QStringLiteral("statement_cp.regulated.approval"));
        QVERIFY(statement);
        QCOMPARE(
            statement->findChild<Label*>()->text(), QString::fromStdString(fake::promotion41().fillable[0].statement));
        QVERIFY(
            sheet.findChild<Label*>(QStringLiteral("notOpened"))->text().contains(QLatin1String("Fairness analysis")));
    }

    void aMovedSnapshotClosesItAndSaysWhy()
    {
        Fixture f;
        SignOffSheet& sheet = f.open();
        f.write(longComment);
        QSignalSpy stale(&sheet, &SignOffSheet::wentStale);
        query::PromotionView moved = fake::promotion41();
        moved.snapshot = fake::digestOf(4242);
        moved.policyRevision = 8;
        f.service.promotionViews[1244] = moved;
        f.service.appendEntries(1);
        QTRY_COMPARE(stale.size(), 1);
        QVERIFY(stale.first().first().toString().contains(QLatin1String("revision 8")));
        QVERIFY(!sheet.isVisible());
        QVERIFY(f.service.signedPages.empty());
    }

    void anUnrelatedEntryKeepsItOpenWithFreshBytes()
    {
        Fixture f;
        SignOffSheet& sheet = f.open();
        f.write(longComment);
        const std::size_t before = f.service.prepared.size();
        f.service.appendEntries(1);
        QTRY_COMPARE(f.service.prepared.size(), before + 1);
        QVERIFY(sheet.isVisible());
        QCOMPARE(f.comment()->toPlainText(), longComment);
    }

    void aLockedKeychainTurnsTheFootAndKeepsTheComment()
    {
        Fixture f;
        f.service.identity.key = IdentityView::Key::KeychainLocked;
        SignOffSheet& sheet = f.open();
        f.comment()->setPlainText(longComment);
        QTRY_COMPARE(sheet.signButton()->text(), QStringLiteral("Unlock keychain…"));
        sheet.signButton()->click();
        QCOMPARE(f.service.unlockCalls, 1);
        QTRY_COMPARE(sheet.signButton()->text(), QStringLiteral("Sign approval"));
        QCOMPARE(f.comment()->toPlainText(), longComment);
        QVERIFY(f.service.signedPages.empty());
    }

    void thePassphraseComesOnlyAfterTheButton()
    {
        Fixture f;
        f.service.identity.key = IdentityView::Key::NeedsPassphrase;
        SignOffSheet& sheet = f.open();
        auto* field = sheet.findChild<QLineEdit*>(QStringLiteral("passphrase"));
        QVERIFY(!field->isVisible());
        f.write(longComment);
        sheet.signButton()->click();
        QVERIFY(field->isVisible());
        QVERIFY(f.service.signedPages.empty());
        field->setText(QStringLiteral("correct horse"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(f.service.signedPages.empty());
        sheet.signButton()->click();
        QTRY_COMPARE(f.service.signedPages.size(), std::size_t(1));
        QCOMPARE(f.service.signedPages.front().passphrase, QStringLiteral("correct horse"));
        QVERIFY(field->text().isEmpty());
    }

    void aRefusedSignatureSaysWhyAndKeepsTheComment()
    {
        Fixture f;
        SignOffSheet& sheet = f.open();
        f.write(longComment);
        f.service.failures.insert({QStringLiteral("sign"), lawError(6, "You proposed this promotion.")});
        sheet.signButton()->click();
        auto* error = sheet.findChild<Label*>(QStringLiteral("signError"));
        QTRY_VERIFY(error->isVisible());
        QCOMPARE(f.comment()->toPlainText(), longComment);
        QVERIFY(sheet.isVisible());
    }

    void aLostRaceHandsOnWhatCameInAndTheWords()
    {
        Fixture f;
        SignOffSheet& sheet = f.open();
        f.write(longComment);
        f.service.failures.insert({QStringLiteral("sign"),
            couldNot(changedCode, "Entries %1 to %2, %3.",
                {QStringLiteral("1281"), QStringLiteral("1283"), QStringLiteral("1282")})});
        QSignalSpy left(&sheet, &SignOffSheet::draftLeft);
        QSignalSpy stale(&sheet, &SignOffSheet::wentStale);
        std::vector<Error> came;
        connect(&sheet, &SignOffSheet::cameIn, &f.window, [&came](const Error& error) { came.push_back(error); });
        sheet.signButton()->click();
        QTRY_COMPARE(came.size(), std::size_t(1));
        QVERIFY(!sheet.isVisible());
        QCOMPARE(left.size(), 1);
        QCOMPARE(left.front().front().toString(), longComment);
        QVERIFY(stale.isEmpty());
    }

    void aRejectionNeedsAReason()
    {
        Fixture f;
        SignOffSheet& sheet = f.open(0, commands::Verdict::Reject);
        QVERIFY(sheet.signButton()->isOff());
        f.write(QStringLiteral("The image is not signed."));
        sheet.signButton()->click();
        QTRY_COMPARE(f.service.signedPages.size(), std::size_t(1));
        QVERIFY(f.service.signedPages.front().page.request.verdict == commands::Verdict::Reject);
    }

    void whatMovedNamesTheFirstCause()
    {
        const query::PromotionView before = fake::promotion41();
        query::PromotionView after = before;
        QCOMPARE(whatMoved(before, after), QString());
        after.snapshot = fake::digestOf(99);
        after.evidence.front().digest = fake::digestOf(100);
        QVERIFY(whatMoved(before, after).contains(QLatin1String("Evaluation report")));
        after = before;
        after.status = "withdrawn";
        after.statusLine = "Withdrawn by the ML engineer";
        QVERIFY(whatMoved(before, after).contains(QLatin1String("Withdrawn")));
    }

    void everythingHasAName()
    {
        Fixture f;
        f.open();
        QCOMPARE(fake::unnamed(f.sheet), QStringList());
        const QStringList order = fake::tabOrder(f.comment());
        QVERIFY(order.indexOf(QStringLiteral("foldBytes")) < order.indexOf(QStringLiteral("cancelSign")));
        QVERIFY(order.indexOf(QStringLiteral("cancelSign")) < order.indexOf(QStringLiteral("signButton")));
    }
};

QTEST_MAIN(SignOffTest)
#include "sign_off_test.moc"
