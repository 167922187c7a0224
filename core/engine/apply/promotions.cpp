// SPDX-License-Identifier: GPL-3.0-or-later
// Stream `promotion/p…`: laws 4, 5, 6 and 9.
#include "core/engine/apply/promotions.h"
#include "core/engine/break_glass.h"
#include "core/engine/facts.h"

#include <algorithm>
#include <set>

namespace cs::engine {

Result<const Promotion*> openPromotion(const Scope& scope, PromotionId id)
{
    const Promotion* promotion = scope.state.promotions.find(id.index());
    if (promotion == nullptr)
        return fail(lawError(3, "There is no promotion %1.", {text(id.text())}));
    if (promotion->status != PromotionStatus::Open)
        return fail(lawError(4, "Promotion #%1 has ended.", {number(promotion->number)}));
    return promotion;
}

std::shared_ptr<const policy::Policy> pinnedPolicy(const LedgerState& state, const Promotion& promotion)
{
    return state.policyDocument(promotion.policy);
}

namespace {

/// T at which an open proposal expires, if its gate says so.
std::optional<UtcTime> expiry(const LedgerState& state, const Promotion& promotion)
{
    const auto policy = pinnedPolicy(state, promotion);
    const policy::Gate* gate = policy ? policy->gateOf(promotion.transition) : nullptr;
    if (gate == nullptr || !gate->sla.expires || !gate->proposalTtlSeconds)
        return std::nullopt;
    return promotion.proposed.time.plusSeconds(*gate->proposalTtlSeconds);
}

} // namespace

Status checkNotExpired(const Scope& scope, const Promotion& promotion)
{
    const auto at = expiry(scope.state, promotion);
    if (at && scope.time >= *at)
        return fail(lawError(
            4, "Promotion #%1 expired at %2. Propose it again.", {number(promotion.number), text(at->text())}));
    return {};
}

namespace {

using policy::Exposure;

bool isExposed(Exposure exposure)
{
    return exposure == Exposure::Slice || exposure == Exposure::Subset || exposure == Exposure::Full;
}

/// Law 9: a rollback target is recorded before the way forward.
Status checkRollbackTarget(const Scope& scope, const policy::Policy& policy, const Model& model, const Version& version,
    const policy::State& to, const std::string& target)
{
    if (!isExposed(to.exposure)) {
        if (target == "none" || target == "fallback")
            return {};
        return VersionId::fromText(target) ? Status()
                                           : fail(lawError(9, "\"%1\" is no rollback target.", {text(target)}));
    }
    const auto serving = productionVersion(scope.state, policy, model.id);
    const bool replacing = serving && *serving != version.id;
    if (target == "none" || target == "fallback") {
        if (replacing)
            return fail(lawError(9, "Version %1 serves production; a promotion names a version to roll back to.",
                {text(serving->text())}));
        if (target == "fallback" && (!model.serving || !model.serving->fallback))
            return fail(lawError(9, "The model has no fallback declared to roll back to."));
        return {};
    }
    CS_TRY(const VersionId id, VersionId::fromText(target));
    const Version* other = scope.state.versions.find(id.index());
    const bool sameBytes = other != nullptr
        && std::any_of(policy.states.begin(), policy.states.end(),
            [&](const auto& stage) { return stage.kind == "production" && wasExecutedInto(*other, stage.id); });
    if (!sameBytes || other->model != model.id || other->id == version.id || other->held()
        || std::find(model.productionHistory.begin(), model.productionHistory.end(), id)
            == model.productionHistory.end())
        return fail(
            lawError(9, "%1 is no version of this model that has served production and could again.", {text(target)}));
    return {};
}

/// The version that a singleton stage holds for this endpoint; it moves in the same entry.
std::optional<VersionId> displaced(const LedgerState& state, const policy::Policy& policy, const Promotion& promotion)
{
    const policy::Transition* transition = policy.transition(promotion.transition);
    const policy::State* to = transition == nullptr ? nullptr : policy.state(transition->to);
    if (to == nullptr || !to->singleOccupant)
        return std::nullopt;
    const auto present = occupant(state, promotion.model, to->id);
    return present && *present != promotion.version ? present : std::nullopt;
}

Status checkSupersession(
    const Scope& scope, const policy::Policy& policy, const Promotion& promotion, const std::optional<VersionId>& named)
{
    const auto present = displaced(scope.state, policy, promotion);
    if (present != named)
        return fail(lawError(4, "The version that makes room is %1, not %2.",
            {present ? text(present->text()) : QStringLiteral("none"),
                named ? text(named->text()) : QStringLiteral("none")}));
    if (present && policy.transitionOfKind("supersession", policy.transition(promotion.transition)->to) == nullptr)
        return fail(lawError(8, "%1 holds one version at a time and has no supersession; %2 must leave it first.",
            {text(policy.transition(promotion.transition)->to), text(present->text())}));
    return {};
}

void endPromotion(Change& change, Promotion& promotion, PromotionStatus status)
{
    promotion.status = status;
    promotion.ended = change.stamp();
    promotion.endedBy = change.context.actor;
    auto& open = change.state.models[promotion.model].openPromotions;
    std::erase(open, promotion.id);
}

} // namespace

void noteRegressions(Change& change, ModelId modelId)
{
    const Model* model = change.state.model(modelId);
    if (model == nullptr)
        return;
    for (const PromotionId id : model->openPromotions) {
        const Promotion* before = change.state.promotions.find(id.index());
        if (before == nullptr || before->decisions.empty())
            continue; // nobody has signed anything that could be reset
        const auto leaves = checkLeaves(change.state, *before, change.time);
        Promotion* promotion = change.state.promotions.edit(id.index());
        for (const auto& [condition, result] : leaves) {
            std::string& status = promotion->leafStatus[condition->id];
            if (status == "+" && result.status == Truth::Unsatisfied)
                promotion->regressions.push_back({condition->id, change.stamp()});
            if (result.status != Truth::Pending)
                status = result.status == Truth::Satisfied ? "+" : "-";
        }
    }
}

void moveVersion(Change& change, VersionId id, const std::string& stateId, const char* cause, PromotionId by)
{
    Version* version = change.state.versions.edit(id.index());
    if (version == nullptr)
        return;
    version->stages.push_back(
        {stateId, change.stamp(), cause, by, version->description.artifact.sha.value_or(Digest())});
    version->rollbackIntents.clear();
    for (const PromotionId promotionId : version->promotions) {
        Promotion* promotion = change.state.promotions.edit(promotionId.index());
        if (promotion == nullptr || promotion->status != PromotionStatus::Open || promotionId == by)
            continue;
        const auto policy = change.state.policyDocument(promotion->policy);
        const policy::Transition* transition = policy ? policy->transition(promotion->transition) : nullptr;
        if (transition == nullptr || transition->from != stateId)
            endPromotion(change, *promotion, PromotionStatus::Superseded);
    }
    refreshBriefs(change.state); // what is judged in the same entry looks for the occupant of the stage
}

void takeEffect(Change& change, Promotion& promotion)
{
    const auto policy = change.state.policies.back().document;
    const policy::Transition* transition = policy ? policy->transition(promotion.transition) : nullptr;
    const Version* version = change.state.versions.find(promotion.version.index());
    if (transition == nullptr || version == nullptr || version->stage() != transition->from) {
        promotion.effect = Promotion::Effect::Never; // it was rolled back while it waited
        return;
    }
    if (const auto displacedVersion = displaced(change.state, *policy, promotion))
        if (const auto* supersession = policy->transitionOfKind("supersession", transition->to))
            moveVersion(change, *displacedVersion, supersession->to, "supersession", promotion.id);
    moveVersion(change, promotion.version, transition->to, "promotion", promotion.id);
    const policy::State* to = policy->state(transition->to);
    if (to != nullptr && to->kind == "production")
        change.state.models[promotion.model].productionHistory.push_back(promotion.version);
    noteRegressions(change, promotion.model);
}

Status judgeEvent(const Scope& scope, const events::PromotionProposed& event)
{
    const Version* version = scope.state.versions.find(event.version.index());
    if (version == nullptr)
        return fail(lawError(3, "There is no version %1.", {text(event.version.text())}));
    CS_TRY(const auto policy, scope.policy());
    if (event.policy != policy->digest)
        return fail(lawError(7, "A proposal names the policy in force."));
    const policy::Transition* transition = policy->transition(event.transition);
    const policy::Gate* gate = policy->gateOf(event.transition);
    if (transition == nullptr || gate == nullptr || transition->isRollback() || transition->kind == "supersession")
        return fail(lawError(4, "%1 is no transition that can be proposed.", {text(event.transition)}));
    if (transition->from != version->stage())
        return fail(lawError(4, "%1 is in %2; %3 begins in %4.",
            {text(event.version.text()), text(version->stage()), text(event.transition), text(transition->from)}));
    const Model& model = *scope.state.model(version->model);
    const auto domain = model.tags.find("business_domain");
    const bool proposer = std::any_of(gate->proposers.begin(), gate->proposers.end(), [&](const auto& role) {
        const RoleQuery query =
            domain == model.tags.end() ? RoleQuery() : RoleQuery{domain->second, false, std::nullopt};
        return holdsRoleAt(scope.state, scope.context.actor, role, query, scope.time);
    });
    if (!proposer)
        CS_CHECK(scope.requireAny(gate->proposers, "propose this transition for this domain"));
    if (!proposer)
        return fail(lawError(2, "The proposer's role does not cover the model's business domain."));
    if (version->description.artifact.method == "unverified")
        return fail(lawError(4,
            "Nobody has computed the artifact's digest from its bytes: it stays in %1 until the version is "
            "amended with one.",
            {text(version->stage())}));
    if (version->held())
        return fail(lawError(10, "%1 was rolled back. File the remediation plan and have the hold lifted first.",
            {text(event.version.text())}));
    if (event.endpoint.empty())
        return fail(lawError(9, "A proposal names the endpoint."));
    return checkRollbackTarget(scope, *policy, model, *version, *policy->state(transition->to), event.rollbackTarget);
}

void applyEvent(Change& change, const events::PromotionProposed& event)
{
    LedgerState& state = change.state;
    Version* version = state.versions.edit(event.version.index());
    for (const PromotionId id : version->promotions) {
        Promotion* older = state.promotions.edit(id.index());
        if (older != nullptr && older->status == PromotionStatus::Open && older->transition == event.transition)
            endPromotion(change, *older, PromotionStatus::Superseded);
    }
    Promotion promotion;
    promotion.id = PromotionId(change.context.index);
    promotion.number = ++state.promotionCount;
    promotion.version = event.version;
    promotion.model = version->model;
    promotion.transition = event.transition;
    promotion.endpoint = event.endpoint;
    promotion.policy = event.policy;
    promotion.proposed = change.stamp();
    promotion.proposer = change.context.actor;
    promotion.text = event.text;
    promotion.rollbackTarget = event.rollbackTarget;
    promotion.plan = event.plan;
    promotion.roundStarted = change.stamp();
    version->promotions.push_back(promotion.id);
    state.models[version->model].openPromotions.push_back(promotion.id);
    state.promotions.add(change.context.index, std::move(promotion));
}

Status judgeEvent(const Scope& scope, const events::PromotionRevised& event)
{
    CS_TRY(const Promotion* promotion, openPromotion(scope, event.promotion));
    if (promotion->proposer != scope.context.actor)
        return fail(lawError(2, "A proposal is revised by its proposer."));
    return checkNotExpired(scope, *promotion);
}

void applyEvent(Change& change, const events::PromotionRevised& event)
{
    Promotion* promotion = change.state.promotions.edit(event.promotion.index());
    promotion->text = event.text;
    ++promotion->round;
    promotion->roundStarted = change.stamp();
}

Status judgeEvent(const Scope& scope, const events::PromotionCommented& event)
{
    if (scope.state.promotions.find(event.promotion.index()) == nullptr)
        return fail(lawError(3, "There is no promotion %1.", {text(event.promotion.text())}));
    return {};
}

void applyEvent(Change& change, const events::PromotionCommented& event)
{
    change.state.promotions.edit(event.promotion.index())
        ->comments.push_back({change.stamp(), change.context.actor, event.about, event.text});
}

namespace {
/// Is a rehearsed way back all that is missing?
bool onlyDrillLeft(const GateResult& result, const std::string& transition)
{
    std::set<std::string> drills;
    for (const auto& policy : {result.pinnedPolicy, result.currentPolicy})
        if (const policy::Gate* gate = policy->gateOf(transition))
            policy::walk(gate->require, [&](const policy::Condition& condition) {
                if (condition.kind == policy::Condition::Kind::Check && condition.check.kind == "rollback_drill")
                    drills.insert(condition.id);
            });
    return !result.left.empty() && std::all_of(result.left.begin(), result.left.end(), [&](const auto& item) {
        return drills.contains(item.leaf);
    });
}

/// Law 4: the gate, from earlier entries and the policy documents they name, at the ledger's own time.
Status checkGate(const Scope& scope, const Promotion& promotion, const events::PromotionExecuted& event)
{
    CS_CHECK(checkFreezeOffsets(scope, promotion, event));
    CS_TRY(const GateResult result, evaluateGate(scope.state, promotion, scope.time, event.freeze));
    if (result.verdict != Truth::Satisfied) {
        QStringList left;
        for (const LeftItem& item : result.left)
            left.append(qs(item.leaf));
        if (onlyDrillLeft(result, promotion.transition))
            return fail(lawError(
                9, "The way back has not been rehearsed: %1 is not satisfied.", {left.join(QStringLiteral(", "))}));
        return fail(lawError(4, "The gate of promotion #%1 is not satisfied. Left: %2.",
            {number(promotion.number), left.join(QStringLiteral(", "))}));
    }
    if (result.blocked)
        return fail(lawError(
            4, "Promotion #%1 cannot be executed now: %2.", {number(promotion.number), text(result.blocked->code)}));
    return {};
}

/// An emergency is executed by a person, whatever the gate says: the proposer, a proposer role, or who authorised it.
Status checkEmergencyExecutor(const Scope& scope, const Promotion& promotion, const BreakGlass& glass)
{
    CS_CHECK(scope.requirePerson("execute a promotion by break-glass"));
    const bool authorised = std::any_of(glass.slots.begin(), glass.slots.end(),
        [&](const GlassSlot& slot) { return slot.signer == scope.context.actor; });
    if (authorised || promotion.proposer == scope.context.actor)
        return {};
    CS_TRY(const auto policy, scope.policy());
    const policy::Gate* gate = policy->gateOf(promotion.transition);
    return scope.requireAny(gate == nullptr ? std::vector<std::string>() : gate->proposers, "execute this promotion");
}

/// Law 11: what the emergency rests on, and what it never skips. It passes freezes: they guard routine changes.
Status checkEmergency(const Scope& scope, const Promotion& promotion, const events::PromotionExecuted& event)
{
    CS_CHECK(checkFreezeOffsets(scope, promotion, event));
    CS_TRY(const BreakGlass glass, breakGlass(scope.state, promotion, scope.time));
    const QString which = number(promotion.number);
    if (glass.refused)
        return fail(lawError(11,
            glass.refused->code == "quota"
                ? "The policy allows no further break-glass for the model of promotion #%1 within 90 days."
                : "The policy grants no break-glass for promotion #%1.",
            {which}));
    if (!glass.authorised)
        return fail(lawError(11, "Promotion #%1 has no live authorisation: %2 of %3 persons have signed.",
            {which, number(glass.persons), number(glass.personsNeeded)}));
    CS_CHECK(checkEmergencyExecutor(scope, promotion, glass));
    if (glass.keptVerdict != Truth::Satisfied) {
        QStringList kept;
        for (const GlassLeaf& leaf : glass.kept)
            if (leaf.status != Truth::Satisfied)
                kept.append(qs(leaf.id));
        return fail(lawError(11, "Break-glass never skips %1 of promotion #%2, and that is not satisfied.",
            {kept.join(QStringLiteral(", ")), which}));
    }
    if (glass.blocked)
        return fail(lawError(11, "No emergency can move promotion #%1 now: %2.", {which, text(glass.blocked->code)}));
    return {};
}

Status checkExecutor(const Scope& scope, const Promotion& promotion, const policy::Gate& gate)
{
    // Two revisions may apply: what needs a person under one of them needs one.
    const auto pinned = pinnedPolicy(scope.state, promotion);
    const policy::Gate* opened = pinned ? pinned->gateOf(promotion.transition) : nullptr;
    const bool automatic = gate.automatic && (opened == nullptr || opened->automatic);
    if (automatic || promotion.proposer == scope.context.actor)
        return {};
    return scope.requireAny(gate.proposers, "execute this promotion");
}

} // namespace

Status judgeEvent(const Scope& scope, const events::PromotionExecuted& event)
{
    CS_TRY(const Promotion* promotion, openPromotion(scope, event.promotion));
    CS_CHECK(checkNotExpired(scope, *promotion));
    CS_TRY(const auto policy, scope.policy());
    const policy::Gate* gate = policy->gateOf(promotion->transition);
    const policy::Transition* transition = policy->transition(promotion->transition);
    if (gate == nullptr || transition == nullptr)
        return fail(lawError(4, "The policy in force has no transition %1 any more.", {text(promotion->transition)}));
    if (const auto pinned = pinnedPolicy(scope.state, *promotion)) {
        const policy::Transition* opened = pinned->transition(promotion->transition);
        if (opened == nullptr || opened->from != transition->from || opened->to != transition->to)
            return fail(lawError(7, "%1 leads elsewhere since this promotion was proposed. Propose it again.",
                {text(promotion->transition)}));
    }
    if (!authorCountsStill(scope.state, promotion->proposer, promotion->proposed.index))
        return fail(
            lawError(12, "Promotion #%1 was proposed with a key that is compromised since then. Propose it again.",
                {number(promotion->number)}));
    const bool emergency = event.basis != "gate";
    if (!emergency)
        CS_CHECK(checkExecutor(scope, *promotion, *gate));
    const Version* version = scope.state.versions.find(promotion->version.index());
    if (version == nullptr || version->stage() != transition->from)
        return fail(lawError(4, "The version is not in %1 any more.", {text(transition->from)}));
    if (version->held())
        return fail(lawError(10, "The version was rolled back and its hold still stands."));
    for (const PromotionId waiting : scope.state.awaitingAnchor)
        if (const Promotion* other = scope.state.promotions.find(waiting.index());
            other != nullptr && other->model == promotion->model)
            return fail(
                lawError(13, "Promotion #%1 of this model still waits for its time anchor.", {number(other->number)}));
    const Model& model = *scope.state.model(version->model);
    CS_CHECK(checkRollbackTarget(
        scope, *policy, model, *version, *policy->state(transition->to), promotion->rollbackTarget));
    CS_CHECK(emergency ? checkEmergency(scope, *promotion, event) : checkGate(scope, *promotion, event));
    return checkSupersession(scope, *policy, *promotion, event.supersedes);
}

void applyEvent(Change& change, const events::PromotionExecuted& event)
{
    Promotion& promotion = *change.state.promotions.edit(event.promotion.index());
    endPromotion(change, promotion, PromotionStatus::Executed);
    promotion.basis = event.basis;
    if (event.basis == "break_glass")
        change.state.models[promotion.model].brokenGlass.push_back(promotion.id);
    promotion.execution = event;
    const auto inForce = change.state.policies.back().document;
    const auto pinned = pinnedPolicy(change.state, promotion);
    const policy::Transition* transition = inForce ? inForce->transition(promotion.transition) : nullptr;
    const policy::State* to = transition == nullptr ? nullptr : inForce->state(transition->to);
    const bool anchored =
        (inForce && inForce->trustedTimeMaxGapSeconds) || (pinned && pinned->trustedTimeMaxGapSeconds);
    if (anchored && to != nullptr && isExposed(to->exposure)) {
        promotion.effect = Promotion::Effect::AwaitingAnchor;
        change.state.awaitingAnchor.insert(promotion.id);
        return;
    }
    takeEffect(change, promotion);
}

Status judgeEvent(const Scope& scope, const events::PromotionWithdrawn& event)
{
    CS_TRY(const Promotion* promotion, openPromotion(scope, event.promotion));
    if (promotion->proposer != scope.context.actor)
        return fail(lawError(2, "A proposal is withdrawn by its proposer."));
    return {};
}

void applyEvent(Change& change, const events::PromotionWithdrawn& event)
{
    endPromotion(change, *change.state.promotions.edit(event.promotion.index()), PromotionStatus::Withdrawn);
}

} // namespace cs::engine
