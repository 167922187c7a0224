// SPDX-License-Identifier: GPL-3.0-or-later
// What stops a promotion besides its gate. @source gates.md section 2.7, design.md laws 9, 11.
#include "core/engine/evaluate_promotion.h"

#include "core/engine/facts.h"
#include "core/engine/matching.h"

#include <algorithm>

namespace cs::engine {
namespace {

using policy::Condition;

/// Is the retrospective review of a break-glass execution signed? Any way of satisfying its condition will do.
bool reviewHolds(const LedgerState& state, const Promotion& promotion, const Condition& node)
{
    const auto child = [&](const Condition& inner) { return reviewHolds(state, promotion, inner); };
    switch (node.kind) {
    case Condition::Kind::All:
        return std::all_of(node.children.begin(), node.children.end(), child);
    case Condition::Kind::Any:
        return std::any_of(node.children.begin(), node.children.end(), child);
    case Condition::Kind::AtLeast:
        return std::count_if(node.children.begin(), node.children.end(), child) >= node.count;
    case Condition::Kind::Approval: {
        std::set<ActorId> persons;
        for (const BreakGlassReview& review : promotion.breakGlassReviews)
            if (review.approve && review.leaf == node.id)
                persons.insert(review.person);
        return std::ssize(persons) >= node.approval.count;
    }
    case Condition::Kind::Not:
    case Condition::Kind::When:
    case Condition::Kind::Check:
        return false;
    }
    return false;
}

bool rolledBackSince(const Version& version, const Stamp& executed)
{
    return std::any_of(version.rollbacks.begin(), version.rollbacks.end(), [&](const RollbackRecord& record) {
        return record.stamp.index > executed.index && record.event.plan.from == version.id;
    });
}

/// A break-glass execution of the model whose review is overdue: the model is held, by derivation (law 11).
std::optional<PromotionId> overdueReview(const LedgerState& state, const Model& model, UtcTime at)
{
    for (const PromotionId id : model.brokenGlass) {
        const Promotion* promotion = state.promotions.find(id.index());
        const Version* version = promotion == nullptr ? nullptr : state.versions.find(promotion->version.index());
        if (version == nullptr || promotion->basis != "break_glass" || !promotion->ended
            || promotion->effect == Promotion::Effect::Never)
            continue;
        const auto policy = state.policyDocument(promotion->policy);
        if (!policy || at <= promotion->ended->time.plusSeconds(policy->breakGlass.reviewDueSeconds)
            || rolledBackSince(*version, *promotion->ended))
            continue;
        if (!reviewHolds(state, *promotion, policy->breakGlass.review))
            return id;
    }
    return std::nullopt;
}

bool expired(const Promotion& promotion, const PromotionPolicies& policies, UtcTime at)
{
    const policy::Gate* gate = gateFor(policies, *policies.pinned, promotion.transition);
    return gate != nullptr && gate->sla.expires && gate->proposalTtlSeconds
        && at >= promotion.proposed.time.plusSeconds(*gate->proposalTtlSeconds);
}

/// The occupant of a singleton stage that nothing would move away, or none.
std::optional<VersionId> lockedOccupant(
    const LedgerState& state, const Promotion& promotion, const PromotionPolicies& policies)
{
    const policy::State* target = policies.current->state(policies.to);
    if (target == nullptr || !target->singleOccupant
        || policies.current->transitionOfKind("supersession", policies.to) != nullptr)
        return std::nullopt;
    const Model* model = state.model(promotion.model);
    if (model == nullptr)
        return std::nullopt;
    for (const VersionId id : model->versions) {
        const auto brief = state.versionBriefs.find(id);
        if (id == promotion.version || brief == state.versionBriefs.end() || brief->second.stage != policies.to)
            continue;
        const Version* other = state.versions.find(id.index());
        if (other == nullptr)
            continue;
        const Promotion* cause = state.promotions.find(other->stages.back().promotion.index());
        if (cause == nullptr || cause->endpoint == promotion.endpoint)
            return id;
    }
    return std::nullopt;
}

} // namespace

std::optional<Reason> blockedBy(const LedgerState& state, const Promotion& promotion, const PromotionPolicies& policies,
    const std::vector<FreezeStatus>& freezes, UtcTime at)
{
    const Version* version = state.versions.find(promotion.version.index());
    const Model* model = state.model(promotion.model);
    if (version == nullptr || model == nullptr)
        return Reason{"missing", {promotion.version.text()}};
    if (promotion.status != PromotionStatus::Open)
        return Reason{"closed", {}};
    if (expired(promotion, policies, at))
        return Reason{"expired", {}};
    if (gateFor(policies, *policies.current, promotion.transition) == nullptr)
        return Reason{"no_transition", {promotion.transition}};
    if (version->stage() != policies.from)
        return Reason{"wrong_stage", {version->stage(), std::string(policies.from)}};
    if (version->description.artifact.method == "unverified" && policies.from == policies.pinned->initialState)
        return Reason{"unverified", {version->id.text()}};
    if (version->held())
        return Reason{"held", {version->id.text()}};
    if (const auto review = overdueReview(state, *model, at))
        return Reason{"review_overdue", {review->text()}};
    const policy::State* target = policies.current->state(policies.to);
    if (target != nullptr && target->exposure >= policy::Exposure::Slice && promotion.rollbackTarget.empty())
        return Reason{"no_rollback_target", {}};
    if (const auto other = lockedOccupant(state, promotion, policies))
        return Reason{"occupied", {other->text(), std::string(policies.to)}};
    for (const FreezeStatus& freeze : freezes)
        if (!freeze.excepted)
            return Reason{"frozen", {freeze.id, freeze.opensAt.text()}};
    return std::nullopt;
}

} // namespace cs::engine
