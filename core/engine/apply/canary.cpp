// SPDX-License-Identifier: GPL-3.0-or-later
// Canary facts, rollback (laws 8 and 10) and drills.
#include "core/engine/apply/scope.h"

#include <algorithm>

namespace cs::engine {
namespace {

const Promotion* findPromotion(const Scope& scope, PromotionId id)
{
    return scope.state.promotions.find(id.index());
}

/// The promotion that brought its version into the stage where it still is, with part of the traffic.
Status requireRunningCanary(const Scope& scope, PromotionId id)
{
    const Promotion* promotion = findPromotion(scope, id);
    if (promotion == nullptr)
        return fail(lawError(3, "There is no promotion %1.", {text(id.text())}));
    const Version* version = scope.state.versions.find(promotion->version.index());
    if (version == nullptr || version->stages.back().promotion != id)
        return fail(lawError(3, "The version of promotion %1 is not in the stage that it led to.", {text(id.text())}));
    return {};
}

const policy::Transition* rollbackOutOf(
    const policy::Policy& policy, const std::string& transition, const Version& version)
{
    const policy::Transition* found = policy.transition(transition);
    return found != nullptr && found->isRollback() && found->from == version.stage() ? found : nullptr;
}

/// The stage in which a rollback's target serves afterwards. Only with `previous_production` does it move there.
std::string targetStage(const policy::Policy& policy, const policy::Transition& transition)
{
    if (transition.authority->reinstates == "previous_in_state")
        return transition.from;
    for (const auto& state : policy.states)
        if (state.kind == "production")
            return state.id;
    return transition.from;
}

/// What does not move must be there already; what moves finds no other version in its place.
Status checkPlace(const Scope& scope, const policy::Policy& policy, const policy::Transition& transition,
    const Version& from, const Version& target)
{
    const std::string stage = targetStage(policy, transition);
    if (target.stage() == stage)
        return {};
    if (transition.authority->reinstates != "previous_production")
        return fail(
            lawError(8, "%1 is not in %2, so nothing is rolled back to it.", {text(target.id.text()), text(stage)}));
    const policy::State* place = policy.state(stage);
    const auto present = occupant(scope.state, from.model, stage);
    if (place != nullptr && place->singleOccupant && present && *present != from.id)
        return fail(lawError(8, "%1 serves in %2; a rollback of %3 leads to it and to no other version.",
            {text(present->text()), text(stage), text(from.id.text())}));
    return {};
}

/// Law 8: a rollback reinstates only a version that had been executed into that stage.
Status checkTarget(const Scope& scope, const policy::Transition& transition, const Version& from, const std::string& to)
{
    if (to == "none" || to == "fallback") {
        if (to == "fallback") {
            const Model* model = scope.state.model(from.model);
            if (model == nullptr || !model->serving || !model->serving->fallback)
                return fail(lawError(9, "The model has no fallback declared."));
        }
        return {};
    }
    CS_TRY(const VersionId id, VersionId::fromText(to));
    const Version* target = scope.state.versions.find(id.index());
    if (target == nullptr || target->model != from.model || target->id == from.id)
        return fail(lawError(8, "%1 is not another version of the same model.", {text(to)}));
    if (target->held())
        return fail(lawError(8, "%1 was rolled back itself and its hold still stands.", {text(to)}));
    CS_TRY(const auto policy, scope.policy());
    const std::string stage = targetStage(*policy, transition);
    if (!wasExecutedInto(*target, stage))
        return fail(lawError(8,
            "%1, with the artifact that it has now, was never executed into %2, so it cannot be reinstated there.",
            {text(to), text(stage)}));
    return checkPlace(scope, *policy, transition, from, *target);
}

Status checkPlan(const Scope& scope, const events::RollbackPlan& plan)
{
    const Version* version = scope.state.versions.find(plan.from.index());
    if (version == nullptr)
        return fail(lawError(3, "There is no version %1.", {text(plan.from.text())}));
    CS_TRY(const auto policy, scope.policy());
    const policy::Transition* transition = rollbackOutOf(*policy, plan.transition, *version);
    if (transition == nullptr)
        return fail(lawError(8, "%1 is no rollback out of %2, where %3 is.",
            {text(plan.transition), text(version->stage()), text(plan.from.text())}));
    const policy::State* left = policy->state(transition->from);
    const policy::State* entered = policy->state(transition->to);
    // To where it stood before at the most; to more traffic than it has now leads only a gate.
    const bool raised = left == nullptr || entered == nullptr || entered->exposure > left->exposure;
    if (raised
        || (entered->exposure == left->exposure && entered->exposure != policy::Exposure::None
            && !wasExecutedInto(*version, transition->to)))
        return fail(lawError(8, "%1 would raise the exposure of %2, or lead it to %3, where it never was.",
            {text(transition->id), text(plan.from.text()), text(transition->to)}));
    // No gate, freeze, lease or quorum here (law 10): only who, and that the way exists.
    const bool agent = scope.holds("watch_agent") && transition->authority->automation;
    if (!agent)
        CS_CHECK(scope.requireAny(transition->authority->roles, "roll this version back"));
    if (!agent && !scope.isPerson())
        return fail(lawError(10, "A rollback is executed by the agent or by a person."));
    return checkTarget(scope, *transition, *version, plan.to);
}

void rollBack(Change& change, const events::RollbackExecuted& event)
{
    const auto policy = change.state.policies.back().document;
    const policy::Transition* transition = policy ? policy->transition(event.plan.transition) : nullptr;
    Version* from = change.state.versions.edit(event.plan.from.index());
    if (transition == nullptr || from == nullptr)
        return;
    moveVersion(change, event.plan.from, transition->to, "rollback", PromotionId());
    from->rollbacks.push_back({change.stamp(), change.context.actor, event, false, std::nullopt});
    if (transition->authority->reinstates == "previous_production" && event.plan.to.starts_with('v'))
        if (const auto to = VersionId::fromText(event.plan.to)) {
            const std::string stage = targetStage(*policy, *transition);
            if (change.state.versions.find(to->index())->stage() != stage) {
                moveVersion(change, *to, stage, "reinstated", PromotionId());
                change.state.models[from->model].productionHistory.push_back(*to);
            }
        }
    noteRegressions(change, from->model);
}

/// A line of the agent's journal: the JSON of a rollback.executed body.
std::optional<events::RollbackExecuted> journalLine(const std::string& line)
{
    auto document = json::parse(line, json::entryLimits);
    if (!document)
        return std::nullopt;
    auto event = codec::decode<events::RollbackExecuted>((*document)->root());
    return event ? std::optional(std::move(*event)) : std::nullopt;
}

const RollbackRecord* findRollback(const Scope& scope, EntryIndex index)
{
    for (const auto& [id, model] : scope.state.models)
        for (const VersionId versionId : model.versions)
            if (const Version* version = scope.state.versions.find(versionId.index()))
                for (const RollbackRecord& record : version->rollbacks)
                    if (record.stamp.index == index)
                        return &record;
    return nullptr;
}

RollbackRecord* editRollback(Change& change, EntryIndex index)
{
    for (const auto& [id, model] : change.state.models)
        for (const VersionId versionId : model.versions)
            if (const Version* version = change.state.versions.find(versionId.index()))
                for (std::size_t i = 0; i < version->rollbacks.size(); ++i)
                    if (version->rollbacks[i].stamp.index == index)
                        return &change.state.versions.edit(versionId.index())->rollbacks[i];
    return nullptr;
}

} // namespace

bool wasExecutedInto(const Version& version, std::string_view stage)
{
    const Digest today = version.description.artifact.sha.value_or(Digest());
    return std::any_of(version.stages.begin(), version.stages.end(), [&](const StageEntry& entry) {
        // Other bytes under the same name were never there.
        return entry.state == stage && entry.cause != "registered" && entry.artifact == today;
    });
}

Status judgeEvent(const Scope& scope, const events::LeaseTaken& event)
{
    CS_CHECK(scope.requireRole({"watch_agent"}, "take a canary lease"));
    CS_CHECK(requireRunningCanary(scope, event.promotion));
    const auto& canary = findPromotion(scope, event.promotion)->canary;
    if (event.epoch != canary.epoch + 1)
        return fail(
            lawError(10, "The next lease has epoch %1, not %2.", {number(canary.epoch + 1), number(event.epoch)}));
    if (event.until <= scope.time)
        return fail(lawError(10, "A lease ends in the future."));
    return {};
}

void applyEvent(Change& change, const events::LeaseTaken& event)
{
    auto& canary = change.state.promotions.edit(event.promotion.index())->canary;
    canary.epoch = event.epoch;
    canary.leaseUntil = event.until;
    canary.leaseHolder = change.context.actor;
}

Status judgeEvent(const Scope& scope, const events::StepSet& event)
{
    CS_CHECK(scope.requireRole({"watch_agent", "platform_team"}, "set the canary's traffic"));
    CS_CHECK(requireRunningCanary(scope, event.promotion));
    const Promotion* promotion = findPromotion(scope, event.promotion);
    CS_TRY(const auto policy, scope.policy());
    const policy::State* stage = policy->state(scope.state.versions.find(promotion->version.index())->stage());
    const double percent = event.percent.value();
    if (percent < 0 || stage == nullptr || percent > stage->maxTrafficPercent)
        return fail(
            lawError(4, "%1 % of the traffic is more than this stage may receive.", {text(event.percent.text())}));
    const auto& canary = promotion->canary;
    const double before = canary.steps.empty() ? 0 : canary.steps.back().percent;
    const bool leased = event.epoch == canary.epoch && canary.epoch > 0 && scope.time < canary.leaseUntil;
    // Raising exposure needs the live epoch; lowering it never does (ledger-events.md section 4).
    if (percent > before && !leased)
        return fail(lawError(10, "Raising the traffic needs the live lease; epoch %1 is not.", {number(event.epoch)}));
    return {};
}

void applyEvent(Change& change, const events::StepSet& event)
{
    change.state.promotions.edit(event.promotion.index())
        ->canary.steps.push_back({change.stamp(), event.percent.value(), event.why});
}

Status judgeEvent(const Scope& scope, const events::CanaryWindow& event)
{
    CS_CHECK(scope.requireRole({"watch_agent"}, "record a canary window"));
    CS_CHECK(requireRunningCanary(scope, event.promotion));
    if (event.from >= event.to)
        return fail(lawError(3, "A window ends after it begins."));
    const Promotion* promotion = findPromotion(scope, event.promotion);
    const UtcTime began = scope.state.versions.find(promotion->version.index())->stages.back().stamp.time;
    if (event.from.ms() < began.ms() - rules::backwardsMs)
        return fail(lawError(13, "The window begins at %1, before the version received any traffic (%2).",
            {text(event.from.text()), text(began.text())}));
    for (const auto& guardrail : event.guardrails)
        if (guardrail.usable > guardrail.scheduled || guardrail.breached > guardrail.usable)
            return fail(lawError(3, "The counts of guardrail %1 do not fit each other.", {text(guardrail.id)}));
    return scope.notInFuture(event.to, "window's end");
}

void applyEvent(Change& change, const events::CanaryWindow& event)
{
    Promotion* promotion = change.state.promotions.edit(event.promotion.index());
    auto& canary = promotion->canary;
    canary.windows.push_back({change.stamp(), change.context.actor, change.context.key,
        rolesOf(change.state, change.context.actor), canary.steps.empty() ? 0 : canary.steps.back().percent, event});
    noteRegressions(change, promotion->model);
}

Status judgeEvent(const Scope& scope, const events::CanaryBreached& event)
{
    CS_CHECK(scope.requireRole({"watch_agent"}, "record a breach"));
    return requireRunningCanary(scope, event.promotion);
}

void applyEvent(Change& change, const events::CanaryBreached& event)
{
    Promotion* promotion = change.state.promotions.edit(event.promotion.index());
    promotion->canary.breaches.push_back({change.stamp(), event});
    noteRegressions(change, promotion->model);
}

Status judgeEvent(const Scope& scope, const events::RollbackIntended& event)
{
    return checkPlan(scope, event.plan);
}

void applyEvent(Change& change, const events::RollbackIntended& event)
{
    // Write-ahead: the execution says everything again. An intent without one shows that somebody was interrupted.
    change.state.versions.edit(event.plan.from.index())->rollbackIntents.push_back({change.stamp(), event.plan});
}

namespace {
/// Was this very rollback written ahead in that entry?
bool wasIntended(const Scope& scope, const events::RollbackPlan& plan, EntryIndex index)
{
    const Version* version = scope.state.versions.find(plan.from.index());
    return version != nullptr
        && std::any_of(version->rollbackIntents.begin(), version->rollbackIntents.end(), [&](const auto& intent) {
               return intent.stamp.index == index && intent.plan.transition == plan.transition
                   && intent.plan.to == plan.to && intent.plan.endpoint == plan.endpoint;
           });
}
} // namespace

Status judgeEvent(const Scope& scope, const events::RollbackExecuted& event)
{
    if (event.intent && !wasIntended(scope, event.plan, *event.intent))
        return fail(lawError(10, "Entry %1 is not the intent of this rollback.", {number(*event.intent)}));
    return checkPlan(scope, event.plan);
}

void applyEvent(Change& change, const events::RollbackExecuted& event)
{
    rollBack(change, event);
}

Status judgeEvent(const Scope& scope, const events::RollbackJournaled& event)
{
    CS_CHECK(scope.requireRole({"watch_agent"}, "import a journal"));
    if (event.lines.empty() || event.lines.size() > 200 || event.gapFrom > event.gapTo)
        return fail(lawError(10, "A journal has 1 to 200 lines and a gap that ends after it begins."));
    for (const auto& line : event.lines)
        if (!journalLine(line))
            return fail(lawError(10, "A line of the journal is no rollback."));
    return scope.notInFuture(event.gapTo, "gap's end");
}

void applyEvent(Change& change, const events::RollbackJournaled& event)
{
    bool late = false;
    for (const auto& line : event.lines) {
        const auto rollback = journalLine(line);
        const Version* version = change.state.versions.find(rollback->plan.from.index());
        const auto policy = change.state.policies.back().document;
        const Scope scope{
            change.state, change.context, change.time, change.state.actor(change.context.actor), change.policies};
        // It can only lower exposure, and only where the version still is.
        if (version != nullptr && policy && rollbackOutOf(*policy, rollback->plan.transition, *version) != nullptr
            && checkPlan(scope, rollback->plan))
            rollBack(change, *rollback);
        else
            late = true;
    }
    if (late)
        change.state.findings[FindingId(change.context.index)] = {FindingId(change.context.index),
            "rollback.journal_late", "high", {"workspace"}, Digest(), change.stamp(), change.context.actor,
            std::nullopt};
}

Status judgeEvent(const Scope& scope, const events::RollbackRemedied& event)
{
    if (findRollback(scope, event.rollback) == nullptr)
        return fail(lawError(10, "Entry %1 is no rollback.", {number(event.rollback)}));
    CS_TRY(const auto policy, scope.policy());
    return scope.requireAny(policy->rollback.remediationOwnerRoles, "file the remediation plan");
}

void applyEvent(Change& change, const events::RollbackRemedied& event)
{
    editRollback(change, event.rollback)->remedied = change.stamp();
}

Status judgeEvent(const Scope& scope, const events::RollbackHoldLifted& event)
{
    const RollbackRecord* record = findRollback(scope, event.rollback);
    if (record == nullptr || record->holdLifted)
        return fail(lawError(10, "Entry %1 is no rollback whose hold still stands.", {number(event.rollback)}));
    if (!record->remedied)
        return fail(lawError(10, "The hold is lifted after the remediation plan is filed."));
    CS_CHECK(scope.requirePerson("lift a hold"));
    CS_TRY(const auto policy, scope.policy());
    const Version* version = scope.state.versions.find(record->event.plan.from.index());
    const auto left = std::find_if(version->stages.begin(), version->stages.end(),
        [&](const StageEntry& stage) { return stage.stamp.index == record->stamp.index; });
    const bool newBytes = version->description.artifact.sha
        && (left == version->stages.end() || *version->description.artifact.sha != left->artifact);
    if (event.basis == "new_artifact" && !newBytes)
        return fail(lawError(10, "The version still has the artifact that was rolled back."));
    auto roles = policy->rollback.remediationOwnerRoles;
    roles.emplace_back("product_owner");
    return scope.requireAny(roles, "lift the hold");
}

void applyEvent(Change& change, const events::RollbackHoldLifted& event)
{
    editRollback(change, event.rollback)->holdLifted = true;
}

Status judgeEvent(const Scope& scope, const events::DrillRecorded& event)
{
    CS_CHECK(scope.requireRole({"platform_team", "watch_agent"}, "record a drill"));
    if (event.restoredAt.msSince(event.startedAt) != event.durationMs)
        return fail(lawError(9, "The drill's duration is not the time between its start and its end."));
    if (event.passed && event.probes < 1)
        return fail(lawError(9, "A drill without a probe that answered has not passed."));
    if (event.restored != "fallback") {
        CS_TRY(const VersionId id, VersionId::fromText(event.restored));
        if (scope.state.versions.find(id.index()) == nullptr)
            return fail(lawError(3, "There is no version %1.", {text(event.restored)}));
    }
    return scope.notInFuture(event.restoredAt, "drill");
}

void applyEvent(Change& change, const events::DrillRecorded& event)
{
    change.state.drills[event.endpoint].push_back(
        {change.stamp(), change.context.actor, change.context.key, rolesOf(change.state, change.context.actor), event});
    for (const auto& [id, model] : change.state.models)
        if (model.serving && model.serving->endpoint == event.endpoint)
            noteRegressions(change, id);
}

} // namespace cs::engine
