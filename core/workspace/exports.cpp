// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/exports.h"

#include "core/ledger/merkle.h"
#include "core/workspace/past.h"
#include "core/workspace/views_p.h"

#include <algorithm>
#include <set>

namespace cs::exports {
namespace {

using reports::Field;
using reports::FieldState;

Field field(const char* id, const char* label, std::string value)
{
    const bool there = value.find_first_not_of(" \t\r\n") != std::string::npos;
    return {id, label, std::move(value), there ? FieldState::Present : FieldState::Missing};
}

Field conditional(const char* id, const char* label, std::string value, bool applies)
{
    Field made = field(id, label, std::move(value));
    if (!applies && made.state != FieldState::Present)
        made.state = FieldState::NotApplicable;
    return made;
}

std::string digestText(const std::optional<Digest>& digest)
{
    return digest ? digest->text() : std::string();
}

const char* resultName(query::NodeStatus status)
{
    switch (status) {
    case query::NodeStatus::Passed:
        return "passed";
    case query::NodeStatus::Failed:
        return "failed";
    case query::NodeStatus::Stale:
        return "stale";
    case query::NodeStatus::Vetoed:
        return "vetoed";
    case query::NodeStatus::Overridden:
        return "overridden";
    case query::NodeStatus::NotApplicable:
        return "not applicable";
    case query::NodeStatus::Pending:
        break;
    }
    return "pending";
}

/// The promotion as it was judged: an executed one just before its execution, any other one now.
struct Moment {
    std::optional<engine::LedgerState> past;
    const engine::LedgerState* state = nullptr;
    const engine::Promotion* promotion = nullptr;
    const engine::Version* version = nullptr;
    engine::GateResult gate;
    UtcTime at;
};

Status judgeAt(const Session& session, PromotionId id, UtcTime now, Moment& moment)
{
    const engine::Promotion& today = *session.state().promotions.find(id.index());
    const bool executed = today.status == engine::PromotionStatus::Executed;
    moment.state = &session.state();
    moment.at = engine::timeOfNext(session.state(), now);
    if (executed) {
        CS_TRY(moment.past, stateBefore(const_cast<Session&>(session), today.ended->index));
        moment.state = &*moment.past;
        moment.at = today.ended->time;
    }
    moment.promotion = moment.state->promotions.find(id.index());
    moment.version = moment.state->versions.find(moment.promotion->version.index());
    CS_TRY(moment.gate,
        engine::evaluateGate(*moment.state, *moment.promotion, moment.at,
            executed ? today.execution->freeze : std::vector<events::FreezeOffset>()));
    return {};
}

/// Digest of the file that a fact was read from: the evidence itself, or the one that a result names.
std::string evidenceHash(const engine::Version& version, const engine::NodeResult& node)
{
    std::optional<EvidenceId> named;
    for (const engine::Input& input : node.inputs) {
        for (const engine::ReportedResult& result : version.results)
            if (result.stamp.index == input.entry && result.report.evidence)
                named = result.report.evidence;
        for (const engine::EvidenceItem& item : version.evidence)
            if (item.id.index() == input.entry)
                named = item.id;
    }
    for (const engine::EvidenceItem& item : version.evidence)
        if (named && item.id == *named)
            return item.sha.text();
    return {};
}

std::string comparatorOf(const std::string& bound)
{
    for (const char* sign : {"≥", "≤", "<", ">"})
        if (bound.starts_with(sign))
            return sign;
    return {};
}

void collectCriteria(const Moment& moment, const engine::NodeResult& node, const query::GateNode& words,
    std::vector<reports::Criterion>& criteria, std::set<EntryIndex>& entries)
{
    entries.insert(words.entries.begin(), words.entries.end());
    if (words.leaf)
        criteria.push_back({words.id, words.title, words.bound, words.value, resultName(words.status), words.because,
            words.source, words.approval ? "approval" : node.condition->check.kind, comparatorOf(words.bound),
            moment.at, evidenceHash(*moment.version, node)});
    for (std::size_t i = 0; i < words.children.size() && i < node.children.size(); ++i)
        collectCriteria(moment, node.children[i], words.children[i], criteria, entries);
}

/// What each condition that asks for signatures asks, and what it had.
void quorumOf(const engine::NodeResult& node, std::vector<std::string>& rule, std::vector<std::string>& met)
{
    if (node.condition->kind == policy::Condition::Kind::Approval) {
        std::string roles;
        for (const std::string& role : node.needed.roles)
            roles += (roles.empty() ? "" : " or ") + role;
        rule.push_back(node.id() + ": " + std::to_string(node.needed.count) + " of " + roles);
        met.push_back(node.id() + ": " + std::to_string(node.needed.have) + " of " + std::to_string(node.needed.count));
    }
    for (const engine::NodeResult& child : node.children)
        quorumOf(child, rule, met);
}

/// The letter of the matrix for a policy role in a transition.
std::string raciLetter(const policy::Policy& policy, const std::string& transition, const std::string& role)
{
    const auto row = policy.raci.matrix.find(transition);
    if (row == policy.raci.matrix.end())
        return {};
    for (const policy::RaciRole& column : policy.raci.roles)
        if (std::ranges::find(column.policyRoles, role) != column.policyRoles.end())
            if (const auto cell = row->second.find(column.id); cell != row->second.end())
                return std::string(1, cell->second);
    return {};
}

reports::Section whatWasPromoted(const Session& session, const query::PromotionView& view, const Moment& moment)
{
    const engine::Version& version = *moment.version;
    const auto& d = version.description;
    const engine::Model* model = moment.state->model(version.model);
    std::string purpose;
    if (model != nullptr)
        if (const auto found = model->described.find("intended_use"); found != model->described.end())
            if (const auto digest = Digest::fromText(found->second))
                purpose = session.textOf(codec::Commitment{*digest}).value_or("");
    auto tags = engine::effectiveTags(*moment.state, *moment.gate.pinnedPolicy, version);
    const auto baseline = engine::productionVersion(*moment.state, *moment.gate.pinnedPolicy, version.model);
    return {"What was promoted",
        {field("modelId", "Model", view.modelName + " (" + view.model.text() + ")"),
            field("version", "Version", view.versionLabel + " (" + view.version.text() + ")"),
            field("artifactDigest", "Artifact", digestText(d.artifact.sha)), field("fromStage", "From", view.fromLabel),
            field("toStage", "To", view.toLabel), field("riskTier", "Risk tier", tags["risk_tier"]),
            field("regulatedFlags", "Regulated", tags["regulated"]),
            field("intendedPurpose", "Intended purpose", purpose),
            field("trainingDataVersion", "Training data",
                d.data.name + (d.data.version.empty() ? "" : " " + d.data.version)),
            field("pipelineVersion", "Pipeline",
                d.pipeline.name + (d.pipeline.version.empty() ? "" : " " + d.pipeline.version)),
            field("codeRevision", "Code revision", d.code), field("servingTarget", "Serving target", view.endpoint),
            conditional("baselineVersion", "Compared with",
                baseline ? views::versionLabel(session, *baseline) : std::string(), baseline.has_value())}};
}

/// The newest record of a form about the version, at that moment.
const engine::FiledRecord* filed(const engine::Version& version, std::string_view form)
{
    for (auto record = version.records.rbegin(); record != version.records.rend(); ++record)
        if (record->record.form == form)
            return &*record;
    return nullptr;
}

/// "1 %, 5 %, 25 %": the ramp that the policy prescribes for the guardrails which the gate, or the next one, reads.
std::string rampOf(const policy::Policy& policy)
{
    std::string text;
    if (policy.guardrailSets.empty())
        return text;
    for (const policy::RampStep& step : policy.guardrailSets.begin()->second.ramp)
        text += (text.empty() ? "" : ", ") + Decimal::fromDouble(step.trafficPercent).text() + " % for "
            + views::duration(step.minDurationSeconds) + " and " + std::to_string(step.minSamples) + " predictions";
    return text;
}

std::string dissentOf(const query::PromotionView& view)
{
    std::vector<std::string> voices;
    for (const query::DecisionView& decision : view.decisions)
        if (decision.kind != "approve")
            voices.push_back(decision.person.name + " as " + decision.roleTitle + ", entry "
                + std::to_string(decision.entry) + (decision.kind == "reject" ? ": rejected" : ": asked for changes")
                + (decision.live ? "" : " (" + decision.staleBecause + ")"));
    return voices.empty() ? "Nobody rejected it or asked for changes" : views::joined(voices, "; ");
}

reports::Section riskSection(const Session& session, const query::PromotionView& view, const Moment& moment)
{
    const policy::State* to = moment.gate.pinnedPolicy->state(view.toStage);
    const bool served = to != nullptr && to->exposure >= policy::Exposure::Subset;
    const auto tags = engine::effectiveTags(*moment.state, *moment.gate.pinnedPolicy, *moment.version);
    const auto is = [&](const char* tag, const char* value) {
        const auto found = tags.find(tag);
        return found != tags.end() && found->second == value;
    };
    const bool regulated = served && is("regulated", "true");
    const bool risky = regulated || (served && is("risk_tier", "high"));
    const engine::FiledRecord* risk = filed(*moment.version, "residual_risk");
    const engine::FiledRecord* change = filed(*moment.version, "modification_assessment");
    const auto outcome = [](const engine::FiledRecord* record) {
        return record == nullptr ? std::string() : record->record.outcome.value_or("");
    };
    const auto signer = [&](const engine::FiledRecord* record) {
        return record == nullptr
            ? std::string()
            : views::person(session, record->author).name + ", entry " + std::to_string(record->stamp.index);
    };
    return {"Risk and modification",
        {conditional("residualRisk", "Residual risk", outcome(risk), risky),
            conditional("residualRiskSigner", "Residual risk signed by", signer(risk), risky),
            conditional("modificationOutcome", "Modification assessment", outcome(change), regulated),
            conditional("changePlanRef", "Change plan",
                outcome(change) == "planned" ? "assessed in entry " + std::to_string(change->stamp.index) : "",
                outcome(change) == "planned")}};
}

/// Who authorised an emergency for which incident, and how its review stands; empty without one.
std::string emergencyOf(const query::PromotionView& view)
{
    if (!view.breakGlass || !view.breakGlass->executed)
        return {};
    const query::BreakGlassView& glass = *view.breakGlass;
    std::vector<std::string> signatures;
    for (const query::GlassSignature& signature : glass.signatures)
        signatures.push_back("entry " + std::to_string(signature.entry) + ", " + signature.person + ", "
            + signature.incident + ": " + signature.reason);
    const std::string review = glass.reviewed ? "signed"
        : glass.rolledBack                    ? "not owed any more, rolled back"
        : glass.overdue                       ? "overdue since " + glass.reviewDue.text()
                                              : "due " + glass.reviewDue.text();
    return "Authorised by " + views::joined(signatures, "; ") + ". Review " + review + ".";
}

reports::Section decisionSection(const Session& session, const query::PromotionView& view, const Moment& moment)
{
    const engine::Promotion& promotion = *session.state().promotions.find(view.id.index());
    const bool executed = promotion.status == engine::PromotionStatus::Executed;
    std::string previous;
    if (promotion.execution && promotion.execution->supersedes)
        previous = views::versionLabel(session, *promotion.execution->supersedes);
    const std::string last = executed
        ? promotion.ended->index == promotion.id.index() ? "" : " to " + std::to_string(promotion.ended->index)
        : " to " + std::to_string(session.head().size - 1);
    std::vector<std::string> rule, met;
    quorumOf(moment.gate.pinned, rule, met);
    return {"Decision",
        {field("promotion", "Promotion", "#" + std::to_string(view.number) + " (" + view.id.text() + ")"),
            field("proposer", "Proposed by", view.proposer.name + ", " + view.proposer.roleTitle),
            field("proposedAt", "Proposed at (UTC)", view.proposedAt.text()),
            field("proposalText", "Proposal", view.text),
            field("policyVersionHash", "Policy",
                "revision " + std::to_string(view.policyRevision) + ", " + view.policy.text()),
            conditional("executedAt", "Executed at (UTC)", executed ? promotion.ended->time.text() : "", executed),
            conditional(
                "executor", "Executed by", executed ? views::person(session, promotion.endedBy).name : "", executed),
            conditional("basis", "Break-glass", emergencyOf(view), !emergencyOf(view).empty()),
            conditional("previousProductionVersion", "Version that made room", previous, !previous.empty()),
            conditional("quorumRule", "Signatures asked", views::joined(rule, "; "), !rule.empty()),
            conditional("quorumMet", "Signatures counted", views::joined(met, "; "), !met.empty()),
            field("separationOfDutiesCheck", "Separation of duties",
                "Judged by the gate at execution: proposer, contributors and approvers are matched as persons over the "
                "whole gate (law 6)"),
            field("dissent", "Dissent", dissentOf(view)),
            field("ledgerRange", "Entries", std::to_string(promotion.id.index()) + last)}};
}

reports::Section rollbackSection(const query::PromotionView& view, const Moment& moment)
{
    std::string at, seconds, result;
    if (const auto drills = moment.state->drills.find(view.endpoint);
        drills != moment.state->drills.end() && !drills->second.empty()) {
        const events::DrillRecorded& last = drills->second.back().event;
        at = last.restoredAt.text();
        seconds = std::to_string(last.durationMs / 1000) + "." + std::to_string(last.durationMs % 1000 / 100);
        result = (last.passed ? "passed, " : "failed, ") + last.route + " route, back to " + last.restored;
    }
    const policy::Policy& policy = *moment.gate.pinnedPolicy;
    const policy::State* to = policy.state(view.toStage);
    const bool exposed = to != nullptr && to->exposure >= policy::Exposure::Slice;
    const bool canary = to != nullptr && to->kind == "canary";
    return {"Rollback readiness",
        {field("rollbackTarget", "Rolls back to", view.rollbackTarget),
            conditional("lastDrillAt", "Last drill (UTC)", at, exposed),
            conditional("drillSeconds", "Drill took (s)", seconds, exposed),
            conditional("drillResult", "Drill", result, exposed),
            conditional("canaryPlan", "Canary plan", canary ? rampOf(policy) : "", canary)}};
}

/// What the signature says in the policy's own words. @source P11.11.50
std::string meaningOf(const query::DecisionView& decision, const policy::Gate* gate)
{
    if (decision.kind == "reject")
        return "Refuses the promotion until the refusal is withdrawn.";
    if (decision.kind != "approve")
        return "Asks for changes; the round cannot go on.";
    std::string meaning;
    const auto add = [&](const policy::Condition& condition) {
        if (std::ranges::find(decision.leaves, condition.id) != decision.leaves.end())
            meaning += (meaning.empty() ? "" : " ") + condition.approval.statement;
    };
    if (gate != nullptr)
        policy::walk(gate->require, add);
    return meaning;
}

Status addDecisions(const Session& session, const query::PromotionView& view, const policy::Policy& policy,
    reports::PromotionRecord& record)
{
    for (const query::DecisionView& decision : view.decisions) {
        CS_TRY(const Session::Decoded decoded, session.decoded(decision.entry));
        reports::Approval approval;
        approval.printedName = decision.person.name;
        approval.role = decision.roleTitle;
        approval.raciLetter = raciLetter(policy, view.transition, decision.role);
        approval.meaning = meaningOf(decision, policy.gateOf(view.transition));
        approval.decision = decision.kind == "approve" ? "approved"
            : decision.kind == "reject"                ? "rejected"
                                                       : "asked for changes";
        approval.comment = decision.comment;
        approval.fingerprint = decoded.keyid;
        approval.signature = toBase64(decoded.signature);
        approval.signedAt = decision.at;
        approval.entry = decision.entry;
        approval.live = decision.live;
        record.approvals.push_back(std::move(approval));
    }
    return {};
}

/// When a piece of evidence grows too old for the gate, if a condition limits its age.
std::optional<UtcTime> validUntil(const Moment& moment, const engine::EvidenceItem& item)
{
    std::optional<UtcTime> until;
    const policy::Gate* gate = moment.gate.pinnedPolicy->gateOf(moment.promotion->transition);
    if (gate == nullptr)
        return until;
    policy::walk(gate->require, [&](const policy::Condition& condition) {
        const auto& check = condition.check;
        if (condition.kind != policy::Condition::Kind::Check || check.evidenceKind != item.kind || !check.maxAgeDays)
            return;
        const UtcTime end = item.attached.time.plusSeconds(*check.maxAgeDays * 86'400);
        until = until ? std::min(*until, end) : end;
    });
    return until;
}

void addEvidence(const Session& session, const Moment& moment, reports::PromotionRecord& record)
{
    auto& store = const_cast<Session&>(session).store();
    for (const engine::EvidenceItem& item : moment.version->evidence) {
        if (item.withdrawn)
            continue;
        const Status read = store.streamBlob(item.sha, [](std::string_view) { return Status(); });
        const FieldState state = read                ? FieldState::Present
            : hasCode(read.error(), blobMissingCode) ? FieldState::Missing
                                                     : FieldState::Broken;
        record.evidence.push_back({item.title ? views::textOr(session, *item.title, item.kind) : item.kind, item.kind,
            item.sha.text(), views::person(session, item.author).name, item.bytes, item.attached.time,
            validUntil(moment, item), state});
    }
}

/// Whether a decision counted when it mattered.
void settleDecisions(const Moment& moment, query::PromotionView& view)
{
    for (query::DecisionView& decision : view.decisions)
        for (const engine::DecisionStatus& status : moment.gate.decisions)
            if (status.decision->stamp.index == decision.entry) {
                decision.live = status.live;
                decision.staleBecause = status.live ? std::string() : views::staleSentence(status.staleBecause);
            }
}

Status addEntries(const Session& session, const std::set<EntryIndex>& indices, reports::PromotionRecord& record)
{
    for (const EntryIndex index : indices) {
        CS_TRY(const query::EntryDetail detail, views::entryDetail(session, index));
        record.entries.push_back({index, detail.row.type, detail.row.signer.name, detail.row.says, detail.row.at,
            detail.line, detail.leaf, detail.proof});
    }
    return {};
}

} // namespace

Result<reports::PromotionRecord> recordOf(const Session& session, PromotionId id, UtcTime now)
{
    CS_TRY(query::PromotionView view, views::promotion(session, id, ActorId(), now));
    Moment moment;
    CS_CHECK(judgeAt(session, id, now, moment));
    settleDecisions(moment, view);
    reports::PromotionRecord record;
    record.title = "Promotion record: " + view.modelName + " " + view.versionLabel + " → " + view.toLabel;
    record.head = session.headView();
    record.generatedAt = now;
    record.program = "Countersign " CS_VERSION;
    record.status = view.statusLine;
    record.sections = {decisionSection(session, view, moment), whatWasPromoted(session, view, moment),
        riskSection(session, view, moment), rollbackSection(view, moment)};
    std::set<EntryIndex> entries{id.index()};
    collectCriteria(moment, moment.gate.pinned,
        views::gateNode(session, *moment.promotion, *moment.version, moment.gate, moment.at), record.criteria, entries);
    const bool emergency = view.breakGlass && view.breakGlass->executed;
    for (auto& criterion : record.criteria)
        if (emergency && criterion.result != "passed" && criterion.result != "not applicable")
            criterion.result = "overridden";
    record.gateResult = emergency ? "Overridden by break-glass, not satisfied, " + moment.at.text()
            + ". The conditions are shown as the ledger "
              "stood then."
        : moment.past
        ? "Satisfied at execution, " + moment.at.text() + ". The conditions are shown as the ledger stood then."
        : std::to_string(view.passed) + " of " + std::to_string(view.total) + " applicable conditions are satisfied.";
    CS_CHECK(addDecisions(session, view, *moment.gate.pinnedPolicy, record));
    addEvidence(session, moment, record);
    record.conditions = moment.past ? std::vector<std::string>() : view.left;
    record.warnings = view.warnings;
    for (const query::DecisionView& decision : view.decisions)
        entries.insert(decision.entry);
    for (const engine::EvidenceItem& item : moment.version->evidence)
        entries.insert(item.id.index());
    if (const auto& ended = session.state().promotions.find(id.index())->ended)
        entries.insert(ended->index);
    CS_CHECK(addEntries(session, entries, record));
    return record;
}

Result<Bytes> promotionRecord(const Session& session, PromotionId promotion, std::string_view format, UtcTime now)
{
    if (format != "html" && format != "json")
        return fail(usageError(
            "CS-WORKSPACE-FORMAT", "A promotion record is made as html or json, not as \"%1\".", {qs(format)}));
    CS_TRY(const reports::PromotionRecord record, recordOf(session, promotion, now));
    return format == "html" ? reports::toHtml(record) : reports::toJson(record);
}

Result<Bytes> proofFile(const Session& session, EntryIndex index)
{
    CS_TRY(const query::EntryDetail detail, views::entryDetail(session, index));
    json::Writer out;
    out.beginObject().member("type", "countersign-inclusion-proof").member("schemaVersion", std::int64_t(1));
    out.member("workspace", session.state().workspaceId).member("index", index).member("line", detail.line);
    out.member("leaf", detail.leaf.hex()).member("size", detail.headSize).member("root", detail.headRoot.hex());
    out.key("inclusion").beginArray();
    for (const Digest& hash : detail.proof)
        out.string(hash.hex());
    out.endArray().endObject();
    return out.take() + "\n";
}

} // namespace cs::exports
