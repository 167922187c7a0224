// SPDX-License-Identifier: GPL-3.0-or-later
// Committees, order, deadlocks, delegations, and what "left" promises. @source gates.md section 2.5
#include "core/engine/explain.h"
#include "tests/core/engine/gate_scene.h"

#include <gmock/gmock.h>

#include <random>

namespace cs::test {
namespace {

using engine::DecisionKind;
using engine::Truth;

/// Ids of the first persons that a test adds to a scene: the proposer is a1.
constexpr const char* first = "a6";
constexpr const char* second = "a7";

TEST(Committee, IsFilledByItsNamedMembersAlone)
{
    Scene scene(approval("board", R"("tech_lead")", 2, R"(,"named":["a6","a7"])"));
    std::vector<ActorId> people;
    for (int i = 0; i < 3; ++i)
        people.push_back(scene.builder.addActor({"tech_lead"}));
    ASSERT_EQ(people[0].text(), first);
    ASSERT_EQ(people[1].text(), second);
    scene.promotion.proposed.index = scene.builder.state.size;
    scene.builder.decide(scene.promotion, people[0], "tech_lead", {"board"});
    scene.builder.decide(scene.promotion, people[2], "tech_lead", {"board"});
    EXPECT_EQ(scene.verdict(), Truth::Pending) << "the third holds the role, and is not named";
    EXPECT_TRUE(scene.result().deadlocked.empty());
    scene.builder.decide(scene.promotion, people[1], "tech_lead", {"board"});
    EXPECT_EQ(scene.verdict(), Truth::Satisfied);
}

TEST(Committee, WithTooFewWhoMaySignIsDeadlockedAndSaysWhoIsExcluded)
{
    Scene scene(approval("board", R"("ml_engineer")", 2, R"(,"named":["a1","a6"])"));
    scene.builder.addActor({"ml_engineer"});
    scene.promotion.proposed.index = scene.builder.state.size;
    const auto result = scene.result();
    EXPECT_THAT(result.deadlocked, testing::ElementsAre("board"));
    EXPECT_THAT(result.pinned.needed.excluded, testing::ElementsAre(testing::Pair(scene.proposer, "proposer")));
    scene.builder.settle();
    const auto preview = engine::previewGate(
        scene.builder.state, scene.version.id, "dev-to-staging", "live", scene.proposer, scene.builder.state.time);
    ASSERT_TRUE(preview);
    EXPECT_THAT(preview->deadlocked, testing::ElementsAre("board")) << "said before it is proposed";
}

TEST(Approvals, OneThatComesAfterAnotherWaitsForIt)
{
    Scene scene(R"({"id":"r","all":[)" + approval("one", R"("tech_lead")") + ","
        + approval("two", R"("product_owner")", 1, R"(,"after":["one"])") + "]}");
    const ActorId lead = scene.builder.addActor({"tech_lead"});
    const ActorId owner = scene.builder.addActor({"product_owner"});
    scene.promotion.proposed.index = scene.builder.state.size;
    const auto fillable = [&] {
        scene.builder.settle();
        return engine::fillableLeaves(scene.builder.state, scene.promotion, owner, scene.builder.state.time);
    };
    EXPECT_TRUE(fillable().leaves.empty());
    EXPECT_THAT(fillable().refused, testing::Contains(testing::Pair("two", "after one")));
    scene.builder.decide(scene.promotion, lead, "tech_lead", {"one"});
    ASSERT_EQ(fillable().leaves.size(), 1U);
    EXPECT_EQ(fillable().leaves[0].condition->id, "two");
}

struct Delegated : Scene {
    explicit Delegated(const std::string& rule = R"({"allowed":true,"maxDays":14,"toRoles":["tech_lead"]})")
        : Scene(approval("ok", R"("product_owner")", 1, ",\"delegation\":" + rule))
        , owner(builder.addActor({"product_owner"}))
        , lead(builder.addActor({"tech_lead"}))
    {
        promotion.proposed.index = builder.state.size;
    }
    EntryIndex give(std::int64_t days = 7)
    {
        const engine::Stamp stamp = builder.next();
        builder.state.delegations.push_back(
            {stamp.index, owner, lead, {"product_owner"}, stamp.time.plusSeconds(days * 86'400), false, stamp});
        return stamp.index;
    }
    engine::RecordedDecision& sign(EntryIndex delegation)
    {
        auto& decision = builder.decide(promotion, lead, "product_owner", {"ok"});
        decision.decision.delegation = delegation;
        return decision;
    }
    engine::Fillable fillable()
    {
        builder.settle();
        return engine::fillableLeaves(builder.state, promotion, lead, builder.state.time);
    }
    ActorId owner, lead;
};

TEST(Delegation, CountsForItsGiverWhileItLasts)
{
    Delegated scene;
    EXPECT_TRUE(scene.fillable().leaves.empty());
    const EntryIndex delegation = scene.give();
    ASSERT_EQ(scene.fillable().leaves.size(), 1U);
    EXPECT_EQ(scene.fillable().leaves[0].delegation, delegation);
    EXPECT_EQ(scene.fillable().leaves[0].role, "product_owner");
    scene.builder.decide(scene.promotion, scene.lead, "product_owner", {"ok"});
    EXPECT_EQ(scene.verdict(), Truth::Pending) << "a role that is not held, without naming the delegation";
    scene.sign(delegation);
    EXPECT_EQ(scene.verdict(), Truth::Satisfied);
    scene.builder.state.delegations.front().ended = true;
    EXPECT_EQ(scene.verdict(), Truth::Pending);
    EXPECT_EQ(scene.result().decisions.back().staleBecause, "delegation_ended");
}

TEST(Delegation, NeedsTheLeafsLeaveItsLengthAndTheRolesItNames)
{
    Delegated none(R"({"allowed":false})");
    none.sign(none.give());
    EXPECT_EQ(none.verdict(), Truth::Pending);
    Delegated longer;
    longer.sign(longer.give(15));
    EXPECT_EQ(longer.verdict(), Truth::Pending) << "14 days at most";
    Delegated others(R"({"allowed":true,"maxDays":14,"toRoles":["platform_team"]})");
    others.sign(others.give());
    EXPECT_EQ(others.verdict(), Truth::Pending);
    Delegated lost;
    lost.sign(lost.give());
    lost.builder.state.actors.at(lost.owner).assignments.front().ended = lost.builder.next();
    EXPECT_EQ(lost.verdict(), Truth::Pending) << "the giver has the role no more";
}

TEST(Delegation, InheritsTheGiversExclusionsAndKeepsItsOwn)
{
    for (const bool giver : {true, false}) {
        Delegated scene;
        const EntryIndex delegation = scene.give();
        scene.promotion.proposer = giver ? scene.owner : scene.lead;
        EXPECT_TRUE(scene.fillable().leaves.empty());
        scene.sign(delegation);
        EXPECT_EQ(scene.verdict(), Truth::Pending);
    }
}

TEST(Delegation, IsNoChainAndNoSecondVoice)
{
    Delegated scene;
    const ActorId third = scene.builder.addActor({"tech_lead"});
    const EntryIndex given = scene.give();
    const engine::Stamp stamp = scene.builder.next();
    scene.builder.state.delegations.push_back(
        {stamp.index, scene.lead, third, {"product_owner"}, stamp.time.plusSeconds(86'400), false, stamp});
    auto& chained = scene.builder.decide(scene.promotion, third, "product_owner", {"ok"});
    chained.decision.delegation = stamp.index;
    EXPECT_EQ(scene.verdict(), Truth::Pending) << "the lead holds no such role to pass on";
    auto& stolen = scene.builder.decide(scene.promotion, third, "product_owner", {"ok"});
    stolen.decision.delegation = given;
    EXPECT_EQ(scene.verdict(), Truth::Pending) << "given to somebody else";

    Scene both(approval("ok", R"("product_owner")", 2, R"(,"delegation":{"allowed":true})"));
    const ActorId owner = both.builder.addActor({"product_owner"});
    const ActorId lead = both.builder.addActor({"tech_lead"});
    both.promotion.proposed.index = both.builder.state.size;
    const engine::Stamp at = both.builder.next();
    both.builder.state.delegations.push_back(
        {at.index, owner, lead, {"product_owner"}, at.time.plusSeconds(86'400), false, at});
    both.builder.decide(both.promotion, owner, "product_owner", {"ok"});
    both.builder.decide(both.promotion, lead, "product_owner", {"ok"}).decision.delegation = at.index;
    EXPECT_EQ(both.verdict(), Truth::Pending) << "one owner is not two";
}

/// Random trees of signatures and flags.
class Trees {
public:
    explicit Trees(unsigned seed)
        : m_random(seed)
    {
    }
    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }
    std::string tree(int depth)
    {
        const int form = depth == 0 ? below(2) : below(5);
        if (form == 0) {
            const char* roles[]{R"("tech_lead")", R"("product_owner")", R"("platform_team")"};
            return approval("s" + std::to_string(m_next++), roles[below(3)], 1 + below(2));
        }
        if (form == 1) {
            const std::string id = "c" + std::to_string(m_next++);
            return check(id, R"({"kind":"boolean","signal":")" + id + R"(","expected":true})");
        }
        const int children = 2 + below(2);
        std::string list;
        for (int i = 0; i < children; ++i)
            list += (i == 0 ? "" : ",") + tree(depth - 1);
        const std::string head = R"({"id":"n)" + std::to_string(m_next++) + R"(",)";
        if (form == 4)
            return head + R"("atLeast":{"count":)" + std::to_string(1 + below(children)) + R"(,"of":[)" + list + "]}}";
        return head + (form == 2 ? R"("all":[)" : R"("any":[)") + list + "]}";
    }

private:
    std::mt19937 m_random;
    int m_next = 0;
};

TEST(Left, WhatIsLeftSatisfiesTheGateOnceItIsThere)
{
    for (unsigned seed = 0; seed < 150; ++seed) {
        Trees trees(seed);
        Scene scene(trees.tree(2));
        std::map<std::string, std::vector<ActorId>> people;
        for (const char* role : {"tech_lead", "product_owner", "platform_team"})
            for (int i = 0; i < 16; ++i)
                people[role].push_back(scene.builder.addActor({role}));
        scene.promotion.proposed.index = scene.builder.state.size;
        for (int i = 0; i < 3; ++i) // some of it has happened, some of that badly
            scene.report(flag("c" + std::to_string(trees.below(6)), trees.below(2) == 0));
        const auto before = scene.result();
        for (const engine::LeftItem& item : before.left) {
            if (!item.approval) {
                scene.report(flag(item.leaf, true));
                continue;
            }
            for (std::int64_t i = 0; i < item.missing; ++i) {
                auto& able = people[item.roles.front()];
                ASSERT_FALSE(able.empty());
                scene.builder.decide(scene.promotion, able.back(), item.roles.front(), {item.leaf});
                able.pop_back();
            }
        }
        EXPECT_EQ(scene.verdict(), Truth::Satisfied) << "seed " << seed << "\n" << engine::explainText(scene.result());
    }
}

} // namespace
} // namespace cs::test
