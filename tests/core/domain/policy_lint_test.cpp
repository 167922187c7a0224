// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy_text.h"

#include "tests/core/domain/policy_files.h"

#include <gmock/gmock.h>

namespace cs::test {
namespace {

std::vector<policy::LintFinding> errorsOf(const std::string& bytes)
{
    auto faults = policy::check(bytes);
    EXPECT_TRUE(faults.policy) << faults.findings.front().message;
    std::erase_if(faults.findings, [](const auto& finding) { return !finding.error; });
    for (const auto& finding : faults.findings)
        EXPECT_TRUE(finding.place && finding.where.starts_with('/')) << finding.where;
    return std::move(faults.findings);
}

TEST(PolicyLint, BothShippedPoliciesPass)
{
    for (const auto& bytes : {defaultPolicy(), smallTeamPolicy()})
        for (const auto& finding : errorsOf(bytes))
            ADD_FAILURE() << finding.rule << " " << finding.where << ": " << finding.message;
}

struct Edit {
    const char* name;
    const char* path;
    const char* json;
    const char* rule;
};
class PolicyLintEdit : public testing::TestWithParam<Edit> { };

TEST_P(PolicyLintEdit, IsFound)
{
    const auto& [name, path, json, rule] = GetParam();
    std::vector<std::string> rules;
    for (const auto& finding : errorsOf(edited(defaultPolicy(), path, json)))
        rules.push_back(finding.rule);
    EXPECT_THAT(rules, testing::Contains(rule)) << name;
}

#define LEAF(id, kind) R"({"id":")" id R"(","check":)" kind "}"
const Edit edits[]{
    {"path past staging", "lifecycle/transitions/0/to", "\"canary\"", "law-8"},
    {"path past canary", "lifecycle/transitions/1/to", "\"production\"", "law-8"},
    {"new path to production", "lifecycle/transitions/16",
        R"({"id":"jump","from":"dev","to":"production","kind":"promotion","gate":"g.canary-to-production"})", "law-8"},
    {"exposed stage without rollback", "lifecycle/transitions/13", nullptr, "law-8"},
    {"drill removed", "gates/g.canary-to-production/require/all/4", nullptr, "law-9"},
    {"drill only for a first version", "gates/g.staging-to-canary/require/all/10/then",
        LEAF("x", R"({"kind":"derived_fact","fact":"has_production_version","expected":true})"), "law-9"},
    {"drill without else", "gates/g.staging-to-canary/require/all/10/else", nullptr, "law-9"},
    {"drill or something else", "gates/g.deprecation/require/all/1/any/2",
        LEAF("x", R"({"kind":"findings_clear","maxOpen":{"critical":0,"high":0}})"), "law-9"},
    {"viewing what nothing demands", "gates/g.canary-to-production/require/all/6", nullptr, "viewing"},
    {"viewing in a branch", "gates/g.canary-to-production/require/all/9/then/all/1", nullptr, "viewing"},
    {"two accountable", "raci/matrix/dev-to-staging/ml_engineer", "\"A\"", "raci"},
    {"nobody accountable", "raci/matrix/dev-to-staging/tech_lead", "\"R\"", "raci"},
    {"signer only informed", "raci/matrix/canary-to-production/product_owner", "\"I\"", "raci"},
    {"overlay dropped", "raci/overlays/0", nullptr, "raci"},
    {"overlay moves the A", "raci/overlays/0/matrix/canary-to-production/compliance", "\"A\"", "raci"},
    {"labels in a predicate", "gates/g.dev-to-staging/require/all/4/when",
        R"({"tag":"affected_domains","op":"eq","value":"x"})", "labels"},
    {"ge without order", "gates/g.dev-to-staging/require/all/4/when", R"({"tag":"regulated","op":"ge","value":true})",
        "reference"},
    {"unknown tag value", "gates/g.dev-to-staging/require/all/4/when",
        R"({"tag":"risk_tier","op":"eq","value":"huge"})", "reference"},
    {"unknown role", "gates/g.dev-to-staging/proposers/0", "\"wizard\"", "reference"},
    {"unknown gate", "lifecycle/transitions/0/gate", "\"g.none\"", "reference"},
    {"unknown guardrail set", "gates/g.canary-to-production/require/all/0/check/guardrailSet", "\"none\"", "reference"},
    {"service approves", "gates/g.canary-to-production/require/all/8/approval/roles/0", "\"automation\"",
        "service-approves"},
    {"id twice", "gates/g.canary-to-production/require/all/8/id", "\"ds.review\"", "unique"},
    {"role of the rules missing", "roles/watch_agent", nullptr, "rules-role"},
    {"role of the rules of the other kind", "roles/watch_agent/kind", "\"human\"", "rules-role"},
    {"own fallback", "roles/auditor/fallback", "\"auditor\"", "fallback"},
    {"excludes itself", "roles/auditor/exclusiveWith", R"(["auditor"])", "exclusive"},
    {"freeze ends before it starts", "freezes/1/schedule/end", "\"2026-12-01T00:00:00Z\"", "timing"},
    {"fallbacks in a circle", "roles/model_risk_manager/fallback", "\"auditor\"", "fallback"},
    {"drill of the fallback where production is", "gates/g.staging-to-canary/require/all/10/then/check/restores",
        "\"fallback\"", "restores"},
    {"drill of production where none is", "gates/g.canary-to-production/require/all/4/else/check/restores",
        "\"current_production\"", "restores"},
    {"metric in two units", "gates/g.dev-to-staging/require/all/5/then/check/unit", "\"percent\"", "units"},
    {"less than no time", "guardrailSets/default-canary/guardrails/0/test",
        R"({"kind":"fixed","op":"lt","value":-1,"unit":"ms"})", "units"},
    {"unknown requirement", "gates/g.canary-to-production/require/all/4/requirements", R"(["NIST.NOWHERE.1"])",
        "requirements"},
    {"unknown time zone", "freezes/0/schedule/timeZone", "\"Europe/Atlantis\"", "time-zone"},
    {"freeze of two years", "freezes/1/schedule/end", "\"2028-12-18T00:00:00Z\"", "freeze"},
    {"freeze that never ends", "freezes/0/schedule",
        R"({"weekdays":["mon","tue","wed","thu","fri","sat","sun"],"startTime":"06:00","durationSeconds":86400,
        "timeZone":"UTC"})",
        "freeze"},
    {"unknown drill owner", "rollback/drill/ownerRole", "\"nobody\"", "reference"},
    {"unknown transition of a freeze", "freezes/0/transitions/0", "\"nowhere\"", "reference"},
    {"unknown tag", "gates/g.dev-to-staging/require/all/4/when", R"({"tag":"colour","op":"eq","value":"red"})",
        "reference"},
    {"after a condition of another gate", "gates/g.canary-to-production/require/all/8/approval/after", R"(["ds.ci"])",
        "reference"},
};
INSTANTIATE_TEST_SUITE_P(Table, PolicyLintEdit, testing::ValuesIn(edits), [](const auto& param) {
    std::string name = param.param.name;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    return name;
});

} // namespace
} // namespace cs::test
