// SPDX-License-Identifier: GPL-3.0-or-later
// Approvals, refusals and their withdrawal: laws 5 and 6.
#include "core/engine/apply/promotions.h"
#include "core/engine/facts.h"

#include <algorithm>
#include <set>

namespace cs::engine {
namespace {

Status checkDecision(const Scope& scope, const events::Decision& decision, DecisionKind kind)
{
    CS_CHECK(scope.requirePerson("decide a promotion"));
    CS_TRY(const Promotion* promotion, openPromotion(scope, decision.promotion));
    CS_CHECK(checkNotExpired(scope, *promotion));
    if (decision.card && *decision.card != scope.actor->card)
        return fail(lawError(2, "The name that was shown is not the signer's."));
    if (decision.delegation && kind != DecisionKind::Approve)
        return fail(lawError(6, "A refusal is nobody else's; sign it in a role of your own."));
    if (snapshotDigest(decision.parts) != decision.snapshot)
        return fail(lawError(5, "The snapshot digest is not that of the parts that were signed."));
    CS_TRY(const Parts today, snapshotParts(scope.state, *promotion, scope.time));
    for (const auto& [name, value] : today) {
        const auto seen = decision.parts.find(name);
        if (seen == decision.parts.end() || seen->second != value)
            return fail(lawError(5,
                "What was signed is not what is there: the part \"%1\" has changed. Look again and decide anew.",
                {text(name)}));
    }
    if (decision.parts.size() != today.size())
        return fail(lawError(5, "The snapshot has parts that do not belong to this promotion."));
    if (kind != DecisionKind::Approve && !decision.comment)
        return fail(lawError(5, "A refusal needs a reason."));
    if (kind == DecisionKind::Approve && decision.leaves.empty())
        return fail(lawError(5, "An approval names the conditions that it fills."));
    return {};
}

std::set<Digest> evidenceToView(const Version& version, const policy::Approval& approval)
{
    std::set<Digest> wanted;
    for (const EvidenceItem& item : version.evidence)
        if (!item.withdrawn
            && std::find(approval.evidenceViewed.begin(), approval.evidenceViewed.end(), item.kind)
                != approval.evidenceViewed.end())
            wanted.insert(item.sha);
    return wanted;
}

Status checkLeaf(const Scope& scope, const Promotion& promotion, const Fillable& fillable,
    const events::Decision& decision, const events::SignedLeaf& signedLeaf)
{
    const FillableLeaf* match = nullptr;
    for (const FillableLeaf& leaf : fillable.leaves)
        if (leaf.condition->id == signedLeaf.leaf && leaf.role == decision.role
            && leaf.delegation == decision.delegation
            && leaf.condition->approval.statementDigest == signedLeaf.statement)
            match = &leaf;
    if (match == nullptr && decision.delegation)
        return fail(lawError(6, "%1 takes no signature of %2 under the delegation of entry %3.",
            {text(signedLeaf.leaf), text(scope.context.actor.text()), number(*decision.delegation)}));
    if (match == nullptr) {
        for (const auto& [leaf, why] : fillable.refused)
            if (leaf == signedLeaf.leaf)
                return fail(
                    lawError(6, "%1 cannot sign %2: %3.", {text(scope.context.actor.text()), text(leaf), text(why)}));
        return fail(lawError(5, "%1 is no condition with this statement that %2 could sign as %3.",
            {text(signedLeaf.leaf), text(scope.context.actor.text()), text(decision.role)}));
    }
    const auto& approval = match->condition->approval;
    if (approval.commentMinLength > 0 && !decision.comment)
        return fail(lawError(5, "%1 needs a comment of at least %2 characters.",
            {text(signedLeaf.leaf), number(approval.commentMinLength)}));
    const Version* version = scope.state.versions.find(promotion.version.index());
    for (const Digest& digest : evidenceToView(*version, approval))
        if (!std::binary_search(decision.viewed.begin(), decision.viewed.end(), digest))
            return fail(lawError(5, "%1 asks that the evidence %2 was opened; it was not.",
                {text(signedLeaf.leaf), text(digest.text())}));
    return {};
}

Status checkApproval(const Scope& scope, const events::Decision& decision)
{
    CS_CHECK(checkDecision(scope, decision, DecisionKind::Approve));
    const Promotion& promotion = *scope.state.promotions.find(decision.promotion.index());
    const Fillable fillable = fillableLeaves(scope.state, promotion, scope.context.actor, scope.time);
    for (const auto& leaf : decision.leaves) {
        CS_CHECK(checkLeaf(scope, promotion, fillable, decision, leaf));
        for (const RecordedDecision& earlier : promotion.decisions) {
            const bool same = earlier.person == scope.context.actor && earlier.kind == DecisionKind::Approve
                && !earlier.withdrawn && earlier.decision.snapshot == decision.snapshot
                && earlier.decision.role == decision.role
                && std::find(earlier.decision.leaves.begin(), earlier.decision.leaves.end(), leaf)
                    != earlier.decision.leaves.end();
            if (same)
                return fail(lawError(6, "%1 has signed %2 already, on this very snapshot.",
                    {text(scope.context.actor.text()), text(leaf.leaf)}));
        }
    }
    return {};
}

/// Who may refuse: whoever holds a role that the gate asks to sign.
Status checkRefusal(const Scope& scope, const events::Decision& decision, DecisionKind kind)
{
    CS_CHECK(checkDecision(scope, decision, kind));
    if (!scope.holds(decision.role))
        return fail(
            lawError(2, "%1 does not hold the role %2.", {text(scope.context.actor.text()), text(decision.role)}));
    const Promotion& promotion = *scope.state.promotions.find(decision.promotion.index());
    CS_TRY(const auto policy, scope.policy());
    std::set<std::string> asked;
    for (const auto& document : {pinnedPolicy(scope.state, promotion), policy}) {
        const policy::Gate* gate = document ? document->gateOf(promotion.transition) : nullptr;
        if (gate == nullptr)
            continue;
        policy::walk(gate->require, [&](const policy::Condition& condition) {
            const auto& roles = condition.approval.roles;
            if (condition.kind == policy::Condition::Kind::Approval
                && std::find(roles.begin(), roles.end(), decision.role) != roles.end())
                asked.insert(condition.id);
        });
    }
    if (asked.empty())
        return fail(
            lawError(6, "The gate does not ask the role %1; a comment is open to everybody.", {text(decision.role)}));
    // A refusal that names no condition would stop nothing, and one of somebody else's is not theirs to shut.
    if (decision.leaves.empty())
        return fail(lawError(5, "A refusal names the conditions that it keeps shut."));
    for (const auto& leaf : decision.leaves)
        if (!asked.contains(leaf.leaf))
            return fail(
                lawError(6, "The condition %1 does not ask the role %2.", {text(leaf.leaf), text(decision.role)}));
    return {};
}

void recordDecision(Change& change, const events::Decision& decision, DecisionKind kind)
{
    Promotion* promotion = change.state.promotions.edit(decision.promotion.index());
    RecordedDecision recorded;
    recorded.stamp = change.stamp();
    recorded.person = change.context.actor;
    recorded.key = change.context.key;
    recorded.kind = kind;
    recorded.decision = decision;
    recorded.round = promotion->round;
    promotion->decisions.push_back(std::move(recorded));
    for (const auto& [condition, result] : checkLeaves(change.state, *promotion, change.time))
        promotion->leafStatus[condition->id] = result.status == Truth::Satisfied ? "+"
            : result.status == Truth::Unsatisfied                                ? "-"
                                                                                 : "?";
}

} // namespace

Status judgeEvent(const Scope& scope, const events::PromotionApproved& event)
{
    return checkApproval(scope, event.decision);
}

void applyEvent(Change& change, const events::PromotionApproved& event)
{
    recordDecision(change, event.decision, DecisionKind::Approve);
}

Status judgeEvent(const Scope& scope, const events::PromotionRejected& event)
{
    return checkRefusal(scope, event.decision, DecisionKind::Reject);
}

void applyEvent(Change& change, const events::PromotionRejected& event)
{
    recordDecision(change, event.decision, DecisionKind::Reject);
}

Status judgeEvent(const Scope& scope, const events::ChangesRequested& event)
{
    return checkRefusal(scope, event.decision, DecisionKind::RequestChanges);
}

void applyEvent(Change& change, const events::ChangesRequested& event)
{
    recordDecision(change, event.decision, DecisionKind::RequestChanges);
}

namespace {
/// A decision knows its promotion; an index alone does not. Open promotions are few.
std::pair<PromotionId, const RecordedDecision*> findDecision(const LedgerState& state, EntryIndex index)
{
    for (const auto& [id, model] : state.models)
        for (const PromotionId promotionId : model.openPromotions)
            if (const Promotion* promotion = state.promotions.find(promotionId.index()))
                for (const RecordedDecision& decision : promotion->decisions)
                    if (decision.stamp.index == index)
                        return {promotionId, &decision};
    return {PromotionId(), nullptr};
}
} // namespace

Status judgeEvent(const Scope& scope, const events::DecisionWithdrawn& event)
{
    const auto [id, decision] = findDecision(scope.state, event.decision);
    if (decision == nullptr || decision->withdrawn)
        return fail(lawError(4, "Entry %1 is no decision on an open promotion.", {number(event.decision)}));
    if (decision->person != scope.context.actor)
        return fail(lawError(2, "A decision is withdrawn by the person who signed it."));
    return {};
}

void applyEvent(Change& change, const events::DecisionWithdrawn& event)
{
    const auto [id, decision] = findDecision(change.state, event.decision);
    for (RecordedDecision& recorded : change.state.promotions.edit(id.index())->decisions)
        if (recorded.stamp.index == event.decision)
            recorded.withdrawn = change.stamp();
}

} // namespace cs::engine
