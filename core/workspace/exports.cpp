// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/exports.h"

#include "core/ledger/merkle.h"
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

void collectCriteria(
    const query::GateNode& node, std::vector<reports::Criterion>& criteria, std::set<EntryIndex>& entries)
{
    entries.insert(node.entries.begin(), node.entries.end());
    if (node.leaf)
        criteria.push_back(
            {node.id, node.title, node.bound, node.value, resultName(node.status), node.because, node.source});
    for (const query::GateNode& child : node.children)
        collectCriteria(child, criteria, entries);
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

reports::Section whatWasPromoted(
    const Session& session, const query::PromotionView& view, const engine::Version& version)
{
    const auto& d = version.description;
    const engine::Model* model = session.state().model(version.model);
    std::string purpose;
    if (model != nullptr)
        if (const auto found = model->described.find("intended_use"); found != model->described.end())
            if (const auto digest = Digest::fromText(found->second))
                purpose = session.textOf(codec::Commitment{*digest}).value_or("");
    std::map<std::string, std::string> tags = model == nullptr ? std::map<std::string, std::string>() : model->tags;
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
            conditional("baselineVersion", "Compared with", view.baselineLabel == "none" ? "" : view.baselineLabel,
                view.baselineLabel != "none")}};
}

std::string acceptance(const engine::Version& version, const char* form, bool signer, const Session& session)
{
    for (auto record = version.records.rbegin(); record != version.records.rend(); ++record)
        if (record->record.form == form)
            return signer ? views::person(session, record->author).name : record->record.outcome.value_or("");
    return {};
}

reports::Section decisionSection(const Session& session, const query::PromotionView& view,
    const engine::Promotion& promotion, const engine::Version& version)
{
    const bool executed = promotion.status == engine::PromotionStatus::Executed;
    std::string previous;
    if (promotion.execution && promotion.execution->supersedes)
        previous = views::versionLabel(session, *promotion.execution->supersedes);
    const std::string last = executed
        ? promotion.ended->index == promotion.id.index() ? "" : " to " + std::to_string(promotion.ended->index)
        : " to " + std::to_string(session.head().size - 1);
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
            conditional("previousProductionVersion", "Version that made room", previous, !previous.empty()),
            conditional("residualRisk", "Residual risk", acceptance(version, "residual_risk", false, session), false),
            conditional("residualRiskSigner", "Residual risk signed by",
                acceptance(version, "residual_risk", true, session), false),
            conditional("modificationOutcome", "Modification assessment",
                acceptance(version, "modification_assessment", false, session), false),
            field("separationOfDutiesCheck", "Separation of duties",
                "Judged by the gate at execution: proposer, contributors and approvers are matched as persons over the "
                "whole gate (law 6)"),
            field("ledgerRange", "Entries", std::to_string(promotion.id.index()) + last)}};
}

reports::Section rollbackSection(const Session& session, const query::PromotionView& view)
{
    std::string at, seconds, result;
    if (const auto drills = session.state().drills.find(view.endpoint);
        drills != session.state().drills.end() && !drills->second.empty()) {
        const events::DrillRecorded& last = drills->second.back().event;
        at = last.restoredAt.text();
        seconds = std::to_string(last.durationMs / 1000);
        result = last.passed ? "passed" : "failed";
    }
    const bool exposed = view.toStage == "canary" || view.toStage == "production";
    return {"Rollback readiness",
        {field("rollbackTarget", "Rolls back to", view.rollbackTarget),
            conditional("lastDrillAt", "Last drill (UTC)", at, exposed),
            conditional("drillSeconds", "Drill took (s)", seconds, exposed),
            conditional("drillResult", "Drill", result, exposed)}};
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

void addEvidence(const Session& session, const query::PromotionView& view, reports::PromotionRecord& record)
{
    auto& store = const_cast<Session&>(session).store();
    for (const query::EvidenceView& item : view.evidence) {
        if (item.withdrawn)
            continue;
        const Status read = store.streamBlob(item.digest, [](std::string_view) { return Status(); });
        const FieldState state = read                ? FieldState::Present
            : hasCode(read.error(), blobMissingCode) ? FieldState::Missing
                                                     : FieldState::Broken;
        record.evidence.push_back(
            {item.title, item.kind, item.digest.text(), item.author.name, item.bytes, item.attachedAt, state});
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

/// An executed promotion is judged as it stood then, not as its checks have aged since.
UtcTime judgedAt(const engine::Promotion& promotion, UtcTime now)
{
    return promotion.ended ? promotion.ended->time : now;
}

} // namespace

Result<reports::PromotionRecord> recordOf(const Session& session, PromotionId id, UtcTime now)
{
    CS_TRY(const query::PromotionView view, views::promotion(session, id, ActorId(), now));
    const engine::Promotion& promotion = *session.state().promotions.find(id.index());
    const engine::Version& version = *session.state().versions.find(promotion.version.index());
    const auto policy = session.state().policyDocument(promotion.policy);
    reports::PromotionRecord record;
    record.title = "Promotion record: " + view.modelName + " " + view.versionLabel + " → " + view.toLabel;
    record.head = session.headView();
    record.generatedAt = now;
    record.program = "Countersign " CS_VERSION;
    record.status = view.statusLine;
    record.sections = {decisionSection(session, view, promotion, version), whatWasPromoted(session, view, version),
        rollbackSection(session, view)};
    std::set<EntryIndex> entries{id.index()};
    collectCriteria(view.gate, record.criteria, entries);
    record.gateResult = promotion.status == engine::PromotionStatus::Executed
        ? "Satisfied at execution, " + judgedAt(promotion, now).text()
            + ": the ledger admits no execution otherwise (law 4). The conditions below are shown as they stand today."
        : std::to_string(view.passed) + " of " + std::to_string(view.total) + " applicable conditions are satisfied.";
    if (policy != nullptr)
        CS_CHECK(addDecisions(session, view, *policy, record));
    addEvidence(session, view, record);
    record.conditions = view.left;
    record.warnings = view.warnings;
    for (const query::DecisionView& decision : view.decisions)
        entries.insert(decision.entry);
    for (const query::EvidenceView& item : view.evidence)
        entries.insert(item.entry);
    if (promotion.ended)
        entries.insert(promotion.ended->index);
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
