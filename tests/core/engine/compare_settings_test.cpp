// SPDX-License-Identifier: GPL-3.0-or-later
// Settings that are no condition of a gate: which side weakens, and that the other does not.
#include "tests/core/engine/compare_scene.h"

#include <algorithm>

namespace cs::test {
namespace {

using policy::Policy;

struct Setting {
    const char* name;
    Edit weaker;
    Edit stricter;
    const char* where; // of the finding
    const char* signer; // a role that must sign; empty: alsoRequire alone
};
void PrintTo(const Setting& setting, std::ostream* out)
{
    *out << setting.name;
}

policy::GuardrailSet& canary(Policy& p)
{
    return p.guardrailSets.at("default-canary");
}
policy::Freeze& weekend(Policy& p)
{
    return p.freezes.front();
}

std::vector<Setting> gateSettings()
{
    const auto gate = [](Policy& p) -> policy::Gate& { return productionGate(p); };
    return {{"Proposers", [=](Policy& p) { gate(p).proposers.emplace_back("automation"); },
                [=](Policy& p) { gate(p).proposers.pop_back(); }, "gates/g.canary-to-production", "product_owner"},
        {"RespectsFreezes", [=](Policy& p) { gate(p).respectsFreezes = false; },
            [](Policy& p) { p.gates.at("g.dev-to-staging").respectsFreezes = true; }, "gates/g.canary-to-production",
            "product_owner"},
        {"Advance", [=](Policy& p) { gate(p).automatic = true; },
            [](Policy& p) { p.gates.at("g.dev-to-staging").automatic = false; }, "gates/g.canary-to-production",
            "product_owner"},
        {"ProposalTtl", [=](Policy& p) { gate(p).proposalTtlSeconds = 90 * 86'400; },
            [=](Policy& p) { gate(p).proposalTtlSeconds = 86'400; }, "gates/g.canary-to-production", "product_owner"},
        {"Reminders", [=](Policy& p) { gate(p).sla.escalation.clear(); },
            [=](Policy& p) { gate(p).sla.respondWithinSeconds = 3600; }, "gates/g.canary-to-production",
            "product_owner"}};
}

std::vector<Setting> emergencySettings()
{
    return {{"Invalidation", [](Policy& p) { p.onChange["check_regressed"] = policy::ResetEffect::Keep; },
                [](Policy& p) { p.onChange["evidence_added"] = policy::ResetEffect::ResetAll; },
                "invalidation/check-regressed", "product_owner"},
        {"FreezeDays", [](Policy& p) { weekend(p).durationSeconds = 3600; },
            [](Policy& p) { weekend(p).weekdays.push_back(4); }, "freezes/weekend", "platform_team"},
        {"FreezeApplies", [](Policy& p) { weekend(p).appliesWhen->values = {"high"}; },
            [](Policy& p) { weekend(p).appliesWhen.reset(); }, "freezes/weekend", "platform_team"},
        {"FreezeException", [](Policy& p) { p.freezes[1].exception->children.pop_back(); },
            [](Policy& p) { p.freezes[1].exception.reset(); }, "freezes/year-end", "business_owner"},
        {"BreakGlassAuthorisers", [](Policy& p) { p.breakGlass.authorisers.pop_back(); },
            [](Policy& p) { p.breakGlass.authorisers.push_back({"security"}); }, "break-glass/authorisers",
            "tech_lead"},
        {"BreakGlassEnabled", [](Policy& p) { p.breakGlass.transitions.emplace_back("dev-to-staging"); },
            [](Policy& p) { p.breakGlass.enabled = false; }, "break-glass/transitions", "auditor"},
        // Weakened while it is switched off, it would be switched on unnoticed.
        {"BreakGlassWhileOff",
            [](Policy& p) {
                p.breakGlass.enabled = false;
                p.breakGlass.maxPerModelPer90Days = 99;
            },
            [](Policy& p) { p.breakGlass.ttlSeconds = 60; }, "break-glass/limits", "model_risk_manager"},
        {"BreakGlassReview", [](Policy& p) { p.breakGlass.review.children.pop_back(); },
            [](Policy& p) { p.breakGlass.reviewDueSeconds = 3600; }, "break-glass/review", "auditor"}};
}

std::vector<Setting> rampSettings()
{
    return {
        {"Guardrail", [](Policy& p) { canary(p).rules.front().test.value = 0.3; },
            [](Policy& p) { canary(p).rules.front().test.value = 0.1; }, "guardrails/error-tripwire", "platform_team"},
        {"GuardrailRemoved", [](Policy& p) { canary(p).rules.pop_back(); },
            [](Policy& p) {
                canary(p).rules.push_back(canary(p).rules.back());
                canary(p).rules.back().id = "another";
            },
            "guardrails/unit-cost", "product_owner"},
        {"GuardrailAlpha", [](Policy& p) { canary(p).rules[1].test.alpha = 0.0001; },
            [](Policy& p) { canary(p).rules[1].test.alpha = 0.01; }, "guardrails/error-vs-production", "platform_team"},
        {"GuardrailAction", [](Policy& p) { canary(p).rules[5].action = "alert"; },
            [](Policy& p) { canary(p).rules[5].action = "rollback"; }, "guardrails/latency-p99", "platform_team"},
        {"Ramp", [](Policy& p) { canary(p).ramp.front().trafficPercent = 4; },
            [](Policy& p) { canary(p).ramp.front().minDurationSeconds = 86'400; }, "guardrails/default-canary",
            "ml_engineer"},
        {"RollbackBudget", [](Policy& p) { p.rollback.stagingMaxSeconds.reset(); },
            [](Policy& p) { p.rollback.productionMaxSeconds = 60; }, "rollback/budgets", "platform_team"}};
}

std::vector<Setting> peopleSettings()
{
    return {{"Membership", [](Policy& p) { p.roles.at("auditor").exclusiveWith.clear(); },
                [](Policy& p) { p.roles.at("auditor").membershipSignoff.emplace_back("security"); }, "roles/auditor",
                "auditor"},
        {"TagOwner", [](Policy& p) { p.tags.at("regulated").ownerRole = "tech_lead"; },
            [](Policy& p) { p.tags.at("cross_domain_impact").required = true; }, "tags/regulated",
            "compliance_officer"},
        {"Editors", [](Policy& p) { p.governance.editors.emplace_back("ml_engineer"); },
            [](Policy& p) { p.governance.coolOffSeconds = 7 * 86'400; }, "governance/editors", "compliance_officer"},
        {"AlsoRequire", [](Policy& p) { p.governance.alsoRequire.approval.roles.emplace_back("tech_lead"); },
            [](Policy& p) { p.governance.alsoRequire.approval.count = 2; }, "governance/weakening", "auditor"},
        {"CoolOff", [](Policy& p) { p.governance.coolOffSeconds = 0; },
            [](Policy& p) { p.governance.personsPerRole = 2; }, "governance/cool-off", "auditor"},
        {"ProtectedRoles", [](Policy& p) { p.governance.protectedRoles.clear(); },
            [](Policy& p) { p.governance.protectedRoles.emplace_back("tech_lead"); }, "governance/protected-roles",
            "security"},
        {"TrustedTime", [](Policy& p) { p.trustedTimeMaxGapSeconds.reset(); },
            [](Policy& p) { p.trustedTimeMaxGapSeconds = 60; }, "governance/trusted-time", "auditor"},
        {"Reevaluation", [](Policy& p) { p.reevaluation.front().everyDays = 365; },
            [](Policy& p) { p.reevaluation.front().everyDays = 30; }, "reevaluation/re.production", "ml_engineer"},
        {"Raci", [](Policy& p) { p.raci.matrix["staging-to-canary"]["security"] = 'I'; },
            [](Policy& p) { p.raci.matrix["dev-to-staging"]["security"] = 'C'; }, "raci/security", "security"},
        {"RaciOverlay", [](Policy& p) { p.raci.overlays.front().matrix["canary-to-production"]["compliance"] = 'C'; },
            [](Policy& p) { p.raci.overlays.front().matrix["dev-to-staging"]["compliance"] = 'C'; }, "raci/compliance",
            "compliance_officer"},
        {"Exposure",
            [](Policy& p) {
                for (auto& state : p.states)
                    if (state.id == "canary")
                        state.exposure = policy::Exposure::Shadow;
            },
            [](Policy& p) {
                for (auto& state : p.states)
                    if (state.id == "canary")
                        state.maxTrafficPercent = 10;
            },
            "lifecycle/canary", "ml_engineer"},
        {"RollbackAuthority",
            [](Policy& p) {
                for (auto& step : p.transitions)
                    if (step.id == "canary-rollback")
                        step.authority->automation = false;
            },
            [](Policy&) {}, "lifecycle/canary-rollback", "ml_engineer"}};
}

class CompareSettings : public testing::TestWithParam<Setting> { };

TEST_P(CompareSettings, oneSideWeakens)
{
    const Setting& setting = GetParam();
    const auto found = compareEdit(defaultPolicy(), setting.weaker);
    EXPECT_TRUE(found.weakens);
    EXPECT_TRUE(std::ranges::any_of(found.findings, [&](const auto& finding) {
        return finding.where == setting.where;
    })) << described(found);
    EXPECT_TRUE(rolesOf(found).contains(setting.signer)) << described(found);
}
TEST_P(CompareSettings, theOtherDoesNot)
{
    const auto found = compareEdit(defaultPolicy(), GetParam().stricter);
    EXPECT_FALSE(found.weakens) << described(found);
    EXPECT_TRUE(found.roles.empty());
}
const auto settingName = [](const auto& test) { return std::string(test.param.name); };
INSTANTIATE_TEST_SUITE_P(Gate, CompareSettings, testing::ValuesIn(gateSettings()), settingName);
INSTANTIATE_TEST_SUITE_P(Emergency, CompareSettings, testing::ValuesIn(emergencySettings()), settingName);
INSTANTIATE_TEST_SUITE_P(Ramp, CompareSettings, testing::ValuesIn(rampSettings()), settingName);
INSTANTIATE_TEST_SUITE_P(People, CompareSettings, testing::ValuesIn(peopleSettings()), settingName);

TEST(Compare, anotherTransitionIdIsNoQuietWayOutOfAFreeze)
{
    const auto found = compareEdit(defaultPolicy(), [](Policy& p) {
        for (auto& step : p.transitions)
            if (step.id == "canary-to-production")
                step.id = "canary-to-full";
    });
    EXPECT_TRUE(found.weakens);
    EXPECT_TRUE(rolesOf(found).contains("product_owner"));
}

TEST(Compare, aRollbackThatWasNotThereIsANewWayWithoutAGate)
{
    const auto found = compareEdit(defaultPolicy(), [](Policy& p) {
        p.transitions.push_back({"express", "Express", "staging", "production", "rollback", {},
            policy::Authority{{"ml_engineer"}, true, "none"}});
    });
    EXPECT_TRUE(found.weakens);
}

} // namespace
} // namespace cs::test
