// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/registries/mlflow/mlflow.h"

namespace cs::registries {
namespace {

constexpr const char* base = "/api/2.0/mlflow/";
constexpr const char* artifacts = "/api/2.0/mlflow-artifacts/artifacts";
constexpr int pageSize = 1000; // model-versions/search: backends may give fewer, and the token says whether more follow
constexpr std::size_t filesMax = 10'000;
constexpr int foldersDeep = 16;
/// Prompts live among the registered models from 3.0 on, and are none.
constexpr const char* promptTag = "mlflow.prompt.is_prompt";

std::optional<JsonApi::VendorError> readError(json::Value root)
{
    const json::Value code = root.find("error_code");
    if (!code.isString())
        return std::nullopt;
    return JsonApi::VendorError{std::string(code.string()), std::string(root.find("message").string())};
}

/// A path made of segments that a stranger named: each escaped by itself, so that none leaves the folder.
std::string escapedPath(std::string_view path)
{
    std::string out;
    while (!path.empty()) {
        const auto slash = path.find('/');
        out += "/" + percentEncoded(path.substr(0, slash));
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    }
    return out;
}

bool isSafeName(std::string_view name)
{
    return !name.empty() && name.front() != '/' && name != "." && name != ".."
        && name.find("../") == std::string_view::npos && !name.ends_with("/..")
        && name.find('\0') == std::string_view::npos;
}

} // namespace

const Capabilities& mlflowCapabilities()
{
    static const Capabilities all = [] {
        Capabilities c;
        c.kind = "mlflow";
        c.title = "MLflow";
        c.aliases = c.stages = c.artifacts = c.runs = true;
        c.productionStages = {"Production"};
        c.tagKeyMax = 250;
        c.tagValueMax = 5000;
        c.pageSize = pageSize;
        return c;
    }();
    return all;
}

MlflowConnector::MlflowConnector(std::unique_ptr<Http> http, Waiter waiter)
    : m_api(std::move(http), std::move(waiter), readError, mlflowCapabilities().bodyMax)
{
}

JsonApi::Answer MlflowConnector::get(
    const char* path, std::vector<std::pair<std::string, std::string>> query, std::stop_token stop)
{
    return m_api.ask({"GET", std::string(base) + path, std::move(query), {}}, std::move(stop));
}

Status MlflowConnector::write(const char* method, const char* path,
    const std::vector<std::pair<std::string_view, std::string_view>>& members, std::stop_token stop)
{
    json::Writer body;
    body.beginObject();
    for (const auto& [name, value] : members)
        body.member(name, value);
    body.endObject();
    CS_CHECK(m_api.ask({method, std::string(base) + path, {}, body.take()}, std::move(stop)));
    return {};
}

Result<Probe> MlflowConnector::probe(std::stop_token stop)
{
    CS_TRY(const auto page, models({}, stop));
    Probe probe{"MLflow", page.items.size(), !page.next.empty()};
    // Its version stands at /version; a proxy may not let that through, and nothing depends on it.
    if (const auto reply = m_api.http().send({"GET", "/version", {}, {}}, stop);
        reply && reply->status == 200 && reply->body.size() < 40 && reply->body.find('<') == std::string::npos)
        probe.says += " " + quotedWords(reply->body);
    return probe;
}

Result<PageOf<RemoteModel>> MlflowConnector::models(const std::string& token, std::stop_token stop)
{
    std::vector<std::pair<std::string, std::string>> query{{"max_results", std::to_string(pageSize)}};
    if (!token.empty())
        query.emplace_back("page_token", token);
    CS_TRY(const auto answer, get("registered-models/search", std::move(query), std::move(stop)));
    PageOf<RemoteModel> page;
    for (const json::Value item : answer->root().find("registered_models")) {
        auto model = mlflow::readModel(item);
        if (!model)
            ++page.skipped;
        else if (!model->tags.contains(promptTag))
            page.items.push_back(*std::move(model));
    }
    page.next = answer->root().find("next_page_token").string();
    return page;
}

Result<PageOf<RemoteVersion>> MlflowConnector::versions(const std::string& token, std::stop_token stop)
{
    std::vector<std::pair<std::string, std::string>> query{{"max_results", std::to_string(pageSize)}};
    if (!token.empty())
        query.emplace_back("page_token", token);
    CS_TRY(const auto answer, get("model-versions/search", std::move(query), std::move(stop)));
    PageOf<RemoteVersion> page;
    for (const json::Value item : answer->root().find("model_versions")) {
        auto version = mlflow::readVersion(item);
        if (!version)
            ++page.skipped;
        else if (!version->tags.contains(promptTag))
            page.items.push_back(*std::move(version));
    }
    page.next = answer->root().find("next_page_token").string();
    return page;
}

Result<RemoteModel> MlflowConnector::model(const std::string& name, std::stop_token stop)
{
    CS_TRY(const auto answer, get("registered-models/get", {{"name", name}}, std::move(stop)));
    auto model = mlflow::readModel(answer->root().find("registered_model"));
    if (!model || model->name != name)
        return fail(refused("CS-REGISTRY-ANSWER", "The registry was asked for the model %1 and told of another.",
            {qs(quotedWords(name))}));
    return *std::move(model);
}

Result<RemoteVersion> MlflowConnector::version(
    const std::string& name, const std::string& version, std::stop_token stop)
{
    CS_TRY(const auto answer, get("model-versions/get", {{"name", name}, {"version", version}}, stop));
    auto found = mlflow::readVersion(answer->root().find("model_version"));
    if (!found || found->name != name || found->version != version)
        return fail(refused("CS-REGISTRY-ANSWER", "The registry was asked for version %1 of %2 and told of another.",
            {qs(quotedWords(version)), qs(quotedWords(name))}));
    CS_TRY(const RemoteModel holder, model(name, stop));
    found->aliases.clear();
    for (const auto& [alias, holds] : holder.aliases)
        if (holds == version)
            found->aliases.insert(alias);
    return *std::move(found);
}

Result<RemoteRun> MlflowConnector::run(const std::string& id, std::stop_token stop)
{
    CS_TRY(const auto answer, get("runs/get", {{"run_id", id}}, std::move(stop)));
    auto run = mlflow::readRun(answer->root().find("run"));
    if (!run)
        return fail(
            refused("CS-REGISTRY-ANSWER", "The run %1 has no id in the registry's answer.", {qs(quotedWords(id))}));
    return *std::move(run);
}

Status MlflowConnector::setAlias(
    const std::string& name, const std::string& alias, const std::string& version, std::stop_token stop)
{
    return write(
        "POST", "registered-models/alias", {{"name", name}, {"alias", alias}, {"version", version}}, std::move(stop));
}

Status MlflowConnector::removeAlias(const std::string& name, const std::string& alias, std::stop_token stop)
{
    return write("DELETE", "registered-models/alias", {{"name", name}, {"alias", alias}}, std::move(stop));
}

Status MlflowConnector::setTag(const std::string& name, const std::string& version, const std::string& key,
    const std::string& value, std::stop_token stop)
{
    return write("POST", "model-versions/set-tag",
        {{"name", name}, {"version", version}, {"key", key}, {"value", value}}, std::move(stop));
}

/// `source` may be models:/ID from 3.0 on: only the server knows where that is.
Result<std::string> MlflowConnector::artifactRoot(const RemoteVersion& version, std::stop_token stop)
{
    CS_TRY(const auto answer,
        get("model-versions/get-download-uri", {{"name", version.name}, {"version", version.version}},
            std::move(stop)));
    return mlflow::servedPath(answer->root().find("artifact_uri").string());
}

Status MlflowConnector::listInto(
    std::vector<RemoteFile>& files, const std::string& root, const std::string& below, int depth, std::stop_token stop)
{
    const auto tooMuch = [&](const char* why) {
        return fail(
            refused("CS-REGISTRY-ARTIFACT", "The artifact %1 %2.", {qs(quotedWords(root)), QString::fromLatin1(why)}));
    };
    if (depth > foldersDeep)
        return tooMuch("has folders more than 16 deep");
    const std::string path = below.empty() ? root : root + "/" + below;
    CS_TRY(const auto answer, m_api.ask({"GET", artifacts, {{"path", path}}, {}}, stop));
    for (const json::Value item : answer->root().find("files")) {
        const std::string_view name = item.find("path").string();
        if (!isSafeName(name) || name.find('/') != std::string_view::npos)
            return tooMuch("holds a file whose name leaves its folder");
        const std::string relative = below.empty() ? std::string(name) : below + "/" + std::string(name);
        if (item.find("is_dir").boolean().value_or(false)) {
            CS_CHECK(listInto(files, root, relative, depth + 1, stop));
        } else {
            files.push_back({relative, item.find("file_size").integer().value_or(-1)});
        }
        if (files.size() > filesMax)
            return tooMuch("has more than 10,000 files");
    }
    return {};
}

Result<std::vector<RemoteFile>> MlflowConnector::files(const RemoteVersion& version, std::stop_token stop)
{
    CS_TRY(const std::string root, artifactRoot(version, stop));
    std::vector<RemoteFile> files;
    CS_CHECK(listInto(files, root, {}, 0, stop));
    if (files.empty())
        return fail(refused("CS-REGISTRY-ARTIFACT", "The registry lists no file of version %1 of %2.",
            {qs(quotedWords(version.version)), qs(quotedWords(version.name))}));
    return files;
}

Status MlflowConnector::fetch(const RemoteVersion& version, const RemoteFile& file,
    const std::function<Status(std::string_view)>& sink, std::stop_token stop)
{
    CS_TRY(const std::string root, artifactRoot(version, stop));
    CS_TRY(const HttpReply reply,
        m_api.http().download(artifacts + escapedPath(root + "/" + file.name), sink, std::move(stop)));
    if (reply.status != 200)
        return fail(refused("CS-REGISTRY-ARTIFACT", "The registry did not hand out the file %1 (status %2).",
            {qs(quotedWords(file.name)), QString::number(reply.status)}));
    return {};
}

} // namespace cs::registries
