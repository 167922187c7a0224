// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/demo_facts.h"

#include <QFile>

#include <algorithm>

namespace cs::demo {
namespace {

std::string text(json::Value object, std::string_view key)
{
    return std::string(object.find(key).string());
}

std::int64_t integer(json::Value object, std::string_view key)
{
    return object.find(key).integer().value_or(0);
}

/// A member of a flat map: texts as they are, booleans as the ledger writes them.
std::map<std::string, std::string> flatMap(json::Value object)
{
    std::map<std::string, std::string> out;
    for (const json::Value member : object) {
        const auto flag = member.boolean();
        out[std::string(member.key())] = flag ? (*flag ? "true" : "false") : std::string(member.string());
    }
    return out;
}

Result<std::unique_ptr<json::Document>> document(const std::string& file)
{
    CS_TRY(const Bytes bytes, factFile(file));
    auto parsed = json::parse(bytes);
    if (!parsed)
        return fail(
            couldNot("CS-DEMO-FACTS", "%1 of the example is damaged: %2", {qs(file), parsed.error().message()}));
    return parsed;
}

Result<std::optional<Decimal>> decimal(json::Value value)
{
    if (!value.isValid() || value.isNull())
        return std::optional<Decimal>();
    CS_TRY(Decimal read, Decimal::fromText(value.isString() ? value.string() : value.numberText()));
    return std::optional<Decimal>(std::move(read));
}

Result<events::ResultItem> item(json::Value value)
{
    events::ResultItem out;
    out.name = text(value, "name");
    out.unit = text(value, "unit");
    out.n = value.find("n").integer();
    out.level = value.find("level").integer();
    const auto optionalText = [&](std::string_view key) {
        const auto member = value.find(key);
        return member.isString() ? std::optional(std::string(member.string())) : std::nullopt;
    };
    out.slice = optionalText("slice");
    out.signer = optionalText("signer");
    out.status = optionalText("status");
    if (const auto flag = value.find("value").boolean())
        out.flag = *flag;
    else if (!out.status) {
        CS_TRY(out.value, decimal(value.find("value")));
    }
    CS_TRY(out.low, decimal(value.find("low")));
    CS_TRY(out.high, decimal(value.find("high")));
    if (const auto dataset = value.find("dataset"); dataset.isObject()) {
        CS_TRY(out.dataset, codec::decode<events::DatasetRef>(dataset));
    }
    return out;
}

Result<Report> report(json::Value value)
{
    Report out;
    out.phase = text(value, "phase");
    out.producer = text(value, "producer");
    out.evidence = text(value, "evidence");
    if (value.find("run").isString())
        out.event.run = text(value, "run");
    if (value.find("inputs").isObject()) {
        CS_TRY(out.event.inputs, codec::decode<events::ResultInputs>(value.find("inputs")));
    }
    for (const json::Value result : value.find("results")) {
        CS_TRY(auto read, item(result));
        out.event.results.push_back(std::move(read));
    }
    return out;
}

Result<DrillFact> drill(json::Value value)
{
    DrillFact out;
    out.route = text(value, "route");
    out.restored = text(value, "restored");
    out.durationMs = integer(value, "durationMs");
    out.probes = integer(value, "probes");
    out.passed = value.find("passed").boolean().value_or(false);
    CS_TRY(out.config, Digest::fromText(text(value, "config")));
    CS_TRY(out.actuator, Digest::fromText(text(value, "actuator")));
    CS_TRY(out.runtime, Digest::fromText(text(value, "runtime")));
    return out;
}

Result<BreachFact> breach(json::Value value)
{
    BreachFact out;
    out.guardrail = text(value, "guardrail");
    out.rule = text(value, "rule");
    out.test = text(value, "test");
    CS_TRY(out.statistic, Decimal::fromText(text(value, "statistic")));
    CS_TRY(out.threshold, Decimal::fromText(text(value, "threshold")));
    for (const json::Value time : value.find("times"))
        out.times[std::string(time.key())] = time.integer().value_or(0);
    for (const json::Value rail : value.find("values")) {
        CS_TRY(const auto statistic, decimal(rail.find("statistic")));
        if (statistic)
            out.values.push_back({text(rail, "id"), *statistic});
    }
    const auto verified = value.find("rollback").find("verified");
    out.servedLabel = text(verified, "served");
    out.probes = integer(verified, "probes");
    return out;
}

Status canary(json::Value value, VersionFacts& out)
{
    for (const json::Value step : value.find("steps"))
        out.steps.push_back(text(step, "percent"));
    for (const json::Value window : value.find("windows")) {
        WindowFact fact;
        fact.percent = text(window, "percent");
        fact.samples = text(window, "samples");
        fact.predictions = integer(window, "predictions");
        for (const json::Value rail : window.find("guardrails")) {
            CS_TRY(auto count, codec::decode<events::GuardrailCount>(rail));
            fact.guardrails.push_back(std::move(count));
        }
        out.windows.push_back(std::move(fact));
    }
    if (value.find("breach").isObject()) {
        CS_TRY(out.breach, breach(value.find("breach")));
    }
    return {};
}

Result<events::VersionDescription> description(json::Value root)
{
    events::VersionDescription out;
    out.label = text(root, "label");
    out.code = text(root, "code");
    CS_TRY(out.artifact, codec::decode<events::Artifact>(root.find("artifact")));
    CS_TRY(out.image, Digest::fromText(text(root, "image")));
    CS_TRY(out.data, codec::decode<events::DataRef>(root.find("data")));
    CS_TRY(out.pipeline, codec::decode<events::NamedVersion>(root.find("pipeline")));
    for (const json::Value feature : root.find("features")) {
        CS_TRY(auto named, codec::decode<events::NamedVersion>(feature));
        out.features.push_back(std::move(named));
    }
    std::sort(out.features.begin(), out.features.end());
    if (root.find("source").isObject()) {
        CS_TRY(out.source, codec::decode<events::VersionSource>(root.find("source")));
    }
    return out;
}

Result<VersionFacts> loadVersion(const std::string& file)
{
    CS_TRY(const auto parsed, document(file));
    const json::Value root = parsed->root();
    VersionFacts out;
    CS_TRY(out.description, description(root));
    out.label = out.description.label;
    const json::Value story = root.find("story");
    out.stage = text(story, "stage");
    out.canary = story.find("canary").boolean().value_or(false);
    for (const json::Value leaf : story.find("expectedFailures"))
        out.expectedFailures.insert(std::string(leaf.string()));
    for (const json::Value e : root.find("evidence"))
        out.evidence.push_back(
            {text(e, "kind"), text(e, "media"), text(e, "file"), text(e, "title"), text(e, "phase")});
    for (const json::Value r : root.find("results")) {
        CS_TRY(auto read, report(r));
        out.reports.push_back(std::move(read));
    }
    for (const json::Value d : root.find("drills")) {
        CS_TRY(auto read, drill(d));
        out.drills.push_back(std::move(read));
    }
    if (root.find("canary").isObject())
        CS_CHECK(canary(root.find("canary"), out));
    return out;
}

Result<ModelFacts> loadModel(json::Value entry)
{
    CS_TRY(const auto parsed, document(text(entry, "file")));
    const json::Value root = parsed->root();
    ModelFacts out;
    out.name = text(root, "name");
    out.ownerRole = text(root, "ownerRole");
    out.tags = flatMap(root.find("tags"));
    out.described = flatMap(root.find("described"));
    for (const auto& [key, value] : flatMap(root.find("budget")))
        if (key.starts_with("cost."))
            out.budget[key] = value;
    const json::Value serving = root.find("serving");
    out.endpoint = text(serving, "endpoint");
    out.region = text(serving, "region");
    out.capacity = text(serving, "capacity");
    out.fallback = text(serving, "fallback");
    CS_TRY(out.config, Digest::fromText(text(serving, "config")));
    CS_TRY(out.actuator, Digest::fromText(text(serving, "actuator")));
    CS_TRY(out.source, codec::decode<events::ModelSource>(root.find("source")));
    for (const json::Value version : entry.find("versions")) {
        CS_TRY(auto facts, loadVersion(text(version, "file")));
        out.versions.push_back(std::move(facts));
    }
    return out;
}

} // namespace

Result<Bytes> factFile(const std::string& file)
{
    QFile source(QStringLiteral(":/example/") + qs(file));
    if (!source.open(QIODevice::ReadOnly))
        return fail(couldNot("CS-DEMO-FACTS", "%1 of the example is not part of this program.", {qs(file)}));
    return source.readAll().toStdString();
}

Result<std::vector<TrustedSigner>> loadSigners()
{
    CS_TRY(const auto parsed, document("index.json"));
    std::vector<TrustedSigner> signers;
    for (const json::Value signer : parsed->root().find("signers"))
        for (const json::Value purpose : signer.find("purposes"))
            signers.push_back({text(signer, "name"), std::string(purpose.string()), text(signer, "key")});
    return signers;
}

Result<std::vector<ModelFacts>> loadFacts()
{
    CS_TRY(const auto parsed, document("index.json"));
    std::vector<ModelFacts> models;
    for (const json::Value entry : parsed->root().find("models")) {
        CS_TRY(auto model, loadModel(entry));
        models.push_back(std::move(model));
    }
    return models;
}

} // namespace cs::demo
