// SPDX-License-Identifier: GPL-3.0-or-later
// Documents that are too large, too deep or of no known kind: everybody is asked, nothing hangs.
#include "core/engine/compare/trees.h"
#include "tests/core/engine/compare_scene.h"

#include <algorithm>

namespace cs::test {
namespace {

using engine::comparison::compare;
using engine::comparison::NodeChange;
using engine::comparison::nodeChanges;
using policy::Condition;
using policy::Policy;
using Kind = Condition::Kind;

Condition signal(const std::string& name, const std::string& id)
{
    Condition leaf;
    leaf.kind = Kind::Check;
    leaf.id = id;
    leaf.ownerRole = "tech_lead";
    leaf.producers = {"automation"};
    leaf.check.kind = "boolean";
    leaf.check.signal = name;
    return leaf;
}

void expectUndecided(const engine::comparison::Comparison& found)
{
    EXPECT_TRUE(found.undecided);
    EXPECT_TRUE(found.weakens);
    EXPECT_LE(found.affected.size(), 200U);
    for (const char* role : {"product_owner", "compliance_officer", "model_risk_manager"})
        EXPECT_TRUE(std::ranges::find(found.roles, role) != found.roles.end()) << role;
}

TEST(CompareLimits, aDeepTreeIsNotWalked)
{
    expectUndecided(compareEdit(defaultPolicy(), [](Policy& p) {
        Condition deep = node(p, "cp.findings");
        for (int i = 0; i < 5'000; ++i) {
            Condition outer;
            outer.kind = Kind::All;
            outer.id = "deep" + std::to_string(i);
            outer.children.push_back(std::move(deep));
            deep = std::move(outer);
        }
        node(p, "cp.findings") = std::move(deep);
    }));
}

TEST(CompareLimits, aHundredThousandNodesEndInTheBudget)
{
    const auto many = [](Policy& p) {
        Condition& root = productionGate(p).require;
        for (int i = 0; i < 100; ++i) {
            Condition any = group(Kind::Any, "any" + std::to_string(i), {});
            for (int k = 0; k < 1'000; ++k)
                any.children.push_back(signal("same", "s" + std::to_string(i) + "." + std::to_string(k)));
            root.children.push_back(std::move(any));
        }
    };
    const Policy before = edited(defaultPolicy(), many);
    const auto found = compareEdit(before, [](Policy& p) { removeNode(p, "cp.root", "any7"); });
    expectUndecided(found);
    EXPECT_LE(found.stepsSpent, 200'000);
}

TEST(CompareLimits, aKindThatNobodyKnowsIsNotGuessedAt)
{
    expectUndecided(compareEdit(defaultPolicy(), [](Policy& p) { node(p, "cp.findings").check.kind = "oracle"; }));
    expectUndecided(
        compareEdit(defaultPolicy(), [](Policy& p) { node(p, "cp.owner").approval.count = 1'000'000'000; }));
    expectUndecided(compareEdit(defaultPolicy(), [](Policy& p) { node(p, "cp.root").children.clear(); }));
}

TEST(CompareLimits, manyAlternativesEndInTheBudgetOfTheirGateOnly)
{
    // 8 of 24 signatures, once with one fewer: more ways than anybody counts.
    const auto committee = [](std::int64_t count) {
        return [count](Policy& p) {
            Condition leaf = node(p, "cp.owner");
            Condition of = group(Kind::AtLeast, "committee", {}, count);
            for (int i = 0; i < 24; ++i) {
                leaf.id = "m" + std::to_string(i);
                of.children.push_back(leaf);
            }
            node(p, "cp.owner") = std::move(of);
        };
    };
    const Policy before = edited(defaultPolicy(), committee(8));
    const auto found = compare(before, edited(defaultPolicy(), committee(9)));
    EXPECT_TRUE(found.weakens && found.undecided);
    EXPECT_TRUE(
        std::ranges::all_of(found.affected, [](const auto& leaf) { return leaf.gate == "g.canary-to-production"; }));
}

TEST(CompareLimits, theSmallestBudgetStillAnswers)
{
    const auto found = compare(defaultPolicy(),
        edited(defaultPolicy(), [](Policy& p) { node(p, "cp.soak").check.minDurationSeconds = 1; }), {1'000});
    EXPECT_TRUE(found.weakens);
}

TEST(CompareLimits, theAffectedListFitsIntoAnEntry)
{
    const auto many = [](Policy& p) {
        for (auto& [id, gate] : p.gates)
            for (int i = 0; i < 60; ++i)
                gate.require = group(Kind::All, id + ".r" + std::to_string(i),
                    {gate.require, signal("s" + std::to_string(i), id + ".s" + std::to_string(i))});
    };
    const Policy before = edited(defaultPolicy(), many);
    const auto found = compare(before, defaultPolicy());
    EXPECT_TRUE(found.weakens);
    EXPECT_LE(found.affected.size(), 200U);
    EXPECT_TRUE(std::ranges::is_sorted(found.affected));
}

TEST(CompareNodes, saysWhatBecameOfEachCondition)
{
    const Policy now = edited(defaultPolicy(), [](Policy& p) {
        node(p, "cp.soak").check.minDurationSeconds *= 2;
        node(p, "cp.sample").check.minCount = 1;
        removeNode(p, "cp.root", "cp.committee");
        p.gates.at("g.canary-to-production").require.children.push_back(signal("extra.check", "cp.extra"));
    });
    std::map<std::string, NodeChange::Kind> kinds;
    for (const auto& change : nodeChanges(defaultPolicy(), now, "g.canary-to-production", {}))
        kinds[change.node] = change.kind;
    EXPECT_EQ(kinds.at("cp.soak"), NodeChange::Kind::Stricter);
    EXPECT_EQ(kinds.at("cp.sample"), NodeChange::Kind::Weaker);
    EXPECT_EQ(kinds.at("cp.owner"), NodeChange::Kind::Same);
    EXPECT_EQ(kinds.at("cp.regulated"), NodeChange::Kind::Same);
    EXPECT_EQ(kinds.at("cp.committee.approval"), NodeChange::Kind::Removed);
    EXPECT_EQ(kinds.at("cp.extra"), NodeChange::Kind::Added);
    EXPECT_EQ(kinds.at("cp.root"), NodeChange::Kind::Different);
}

} // namespace
} // namespace cs::test
