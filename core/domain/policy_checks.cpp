// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy_reader.h"

#include <algorithm>
#include <cmath>

namespace cs::policy::reading {
namespace {

constexpr double anyNumber = 1e300;
const Words unitWords{"1", "percent", "ms", "s", "count", "per_second", "bytes", "score", "currency",
    "currency_per_1000", "currency_per_month"};

void readSlices(Object& object, Check& check)
{
    check.slice = object.optionalText("slice", 0, 128);
    if (object.has("slices"))
        check.slices = object.texts("slices", 1, 200, 128);
    check.minSlices = object.optionalInteger("minSlices", 1, 200);
    const bool bounded = !check.slices.empty() || check.minSlices;
    if (check.slice == "*" && !bounded)
        object.problem("slice",
            "%1 is \"*\" without slices or minSlices. Say which slices must be there, or a bad one is simply left "
            "out.");
    if (check.slice != "*" && bounded)
        object.problem("slice", "%1 must be \"*\" where slices or minSlices is given.");
}

void metricThreshold(Object& object, Check& check)
{
    check.metric = object.metricName("metric");
    readSlices(object, check);
    check.dataset = object.optionalText("dataset", 0, 128);
    check.op = object.word("op", {"lt", "le", "ge", "gt"});
    check.value = object.number("value", -anyNumber, anyNumber);
    check.unit = object.word("unit", unitWords);
}

void readBaseline(Object&& object, Check& check)
{
    check.baselineSource =
        object.word("source", {"current_production", "best_of_last_n", "pinned_version", "constant"});
    const auto n = object.optionalInteger("n", 1, 100);
    check.baselineN = n.value_or(1);
    check.baselineVersion = object.optionalText("version", 0, 128);
    const auto value = object.optionalNumber("value", -anyNumber, anyNumber);
    check.baselineIfAbsent = object.optionalWord("ifAbsent", {"pending", "unsatisfied", "use_constant"}, "pending");
    const auto constant = object.optionalNumber("constant", -anyNumber, anyNumber);
    if (check.baselineSource == "best_of_last_n" && !n)
        object.problem("n", "%1 is missing. Say over how many versions the best is taken.");
    if (check.baselineSource == "pinned_version" && check.baselineVersion.empty())
        object.problem("version", "%1 is missing. Name the version that results are compared with.");
    if (check.baselineSource == "constant" && !value)
        object.problem("value", "%1 is missing. Give the constant that results are compared with.");
    if (check.baselineIfAbsent == "use_constant" && !constant)
        object.problem("constant", "%1 is missing. Give the constant that stands in for an absent baseline.");
    check.baselineConstant = check.baselineSource == "constant" ? value.value_or(0) : constant.value_or(0);
    object.finish();
}

void metricVsBaseline(Object& object, Check& check)
{
    check.metric = object.metricName("metric");
    readSlices(object, check);
    check.dataset = object.optionalText("dataset", 0, 128);
    readBaseline(object.object("baseline"), check);
    check.direction = object.word("direction", {"higher_is_better", "lower_is_better", "target"});
    check.allowedDegradation = tolerance(object.object("allowedDegradation"), true);
    const auto floor = object.optionalPositive("baselineFloor");
    check.baselineFloor = floor.value_or(0);
    if (check.allowedDegradation.relative && !floor)
        object.problem("baselineFloor",
            "%1 is missing. A relative tolerance needs a floor, or a baseline near zero makes it empty.");
    if (check.direction == "target" && check.allowedDegradation.value < 0)
        object.problem("allowedDegradation", "%1 is negative, which a target cannot be. Use zero or more.");
    check.unit = object.word("unit", unitWords);
}

void booleanSignal(Object& object, Check& check)
{
    check.signal = object.metricName("signal");
    check.expected = object.boolean("expected");
}

void evidencePresent(Object& object, Check& check)
{
    check.evidenceKind = object.id("evidenceKind");
    check.minCount = object.integer("minCount", 1, unbounded);
    check.maxAgeDays = object.optionalInteger("maxAgeDays", 1, 3650);
    check.boundToSubject = object.optionalBoolean("boundToSubject", true);
    check.signedEvidence = object.optionalBoolean("signed", true);
    check.authorNotProposer = object.optionalBoolean("authorNotProposer", false);
}

void metadataComplete(Object& object, Check& check)
{
    check.fields = object.words("fields", 1,
        {"training_data_version", "training_pipeline_version", "code_revision", "artifact_digest", "container_digest",
            "risk_tier", "regulated", "business_domain", "serving_endpoint", "serving_region", "serving_capacity",
            "owner_role", "intended_use", "retention_policy", "feature_definition_version"});
}

void dataContract(Object& object, Check& check)
{
    check.contract = object.text("contract", 1, 128);
    check.maxViolations = object.integer("maxViolations", 0, unbounded);
    check.maxViolationRate = object.optionalNumber("maxViolationRate", 0, 1);
    check.minSeverity = object.word("minSeverity", {"info", "warning", "error"});
}

void costBudget(Object& object, Check& check)
{
    check.period = object.word("period", {"per_1000_predictions", "per_day", "per_month"});
    check.currency = object.text("currency", 3, 3);
    if (!std::all_of(check.currency.begin(), check.currency.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        object.problem("currency", "%1 must be a currency code of three capital letters, for example EUR.");
    const json::Value limit = object.need("limit");
    if (limit.isObject()) {
        Object field(object.problems(), limit, object.path("limit"));
        check.limitField = field.metricName("metadata");
        field.finish();
    } else {
        check.limit = object.number("limit", 0, anyNumber);
    }
    if (const auto increase = object.optionalNumber("maxIncreaseVsProduction", 0, anyNumber))
        check.maxIncreaseVsProduction = Tolerance{true, *increase};
}

void provenance(Object& object, Check& check)
{
    check.artifact = object.word("artifact", {"model", "container_image", "training_dataset", "sbom"});
    object.constant("digestMatch", true);
    Object signature = object.object("signature");
    check.signatureRequired = signature.boolean("required");
    check.trustedSigners = signature.optionalIds("trustedSigners", 0);
    signature.finish();
    check.minSlsaBuildLevel = object.optionalInteger("minSlsaBuildLevel", 0, 3);
}

void reproducibility(Object& object, Check& check)
{
    check.minRuns = object.integer("minRuns", 2, 20);
    object.items("metrics", 1, 200, [&](json::Value item, const std::string& path) {
        Object metric(object.problems(), item, path);
        Check::ReproMetric read;
        read.metric = metric.metricName("metric");
        read.tolerance = tolerance(metric.object("tolerance"), false);
        read.floor = metric.optionalPositive("floor").value_or(0);
        metric.finish();
        check.metrics.push_back(std::move(read));
    });
    check.sameInputs = object.words("sameInputs", 1,
        {"code_revision", "training_data_version", "training_pipeline_version", "container_digest", "random_seed"});
    check.independentRunners = object.optionalBoolean("independentRunners", false);
}

double score(Object& object, std::string_view name, double most)
{
    const double value = object.number(name, 0, most);
    if (std::floor(value * 2) != value * 2)
        object.problem(name, "%1 must be a multiple of 0.5: tests score in halves.");
    return value;
}

void mlTestScore(Object& object, Check& check)
{
    check.rubric = object.word("rubric", {"mlts-2017", "mlts-2016"});
    const double most = check.rubric == "mlts-2017" ? 7 : 14;
    check.minScore = score(object, "minScore", most);
    if (object.has("minSectionScores")) {
        Object sections = object.object("minSectionScores");
        for (const char* section : {"data", "model", "infrastructure", "monitoring"})
            if (sections.has(section))
                check.minSectionScores[section] = score(sections, section, most);
        sections.finish();
    }
    if (!object.has("requiredTests"))
        return;
    check.requiredTests = object.texts("requiredTests", 0, 28, 16);
    for (const auto& test : check.requiredTests) {
        const auto dash = test.find('-');
        const std::string section = test.substr(0, dash);
        const bool known = section == "data" || section == "model" || section == "infra" || section == "monitor";
        if (!known || dash + 2 != test.size() || test.back() < '1' || test.back() > '7')
            object.problem("requiredTests",
                "%1 holds \"%2\". Tests are data-1 to data-7, model-, infra- and monitor- likewise.", {qs(test)});
    }
}

void soak(Object& object, Check& check)
{
    check.state = object.id("state");
    check.minDurationSeconds = object.integer("minDurationSeconds", 1, maxSeconds);
    check.continuous = object.optionalBoolean("continuous", true);
}

void sampleSize(Object& object, Check& check)
{
    check.state = object.id("state");
    check.counter = object.metricName("counter");
    check.minCount = object.integer("minCount", 1, unbounded);
    check.minTrafficPercent = object.optionalNumber("minTrafficPercent", 0, 100).value_or(0);
}

void guardrailsClean(Object& object, Check& check)
{
    check.guardrailSet = object.id("guardrailSet");
    check.window = object.word("window", {"entire_ramp", "since_last_change"});
    check.minCoverage = object.number("minCoverage", 0, 1);
    check.maxRollbacks = object.integer("maxRollbacks", 0, 0);
    check.maxBreachedSamples = object.optionalInteger("maxBreachedSamples", 0, unbounded);
    check.rampCompleted = object.optionalBoolean("rampCompleted", true);
}

void rollbackDrill(Object& object, Check& check)
{
    check.route = object.word("route", {"canary", "full"});
    check.maxAgeDays = object.integer("maxAgeDays", 1, 3650);
    check.maxDurationSeconds = object.integer("maxDurationSeconds", 1, 900);
    check.scope = object.word("scope", {"same_endpoint", "same_serving_stack"});
    check.restores = object.word("restores", {"current_production", "fallback"});
    if (object.has("validWhileUnchanged"))
        check.validWhileUnchanged = object.words(
            "validWhileUnchanged", 0, {"serving_config", "actuator_config", "container_runtime", "endpoint"});
}

void findingsClear(Object& object, Check& check)
{
    Object most = object.object("maxOpen");
    check.maxOpen["critical"] = most.integer("critical", 0, unbounded);
    check.maxOpen["high"] = most.integer("high", 0, unbounded);
    if (const auto medium = most.optionalInteger("medium", 0, unbounded))
        check.maxOpen["medium"] = *medium;
    most.finish();
}

void derivedFact(Object& object, Check& check)
{
    check.fact = object.word("fact",
        {"has_production_version", "first_deployment_of_model", "training_code_unchanged", "successor_in_production",
            "modification_assessed", "residual_risk_accepted"});
    check.expected = object.boolean("expected");
}

struct KindReader {
    std::string_view kind;
    void (*read)(Object&, Check&);
};
constexpr KindReader kinds[]{{"metric_threshold", metricThreshold}, {"metric_vs_baseline", metricVsBaseline},
    {"boolean", booleanSignal}, {"evidence_present", evidencePresent}, {"metadata_complete", metadataComplete},
    {"data_contract", dataContract}, {"cost_budget", costBudget}, {"provenance", provenance},
    {"reproducibility", reproducibility}, {"ml_test_score", mlTestScore}, {"soak", soak}, {"sample_size", sampleSize},
    {"guardrails_clean", guardrailsClean}, {"rollback_drill", rollbackDrill}, {"findings_clear", findingsClear},
    {"derived_fact", derivedFact}};

} // namespace

Check check(Problems& problems, json::Value value, const std::string& path)
{
    Check result;
    if (problems.any())
        return result;
    Object object(problems, value, path);
    result.kind = object.text("kind", 1, 64);
    const auto* found = std::find_if(
        std::begin(kinds), std::end(kinds), [&](const KindReader& reader) { return reader.kind == result.kind; });
    if (found == std::end(kinds))
        object.problem("kind",
            "%1 is no kind of check. The kinds are listed in the policy editor and in gate-policy.schema.json.");
    else
        found->read(object, result);
    object.finish();
    return result;
}

} // namespace cs::policy::reading
