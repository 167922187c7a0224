// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/fake_prompter.h"
#include "tests/support/fake/fake_service.h"
#include "ui/connections/heads_panel.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QClipboard>
#include <QSignalSpy>
#include <QTest>

using namespace cs;
using namespace cs::ui;

class HeadsPanelTest final : public QObject {
    Q_OBJECT

    struct Fixture {
        fake::FakeService service;
        fake::FakePrompter prompter;
        ManualClock clock{fake::fakeNow()};
        HeadsPanel panel{service, clock, prompter};

        void show()
        {
            panel.resize(900, 400);
            panel.show();
            panel.read();
            QTRY_VERIFY(words().contains(QLatin1String("witness")));
        }
        Button* button(const char* name) { return panel.findChild<Button*>(QString::fromLatin1(name)); }
        QString words()
        {
            QStringList all;
            for (const Label* label : panel.findChildren<Label*>()) {
                all << label->text();
            }
            return all.join(QLatin1Char('\n'));
        }
    };
    static query::SeenHead seen(query::SeenHead::Relation relation, bool alarm)
    {
        return {relation, "bob.checkpoint", {"Bob's desk"}, {1204, Digest()}, fake::fakeNow(), alarm};
    }

private Q_SLOTS:
    void withoutOthersItSaysHowToCompare()
    {
        Fixture f;
        f.show();
        QVERIFY(f.words().contains(QLatin1String("nothing came from another desk yet")));
        QVERIFY(f.button("stopExchange")->isHidden());
        QVERIFY(f.button("forgetHead")->isHidden());
        QVERIFY(f.button("copyDeskKey")->isOff()); // no key
    }
    void aFolderIsChosenAndLeft()
    {
        Fixture f;
        f.show();
        f.prompter.path = QStringLiteral("/mnt/share");
        QTest::mouseClick(f.button("exchangeHeads"), Qt::LeftButton);
        QTRY_VERIFY(f.words().contains(QLatin1String("/mnt/share")));
        QVERIFY(!f.button("stopExchange")->isHidden());
        QTest::mouseClick(f.button("stopExchange"), Qt::LeftButton);
        QTRY_VERIFY(!f.words().contains(QLatin1String("/mnt/share")));
    }
    void anotherHistoryIsNamedAndForgottenOnlyWhenSure()
    {
        Fixture f;
        f.service.headsView.seen = {seen(query::SeenHead::Relation::Other, true)};
        f.show();
        QVERIFY(f.words().contains(QLatin1String("another history")));
        QVERIFY(f.words().contains(QLatin1String("Bob's desk")));
        f.prompter.confirmAnswer = false;
        QTest::mouseClick(f.button("forgetHead"), Qt::LeftButton);
        QVERIFY(f.service.forgottenHeads.isEmpty());
        f.prompter.confirmAnswer = true;
        QTest::mouseClick(f.button("forgetHead"), Qt::LeftButton);
        QTRY_COMPARE(f.service.forgottenHeads, QStringList{QStringLiteral("bob.checkpoint")});
        QTRY_VERIFY(f.button("forgetHead")->isHidden());
    }
    void aFileIsComparedAndItsFaultSaid()
    {
        Fixture f;
        f.show();
        f.prompter.path = QStringLiteral("/tmp/bob.checkpoint");
        f.service.failures.insert({QStringLiteral("compareHead"), refused("CS-HEADS-NOTE", "It is no note.")});
        QTest::mouseClick(f.button("compareHead"), Qt::LeftButton);
        QTRY_VERIFY(f.words().contains(QLatin1String("It is no note.")));
        QCOMPARE(f.service.comparedHeads, QStringList{QStringLiteral("/tmp/bob.checkpoint")});
    }
    void theKeyGoesToTheClipboard()
    {
        Fixture f;
        f.service.headsView.deskKey = "countersign.invalid/desk/1+00000000+AAAA";
        f.show();
        QSignalSpy noticed(&f.panel, &HeadsPanel::noticed);
        QTest::mouseClick(f.button("copyDeskKey"), Qt::LeftButton);
        QCOMPARE(noticed.size(), 1);
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("countersign.invalid/desk/1+00000000+AAAA"));
    }
    void whatComesInIsShownWithoutAsking()
    {
        Fixture f;
        f.show();
        f.service.headsView.seen = {seen(query::SeenHead::Relation::Part, false)};
        Q_EMIT f.service.headsChanged();
        QTRY_VERIFY(f.words().contains(QLatin1String("part of this ledger")));
    }
};

QTEST_MAIN(HeadsPanelTest)
#include "heads_panel_test.moc"
