// SPDX-License-Identifier: GPL-3.0-or-later
// Transitions and their gates.
#include "core/engine/compare/notes.h"

#include "core/engine/compare/sets.h"

#include <algorithm>

namespace cs::engine::comparison {
namespace {

using policy::Condition;
using policy::Gate;
using policy::Transition;

std::string shownValue(const std::string& value)
{
    return value == missingValue ? "(not set)" : value == otherValue ? "(any other)" : value;
}

std::vector<Item> items(const std::map<const Condition*, std::int64_t>& leaves, const Condition& root)
{
    std::vector<Item> list;
    std::set<std::string> seen;
    policy::walk(root, [&](const Condition& node) {
        const Condition& leaf = leafNode(node);
        const bool negated = node.kind == Condition::Kind::Not;
        const auto found = leaves.find(&leaf);
        if (found == leaves.end() || (!negated && node.kind != leaf.kind))
            return;
        if (seen.insert(leaf.id).second)
            list.push_back({leaf.id, leaf.title, leaf.kind == Condition::Kind::Approval, negated, found->second});
    });
    return list;
}

/// Transitions of the new policy with the same pair of gates.
struct GatePair {
    const Gate* was = nullptr;
    const Gate* is = nullptr;
    std::vector<std::string> transitions;
};

void addCase(
    Notes& notes, const GatePair& pair, Finding finding, const Case& found, std::set<const Condition*>& unnamed)
{
    for (const auto& [tag, value] : found.assignment.tags)
        finding.tags[tag] = shownValue(value);
    finding.facts = found.assignment.facts;
    finding.suffices = items(found.suffices, pair.is->require);
    finding.lacks = items(found.lacks, pair.was->require);
    finding.message = "With exactly these the new policy lets it through; the old one asked for more.";
    for (const auto& [leaf, units] : found.lacks) {
        finding.affected.push_back(affectedLeaf(*pair.was, *leaf));
        unnamed.erase(leaf);
    }
    notes.found.findings.push_back(std::move(finding));
}

void addTree(Notes& notes, const GatePair& pair, const TreeResult& result)
{
    Finding common;
    common.rule = "gate";
    common.where = "gates/" + pair.was->id;
    common.transitions = pair.transitions;
    std::set<const Condition*> unnamed = result.affected;
    if (!result.undecided)
        for (const Case& found : result.cases)
            addCase(notes, pair, common, found, unnamed);
    if (!result.undecided && !result.moreCases && unnamed.empty())
        return;
    notes.found.undecided = notes.found.undecided || result.undecided;
    common.rule = result.undecided ? "undecided" : "gate";
    common.message = result.undecided
        ? "The gate is too complex to compare within the budget; it counts as weaker."
        : "In other cases these conditions stand between what is let through and the old gate.";
    for (const Condition* leaf : unnamed)
        common.affected.push_back(affectedLeaf(*pair.was, *leaf));
    notes.found.findings.push_back(std::move(common));
}

void addSetting(Notes& notes, const GatePair& pair, const char* rule, const std::string& message,
    const std::string& was, const std::string& is)
{
    Finding finding;
    finding.kind = Finding::Kind::Setting;
    finding.rule = rule;
    finding.where = "gates/" + pair.was->id;
    finding.message = message;
    finding.transitions = pair.transitions;
    finding.was = was;
    finding.is = is;
    finding.affected = affectedLeaves(*pair.was, true);
    if (finding.affected.empty()) // a mechanical gate: whoever owns its checks
        finding.affected = affectedLeaves(*pair.was, false);
    notes.found.findings.push_back(std::move(finding));
}

bool slaKept(const policy::Sla& was, const policy::Sla& is)
{
    if (is.respondWithinSeconds > was.respondWithinSeconds)
        return false;
    if (was.remindEverySeconds && (!is.remindEverySeconds || *is.remindEverySeconds > *was.remindEverySeconds))
        return false;
    return std::all_of(was.escalation.begin(), was.escalation.end(), [&](const policy::Escalation& old) {
        return std::any_of(is.escalation.begin(), is.escalation.end(), [&](const policy::Escalation& now) {
            return now.afterSeconds <= old.afterSeconds && isSuperset(now.notifyRoles, old.notifyRoles);
        });
    });
}

void compareGateSettings(Notes& notes, const GatePair& pair)
{
    const Gate& was = *pair.was;
    const Gate& is = *pair.is;
    if (!isSuperset(was.proposers, is.proposers))
        addSetting(
            notes, pair, "proposers", "More roles may open a proposal.", joined(was.proposers), joined(is.proposers));
    if (was.acrossGate && !is.acrossGate)
        addSetting(notes, pair, "person-distinctness", "One person may sign several conditions of the gate.",
            "across_gate", "per_requirement");
    if (was.respectsFreezes && !is.respectsFreezes)
        addSetting(notes, pair, "freezes", "Freezes no longer hold the transition.", "true", "false");
    if (!was.automatic && is.automatic)
        addSetting(notes, pair, "advance", "Anybody may execute the promotion once the gate is satisfied.", "manual",
            "automatic");
    const auto ttl = [](const Gate& gate) {
        return gate.sla.expires && gate.proposalTtlSeconds ? *gate.proposalTtlSeconds : INT64_MAX;
    };
    if (ttl(is) > ttl(was))
        addSetting(notes, pair, "proposal-ttl", "Proposals live longer.",
            std::to_string(was.proposalTtlSeconds.value_or(0)), std::to_string(is.proposalTtlSeconds.value_or(0)));
    if (!slaKept(was.sla, is.sla))
        addSetting(notes, pair, "sla", "People are reminded later, or fewer of them.", {}, {});
}

void compareStatements(Notes& notes, const GatePair& pair)
{
    std::map<std::string, const Condition*> now;
    policy::walk(pair.is->require, [&](const Condition& node) {
        if (node.kind == Condition::Kind::Approval)
            now.emplace(node.id, &node);
    });
    policy::walk(pair.was->require, [&](const Condition& node) {
        const auto found = node.kind == Condition::Kind::Approval ? now.find(node.id) : now.end();
        if (found == now.end() || found->second->approval.statementDigest == node.approval.statementDigest)
            return;
        Finding finding;
        finding.kind = Finding::Kind::Statement;
        finding.rule = "statement";
        finding.where = "gates/" + pair.was->id + "/" + node.id;
        finding.message = "The sentence that is signed is another one.";
        finding.transitions = pair.transitions;
        finding.was = node.approval.statement;
        finding.is = found->second->approval.statement;
        finding.affected = {affectedLeaf(*pair.was, node)};
        notes.found.findings.push_back(std::move(finding));
    });
}

/// Stages that are reached from one over transitions but rollbacks, or that reach it; not past `stop`.
std::set<std::string> reached(
    const policy::Policy& policy, const std::string& start, const std::string& stop, bool ahead)
{
    std::set<std::string> seen{start};
    std::vector<std::string> open{start};
    while (!open.empty()) {
        const std::string at = open.back();
        open.pop_back();
        if (at == stop)
            continue;
        for (const Transition& step : policy.transitions) {
            const std::string& next = ahead ? step.to : step.from;
            if (!step.isRollback() && (ahead ? step.from : step.to) == at && seen.insert(next).second)
                open.push_back(next);
        }
    }
    return seen;
}

/// Gates of the old policy on the ways between two stages; all where there was no way.
std::set<const Gate*> gatesBetween(const policy::Policy& policy, const std::string& from, const std::string& to)
{
    const auto ahead = reached(policy, from, to, true);
    const auto behind = reached(policy, to, from, false);
    std::set<const Gate*> gates;
    for (const Transition& step : policy.transitions) {
        const Gate* gate = step.isRollback() ? nullptr : policy.gate(step.gate);
        if (gate != nullptr && step.from != to && step.to != from && ahead.contains(step.from)
            && behind.contains(step.to))
            gates.insert(gate);
    }
    if (gates.empty())
        for (const auto& [id, gate] : policy.gates)
            gates.insert(&gate);
    return gates;
}

void addNewPath(Notes& notes, const Transition& transition)
{
    Finding finding;
    finding.kind = Finding::Kind::NewPath;
    finding.rule = "new-path";
    finding.where = "lifecycle.transitions/" + transition.id;
    finding.message = "The old policy had no way from " + transition.from + " to " + transition.to + ".";
    finding.transitions = {transition.id};
    for (const Gate* gate : gatesBetween(notes.before, transition.from, transition.to)) {
        const auto rows = affectedLeaves(*gate, false);
        finding.affected.insert(finding.affected.end(), rows.begin(), rows.end());
    }
    notes.found.findings.push_back(std::move(finding));
}

/// The old transition between the same stages: the one of the same id, else any.
const Transition* sameStep(const policy::Policy& before, const Transition& now)
{
    const Transition* found = nullptr;
    for (const Transition& old : before.transitions)
        if (!old.isRollback() && old.from == now.from && old.to == now.to && (found == nullptr || old.id == now.id))
            found = &old;
    return found;
}

void addRemovedProtected(Notes& notes, const GatePair& pair)
{
    const auto now = approverRoles(pair.is->require);
    for (const std::string& role : approverRoles(pair.was->require))
        if (contains(notes.before.governance.protectedRoles, role) && !contains(now, role)
            && !contains(notes.found.protectedRemoved, role))
            notes.found.protectedRemoved.push_back(role);
}

} // namespace

void compareGates(Notes& notes)
{
    std::vector<GatePair> pairs;
    for (const Transition& transition : notes.now.transitions) {
        if (transition.isRollback())
            continue;
        const Transition* old = sameStep(notes.before, transition);
        const Gate* was = old == nullptr ? nullptr : notes.before.gate(old->gate);
        const Gate* is = notes.now.gate(transition.gate);
        if (is == nullptr) // lint refuses it; nothing could be proposed
            continue;
        if (was == nullptr) {
            addNewPath(notes, transition);
            continue;
        }
        auto found = std::find_if(
            pairs.begin(), pairs.end(), [&](const GatePair& pair) { return pair.was == was && pair.is == is; });
        if (found == pairs.end())
            found = pairs.insert(pairs.end(), {was, is, {}});
        found->transitions.push_back(transition.id);
        if (old->id != transition.id || old->kind != transition.kind)
            addSetting(notes, {was, is, {transition.id}}, "transition",
                "The transition has another name or kind: what names it elsewhere no longer holds it.",
                old->id + " (" + old->kind + ")", transition.id + " (" + transition.kind + ")");
    }
    auto left = static_cast<std::int64_t>(pairs.size());
    for (const GatePair& pair : pairs) {
        // Each gate has its share, and what the ones before it left over.
        const std::int64_t share = notes.meter.left() / std::max<std::int64_t>(1, left--);
        Meter own(share);
        const TreeResult result = compareTrees(
            {notes.before, notes.now, pair.was->require, pair.is->require, {pair.is->acrossGate, pair.was->acrossGate}},
            own);
        notes.meter.spend(share - own.left());
        if (result.weaker)
            addTree(notes, pair, result);
        compareGateSettings(notes, pair);
        compareStatements(notes, pair);
        addRemovedProtected(notes, pair);
    }
}

} // namespace cs::engine::comparison
