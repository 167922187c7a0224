// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/a11y_walk.h"
#include "tests/support/fake/fake_prompter.h"
#include "tests/support/fake/fake_service.h"
#include "ui/connections/connections_page.h"
#include "ui/connections/registry_form.h"
#include "ui/connections/registry_pane.h"
#include "ui/connections/store_page.h"
#include "ui/connections/store_panel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/face.h"
#include "ui/widgets/label.h"
#include "ui/widgets/review/review_words.h"
#include "ui/widgets/signing/action_sheet.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/theme/theme.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace cs;
using namespace cs::ui;

class ConnectionsTest final : public QObject {
    Q_OBJECT

    struct Fixture {
        fake::FakeService service;
        ManualClock clock{fake::fakeNow()};
        fake::FakePrompter prompter;
        ConnectionsPage page{service, clock, prompter};

        void show(const QString& target = {})
        {
            page.resize(1096, 746);
            page.show();
            Q_EMIT service.identityChanged(service.identity);
            QSignalSpy loaded(&page, &ConnectionsPage::loaded);
            page.open(target);
            QTRY_VERIFY(!loaded.isEmpty());
        }
        template <class T> T* child(const char* name) { return page.findChild<T*>(QString::fromLatin1(name)); }
        Button* button(const char* name) { return child<Button>(name); }
        QString words()
        {
            QStringList all;
            for (const Label* label : child<RegistryPane>("registryPane")->findChildren<Label*>()) {
                if (label->isVisibleTo(&page)) {
                    all << label->text();
                }
            }
            return all.join(QLatin1Char('\n'));
        }
    };

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void withoutRegistriesItSaysWhatToDo()
    {
        Fixture f;
        f.service.connectionsView.fresh = fake::connections().fresh;
        f.show();
        QVERIFY(f.page.findChild<Face*>()->heading().contains(QLatin1String("No registry")));
        QVERIFY(f.button("addFirstRegistry")->isVisibleTo(&f.page));
        QVERIFY(f.button("syncAll")->isOff());
    }

    void oneRegistryIsShownWithItsFindings()
    {
        Fixture f;
        f.service.connectionsView = fake::connections();
        f.show(QStringLiteral("r51"));
        QTRY_COMPARE(f.child<TableView>("registryTable")->currentId(), 51);
        QTRY_VERIFY(f.words().contains(QLatin1String("holds the alias")));
        QVERIFY(f.words().contains(QLatin1String("out of governance")));
        QSignalSpy gone(&f.page, &Page::goTo);
        f.button("finding_f1280")->click();
        QCOMPARE(gone.first().at(0).toByteArray(), QByteArray("ledger"));
        QCOMPARE(gone.first().at(1).toString(), QStringLiteral("1280"));
        f.button("repairRegistry")->click();
        QCOMPARE(f.service.syncs.back(), std::pair(RegistryId(51), true));
    }

    void whatCannotBeDoneSaysWhy()
    {
        Fixture f;
        f.service.connectionsView = fake::connections();
        f.service.connectionsView.cannotSync = "No key here.";
        f.service.connectionsView.cannotEdit = "Takes the role Platform team.";
        f.show(QStringLiteral("r50"));
        QCOMPARE(f.button("syncRegistry")->offReason(), QStringLiteral("No key here."));
        QCOMPARE(f.button("addRegistry")->offReason(), QStringLiteral("Takes the role Platform team."));
        f.button("syncRegistry")->click();
        QVERIFY(f.service.syncs.empty());
    }

    void whatIsMissingToSynchroniseIsSaidWithItsNextStep()
    {
        using Step = query::SyncSetup::Step;
        Fixture f;
        f.service.connectionsView = fake::connections();
        f.service.connectionsView.cannotSync = "No key here.";
        query::SyncSetup& setup = f.service.connectionsView.setup;
        setup.step = Step::Key;
        f.show(QStringLiteral("r50"));
        QSignalSpy gone(&f.page, &Page::goTo);
        QVERIFY(f.words().contains(QLatin1String("This console can make one")));
        Button* action = f.child<RegistryPane>("registryPane")->findChild<Banner*>()->action();
        QVERIFY(action->isVisibleTo(&f.page));
        QVERIFY(!f.button("letSync")->isVisibleTo(&f.page)); // said once
        action->click();
        QCOMPARE(gone.last().at(0).toByteArray(), QByteArray("people"));
        QCOMPARE(gone.last().at(1).toString(), QStringLiteral("sync-key"));

        setup.step = Step::GrantEndorsement;
        setup.proposal = 1290;
        setup.administratorsSigned = 2;
        setup.threshold = 2;
        setup.signOff = {{"Platform team", {"Carla", "Ben"}}};
        f.page.open(QStringLiteral("r51")); // its banner tells of findings
        QTRY_VERIFY(f.words().contains(QLatin1String("waits in entry 1,290")));
        QVERIFY(f.words().contains(QLatin1String("Platform team signs besides")));
        QVERIFY(f.words().contains(QLatin1String("Carla")));
        QVERIFY(f.button("letSync")->isVisibleTo(&f.page));
        QCOMPARE(f.button("letSync")->text(), QStringLiteral("Show what waits"));
        QCOMPARE(fake::unnamed(&f.page), QStringList());

        setup.step = Step::Grant;
        setup.service = ActorId(77);
        f.page.open({});
        QTRY_VERIFY(!f.button("letSync")->isVisibleTo(&f.page)); // somebody else's turn
        QVERIFY(f.words().contains(QLatin1String("still needs the role")));
        setup.meAdmin = true;
        f.page.open({});
        QTRY_VERIFY(f.button("letSync")->isVisibleTo(&f.page));
        f.button("letSync")->click();
        QCOMPARE(gone.last().at(1).toString(), QStringLiteral("a77"));
    }

    void progressIsShownAndCanBeCancelled()
    {
        Fixture f;
        f.service.connectionsView = fake::connections();
        f.service.connectionsView.registries.front().running = true;
        f.show(QStringLiteral("r50"));
        Q_EMIT f.service.syncProgress({RegistryId(50), 1, 1200, 0});
        QVERIFY(f.words().contains(QLatin1String("Reading versions: 1,200")));
        Q_EMIT f.child<RegistryPane>("registryPane")->cancelAsked();
        QCOMPARE(f.service.cancelledSyncs, 1);
    }

    void aNewRegistryIsTestedAndSaved()
    {
        Fixture f;
        f.service.connectionsView = fake::connections();
        f.show();
        f.button("addRegistry")->click();
        auto* sheet = f.page.window()->findChild<ActionSheet*>();
        QVERIFY(sheet != nullptr);
        auto* form = sheet->findChild<RegistryFormWidget*>();
        QVERIFY(!form->missing().isEmpty());
        form->findChild<QLineEdit*>(QStringLiteral("registryName"))->setText(QStringLiteral("mlflow-new"));
        form->findChild<QLineEdit*>(QStringLiteral("registryUrl"))->setText(QStringLiteral("https://mlflow.example"));
        auto* auth = form->findChild<QComboBox*>(QStringLiteral("registryAuth"));
        auth->setCurrentIndex(auth->findData(QStringLiteral("bearer")));
        QVERIFY(form->missing().contains(QLatin1String("token")));
        form->findChild<QLineEdit*>(QStringLiteral("registrySecret"))->setText(QStringLiteral("s3cret"));
        QCOMPARE(form->missing(), QString());
        form->findChild<Button*>(QStringLiteral("testRegistry"))->click();
        QTRY_VERIFY(
            form->findChild<Label*>(QStringLiteral("testAnswer"))->text().contains(QLatin1String("MLflow 3.1.0")));
        QCOMPARE(f.service.testedRegistries.back().url, std::string("https://mlflow.example"));
        QCOMPARE(fake::unnamed(sheet), QStringList());

        QTest::qWait(0);
        auto* verb = sheet->findChild<Button*>(QStringLiteral("actionVerb"));
        QVERIFY(verb != nullptr);
        QTRY_VERIFY(verb->isArmed());
        verb->click();
        QTRY_COMPARE(f.service.savedRegistries.size(), std::size_t{1});
        const auto& saved = f.service.savedRegistries.front();
        QCOMPARE(saved.name, std::string("mlflow-new"));
        QCOMPARE(saved.auth, std::string("bearer"));
        QCOMPARE(saved.aliases.at("production"), std::string("production"));
        QTRY_COMPARE(f.service.registrySecrets.size(), std::size_t{1});
        QCOMPARE(f.service.registrySecrets.front().second, QStringLiteral("s3cret"));
    }

    void anErrorHasItsFace()
    {
        Fixture f;
        f.service.failures.emplace(
            QStringLiteral("connections"), couldNot("CS-WORKSPACE-CLOSED", "No workspace is open."));
        f.show();
        QVERIFY(f.page.findChild<Face*>()->heading().contains(QLatin1String("could not be read")));
    }

    void aServerSaysWhetherItIsInStep()
    {
        Fixture f;
        f.service.connectionsView = fake::connections();
        f.show();
        auto* panel = f.child<StorePanel>("storePanel");
        QVERIFY2(!panel->isVisible(), "a file needs no word");
        query::HeadView head = f.service.headView;
        head.location = "postgresql://db.example/countersign";
        head.link = query::HeadView::Link::Up;
        Q_EMIT f.service.headChanged(head);
        const auto said = [panel] {
            QStringList all;
            for (const Label* label : panel->findChildren<Label*>()) {
                all << label->text();
            }
            return all.join(QLatin1Char('\n'));
        };
        QVERIFY(panel->isVisible());
        QVERIFY2(said().contains(QLatin1String("In step with")), qUtf8Printable(said()));
        head.link = query::HeadView::Link::Offline;
        Q_EMIT f.service.headChanged(head);
        QVERIFY2(said().contains(QLatin1String("is not reached")), qUtf8Printable(said()));
        head.alarm = "entry 7 is another one there.";
        Q_EMIT f.service.headChanged(head);
        QVERIFY2(said().contains(QLatin1String("entry 7 is another one there.")), qUtf8Printable(said()));
        QCOMPARE(fake::unnamed(&f.page), QStringList());
    }

    void theServerHasAPageThatAsksOnce()
    {
        Fixture f;
        f.service.connectionsView = fake::connections();
        f.service.headView.location = "postgresql://db.example/countersign";
        f.service.headView.link = query::HeadView::Link::Up;
        f.service.headView.serverSize = f.service.headView.size;
        query::StoreOverview& overview = f.service.overview;
        overview.heard = fake::fakeNow();
        overview.looked = fake::fakeNow();
        overview.visitors = {{"ada", "countersign", 2, true}, {"bob", "countersignctl", 1, false}};
        overview.serverBytes = 5'000'000;
        overview.evidence = 12;
        overview.evidenceHere = 3;
        f.show();
        QCOMPARE(f.service.overviewCalls, 0);
        Q_EMIT f.service.opened(f.service.headView);
        f.page.open(QStringLiteral("server"));
        auto* page = f.child<StorePage>("storePage");
        QVERIFY(page->isVisible());
        const auto said = [page] {
            QStringList all;
            for (const Label* label : page->findChildren<Label*>()) {
                all << label->text();
            }
            return withoutIsolates(all.join(QLatin1Char('\n')));
        };
        QTRY_VERIFY2(said().contains(QLatin1String("ada (you)")), qUtf8Printable(said()));
        QVERIFY(said().contains(QLatin1String("bob")));
        QVERIFY(said().contains(bytesText(5'000'000)));
        QVERIFY2(f.child<Label>("storeBackupHint")->text().startsWith(QLatin1Char('9')),
            qUtf8Printable(f.child<Label>("storeBackupHint")->text()));
        QCOMPARE(f.service.overviewCalls, 1);
        Q_EMIT f.service.headChanged(f.service.headView); // what is heard asks nothing
        QCOMPARE(f.service.overviewCalls, 1);
        f.button("lookAtStore")->click();
        QTRY_COMPARE(f.service.overviewCalls, 2);
        QSignalSpy asked(&f.page, &ConnectionsPage::handbookAsked);
        f.button("storeHandbook")->click();
        QCOMPARE(asked.last().at(0).toString(), QStringLiteral("teams"));
        QCOMPARE(fake::unnamed(&f.page), QStringList());
    }

    void theServersStateIsSaidByTheHeadAlone()
    {
        Fixture f;
        f.service.connectionsView = fake::connections();
        f.show();
        query::HeadView head = f.service.headView;
        head.location = "postgresql://db.example/countersign";
        head.link = query::HeadView::Link::Up;
        head.serverSize = head.size;
        f.service.overview.serverOff = "db.example cannot be reached.";
        f.service.headView = head;
        Q_EMIT f.service.headChanged(head);
        f.page.open(QStringLiteral("server"));
        const auto state = [&f] { // the last one made; those before it go with the next turn of the loop
            return withoutIsolates(f.page.findChildren<Label*>(QStringLiteral("storeState")).last()->text());
        };
        QCOMPARE(state(), QStringLiteral("In step"));
        head.serverSize = head.size + 7;
        f.service.headView = head;
        Q_EMIT f.service.headChanged(head);
        QVERIFY2(state().startsWith(QLatin1String("Behind by 7")), qUtf8Printable(state()));
        head.link = query::HeadView::Link::Offline;
        Q_EMIT f.service.headChanged(head);
        QVERIFY2(state().startsWith(QLatin1String("Offline")), qUtf8Printable(state()));
        head.alarm = "entry 7 is another one there.";
        Q_EMIT f.service.headChanged(head);
        QVERIFY2(state().startsWith(QLatin1String("Alarm")), qUtf8Printable(state()));
        f.page.open(QStringLiteral("r51"));
        QVERIFY(!f.child<StorePage>("storePage")->isVisible());
    }

    void whatWasExaminedHasItsRemedy()
    {
        Fixture f;
        f.service.connectionsView = fake::connections();
        f.service.storeChecks = {
            {"clock", query::StoreCheck::State::Bad, "This clock is 400 seconds behind.", "Set it."}};
        f.show();
        f.child<StorePanel>("storePanel")->examine();
        auto* sheet = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        QVERIFY(sheet != nullptr);
        QTRY_VERIFY(sheet->findChild<Label*>(QStringLiteral("storeCheck")) != nullptr);
        QVERIFY(sheet->findChild<Label*>(QStringLiteral("storeCheck"))->text().contains(QLatin1String("In the way")));
        QCOMPARE(fake::unnamed(sheet), QStringList());
        sheet->reject();
    }

    void everyWidgetHasAName()
    {
        Fixture f;
        f.service.connectionsView = fake::connections();
        f.show(QStringLiteral("r51"));
        QCOMPARE(fake::unnamed(&f.page), QStringList());
    }
};

QTEST_MAIN(ConnectionsTest)
#include "connections_test.moc"
