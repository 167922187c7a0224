// SPDX-License-Identifier: GPL-3.0-or-later
// workspace refill|move|sign-in|script and doctor: what a workspace on a server needs
#include "app/cli/context.h"

#include "core/workspace/doctor.h"
#include "core/workspace/loss.h"
#include "core/workspace/people_commands.h"
#include "core/workspace/refill.h"
#include "core/workspace/team.h"

#include <QFile>

#include <algorithm>

namespace cs::cli {
namespace {

Reply filledReply(const team::Filled& filled, const std::string& place)
{
    Reply reply;
    reply.text = place + ": " + std::to_string(filled.lines) + " entries, " + std::to_string(filled.texts)
        + " texts and " + std::to_string(filled.evidence) + " evidence files written.\n";
    reply.members = [filled](json::Writer& out) {
        out.member("lines", filled.lines).member("texts", filled.texts).member("evidence", filled.evidence);
    };
    return reply;
}

team::FillProgress told(Context& c)
{
    return [&c](std::int64_t done, std::int64_t total) {
        c.progress(std::to_string(done) + " of " + std::to_string(total) + " entries");
    };
}

Result<PgPlace> serverOf(Context& c)
{
    if (!isPgUrl(c.location()))
        return fail(usageError("CS-TEAM-NO-SERVER", "This is for a workspace on a server: give -w postgresql://…."));
    return PgPlace::parse(c.location());
}

void addRefill(CLI::App& workspace, Context& context)
{
    static std::string from;
    auto* refill = workspace.add_subcommand(
        "refill", "Give an empty or lost server back what this desk's verified copy (or a backup) holds");
    refill->add_option("--from", from, "A backup or workspace file instead of this desk's copy");
    context.bind(refill, [](Context& c) -> Result<Reply> {
        CS_TRY(const PgPlace place, serverOf(c));
        CS_TRY(const Environment* environment, c.environment());
        CS_TRY(const team::Filled filled, team::refill(place, *environment, from, {{}, told(c)}));
        Reply reply = filledReply(filled, place.location);
        // A copy has the evidence that somebody looked at on this desk, and nobody should believe it has all.
        reply.text += "Evidence files that nobody looked at on this desk are not among them: run this at the other "
                      "desks too, or give --from BACKUP.\n";
        return reply;
    });
}

/// The proposal to move there that is in force and that nothing followed.
bool mayMoveNow(const Session& session, const std::string& kind)
{
    const auto& cases = session.state().authorityCases;
    return std::ranges::any_of(cases, [&](const auto& item) {
        const auto* move = std::get_if<events::change::MoveStore>(&item.second.change);
        return move != nullptr && move->to == kind && item.second.effectiveAt == session.head().size - 1;
    });
}

Result<Reply> moveTo(Context& c, const std::string& target, const std::string& reason)
{
    const std::string kind = isPgUrl(target) ? "postgres" : "file";
    if (kind == "file" && QFile::exists(qs(target)))
        return fail(refused("CS-STORE-EXISTS", "%1 exists already and is left as it is.", {qs(target)}));
    CS_TRY(Session * session, c.session());
    CS_TRY(const Environment* environment, c.environment());
    if (!mayMoveNow(*session, kind)) {
        CS_TRY(const Signer signer, c.signer());
        const auto draft = people::proposal(*session, events::change::MoveStore{kind}, reason);
        CS_TRY(const Appended appended, commands::submit(*session, draft, signer));
        if (!mayMoveNow(*session, kind)) {
            Reply reply = appendedReply(
                appended, '\0', "Move the ledger: proposed, waits for endorsements. Then run the same command again");
            return reply;
        }
    }
    if (kind == "file") {
        CS_TRY(const auto file, SqliteLogStore::create(target));
        CS_TRY(const auto filled, team::copyInto(*file, session->store()));
        return filledReply(filled, target);
    }
    CS_TRY(const PgPlace place, PgPlace::parse(target));
    CS_CHECK(team::prepare(place, *environment));
    CS_TRY(const auto remote, PgLog::open(place, team::connectOptions(place, *environment)));
    CS_TRY(const auto filled, team::fill(*remote, session->store(), told(c)));
    return filledReply(filled, place.location);
}

std::string lossText(const query::LossCase& lost, const std::string& place)
{
    const auto head = [](const query::ShownHead& shown) { return std::to_string(shown.size) + ":" + shown.root.hex(); };
    std::string text = place + "\n  verified here   " + head(lost.had) + "\n  stands at       " + head(lost.found)
        + "\n  both hold       " + head(lost.common) + "\n";
    std::vector<std::vector<std::string>> cells;
    for (const auto& row : lost.rows)
        cells.push_back({std::to_string(row.index), row.at.text(), row.type, row.signer});
    if (cells.empty())
        return text + "Which entries are given up cannot be shown: there is no copy of them here.\n";
    text += table({"Given up", "Time (UTC)", "Event", "Signed by"}, cells);
    if (lost.lost > std::ssize(lost.rows))
        text += "and " + std::to_string(lost.lost - std::ssize(lost.rows)) + " more, up to entry "
            + std::to_string(lost.had.size - 1) + ".\n";
    return text;
}

void lossMembers(json::Writer& out, const query::LossCase& lost)
{
    const auto head = [&](const char* name, const query::ShownHead& shown) {
        out.key(name).beginObject().member("size", shown.size);
        out.member("root", std::string_view(shown.root.hex())).endObject();
    };
    head("had", lost.had);
    head("common", lost.common);
    head("found", lost.found);
    out.member("lost", lost.lost).key("accepted").boolean(lost.accepted).key("rows").beginArray();
    for (const query::LossCase::Row& row : lost.rows) {
        out.beginObject().member("index", row.index).member("at", std::string_view(row.at.text()));
        out.member("type", std::string_view(row.type)).member("signer", std::string_view(row.signer)).endObject();
    }
    out.endArray();
}

/// One desk after the other gives the command: an administrator's signs, and when the quorum is reached each desk's
/// takes over what the store shows.
Result<Reply> acceptLoss(Context& c, const std::string& reason, bool show)
{
    if (c.location().empty())
        return fail(usageError("CS-CLI-WORKSPACE", "Which workspace? Give -w PATH or set COUNTERSIGN_WORKSPACE."));
    CS_TRY(const Environment* environment, c.environment());
    CS_TRY(auto session, loss::open(c.location(), *environment, told(c)));
    CS_TRY(auto lost, loss::look(*session));
    Reply reply;
    reply.text = lossText(lost, session->headView().location);
    if (!show && !lost.accepted) {
        c.progress(reply.text);
        CS_TRY(const Signer signer, c.signer(*session));
        CS_CHECK(loss::sign(*session, reason, signer));
        CS_TRY(lost, loss::look(*session));
    }
    if (!show && lost.accepted) {
        CS_TRY(const std::string sentence, loss::settle(std::move(session)));
        reply.text = sentence + "\n";
    } else {
        reply.text += std::to_string(lost.signers.size()) + " of " + std::to_string(lost.threshold)
            + " administrators have signed to give this up.\n";
    }
    reply.members = [lost](json::Writer& out) { lossMembers(out, lost); };
    return reply;
}

void addAcceptLoss(CLI::App& workspace, Context& context)
{
    static std::string reason = "The store has lost these entries";
    static bool show = false;
    auto* accept = workspace.add_subcommand("accept-loss",
        "Give up what the store has lost: administrators sign, then each desk takes over what the store shows");
    accept->add_option("--reason", reason, "Why");
    accept->add_flag("--show", show, "Only say what is lost and who has signed");
    context.bind(accept, [](Context& c) { return acceptLoss(c, reason, show); });
}

void addMove(CLI::App& workspace, Context& context)
{
    static std::string target, reason = "Move of the ledger";
    auto* move = workspace.add_subcommand("move", "Move the ledger from a file to a server or back; asks the quorum");
    move->add_option("to", target, "postgresql://… or a new file")->required();
    move->add_option("--reason", reason, "Why");
    context.bind(move, [](Context& c) { return moveTo(c, target, reason); });
}

void addSignIn(CLI::App& workspace, Context& context)
{
    static bool forget = false;
    auto* signIn = workspace.add_subcommand("sign-in", "Keep the server's password in the keychain");
    signIn->add_flag("--forget", forget, "Remove it instead");
    context.bind(signIn, [](Context& c) -> Result<Reply> {
        CS_TRY(const PgPlace place, serverOf(c));
        Reply reply;
        if (forget) {
            CS_CHECK(c.keychain().remove(team::passwordKey(place)));
            reply.text = "The password of " + place.user + " was removed.\n";
            return reply;
        }
        CS_TRY(const std::string password,
            c.askPassphrase("Password of " + place.user + " at " + place.location + ": ", false));
        PgConnection::Options options;
        options.password = password;
        CS_CHECK(PgLog::open(place, options));
        CS_CHECK(c.keychain().write(team::passwordKey(place), password));
        reply.text = "Signed in. The password is in the keychain.\n";
        return reply;
    });
}

const char* stateWord(team::Check::State state)
{
    return state == team::Check::State::Good ? "good" : state == team::Check::State::Warning ? "warning" : "bad";
}

void addDoctor(CLI::App& app, Context& context)
{
    auto* doctor = app.add_subcommand(
        "doctor", "Check connection, rights, clock, keychain and disk for the workspace of -w, and say the remedy");
    context.bind(doctor, [](Context& c) -> Result<Reply> {
        if (c.location().empty())
            return fail(usageError("CS-CLI-WORKSPACE", "Which workspace? Give -w PATH or set COUNTERSIGN_WORKSPACE."));
        CS_TRY(const Environment* environment, c.environment());
        const auto checks = team::examine(c.location(), *environment, environment->keychain == nullptr);
        Reply reply;
        for (const team::Check& check : checks) {
            reply.text += std::string(stateWord(check.state)) + "  " + check.name + ": " + check.found + "\n";
            if (!check.remedy.empty())
                reply.text += "      " + check.remedy + "\n";
            if (check.state == team::Check::State::Bad) {
                reply.status = 1;
                reply.code = "CS-DOCTOR";
            }
        }
        reply.members = [checks](json::Writer& out) {
            out.key("checks").beginArray();
            for (const team::Check& check : checks) {
                out.beginObject().member("name", std::string_view(check.name));
                out.member("state", std::string_view(stateWord(check.state)));
                out.member("found", std::string_view(check.found));
                out.member("remedy", std::string_view(check.remedy)).endObject();
            }
            out.endArray();
        };
        return reply;
    });
}

} // namespace

void addTeamCommands(CLI::App& app, CLI::App& workspace, Context& context)
{
    addRefill(workspace, context);
    addMove(workspace, context);
    addAcceptLoss(workspace, context);
    addSignIn(workspace, context);
    context.bind(workspace.add_subcommand("script", "Print what an administrator runs to prepare a database"),
        [](Context&) -> Result<Reply> {
            Reply reply;
            CS_TRY(reply.text, team::script());
            return reply;
        });
    addDoctor(app, context);
}

} // namespace cs::cli
