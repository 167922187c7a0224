// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/evaluate.h"

#include "core/engine/break_glass.h"
#include "core/engine/evaluate_draft.h"
#include "core/engine/evaluate_promotion.h"
#include "core/engine/facts.h"
#include "core/engine/freeze.h"

#include <algorithm>

namespace cs::engine {
namespace {

using policy::Condition;

Error policyMissing(const Digest& digest)
{
    return couldNot("CS-ENGINE-POLICY-MISSING",
        "The policy %1 is not stored here. Get its bytes from another copy of the workspace.", {qs(digest.text())});
}

Error versionMissing(VersionId version)
{
    return couldNot("CS-ENGINE-VERSION-MISSING", "The version %1 is not in this ledger.", {qs(version.text())});
}

void countLeaves(const NodeResult& node, GateResult& result)
{
    if (node.condition->isLeaf() || node.condition->kind == Condition::Kind::Not) {
        ++result.applicableLeaves;
        result.passedLeaves += node.status == Truth::Satisfied ? 1U : 0U;
        return;
    }
    for (const NodeResult& child : node.children)
        countLeaves(child, result);
}

void addLeft(GateResult& result, const NodeResult& root)
{
    for (LeftItem& item : cheapestLeft(root)) {
        const auto same = std::find_if(
            result.left.begin(), result.left.end(), [&](const LeftItem& other) { return other.leaf == item.leaf; });
        if (same == result.left.end())
            result.left.push_back(std::move(item));
        else
            same->missing = std::max(same->missing, item.missing);
    }
}

Truth both(Truth a, Truth b)
{
    return std::min(a, b); // unsatisfied < pending < satisfied
}

void judgeTree(GateResult& result, NodeResult& into, Subject& subject, const policy::Gate& gate)
{
    std::vector<std::string> deadlocked;
    into = evaluateTree(subject, gate.require, gate.acrossGate, result.decisions, &deadlocked);
    for (auto& leaf : deadlocked)
        if (std::find(result.deadlocked.begin(), result.deadlocked.end(), leaf) == result.deadlocked.end())
            result.deadlocked.push_back(std::move(leaf));
    addLeft(result, into);
    result.allFactsByOneKey = subject.factLeaves > 1 && subject.factKeys.size() == 1;
}

const NodeResult* nodeOf(const NodeResult& root, std::string_view id)
{
    if (root.id() == id)
        return &root;
    for (const NodeResult& child : root.children)
        if (const NodeResult* found = nodeOf(child, id))
            return found;
    return nullptr;
}

struct Filler {
    Subject& subject;
    const std::vector<DecisionStatus>& statuses;
    const NodeResult& root;
    ActorId person;
    Fillable& out;

    bool hasSigned(const Condition& leaf) const
    {
        const auto domains = domainsOf(subject, leaf.approval);
        return std::any_of(statuses.begin(), statuses.end(), [&](const DecisionStatus& status) {
            return status.live && status.decision->person == person
                && std::any_of(domains.begin(), domains.end(),
                    [&](const std::string& domain) { return countsForLeaf(subject, leaf, *status.decision, &domain); });
        });
    }
    std::string refusal(const NodeResult& node) const
    {
        const policy::Approval& leaf = node.condition->approval;
        if (const auto why = exclusion(subject, leaf, person))
            return *why;
        if (const auto why = notSignable(subject, leaf))
            return why->code;
        for (const auto& id : leaf.after)
            if (const NodeResult* before = nodeOf(root, id); before != nullptr && before->status != Truth::Satisfied)
                return "after " + id;
        if (hasSigned(*node.condition))
            return "already_signed";
        return node.vetoed ? "vetoed" : "";
    }
    /// Every role in which the person could sign: which one they mean is theirs to say.
    std::vector<FillableLeaf> rolesFor(const Condition& condition) const
    {
        const policy::Approval& leaf = condition.approval;
        const auto domains = domainsOf(subject, leaf);
        std::vector<FillableLeaf> roles;
        const auto add = [&](const std::string& role, std::optional<EntryIndex> delegation) {
            const bool known = std::any_of(roles.begin(), roles.end(),
                [&](const FillableLeaf& other) { return other.role == role && other.delegation == delegation; });
            if (!known)
                roles.push_back({&condition, role, delegation});
        };
        for (const auto& candidate : leaf.roles)
            for (const std::string& domain : domains) {
                if (isEligible(subject, leaf, person, candidate, &domain))
                    add(candidate, std::nullopt);
                for (const Delegation* delegation : delegationsTo(subject, leaf, candidate, person, &domain))
                    add(candidate, delegation->index);
            }
        return roles;
    }
    void offer(const NodeResult& node)
    {
        const policy::Approval& leaf = node.condition->approval;
        const auto roles = rolesFor(*node.condition);
        if (roles.empty())
            return static_cast<void>(out.refused.emplace_back(node.id(), "role"));
        if (auto why = refusal(node); !why.empty())
            return static_cast<void>(out.refused.emplace_back(node.id(), std::move(why)));
        for (const FillableLeaf& role : roles) {
            const auto known = [&](const FillableLeaf& other) {
                return other.condition->id == node.id()
                    && other.condition->approval.statementDigest == leaf.statementDigest && other.role == role.role
                    && other.delegation == role.delegation;
            };
            if (std::none_of(out.leaves.begin(), out.leaves.end(), known))
                out.leaves.push_back(role);
        }
    }
    void walk(const NodeResult& node)
    {
        if (node.condition->kind == Condition::Kind::Approval)
            offer(node);
        for (const NodeResult& child : node.children)
            walk(child);
    }
};

} // namespace

PromotionPolicies policiesOf(const LedgerState& state, const Promotion& promotion)
{
    PromotionPolicies result;
    result.pinned = state.policyDocument(promotion.policy);
    if (const PolicyInForce* current = state.policyInForce())
        result.current = current->document;
    const policy::Transition* transition = result.pinned ? result.pinned->transition(promotion.transition) : nullptr;
    if (transition != nullptr) {
        result.from = transition->from;
        result.to = transition->to;
    }
    return result;
}

const policy::Gate* gateFor(
    const PromotionPolicies& policies, const policy::Policy& policy, const std::string& transition)
{
    const policy::Transition* same = policy.transition(transition);
    if (same == nullptr || (!policies.from.empty() && (same->from != policies.from || same->to != policies.to))) {
        same = nullptr;
        for (const policy::Transition& other : policy.transitions)
            if (!other.isRollback() && !policies.from.empty() && other.from == policies.from && other.to == policies.to)
                same = &other;
    }
    return same == nullptr || same->gate.empty() ? nullptr : policy.gate(same->gate);
}

std::vector<const Condition*> approvalLeaves(
    const PromotionPolicies& policies, const std::string& transition, std::string_view id)
{
    std::vector<const Condition*> leaves;
    const auto take = [&](const Condition& node) {
        if (node.kind == Condition::Kind::Approval && node.id == id)
            leaves.push_back(&node);
    };
    for (const policy::Policy* policy : policies.each()) {
        if (policy == nullptr)
            continue;
        if (const policy::Gate* gate = gateFor(policies, *policy, transition))
            policy::walk(gate->require, take);
        for (const policy::Freeze& freeze : policy->freezes)
            if (freeze.exception)
                policy::walk(*freeze.exception, take);
    }
    return leaves;
}

std::optional<Subject> subjectOfVersion(
    const LedgerState& state, const policy::Policy& policy, VersionId id, UtcTime at)
{
    const Version* version = state.versions.find(id.index());
    const Model* model = version == nullptr ? nullptr : state.model(version->model);
    if (model == nullptr || version->stages.empty())
        return std::nullopt;
    Subject subject{.state = state,
        .policy = policy,
        .version = *version,
        .model = *model,
        .proposer = {},
        .opened = {},
        .endpoint = {},
        .transition = {},
        .at = at,
        .tags = effectiveTags(state, policy, *version),
        .production = productionVersion(state, policy, model->id),
        .makers = {},
        .factKeys = {}};
    const auto& contributors = version->description.contributors;
    subject.makers = contributors; // sorted, each once
    const auto add = [&makers = subject.makers](ActorId maker) {
        if (std::find(makers.begin(), makers.end(), maker) == makers.end())
            makers.push_back(maker);
    };
    for (const EvidenceItem& item : version->evidence)
        add(item.author);
    for (const ReportedResult& report : version->results)
        add(report.signer);
    return subject;
}

std::optional<Subject> subjectOf(
    const LedgerState& state, const policy::Policy& policy, const Promotion& promotion, UtcTime at)
{
    auto subject = subjectOfVersion(state, policy, promotion.version, at);
    if (!subject)
        return subject;
    subject->promotion = &promotion;
    subject->proposer = promotion.proposer;
    subject->opened = promotion.proposed;
    subject->endpoint = promotion.endpoint;
    subject->transition = promotion.transition;
    return subject;
}

std::vector<DecisionStatus> decisionStatuses(const Subject& subject, const PromotionPolicies& policies)
{
    std::vector<DecisionStatus> statuses;
    const Promotion& promotion = *subject.promotion;
    if (promotion.decisions.empty())
        return statuses;
    const auto today = comparedParts(subject, policies);
    statuses.reserve(promotion.decisions.size());
    for (const RecordedDecision& decision : promotion.decisions) {
        DecisionStatus& status = statuses.emplace_back(DecisionStatus{&decision, false, {}});
        status.staleBecause = staleReason(subject, policies, decision, today);
        status.live = status.staleBecause.empty();
    }
    return statuses;
}

namespace {

/// @param policies both revisions are there.
Result<GateResult> judgeGate(const LedgerState& state, const Promotion& promotion, const PromotionPolicies& policies,
    UtcTime at, const std::vector<events::FreezeOffset>& offsets)
{
    auto subject = subjectOf(state, *policies.pinned, promotion, at);
    if (!subject)
        return fail(versionMissing(promotion.version));
    const policy::Gate* gate = gateFor(policies, *policies.pinned, promotion.transition);
    if (gate == nullptr)
        return fail(refused(
            "CS-ENGINE-NO-TRANSITION", "The policy has no gate for the transition %1.", {qs(promotion.transition)}));
    GateResult result;
    result.pinnedPolicy = policies.pinned;
    result.currentPolicy = policies.current;
    result.decisions = decisionStatuses(*subject, policies);
    judgeTree(result, result.pinned, *subject, *gate);
    result.verdict = result.pinned.status;
    countLeaves(result.pinned, result);
    if (gate->proposalTtlSeconds && gate->sla.expires)
        result.expiresAt = promotion.proposed.time.plusSeconds(*gate->proposalTtlSeconds);
    if (policies.current != policies.pinned && policies.current->digest != policies.pinned->digest) {
        const policy::Gate* currentGate = gateFor(policies, *policies.current, promotion.transition);
        auto currentSubject = subjectOf(state, *policies.current, promotion, at);
        if (currentGate == nullptr || !currentSubject) {
            result.verdict = Truth::Unsatisfied;
        } else {
            judgeTree(result, result.current.emplace(), *currentSubject, *currentGate);
            result.verdict = both(result.verdict, result.current->status);
        }
    }
    result.freezes = closedFreezes(*subject, policies, result.decisions, offsets);
    result.blocked = blockedBy(state, promotion, policies, result.freezes, at);
    return result;
}

} // namespace

Result<GateResult> evaluateGate(
    const LedgerState& state, const Promotion& promotion, UtcTime at, const std::vector<events::FreezeOffset>& offsets)
{
    const PromotionPolicies policies = policiesOf(state, promotion);
    if (!policies.pinned)
        return fail(policyMissing(promotion.policy));
    if (!policies.current)
        return fail(policyMissing(state.policies.empty() ? Digest() : state.policies.back().digest));
    return judgeGate(state, promotion, policies, at, offsets);
}

Result<GateResult> evaluateUnder(const LedgerState& state, const Promotion& promotion,
    const std::shared_ptr<const policy::Policy>& draft, UtcTime at, const std::vector<events::FreezeOffset>& offsets)
{
    PromotionPolicies policies = policiesOf(state, promotion);
    policies.pinned = policies.current = draft;
    return judgeGate(state, promotion, policies, at, offsets);
}

Result<GateResult> previewGate(const LedgerState& state, VersionId version, const std::string& transition,
    const std::string& endpoint, ActorId proposer, UtcTime at)
{
    const PolicyInForce* current = state.policyInForce();
    if (current == nullptr || !current->document)
        return fail(policyMissing(current == nullptr ? Digest() : current->digest));
    return previewGateUnder(state, current->document, version, transition, endpoint, proposer, at);
}

Result<GateResult> previewGateUnder(const LedgerState& state, const std::shared_ptr<const policy::Policy>& draft,
    VersionId version, const std::string& transition, const std::string& endpoint, ActorId proposer, UtcTime at)
{
    auto subject = subjectOfVersion(state, *draft, version, at);
    if (!subject)
        return fail(versionMissing(version));
    const policy::Gate* gate = draft->gateOf(transition);
    if (gate == nullptr)
        return fail(
            usageError("CS-ENGINE-NO-TRANSITION", "The policy has no gate for the transition %1.", {qs(transition)}));
    subject->proposer = proposer;
    subject->opened = {state.size, at};
    subject->endpoint = endpoint;
    subject->transition = transition;
    GateResult result;
    result.pinnedPolicy = result.currentPolicy = draft;
    judgeTree(result, result.pinned, *subject, *gate);
    result.verdict = result.pinned.status;
    countLeaves(result.pinned, result);
    if (const auto review = overdueGlass(state, subject->model, at))
        result.blocked = Reason{"review_overdue", {review->text()}};
    return result;
}

std::vector<std::pair<const Condition*, NodeResult>> checkLeaves(
    const LedgerState& state, const Promotion& promotion, UtcTime at)
{
    std::vector<std::pair<const Condition*, NodeResult>> leaves;
    const PromotionPolicies policies = policiesOf(state, promotion);
    for (const policy::Policy* policy : policies.each()) {
        const policy::Gate* gate = policy == nullptr ? nullptr : gateFor(policies, *policy, promotion.transition);
        auto subject = gate == nullptr ? std::nullopt : subjectOf(state, *policy, promotion, at);
        if (!subject)
            continue;
        const std::function<void(const Condition&)> visit = [&](const Condition& node) {
            if (node.kind == Condition::Kind::Check) {
                leaves.emplace_back(&node, evaluateCheck(*subject, node));
            } else if (node.kind == Condition::Kind::When) {
                const std::size_t branch = subject->holds(node.when) ? 0 : 1;
                if (branch < node.children.size())
                    visit(node.children[branch]);
            } else {
                for (const Condition& child : node.children)
                    visit(child);
            }
        };
        visit(gate->require);
    }
    return leaves;
}

namespace {

/// Where a revision or the version is missing, no decision is known to be live.
std::vector<DecisionStatus> knownStatuses(
    const LedgerState& state, const Promotion& promotion, const PromotionPolicies& policies, UtcTime at)
{
    if (policies.pinned && policies.current)
        if (const auto subject = subjectOf(state, *policies.pinned, promotion, at))
            return decisionStatuses(*subject, policies);
    std::vector<DecisionStatus> statuses;
    for (const RecordedDecision& decision : promotion.decisions)
        statuses.push_back({&decision, false, "unknown"});
    return statuses;
}

} // namespace

Fillable fillableLeaves(const LedgerState& state, const Promotion& promotion, ActorId person, UtcTime at)
{
    Fillable result;
    const PromotionPolicies policies = policiesOf(state, promotion);
    const auto statuses = knownStatuses(state, promotion, policies, at);
    for (const policy::Policy* policy : policies.each()) {
        const policy::Gate* gate = policy == nullptr ? nullptr : gateFor(policies, *policy, promotion.transition);
        auto subject = gate == nullptr ? std::nullopt : subjectOf(state, *policy, promotion, at);
        if (!subject)
            continue;
        const NodeResult root = evaluateTree(*subject, gate->require, gate->acrossGate, statuses, nullptr);
        Filler{*subject, statuses, root, person, result}.walk(root);
        for (const policy::Freeze& freeze : policy->freezes)
            if (freeze.exception && gate->respectsFreezes
                && std::find(freeze.transitions.begin(), freeze.transitions.end(), promotion.transition)
                    != freeze.transitions.end()
                && closedWindow(freeze, at)) {
                const NodeResult exception = evaluateTree(*subject, *freeze.exception, true, statuses, nullptr);
                Filler{*subject, statuses, exception, person, result}.walk(exception);
            }
    }
    return result;
}

} // namespace cs::engine
