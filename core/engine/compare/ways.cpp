// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/compare/ways.h"

#include <algorithm>

namespace cs::engine::comparison {
namespace {

using policy::Condition;

/// Deeper searches than this end as if the budget were spent: each level is a frame of the stack.
constexpr int depthMax = 1000;

bool literalImplies(const Leaf& a, const Leaf& b)
{
    if (a.negated != b.negated)
        return false;
    return a.negated ? impliesNegated(*a.node, *b.node) : implies(*a.node, *b.node);
}

/// Items of the lists that an order walks through.
std::int64_t listed(const Condition& leaf)
{
    const policy::Approval& a = leaf.approval;
    const policy::Check& c = leaf.check;
    return std::ssize(leaf.producers) + std::ssize(a.roles) + std::ssize(a.named) + std::ssize(a.evidenceViewed)
        + std::ssize(a.after) + std::ssize(a.distinctFromApproversOf) + std::ssize(a.delegationToRoles)
        + std::ssize(c.slices) + std::ssize(c.fields) + std::ssize(c.trustedSigners) + std::ssize(c.metrics)
        + std::ssize(c.sameInputs) + std::ssize(c.requiredTests);
}

class WaySearch {
public:
    WaySearch(const Leaves& leaves, const PlainTree& tree, Meter& meter, bool possible,
        const std::function<bool(const LeafSet&)>& prune, const std::function<bool(const LeafSet&)>& f)
        : m_leaves(leaves)
        , m_tree(tree)
        , m_meter(meter)
        , m_possible(possible)
        , m_prune(prune)
        , m_f(f)
    {
    }
    Walk descend(std::vector<int> pending, LeafSet picked, int depth)
    {
        std::vector<int> choices;
        if (depth > depthMax || !m_meter.spend())
            return Walk::Spent;
        if (!settle(pending, picked, choices))
            return m_meter.isSpent() ? Walk::Spent : Walk::Done;
        if (m_prune && m_prune(picked))
            return Walk::Done;
        if (m_meter.isSpent())
            return Walk::Spent;
        if (choices.empty())
            return m_f(picked) ? Walk::Done : Walk::Stopped;
        const auto fewest = std::min_element(choices.begin(), choices.end(),
            [&](int a, int b) { return m_tree[a].children.size() < m_tree[b].children.size(); });
        const int choice = *fewest;
        choices.erase(fewest);
        const Plain& node = m_tree[choice];
        return choose(node, 0, node.kind == Plain::Kind::Any ? 1 : node.count, choices, picked, depth);
    }

private:
    /// Takes what has no alternative. @returns false where it contradicts itself or cannot be satisfied.
    bool settle(std::vector<int>& pending, LeafSet& picked, std::vector<int>& choices)
    {
        while (!pending.empty()) {
            const Plain& node = m_tree[pending.back()];
            const int index = pending.back();
            pending.pop_back();
            if (!m_meter.spend())
                return false;
            switch (node.kind) {
            case Plain::Kind::False:
                return false;
            case Plain::Kind::True:
                break;
            case Plain::Kind::Leaf:
                if (!pick(node.leaf, picked))
                    return false;
                break;
            case Plain::Kind::All:
                pending.insert(pending.end(), node.children.begin(), node.children.end());
                break;
            case Plain::Kind::Any:
            case Plain::Kind::AtLeast:
                choices.push_back(index);
                break;
            }
        }
        return true;
    }
    bool pick(int leaf, LeafSet& picked) const
    {
        for (const int other : m_leaves.excluded(leaf))
            if (m_possible && std::find(picked.begin(), picked.end(), other) != picked.end())
                return false;
        if (std::find(picked.begin(), picked.end(), leaf) == picked.end())
            picked.push_back(leaf);
        return true;
    }
    /// Every choice of `count` children from `from` on.
    Walk choose(const Plain& node, std::size_t from, std::int64_t count, const std::vector<int>& pending,
        const LeafSet& picked, int depth)
    {
        if (count == 0)
            return descend(pending, picked, depth + 1);
        for (std::size_t i = from; i + static_cast<std::size_t>(count) <= node.children.size(); ++i) {
            std::vector<int> more = pending;
            more.push_back(node.children[i]);
            const Walk walk = choose(node, i + 1, count - 1, more, picked, depth + 1);
            if (walk != Walk::Done)
                return walk;
        }
        return Walk::Done;
    }

    const Leaves& m_leaves;
    const PlainTree& m_tree;
    Meter& m_meter;
    bool m_possible;
    const std::function<bool(const LeafSet&)>& m_prune;
    const std::function<bool(const LeafSet&)>& m_f;
};

} // namespace

int Leaves::add(const Condition& node, bool old)
{
    const auto [at, added] = m_index.emplace(&node, size());
    if (added) {
        const bool negated = node.kind == Condition::Kind::Not;
        m_leaves.push_back({negated ? &node.children.front() : &node, negated, old});
    }
    return at->second;
}

bool Leaves::relate(Meter& meter)
{
    m_implied.assign(m_leaves.size(), {});
    m_excluded.assign(m_leaves.size(), {});
    std::map<std::string, LeafSet> alike;
    for (int i = 0; i < size(); ++i)
        alike[orderKey(*(*this)[i].node)].push_back(i);
    for (const auto& [key, group] : alike)
        for (const int a : group)
            for (const int b : group) {
                if (!meter.spend(1 + listed(*(*this)[a].node) * listed(*(*this)[b].node) / 256))
                    return false;
                relate(a, b);
            }
    return true;
}

void Leaves::relate(int a, int b)
{
    const Leaf& first = (*this)[a];
    const Leaf& second = (*this)[b];
    if (second.old && (a == b ? isKnownKind(*first.node) : literalImplies(first, second)))
        m_implied[static_cast<std::size_t>(a)].push_back(b);
    if (!first.negated && second.negated && checkImplies(*first.node, *second.node)) {
        m_excluded[static_cast<std::size_t>(a)].push_back(b);
        m_excluded[static_cast<std::size_t>(b)].push_back(a);
    }
}

bool Leaves::implies(int leaf, int old) const
{
    const LeafSet& all = implied(leaf);
    return std::find(all.begin(), all.end(), old) != all.end();
}

int PlainTree::put(Plain node)
{
    m_nodes.push_back(std::move(node));
    return static_cast<int>(m_nodes.size()) - 1;
}

int PlainTree::combine(std::int64_t count, const std::vector<int>& children)
{
    std::vector<int> open;
    for (const int child : children) {
        const Plain::Kind is = m_nodes[static_cast<std::size_t>(child)].kind;
        if (is == Plain::Kind::True)
            --count;
        else if (is != Plain::Kind::False)
            open.push_back(child);
    }
    if (count <= 0)
        return put({Plain::Kind::True, -1, 0, {}});
    if (count > static_cast<std::int64_t>(open.size()))
        return put({Plain::Kind::False, -1, 0, {}});
    if (open.size() == 1)
        return open.front();
    if (count == static_cast<std::int64_t>(open.size()))
        return put({Plain::Kind::All, -1, 0, std::move(open)});
    return put({count == 1 ? Plain::Kind::Any : Plain::Kind::AtLeast, -1, count, std::move(open)});
}

int PlainTree::add(const Condition& node, const Leaves& leaves, const Decide& decide)
{
    using Kind = Condition::Kind;
    if (node.isLeaf() || node.kind == Kind::Not)
        return put({Plain::Kind::Leaf, leaves.indexOf(node), 0, {}});
    if (node.kind == Kind::When) {
        if (decide(node.when))
            return add(node.children[0], leaves, decide);
        return node.children.size() > 1 ? add(node.children[1], leaves, decide) : put({Plain::Kind::True, -1, 0, {}});
    }
    std::vector<int> children;
    children.reserve(node.children.size());
    for (const Condition& child : node.children)
        children.push_back(add(child, leaves, decide));
    const auto all = static_cast<std::int64_t>(children.size());
    const std::int64_t count = node.kind == Kind::All ? all : node.kind == Kind::Any ? 1 : node.count;
    return combine(count, children);
}

Walk forEachWay(const Leaves& leaves, const PlainTree& tree, const std::vector<int>& roots, Meter& meter, bool possible,
    const std::function<bool(const LeafSet&)>& prune, const std::function<bool(const LeafSet&)>& f)
{
    return WaySearch(leaves, tree, meter, possible, prune, f).descend(roots, {}, 0);
}

} // namespace cs::engine::comparison
