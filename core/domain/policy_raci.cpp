// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy_raci.h"

#include <algorithm>

namespace cs::policy {

int raciRank(char letter)
{
    return letter == 'A' ? 3 : letter == 'R' ? 2 : letter == 'C' ? 1 : 0;
}

std::map<std::string, char> raciRow(const Policy& policy, const std::string& transition, const Holds& holds)
{
    const auto base = policy.raci.matrix.find(transition);
    std::map<std::string, char> row;
    if (base != policy.raci.matrix.end())
        row = base->second;
    for (const RaciOverlay& overlay : policy.raci.overlays) {
        const auto cells = overlay.matrix.find(transition);
        if (cells == overlay.matrix.end() || !holds(overlay.when))
            continue;
        for (const auto& [role, letter] : cells->second)
            if (const auto at = row.find(role); at == row.end() || raciRank(at->second) < raciRank(letter))
                row[role] = letter;
    }
    return row;
}

const RaciRole* raciRoleOf(const Policy& policy, const std::string& role)
{
    const auto found = std::find_if(policy.raci.roles.begin(), policy.raci.roles.end(), [&](const RaciRole& r) {
        return std::find(r.policyRoles.begin(), r.policyRoles.end(), role) != r.policyRoles.end();
    });
    return found == policy.raci.roles.end() ? nullptr : &*found;
}

void walkApprovals(const Condition& root, const Holds& holds, const std::function<void(const Condition&)>& f)
{
    if (root.kind == Condition::Kind::Approval)
        f(root);
    if (root.kind == Condition::Kind::When) {
        if (holds(root.when))
            walkApprovals(root.children[0], holds, f);
        else if (root.children.size() > 1)
            walkApprovals(root.children[1], holds, f);
        return;
    }
    for (const Condition& child : root.children)
        walkApprovals(child, holds, f);
}

std::vector<RaciContradiction> raciContradictions(
    const Policy& policy, const std::string& transition, const Holds& holds)
{
    std::vector<RaciContradiction> found;
    const auto row = raciRow(policy, transition, holds);
    const auto accountable = std::count_if(row.begin(), row.end(), [](const auto& cell) { return cell.second == 'A'; });
    if (accountable != 1)
        found.push_back({{}, {}, std::to_string(accountable) + " roles are accountable; exactly one must be."});
    std::set<std::string> roles;
    if (const Gate* gate = policy.gateOf(transition))
        walkApprovals(gate->require, holds,
            [&](const Condition& leaf) { roles.insert(leaf.approval.roles.begin(), leaf.approval.roles.end()); });
    for (const auto& role : roles) {
        const RaciRole* column = raciRoleOf(policy, role);
        const auto cell = column == nullptr ? row.end() : row.find(column->id);
        if (cell == row.end() || raciRank(cell->second) < 2)
            found.push_back({column == nullptr ? std::string() : column->id, role,
                "The gate demands an approval from " + role + ", whose letter is neither R nor A."});
    }
    return found;
}

} // namespace cs::policy
