// SPDX-License-Identifier: GPL-3.0-or-later
// The default policy against one edit each: what weakens, and who must sign. @source gates.md section 2.8, table.
#include "tests/core/engine/compare_scene.h"

#include <algorithm>

namespace cs::test {
namespace {

using policy::Condition;
using policy::Policy;
using Roles = std::set<std::string>;
using Kind = Condition::Kind;

struct Vector {
    const char* name;
    Edit edit;
    std::optional<Roles> roles; // must sign; none: the edit does not weaken
    Edit before = [](Policy&) {};
};
void PrintTo(const Vector& vector, std::ostream* out)
{
    *out << vector.name;
}

const Roles regulators{"compliance_officer", "model_risk_manager"};
const Roles owners{"product_owner", "business_owner"};

Condition copyOf(Policy& p, const std::string& id, const std::string& as)
{
    Condition copy = node(p, id);
    copy.id = as;
    return copy;
}
void doubled(Policy& p)
{
    auto& all = node(p, "cp.regulated.all");
    all.children.push_back(copyOf(p, "cp.regulated.approval", "cp.second"));
}
void guardRegulated(Policy& p, policy::Predicate::Kind kind, const char* tier)
{
    policy::Predicate risk;
    risk.kind = policy::Predicate::Kind::Tag;
    risk.tag = "risk_tier";
    risk.op = "ge";
    risk.values = {tier};
    policy::Predicate both;
    both.kind = kind;
    both.children = {node(p, "cp.regulated").when, risk};
    node(p, "cp.regulated").when = both;
}
policy::Check& fairness(Policy& p)
{
    return node(p, "sc.fairness").check;
}

std::vector<Vector> equalVectors()
{
    return {{"Identical", [](Policy&) {}, {}},
        {"Reordered", [](Policy& p) { std::ranges::reverse(productionGate(p).require.children); }, {}},
        {"AndAsTwoOfTwo",
            [](Policy& p) {
                auto& children = node(p, "cp.regulated.all").children;
                Condition two = group(Kind::AtLeast, "two", {children[0], children[1]}, 2);
                children.erase(children.begin(), children.begin() + 2);
                children.push_back(std::move(two));
            },
            {}},
        {"RedundantBranch",
            [](Policy& p) {
                Condition own = node(p, "cp.owner");
                Condition more =
                    group(Kind::All, "more", {copyOf(p, "cp.owner", "o2"), copyOf(p, "cp.findings", "f2")});
                node(p, "cp.owner") = group(Kind::Any, "either", {std::move(own), std::move(more)});
            },
            {}},
        {"TitlesAndRequirements",
            [](Policy& p) {
                node(p, "cp.owner").title = "Somebody agrees";
                node(p, "cp.owner").requirements.push_back("AIA.9.1");
                p.title = "Renamed";
                p.revision = 2;
            },
            {}},
        {"TransitionRemoved",
            [](Policy& p) {
                std::erase_if(p.transitions, [](const auto& t) { return t.id == "archived-to-staging"; });
            },
            {}}};
}

std::vector<Vector> signerVectors()
{
    return {{"RegulatedRemoved", [](Policy& p) { removeNode(p, "cp.root", "cp.regulated"); }, regulators},
        {"RegulatedApprovalRemoved", [](Policy& p) { removeNode(p, "cp.regulated.all", "cp.regulated.approval"); },
            regulators},
        {"OneRoleOnly", [](Policy& p) { node(p, "cp.regulated.approval").approval.roles = {"model_risk_manager"}; },
            {}},
        {"BothRoles",
            [](Policy& p) {
                Condition second = copyOf(p, "cp.regulated.approval", "cp.second");
                second.approval.roles = {"compliance_officer"};
                node(p, "cp.regulated.approval").approval.roles = {"model_risk_manager"};
                node(p, "cp.regulated.all").children.push_back(std::move(second));
            },
            {}},
        {"AlternativeSigner",
            [](Policy& p) { node(p, "cp.regulated.approval").approval.roles.emplace_back("tech_lead"); }, regulators},
        {"RoleReplaced",
            [](Policy& p) {
                p.roles["second_line"] = p.roles.at("compliance_officer");
                p.roles["second_line"].id = "second_line";
                node(p, "cp.regulated.approval").approval.roles = {"second_line"};
            },
            regulators},
        {"AnotherOwnerOffered",
            [](Policy& p) {
                Condition own = node(p, "cp.owner");
                Condition lead = copyOf(p, "cp.owner", "cp.lead");
                lead.approval.roles = {"tech_lead"};
                node(p, "cp.owner") = group(Kind::Any, "either", {std::move(own), std::move(lead)});
            },
            owners},
        {"OnlyForHighRisk", [](Policy& p) { guardRegulated(p, policy::Predicate::Kind::All, "high"); }, regulators},
        {"AlsoFromMediumRisk", [](Policy& p) { guardRegulated(p, policy::Predicate::Kind::Any, "medium"); }, {}}};
}

std::vector<Vector> checkVectors()
{
    return {{"MissingTagReadAsFalse", [](Policy& p) { p.tags.at("regulated").assumeIfMissing = "false"; },
                // and the auditor, who signs for archiving a regulated system, and all of the RACI column that drops
                Roles{"compliance_officer", "model_risk_manager", "auditor", "model_risk_committee"}},
        {"FairnessTighter", [](Policy& p) { fairness(p).value = 0.03; }, {}},
        {"FairnessLaxer", [](Policy& p) { fairness(p).value = 0.08; }, Roles{"model_risk_manager"}},
        {"EverySliceDropped",
            [](Policy& p) {
                fairness(p).slice.clear();
                fairness(p).slices.clear();
            },
            Roles{"model_risk_manager"}},
        {"TestScoreHigher", [](Policy& p) { node(p, "ds.mltest").check.minScore = 2; }, {}},
        {"TestScoreLower", [](Policy& p) { node(p, "ds.mltest").check.minScore = 1; }, Roles{"tech_lead"}},
        {"DrillFaster", [](Policy& p) { node(p, "cp.drill.restore").check.maxDurationSeconds = 600; }, {}},
        {"DrillOlder", [](Policy& p) { node(p, "cp.drill.restore").check.maxAgeDays = 90; }, Roles{"platform_team"}},
        {"FindingsOrNot",
            [](Policy& p) {
                Condition findings = node(p, "cp.findings");
                Condition none = group(Kind::Not, "n", {copyOf(p, "cp.findings", "f2")});
                node(p, "cp.findings") = group(Kind::Any, "either", {std::move(findings), std::move(none)});
            },
            Roles{"tech_lead"}},
        {"LongerLife", [](Policy& p) { node(p, "cp.owner").approval.expiresAfterSeconds = 14 * 86'400; }, owners},
        {"ProposerMayApprove", [](Policy& p) { node(p, "cp.owner").approval.distinctFromProposer = false; }, owners},
        {"DistinctPerRequirement", [](Policy& p) { productionGate(p).acrossGate = false; },
            Roles{
                "product_owner", "business_owner", "model_risk_manager", "compliance_officer", "model_risk_committee"}},
        {"MoreProducers", [](Policy& p) { node(p, "ds.ci").producers.emplace_back("ml_engineer"); },
            Roles{"tech_lead"}},
        {"BaselinePinned",
            [](Policy& p) {
                node(p, "ds.baseline.vs-production").check.baselineSource = "pinned_version";
                node(p, "ds.baseline.vs-production").check.baselineVersion = "1";
            },
            Roles{"tech_lead"}},
        {"TwoMergedIntoOne", [](Policy&) {}, regulators, doubled},
        {"TwoMergedIntoOneOfTwo", [](Policy& p) { node(p, "cp.regulated.approval").approval.count = 2; }, {}, doubled},
        {"StatementChanged",
            [](Policy& p) {
                node(p, "cp.owner").approval.statement = "I have looked at something.";
                node(p, "cp.owner").approval.statementDigest = sha256Of("I have looked at something.");
            },
            owners},
        {"OwnerOfACheckReplaced", [](Policy& p) { node(p, "sc.artifact").ownerRole = "tech_lead"; },
            Roles{"security"}}};
}

class CompareVectors : public testing::TestWithParam<Vector> { };

TEST_P(CompareVectors, verdictAndSigners)
{
    const Vector& vector = GetParam();
    const Policy before = edited(defaultPolicy(), vector.before);
    const Policy now = edited(defaultPolicy(), vector.edit);
    const auto found = engine::comparison::compare(before, now);
    EXPECT_FALSE(found.undecided) << described(found);
    EXPECT_EQ(found.weakens, vector.roles.has_value()) << described(found);
    EXPECT_EQ(rolesOf(found), vector.roles.value_or(Roles())) << described(found);
}
const auto vectorName = [](const auto& test) { return std::string(test.param.name); };
INSTANTIATE_TEST_SUITE_P(Equal, CompareVectors, testing::ValuesIn(equalVectors()), vectorName);
INSTANTIATE_TEST_SUITE_P(Signers, CompareVectors, testing::ValuesIn(signerVectors()), vectorName);
INSTANTIATE_TEST_SUITE_P(Checks, CompareVectors, testing::ValuesIn(checkVectors()), vectorName);

TEST(Compare, aNewPathAsksEverybodyItPasses)
{
    const auto found = compareEdit(defaultPolicy(), [](Policy& p) {
        p.transitions.push_back({"express", "Express", "dev", "production", "promotion", "g.canary-to-production", {}});
    });
    ASSERT_TRUE(found.weakens);
    const auto path = std::ranges::find_if(
        found.findings, [](const auto& finding) { return finding.kind == engine::comparison::Finding::Kind::NewPath; });
    ASSERT_NE(path, found.findings.end());
    EXPECT_EQ(path->transitions, std::vector<std::string>{"express"});
    for (const char* role : {"tech_lead", "ml_engineer", "product_owner", "model_risk_manager", "compliance_officer",
             "model_risk_committee", "security", "platform_team"})
        EXPECT_TRUE(rolesOf(found).contains(role)) << role;
    EXPECT_FALSE(rolesOf(found).contains("auditor")) << "who signs for archiving loses nothing";
}

TEST(Compare, aCaseSaysWhatSufficesAndWhatWasAsked)
{
    const auto found =
        compareEdit(defaultPolicy(), [](Policy& p) { removeNode(p, "cp.regulated.all", "cp.regulated.approval"); });
    ASSERT_EQ(found.findings.size(), 1U) << described(found);
    const auto& finding = found.findings.front();
    EXPECT_EQ(finding.where, "gates/g.canary-to-production");
    EXPECT_EQ(finding.transitions,
        (std::vector<std::string>{"canary-to-production", "canary-to-restricted", "restricted-to-production"}));
    EXPECT_EQ(finding.tags.at("regulated"), "true");
    ASSERT_EQ(finding.lacks.size(), 1U);
    EXPECT_EQ(finding.lacks.front().leaf, "cp.regulated.approval");
    EXPECT_EQ(finding.lacks.front().count, 1);
    EXPECT_TRUE(std::ranges::any_of(finding.suffices, [](const auto& item) { return item.leaf == "cp.owner"; }));
    EXPECT_TRUE(
        std::ranges::any_of(finding.suffices, [](const auto& item) { return item.leaf == "cp.regulated.docs"; }));
    ASSERT_EQ(finding.affected.size(), 1U);
    EXPECT_EQ(finding.affected.front(),
        (events::AffectedLeaf{
            "g.canary-to-production", "cp.regulated.approval", {"compliance_officer", "model_risk_manager"}}));
}

TEST(Compare, aProtectedRoleThatLeavesAGateIsNamedThoughNothingWeakens)
{
    const auto found = compareEdit(
        defaultPolicy(), [](Policy& p) { node(p, "cp.regulated.approval").approval.roles = {"model_risk_manager"}; });
    EXPECT_FALSE(found.weakens);
    EXPECT_EQ(found.protectedRemoved, std::vector<std::string>{"compliance_officer"});
}

TEST(Compare, aChangedStatementIsShownWithBothTexts)
{
    const auto found = compareEdit(defaultPolicy(), [](Policy& p) {
        node(p, "cp.owner").approval.statement = "Fine by me.";
        node(p, "cp.owner").approval.statementDigest = sha256Of("Fine by me.");
    });
    const auto statement = std::ranges::find_if(found.findings,
        [](const auto& finding) { return finding.kind == engine::comparison::Finding::Kind::Statement; });
    ASSERT_NE(statement, found.findings.end());
    EXPECT_EQ(statement->is, "Fine by me.");
    EXPECT_NE(statement->was.find("business outcome"), std::string::npos);
}

TEST(Compare, whatCannotBeAdoptedAnywayIsSaidOnRequest)
{
    const Policy now = edited(defaultPolicy(), [](Policy& p) {
        std::erase_if(p.raci.matrix["dev-to-staging"], [](const auto& cell) { return cell.second == 'A'; });
    });
    const auto isLint = [](const auto& finding) { return finding.kind == engine::comparison::Finding::Kind::Lint; };
    EXPECT_FALSE(std::ranges::any_of(engine::comparison::compare(defaultPolicy(), now).findings, isLint));
    EXPECT_TRUE(
        std::ranges::any_of(engine::comparison::compare(defaultPolicy(), now, {200'000, true}).findings, isLint));
}

TEST(Compare, theShippedPoliciesAreNoWeakerThanThemselves)
{
    for (const char* name : {"default-policy.json", "small-team-policy.json"}) {
        const Policy policy = shippedPolicy(QString::fromLatin1(name));
        const auto found = compareEdit(policy, [](Policy&) {});
        EXPECT_FALSE(found.weakens) << name << '\n' << described(found);
        EXPECT_TRUE(found.affected.empty());
        EXPECT_LT(found.stepsSpent, 20'000) << "a tenth of the default budget";
    }
}

} // namespace
} // namespace cs::test
