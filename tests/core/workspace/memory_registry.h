// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registries/registry.h"

#include <functional>
#include <utility>

namespace cs::test {

/// A registry in memory that does what no real one does on demand.
class MemoryRegistry final : public registries::Connector {
public:
    std::map<std::string, registries::RemoteModel> held;
    std::map<std::pair<std::string, std::string>, registries::RemoteVersion> heldVersions;
    bool repeatToken = false, refuseWrites = false, heldRunsGone = false;
    std::size_t failRunAt = 0; ///< the connection breaks once, at the so-manieth run
    std::optional<Error> failAt; ///< what the next read of versions answers
    std::vector<registries::RemoteRun::Dataset> datasets; ///< of every run
    std::size_t runsAsked = 0, writes = 0, pageSize = 1000;
    std::function<void()> beforeRun, beforeModel; ///< done once, then forgotten

    void add(const std::string& name, const std::string& version)
    {
        held[name].name = name;
        registries::RemoteVersion& remote = heldVersions[{name, version}];
        remote = {};
        remote.name = name;
        remote.version = version;
        remote.run = "run" + version;
        remote.source = "mlflow-artifacts:/1/" + version;
        remote.raw = R"({"user_id":"somebody"})";
    }

    const registries::Capabilities& capabilities() const override { return *registries::findKind("mlflow"); }
    Result<registries::Probe> probe(std::stop_token) override
    {
        return registries::Probe{"memory", held.size(), false};
    }
    Result<registries::PageOf<registries::RemoteModel>> models(const std::string&, std::stop_token) override
    {
        registries::PageOf<registries::RemoteModel> page;
        for (const auto& [name, model] : held)
            page.items.push_back(model);
        return page;
    }
    Result<registries::PageOf<registries::RemoteVersion>> versions(const std::string& token, std::stop_token) override
    {
        if (failAt)
            return fail(*failAt);
        registries::PageOf<registries::RemoteVersion> page;
        std::size_t skip = token.empty() ? 0 : std::stoul(token);
        const std::size_t end = skip + pageSize;
        std::size_t at = 0;
        for (const auto& [key, version] : heldVersions)
            if (at++ >= skip && at <= end)
                page.items.push_back(version);
        if (end < heldVersions.size())
            page.next = std::to_string(end);
        if (repeatToken)
            page.next = "0";
        return page;
    }
    Result<registries::RemoteModel> model(const std::string& name, std::stop_token) override
    {
        if (beforeModel)
            std::exchange(beforeModel, nullptr)();
        return held.at(name);
    }
    Result<registries::RemoteVersion> version(
        const std::string& name, const std::string& version, std::stop_token) override
    {
        const auto found = heldVersions.find({name, version});
        if (found == heldVersions.end())
            return fail(refused("CS-REGISTRY-MISSING", "The registry knows no such thing."));
        registries::RemoteVersion remote = found->second;
        for (const auto& [alias, holds] : held.at(name).aliases)
            if (holds == version)
                remote.aliases.insert(alias);
        return remote;
    }
    Result<registries::RemoteRun> run(const std::string& id, std::stop_token stop) override
    {
        ++runsAsked;
        if (beforeRun)
            std::exchange(beforeRun, nullptr)();
        if (stop.stop_requested() || (failRunAt != 0 && runsAsked == failRunAt))
            return fail(couldNot("CS-REGISTRY-UNREACHABLE", "Gone."));
        if (heldRunsGone)
            return fail(refused("CS-REGISTRY-MISSING", "The registry knows no such thing."));
        registries::RemoteRun run;
        run.id = id;
        run.code = "abc";
        run.raw = R"({"metrics":[]})";
        run.datasets = datasets;
        return run;
    }
    Status write()
    {
        if (refuseWrites)
            return fail(refused("CS-REGISTRY-FORBIDDEN", "The registry's account may not do this."));
        ++writes;
        return {};
    }
    Status setAlias(const std::string& name, const std::string& alias, const std::string& to, std::stop_token) override
    {
        CS_CHECK(write());
        held.at(name).aliases[alias] = to;
        return {};
    }
    Status removeAlias(const std::string& name, const std::string& alias, std::stop_token) override
    {
        CS_CHECK(write());
        held.at(name).aliases.erase(alias);
        return {};
    }
    Status setTag(const std::string& name, const std::string& of, const std::string& key, const std::string& value,
        std::stop_token) override
    {
        CS_CHECK(write());
        heldVersions.at({name, of}).tags[key] = value;
        return {};
    }
    Result<std::vector<registries::RemoteFile>> files(const registries::RemoteVersion&, std::stop_token) override
    {
        return std::vector<registries::RemoteFile>{{"b.json", 2}, {"a/model.bin", 3}, {".git/config", 1}};
    }
    Status fetch(const registries::RemoteVersion&, const registries::RemoteFile& file,
        const std::function<Status(std::string_view)>& sink, std::stop_token) override
    {
        return sink(file.name == "b.json" ? "{}" : file.name == "a/model.bin" ? "xyz" : shortFile ? "" : "1");
    }
    bool shortFile = false;
};

} // namespace cs::test
