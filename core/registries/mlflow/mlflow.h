// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registries/http/json_api.h"

namespace cs::registries {

const Capabilities& mlflowCapabilities();

/// MLflow's tracking server and model registry, 2.x and 3.x. @source MLflow REST API, model_registry.proto,
/// service.proto
class MlflowConnector final : public Connector {
public:
    MlflowConnector(std::unique_ptr<Http> http, Waiter waiter);

    const Capabilities& capabilities() const override { return mlflowCapabilities(); }
    Result<Probe> probe(std::stop_token stop) override;
    Result<PageOf<RemoteModel>> models(const std::string& token, std::stop_token stop) override;
    Result<PageOf<RemoteVersion>> versions(const std::string& token, std::stop_token stop) override;
    Result<RemoteModel> model(const std::string& name, std::stop_token stop) override;
    Result<RemoteVersion> version(const std::string& name, const std::string& version, std::stop_token stop) override;
    Result<RemoteRun> run(const std::string& id, std::stop_token stop) override;
    Status setAlias(
        const std::string& name, const std::string& alias, const std::string& version, std::stop_token stop) override;
    Status removeAlias(const std::string& name, const std::string& alias, std::stop_token stop) override;
    Status setTag(const std::string& name, const std::string& version, const std::string& key, const std::string& value,
        std::stop_token stop) override;
    Result<std::vector<RemoteFile>> files(const RemoteVersion& version, std::stop_token stop) override;
    Status fetch(const RemoteVersion& version, const RemoteFile& file,
        const std::function<Status(std::string_view)>& sink, std::stop_token stop) override;

private:
    JsonApi::Answer get(const char* path, std::vector<std::pair<std::string, std::string>> query, std::stop_token stop);
    Status write(const char* method, const char* path,
        const std::vector<std::pair<std::string_view, std::string_view>>& members, std::stop_token stop);
    Result<std::string> artifactRoot(const RemoteVersion& version, std::stop_token stop);
    Status listInto(std::vector<RemoteFile>& files, const std::string& root, const std::string& below, int depth,
        std::stop_token stop);

    JsonApi m_api;
};

/// From MLflow's JSON to our values; pure, for the connector and its tests. A record that cannot be read is nothing.
namespace mlflow {
std::optional<RemoteModel> readModel(json::Value value);
std::optional<RemoteVersion> readVersion(json::Value value);
std::optional<RemoteRun> readRun(json::Value run);
/// "mlflow-artifacts:/1/run/artifacts/model" → "1/run/artifacts/model". @returns CS-REGISTRY-ARTIFACT for places that
/// the server does not hand out (s3://…, file://…), with what to do instead.
Result<std::string> servedPath(std::string_view uri);
} // namespace mlflow

} // namespace cs::registries
