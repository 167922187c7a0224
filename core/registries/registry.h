// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/registries/http/http.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

/// What the product can say about a model registry, whoever made it. Everything that comes from one is a claim of a
/// stranger: it fills in fields and opens findings, and satisfies no gate.
namespace cs::registries {

/// What a kind of registry can do, as data: the sync and the screens ask here, never for the kind's name.
struct Capabilities {
    std::string kind, title; ///< "mlflow", "MLflow"
    bool aliases = false; ///< Names that point at one version of a model each.
    bool stages = false; ///< A stage field of its own.
    bool serving = false; ///< Knows what is served; else an alias or stage stands for it.
    bool artifacts = false; ///< Files of a version can be fetched through it.
    bool runs = false; ///< Metrics and parameters of the run that made a version.
    std::set<std::string> productionStages; ///< Words of its stage field that mean production.
    std::size_t tagKeyMax = 0, tagValueMax = 0; ///< Bytes; 0: no tags.
    int pageSize = 100;
    std::size_t bodyMax = std::size_t{64} << 20U;
};

struct RemoteModel {
    std::string name, description;
    std::map<std::string, std::string> aliases; ///< alias → version
    std::map<std::string, std::string> tags;
};

struct RemoteVersion {
    std::string name, version;
    std::string stage; ///< Empty: none, or the kind has no stages.
    std::string status, source, run;
    std::map<std::string, std::string> tags;
    std::set<std::string> aliases; ///< Complete only after the model was asked as well.
    std::int64_t created = 0, updated = 0; ///< Milliseconds since 1970, UTC; 0 unknown.
    std::string raw; ///< The record as it came, compact JSON: holds user names, goes into an erasable text only.
};

struct RemoteRun {
    std::string id, code; ///< code: the source revision, if the run tells it
    struct Dataset {
        std::string name, digest;
        std::string use; ///< What for, in the run's own word ("training", "validation"); may be empty.
    };
    std::vector<Dataset> datasets; ///< In the registry's order.
    std::map<std::string, std::string> metrics; ///< As written: "0.8"; "NaN", "Infinity" where it is not a number.
    std::map<std::string, std::string> params;
    std::string raw;
};

struct RemoteFile {
    std::string name; ///< Relative, with '/'.
    std::int64_t bytes = -1;
};

template <class T> struct PageOf {
    std::vector<T> items;
    std::string next; ///< Empty: the last page.
    std::size_t skipped = 0; ///< Records that could not be read.
};

struct Probe {
    std::string says; ///< "MLflow 3.1.0" or what is known
    std::size_t models = 0; ///< On the first page.
    bool more = false;
};

/// One registry. Blocks; belongs to one thread.
class Connector {
public:
    virtual ~Connector() = default;
    virtual const Capabilities& capabilities() const = 0;
    virtual Result<Probe> probe(std::stop_token stop) = 0;
    virtual Result<PageOf<RemoteModel>> models(const std::string& token, std::stop_token stop) = 0;
    /// Of all models.
    virtual Result<PageOf<RemoteVersion>> versions(const std::string& token, std::stop_token stop) = 0;
    virtual Result<RemoteModel> model(const std::string& name, std::stop_token stop) = 0;
    /// One version with its aliases, as it is now.
    virtual Result<RemoteVersion> version(
        const std::string& name, const std::string& version, std::stop_token stop) = 0;
    virtual Result<RemoteRun> run(const std::string& id, std::stop_token stop) = 0;
    virtual Status setAlias(
        const std::string& name, const std::string& alias, const std::string& version, std::stop_token stop) = 0;
    virtual Status removeAlias(const std::string& name, const std::string& alias, std::stop_token stop) = 0;
    virtual Status setTag(const std::string& name, const std::string& version, const std::string& key,
        const std::string& value, std::stop_token stop) = 0;
    /// Files of a version's artifact. @returns CS-REGISTRY-ARTIFACT where the registry does not hand them out.
    virtual Result<std::vector<RemoteFile>> files(const RemoteVersion& version, std::stop_token stop) = 0;
    virtual Status fetch(const RemoteVersion& version, const RemoteFile& file,
        const std::function<Status(std::string_view)>& sink, std::stop_token stop) = 0;
};

/// Waits between two attempts. @returns false where it was stopped.
using Waiter = std::function<bool(int milliseconds, std::stop_token stop)>;
bool waitInterruptibly(int milliseconds, std::stop_token stop);

/// Kinds that can be added, with what each can do.
const std::vector<Capabilities>& kinds();
const Capabilities* findKind(std::string_view kind);

/// @returns CS-REGISTRY-KIND for a kind that this program cannot talk to.
Result<std::unique_ptr<Connector>> makeConnector(
    std::string_view kind, std::unique_ptr<Http> http, Waiter waiter = waitInterruptibly);

/// A stranger's words for a message: one line; what cannot be seen stands as \uXXXX; about 200 characters at most.
std::string quotedWords(std::string_view text);

} // namespace cs::registries
