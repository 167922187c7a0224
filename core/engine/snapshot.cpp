// SPDX-License-Identifier: GPL-3.0-or-later
// What an approval is of, and what makes it stale. @source ledger-events.md section 5, gates.md section 2.6.
#include "core/base/sha256.h"
#include "core/engine/evaluate_promotion.h"
#include "core/engine/facts.h"

#include <algorithm>
#include <unordered_map>

namespace cs::engine {
namespace {

using policy::ResetEffect;

std::string digestOr(const std::optional<Digest>& digest)
{
    return digest ? digest->text() : "none";
}

/// "sha256:…" of a text. A version's description, its tags and its evidence are hashed for every look at its gate and
/// seldom change: a thread keeps the digests of the last texts.
std::string digestText(const std::string& text)
{
    constexpr std::size_t longest = 2048;
    constexpr std::size_t most = 256;
    thread_local std::unordered_map<std::string, std::string> known;
    if (const auto found = known.find(text); found != known.end())
        return found->second;
    std::string digest = sha256Of(text).text();
    if (known.size() >= most)
        known.clear();
    if (text.size() <= longest)
        known.emplace(text, digest);
    return digest;
}

void describe(Parts& parts, const Version& version, const Model& model)
{
    const events::VersionDescription& d = version.description;
    parts["artifact"] = digestOr(d.artifact.sha);
    parts["image"] = digestOr(d.image);
    parts["code"] = d.code.empty() ? "none" : d.code;
    parts["data"] = digestText(d.data.name + "\n" + d.data.version + "\n" + digestOr(d.data.sha) + "\n");
    parts["pipeline"] = digestText(d.pipeline.name + "\n" + d.pipeline.version + "\n");
    std::string features;
    for (const auto& feature : d.features)
        features += feature.name + "=" + feature.version + "\n";
    parts["features"] = features.empty() ? "none" : digestText(features);
    parts["serving"] = "none";
    if (model.serving) {
        const ServingMetadata& s = *model.serving;
        parts["serving"] = digestText(s.endpoint + "\n" + s.region + "\n" + s.capacity + "\n" + s.fallback.value_or("")
            + "\n" + s.config.text() + "\n" + s.actuator.text() + "\n");
    }
}

std::set<std::string> citedKinds(const PromotionPolicies& policies, const std::string& transition)
{
    std::set<std::string> kinds;
    for (const policy::Policy* policy : policies.each()) {
        const policy::Gate* gate = policy == nullptr ? nullptr : gateFor(policies, *policy, transition);
        if (gate == nullptr)
            continue;
        policy::walk(gate->require, [&](const policy::Condition& node) {
            if (node.kind == policy::Condition::Kind::Check && !node.check.evidenceKind.empty())
                kinds.insert(node.check.evidenceKind);
            if (node.kind == policy::Condition::Kind::Approval)
                kinds.insert(node.approval.evidenceViewed.begin(), node.approval.evidenceViewed.end());
        });
    }
    return kinds;
}

std::string evidencePart(const Version& version, const std::string& kind)
{
    std::string lines;
    for (const EvidenceItem& item : version.evidence)
        if (item.kind == kind && !item.withdrawn)
            lines += item.id.text() + " " + item.sha.text() + "\n";
    return digestText(lines);
}

std::string checksPart(const LedgerState& state, const Promotion& promotion, UtcTime at)
{
    std::string lines;
    for (const auto& [leaf, result] : checkLeaves(state, promotion, at)) {
        lines += leaf->id
            + (result.status == Truth::Satisfied          ? " + "
                    : result.status == Truth::Unsatisfied ? " - "
                                                          : " ? ");
        for (std::size_t i = 0; i < result.inputs.size(); ++i)
            lines += (i == 0 ? "" : ",") + std::to_string(result.inputs[i].entry);
        lines += "\n";
    }
    return sha256Of(lines).text();
}

/// Evidence of a kind as the decision saw it: was any of it taken away since?
bool evidenceLeft(const Version& version, std::string_view kind, EntryIndex since)
{
    return std::any_of(version.evidence.begin(), version.evidence.end(), [&](const EvidenceItem& item) {
        return item.kind == kind && item.attached.index < since && item.withdrawn && item.withdrawn->index > since;
    });
}

/// Row of the invalidation table for a part that differs; empty for parts that are not compared.
std::string ruleOf(std::string_view part, const Version& version, const RecordedDecision& decision)
{
    static const std::map<std::string_view, std::string_view> rules{{"artifact", "model_artifact"},
        {"image", "container_image"}, {"code", "code_revision"}, {"data", "training_data"},
        {"features", "training_data"}, {"pipeline", "training_pipeline"}, {"serving", "serving_config"},
        {"tags", "governance_tags"}, {"text", "proposal_text"}, {"baseline", "baseline_version"}};
    if (const auto found = rules.find(part); found != rules.end())
        return std::string(found->second);
    if (part.starts_with("evidence/"))
        return evidenceLeft(version, part.substr(9), decision.stamp.index) ? "evidence_changed" : "evidence_added";
    return {};
}

/// The stricter effect of the two revisions.
ResetEffect effectOf(const PromotionPolicies& policies, const std::string& rule)
{
    ResetEffect effect = ResetEffect::Keep;
    for (const policy::Policy* policy : policies.each()) {
        if (policy == nullptr)
            continue;
        const auto found = policy->onChange.find(rule);
        effect = std::max(effect, found == policy->onChange.end() ? ResetEffect::ResetAll : found->second);
    }
    return effect;
}

/// Did the decision have to view that kind (any kind, if empty)?
bool hadToView(const PromotionPolicies& policies, const std::string& transition, const RecordedDecision& decision,
    std::string_view kind)
{
    for (const auto& item : decision.decision.leaves)
        for (const policy::Condition* leaf : approvalLeaves(policies, transition, item.leaf)) {
            const auto& viewed = leaf->approval.evidenceViewed;
            if (kind.empty() ? !viewed.empty() : std::find(viewed.begin(), viewed.end(), kind) != viewed.end())
                return true;
        }
    return false;
}

/// Revisions adopted since the decision.
bool policyMoved(
    const LedgerState& state, const PromotionPolicies& policies, const RecordedDecision& decision, std::string& rule)
{
    for (const auto& [index, change] : state.policyCases) {
        if (!change.adoptedAt || *change.adoptedAt < decision.stamp.index)
            continue;
        rule = change.weakens ? "policy_weakened" : "policy_strengthened";
        if (effectOf(policies, rule) == ResetEffect::ResetAll)
            return true;
    }
    return false;
}

std::string personReason(const LedgerState& state, const Promotion& promotion, const PromotionPolicies& policies,
    const RecordedDecision& decision, UtcTime at)
{
    if (decision.withdrawn)
        return "withdrawn";
    const Actor* actor = state.actor(decision.person);
    if (actor == nullptr)
        return "role_lost";
    for (const KeyRecord& key : actor->keys)
        if (key.key == decision.key && key.revokedAt)
            return "key_revoked";
    const Delegation* delegation =
        decision.decision.delegation ? delegationAt(state, *decision.decision.delegation) : nullptr;
    if (decision.decision.delegation && (delegation == nullptr || delegation->ended || at >= delegation->until))
        return "delegation_ended";
    const ActorId holder = delegation == nullptr ? decision.person : delegation->from;
    if (!holdsRoleAt(state, holder, decision.decision.role, {}, at))
        return "role_lost";
    bool alive = decision.decision.leaves.empty();
    for (const auto& item : decision.decision.leaves) {
        const auto leaves = approvalLeaves(policies, promotion.transition, item.leaf);
        alive =
            alive || leaves.empty() || std::any_of(leaves.begin(), leaves.end(), [&](const policy::Condition* leaf) {
                return at < decision.stamp.time.plusSeconds(leaf->approval.expiresAfterSeconds);
            });
    }
    return alive ? "" : "expired";
}

} // namespace

Parts comparedParts(const Subject& subject, const PromotionPolicies& policies)
{
    const Promotion& promotion = *subject.promotion;
    Parts parts;
    describe(parts, subject.version, subject.model);
    std::string tags;
    for (const auto& [name, value] : subject.tags)
        tags += name + "=" + value + "\n";
    parts["tags"] = digestText(tags);
    parts["endpoint"] = promotion.endpoint;
    parts["transition"] = promotion.transition;
    parts["text"] = promotion.text.digest.text();
    parts["baseline"] = subject.production ? subject.production->text() : "none";
    parts["policy"] = promotion.policy.text();
    parts["policyInForce"] = subject.state.policies.back().digest.text();
    for (const auto& kind : citedKinds(policies, promotion.transition))
        parts["evidence/" + kind] = evidencePart(subject.version, kind);
    return parts;
}

Result<Parts> snapshotParts(const LedgerState& state, const Promotion& promotion, UtcTime at)
{
    const PromotionPolicies policies = policiesOf(state, promotion);
    if (!policies.pinned || !policies.current)
        return fail(couldNot("CS-ENGINE-POLICY-MISSING",
            "The policy %1 is not stored here. Get its bytes from another copy of the workspace.",
            {qs(promotion.policy.text())}));
    const auto subject = subjectOf(state, *policies.pinned, promotion, at);
    if (!subject)
        return fail(couldNot(
            "CS-ENGINE-VERSION-MISSING", "The version %1 is not in this ledger.", {qs(promotion.version.text())}));
    Parts parts = comparedParts(*subject, policies);
    parts["checks"] = checksPart(state, promotion, at);
    return parts;
}

Digest snapshotDigest(const Parts& parts)
{
    json::Writer out;
    out.beginObject();
    for (const auto& [name, value] : parts)
        out.member(name, value);
    out.endObject();
    return sha256Of("countersign-snapshot/1\n" + out.text());
}

std::string staleReason(
    const Subject& subject, const PromotionPolicies& policies, const RecordedDecision& decision, const Parts& today)
{
    const Promotion& promotion = *subject.promotion;
    if (auto reason = personReason(subject.state, promotion, policies, decision, subject.at); !reason.empty())
        return reason;
    const Version& version = subject.version;
    if (decision.kind != DecisionKind::Approve)
        return {};
    const auto resets = [&](const std::string& rule, std::string_view kind) {
        const ResetEffect effect = effectOf(policies, rule);
        return effect == ResetEffect::ResetAll || effect == ResetEffect::ResetPerson
            || (effect == ResetEffect::ResetViewers && hadToView(policies, promotion.transition, decision, kind));
    };
    for (const auto& [part, seen] : decision.decision.parts) {
        const auto now = today.find(part);
        if (now == today.end() || now->second == seen)
            continue;
        const std::string rule = ruleOf(part, version, decision);
        if (!rule.empty() && resets(rule, part.starts_with("evidence/") ? std::string_view(part).substr(9) : ""))
            return part;
    }
    for (const RollbackRecord& rollback : version.rollbacks)
        if (rollback.stamp.index > decision.stamp.index && rollback.event.plan.from == version.id)
            return "rollback_of_version";
    for (const Regression& regression : promotion.regressions)
        if (regression.stamp.index > decision.stamp.index && resets("check_regressed", ""))
            return "check_regressed";
    std::string rule;
    return policyMoved(subject.state, policies, decision, rule) ? rule : "";
}

} // namespace cs::engine
