// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/compare/leaf_order.h"

#include <cstdint>
#include <functional>
#include <map>
#include <vector>

/// Ways of satisfying a condition tree once its `when` are decided, and whether a situation satisfies another tree.
namespace cs::engine::comparison {

/// Steps of search that are left. The same on every machine, so that everybody comes to the same verdict.
class Meter {
public:
    explicit Meter(std::int64_t steps)
        : m_left(steps)
    {
    }
    /// @returns false when nothing is left.
    bool spend(std::int64_t steps = 1)
    {
        m_left = m_left > steps ? m_left - steps : 0;
        return m_left > 0;
    }
    bool isSpent() const { return m_left <= 0; }
    std::int64_t left() const { return m_left; }

private:
    std::int64_t m_left;
};

/// A leaf of one of the two trees: a check, a negated check or an approval.
struct Leaf {
    const policy::Condition* node = nullptr; // the check or approval itself
    bool negated = false;
    bool old = false;
    bool isApproval() const { return node->kind == policy::Condition::Kind::Approval; }
    std::int64_t units() const { return isApproval() ? node->approval.count : 1; }
};
using LeafSet = std::vector<int>;

/// The leaves of both trees and what follows from what.
class Leaves {
public:
    /// @param node a check, an approval or a negation.
    int add(const policy::Condition& node, bool old);
    /// Finds the order between all leaves added so far. @returns false when the budget does not reach.
    bool relate(Meter& meter);
    int indexOf(const policy::Condition& node) const { return m_index.at(&node); }
    const Leaf& operator[](int leaf) const { return m_leaves[static_cast<std::size_t>(leaf)]; }
    int size() const { return static_cast<int>(m_leaves.size()); }
    /// Old leaves that are satisfied wherever this one is.
    const LeafSet& implied(int leaf) const { return m_implied[static_cast<std::size_t>(leaf)]; }
    /// Leaves that are never satisfied together with this one.
    const LeafSet& excluded(int leaf) const { return m_excluded[static_cast<std::size_t>(leaf)]; }
    bool implies(int leaf, int old) const;

private:
    void relate(int a, int b);
    std::vector<Leaf> m_leaves;
    std::map<const policy::Condition*, int> m_index;
    std::vector<LeafSet> m_implied, m_excluded;
};

/// A tree without `when`, in one array.
struct Plain {
    enum class Kind { All, Any, AtLeast, Leaf, True, False } kind = Kind::True;
    int leaf = -1;
    std::int64_t count = 0;
    std::vector<int> children;
};
using Decide = std::function<bool(const policy::Predicate&)>;
class PlainTree {
public:
    /// Adds a tree with its `when` decided. @returns its root.
    int add(const policy::Condition& node, const Leaves& leaves, const Decide& decide);
    const Plain& operator[](int node) const { return m_nodes[static_cast<std::size_t>(node)]; }
    std::size_t size() const { return m_nodes.size(); }

private:
    int put(Plain node);
    int combine(std::int64_t count, const std::vector<int>& children);
    std::vector<Plain> m_nodes;
};

enum class Walk { Done, Stopped, Spent };
/// Calls f with leaves that together satisfy all roots, for every choice of branches.
/// @param possible leave out what contradicts itself.
/// @param prune true: nothing that contains these leaves is of interest. f returns false to stop.
Walk forEachWay(const Leaves& leaves, const PlainTree& tree, const std::vector<int>& roots, Meter& meter, bool possible,
    const std::function<bool(const LeafSet&)>& prune, const std::function<bool(const LeafSet&)>& f);

/// How persons are told apart in a gate: one person one leaf (personDistinctness across_gate), or within a leaf only.
struct Distinct {
    bool now = true, old = true;
};

/// What a situation offers: leaves, each with all its signatures or with fewer.
struct Supply {
    LeafSet leaves;
    std::map<int, std::int64_t> units;
    std::int64_t unitsOf(const Leaves& all, int leaf) const
    {
        const auto found = units.find(leaf);
        return found == units.end() ? all[leaf].units() : found->second;
    }
};

/// Do these leaves, taken as satisfied, satisfy all roots of the old tree? Approvals are matched unit to unit.
/// When the budget is spent the answer is no.
bool covers(const Leaves& leaves, const PlainTree& tree, const std::vector<int>& roots, const Supply& situation,
    Distinct distinct, Meter& meter);
/// Units of the demanded old leaves that the situation leaves open, per leaf; checks count one.
std::map<int, std::int64_t> lacking(
    const Leaves& leaves, const LeafSet& demanded, const LeafSet& situation, Distinct distinct);

} // namespace cs::engine::comparison
