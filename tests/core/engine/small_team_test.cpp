// SPDX-License-Identifier: GPL-3.0-or-later
// What the shipped policy for three people promises: these three suffice, no two do, and no three, whatever their
// roles, bring a high-risk or regulated model to production. @source gates.md section 2.4
#include "core/engine/facts.h"
#include "core/engine/matching.h"
#include "tests/core/engine/gate_scene.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cs::test {
namespace {

using Roles = std::set<std::string>;
using Team = std::vector<Roles>;
using Tags = std::map<std::string, std::string>;

const char* const forward[]{"g.dev-to-staging", "g.staging-to-canary", "g.canary-to-production"};
const char* const archive = "g.production-to-archived";

std::shared_ptr<const policy::Policy> document()
{
    const auto policy = policy::parse(smallTeamText());
    EXPECT_TRUE(policy);
    return *policy;
}

bool meets(const Roles& roles, const std::vector<std::string>& wanted)
{
    return std::ranges::any_of(wanted, [&](const std::string& role) { return roles.contains(role); });
}

/// The approvals that a gate asks for under these tags.
void approvals(const policy::Policy& policy, const policy::Condition& node, const Tags& tags,
    std::vector<const policy::Approval*>& out)
{
    if (node.kind == policy::Condition::Kind::Approval)
        out.push_back(&node.approval);
    if (node.kind == policy::Condition::Kind::When) {
        const bool holds = engine::holds(policy, node.when, tags, [](std::string_view) { return true; });
        const std::size_t branch = holds ? 0 : 1;
        if (branch < node.children.size())
            approvals(policy, node.children[branch], tags, out);
        return;
    }
    for (const policy::Condition& child : node.children)
        approvals(policy, child, tags, out);
}

/// Can the team fill every approval of the gate, whoever of them proposes and whoever made the version? One at least
/// made it: with nobody known as its maker a leaf stays open.
bool passes(const policy::Policy& policy, const char* gateId, const Team& team, const Tags& tags)
{
    const policy::Gate& gate = policy.gates.at(gateId);
    std::vector<const policy::Approval*> leaves;
    approvals(policy, gate.require, tags, leaves);
    for (std::size_t proposer = 0; proposer < team.size(); ++proposer) {
        if (!meets(team[proposer], gate.proposers))
            continue;
        for (std::size_t maker = 0; maker < team.size(); ++maker) {
            std::vector<std::vector<int>> canFill;
            for (const policy::Approval* leaf : leaves) {
                std::vector<int> able;
                for (std::size_t person = 0; person < team.size(); ++person)
                    if (meets(team[person], leaf->roles) && !(leaf->distinctFromProposer && person == proposer)
                        && !(leaf->distinctFromContributors && person == maker))
                        able.push_back(static_cast<int>(person));
                canFill.insert(canFill.end(), static_cast<std::size_t>(leaf->count), able);
            }
            if (engine::maximumMatching(team.size(), canFill).complete())
                return true;
        }
    }
    return false;
}

bool reachesProduction(const policy::Policy& policy, const Team& team, const Tags& tags)
{
    return std::ranges::all_of(forward, [&](const char* gate) { return passes(policy, gate, team, tags); });
}

/// Every set of human roles that one person may hold.
std::vector<Roles> allowedRoleSets(const policy::Policy& policy)
{
    std::vector<std::string> human;
    for (const auto& [id, role] : policy.roles)
        if (role.human)
            human.push_back(id);
    std::vector<Roles> sets;
    for (unsigned bits = 1; bits < (1U << human.size()); ++bits) {
        Roles roles;
        for (std::size_t i = 0; i < human.size(); ++i)
            if ((bits >> i & 1U) != 0)
                roles.insert(human[i]);
        const bool allowed = std::ranges::none_of(roles, [&](const std::string& role) {
            return meets(
                roles, {policy.roles.at(role).exclusiveWith.begin(), policy.roles.at(role).exclusiveWith.end()});
        });
        if (allowed)
            sets.push_back(std::move(roles));
    }
    return sets;
}

const Tags low{{"risk_tier", "low"}, {"regulated", "false"}, {"business_domain", "x"}};
const Tags medium{{"risk_tier", "medium"}, {"regulated", "false"}, {"business_domain", "x"}};
const Tags high{{"risk_tier", "high"}, {"regulated", "false"}, {"business_domain", "x"}};
const Tags regulated{{"risk_tier", "low"}, {"regulated", "true"}, {"business_domain", "x"}};
const Team three{{"ml_engineer", "platform_team"}, {"tech_lead", "ml_engineer"}, {"product_owner"}};

TEST(SmallTeam, TheseThreeSuffice)
{
    const auto policy = document();
    for (const Tags& tags : {low, medium}) {
        EXPECT_TRUE(reachesProduction(*policy, three, tags));
        EXPECT_TRUE(passes(*policy, archive, three, tags));
    }
}

TEST(SmallTeam, NoTwoDo)
{
    const auto policy = document();
    const auto sets = allowedRoleSets(*policy);
    ASSERT_GT(sets.size(), 10U);
    for (const Roles& a : sets)
        for (const Roles& b : sets)
            EXPECT_FALSE(reachesProduction(*policy, {a, b}, low));
}

TEST(SmallTeam, NoThreeBringAHighRiskOrRegulatedModelToProduction)
{
    const auto policy = document();
    const auto sets = allowedRoleSets(*policy);
    for (std::size_t a = 0; a < sets.size(); ++a)
        for (std::size_t b = a; b < sets.size(); ++b)
            for (std::size_t c = b; c < sets.size(); ++c)
                for (const Tags& tags : {high, regulated})
                    EXPECT_FALSE(reachesProduction(*policy, {sets[a], sets[b], sets[c]}, tags));
}

TEST(SmallTeam, FourCan)
{
    const auto policy = document();
    Team four = three;
    four.push_back({"model_risk_manager"});
    EXPECT_TRUE(reachesProduction(*policy, four, high));
    EXPECT_TRUE(reachesProduction(*policy, four, regulated));
}

} // namespace
} // namespace cs::test
