// SPDX-License-Identifier: GPL-3.0-or-later
// heads show|write|compare|exchange|forget and witness key|cosign|serve: what others have seen of this ledger
#include "app/cli/context.h"
#include "app/cli/witness_server.h"

#include "core/evidence/visible_text.h"
#include "core/workspace/heads/exchange.h"
#include "core/workspace/heads/witness.h"

#include <QFileInfo>

#include <algorithm>

namespace cs::cli {
namespace {

const char* relationWord(const heads::Judged& judged)
{
    if (judged.givenUp)
        return "given up";
    return judged.relation == heads::Relation::Part ? "part of this ledger"
        : judged.relation == heads::Relation::Newer ? "newer than this ledger"
                                                    : "ANOTHER HISTORY";
}

std::string vouchersOf(const heads::Judged& judged)
{
    std::string all;
    for (const std::string& voucher : judged.vouchers)
        all += (all.empty() ? "" : ", ") + visibleText(voucher).text;
    return all.empty() ? "nobody this ledger trusts" : all;
}

Reply headsReply(const Session& session, const std::vector<heads::Judged>& all)
{
    Reply reply;
    std::vector<std::vector<std::string>> cells;
    for (const heads::Judged& judged : all)
        cells.push_back({visibleText(judged.seen.source).text, judged.head.text().substr(0, 24), relationWord(judged),
            vouchersOf(judged), judged.cosignedAt ? judged.cosignedAt->text() : "-", judged.seen.at.text()});
    reply.text = "This desk has verified " + session.head().text() + ".\n";
    if (!cells.empty())
        reply.text += table({"Seen in", "Head", "Is", "Signed by", "Signed (UTC)", "Came (UTC)"}, cells);
    const std::string alarm = session.headView().alarm;
    if (!alarm.empty()) {
        reply.text += alarm + "\n";
        reply.status = 1;
        reply.code = "CS-HEADS-ALARM";
    }
    reply.members = [all, own = session.head(), alarm](json::Writer& out) {
        out.member("size", own.size).member("root", std::string_view(own.root.hex()));
        out.member("alarm", std::string_view(alarm)).key("heads").beginArray();
        for (const heads::Judged& judged : all) {
            out.beginObject().member("source", std::string_view(judged.seen.source));
            out.member("size", judged.head.size).member("root", std::string_view(judged.head.root.hex()));
            out.member("relation", std::string_view(relationWord(judged))).key("signedBy").beginArray();
            for (const std::string& voucher : judged.vouchers)
                out.string(voucher);
            out.endArray().endObject();
        }
        out.endArray();
    };
    return reply;
}

void addExchange(CLI::App& heads, Context& context)
{
    static std::string folder, source;
    auto* exchange =
        heads.add_subcommand("exchange", "Write this desk's head into a shared folder, compare the others'");
    exchange->add_option("folder", folder, "A folder that several desks can write, and the server's owner cannot")
        ->required();
    context.bind(exchange, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.ledger());
        CS_TRY(const auto key, heads::deskKey(session->environment()));
        CS_TRY(const heads::Exchanged exchanged, heads::exchange(*session, key, folder));
        Reply reply = headsReply(*session, exchanged.judged);
        for (const Error& error : exchanged.unreadable)
            reply.text.append("Not read: ").append(utf8(error.message())).append("\n");
        reply.members = [inner = reply.members, unread = exchanged.unreadable](json::Writer& out) {
            inner(out);
            out.key("notRead").beginArray();
            for (const Error& error : unread)
                out.string(utf8(error.message()));
            out.endArray();
        };
        return reply;
    });
    auto* forget = heads.add_subcommand("forget", "Remove a head that was seen, by what \"heads show\" calls it");
    forget->add_option("source", source, "For example ada.checkpoint")->required();
    context.bind(forget, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.ledger());
        CS_CHECK(heads::SeenHeads(session->environment().stateDir, session->state().workspaceId).remove(source));
        Reply reply;
        reply.text = "Removed.\n";
        return reply;
    });
}

void addHeads(CLI::App& app, Context& context)
{
    auto* heads = app.add_subcommand("heads", "Compare tree heads with others")->require_subcommand(1)->fallthrough();
    static std::string output = "-";
    static std::vector<std::string> files;
    context.bind(heads->add_subcommand("show", "What others were shown of this ledger, as far as it came here"),
        [](Context& c) -> Result<Reply> {
            CS_TRY(Session * session, c.ledger());
            CS_TRY(const auto all, session->seenHeads());
            return headsReply(*session, all);
        });
    auto* write = heads->add_subcommand("write", "This desk's verified head as a cosigned checkpoint, for a colleague");
    write->add_option("-o,--output", output, "Where to; standard output if not given");
    context.bind(write, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.ledger());
        CS_TRY(const auto key, heads::deskKey(session->environment()));
        CS_CHECK(writeFile(output, heads::ownNote(*session, key)));
        Reply reply;
        reply.rawText = output == "-";
        if (!reply.rawText)
            reply.text = "Wrote " + session->head().text() + " to " + output + ".\n";
        return reply;
    });
    auto* compare =
        heads->add_subcommand("compare", "Compare checkpoints that came from others; 1 where one disagrees");
    compare->add_option("file", files, "Checkpoints; - is standard input")->required();
    context.bind(compare, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.ledger());
        std::vector<heads::Seen> seen;
        for (const std::string& file : files) {
            CS_TRY(std::string bytes, readFile(file, note::bytesMax));
            seen.push_back({utf8(QFileInfo(qs(file)).fileName()), std::move(bytes), c.now()});
            CS_CHECK(session->judge(seen.back())); // says what is wrong with it
        }
        CS_TRY(const auto judged, session->takeHeads(seen));
        Reply reply = headsReply(*session, judged);
        const bool differs = std::ranges::any_of(
            judged, [](const auto& item) { return item.relation == heads::Relation::Other && !item.givenUp; });
        if (differs && reply.status == 0) {
            reply.status = 1;
            reply.code = "CS-HEADS-OTHER";
        }
        return reply;
    });
    addExchange(*heads, context);
}

void addWitness(CLI::App& app, Context& context)
{
    auto* witness = app.add_subcommand("witness", "This desk vouches for the heads that it has verified")
                        ->require_subcommand(1)
                        ->fallthrough();
    static std::string input, output = "-", listen = "127.0.0.1:8437";
    context.bind(witness->add_subcommand("key", "This desk's public key, for \"people trust --purpose witness\""),
        [](Context& c) -> Result<Reply> {
            CS_TRY(const Environment* environment, c.environment());
            CS_TRY(const auto key, heads::deskKey(*environment));
            Reply reply;
            reply.text = key.verifier.text() + "\n";
            reply.members = [text = key.verifier.text()](
                                json::Writer& out) { out.member("key", std::string_view(text)); };
            return reply;
        });
    auto* cosign = witness->add_subcommand("cosign", "Add this desk's cosignature to a checkpoint that it agrees with");
    cosign->add_option("checkpoint", input, "The file; - is standard input")->required();
    cosign->add_option("-o,--output", output, "Where to; standard output if not given");
    context.bind(cosign, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        CS_TRY(const auto key, heads::deskKey(session->environment()));
        CS_TRY(const std::string bytes, readFile(input, note::bytesMax));
        CS_TRY(const std::string cosigned, heads::cosign(*session, key, bytes));
        CS_CHECK(writeFile(output, cosigned));
        Reply reply;
        reply.rawText = output == "-";
        if (!reply.rawText)
            reply.text = "Cosigned; wrote " + output + ".\n";
        return reply;
    });
    auto* serve = witness->add_subcommand("serve", "A witness over HTTP (C2SP tlog-witness) for the workspace of -w");
    serve->add_option("--listen", listen, "ADDRESS:PORT; put a TLS proxy in front of anything but this computer");
    context.bind(serve, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.ledger());
        CS_TRY(const auto key, heads::deskKey(session->environment()));
        const std::string folder = session->environment().stateDir + "/witness";
        heads::Witness answers(folder, key.verifier, key.secret, *session->environment().clock);
        answers.know({checkpointOrigin(session->state().workspaceId), heads::logKeys(session->state())});
        CS_CHECK(serveWitness(answers, listen, [&](const std::string& line) { c.progress(line); }));
        return Reply();
    });
}

} // namespace

void addHeadsCommands(CLI::App& app, Context& context)
{
    addHeads(app, context);
    addWitness(app, context);
}

} // namespace cs::cli
