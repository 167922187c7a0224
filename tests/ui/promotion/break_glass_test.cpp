// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/a11y_walk.h"
#include "tests/support/fake/fake_prompter.h"
#include "tests/support/fake/fake_service.h"
#include "ui/promotion/break_glass_sheet.h"
#include "ui/promotion/emergency.h"
#include "ui/promotion/promotions_page.h"
#include "ui/promotion/review_view.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme/theme.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace cs;
using namespace cs::ui;

namespace {

const QString reason = QStringLiteral("Production refuses every second application since noon.");

query::BreakGlassView unauthorised()
{
    query::BreakGlassView glass;
    glass.reasonMinLength = 40;
    glass.ttlSeconds = 14'400;
    glass.quota = 2;
    glass.personsNeeded = 2;
    glass.lists = {{0, {"Tech lead"}, {}, {"Mara Lindt"}, true}, {1, {"Platform team"}, {}, {"Jonas Weber"}, false}};
    glass.neverSkips = {"The rehearsed way back"};
    glass.overrides = {"24 h in canary"};
    glass.executeOff = "0 of 2 persons have authorised the emergency (law 11).";
    glass.reviewOff = "This promotion was not executed by break-glass.";
    return glass;
}

query::BreakGlassView authorised()
{
    query::BreakGlassView glass = unauthorised();
    glass.persons = 2;
    glass.authorised = true;
    glass.until = fake::fakeNow().plusSeconds(3 * 3600 + 60);
    glass.authoriseOff = "It is authorised already.";
    glass.executeOff.clear();
    return glass;
}

query::BreakGlassView executed()
{
    query::BreakGlassView glass = authorised();
    glass.executed = true;
    glass.executedAt = fake::fakeNow();
    glass.reviewDue = fake::fakeNow().plusSeconds(3 * 86'400);
    glass.executeOff = "This promotion has ended.";
    glass.review = {
        {"bg.review", "", "I have reviewed the emergency promotion.", {"Product owner"}, 1, 0, 40, {}, {}, true}};
    glass.reviewOff.clear();
    return glass;
}

} // namespace

class BreakGlassTest final : public QObject {
    Q_OBJECT

    struct Fixture {
        fake::FakeService service;
        fake::FakePrompter prompter;
        ManualClock clock{fake::fakeNow()};
        PromotionsPage page{service, clock, prompter};

        explicit Fixture(std::optional<query::BreakGlassView> glass)
        {
            service.promotionViews.at(1244).breakGlass = std::move(glass);
            page.resize(1280, 800);
            page.show();
            page.review()->setGuardMs(0);
            Q_EMIT service.identityChanged(service.identity);
            QSignalSpy loaded(&page, &PromotionsPage::loaded);
            page.open(QStringLiteral("p1244"));
            QTRY_VERIFY(!loaded.isEmpty() && page.review()->promotion().id.isValid());
        }
        Emergency& emergency() { return *page.review()->emergency(); }
        Banner& banner() { return *emergency().banner(); }
        QString bannerText()
        {
            QStringList texts;
            for (const Label* label : banner().findChildren<Label*>()) {
                texts.append(label->text());
            }
            return texts.join(QLatin1Char('\n')).remove(QChar(0x2068)).remove(QChar(0x2069));
        }
        template <class T> T* child(const char* name) { return page.findChild<T*>(QString::fromLatin1(name)); }
    };

private Q_SLOTS:
    void initTestCase() { Theme::instance().install(*qApp); }

    void withoutABreakGlassThereIsNoBannerAndTheCommandsSayWhy()
    {
        Fixture f(std::nullopt);
        QVERIFY(!f.banner().isVisible());
        QVERIFY(!f.emergency().authoriseOff().isEmpty());
        f.emergency().authorise();
        QVERIFY(f.child<BreakGlassSheet>("glassSheet") == nullptr);
    }

    void theSheetSaysWhatIsOverriddenWhatIsNotAndWhoSigns()
    {
        Fixture f(unauthorised());
        QVERIFY(!f.banner().isVisible()); // nobody has signed anything yet
        f.emergency().authorise();
        auto* sheet = f.child<BreakGlassSheet>("glassSheet");
        QVERIFY(sheet != nullptr);
        QVERIFY(f.child<Label>("glassOverrides")->text().contains(QStringLiteral("24 h in canary")));
        QVERIFY(f.child<Label>("glassNever")->text().contains(QStringLiteral("The rehearsed way back")));
        QVERIFY(f.child<Label>("glassList1")->text().contains(QStringLiteral("Jonas Weber")));
        QCOMPARE(fake::unnamed(sheet), QStringList());
    }

    void reasonAndIncidentAreNeededAndTheCounterCounts()
    {
        Fixture f(unauthorised());
        f.emergency().authorise();
        auto* sign = f.child<Button>("signButton");
        auto* words = f.child<QPlainTextEdit>("glassReason");
        auto* incident = f.child<QLineEdit>("glassIncident");
        words->setPlainText(QStringLiteral("It burns."));
        QCOMPARE(f.child<Label>("glassCounter")->text(), QStringLiteral("9"));
        QVERIFY(sign->isOff());
        words->setPlainText(reason);
        QVERIFY(sign->isOff()); // which incident?
        incident->setText(QStringLiteral("INC-4711"));
        QTRY_VERIFY(!sign->isOff());
        QCOMPARE(f.service.emergencies.back().incident, std::string("INC-4711"));
        QCOMPARE(qs(f.service.emergencies.back().text), reason);
        sign->click();
        QTRY_COMPARE(f.service.signedPages.size(), std::size_t(1));
    }

    void noKeyIsTakenWhileGuarded()
    {
        Fixture f(unauthorised());
        f.emergency().setGuardMs(60'000);
        f.emergency().authorise();
        auto* sheet = f.child<BreakGlassSheet>("glassSheet");
        QVERIFY(sheet->isGuarded());
        QTest::keyClick(f.child<QPlainTextEdit>("glassReason"), Qt::Key_A);
        QCOMPARE(f.child<QPlainTextEdit>("glassReason")->toPlainText(), QString());
        for (QPushButton* button : sheet->findChildren<QPushButton*>()) {
            QVERIFY2(!button->isDefault() && !button->autoDefault(), qPrintable(button->objectName()));
        }
    }

    void aLiveAuthorisationCountsDownAndExecutes()
    {
        Fixture f(authorised());
        QVERIFY(f.banner().isVisible());
        QVERIFY2(f.bannerText().contains(QStringLiteral("another 3 h")), qPrintable(f.bannerText()));
        f.clock.set(fake::fakeNow().plusSeconds(2 * 3600 + 1800));
        QTRY_VERIFY2(f.bannerText().contains(QStringLiteral("31 min")), qPrintable(f.bannerText()));
        f.banner().action()->click();
        QTRY_VERIFY(f.page.findChild<Button*>(QStringLiteral("actionVerb")) != nullptr);
        f.page.findChild<Button*>(QStringLiteral("actionVerb"))->click();
        QTRY_COMPARE(f.service.brokenGlass.size(), std::size_t(1));
        QVERIFY(f.service.executed.empty());
    }

    void anAuthorisationThatLapsesIsAskedForAgain()
    {
        Fixture f(authorised());
        QSignalSpy changed(&f.emergency(), &Emergency::changed);
        f.clock.set(fake::fakeNow().plusSeconds(4 * 3600));
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY2(f.bannerText().contains(QStringLiteral("lapsed")), qPrintable(f.bannerText()));
        QVERIFY(!f.banner().action()->isVisible());
    }

    void whatWasExecutedOwesAReview()
    {
        Fixture f(executed());
        QVERIFY2(f.bannerText().contains(QStringLiteral("due in 3 d")), qPrintable(f.bannerText()));
        f.banner().action()->click();
        QVERIFY(f.child<BreakGlassSheet>("glassReviewSheet") != nullptr);
        f.child<QPlainTextEdit>("glassReason")->setPlainText(reason);
        f.child<QCheckBox>("revokeBox")->setChecked(true);
        auto* sign = f.child<Button>("signButton");
        QTRY_VERIFY(!sign->isOff());
        QVERIFY(!f.service.emergencies.back().approve);
        QCOMPARE(f.service.emergencies.back().leaf, std::string("bg.review"));
        sign->click();
        QTRY_COMPARE(f.service.signedPages.size(), std::size_t(1));
    }

    void overdueTheModelIsHeld()
    {
        Fixture f(executed());
        f.clock.set(fake::fakeNow().plusSeconds(4 * 86'400));
        QTRY_VERIFY2(f.bannerText().contains(QStringLiteral("review is overdue")), qPrintable(f.bannerText()));
        QVERIFY(f.bannerText().contains(QStringLiteral("The model is held")));
    }
};

QTEST_MAIN(BreakGlassTest)
#include "break_glass_test.moc"
