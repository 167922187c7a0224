// SPDX-License-Identifier: GPL-3.0-or-later
// Law 11: who authorises an emergency and who reviews it. Its execution is judged with the others, in promotions.cpp.
#include "core/engine/break_glass.h"
#include "core/engine/apply/scope.h"

#include <algorithm>

namespace cs::engine {

Status judgeEvent(const Scope& scope, const events::BreakglassAuthorised& event)
{
    CS_CHECK(scope.requirePerson("authorise break-glass"));
    const Promotion* promotion = scope.state.promotions.find(event.promotion.index());
    if (promotion == nullptr || promotion->status != PromotionStatus::Open)
        return fail(lawError(11, "%1 is no open promotion.", {text(event.promotion.text())}));
    CS_TRY(const BreakGlass glass, breakGlass(scope.state, *promotion, scope.time));
    CS_CHECK(mayAuthorise(scope.state, *promotion, scope.context.actor, event.slot, scope.time));
    const bool named = event.incident.find_first_not_of(" \t\r\n") != std::string::npos;
    if (glass.incidentRequired && !named)
        return fail(lawError(11, "The policy asks for the incident that the emergency is about."));
    if (glass.blocked)
        return fail(lawError(11, "No emergency can move promotion #%1 now: %2.",
            {number(promotion->number), text(glass.blocked->code)}));
    return {};
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
    if (promotion == nullptr)
        return fail(lawError(11, "Promotion %1 was not executed by break-glass.", {text(event.promotion.text())}));
    CS_CHECK(mayReview(scope.state, *promotion, scope.context.actor, event.leaf, scope.time));
    const bool approve = event.decision == "approve";
    const auto& reviews = promotion->breakGlassReviews;
    const auto own = std::find_if(reviews.rbegin(), reviews.rend(), [&](const BreakGlassReview& review) {
        return review.person == scope.context.actor && review.leaf == event.leaf;
    });
    if (own != reviews.rend() && own->approve == approve)
        return fail(lawError(
            11, "%1 has said so already, in entry %2.", {text(scope.context.actor.text()), number(own->stamp.index)}));
    return {};
}

void applyEvent(Change& change, const events::BreakglassReviewed& event)
{
    change.state.promotions.edit(event.promotion.index())
        ->breakGlassReviews.push_back({change.stamp(), change.context.actor, event.leaf, event.decision == "approve"});
}

} // namespace cs::engine
