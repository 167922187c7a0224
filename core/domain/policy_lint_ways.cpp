// SPDX-License-Identifier: GPL-3.0-or-later
// Rules over every way of satisfying a gate. A tree is monotone and its leaves are distinct, so "every way contains
// such a leaf" is decided by one walk and needs no list of ways. @source gates.md sections 2.1, 2.10, 2.13.
#include "core/domain/policy_lint.h"
#include "core/domain/policy_raci.h"

#include <algorithm>
#include <set>

namespace cs::policy::linting {
namespace {

/// More assignments of tags and facts than this in one gate, or more conditions to look at under all of them, are not
/// looked through; the policy is refused.
constexpr std::size_t assignmentsMax = 200'000;
constexpr std::size_t looksMax = 5'000'000;

std::size_t nodesOf(const Condition& root)
{
    std::size_t count = 0;
    walk(root, [&](const Condition&) { ++count; });
    return count;
}

struct Assignment {
    std::map<std::string, std::string> tags;
    std::map<std::string, bool> facts;
};
using Choices = std::map<std::string, std::set<std::string>>; // "tag:x" or "fact:y" → values

void addChoices(const Policy& policy, const Predicate& predicate, Choices& choices)
{
    for (const Predicate& child : predicate.children)
        addChoices(policy, child, choices);
    if (predicate.kind == Predicate::Kind::Fact)
        choices["fact:" + predicate.fact] = {"false", "true"};
    if (predicate.kind != Predicate::Kind::Tag)
        return;
    auto& values = choices["tag:" + predicate.tag];
    const auto tag = policy.tags.find(predicate.tag);
    if (tag == policy.tags.end())
        return;
    if (tag->second.type == "boolean")
        values.insert({"false", "true"});
    else if (!tag->second.values.empty())
        values.insert(tag->second.values.begin(), tag->second.values.end());
    else { // free text: what is named, and anything else
        values.insert(predicate.values.begin(), predicate.values.end());
        values.insert("\x01other");
    }
}
void addChoices(const Policy& policy, const Condition& root, Choices& choices)
{
    walk(root, [&](const Condition& node) {
        if (node.kind == Condition::Kind::When)
            addChoices(policy, node.when, choices);
    });
}

/// Calls f for every assignment. @param looks conditions that one call looks at. @returns false if there are too many.
template <class F> bool forEachAssignment(const Choices& choices, std::size_t looks, F&& f)
{
    std::size_t count = 1;
    for (const auto& [name, values] : choices) {
        count *= std::max<std::size_t>(1, values.size());
        if (count > assignmentsMax)
            return false;
    }
    if (count * looks > looksMax)
        return false;
    for (std::size_t n = 0; n < count; ++n) {
        Assignment assignment;
        std::size_t rest = n;
        for (const auto& [name, values] : choices) {
            if (values.empty())
                continue;
            const auto& value = *std::next(values.begin(), static_cast<std::ptrdiff_t>(rest % values.size()));
            rest /= values.size();
            if (name.starts_with("tag:"))
                assignment.tags[name.substr(4)] = value;
            else
                assignment.facts[name.substr(5)] = value == "true";
        }
        f(assignment);
    }
    return true;
}

bool holdsUnder(const Policy& policy, const Predicate& predicate, const Assignment& assignment)
{
    return holds(policy, predicate, assignment.tags, [&](std::string_view fact) {
        const auto found = assignment.facts.find(std::string(fact));
        return found != assignment.facts.end() && found->second;
    });
}

using LeafTest = std::function<bool(const Condition&)>;

/// The branch of a when that applies, or null.
const Condition* branch(const Policy& policy, const Condition& node, const Assignment& assignment)
{
    if (holdsUnder(policy, node.when, assignment))
        return &node.children[0];
    return node.children.size() > 1 ? &node.children[1] : nullptr;
}

/// Does every way of satisfying the node contain a leaf that passes the test, not negated?
bool everyWay(const Policy& policy, const Condition& node, const Assignment& assignment, const LeafTest& test)
{
    const auto inner = [&](const Condition& child) { return everyWay(policy, child, assignment, test); };
    switch (node.kind) {
    case Condition::Kind::All:
        return std::any_of(node.children.begin(), node.children.end(), inner);
    case Condition::Kind::Any:
        return std::all_of(node.children.begin(), node.children.end(), inner);
    case Condition::Kind::AtLeast:
        return std::count_if(node.children.begin(), node.children.end(), [&](const auto& c) { return !inner(c); })
            < node.count;
    case Condition::Kind::When: {
        const Condition* chosen = branch(policy, node, assignment);
        return chosen != nullptr && inner(*chosen);
    }
    case Condition::Kind::Not:
        return false;
    case Condition::Kind::Check:
    case Condition::Kind::Approval:
        return test(node);
    }
    return false;
}

bool contains(const Policy& policy, const Condition& node, const Assignment& assignment, const Condition& leaf)
{
    if (&node == &leaf)
        return true;
    if (node.kind == Condition::Kind::When) {
        const Condition* chosen = branch(policy, node, assignment);
        return chosen != nullptr && contains(policy, *chosen, assignment, leaf);
    }
    return std::any_of(node.children.begin(), node.children.end(),
        [&](const Condition& child) { return contains(policy, child, assignment, leaf); });
}

/// Does every way that uses the leaf also contain one that passes the test?
bool everyWayWith(const Policy& policy, const Condition& node, const Assignment& assignment, const Condition& leaf,
    const LeafTest& test)
{
    if (node.kind == Condition::Kind::When) {
        const Condition* chosen = branch(policy, node, assignment);
        return chosen == nullptr || everyWayWith(policy, *chosen, assignment, leaf, test);
    }
    const auto at = std::find_if(node.children.begin(), node.children.end(),
        [&](const Condition& child) { return contains(policy, child, assignment, leaf); });
    if (at == node.children.end())
        return false;
    if (everyWayWith(policy, *at, assignment, leaf, test))
        return true;
    std::int64_t lacking = 0; // siblings that can be chosen without such a leaf
    for (const Condition& child : node.children)
        lacking += &child != &*at && !everyWay(policy, child, assignment, test) ? 1 : 0;
    const std::int64_t needed = node.kind == Condition::Kind::All ? std::ssize(node.children)
        : node.kind == Condition::Kind::AtLeast                   ? node.count
                                                                  : 1;
    return lacking < needed - 1;
}

bool isExposed(const Policy& policy, const std::string& state)
{
    const State* found = policy.state(state);
    return found != nullptr && found->exposure >= Exposure::Slice;
}

/// Is a stage of that kind reachable from the first one, over transitions but rollbacks and not through @p without?
bool reaches(const Policy& policy, std::string_view kind, std::string_view without)
{
    const auto isKind = [&](const std::string& id, std::string_view wanted) {
        const State* state = policy.state(id);
        return state != nullptr && state->kind == wanted;
    };
    std::set<std::string> seen;
    std::vector<std::string> open{policy.initialState};
    while (!open.empty()) {
        const std::string at = open.back();
        open.pop_back();
        if (isKind(at, without) || !seen.insert(at).second)
            continue;
        if (isKind(at, kind))
            return true;
        for (const Transition& transition : policy.transitions)
            if (!transition.isRollback() && transition.from == at)
                open.push_back(transition.to);
    }
    return false;
}

std::string described(const Assignment& assignment)
{
    std::string text;
    for (const auto& [name, value] : assignment.tags)
        text += (text.empty() ? "" : ", ") + name + " = " + (value == "\x01other" ? "anything else" : value);
    for (const auto& [name, value] : assignment.facts)
        text += (text.empty() ? "" : ", ") + name + (value ? " = true" : " = false");
    return text.empty() ? "always" : "with " + text;
}

void tooMany(Findings& findings, const std::string& where)
{
    findings.error("complexity", where,
        "The predicates have more combinations than can be looked through. Use fewer tags in one gate.");
}

void lintOverlays(const Policy& policy, Findings& findings)
{
    for (std::size_t i = 0; i < policy.raci.overlays.size(); ++i)
        for (const auto& [transition, cells] : policy.raci.overlays[i].matrix)
            for (const auto& [role, letter] : cells) {
                const auto row = policy.raci.matrix.find(transition);
                const char base =
                    row == policy.raci.matrix.end() || !row->second.contains(role) ? 'I' : row->second.at(role);
                if (letter == 'A' || base == 'A' || raciRank(letter) < raciRank(base))
                    findings.error("raci",
                        pointerTo(pointerTo(pointerTo("/raci/overlays", i) + "/matrix", transition), role),
                        "An overlay raises I to C and C to R; it moves no A and lowers nothing.");
            }
}

using Leaves = std::vector<const Condition*>;
Leaves leavesOf(const Condition& root, const LeafTest& test)
{
    Leaves leaves;
    walk(root, [&](const Condition& node) {
        if (node.isLeaf() && test(node))
            leaves.push_back(&node);
    });
    return leaves;
}

bool isDrill(const Condition& leaf)
{
    return leaf.kind == Condition::Kind::Check && leaf.check.kind == "rollback_drill";
}

constexpr const char* productionFact = "has_production_version";

void lintRestoresOf(const Policy& policy, const Gate& gate, Findings& findings)
{
    Choices choices;
    addChoices(policy, gate.require, choices);
    const Leaves drills = leavesOf(gate.require, isDrill);
    if (drills.empty() || !choices.contains(std::string("fact:") + productionFact))
        return;
    std::set<std::pair<const Condition*, bool>> met;
    const auto look = [&](const Assignment& assignment) {
        for (const Condition* drill : drills)
            if (contains(policy, gate.require, assignment, *drill))
                met.emplace(drill, assignment.facts.at(productionFact));
    };
    if (!forEachAssignment(choices, nodesOf(gate.require) * drills.size(), look))
        return tooMany(findings, gate.require.pointer);
    for (const Condition* drill : drills) {
        const bool toFallback = drill->check.restores == "fallback";
        if (met.contains({drill, toFallback}) && !met.contains({drill, !toFallback}))
            findings.error("restores", drill->pointer + "/check/restores",
                toFallback ? "Asked only where there is a production version; the drill must restore that one."
                           : "Asked only where there is no production version; the drill must reach the fallback.");
    }
}

/// Can the leaf be signed in this case where nothing demands that the evidence is there?
bool viewsNothing(const Policy& policy, const Gate& gate, const Assignment& assignment, const Condition& leaf,
    const std::string& kind)
{
    const LeafTest present = [&](const Condition& other) {
        return other.kind == Condition::Kind::Check && other.check.kind == "evidence_present"
            && other.check.evidenceKind == kind;
    };
    return contains(policy, gate.require, assignment, leaf)
        && !everyWayWith(policy, gate.require, assignment, leaf, present);
}

void lintViewingOf(const Policy& policy, const Gate& gate, Findings& findings)
{
    const Leaves leaves = leavesOf(gate.require, [](const Condition& leaf) {
        return leaf.kind == Condition::Kind::Approval && !leaf.approval.evidenceViewed.empty();
    });
    if (leaves.empty())
        return;
    Choices choices;
    addChoices(policy, gate.require, choices);
    std::set<std::string> reported;
    const auto look = [&](const Assignment& assignment) {
        for (const Condition* leaf : leaves)
            for (std::size_t i = 0; i < leaf->approval.evidenceViewed.size(); ++i) {
                const std::string& kind = leaf->approval.evidenceViewed[i];
                if (viewsNothing(policy, gate, assignment, *leaf, kind) && reported.insert(leaf->id + kind).second)
                    findings.error("viewing", pointerTo(leaf->pointer + "/approval/evidenceViewed", i),
                        "The approver must view " + kind
                            + ", which no check demands to be there: " + described(assignment) + ".");
            }
    };
    if (!forEachAssignment(choices, nodesOf(gate.require) * leaves.size(), look))
        tooMany(findings, gate.require.pointer);
}

void lintRaciNames(const Policy& policy, Findings& findings)
{
    std::set<std::string> known;
    for (std::size_t i = 0; i < policy.raci.roles.size(); ++i) {
        const RaciRole& role = policy.raci.roles[i];
        known.insert(role.id);
        for (std::size_t k = 0; k < role.policyRoles.size(); ++k)
            if (policy.role(role.policyRoles[k]) == nullptr)
                findings.error("reference", pointerTo(pointerTo("/raci/roles", i) + "/policyRoles", k),
                    "The role " + role.policyRoles[k] + " does not exist.");
    }
    for (const auto& [transition, row] : policy.raci.matrix)
        for (const auto& [role, letter] : row)
            if (!known.contains(role))
                findings.error("reference", pointerTo(pointerTo("/raci/matrix", transition), role),
                    "The RACI role " + role + " does not exist.");
}

void lintRaciRow(const Policy& policy, const std::string& transition, Findings& findings)
{
    const std::string at = pointerTo("/raci/matrix", transition);
    Choices choices;
    std::size_t looks = 1;
    if (const Gate* gate = policy.gateOf(transition)) {
        addChoices(policy, gate->require, choices);
        looks = nodesOf(gate->require);
    }
    for (const RaciOverlay& overlay : policy.raci.overlays)
        if (overlay.matrix.contains(transition))
            addChoices(policy, overlay.when, choices);
    std::set<std::string> problems;
    const auto look = [&](const Assignment& assignment) {
        const auto holds = [&](const Predicate& when) { return holdsUnder(policy, when, assignment); };
        for (const auto& contradiction : raciContradictions(policy, transition, holds))
            problems.insert(contradiction.message);
    };
    if (!forEachAssignment(choices, looks, look))
        tooMany(findings, at);
    for (const auto& problem : problems)
        findings.error("raci", at, problem);
}

} // namespace

void lintFloor(const Policy& policy, Findings& findings)
{
    for (const char* kind : {"staging", "canary"}) {
        if (reaches(policy, "production", kind))
            findings.error("law-8", "/lifecycle/transitions",
                std::string("A path leads to production past every stage of the kind ") + kind + ".");
        if (std::none_of(
                policy.states.begin(), policy.states.end(), [&](const State& state) { return state.kind == kind; }))
            findings.error("law-8", "/lifecycle/states", std::string("There is no stage of the kind ") + kind + ".");
    }
    if (!reaches(policy, "production", ""))
        findings.error("law-8", "/lifecycle/transitions", "No path leads to production.");
    for (std::size_t i = 0; i < policy.states.size(); ++i) {
        const State& state = policy.states[i];
        if (state.exposure >= Exposure::Slice
            && std::none_of(policy.transitions.begin(), policy.transitions.end(),
                [&](const Transition& t) { return t.isRollback() && t.from == state.id; }))
            findings.error("law-8", pointerTo("/lifecycle/states", i),
                "The stage " + state.id + " takes traffic and has no rollback.");
    }
}

void lintDrills(const Policy& policy, Findings& findings)
{
    std::set<std::string> seen;
    for (const Transition& transition : policy.transitions) {
        const Gate* gate = policy.gateOf(transition.id);
        if (transition.isRollback() || gate == nullptr || !isExposed(policy, transition.to)
            || !seen.insert(gate->id).second)
            continue;
        Choices choices;
        addChoices(policy, gate->require, choices);
        bool reported = false;
        const bool complete = forEachAssignment(choices, nodesOf(gate->require), [&](const Assignment& assignment) {
            if (reported || everyWay(policy, gate->require, assignment, isDrill))
                return;
            reported = true;
            findings.error("law-9", gate->require.pointer,
                "Some way into " + transition.to + " needs no rollback drill: " + described(assignment) + ".");
        });
        if (!complete)
            tooMany(findings, gate->require.pointer);
    }
}

/// A drill that restores the production version has no sense where there is none, and one that reaches the fallback
/// proves nothing about the way back where there is one. Said only where a `when` decides it.
void lintRestores(const Policy& policy, Findings& findings)
{
    for (const auto& [id, gate] : policy.gates)
        lintRestoresOf(policy, gate, findings);
}

void lintViewing(const Policy& policy, Findings& findings)
{
    for (const auto& [id, gate] : policy.gates)
        lintViewingOf(policy, gate, findings);
}

void lintRaci(const Policy& policy, Findings& findings)
{
    lintRaciNames(policy, findings);
    lintOverlays(policy, findings);
    for (std::size_t i = 0; i < policy.raci.transitions.size(); ++i) {
        const std::string& transition = policy.raci.transitions[i];
        if (policy.transition(transition) != nullptr)
            lintRaciRow(policy, transition, findings);
        else
            findings.error(
                "reference", pointerTo("/raci/transitions", i), "The transition " + transition + " does not exist.");
    }
}

} // namespace cs::policy::linting
