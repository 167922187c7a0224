// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/compare/fewest_people.h"

#include "core/engine/compare/sets.h"
#include "core/engine/compare/trees.h"
#include "core/engine/matching.h"

#include <algorithm>

namespace cs::engine::comparison {
namespace {

using policy::Condition;
using policy::Gate;
using policy::Policy;

constexpr std::size_t waysMax = 256;
constexpr std::size_t pathsMax = 64;
constexpr std::size_t peopleMax = 64;

/// One way through a gate: what people have to sign, and what only people may report.
struct Way {
    std::vector<const Condition*> approvals;
    std::vector<const Condition*> reports;
    bool operator==(const Way&) const = default;
};
struct Passage {
    const Gate* gate = nullptr;
    std::vector<Way> ways;
};

class Search {
public:
    Search(const Policy& policy, const std::vector<Member>& people, const ModelCase& model, Budget budget)
        : m_policy(policy)
        , m_people(people)
        , m_meter(budget.steps)
    {
        m_assignment.tags = model.tags;
        m_assignment.facts = model.facts;
        for (const auto& [id, tag] : policy.tags)
            m_assignment.tags.try_emplace(id, tag.assumeIfMissing);
    }
    FewestPeople run(std::size_t largest)
    {
        std::vector<const Gate*> walked;
        std::vector<std::string> seen;
        findPaths(m_policy.initialState, walked, seen);
        if (m_people.size() > peopleMax) {
            m_found.complete = false;
            return m_found;
        }
        for (std::size_t size = 1; size <= std::min(largest, m_people.size()) && m_found.sets.empty(); ++size) {
            std::vector<const Member*> chosen;
            choose(0, size, chosen);
        }
        m_found.complete = m_found.complete && !m_meter.isSpent();
        return m_found;
    }

private:
    void findPaths(const std::string& at, std::vector<const Gate*>& walked, std::vector<std::string>& seen)
    {
        const policy::State* state = m_policy.state(at);
        if (state == nullptr || contains(seen, at))
            return;
        if (m_paths.size() >= pathsMax || !m_meter.spend()) {
            m_found.complete = false;
            return;
        }
        if (state->kind == "production") {
            m_paths.push_back(walked);
            for (const Gate* gate : walked)
                addPassage(*gate);
            return;
        }
        seen.push_back(at);
        for (const policy::Transition& step : m_policy.transitions) {
            const Gate* gate = step.isRollback() || step.from != at ? nullptr : m_policy.gate(step.gate);
            if (gate == nullptr)
                continue;
            walked.push_back(gate);
            findPaths(step.to, walked, seen);
            walked.pop_back();
        }
        seen.pop_back();
    }
    void addPassage(const Gate& gate)
    {
        if (m_passages.contains(&gate))
            return;
        Passage& passage = m_passages[&gate];
        passage.gate = &gate;
        if (!isReadable(gate.require, m_meter)) {
            m_found.complete = false;
            return;
        }
        Leaves leaves;
        policy::walk(gate.require, [&](const Condition& node) {
            if (node.isLeaf() || node.kind == Condition::Kind::Not)
                leaves.add(node, false);
        });
        PlainTree tree;
        leaves.relate(m_meter);
        const int root = tree.add(gate.require, leaves,
            [&](const policy::Predicate& when) { return holdsUnder(m_policy, when, m_assignment); });
        const Walk walk = forEachWay(leaves, tree, {root}, m_meter, true, nullptr, [&](const LeafSet& set) {
            Way way;
            for (const int leaf : set) {
                const Condition& node = *leaves[leaf].node;
                if (leaves[leaf].isApproval())
                    way.approvals.push_back(&node);
                else if (!node.producers.empty() && !servicesMay(node.producers))
                    way.reports.push_back(&node);
            }
            if (std::find(passage.ways.begin(), passage.ways.end(), way) == passage.ways.end())
                passage.ways.push_back(std::move(way));
            return passage.ways.size() < waysMax;
        });
        m_found.complete = m_found.complete && walk == Walk::Done;
    }
    bool servicesMay(const std::vector<std::string>& roles) const
    {
        return std::any_of(roles.begin(), roles.end(), [&](const std::string& id) {
            const policy::Role* role = m_policy.role(id);
            return role != nullptr && !role->human;
        });
    }
    void choose(std::size_t from, std::size_t size, std::vector<const Member*>& chosen)
    {
        if (chosen.size() == size) {
            if (!suffice(chosen))
                return;
            std::vector<std::string> names;
            names.reserve(chosen.size());
            for (const Member* member : chosen)
                names.push_back(member->person);
            std::sort(names.begin(), names.end());
            m_found.sets.push_back(std::move(names));
            return;
        }
        for (std::size_t i = from; i < m_people.size() && !m_meter.isSpent(); ++i) {
            chosen.push_back(&m_people[i]);
            choose(i + 1, size, chosen);
            chosen.pop_back();
        }
    }
    /// Some of them make the version, some path is open to them.
    bool suffice(const std::vector<const Member*>& chosen)
    {
        for (std::size_t makers = 1; makers < (std::size_t{1} << chosen.size()); ++makers)
            for (const auto& path : m_paths)
                if (std::all_of(path.begin(), path.end(),
                        [&](const Gate* gate) { return passes(m_passages.at(gate), chosen, makers); }))
                    return true;
        return false;
    }
    bool passes(const Passage& passage, const std::vector<const Member*>& chosen, std::size_t makers)
    {
        const auto proposers = static_cast<int>(chosen.size());
        for (int proposer = servicesMay(passage.gate->proposers) ? -1 : 0; proposer < proposers; ++proposer) {
            if (proposer >= 0 && !holdsAny(*chosen[static_cast<std::size_t>(proposer)], passage.gate->proposers))
                continue;
            for (const Way& way : passage.ways)
                if (m_meter.spend() && canWalk(*passage.gate, way, chosen, makers, proposer))
                    return true;
        }
        return false;
    }
    static bool holdsAny(const Member& member, const std::vector<std::string>& roles)
    {
        return std::any_of(
            roles.begin(), roles.end(), [&](const std::string& role) { return contains(member.roles, role); });
    }
    bool canWalk(const Gate& gate, const Way& way, const std::vector<const Member*>& chosen, std::size_t makers,
        int proposer) const
    {
        const auto isMaker = [&](std::size_t person) { return ((makers >> person) & 1U) != 0; };
        for (const Condition* report : way.reports) {
            bool reported = false;
            for (std::size_t i = 0; i < chosen.size(); ++i)
                reported = reported || (isMaker(i) && holdsAny(*chosen[i], report->producers));
            if (!reported)
                return false;
        }
        std::vector<std::vector<int>> units;
        for (const Condition* leaf : way.approvals) {
            const policy::Approval& approval = leaf->approval;
            std::vector<int> persons;
            for (std::size_t i = 0; i < chosen.size(); ++i)
                if (holdsAny(*chosen[i], approval.roles)
                    && (approval.named.empty() || contains(approval.named, chosen[i]->person))
                    && !(approval.distinctFromProposer && static_cast<int>(i) == proposer)
                    && !(approval.distinctFromContributors && isMaker(i)))
                    persons.push_back(static_cast<int>(i));
            if (static_cast<std::int64_t>(persons.size()) < approval.count)
                return false;
            units.insert(units.end(), static_cast<std::size_t>(approval.count), persons);
        }
        return !gate.acrossGate || maximumMatching(chosen.size(), units).complete();
    }

    const Policy& m_policy;
    const std::vector<Member>& m_people;
    Meter m_meter;
    Assignment m_assignment;
    std::vector<std::vector<const Gate*>> m_paths;
    std::map<const Gate*, Passage> m_passages;
    FewestPeople m_found;
};

} // namespace

FewestPeople fewestPeople(
    const Policy& policy, const std::vector<Member>& people, const ModelCase& model, Budget budget, std::size_t largest)
{
    return Search(policy, people, model, budget).run(std::min<std::size_t>(largest, 12));
}

} // namespace cs::engine::comparison
