// SPDX-License-Identifier: GPL-3.0-or-later
// What stops a promotion besides its gate. @source gates.md section 2.7, design.md laws 9, 11.
#include "core/engine/evaluate_promotion.h"

#include "core/engine/break_glass.h"

namespace cs::engine {
namespace {

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
    if (const auto review = overdueGlass(state, *model, at))
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
