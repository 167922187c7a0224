// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/compare/assignment.h"

#include <set>

/// Does one condition tree imply another, under every tag and fact? @source gates.md section 2.8
namespace cs::engine::comparison {

/// One case that the new tree lets through and the old one does not.
struct Case {
    Assignment assignment;
    std::map<const policy::Condition*, std::int64_t> suffices; // nodes of the new tree, with units
    std::map<const policy::Condition*, std::int64_t> lacks; // nodes of the old tree
};
struct TreeResult {
    bool weaker = false;
    bool undecided = false;
    std::vector<Case> cases; // one for each set of leaves that is lacking, a few at most
    bool moreCases = false;
    std::set<const policy::Condition*> affected; // pivotal leaves of the old tree; every leaf if undecided
};
struct TreePair {
    const policy::Policy& before;
    const policy::Policy& now;
    const policy::Condition& was;
    const policy::Condition& is;
    Distinct distinct;
};
TreeResult compareTrees(const TreePair& pair, Meter& meter);

/// Counts nodes against the budget without recursion. @returns false for what is too deep or too large to look at.
bool isReadable(const policy::Condition& root, Meter& meter);
bool isReadable(const policy::Predicate& root, Meter& meter);

/// Node that a leaf of a tree stands for: the check inside a negation.
const policy::Condition& leafNode(const policy::Condition& node);

} // namespace cs::engine::comparison
