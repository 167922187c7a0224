// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/a11y_walk.h"
#include "tests/support/fake/fake_service.h"
#include "tests/ui/shell/fakes.h"
#include "ui/shell/settings/idle_lock.h"
#include "ui/shell/settings/settings_page.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/theme/theme.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTimeEdit>
#include <QTimer>

using namespace cs;
using namespace cs::ui;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class SettingsPageTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }
    void cleanup()
    {
        Theme::instance().setChoice(Theme::Choice::Light);
        Theme::instance().setTextScale(100);
    }

    void everySettingOfTheTableHasARow()
    {
        FakeSettings fake;
        SettingsPage page(fake.preferences);
        for (const SettingInfo& info : allSettings()) {
            const QString name = s("setting_") + QString::fromLatin1(info.key);
            QCOMPARE(page.findChild<QWidget*>(name) != nullptr, info.kind != SettingKind::Hidden);
        }
        page.show();
        QCOMPARE(fake::unnamed(&page), QStringList());
    }

    void aChoiceHoldsAtOnceIsWrittenAndComesBack()
    {
        FakeSettings fake;
        SettingsPage page(fake.preferences);
        page.show();
        auto* theme = page.findChild<Segments*>(s("control_appearance/theme"));
        theme->findChild<QAbstractButton*>(s("segment_dark"))->click();
        QVERIFY(Theme::instance().isDark());
        page.findChild<QSpinBox*>(s("control_appearance/textScale"))->setValue(150);
        QCOMPARE(Theme::instance().textScale(), 150);
        page.findChild<QTimeEdit*>(s("control_notices/quietFrom"))->setTime(QTime(21, 30));
        const QString file = fake.folder.filePath(s("settings.ini"));
        QTRY_VERIFY(contents(file).contains("quietFrom=21:30"));
        QVERIFY(contents(file).contains("theme=dark"));
        cleanup();
        Settings again(file);
        QVERIFY(again.load());
        const Preferences restored(std::move(again), fake.language);
        QVERIFY(Theme::instance().isDark());
        QCOMPARE(Theme::instance().textScale(), 150);
    }

    void resetIsOfferedOnlyWhereItChangesSomething()
    {
        FakeSettings fake;
        SettingsPage page(fake.preferences);
        page.show();
        auto* reset = page.findChild<Button*>(s("reset_signing/keyIdleMinutes"));
        auto* box = page.findChild<QSpinBox*>(s("control_signing/keyIdleMinutes"));
        QVERIFY(!reset->isVisible());
        box->setValue(3);
        QCOMPARE(fake.preferences.value(Setting::KeyIdleMinutes), s("3"));
        QVERIFY(reset->isVisible());
        reset->click();
        QCOMPARE(box->value(), 10);
        QVERIFY(!reset->isVisible());
    }

    void searchLeavesWhatHasTheWords()
    {
        FakeSettings fake;
        SettingsPage page(fake.preferences);
        page.show();
        auto* filter = page.findChild<FilterField*>(s("settingsFilter"));
        QTest::keyClicks(filter, s("quiet"));
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(page.findChild<QWidget*>(s("setting_notices/quietFrom"))->isVisible());
        QVERIFY(!page.findChild<QWidget*>(s("setting_appearance/theme"))->isVisible());
        QVERIFY(!page.findChild<QWidget*>(s("settingsNothing"))->isVisible());
        QTest::keyClicks(filter, s(" zebra"));
        QTest::keyClick(filter, Qt::Key_Return);
        QVERIFY(page.findChild<QWidget*>(s("settingsNothing"))->isVisible());
    }

    void whatTheCommandLineAsksForIsNotWritten()
    {
        FakeSettings fake;
        fake.preferences.setForThisRun(Setting::Theme, s("dark"));
        QVERIFY(Theme::instance().isDark());
        fake.preferences.set(Setting::QuietTo, s("09:00"));
        const QString file = fake.folder.filePath(s("settings.ini"));
        QTRY_VERIFY(contents(file).contains("quietTo=09:00"));
        QVERIFY(!contents(file).contains("dark"));
    }

    void anUnusedWindowLocksTheKey()
    {
        FakeSettings fake;
        fake::FakeService service;
        IdleLock lock(service, fake.preferences);
        IdentityView identity = service.identity;
        identity.key = IdentityView::Key::Open;
        Q_EMIT service.identityChanged(identity);
        QCOMPARE(lock.timer()->interval(), 10 * 60'000);
        fake.preferences.set(Setting::KeyIdleMinutes, s("2"));
        QCOMPARE(lock.timer()->interval(), 2 * 60'000);
        lock.timer()->start(600'000'000);
        QWidget window;
        QTest::keyClick(&window, Qt::Key_A);
        QCOMPARE(lock.timer()->interval(), 2 * 60'000); // a key begins the time anew
        QSignalSpy locked(&service, &WorkspaceService::identityChanged);
        lock.timer()->start(0);
        QTRY_VERIFY(locked.count() > 0);
        QVERIFY(!lock.timer()->isActive());
    }

    void theTextGrowsAndShrinksWithinItsBounds()
    {
        FakeSettings fake;
        for (int i = 0; i < 20; ++i) {
            fake.preferences.stepTextScale(1);
        }
        QCOMPARE(Theme::instance().textScale(), 200);
        for (int i = 0; i < 20; ++i) {
            fake.preferences.stepTextScale(-1);
        }
        QCOMPARE(Theme::instance().textScale(), 75);
        fake.preferences.stepTextScale(0);
        QCOMPARE(Theme::instance().textScale(), 100);
    }
};

QTEST_MAIN(SettingsPageTest)
#include "settings_page_test.moc"
