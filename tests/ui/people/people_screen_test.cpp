// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/a11y_walk.h"
#include "tests/support/fake/fake_prompter.h"
#include "tests/support/fake/fake_service.h"
#include "ui/people/keychain_panel.h"
#include "ui/people/people_page.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filter_field.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/table/table_view.h"
#include "ui/widgets/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cs;
using namespace cs::ui;

class PeopleScreenTest final : public QObject {
    Q_OBJECT

    struct Fixture {
        fake::FakeService service;
        fake::FakePrompter prompter;
        ManualClock clock{fake::fakeNow()};
        PeoplePage page{service, clock, prompter};

        void show(const QString& target = {})
        {
            page.setGuardMs(0);
            page.resize(1096, 746);
            page.show();
            service.setIdentityKey(IdentityView::Key::Open);
            QSignalSpy loaded(&page, &PeoplePage::loaded);
            page.open(target);
            QTRY_VERIFY(!loaded.isEmpty());
            QTRY_VERIFY(table()->model()->rowCount() > 0);
        }
        template <class T> T* child(const char* name) { return page.findChild<T*>(QString::fromLatin1(name)); }
        TableView* table() { return child<TableView>("peopleTable"); }
        Button* press(const char* name)
        {
            auto* button = child<Button>(name);
            if (button != nullptr) {
                button->click();
            }
            return button;
        }
        void reason(const char* text)
        {
            child<QPlainTextEdit>("actionReason")->setPlainText(QString::fromLatin1(text));
        }
    };

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void showsEverybodyWithKeysAndState()
    {
        Fixture f;
        f.show();
        QCOMPARE(f.table()->model()->rowCount(), 5);
        auto* filter = f.child<FilterField>("peopleFilter");
        filter->setText(QStringLiteral("revoked"));
        QTest::keyClick(filter, Qt::Key_Return);
        QTRY_COMPARE(f.table()->model()->rowCount(), 1);
    }

    void segmentsShowRolesDelegationsAdministrators()
    {
        Fixture f;
        f.show();
        auto* segments = f.child<Segments>("peopleSegments");
        const std::pair<const char*, int> expected[] = {{"roles", 3}, {"delegations", 1}, {"administrators", 2}};
        for (const auto& [id, rows] : expected) {
            segments->setCurrent(QString::fromLatin1(id));
            Q_EMIT segments->currentChanged(QString::fromLatin1(id));
            QTRY_COMPARE(f.table()->model()->rowCount(), rows);
        }
    }

    void goesToAnActorAndToARole()
    {
        Fixture f;
        f.show(QStringLiteral("a3"));
        QTRY_COMPARE(f.table()->currentId(), 3);
        f.page.open(QStringLiteral("role:product_owner"));
        QTRY_COMPARE(f.table()->model()->rowCount(), 3);
        QTRY_COMPARE(f.table()->currentId(), 1);
    }

    void anEndorsementShowsExactlyWhatItSigns()
    {
        Fixture f;
        f.show();
        auto* banner = f.child<Banner>("peopleBanner");
        QVERIFY(banner->isVisible());
        banner->action()->click();
        auto* sheet = f.child<Sheet>("actionSheet");
        QVERIFY(sheet != nullptr);
        QStringList words;
        for (const auto* label : sheet->findChildren<QLabel*>()) {
            words.append(label->text());
        }
        QVERIFY(words.contains(QStringLiteral("Auditor (example)")));
        QVERIFY(words.contains(QStringLiteral("SHA256:newkey")));
        QVERIFY(words.contains(QStringLiteral("Joins the audit team.")));
        QVERIFY(f.service.endorsed.empty());
        QVERIFY(f.press("actionVerb") != nullptr);
        QTRY_COMPARE(f.service.endorsed.size(), std::size_t(1));
        QCOMPARE(f.service.endorsed.front().first, EntryIndex(1270));
        QVERIFY(!f.service.endorsed.front().second);
    }

    void whoMayNotEndorseIsToldWhy()
    {
        Fixture f;
        f.service.peopleView.cases.front().endorseOff = "You are the person concerned (law 12).";
        f.show();
        f.child<Banner>("peopleBanner")->action()->click();
        QVERIFY(f.child<Button>("actionVerb")->isOff());
        f.press("actionVerb");
        QVERIFY(f.service.endorsed.empty());
    }

    void enrolmentShowsTheFingerprintBeforeItSigns()
    {
        Fixture f;
        f.prompter.path = QStringLiteral("/somewhere/proof.json");
        f.show();
        f.press("enrol");
        QTRY_VERIFY(f.child<Sheet>("actionSheet") != nullptr);
        QVERIFY(f.child<QLabel>("proofFingerprint")->text().contains(qs(f.service.proofView.fingerprint)));
        QVERIFY(f.child<Button>("actionVerb")->isOff());
        f.reason("Joins");
        f.press("actionVerb");
        QTRY_COMPARE(f.service.peopleChanges.size(), std::size_t(1));
        QCOMPARE(f.service.peopleChanges.front().fingerprint, qs(f.service.proofView.fingerprint));
        QCOMPARE(f.service.peopleChanges.front().proofPath, f.prompter.path);
    }

    void aProofIsPastedAndEnrolled()
    {
        Fixture f;
        f.show();
        f.press("pasteProof");
        QVERIFY(f.child<Button>("readProof")->isOff());
        f.child<QPlainTextEdit>("proofText")->setPlainText(QStringLiteral("{\"kind\":\"person\"}"));
        f.press("readProof");
        QTRY_VERIFY(f.child<Sheet>("actionSheet") != nullptr);
        QCOMPARE(f.service.pastedProofs, QStringList(QStringLiteral("{\"kind\":\"person\"}")));
        f.reason("Joins");
        f.press("actionVerb");
        QTRY_COMPARE(f.service.peopleChanges.size(), std::size_t(1));
        QCOMPARE(f.service.peopleChanges.front().proofText, QStringLiteral("{\"kind\":\"person\"}"));
        QVERIFY(f.service.peopleChanges.front().proofPath.isEmpty());
        QCOMPARE(f.service.peopleChanges.front().fingerprint, qs(f.service.proofView.fingerprint));
    }

    void aPastedTextThatIsNoProofSaysWhy()
    {
        Fixture f;
        f.service.failures.insert(
            {QStringLiteral("readProofText"), usageError("CS-PEOPLE-PROOF", "The field \"kind\" is wrong.")});
        f.show();
        f.press("pasteProof");
        f.child<QPlainTextEdit>("proofText")->setPlainText(QStringLiteral("Hello"));
        f.press("readProof");
        QTRY_VERIFY(f.child<QLabel>("proofFault")->isVisible());
        QVERIFY(f.child<QLabel>("proofFault")->text().contains(QLatin1String("\"kind\"")));
        QVERIFY(f.child<Sheet>("actionSheet") == nullptr);
        QCOMPARE(fake::unnamed(f.child<Sheet>("pasteProofSheet")), QStringList());
    }

    void aKeyCanBeMadeWithItsProofAsText()
    {
        Fixture f;
        f.service.peopleView.mode = "demo";
        f.show();
        f.press("createKey");
        f.child<QLineEdit>("keyName")->setText(QStringLiteral("Nia Okafor"));
        QGuiApplication::clipboard()->clear();
        f.press("makeKeyAsText");
        QTRY_COMPARE(f.service.createdKeys.size(), std::size_t(1));
        QVERIFY(f.service.createdKeys.front().path.isEmpty());
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("{\"proof\":1}"));
    }

    void severalPersonsKeysAreNamed()
    {
        Fixture f;
        f.service.peopleView.mode = "team";
        IdentityView other = f.service.identity;
        other.person.name = "Bob";
        f.service.others = {other};
        f.show();
        QTRY_VERIFY(f.child<Banner>("severalKeys") != nullptr);
        const QString words = f.child<Banner>("severalKeys")->findChildren<Label*>().last()->text();
        QVERIFY2(words.contains(QLatin1String("Bob")), qUtf8Printable(words));
    }

    void theExampleHoldsEverybodysKeysAndSaysNothing()
    {
        Fixture f;
        f.service.peopleView.mode = "demo";
        f.service.others = {f.service.identity};
        f.show();
        QVERIFY(f.child<Banner>("severalKeys") == nullptr);
    }

    void aLostRaceShowsWhatCameInAndKeepsTheReason()
    {
        Fixture f;
        f.prompter.path = QStringLiteral("/somewhere/proof.json");
        f.show();
        f.press("enrol");
        QTRY_VERIFY(f.child<Sheet>("actionSheet") != nullptr);
        f.reason("Joins");
        f.service.failures.insert({QStringLiteral("changePeople"),
            couldNot(changedCode, "Entries %1 to %2, %3.",
                {QStringLiteral("1281"), QStringLiteral("1281"), QStringLiteral("1281")})});
        f.press("actionVerb");
        QTRY_VERIFY(f.child<Sheet>("cameInSheet") != nullptr);
        f.service.failures.clear();
        f.press("lookAgain");
        QVERIFY(f.child<Sheet>("actionSheet")->isVisible());
        QCOMPARE(f.child<QPlainTextEdit>("actionReason")->toPlainText(), QStringLiteral("Joins"));
        f.service.peopleChanges.clear();
        f.press("actionVerb");
        QTRY_COMPARE(f.service.peopleChanges.size(), std::size_t(1));
    }

    void aBadProofFileOpensNoSheet()
    {
        Fixture f;
        f.prompter.path = QStringLiteral("/somewhere/proof.json");
        f.service.failures.insert(
            {QStringLiteral("readProof"), usageError("CS-PEOPLE-PROOF", "The field \"kind\" is wrong.")});
        f.show();
        f.press("enrol");
        QTRY_COMPARE(f.prompter.told.size(), std::size_t(1));
        QVERIFY(f.child<Sheet>("actionSheet") == nullptr);
    }

    void aCompromiseShowsWhatRestsOnTheKeyFirst()
    {
        Fixture f;
        f.show(QStringLiteral("a2"));
        QTRY_COMPARE(f.table()->currentId(), 2);
        QVERIFY(f.press("compromiseKey") != nullptr);
        auto* verb = f.child<Button>("actionVerb");
        QVERIFY(verb != nullptr && verb->isOff());
        f.reason("The laptop was stolen.");
        QVERIFY(f.service.taintAsked.empty());
        f.child<QLineEdit>("compromiseSince")->setText(QStringLiteral("99999"));
        QVERIFY(f.service.taintAsked.empty()); // no such entry
        f.child<QLineEdit>("compromiseSince")->setText(QStringLiteral("1200"));
        QTRY_COMPARE(f.service.taintAsked, std::vector<EntryIndex>{1200});
        QTRY_VERIFY(f.child<QLabel>("taintSum") != nullptr);
        QStringList words;
        for (const auto* label : f.child<QWidget>("taintView")->findChildren<QLabel*>()) {
            words.append(label->text());
        }
        const QString all = words.join(QLatin1Char('\n'));
        QVERIFY(all.contains(QLatin1String("Approved #41")));
        QVERIFY(all.contains(QLatin1String("It will count no more.")));
        QVERIFY(verb->isOff()); // not typed yet
        f.child<QLineEdit>("actionTyped")->setText(QStringLiteral("xxxx"));
        QVERIFY(!verb->isOff());
        verb->click();
        QTRY_COMPARE(f.service.peopleChanges.size(), std::size_t(1));
        QCOMPARE(f.service.peopleChanges.front().why, QStringLiteral("compromised"));
        QCOMPARE(f.service.peopleChanges.front().since.value_or(-1), EntryIndex(1200));
    }

    void grantsARoleForDomainsUntilADay()
    {
        Fixture f;
        f.show(QStringLiteral("a2"));
        QTRY_COMPARE(f.table()->currentId(), 2);
        f.press("grantRole");
        f.child<QLineEdit>("grantDomains")->setText(QStringLiteral("pricing, lending"));
        f.child<QLineEdit>("grantUntil")->setText(QStringLiteral("soon"));
        f.reason("Helps out");
        QVERIFY(f.child<Button>("actionVerb")->isOff());
        f.child<QLineEdit>("grantUntil")->setText(QStringLiteral("2027-01-31"));
        f.press("actionVerb");
        QTRY_COMPARE(f.service.peopleChanges.size(), std::size_t(1));
        const auto& change = f.service.peopleChanges.front();
        QCOMPARE(change.actor, ActorId(2));
        QCOMPARE(change.domains, (std::vector<std::string>{"pricing", "lending"}));
        QCOMPARE(qs(change.until->text()), QStringLiteral("2027-01-31T00:00:00.000Z"));
    }

    void aKeyIsMadeWithoutBeingEnrolled()
    {
        Fixture f;
        f.prompter.path = QStringLiteral("/somewhere/mine.json");
        f.show();
        f.press("createKey");
        QVERIFY(f.child<Button>("makeKey")->isOff());
        f.child<QLineEdit>("keyName")->setText(QStringLiteral("Nia Okafor"));
        f.child<QLineEdit>("newPassphrase")->setText(QStringLiteral("long enough"));
        QVERIFY(f.child<Button>("makeKey")->isOff());
        f.child<QLineEdit>("newPassphraseAgain")->setText(QStringLiteral("long enough"));
        f.press("makeKey");
        QTRY_COMPARE(f.service.createdKeys.size(), std::size_t(1));
        QCOMPARE(f.service.createdKeys.front().path, f.prompter.path);
        QTRY_VERIFY(f.child<QLabel>("createKeyResult")->text().contains(qs(f.service.proofView.fingerprint)));
        QVERIFY(f.child<QLabel>("createKeyResult")->isVisible());
        QVERIFY(!f.child<QLineEdit>("newPassphrase")->isVisible()); // what was filled in makes room for it
    }

    void anAdministratorLetsTheConsoleSynchronise()
    {
        Fixture f;
        f.show(QStringLiteral("sync-key"));
        QTRY_VERIFY(f.child<QLineEdit>("syncName") != nullptr);
        QVERIFY(!f.child<QLineEdit>("syncName")->text().isEmpty());
        f.child<QLineEdit>("syncName")->setText(QStringLiteral("Sync on desk 4"));
        f.reason("The nightly run moves to this desk.");
        QTRY_VERIFY(f.child<Button>("actionVerb")->isArmed());
        f.press("actionVerb");
        QTRY_COMPARE(f.service.peopleChanges.size(), std::size_t(1));
        QVERIFY(f.service.peopleChanges.front().kind == WorkspaceService::PeopleChange::Kind::EnrolSync);
        QCOMPARE(f.service.peopleChanges.front().name, QStringLiteral("Sync on desk 4"));
    }

    void anybodyElseCarriesItsProofToOne()
    {
        Fixture f;
        f.service.peopleView.meAdmin = false;
        QTemporaryDir folder;
        f.prompter.path = folder.filePath(QStringLiteral("proof.json"));
        f.show(QStringLiteral("sync-key"));
        QTRY_VERIFY(f.child<QLineEdit>("keyName") != nullptr);
        QVERIFY(f.child<QLineEdit>("newPassphrase") == nullptr); // it signs while nobody is there
        QVERIFY(!f.child<Button>("makeKey")->isOff());
        f.press("makeKey");
        QTRY_COMPARE(f.service.createdKeys.size(), std::size_t(1));
        QVERIFY(f.service.createdKeys.front().forSync);
    }

    void everyKeychainStateNamesItsRemedy_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("step");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, KeychainState state, const char* step, const char* said) {
            QTest::newRow(name) << static_cast<int>(state) << QString::fromLatin1(step) << QString::fromLatin1(said);
        };
        row("ready", KeychainState::Ready, "stepLock", "done");
        row("locked", KeychainState::Locked, "stepLock", "waits");
        row("no collection", KeychainState::NoCollection, "stepCollection", "failed");
        row("no service", KeychainState::NoService, "stepService", "failed");
        row("no bus", KeychainState::NoBus, "stepBus", "failed");
    }
    void everyKeychainStateNamesItsRemedy()
    {
        QFETCH(int, state);
        QFETCH(QString, step);
        QFETCH(QString, said);
        Fixture f;
        f.service.diagnosis.state = static_cast<KeychainState>(state);
        f.show();
        const auto* panel = f.page.findChild<KeychainPanel*>();
        QTRY_VERIFY(panel->findChild<QWidget*>(step) != nullptr);
        QVERIFY(panel->findChild<QWidget*>(step)->accessibleName().endsWith(said));
        const bool ready = f.service.diagnosis.state == KeychainState::Ready;
        QCOMPARE(panel->findChild<Banner*>(QStringLiteral("keychainBanner")) == nullptr, ready);
        QCOMPARE(panel->isVisible(), !ready); // shown by itself where something is wrong
        const bool locked = f.service.diagnosis.state == KeychainState::Locked;
        QCOMPARE(panel->findChild<Button*>(QStringLiteral("unlockKeychain")) != nullptr, locked);
        if (locked) {
            f.service.diagnosis.state = KeychainState::Ready;
            f.press("unlockKeychain");
            QTRY_VERIFY(panel->findChild<Banner*>(QStringLiteral("keychainBanner")) == nullptr);
            QCOMPARE(f.service.unlockCalls, 1);
        }
    }

    void whoIsNoAdministratorIsToldWhom()
    {
        Fixture f;
        f.service.peopleView.proposeOff = "Only an administrator proposes changes (law 12). Ask Tech lead.";
        f.show(QStringLiteral("a2"));
        QVERIFY(f.child<Button>("enrol")->isOff());
        QVERIFY(f.child<Button>("enrol")->offReason().contains(QLatin1String("Ask Tech lead")));
        QTRY_VERIFY(f.child<Button>("grantRole") != nullptr);
        QVERIFY(f.child<Button>("grantRole")->isOff());
        QVERIFY(!f.child<Button>("createKey")->isOff());
    }

    void exportHoldsWholeFingerprints()
    {
        Fixture f;
        QTemporaryDir folder;
        f.prompter.path = folder.filePath(QStringLiteral("people.csv"));
        f.show();
        QSignalSpy noticed(&f.page, &Page::noticed);
        f.press("peopleExport");
        QTRY_COMPARE(noticed.size(), 1);
        QFile file(f.prompter.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QCOMPARE(text.count('\n'), 6);
        QVERIFY(text.contains(QByteArray::fromStdString(f.service.peopleView.people.at(0).keys.front().fingerprint)));
    }

    void everythingHasAName()
    {
        Fixture f;
        f.service.diagnosis.state = KeychainState::Locked;
        f.show();
        QCOMPARE(fake::unnamed(&f.page), QStringList());
        f.child<Banner>("peopleBanner")->action()->click();
        QCOMPARE(fake::unnamed(f.child<Sheet>("actionSheet")), QStringList());
    }
};

QTEST_MAIN(PeopleScreenTest)
#include "people_screen_test.moc"
