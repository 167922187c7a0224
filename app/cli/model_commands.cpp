// SPDX-License-Identifier: GPL-3.0-or-later
// model register|show|tag|describe|serving, version register|amend|digest; the lists are in list_commands.cpp
#include "app/cli/context.h"

#include "core/crypto/artifact.h"
#include "core/identity/file_keystore.h"
#include "core/workspace/registries/sync.h"

#include <algorithm>
#include <map>

#include <unistd.h>

namespace cs::cli {

Result<ModelId> findModel(Session& session, const std::string& text)
{
    if (auto id = ModelId::fromText(text); id && session.state().model(*id) != nullptr)
        return *id;
    for (const auto& [id, model] : session.state().models)
        if (model.name == text)
            return id;
    return fail(usageError("CS-CLI-NO-MODEL", "There is no model %1 (see \"model list\").", {qs(text)}));
}

namespace {

std::map<std::string, std::string> pairs(const std::vector<std::string>& texts)
{
    std::map<std::string, std::string> out;
    for (const auto& text : texts) {
        const auto equals = std::min(text.find('='), text.size());
        out[text.substr(0, equals)] = equals < text.size() ? text.substr(equals + 1) : std::string();
    }
    return out;
}

// What the options of the `model` commands fill in; one command runs per process.
std::string name, role, id, reason;
std::vector<std::string> sets;

void addRegister(CLI::App& model, Context& context)
{
    auto* reg = model.add_subcommand("register", "Register a model");
    reg->add_option("--name", name, "Name")->required();
    reg->add_option("--owner-role", role, "Role that owns it")->required();
    context.bind(reg, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const Appended appended, session->submit(events::ModelRegistered{name, role, std::nullopt}, signer));
        return appendedReply(appended, 'm', "Registered " + name + ":");
    });
}

void addTag(CLI::App& model, Context& context)
{
    auto* tag = model.add_subcommand("tag", "Set governance tags");
    tag->add_option("model", id, "m12 or a name")->required();
    tag->add_option("tags", sets, "risk_tier=high regulated=true …")->required();
    tag->add_option("--reason", reason, "Why")->required();
    context.bind(tag, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const ModelId modelId, findModel(*session, id));
        const Erasable why = session->erasable(reason);
        CS_TRY(const Appended appended,
            session->submit(events::ModelTagsSet{modelId, pairs(sets), why.commitment}, signer, {why}));
        return appendedReply(appended, '\0', "Tags of " + id + " set");
    });
}

void addDescribe(CLI::App& model, Context& context)
{
    auto* describe = model.add_subcommand("describe", "Set the intended use, the retention policy or a cost budget");
    describe->add_option("model", id, "m12 or a name")->required();
    describe->add_option("members", sets, "intended_use=… retention_policy=… cost.per_month=…")->required();
    context.bind(describe, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const ModelId modelId, findModel(*session, id));
        std::vector<Erasable> blobs;
        auto set = pairs(sets);
        for (auto& [key, value] : set)
            if (key == "intended_use") {
                blobs.push_back(session->erasable(value));
                value = blobs.back().commitment.digest.text();
            }
        CS_TRY(const Appended appended, session->submit(events::ModelDescribed{modelId, set}, signer, blobs));
        return appendedReply(appended, '\0', "Description of " + id + " set");
    });
}

void addServing(CLI::App& model, Context& context)
{
    auto* serving = model.add_subcommand("serving", "Set serving metadata (platform team)");
    static std::string endpoint, region, capacity, fallback, config, actuator;
    serving->add_option("model", id, "m12 or a name")->required();
    serving->add_option("--endpoint", endpoint)->required();
    serving->add_option("--region", region)->required();
    serving->add_option("--capacity", capacity)->required();
    serving->add_option("--fallback", fallback, "What answers without a model");
    serving->add_option("--config", config, "sha256:… of the serving configuration")->required();
    serving->add_option("--actuator", actuator, "sha256:… of the actuator's configuration")->required();
    context.bind(serving, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        events::ModelServingSet event;
        CS_TRY(event.model, findModel(*session, id));
        event.endpoint = endpoint;
        event.region = region;
        event.capacity = capacity;
        if (!fallback.empty())
            event.fallback = fallback;
        CS_TRY(event.config, Digest::fromText(config));
        CS_TRY(event.actuator, Digest::fromText(actuator));
        CS_TRY(const Appended appended, session->submit(event, signer));
        return appendedReply(appended, '\0', "Serving metadata of " + id + " set");
    });
}

void addModel(CLI::App& app, Context& context)
{
    auto* model = app.add_subcommand("model", "Registered models")->require_subcommand(1)->fallthrough();
    addRegister(*model, context);
    addTag(*model, context);
    addDescribe(*model, context);
    addServing(*model, context);
    addModelLists(*model, context);
}

/// A member of the file, if it is there.
template <class T> Status readMember(const json::Value& root, std::string_view member, T& target)
{
    if (root.find(member).isValid()) {
        CS_TRY(target, codec::decode<T>(root.find(member)));
    }
    return {};
}

/// The file a pipeline writes: the members of version.registered, free text as it stands.
/// @param description what the version says already: members that the file leaves out stay. Null: all must be there.
Result<events::VersionDescription> readDescription(Session& session, const std::string& bytes,
    std::vector<Erasable>& blobs, const events::VersionDescription* present = nullptr)
{
    CS_TRY(const auto document, json::parse(bytes));
    const json::Value root = document->root();
    events::VersionDescription description = present == nullptr ? events::VersionDescription() : *present;
    for (const char* member : {"artifact", "data", "pipeline"})
        if (present == nullptr && !root.find(member).isObject())
            return fail(usageError("CS-CLI-VERSION", "The member \"%1\" is missing.", {QString::fromLatin1(member)}));
    if (root.find("label").isString())
        description.label = root.find("label").string();
    if (root.find("code").isString())
        description.code = root.find("code").string();
    CS_CHECK(readMember(root, "artifact", description.artifact));
    if (root.find("image").isString()) {
        CS_TRY(description.image, Digest::fromText(root.find("image").string()));
    }
    CS_CHECK(readMember(root, "data", description.data));
    CS_CHECK(readMember(root, "pipeline", description.pipeline));
    if (root.find("features").isArray())
        description.features.clear();
    for (const json::Value feature : root.find("features")) {
        CS_TRY(auto named, codec::decode<events::NamedVersion>(feature));
        description.features.push_back(std::move(named));
    }
    std::sort(description.features.begin(), description.features.end());
    if (root.find("source").isObject()) {
        CS_TRY(description.source, codec::decode<events::VersionSource>(root.find("source")));
    }
    for (const json::Value contributor : root.find("contributors")) {
        CS_TRY(const ActorId who, ActorId::fromText(contributor.string()));
        description.contributors.push_back(who);
    }
    if (const auto others = root.find("otherContributors"); others.isString()) {
        blobs.push_back(session.erasable(std::string(others.string())));
        description.otherContributors = blobs.back().commitment;
    }
    return description;
}

/// Names from the command line besides those of the file.
Status addContributors(Context& c, const std::vector<std::string>& names, events::VersionDescription& description)
{
    auto& list = description.contributors;
    for (const auto& person : names) {
        CS_TRY(const ActorId who, c.findActor(person));
        list.push_back(who);
    }
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return {};
}

// What the options of the `version` commands fill in.
std::string versionModel, versionFile;

Reply digestReply(const std::string& sha, const std::string& method, std::int64_t bytes)
{
    Reply reply;
    reply.text = sha + "  " + method + ", " + std::to_string(bytes) + " bytes\n";
    reply.members = [=](json::Writer& out) {
        out.key("artifact").beginObject().member("method", std::string_view(method));
        out.member("sha", std::string_view(sha)).member("bytes", bytes).endObject();
    };
    return reply;
}

/// Fetches every file of a version from its registry. @param amend also records what came out.
Result<Reply> digestFromRegistry(Context& c, VersionId version, bool amend)
{
    CS_TRY(Session * session, c.session(!amend));
    CS_TRY(const sync::Place place, sync::placeOf(*session, version));
    std::optional<Signer> signer;
    if (amend) {
        CS_TRY(signer, c.signer());
    }
    CS_TRY(const auto connector,
        sync::connect(
            *session, session->state().registries.at(place.registry), serviceKeyPlace() ? nullptr : &c.keychain()));
    CS_TRY(const auto remote, connector->version(place.name, place.version, {}));
    CS_TRY(const events::Artifact artifact,
        sync::fetchDigest(*connector, remote, [&c](std::size_t done, std::size_t total) {
            c.progress("File " + std::to_string(done) + " of " + std::to_string(total));
        }));
    if (amend) {
        events::VersionAmended event{version, session->state().versions.find(version.index())->description};
        event.set.artifact = artifact;
        CS_CHECK(session->submit(event, *signer));
    }
    return digestReply(artifact.sha->text(), artifact.method, artifact.bytes.value_or(0));
}

/// What goes into the member "artifact": somebody has to compute it from the bytes.
void addDigest(CLI::App& version, Context& context)
{
    static std::string path;
    static bool amend = false;
    auto* digest = version.add_subcommand(
        "digest", "The digest of a model's bytes: of a file or folder, or of a version as its registry hands it out");
    digest->add_option("path", path, "A file, a folder (its OpenSSF Model Signing root), or v34")->required();
    digest->add_flag("--amend", amend, "Of a version in a registry: record it (role registry_sync, automation …)");
    context.bind(digest, [](Context& c) -> Result<Reply> {
        if (const auto inRegistry = VersionId::fromText(path); inRegistry && ::access(path.c_str(), F_OK) != 0)
            return digestFromRegistry(c, *inRegistry, amend);
        if (amend)
            return fail(usageError("CS-CLI-USAGE", "--amend needs a version of a registry, such as v34."));
        CS_TRY(const ArtifactDigest artifact, artifactDigest(path));
        return digestReply(artifact.sha.text(), artifact.method, artifact.bytes);
    });
}

void addVersion(CLI::App& app, Context& context)
{
    auto* version = app.add_subcommand("version", "Model versions")->require_subcommand(1)->fallthrough();
    static std::vector<std::string> contributors;
    auto* reg = version->add_subcommand("register", "Register a version from a JSON file");
    reg->add_option("--model", versionModel, "m12 or a name")->required();
    reg->add_option(
           "--file", versionFile, "version.json: label, artifact, image, code, data, pipeline, features, source")
        ->required();
    reg->add_option(
        "--contributor", contributors, "Persons who made it, who then cannot approve it (ids, roles, names)");
    context.bind(reg, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        events::VersionRegistered event;
        std::vector<Erasable> blobs;
        CS_TRY(event.model, findModel(*session, versionModel));
        CS_TRY(const std::string bytes, readFile(versionFile, 256U << 10U));
        auto description = readDescription(*session, bytes, blobs);
        if (!description)
            return fail(inFile(versionFile, description.error()));
        event.description = std::move(*description);
        CS_CHECK(addContributors(c, contributors, event.description));
        CS_TRY(const Appended appended, session->submit(event, signer, blobs));
        return appendedReply(appended, 'v', "Registered " + event.description.label + ":");
    });
    auto* amend =
        version->add_subcommand("amend", "Change what a version says of itself; approvals fall by what differs");
    amend->add_option("version", id, "v34")->required();
    amend->add_option("--file", versionFile, "JSON with the members that change");
    amend->add_option("--contributor", contributors, "Further persons who made it (ids, roles, names)");
    context.bind(amend, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const VersionId versionId, VersionId::fromText(id));
        const auto* row = session->state().versions.find(versionId.index());
        if (row == nullptr)
            return fail(usageError("CS-CLI-NO-VERSION", "There is no version %1.", {qs(id)}));
        events::VersionAmended event{versionId, row->description};
        std::vector<Erasable> blobs;
        if (!versionFile.empty()) {
            CS_TRY(const std::string bytes, readFile(versionFile, 256U << 10U));
            auto description = readDescription(*session, bytes, blobs, &row->description);
            if (!description)
                return fail(inFile(versionFile, description.error()));
            event.set = std::move(*description);
        }
        CS_CHECK(addContributors(c, contributors, event.set));
        CS_TRY(const Appended appended, session->submit(event, signer, blobs));
        return appendedReply(appended, '\0', "Amended " + id);
    });
    addDigest(*version, context);
    addVersionLists(*version, context);
}

} // namespace

void addModelCommands(CLI::App& app, Context& context)
{
    addModel(app, context);
    addVersion(app, context);
}

} // namespace cs::cli
