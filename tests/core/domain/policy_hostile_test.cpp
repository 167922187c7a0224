// SPDX-License-Identifier: GPL-3.0-or-later
// A policy comes from a file that somebody else wrote: nothing in it may crash, stall or deceive.
#include "core/domain/policy_text.h"

#include "tests/core/domain/policy_files.h"

#include <gmock/gmock.h>

namespace cs::test {
namespace {

using testing::HasSubstr;

/// The one thing that is wrong.
policy::LintFinding onlyFault(const std::string& bytes)
{
    const auto faults = policy::check(bytes);
    EXPECT_EQ(faults.findings.size(), 1U);
    EXPECT_FALSE(faults.adoptable());
    EXPECT_TRUE(!faults.findings.empty() && faults.findings.front().place);
    return faults.findings.empty() ? policy::LintFinding() : faults.findings.front();
}

std::string repeated(std::string_view text, std::size_t times)
{
    std::string all;
    all.reserve(text.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

/// The default policy with another tree at its first gate, as text: too big or too deep for Qt's own reader.
std::string withTree(const std::string& tree)
{
    const std::string bytes = edited(defaultPolicy(), "gates/g.dev-to-staging/require", "\"HERE\"");
    const std::string mark = "\"HERE\"";
    const std::size_t at = bytes.find(mark);
    return bytes.substr(0, at) + tree + bytes.substr(at + mark.size());
}

TEST(HostilePolicy, AnEmptyFile)
{
    for (const std::string bytes : {"", " ", "\n\n"}) {
        const auto fault = onlyFault(bytes);
        EXPECT_EQ(fault.rule, "json");
        EXPECT_THAT(fault.message, HasSubstr("ends where a value is expected"));
    }
}

TEST(HostilePolicy, ATreeAThousandDeep)
{
    const std::string tree = repeated(R"({"id":"a","all":[)", 1000) + "1" + repeated("]}", 1000);
    const auto fault = onlyFault(withTree(tree));
    EXPECT_EQ(fault.rule, "json");
    EXPECT_THAT(fault.message, HasSubstr("nested too deeply"));
    EXPECT_THAT(fault.message, HasSubstr("line 1, column"));
}

TEST(HostilePolicy, AMillionOpenBrackets)
{
    EXPECT_THAT(onlyFault(repeated("[", 1'000'000)).message, HasSubstr("nested too deeply"));
    EXPECT_THAT(onlyFault(repeated("[", 5'000'000)).message, HasSubstr("at most"));
}

TEST(HostilePolicy, AHundredThousandConditions)
{
    std::string groups;
    for (int i = 0; i < 100; ++i) {
        std::string leaves;
        for (int k = 0; k < 999; ++k)
            leaves += std::string(leaves.empty() ? "" : ",") + R"({"id":"l","any":[{"id":"m"}]})";
        groups += std::string(groups.empty() ? "" : ",") + R"({"id":"g","all":[)" + leaves + "]}";
    }
    const std::string bytes = withTree(R"({"id":"r","all":[)" + groups + "]}");
    EXPECT_LT(bytes.size(), json::policyLimits.bytesMax);
    // The first leaf has no form, which is found before the count is.
    EXPECT_EQ(onlyFault(bytes).rule, "grammar");

    std::string many;
    for (int i = 0; i < 10; ++i) {
        std::string leaves;
        for (int k = 0; k < 600; ++k)
            leaves += std::string(leaves.empty() ? "" : ",")
                + R"({"id":"l","check":{"kind":"findings_clear","maxOpen":{"critical":0,"high":0}}})";
        many += std::string(many.empty() ? "" : ",") + R"({"id":"g","all":[)" + leaves + "]}";
    }
    const auto fault = onlyFault(withTree(R"({"id":"r","all":[)" + many + "]}"));
    EXPECT_EQ(fault.rule, "grammar");
    EXPECT_THAT(fault.message, HasSubstr("one condition too many"));
    EXPECT_THAT(fault.where, testing::StartsWith("/gates/g.dev-to-staging/require/all/8/all/"));
}

/// A gate that is small and has more cases than can be looked through is refused, not looked through.
TEST(HostilePolicy, MoreCasesThanCanBeLookedThrough)
{
    std::string bytes = defaultPolicy();
    std::string when = R"({"all":[)";
    for (int i = 0; i < 20; ++i) {
        const std::string tag = "t" + std::to_string(i);
        bytes = edited(bytes, ("tags/" + tag).c_str(),
            R"({"title":"T","type":"boolean","required":false,"assumeIfMissing":true})");
        when += std::string(i == 0 ? "" : ",") + R"({"tag":")" + tag + R"(","op":"eq","value":true})";
    }
    const auto faults =
        policy::check(edited(bytes, "gates/g.canary-to-production/require/all/3/when", (when + "]}").c_str()));
    ASSERT_NE(faults.policy, nullptr);
    EXPECT_TRUE(std::any_of(faults.findings.begin(), faults.findings.end(),
        [](const auto& finding) { return finding.error && finding.rule == "complexity"; }));
}

TEST(HostilePolicy, NumbersThatAreNone)
{
    const std::string path = "gates/g.dev-to-staging/require/all/5/else/check/value";
    const std::string bytes = edited(defaultPolicy(), path.c_str(), "123456");
    const auto with = [&](std::string_view number) {
        std::string changed = bytes;
        return changed.replace(changed.find("123456"), 6, number);
    };
    for (const char* number : {"NaN", "Infinity", "-Infinity"}) {
        const auto fault = onlyFault(with(number));
        EXPECT_EQ(fault.rule, "json") << number;
        EXPECT_THAT(fault.message, HasSubstr("give a finite one")) << number;
    }
    for (const char* number : {"1e999", "-1e999", "1e400"}) {
        const auto fault = onlyFault(with(number));
        EXPECT_EQ(fault.rule, "grammar") << number;
        EXPECT_EQ(fault.where, "/" + path) << number;
    }
    for (const char* number : {"+1", "01", "1.", ".5", "0x10", "1e"})
        EXPECT_EQ(onlyFault(with(number)).rule, "json") << number;
}

TEST(HostilePolicy, ANewerGrammar)
{
    const auto fault = onlyFault(edited(defaultPolicy(), "schemaVersion", "\"1.1\""));
    EXPECT_EQ(fault.where, "/schemaVersion");
    EXPECT_THAT(fault.message, HasSubstr("newer program"));
}

TEST(HostilePolicy, DuplicateMembersAreFoundWhereTheSecondStands)
{
    const auto fault = onlyFault("{\n  \"policyId\": \"a\",\n  \"title\": \"b\",\n  \"policyId\": \"c\"\n}");
    EXPECT_EQ(fault.rule, "json");
    EXPECT_THAT(fault.message, HasSubstr("twice"));
    EXPECT_EQ(fault.place->line, 4);
    EXPECT_EQ(fault.place->column, 3);
}

struct Hidden {
    const char* path;
    const char* json;
    const char* character;
};
class HostileText : public testing::TestWithParam<Hidden> { };

TEST_P(HostileText, IsRefusedWhereReadersWouldBeDeceived)
{
    const auto& [path, json, character] = GetParam();
    const auto fault = onlyFault(edited(defaultPolicy(), path, json));
    EXPECT_EQ(fault.rule, "grammar");
    EXPECT_EQ(fault.where, std::string("/") + path);
    EXPECT_THAT(fault.message, HasSubstr(character));
}
#define OWNER "gates/g.canary-to-production/require/all/8/"
const Hidden hidden[]{{"title", R"("Policy \u202eevil")", "U+202E"}, {OWNER "title", R"("line\nbreak")", "U+000A"},
    {OWNER "title", R"("bell\u0007")", "U+0007"},
    {OWNER "approval/statement/text", R"("I do \u2066not\u2069 agree to this.")", "U+2066"},
    {OWNER "approval/statement/text", R"("I agree to this.\u200f")", "U+200F"},
    {"gates/g.canary-to-production/rationale", R"("first line\nsecond\u202d line")", "U+202D"},
    {"raci/rationale/dev-to-staging", R"("why \u061c not")", "U+061C"}, {"description", R"("delete\u007f")", "U+007F"},
    {"roles/auditor/title", R"("A\u0085B")", "U+0085"}};
INSTANTIATE_TEST_SUITE_P(Table, HostileText, testing::ValuesIn(hidden));

TEST(HostilePolicy, LinesAreAllowedInLongTexts)
{
    EXPECT_TRUE(policy::check(edited(defaultPolicy(), "description", R"("first\n\tsecond")")).adoptable());
}

/// Two freezes that are harmless each and close every hour together.
/// A revision under which nobody could ever sign a change again would lock the workspace.
TEST(HostilePolicy, ReviewsThatNoSignatureCanFill)
{
    const std::string approval =
        R"({"id":"gv.one","approval":{"roles":["tech_lead"],"count":1,"distinctFromProposer":true,)"
        R"("expiresAfterSeconds":1209600,"statement":{"text":"I have read the difference."},)"
        R"("onReject":"veto"}})";
    const std::string when =
        R"({"id":"gv.when","when":{"tag":"risk_tier","op":"ge","value":"low"},"then":)" + approval + "}";
    for (const char* place : {"governance/review", "governance/weakening/alsoRequire", "breakGlass/review/require"}) {
        const auto faults = policy::check(edited(defaultPolicy(), place, when.c_str()));
        ASSERT_TRUE(faults.policy) << place << ": " << faults.findings.front().message;
        EXPECT_FALSE(faults.adoptable()) << place;
        EXPECT_TRUE(std::ranges::any_of(faults.findings, [](const auto& f) { return f.rule == "governance"; }))
            << place;
    }
    const auto brief = policy::check(edited(defaultPolicy(), "governance/review/approval/expiresAfterSeconds", "60"));
    EXPECT_FALSE(brief.adoptable());
}

TEST(HostilePolicy, EmergenciesHaveAFloorWhoeverSigns)
{
    const auto faults = policy::check(edited(defaultPolicy(), "breakGlass/neverSkips", R"(["provenance"])"));
    EXPECT_FALSE(faults.adoptable());
    EXPECT_EQ(std::ranges::count_if(faults.findings, [](const auto& f) { return f.rule == "law-11"; }), 3);
}

TEST(HostilePolicy, CharactersThatNobodySees)
{
    for (const char* unseen :
        {"\u200b", "\u2060", "\u00ad", "\ufe0f", "\u3164", "a\u0301\u0301\u0301\u0301\u0301\u0301"}) {
        const std::string title = "\"A title " + std::string(unseen) + " here\"";
        EXPECT_EQ(onlyFault(edited(defaultPolicy(), "title", title.c_str())).rule, "grammar") << unseen;
    }
    EXPECT_TRUE(policy::check(edited(defaultPolicy(), "title", "\"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645\""))
                    .adoptable())
        << "scripts need their joiners";
}

TEST(HostilePolicy, FreezesThatTogetherNeverOpen)
{
    const auto freeze = [](const char* id, const char* start, const char* zone, const char* more) {
        return std::string(R"({"id":")") + id + R"(","title":"F","ownerRole":"tech_lead","blocksRollback":false,)"
            + R"("transitions":["canary-to-production"],"schedule":{"weekdays":["mon","tue","wed","thu","fri","sat","sun"],)"
            + R"("startTime":")" + start + R"(","durationSeconds":43200,"timeZone":")" + zone + "\"}" + more + "}";
    };
    const auto rules = [&](const std::string& second) {
        std::vector<std::string> found;
        const std::string list = "[" + freeze("day", "06:00", "Europe/Zurich", "") + "," + second + "]";
        for (const auto& finding : policy::check(edited(defaultPolicy(), "freezes", list.c_str())).findings)
            found.push_back(finding.rule + " " + finding.where);
        return found;
    };
    EXPECT_THAT(
        rules(freeze("night", "18:00", "Europe/Zurich", "")), testing::ElementsAre("freeze /freezes/1/schedule"));
    EXPECT_THAT(rules(freeze("night", "18:01", "Europe/Zurich", "")), testing::IsEmpty());
    const std::string when = R"(,"appliesWhen":{"tag":"regulated","op":"eq","value":true})";
    EXPECT_THAT(rules(freeze("night", "18:00", "Europe/Zurich", when.c_str())), testing::IsEmpty());
}

TEST(HostilePolicy, EveryByteCutOffOrChangedIsAnswered)
{
    const std::string bytes = smallTeamPolicy();
    for (std::size_t cut = 0; cut < bytes.size() - 1; cut += 997)
        EXPECT_FALSE(policy::check(std::string_view(bytes).substr(0, cut)).findings.empty()) << cut;
    for (std::size_t at = 0; at < bytes.size(); at += 811)
        for (const char c : {'\0', '"', '{', '\xff', '9'}) {
            std::string changed = bytes;
            changed[at] = c;
            for (const auto& finding : policy::check(changed).findings)
                EXPECT_TRUE(finding.place) << at;
        }
}

} // namespace
} // namespace cs::test
