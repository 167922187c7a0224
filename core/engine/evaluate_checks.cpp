// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/evaluate_subject.h"

#include "core/engine/facts.h"
#include "core/engine/obligations.h"

#include <algorithm>

namespace cs::engine {
namespace {

using policy::Check;
using policy::Condition;

void checkEvidence(Subject& subject, const Condition& node, NodeResult& result)
{
    const Check& check = node.check;
    std::int64_t count = 0;
    std::string problem = "missing";
    for (const EvidenceItem& item : subject.version.evidence) {
        if (item.kind != check.evidenceKind || item.withdrawn)
            continue;
        const std::int64_t age = subject.at.msSince(item.attached.time);
        const bool old =
            (check.maxAgeDays && age > *check.maxAgeDays * 86'400'000) || isTooOld(subject, node, item.attached.time);
        const bool bound = subject.artifact() != nullptr && item.artifact == *subject.artifact();
        if (!authorCountsStill(subject.state, item.author, item.attached.index))
            problem = "key_compromised";
        else if (check.boundToSubject && !bound)
            problem = "other_artifact";
        else if (check.authorNotProposer && item.author == subject.proposer)
            problem = "author_is_proposer";
        else if (old)
            problem = "stale";
        else {
            ++count;
            restOn(result, item.attached, item.id.text(), item.attached.time);
            if (check.maxAgeDays)
                result.validUntil = item.attached.time.plusSeconds(*check.maxAgeDays * 86'400);
        }
    }
    if (count >= check.minCount)
        return setMeasured(result, true, std::to_string(count), "≥ " + std::to_string(check.minCount), "attached");
    setMissing(result, problem, {check.evidenceKind, std::to_string(count), std::to_string(check.minCount)});
    result.stale = problem == "stale";
}

void checkMetadata(Subject& subject, const Condition& node, NodeResult& result)
{
    std::string missing;
    for (const auto& field : node.check.fields)
        if (!hasField(subject.state, subject.version, subject.model, field))
            missing += (missing.empty() ? "" : ", ") + field;
    const std::string all = std::to_string(node.check.fields.size());
    setMeasured(
        result, missing.empty(), missing.empty() ? all : missing, all, missing.empty() ? "complete" : "fields_missing");
}

bool isAbout(const Subject& subject, const Finding& finding)
{
    return std::any_of(finding.about.begin(), finding.about.end(), [&](const std::string& about) {
        return about == "workspace" || about == subject.version.id.text() || about == subject.model.id.text()
            || (subject.promotion != nullptr && about == subject.promotion->id.text());
    });
}

void checkFindings(Subject& subject, const Condition& node, NodeResult& result)
{
    std::map<std::string, std::int64_t> open;
    for (const auto& [id, finding] : subject.state.findings) {
        if (finding.closed || !isAbout(subject, finding))
            continue;
        ++open[finding.severity];
        restOn(result, finding.opened, id.text(), finding.opened.time);
    }
    for (const StandingFinding& finding : standingFindings(subject.state, subject.policy, subject.model, subject.at))
        ++open[finding.severity];
    std::string value;
    std::string bound;
    bool clear = true;
    for (const auto& [severity, most] : node.check.maxOpen) {
        clear = clear && open[severity] <= most;
        value += (value.empty() ? "" : ", ") + std::to_string(open[severity]) + " " + severity;
        bound += (bound.empty() ? "" : ", ") + std::string("≤ ") + std::to_string(most) + " " + severity;
    }
    setMeasured(result, clear, value, bound, "findings");
}

void checkFact(Subject& subject, const Condition& node, NodeResult& result)
{
    const bool value = derivedFact(subject.state, subject.policy, subject.version, node.check.fact);
    setMeasured(result, value == node.check.expected, value ? "true" : "false", node.check.expected ? "true" : "false",
        "derived");
}

struct KindCheck {
    std::string_view kind;
    void (*check)(Subject&, const Condition&, NodeResult&);
    bool reported;
};
constexpr KindCheck kinds[]{{"metric_threshold", checkThreshold, true}, {"metric_vs_baseline", checkBaseline, true},
    {"boolean", checkBoolean, true}, {"evidence_present", checkEvidence, false},
    {"metadata_complete", checkMetadata, false}, {"data_contract", checkContract, true},
    {"cost_budget", checkCost, true}, {"provenance", checkProvenance, true},
    {"reproducibility", checkReproducibility, true}, {"ml_test_score", checkTestScore, true},
    {"soak", checkSoak, false}, {"sample_size", checkSamples, true}, {"guardrails_clean", checkGuardrails, true},
    {"rollback_drill", checkDrill, true}, {"findings_clear", checkFindings, false}, {"derived_fact", checkFact, false}};

} // namespace

void Subject::restsOnKey(const PublicKey& key)
{
    if (std::find(factKeys.begin(), factKeys.end(), key) == factKeys.end())
        factKeys.push_back(key);
}

bool Subject::holds(const policy::Predicate& predicate) const
{
    return engine::holds(
        policy, predicate, tags, [this](std::string_view fact) { return derivedFact(state, policy, version, fact); });
}

NodeResult evaluateCheck(Subject& subject, const Condition& node)
{
    NodeResult result;
    result.condition = &node;
    for (const KindCheck& kind : kinds) {
        if (kind.kind != node.check.kind)
            continue;
        if (kind.reported)
            ++subject.factLeaves;
        kind.check(subject, node, result);
        return result;
    }
    setMissing(result, "unknown_kind", {node.check.kind});
    return result;
}

} // namespace cs::engine
