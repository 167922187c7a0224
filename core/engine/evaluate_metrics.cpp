// SPDX-License-Identifier: GPL-3.0-or-later
// Checks that read numbers and flags which somebody measured and signed. @source gates.md section 2.3.
#include "core/engine/evaluate_subject.h"

#include "core/engine/facts.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace cs::engine {
namespace {

using policy::Check;
using policy::Condition;

bool compare(double value, const std::string& op, double bound)
{
    return op == "lt" ? value < bound : op == "le" ? value <= bound : op == "ge" ? value >= bound : value > bound;
}

std::string sign(const std::string& op)
{
    return op == "lt" ? "<" : op == "le" ? "≤" : op == "ge" ? "≥" : ">";
}

ItemFilter metricFilter(const Check& check)
{
    return [&check](const events::ResultItem& item) {
        if (item.name != check.metric)
            return false;
        if (!check.dataset.empty() && (!item.dataset || item.dataset->name != check.dataset))
            return false;
        const std::string slice = item.slice.value_or("");
        return check.slice == "*" ? !slice.empty() : slice == check.slice;
    };
}

/// Complains about items that are no finite number in the right unit, and about slices left out. True: go on.
bool usable(const Pick& pick, const Check& check, NodeResult& result)
{
    std::set<std::string> slices;
    for (const events::ResultItem* item : pick.items) {
        if (item->status)
            return setMissing(result, *item->status == "nan" ? "nan" : "error"), false;
        if (!item->value || !std::isfinite(item->value->value()))
            return setMissing(result, "no_number"), false;
        if (item->unit != check.unit)
            return setMissing(result, "wrong_unit", {item->unit, check.unit}), false;
        slices.insert(item->slice.value_or(""));
    }
    for (const auto& slice : check.slices)
        if (!slices.contains(slice))
            return setMissing(result, "slice_missing", {slice}), false;
    if (check.minSlices && static_cast<std::int64_t>(slices.size()) < *check.minSlices)
        return setMissing(result, "slices_missing", {std::to_string(slices.size()), std::to_string(*check.minSlices)}),
               false;
    return true;
}

struct Allowed {
    double bound = 0, far = 0; // for target: the interval bound … far
    bool holds = false;
};

Allowed against(const Check& check, double candidate, double baseline)
{
    const double scale = std::max(std::fabs(baseline), check.baselineFloor);
    const double allowed =
        check.allowedDegradation.relative ? check.allowedDegradation.value * scale : check.allowedDegradation.value;
    Allowed result;
    if (check.direction == "higher_is_better") {
        result.bound = baseline - allowed;
        result.holds = candidate >= result.bound;
    } else if (check.direction == "lower_is_better") {
        result.bound = baseline + allowed;
        result.holds = candidate <= result.bound;
    } else {
        result.bound = baseline - allowed;
        result.far = baseline + allowed;
        result.holds = std::fabs(candidate - baseline) <= allowed;
    }
    return result;
}

/// The newest counting value of a version that was measured on the same data as @p like.
struct BaselineValue {
    std::optional<double> value;
    std::string problem = "baseline_missing";
};
BaselineValue baselineOf(
    Subject& subject, const Condition& node, const Version& version, const events::ResultItem& like)
{
    BaselineValue found;
    for (auto report = version.results.rbegin(); report != version.results.rend(); ++report) {
        for (const auto& item : report->report.results) {
            if (item.name != like.name || item.slice.value_or("") != like.slice.value_or("")
                || (item.dataset ? item.dataset->name : "") != (like.dataset ? like.dataset->name : "")
                || !whyNotCounted(subject, node, version, *report).empty())
                continue;
            if (!item.dataset || !item.dataset->sha || !like.dataset || item.dataset->sha != like.dataset->sha) {
                found.problem = "other_data";
                continue;
            }
            if (item.status || !item.value)
                return {std::nullopt, "baseline_nan"};
            return {item.value->value(), {}};
        }
    }
    return found;
}

std::vector<const Version*> baselineVersions(Subject& subject, const Check& check)
{
    std::vector<const Version*> versions;
    const auto add = [&](VersionId id) {
        const Version* version = subject.state.versions.find(id.index());
        if (version != nullptr && version->model == subject.model.id
            && std::find(versions.begin(), versions.end(), version) == versions.end())
            versions.push_back(version);
    };
    if (check.baselineSource == "current_production") {
        if (subject.production)
            add(*subject.production);
    } else if (check.baselineSource == "best_of_last_n") {
        const auto& history = subject.model.productionHistory;
        for (auto id = history.rbegin(); id != history.rend() && std::ssize(versions) < check.baselineN; ++id)
            if (*id != subject.version.id)
                add(*id);
    } else if (const auto id = VersionId::fromText(check.baselineVersion)) {
        add(*id);
    } else {
        for (const VersionId candidate : subject.model.versions)
            if (const auto brief = subject.state.versionBriefs.find(candidate);
                brief != subject.state.versionBriefs.end() && brief->second.label == check.baselineVersion) {
                versions.clear();
                add(candidate);
            }
    }
    return versions;
}

/// The baseline of one item, or why there is none.
BaselineValue baselineFor(Subject& subject, const Condition& node, const std::vector<const Version*>& versions,
    const events::ResultItem& item)
{
    const Check& check = node.check;
    BaselineValue best;
    for (const Version* version : versions) {
        BaselineValue found = baselineOf(subject, node, *version, item);
        if (!found.value) {
            if (!best.value)
                best.problem = found.problem;
            continue;
        }
        const bool better = !best.value || (check.direction == "higher_is_better" && *found.value > *best.value)
            || (check.direction == "lower_is_better" && *found.value < *best.value);
        if (better)
            best = found;
    }
    return best;
}

std::size_t severityRank(std::string_view severity)
{
    return severity == "info" ? 0 : severity == "warning" ? 1 : severity == "error" ? 2 : 3;
}

std::set<std::string> contractsOf(Subject& subject, const Check& check)
{
    if (check.contract != "*")
        return {check.contract};
    std::set<std::string> contracts;
    if (const auto declared = subject.model.described.find("data_contracts"); declared != subject.model.described.end())
        for (auto& name : splitLabels(declared->second))
            contracts.insert(std::move(name));
    for (const ReportedResult& report : subject.version.results)
        for (const auto& item : report.report.results)
            if (item.name.starts_with("contract/"))
                contracts.insert(item.name.substr(9));
    return contracts;
}

/// One contract: true if it was measured and holds, false otherwise; the result says why.
bool contractHolds(
    Subject& subject, const Condition& node, const std::string& contract, NodeResult& result, double& total)
{
    const Check& check = node.check;
    const std::string name = "contract/" + contract;
    const Pick pick = pickReport(
        subject, node, subject.version, [&](const events::ResultItem& item) { return item.name == name; }, &result);
    if (pick.head == nullptr)
        return setMissing(result, pick.problem, {name}), false;
    double violations = 0;
    double rows = 0;
    std::set<std::string> severities;
    for (const events::ResultItem* item : pick.items) {
        const std::string severity = item->slice.value_or("");
        if (severityRank(severity) > 2 || severityRank(severity) < severityRank(check.minSeverity))
            continue;
        if (item->status || !item->value)
            return setMissing(result, item->status == "nan" ? "nan" : "error", {name}), false;
        violations += item->value->value();
        rows = std::max(rows, static_cast<double>(item->n.value_or(0)));
        severities.insert(severity);
    }
    for (const char* severity : {"info", "warning", "error"})
        if (severityRank(severity) >= severityRank(check.minSeverity) && !severities.contains(severity))
            return setMissing(result, "severity_missing", {name, severity}), false;
    if (check.maxViolationRate && rows <= 0)
        return setMissing(result, "rows_missing", {name}), false;
    total += violations;
    const bool few = violations <= static_cast<double>(check.maxViolations.value_or(0));
    const bool rare = !check.maxViolationRate || violations / rows <= *check.maxViolationRate;
    if (!few || !rare)
        setMeasured(result, false, numberText(violations), "≤ " + std::to_string(check.maxViolations.value_or(0)));
    return few && rare;
}

const events::ResultItem* costItem(
    Subject& subject, const Condition& node, const Version& version, NodeResult* result, std::string& problem)
{
    const std::string name = "cost." + node.check.period;
    const Pick pick = pickReport(
        subject, node, version, [&](const events::ResultItem& item) { return item.name == name && !item.slice; },
        result);
    problem = pick.problem;
    if (pick.head == nullptr)
        return nullptr;
    const events::ResultItem* item = pick.items.back();
    problem = item->status                  ? (*item->status == "nan" ? "nan" : "error")
        : !item->value                      ? "no_number"
        : item->unit != node.check.currency ? "wrong_unit"
                                            : "";
    return problem.empty() ? item : nullptr;
}

bool isTrusted(const Subject& subject, const Check& check, const std::optional<std::string>& signer)
{
    if (!signer)
        return false;
    if (!check.trustedSigners.empty()
        && std::find(check.trustedSigners.begin(), check.trustedSigners.end(), *signer) == check.trustedSigners.end())
        return false;
    return std::any_of(subject.state.trusted.begin(), subject.state.trusted.end(), [&](const Trusted& trusted) {
        return trusted.name == *signer && (trusted.purpose == "artifact" || trusted.purpose == "provenance");
    });
}

} // namespace

void checkThreshold(Subject& subject, const Condition& node, NodeResult& result)
{
    const Check& check = node.check;
    const Pick pick = pickReport(subject, node, subject.version, metricFilter(check), &result);
    if (pick.head == nullptr)
        return setMissing(result, pick.problem);
    if (!usable(pick, check, result))
        return;
    const bool upward = check.op == "ge" || check.op == "gt";
    double worst = pick.items.front()->value->value();
    for (const events::ResultItem* item : pick.items)
        worst = upward ? std::min(worst, item->value->value()) : std::max(worst, item->value->value());
    setMeasured(result, compare(worst, check.op, check.value), numberText(worst),
        sign(check.op) + " " + numberText(check.value));
}

void checkBaseline(Subject& subject, const Condition& node, NodeResult& result)
{
    const Check& check = node.check;
    const Pick pick = pickReport(subject, node, subject.version, metricFilter(check), &result);
    if (pick.head == nullptr)
        return setMissing(result, pick.problem);
    if (!usable(pick, check, result))
        return;
    const bool constant = check.baselineSource == "constant";
    const auto versions = constant ? std::vector<const Version*>() : baselineVersions(subject, check);
    if (!constant && versions.empty() && check.baselineIfAbsent != "use_constant") {
        setMissing(result, "no_baseline");
        if (check.baselineIfAbsent == "unsatisfied")
            result.status = Truth::Unsatisfied;
        return;
    }
    bool every = true;
    for (const events::ResultItem* item : pick.items) {
        BaselineValue baseline{check.baselineConstant, {}};
        if (!versions.empty())
            baseline = baselineFor(subject, node, versions, *item);
        if (!baseline.value)
            return setMissing(result, baseline.problem);
        const Allowed allowed = against(check, item->value->value(), *baseline.value);
        // The first that fails is shown; otherwise the last.
        if (every) {
            const std::string bound = check.direction == "target"
                ? numberText(allowed.bound) + " … " + numberText(allowed.far)
                : (check.direction == "higher_is_better" ? "≥ " : "≤ ") + numberText(allowed.bound);
            setMeasured(result, allowed.holds, numberText(item->value->value()), bound);
        }
        every = every && allowed.holds;
    }
}

void checkBoolean(Subject& subject, const Condition& node, NodeResult& result)
{
    const Check& check = node.check;
    const Pick pick = pickReport(
        subject, node, subject.version,
        [&](const events::ResultItem& item) { return item.name == check.signal && !item.slice; }, &result);
    if (pick.head == nullptr)
        return setMissing(result, pick.problem);
    bool every = true;
    for (const events::ResultItem* item : pick.items) {
        if (item->status)
            return setMissing(result, *item->status == "nan" ? "nan" : "error");
        if (!item->flag)
            return setMissing(result, "no_flag");
        every = every && *item->flag == check.expected;
    }
    setMeasured(result, every, (every ? check.expected : !check.expected) ? "true" : "false",
        check.expected ? "true" : "false");
}

void checkContract(Subject& subject, const Condition& node, NodeResult& result)
{
    const auto contracts = contractsOf(subject, node.check);
    if (contracts.empty())
        return setMeasured(result, false, "0", "1", "none_declared");
    double total = 0;
    for (const auto& contract : contracts)
        if (!contractHolds(subject, node, contract, result, total))
            return;
    setMeasured(result, true, numberText(total), "≤ " + std::to_string(node.check.maxViolations.value_or(0)));
}

void checkCost(Subject& subject, const Condition& node, NodeResult& result)
{
    const Check& check = node.check;
    std::string problem;
    const events::ResultItem* item = costItem(subject, node, subject.version, &result, problem);
    if (item == nullptr)
        return setMissing(result, problem);
    double limit = check.limit.value_or(0);
    if (!check.limitField.empty()) {
        const auto field = subject.model.described.find(check.limitField);
        const bool there = field != subject.model.described.end()
            && stillSet(subject.state, subject.model.describedBy, check.limitField);
        const auto budget = Decimal::fromText(there ? field->second : "");
        if (!budget)
            return setMissing(result, "no_budget", {check.limitField});
        limit = budget->value();
    }
    const double cost = item->value->value();
    if (check.maxIncreaseVsProduction && subject.production && *subject.production != subject.version.id) {
        const Version* production = subject.state.versions.find(subject.production->index());
        const events::ResultItem* before =
            production == nullptr ? nullptr : costItem(subject, node, *production, nullptr, problem);
        if (before == nullptr)
            return setMissing(result, "baseline_missing");
        limit = std::min(limit, before->value->value() * (1 + check.maxIncreaseVsProduction->value));
    }
    setMeasured(result, cost <= limit, numberText(cost) + " " + check.currency,
        "≤ " + numberText(limit) + " " + check.currency);
}

void checkProvenance(Subject& subject, const Condition& node, NodeResult& result)
{
    const Check& check = node.check;
    const std::string name = "provenance/" + check.artifact;
    const Pick pick = pickReport(
        subject, node, subject.version, [&](const events::ResultItem& item) { return item.name == name; }, &result);
    if (pick.head == nullptr)
        return setMissing(result, pick.problem);
    for (const events::ResultItem* item : pick.items) {
        if (item->status || !item->flag)
            return setMissing(result, item->status ? (*item->status == "nan" ? "nan" : "error") : "no_flag");
        if (!*item->flag)
            return setMeasured(result, false, "false", "true", "digest_differs");
        if (check.signatureRequired && !isTrusted(subject, check, item->signer))
            return setMeasured(result, false, item->signer.value_or(""), "trusted", "untrusted_signer");
        if (check.minSlsaBuildLevel && item->level.value_or(0) < *check.minSlsaBuildLevel)
            return setMeasured(result, false, std::to_string(item->level.value_or(0)),
                "≥ " + std::to_string(*check.minSlsaBuildLevel), "slsa_level");
    }
    setMeasured(result, true, pick.items.back()->signer.value_or("true"), check.signatureRequired ? "trusted" : "true");
}

} // namespace cs::engine
