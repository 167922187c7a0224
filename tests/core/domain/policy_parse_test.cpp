// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/domain/policy_files.h"

#include "core/base/sha256.h"
#include "core/domain/policy_text.h"

#include <gmock/gmock.h>

namespace cs::test {
namespace {

TEST(PolicyParse, BothShippedPoliciesAreRead)
{
    for (const auto& bytes : {defaultPolicy(), smallTeamPolicy()}) {
        const auto policy = policy::parse(bytes);
        ASSERT_TRUE(policy) << utf8(policy.error().message());
        EXPECT_EQ((*policy)->digest, sha256Of(bytes));
        EXPECT_FALSE((*policy)->gates.empty());
    }
}

TEST(PolicyParse, ReadsWhatTheDefaultPolicySays)
{
    const auto read = policy::parse(defaultPolicy());
    ASSERT_TRUE(read) << utf8(read.error().message());
    const policy::Policy& policy = **read;
    EXPECT_EQ(policy.initialState, "dev");
    EXPECT_EQ(policy.trustedTimeMaxGapSeconds, 3600);
    EXPECT_EQ(policy.role("tech_lead")->membershipSignoff, std::vector<std::string>{"tech_lead"});
    EXPECT_EQ(policy.tags.at("regulated").assumeIfMissing, "true");
    const policy::Gate* gate = policy.gateOf("canary-to-production");
    ASSERT_NE(gate, nullptr);
    EXPECT_EQ(gate->proposalTtlSeconds, 1209600);
    std::map<std::string, const policy::Condition*> nodes;
    policy::walk(gate->require, [&](const policy::Condition& node) { nodes[node.id] = &node; });
    const policy::Condition& drill = *nodes.at("cp.drill.restore");
    EXPECT_EQ(drill.check.route, "full");
    EXPECT_EQ(drill.check.maxDurationSeconds, 900);
    EXPECT_EQ(drill.producers, (std::vector<std::string>{"platform_team", "watch_agent"}));
    const policy::Approval& committee = nodes.at("cp.committee.approval")->approval;
    EXPECT_EQ(committee.count, 2);
    EXPECT_EQ(committee.statementDigest, sha256Of(committee.statement));
    EXPECT_EQ(policy.freezes.front().startMinuteOfDay, 16 * 60);
    EXPECT_EQ(policy.freezes.back().start, *UtcTime::fromText("2026-12-18T00:00:00.000Z"));
    EXPECT_FALSE(policy.guardrailSets.at("default-canary").rules.empty());
}

struct Rejection {
    const char* name;
    const char* path;
    const char* json;
    const char* where; // expected in the message
};

class PolicyRejected : public testing::TestWithParam<Rejection> { };

TEST_P(PolicyRejected, NamesTheMember)
{
    const auto& [name, path, json, where] = GetParam();
    const auto policy = policy::parse(edited(defaultPolicy(), path, json));
    ASSERT_FALSE(policy) << name;
    EXPECT_EQ(policy.error().code(), QStringLiteral("CS-POLICY-GRAMMAR"));
    EXPECT_THAT(utf8(policy.error().message()), testing::HasSubstr(where));
    const auto faults = policy::check(edited(defaultPolicy(), path, json));
    ASSERT_EQ(faults.findings.size(), 1U);
    const auto& finding = faults.findings.front();
    EXPECT_EQ(finding.rule, "grammar");
    EXPECT_EQ(finding.message, utf8(policy.error().message()));
    EXPECT_TRUE(finding.place && finding.place->line == 1) << "the edited document is one line";
    EXPECT_THAT(finding.message, testing::HasSubstr(finding.where));
}

#define DS "gates/g.dev-to-staging/"
#define SC "gates/g.staging-to-canary/"
#define CP "gates/g.canary-to-production/"
const Rejection rejections[]{
    {"empty list", DS "require/all", "[]", "/gates/g.dev-to-staging/require/all must"},
    {"approve on time-out", DS "sla/onTimeout", "\"approve\"", "/gates/g.dev-to-staging/sla/onTimeout must be one of"},
    {"freeze blocking rollback", "freezes/0/blocksRollback", "true", "/freezes/0/blocksRollback"},
    {"31 s canary budget", "rollback/canaryMaxSeconds", "31", "/rollback/canaryMaxSeconds"},
    {"901 s drill", CP "require/all/4/then/check/maxDurationSeconds", "901",
        "/require/all/4/then/check/maxDurationSeconds"},
    {"negated approval", CP "require/all/8",
        R"({"id":"x","not":{"id":"y","approval":{"roles":["tech_lead"],"count":1,"distinctFromProposer":true,
        "expiresAfterSeconds":60,"statement":{"text":"I agree with it."},"onReject":"veto"}}})",
        "/require/all/8/not"},
    {"relative tolerance without floor", DS "require/all/5/then/check/baselineFloor", nullptr, "baselineFloor"},
    {"gated rollback", "lifecycle/transitions/11/gate", "\"g.supersession\"", "/lifecycle/transitions/11/gate"},
    {"ungated promotion", "lifecycle/transitions/0/gate", nullptr, "/lifecycle/transitions/0/gate is missing"},
    {"rollback without authority", "lifecycle/transitions/12/authority", nullptr,
        "/lifecycle/transitions/12/authority"},
    {"missing data satisfying", DS "require/all/1/onMissing", "\"satisfied\"", "/require/all/1/onMissing"},
    {"keep approvals after artifact change", "invalidation/onChange/model_artifact", "\"keep\"",
        "/invalidation/onChange/model_artifact"},
    {"one-person break-glass", "breakGlass/minPersons", "1", "/breakGlass/minPersons"},
    {"editor signing own weakening", "governance/weakening/editorMaySign", "true",
        "/governance/weakening/editorMaySign"},
    {"score 8 of 7", DS "require/all/3/check/minScore", "8", "/require/all/3/check/minScore"},
    {"score 1.25", DS "require/all/3/check/minScore", "1.25", "/require/all/3/check/minScore"},
    {"unknown property", CP "skip", "true", "/gates/g.canary-to-production/skip is no member"},
    {"unknown property of a check", DS "require/all/1/check/sometimes", "true", "/require/all/1/check/sometimes"},
    {"count 0", CP "require/all/8/approval/count", "0", "/approval/count"},
    {"reported facts without producers", DS "require/all/1/producers", nullptr, "/require/all/1/producers"},
    {"registry_sync as producer", DS "require/all/1/producers", R"(["registry_sync"])", "registry_sync"},
    {"log as producer", DS "require/all/1/producers", R"(["automation","log"])", "log"},
    {"producers where nobody reports", DS "require/all/0/producers", R"(["automation"])", "/require/all/0/producers"},
    {"star without slices rule", SC "require/all/2/check/minSlices", nullptr, "/require/all/2/check/slice"},
    {"slices rule without star", DS "require/all/5/else/check/minSlices", "2", "/check/slice"},
    {"expiry without TTL", DS "proposalTtlSeconds", nullptr, "proposalTtlSeconds"},
    {"no RACI", "raci", nullptr, "/raci is missing"},
    {"wrong operator", DS "require/all/5/else/check/op", "\"eq\"", "/require/all/5/else/check/op must be one of"},
    {"infinite value", DS "require/all/5/else/check/value", "1e301", "value"},
    {"text for a number", DS "proposalTtlSeconds", "\"1209600\"", "proposalTtlSeconds"},
    {"unknown kind", DS "require/all/1/check/kind", "\"script\"", "/check/kind"},
    {"two forms in one node", DS "require/any", "[]", "both all and any"},
    {"bad state exposure", "lifecycle/states/0/exposure", "\"some\"", "/lifecycle/states/0/exposure"},
    {"bad role id", "roles/Tech Lead", "{}", "Tech Lead"},
    {"negative target", DS "require/all/5/then/check/allowedDegradation/mode", "\"any\"", "/allowedDegradation/mode"},
    {"repeated role", CP "require/all/8/approval/roles", R"(["product_owner","product_owner"])", "/approval/roles/1"},
    {"bad RACI letter", "raci/matrix/dev-to-staging/ml_engineer", "\"X\"", "/raci/matrix/dev-to-staging/ml_engineer"},
    {"bad zone", "freezes/0/schedule/timeZone", "\"CET+1\"", "timeZone"},
    {"inherited policy", "extends", "{}", "extends"},
    {"other schema", "schemaVersion", "\"2.0\"", "schemaVersion"},
    {"digest mismatch allowed", DS "require/all/7/check/digestMatch", "false", "digestMatch"},
    {"fallback without constant", DS "require/all/5/then/check/baseline/ifAbsent", "\"use_constant\"",
        "/baseline/constant"},
};

INSTANTIATE_TEST_SUITE_P(Table, PolicyRejected, testing::ValuesIn(rejections), [](const auto& param) {
    std::string name = param.param.name;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
    return name;
});

TEST(PolicyParse, RefusesWhatIsNoStrictJson)
{
    for (const std::string bytes : {"", "[]", "{", "null", "{\"a\":1,\"a\":2}"})
        EXPECT_FALSE(policy::parse(bytes)) << bytes;
    std::string twice = defaultPolicy();
    twice.insert(1, "\"policyId\":\"other\",");
    EXPECT_FALSE(policy::parse(twice));
}

TEST(PolicyParse, EveryRequiredMemberOfTheDocumentIsRequired)
{
    const std::string bytes = defaultPolicy();
    for (const char* name : {"schemaVersion", "policyId", "revision", "title", "language", "lifecycle", "roles", "tags",
             "gates", "guardrailSets", "rollback", "freezes", "breakGlass", "invalidation", "governance", "raci"})
        EXPECT_FALSE(policy::parse(edited(bytes, name, nullptr))) << name;
}

} // namespace
} // namespace cs::test
