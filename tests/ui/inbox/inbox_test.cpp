// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/a11y_walk.h"
#include "tests/support/fake/fake_prompter.h"
#include "tests/support/fake/fake_service.h"
#include "ui/inbox/inbox_model.h"
#include "ui/inbox/inbox_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/face.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace cs;
using namespace cs::ui;

class InboxTest final : public QObject {
    Q_OBJECT

    struct Fixture {
        fake::FakeService service;
        fake::FakePrompter prompter;
        ManualClock clock{fake::fakeNow()};
        InboxPage page{service, clock, prompter};
        QListView* list = page.findChild<QListView*>(QStringLiteral("inboxList"));

        void show()
        {
            page.resize(1096, 746);
            page.show();
            page.open({});
            QTRY_VERIFY(page.isLoaded());
        }
    };

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void modelKeepsItsPromises()
    {
        InboxModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setInbox(fake::inbox(), fake::fakeNow());
        QCOMPARE(model.rowCount(), 8 + 3); // items and heads
        QCOMPARE(model.countOf(InboxPart::ToSign), 3);
        QCOMPARE(model.countOf(InboxPart::ToComment), 1);
        QCOMPARE(model.countOf(InboxPart::Notices), 4);
        model.toggle(0);
        QCOMPARE(model.rowCount(), 5 + 3);
        model.setDoneShown(true);
        QCOMPARE(model.rowCount(), 5 + 3 + 1 + 2);
    }

    void firstItemIsShownWithWhatIsLeft()
    {
        Fixture f;
        f.show();
        QCOMPARE(f.list->currentIndex().row(), 1);
        auto* open = f.page.findChild<Button*>(QStringLiteral("openReview"));
        QVERIFY(open->isVisible());
        QCOMPARE(open->kind(), Button::Kind::Primary);
    }

    void returnOpensTheReview()
    {
        Fixture f;
        f.show();
        QSignalSpy went(&f.page, &Page::goTo);
        QTest::keyClick(f.list, Qt::Key_Return);
        QCOMPARE(went.size(), 1);
        QCOMPARE(went.first().at(0).toByteArray(), QByteArray("promotions"));
        QCOMPARE(went.first().at(1).toString(), QStringLiteral("p1244"));
    }

    void ctrlReturnIsACommandAndOpensOnly()
    {
        Fixture f;
        f.show();
        QSignalSpy went(&f.page, &Page::goTo);
        for (const Command& command : f.page.commands()) {
            if (command.id == "inbox.openReview") {
                QCOMPARE(command.keys.first(), QKeySequence(Qt::CTRL | Qt::Key_Return));
                command.run();
            }
        }
        QCOMPARE(went.size(), 1);
        QVERIFY(f.service.signedPages.empty());
    }

    void arrowsMoveAndReturnFoldsAHead()
    {
        Fixture f;
        f.show();
        QTest::keyClick(f.list, Qt::Key_Up);
        QCOMPARE(f.list->currentIndex().row(), 0);
        const int before = f.list->model()->rowCount();
        QTest::keyClick(f.list, Qt::Key_Return);
        QCOMPARE(f.list->model()->rowCount(), before - 3);
    }

    void filterNarrowsAndSaysWhenNothingIsLeft()
    {
        Fixture f;
        f.show();
        auto* filter = f.page.findChild<FilterField*>(QStringLiteral("inboxFilter"));
        filter->setText(QStringLiteral("no such thing"));
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_COMPARE(f.list->model()->rowCount(), 0);
        auto* remove = f.page.findChild<Button*>(QStringLiteral("removeFilter"));
        QVERIFY(remove && remove->isVisible());
        remove->click();
        QTRY_COMPARE(f.list->model()->rowCount(), 11);
    }

    void emptyAndErrorHaveTheirFaces()
    {
        Fixture f;
        f.service.inboxView = {};
        f.show();
        QVERIFY(f.page.findChild<Button*>(QStringLiteral("faceShowDone")));
        f.service.failures.insert({QStringLiteral("inbox"), couldNot("CS-STORE-IO", "The file could not be read.")});
        f.page.open({});
        auto* again = f.page.findChild<Button*>(QStringLiteral("tryAgain"));
        QVERIFY(again);
        f.service.failures.clear();
        f.service.inboxView = fake::inbox();
        again->click();
        QTRY_COMPARE(f.list->model()->rowCount(), 11);
    }

    void selectionStaysOverAReload()
    {
        Fixture f;
        f.show();
        f.list->setCurrentIndex(f.list->model()->index(2, 0));
        f.service.inboxView.items.erase(f.service.inboxView.items.begin());
        f.service.appendEntries(1);
        QTRY_COMPARE(f.list->model()->rowCount(), 10);
        QCOMPARE(f.list->currentIndex().row(), 1);
        QVERIFY(f.list->currentIndex().data().toString().startsWith(QLatin1String("loan-pricing")));
    }

    void everythingHasAName()
    {
        Fixture f;
        f.show();
        QCOMPARE(fake::unnamed(&f.page), QStringList());
        const QStringList order = fake::tabOrder(f.page.findChild<FilterField*>(QStringLiteral("inboxFilter")));
        QVERIFY(order.contains(QStringLiteral("inboxList")));
        QVERIFY(order.indexOf(QStringLiteral("inboxList")) < order.indexOf(QStringLiteral("openReview")));
    }
};

QTEST_MAIN(InboxTest)
#include "inbox_test.moc"
