// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/fake_service.h"
#include "tests/ui/shell/fakes.h"
#include "ui/shell/notices/tray.h"
#include "ui/widgets/theme/theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace cs;
using namespace cs::ui;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

const QTime noon(12, 0);
const NoticeRules always{true, {}, {}};
const NoticeRules atNight{true, QTime(20, 0), QTime(7, 0)};

} // namespace

class NoticesTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void quietHoursMayGoOverMidnight()
    {
        QVERIFY(isQuiet(atNight, QTime(23, 30)));
        QVERIFY(isQuiet(atNight, QTime(20, 0)));
        QVERIFY(isQuiet(atNight, QTime(6, 59)));
        QVERIFY(!isQuiet(atNight, QTime(7, 0)));
        const NoticeRules lunch{true, QTime(12, 0), QTime(13, 0)};
        QVERIFY(isQuiet(lunch, noon));
        QVERIFY(!isQuiet(lunch, QTime(13, 0)));
        QVERIFY(!isQuiet({true, noon, noon}, noon)); // the same time twice: none
        QVERIFY(!isQuiet(always, noon));
    }

    void aFirstVisitTellsNothing()
    {
        const NoticePlan plan = planNotice({{7, s("a")}, {9, s("b")}}, {}, always, noon, false);
        QVERIFY(!plan.notice);
        QCOMPARE(plan.told, 9);
    }

    void allThatIsNewIsOneNoticeAndNothingIsToldTwice()
    {
        const std::vector<Waiting> waiting{{7, s("old")}, {12, s("newest")}, {10, s("new")}};
        const NoticePlan plan = planNotice(waiting, 9, always, noon, false);
        QVERIFY(plan.notice);
        QCOMPARE(plan.notice->count, 2);
        QCOMPARE(plan.notice->first.title, s("newest"));
        QCOMPARE(plan.told, 12);
        QVERIFY(!planNotice(waiting, plan.told, always, noon, false).notice);
    }

    void quietHoursKeepItOffLetsItGo()
    {
        const std::vector<Waiting> waiting{{12, s("new")}};
        const NoticePlan quiet = planNotice(waiting, 9, atNight, QTime(23, 0), false);
        QVERIFY(!quiet.notice);
        QCOMPARE(quiet.told, 9);
        QVERIFY(planNotice(waiting, quiet.told, atNight, QTime(7, 0), false).notice);
        NoticeRules off = always;
        off.on = false;
        const NoticePlan plan = planNotice(waiting, 9, off, noon, false);
        QVERIFY(!plan.notice);
        QCOMPARE(plan.told, 12);
    }

    void whoLooksIsNotTold()
    {
        const NoticePlan plan = planNotice({{12, s("new")}}, 9, always, noon, true);
        QVERIFY(!plan.notice);
        QCOMPARE(plan.told, 12);
    }

    void theTrayRemembersPerWorkspace()
    {
        fake::FakeService service;
        const ManualClock clock{fake::fakeNow()};
        FakeSettings settings;
        settings.preferences.set(Setting::QuietFrom, s("00:00"));
        settings.preferences.set(Setting::QuietTo, s("00:00"));
        MemorySession session;
        QWidget window; // not in front
        Tray tray(service, clock, settings.preferences, session, window);
        QSignalSpy shown(&tray, &Tray::shown);
        Q_EMIT service.opened(service.headView);
        const QByteArray key = "told/" + QByteArray::fromStdString(service.headView.workspaceId);
        QTRY_VERIFY(session.values.contains(key));
        QCOMPARE(shown.count(), 0);
        query::InboxItem item;
        item.title = "loan-pricing v7";
        item.entry = session.values.value(key).toLongLong() + 5;
        service.inboxView.items.push_back(item);
        service.appendEntries(1);
        QTRY_COMPARE(shown.count(), 1);
        QCOMPARE(shown.first().at(1).toString(), s("loan-pricing v7"));
        service.appendEntries(1);
        QTest::qWait(0);
        QCOMPARE(session.values.value(key).toLongLong(), item.entry);
    }
};

QTEST_MAIN(NoticesTest)
#include "notices_test.moc"
