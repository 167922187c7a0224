// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/a11y_walk.h"
#include "tests/support/fake/fake_prompter.h"
#include "tests/support/fake/fake_service.h"
#include "ui/policy/draft_model.h"
#include "ui/policy/fields.h"
#include "ui/policy/policy_page.h"
#include "ui/policy/policy_tree.h"
#include "ui/policy/text_view.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using namespace cs;
using namespace cs::ui;

static void initPolicies()
{
    Q_INIT_RESOURCE(core);
}

class PolicyScreenTest final : public QObject {
    Q_OBJECT

    static std::string shipped()
    {
        QFile file(QStringLiteral(":/policies/default-policy.json"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }

    static void type(QLineEdit* line, const char* text)
    {
        line->selectAll();
        QTest::keyClicks(line, QString::fromLatin1(text));
        QTest::keyClick(line, Qt::Key_Return);
    }

    struct Fixture {
        fake::FakeService service;
        fake::FakePrompter prompter;
        fake::FakePolicies& policies = service.fakePolicies;
        ManualClock clock{UtcTime(1'790'000'000'000)};
        DraftKeeper keeper{service};
        PolicyPage page{service, keeper, clock, prompter};

        Fixture()
        {
            query::PolicyRevision one;
            one.revision = 1;
            one.inForce = true;
            one.proposal = 1;
            one.adoption = 2;
            one.adopted = UtcTime(1'780'000'000'000);
            one.title = "Countersign default promotion policy";
            policies.deskView.present = policies.deskView.mayEdit = true;
            policies.deskView.revisions = {one};
            policies.deskView.metrics = {{"eval.primary", "1", 0.83, "scores v3"}, {"fairness.gap", "1", {}, {}}};
            policies.documents[one.digest.text()] = shipped();
            policies.judgement = [](const Bytes& text) {
                query::DraftJudgement judgement;
                judgement.readable = json::Source(text).status().has_value();
                judgement.revision = 2;
                return judgement;
            };
            page.setGuardMs(0);
            page.resize(1096, 746);
        }
        void show(const QString& target = QStringLiteral("g.canary-to-production"))
        {
            page.show();
            Q_EMIT service.identityChanged(service.identity);
            QSignalSpy loaded(&page, &PolicyPage::loaded);
            page.open(target);
            QTRY_VERIFY(!loaded.isEmpty());
        }
        void edit()
        {
            child<Button>("policyPrimary")->click();
            QTRY_VERIFY(keeper.draft().isOpen());
        }
        void choose(const char* id)
        {
            page.open(QString::fromLatin1(id));
            QTRY_COMPARE(tree()->currentIndex().data(DraftModel::IdRole).toString(), QString::fromLatin1(id));
        }
        void run(const char* command)
        {
            for (const Command& each : page.commands())
                if (each.id == command)
                    each.run();
        }
        QAction* addAction(const QString& text)
        {
            run("policy.add");
            auto* menu = page.findChild<QMenu*>(QStringLiteral("policyAddMenu"));
            for (QAction* action : menu->actions())
                if (action->text() == text)
                    return action;
            return nullptr;
        }
        json::Value at(const char* id, const char* below = "")
        {
            return keeper.draft().at(keeper.draft().placeOfId(id) + below);
        }
        template <class T> T* child(const char* name) { return page.findChild<T*>(QString::fromLatin1(name)); }
        PolicyTree* tree() { return child<PolicyTree>("policyTree"); }
        QString current() { return tree()->currentIndex().data(DraftModel::IdRole).toString(); }
    };

private Q_SLOTS:
    void initTestCase()
    {
        initPolicies();
        Theme::instance().install(*qApp);
    }

    void theOneInForceIsReadOnly()
    {
        Fixture f;
        f.show();
        QCOMPARE(f.child<Button>("policyPrimary")->text(), QStringLiteral("Edit in a draft"));
        f.choose("cp.sample");
        QVERIFY(!f.child<QWidget>("field_minCount")->isEnabled());
        QVERIFY(f.child<Button>("policyAdd")->isOff());
        QVERIFY(f.child<PolicyTextView>("policyText")->isReadOnly());
        f.run("policy.remove");
        f.run("policy.when");
        f.run("policy.add");
        QCOMPARE(f.keeper.draft().text(), shipped());
    }

    void aFieldWritesOneChangeThatUndoTakesBack()
    {
        Fixture f;
        f.show();
        f.edit();
        const std::string before = f.keeper.draft().text();
        f.choose("cp.sample");
        auto* count = f.child<QLineEdit>("field_minCount");
        QVERIFY(count->isEnabled());
        count->setFocus();
        type(count, "20000");
        QCOMPARE(f.at("cp.sample", "/check/minCount").integer(), std::optional<std::int64_t>(20000));
        QCOMPARE(f.child<QLineEdit>("field_minCount"), count); // the field stays while one types
        type(count, "many");
        QCOMPARE(count->text(), QStringLiteral("20000"));
        f.run("policy.undo");
        QCOMPARE(f.keeper.draft().text(), before);
        QCOMPARE(f.child<QLineEdit>("field_minCount")->text(), QStringLiteral("10000"));
    }

    void timesHaveUnits()
    {
        Fixture f;
        f.show();
        f.edit();
        f.choose("cp.soak");
        auto* duration = f.child<DurationField>("field_minDurationSeconds");
        QCOMPARE(duration->seconds(), qint64(86400));
        auto* number = duration->findChild<QLineEdit*>(QStringLiteral("durationNumber"));
        QCOMPARE(number->text(), QStringLiteral("1"));
        type(number, "2");
        QCOMPARE(f.at("cp.soak", "/check/minDurationSeconds").integer(), std::optional<std::int64_t>(172800));
    }

    void rolesArePickedAndNotTyped()
    {
        Fixture f;
        f.show();
        f.edit();
        f.choose("cp.owner");
        auto* roles = f.child<ChoiceListField>("field_roles");
        for (QAction* action : roles->menu()->actions())
            if (action->data().toString() == QLatin1String("tech_lead"))
                action->setChecked(true);
        QCOMPARE(f.at("cp.owner", "/approval/roles").size(), std::size_t(3));
        for (const json::Value role : f.at("cp.owner", "/approval/roles"))
            QVERIFY(f.keeper.draft().at("/roles/" + std::string(role.string())).isValid());
        for (QAction* action : roles->menu()->actions()) // services approve nothing, so none is offered
            QVERIFY(action->data().toString() != QLatin1String("watch_agent"));
    }

    void anApprovalForSomeVersionsIsAddedByTwoChoices()
    {
        Fixture f;
        f.show();
        f.edit();
        f.choose("cp.root");
        const std::size_t before = f.at("cp.root", "/all").size();
        f.addAction(QStringLiteral("Approval for some versions only"))->trigger();
        QCOMPARE(f.at("cp.root", "/all").size(), before + 1);
        QCOMPARE(f.current(), QStringLiteral("cp.when"));
        auto* tag = f.child<QComboBox>("predicateTag0");
        QCOMPARE(tag->currentText(), QStringLiteral("Risk tier"));
        QCOMPARE(f.child<QComboBox>("predicateValue0")->currentText(), QStringLiteral("high"));
        f.child<QComboBox>("predicateValue0")->setCurrentIndex(1);
        Q_EMIT f.child<QComboBox>("predicateValue0")->activated(1);
        QCOMPARE(std::string(f.at("cp.when", "/when/value").string()), std::string("medium"));
        f.child<Button>("predicateAdd")->click();
        QCOMPARE(f.at("cp.when", "/when/all").size(), std::size_t(2));
        QVERIFY(policy::parse(f.keeper.draft().text()).has_value());
    }

    void conditionsAreWrappedNegatedMovedCopiedAndRemoved()
    {
        Fixture f;
        f.show();
        f.edit();
        const std::string before = f.keeper.draft().text();
        f.choose("cp.soak");
        f.run("policy.when");
        QVERIFY(!f.at("cp.soak").find("when").isValid());
        QCOMPARE(std::string(f.at("cp.when", "/then/id").string()), std::string("cp.soak"));
        f.run("policy.undo");
        f.choose("cp.soak");
        f.run("policy.groupAny");
        QCOMPARE(f.at("cp.group", "/any").size(), std::size_t(1));
        f.run("policy.undo");
        f.choose("cp.soak");
        f.run("policy.negate");
        QCOMPARE(f.current(), QStringLiteral("cp.soak.not"));
        f.run("policy.negate");
        QCOMPARE(f.current(), QStringLiteral("cp.soak"));
        f.choose("cp.owner");
        QSignalSpy said(&f.page, &Page::noticed);
        f.run("policy.negate"); // no signature counts against a promotion
        QCOMPARE(said.size(), 1);
        f.choose("cp.soak");
        f.run("policy.down");
        QCOMPARE(f.current(), QStringLiteral("cp.soak"));
        QCOMPARE(std::string(f.keeper.draft().at(f.keeper.draft().placeOfId("cp.root") + "/all/2/id").string()),
            std::string("cp.soak"));
        f.run("policy.up");
        f.run("policy.copy");
        f.run("policy.paste");
        QCOMPARE(f.current(), QStringLiteral("cp.soak-2"));
        f.run("policy.remove");
        QVERIFY(f.keeper.draft().placeOfId("cp.soak-2").empty());
        QVERIFY(policy::parse(f.keeper.draft().text()).has_value());
        QVERIFY(f.keeper.draft().text().size() <= before.size() + 8);
        QGuiApplication::clipboard()->setText(QStringLiteral("hello"));
        f.run("policy.paste");
        QCOMPARE(said.size(), 2);
    }

    void aGateKeepsACondition()
    {
        Fixture f;
        f.show();
        f.edit();
        const std::string before = f.keeper.draft().text();
        f.choose("cp.root");
        f.run("policy.remove");
        QCOMPARE(f.keeper.draft().text(), before);
    }

    void theTextIsTheSameDraft()
    {
        Fixture f;
        f.show();
        f.edit();
        f.run("policy.text");
        auto* text = f.child<PolicyTextView>("policyText");
        QVERIFY(text->isVisible());
        QTextCursor cursor = text->document()->find(QStringLiteral("\"minCount\": 10000"));
        QVERIFY(!cursor.isNull());
        cursor.insertText(QStringLiteral("\"minCount\": 30000"));
        QCOMPARE(f.at("cp.sample", "/check/minCount").integer(), std::optional<std::int64_t>(30000));
        text->setTextCursor(cursor);
        f.run("policy.text");
        QCOMPARE(f.current(), QStringLiteral("cp.sample"));
        f.run("policy.text");
        cursor = text->document()->find(QStringLiteral("\"minCount\": 30000"));
        cursor.insertText(QStringLiteral("\"minCount\": ")); // half written: the tree stays as it was
        QVERIFY(!f.keeper.draft().source().status());
        QVERIFY(f.tree()->model()->rowCount() > 0);
    }

    void completionKnowsTheGrammarAndTheWorkspace()
    {
        Fixture f;
        f.show();
        f.edit();
        f.run("policy.text");
        auto* text = f.child<PolicyTextView>("policyText");
        const auto at = [&](const QString& piece, int back) {
            QTextCursor cursor = text->document()->find(piece);
            cursor.setPosition(cursor.selectionEnd() - back);
            text->setTextCursor(cursor);
            return text->completions();
        };
        QVERIFY(at(QStringLiteral("\"advance\": \"automatic\""), 10).contains(QStringLiteral("manual")));
        QVERIFY(at(QStringLiteral("\"roles\": [\"ml_engineer\""), 12).contains(QStringLiteral("tech_lead")));
        QVERIFY(at(QStringLiteral("\"metric\": \"eval.primary\""), 13).contains(QStringLiteral("fairness.gap")));
        const QStringList members = at(QStringLiteral("\"minCount\": 10000, "), 0);
        QVERIFY2(!members.contains(QStringLiteral("minCount")), qPrintable(members.join(u',')));
        text->complete();
        QVERIFY(f.child<QListWidget>("policyCompletions")->isVisible() || members.isEmpty());
        QTest::keyClick(text, Qt::Key_Escape);
        QVERIFY(!f.child<QListWidget>("policyCompletions")->isVisible());
    }

    void whatItWeakensStandsAboveAndLeadsToItsPlace()
    {
        Fixture f;
        f.policies.judgement = [](const Bytes& text) {
            query::DraftJudgement judgement;
            judgement.readable = judgement.weakens = true;
            judgement.revision = 2;
            query::PolicyFinding finding;
            finding.kind = query::PolicyFinding::Kind::Weakens;
            finding.rule = "gate";
            const json::Source source(text);
            PolicyDraft draft;
            draft.show(text);
            finding.pointer = draft.placeOfId("sc.review");
            finding.line = 7;
            finding.transitions = {"Staging → Canary"};
            finding.tags = {{"Regulated system", "true"}};
            finding.lacks = {{"sc.review", "ML engineer confirms", true, false, 1}};
            judgement.findings = {finding};
            judgement.signers = {{"tech_lead", "Tech lead", query::PolicyAsk::Why::Affected, {}}};
            judgement.coolOffSeconds = 86400;
            judgement.changes = {{"sc.review", query::NodeChange::Weaker}};
            return judgement;
        };
        f.show();
        f.edit();
        auto* banner = f.child<Banner>("policyBanner");
        QTRY_VERIFY(banner->isVisible());
        QString words;
        for (const Label* label : banner->findChildren<Label*>())
            words += label->text();
        QVERIFY2(words.contains(QStringLiteral("ML engineer confirms")) && words.contains(QStringLiteral("Tech lead"))
                && words.contains(QStringLiteral("24 h")),
            qPrintable(words));
        auto* findings = f.child<QListWidget>("policyFindings");
        QCOMPARE(findings->count(), 1);
        f.run("policy.finding");
        QTRY_COMPARE(f.current(), QStringLiteral("sc.review"));
        QCOMPARE(f.tree()->currentIndex().data(DraftModel::ChangeRole).toInt(), int(query::NodeChange::Weaker));
    }

    void errorsForbidTheProposal()
    {
        Fixture f;
        f.policies.judgement = [](const Bytes&) {
            query::DraftJudgement judgement;
            judgement.errors = 1;
            return judgement;
        };
        f.show();
        f.edit();
        QTRY_VERIFY(f.child<Button>("policyPrimary")->isOff());
        f.run("policy.propose");
        QVERIFY(f.policies.proposed.empty());
    }

    void whatWasNotJudgedIsNotProposed()
    {
        Fixture f;
        f.show();
        f.edit();
        QTRY_VERIFY(!f.child<Button>("policyPrimary")->isOff());
        QVERIFY(f.keeper.draft().set("/title", "\"Changed a moment ago\""));
        f.run("policy.propose");
        QVERIFY(f.page.window()->findChild<QDialog*>() == nullptr);
        // Once it is judged the sheet comes by itself.
        QTRY_VERIFY(f.page.window()->findChild<QDialog*>() != nullptr);
    }

    void whoMayNotEditIsTold()
    {
        Fixture f;
        f.policies.deskView.mayEdit = false;
        f.policies.deskView.mayNot = "Only Tech lead may propose a policy here.";
        f.show();
        f.edit(); // trying is free
        QTRY_COMPARE(f.child<Button>("policyPrimary")->offReason(), QString::fromStdString(f.policies.deskView.mayNot));
    }

    void aProposalIsSignedWithItsReasonAndTheDraftIsGone()
    {
        Fixture f;
        f.show();
        f.edit();
        QVERIFY(f.keeper.draft().set("/title", "\"Stricter\""));
        QTRY_VERIFY(!f.child<Button>("policyPrimary")->isOff());
        f.policies.comparison.textBefore = shipped();
        f.policies.comparison.textNow = f.keeper.draft().text();
        f.child<Button>("policyPrimary")->click();
        QTRY_VERIFY(f.page.window()->findChild<QDialog*>() != nullptr);
        auto* sheet = f.page.window()->findChild<QDialog*>();
        const auto changes = sheet->findChildren<Label*>(QStringLiteral("documentChange"));
        QCOMPARE(changes.size(), 1);
        QVERIFY(changes.front()->text().contains(QStringLiteral("Stricter")));
        auto* reason = sheet->findChild<QPlainTextEdit*>();
        reason->setPlainText(QStringLiteral("Because of the audit"));
        for (Button* button : sheet->findChildren<Button*>())
            if (button->text() == QStringLiteral("Sign proposal"))
                button->click();
        QTRY_COMPARE(f.policies.proposed.size(), std::size_t(1));
        QCOMPARE(f.policies.notes.front(), QStringLiteral("Because of the audit"));
        QVERIFY(QString::fromStdString(f.policies.proposed.front()).contains(QStringLiteral("\"revision\": 2")));
        QTRY_VERIFY(!f.keeper.draft().isOpen());
        QCOMPARE(f.policies.discarded, 1);
    }

    void aProposedChangeShowsWhoSignedAndLetsOneSign()
    {
        Fixture f;
        query::PolicyCase change;
        change.what.revision = 2;
        change.what.proposal = 40;
        change.what.weakens = true;
        query::PolicyAsk review;
        review.leaf = "gv.review";
        review.roles = {"tech_lead", "platform_team"};
        review.roleTitles = {"Tech lead", "Platform team"};
        review.statement = "I have read the difference.";
        review.mine = {"platform_team"};
        change.asks = {review};
        change.blocked = "The review is not signed.";
        f.policies.deskView.open = {change};
        f.show(QStringLiteral("case:40"));
        auto* sign = f.child<Button>("caseSign0");
        QVERIFY(sign != nullptr);
        QVERIFY(f.child<Button>("caseAdopt")->isOff());
        query::PolicyFinding weak;
        weak.kind = query::PolicyFinding::Kind::Weakens;
        weak.message = "The cool-off becomes shorter.";
        f.policies.comparison.weakens = true;
        f.policies.comparison.findings = {weak, weak};
        sign->click();
        QTRY_VERIFY(f.page.window()->findChild<QDialog*>() != nullptr);
        auto* sheet = f.page.window()->findChild<QDialog*>();
        const auto cases = sheet->findChildren<Label*>(QStringLiteral("weakeningCase"));
        QCOMPARE(cases.size(), 1); // each once
        QVERIFY(cases.front()->text().contains(QStringLiteral("cool-off")));
        sheet->findChild<QPlainTextEdit*>()->setPlainText(QStringLiteral("Read and agreed"));
        for (Button* button : sheet->findChildren<Button*>())
            if (button->text() == QStringLiteral("Sign off"))
                button->click();
        QTRY_COMPARE(f.policies.signOffs.size(), std::size_t(1));
        QCOMPARE(f.policies.signOffs.front().role, QStringLiteral("platform_team"));
        QCOMPARE(f.policies.signOffs.front().leaf, QStringLiteral("gv.review"));
        QCOMPARE(f.policies.signOffs.front().proposal, EntryIndex(40));
        QVERIFY(!f.policies.signOffs.front().reject);
    }

    void thePastIsShownByOutcomeAndCanBeStopped()
    {
        Fixture f;
        query::SimulatedRow blocked;
        blocked.outcome = query::SimulatedRow::Outcome::Blocked;
        blocked.promotion = PromotionId(12);
        blocked.number = 3;
        blocked.title = "scores 3 → Production";
        blocked.was = "executed";
        blocked.missing = {"Second approver"};
        query::SimulatedRow same = blocked;
        same.outcome = query::SimulatedRow::Outcome::Same;
        f.policies.simulation.rows = {blocked, same};
        f.policies.simulation.blocked = f.policies.simulation.same = 1;
        f.policies.simulation.asked = {{"Tech lead", 1}};
        f.policies.simulated.title = "Ready";
        f.show();
        f.edit();
        f.child<Button>("policySimulate")->click();
        auto* rows = f.child<QTreeWidget>("simulationRows");
        QTRY_COMPARE(rows->topLevelItemCount(), 1);
        QCOMPARE(rows->topLevelItem(0)->text(4), QStringLiteral("Second approver"));
        QTRY_COMPARE(f.child<QTreeWidget>("simulationGate")->topLevelItemCount(), 1);
        auto* filter = f.child<QComboBox>("simulationFilter");
        filter->setCurrentIndex(1);
        Q_EMIT filter->activated(1);
        QCOMPARE(rows->topLevelItemCount(), 2);
        f.policies.simulationWaits = true;
        const int before = f.policies.cancelled;
        f.child<Button>("policySimulate")->click();
        QVERIFY(f.child<QWidget>("simulationProgress")->isVisible());
        for (Button* button : f.child<QWidget>("simulationProgress")->findChildren<Button*>())
            button->click();
        QTRY_VERIFY(f.policies.cancelled > before);
        QTRY_VERIFY(!f.child<QWidget>("simulationProgress")->isVisible());
    }

    void revisionsStandBesideEachOther()
    {
        Fixture f;
        f.show();
        f.edit();
        const std::string place = f.keeper.draft().placeOfId("cp.sample");
        QVERIFY(f.keeper.draft().set(place + "/check/minCount", "5"));
        f.policies.comparison.textBefore = shipped();
        f.policies.comparison.textNow = f.keeper.draft().text();
        f.policies.comparison.gates["g.canary-to-production"] = {{"cp.sample", query::NodeChange::Weaker}};
        f.policies.comparison.weakens = true;
        f.child<Button>("policyCompare")->click();
        auto* tree = f.child<QTreeWidget>("compareTree");
        QTRY_COMPARE(tree->topLevelItemCount(), 1);
        const auto* gate = tree->topLevelItem(0);
        int weaker = 0;
        for (int row = 0; row < gate->childCount(); ++row)
            weaker += gate->child(row)->text(1) == QStringLiteral("Weaker") ? 1 : 0;
        QCOMPARE(weaker, 1);
        QVERIFY(gate->childCount() > 10);
    }

    void discardingAsksFirst()
    {
        Fixture f;
        f.show();
        f.edit();
        f.prompter.confirmAnswer = false;
        f.child<Button>("policyDiscard")->click();
        QVERIFY(f.keeper.draft().isOpen());
        f.prompter.confirmAnswer = true;
        f.child<Button>("policyDiscard")->click();
        QTRY_VERIFY(!f.keeper.draft().isOpen());
        QCOMPARE(f.prompter.confirmations.size(), std::size_t(2));
    }

    void everythingHasANameAndCanBeReached()
    {
        Fixture f;
        f.show();
        f.edit();
        f.choose("cp.regulated");
        QCOMPARE(fake::unnamed(&f.page), QStringList());
    }
};

QTEST_MAIN(PolicyScreenTest)
#include "policy_screen_test.moc"
