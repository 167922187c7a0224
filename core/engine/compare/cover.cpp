// SPDX-License-Identifier: GPL-3.0-or-later
// Does a situation satisfy the old tree? Checks by the leaf order, approvals by a matching of demanded units to given
// ones: one signature counts once.
#include "core/engine/compare/ways.h"
#include "core/engine/matching.h"

#include <algorithm>

namespace cs::engine::comparison {
namespace {

/// Given units: which leaf each comes from.
std::vector<int> unitsOf(const Leaves& leaves, const Supply& situation)
{
    std::vector<int> units;
    for (const int leaf : situation.leaves)
        if (leaves[leaf].isApproval())
            units.insert(units.end(), static_cast<std::size_t>(situation.unitsOf(leaves, leaf)), leaf);
    return units;
}

Matching match(const Leaves& leaves, const LeafSet& demanded, const std::vector<int>& given)
{
    std::vector<std::vector<int>> canFill;
    for (const int old : demanded) {
        std::vector<int> units;
        for (std::size_t i = 0; i < given.size(); ++i)
            if (leaves.implies(given[i], old))
                units.push_back(static_cast<int>(i));
        canFill.insert(canFill.end(), static_cast<std::size_t>(leaves[old].units()), units);
    }
    return maximumMatching(given.size(), canFill);
}

/// Units of the situation that could fill an old approval, if nothing else wanted them.
std::int64_t alone(const Leaves& leaves, int old, const Supply& situation, Distinct distinct)
{
    std::int64_t sum = 0;
    std::int64_t most = 0;
    for (const int leaf : situation.leaves)
        if (leaves.implies(leaf, old)) {
            sum += situation.unitsOf(leaves, leaf);
            most = std::max(most, situation.unitsOf(leaves, leaf));
        }
    // Where persons are distinct within a leaf only, two leaves may show one person twice.
    return distinct.now ? sum : most;
}

class Cover {
public:
    Cover(const Leaves& leaves, const PlainTree& tree, const Supply& situation, Distinct distinct, Meter& meter)
        : m_leaves(leaves)
        , m_tree(tree)
        , m_situation(situation)
        , m_given(unitsOf(leaves, situation))
        , m_distinct(distinct)
        , m_meter(meter)
        , m_free(tree.size(), unknown)
        , m_hopeful(tree.size(), unknown)
    {
    }
    bool holds(const std::vector<int>& roots)
    {
        for (const int root : roots)
            if (!hopeful(root))
                return false;
        return !m_distinct.old || fill(roots, {}, 0);
    }

private:
    static constexpr signed char unknown = -1;
    bool leafHolds(int leaf, bool checksOnly) const
    {
        if (m_leaves[leaf].isApproval())
            return !checksOnly && alone(m_leaves, leaf, m_situation, m_distinct) >= m_leaves[leaf].units();
        return std::any_of(m_situation.leaves.begin(), m_situation.leaves.end(),
            [&](int given) { return m_leaves.implies(given, leaf); });
    }
    bool evaluate(int index, std::vector<signed char>& memo, bool checksOnly)
    {
        signed char& known = memo[static_cast<std::size_t>(index)];
        if (known != unknown || !m_meter.spend())
            return known == 1;
        const Plain& node = m_tree[index];
        bool holds = node.kind == Plain::Kind::True;
        if (node.kind == Plain::Kind::Leaf) {
            holds = leafHolds(node.leaf, checksOnly);
        } else if (!node.children.empty()) {
            const auto satisfied = std::count_if(node.children.begin(), node.children.end(),
                [&](int child) { return evaluate(child, memo, checksOnly); });
            holds = satisfied >= (node.kind == Plain::Kind::All ? std::ssize(node.children)
                            : node.kind == Plain::Kind::Any     ? 1
                                                                : node.count);
        }
        memo[static_cast<std::size_t>(index)] = holds ? 1 : 0;
        return holds;
    }
    /// Satisfied by checks alone, whoever signs what.
    bool free(int node) { return evaluate(node, m_free, true); }
    /// Satisfied if every approval had the signatures for itself.
    bool hopeful(int node) { return evaluate(node, m_hopeful, false); }

    bool fill(std::vector<int> pending, LeafSet demanded, int depth)
    {
        std::vector<int> choices;
        while (!pending.empty()) {
            const int index = pending.back();
            const Plain& node = m_tree[index];
            pending.pop_back();
            if (!m_meter.spend() || depth > 1000)
                return false;
            if (free(index))
                continue;
            if (!hopeful(index))
                return false;
            if (node.kind == Plain::Kind::Leaf)
                demanded.push_back(node.leaf);
            else if (node.kind == Plain::Kind::All)
                pending.insert(pending.end(), node.children.begin(), node.children.end());
            else
                choices.push_back(index);
        }
        m_meter.spend(static_cast<std::int64_t>(demanded.size() * m_given.size() / 4));
        if (!match(m_leaves, demanded, m_given).complete())
            return false;
        if (choices.empty())
            return true;
        const int choice = choices.back();
        choices.pop_back();
        std::vector<int> open;
        std::int64_t count = m_tree[choice].kind == Plain::Kind::Any ? 1 : m_tree[choice].count;
        for (const int child : m_tree[choice].children) {
            if (free(child))
                --count;
            else if (hopeful(child))
                open.push_back(child);
        }
        return choose(open, 0, count, choices, demanded, depth);
    }
    bool choose(const std::vector<int>& open, std::size_t from, std::int64_t count, const std::vector<int>& pending,
        const LeafSet& demanded, int depth)
    {
        if (count <= 0)
            return fill(pending, demanded, depth + 1);
        for (std::size_t i = from; i + static_cast<std::size_t>(count) <= open.size() && !m_meter.isSpent(); ++i) {
            std::vector<int> more = pending;
            more.push_back(open[i]);
            if (choose(open, i + 1, count - 1, more, demanded, depth + 1))
                return true;
        }
        return false;
    }

    const Leaves& m_leaves;
    const PlainTree& m_tree;
    const Supply& m_situation;
    std::vector<int> m_given;
    Distinct m_distinct;
    Meter& m_meter;
    std::vector<signed char> m_free, m_hopeful;
};

} // namespace

bool covers(const Leaves& leaves, const PlainTree& tree, const std::vector<int>& roots, const Supply& situation,
    Distinct distinct, Meter& meter)
{
    return Cover(leaves, tree, situation, distinct, meter).holds(roots);
}

std::map<int, std::int64_t> lacking(
    const Leaves& leaves, const LeafSet& demanded, const LeafSet& situation, Distinct distinct)
{
    std::map<int, std::int64_t> lacks;
    LeafSet approvals;
    for (const int old : demanded) {
        if (leaves[old].isApproval())
            approvals.push_back(old);
        else if (std::none_of(
                     situation.begin(), situation.end(), [&](int given) { return leaves.implies(given, old); }))
            lacks[old] = 1;
    }
    if (!distinct.old) {
        for (const int old : approvals)
            if (const auto units = leaves[old].units() - alone(leaves, old, {situation, {}}, distinct); units > 0)
                lacks[old] = units;
        return lacks;
    }
    const Matching found = match(leaves, approvals, unitsOf(leaves, {situation, {}}));
    std::size_t unit = 0;
    for (const int old : approvals)
        for (std::int64_t i = 0; i < leaves[old].units(); ++i, ++unit)
            if (found.personOfUnit[unit] < 0)
                ++lacks[old];
    return lacks;
}

} // namespace cs::engine::comparison
