// SPDX-License-Identifier: GPL-3.0-or-later
// Lifecycle, roles, tags, guardrails: which side of a setting is the stricter one. What stands in no table weakens.
#include "core/engine/compare/notes.h"

#include "core/engine/compare/sets.h"

#include <algorithm>

namespace cs::engine::comparison {
namespace {

using policy::Guardrail;
using policy::GuardrailSet;
using policy::Policy;

const policy::Transition* rollbackBetween(const Policy& policy, const policy::Transition& like)
{
    const auto found = std::find_if(policy.transitions.begin(), policy.transitions.end(), [&](const auto& other) {
        return other.isRollback() && other.id == like.id && other.from == like.from && other.to == like.to;
    });
    return found == policy.transitions.end() ? nullptr : &*found;
}

bool sameAuthority(const policy::Transition& a, const policy::Transition& b)
{
    return a.authority && b.authority && sameSet(a.authority->roles, b.authority->roles)
        && a.authority->automation == b.authority->automation && a.authority->reinstates == b.authority->reinstates;
}

std::vector<std::string> guardrailOwners(const GuardrailSet& set)
{
    std::vector<std::string> owners;
    for (const Guardrail& rule : set.rules)
        owners = merged(std::move(owners), {rule.ownerRole});
    return owners;
}

bool sameSource(const Guardrail::Source& a, const Guardrail::Source& b)
{
    return a.kind == b.kind && a.connection == b.connection && a.canaryQuery == b.canaryQuery
        && a.baselineQuery == b.baselineQuery && a.sampleCountQuery == b.sampleCountQuery
        && a.baselineCountQuery == b.baselineCountQuery && a.counter == b.counter && a.windowSeconds == b.windowSeconds
        && a.scrapeIntervalSeconds == b.scrapeIntervalSeconds && a.maxSampleAgeSeconds == b.maxSampleAgeSeconds
        && a.timeoutMs == b.timeoutMs;
}

bool testTighter(const Guardrail::Test& is, const Guardrail::Test& was)
{
    if (is.kind != was.kind || is.unit != was.unit)
        return false;
    if (is.kind == "fixed") {
        const bool low = was.op == "ge" || was.op == "gt";
        const bool strict = was.op == "gt" || was.op == "lt";
        const bool sameSide = is.op == was.op || (!strict && is.op == (low ? "gt" : "lt"));
        return sameSide && (low ? is.value >= was.value : is.value <= was.value);
    }
    if (is.kind == "relative") {
        const auto& a = is.allowedDegradation;
        const auto& b = was.allowedDegradation;
        return is.direction == was.direction && a.relative == b.relative && a.value <= b.value
            && (!a.relative || is.baselineFloor <= was.baselineFloor);
    }
    if (is.maxRatio.has_value() != was.maxRatio.has_value() || is.limit.has_value() != was.limit.has_value())
        return false;
    return is.kind == "sequential_proportion" && is.alpha >= was.alpha
        && is.maxRatio.value_or(0) <= was.maxRatio.value_or(0) && is.limit.value_or(0) <= was.limit.value_or(0);
}

bool breachSooner(const Guardrail& is, const Guardrail& was)
{
    if (was.consecutive)
        return is.consecutive && *is.consecutive <= *was.consecutive;
    return is.breached && was.breached && *is.breached <= *was.breached && is.outOf == was.outOf;
}

int actionRank(const std::string& action)
{
    return action == "rollback" ? 2 : action == "hold" ? 1 : 0;
}

bool guardrailKept(Notes& notes, const Guardrail& was, const Guardrail& is)
{
    const bool applies = !is.appliesWhen
        || (was.appliesWhen
            && predicateImplies(notes.before, *was.appliesWhen, notes.now, *is.appliesWhen, notes.meter));
    return applies && sameSource(was.source, is.source) && testTighter(is.test, was.test) && breachSooner(is, was)
        && is.severity == was.severity && is.ownerRole == was.ownerRole && is.warmupSeconds <= was.warmupSeconds
        && is.minSamples == was.minSamples && is.missingMaxSeconds <= was.missingMaxSeconds
        && (is.missingRollsBack || !was.missingRollsBack) && actionRank(is.action) >= actionRank(was.action);
}

bool rampKept(const GuardrailSet& was, const GuardrailSet& is)
{
    return std::equal(
        was.ramp.begin(), was.ramp.end(), is.ramp.begin(), is.ramp.end(), [](const auto& old, const auto& now) {
            return now.trafficPercent <= old.trafficPercent && now.minDurationSeconds >= old.minDurationSeconds
                && now.minSamples >= old.minSamples;
        });
}

void compareSet(Notes& notes, const GuardrailSet& was, const GuardrailSet& is)
{
    for (const Guardrail& rule : was.rules) {
        const auto now =
            std::find_if(is.rules.begin(), is.rules.end(), [&](const Guardrail& other) { return other.id == rule.id; });
        if (now == is.rules.end())
            notes.weaker("guardrails", rule.id, "The guardrail " + rule.id + " is gone.", {rule.ownerRole});
        else if (!guardrailKept(notes, rule, *now))
            notes.weaker(
                "guardrails", rule.id, "The guardrail " + rule.id + " fires later or another way.", {rule.ownerRole});
    }
    const bool rest = is.evaluationIntervalSeconds <= was.evaluationIntervalSeconds
        && is.actuationDeadlineSeconds <= was.actuationDeadlineSeconds && is.maxSilentSeconds <= was.maxSilentSeconds
        && is.parallelBaseline == was.parallelBaseline && (is.holdRampOnAgentLoss || !was.holdRampOnAgentLoss);
    notes.unless(rampKept(was, is), "guardrails", was.id,
        "The ramp of " + was.id + " has other steps, larger ones or shorter ones.", guardrailOwners(was));
    notes.unless(rest, "guardrails", was.id, "The guardrail set " + was.id + " reacts later.", guardrailOwners(was));
}

bool assumesNoLess(const policy::Tag& was, const policy::Tag& is)
{
    if (was.assumeIfMissing == is.assumeIfMissing)
        return true;
    if (was.type == "boolean")
        return is.assumeIfMissing == "true";
    const auto at = [&](const std::string& value) { return std::find(is.values.begin(), is.values.end(), value); };
    return was.type == "ordered" && at(was.assumeIfMissing) != is.values.end()
        && at(is.assumeIfMissing) != is.values.end() && at(was.assumeIfMissing) < at(is.assumeIfMissing);
}

/// The old values stand among the new ones in the same order.
bool orderKept(const std::vector<std::string>& was, const std::vector<std::string>& is)
{
    auto at = is.begin();
    for (const std::string& value : was) {
        at = std::find(at, is.end(), value);
        if (at == is.end())
            return false;
        ++at;
    }
    return true;
}

void compareTag(Notes& notes, const policy::Tag& was, const policy::Tag& is)
{
    const auto owner = was.ownerRole.empty() ? approverRoles(notes.before) : std::vector<std::string>{was.ownerRole};
    const auto check = [&](bool kept, const std::string& message) {
        notes.unless(kept, "tags", was.id, message, owner);
    };
    check(was.type == is.type && orderKept(was.values, is.values), "The tag " + was.id + " has other values.");
    check(assumesNoLess(was, is), "A missing tag " + was.id + " is read as less strict.");
    check(is.required || !was.required, "The tag " + was.id + " need not be set any more.");
    check(was.ownerRole.empty() || was.ownerRole == is.ownerRole, "Somebody else lowers the tag " + was.id + ".");
}

} // namespace

void compareLifecycle(Notes& notes)
{
    const auto everybody = approverRoles(notes.before);
    const auto weaker = [&](const std::string& id, const std::string& message) {
        notes.weaker("lifecycle", id, message, everybody);
    };
    if (notes.before.initialState != notes.now.initialState)
        weaker("initial-state", "Versions begin in another stage.");
    for (const policy::State& was : notes.before.states) {
        const policy::State* is = notes.now.state(was.id);
        if (is == nullptr)
            continue; // nothing leads there any more
        if (is->kind != was.kind || is->exposure != was.exposure || is->singleOccupant != was.singleOccupant
            || is->maxTrafficPercent > was.maxTrafficPercent)
            weaker(was.id, "The stage " + was.id + " has another kind, exposure or traffic.");
    }
    for (const policy::Transition& was : notes.before.transitions) {
        if (!was.isRollback())
            continue;
        const policy::Transition* is = rollbackBetween(notes.now, was);
        if (is == nullptr)
            weaker(was.id, "The rollback " + was.id + " is gone.");
        else if (!sameAuthority(was, *is))
            weaker(was.id, "Others may roll back by " + was.id + ", or to another version.");
    }
    for (const policy::Transition& is : notes.now.transitions)
        if (is.isRollback() && rollbackBetween(notes.before, is) == nullptr)
            weaker(is.id, "There is a new way without a gate, the rollback " + is.id + ".");
}

void compareRolesAndTags(Notes& notes)
{
    for (const auto& [id, was] : notes.before.roles) {
        const policy::Role* is = notes.now.role(id);
        if (is == nullptr)
            continue; // gates that named it were compared
        const bool kept = is->human == was.human && is->minMembers >= was.minMembers
            && isSuperset(is->exclusiveWith, was.exclusiveWith) && is->fallback == was.fallback
            && isSuperset(is->membershipSignoff, was.membershipSignoff);
        notes.unless(kept, "roles", id, "Joining the role " + id + ", or signing for it, takes less.",
            was.human ? merged(was.membershipSignoff, {id}) : was.membershipSignoff);
    }
    for (const auto& [id, was] : notes.before.tags) {
        const auto is = notes.now.tags.find(id);
        if (is != notes.now.tags.end())
            compareTag(notes, was, is->second);
        else
            notes.weaker("tags", id, "The tag " + id + " is gone.",
                was.ownerRole.empty() ? approverRoles(notes.before) : std::vector<std::string>{was.ownerRole});
    }
}

void compareGuardrails(Notes& notes)
{
    for (const auto& [id, was] : notes.before.guardrailSets) {
        const auto is = notes.now.guardrailSets.find(id);
        if (is == notes.now.guardrailSets.end())
            notes.weaker("guardrails", id, "The guardrail set " + id + " is gone.", guardrailOwners(was));
        else
            compareSet(notes, was, is->second);
    }
}

} // namespace cs::engine::comparison
