// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/explain.h"
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

/// The engine's words are clauses; on a page they are sentences.
std::string asSentence(std::string clause)
{
    if (clause.empty())
        return clause;
    if (clause[0] >= 'a' && clause[0] <= 'z')
        clause[0] = static_cast<char>(clause[0] - 'a' + 'A');
    return clause.ends_with('.') ? clause : clause + ".";
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
    static constexpr std::array<const char*, 12> months{
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

std::string closedBecause(const Session& session, ActorId me)
{
    const query::HeadView head = session.headView();
    if (!head.alarm.empty())
        return head.alarm;
    if (head.readOnly)
        return "The workspace is open for reading only.";
    return me.isValid() ? "" : "Nobody is signed in on this computer.";
}

std::optional<PublicKey> liveKey(const Session& session, ActorId person)
{
    const engine::Actor* actor = session.state().actor(person);
    if (actor != nullptr)
        for (auto key = actor->keys.rbegin(); key != actor->keys.rend(); ++key)
            if (!key->revokedAt)
                return key->key;
    return std::nullopt;
}

std::string because(const Session& session, const engine::NodeResult& node)
{
    if (node.notApplicable)
        return "Does not apply to this version.";
    if (node.reason.code == "vetoed" && node.reason.args.size() > 1) {
        const auto id = ActorId::fromText(node.reason.args[0]);
        return "Refused by " + (id ? person(session, *id).name : node.reason.args[0]) + " in entry "
            + node.reason.args[1] + ".";
    }
    return asSentence(engine::sentence(node.reason, node));
}

std::string blockedSentence(const Session& session, const engine::Reason& reason)
{
    engine::Reason shown = reason;
    if (reason.code == "wrong_stage")
        for (std::string& state : shown.args)
            state = stateLabel(session, state);
    return asSentence(engine::blockedSentence(shown));
}

std::string exclusionSentence(const std::string& why, bool you)
{
    const std::string who = you ? "You" : "That person";
    if (why == "proposer")
        return who + " proposed this promotion, so another person must approve it (law 6).";
    if (why == "contributor")
        return who + " contributed to this version, so another person must approve it (law 6).";
    if (why == "author")
        return who
            + " reported facts or attached evidence that this condition rests on, so another person must approve it "
              "(law 6).";
    if (why == "approver")
        return who + " approved an earlier condition that this one must be independent of (law 6).";
    if (why == "already_signed")
        return who + (you ? " have" : " has") + " signed this condition already, on what is there now.";
    if (why == "vetoed")
        return "The condition is shut by a refusal until that is withdrawn.";
    if (why.starts_with("after "))
        return "The condition \"" + why.substr(6) + "\" comes first.";
    return who + " cannot sign this condition: " + why + ".";
}

namespace {

const engine::NodeResult* nodeIn(const engine::NodeResult& root, const std::string& id)
{
    if (root.id() == id)
        return &root;
    for (const engine::NodeResult& child : root.children)
        if (const engine::NodeResult* found = nodeIn(child, id))
            return found;
    return nullptr;
}

const char* excludedBecause(const std::string& why)
{
    return why == "proposer"   ? "proposed it"
        : why == "contributor" ? "contributed to the version"
        : why == "author"      ? "reported facts or attached evidence"
                               : "approved an earlier condition";
}

} // namespace

std::string deadlockSentence(
    const Session& session, const engine::GateResult& gate, const std::string& leaf, ActorId me)
{
    const engine::NodeResult* node = nodeIn(gate.pinned, leaf);
    if (node == nullptr && gate.current)
        node = nodeIn(*gate.current, leaf);
    std::string text = "Nobody can fill the condition " + leaf + ": no eligible person is left.";
    if (node == nullptr)
        return text;
    std::vector<std::string> roles;
    for (const std::string& role : node->condition->approval.roles)
        roles.push_back(roleTitle(session, role));
    const auto& approval = node->condition->approval;
    text = "Nobody can fill the condition " + leaf + ", which takes " + std::to_string(approval.count) + " of "
        + joined(roles, " or ") + (approval.named.empty() ? "" : ", from a list of named persons") + ".";
    std::vector<std::string> excluded;
    for (const auto& [id, why] : node->needed.excluded)
        excluded.push_back(person(session, id, me).name + " " + excludedBecause(why));
    if (!excluded.empty())
        text += " Excluded: " + joined(excluded, "; ") + ".";
    return text;
}

std::string delegatedBy(const Session& session, std::optional<EntryIndex> delegation, ActorId me)
{
    const auto& all = session.state().delegations;
    const auto given = std::ranges::find_if(
        all, [&](const engine::Delegation& one) { return delegation && one.index == *delegation; });
    return given == all.end() ? std::string() : person(session, given->from, me).name;
}

std::string staleSentence(const std::string& why)
{
    static const std::unordered_map<std::string_view, std::string_view> table{{"expired", "The approval has expired."},
        {"withdrawn", "It was withdrawn."}, {"role_lost", "The role is not held any more."},
        {"delegation_ended", "The delegation has ended."}, {"key_revoked", "The key was revoked."},
        {"check_regressed", "A check that was satisfied turned unsatisfied since."},
        {"rollback_of_version", "The version was rolled back since."}, {"text", "The proposal was rewritten since."},
        {"artifact", "The artifact changed since."}, {"tags", "The governance tags changed since."},
        {"baseline", "Another version serves production since."},
        {"serving", "The serving configuration changed since."}};
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

std::string registryName(const engine::LedgerState& state, const std::string& source)
{
    const auto id = RegistryId::fromText(source);
    const auto found = id ? state.registries.find(*id) : state.registries.end();
    return found == state.registries.end() ? source : found->second.name;
}

std::string versionLabel(const Session& session, VersionId id)
{
    const auto version = session.state().versionBriefs.find(id);
    return version == session.state().versionBriefs.end() ? id.text() : version->second.label;
}

std::string versionName(const Session& session, VersionId id)
{
    const auto version = session.state().versionBriefs.find(id);
    return version == session.state().versionBriefs.end()
        ? id.text()
        : modelName(session, version->second.model) + " " + version->second.label;
}

std::string textOr(const Session& session, const codec::Commitment& text, const std::string& otherwise)
{
    return session.textOf(text).value_or(otherwise);
}

std::string promotionTitle(const Session& session, VersionId version, const policy::Transition* transition)
{
    const std::string name = versionName(session, version);
    return transition == nullptr ? name : name + " → " + stateLabel(session, transition->to);
}

bool promotionOpen(const engine::Promotion& promotion)
{
    return promotion.status == engine::PromotionStatus::Open;
}

bool stillCounts(const engine::Promotion& promotion, const engine::DecisionStatus& status)
{
    const bool fell =
        status.decision->kind == engine::DecisionKind::RequestChanges && status.decision->round != promotion.round;
    return status.live && !fell;
}

bool isExpired(const engine::Promotion& promotion, const engine::GateResult& gate, UtcTime now)
{
    return promotion.status == engine::PromotionStatus::Open && gate.expiresAt && now >= *gate.expiresAt;
}

std::string statusName(engine::PromotionStatus status, bool expired)
{
    switch (status) {
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

std::string endedLine(const Session& session, const engine::PromotionBrief& promotion, UtcTime now)
{
    std::string word = statusName(promotion.status, false);
    const std::string by = word == "superseded" ? "" : " by " + person(session, promotion.endedBy).name;
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return promotion.ended ? word + " " + ago(promotion.ended->time, now) + by : word;
}

std::string statusLine(
    const Session& session, const engine::Promotion& promotion, const engine::GateResult* gate, UtcTime now)
{
    const bool expired = gate != nullptr && isExpired(promotion, *gate, now);
    if (expired)
        return "Expired " + ago(*gate->expiresAt, now);
    if (promotion.ended) {
        const std::string line = endedLine(session, session.state().promotionBriefs.at(promotion.id), now);
        return promotion.basis == "break_glass" ? "Overridden: " + line : line;
    }
    if (gate == nullptr)
        return "Open";
    for (const engine::DecisionStatus& status : gate->decisions)
        if (stillCounts(promotion, status) && status.decision->kind != engine::DecisionKind::Approve)
            return (status.decision->kind == engine::DecisionKind::Reject ? "Refused by " : "Changes requested by ")
                + person(session, status.decision->person).name;
    if (gate->executable())
        return "Ready to execute";
    const std::size_t left = gate->applicableLeaves - std::min(gate->passedLeaves, gate->applicableLeaves);
    return std::to_string(left) + " of " + std::to_string(gate->applicableLeaves) + " left";
}

} // namespace cs::views
