// SPDX-License-Identifier: GPL-3.0-or-later
// registry add|change|remove|list|sign-in|test|sync|reconcile
#include "app/cli/context.h"

#include "core/identity/file_keystore.h"
#include "core/workspace/registries/connections.h"

#include <algorithm>
#include <csignal>

namespace cs::cli {
namespace {

using registries::Credential;

// What the options of the `registry` commands fill in; one command runs per process.
std::string id, kind = "mlflow", name, url, auth, user, secretFile, ownerRole;
std::vector<std::string> aliases, watched;
std::int64_t every = -1;
bool noWriteBack = false, repair = false;

/// As it stands in the state: a registry carries every observation of it, so nobody copies one.
/// @returns a pointer that holds until the next entry.
Result<const engine::Registry*> findRegistry(const Session& session, const std::string& text)
{
    for (const auto& [registryId, registry] : session.state().registries)
        if (!registry.removed && (registryId.text() == text || registry.name == text))
            return &registry;
    return fail(usageError("CS-REGISTRY-UNKNOWN", "There is no registry %1 (see \"registry list\").", {qs(text)}));
}

Result<sync::RegistryOptions> optionsFromFlags(sync::RegistryOptions options)
{
    if (!auth.empty())
        options.auth = auth;
    if (!user.empty())
        options.user = user;
    for (const auto& pair : aliases) {
        const auto equals = pair.find('=');
        if (equals == std::string::npos)
            return fail(usageError("CS-REGISTRY-OPTIONS", "--alias has the form STAGE=ALIAS, not %1.", {qs(pair)}));
        if (equals + 1 == pair.size())
            options.aliases.erase(pair.substr(0, equals));
        else
            options.aliases[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    if (!watched.empty())
        options.watched = {watched.begin(), watched.end()};
    if (!ownerRole.empty())
        options.ownerRole = ownerRole;
    if (every >= 0)
        options.everySeconds = every;
    if (noWriteBack)
        options.writeBack = false;
    // The reader's rules are the only ones.
    return sync::readOptions(sync::optionsJson(options));
}

void addFlags(CLI::App* command)
{
    command->add_option("--auth", auth, "none, basic or bearer");
    command->add_option("--user", user, "User name of basic");
    command->add_option(
        "--alias", aliases, "STAGE=ALIAS that stands for a stage (production=production); STAGE= for none");
    command->add_option("--watch", watched, "Further aliases that mean production (champion)");
    command->add_option("--owner-role", ownerRole, "Role that owns the models it brings (ml_engineer)");
    command->add_option("--every", every, "Seconds between two synchronisations; 0: only when asked");
    command->add_flag("--no-write-back", noWriteBack, "Never write aliases or stamps");
}

void addAdd(CLI::App& group, Context& context)
{
    auto* add = group.add_subcommand("add", "Add a registry (platform team, tech lead)");
    add->add_option("--name", name, "What it is called here")->required();
    add->add_option("--url", url, "https://… or http://127.0.0.1:5000")->required();
    add->add_option("--kind", kind, "mlflow");
    addFlags(add);
    context.bind(add, [](Context& c) -> Result<Reply> {
        CS_TRY(const auto options, optionsFromFlags(sync::defaultOptions()));
        CS_CHECK(parseRegistryUrl(url));
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const auto event, sync::registryEvent(*session, {options, RegistryId(), kind, name, url}));
        CS_TRY(const Appended appended, session->submit(event, signer));
        return appendedReply(appended, 'r', "Added the registry " + name + ":");
    });
}

void addChange(CLI::App& group, Context& context)
{
    auto* change = group.add_subcommand("change", "Change its name, address or options");
    change->add_option("registry", id, "r12 or a name")->required();
    change->add_option("--name", name);
    change->add_option("--url", url, "Another origin asks for a new sign-in");
    addFlags(change);
    context.bind(change, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const auto* registry, findRegistry(*session, id));
        CS_TRY(const auto options, optionsFromFlags(sync::optionsOf(*session, *registry)));
        const query::RegistryForm form{options, registry->id, registry->kind, name.empty() ? registry->name : name,
            url.empty() ? registry->url : url};
        CS_TRY(const auto event, sync::registryEvent(*session, form));
        CS_TRY(const Appended appended, session->submit(event, signer));
        return appendedReply(appended, '\0', "Changed the registry " + form.id.text());
    });
    auto* remove = group.add_subcommand("remove", "Stop synchronising a registry; what it brought stays");
    remove->add_option("registry", id, "r12 or a name")->required();
    context.bind(remove, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const auto* registry, findRegistry(*session, id));
        const std::string called = registry->name;
        CS_TRY(const Appended appended, session->submit(events::RegistryRemoved{registry->id}, signer));
        return appendedReply(appended, '\0', "Removed the registry " + called);
    });
}

Result<Reply> list(Context& c)
{
    CS_TRY(Session * session, c.session(true));
    std::vector<query::RegistryForm> rows;
    std::vector<std::vector<std::string>> cells;
    for (const auto& [registryId, registry] : session->state().registries) {
        if (registry.removed)
            continue;
        const auto options = sync::optionsOf(*session, registry);
        std::string stands;
        for (const auto& [stage, alias] : options.aliases)
            stands += (stands.empty() ? "" : " ") + stage + "=" + alias;
        cells.push_back({registryId.text(), registry.name, registry.kind, registry.url, options.auth, stands,
            options.everySeconds == 0 ? "when asked" : "every " + std::to_string(options.everySeconds) + " s"});
        rows.push_back({options, registryId, registry.kind, registry.name, registry.url});
    }
    Reply reply;
    reply.text = rows.empty() ? "No registry yet: registry add --name NAME --url URL\n"
                              : table({"Id", "Name", "Kind", "Address", "Sign-in", "Aliases", "Sync"}, cells);
    reply.members = [rows](json::Writer& out) {
        out.key("registries").beginArray();
        for (const query::RegistryForm& row : rows) {
            out.beginObject().member("id", std::string_view(row.id.text()));
            out.member("name", std::string_view(row.name)).member("kind", std::string_view(row.kind));
            out.member("url", std::string_view(row.url)).key("options").raw(sync::optionsJson(row)).endObject();
        }
        out.endArray();
    };
    return reply;
}

/// The first line of an owner-only file, or of standard input, or asked on the terminal.
Result<std::string> readSecret(Context& c)
{
    if (secretFile.empty())
        return c.askPassphrase("Secret of " + id + ": ", false);
    CS_TRY(std::string text, readFile(secretFile, 8192));
    while (text.ends_with('\n') || text.ends_with('\r'))
        text.pop_back();
    return text;
}

void addSignIn(CLI::App& group, Context& context)
{
    auto* signIn = group.add_subcommand("sign-in", "Keep a registry's user name and secret in the keychain");
    signIn->add_option("registry", id, "r12 or a name")->required();
    signIn->add_option("--secret-file", secretFile, "File with the secret, or - for standard input");
    context.bind(signIn, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        CS_TRY(const auto* registry, findRegistry(*session, id));
        const auto options = sync::optionsOf(*session, *registry);
        CS_TRY(const RegistryUrl where, parseRegistryUrl(registry->url));
        if (options.auth == "none")
            return fail(usageError("CS-REGISTRY-SIGN-IN",
                "%1 takes no sign-in as it is set up. Change that first: registry change %2 --auth basic --user NAME.",
                {qs(registry->name), qs(registry->id.text())}));
        CS_TRY(std::string secret, readSecret(c));
        if (secret.empty())
            return fail(usageError("CS-REGISTRY-SECRET", "The secret is empty."));
        const Credential credential = sync::credentialFor(options, std::move(secret), where);
        CS_CHECK(registries::makeHttp(where, credential));
        CS_CHECK(sync::storeCredential(c.keychain(), session->state().workspaceId, registry->id, credential));
        Reply reply;
        reply.text = "The sign-in for " + registry->name + " is in the keychain, for " + where.origin() + " alone.\n";
        reply.members = [where](json::Writer& out) { out.member("origin", std::string_view(where.origin())); };
        return reply;
    });
}

Result<std::unique_ptr<registries::Connector>> connectTo(Context& c, Session& session, const engine::Registry& registry)
{
    return sync::connect(session, registry, serviceKeyPlace() ? nullptr : &c.keychain());
}

void addTest(CLI::App& group, Context& context)
{
    auto* test = group.add_subcommand("test", "Does it answer, and accept the sign-in?");
    test->add_option("registry", id, "r12 or a name")->required();
    context.bind(test, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        CS_TRY(const auto* registry, findRegistry(*session, id));
        CS_TRY(const auto connector, connectTo(c, *session, *registry));
        CS_TRY(const auto probe, connector->probe({}));
        Reply reply;
        reply.text = registry->name + " answers: " + sync::probeText(probe) + ".\n";
        reply.members = [probe](json::Writer& out) {
            out.member("says", std::string_view(probe.says)).member("models", std::int64_t(probe.models));
            out.key("more").boolean(probe.more);
        };
        return reply;
    });
}

std::stop_source stopSource; // NOLINT: Ctrl+C reaches a transfer through it

void stopOnSignal(int)
{
    stopSource.request_stop();
}

std::string reportText(const std::string& registry, const sync::Report& report)
{
    std::string text = registry + ": " + sync::summary(report) + "\n";
    for (const auto& why : report.whySkipped)
        text += "Skipped: " + why + "\n";
    for (const auto& item : report.outOfStep)
        text += "Out of governance (" + item.severity + "): " + item.sentence + "\n";
    return text;
}

void writeReport(json::Writer& out, const sync::Report& report)
{
    const auto number = [&](const char* key, std::size_t value) { out.member(key, static_cast<std::int64_t>(value)); };
    number("models", report.models);
    number("versions", report.versions);
    number("newModels", report.newModels);
    number("newVersions", report.newVersions);
    number("observations", report.observations);
    number("skipped", report.skipped);
    number("writesOk", report.writesOk);
    number("writesRefused", report.writesRefused);
    number("writesConflict", report.writesConflict);
    number("findingsOpened", report.findingsOpened);
    out.key("outOfStep").beginArray();
    for (const auto& item : report.outOfStep) {
        out.beginObject()
            .member("kind", std::string_view(item.kind))
            .member("severity", std::string_view(item.severity));
        out.key("about").beginArray();
        for (const auto& about : item.about)
            out.string(about);
        out.endArray().member("sentence", std::string_view(item.sentence)).endObject();
    }
    out.endArray();
}

struct Synchronised {
    RegistryId id;
    std::string name;
    sync::Report report;
};

Result<std::vector<RegistryId>> chosenRegistries(const Session& session)
{
    std::vector<RegistryId> chosen;
    if (!id.empty()) {
        CS_TRY(const auto* registry, findRegistry(session, id));
        chosen.push_back(registry->id);
        return chosen;
    }
    for (const auto& [registryId, registry] : session.state().registries)
        if (!registry.removed)
            chosen.push_back(registryId);
    return chosen;
}

Result<Synchronised> synchroniseOne(
    Context& c, Session& session, RegistryId registryId, bool record, const std::optional<Signer>& signer)
{
    const engine::Registry& registry = session.state().registries.at(registryId);
    Synchronised done{registryId, registry.name, {}};
    CS_TRY(const auto connector, connectTo(c, session, registry));
    std::size_t told = 0;
    const auto progress = [&](const sync::Progress& at) {
        if (at.phase != sync::Progress::Phase::Versions || at.done < told + 1000)
            return;
        told = at.done;
        c.progress(done.name + ": " + std::to_string(at.done) + " versions read");
    };
    const sync::OnSession here = [&session](const auto& work) { return work(session); };
    CS_TRY(done.report,
        sync::run({registryId, record, repair}, *connector, here, signer, progress, stopSource.get_token()));
    return done;
}

Result<Reply> synchronise(Context& c, bool record)
{
    CS_TRY(Session * session, c.session(!record));
    CS_TRY(const auto chosen, chosenRegistries(*session));
    if (chosen.empty())
        return fail(usageError("CS-REGISTRY-UNKNOWN", "This workspace has no registry (see \"registry add\")."));
    std::optional<Signer> signer;
    if (record) {
        CS_TRY(signer, c.signer());
    }
    std::signal(SIGINT, stopOnSignal);
    std::signal(SIGTERM, stopOnSignal);
    std::vector<Synchronised> done;
    for (const RegistryId registry : chosen) {
        CS_TRY(done.emplace_back(), synchroniseOne(c, *session, registry, record, signer));
    }
    Reply reply;
    for (const Synchronised& one : done) {
        reply.text += reportText(one.name, one.report);
        if (!one.report.outOfStep.empty()) {
            reply.status = 1;
            reply.code = "CS-REGISTRY-OUT-OF-STEP";
        }
    }
    reply.members = [done](json::Writer& out) {
        out.key("registries").beginArray();
        for (const Synchronised& one : done) {
            out.beginObject().member("id", std::string_view(one.id.text()));
            out.member("name", std::string_view(one.name));
            writeReport(out, one.report);
            out.endObject();
        }
        out.endArray();
    };
    return reply;
}

void addSync(CLI::App& group, Context& context)
{
    auto* sync = group.add_subcommand(
        "sync", "Read registries, record what is new, bring aliases and stamps in step (role registry_sync)");
    sync->add_option("registry", id, "r12 or a name; all without it");
    sync->add_flag("--repair", repair, "Also put right what somebody changed by hand");
    context.bind(sync, [](Context& c) { return synchronise(c, true); });
    auto* reconcile = group.add_subcommand("reconcile",
        "Compare registries with the ledger; changes nothing; exit status 1 for anything out of governance");
    reconcile->add_option("registry", id, "r12 or a name; all without it");
    context.bind(reconcile, [](Context& c) { return synchronise(c, false); });
}

} // namespace

void addRegistryCommands(CLI::App& app, Context& context)
{
    auto* group = app.add_subcommand("registry", "Model registries")->require_subcommand(1)->fallthrough();
    addAdd(*group, context);
    addChange(*group, context);
    context.bind(group->add_subcommand("list", "All registries"), list);
    addSignIn(*group, context);
    addTest(*group, context);
    addSync(*group, context);
}

} // namespace cs::cli
