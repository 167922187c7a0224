// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/explain.h"

#include <algorithm>
#include <unordered_map>

namespace cs::engine {
namespace {

using Table = std::unordered_map<std::string_view, std::string_view>;

/// %1 … %3 are the reason's arguments.
const Table nodeTable{
    {"measured", "%1, demanded %2"},
    {"coverage", "coverage %1, demanded %2"},
    {"attached", "%1 attached"},
    {"complete", "all %1 fields are there"},
    {"fields_missing", "missing: %1"},
    {"findings", "%1"},
    {"derived", "%1, demanded %2"},
    {"missing", "nothing reported yet"},
    {"wrong_producer", "reported, but not by a role whose results count"},
    {"other_artifact", "reported for another artifact"},
    {"registrar", "reported by the actor who registered the version"},
    {"key_compromised", "signed with a key that was reported as compromised"},
    {"author_is_proposer", "attached by the proposer"},
    {"parts_missing", "parts of the report are missing"},
    {"stale", "too old"},
    {"nan", "not a number"},
    {"error", "the measurement failed"},
    {"no_number", "no number was reported"},
    {"no_flag", "no true or false was reported"},
    {"wrong_unit", "reported in %1, demanded in %2"},
    {"slice_missing", "slice %1 is missing in the report"},
    {"slices_missing", "%1 slices reported, at least %2 demanded"},
    {"no_baseline", "there is no baseline version"},
    {"baseline_missing", "the baseline has no such result"},
    {"baseline_nan", "the baseline's result is not a number"},
    {"other_data", "the baseline was measured on other data"},
    {"none_declared", "the model declares no data contract"},
    {"severity_missing", "%1: severity %2 was not reported"},
    {"rows_missing", "%1: the number of rows was not reported"},
    {"no_budget", "no budget is set in %1"},
    {"digest_differs", "the digest recomputed from the bytes differs"},
    {"untrusted_signer", "signer \"%1\" is not trusted"},
    {"slsa_level", "SLSA build level %1, demanded %2"},
    {"runs_missing", "%1 runs with equal inputs, at least %2 demanded"},
    {"no_score", "%1 has the score %2, which the rubric does not know"},
    {"section_score", "a section scores %1, demanded %2"},
    {"required_test", "required test not passed: %2"},
    {"not_yet", "%1 so far, demanded %2"},
    {"not_in_state", "the version is not in %1"},
    {"rolled_back", "%1 rollbacks"},
    {"breached", "guardrail %1 was breached"},
    {"breached_samples", "%1 breached samples, demanded %2"},
    {"guardrail_missing", "guardrail %1 was never evaluated"},
    {"ramp_incomplete", "the ramp has not completed its step of %1 %"},
    {"drill_failed", "the last drill failed"},
    {"too_slow", "restored in %1, demanded %2"},
    {"drill_old", "stale: drill %1 days old, limit %2"},
    {"other_production", "the drill restored %1, production is now %2"},
    {"changed_since", "%1 changed since the drill"},
    {"signed", "%1 of %2 signed"},
    {"vetoed", "vetoed by %1 in entry %2"},
    {"nothing_to_view", "nothing to view: no %1 is attached"},
    {"contributors_unknown", "contributors unknown"},
    {"no_affected_domains", "no affected domain is named"},
    {"when_true", "applies"},
    {"when_false", "not applicable"},
    {"not", "the opposite of what it holds"},
    {"unknown_kind", "this program does not know the check %1"},
};

const Table& nodeSentences()
{
    return nodeTable;
}

const Table& blockedSentences()
{
    static const Table table{
        {"missing", "%1 is not in this ledger."},
        {"closed", "The promotion has ended."},
        {"expired", "The proposal has expired. Propose it again."},
        {"no_transition", "The policy in force has no transition %1."},
        {"wrong_stage", "The version is in %1; the transition starts in %2."},
        {"unverified", "The digest of %1 was not computed from its bytes. Amend the version with one that was."},
        {"held", "%1 is held after a rollback. Register a new artifact or sign a waiver."},
        {"review_overdue", "The review of the break-glass promotion %1 is overdue. Sign the review or roll back."},
        {"no_rollback_target", "The proposal names no rollback target."},
        {"occupied", "%1 is in %2, and the policy has no supersession that would move it."},
        {"frozen", "The change freeze %1 is in force until %2."},
    };
    return table;
}

std::string filled(std::string_view pattern, const std::vector<std::string>& args)
{
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool argument =
            pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        if (!argument) {
            text += pattern[i];
            continue;
        }
        const auto n = static_cast<std::size_t>(pattern[++i] - '1');
        text += n < args.size() ? args[n] : "?";
    }
    return text;
}

void line(std::string& out, const NodeResult& node, std::size_t depth)
{
    out.append(depth * 2, ' ');
    out += node.status == Truth::Satisfied ? "[+] " : node.status == Truth::Unsatisfied ? "[-] " : "[ ] ";
    out += node.id();
    const std::string why = node.notApplicable ? "not applicable" : sentence(node.reason, node);
    if (!why.empty())
        out += " - " + why;
    out += '\n';
    for (const NodeResult& child : node.children)
        line(out, child, depth + 1);
}

void writeNeeded(json::Writer& out, const Needed& needed)
{
    out.key("needed").beginObject();
    out.key("roles").beginArray();
    for (const auto& role : needed.roles)
        out.string(role);
    out.endArray();
    out.member("count", needed.count).member("have", needed.have);
    out.key("eligible").beginArray();
    for (const ActorId person : needed.eligible)
        out.string(person.text());
    out.endArray();
    out.key("signers").beginArray();
    for (const ActorId person : needed.signers)
        out.string(person.text());
    out.endArray();
    out.key("excluded").beginObject();
    // One person may be excluded for two reasons; the first is enough to know.
    ActorId last;
    for (const auto& [person, why] : needed.excluded) {
        if (person != last)
            out.member(person.text(), why);
        last = person;
    }
    out.endObject().endObject();
}

void writeNode(json::Writer& out, const NodeResult& node)
{
    out.beginObject();
    out.member("id", node.id()).member("title", node.condition->title);
    out.member("status", node.notApplicable ? "not_applicable" : truthWord(node.status));
    out.member("reasonCode", node.reason.code).member("reason", sentence(node.reason, node));
    out.member("value", node.value).member("bound", node.bound);
    out.key("stale").boolean(node.stale);
    out.key("since");
    if (node.since)
        out.beginObject().member("entry", node.since->index).member("time", node.since->time.text()).endObject();
    else
        out.null();
    out.key("validUntil");
    if (node.validUntil)
        out.string(node.validUntil->text());
    else
        out.null();
    out.key("inputs").beginArray();
    for (const Input& input : node.inputs)
        out.beginObject()
            .member("entry", input.entry)
            .member("value", input.value)
            .member("measuredAt", input.measuredAt.text())
            .endObject();
    out.endArray();
    if (node.condition->kind == policy::Condition::Kind::Approval)
        writeNeeded(out, node.needed);
    out.key("children").beginArray();
    for (const NodeResult& child : node.children)
        writeNode(out, child);
    out.endArray().endObject();
}

void writeLeft(json::Writer& out, const GateResult& result)
{
    out.key("left").beginArray();
    for (const LeftItem& item : result.left) {
        out.beginObject().member("leaf", item.leaf).member("title", item.title);
        out.member("kind", item.approval ? "approval" : "check").member("missing", item.missing);
        out.key("roles").beginArray();
        for (const auto& role : item.roles)
            out.string(role);
        out.endArray().endObject();
    }
    out.endArray();
}

} // namespace

std::string_view truthWord(Truth truth)
{
    return truth == Truth::Satisfied ? "satisfied" : truth == Truth::Unsatisfied ? "unsatisfied" : "pending";
}

std::string sentence(const Reason& reason, const NodeResult& node)
{
    if (reason.code.empty())
        return {};
    const auto found = nodeSentences().find(reason.code);
    std::string text = found == nodeSentences().end() ? reason.code : filled(found->second, reason.args);
    const bool open = node.condition != nullptr && node.condition->kind == policy::Condition::Kind::Approval
        && node.status == Truth::Pending;
    if (open)
        text += "; eligible " + std::to_string(node.needed.eligible.size())
            + (node.needed.eligible.size() == 1 ? " person" : " persons");
    return text;
}

std::string blockedSentence(const Reason& reason)
{
    const auto found = blockedSentences().find(reason.code);
    return found == blockedSentences().end() ? reason.code : filled(found->second, reason.args);
}

std::string explainText(const NodeResult& root)
{
    std::string out;
    line(out, root, 0);
    return out;
}

std::string explainText(const GateResult& result)
{
    std::string out = explainText(result.pinned);
    if (result.current)
        out += "And under the policy in force now:\n" + explainText(*result.current);
    if (result.blocked)
        out += blockedSentence(*result.blocked) + "\n";
    for (const FreezeStatus& freeze : result.freezes)
        out += "Freeze " + freeze.id + (freeze.excepted ? ": excepted" : ": closed") + ", opens "
            + freeze.opensAt.text() + "\n";
    for (const auto& leaf : result.deadlocked)
        out += "Deadlocked: nobody can fill " + leaf + ".\n";
    if (result.allFactsByOneKey)
        out += "One key signed every fact of this gate.\n";
    return out;
}

std::string explainJson(const GateResult& result)
{
    json::Writer out;
    out.beginObject();
    out.member("verdict", truthWord(result.verdict));
    out.key("executable").boolean(result.executable());
    out.member("passed", static_cast<std::int64_t>(result.passedLeaves));
    out.member("applicable", static_cast<std::int64_t>(result.applicableLeaves));
    out.key("pinned");
    writeNode(out, result.pinned);
    out.key("current");
    if (result.current)
        writeNode(out, *result.current);
    else
        out.null();
    writeLeft(out, result);
    out.key("deadlocked").beginArray();
    for (const auto& leaf : result.deadlocked)
        out.string(leaf);
    out.endArray();
    out.key("blocked");
    if (result.blocked)
        out.beginObject()
            .member("reasonCode", result.blocked->code)
            .member("reason", blockedSentence(*result.blocked))
            .endObject();
    else
        out.null();
    out.key("freezes").beginArray();
    for (const FreezeStatus& freeze : result.freezes) {
        out.beginObject().member("id", freeze.id).member("opensAt", freeze.opensAt.text());
        out.key("excepted").boolean(freeze.excepted).endObject();
    }
    out.endArray();
    out.key("expiresAt");
    if (result.expiresAt)
        out.string(result.expiresAt->text());
    else
        out.null();
    out.key("allFactsByOneKey").boolean(result.allFactsByOneKey);
    out.endObject();
    return out.take();
}

} // namespace cs::engine
