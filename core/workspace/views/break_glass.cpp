// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/views/break_glass.h"

#include "core/engine/break_glass.h"

#include <algorithm>

namespace cs::views {
namespace {

using engine::Promotion;

std::vector<std::string> titles(const Session& session, const std::vector<std::string>& roles)
{
    std::vector<std::string> out;
    for (const std::string& role : roles)
        out.push_back(roleTitle(session, role));
    return out;
}

std::vector<std::string> names(const Session& session, const std::vector<ActorId>& people)
{
    std::vector<std::string> out;
    for (const ActorId id : people)
        out.push_back(person(session, id).name);
    return out;
}

std::string titleOf(const engine::GlassLeaf& leaf)
{
    return leaf.title.empty() ? leaf.id : leaf.title;
}

std::string neverSkipped(const std::string& what)
{
    if (what == "provenance")
        return "Provenance: where the bytes come from";
    if (what == "rollback_drill")
        return "The rehearsed way back";
    if (what == "distinct_from_proposer")
        return "The proposer does not authorise";
    if (what == "regulated_signoff")
        return "The sign-off of protected roles for a regulated system";
    if (what == "findings_clear")
        return "Open findings";
    return what;
}

std::string refusalSentence(const engine::Reason& reason)
{
    if (reason.code == "quota")
        return "The model was promoted by break-glass " + reason.args[0] + " times in 90 days; the policy allows "
            + reason.args[1] + " (law 11).";
    if (reason.code == "not_granted_then")
        return "The policy that this promotion was opened under grants no break-glass. Propose it again (law 11).";
    if (reason.code == "closed")
        return "This promotion has ended.";
    return "The policy in force grants no break-glass for this transition (law 11).";
}

struct Page {
    const Session& session;
    const Promotion& promotion;
    ActorId me;
    UtcTime at;
    const std::string& closed;
};

/// The entry of a signature holds its reason; the state does not keep it.
template <class E> std::optional<E> eventAt(const Session& session, EntryIndex index)
{
    const auto entry = session.decoded(index);
    const E* event = entry && entry->event ? std::get_if<E>(&*entry->event) : nullptr;
    return event == nullptr ? std::nullopt : std::optional<E>(*event);
}

void fillSignatures(const Page& page, const engine::BreakGlass* glass, query::BreakGlassView& view)
{
    for (const engine::BreakGlassUse& use : page.promotion.breakGlass) {
        query::GlassSignature out;
        out.entry = use.stamp.index;
        out.person = person(page.session, use.person).name;
        out.mine = use.person == page.me;
        out.slot = use.slot;
        out.at = use.stamp.time;
        out.until = use.stamp.time.plusSeconds(view.ttlSeconds);
        out.incident = use.incident;
        if (const auto event = eventAt<events::BreakglassAuthorised>(page.session, use.stamp.index))
            out.reason = textOr(page.session, event->reason, "(erased)");
        if (glass != nullptr)
            out.counts = page.at < out.until && std::ranges::any_of(glass->slots, [&](const engine::GlassSlot& slot) {
                return slot.signer == use.person;
            });
        view.signatures.push_back(std::move(out));
    }
}

void fillAuthorisation(const Page& page, const engine::BreakGlass& glass, query::BreakGlassView& view)
{
    view.reasonMinLength = glass.reasonMinLength;
    view.ttlSeconds = glass.ttlSeconds;
    view.quota = glass.quota;
    view.used = glass.used;
    view.incidentRequired = glass.incidentRequired;
    view.persons = glass.persons;
    view.personsNeeded = glass.personsNeeded;
    view.authorised = glass.authorised;
    view.until = glass.until;
    if (glass.refused)
        view.refused = refusalSentence(*glass.refused);
    for (const engine::GlassSlot& slot : glass.slots) {
        query::GlassList list{slot.slot, titles(page.session, slot.roles), {}, names(page.session, slot.eligible),
            std::ranges::find(slot.eligible, page.me) != slot.eligible.end()};
        if (slot.signer)
            list.signer = person(page.session, *slot.signer).name;
        view.lists.push_back(std::move(list));
    }
    for (const std::string& what : glass.neverSkips)
        view.neverSkips.push_back(neverSkipped(what));
    for (const engine::GlassLeaf& leaf : glass.kept)
        if (leaf.status != engine::Truth::Satisfied)
            view.keptLeft.push_back(titleOf(leaf));
    for (const engine::GlassLeaf& leaf : glass.overridden)
        view.overrides.push_back(titleOf(leaf));
    for (const engine::FreezeStatus& freeze : glass.freezes)
        view.overrides.push_back("The freeze \"" + freeze.title + "\"");
}

std::string whyNotAuthorise(const Page& page, const engine::BreakGlass& glass)
{
    if (glass.refused)
        return refusalSentence(*glass.refused);
    if (glass.blocked)
        return blockedSentence(page.session, *glass.blocked);
    if (glass.authorised)
        return "It is authorised already.";
    std::optional<Error> refusal;
    for (const engine::GlassSlot& slot : glass.slots) {
        if (slot.signer)
            continue;
        const Status may = engine::mayAuthorise(page.session.state(), page.promotion, page.me, slot.slot, page.at);
        if (may)
            return {};
        if (!refusal || refusal->law() == 2)
            refusal = may.error();
    }
    return refusal ? utf8(refusal->message()) : std::string();
}

std::string whyNotExecute(const Page& page, const engine::BreakGlass& glass)
{
    if (glass.refused)
        return refusalSentence(*glass.refused);
    if (!glass.authorised)
        return std::to_string(glass.persons) + " of " + std::to_string(glass.personsNeeded)
            + " persons have authorised the emergency (law 11).";
    if (glass.blocked)
        return blockedSentence(page.session, *glass.blocked);
    if (glass.keptVerdict != engine::Truth::Satisfied) {
        std::vector<std::string> left;
        for (const engine::GlassLeaf& leaf : glass.kept)
            if (leaf.status != engine::Truth::Satisfied)
                left.push_back(titleOf(leaf));
        return "An emergency never skips this (law 11): " + joined(left, "; ") + ".";
    }
    const bool authorised =
        std::ranges::any_of(glass.slots, [&](const engine::GlassSlot& slot) { return slot.signer == page.me; });
    const auto policy = policyOf(page.session);
    const policy::Gate* gate = policy == nullptr ? nullptr : policy->gateOf(page.promotion.transition);
    const bool proposes = gate != nullptr && std::ranges::any_of(gate->proposers, [&](const std::string& role) {
        return engine::holdsRole(page.session.state(), page.me, role);
    });
    return authorised || proposes || page.promotion.proposer == page.me
        ? ""
        : "Who authorised it executes it, the proposer, or whoever holds a role that may propose it.";
}

void fillReview(const Page& page, query::BreakGlassView& view)
{
    const auto review = engine::glassReview(page.session.state(), page.promotion, page.at);
    if (!review)
        return;
    view.executed = true;
    view.executedAt = page.promotion.ended->time;
    view.reviewDue = review->due;
    view.reviewed = review->satisfied;
    view.rolledBack = review->rolledBack;
    view.overdue = review->overdue(page.at);
    bool mine = false;
    for (const engine::GlassReviewLeaf& leaf : review->leaves) {
        const auto& approval = leaf.condition->approval;
        query::GlassReviewLeafView out{leaf.condition->id, leaf.condition->title, approval.statement,
            titles(page.session, approval.roles), approval.count, leaf.have, approval.commentMinLength,
            names(page.session, leaf.signers), {},
            std::ranges::find(leaf.eligible, page.me) != leaf.eligible.end() && leaf.have < approval.count};
        if (leaf.rejectedBy)
            out.rejectedBy = person(page.session, *leaf.rejectedBy).name;
        mine = mine || out.mine;
        view.review.push_back(std::move(out));
    }
    view.reviewOff = mine ? "" : "No condition of the review waits for a role that you hold.";
    if (view.reviewed)
        view.reviewOff = "The review is signed.";
}

bool knowsEmergency(const policy::Policy* policy, const std::string& transition)
{
    return policy != nullptr && policy->breakGlass.enabled
        && std::ranges::find(policy->breakGlass.transitions, transition) != policy->breakGlass.transitions.end();
}

query::InboxItem itemOf(const Session& session, const Promotion& promotion, std::string why)
{
    query::InboxItem item;
    item.kind = query::InboxItem::Kind::Emergency;
    const auto pinned = session.state().policyDocument(promotion.policy);
    item.title = promotionTitle(
        session, promotion.version, pinned == nullptr ? nullptr : pinned->transition(promotion.transition));
    item.why = std::move(why);
    item.promotion = promotion.id;
    item.urgent = true;
    return item;
}

void addAuthorisation(const Page& page, std::vector<query::InboxItem>& items)
{
    if (page.promotion.breakGlass.empty())
        return;
    const auto glass = engine::breakGlass(page.session.state(), page.promotion, page.at);
    if (!glass || glass->persons == 0)
        return;
    const engine::BreakGlassUse& last = page.promotion.breakGlass.back();
    std::string why;
    if (whyNotAuthorise(page, *glass).empty())
        why = "Break-glass for " + last.incident + ": your authorisation is asked, as the second person";
    else if (glass->executable() && whyNotExecute(page, *glass).empty())
        why = "Break-glass for " + last.incident + " is authorised. It waits to be executed";
    else
        return;
    query::InboxItem item = itemOf(page.session, page.promotion, std::move(why));
    item.entry = last.stamp.index;
    item.since = last.stamp.time;
    item.due = glass->until;
    items.push_back(std::move(item));
}

void addReview(const Page& page, std::vector<query::InboxItem>& items)
{
    const auto review = engine::glassReview(page.session.state(), page.promotion, page.at);
    if (!review || !review->owed())
        return;
    const bool mine = std::ranges::any_of(review->leaves, [&](const engine::GlassReviewLeaf& leaf) {
        return leaf.have < leaf.condition->approval.count
            && std::ranges::find(leaf.eligible, page.me) != leaf.eligible.end();
    });
    const bool overdue = review->overdue(page.at);
    if (!mine && !overdue)
        return;
    query::InboxItem item = itemOf(page.session, page.promotion,
        overdue ? "The review of this break-glass is overdue: the model is held until it is signed or rolled back"
                : "Executed by break-glass. Your review is asked");
    item.group = mine ? query::InboxItem::Group::WaitsForMe : query::InboxItem::Group::Recent;
    item.entry = page.promotion.ended->index;
    item.since = page.promotion.ended->time;
    item.due = review->due;
    items.push_back(std::move(item));
}

} // namespace

std::optional<query::BreakGlassView> breakGlass(
    const Session& session, const Promotion& promotion, ActorId me, UtcTime at, const std::string& closed)
{
    const auto pinned = session.state().policyDocument(promotion.policy);
    const auto current = policyOf(session);
    const bool happened = promotion.basis == "break_glass" || !promotion.breakGlass.empty();
    const bool known =
        knowsEmergency(current.get(), promotion.transition) || knowsEmergency(pinned.get(), promotion.transition);
    if (!known && !happened)
        return std::nullopt;
    query::BreakGlassView view;
    const Page page{session, promotion, me, at, closed};
    const auto glass = engine::breakGlass(session.state(), promotion, at);
    if (glass) {
        fillAuthorisation(page, *glass, view);
        view.authoriseOff = closed.empty() ? whyNotAuthorise(page, *glass) : closed;
        view.executeOff = closed.empty() ? whyNotExecute(page, *glass) : closed;
    } else {
        view.refused = view.authoriseOff = view.executeOff = utf8(glass.error().message());
    }
    fillSignatures(page, glass ? &*glass : nullptr, view);
    view.reviewOff = "This promotion was not executed by break-glass.";
    fillReview(page, view);
    if (!closed.empty())
        view.reviewOff = closed;
    return view;
}

std::vector<query::CommentView> breakGlassTalk(const Session& session, const Promotion& promotion, ActorId me)
{
    std::vector<query::CommentView> talk;
    const auto say = [&](const engine::Stamp& stamp, ActorId who, const codec::Commitment* text, const char* kind) {
        query::CommentView out;
        out.entry = stamp.index;
        out.author = person(session, who, me);
        out.at = stamp.time;
        out.kind = kind;
        const auto content = text == nullptr ? std::nullopt : session.textOf(*text);
        out.text = content.value_or("");
        out.erased = text != nullptr && !content;
        talk.push_back(std::move(out));
    };
    for (const engine::BreakGlassUse& use : promotion.breakGlass) {
        const auto event = eventAt<events::BreakglassAuthorised>(session, use.stamp.index);
        say(use.stamp, use.person, event ? &event->reason : nullptr, "break_glass");
        if (!use.incident.empty())
            talk.back().text = use.incident + ": " + talk.back().text;
    }
    for (const engine::BreakGlassReview& review : promotion.breakGlassReviews) {
        const auto event = eventAt<events::BreakglassReviewed>(session, review.stamp.index);
        say(review.stamp, review.person, event ? &event->comment : nullptr,
            review.approve ? "break_glass_review" : "break_glass_revoke");
    }
    return talk;
}

void addEmergencies(const Session& session, ActorId me, UtcTime at, std::vector<query::InboxItem>& items)
{
    const std::string open;
    for (const auto& [id, model] : session.state().models) {
        for (const PromotionId promotionId : model.openPromotions)
            if (const Promotion* promotion = session.state().promotions.find(promotionId.index());
                promotion != nullptr && me.isValid())
                addAuthorisation(Page{session, *promotion, me, at, open}, items);
        for (const PromotionId promotionId : model.brokenGlass)
            if (const Promotion* promotion = session.state().promotions.find(promotionId.index()))
                addReview(Page{session, *promotion, me, at, open}, items);
    }
}

} // namespace cs::views
