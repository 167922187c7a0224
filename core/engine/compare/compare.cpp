// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/compare/compare.h"

#include "core/engine/compare/notes.h"
#include "core/engine/compare/sets.h"

#include <algorithm>

namespace cs::engine::comparison {
namespace {

using policy::Condition;
using policy::Policy;

/// Nodes of all trees of two documents; 4 MiB hold fewer that anybody wrote.
constexpr std::int64_t nodesMax = 300'000;
constexpr std::size_t rowsMax = 200; // ledger-events.md: lists are bounded

bool treesAreReadable(const Policy& policy, Meter& meter)
{
    const auto& governance = policy.governance;
    for (const auto& [id, gate] : policy.gates)
        if (!isReadable(gate.require, meter))
            return false;
    for (const auto& freeze : policy.freezes)
        if (freeze.exception && !isReadable(*freeze.exception, meter))
            return false;
    return isReadable(governance.review, meter) && isReadable(governance.alsoRequire, meter)
        && isReadable(policy.breakGlass.review, meter);
}

bool predicatesAreReadable(const Policy& policy, Meter& meter)
{
    for (const auto& freeze : policy.freezes)
        if (freeze.appliesWhen && !isReadable(*freeze.appliesWhen, meter))
            return false;
    for (const auto& [id, set] : policy.guardrailSets)
        for (const auto& rule : set.rules)
            if (rule.appliesWhen && !isReadable(*rule.appliesWhen, meter))
                return false;
    return std::all_of(policy.raci.overlays.begin(), policy.raci.overlays.end(),
        [&](const policy::RaciOverlay& overlay) { return isReadable(overlay.when, meter); });
}

/// Nothing was compared: everybody who has a say is asked.
Comparison undecided(const Policy& before, bool beforeIsReadable)
{
    Comparison all;
    all.weakens = all.undecided = true;
    Finding finding;
    finding.rule = "undecided";
    finding.where = "gates";
    finding.message = "One of the documents is too large, too deep or of an unknown kind to be compared.";
    if (beforeIsReadable)
        for (const auto& [id, gate] : before.gates) {
            const auto rows = affectedLeaves(gate, false);
            finding.affected.insert(finding.affected.end(), rows.begin(), rows.end());
        }
    if (!beforeIsReadable) {
        std::set<std::string> roles;
        for (const auto& [id, role] : before.roles)
            if (role.human)
                roles.insert(id);
        if (!roles.empty())
            finding.affected.push_back({"policy", "all", {roles.begin(), roles.end()}});
    }
    all.findings.push_back(std::move(finding));
    return all;
}

void addLint(Notes& notes)
{
    for (const policy::LintFinding& problem : policy::lint(notes.now)) {
        if (!problem.error)
            continue;
        Finding finding;
        finding.kind = Finding::Kind::Lint;
        finding.rule = problem.rule;
        finding.where = problem.where;
        finding.message = problem.message;
        notes.found.findings.push_back(std::move(finding));
    }
}

/// One row for each condition; where there are too many for an entry, one for each gate.
std::vector<events::AffectedLeaf> rows(const std::vector<Finding>& findings)
{
    std::map<std::pair<std::string, std::string>, std::set<std::string>> byLeaf;
    for (const Finding& finding : findings)
        for (const events::AffectedLeaf& row : finding.affected)
            byLeaf[{row.gate, row.leaf}].insert(row.roles.begin(), row.roles.end());
    for (int coarser = 0; coarser < 2 && byLeaf.size() > rowsMax; ++coarser) {
        decltype(byLeaf) fewer;
        for (const auto& [key, roles] : byLeaf)
            fewer[{coarser == 0 ? key.first : "policy", "all"}].insert(roles.begin(), roles.end());
        byLeaf = std::move(fewer);
    }
    std::vector<events::AffectedLeaf> list;
    for (const auto& [key, roles] : byLeaf)
        list.push_back({key.first, key.second, {roles.begin(), roles.end()}});
    return list;
}

void sum(Comparison& found)
{
    found.affected = rows(found.findings);
    for (const auto& row : found.affected)
        found.roles = merged(std::move(found.roles), row.roles);
    std::sort(found.roles.begin(), found.roles.end());
    // What cannot be adopted at all is said, and weakens nothing.
    found.weakens = std::any_of(found.findings.begin(), found.findings.end(),
        [](const Finding& finding) { return finding.kind != Finding::Kind::Lint; });
}

} // namespace

void Notes::weaker(const std::string& section, const std::string& id, const std::string& message,
    const std::vector<std::string>& roles, std::string was, std::string is)
{
    Finding finding;
    finding.kind = Finding::Kind::Setting;
    finding.rule = section;
    finding.where = section + "/" + id;
    finding.message = message;
    finding.was = std::move(was);
    finding.is = std::move(is);
    std::vector<std::string> sorted = roles;
    std::erase(sorted, std::string());
    std::sort(sorted.begin(), sorted.end());
    if (!sorted.empty())
        finding.affected.push_back({section, id, std::move(sorted)});
    found.findings.push_back(std::move(finding));
}

bool Notes::treeImplies(const Condition& is, const Condition& was)
{
    const TreeResult result = compareTrees({before, now, was, is, {true, true}}, meter);
    found.undecided = found.undecided || result.undecided;
    return !result.weaker;
}

std::vector<std::string> merged(std::vector<std::string> a, const std::vector<std::string>& b)
{
    for (const std::string& item : b)
        if (!item.empty() && !contains(a, item))
            a.push_back(item);
    return a;
}

std::vector<std::string> rolesOf(const Condition& root)
{
    std::set<std::string> roles;
    policy::walk(root, [&](const Condition& node) {
        roles.insert(node.approval.roles.begin(), node.approval.roles.end());
        if (!node.ownerRole.empty())
            roles.insert(node.ownerRole);
    });
    return {roles.begin(), roles.end()};
}

std::vector<std::string> approverRoles(const Condition& root)
{
    std::set<std::string> roles;
    policy::walk(root, [&](const Condition& node) {
        if (node.kind == Condition::Kind::Approval)
            roles.insert(node.approval.roles.begin(), node.approval.roles.end());
    });
    return {roles.begin(), roles.end()};
}

std::vector<std::string> approverRoles(const Policy& policy)
{
    std::set<std::string> roles;
    for (const auto& [id, gate] : policy.gates) {
        const auto own = approverRoles(gate.require);
        roles.insert(own.begin(), own.end());
    }
    return {roles.begin(), roles.end()};
}

events::AffectedLeaf affectedLeaf(const policy::Gate& gate, const Condition& leaf)
{
    std::vector<std::string> roles;
    if (leaf.kind == Condition::Kind::Approval)
        roles = leaf.approval.roles;
    else if (!leaf.ownerRole.empty())
        roles = {leaf.ownerRole};
    else
        roles = approverRoles(gate.require);
    std::sort(roles.begin(), roles.end());
    return {gate.id, leaf.id, std::move(roles)};
}

std::vector<events::AffectedLeaf> affectedLeaves(const policy::Gate& gate, bool approvalsOnly)
{
    std::vector<events::AffectedLeaf> rows;
    policy::walk(gate.require, [&](const Condition& node) {
        if (node.kind == Condition::Kind::Approval || (!approvalsOnly && node.kind == Condition::Kind::Check))
            rows.push_back(affectedLeaf(gate, node));
    });
    return rows;
}

const Finding& firstWeakening(const Comparison& found)
{
    return *std::find_if(found.findings.begin(), found.findings.end(),
        [](const Finding& finding) { return finding.kind != Finding::Kind::Lint; });
}

Comparison compare(const Policy& before, const Policy& now, Budget budget)
{
    if (before.digest == now.digest && before.digest != Digest())
        return {};
    Meter nodes(nodesMax);
    Meter meter(budget.steps);
    Notes notes(before, now, meter);
    const bool readable = treesAreReadable(before, nodes) && predicatesAreReadable(before, nodes);
    if (!readable || !treesAreReadable(now, nodes) || !predicatesAreReadable(now, nodes)) {
        notes.found = undecided(before, readable);
    } else {
        if (budget.lint)
            addLint(notes);
        // Settings first: a gate that is too complex must not take their part of the budget.
        compareLifecycle(notes);
        compareRolesAndTags(notes);
        compareGuardrails(notes);
        compareFreezes(notes);
        compareEmergencies(notes);
        compareGovernance(notes);
        compareRaci(notes);
        compareGates(notes);
    }
    sum(notes.found);
    notes.found.stepsSpent = budget.steps - meter.left();
    return std::move(notes.found);
}

Comparison compare(const Policy& before, const Policy& now)
{
    return compare(before, now, Budget{before.governance.comparisonBudget});
}

} // namespace cs::engine::comparison
