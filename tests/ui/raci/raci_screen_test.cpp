// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/a11y_walk.h"
#include "tests/support/fake/fake_prompter.h"
#include "tests/support/fake/fake_service.h"
#include "ui/raci/raci_model.h"
#include "ui/raci/raci_page.h"
#include "ui/raci/raci_picture.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/policy/draft_keeper.h"
#include "ui/widgets/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace cs;
using namespace cs::ui;

class RaciScreenTest final : public QObject {
    Q_OBJECT

    struct Fixture {
        fake::FakeService service;
        fake::FakePrompter prompter;
        DraftKeeper keeper{service};
        RaciPage page{service, keeper, prompter};

        void show(const QString& target = {})
        {
            page.resize(1096, 746);
            page.show();
            QSignalSpy loaded(&page, &RaciPage::loaded);
            page.open(target);
            QTRY_VERIFY(!loaded.isEmpty());
        }
        template <class T> T* child(const char* name) { return page.findChild<T*>(QString::fromLatin1(name)); }
        RaciTable* table() { return child<RaciTable>("raciTable"); }
        QString letter() { return child<Label>("raciLetter")->text(); }
    };

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void arrowsMoveOverCellsAndNeverOntoTheRoles()
    {
        Fixture f;
        f.show();
        QCOMPARE(f.table()->currentIndex().column(), 1);
        QCOMPARE(f.letter(), QStringLiteral("A"));
        QTest::keyClick(f.table(), Qt::Key_Left);
        QCOMPARE(f.table()->currentIndex().column(), 1);
        QTest::keyClick(f.table(), Qt::Key_Right);
        QTest::keyClick(f.table(), Qt::Key_Down);
        QCOMPARE(f.table()->currentIndex().row(), 1);
        QCOMPARE(f.table()->currentIndex().column(), 2);
        QTRY_COMPARE(f.letter(), QStringLiteral("R"));
    }

    void returnOpensTheGateOfTheCell()
    {
        Fixture f;
        f.show(QStringLiteral("production_to_archived"));
        QCOMPARE(f.table()->currentIndex().column(), 2);
        QSignalSpy asked(&f.page, &Page::goTo);
        QTest::keyClick(f.table(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(0).toByteArray(), QByteArray("flow"));
        QCOMPARE(asked.at(0).at(1).toString(), QStringLiteral("production_to_archived"));
    }

    void lettersAreSetInADraftAlone()
    {
        Fixture f;
        auto& policies = f.service.fakePolicies;
        query::PolicyRevision one;
        one.revision = 1;
        one.inForce = true;
        policies.deskView.present = policies.deskView.mayEdit = true;
        policies.deskView.revisions = {one};
        f.show();
        policies.raciView = fake::raci(true);
        const std::string role = policies.raciView.roles.at(1).id;
        const std::string transition = policies.raciView.transitions.at(1).id;
        policies.documents[one.digest.text()] = "{ \"revision\": 1, \"raci\": { \"matrix\": { \"" + transition
            + "\": { \"" + role + "\": \"R\" } }, \"overlays\": [ { \"id\": \"high\", \"matrix\": {} } ] } }";
        f.keeper.reload();
        QTRY_VERIFY(f.keeper.desk().present);
        QTest::keyClick(f.table(), Qt::Key_Right);
        QTest::keyClick(f.table(), Qt::Key_Down);
        const std::string cell = "/raci/matrix/" + transition + "/" + role;
        QSignalSpy said(&f.page, &Page::noticed);
        QTest::keyClick(f.table(), Qt::Key_C);
        QCOMPARE(said.size(), 1); // read only, and says so
        f.child<Button>("raciEdit")->click();
        QTRY_VERIFY(f.keeper.draft().isOpen());
        QTRY_VERIFY(f.child<QComboBox>("raciTarget")->isVisible());
        QTest::keyClick(f.table(), Qt::Key_C);
        QCOMPARE(std::string(f.keeper.draft().at(cell).string()), std::string("C"));
        QTest::keyClick(f.table(), Qt::Key_Delete); // the base keeps a letter
        QCOMPARE(std::string(f.keeper.draft().at(cell).string()), std::string("C"));
        f.keeper.draft().undo();
        QCOMPARE(std::string(f.keeper.draft().at(cell).string()), std::string("R"));
    }

    void anOverlayTakenAwayTakesItsContradictionAway()
    {
        Fixture f;
        f.show();
        auto* box = f.child<QCheckBox>("overlay_regulated");
        QVERIFY(box->isChecked());
        QVERIFY(f.child<Banner>("raciBanner")->isVisible());
        QCOMPARE(f.child<Button>("raciContradictions")->text(), QStringLiteral("1 contradiction(s)"));
        box->click();
        QTRY_VERIFY(!f.child<Banner>("raciBanner")->isVisible());
        QVERIFY(f.service.raciOverlays.empty());
        QCOMPARE(f.child<Button>("raciContradictions")->text(), QStringLiteral("No contradiction"));
        f.child<QCheckBox>("overlay_high-risk")->click();
        QTRY_COMPARE(f.service.raciOverlays, std::vector<std::string>{"high-risk"});
    }

    void theBannerLeadsToTheVacantRole()
    {
        Fixture f;
        f.show();
        QSignalSpy asked(&f.page, &Page::goTo);
        f.child<Banner>("raciBanner")->action()->click();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.at(0).at(1).toString(), QStringLiteral("role:auditor"));
        QCOMPARE(f.table()->currentIndex().row(), 1);
        QCOMPARE(f.table()->currentIndex().column(), 2);
    }

    void cellsSayWhatTheyAreToAScreenReader()
    {
        Fixture f;
        f.show();
        const QString said = f.table()->model()->index(1, 2).data(Qt::AccessibleTextRole).toString();
        QVERIFY(said.contains(QStringLiteral("Audit, Production → Archived: Responsible.")));
        QVERIFY(said.contains(QLatin1String("Raised from Consulted by Regulated system.")));
        QVERIFY(said.contains(QLatin1String("nobody holds that role")));
    }

    void picturesAndCsvHoldTheMatrix()
    {
        query::RaciView view = fake::raci(true);
        view.roles.at(0).title = "<b>Owner</b>";
        const QImage image = QImage::fromData(raciPng(view, QStringLiteral("RACI")), "PNG");
        QVERIFY(image.width() > 400 && image.height() > 200);
        QSvgRenderer svg(raciSvg(view, QStringLiteral("RACI")));
        QVERIFY(svg.isValid());
        const QList<QByteArray> lines = raciCsv(view).split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY(lines.at(2).contains("R,Regulated system"));
        const QString html = raciHtml(view, QStringLiteral("RACI"));
        QVERIFY(!html.contains(QLatin1String("<b>")));
        QVERIFY(html.contains(QLatin1String("nobody holds that role")));
    }

    void savesWhereTheUserSays()
    {
        Fixture f;
        QTemporaryDir folder;
        f.prompter.path = folder.filePath(QStringLiteral("raci.csv"));
        f.show();
        QSignalSpy noticed(&f.page, &Page::noticed);
        for (const Command& command : f.page.commands()) {
            if (command.id == "raci.csv") {
                command.run();
            }
        }
        QTRY_COMPARE(noticed.size(), 1);
        QVERIFY(QFile::exists(f.prompter.path));
    }

    void aFailureHasAFaceWithTryAgain()
    {
        Fixture f;
        f.service.failures.insert(
            {QStringLiteral("raci"), couldNot("CS-STORE-BLOB-MISSING", "The policy is missing.")});
        f.show();
        f.service.failures.clear();
        QSignalSpy loaded(&f.page, &RaciPage::loaded);
        for (auto* button : f.page.findChildren<Button*>()) {
            if (button->isVisible() && button->text() == QLatin1String("Try again")) {
                button->click();
                break;
            }
        }
        QTRY_VERIFY(!loaded.isEmpty());
        QVERIFY(f.table()->isVisible());
    }

    void everythingHasAName()
    {
        Fixture f;
        f.show();
        QCOMPARE(fake::unnamed(&f.page), QStringList());
    }
};

QTEST_MAIN(RaciScreenTest)
#include "raci_screen_test.moc"
