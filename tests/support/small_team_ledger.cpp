// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_team_ledger.h"

#include "core/base/sha256.h"
#include "core/engine/evaluate.h"
#include "core/engine/facts.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cs::test {
namespace {

constexpr const char* endpoint = "loans";
constexpr const char* releaseSigner = "release key";

events::ResultItem flagged(const std::string& name, const std::optional<std::string>& signer = std::nullopt)
{
    events::ResultItem item;
    item.name = name;
    item.flag = true;
    item.unit = "1";
    item.signer = signer;
    return item;
}

events::ResultItem measured(const std::string& name, const std::string& value)
{
    events::ResultItem item;
    item.name = name;
    item.value = *Decimal::fromText(value);
    item.unit = "1";
    return item;
}

std::vector<events::ResultItem> testScores()
{
    std::vector<events::ResultItem> items;
    for (const char* section : {"data", "infra", "model", "monitor"})
        for (char n = '1'; n <= '7'; ++n)
            items.push_back(measured(std::string("mlts-2017/") + section + "-" + n, "1"));
    return items;
}

Digest imageOf(const std::string& label)
{
    return sha256Of("image " + label);
}

} // namespace

SmallTeamLedger::SmallTeamLedger(const std::string& policy)
{
    LedgerBuilder& b = m_builder;
    b.adopt(policy);
    b.grant(owner(), "product_owner");
    for (const char* name : {"engineer", "lead", "newcomer"})
        b.enrol(name);
    for (const char* name : {"ci", "agent"})
        b.enrol(name, "service");
    const std::pair<ActorId, const char*> roles[] = {{engineer(), "ml_engineer"}, {engineer(), "platform_team"},
        {lead(), "tech_lead"}, {lead(), "ml_engineer"}, {ci(), "automation"}, {agent(), "watch_agent"}};
    for (const auto& [actor, role] : roles)
        b.grant(actor, role);
    events::AuthorityProposed trust;
    trust.change = events::change::Trust{"artifact", "ssh-ed25519 release", releaseSigner};
    trust.reason = b.text("signs artifacts");
    b.append(trust, owner());
    b.open({owner(), engineer(), lead()}, 2);
    events::ModelRegistered model;
    model.name = "loan default";
    model.ownerRole = "product_owner";
    m_model = ModelId(b.append(model, engineer()));
    describeModel();
}

void SmallTeamLedger::describeModel()
{
    LedgerBuilder& b = m_builder;
    events::ModelDescribed described;
    described.model = m_model;
    described.set = {
        {"intended_use", b.text("Decides on loans up to 10 000 EUR.").digest.text()}, {"data_contracts", "loans"}};
    b.append(described, engineer());
    events::ModelTagsSet tags;
    tags.model = m_model;
    tags.tags = {{"risk_tier", "low"}, {"regulated", "false"}, {"business_domain", "credit"}};
    tags.reason = b.text("an internal pre-check");
    b.append(tags, owner());
    events::ModelServingSet serving;
    serving.model = m_model;
    serving.endpoint = endpoint;
    serving.region = "eu-1";
    serving.capacity = "2 replicas";
    serving.fallback = "rule of thumb";
    serving.config = sha256Of("serving config");
    serving.actuator = sha256Of("actuator config");
    b.append(serving, engineer());
}

events::VersionRegistered SmallTeamLedger::registration(ModelId model, const std::string& label) const
{
    events::VersionRegistered event;
    event.model = model;
    auto& d = event.description;
    d.label = label;
    d.artifact = {"oms", sha256Of("artifact " + label), 1000};
    d.image = imageOf(label);
    d.code = "0f3c9d1";
    d.data = {"applications", "2026-02", sha256Of("training data")};
    d.pipeline = {"train", "4"};
    d.features = {{"income", "2"}};
    d.contributors = {m_builder.who("engineer")};
    return event;
}

VersionId SmallTeamLedger::registerVersion(const std::string& label)
{
    const VersionId id(m_builder.append(registration(m_model, label), engineer()));
    m_images[id] = imageOf(label);
    return id;
}

Digest SmallTeamLedger::artifact(VersionId version) const
{
    return state().versions.find(version.index())->description.artifact.sha.value_or(Digest());
}

events::ResultReported SmallTeamLedger::report(VersionId version) const
{
    events::ResultReported event;
    event.version = version;
    event.artifact = artifact(version);
    event.measuredAt = const_cast<LedgerBuilder&>(m_builder).clock().now();
    return event;
}

events::EvidenceAttached SmallTeamLedger::evidence(VersionId version, const std::string& kind) const
{
    events::EvidenceAttached event;
    event.version = version;
    event.kind = kind;
    event.media = "text/markdown";
    event.sha = sha256Of(kind + version.text());
    event.bytes = 1200;
    event.reader = "markdown";
    return event;
}

events::DrillRecorded SmallTeamLedger::drill(VersionId version, const std::string& route) const
{
    const auto policy = state().policyInForce()->document;
    const auto production = engine::productionVersion(state(), *policy, m_model);
    events::DrillRecorded event;
    event.endpoint = endpoint;
    event.route = route;
    event.restored = production ? production->text() : "fallback";
    event.restoredAt = const_cast<LedgerBuilder&>(m_builder).clock().now();
    event.durationMs = 12'000;
    event.startedAt = event.restoredAt.plusMs(-event.durationMs);
    event.probes = 20;
    event.config = sha256Of("serving config");
    event.actuator = sha256Of("actuator config");
    event.runtime = *state().versions.find(version.index())->description.image;
    event.passed = true;
    return event;
}

void SmallTeamLedger::reportFlag(VersionId version, const std::string& name, ActorId by)
{
    auto event = report(version);
    event.results = {flagged(name)};
    m_builder.append(event, by);
}

void SmallTeamLedger::reportArtifact(VersionId version, ActorId by)
{
    auto event = report(version);
    event.results = {flagged("provenance/model", releaseSigner)};
    m_builder.append(event, by);
}

void SmallTeamLedger::reportForStaging(VersionId version)
{
    reportFlag(version, "ci.tests_passed", ci());
    auto facts = report(version);
    auto contract = measured("contract/loans", "0");
    contract.slice = "error";
    contract.n = 5000;
    auto primary = measured("eval.primary", "0.83");
    primary.dataset = events::DatasetRef{"regression-set", sha256Of("regression set")};
    facts.results = {contract, primary};
    m_builder.append(facts, ci());
    auto scores = report(version);
    scores.results = testScores();
    m_builder.append(scores, ci());
    reportArtifact(version, ci());
    m_builder.append(evidence(version, "evaluation_report"), ci());
}

void SmallTeamLedger::reportForCanary(VersionId version)
{
    reportFlag(version, "safety_sweep.criteria_met", ci());
    reportFlag(version, "ops.readiness_confirmed", engineer());
    reportArtifact(version, ci());
    m_builder.append(drill(version, "canary"), agent());
}

void SmallTeamLedger::runCanary(PromotionId canary)
{
    const engine::Promotion& promotion = *state().promotions.find(canary.index());
    const auto policy = state().policyInForce()->document;
    const policy::GuardrailSet& set = policy->guardrailSets.at("default-canary");
    events::LeaseTaken lease;
    lease.promotion = canary;
    lease.epoch = promotion.canary.epoch + 1;
    lease.until = clock().now().plusSeconds(3 * 86'400);
    m_builder.append(lease, agent());
    for (const policy::RampStep& step : set.ramp) {
        events::StepSet set1;
        set1.promotion = canary;
        set1.percent = Decimal::fromDouble(step.trafficPercent);
        set1.why = "advance";
        set1.epoch = lease.epoch;
        m_builder.append(set1, agent());
        events::CanaryWindow window;
        window.promotion = canary;
        window.from = clock().now();
        clock().advanceSeconds(step.minDurationSeconds);
        window.to = clock().now();
        window.epoch = lease.epoch;
        window.predictions = step.minSamples + 100;
        for (const policy::Guardrail& rule : set.rules)
            window.guardrails.push_back({rule.id, 1000, 1000, 0, "healthy"});
        window.samples = sha256Of("samples");
        m_builder.append(window, agent());
    }
    m_builder.append(evidence(promotion.version, "canary_report"), agent());
    m_builder.append(drill(promotion.version, "full"), agent());
    reportArtifact(promotion.version, ci());
}

std::string SmallTeamLedger::rollbackTarget() const
{
    const auto production = engine::productionVersion(state(), *state().policyInForce()->document, m_model);
    return production ? production->text() : "fallback";
}

events::PromotionProposed SmallTeamLedger::proposal(
    VersionId version, const std::string& transition, const std::string& target)
{
    events::PromotionProposed event;
    event.version = version;
    event.transition = transition;
    event.endpoint = endpoint;
    event.policy = state().policyInForce()->digest;
    event.text = m_builder.text("Better on the regression set by two points.");
    const bool exposed = transition == "staging-to-canary" || transition == "canary-to-production";
    event.rollbackTarget = !target.empty() ? target : exposed ? rollbackTarget() : "none";
    return event;
}

PromotionId SmallTeamLedger::propose(VersionId version, const std::string& transition, ActorId by)
{
    return PromotionId(m_builder.append(proposal(version, transition), by));
}

events::Decision SmallTeamLedger::decision(PromotionId id, ActorId person)
{
    const UtcTime at = clock().now().plusSeconds(1);
    const engine::Promotion& promotion = *state().promotions.find(id.index());
    const engine::Fillable fillable = engine::fillableLeaves(state(), promotion, person, at);
    events::Decision decision;
    decision.promotion = id;
    decision.parts = *engine::snapshotParts(state(), promotion, at);
    decision.snapshot = engine::snapshotDigest(decision.parts);
    if (!fillable.leaves.empty())
        decision.role = fillable.leaves.front().role;
    for (const auto& leaf : fillable.leaves)
        if (leaf.role == decision.role)
            decision.leaves.push_back({leaf.condition->id, leaf.condition->approval.statementDigest});
    std::ranges::sort(decision.leaves);
    for (const auto& item : state().versions.find(promotion.version.index())->evidence)
        if (!item.withdrawn)
            decision.viewed.push_back(item.sha);
    std::ranges::sort(decision.viewed);
    decision.viewed.erase(std::unique(decision.viewed.begin(), decision.viewed.end()), decision.viewed.end());
    decision.meaning = "approval";
    decision.comment = m_builder.text("I have looked at the evaluation report and at every slice of it.");
    return decision;
}

events::PromotionApproved SmallTeamLedger::approval(PromotionId promotion, ActorId person)
{
    return {decision(promotion, person)};
}

void SmallTeamLedger::approve(PromotionId promotion, ActorId person)
{
    const auto event = approval(promotion, person);
    ASSERT_FALSE(event.decision.leaves.empty()) << person.text() << " has nothing to sign on " << promotion.text();
    m_builder.append(event, person);
}

events::PromotionExecuted SmallTeamLedger::execution(PromotionId id) const
{
    const engine::Promotion& promotion = *state().promotions.find(id.index());
    const auto policy = state().policyInForce()->document;
    const policy::State* to = policy->state(policy->transition(promotion.transition)->to);
    events::PromotionExecuted event;
    event.promotion = id;
    event.basis = "gate";
    if (to->kind == "production")
        event.supersedes = engine::productionVersion(state(), *policy, promotion.model);
    return event;
}

void SmallTeamLedger::execute(PromotionId promotion, ActorId by)
{
    m_builder.append(execution(promotion), by);
}

events::RollbackExecuted SmallTeamLedger::rollback(VersionId from, const std::string& transition, const std::string& to)
{
    events::RollbackExecuted event;
    event.plan.transition = transition;
    event.plan.from = from;
    event.plan.to = to;
    event.plan.endpoint = endpoint;
    event.plan.trigger = {"person", std::nullopt, m_builder.text("complaints from the branch")};
    event.times = {{"decided", clock().now().ms()}, {"done", clock().now().ms() + 900}};
    event.verified = {"probe", to, 20};
    return event;
}

PromotionId SmallTeamLedger::toStaging(VersionId version)
{
    reportForStaging(version);
    const PromotionId id = propose(version, "dev-to-staging", engineer());
    approve(id, lead());
    execute(id, ci());
    return id;
}

PromotionId SmallTeamLedger::readyForCanary(VersionId version)
{
    reportForCanary(version);
    return propose(version, "staging-to-canary", engineer());
}

PromotionId SmallTeamLedger::toCanary(VersionId version)
{
    const PromotionId id = readyForCanary(version);
    approve(id, lead());
    execute(id, engineer());
    return id;
}

PromotionId SmallTeamLedger::readyForProduction(VersionId version)
{
    return propose(version, "canary-to-production", engineer());
}

PromotionId SmallTeamLedger::toProduction(VersionId version)
{
    const PromotionId id = readyForProduction(version);
    approve(id, owner());
    execute(id, engineer());
    return id;
}

VersionId SmallTeamLedger::versionInStaging(const std::string& label)
{
    const VersionId version = registerVersion(label);
    toStaging(version);
    return version;
}

VersionId SmallTeamLedger::versionInCanary(const std::string& label)
{
    const VersionId version = versionInStaging(label);
    runCanary(toCanary(version));
    return version;
}

VersionId SmallTeamLedger::versionInProduction(const std::string& label)
{
    const VersionId version = versionInCanary(label);
    toProduction(version);
    return version;
}

std::string SmallTeamLedger::editedPolicy(const std::string& piece, const std::string& by) const
{
    std::string document = smallTeamPolicy();
    const auto at = document.find(piece);
    EXPECT_NE(at, std::string::npos) << piece;
    EXPECT_EQ(document.find(piece, at + 1), std::string::npos) << piece << " stands there twice";
    document.replace(at, piece.size(), by);
    return document;
}

events::PolicyProposed SmallTeamLedger::policyProposal(const std::string& document)
{
    const auto inForce = state().policyInForce();
    events::PolicyProposed event;
    event.policy = *m_builder.store().putBlob(BlobClass::Required, document);
    event.supersedes = inForce->digest;
    event.note = m_builder.text("another policy");
    event.weakens = true;
    std::set<events::AffectedLeaf> affected;
    for (const auto& [id, gate] : inForce->document->gates)
        policy::walk(gate.require, [&, &gateId = id](const policy::Condition& node) {
            std::set<std::string> roles;
            if (node.kind == policy::Condition::Kind::Approval)
                roles.insert(node.approval.roles.begin(), node.approval.roles.end());
            else if (node.kind == policy::Condition::Kind::Check && !node.ownerRole.empty())
                roles.insert(node.ownerRole);
            if (!roles.empty())
                affected.insert({gateId, node.id, {roles.begin(), roles.end()}});
        });
    event.affected = {affected.begin(), affected.end()};
    return event;
}

EntryIndex SmallTeamLedger::proposeChange(const events::Change& change)
{
    events::AuthorityProposed proposed;
    proposed.change = change;
    proposed.reason = m_builder.text("as agreed");
    return m_builder.append(proposed, owner());
}

void SmallTeamLedger::endorse(EntryIndex proposal, ActorId by)
{
    m_builder.append(events::AuthorityEndorsed{proposal, "endorse"}, by);
}

void SmallTeamLedger::changeByAll(const events::Change& change)
{
    const EntryIndex proposal = proposeChange(change);
    for (const ActorId person : {engineer(), lead()})
        if (!state().authorityCases.at(proposal).effectiveAt)
            endorse(proposal, person);
    ASSERT_TRUE(state().authorityCases.at(proposal).effectiveAt) << "the quorum is not reached";
}

} // namespace cs::test
