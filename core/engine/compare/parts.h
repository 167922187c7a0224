// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/compare/trees.h"

/// Two trees, taken apart into what can be compared by itself: conditions that no order and no tag connects.
namespace cs::engine::comparison {

struct Guard {
    const policy::Predicate* when = nullptr;
    bool holds = true;
};
/// One of the conditions that a tree demands together, where its guards hold.
struct Conjunct {
    std::vector<Guard> guards;
    const policy::Condition* node = nullptr;
    std::vector<int> leaves;
};
/// FN implies FO exactly where each part of FN implies its part of FO, or FN cannot be satisfied at all.
struct Part {
    explicit Part(const TreePair& pair)
        : variables(pair.before, pair.now)
    {
    }
    std::vector<int> now, old; // conjuncts
    Variables variables;
    std::vector<const policy::Predicate*> nowWhens, oldWhens;
    std::set<const policy::Predicate*> seen;
    bool mayContradict = false;
};

class Split {
public:
    explicit Split(const TreePair& pair)
        : m_pair(pair)
        , m_all(pair.before, pair.now)
    {
    }
    /// @returns false when the budget does not reach, or a leaf is of an unknown kind.
    bool build(Meter& meter);
    const Leaves& leaves() const { return m_leaves; }
    const std::vector<Conjunct>& now() const { return m_now; }
    const std::vector<Conjunct>& old() const { return m_old; }
    const std::vector<Part>& parts() const { return m_parts; }
    const Variables& all() const { return m_all; }

private:
    void flatten(const policy::Condition& node, std::vector<Guard> guards, bool old);
    void connect();
    void fill(Part& part, const Conjunct& conjunct, bool old);

    const TreePair& m_pair;
    Leaves m_leaves;
    std::vector<Conjunct> m_now, m_old;
    std::vector<Part> m_parts;
    Variables m_all;
};

} // namespace cs::engine::comparison
