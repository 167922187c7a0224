// SPDX-License-Identifier: GPL-3.0-or-later
// The stage-gate picture of lending models, as in the mockups.
#include "tests/support/fake/fake_service.h"

namespace cs::fake {

using namespace query;

namespace {

constexpr std::int64_t day = 86'400;

FlowCard card(
    std::int64_t version, const char* model, const char* label, const char* stage, CardSays says = CardSays::Nothing)
{
    FlowCard out;
    out.version = VersionId(version);
    out.model = ModelId(900 + static_cast<std::int64_t>(std::string(model).size()));
    out.modelName = model;
    out.label = label;
    out.stage = stage;
    out.says = says;
    out.since = fakeNow().plusSeconds(-2 * day);
    return out;
}

FlowStage stage(const char* id, const char* label, const char* kind, const char* exposure, std::size_t count,
    std::vector<FlowCard> cards, bool extra = false)
{
    FlowStage out;
    out.id = id;
    out.label = label;
    out.kind = kind;
    out.exposure = exposure;
    out.count = count;
    out.cards = std::move(cards);
    out.extra = extra;
    return out;
}

FlowApprover approver(std::vector<std::string> roles, const char* title, std::int64_t count, const char* mark = "")
{
    FlowApprover out;
    out.roles = std::move(roles);
    out.title = title;
    out.count = count;
    out.mark = mark;
    out.when = out.mark.empty() ? "" : out.mark == "REG" ? "Regulated system" : "Risk tier at least high";
    out.mine = title == std::string("Model-risk manager or compliance officer");
    return out;
}

FlowGate gate(const char* id, const char* from, const char* fromLabel, const char* to, const char* toLabel,
    std::size_t conditions, std::vector<FlowApprover> approvers)
{
    FlowGate out;
    out.transition = id;
    out.from = from;
    out.to = to;
    out.fromLabel = fromLabel;
    out.toLabel = toLabel;
    out.title = out.fromLabel + " → " + out.toLabel;
    out.label = "Promote to " + out.toLabel;
    out.kind = "promotion";
    out.conditions = conditions;
    out.approvers = std::move(approvers);
    out.proposers = {"ML engineer", "Tech lead"};
    out.tree.id = out.transition + ".root";
    out.tree.title = "Ready for " + out.toLabel;
    for (std::size_t n = 0; n < conditions; ++n) {
        GateNode leaf;
        leaf.id = out.transition + "." + std::to_string(n);
        leaf.title = "Condition " + std::to_string(n + 1);
        leaf.leaf = true;
        leaf.whoCan = {"Automated tests"};
        out.tree.children.push_back(leaf);
    }
    return out;
}

void openWith(FlowGate& gate, std::int64_t promotion, std::int64_t number, std::int64_t version, const char* title,
    std::size_t passed, std::size_t total)
{
    FlowOpen open;
    open.id = PromotionId(promotion);
    open.number = number;
    open.version = VersionId(version);
    open.title = title;
    open.passed = passed;
    open.total = total;
    open.statusLine = std::to_string(total - passed) + " of " + std::to_string(total) + " left";
    open.judged = true;
    ++gate.open;
    ++gate.judged;
    gate.promotions.push_back(open);
    gate.best = open;
}

std::vector<FlowGate> gates()
{
    std::vector<FlowGate> all;
    all.push_back(gate("dev-to-staging", "dev", "Development", "staging", "Staging", 9,
        {approver({"ml_engineer", "tech_lead"}, "ML engineer or tech lead", 1)}));
    all.back().producers = {{"automation", "Automated tests"}};
    all.back().automatic = true;
    openWith(all.back(), 1201, 43, 1005, "arrears-forecast v5", 8, 9);
    all.push_back(gate("staging-to-canary", "staging", "Staging", "canary", "Canary", 14,
        {approver({"ml_engineer"}, "ML engineer or tech lead", 1),
            approver({"model_risk_manager"}, "Model-risk manager", 1, "HIGH"),
            approver({"security"}, "Security", 1, "SEC"),
            approver({"tech_lead"}, "Tech lead or product owner", 1, "XDOM")}));
    openWith(all.back(), 1202, 42, 1007, "loan-pricing v7", 9, 13);
    all.back().stale = 1;
    all.back().promotions.back().stale = true;
    all.push_back(gate("canary-to-production", "canary", "Canary", "production", "Production", 12,
        {approver({"product_owner"}, "Product owner or business owner", 1),
            approver(
                {"model_risk_manager", "compliance_officer"}, "Model-risk manager or compliance officer", 1, "REG"),
            approver({"model_risk_committee"}, "Model risk committee", 2, "HIGH")}));
    openWith(all.back(), 1244, 41, 1014, "mortgage-approval v14", 9, 11);
    all.back().waitsForMe = 1;
    all.back().promotions.back().waitsForMe = true;
    all.back().frozenUntil = fakeNow().plusSeconds(day);
    all.push_back(gate("production-to-archived", "production", "Production", "archived", "Archived", 6,
        {approver({"platform_team"}, "Platform team", 1)}));
    all.push_back(gate("canary-to-restricted", "canary", "Canary", "restricted", "Restricted", 12,
        {approver({"product_owner"}, "Product owner", 1)}));
    all.push_back(gate("archived-to-staging", "archived", "Archived", "staging", "Staging", 9,
        {approver({"ml_engineer"}, "ML engineer", 1)}));
    all.back().kind = "reinstatement";
    return all;
}

FlowWayBack way(const char* id, const char* from, const char* to, std::int64_t seconds, bool reinstatement = false)
{
    FlowWayBack out;
    out.transition = id;
    out.label = id;
    out.from = from;
    out.to = to;
    out.reinstatement = reinstatement;
    if (!reinstatement)
        out.budgetSeconds = seconds;
    return out;
}

std::vector<FlowStage> stages()
{
    std::vector<FlowStage> all;
    all.push_back(stage("dev", "Development", "development", "none", 7,
        {card(1005, "arrears-forecast", "v5", "dev", CardSays::Ready), card(1023, "fraud-screen", "v23", "dev"),
            card(1008, "loan-pricing", "v8", "dev")}));
    all.back().cards[0].promotion = PromotionId(1201);
    all.push_back(stage("staging", "Staging", "staging", "shadow", 2,
        {card(1007, "loan-pricing", "v7", "staging", CardSays::ApprovalStale),
            card(1003, "churn-early", "v3", "staging", CardSays::CheckFails)}));
    all.back().cards[0].promotion = PromotionId(1202);
    all.back().cards[1].detail = "Fairness gap within limit on every slice";
    all.push_back(stage("canary", "Canary", "canary", "slice", 2,
        {card(1014, "mortgage-approval", "v14", "canary", CardSays::Left),
            card(1010, "property-valuation", "v10", "canary")}));
    FlowCard& mine = all.back().cards[0];
    mine.promotion = PromotionId(1244);
    mine.promotionNumber = 41;
    mine.left = 2;
    mine.total = 11;
    mine.waitsForMe = true;
    all.back().cards[1].ramp = FlowRamp{{1, 5, 25, 50}, 25};
    all.push_back(stage("production", "Production", "production", "full", 3,
        {card(1013, "mortgage-approval", "v13", "production", CardSays::Serves),
            card(1009, "property-valuation", "v9", "production", CardSays::Serves),
            card(1020, "fraud-screen", "v20", "production", CardSays::Serves)}));
    all.push_back(stage("archived", "Archived", "archived", "none", 38,
        {card(1011, "mortgage-approval", "v11", "archived"), card(1004, "loan-pricing", "v4", "archived")}));
    all.push_back(stage("restricted", "Restricted", "restricted", "subset", 1,
        {card(1002, "savings-advice", "v2", "restricted")}, true));
    all.push_back(
        stage("retired", "Retired", "retired", "none", 1, {card(1012, "mortgage-approval", "v12", "retired")}, true));
    return all;
}

ProposalOption option(const FlowGate& gate, const char* stage, const std::string& refusal)
{
    ProposalOption out;
    out.transition = gate.transition;
    out.label = gate.label;
    out.title = gate.title;
    out.from = gate.from;
    out.fromLabel = gate.fromLabel;
    out.to = gate.to;
    out.toLabel = gate.toLabel;
    out.here = gate.from == stage;
    out.state.offReason = refusal.empty() && !out.here
        ? "It is in another stage; this gate begins in " + gate.fromLabel + " (law 4)."
        : refusal;
    if (!out.here)
        return out;
    out.tree = gate.tree;
    out.total = gate.conditions;
    out.passed = gate.conditions - 2;
    for (std::size_t n = 0; n + 2 < gate.conditions; ++n)
        out.tree->children[n].status = NodeStatus::Passed;
    out.missing = {"Canary report attached: a result from Automated tests"};
    out.asked = {"Outcome confirmed: 1 signature by Product owner or business owner"};
    out.targets = {{"v1013", "v13, in production"}, {"v1012", "v12"}};
    return out;
}

ProposalView proposal(std::int64_t version, const char* model, const char* label, const char* stage,
    const char* stageLabel, const std::string& refusedTransition)
{
    ProposalView view;
    view.version = VersionId(version);
    view.modelName = model;
    view.versionLabel = label;
    view.stage = stage;
    view.stageLabel = stageLabel;
    view.endpoint = "https://serve.example/score";
    for (const FlowGate& gate : gates())
        if (gate.from == stage)
            view.options.push_back(option(gate, stage,
                gate.transition == refusedTransition ? "The proposer's role does not cover the domain." : ""));
    for (const FlowGate& gate : gates())
        if (gate.from != stage)
            view.options.push_back(option(gate, stage, ""));
    return view;
}

} // namespace

FlowView flow()
{
    FlowView view;
    view.policyRevision = 7;
    view.policySince = fakeNow().plusSeconds(-20 * day);
    view.stages = stages();
    view.gates = gates();
    view.ways = {way("staging-rollback", "staging", "dev", 60), way("canary-rollback", "canary", "staging", 30),
        way("production-rollback", "production", "staging", 900),
        way("archived-to-staging", "archived", "staging", 0, true)};
    view.ways[1].automation = true;
    view.ways[2].rehearsedAt = fakeNow().plusSeconds(-12 * day);
    view.ways[2].drilled = true;
    view.ways[2].restores = "v12";
    view.ways[2].restoresVersion = true;
    view.freezes = {{"weekend", "Weekend freeze", "Risk tier at least medium", {"canary-to-production"},
        {"Canary → Production"}, true, fakeNow().plusSeconds(-day), fakeNow().plusSeconds(day), false}};
    view.versions = 54;
    view.models = 7;
    view.allVersions = 112;
    view.allModels = 12;
    view.modelChoices = {{ModelId(917), "mortgage-approval"}, {ModelId(912), "loan-pricing"}};
    view.domainChoices = {"lending", "marketing"};
    view.riskChoices = {"low", "medium", "high"};
    return view;
}

FlowPace flowPace()
{
    FlowPace pace;
    for (int week = 0; week < 12; ++week)
        pace.weeks.push_back({fakeNow().plusSeconds((week - 12) * 7 * day), static_cast<std::size_t>(week % 4),
            week % 3 == 0 ? 1U : 0U});
    pace.leads = {{"dev-to-staging", "Development → Staging", 12, 7200, 90'000},
        {"canary-to-production", "Canary → Production", 5, 260'000, 500'000}};
    return pace;
}

std::map<std::int64_t, ProposalView> proposals()
{
    return {{1014, proposal(1014, "mortgage-approval", "v14", "canary", "Canary", "canary-to-restricted")},
        {1007, proposal(1007, "loan-pricing", "v7", "staging", "Staging", "")},
        {1011, proposal(1011, "mortgage-approval", "v11", "archived", "Archived", "")}};
}

WorkspaceService::Answer<FlowView> FakeService::flow(FlowFilter filter)
{
    flowFilter = std::move(filter);
    return answer("flow", flowView);
}
WorkspaceService::Answer<FlowPace> FakeService::flowPace(FlowFilter)
{
    return answer("flowPace", pace);
}
WorkspaceService::Answer<ProposalView> FakeService::proposals(VersionId version)
{
    const auto found = proposalViews.find(version.index());
    if (found == proposalViews.end()) {
        ProposalView none;
        none.version = version;
        return answer("proposals", none);
    }
    return answer("proposals", found->second);
}
WorkspaceService::Answer<Appended> FakeService::propose(commands::ProposeRequest request, QString)
{
    if (failures.contains(QStringLiteral("propose")))
        return answer("propose", Appended());
    proposed.push_back(request);
    return append();
}
WorkspaceService::Answer<Appended> FakeService::revise(PromotionId, QString text, QString)
{
    revised.push_back(text);
    return append();
}

} // namespace cs::fake
