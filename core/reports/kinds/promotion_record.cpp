// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/kinds/promotion_record.h"

#include "core/base/json.h"

namespace cs::reports {

const char* fieldStateName(FieldState state)
{
    switch (state) {
    case FieldState::Present:
        return "PRESENT";
    case FieldState::Missing:
        return "MISSING";
    case FieldState::NotApplicable:
        return "NOT_APPLICABLE";
    case FieldState::Stale:
        return "STALE";
    case FieldState::Broken:
        return "BROKEN";
    case FieldState::Pending:
        break;
    }
    return "PENDING";
}

Completeness completenessOf(const PromotionRecord& record)
{
    Completeness counts;
    const auto count = [&](FieldState state, const std::string& id) {
        ++counts.all;
        counts.notApplicable += state == FieldState::NotApplicable ? 1 : 0;
        counts.present += state == FieldState::Present ? 1 : 0;
        counts.broken = counts.broken || state == FieldState::Broken;
        if (state != FieldState::Present && state != FieldState::NotApplicable)
            counts.missing.push_back(id);
    };
    for (const Section& section : record.sections)
        for (const Field& field : section.fields)
            count(field.state, field.id);
    // A requirement takes the worst state of its parts: lists count as one field each.
    FieldState worst = record.evidence.empty() ? FieldState::Missing : FieldState::Present;
    for (const Evidence& evidence : record.evidence)
        if (evidence.state != FieldState::Present)
            worst = evidence.state;
    count(worst, "evidence");
    count(record.criteria.empty() ? FieldState::Missing : FieldState::Present, "gateCriteria");
    count(record.approvals.empty() ? FieldState::Missing : FieldState::Present, "approvals");
    counts.applicable = counts.all - counts.notApplicable;
    return counts;
}

std::string Completeness::sentence() const
{
    if (broken)
        return "Integrity failure: evidence does not match its digest. No completeness is given.";
    if (applicable == 0)
        return "No applicable fields.";
    std::string text = std::to_string(present) + " of " + std::to_string(applicable) + " applicable fields ("
        + std::to_string(all) + " in all, " + std::to_string(notApplicable) + " not applicable)";
    for (std::size_t i = 0; i < missing.size(); ++i)
        text += (i == 0 ? "; missing: " : ", ") + missing[i];
    return text + ".";
}

namespace {

void writeFields(json::Writer& out, const PromotionRecord& record)
{
    out.key("sections").beginArray();
    for (const Section& section : record.sections) {
        out.beginObject().member("title", section.title).key("fields").beginArray();
        for (const Field& field : section.fields)
            out.beginObject()
                .member("id", field.id)
                .member("label", field.label)
                .member("value", field.value)
                .member("state", fieldStateName(field.state))
                .endObject();
        out.endArray().endObject();
    }
    out.endArray();
}

void writeGate(json::Writer& out, const PromotionRecord& record)
{
    out.member("gateResult", record.gateResult).key("gateCriteria").beginArray();
    for (const Criterion& item : record.criteria)
        out.beginObject()
            .member("id", item.id)
            .member("title", item.title)
            .member("threshold", item.threshold)
            .member("actual", item.actual)
            .member("result", item.result)
            .member("because", item.because)
            .member("source", item.source)
            .member("kind", item.kind)
            .member("comparator", item.comparator)
            .member("evaluatedAt", item.evaluatedAt.text())
            .member("evidenceHash", item.evidenceHash)
            .endObject();
    out.endArray().key("approvals").beginArray();
    for (const Approval& item : record.approvals) {
        out.beginObject().member("printedName", item.printedName).member("role", item.role);
        out.member("raciLetter", item.raciLetter).member("meaning", item.meaning).member("decision", item.decision);
        out.member("signedAt", item.signedAt.text()).member("keyFingerprint", item.fingerprint);
        out.member("signature", item.signature).member("comment", item.comment).member("entry", item.entry);
        out.key("live").boolean(item.live).endObject();
    }
    out.endArray();
}

void writeStrings(json::Writer& out, std::string_view name, const std::vector<std::string>& items)
{
    out.key(name).beginArray();
    for (const std::string& item : items)
        out.string(item);
    out.endArray();
}

void writeEvidence(json::Writer& out, const PromotionRecord& record)
{
    out.key("evidence").beginArray();
    for (const Evidence& item : record.evidence)
        out.beginObject()
            .member("name", item.name)
            .member("kind", item.kind)
            .member("hash", item.digest)
            .member("size", item.bytes)
            .member("producedAt", item.producedAt.text())
            .member("validUntil", item.validUntil ? item.validUntil->text() : std::string())
            .member("signer", item.signer)
            .member("state", fieldStateName(item.state))
            .endObject();
    out.endArray().key("entries").beginArray();
    for (const EntryProof& item : record.entries) {
        out.beginObject().member("index", item.index).member("type", item.type).member("signer", item.signer);
        out.member("at", item.at.text()).member("says", item.says).member("line", item.line);
        out.member("leaf", item.leaf.text()).key("inclusion").beginArray();
        for (const Digest& hash : item.proof)
            out.string(hash.hex());
        out.endArray().endObject();
    }
    out.endArray();
}

} // namespace

std::string toJson(const PromotionRecord& record)
{
    json::Writer out;
    const Completeness counts = completenessOf(record);
    out.beginObject()
        .member("schemaVersion", std::int64_t(1))
        .member("type", "promotion-record")
        .member("title", record.title);
    if (record.isDemo())
        out.member("watermark", "Demo workspace, not evidence");
    out.member("workspace", record.head.workspaceId)
        .member("workspaceName", record.head.name)
        .member("mode", record.head.mode);
    out.member("generatedAt", record.generatedAt.text()).member("program", record.program);
    out.key("head").beginObject().member("size", record.head.size).member("root", record.head.root.text());
    out.member("time", record.head.time.text()).endObject();
    out.member("status", record.status);
    out.key("completeness").beginObject().member("present", static_cast<std::int64_t>(counts.present));
    out.member("applicable", static_cast<std::int64_t>(counts.applicable))
        .member("all", static_cast<std::int64_t>(counts.all));
    out.member("sentence", counts.sentence()).endObject();
    writeFields(out, record);
    writeGate(out, record);
    writeStrings(out, "conditions", record.conditions);
    writeStrings(out, "warnings", record.warnings);
    writeEvidence(out, record);
    out.member("scope",
        "Complete up to entry " + std::to_string(record.head.size - 1)
            + ". Whether later entries exist cannot be known from this file.");
    out.endObject();
    return out.take();
}

} // namespace cs::reports
