// SPDX-License-Identifier: GPL-3.0-or-later
// Stream `workspace` but for the authority: founding, cards, erasure, holds, delegation, anchors, exports.
#include "core/engine/apply/scope.h"

#include <algorithm>

namespace cs::engine {
namespace {

Status checkHead(const Scope& scope, std::int64_t size, const std::string& root)
{
    if (size < 1 || size > scope.context.index)
        return fail(lawError(1, "The entry names a tree of %1 entries, but only %2 stand before it.",
            {number(size), number(scope.context.index)}));
    CS_TRY(const std::string real, scope.policies.rootAt(size));
    if (real != root)
        return fail(lawError(1, "The entry names a root for %1 entries that is not the ledger's.", {number(size)}));
    return {};
}

/// A policy adopted, with one holder of each protected role.
Status checkProtectedRoles(const Scope& scope)
{
    CS_TRY(const auto policy, scope.policy());
    for (const auto& role : policy->governance.protectedRoles)
        if (holdersOf(scope.state, role).empty())
            return fail(lawError(
                12, "Nobody holds the protected role %1 yet. Grant it before the workspace is opened.", {text(role)}));
    return {};
}

using Owners = std::set<std::string>;

void addOwners(const Promotion& promotion, const Commitment& blob, Owners& owners)
{
    bool found = promotion.text == blob;
    for (const RecordedDecision& decision : promotion.decisions)
        found = found || decision.decision.comment == blob || decision.decision.card == blob;
    for (const Comment& comment : promotion.comments)
        found = found || comment.text == blob;
    if (found)
        owners.insert({promotion.id.text(), promotion.version.text(), promotion.model.text()});
}

void addOwners(const Version& version, const Commitment& blob, Owners& owners)
{
    bool found = version.description.otherContributors == blob || version.description.raw == blob;
    for (const EvidenceItem& item : version.evidence)
        if (item.title == blob) {
            owners.insert(item.id.text());
            found = true;
        }
    for (const FiledRecord& record : version.records)
        found = found || record.record.document == blob;
    for (const RollbackRecord& rollback : version.rollbacks)
        found = found || rollback.event.plan.trigger.reason == blob;
    if (found)
        owners.insert({version.id.text(), version.model.text()});
}

/// Actors, models, versions, evidence and promotions whose text this is, as far as the state still names it.
Owners ownersOf(const LedgerState& state, const Commitment& blob)
{
    Owners owners;
    for (const auto& [id, actor] : state.actors)
        if (actor.card == blob)
            owners.insert(id.text());
    for (const auto& [id, model] : state.models) {
        for (const auto& [member, value] : model.described)
            if (value == blob.digest.text())
                owners.insert(id.text());
        for (const VersionId versionId : model.versions) {
            const Version* version = state.versions.find(versionId.index());
            if (version == nullptr)
                continue;
            addOwners(*version, blob, owners);
            for (const PromotionId promotionId : version->promotions)
                if (const Promotion* promotion = state.promotions.find(promotionId.index()))
                    addOwners(*promotion, blob, owners);
        }
    }
    return owners;
}

Status checkAdministrators(const Scope& scope, const std::vector<ActorId>& admins, std::int64_t threshold)
{
    const auto count = static_cast<std::int64_t>(admins.size());
    for (const ActorId admin : admins) {
        const Actor* actor = scope.state.actor(admin);
        if (actor == nullptr || actor->kind != ActorKind::Person)
            return fail(lawError(12, "%1 is no enrolled person and cannot be administrator.", {text(admin.text())}));
    }
    if (threshold < 1 || threshold > count)
        return fail(
            lawError(12, "Of %1 administrators %2 cannot be asked to agree.", {number(count), number(threshold)}));
    if (scope.state.mode == Mode::Team && (count < 2 || threshold < 2))
        return fail(lawError(12, "A team has at least two administrators, and at least two must agree."));
    if (scope.state.mode == Mode::Single && (count != 1 || threshold != 1))
        return fail(lawError(12, "A workspace for one person has exactly one administrator."));
    return {};
}

} // namespace

Status judgeEvent(const Scope& scope, const events::WorkspaceCreated& event)
{
    if (scope.context.actor != ActorId(0))
        return fail(lawError(2, "The founder of a workspace is a0."));
    if (scope.context.key != event.key)
        return fail(lawError(2, "Entry 0 is not signed by the key that it names."));
    CS_CHECK(scope.policies.enrollable(event.key, {}, {}));
    return {};
}

void applyEvent(Change& change, const events::WorkspaceCreated& event)
{
    LedgerState& state = change.state;
    state.name = event.name;
    state.mode = event.mode == "team" ? Mode::Team : event.mode == "single" ? Mode::Single : Mode::Demo;
    state.rules = event.rules;
    state.logKey = event.logKey;
    state.founder = ActorId(0);
    Actor founder;
    founder.id = state.founder;
    founder.card = event.card;
    founder.keys.push_back({event.key, 0, std::nullopt, {}, std::nullopt});
    state.keyOwner[event.key] = founder.id;
    state.actors[founder.id] = std::move(founder);
    state.admins = {state.founder};
    state.threshold = 1;
}

Status judgeEvent(const Scope& scope, const events::FoundingAccepted&)
{
    if (scope.state.opened)
        return fail(lawError(12, "The workspace is open already; there is nothing left to accept."));
    return scope.requirePerson("accept a founding");
}

void applyEvent(Change& change, const events::FoundingAccepted&)
{
    change.state.acceptances.insert(change.context.actor);
}

Status judgeEvent(const Scope& scope, const events::WorkspaceOpened& event)
{
    if (scope.state.opened)
        return fail(lawError(12, "The workspace is open already."));
    if (scope.context.actor != scope.state.founder)
        return fail(lawError(12, "Only the founder opens a workspace."));
    CS_CHECK(checkAdministrators(scope, event.admins, event.threshold));
    for (const ActorId admin : event.admins)
        // The founder accepts by this very signature.
        if (admin != scope.state.founder && !scope.state.acceptances.contains(admin))
            return fail(
                lawError(12, "Administrator %1 has not accepted what stands before this entry.", {text(admin.text())}));
    return checkProtectedRoles(scope);
}

void applyEvent(Change& change, const events::WorkspaceOpened& event)
{
    change.state.opened = true;
    change.state.admins = {event.admins.begin(), event.admins.end()};
    change.state.threshold = event.threshold;
}

Status judgeEvent(const Scope&, const events::CardReplaced&)
{
    return {};
}

void applyEvent(Change& change, const events::CardReplaced& event)
{
    change.state.actors[change.context.actor].card = event.card;
}

Status judgeEvent(const Scope& scope, const events::BlobErased& event)
{
    if (!scope.isAdmin())
        CS_CHECK(scope.requireRole({"compliance_officer"}, "erase a text"));
    const auto& held = scope.state.heldSubjects;
    if (held.empty())
        return {};
    auto owners = ownersOf(scope.state, event.blob);
    // Where nothing says what the text belongs to, it may belong to what is held.
    const bool unknown = owners.empty()
        && std::any_of(held.begin(), held.end(), [](const auto& subject) { return !subject.starts_with("sha256:"); });
    owners.insert({"workspace", event.blob.digest.text()});
    for (const auto& owner : owners)
        if (held.contains(owner))
            return fail(lawError(12, "A hold is in force about %1. End the hold first.", {text(owner)}));
    if (unknown)
        return fail(lawError(12, "Holds are in force, and nothing shows that this text is not about what they hold."));
    return {};
}

void applyEvent(Change& change, const events::BlobErased& event)
{
    change.state.erased.insert(event.blob.digest);
}

Status judgeEvent(const Scope& scope, const events::HoldSet& event)
{
    if (event.about.empty())
        return fail(lawError(12, "A hold names at least one thing that it is about."));
    return scope.requireRole({"compliance_officer", "auditor"}, "set a hold");
}

void applyEvent(Change& change, const events::HoldSet& event)
{
    change.state.heldSubjects.insert(event.about.begin(), event.about.end());
}

Status judgeEvent(const Scope& scope, const events::HoldEnded& event)
{
    for (const auto& subject : event.about)
        if (!scope.state.heldSubjects.contains(subject))
            return fail(lawError(12, "There is no hold about %1.", {text(subject)}));
    return scope.requireRole({"compliance_officer", "auditor"}, "end a hold");
}

void applyEvent(Change& change, const events::HoldEnded& event)
{
    for (const auto& subject : event.about)
        change.state.heldSubjects.erase(subject);
}

Status judgeEvent(const Scope& scope, const events::DelegationGiven& event)
{
    CS_CHECK(scope.requirePerson("delegate"));
    const Actor* delegate = scope.state.actor(event.to);
    if (delegate == nullptr || delegate->kind != ActorKind::Person || event.to == scope.context.actor)
        return fail(lawError(6, "%1 is not another enrolled person.", {text(event.to.text())}));
    if (event.roles.empty() || event.until <= scope.time)
        return fail(lawError(6, "A delegation names at least one role and ends in the future."));
    for (const auto& role : event.roles)
        if (!scope.holds(role))
            return fail(lawError(6,
                "%1 does not hold the role %2 and cannot delegate it; a delegated role cannot be passed on.",
                {text(scope.context.actor.text()), text(role)}));
    return {};
}

void applyEvent(Change& change, const events::DelegationGiven& event)
{
    change.state.delegations.push_back(
        {change.context.index, change.context.actor, event.to, event.roles, event.until, false, change.stamp()});
}

Status judgeEvent(const Scope& scope, const events::DelegationEnded& event)
{
    for (const Delegation& delegation : scope.state.delegations)
        if (delegation.index == event.delegation && !delegation.ended
            && (delegation.from == scope.context.actor || delegation.to == scope.context.actor))
            return {};
    return fail(lawError(6, "Entry %1 is no delegation in force of yours.", {number(event.delegation)}));
}

void applyEvent(Change& change, const events::DelegationEnded& event)
{
    for (Delegation& delegation : change.state.delegations)
        if (delegation.index == event.delegation)
            delegation.ended = true;
}

Status judgeEvent(const Scope& scope, const events::TimeAnchored& event)
{
    CS_CHECK(checkHead(scope, event.size, event.root));
    if (event.source == "agent")
        return scope.requireRole({"watch_agent"}, "anchor time as agent");
    if (!event.token)
        return fail(lawError(13, "An anchor from outside carries its token."));
    // Its signer only claims what the token says. Until the token itself is checked, nothing may rest on it: whoever
    // dates an execution back would bring the anchor that confirms it along.
    return fail(refused("CS-DOMAIN-NEWER",
        "This program cannot check the token of an anchor by %1; a newer one is needed. The watch agent can anchor.",
        {text(event.source)})
                    .withLaw(14));
}

void applyEvent(Change& change, const events::TimeAnchored& event)
{
    LedgerState& state = change.state;
    state.anchors.push_back({change.stamp(), event.size, event.genTime});
    const auto awaiting = state.awaitingAnchor;
    for (const PromotionId id : awaiting) {
        Promotion* promotion = state.promotions.edit(id.index());
        if (promotion == nullptr || !promotion->ended || event.size <= promotion->ended->index)
            continue;
        // The first anchor after the execution decides, for good (ledger-events.md section 2).
        state.awaitingAnchor.erase(id);
        std::int64_t gap = 0;
        for (const Digest& digest : {promotion->policy, state.policies.back().digest})
            if (const auto document = state.policyDocument(digest); document && document->trustedTimeMaxGapSeconds)
                gap =
                    gap == 0 ? *document->trustedTimeMaxGapSeconds : std::min(gap, *document->trustedTimeMaxGapSeconds);
        const std::int64_t executed = promotion->ended->time.ms();
        const bool inside =
            event.genTime.ms() >= executed - rules::backwardsMs && event.genTime.ms() <= executed + gap * 1000;
        promotion->effect = inside ? Promotion::Effect::Confirmed : Promotion::Effect::Never;
        if (inside)
            takeEffect(change, *promotion);
    }
}

Status judgeEvent(const Scope& scope, const events::ExportRecorded& event)
{
    return checkHead(scope, event.head.size, event.head.root);
}

void applyEvent(Change&, const events::ExportRecorded&) { }

Status judgeEvent(const Scope& scope, const events::VerificationRecorded& event)
{
    return checkHead(scope, event.size, event.root);
}

void applyEvent(Change&, const events::VerificationRecorded&) { }

} // namespace cs::engine
