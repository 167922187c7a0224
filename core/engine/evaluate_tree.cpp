// SPDX-License-Identifier: GPL-3.0-or-later
// The condition tree in three-valued logic, with people matched over the whole gate. @source gates.md
// sections 2.2, 2.5.
#include "core/engine/evaluate_subject.h"

#include "core/engine/matching.h"

#include <algorithm>

namespace cs::engine {
namespace {

using policy::Condition;
using Kind = Condition::Kind;
using LeafSet = std::vector<int>;

/// More ways than this to satisfy one gate are not searched: the gate stays pending, it never opens by mistake.
constexpr std::size_t waysMax = 4096;

/// One demanded signature: a leaf with count k is k units (for each affected domain).
struct Leaf {
    NodeResult* result = nullptr;
    std::optional<Reason> blocked;
    bool vetoed = false;
    std::vector<std::vector<int>> signers; // per unit: persons whose live signature fills it
    std::vector<std::vector<int>> potential; // per unit: those, and who could still sign
};

class People {
public:
    int indexOf(ActorId id)
    {
        const auto [found, added] = m_index.emplace(id, static_cast<int>(m_ids.size()));
        if (added)
            m_ids.push_back(id);
        return found->second;
    }
    ActorId id(int index) const { return m_ids[static_cast<std::size_t>(index)]; }
    std::size_t size() const { return m_ids.size(); }

private:
    std::map<ActorId, int> m_index;
    std::vector<ActorId> m_ids;
};

NodeResult build(Subject& subject, const Condition& node)
{
    if (node.kind == Kind::Check)
        return evaluateCheck(subject, node);
    NodeResult result;
    result.condition = &node;
    if (node.kind == Kind::When) {
        const bool chosen = subject.holds(node.when);
        result.reason.code = chosen ? "when_true" : "when_false";
        if (chosen || node.children.size() > 1)
            result.children.push_back(build(subject, node.children[chosen ? 0 : 1]));
        else
            result.notApplicable = true;
        return result;
    }
    result.children.reserve(node.children.size());
    for (const Condition& child : node.children)
        result.children.push_back(build(subject, child));
    return result;
}

void collect(NodeResult& node, std::vector<Leaf>& leaves)
{
    if (node.condition->kind == Kind::Approval)
        leaves.push_back({&node, {}, false, {}, {}});
    for (NodeResult& child : node.children)
        collect(child, leaves);
}

void prepare(Subject& subject, Leaf& leaf, People& people, const std::vector<DecisionStatus>& statuses)
{
    const Condition& node = *leaf.result->condition;
    const policy::Approval& approval = node.approval;
    Needed& needed = leaf.result->needed;
    needed.roles = approval.roles;
    leaf.blocked = notSignable(subject, approval);
    leaf.vetoed = vetoOf(subject, node, statuses) != nullptr;
    auto domains = domainsOf(subject, approval);
    needed.count = approval.count * static_cast<std::int64_t>(std::max<std::size_t>(1, domains.size()));
    if (domains.empty())
        leaf.blocked = Reason{"no_affected_domains", {}};
    for (const std::string& domain : domains) {
        std::vector<int> signers;
        for (const DecisionStatus& status : statuses)
            if (status.live && countsForLeaf(subject, node, *status.decision, &domain)
                && !speaksTwice(subject, *status.decision, statuses))
                signers.push_back(people.indexOf(status.decision->person));
        std::sort(signers.begin(), signers.end());
        signers.erase(std::unique(signers.begin(), signers.end()), signers.end());
        std::vector<int> potential = signers;
        for (const ActorId person : eligiblePersons(subject, approval, &domain, &needed.excluded)) {
            const int index = people.indexOf(person);
            if (std::find(signers.begin(), signers.end(), index) != signers.end())
                continue;
            potential.push_back(index);
            if (std::find(needed.eligible.begin(), needed.eligible.end(), person) == needed.eligible.end())
                needed.eligible.push_back(person);
        }
        if (leaf.blocked || leaf.vetoed)
            signers.clear();
        leaf.signers.insert(leaf.signers.end(), static_cast<std::size_t>(approval.count), signers);
        leaf.potential.insert(leaf.potential.end(), static_cast<std::size_t>(approval.count), potential);
    }
    std::sort(needed.excluded.begin(), needed.excluded.end());
    needed.excluded.erase(std::unique(needed.excluded.begin(), needed.excluded.end()), needed.excluded.end());
}

/// Sets of approval leaves of which each satisfies the node. @param hopeful take every check as satisfied.
class Ways {
public:
    Ways(const std::vector<Leaf>& leaves, bool hopeful)
        : m_hopeful(hopeful)
    {
        for (std::size_t i = 0; i < leaves.size(); ++i)
            m_index.emplace(leaves[i].result, static_cast<int>(i));
    }
    std::vector<LeafSet> of(const NodeResult& node) const
    {
        switch (node.condition->kind) {
        case Kind::Check:
            return ifTrue(m_hopeful || node.status == Truth::Satisfied);
        case Kind::Not:
            return ifTrue(m_hopeful || node.children.front().status == Truth::Unsatisfied);
        case Kind::Approval:
            return {{m_index.at(&node)}};
        case Kind::When:
            return node.notApplicable ? ifTrue(true) : of(node.children.front());
        case Kind::All:
            return atLeast(node, node.children.size());
        case Kind::Any:
            return atLeast(node, 1);
        case Kind::AtLeast:
            return atLeast(node, static_cast<std::size_t>(std::max<std::int64_t>(0, node.condition->count)));
        }
        return {};
    }

private:
    static std::vector<LeafSet> ifTrue(bool value) { return value ? std::vector<LeafSet>{{}} : std::vector<LeafSet>{}; }
    /// ways[k] = sets that satisfy k of the children seen so far, for every k from which `count` can still be reached.
    std::vector<LeafSet> atLeast(const NodeResult& node, std::size_t count) const
    {
        std::vector<std::vector<LeafSet>> ways(count + 1);
        ways[0] = {{}};
        std::size_t rest = node.children.size();
        for (const NodeResult& child : node.children) {
            const auto more = of(child);
            --rest;
            for (std::size_t k = count; k > 0 && k + rest >= count; --k)
                for (const LeafSet& base : ways[k - 1])
                    for (const LeafSet& extra : more) {
                        if (ways[k].size() >= waysMax)
                            break;
                        LeafSet both = base;
                        both.insert(both.end(), extra.begin(), extra.end());
                        ways[k].push_back(std::move(both));
                    }
        }
        return ways[count];
    }
    std::map<const NodeResult*, int> m_index;
    bool m_hopeful;
};

std::vector<std::vector<int>> unitsOf(const std::vector<Leaf>& leaves, const LeafSet& set, bool potential)
{
    std::vector<std::vector<int>> units;
    for (const int i : set) {
        const Leaf& leaf = leaves[static_cast<std::size_t>(i)];
        const auto& own = potential ? leaf.potential : leaf.signers;
        units.insert(units.end(), own.begin(), own.end());
        if (own.empty())
            units.emplace_back(); // a leaf that nobody can fill is still demanded
    }
    return units;
}

/// The set of leaves that people are matched to first: a complete one, else the one that lacks the fewest.
LeafSet choose(const std::vector<Leaf>& leaves, const NodeResult& root, std::size_t persons)
{
    for (const bool hopeful : {false, true}) {
        LeafSet best;
        std::size_t fewest = SIZE_MAX;
        for (LeafSet& set : Ways(leaves, hopeful).of(root)) {
            const auto units = unitsOf(leaves, set, false);
            const std::size_t lacking = units.size() - maximumMatching(persons, units).filled();
            if (lacking < fewest) {
                fewest = lacking;
                best = std::move(set);
            }
            if (fewest == 0)
                break;
        }
        if (fewest == 0 || (hopeful && fewest != SIZE_MAX))
            return best;
    }
    return {};
}

void addRest(LeafSet& order, std::size_t leaves)
{
    for (int i = 0; i < static_cast<int>(leaves); ++i)
        if (std::find(order.begin(), order.end(), i) == order.end())
            order.push_back(i);
}

void report(const Subject& subject, Leaf& leaf, const std::vector<int>& persons, const People& people,
    const std::vector<DecisionStatus>& statuses)
{
    NodeResult& result = *leaf.result;
    Needed& needed = result.needed;
    const policy::Approval& approval = result.condition->approval;
    for (const int person : persons)
        if (person >= 0)
            needed.signers.push_back(people.id(person));
    needed.have = static_cast<std::int64_t>(needed.signers.size());
    for (const DecisionStatus& status : statuses) {
        const RecordedDecision& decision = *status.decision;
        if (!status.live || decision.kind != DecisionKind::Approve
            || std::find(needed.signers.begin(), needed.signers.end(), decision.person) == needed.signers.end()
            || std::none_of(decision.decision.leaves.begin(), decision.decision.leaves.end(),
                [&](const auto& item) { return item.leaf == result.condition->id; }))
            continue;
        restOn(result, decision.stamp, decision.person.text(), decision.stamp.time);
        const UtcTime until = decision.stamp.time.plusSeconds(approval.expiresAfterSeconds);
        if (!result.validUntil || until < *result.validUntil)
            result.validUntil = until;
    }
    result.value = std::to_string(needed.have);
    result.bound = std::to_string(needed.count);
    result.vetoed = leaf.vetoed;
    if (leaf.vetoed) {
        const RecordedDecision* veto = vetoOf(subject, *result.condition, statuses);
        result.status = Truth::Unsatisfied;
        result.reason = {"vetoed", {veto->person.text(), std::to_string(veto->stamp.index)}};
        result.since = veto->stamp;
    } else if (leaf.blocked) {
        result.reason = *leaf.blocked;
    } else {
        result.status = needed.have >= needed.count ? Truth::Satisfied : Truth::Pending;
        result.reason = {"signed", {result.value, result.bound}};
    }
}

void assign(Subject& subject, std::vector<Leaf>& leaves, const NodeResult& root, bool acrossGate, People& people,
    const std::vector<DecisionStatus>& statuses, std::vector<std::string>* deadlocked)
{
    const auto spread = [&](const LeafSet& order, const Matching& matching, const Matching& hope,
                            std::size_t required) {
        std::size_t unit = 0;
        for (std::size_t n = 0; n < order.size(); ++n) {
            Leaf& leaf = leaves[static_cast<std::size_t>(order[n])];
            const std::size_t count = std::max<std::size_t>(1, leaf.signers.size());
            const auto at = [&](const Matching& m) {
                return m.personOfUnit.begin() + static_cast<std::ptrdiff_t>(unit);
            };
            const auto size = static_cast<std::ptrdiff_t>(count);
            report(subject, leaf, std::vector<int>(at(matching), at(matching) + size), people, statuses);
            const bool lacking = n < required && std::find(at(hope), at(hope) + size, -1) != at(hope) + size;
            if (deadlocked != nullptr && lacking && !leaf.vetoed && !leaf.blocked
                && leaf.result->status != Truth::Satisfied)
                deadlocked->push_back(leaf.result->id());
            unit += count;
        }
    };
    if (!acrossGate) {
        for (int i = 0; i < static_cast<int>(leaves.size()); ++i)
            spread({i}, maximumMatching(people.size(), unitsOf(leaves, {i}, false)),
                maximumMatching(people.size(), unitsOf(leaves, {i}, true)), 1);
        return;
    }
    LeafSet order = choose(leaves, root, people.size());
    const std::size_t required = order.size();
    const Matching first = maximumMatching(people.size(), unitsOf(leaves, order, false));
    const Matching firstHope = maximumMatching(people.size(), unitsOf(leaves, order, true));
    addRest(order, leaves.size());
    spread(order, maximumMatching(people.size(), unitsOf(leaves, order, false), &first),
        maximumMatching(people.size(), unitsOf(leaves, order, true), &firstHope), required);
}

Truth inverted(Truth truth)
{
    return truth == Truth::Satisfied ? Truth::Unsatisfied : truth == Truth::Unsatisfied ? Truth::Satisfied : truth;
}

Truth counted(const NodeResult& node, std::int64_t count)
{
    std::int64_t satisfied = 0;
    std::int64_t possible = 0;
    for (const NodeResult& child : node.children) {
        satisfied += child.status == Truth::Satisfied ? 1 : 0;
        possible += child.status != Truth::Unsatisfied ? 1 : 0;
    }
    return satisfied >= count ? Truth::Satisfied : possible < count ? Truth::Unsatisfied : Truth::Pending;
}

void combine(NodeResult& node)
{
    for (NodeResult& child : node.children) {
        combine(child);
        if (child.since && (!node.since || node.since->index < child.since->index))
            node.since = child.since;
        node.stale = node.stale || (child.stale && child.status != Truth::Satisfied);
        node.vetoed = node.vetoed || child.vetoed;
    }
    switch (node.condition->kind) {
    case Kind::All:
        node.status = counted(node, std::ssize(node.children));
        break;
    case Kind::Any:
        node.status = counted(node, 1);
        break;
    case Kind::AtLeast:
        node.status = counted(node, node.condition->count);
        break;
    case Kind::Not:
        node.status = inverted(node.children.front().status);
        node.reason = {"not", {}};
        break;
    case Kind::When:
        node.status = node.notApplicable ? Truth::Satisfied : node.children.front().status;
        break;
    case Kind::Check:
    case Kind::Approval:
        break;
    }
}

struct Plan {
    std::vector<LeftItem> items;
    std::int64_t cost = 0;
};
Plan plan(const NodeResult& node)
{
    if (node.status == Truth::Satisfied)
        return {};
    const Condition& condition = *node.condition;
    if (condition.isLeaf() || condition.kind == Kind::Not) {
        const Condition& leaf = condition.kind == Kind::Not ? condition.children.front() : condition;
        const bool approval = condition.kind == Kind::Approval;
        const std::int64_t missing = approval ? std::max<std::int64_t>(1, node.needed.count - node.needed.have) : 1;
        // What was measured as false, or vetoed, takes more than a signature.
        const std::int64_t weight = node.status == Truth::Unsatisfied ? 100 : 1;
        return {{{condition.id, condition.title.empty() ? leaf.title : condition.title, approval,
                    approval ? leaf.approval.roles : leaf.producers, missing}},
            missing * weight};
    }
    std::vector<Plan> plans;
    for (const NodeResult& child : node.children)
        plans.push_back(plan(child));
    if (condition.kind != Kind::All) // tree order reads better than order of cost
        std::stable_sort(plans.begin(), plans.end(), [](const Plan& a, const Plan& b) { return a.cost < b.cost; });
    std::size_t take = plans.size();
    if (condition.kind == Kind::Any)
        take = 1;
    else if (condition.kind == Kind::AtLeast)
        take = std::min(take, static_cast<std::size_t>(condition.count));
    Plan whole;
    for (std::size_t i = 0; i < take; ++i) {
        whole.cost += plans[i].cost;
        whole.items.insert(whole.items.end(), plans[i].items.begin(), plans[i].items.end());
    }
    return whole;
}

} // namespace

NodeResult evaluateTree(Subject& subject, const Condition& root, bool acrossGate,
    const std::vector<DecisionStatus>& statuses, std::vector<std::string>* deadlocked)
{
    NodeResult result = build(subject, root);
    std::vector<Leaf> leaves;
    collect(result, leaves);
    People people;
    for (Leaf& leaf : leaves)
        prepare(subject, leaf, people, statuses);
    assign(subject, leaves, result, acrossGate, people, statuses, deadlocked);
    combine(result);
    return result;
}

std::vector<LeftItem> cheapestLeft(const NodeResult& root)
{
    return plan(root).items;
}

} // namespace cs::engine
