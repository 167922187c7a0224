// SPDX-License-Identifier: GPL-3.0-or-later
// init, demo, workspace backup|restore|info|trust
#include "app/cli/context.h"
#include "app/cli/policy_source.h"

#include "core/crypto/keys.h"
#include "core/domain/printed_name.h"
#include "core/workspace/backup.h"
#include "core/workspace/demo.h"

#include <QFile>

#include <csignal>

namespace cs::cli {
namespace {

volatile std::sig_atomic_t interrupted = 0;

Result<std::string> policyBytes(const std::string& name)
{
    const std::string known = name == "default" ? "default-policy" : name == "small-team" ? "small-team-policy" : "";
    if (known.empty())
        return readFile(name, 4U << 20U);
    QFile file(QStringLiteral(":/policies/") + qs(known) + QStringLiteral(".json"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(couldNot("CS-CLI-RESOURCE", "The policy %1 is not part of this program.", {qs(name)}));
    return file.readAll().toStdString();
}

Reply headReply(const query::HeadView& head, const std::string& sentence)
{
    Reply reply;
    reply.text = sentence + "\nWorkspace " + head.workspaceId + " \"" + head.name + "\", mode " + head.mode
        + "\nTree head " + std::to_string(head.size) + ":" + head.root.hex() + "\n";
    if (head.link == query::HeadView::Link::Offline)
        reply.text += "Offline: " + head.offlineWhy + "\n";
    reply.members = [head](json::Writer& out) {
        out.member("workspace", std::string_view(head.workspaceId)).member("name", std::string_view(head.name));
        out.member("mode", std::string_view(head.mode)).member("size", head.size);
        out.member("root", std::string_view(head.root.hex()));
        out.key("opened").boolean(head.opened);
        if (head.link != query::HeadView::Link::Local)
            out.member("link", std::string_view(head.link == query::HeadView::Link::Up ? "up" : "offline"));
        if (!head.offlineWhy.empty())
            out.member("offline", std::string_view(head.offlineWhy));
        if (!head.alarm.empty())
            out.member("alarm", std::string_view(head.alarm));
        if (!head.newerLedger.empty())
            out.member("newer", std::string_view(head.newerLedger));
    };
    if (!head.alarm.empty()) {
        reply.status = 1;
        reply.code = "CS-PIN-ALARM";
    }
    return reply;
}

void addInit(CLI::App& app, Context& context)
{
    auto* init = app.add_subcommand("init", "Found a workspace: its ledger, its first administrator, its policy");
    static std::string path, name, mode = "team", policy = "default", founder;
    init->add_option("path", path, "NAME.countersign, or postgresql://USER@HOST/DATABASE")->required();
    init->add_option("--name", name, "Name of the workspace")->required();
    init->add_option("--mode", mode, "team (at least two administrators), single or demo");
    init->add_option("--policy", policy, "default (regulated), small-team (three people), or a file");
    init->add_option("--founder", founder, "Your printed name")->required();
    context.bind(init, [](Context& c) -> Result<Reply> {
        if (QFile::exists(qs(path)))
            return fail(
                refused("CS-STORE-EXISTS", "%1 exists already and is left as it is. Choose another name.", {qs(path)}));
        for (const std::string& text : {name, founder})
            CS_CHECK(checkPrintedName(text));
        CS_TRY(const std::string bytes, policyBytes(policy));
        CS_CHECK(policyText(policy, bytes));
        CS_TRY(const Environment* environment, c.environment());
        std::optional<std::string> passphrase;
        if (mode != "demo") {
            CS_TRY(passphrase, c.askPassphrase("New passphrase for " + founder + ": ", true));
        }
        CS_TRY(const PublicKey founderKey, c.keyRing().createPersonKey(founder, passphrase));
        CS_TRY(auto secret, c.keyRing().unlock(founderKey, passphrase.value_or("")));
        CS_TRY(const PublicKey logKey, c.keyRing().createPersonKey("Checkpoint key of " + name, std::nullopt));
        FoundingSpec spec{name, mode, founder, bytes};
        const auto founded = Session::found(path, spec, secret, logKey, *environment);
        if (!founded) {
            // Keys of a workspace that is not there would only puzzle their owner.
            (void)c.keyRing().forget(founderKey);
            (void)c.keyRing().forget(logKey);
            return fail(founded.error());
        }
        const auto& session = *founded;
        return headReply(
            session->headView(), "Founded " + path + ". Now enrol people, have administrators accept, and open it.");
    });
}

} // namespace

void addWorkspaceCommands(CLI::App& app, Context& context)
{
    addInit(app, context);
    static std::string path, output;
    auto* demo = app.add_subcommand("demo", "Make the example workspace");
    demo->add_option("path", path, "NAME.countersign")->required();
    context.bind(demo, [](Context& c) -> Result<Reply> {
        CS_TRY(const Environment* environment, c.environment());
        // The first Ctrl+C ends it tidily; a second one at once.
        struct sigaction action { };
        action.sa_handler = [](int) { interrupted = 1; };
        action.sa_flags = static_cast<int>(SA_RESETHAND);
        sigaction(SIGINT, &action, nullptr);
        sigaction(SIGTERM, &action, nullptr);
        c.progress("Making the example workspace in " + path + " …");
        CS_TRY(const auto session,
            demo::create(
                path, *environment, c.keyRing(), [&](const std::string& line) { c.progress("  " + line); },
                [] { return interrupted != 0; }));
        return headReply(session->headView(), "Made the example workspace. It is for trying out, not evidence.");
    });
    auto* workspace = app.add_subcommand("workspace", "The workspace file")->require_subcommand(1)->fallthrough();
    context.bind(workspace->add_subcommand("info", "Id, mode and tree head"), [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.ledger());
        return headReply(session->headView(), session->headView().location);
    });
    auto* backup = workspace->add_subcommand("backup", "Write a copy of the workspace, verified");
    backup->add_option("output", output, "New file")->required();
    context.bind(backup, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        CS_CHECK(backup::write(*session, output));
        return headReply(session->headView(), "Wrote " + output + ".");
    });
    auto* restore =
        workspace->add_subcommand("restore", "Put a backup in the place of the workspace of -w, and pin its head");
    restore->add_option("backup", path, "File made by \"workspace backup\"")->required();
    context.bind(restore, [](Context& c) -> Result<Reply> {
        if (c.location().empty())
            return fail(usageError("CS-CLI-WORKSPACE", "Restore to where? Give -w PATH."));
        CS_TRY(const Environment* environment, c.environment());
        CS_TRY(const auto lost, backup::restore(path, c.location(), *environment));
        CS_TRY(Session * session, c.session(true));
        Reply reply = headReply(session->headView(), "Restored " + c.location() + ". " + lost);
        reply.members = [inner = reply.members, lost](json::Writer& out) {
            inner(out);
            out.member("restored", std::string_view(lost));
        };
        return reply;
    });
    addTeamCommands(app, *workspace, context);
}

} // namespace cs::cli
