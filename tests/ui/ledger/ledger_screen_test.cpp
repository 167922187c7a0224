// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/a11y_walk.h"
#include "tests/support/fake/fake_prompter.h"
#include "tests/support/fake/fake_service.h"
#include "ui/ledger/ledger_page.h"
#include "ui/ledger/proof_path.h"
#include "ui/ledger/verify_banner.h"
#include "ui/ledger/verify_result.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/theme/theme.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cs;
using namespace cs::ui;

class LedgerScreenTest final : public QObject {
    Q_OBJECT

    struct Fixture {
        fake::FakeService service;
        fake::FakePrompter prompter;
        ManualClock clock{fake::fakeNow()};
        LedgerPage page{service, clock, prompter};

        void show(const QString& target = {})
        {
            page.resize(1096, 746);
            page.show();
            QSignalSpy loaded(&page, &LedgerPage::loaded);
            page.open(target);
            QTRY_VERIFY(!loaded.isEmpty());
        }
        template <class T> T* child(const char* name) { return page.findChild<T*>(QString::fromLatin1(name)); }
    };

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void showsAllAndGoesToAnEntry()
    {
        Fixture f;
        f.service.ledgerSize = 10'000;
        f.show(QStringLiteral("1281"));
        auto* table = f.child<TableView>("ledgerTable");
        QCOMPARE(table->model()->rowCount(), 10'000);
        QTRY_COMPARE(table->currentId(), 1281);
    }

    void filterAsksTheWorkspace()
    {
        Fixture f;
        f.show();
        auto* filter = f.child<FilterField>("ledgerFilter");
        filter->setText(QStringLiteral("type:promotion.approved"));
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_COMPARE(f.service.lastFilter, QStringLiteral("type:promotion.approved"));
        QTRY_VERIFY(f.child<TableView>("ledgerTable")->model()->rowCount() < 200);
        filter->setText(QStringLiteral("nothing at all"));
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_VERIFY(f.child<Button>("removeFilter") && f.child<Button>("removeFilter")->isVisible());
        f.child<Button>("removeFilter")->click();
        QTRY_COMPARE(f.child<TableView>("ledgerTable")->model()->rowCount(), 1284);
    }

    void verificationCanBeCancelled()
    {
        Fixture f;
        f.service.verifyWaits = true;
        f.show();
        f.child<Button>("verifyAgain")->click();
        QCOMPARE(f.service.verifyCalls, 1);
        f.service.progressVerify(512);
        auto* banner = f.page.findChild<VerifyBanner*>();
        QVERIFY(banner->isRunning());
        auto* cancel = f.child<Button>("cancelVerify");
        QVERIFY(cancel->isVisible());
        cancel->click();
        QCOMPARE(f.service.cancelCalls, 1);
        QTRY_VERIFY(!banner->isRunning());
        QVERIFY(!banner->report());
        QVERIFY(f.child<Button>("saveResult")->isOff());
    }

    void anAnswerMayComeAfterThePageIsGone()
    {
        fake::FakeService service;
        service.verifyWaits = true;
        {
            fake::FakePrompter prompter;
            ManualClock clock(fake::fakeNow());
            LedgerPage page(service, clock, prompter);
            page.findChild<Button*>(QStringLiteral("verifyAgain"))->click();
            QCOMPARE(service.verifyCalls, 1);
        }
        service.finishVerify(); // asserts in a debug build if the continuation hangs on the page
    }

    void aBrokenLedgerLeadsToItsEntry()
    {
        Fixture f;
        f.service.report = fake::brokenReport();
        f.show();
        f.child<Button>("verifyAgain")->click();
        QTRY_COMPARE(f.child<Button>("verifyAgain")->text(), QStringLiteral("Show entry 812"));
        f.child<Button>("verifyAgain")->click();
        QTRY_COMPARE(f.child<TableView>("ledgerTable")->currentId(), 812);
    }

    void proofLeadsToTheRootAndAForgedOneDoesNot()
    {
        for (const EntryIndex size : {1, 2, 3, 7, 8, 1284}) {
            for (const EntryIndex index : {EntryIndex(0), size / 2, size - 1}) {
                query::EntryDetail detail = fake::entryDetail(index, size);
                QVERIFY(proofPath(detail).leads);
                detail.headRoot = fake::digestOf(1);
                QVERIFY(!proofPath(detail).leads);
            }
        }
        query::EntryDetail longer = fake::entryDetail(5, 8);
        longer.proof.push_back(fake::digestOf(3));
        QVERIFY(!proofPath(longer).leads);
    }

    void resultIsOnePageAndEscapesNames()
    {
        query::VerifyReport report = fake::brokenReport();
        report.name = "<script>alert(1)</script>";
        const QString html = verifyResultHtml(report);
        QVERIFY(!html.contains(QLatin1String("<script")));
        QVERIFY(html.contains(QLatin1String("law 4")));
        QVERIFY(html.contains(QString::fromStdString(report.root.text())));
        QVERIFY(verifyResultPdf(report).startsWith("%PDF-"));
    }

    void checkpointIsSavedWhole()
    {
        Fixture f;
        QTemporaryDir folder;
        f.prompter.path = folder.filePath(QStringLiteral("checkpoint.txt"));
        f.show();
        QSignalSpy noticed(&f.page, &Page::noticed);
        f.child<Button>("exportCheckpoint")->click();
        QTRY_COMPARE(noticed.size(), 1);
        QFile file(f.prompter.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith("countersign.invalid/"));
    }

    void exportHoldsEveryRowOfTheListAlsoThoseNeverShown()
    {
        Fixture f;
        QTemporaryDir folder;
        f.prompter.path = folder.filePath(QStringLiteral("ledger.csv"));
        f.show();
        QSignalSpy noticed(&f.page, &Page::noticed);
        f.child<Button>("ledgerExport")->click();
        QTRY_COMPARE(noticed.size(), 1);
        QFile file(f.prompter.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.size(), 1284 + 2); // head, rows, nothing after the last line's end
        QVERIFY(lines.at(1).startsWith("1283,"));
        QVERIFY(lines.at(1284).startsWith("0,"));
    }

    void everythingHasAName()
    {
        Fixture f;
        f.show();
        QCOMPARE(fake::unnamed(&f.page), QStringList());
    }
};

QTEST_MAIN(LedgerScreenTest)
#include "ledger_screen_test.moc"
