// SPDX-License-Identifier: GPL-3.0-or-later
// Signatures under an emergency, and delegations: what a person means, made into events.
#include "core/domain/printed_name.h"
#include "core/engine/break_glass.h"
#include "core/workspace/commands.h"

#include <algorithm>

namespace cs::commands {
namespace {

using engine::Promotion;

Status longEnough(const std::string& text, std::int64_t least, const char* what)
{
    const auto length = static_cast<std::int64_t>(visibleCharacters(text));
    const bool blank = length == 0;
    if (!blank && length >= least)
        return {};
    return fail(refused("CS-WORKSPACE-COMMENT", "%1 has %2 of at least %3 characters that the policy asks for.",
        {qs(what), QString::number(blank ? 0 : length), QString::number(std::max<std::int64_t>(1, least))})
                    .withLaw(11));
}

/// The list that the person can fill, if no other was named: the first one that the engine takes.
Result<std::int64_t> slotFor(const engine::LedgerState& state, const Promotion& promotion,
    const engine::BreakGlass& glass, ActorId person, UtcTime at)
{
    std::optional<Error> refusal;
    for (const engine::GlassSlot& slot : glass.slots) {
        const Status may = engine::mayAuthorise(state, promotion, person, slot.slot, at);
        if (may && !slot.signer)
            return slot.slot;
        if (!may && (!refusal || refusal->law() == 2))
            refusal = may.error();
    }
    if (refusal)
        return fail(*refusal);
    CS_CHECK(engine::mayAuthorise(state, promotion, person, 0, at));
    return 0;
}

Result<Draft> authorise(
    const Session& session, const Promotion& promotion, ActorId person, const BreakGlassRequest& request, UtcTime at)
{
    CS_TRY(const engine::BreakGlass glass, engine::breakGlass(session.state(), promotion, at));
    events::BreakglassAuthorised event;
    event.promotion = promotion.id;
    if (request.slot) {
        event.slot = *request.slot;
    } else {
        CS_TRY(event.slot, slotFor(session.state(), promotion, glass, person, at));
    }
    CS_CHECK(engine::mayAuthorise(session.state(), promotion, person, event.slot, at));
    CS_CHECK(longEnough(request.text, glass.reasonMinLength, "The reason"));
    event.incident = request.incident;
    Erasable reason = session.erasable(request.text);
    event.reason = reason.commitment;
    return Draft{std::move(event), {std::move(reason)}};
}

Result<Draft> review(
    const Session& session, const Promotion& promotion, ActorId person, const BreakGlassRequest& request, UtcTime at)
{
    events::BreakglassReviewed event;
    event.promotion = promotion.id;
    event.leaf = request.leaf;
    event.decision = request.approve ? "approve" : "reject";
    std::int64_t least = 1;
    const auto owed = engine::glassReview(session.state(), promotion, at);
    if (owed)
        for (const engine::GlassReviewLeaf& leaf : owed->leaves) {
            const bool able = std::ranges::find(leaf.eligible, person) != leaf.eligible.end();
            if (event.leaf.empty() && able)
                event.leaf = leaf.condition->id;
            if (event.leaf == leaf.condition->id)
                least = std::max(least, leaf.condition->approval.commentMinLength);
        }
    if (owed && event.leaf.empty() && !owed->leaves.empty())
        event.leaf = owed->leaves.front().condition->id;
    CS_CHECK(engine::mayReview(session.state(), promotion, person, event.leaf, at));
    CS_CHECK(longEnough(request.text, least, "The comment"));
    Erasable comment = session.erasable(request.text);
    event.comment = comment.commitment;
    return Draft{std::move(event), {std::move(comment)}};
}

} // namespace

Result<Draft> breakGlass(const Session& session, ActorId person, const BreakGlassRequest& request, UtcTime now)
{
    const Promotion* promotion = session.state().promotions.find(request.promotion.index());
    if (promotion == nullptr)
        return fail(
            usageError("CS-WORKSPACE-NO-PROMOTION", "There is no promotion %1.", {qs(request.promotion.text())}));
    const UtcTime at = engine::timeOfNext(session.state(), now);
    return request.what == BreakGlassRequest::What::Authorise ? authorise(session, *promotion, person, request, at)
                                                              : review(session, *promotion, person, request, at);
}

Result<Draft> delegate(
    const Session& session, ActorId to, std::vector<std::string> roles, UtcTime until, std::string reason)
{
    events::DelegationGiven event;
    event.to = to;
    std::ranges::sort(roles);
    roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
    event.roles = std::move(roles);
    event.until = until;
    Erasable words = session.erasable(std::move(reason));
    event.reason = words.commitment;
    return Draft{std::move(event), {std::move(words)}};
}

} // namespace cs::commands
