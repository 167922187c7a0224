// SPDX-License-Identifier: GPL-3.0-or-later
// The people group: keys, enrolment, roles, the quorum's decisions and the clock's correction.
#include "app/cli/context.h"

#include "core/crypto/keys.h"
#include "core/domain/printed_name.h"
#include "core/identity/file_keystore.h"
#include "core/workspace/people_commands.h"

#include <algorithm>

namespace cs::cli {
namespace {

Result<Appended> propose(Context& c, const commands::Draft& draft)
{
    CS_TRY(const Signer signer, c.signer());
    CS_TRY(Session * session, c.session());
    return commands::submit(*session, draft, signer);
}

Reply changeReply(Session& session, const Appended& appended, const std::string& what)
{
    const auto& authorityCase = session.state().authorityCases.at(appended.index);
    const bool done = authorityCase.effectiveAt.has_value();
    Reply reply = appendedReply(appended, '\0', what + (done ? ": in force" : ": proposed, waits for endorsements"));
    const auto inner = reply.members;
    reply.members = [inner, done, index = appended.index](json::Writer& out) {
        inner(out);
        out.member("proposal", index);
        out.key("effective").boolean(done);
        out.member("actor", std::string_view("a" + std::to_string(index)));
    };
    return reply;
}

void addNewKey(CLI::App& people, Context& context)
{
    static std::string workspace, name, output, keyFile;
    static bool demo = false;
    auto* command =
        people.add_subcommand("new-key", "Make a key on this machine and a proof file to carry to an administrator");
    command->add_option("--workspace-id", workspace, "32 hex digits, from an administrator")->required();
    command->add_option("--name", name, "Printed name, or what a service is called")->required();
    command->add_option("-o,--output", output, "Proof file")->required();
    command->add_option("--service-key-file", keyFile, "For a service: write the key to this new owner-only file");
    command->add_flag("--demo", demo, "Without passphrase; signs in demo workspaces only");
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_CHECK(checkPrintedName(name));
        SecretKey key = SecretKey::generate();
        if (!keyFile.empty()) {
            CS_CHECK(saveServiceKey(keyFile, key));
        } else {
            std::optional<std::string> passphrase;
            if (!demo) {
                CS_TRY(passphrase, c.askPassphrase("New passphrase for " + name + ": ", true));
            }
            CS_CHECK(c.keyRing().importKey(key, name, passphrase));
        }
        CS_CHECK(writeFile(output, cs::people::proofFile(key, workspace, name, !keyFile.empty(), randomHex(32))));
        Reply reply;
        const std::string print = fingerprint(key.publicKey());
        reply.text = "Made key " + print + ". Carry " + output + " to an administrator, and compare the fingerprint.\n";
        reply.members = [print](json::Writer& out) { out.member("fingerprint", std::string_view(print)); };
        return reply;
    });
}

void addEnrol(CLI::App& people, Context& context)
{
    static std::string file, reason = "Enrolment", actor;
    auto* command = people.add_subcommand("enrol", "Propose to enrol the holder of a proof file");
    command->add_option("proof", file, "File made by \"people new-key\", or - for standard input")->required();
    command->add_option("--reason", reason, "Why");
    command->add_option("--add-to", actor, "An enrolled actor who gets this as a further key");
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session());
        CS_TRY(const std::string bytes, readFile(file, cs::people::proofBytesMax));
        CS_TRY(const auto proof, cs::people::readProof(file, bytes, session->state().workspaceId));
        std::optional<ActorId> addTo;
        if (!actor.empty()) {
            CS_TRY(addTo, c.findActor(actor));
        }
        CS_TRY(const commands::Draft draft, cs::people::enrol(*session, proof, addTo, reason));
        CS_TRY(const Appended appended, propose(c, draft));
        return changeReply(*session, appended, "Enrol " + proof.name + " " + fingerprint(proof.key));
    });
}

void addGrant(CLI::App& people, Context& context)
{
    static std::string who, role, until, reason = "Grant";
    static std::vector<std::string> domains;
    static std::int64_t grant = 0;
    auto* command = people.add_subcommand("grant", "Propose that somebody holds a role");
    command->add_option("actor", who, "a3, a role or a name")->required();
    command->add_option("role", role, "product_owner, …")->required();
    command->add_option("--domain", domains, "Only for these business domains");
    command->add_option("--until", until, "2027-01-01T00:00:00.000Z");
    command->add_option("--reason", reason, "Why");
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session());
        CS_TRY(const ActorId actor, c.findActor(who));
        std::optional<UtcTime> end;
        if (!until.empty()) {
            CS_TRY(end, UtcTime::fromText(until));
        }
        CS_TRY(const commands::Draft draft, cs::people::grant(*session, actor, role, domains, end, reason));
        CS_TRY(const Appended appended, propose(c, draft));
        return changeReply(*session, appended, "Grant " + role + " to " + who);
    });
    auto* end = people.add_subcommand("end-role", "Propose to end a role that was granted");
    end->add_option("grant", grant, "Index of the entry that granted it")->required();
    end->add_option("--reason", reason, "Why");
    context.bind(end, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session());
        CS_TRY(const Appended appended, propose(c, cs::people::endRole(*session, grant, reason)));
        return changeReply(*session, appended, "End the role granted at entry " + std::to_string(grant));
    });
}

void addRevoke(CLI::App& people, Context& context)
{
    static std::string print, why = "lost", reason = "Revocation";
    static std::int64_t since = -1, threshold = 1;
    static std::vector<std::string> admins;
    auto* command = people.add_subcommand("revoke", "Propose to revoke a key");
    command->add_option("fingerprint", print, "SHA256:…")->required();
    command->add_option("--why", why, "rotated, lost, left or compromised");
    command->add_option("--since", since, "Compromised: first entry that may be a stranger's");
    command->add_option("--reason", reason, "Words");
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session());
        CS_TRY(const PublicKey key, cs::people::findKey(*session, print));
        const auto from = since < 0 ? std::nullopt : std::optional(since);
        CS_TRY(const Appended appended, propose(c, cs::people::revoke(*session, key, why, from, reason)));
        return changeReply(*session, appended, "Revoke " + print);
    });
    auto* set = people.add_subcommand("set-admins", "Propose other administrators");
    set->add_option("admins", admins, "a0 a5 a9")->required();
    set->add_option("--threshold", threshold, "How many must agree")->required();
    set->add_option("--reason", reason, "Words");
    context.bind(set, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session());
        std::vector<ActorId> ids;
        for (const auto& admin : admins) {
            CS_TRY(const ActorId id, c.findActor(admin));
            ids.push_back(id);
        }
        CS_TRY(const Appended appended, propose(c, cs::people::setAdmins(*session, std::move(ids), threshold, reason)));
        return changeReply(*session, appended, "Set administrators");
    });
}

/// A further key of one's own, wanted by the old one. It counts when the administrators have endorsed it; the old key
/// is revoked afterwards ("people revoke … --why rotated").
void addRotate(CLI::App& people, Context& context)
{
    static std::string keyFile, reason = "Rotation";
    auto* command = people.add_subcommand("rotate", "Make a new key for yourself, proposed with the one you have");
    command->add_option("--service-key-file", keyFile, "For a service: write the new key to this new owner-only file");
    command->add_option("--reason", reason, "Why");
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session());
        CS_TRY(const Signer signer, c.signer());
        const auto& state = session->state();
        const bool service = state.actor(signer.actor)->kind == engine::ActorKind::Service;
        if (service != !keyFile.empty())
            return fail(
                usageError("CS-CLI-ROTATE", "A service's new key goes to --service-key-file, a person's does not."));
        SecretKey key = SecretKey::generate();
        const PublicKey made = key.publicKey();
        const std::string name = views::person(*session, signer.actor).name;
        if (service) {
            CS_CHECK(saveServiceKey(keyFile, key));
        } else {
            std::optional<std::string> passphrase;
            if (state.mode != engine::Mode::Demo) {
                CS_TRY(passphrase, c.askPassphrase("New passphrase for " + name + ": ", true));
            }
            CS_CHECK(c.keyRing().importKey(key, name, passphrase));
        }
        const auto appended = propose(c, cs::people::rotate(*session, signer, key, randomHex(32), reason));
        if (!appended && !service)
            (void)c.keyRing().forget(made);
        CS_CHECK(appended);
        Reply reply = changeReply(*session, *appended, "New key " + fingerprint(made) + " of " + name);
        reply.members = [inner = reply.members, print = fingerprint(made)](json::Writer& out) {
            inner(out);
            out.member("fingerprint", std::string_view(print));
        };
        return reply;
    });
    static std::string newName;
    auto* card = people.add_subcommand("rename", "Change the printed name that your signatures show from now on");
    card->add_option("name", newName, "Printed name")->required();
    context.bind(card, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session());
        CS_TRY(const Signer signer, c.signer());
        const Erasable blob = session->erasable(newName);
        CS_TRY(const Appended appended, session->submit(events::CardReplaced{blob.commitment}, signer, {blob}));
        return appendedReply(appended, '\0', "Your name is " + newName + " from now on");
    });
}

void addTrust(CLI::App& people, Context& context, const char* name, const char* help, bool distrust)
{
    static std::string purpose, key, called, reason = "Trust list";
    auto* command = people.add_subcommand(name, help);
    command->add_option("--purpose", purpose, "artifact, provenance, tsa, witness, export or log")->required();
    command->add_option("--name", called, "What checks and results call this signer")->required();
    command->add_option("--key", key, "Public key as base64")->required();
    command->add_option("--reason", reason, "Why");
    context.bind(command, [distrust](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session());
        const events::Change change = distrust ? events::Change(events::change::Distrust{purpose, key, called})
                                               : events::Change(events::change::Trust{purpose, key, called});
        CS_TRY(const Appended appended, propose(c, cs::people::proposal(*session, change, reason)));
        return changeReply(
            *session, appended, std::string(distrust ? "Distrust " : "Trust ") + called + " for " + purpose);
    });
}

void addCorrectClock(CLI::App& people, Context& context)
{
    static std::int64_t from = 0, to = 0;
    static std::string reason = "A clock was wrong";
    auto* command = people.add_subcommand("correct-clock", "Propose that the dates of some entries do not count");
    command->add_option("from", from, "First entry that a wrong clock dated")->required();
    command->add_option("to", to, "Last one")->required();
    command->add_option("--reason", reason, "Words");
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session());
        CS_TRY(const Appended appended,
            propose(c, cs::people::proposal(*session, events::change::CorrectClock{from, to}, reason)));
        return changeReply(
            *session, appended, "Leave out the dates of entries " + std::to_string(from) + " to " + std::to_string(to));
    });
}

void addFounding(CLI::App& people, Context& context)
{
    static std::vector<std::string> admins;
    static std::int64_t threshold = 1, proposal = 0;
    static bool object = false;
    context.bind(people.add_subcommand("accept", "Accept the founding, as an administrator to be"),
        [](Context& c) -> Result<Reply> {
            CS_TRY(const Signer signer, c.signer());
            CS_TRY(Session * session, c.session());
            CS_TRY(const Appended appended, session->submit(events::FoundingAccepted{}, signer));
            return appendedReply(appended, '\0', "Accepted what stands before this entry");
        });
    auto* open = people.add_subcommand("open", "Open the workspace, as its founder");
    open->add_option("--admin", admins, "a0 a5 …")->required();
    open->add_option("--threshold", threshold, "How many must agree")->required();
    context.bind(open, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        events::WorkspaceOpened event;
        for (const auto& admin : admins) {
            CS_TRY(const ActorId id, c.findActor(admin));
            event.admins.push_back(id);
        }
        std::sort(event.admins.begin(), event.admins.end());
        event.threshold = threshold;
        CS_TRY(const Appended appended, session->submit(event, signer));
        return appendedReply(appended, '\0', "The workspace is open");
    });
    auto* endorse = people.add_subcommand("endorse", "Endorse a proposal about people and keys");
    endorse->add_option("proposal", proposal, "Entry index")->required();
    endorse->add_flag("--object", object, "Object instead");
    context.bind(endorse, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session());
        // What is endorsed is shown before the passphrase is asked for.
        if (session->state().authorityCases.contains(proposal)) {
            CS_TRY(const auto proposed, session->decoded(proposal));
            c.progress("  entry " + std::to_string(proposal) + ": " + views::says(*session, proposal, proposed));
        }
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(const Appended appended,
            session->submit(events::AuthorityEndorsed{proposal, object ? "object" : "endorse"}, signer));
        const bool done = session->state().authorityCases.at(proposal).effectiveAt.has_value();
        return appendedReply(appended, '\0', done ? "Endorsed: now in force" : "Endorsed: waits for others");
    });
    auto* withdraw = people.add_subcommand("withdraw", "Withdraw your proposal about people and keys");
    withdraw->add_option("proposal", proposal, "Entry index")->required();
    context.bind(withdraw, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const Appended appended, session->submit(events::AuthorityWithdrawn{proposal}, signer));
        return appendedReply(appended, '\0', "Withdrawn");
    });
}

void addList(CLI::App& people, Context& context)
{
    context.bind(people.add_subcommand("list", "Who, with which roles and keys"), [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        const auto rows = views::people(*session);
        Reply reply;
        std::vector<std::vector<std::string>> cells;
        const auto joined = [](const std::vector<std::string>& words) {
            std::string text;
            for (const auto& word : words)
                text += (text.empty() ? "" : ", ") + word;
            return text;
        };
        for (const auto& row : rows)
            cells.push_back({row.person.id.text(), row.person.name, row.person.service ? "service" : "person",
                std::string(row.admin ? "administrator" : "") + (row.admin && !row.roles.empty() ? ", " : "")
                    + joined(row.roles),
                joined(row.keys)});
        reply.text = table({"Id", "Name", "Kind", "Roles", "Keys"}, cells);
        reply.members = [rows](json::Writer& out) {
            out.key("people").beginArray();
            for (const auto& row : rows) {
                out.beginObject()
                    .member("id", std::string_view(row.person.id.text()))
                    .member("name", std::string_view(row.person.name));
                out.key("service").boolean(row.person.service).key("admin").boolean(row.admin);
                out.key("roles").beginArray();
                for (const auto& role : row.roles)
                    out.string(role);
                out.endArray().key("keys").beginArray();
                for (const auto& key : row.keys)
                    out.string(key);
                out.endArray().endObject();
            }
            out.endArray();
        };
        return reply;
    });
    context.bind(people.add_subcommand("keychain", "What state the keychain is in, and the remedy"),
        [](Context& c) -> Result<Reply> {
            const auto diagnosis = c.keychain().diagnose();
            if (diagnosis.state != KeychainState::Ready)
                return fail(diagnosis.error());
            Reply reply;
            reply.text = diagnosis.backend + ": ready.\n";
            reply.members = [backend = diagnosis.backend](
                                json::Writer& out) { out.member("backend", std::string_view(backend)); };
            return reply;
        });
}

} // namespace

void addPeopleCommands(CLI::App& app, Context& context)
{
    auto* people =
        app.add_subcommand("people", "Persons, services, roles and keys")->require_subcommand(1)->fallthrough();
    addNewKey(*people, context);
    addEnrol(*people, context);
    addGrant(*people, context);
    addRevoke(*people, context);
    addRotate(*people, context);
    addTrust(*people, context, "trust", "Propose to trust an outside signer, such as who signs model files", false);
    addTrust(*people, context, "distrust", "Propose to trust an outside signer no longer", true);
    addCorrectClock(*people, context);
    addFounding(*people, context);
    addList(*people, context);
}

} // namespace cs::cli
