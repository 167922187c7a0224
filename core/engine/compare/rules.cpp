// SPDX-License-Identifier: GPL-3.0-or-later
// Freezes, break-glass, rollback budgets, invalidation, governance, RACI.
#include "core/engine/compare/notes.h"

#include "core/domain/policy_raci.h"
#include "core/engine/compare/sets.h"
#include "core/engine/matching.h"

#include <algorithm>

namespace cs::engine::comparison {
namespace {

using policy::Freeze;
using policy::ResetEffect;

template <class T> bool noLater(const std::optional<T>& is, const std::optional<T>& was)
{
    return !was || (is && *is <= *was);
}

bool windowsKept(const Freeze& was, const Freeze& is)
{
    if (was.start || was.end)
        return was.start && was.end && is.start && is.end && *is.start <= *was.start && *was.end <= *is.end;
    const bool days = std::all_of(was.weekdays.begin(), was.weekdays.end(),
        [&](int day) { return std::find(is.weekdays.begin(), is.weekdays.end(), day) != is.weekdays.end(); });
    return !is.start && days && is.startMinuteOfDay == was.startMinuteOfDay && is.durationSeconds >= was.durationSeconds
        && is.timeZone == was.timeZone;
}

bool freezeKept(Notes& notes, const Freeze& was, const Freeze& is)
{
    const bool applies = !is.appliesWhen
        || (was.appliesWhen
            && predicateImplies(notes.before, *was.appliesWhen, notes.now, *is.appliesWhen, notes.meter));
    const bool exception = !is.exception || (was.exception && notes.treeImplies(*is.exception, *was.exception));
    return applies && exception && windowsKept(was, is) && isSuperset(is.transitions, was.transitions)
        && is.ownerRole == was.ownerRole;
}

int resetRank(ResetEffect effect)
{
    return effect == ResetEffect::Keep ? 0 : effect == ResetEffect::ResetViewers ? 1 : 3;
}

int overdueRank(const std::string& word)
{
    return word == "rollback_and_hold" ? 2 : word == "hold_model" ? 1 : 0;
}

/// Every old slot is filled by a new one of its own that nobody else may fill.
bool slotsKept(const std::vector<std::vector<std::string>>& was, const std::vector<std::vector<std::string>>& is)
{
    std::vector<std::vector<int>> canFill(was.size());
    for (std::size_t old = 0; old < was.size(); ++old)
        for (std::size_t now = 0; now < is.size(); ++now)
            if (isSuperset(was[old], is[now]))
                canFill[old].push_back(static_cast<int>(now));
    return maximumMatching(is.size(), canFill).complete();
}

void compareBreakGlass(Notes& notes)
{
    const auto& was = notes.before.breakGlass;
    const auto& is = notes.now.breakGlass;
    // Also while it is switched off: what becomes weaker in that state would be switched on unnoticed.
    std::vector<std::string> roles = merged(rolesOf(was.review), notes.before.governance.protectedRoles);
    for (const auto& list : was.authorisers)
        roles = merged(std::move(roles), list);
    for (const auto& transition : merged(was.transitions, is.transitions))
        if (const policy::Gate* gate = notes.before.gateOf(transition))
            roles = merged(std::move(roles), approverRoles(gate->require));
    const auto check = [&](bool kept, const char* id, const char* message) {
        notes.unless(kept, "break-glass", id, message, roles);
    };
    check(was.enabled || !is.enabled, "enabled", "Break-glass is allowed.");
    check(isSuperset(was.transitions, is.transitions), "transitions", "Break-glass opens more transitions.");
    check(slotsKept(was.authorisers, is.authorisers) && is.minPersons >= was.minPersons, "authorisers",
        "Break-glass takes fewer persons, or other ones.");
    check(isSuperset(is.neverSkips, was.neverSkips), "never-skips", "Break-glass skips more.");
    check(is.reasonMinLength >= was.reasonMinLength && (is.incidentReferenceRequired || !was.incidentReferenceRequired)
            && is.ttlSeconds <= was.ttlSeconds && is.maxPerModelPer90Days <= was.maxPerModelPer90Days,
        "limits", "Break-glass takes less reason, lasts longer or happens more often.");
    check(is.reviewDueSeconds <= was.reviewDueSeconds && overdueRank(is.onOverdue) >= overdueRank(was.onOverdue)
            && notes.treeImplies(is.review, was.review),
        "review", "Break-glass is reviewed later, by fewer or with fewer consequences.");
}

void compareRollbackRules(Notes& notes)
{
    const auto& was = notes.before.rollback;
    const auto& is = notes.now.rollback;
    const bool budgets = is.canaryMaxSeconds <= was.canaryMaxSeconds
        && is.productionMaxSeconds <= was.productionMaxSeconds && noLater(is.stagingMaxSeconds, was.stagingMaxSeconds)
        && is.maxBreachAgeSeconds == was.maxBreachAgeSeconds && is.actuators == was.actuators;
    const bool remedy = is.remediationPlanDueSeconds <= was.remediationPlanDueSeconds
        && sameSet(is.remediationOwnerRoles, was.remediationOwnerRoles) && isSuperset(is.notifyRoles, was.notifyRoles);
    const bool drill = is.drillOwnerRole == was.drillOwnerRole && is.drillPeriodDays <= was.drillPeriodDays
        && is.drillRemindDaysBefore >= was.drillRemindDaysBefore;
    notes.unless(budgets, "rollback", "budgets", "A rollback may take longer, or another way.",
        merged(was.remediationOwnerRoles, {was.drillOwnerRole}));
    notes.unless(remedy, "rollback", "record", "A rollback is remedied later, by others or with fewer told.",
        was.remediationOwnerRoles);
    notes.unless(drill, "rollback", "drill", "Drills are due less often, or somebody else's.", {was.drillOwnerRole});
}

using Checks = std::map<std::string, const policy::Condition*>;
Checks checksOf(const policy::Policy& policy)
{
    Checks checks;
    for (const auto& [gateId, gate] : policy.gates)
        policy::walk(gate.require, [&](const policy::Condition& node) {
            if (node.kind == policy::Condition::Kind::Check)
                checks.emplace(node.id, &node);
        });
    return checks;
}

void compareDuty(Notes& notes, const policy::Reevaluation& was, const Checks& before, const Checks& now)
{
    const auto& duties = notes.now.reevaluation;
    const auto is = std::find_if(duties.begin(), duties.end(), [&](const auto& duty) { return duty.id == was.id; });
    const bool kept = is != duties.end() && is->state == was.state && is->everyDays <= was.everyDays
        && is->ownerRole == was.ownerRole && isSuperset(is->checks, was.checks);
    std::vector<std::string> owners;
    bool same = kept;
    for (const auto& id : was.checks) {
        const auto old = before.find(id);
        const auto present = now.find(id);
        // The id may name another check now, while the gate has the old one under another name.
        if (old == before.end())
            continue;
        const bool implied = present != now.end() && implies(*present->second, *old->second);
        same = same && implied;
        if (!kept || !implied)
            owners = merged(std::move(owners), {old->second->ownerRole});
    }
    if (!kept)
        owners = merged(std::move(owners), {was.ownerRole});
    notes.unless(same, "reevaluation", was.id,
        "The checks of " + was.id + " are repeated less often, fewer of them or laxer ones.", owners);
}

using Lost = std::map<std::string, std::string>; // RACI role → the first transition whose letter drops

void addLost(const Notes& notes, const Assignment& assignment, Lost& lost)
{
    const auto under = [&](const policy::Policy& policy) {
        return [&](const policy::Predicate& when) { return holdsUnder(policy, when, assignment); };
    };
    for (const std::string& transition : notes.before.raci.transitions) {
        const auto was = policy::raciRow(notes.before, transition, under(notes.before));
        const auto is = policy::raciRow(notes.now, transition, under(notes.now));
        for (const auto& [role, letter] : was) {
            const auto now = is.find(role);
            if (policy::raciRank(letter) > (now == is.end() ? -1 : policy::raciRank(now->second)))
                lost.emplace(role, transition);
        }
    }
}

} // namespace

void compareFreezes(Notes& notes)
{
    for (const Freeze& was : notes.before.freezes) {
        const bool kept = std::any_of(notes.now.freezes.begin(), notes.now.freezes.end(),
            [&](const Freeze& is) { return freezeKept(notes, was, is); });
        notes.unless(kept, "freezes", was.id, "The freeze " + was.id + " closes less, or an exception takes less.",
            was.exception ? merged(rolesOf(*was.exception), {was.ownerRole}) : std::vector<std::string>{was.ownerRole});
    }
}

void compareEmergencies(Notes& notes)
{
    compareBreakGlass(notes);
    compareRollbackRules(notes);
    for (const auto& [part, was] : notes.before.onChange) {
        const auto is = notes.now.onChange.find(part);
        const bool kept = is != notes.now.onChange.end()
            && (is->second == was || (was != ResetEffect::ResetPerson && resetRank(is->second) >= resetRank(was)));
        std::string id = part;
        std::replace(id.begin(), id.end(), '_', '-');
        notes.unless(
            kept, "invalidation", id, "Fewer approvals fall when " + part + " changes.", approverRoles(notes.before));
    }
}

void compareGovernance(Notes& notes)
{
    const auto& was = notes.before.governance;
    const auto& is = notes.now.governance;
    const auto roles = merged(merged(rolesOf(was.review), rolesOf(was.alsoRequire)), was.protectedRoles);
    const auto check = [&](bool kept, const char* id, const char* message) {
        notes.unless(kept, "governance", id, message, roles);
    };
    check(isSuperset(was.editors, is.editors), "editors", "More roles may propose policies.");
    check(notes.treeImplies(is.review, was.review), "review", "A policy change is reviewed by fewer or others.");
    check(notes.treeImplies(is.alsoRequire, was.alsoRequire), "weakening", "A weakening takes fewer signatures.");
    check(is.personsPerRole >= was.personsPerRole && is.coolOffSeconds >= was.coolOffSeconds, "cool-off",
        "A weakening comes into force sooner, or with fewer persons.");
    check(isSuperset(is.protectedRoles, was.protectedRoles), "protected-roles", "Fewer roles are protected.");
    check(is.comparisonBudget <= was.comparisonBudget, "comparison-budget",
        "The comparison may search longer before it counts a change as weakening.");
    check(noLater(notes.now.trustedTimeMaxGapSeconds, notes.before.trustedTimeMaxGapSeconds), "trusted-time",
        "Outside time is asked for no more, or later.");
    check(noLater(notes.now.maxHeadAgeSeconds, notes.before.maxHeadAgeSeconds), "max-head-age",
        "A console may have seen less of the ledger.");
    const Checks before = checksOf(notes.before);
    const Checks now = checksOf(notes.now);
    for (const auto& duty : notes.before.reevaluation)
        compareDuty(notes, duty, before, now);
}

void compareRaci(Notes& notes)
{
    Variables variables(notes.before, notes.now);
    for (const auto* policy : {&notes.before, &notes.now})
        for (const auto& overlay : policy->raci.overlays)
            variables.add(overlay.when);
    Lost lost;
    const Walk walk = variables.forEach(notes.meter, {}, [&](const Assignment& assignment) {
        addLost(notes, assignment, lost);
        return notes.meter.spend(std::ssize(notes.before.raci.transitions)
            * (1 + std::ssize(notes.before.raci.overlays) + std::ssize(notes.now.raci.overlays)));
    });
    for (const policy::RaciRole& role : notes.before.raci.roles) {
        const auto now = std::find_if(notes.now.raci.roles.begin(), notes.now.raci.roles.end(),
            [&](const policy::RaciRole& other) { return other.id == role.id; });
        const auto roles = role.policyRoles.empty() ? approverRoles(notes.before) : role.policyRoles;
        notes.unless(!lost.contains(role.id), "raci", role.id,
            "The letter of " + role.id + " drops for " + (lost.contains(role.id) ? lost.at(role.id) : "") + ".", roles);
        notes.unless(now != notes.now.raci.roles.end() && isSuperset(now->policyRoles, role.policyRoles), "raci",
            role.id, "Fewer roles stand under " + role.id + ".", roles);
    }
    if (walk != Walk::Done) {
        notes.found.undecided = true;
        notes.weaker("raci", "matrix", "The overlays are too complex to compare within the budget.",
            approverRoles(notes.before));
    }
}

} // namespace cs::engine::comparison
