// SPDX-License-Identifier: GPL-3.0-or-later
// One version on its way to staging through the commands, as a console or a pipeline would send them.
#include "core/crypto/hash.h"
#include "core/workspace/commands.h"
#include "core/workspace/exports.h"
#include "core/workspace/views.h"
#include "tests/support/ledger_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cs {
namespace {

class StoryTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_builder.smallTeam();
        m_session = m_builder.session();
        trustSigner();
        registerModel();
        registerVersion();
    }

    Signer by(const std::string& who) const { return m_builder.signer(m_builder.who(who)); }
    UtcTime now() { return m_builder.clock().now(); }
    EntryIndex submit(const events::Event& event, const std::string& who, std::vector<Erasable> texts = {})
    {
        m_builder.clock().advanceSeconds(1);
        const auto appended = m_session->submit(event, by(who), std::move(texts));
        EXPECT_TRUE(appended) << utf8(appended.error().message());
        return appended ? appended->index : -1;
    }
    EntryIndex submit(const Result<commands::Draft>& draft, const std::string& who)
    {
        EXPECT_TRUE(draft) << utf8(draft.error().message());
        return draft ? submit(draft->event, who, draft->erasables) : -1;
    }
    void trustSigner()
    {
        const Erasable reason = m_session->erasable("signs artifacts");
        events::AuthorityProposed proposed;
        proposed.change = events::change::Trust{"artifact", "ci-signing-key", "CI signing"};
        proposed.reason = reason.commitment;
        const EntryIndex index = submit(proposed, "Ada", {reason});
        submit(events::AuthorityEndorsed{index, "endorse"}, "Tea");
    }
    void registerModel()
    {
        events::ModelRegistered model;
        model.name = "mortgage-approval";
        model.ownerRole = "product_owner";
        m_model = ModelId(submit(model, "ml_engineer"));
        const Erasable use = m_session->erasable("Pre-checks applications; a person decides.");
        submit(events::ModelDescribed{m_model, {{"intended_use", use.commitment.digest.text()}}}, "ml_engineer", {use});
        const Erasable why = m_session->erasable("credit");
        submit(events::ModelTagsSet{m_model,
                   {{"business_domain", "lending"}, {"regulated", "true"}, {"risk_tier", "high"}}, why.commitment},
            "product_owner", {why});
    }
    void registerVersion()
    {
        events::VersionRegistered version;
        version.model = m_model;
        auto& d = version.description;
        d.label = "v1";
        d.artifact = {"file", sha256("model bytes"), 11};
        d.image = sha256("image");
        d.code = "0123abc";
        d.data = {"applications", "2026-01", sha256("data")};
        d.pipeline = {"train", "1.4.0"};
        d.contributors = {m_builder.who("ml_engineer")};
        m_version = VersionId(submit(version, "automation"));
    }
    events::ResultItem flag(const std::string& name)
    {
        events::ResultItem item;
        item.name = name;
        item.flag = true;
        return item;
    }
    events::ResultItem number(const std::string& name, double value)
    {
        events::ResultItem item;
        item.name = name;
        item.value = Decimal::fromDouble(value);
        item.unit = "1";
        return item;
    }
    void report(std::vector<events::ResultItem> items)
    {
        events::ResultReported report;
        report.version = m_version;
        report.artifact = sha256("model bytes");
        report.measuredAt = now();
        report.results = std::move(items);
        submit(report, "automation");
    }
    /// Every automated condition of dev-to-staging.
    void reportEverything()
    {
        std::vector<events::ResultItem> items{flag("ci.tests_passed"), flag("provenance/model")};
        items[1].signer = "CI signing";
        for (const char* severity : {"error", "info", "warning"}) {
            items.push_back(number("contract/schema", 0));
            items.back().slice = severity;
            items.back().n = 1000;
        }
        items.push_back(number("eval.primary", 0.91));
        items.back().dataset = events::DatasetRef{"regression-set", sha256("regression set")};
        report(std::move(items));
        std::vector<events::ResultItem> rubric;
        for (const char* section : {"data", "infra", "model", "monitor"})
            for (int n = 1; n <= 7; ++n)
                rubric.push_back(number("mlts-2017/" + std::string(section) + "-" + std::to_string(n), 1));
        report(std::move(rubric));
        m_report = *m_session->store().putBlob(BlobClass::Evidence, "evaluation");
        events::EvidenceAttached attached;
        attached.version = m_version;
        attached.kind = "evaluation_report";
        attached.media = "text/plain";
        attached.sha = m_report;
        attached.bytes = 10;
        attached.reader = "text";
        submit(attached, "automation");
    }
    PromotionId propose()
    {
        commands::ProposeRequest request;
        request.version = m_version;
        request.transition = "dev-to-staging";
        request.endpoint = "mortgage-prod";
        request.text = "First version.";
        return PromotionId(submit(commands::propose(*m_session, m_builder.who("ml_engineer"), request), "ml_engineer"));
    }
    query::PromotionView view(PromotionId id, const std::string& who)
    {
        auto made = views::promotion(*m_session, id, m_builder.who(who), now());
        EXPECT_TRUE(made) << utf8(made.error().message());
        return made.value_or(query::PromotionView{});
    }

    test::LedgerBuilder m_builder;
    std::unique_ptr<Session> m_session;
    ModelId m_model;
    VersionId m_version;
    Digest m_report;
};

TEST_F(StoryTest, fromProposalToExecutionThroughTheCommands)
{
    reportEverything();
    const PromotionId promotion = propose();
    const query::PromotionView before = view(promotion, "tech_lead");
    EXPECT_EQ(before.status, "open");
    EXPECT_EQ(before.number, 1);
    EXPECT_EQ(before.toLabel, "Staging");
    ASSERT_EQ(before.fillable.size(), 1U);
    EXPECT_EQ(before.fillable[0].leaf, "ds.review");
    EXPECT_TRUE(before.approve.on()) << before.approve.offReason;
    EXPECT_FALSE(before.execute.on());
    EXPECT_EQ(before.left.size(), 1U);

    commands::DecisionRequest request;
    request.promotion = promotion;
    const ActorId lead = m_builder.who("tech_lead");
    const auto unseen = commands::decision(*m_session, lead, request, now());
    ASSERT_FALSE(unseen);
    EXPECT_EQ(unseen.error().code(), QStringLiteral("CS-WORKSPACE-NOT-VIEWED"));
    EXPECT_TRUE(unseen.error().message().contains(QStringLiteral("evaluation_report")));
    request.viewed = {m_report};
    submit(commands::decision(*m_session, lead, request, now().plusSeconds(1)), "tech_lead");

    const query::PromotionView ready = view(promotion, "ml_engineer");
    EXPECT_TRUE(ready.execute.on()) << ready.execute.offReason;
    EXPECT_EQ(ready.passed, ready.total);
    submit(commands::execute(*m_session, promotion, now()), "ml_engineer");
    EXPECT_EQ(m_session->state().versions.find(m_version.index())->stage(), "staging");
    const query::PromotionView after = view(promotion, "tech_lead");
    EXPECT_EQ(after.status, "executed");
    EXPECT_FALSE(after.approve.on());
}

TEST_F(StoryTest, theProposerCannotApproveAndIsToldWhy)
{
    reportEverything();
    const PromotionId promotion = propose();
    const query::PromotionView own = view(promotion, "ml_engineer");
    EXPECT_FALSE(own.approve.on());
    EXPECT_NE(own.approve.offReason.find("law 6"), std::string::npos) << own.approve.offReason;
    commands::DecisionRequest request;
    request.promotion = promotion;
    request.viewed = {m_report};
    EXPECT_FALSE(commands::decision(*m_session, m_builder.who("ml_engineer"), request, now()));
    const auto early = m_session->submit(commands::execute(*m_session, promotion, now())->event, by("ml_engineer"));
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().law(), 4);
}

TEST_F(StoryTest, aRefusalNeedsAReasonAndVetoes)
{
    reportEverything();
    const PromotionId promotion = propose();
    commands::DecisionRequest request;
    request.promotion = promotion;
    request.verdict = commands::Verdict::Reject;
    const ActorId lead = m_builder.who("tech_lead");
    const auto silent = commands::decision(*m_session, lead, request, now());
    ASSERT_FALSE(silent);
    EXPECT_EQ(silent.error().code(), QStringLiteral("CS-WORKSPACE-COMMENT"));
    request.comment = "The evaluation set leaks.";
    submit(commands::decision(*m_session, lead, request, now().plusSeconds(1)), "tech_lead");
    const query::PromotionView vetoed = view(promotion, "ml_engineer2");
    EXPECT_FALSE(vetoed.execute.on());
    const auto& leaves = vetoed.gate.children;
    EXPECT_TRUE(
        std::ranges::any_of(leaves, [](const query::GateNode& n) { return n.status == query::NodeStatus::Vetoed; }));
    EXPECT_TRUE(std::ranges::any_of(
        vetoed.discussion, [](const query::CommentView& c) { return c.text == "The evaluation set leaks."; }));
    EXPECT_TRUE(vetoed.statusLine.starts_with("Refused by ")) << vetoed.statusLine;
    EXPECT_FALSE(vetoed.ownDecision);

    const query::PromotionView own = view(promotion, "tech_lead");
    ASSERT_TRUE(own.ownDecision);
    EXPECT_TRUE(own.withdrawDecision.on()) << own.withdrawDecision.offReason;
    submit(commands::withdrawDecision(*m_session, *own.ownDecision, "It does not leak."), "tech_lead");
    const query::PromotionView again = view(promotion, "tech_lead");
    EXPECT_FALSE(again.statusLine.starts_with("Refused")) << again.statusLine;
    EXPECT_FALSE(again.ownDecision);
    EXPECT_FALSE(again.withdrawDecision.on());
    EXPECT_TRUE(std::ranges::any_of(again.discussion, [](const query::CommentView& c) {
        return c.kind == "withdraw_decision" && c.text == "It does not leak.";
    })) << "the withdrawal and its reason are part of the discussion";
    EXPECT_TRUE(std::ranges::any_of(
        again.discussion, [](const query::CommentView& c) { return c.kind == "reject" && !c.note.empty(); }));
}

TEST_F(StoryTest, inboxAsksWhoCanSignAndNobodyElse)
{
    reportEverything();
    const PromotionId promotion = propose();
    const auto waiting = [&](const std::string& who) {
        const auto inbox = views::inbox(*m_session, m_builder.who(who), now());
        return std::ranges::any_of(
            inbox.items, [&](const query::InboxItem& item) { return item.promotion == promotion; });
    };
    EXPECT_TRUE(waiting("tech_lead"));
    EXPECT_TRUE(waiting("ml_engineer2"));
    EXPECT_FALSE(waiting("ml_engineer"));
    EXPECT_FALSE(waiting("product_owner"));
}

TEST_F(StoryTest, entriesAreFoundBySubjectSignerAndType)
{
    reportEverything();
    const PromotionId promotion = propose();
    const auto all = views::findEntries(*m_session, "");
    ASSERT_TRUE(all);
    EXPECT_EQ(static_cast<std::int64_t>(all->size()), m_session->head().size);
    EXPECT_EQ(all->front(), m_session->head().size - 1) << "newest first";
    EXPECT_EQ(views::findEntries(*m_session, "about:" + promotion.text())->size(), 1U);
    EXPECT_EQ(views::findEntries(*m_session, "#1")->size(), 1U);
    EXPECT_EQ(
        views::findEntries(*m_session, "type:result.reported by:" + m_builder.who("automation").text())->size(), 2U);
    EXPECT_GE(views::findEntries(*m_session, "MORTGAGE")->size(), 5U);
    EXPECT_TRUE(views::findEntries(*m_session, "mortgage type:workspace.created")->empty());
    const auto rows = views::entryRows(*m_session, *all);
    ASSERT_TRUE(rows) << utf8(rows.error().message());
    for (const query::EntryRow& row : *rows)
        EXPECT_FALSE(row.says.empty()) << row.type;
    const auto detail = views::entryDetail(*m_session, promotion.index());
    ASSERT_TRUE(detail);
    EXPECT_TRUE(verifyInclusion(detail->leaf, promotion.index(), {detail->headSize, detail->headRoot}, detail->proof));
    EXPECT_NE(detail->keyState.find("in force"), std::string::npos);
}

TEST_F(StoryTest, theRecordNamesWhatItRestsOnAndProvesIt)
{
    reportEverything();
    const PromotionId promotion = propose();
    commands::DecisionRequest request;
    request.promotion = promotion;
    request.viewed = {m_report};
    request.comment = "Looked at <script>alert(1)</script>.";
    submit(commands::decision(*m_session, m_builder.who("tech_lead"), request, now().plusSeconds(1)), "tech_lead");
    const auto record = exports::recordOf(*m_session, promotion, now());
    ASSERT_TRUE(record) << utf8(record.error().message());
    EXPECT_EQ(record->approvals.size(), 1U);
    EXPECT_EQ(record->evidence.size(), 1U);
    EXPECT_GE(record->entries.size(), 4U);
    for (const reports::EntryProof& entry : record->entries)
        EXPECT_TRUE(verifyInclusion(leafHash(entry.line), entry.index, m_session->head(), entry.proof));
    const std::string html = reports::toHtml(*record);
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos);
    EXPECT_EQ(html.find("http"), html.find("http-equiv")) << "nothing remote";
    EXPECT_TRUE(json::parse(reports::toJson(*record)));
    EXPECT_FALSE(exports::promotionRecord(*m_session, promotion, "docx", now()));
}

TEST_F(StoryTest, theRecordOfAnExecutionShowsWhatWasTrueThen)
{
    reportEverything();
    const PromotionId promotion = propose();
    commands::DecisionRequest request;
    request.promotion = promotion;
    request.viewed = {m_report};
    request.comment = "Read.";
    submit(commands::decision(*m_session, m_builder.who("tech_lead"), request, now().plusSeconds(1)), "tech_lead");
    submit(commands::execute(*m_session, promotion, now()), "automation");
    // What happens afterwards is no part of it: the tests fail, the report is replaced.
    auto failed = flag("ci.tests_passed");
    failed.flag = false;
    report({failed});
    m_builder.clock().advanceSeconds(90LL * 86'400);
    const auto record = exports::recordOf(*m_session, promotion, now());
    ASSERT_TRUE(record) << utf8(record.error().message());
    EXPECT_NE(record->gateResult.find("Satisfied at execution"), std::string::npos);
    for (const reports::Criterion& item : record->criteria)
        EXPECT_TRUE(item.result == "passed" || item.result == "not applicable") << item.id << ": " << item.result;
    ASSERT_EQ(record->approvals.size(), 1U);
    EXPECT_TRUE(record->approvals[0].live) << "it counted when it mattered";
    EXPECT_TRUE(record->conditions.empty());
}

} // namespace
} // namespace cs
