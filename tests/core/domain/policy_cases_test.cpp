// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped policies under every case, by plain enumeration that shares no code with lint.
// @source gates.md sections 2.1 (laws 8 and 9) and 2.10 (2,592 and 96 cases of the RACI rules)
#include "core/domain/policy_raci.h"

#include "tests/core/domain/policy_files.h"

#include <set>

namespace cs::test {
namespace {

using policy::Condition;
using policy::Policy;

struct Shipped {
    const char* file;
    std::size_t raciCases;
};
void PrintTo(const Shipped& shipped, std::ostream* out)
{
    *out << shipped.file;
}
class ShippedPolicy : public testing::TestWithParam<Shipped> {
protected:
    void SetUp() override
    {
        const auto read = policy::parse(shipped(GetParam().file));
        ASSERT_TRUE(read);
        m_policy = *read;
    }
    std::shared_ptr<const Policy> m_policy;
};

struct Case {
    std::map<std::string, std::string> tags; // as they are read, missing ones as what is assumed
    std::set<std::string> facts;
    policy::Holds holds(const Policy& policy) const
    {
        return [&, this](const policy::Predicate& when) {
            return policy::holds(
                policy, when, tags, [&](std::string_view fact) { return facts.contains(std::string(fact)); });
        };
    }
};

/// Every value of every tag with a finite domain, or none at all, and every answer to the one fact that gates ask for.
std::vector<Case> everyCase(const Policy& policy)
{
    std::vector<Case> cases{{}, {{}, {"has_production_version"}}};
    for (const auto& [id, tag] : policy.tags) {
        std::vector<std::string> values = tag.values;
        if (tag.type == "boolean")
            values = {"false", "true"};
        if (values.empty())
            continue;
        values.push_back(tag.assumeIfMissing); // missing
        std::vector<Case> more;
        for (const Case& one : cases)
            for (const std::string& value : values) {
                more.push_back(one);
                more.back().tags[id] = value;
            }
        cases = std::move(more);
    }
    return cases;
}

TEST_P(ShippedPolicy, RaciAgreesWithTheGatesInEveryCase)
{
    std::size_t count = 0;
    for (const Case& one : everyCase(*m_policy))
        for (const std::string& transition : m_policy->raci.transitions) {
            ++count;
            for (const auto& contradiction : policy::raciContradictions(*m_policy, transition, one.holds(*m_policy)))
                ADD_FAILURE() << transition << ": " << contradiction.message;
        }
    EXPECT_EQ(count, GetParam().raciCases);
}

using Way = std::set<const Condition*>; // leaves, not negated
using Ways = std::vector<Way>;

Ways product(const Ways& left, const Ways& right)
{
    Ways ways;
    for (const Way& a : left)
        for (const Way& b : right) {
            ways.push_back(a);
            ways.back().insert(b.begin(), b.end());
        }
    return ways;
}

/// Every minimal way of satisfying a node in a case.
Ways waysOf(const Condition& node, const policy::Holds& holds);
Ways atLeast(const std::vector<Condition>& of, std::size_t from, std::int64_t count, const policy::Holds& holds)
{
    if (count == 0)
        return {{}};
    if (std::ssize(of) - static_cast<std::ptrdiff_t>(from) < count)
        return {};
    Ways ways = product(waysOf(of[from], holds), atLeast(of, from + 1, count - 1, holds));
    const Ways without = atLeast(of, from + 1, count, holds);
    ways.insert(ways.end(), without.begin(), without.end());
    return ways;
}
Ways waysOf(const Condition& node, const policy::Holds& holds)
{
    switch (node.kind) {
    case Condition::Kind::All:
        return atLeast(node.children, 0, std::ssize(node.children), holds);
    case Condition::Kind::Any:
        return atLeast(node.children, 0, 1, holds);
    case Condition::Kind::AtLeast:
        return atLeast(node.children, 0, node.count, holds);
    case Condition::Kind::When:
        if (holds(node.when))
            return waysOf(node.children[0], holds);
        return node.children.size() > 1 ? waysOf(node.children[1], holds) : Ways{{}};
    case Condition::Kind::Not:
        return {{}};
    case Condition::Kind::Check:
    case Condition::Kind::Approval:
        return {{&node}};
    }
    return {};
}

TEST_P(ShippedPolicy, EveryWayIntoTrafficContainsADrill)
{
    std::size_t count = 0;
    const auto cases = everyCase(*m_policy);
    for (const policy::Transition& transition : m_policy->transitions) {
        const policy::State* to = m_policy->state(transition.to);
        ASSERT_NE(to, nullptr);
        if (transition.isRollback() || to->exposure < policy::Exposure::Slice)
            continue;
        for (const Case& one : cases)
            for (const Way& way : waysOf(m_policy->gateOf(transition.id)->require, one.holds(*m_policy))) {
                ++count;
                EXPECT_TRUE(std::any_of(way.begin(), way.end(), [](const Condition* leaf) {
                    return leaf->kind == Condition::Kind::Check && leaf->check.kind == "rollback_drill";
                })) << transition.id;
            }
    }
    EXPECT_GT(count, cases.size());
    RecordProperty("ways", static_cast<int>(count));
}

/// Every path without a rollback, stage by stage.
void eachPath(const Policy& policy, std::vector<std::string>& path, const std::function<void()>& f)
{
    f();
    for (const policy::Transition& transition : policy.transitions) {
        if (transition.isRollback() || transition.from != path.back()
            || std::find(path.begin(), path.end(), transition.to) != path.end())
            continue;
        path.push_back(transition.to);
        eachPath(policy, path, f);
        path.pop_back();
    }
}

TEST_P(ShippedPolicy, EveryPathToProductionPassesStagingAndCanary)
{
    const auto kindOf = [&](const std::string& id) { return m_policy->state(id)->kind; };
    std::vector<std::string> path{m_policy->initialState};
    std::size_t count = 0;
    eachPath(*m_policy, path, [&] {
        if (kindOf(path.back()) != "production")
            return;
        ++count;
        for (const char* kind : {"staging", "canary"})
            EXPECT_TRUE(std::any_of(path.begin(), path.end(), [&](const auto& id) { return kindOf(id) == kind; }));
    });
    EXPECT_GT(count, 0U);
    for (const policy::State& state : m_policy->states) {
        const bool leavesByRollback = std::any_of(m_policy->transitions.begin(), m_policy->transitions.end(),
            [&](const auto& way) { return way.isRollback() && way.from == state.id; });
        EXPECT_TRUE(leavesByRollback || state.exposure < policy::Exposure::Slice) << state.id;
    }
}

INSTANTIATE_TEST_SUITE_P(Both, ShippedPolicy,
    testing::Values(Shipped{"default-policy.json", 2592}, Shipped{"small-team-policy.json", 96}),
    [](const auto& test) { return std::string(test.param.file).starts_with("default") ? "Default" : "SmallTeam"; });

} // namespace
} // namespace cs::test
