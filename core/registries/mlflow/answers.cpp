// SPDX-License-Identifier: GPL-3.0-or-later
// What MLflow's answers say, as values. Everything may be missing, and numbers may come as text (proto3 JSON).
#include "core/registries/mlflow/mlflow.h"

#include <algorithm>
#include <charconv>

namespace cs::registries::mlflow {
namespace {

/// What a dataset was used for. @source mlflow.data, "context" of log_input
constexpr const char* contextTag = "mlflow.data.context";

std::string textOf(json::Value object, std::string_view member)
{
    return std::string(object.find(member).string());
}

std::int64_t integerOf(json::Value object, std::string_view member)
{
    const json::Value value = object.find(member);
    if (const auto number = value.integer())
        return *number;
    std::int64_t parsed = 0;
    const std::string_view text = value.string();
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), parsed);
    return error == std::errc() && end == text.data() + text.size() ? parsed : 0;
}

/// [{key, value}, …]; of equal keys the last one counts, as in MLflow's own client.
std::map<std::string, std::string> pairsOf(json::Value list)
{
    std::map<std::string, std::string> pairs;
    for (const json::Value item : list)
        if (const std::string key = textOf(item, "key"); !key.empty()) {
            const json::Value value = item.find("value");
            pairs[key] = value.isString() ? std::string(value.string()) : std::string(value.numberText());
        }
    return pairs;
}

} // namespace

std::optional<RemoteModel> readModel(json::Value value)
{
    RemoteModel model;
    model.name = textOf(value, "name");
    if (model.name.empty())
        return std::nullopt;
    model.description = textOf(value, "description");
    model.tags = pairsOf(value.find("tags"));
    for (const json::Value alias : value.find("aliases"))
        if (const std::string name = textOf(alias, "alias"); !name.empty())
            model.aliases[name] = textOf(alias, "version");
    return model;
}

std::optional<RemoteVersion> readVersion(json::Value value)
{
    RemoteVersion version;
    version.name = textOf(value, "name");
    version.version = textOf(value, "version");
    if (version.version.empty() && value.find("version").integer())
        version.version = std::string(value.find("version").numberText());
    if (version.name.empty() || version.version.empty())
        return std::nullopt;
    version.stage = textOf(value, "current_stage");
    if (version.stage == "None")
        version.stage.clear();
    version.status = textOf(value, "status");
    version.source = textOf(value, "source");
    version.run = textOf(value, "run_id");
    version.tags = pairsOf(value.find("tags"));
    for (const json::Value alias : value.find("aliases"))
        if (alias.isString())
            version.aliases.emplace(alias.string());
    version.created = integerOf(value, "creation_timestamp");
    version.updated = integerOf(value, "last_updated_timestamp");
    version.raw = value.raw();
    return version;
}

std::optional<RemoteRun> readRun(json::Value run)
{
    RemoteRun out;
    out.id = textOf(run.find("info"), "run_id");
    if (out.id.empty())
        return std::nullopt;
    const json::Value data = run.find("data");
    out.metrics = pairsOf(data.find("metrics"));
    out.params = pairsOf(data.find("params"));
    const auto tags = pairsOf(data.find("tags"));
    if (const auto commit = tags.find("mlflow.source.git.commit"); commit != tags.end())
        out.code = commit->second;
    for (const json::Value input : run.find("inputs").find("dataset_inputs")) {
        const json::Value dataset = input.find("dataset");
        const std::string name = textOf(dataset, "name");
        if (name.empty())
            continue;
        const auto about = pairsOf(input.find("tags"));
        const auto use = about.find(contextTag);
        out.datasets.push_back({name, textOf(dataset, "digest"), use == about.end() ? std::string() : use->second});
    }
    out.raw = run.raw();
    return out;
}

Result<std::string> servedPath(std::string_view uri)
{
    constexpr std::string_view scheme = "mlflow-artifacts:";
    const auto elsewhere = [&] {
        return fail(refused("CS-REGISTRY-ARTIFACT",
            "The artifact lies at %1, which the registry does not hand out. Download it and compute its digest with "
            "\"countersignctl version digest PATH\".",
            {qs(quotedWords(uri))}));
    };
    if (!uri.starts_with(scheme))
        return elsewhere();
    std::string_view path = uri.substr(scheme.size());
    if (path.starts_with("//")) { // mlflow-artifacts://host/path: the host is the server's business
        const auto slash = path.find('/', 2);
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash);
    }
    while (path.starts_with('/'))
        path.remove_prefix(1);
    while (path.ends_with('/'))
        path.remove_suffix(1);
    if (path.empty() || path.find("..") != std::string_view::npos)
        return elsewhere();
    return std::string(path);
}

} // namespace cs::registries::mlflow
