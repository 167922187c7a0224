// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/compare/trees.h"

#include "core/engine/compare/parts.h"

#include <algorithm>

namespace cs::engine::comparison {
namespace {

using policy::Condition;

constexpr std::size_t uncoveredMax = 64;
constexpr std::size_t waysOfOldMax = 256;
constexpr std::size_t casesMax = 6;
constexpr std::size_t shownMax = 8;
constexpr std::int64_t pivotalSteps = 20'000;

/// The trees of one part with the `when` of one assignment decided.
struct Situation {
    PlainTree now, old;
    std::vector<int> nowRoots, oldRoots;
};

class TreeComparison {
public:
    TreeComparison(const TreePair& pair, Meter& meter)
        : m_pair(pair)
        , m_meter(meter)
        , m_split(pair)
    {
    }
    TreeResult run()
    {
        if (!m_split.build(m_meter))
            return undecided();
        for (const Part& part : m_split.parts())
            if (!part.old.empty() && !comparePart(part))
                return undecided();
        for (const int leaf : m_affected)
            m_result.affected.insert(m_split.leaves()[leaf].node);
        return std::move(m_result);
    }

private:
    TreeResult undecided()
    {
        m_result.weaker = m_result.undecided = true;
        policy::walk(m_pair.was, [&](const Condition& node) {
            if (node.isLeaf())
                m_result.affected.insert(&node);
        });
        return std::move(m_result);
    }
    Decide decide(const policy::Policy& policy, const Assignment& assignment) const
    {
        return [&policy, &assignment](const policy::Predicate& when) { return holdsUnder(policy, when, assignment); };
    }
    void addRoots(PlainTree& tree, std::vector<int>& roots, const std::vector<Conjunct>& all,
        const std::vector<int>& chosen, const Decide& decided)
    {
        for (const int i : chosen) {
            const Conjunct& conjunct = all[static_cast<std::size_t>(i)];
            if (std::all_of(conjunct.guards.begin(), conjunct.guards.end(),
                    [&](const Guard& guard) { return decided(*guard.when) == guard.holds; }))
                roots.push_back(tree.add(*conjunct.node, m_split.leaves(), decided));
        }
        m_meter.spend(static_cast<std::int64_t>(tree.size()));
    }
    Situation situation(const Part& part, const Assignment& assignment)
    {
        Situation built;
        addRoots(built.now, built.nowRoots, m_split.now(), part.now, decide(m_pair.now, assignment));
        addRoots(built.old, built.oldRoots, m_split.old(), part.old, decide(m_pair.before, assignment));
        return built;
    }
    /// @returns false when the budget is spent.
    bool comparePart(const Part& part)
    {
        std::set<std::vector<bool>> seen;
        const Walk walk = part.variables.forEach(m_meter, {}, [&](const Assignment& assignment) {
            m_meter.spend(static_cast<std::int64_t>(part.nowWhens.size() + part.oldWhens.size()));
            std::vector<bool> signature;
            signature.reserve(part.nowWhens.size() + part.oldWhens.size());
            for (const auto* when : part.nowWhens)
                signature.push_back(holdsUnder(m_pair.now, *when, assignment));
            for (const auto* when : part.oldWhens)
                signature.push_back(holdsUnder(m_pair.before, *when, assignment));
            return !seen.insert(std::move(signature)).second || compareUnder(part, assignment);
        });
        return walk == Walk::Done && !m_meter.isSpent();
    }
    bool compareUnder(const Part& part, const Assignment& assignment)
    {
        const Situation built = situation(part, assignment);
        std::vector<LeafSet> uncovered;
        const auto covered = [&](const LeafSet& picked) {
            return covers(m_split.leaves(), built.old, built.oldRoots, {picked, {}}, m_pair.distinct, m_meter);
        };
        const Walk walk =
            forEachWay(m_split.leaves(), built.now, built.nowRoots, m_meter, true, covered, [&](const LeafSet& way) {
                uncovered.push_back(way);
                return uncovered.size() < uncoveredMax;
            });
        if (walk == Walk::Spent)
            return false;
        Assignment whole = assignment;
        if (uncovered.empty() || !isPossible(part, whole))
            return true;
        m_result.weaker = true;
        return note(part, built, uncovered, whole);
    }
    /// Can the rest of the new tree be satisfied too? Completes the assignment so that it can.
    bool isPossible(const Part& part, Assignment& assignment)
    {
        Variables others(m_pair.before, m_pair.now);
        bool doubtful = false;
        for (const Part& other : m_split.parts()) {
            if (&other == &part)
                continue;
            doubtful = doubtful || other.mayContradict;
            if (other.mayContradict)
                others.add(other.variables);
        }
        if (!doubtful)
            return true;
        Assignment found;
        const Walk walk = others.forEach(m_meter, assignment, [&](const Assignment& candidate) {
            for (const Part& other : m_split.parts())
                if (&other != &part && other.mayContradict && !firstWay(other, candidate, nullptr))
                    return true;
            found = candidate;
            return false;
        });
        if (walk == Walk::Stopped)
            assignment = found;
        return walk != Walk::Done; // in doubt it is possible
    }
    bool firstWay(const Part& part, const Assignment& assignment, LeafSet* way)
    {
        const Situation built = situation(part, assignment);
        return forEachWay(m_split.leaves(), built.now, built.nowRoots, m_meter, true, nullptr,
                   [&](const LeafSet& leaves) {
                       if (way != nullptr)
                           way->insert(way->end(), leaves.begin(), leaves.end());
                       return false;
                   })
            != Walk::Done;
    }
    /// Affected leaves, and a case for people to read.
    bool note(
        const Part& part, const Situation& built, const std::vector<LeafSet>& uncovered, const Assignment& assignment)
    {
        std::vector<LeafSet> asked;
        const Walk walk = forEachWay(m_split.leaves(), built.old, built.oldRoots, m_meter, false, nullptr,
            [&](const LeafSet& way) { return asked.push_back(way), asked.size() < waysOfOldMax; });
        if (walk == Walk::Spent)
            return false;
        for (std::size_t i = 0; i < uncovered.size() && i < shownMax; ++i)
            addCase(part, uncovered[i], asked, assignment);
        // Who loses is searched with a part of the budget; where that ends, everybody concerned is asked.
        Meter search(std::min<std::int64_t>(m_meter.left(), pivotalSteps));
        bool exact = uncovered.size() < uncoveredMax && asked.size() < waysOfOldMax && !asked.empty();
        for (std::size_t i = 0; exact && i < uncovered.size(); ++i)
            exact = addPivotal(built, uncovered[i], asked, search);
        m_meter.spend(std::min<std::int64_t>(m_meter.left(), pivotalSteps) - search.left());
        if (!exact)
            for (const int i : part.old)
                for (const int leaf : m_split.old()[static_cast<std::size_t>(i)].leaves)
                    m_affected.insert(leaf);
        return !m_meter.isSpent();
    }
    bool excludes(const LeafSet& situation, int leaf) const
    {
        const LeafSet& excluded = m_split.leaves().excluded(leaf);
        return std::any_of(excluded.begin(), excluded.end(),
            [&](int other) { return std::find(situation.begin(), situation.end(), other) != situation.end(); });
    }
    /// Old leaves that alone stand between the new tree and the old one in some situation.
    bool addPivotal(const Situation& built, const LeafSet& way, const std::vector<LeafSet>& asked, Meter& meter)
    {
        for (const LeafSet& demanded : asked)
            for (const int leaf : demanded) {
                if (!m_affected.contains(leaf) && isPivotal(built, way, demanded, leaf, meter))
                    m_affected.insert(leaf);
                if (meter.isSpent())
                    return false;
            }
        return true;
    }
    bool isPivotal(const Situation& built, const LeafSet& way, LeafSet demanded, int leaf, Meter& meter)
    {
        std::erase(demanded, leaf);
        if (!meter.spend(1 + std::ssize(demanded) * std::ssize(way) / 16))
            return false;
        // What is there already may be what the old tree asks for: only the rest is added.
        Supply rest{way, {}};
        for (const auto& [other, units] : lacking(m_split.leaves(), demanded, way, m_pair.distinct)) {
            if (excludes(rest.leaves, other))
                return false;
            rest.leaves.push_back(other);
            if (m_pair.distinct.now || m_pair.distinct.old)
                rest.units[other] = units;
        }
        return !covers(m_split.leaves(), built.old, built.oldRoots, rest, m_pair.distinct, meter);
    }
    void addCase(const Part& part, const LeafSet& way, const std::vector<LeafSet>& asked, const Assignment& assignment)
    {
        std::map<int, std::int64_t> fewest;
        for (const LeafSet& demanded : asked) {
            if (!fewest.empty() && !m_meter.spend(std::ssize(demanded) * std::ssize(way) / 16))
                break;
            if (auto lacks = lacking(m_split.leaves(), demanded, way, m_pair.distinct);
                fewest.empty() || lacks.size() < fewest.size())
                fewest = std::move(lacks);
        }
        if (!m_seenLacks.insert(fewest).second)
            return;
        if (m_result.cases.size() >= casesMax) {
            m_result.moreCases = true;
            return;
        }
        Case found;
        for (const auto& [leaf, units] : fewest)
            found.lacks[m_split.leaves()[leaf].node] = units;
        LeafSet whole = way;
        m_split.all().forEach(m_meter, assignment, [&](const Assignment& full) {
            found.assignment = full;
            return false;
        });
        for (const Part& other : m_split.parts())
            if (&other != &part)
                firstWay(other, found.assignment, &whole);
        for (const int leaf : whole)
            found.suffices[m_split.leaves()[leaf].node] = m_split.leaves()[leaf].units();
        m_result.cases.push_back(std::move(found));
    }

    const TreePair& m_pair;
    Meter& m_meter;
    Split m_split;
    std::set<int> m_affected;
    std::set<std::map<int, std::int64_t>> m_seenLacks;
    TreeResult m_result;
};

} // namespace

const Condition& leafNode(const Condition& node)
{
    return node.kind == Condition::Kind::Not ? node.children.front() : node;
}

TreeResult compareTrees(const TreePair& pair, Meter& meter)
{
    return TreeComparison(pair, meter).run();
}

} // namespace cs::engine::comparison
