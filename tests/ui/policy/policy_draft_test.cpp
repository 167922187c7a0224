// SPDX-License-Identifier: GPL-3.0-or-later
// The draft's text, what the grammar says of a place in it, and its words.
#include "core/domain/policy.h"
#include "tests/support/fake/fake_service.h"
#include "ui/widgets/policy/condition_words.h"
#include "ui/widgets/policy/draft_keeper.h"
#include "ui/widgets/policy/policy_schema.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>
#include <QTextCursor>
#include <QTextDocument>

using namespace cs;
using namespace cs::ui;

static void initPolicies()
{
    Q_INIT_RESOURCE(core);
}

class PolicyDraftTest final : public QObject {
    Q_OBJECT

    static std::string shipped()
    {
        QFile file(QStringLiteral(":/policies/default-policy.json"));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }
    static constexpr const char* all = "/gates/g.canary-to-production/require/all";

private Q_SLOTS:
    void initTestCase() { initPolicies(); }

    void aChangeLeavesTheRestAndUndoBringsEveryByteBack()
    {
        PolicyDraft draft;
        draft.start(shipped(), false);
        QVERIFY(!draft.isDirty());
        const std::string sample = draft.placeOfId("cp.sample");
        QVERIFY(draft.set(sample + "/check/minCount", "20000"));
        QVERIFY(draft.isDirty());
        QCOMPARE(draft.text().size(), shipped().size());
        QCOMPARE(draft.at(sample + "/check/minCount").integer(), std::optional<std::int64_t>(20000));
        draft.undo();
        QCOMPARE(draft.text(), shipped());
        draft.redo();
        QCOMPARE(draft.at(sample + "/check/minCount").integer(), std::optional<std::int64_t>(20000));
        QVERIFY(policy::parse(draft.text()));
    }

    void movesKeepTheDocumentReadable()
    {
        PolicyDraft draft;
        draft.start(shipped(), false);
        const std::string list = all;
        const std::string first = std::string(draft.at(list + "/0/id").string());
        const std::string second = std::string(draft.at(list + "/1/id").string());
        QVERIFY(draft.move(list + "/0", list, 2));
        QCOMPARE(std::string(draft.at(list + "/0/id").string()), second);
        QCOMPARE(std::string(draft.at(list + "/1/id").string()), first);
        QVERIFY(policy::parse(draft.text()));
        draft.undo(); // one step
        QCOMPARE(draft.text(), shipped());
        QVERIFY(draft.move(list + "/3", list, 0));
        QVERIFY(policy::parse(draft.text()));
        QVERIFY(!draft.move(list, list + "/0/all", 0)); // into itself
        const std::string other = "/gates/g.staging-to-canary/require/all";
        QVERIFY(draft.move(list + "/1", other, 1));
        QVERIFY(policy::parse(draft.text()));
    }

    void copiesHaveIdsOfTheirOwn()
    {
        PolicyDraft draft;
        draft.start(shipped(), false);
        const std::string copy = draft.copyOf(draft.placeOfId("cp.high"));
        QVERIFY(QString::fromStdString(copy).contains(QStringLiteral("cp.high-2")));
        QVERIFY(QString::fromStdString(copy).contains(QStringLiteral("cp.high.soak-2")));
        QVERIFY(draft.insert(all, 0, copy));
        QVERIFY(policy::parse(draft.text()));
        QVERIFY(draft.withFreeIds("hello").empty());
        QVERIFY(draft.withFreeIds("[1]").empty());
    }

    void withoutADraftNothingChanges()
    {
        PolicyDraft draft;
        QSignalSpy opened(&draft, &PolicyDraft::openChanged);
        draft.show(shipped());
        QVERIFY(!draft.isOpen());
        QVERIFY(!draft.set("/title", "\"X\""));
        QVERIFY(!draft.erase("/title"));
        QVERIFY(!draft.move(std::string(all) + "/0", all, 2));
        QCOMPARE(draft.text(), shipped());
        QCOMPARE(opened.size(), 0);
        draft.start(shipped(), false);
        QCOMPARE(opened.size(), 1);
    }

    void offsetsCountBytesAndPositionsDoNot()
    {
        PolicyDraft draft;
        draft.start("{ \"ä→\": 1, \"b\": 2 }", false);
        const json::Span span = draft.source().spanOf(draft.at("/b"));
        const int position = draft.positionOf(static_cast<std::int64_t>(span.begin));
        QCOMPARE(draft.document()->characterAt(position), QChar(u'2'));
        QCOMPARE(draft.offsetOf(position), static_cast<std::int64_t>(span.begin));
        QVERIFY(draft.set("/b", "3"));
        QCOMPARE(draft.text(), std::string("{ \"ä→\": 1, \"b\": 3 }"));
    }

    void textThatIsNoJsonIsADraftToo()
    {
        PolicyDraft draft;
        draft.start("{ \"a\": ", false);
        QVERIFY(!draft.source().status());
        QVERIFY(!draft.set("/a", "1"));
        QTextCursor cursor(draft.document());
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(QStringLiteral("1 }"));
        QVERIFY(draft.source().status().has_value());
        QCOMPARE(draft.at("/a").integer(), std::optional<std::int64_t>(1));
    }

    void theGrammarKnowsEveryPlaceOfTheShippedPolicy()
    {
        const json::Source source(shipped());
        const PolicySchema& schema = PolicySchema::shipped();
        int known = 0;
        QStringList unknown;
        const std::function<void(json::Value, const std::string&)> visit = [&](json::Value value,
                                                                               const std::string& at) {
            const SchemaNode node = schema.at(source, at);
            if (node.kind == SchemaNode::Kind::Any && value.type() != json::Type::Null && !value.isObject())
                unknown.append(QString::fromStdString(at));
            ++known;
            std::size_t index = 0;
            if (value.isObject())
                for (const json::Value child : value)
                    visit(child, at + json::step(child.key()));
            else if (value.isArray())
                for (const json::Value child : value)
                    visit(child, at + json::step(index++));
        };
        visit(source.root(), {});
        QVERIFY(known > 1500);
        // What has alternatives: a value, a limit, the digest before.
        for (const QString& place : unknown)
            QVERIFY2(place.endsWith(QLatin1String("/value")) || place.endsWith(QLatin1String("/supersedes"))
                    || place.endsWith(QLatin1String("/assumeIfMissing")) || place.endsWith(QLatin1String("/limit"))
                    || place.contains(QLatin1String("/value/")),
                qPrintable(place));
    }

    void everyKindOfCheckBeginsWithWhatItMustHave()
    {
        const PolicySchema& schema = PolicySchema::shipped();
        QCOMPARE(schema.checkKinds().size(), 16);
        for (const QString& kind : schema.checkKinds()) {
            const std::string node = "{ \"id\": \"x\", \"check\": " + schema.newCheck(kind) + " }";
            PolicyDraft draft;
            draft.start(shipped(), false);
            QVERIFY2(draft.insert(all, 0, node), qPrintable(kind));
            for (const SchemaMember& member : schema.members(draft.source(), std::string(all) + "/0/check"))
                QVERIFY2(member.node.optional || draft.at(std::string(all) + "/0/check/" + member.name).isValid(),
                    member.name.c_str());
            QVERIFY(!ConditionWords::checkHelp(kind).isEmpty());
            QVERIFY(!ConditionWords::icon(draft.at(std::string(all) + "/0")).isEmpty());
        }
    }

    void conditionsAreCalledByWhatTheyAsk()
    {
        const json::Source source(shipped());
        const auto at = [&](const char* id) {
            PolicyDraft draft;
            draft.show(shipped());
            return source.at(draft.placeOfId(id));
        };
        QCOMPARE(ConditionWords::title(at("cp.soak-high"), source), QStringLiteral("When risk tier is at least high"));
        QCOMPARE(ConditionWords::bound(at("cp.soak")), QStringLiteral("24 h"));
        QCOMPARE(ConditionWords::bound(at("cp.guardrails")), QStringLiteral("≥ 98 %"));
        QCOMPARE(ConditionWords::children(at("cp.root")).size(), at("cp.root").find("all").size());
        QCOMPARE(ConditionWords::gateTitle("g.canary-to-production", source), QStringLiteral("Canary → Production"));
        QCOMPARE(ConditionWords::member("noSuchMemberSeconds"), QStringLiteral("No such member"));
    }

    void theKeeperLoadsKeepsJudgesAndDiscards()
    {
        fake::FakeService service;
        auto& policies = service.fakePolicies;
        query::PolicyRevision one;
        one.revision = 1;
        one.inForce = true;
        one.adoption = 2;
        one.proposal = 1;
        policies.deskView.present = policies.deskView.mayEdit = true;
        policies.deskView.revisions = {one};
        policies.documents[one.digest.text()] = shipped();
        DraftKeeper keeper(service);
        keeper.reload();
        QTRY_COMPARE(keeper.draft().text(), shipped());
        QVERIFY(!keeper.draft().isOpen());
        keeper.begin();
        QTRY_VERIFY(keeper.draft().isOpen());
        QCOMPARE(keeper.draft().at("/revision").integer(), std::optional<std::int64_t>(2));
        QCOMPARE(std::string(keeper.draft().at("/supersedes").string()), one.digest.text());
        QVERIFY(keeper.draft().set("/title", "\"Another title\""));
        QTRY_VERIFY(!policies.kept.empty());
        QTRY_VERIFY(keeper.savedAt().has_value());
        QCOMPARE(policies.kept.back(), keeper.draft().text());
        QTRY_VERIFY(!policies.judged.empty());
        QCOMPARE(keeper.proposal(), keeper.draft().text());
        keeper.discard();
        QVERIFY(!keeper.draft().isOpen());
        QCOMPARE(policies.discarded, 1);
        QTRY_COMPARE(keeper.draft().text(), shipped());
    }

    void aKeptDraftIsThereAfterACrash()
    {
        fake::FakeService service;
        service.fakePolicies.deskView.present = true;
        service.fakePolicies.deskView.draft = "{ \"title\": \"half";
        DraftKeeper keeper(service);
        keeper.reload();
        QTRY_VERIFY(keeper.draft().isOpen());
        QCOMPARE(keeper.draft().text(), std::string("{ \"title\": \"half"));
        service.fakePolicies.failures.emplace(
            QStringLiteral("keepDraft"), couldNot("CS-DRAFT-IO", "The disk is full."));
        QSignalSpy failed(&keeper, &DraftKeeper::failed);
        QTextCursor cursor(keeper.draft().document());
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(QStringLiteral("\" }"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!keeper.savedAt().has_value());
    }
};

QTEST_MAIN(PolicyDraftTest)
#include "policy_draft_test.moc"
