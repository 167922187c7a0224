// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/compare/parts.h"

#include <algorithm>
#include <numeric>

namespace cs::engine::comparison {
namespace {

using policy::Condition;
using policy::Predicate;

constexpr int treeDepthMax = 200;
constexpr std::int64_t unitsMax = 200;

/// Members of one group get one number.
class Groups {
public:
    explicit Groups(std::size_t size)
        : m_parent(size)
    {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t{0});
    }
    std::size_t of(std::size_t member)
    {
        while (m_parent[member] != member)
            member = m_parent[member] = m_parent[m_parent[member]];
        return member;
    }
    void join(std::size_t a, std::size_t b) { m_parent[of(a)] = of(b); }

private:
    std::vector<std::size_t> m_parent;
};

/// Is the node one that the grammar allows?
bool nodeIsReadable(const Condition& node)
{
    using Kind = Condition::Kind;
    switch (node.kind) {
    case Kind::Check:
        return node.children.empty() && isKnownKind(node);
    case Kind::Approval:
        return node.children.empty() && node.approval.count >= 1 && node.approval.count <= unitsMax;
    case Kind::Not:
        return node.children.size() == 1 && node.children.front().kind == Kind::Check;
    case Kind::When:
        return node.children.size() == 1 || node.children.size() == 2;
    case Kind::All:
    case Kind::Any:
        return !node.children.empty();
    case Kind::AtLeast:
        return !node.children.empty() && node.count >= 1;
    }
    return false;
}

} // namespace

bool isReadable(const Predicate& root, Meter& meter)
{
    std::vector<std::pair<const Predicate*, int>> open{{&root, 0}};
    while (!open.empty()) {
        const auto [node, depth] = open.back();
        open.pop_back();
        if (depth > treeDepthMax || !meter.spend())
            return false;
        if (node->kind == Predicate::Kind::Not && node->children.size() != 1)
            return false;
        for (const Predicate& child : node->children)
            open.emplace_back(&child, depth + 1);
    }
    return true;
}

bool isReadable(const Condition& root, Meter& meter)
{
    std::vector<std::pair<const Condition*, int>> open{{&root, 0}};
    while (!open.empty()) {
        const auto [node, depth] = open.back();
        open.pop_back();
        if (depth > treeDepthMax || !meter.spend() || !nodeIsReadable(*node))
            return false;
        if (node->kind == Condition::Kind::When && !isReadable(node->when, meter))
            return false;
        for (const Condition& child : node->children)
            open.emplace_back(&child, depth + 1);
    }
    return true;
}

bool Split::build(Meter& meter)
{
    if (!isReadable(m_pair.is, meter) || !isReadable(m_pair.was, meter))
        return false;
    flatten(m_pair.is, {}, false);
    flatten(m_pair.was, {}, true);
    if (!m_leaves.relate(meter))
        return false;
    connect();
    return !meter.isSpent();
}

void Split::flatten(const Condition& node, std::vector<Guard> guards, bool old)
{
    using Kind = Condition::Kind;
    const bool together = node.kind == Kind::All || (node.kind == Kind::Any && node.children.size() == 1)
        || (node.kind == Kind::AtLeast && node.count == std::ssize(node.children));
    if (node.kind == Kind::When) {
        for (std::size_t branch = 0; branch < node.children.size(); ++branch) {
            std::vector<Guard> inner = guards;
            inner.push_back({&node.when, branch == 0});
            flatten(node.children[branch], std::move(inner), old);
        }
        return;
    }
    if (together) {
        for (const Condition& child : node.children)
            flatten(child, guards, old);
        return;
    }
    Conjunct conjunct{std::move(guards), &node, {}};
    std::vector<const Condition*> open{&node};
    while (!open.empty()) {
        const Condition& inner = *open.back();
        open.pop_back();
        if (inner.isLeaf() || inner.kind == Kind::Not)
            conjunct.leaves.push_back(m_leaves.add(inner, old));
        else
            for (const Condition& child : inner.children)
                open.push_back(&child);
    }
    (old ? m_old : m_now).push_back(std::move(conjunct));
}

void Split::connect()
{
    std::vector<std::size_t> conjunctOf(static_cast<std::size_t>(m_leaves.size()), 0);
    std::size_t number = 0;
    for (const auto* list : {&m_now, &m_old})
        for (const Conjunct& conjunct : *list) {
            for (const int leaf : conjunct.leaves)
                conjunctOf[static_cast<std::size_t>(leaf)] = number;
            ++number;
        }
    Groups groups(number);
    const auto join = [&](int leaf, const LeafSet& related) {
        for (const int other : related)
            groups.join(conjunctOf[static_cast<std::size_t>(leaf)], conjunctOf[static_cast<std::size_t>(other)]);
    };
    for (int leaf = 0; leaf < m_leaves.size(); ++leaf) {
        join(leaf, m_leaves.implied(leaf));
        join(leaf, m_leaves.excluded(leaf));
    }
    std::map<std::size_t, std::size_t> partOf;
    for (std::size_t i = 0; i < number; ++i) {
        const auto [at, added] = partOf.emplace(groups.of(i), m_parts.size());
        if (added)
            m_parts.emplace_back(m_pair);
        Part& part = m_parts[at->second];
        const bool old = i >= m_now.size();
        const std::size_t index = old ? i - m_now.size() : i;
        (old ? part.old : part.now).push_back(static_cast<int>(index));
        fill(part, (old ? m_old : m_now)[index], old);
    }
}

void Split::fill(Part& part, const Conjunct& conjunct, bool old)
{
    auto& whens = old ? part.oldWhens : part.nowWhens;
    const auto add = [&](const Predicate& when) {
        if (!part.seen.insert(&when).second)
            return;
        whens.push_back(&when);
        part.variables.add(when);
        m_all.add(when);
    };
    for (const Guard& guard : conjunct.guards)
        add(*guard.when);
    policy::walk(*conjunct.node, [&](const Condition& node) {
        if (node.kind == Condition::Kind::When)
            add(node.when);
    });
    for (const int leaf : conjunct.leaves)
        part.mayContradict = part.mayContradict
            || (!old && std::any_of(m_leaves.excluded(leaf).begin(), m_leaves.excluded(leaf).end(), [&](int other) {
                   return !m_leaves[other].old;
               }));
}

} // namespace cs::engine::comparison
