// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/views_p.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace cs::views {
namespace {

constexpr std::int64_t minute = 60, hour = 3600, day = 86'400;

std::string count(std::int64_t n, const char* unit)
{
    return std::to_string(n) + " " + unit + (n == 1 ? "" : "s");
}

/// %1 … %3 are the reason's arguments, %v the value, %b the bound.
std::string fill(std::string_view pattern, const engine::NodeResult* node, const std::vector<std::string>& args)
{
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '%' || i + 1 == pattern.size()) {
            out += pattern[i];
            continue;
        }
        const char what = pattern[++i];
        if (what == '%')
            out += '%';
        else if (what == 'v' && node != nullptr)
            out += node->value;
        else if (what == 'b' && node != nullptr)
            out += node->bound;
        else if (what >= '1' && what <= '9')
            out += static_cast<std::size_t>(what - '1') < args.size() ? args[static_cast<std::size_t>(what - '1')] : "";
    }
    return out;
}

const std::unordered_map<std::string_view, std::string_view>& sentences()
{
    static const std::unordered_map<std::string_view, std::string_view> table {
        {"measured", "Measured %v against %b."}, {"missing", "Nothing has been reported yet."},
        {"stale", "The last report is too old. A new one is needed."},
        {"wrong_producer", "It was reported, but not by one of the roles that may."},
        {"registrar", "It was reported by the key that registered the version; another must report it."},
        {"other_artifact", "It was measured on another artifact than this version's."},
        {"key_compromised", "It was signed with a key that was compromised since."},
        {"parts_missing", "Only some parts of the report have arrived."}, {"nan", "The report says \"not a number\"."},
        {"error", "The report says that the measurement failed."}, {"no_number", "The report gives no number."},
        {"no_flag", "The report gives neither true nor false."}, {"wrong_unit", "It was reported in %1, and %2 is asked."},
        {"slice_missing", "The slice %1 was not reported."}, {"slices_missing", "%1 slices were reported, and %2 are asked."},
        {"baseline_missing", "The version in production has no such result to compare with."},
        {"other_data", "Production was measured on other data, so the two cannot be compared."},
        {"baseline_nan", "Production's result is not a number."}, {"no_baseline", "There is no version to compare with."},
        {"severity_missing", "Contract %1 did not report its severity %2."},
        {"rows_missing", "Contract %1 did not say how many rows it looked at."},
        {"none_declared", "No data contract is declared."}, {"no_budget", "The model has no budget on record (%1)."},
        {"digest_differs", "The bytes do not have the digest that was registered."},
        {"untrusted_signer", "It is signed by \"%v\", who is not in the trust list."},
        {"slsa_level", "Build level %v, and %b is asked."}, {"runs_missing", "%1 independent runs, and %2 are asked."},
        {"section_score", "One section scores %v, and %b is asked."}, {"required_test", "A required test scores 0 (%b)."},
        {"no_score", "%1 has the score %2, which the rubric does not know."}, {"not_yet", "%v so far, and %b is asked."},
        {"not_in_state", "The version is not in %1."}, {"rolled_back", "%v rollbacks, and %b are allowed."},
        {"breached", "Guardrail %v was breached."}, {"guardrail_missing", "Guardrail %1 has not been watched."},
        {"breached_samples", "%v breached samples, and %b are allowed."}, {"ramp_incomplete", "The ramp has not reached %1 %% yet."},
        {"coverage", "Guardrails watched %v of the time, %b is asked."}, {"drill_failed", "The last drill failed."},
        {"too_slow", "The last drill took %v, and %b is asked."}, {"drill_old", "The last drill is %1 d old, and %2 d are allowed."},
        {"other_production", "The drill restored %1, but %2 serves now."},
        {"changed_since", "The drill is not valid any more: %1 has changed since."},
        {"attached", "%v attached, %b asked."}, {"author_is_proposer", "Its author is the proposer; another person must attach it."},
        {"complete", "Every field is there."}, {"fields_missing", "Missing: %v."}, {"findings", "Open findings: %v."},
        {"derived", "The ledger says %v, and %b is asked."}, {"unknown_kind", "This program does not know the check %1."},
        {"when_true", "Applies to this version."}, {"when_false", "Does not apply to this version."}, {"not", "Must not hold."},
        {"contributors_unknown", "Nobody is on record as contributor, so nobody can be known to be independent."},
        {"no_affected_domains", "No affected domain is named in the tags."}, {"nothing_to_view", "No evidence of kind %1 is attached to look at."},
        {"signed", "%v of %b signed."}};
    return table;
}

const std::unordered_map<std::string_view, std::string_view>& blocks()
{
    static const std::unordered_map<std::string_view, std::string_view> table {
        {"missing", "The version %1 is not in this ledger."}, {"closed", "The promotion has ended."},
        {"expired", "The proposal has expired. Propose it again."}, {"no_transition", "The policy in force has no transition %1 any more."},
        {"wrong_stage", "The version is in %1, and this promotion begins in %2."},
        {"unverified", "Nobody has computed the artifact's digest from its bytes. Amend the version with one first."},
        {"held", "The version was rolled back and its hold still stands. File the remediation plan and have it lifted (law 10)."},
        {"review_overdue", "The review of an emergency is overdue (law 11). Review it, or roll back."},
        {"no_rollback_target", "No version to roll back to is on record (law 9)."},
        {"occupied", "%1 stands in %2 and cannot make room."}, {"frozen", "The freeze %1 is closed until %2."}};
    return table;
}

} // namespace

std::string joined(const std::vector<std::string>& items, const char* separator)
{
    std::string out;
    for (const std::string& item : items)
        out += (out.empty() ? "" : separator) + item;
    return out;
}

std::string duration(std::int64_t seconds)
{
    if (seconds < 2 * minute)
        return count(seconds, "second");
    if (seconds < 2 * hour)
        return count(seconds / minute, "minute");
    return seconds < 2 * day ? count(seconds / hour, "hour") : count(seconds / day, "day");
}

std::string date(UtcTime time)
{
    static constexpr std::array<const char*, 12> months {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::string text = time.text(); // YYYY-MM-DD…
    const auto month = static_cast<std::size_t>(std::stoi(text.substr(5, 2)) - 1);
    return std::to_string(std::stoi(text.substr(8, 2))) + " " + months.at(month) + " " + text.substr(0, 4);
}

std::string ago(UtcTime time, UtcTime now)
{
    constexpr std::int64_t relativeDays = 6;
    const std::int64_t seconds = now.msSince(time) / 1000;
    if (seconds < minute)
        return "just now";
    if (seconds < hour)
        return std::to_string(seconds / minute) + " min ago";
    if (seconds < day)
        return std::to_string(seconds / hour) + " h ago";
    return seconds <= relativeDays * day ? std::to_string(seconds / day) + " d ago" : "on " + date(time);
}

std::string because(const Session& session, const engine::NodeResult& node)
{
    if (node.notApplicable)
        return "Does not apply to this version.";
    if (node.reason.code == "vetoed" && node.reason.args.size() > 1) {
        const auto id = ActorId::fromText(node.reason.args[0]);
        return "Refused by " + (id ? person(session, *id).name : node.reason.args[0]) + " in entry " + node.reason.args[1] + ".";
    }
    const auto found = sentences().find(node.reason.code);
    if (found != sentences().end())
        return fill(found->second, &node, node.reason.args);
    if (!node.value.empty() && !node.bound.empty())
        return "Measured " + node.value + " against " + node.bound + ".";
    return node.reason.code;
}

std::string blockedSentence(const Session& session, const engine::Reason& reason)
{
    std::vector<std::string> args = reason.args;
    if (reason.code == "wrong_stage")
        for (std::string& state : args)
            state = stateLabel(session, state);
    const auto found = blocks().find(reason.code);
    return found == blocks().end() ? reason.code : fill(found->second, nullptr, args);
}

std::string exclusionSentence(const std::string& why, bool you)
{
    const std::string who = you ? "You" : "That person";
    if (why == "proposer")
        return who + " proposed this promotion, so another person must approve it (law 6).";
    if (why == "contributor")
        return who + " contributed to this version, so another person must approve it (law 6).";
    if (why == "author")
        return who + " reported facts or attached evidence that this condition rests on, so another person must approve it (law 6).";
    if (why == "approver")
        return who + " approved an earlier condition that this one must be independent of (law 6).";
    return who + " cannot sign this condition: " + why + ".";
}

std::string staleSentence(const std::string& why)
{
    static const std::unordered_map<std::string_view, std::string_view> table {{"expired", "The approval has expired."},
        {"withdrawn", "It was withdrawn."}, {"role_lost", "The role is not held any more."}, {"key_revoked", "The key was revoked."},
        {"check_regressed", "A check that was satisfied turned unsatisfied since."},
        {"rollback_of_version", "The version was rolled back since."}, {"text", "The proposal was rewritten since."},
        {"artifact", "The artifact changed since."}, {"tags", "The governance tags changed since."},
        {"baseline", "Another version serves production since."}, {"serving", "The serving configuration changed since."}};
    if (why.empty())
        return {};
    const auto found = table.find(why);
    return found != table.end() ? std::string(found->second) : "What was signed changed since: " + why + ".";
}

std::shared_ptr<const policy::Policy> policyOf(const Session& session)
{
    const engine::PolicyInForce* policy = session.state().policyInForce();
    return policy == nullptr ? nullptr : policy->document;
}

std::string roleTitle(const Session& session, const std::string& role)
{
    const auto policy = policyOf(session);
    const policy::Role* found = policy == nullptr ? nullptr : policy->role(role);
    return found == nullptr ? role : found->title;
}

std::string stateLabel(const Session& session, const std::string& state)
{
    const auto policy = policyOf(session);
    const policy::State* found = policy == nullptr ? nullptr : policy->state(state);
    return found == nullptr ? state : found->label;
}

std::string transitionLabel(const Session& session, const engine::Promotion& promotion)
{
    const auto pinned = session.state().policyDocument(promotion.policy);
    const policy::Transition* found = pinned == nullptr ? nullptr : pinned->transition(promotion.transition);
    return found == nullptr ? promotion.transition : found->label;
}

std::string modelName(const Session& session, ModelId id)
{
    const engine::Model* model = session.state().model(id);
    return model == nullptr ? id.text() : model->name;
}

std::string versionLabel(const Session& session, VersionId id)
{
    const engine::Version* version = session.state().versions.find(id.index());
    return version == nullptr ? id.text() : version->description.label;
}

std::string versionName(const Session& session, VersionId id)
{
    const engine::Version* version = session.state().versions.find(id.index());
    return version == nullptr ? id.text() : modelName(session, version->model) + " " + version->description.label;
}

std::string textOr(const Session& session, const codec::Commitment& text, const std::string& otherwise)
{
    return session.textOf(text).value_or(otherwise);
}

std::vector<const engine::Promotion*> allPromotions(const Session& session)
{
    std::vector<const engine::Promotion*> all;
    for (const auto& [id, model] : session.state().models)
        for (const VersionId versionId : model.versions)
            if (const engine::Version* version = session.state().versions.find(versionId.index()))
                for (const PromotionId promotionId : version->promotions)
                    if (const engine::Promotion* promotion = session.state().promotions.find(promotionId.index()))
                        all.push_back(promotion);
    std::ranges::sort(all, [](const auto* a, const auto* b) { return a->number > b->number; });
    return all;
}

bool isExpired(const engine::Promotion& promotion, const engine::GateResult& gate, UtcTime now)
{
    return promotion.status == engine::PromotionStatus::Open && gate.expiresAt && now >= *gate.expiresAt;
}

std::string statusName(const engine::Promotion& promotion, bool expired)
{
    switch (promotion.status) {
    case engine::PromotionStatus::Executed:
        return "executed";
    case engine::PromotionStatus::Withdrawn:
        return "withdrawn";
    case engine::PromotionStatus::Superseded:
    case engine::PromotionStatus::RolledBackBefore:
        return "superseded";
    case engine::PromotionStatus::Open:
        break;
    }
    return expired ? "expired" : "open";
}

std::string statusLine(const Session& session, const engine::Promotion& promotion, const engine::GateResult* gate, UtcTime now)
{
    const bool expired = gate != nullptr && isExpired(promotion, *gate, now);
    const std::string status = statusName(promotion, expired);
    if (status == "expired")
        return "Expired " + ago(*gate->expiresAt, now);
    if (promotion.ended) {
        std::string word = status;
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
        const std::string by = status == "superseded" ? "" : " by " + person(session, promotion.endedBy).name;
        return word + " " + ago(promotion.ended->time, now) + by;
    }
    if (gate == nullptr)
        return "Open";
    if (gate->executable())
        return "Ready to execute";
    const std::size_t left = gate->applicableLeaves - std::min(gate->passedLeaves, gate->applicableLeaves);
    return std::to_string(left) + " of " + std::to_string(gate->applicableLeaves) + " left";
}

} // namespace cs::views
