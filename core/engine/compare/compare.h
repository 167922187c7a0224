// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/events/policy_events.h"
#include "core/domain/policy.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

/// Two revisions of a policy, compared by what they let through (law 7). Pure: the same answer on every machine.
/// @source gates.md section 2.8
namespace cs::engine::comparison {

/// Search nodes that may be looked at. Where they do not suffice, the change counts as a weakening.
struct Budget {
    std::int64_t steps = 200'000;
    bool lint = false; // also say why the new document could not be adopted whoever signs
};

/// A leaf of a gate in a case: that many signatures, or a check that is satisfied (or, negated, measured and false).
struct Item {
    std::string leaf, title;
    bool approval = false, negated = false;
    std::int64_t count = 1;
    auto operator<=>(const Item&) const = default;
};

struct Finding {
    enum class Kind { NewPath, Gate, Setting, Statement, Lint };
    Kind kind = Kind::Gate;
    std::string rule; // stable, e.g. "gate", "proposers", "freeze"
    std::string where; // "gates/g.x", "freezes/weekend"
    std::string message; // English sentence
    std::vector<std::string> transitions; // of the new policy
    std::map<std::string, std::string> tags; // the case; values as readers see them
    std::map<std::string, bool> facts;
    std::vector<Item> suffices; // of the new policy: exactly these let it through
    std::vector<Item> lacks; // what the old policy would have asked for besides
    std::string was, is; // texts of a statement or setting
    std::vector<events::AffectedLeaf> affected;
};

struct Comparison {
    bool weakens = false;
    bool undecided = false; // the budget was spent somewhere: counted as weakening
    std::vector<Finding> findings; // what weakens
    std::vector<events::AffectedLeaf> affected; // sorted, each condition once, at most 200
    std::vector<std::string> roles; // that must sign, sorted; their fallbacks are the caller's to find
    std::vector<std::string> protectedRemoved; // protected roles that a gate no longer lists: alsoRequire signs
    std::int64_t stepsSpent = 0;
};
/// @param found weakens. @returns the first finding because of which.
const Finding& firstWeakening(const Comparison& found);

Comparison compare(const policy::Policy& before, const policy::Policy& now, Budget budget);
/// With the budget that the policy in force sets.
Comparison compare(const policy::Policy& before, const policy::Policy& now);

/// For a display: what became of each condition of a gate that either revision has, by id.
struct NodeChange {
    enum class Kind { Same, Stricter, Weaker, Different, Added, Removed };
    std::string node;
    Kind kind = Kind::Same;
};
std::vector<NodeChange> nodeChanges(
    const policy::Policy& before, const policy::Policy& now, const std::string& gate, Budget budget);

} // namespace cs::engine::comparison
