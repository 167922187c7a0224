// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/compare/fewest_people.h"
#include "tests/core/engine/compare_scene.h"

namespace cs::test {
namespace {

using engine::comparison::fewestPeople;
using engine::comparison::Member;
using engine::comparison::ModelCase;
using Sets = std::vector<std::vector<std::string>>;

const std::vector<Member> team{{"engineer", {"ml_engineer", "platform_team"}}, {"lead", {"tech_lead", "ml_engineer"}},
    {"owner", {"product_owner"}}};
const ModelCase quiet{{{"risk_tier", "low"}, {"regulated", "false"}}, {{"has_production_version", true}}};

TEST(FewestPeople, aSmallTeamTakesAllThree)
{
    const auto policy = shippedPolicy(QStringLiteral("small-team-policy.json"));
    const auto found = fewestPeople(policy, team, quiet, {});
    EXPECT_TRUE(found.complete);
    EXPECT_EQ(found.sets, (Sets{{"engineer", "lead", "owner"}}));
}

TEST(FewestPeople, noThreeBringARegulatedModelToProduction)
{
    const auto policy = shippedPolicy(QStringLiteral("small-team-policy.json"));
    ModelCase regulated = quiet;
    regulated.tags["regulated"] = "true";
    EXPECT_TRUE(fewestPeople(policy, team, regulated, {}).sets.empty());
    std::vector<Member> four = team;
    four.push_back({"officer", {"compliance_officer", "model_risk_manager"}});
    const auto found = fewestPeople(policy, four, regulated, {});
    EXPECT_EQ(found.sets, (Sets{{"engineer", "lead", "officer", "owner"}}));
}

TEST(FewestPeople, oneWhoMaySignForTheirOwnIsFound)
{
    auto policy = shippedPolicy(QStringLiteral("small-team-policy.json"));
    for (auto& [id, gate] : policy.gates) {
        gate.acrossGate = false;
        const std::function<void(policy::Condition&)> open = [&](policy::Condition& node) {
            node.approval.distinctFromProposer = node.approval.distinctFromContributors = false;
            for (auto& child : node.children)
                open(child);
        };
        open(gate.require);
    }
    const std::vector<Member> one{{"all", {"ml_engineer", "platform_team", "product_owner"}}, {"other", {"tech_lead"}}};
    EXPECT_EQ(fewestPeople(policy, one, quiet, {}).sets, (Sets{{"all"}}));
}

TEST(FewestPeople, aSearchThatEndsEarlySaysSo)
{
    const auto policy = shippedPolicy(QStringLiteral("small-team-policy.json"));
    std::vector<Member> many;
    for (int i = 0; i < 60; ++i)
        many.push_back({"p" + std::to_string(i), {"ml_engineer"}});
    EXPECT_FALSE(fewestPeople(policy, many, quiet, {5'000}).complete);
}

} // namespace
} // namespace cs::test
