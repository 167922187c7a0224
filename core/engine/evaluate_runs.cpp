// SPDX-License-Identifier: GPL-3.0-or-later
// Checks over several runs or tests: reproducibility and the ML Test Score. @source gates.md sections 2.3, 2.4.
#include "core/engine/evaluate_subject.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cs::engine {
namespace {

using policy::Check;
using policy::Condition;

/// The inputs that must be equal, in the order of the check; none if one of them is not known.
std::optional<std::vector<std::string>> inputsOf(const Check& check, const events::ResultInputs& inputs)
{
    std::vector<std::string> values;
    for (const auto& field : check.sameInputs) {
        const std::string& value = field == "code_revision" ? inputs.code
            : field == "training_data_version"              ? inputs.data
            : field == "training_pipeline_version"          ? inputs.pipeline
            : field == "container_digest"                   ? inputs.image
                                                            : inputs.seed;
        if (value.empty())
            return std::nullopt;
        values.push_back(value);
    }
    return values;
}

/// Runs with the inputs of the newest one, newest first; each with all its reports, newest first.
struct Run {
    std::string id;
    ActorId signer;
    std::vector<const ReportedResult*> reports;
};
std::vector<Run> runsOf(Subject& subject, const Condition& node, NodeResult& result, std::string& problem)
{
    std::vector<Run> runs;
    std::optional<std::vector<std::string>> inputs;
    const auto& results = subject.version.results;
    for (auto report = results.rbegin(); report != results.rend(); ++report) {
        const auto own = report->report.inputs ? inputsOf(node.check, *report->report.inputs) : std::nullopt;
        if (!own || !report->report.run || (inputs && *inputs != *own))
            continue;
        if (const auto why = whyNotCounted(subject, node, subject.version, *report); !why.empty()) {
            problem = why;
            continue;
        }
        if (isTooOld(subject, node, report->stamp.time)) {
            problem = "stale";
            result.stale = true;
            continue;
        }
        inputs = own;
        auto run = std::find_if(runs.begin(), runs.end(), [&](const Run& r) { return r.id == *report->report.run; });
        if (run == runs.end())
            run = runs.insert(runs.end(), Run{*report->report.run, report->signer, {}});
        run->reports.push_back(&*report);
    }
    if (node.check.independentRunners) {
        std::set<ActorId> signers;
        std::erase_if(runs, [&](const Run& run) { return !signers.insert(run.signer).second; });
    }
    return runs;
}

const events::ResultItem* itemOf(const Run& run, const std::string& metric)
{
    for (const ReportedResult* report : run.reports)
        for (const auto& item : report->report.results)
            if (item.name == metric && !item.slice)
                return &item;
    return nullptr;
}

double medianOf(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

struct Section {
    const char* prefix;
    const char* name;
};
constexpr std::array<Section, 4> sections{
    {{"data", "data"}, {"model", "model"}, {"infra", "infrastructure"}, {"monitor", "monitoring"}}};

/// Tests by name, each once.
using Scores = std::vector<std::pair<std::string_view, double>>;

/// Of one that was reported twice the lower score counts.
void keepLowest(Scores& scores)
{
    std::sort(scores.begin(), scores.end());
    const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
    scores.erase(std::unique(scores.begin(), scores.end(), same), scores.end());
}

/// Of the tests PREFIX-1 … PREFIX-7; one that was not reported counts as 0.
double sectionSum(const Scores& scores, const Section& section)
{
    const std::string_view prefix = section.prefix;
    double sum = 0;
    for (const auto& [name, score] : scores) {
        const std::string_view number = name.starts_with(prefix) ? name.substr(prefix.size()) : std::string_view();
        if (number.size() == 2 && number[0] == '-' && number[1] >= '1' && number[1] <= '7')
            sum += score;
    }
    return sum;
}

bool isPassed(const Scores& scores, const std::string& test)
{
    return std::any_of(
        scores.begin(), scores.end(), [&](const auto& score) { return score.first == test && score.second > 0; });
}

bool isScore(const std::string& rubric, double value)
{
    return value == 0 || value == 1 || value == (rubric == "mlts-2016" ? 2 : 0.5);
}

} // namespace

void checkReproducibility(Subject& subject, const Condition& node, NodeResult& result)
{
    std::string problem = "missing";
    const auto runs = runsOf(subject, node, result, problem);
    for (const Run& run : runs) {
        restOn(result, run.reports.front()->stamp, run.id, run.reports.front()->report.measuredAt);
        subject.restsOnKey(run.reports.front()->key);
    }
    if (std::ssize(runs) < node.check.minRuns)
        return setMissing(result, runs.empty() ? problem : "runs_missing",
            {std::to_string(runs.size()), std::to_string(node.check.minRuns)});
    result.stale = false;
    for (const auto& metric : node.check.metrics) {
        std::vector<double> values;
        for (const Run& run : runs) {
            const events::ResultItem* item = itemOf(run, metric.metric);
            if (item == nullptr)
                continue;
            if (item->status || !item->value)
                return setMissing(result, item->status == "nan" ? "nan" : "error", {metric.metric});
            values.push_back(item->value->value());
        }
        if (std::ssize(values) < node.check.minRuns)
            return setMissing(
                result, "runs_missing", {std::to_string(values.size()), std::to_string(node.check.minRuns)});
        const auto [low, high] = std::minmax_element(values.begin(), values.end());
        const double allowed = metric.tolerance.relative
            ? metric.tolerance.value * std::max(std::fabs(medianOf(values)), metric.floor)
            : metric.tolerance.value;
        setMeasured(result, *high - *low <= allowed, numberText(*high - *low), "≤ " + numberText(allowed));
        if (result.status != Truth::Satisfied)
            return;
    }
}

void checkTestScore(Subject& subject, const Condition& node, NodeResult& result)
{
    const Check& check = node.check;
    const std::string prefix = check.rubric + "/";
    const Pick pick = pickReport(
        subject, node, subject.version, [&](const events::ResultItem& item) { return item.name.starts_with(prefix); },
        &result);
    if (pick.head == nullptr)
        return setMissing(result, pick.problem);
    Scores scores;
    scores.reserve(pick.items.size());
    for (const events::ResultItem* item : pick.items) {
        if (item->status || !item->value)
            return setMissing(result, item->status == "nan" ? "nan" : "error", {item->name});
        if (!isScore(check.rubric, item->value->value()))
            return setMissing(result, "no_score", {item->name, item->value->text()});
        scores.emplace_back(std::string_view(item->name).substr(prefix.size()), item->value->value());
    }
    keepLowest(scores);
    double lowest = 1e9;
    for (const Section& section : sections) {
        const double sum = sectionSum(scores, section);
        lowest = std::min(lowest, sum);
        const auto least = check.minSectionScores.find(section.name);
        if (least != check.minSectionScores.end() && sum < least->second)
            return setMeasured(result, false, numberText(sum), "≥ " + numberText(least->second), "section_score");
    }
    for (const auto& test : check.requiredTests)
        if (!isPassed(scores, test))
            return setMeasured(result, false, "0", test + " > 0", "required_test");
    setMeasured(result, lowest >= check.minScore, numberText(lowest), "≥ " + numberText(check.minScore));
}

} // namespace cs::engine
