// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sha256.h"
#include "core/engine/evaluate.h"

namespace cs::test {

/// Builds a LedgerState directly, without entries, for tests of the evaluation. Every add… is "the next entry".
class StateBuilder final {
public:
    explicit StateBuilder(std::shared_ptr<const policy::Policy> policy)
        : m_policy(std::move(policy))
    {
        state.policies.push_back({next().index, m_policy->digest, m_policy});
    }

    engine::LedgerState state;

    engine::Stamp next()
    {
        const engine::Stamp stamp{state.size++, state.time};
        state.time = state.time.plusSeconds(1);
        return stamp;
    }
    /// After rows were changed by hand: what apply() does at its end.
    void settle()
    {
        for (const auto& [id, model] : state.models)
            for (const VersionId versionId : model.versions)
                for (const PromotionId promotion : state.versions.edit(versionId.index())->promotions)
                    state.promotions.edit(promotion.index());
        engine::refreshBriefs(state);
    }
    void pass(std::int64_t seconds) { state.time = state.time.plusSeconds(seconds); }
    static PublicKey keyOf(ActorId actor) { return PublicKey(sha256Of("key" + actor.text()).array()); }
    ActorId addActor(const std::vector<std::string>& roles, engine::ActorKind kind = engine::ActorKind::Person,
        std::optional<std::vector<std::string>> domains = std::nullopt)
    {
        const engine::Stamp stamp = next();
        engine::Actor actor;
        actor.id = ActorId(stamp.index);
        actor.kind = kind;
        actor.keys.push_back({keyOf(actor.id), stamp.index, {}, {}, {}});
        for (const auto& role : roles)
            actor.assignments.push_back({stamp.index, stamp, role, domains, {}, {}});
        state.keyOwner[keyOf(actor.id)] = actor.id;
        state.actors[actor.id] = actor;
        return actor.id;
    }
    ActorId addService(const std::vector<std::string>& roles) { return addActor(roles, engine::ActorKind::Service); }
    ModelId addModel(std::map<std::string, std::string> tags)
    {
        const engine::Stamp stamp = next();
        engine::Model model;
        model.id = ModelId(stamp.index);
        model.name = "m";
        model.ownerRole = "tech_lead";
        model.registered = stamp;
        model.tags = std::move(tags);
        return (state.models[model.id] = std::move(model)).id;
    }
    engine::Version& addVersion(ModelId model, std::vector<ActorId> contributors, const std::string& stage)
    {
        const engine::Stamp stamp = next();
        engine::Version version;
        version.id = VersionId(stamp.index);
        version.model = model;
        version.registered = stamp;
        version.registeredBy = contributors.empty() ? ActorId() : contributors.front();
        version.description.label = "1";
        version.description.artifact = {"oms", sha256Of(version.id.text()), 1};
        version.description.contributors = std::move(contributors);
        const Digest artifact = *version.description.artifact.sha;
        version.stages.push_back({stage, stamp, "registered", {}, artifact});
        state.artifactVersions[artifact].push_back(version.id);
        state.models.at(model).versions.push_back(version.id);
        return state.versions.add(stamp.index, std::move(version));
    }
    engine::Promotion& addPromotion(
        engine::Version& version, const std::string& transition, ActorId proposer, const std::string& endpoint = "live")
    {
        const engine::Stamp stamp = next();
        engine::Promotion promotion;
        promotion.id = PromotionId(stamp.index);
        promotion.version = version.id;
        promotion.model = version.model;
        promotion.transition = transition;
        promotion.endpoint = endpoint;
        promotion.policy = m_policy->digest;
        promotion.proposed = promotion.roundStarted = stamp;
        promotion.proposer = proposer;
        promotion.rollbackTarget = "fallback";
        version.promotions.push_back(promotion.id);
        return state.promotions.add(stamp.index, std::move(promotion));
    }
    engine::ReportedResult& report(engine::Version& version, ActorId signer, const std::vector<std::string>& roles,
        std::vector<events::ResultItem> items)
    {
        engine::ReportedResult result;
        result.stamp = next();
        result.signer = signer;
        result.key = keyOf(signer);
        result.signerRoles = roles;
        result.report.version = version.id;
        result.report.artifact = *version.description.artifact.sha;
        result.report.measuredAt = result.stamp.time;
        result.report.results = std::move(items);
        version.results.push_back(std::move(result));
        return version.results.back();
    }
    engine::EvidenceItem& attach(engine::Version& version, const std::string& kind, ActorId author)
    {
        engine::EvidenceItem item;
        item.attached = next();
        item.id = EvidenceId(item.attached.index);
        item.kind = kind;
        item.sha = sha256Of(item.id.text());
        item.author = author;
        item.artifact = version.description.artifact.sha;
        version.evidence.push_back(item);
        return version.evidence.back();
    }
    /// A decision on the leaves with today's snapshot and everything viewed.
    engine::RecordedDecision& decide(engine::Promotion& promotion, ActorId person, const std::string& role,
        const std::vector<std::string>& leaves, engine::DecisionKind kind = engine::DecisionKind::Approve)
    {
        engine::RecordedDecision decision;
        const auto parts = engine::snapshotParts(state, promotion, state.time);
        decision.stamp = next();
        decision.person = person;
        decision.key = keyOf(person);
        decision.kind = kind;
        decision.round = promotion.round;
        decision.decision.promotion = promotion.id;
        decision.decision.role = role;
        if (parts)
            decision.decision.parts = *parts;
        for (const auto& [id, gate] : m_policy->gates)
            policy::walk(gate.require, [&](const policy::Condition& node) {
                if (std::find(leaves.begin(), leaves.end(), node.id) != leaves.end())
                    decision.decision.leaves.push_back({node.id, node.approval.statementDigest});
            });
        if (const engine::Version* version = state.versions.find(promotion.version.index()))
            for (const auto& item : version->evidence)
                decision.decision.viewed.push_back(item.sha);
        promotion.decisions.push_back(std::move(decision));
        return promotion.decisions.back();
    }

private:
    std::shared_ptr<const policy::Policy> m_policy;
};

inline events::ResultItem number(const std::string& name, double value, const std::string& unit = "1")
{
    events::ResultItem item;
    item.name = name;
    item.value = Decimal::fromDouble(value);
    item.unit = unit;
    return item;
}
inline events::ResultItem flag(const std::string& name, bool value)
{
    events::ResultItem item;
    item.name = name;
    item.flag = value;
    return item;
}

} // namespace cs::test
