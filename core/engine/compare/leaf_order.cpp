// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/compare/leaf_order.h"

#include "core/engine/compare/sets.h"

#include <algorithm>
#include <cmath>

namespace cs::engine::comparison {
namespace {

using policy::Check;
using policy::Condition;

/// A limit that may be absent: absent is the laxest.
template <class T> bool atMost(const std::optional<T>& a, const std::optional<T>& b)
{
    return !b || (a && *a <= *b);
}
template <class T> bool atLeast(const std::optional<T>& a, const std::optional<T>& b)
{
    return !b || (a && *a >= *b);
}
/// a demands the flag wherever b does.
bool asStrict(bool a, bool b)
{
    return a || !b;
}

bool tighterThreshold(const Check& a, const Check& b)
{
    const bool up = b.op == "ge" || b.op == "gt";
    if (up != (a.op == "ge" || a.op == "gt"))
        return false;
    const bool strictOnlyB = (b.op == "gt" || b.op == "lt") && (a.op == "ge" || a.op == "le");
    return up ? (strictOnlyB ? a.value > b.value : a.value >= b.value)
              : (strictOnlyB ? a.value < b.value : a.value <= b.value);
}

/// Values of `*` are those of one report, and a named slice is looked for in the newest report that has it: the same
/// one, where `*` demands that slice.
bool slicesCover(const Check& a, const Check& b)
{
    if (a.slice != b.slice)
        return a.slice == "*" && !b.slice.empty() && b.slice != "*" && contains(a.slices, b.slice);
    return isSuperset(a.slices, b.slices) && atLeast(a.minSlices, b.minSlices);
}

bool sameMetric(const Check& a, const Check& b)
{
    return a.metric == b.metric && a.dataset == b.dataset && a.unit == b.unit;
}

/// allowed(a) <= allowed(b), whatever the baseline is.
bool toleranceCovers(const policy::Tolerance& a, double floorA, const policy::Tolerance& b, double floorB)
{
    if (a.relative != b.relative)
        return false;
    if (!a.relative)
        return a.value <= b.value;
    if (a.value < 0 && b.value >= 0)
        return true;
    return a.value <= b.value && (b.value < 0 ? floorA >= floorB : floorA <= floorB);
}

bool threshold(const Check& a, const Check& b)
{
    return sameMetric(a, b) && slicesCover(a, b) && tighterThreshold(a, b);
}

bool vsBaseline(const Check& a, const Check& b)
{
    return sameMetric(a, b) && slicesCover(a, b) && a.baselineSource == b.baselineSource && a.baselineN == b.baselineN
        && a.baselineVersion == b.baselineVersion && a.baselineIfAbsent == b.baselineIfAbsent
        && a.baselineConstant == b.baselineConstant && a.direction == b.direction
        && toleranceCovers(a.allowedDegradation, a.baselineFloor, b.allowedDegradation, b.baselineFloor);
}

bool booleanSignal(const Check& a, const Check& b)
{
    return a.signal == b.signal && a.expected == b.expected;
}

bool evidencePresent(const Check& a, const Check& b)
{
    return a.evidenceKind == b.evidenceKind && a.minCount >= b.minCount && atMost(a.maxAgeDays, b.maxAgeDays)
        && asStrict(a.boundToSubject, b.boundToSubject) && asStrict(a.signedEvidence, b.signedEvidence)
        && asStrict(a.authorNotProposer, b.authorNotProposer);
}

bool metadataComplete(const Check& a, const Check& b)
{
    return isSuperset(a.fields, b.fields);
}

int severityRank(const std::string& severity)
{
    return severity == "info" ? 0 : severity == "warning" ? 1 : 2;
}

/// "*" means the contracts that are declared or reported: it says nothing about one that is neither. A rate is over the
/// rows of the severities that count, so counting more of them may lower it.
bool dataContract(const Check& a, const Check& b)
{
    const bool severity = b.maxViolationRate ? a.minSeverity == b.minSeverity
                                             : severityRank(a.minSeverity) <= severityRank(b.minSeverity);
    return a.contract == b.contract && severity && a.maxViolations.value_or(0) <= b.maxViolations.value_or(0)
        && atMost(a.maxViolationRate, b.maxViolationRate);
}

bool costBudget(const Check& a, const Check& b)
{
    const bool limit = b.limitField.empty() ? a.limitField.empty() && a.limit.value_or(0) <= b.limit.value_or(0)
                                            : a.limitField == b.limitField;
    const auto& most = b.maxIncreaseVsProduction;
    return a.period == b.period && a.currency == b.currency && limit
        && (!most || (a.maxIncreaseVsProduction && a.maxIncreaseVsProduction->value <= most->value));
}

bool provenance(const Check& a, const Check& b)
{
    const bool signers =
        b.trustedSigners.empty() || (!a.trustedSigners.empty() && isSuperset(b.trustedSigners, a.trustedSigners));
    return a.artifact == b.artifact && asStrict(a.digestMatch, b.digestMatch)
        && asStrict(a.signatureRequired, b.signatureRequired) && signers
        && a.minSlsaBuildLevel.value_or(0) >= b.minSlsaBuildLevel.value_or(0);
}

/// More inputs that must agree, and runners that must differ, leave runs out of the comparison: perhaps the bad one.
bool reproducibility(const Check& a, const Check& b)
{
    if (a.minRuns < b.minRuns || a.independentRunners != b.independentRunners || !sameSet(a.sameInputs, b.sameInputs))
        return false;
    return std::all_of(b.metrics.begin(), b.metrics.end(), [&](const Check::ReproMetric& old) {
        return std::any_of(a.metrics.begin(), a.metrics.end(), [&](const Check::ReproMetric& now) {
            return now.metric == old.metric && toleranceCovers(now.tolerance, now.floor, old.tolerance, old.floor);
        });
    });
}

bool testScore(const Check& a, const Check& b)
{
    const bool sections = std::all_of(b.minSectionScores.begin(), b.minSectionScores.end(), [&](const auto& old) {
        const auto now = a.minSectionScores.find(old.first);
        return now != a.minSectionScores.end() && now->second >= old.second;
    });
    return a.rubric == b.rubric && a.minScore >= b.minScore && sections && isSuperset(a.requiredTests, b.requiredTests);
}

bool soak(const Check& a, const Check& b)
{
    return a.state == b.state && a.minDurationSeconds >= b.minDurationSeconds && asStrict(a.continuous, b.continuous);
}

bool sampleSize(const Check& a, const Check& b)
{
    return a.state == b.state && a.counter == b.counter && a.minCount >= b.minCount
        && a.minTrafficPercent >= b.minTrafficPercent;
}

bool guardrailsClean(const Check& a, const Check& b)
{
    return a.guardrailSet == b.guardrailSet && a.window == b.window && a.minCoverage >= b.minCoverage
        && a.maxRollbacks <= b.maxRollbacks && atMost(a.maxBreachedSamples, b.maxBreachedSamples)
        && asStrict(a.rampCompleted, b.rampCompleted);
}

/// The newest drill of the scope counts, so another scope reads another drill.
bool rollbackDrill(const Check& a, const Check& b)
{
    return a.route == b.route && a.scope == b.scope && a.restores == b.restores && atMost(a.maxAgeDays, b.maxAgeDays)
        && a.maxDurationSeconds <= b.maxDurationSeconds && isSuperset(a.validWhileUnchanged, b.validWhileUnchanged);
}

bool findingsClear(const Check& a, const Check& b)
{
    return std::all_of(b.maxOpen.begin(), b.maxOpen.end(), [&](const auto& old) {
        const auto now = a.maxOpen.find(old.first);
        return now != a.maxOpen.end() && now->second <= old.second;
    });
}

bool derivedFact(const Check& a, const Check& b)
{
    return a.fact == b.fact && a.expected == b.expected;
}

struct KindOrder {
    std::string_view kind;
    bool (*covers)(const Check&, const Check&);
    /// Facts that are young enough are looked at together: a shorter age may leave the bad one out.
    bool ageExact;
    std::string Check::*key;
};
const KindOrder kinds[]{{"metric_threshold", threshold, false, &Check::metric},
    {"metric_vs_baseline", vsBaseline, false, &Check::metric}, {"boolean", booleanSignal, false, &Check::signal},
    {"evidence_present", evidencePresent, false, &Check::evidenceKind},
    {"metadata_complete", metadataComplete, false, nullptr}, {"data_contract", dataContract, false, &Check::contract},
    {"cost_budget", costBudget, false, &Check::period}, {"provenance", provenance, false, &Check::artifact},
    {"reproducibility", reproducibility, true, nullptr}, {"ml_test_score", testScore, false, &Check::rubric},
    {"soak", soak, false, &Check::state}, {"sample_size", sampleSize, true, &Check::counter},
    {"guardrails_clean", guardrailsClean, true, &Check::guardrailSet},
    {"rollback_drill", rollbackDrill, false, &Check::route}, {"findings_clear", findingsClear, false, nullptr},
    {"derived_fact", derivedFact, false, &Check::fact}};

const KindOrder* orderOf(const Condition& leaf)
{
    const auto* found = std::find_if(
        std::begin(kinds), std::end(kinds), [&](const KindOrder& kind) { return kind.kind == leaf.check.kind; });
    return found == std::end(kinds) ? nullptr : found;
}

bool sameFacts(const Condition& a, const Condition& b)
{
    return a.check.kind == b.check.kind && sameSet(a.producers, b.producers)
        && a.producerNotRegistrar == b.producerNotRegistrar;
}

bool ageCovers(const Condition& a, const Condition& b, bool exact)
{
    return exact ? a.maxAgeSeconds == b.maxAgeSeconds : atMost(a.maxAgeSeconds, b.maxAgeSeconds);
}

/// Who may have it weakened next time is part of what a check is.
bool ownedAlike(const Condition& a, const Condition& b)
{
    return b.ownerRole.empty() || a.ownerRole == b.ownerRole;
}

bool delegationCovers(const policy::Approval& a, const policy::Approval& b)
{
    if (!a.delegationAllowed)
        return true;
    if (!b.delegationAllowed)
        return false;
    const bool shorter =
        b.delegationMaxDays == 0 || (a.delegationMaxDays > 0 && a.delegationMaxDays <= b.delegationMaxDays);
    return shorter
        && (b.delegationToRoles.empty()
            || (!a.delegationToRoles.empty() && isSuperset(b.delegationToRoles, a.delegationToRoles)));
}

bool approvalImplies(const policy::Approval& a, const policy::Approval& b)
{
    const bool named = b.named.empty() || (!a.named.empty() && isSuperset(b.named, a.named));
    return isSuperset(b.roles, a.roles) && a.affectedDomains == b.affectedDomains && named
        && asStrict(a.distinctFromProposer, b.distinctFromProposer)
        && asStrict(a.distinctFromContributors, b.distinctFromContributors)
        && isSuperset(a.distinctFromApproversOf, b.distinctFromApproversOf) && isSuperset(a.after, b.after)
        && a.expiresAfterSeconds <= b.expiresAfterSeconds && a.statementDigest == b.statementDigest
        && a.commentMinLength >= b.commentMinLength && isSuperset(a.evidenceViewed, b.evidenceViewed)
        && asStrict(a.rejectIsVeto, b.rejectIsVeto) && delegationCovers(a, b);
}

} // namespace

bool isKnownKind(const Condition& leaf)
{
    return leaf.kind == Condition::Kind::Approval || orderOf(leaf) != nullptr;
}

std::string orderKey(const Condition& leaf)
{
    if (leaf.kind == Condition::Kind::Approval)
        return "approval " + leaf.approval.statementDigest.hex();
    const KindOrder* order = orderOf(leaf);
    std::string key = leaf.check.kind;
    if (order != nullptr && order->key != nullptr) {
        key += ' ';
        key += leaf.check.*(order->key);
    }
    return key;
}

bool checkImplies(const Condition& a, const Condition& b)
{
    const KindOrder* order = orderOf(a);
    return order != nullptr && sameFacts(a, b) && ageCovers(a, b, order->ageExact) && order->covers(a.check, b.check);
}

bool implies(const Condition& a, const Condition& b)
{
    if (a.kind != b.kind)
        return false;
    if (a.kind == Condition::Kind::Approval)
        return approvalImplies(a.approval, b.approval);
    return checkImplies(a, b) && ownedAlike(a, b) && asStrict(a.missingIsUnsatisfied, b.missingIsUnsatisfied);
}

bool impliesNegated(const Condition& a, const Condition& b)
{
    const KindOrder* order = orderOf(a);
    if (order == nullptr || !sameFacts(a, b) || !ownedAlike(a, b))
        return false;
    // What is missing satisfies a negation only where missing counts as unsatisfied.
    if (a.missingIsUnsatisfied && !b.missingIsUnsatisfied)
        return false;
    const bool ageExact = order->ageExact || a.missingIsUnsatisfied; // or a stale fact satisfies the first alone
    if (order->covers(a.check, b.check) && order->covers(b.check, a.check))
        return ageCovers(a, b, ageExact);
    // Measured and false: of one number a tighter bound is missed more often. Slices may be missing instead.
    return a.check.kind == "metric_threshold" && a.check.slice == b.check.slice && a.check.slice != "*"
        && sameMetric(a.check, b.check) && tighterThreshold(b.check, a.check) && ageCovers(a, b, ageExact);
}

} // namespace cs::engine::comparison
