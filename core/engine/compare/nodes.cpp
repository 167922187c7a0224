// SPDX-License-Identifier: GPL-3.0-or-later
// What became of each condition of one gate, for a display.
#include "core/engine/compare/notes.h"

namespace cs::engine::comparison {
namespace {

using policy::Condition;
using ById = std::vector<std::pair<std::string, const Condition*>>;

ById nodesOf(const Condition& root)
{
    ById nodes;
    policy::walk(root, [&](const Condition& node) { nodes.emplace_back(node.id, &node); });
    return nodes;
}

const Condition* find(const ById& nodes, const std::string& id)
{
    for (const auto& [known, node] : nodes)
        if (known == id)
            return node;
    return nullptr;
}

NodeChange::Kind kindOf(const TreePair& forward, const TreePair& backward, Meter& meter)
{
    const bool implies = !compareTrees(forward, meter).weaker;
    const bool implied = !compareTrees(backward, meter).weaker;
    return implies && implied ? NodeChange::Kind::Same
        : implies             ? NodeChange::Kind::Stricter
        : implied             ? NodeChange::Kind::Weaker
                              : NodeChange::Kind::Different;
}

} // namespace

std::vector<NodeChange> nodeChanges(
    const policy::Policy& before, const policy::Policy& now, const std::string& gate, Budget budget)
{
    std::vector<NodeChange> changes;
    const policy::Gate* was = before.gate(gate);
    const policy::Gate* is = now.gate(gate);
    Meter nodes(budget.steps);
    if ((was != nullptr && !isReadable(was->require, nodes)) || (is != nullptr && !isReadable(is->require, nodes)))
        return changes;
    const ById old = was == nullptr ? ById() : nodesOf(was->require);
    const ById present = is == nullptr ? ById() : nodesOf(is->require);
    Meter meter(budget.steps);
    for (const auto& [id, node] : present) {
        const Condition* former = find(old, id);
        if (former == nullptr) {
            changes.push_back({id, NodeChange::Kind::Added});
            continue;
        }
        const Distinct distinct{is->acrossGate, was->acrossGate};
        changes.push_back({id,
            kindOf({before, now, *former, *node, distinct}, {now, before, *node, *former, {distinct.old, distinct.now}},
                meter)});
    }
    for (const auto& [id, node] : old)
        if (find(present, id) == nullptr)
            changes.push_back({id, NodeChange::Kind::Removed});
    return changes;
}

} // namespace cs::engine::comparison
