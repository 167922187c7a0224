// SPDX-License-Identifier: GPL-3.0-or-later
// Law 11 as far as it is recorded: authorisations and reviews. Nothing is executed on them yet.
#include "core/engine/apply/scope.h"

#include <algorithm>

namespace cs::engine {

Status judgeEvent(const Scope& scope, const events::BreakglassAuthorised& event)
{
    CS_CHECK(scope.requirePerson("authorise break-glass"));
    const Promotion* promotion = scope.state.promotions.find(event.promotion.index());
    if (promotion == nullptr || promotion->status != PromotionStatus::Open)
        return fail(lawError(11, "%1 is no open promotion.", {text(event.promotion.text())}));
    CS_TRY(const auto policy, scope.policy());
    const auto& rules = policy->breakGlass;
    const bool listed =
        std::find(rules.transitions.begin(), rules.transitions.end(), promotion->transition) != rules.transitions.end();
    if (!rules.enabled || !listed || event.slot >= static_cast<std::int64_t>(rules.authorisers.size()))
        return fail(lawError(11, "The policy in force grants no break-glass here."));
    return scope.requireAny(rules.authorisers[static_cast<std::size_t>(event.slot)], "authorise break-glass");
}

void applyEvent(Change& change, const events::BreakglassAuthorised& event)
{
    change.state.promotions.edit(event.promotion.index())
        ->breakGlass.push_back({change.stamp(), change.context.actor, event.slot, event.incident});
}

Status judgeEvent(const Scope& scope, const events::BreakglassReviewed& event)
{
    CS_CHECK(scope.requirePerson("review a break-glass"));
    const Promotion* promotion = scope.state.promotions.find(event.promotion.index());
    if (promotion == nullptr || promotion->basis != "break_glass")
        return fail(lawError(11, "Promotion %1 was not executed by break-glass.", {text(event.promotion.text())}));
    CS_TRY(const auto policy, scope.policy());
    const policy::Condition* leaf = nullptr;
    policy::walk(policy->breakGlass.review, [&](const policy::Condition& condition) {
        if (condition.kind == policy::Condition::Kind::Approval && condition.id == event.leaf)
            leaf = &condition;
    });
    if (leaf == nullptr)
        return fail(lawError(11, "%1 is no condition of the break-glass review.", {text(event.leaf)}));
    return scope.requireAny(leaf->approval.roles, "review a break-glass");
}

void applyEvent(Change& change, const events::BreakglassReviewed& event)
{
    change.state.promotions.edit(event.promotion.index())
        ->breakGlassReviews.push_back({change.stamp(), change.context.actor, event.leaf, event.decision == "approve"});
}

} // namespace cs::engine
