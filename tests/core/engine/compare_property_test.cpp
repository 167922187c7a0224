// SPDX-License-Identifier: GPL-3.0-or-later
// Random small gates against brute force over every situation.
#include "core/engine/compare/trees.h"
#include "core/engine/matching.h"
#include "tests/core/engine/compare_scene.h"

#include <random>

namespace cs::test {
namespace {

using engine::comparison::compareTrees;
using engine::comparison::Meter;
using policy::Condition;
using policy::Policy;
using Kind = Condition::Kind;

/// A signature: what it can fill.
struct Signature {
    std::string role;
    int age = 0;
};
/// Everything that a gate may look at, besides tags.
struct Facts {
    std::map<std::string, std::optional<double>> values; // by metric or signal; none: missing
    std::vector<Signature> signatures; // each of another person
};

class Gates {
public:
    Gates(unsigned seed, bool ordered)
        : m_random(seed)
        , m_ordered(ordered)
    {
    }
    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }
    Condition tree(int depth)
    {
        Condition made;
        made.id = "n" + std::to_string(m_next++);
        const int form = depth == 0 ? 0 : below(8);
        if (form <= 2 || m_leaves >= 5)
            return leaf(std::move(made));
        if (form == 3) {
            made.kind = Kind::When;
            made.when.kind = policy::Predicate::Kind::Tag;
            made.when.tag = "t";
            made.when.op = "eq";
            made.when.values = {below(2) == 0 ? "true" : "false"};
            made.children.push_back(tree(depth - 1));
            if (below(2) == 0)
                made.children.push_back(tree(depth - 1));
            return made;
        }
        made.kind = form <= 5 ? Kind::All : form == 6 ? Kind::Any : Kind::AtLeast;
        for (int i = 2 + below(2); i > 0; --i)
            made.children.push_back(tree(depth - 1));
        made.count = 1 + below(static_cast<int>(made.children.size()));
        return made;
    }
    void restart() { m_leaves = 0; }

private:
    Condition leaf(Condition made)
    {
        ++m_leaves;
        if (below(2) == 0) {
            made.kind = Kind::Approval;
            made.approval.statementDigest = sha256Of("the same");
            made.approval.count = 1 + (below(4) == 0 ? 1 : 0);
            made.approval.roles = {below(2) == 0 ? "a" : "b"};
            made.approval.expiresAfterSeconds = 2;
            if (m_ordered) {
                if (below(2) == 0)
                    made.approval.roles = {"a", "b"};
                made.approval.expiresAfterSeconds = 1 + below(2);
            }
            return made;
        }
        made.kind = Kind::Check;
        made.producers = {"automation"};
        if (m_ordered) {
            made.check.kind = "metric_threshold";
            made.check.metric = "m";
            made.check.op = below(3) == 0 ? "le" : "ge";
            made.check.value = 1 + below(3);
        } else {
            made.check.kind = "boolean";
            made.check.signal = "s" + std::to_string(below(2));
            made.check.expected = true;
        }
        if (below(4) != 0)
            return made;
        Condition negation = group(Kind::Not, "not" + made.id, {made});
        return negation;
    }
    std::mt19937 m_random;
    bool m_ordered;
    int m_next = 0;
    int m_leaves = 0;
};

/// -1 false, 0 missing, 1 true.
int measured(const Condition& check, const Facts& facts)
{
    const auto& value = facts.values.at(check.check.kind == "boolean" ? check.check.signal : check.check.metric);
    if (!value)
        return 0;
    if (check.check.kind == "boolean")
        return *value != 0 ? 1 : -1;
    return (check.check.op == "ge" ? *value >= check.check.value : *value <= check.check.value) ? 1 : -1;
}

/// The verdict by trying every set of approval leaves that might count.
class BruteForce {
public:
    BruteForce(const Condition& root, const Condition* given = nullptr)
        : m_root(root)
        , m_given(given)
    {
        policy::walk(root, [&](const Condition& node) {
            if (node.kind == Kind::Approval && &node != given)
                m_approvals.push_back(&node);
        });
    }
    bool holds(const Facts& facts, const std::string& tag, bool acrossGate) const
    {
        for (std::size_t set = 0; set < (std::size_t{1} << m_approvals.size()); ++set)
            if (satisfied(m_root, facts, tag, set) && signedFor(facts, set, acrossGate))
                return true;
        return false;
    }

private:
    bool signedFor(const Facts& facts, std::size_t set, bool acrossGate) const
    {
        std::vector<std::vector<int>> units;
        for (std::size_t i = 0; i < m_approvals.size(); ++i) {
            if (((set >> i) & 1U) == 0)
                continue;
            const policy::Approval& approval = m_approvals[i]->approval;
            std::vector<int> persons;
            for (std::size_t s = 0; s < facts.signatures.size(); ++s)
                if (facts.signatures[s].age < approval.expiresAfterSeconds
                    && std::ranges::find(approval.roles, facts.signatures[s].role) != approval.roles.end())
                    persons.push_back(static_cast<int>(s));
            if (static_cast<std::int64_t>(persons.size()) < approval.count)
                return false;
            units.insert(units.end(), static_cast<std::size_t>(approval.count), persons);
        }
        return !acrossGate || engine::maximumMatching(facts.signatures.size(), units).complete();
    }
    bool satisfied(const Condition& node, const Facts& facts, const std::string& tag, std::size_t set) const
    {
        if (&node == m_given)
            return true;
        const auto inner = [&](const Condition& child) { return satisfied(child, facts, tag, set); };
        switch (node.kind) {
        case Kind::Check:
            return measured(node, facts) == 1;
        case Kind::Not:
            return &node.children.front() == m_given || measured(node.children.front(), facts) == -1;
        case Kind::Approval: {
            const auto at = std::ranges::find(m_approvals, &node) - m_approvals.begin();
            return ((set >> at) & 1U) != 0;
        }
        case Kind::When:
            if (node.when.values.front() == tag)
                return inner(node.children[0]);
            return node.children.size() < 2 || inner(node.children[1]);
        case Kind::All:
            return std::ranges::all_of(node.children, inner);
        case Kind::Any:
            return std::ranges::any_of(node.children, inner);
        case Kind::AtLeast:
            return std::ranges::count_if(node.children, inner) >= node.count;
        }
        return false;
    }
    const Condition& m_root;
    const Condition* m_given;
    std::vector<const Condition*> m_approvals;
};

/// Signatures of one kind that are looked at; gates that ask for more are left out where it matters.
constexpr std::int64_t unitsMax = 8;
std::int64_t unitsIn(const Condition& root)
{
    std::int64_t units = 0;
    policy::walk(root, [&](const Condition& node) { units += node.kind == Kind::Approval ? node.approval.count : 0; });
    return units;
}

/// Calls f for every combination of facts until it returns false.
template <class F> void forEachFacts(bool ordered, F&& f)
{
    const std::vector<std::string> names =
        ordered ? std::vector<std::string>{"m"} : std::vector<std::string>{"s0", "s1"};
    const std::vector<std::optional<double>> values = ordered
        ? std::vector<std::optional<double>>{std::nullopt, 0.5, 1, 1.5, 2, 2.5, 3, 3.5}
        : std::vector<std::optional<double>>{std::nullopt, 0, 1};
    std::vector<Signature> kinds{{"a", 0}, {"b", 0}};
    if (ordered)
        kinds.insert(kinds.end(), {{"a", 1}, {"b", 1}});
    const std::size_t most = ordered ? 2 : unitsMax;
    std::vector<std::size_t> at(names.size() + kinds.size(), 0);
    while (true) {
        Facts facts;
        for (std::size_t i = 0; i < names.size(); ++i)
            facts.values[names[i]] = values[at[i]];
        for (std::size_t i = 0; i < kinds.size(); ++i)
            facts.signatures.insert(facts.signatures.end(), at[names.size() + i], kinds[i]);
        if (!f(facts))
            return;
        std::size_t digit = 0;
        for (; digit < at.size(); ++digit) {
            at[digit] = (at[digit] + 1) % (digit < names.size() ? values.size() : most + 1);
            if (at[digit] != 0)
                break;
        }
        if (digit == at.size())
            return;
    }
}

bool isWeaker(const Condition& was, const Condition& is, const Condition* given, bool ordered, bool acrossGate)
{
    const BruteForce old(was);
    const BruteForce oldGiven(was, given);
    const BruteForce now(is);
    bool found = false;
    forEachFacts(ordered, [&](const Facts& facts) {
        for (const char* tag : {"true", "false"})
            found = found
                || (!old.holds(facts, tag, acrossGate) && now.holds(facts, tag, acrossGate)
                    && (given == nullptr || oldGiven.holds(facts, tag, acrossGate)));
        return !found;
    });
    return found;
}

Policy withTag()
{
    Policy policy;
    policy.tags["t"] = {"t", "T", "boolean", {}, true, "true", {}};
    return policy;
}

std::string shown(const Condition& node)
{
    using engine::comparison::leafNode;
    const Condition& leaf = leafNode(node);
    if (leaf.kind == Kind::Check)
        return (node.kind == Kind::Not ? "!" : "") + leaf.check.signal + leaf.check.metric + leaf.check.op
            + std::to_string(static_cast<int>(leaf.check.value));
    if (leaf.kind == Kind::Approval) {
        std::string roles;
        for (const auto& role : leaf.approval.roles)
            roles += role;
        return "sign" + std::to_string(leaf.approval.count) + roles + std::to_string(leaf.approval.expiresAfterSeconds);
    }
    std::string text = node.kind == Kind::All ? "all("
        : node.kind == Kind::Any              ? "any("
        : node.kind == Kind::When             ? "when " + node.when.values.front() + "("
                                              : "atLeast " + std::to_string(node.count) + "(";
    for (const Condition& child : node.children)
        text += shown(child) + ' ';
    return text + ")";
}

/// A second gate: another one, or a small edit of the first.
Condition neighbour(Gates& gates, const Condition& first)
{
    gates.restart();
    if (gates.below(3) == 0)
        return gates.tree(3);
    Condition copy = first;
    std::vector<Condition*> inner;
    const std::function<void(Condition&)> visit = [&](Condition& node) {
        if (node.kind != Kind::Not && !node.children.empty())
            inner.push_back(&node);
        if (node.kind != Kind::Not)
            for (Condition& child : node.children)
                visit(child);
    };
    visit(copy);
    if (inner.empty())
        return gates.tree(2);
    Condition& node = *inner[static_cast<std::size_t>(gates.below(static_cast<int>(inner.size())))];
    if (gates.below(2) == 0 && node.children.size() > 1 && node.kind != Kind::When)
        node.children.pop_back();
    else
        node.children.front() = gates.tree(1);
    node.count = std::min<std::int64_t>(node.count, std::ssize(node.children));
    return copy;
}

class CompareProperty : public testing::TestWithParam<bool> { };

TEST_P(CompareProperty, agreesWithBruteForceWhereLeavesHaveNoOrder)
{
    const bool acrossGate = GetParam();
    Gates gates(acrossGate ? 11 : 12, false);
    const Policy policy = withTag();
    int weaker = 0;
    for (int round = 0; round < 800; ++round) {
        gates.restart();
        const Condition was = gates.tree(3);
        const Condition is = neighbour(gates, was);
        Meter meter(200'000);
        const auto found = compareTrees({policy, policy, was, is, {acrossGate, acrossGate}}, meter);
        ASSERT_FALSE(found.undecided);
        const bool expected = isWeaker(was, is, nullptr, false, acrossGate);
        ASSERT_EQ(found.weaker, expected) << shown(was) << "\n→ " << shown(is);
        weaker += expected ? 1 : 0;
        ASSERT_EQ(found.weaker, !found.cases.empty());
        if (!expected || round % 4 != 0 || unitsIn(was) > unitsMax || unitsIn(is) > unitsMax)
            continue;
        bool negated = false;
        for (const Condition* tree : {&was, &is})
            policy::walk(*tree, [&](const Condition& inner) { negated = negated || inner.kind == Kind::Not; });
        policy::walk(was, [&](const Condition& leaf) {
            if (!leaf.isLeaf())
                return;
            const bool pivotal = isWeaker(was, is, &leaf, false, acrossGate);
            // Where conditions contradict each other more are asked than lose something, never fewer.
            if (pivotal || !negated) {
                EXPECT_EQ(found.affected.contains(&leaf), pivotal)
                    << leaf.id << ' ' << shown(leaf) << " in " << shown(was) << "\n→ " << shown(is);
            }
        });
    }
    EXPECT_GT(weaker, 150);
    EXPECT_LT(weaker, 750);
}

TEST_P(CompareProperty, neverOverlooksACaseWhereLeavesAreOrdered)
{
    const bool acrossGate = GetParam();
    Gates gates(acrossGate ? 21 : 22, true);
    const Policy policy = withTag();
    int notWeaker = 0;
    for (int round = 0; round < 800; ++round) {
        gates.restart();
        const Condition was = gates.tree(3);
        const Condition is = neighbour(gates, was);
        Meter meter(200'000);
        const auto found = compareTrees({policy, policy, was, is, {acrossGate, acrossGate}}, meter);
        ASSERT_FALSE(found.undecided);
        if (found.weaker)
            continue;
        ++notWeaker;
        ASSERT_FALSE(isWeaker(was, is, nullptr, true, acrossGate)) << shown(was) << "\n→ " << shown(is);
    }
    EXPECT_GT(notWeaker, 60);
}

INSTANTIATE_TEST_SUITE_P(Distinctness, CompareProperty, testing::Bool(),
    [](const auto& test) { return test.param ? "AcrossGate" : "PerRequirement"; });

} // namespace
} // namespace cs::test
