// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/commands.h"

#include "core/engine/freeze.h"

#include <algorithm>
#include <set>

namespace cs::commands {
namespace {

using engine::FillableLeaf;
using engine::Promotion;

QString joined(const std::set<std::string>& items)
{
    QStringList list;
    for (const std::string& item : items)
        list.append(qs(item));
    return list.join(QStringLiteral(", "));
}

Result<const Promotion*> findPromotion(const Session& session, PromotionId id)
{
    if (const Promotion* promotion = session.state().promotions.find(id.index()))
        return promotion;
    return fail(usageError("CS-WORKSPACE-NO-PROMOTION", "There is no promotion %1.", {qs(id.text())}));
}

Result<const engine::Version*> findVersion(const Session& session, VersionId id)
{
    if (const engine::Version* version = session.state().versions.find(id.index()))
        return version;
    return fail(usageError("CS-WORKSPACE-NO-VERSION", "There is no version %1.", {qs(id.text())}));
}

Result<std::shared_ptr<const policy::Policy>> policyInForce(const Session& session)
{
    const engine::PolicyInForce* policy = session.state().policyInForce();
    if (policy == nullptr || policy->document == nullptr)
        return fail(refused(
            "CS-WORKSPACE-NO-POLICY", "No policy is in force, so there is no gate to go through. Adopt one first."));
    return policy->document;
}

/// Approval leaves of the promotion's gates, pinned and in force, that ask one of these roles.
std::vector<FillableLeaf> askedLeaves(
    const Session& session, const Promotion& promotion, const std::vector<std::string>& roles)
{
    std::vector<FillableLeaf> asked;
    std::set<std::pair<std::string, std::string>> seen;
    const engine::PolicyInForce* inForce = session.state().policyInForce();
    for (const auto& document :
        {session.state().policyDocument(promotion.policy), inForce == nullptr ? nullptr : inForce->document}) {
        const policy::Gate* gate = document == nullptr ? nullptr : document->gateOf(promotion.transition);
        if (gate == nullptr)
            continue;
        policy::walk(gate->require, [&](const policy::Condition& condition) {
            if (condition.kind != policy::Condition::Kind::Approval)
                return;
            for (const std::string& role : condition.approval.roles)
                if (std::ranges::find(roles, role) != roles.end() && seen.emplace(condition.id, role).second)
                    asked.push_back({&condition, role, std::nullopt});
        });
    }
    return asked;
}

/// What this person may put a name to, in which role. An approval needs what the engine would accept; a refusal is
/// open to whoever holds a role that the gate asks.
Result<std::vector<FillableLeaf>> candidates(
    const Session& session, const Promotion& promotion, ActorId person, const DecisionRequest& request, UtcTime at)
{
    const engine::Fillable fillable = engine::fillableLeaves(session.state(), promotion, person, at);
    std::vector<FillableLeaf> leaves = fillable.leaves;
    if (request.verdict != Verdict::Approve && leaves.empty())
        leaves = askedLeaves(session, promotion, engine::rolesOf(session.state(), person));
    if (!leaves.empty())
        return leaves;
    if (!fillable.refused.empty())
        return fail(refused("CS-WORKSPACE-NOT-YOURS",
            "You cannot sign this promotion: %1 (%2). Ask somebody else who holds the role.",
            {qs(fillable.refused.front().second), qs(fillable.refused.front().first)})
                        .withLaw(6));
    return fail(refused(
        "CS-WORKSPACE-NOT-YOURS", "Nothing in this promotion waits for a role that you hold. You can comment on it.")
                    .withLaw(6));
}

Result<std::string> chooseRole(const std::vector<FillableLeaf>& leaves, const std::string& wanted)
{
    std::set<std::string> roles;
    for (const FillableLeaf& leaf : leaves)
        roles.insert(leaf.role);
    if (wanted.empty() && roles.size() == 1)
        return *roles.begin();
    if (wanted.empty())
        return fail(
            usageError("CS-WORKSPACE-ROLE", "You could sign in several roles: %1. Say in which.", {joined(roles)}));
    if (!roles.contains(wanted))
        return fail(refused(
            "CS-WORKSPACE-ROLE", "You cannot sign as %1 here. You could sign as %2.", {qs(wanted), joined(roles)}));
    return wanted;
}

/// In a role of one's own where there is one, else for whoever gave it.
std::optional<EntryIndex> chooseDelegation(
    const std::vector<FillableLeaf>& all, const std::string& role, std::optional<EntryIndex> wanted)
{
    if (wanted)
        return wanted;
    const auto own =
        std::ranges::find_if(all, [&](const FillableLeaf& leaf) { return leaf.role == role && !leaf.delegation; });
    const auto other = std::ranges::find(all, role, &FillableLeaf::role);
    return own != all.end() || other == all.end() ? std::nullopt : other->delegation;
}

Result<std::vector<FillableLeaf>> chooseLeaves(const std::vector<FillableLeaf>& all, const std::string& role,
    std::optional<EntryIndex> delegation, const std::vector<std::string>& wanted)
{
    std::vector<FillableLeaf> chosen;
    for (const FillableLeaf& leaf : all)
        if (leaf.role == role && leaf.delegation == delegation
            && (wanted.empty() || std::ranges::find(wanted, leaf.condition->id) != wanted.end()))
            chosen.push_back(leaf);
    for (const std::string& id : wanted)
        if (std::ranges::none_of(chosen, [&](const FillableLeaf& leaf) { return leaf.condition->id == id; }))
            return fail(
                refused("CS-WORKSPACE-LEAF", "%1 is no condition that you could sign as %2.", {qs(id), qs(role)}));
    if (delegation && chosen.empty())
        return fail(refused("CS-WORKSPACE-NOT-YOURS", "Entry %1 lets you sign nothing here as %2.",
            {QString::number(*delegation), qs(role)})
                        .withLaw(6));
    return chosen;
}

/// What the conditions want opened, and was not. @source gates.md section 2.5, Viewing
Status checkViewed(const Session& session, const Promotion& promotion, const std::vector<FillableLeaf>& leaves,
    const std::vector<Digest>& viewed)
{
    const engine::Version* version = session.state().versions.find(promotion.version.index());
    std::set<std::string> missing;
    for (const FillableLeaf& leaf : leaves)
        for (const engine::EvidenceItem& item : version->evidence) {
            const auto& kinds = leaf.condition->approval.evidenceViewed;
            if (!item.withdrawn && std::ranges::find(kinds, item.kind) != kinds.end()
                && std::ranges::find(viewed, item.sha) == viewed.end())
                missing.insert(item.kind + " (" + item.id.text() + ")");
        }
    if (missing.empty())
        return {};
    return fail(refused("CS-WORKSPACE-NOT-VIEWED", "Open the evidence that you sign for first: %1.", {joined(missing)})
                    .withLaw(5));
}

Status checkComment(const DecisionRequest& request, const std::vector<FillableLeaf>& leaves)
{
    std::int64_t least = request.verdict == Verdict::Approve ? 0 : 1;
    for (const FillableLeaf& leaf : leaves)
        if (request.verdict == Verdict::Approve)
            least = std::max(least, leaf.condition->approval.commentMinLength);
    const auto length = static_cast<std::int64_t>(codec::characters(request.comment));
    if (length >= least)
        return {};
    return fail(refused("CS-WORKSPACE-COMMENT",
        request.verdict == Verdict::Approve
            ? "The comment has %1 of at least %2 characters that this condition asks for."
            : "A refusal needs a reason: the comment has %1 characters.",
        {QString::number(length), QString::number(least)})
                    .withLaw(5));
}

events::Event decisionEvent(Verdict verdict, events::Decision decision)
{
    switch (verdict) {
    case Verdict::Reject:
        return events::PromotionRejected{std::move(decision)};
    case Verdict::RequestChanges:
        return events::ChangesRequested{std::move(decision)};
    case Verdict::Approve:
        break;
    }
    return events::PromotionApproved{std::move(decision)};
}

/// An event and the one text that it commits to.
template <class E> Draft withText(const Session& session, E event, codec::Commitment E::*member, std::string text)
{
    Erasable erasable = session.erasable(std::move(text));
    event.*member = erasable.commitment;
    return {std::move(event), {std::move(erasable)}};
}

Status requireText(const std::string& text, const char* what)
{
    if (text.find_first_not_of(" \t\r\n") != std::string::npos)
        return {};
    return fail(usageError("CS-WORKSPACE-TEXT", "%1 cannot be empty.", {qs(what)}));
}

} // namespace

Result<Draft> decision(const Session& session, ActorId person, const DecisionRequest& request, UtcTime now)
{
    CS_TRY(const Promotion* promotion, findPromotion(session, request.promotion));
    const UtcTime at = engine::timeOfNext(session.state(), now);
    CS_TRY(const auto all, candidates(session, *promotion, person, request, at));
    CS_TRY(const std::string role, chooseRole(all, request.role));
    const auto delegation = chooseDelegation(all, role, request.delegation);
    CS_TRY(const auto leaves, chooseLeaves(all, role, delegation, request.leaves));
    if (request.verdict == Verdict::Approve)
        CS_CHECK(checkViewed(session, *promotion, leaves, request.viewed));
    CS_CHECK(checkComment(request, leaves));

    events::Decision decision;
    decision.promotion = request.promotion;
    CS_TRY(decision.parts, engine::snapshotParts(session.state(), *promotion, at));
    decision.snapshot = engine::snapshotDigest(decision.parts);
    std::set<events::SignedLeaf> signedLeaves;
    for (const FillableLeaf& leaf : leaves)
        signedLeaves.insert({leaf.condition->id, leaf.condition->approval.statementDigest});
    decision.leaves.assign(signedLeaves.begin(), signedLeaves.end());
    decision.role = role;
    decision.delegation = delegation;
    decision.meaning = "approval";
    const std::set<Digest> viewed(request.viewed.begin(), request.viewed.end());
    decision.viewed.assign(viewed.begin(), viewed.end());
    if (const engine::Actor* actor = session.state().actor(person))
        decision.card = actor->card;
    Draft draft;
    if (!request.comment.empty()) {
        draft.erasables.push_back(session.erasable(request.comment));
        decision.comment = draft.erasables.back().commitment;
    }
    draft.event = decisionEvent(request.verdict, std::move(decision));
    return draft;
}

namespace {

/// The version that serves now; without one the declared fallback; without that nothing.
std::string defaultTarget(const Session& session, const policy::Policy& policy, const engine::Version& version)
{
    const auto serving = engine::productionVersion(session.state(), policy, version.model);
    if (serving && *serving != version.id)
        return serving->text();
    const engine::Model* model = session.state().model(version.model);
    return model != nullptr && model->serving && model->serving->fallback ? "fallback" : "none";
}

} // namespace

Result<Draft> propose(const Session& session, ActorId, const ProposeRequest& request)
{
    CS_TRY(const engine::Version* version, findVersion(session, request.version));
    CS_TRY(const auto policy, policyInForce(session));
    if (policy->transition(request.transition) == nullptr)
        return fail(usageError(
            "CS-WORKSPACE-TRANSITION", "The policy in force has no transition \"%1\".", {qs(request.transition)}));
    const engine::Model* model = session.state().model(version->model);
    events::PromotionProposed event;
    event.version = request.version;
    event.transition = request.transition;
    event.endpoint = request.endpoint;
    if (event.endpoint.empty() && model != nullptr && model->serving)
        event.endpoint = model->serving->endpoint;
    if (event.endpoint.empty())
        return fail(
            usageError("CS-WORKSPACE-ENDPOINT", "The model has no serving endpoint on record. Name the endpoint."));
    event.policy = policy->digest;
    event.rollbackTarget =
        request.rollbackTarget.empty() ? defaultTarget(session, *policy, *version) : request.rollbackTarget;
    return withText(session, std::move(event), &events::PromotionProposed::text, request.text);
}

Result<Draft> revise(const Session& session, PromotionId promotion, std::string text)
{
    CS_TRY(const Promotion* found, findPromotion(session, promotion));
    CS_CHECK(requireText(text, "What changed"));
    events::PromotionRevised event;
    event.promotion = promotion;
    for (const engine::RecordedDecision& decision : found->decisions)
        if (decision.kind == engine::DecisionKind::RequestChanges && decision.round == found->round
            && !decision.withdrawn)
            event.answers.push_back(decision.stamp.index);
    std::ranges::sort(event.answers);
    return withText(session, std::move(event), &events::PromotionRevised::text, std::move(text));
}

Result<Draft> comment(const Session& session, PromotionId promotion, std::optional<EntryIndex> about, std::string text)
{
    CS_CHECK(findPromotion(session, promotion));
    CS_CHECK(requireText(text, "A comment"));
    events::PromotionCommented event;
    event.promotion = promotion;
    event.about = about;
    return withText(session, std::move(event), &events::PromotionCommented::text, std::move(text));
}

Result<Draft> withdraw(const Session& session, PromotionId promotion, std::string reason)
{
    CS_CHECK(findPromotion(session, promotion));
    CS_CHECK(requireText(reason, "The reason for a withdrawal"));
    events::PromotionWithdrawn event;
    event.promotion = promotion;
    return withText(session, std::move(event), &events::PromotionWithdrawn::reason, std::move(reason));
}

Result<Draft> withdrawDecision(const Session& session, EntryIndex decision, std::string reason)
{
    CS_CHECK(requireText(reason, "The reason for a withdrawal"));
    events::DecisionWithdrawn event;
    event.decision = decision;
    return withText(session, std::move(event), &events::DecisionWithdrawn::reason, std::move(reason));
}

Result<Draft> execute(const Session& session, PromotionId promotion, UtcTime now, const std::string& basis)
{
    CS_TRY(const Promotion* found, findPromotion(session, promotion));
    CS_TRY(const auto policy, policyInForce(session));
    events::PromotionExecuted event;
    event.promotion = promotion;
    event.basis = basis;
    const policy::Transition* transition = policy->transition(found->transition);
    const policy::State* to = transition == nullptr ? nullptr : policy->state(transition->to);
    if (to != nullptr && to->singleOccupant)
        if (const auto present = engine::occupant(session.state(), found->model, to->id);
            present && *present != found->version)
            event.supersedes = present;
    event.freeze = engine::freezeOffsets(session.state(), *found, engine::timeOfNext(session.state(), now));
    return Draft{std::move(event), {}};
}

namespace {

/// What the way out of the present stage reinstates. @source design.md law 8
std::string reinstated(
    const Session& session, const policy::Policy& policy, const engine::Version& version, const std::string& reinstates)
{
    const engine::Model* model = session.state().model(version.model);
    const std::string otherwise = model != nullptr && model->serving && model->serving->fallback ? "fallback" : "none";
    if (reinstates == "none") {
        const auto serving = engine::productionVersion(session.state(), policy, version.model);
        return serving && *serving != version.id ? serving->text() : otherwise;
    }
    if (reinstates != "previous_production" || model == nullptr)
        return "none";
    for (auto id = model->productionHistory.rbegin(); id != model->productionHistory.rend(); ++id) {
        const engine::Version* other = session.state().versions.find(id->index());
        if (other != nullptr && other->id != version.id && !other->held())
            return id->text();
    }
    return otherwise;
}

Result<Draft> rollbackPlan(const Session& session, const RollbackRequest& request, events::RollbackPlan& plan)
{
    CS_TRY(const engine::Version* version, findVersion(session, request.version));
    CS_TRY(const auto policy, policyInForce(session));
    CS_CHECK(requireText(request.reason, "The reason for a rollback"));
    const policy::Transition* way = nullptr;
    for (const policy::Transition& transition : policy->transitions)
        if (transition.isRollback() && transition.from == version->stage())
            way = &transition;
    if (way == nullptr)
        return fail(refused("CS-WORKSPACE-NO-ROLLBACK", "The policy has no rollback out of %1, where %2 is.",
            {qs(version->stage()), qs(request.version.text())})
                        .withLaw(8));
    plan.transition = way->id;
    plan.from = request.version;
    plan.to = request.to.empty() ? reinstated(session, *policy, *version, way->authority->reinstates) : request.to;
    plan.endpoint = request.endpoint;
    const engine::Model* model = session.state().model(version->model);
    if (plan.endpoint.empty() && version->stages.back().promotion.isValid())
        if (const Promotion* promotion = session.state().promotions.find(version->stages.back().promotion.index()))
            plan.endpoint = promotion->endpoint;
    if (plan.endpoint.empty() && model != nullptr && model->serving)
        plan.endpoint = model->serving->endpoint;
    Draft draft;
    draft.erasables.push_back(session.erasable(request.reason));
    plan.trigger.kind = "person";
    plan.trigger.reason = draft.erasables.back().commitment;
    return draft;
}

} // namespace

Result<Draft> rollbackIntent(const Session& session, const RollbackRequest& request, UtcTime)
{
    events::RollbackIntended event;
    CS_TRY(Draft draft, rollbackPlan(session, request, event.plan));
    draft.event = std::move(event);
    return draft;
}

Result<Draft> rollbackExecution(const Session& session, const RollbackRequest& request, EntryIndex intent, UtcTime now)
{
    events::RollbackExecuted event;
    CS_TRY(Draft draft, rollbackPlan(session, request, event.plan));
    if (intent >= 0)
        event.intent = intent;
    event.times["executed"] = now.ms();
    event.verified.method = request.verifiedBy.empty() ? "manual" : request.verifiedBy;
    event.verified.served = request.served.empty() ? event.plan.to : request.served;
    event.verified.probes = request.probes;
    draft.event = std::move(event);
    return draft;
}

Result<Appended> submit(Session& session, const Draft& draft, const Signer& signer)
{
    return session.submit(draft.event, signer, draft.erasables);
}

} // namespace cs::commands
