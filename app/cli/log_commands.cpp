// SPDX-License-Identifier: GPL-3.0-or-later
// log list|show|export|anchor, checkpoint, proof inclusion|consistency, verify, report export
#include "app/cli/context.h"

#include "core/audit/verify.h"
#include "core/ledger/checkpoint.h"
#include "core/workspace/exports.h"
#include "core/workspace/heads/ask_witness.h"
#include "core/workspace/team.h"

#include <algorithm>
#include <fstream>
#include <iostream>

namespace cs::cli {
namespace {

void addList(CLI::App& log, Context& context)
{
    static std::string filter;
    static std::int64_t most = 50;
    auto* list = log.add_subcommand("list", "Entries, newest first");
    list->add_option("filter", filter, "Words, type:promotion.approved, by:a3, about:p9");
    list->add_option("-n", most, "How many at the most");
    context.bind(list, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.ledger());
        CS_TRY(auto found, views::findEntries(*session, filter));
        if (static_cast<std::int64_t>(found.size()) > most)
            found.resize(static_cast<std::size_t>(most));
        CS_TRY(const auto rows, views::entryRows(*session, found));
        Reply reply;
        std::vector<std::vector<std::string>> cells;
        for (const auto& row : rows)
            cells.push_back({std::to_string(row.index), row.at.text(), row.type, row.signer.name, row.says});
        reply.text = table({"Entry", "Time (UTC)", "Event", "Signed by", "What it says"}, cells);
        reply.members = [rows](json::Writer& out) {
            out.key("entries").beginArray();
            for (const auto& row : rows) {
                out.beginObject().member("index", row.index).member("at", std::string_view(row.at.text()));
                out.member("type", std::string_view(row.type)).member("actor", std::string_view(row.signer.id.text()));
                out.member("says", std::string_view(row.says)).endObject();
            }
            out.endArray();
        };
        return reply;
    });
}

void addShow(CLI::App& log, Context& context)
{
    static std::int64_t index = 0;
    auto* show = log.add_subcommand("show", "One entry: payload, signature, place in the tree");
    show->add_option("entry", index)->required();
    context.bind(show, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.ledger());
        CS_TRY(const auto detail, views::entryDetail(*session, index));
        Reply reply;
        reply.text = detail.payload + "\nSigned by " + detail.row.signer.name + " " + detail.fingerprint + " ("
            + detail.keyState + ")\nLeaf " + detail.leaf.hex() + ", in the tree of " + std::to_string(detail.headSize)
            + ", root " + detail.headRoot.hex() + "\n";
        reply.members = [detail](json::Writer& out) {
            out.member("index", detail.row.index).key("payload").raw(detail.payload);
            out.member("leaf", std::string_view(detail.leaf.hex()));
        };
        return reply;
    });
}

void addExport(CLI::App& log, Context& context)
{
    static std::string output;
    auto* exportCommand = log.add_subcommand("export", "All entries as stored, one a line");
    exportCommand->add_option("-o,--output", output, "Where to; standard output if not given");
    context.bind(exportCommand, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.ledger());
        std::ofstream file;
        if (!output.empty() && output != "-")
            file.open(output, std::ios::binary | std::ios::trunc);
        std::ostream& out = file.is_open() ? file : std::cout;
        std::int64_t done = 0;
        while (done < session->head().size) {
            CS_TRY(const auto lines, session->store().read(done, 4U << 20U));
            for (const auto& line : lines)
                out << line << '\n';
            done += static_cast<std::int64_t>(lines.size());
        }
        out.flush();
        if (!out)
            return fail(couldNot("CS-CLI-FILE", "%1 cannot be written.", {qs(output)}));
        Reply reply;
        reply.rawText = !file.is_open();
        if (file.is_open())
            reply.text = "Wrote " + std::to_string(done) + " entries to " + output + ".\n";
        reply.members = [head = session->head()](json::Writer& json) {
            json.member("entries", head.size).member("root", std::string_view(head.root.hex()));
        };
        return reply;
    });
}

/// Under a policy with trusted time an execution into exposed stages waits for this. A cron job of the agent's host
/// runs it, or a pipeline right after `promote execute`.
void addAnchor(CLI::App& log, Context& context)
{
    auto* anchor = log.add_subcommand("anchor", "Anchor the tree head in time (watch agent); executions wait for it");
    context.bind(anchor, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        const TreeHead head = session->head();
        const auto waiting = session->state().awaitingAnchor;
        const events::TimeAnchored event{head.size, head.root.hex(), "agent", c.now(), std::nullopt};
        CS_TRY(const Appended appended, session->submit(event, signer));
        Reply reply = appendedReply(appended, '\0', "Anchored " + std::to_string(head.size) + " entries");
        std::vector<std::pair<std::string, bool>> settled;
        for (const PromotionId id : waiting)
            if (!session->state().awaitingAnchor.contains(id)) {
                const auto effect = session->state().promotions.find(id.index())->effect;
                settled.emplace_back(id.text(), effect == engine::Promotion::Effect::Confirmed);
                reply.text += "  " + id.text()
                    + (settled.back().second ? " has taken effect\n" : " was dated elsewhere and never takes effect\n");
            }
        reply.members = [inner = reply.members, settled](json::Writer& out) {
            inner(out);
            out.key("promotions").beginArray();
            for (const auto& [id, confirmed] : settled) {
                out.beginObject().member("id", std::string_view(id));
                out.key("confirmed").boolean(confirmed).endObject();
            }
            out.endArray();
        };
        return reply;
    });
}

void addCheckpoint(CLI::App& app, Context& context)
{
    static std::string output;
    static std::vector<std::string> witnesses;
    auto* checkpoint = app.add_subcommand("checkpoint", "The tree head as a signed note, by the workspace's log key");
    checkpoint->add_option(
        "--witness", witnesses, "Address of a witness whose cosignature is asked for; again for more");
    checkpoint->add_option("-o,--output", output, "Where to; standard output if not given");
    context.bind(checkpoint, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.ledger());
        if (!session->state().logKey)
            return fail(refused("CS-CLI-NO-LOG-KEY", "This workspace was founded without a log key."));
        CS_TRY(const auto key, c.keyRing().unlock(*session->state().logKey));
        CS_TRY(std::string note, signCheckpoint(session->state().workspaceId, session->head(), *key));
        for (const std::string& url : witnesses) {
            CS_TRY(note, heads::askWitness(*session, note, url));
        }
        CS_CHECK(writeFile(output.empty() ? "-" : output, note));
        Reply reply;
        reply.rawText = output.empty() || output == "-";
        if (!reply.rawText)
            reply.text = "Wrote the checkpoint to " + output + ".\n";
        return reply;
    });
}

Reply proofReply(const std::vector<Digest>& proof, std::function<void(json::Writer&)> head, const std::string& text)
{
    Reply reply;
    reply.text = text;
    for (const auto& hash : proof)
        reply.text += hash.hex() + "\n";
    reply.members = [proof, head = std::move(head)](json::Writer& out) {
        head(out);
        out.key("proof").beginArray();
        for (const auto& hash : proof)
            out.string(hash.hex());
        out.endArray();
    };
    return reply;
}

void addProof(CLI::App& app, Context& context)
{
    auto* proof = app.add_subcommand("proof", "Merkle proofs")->require_subcommand(1)->fallthrough();
    static std::int64_t index = 0, older = 0;
    auto* inclusion = proof->add_subcommand("inclusion", "That an entry is in the tree");
    inclusion->add_option("entry", index)->required();
    context.bind(inclusion, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.ledger());
        const TreeHead head = session->head();
        CS_TRY(const auto hashes, inclusionProof(index, head.size, session->store()));
        CS_TRY(const std::string line, session->store().readLine(index));
        const Digest leaf = leafHash(line);
        return proofReply(
            hashes,
            [=](json::Writer& out) {
                out.member("index", index).member("size", head.size).member("root", std::string_view(head.root.hex()));
                out.member("leaf", std::string_view(leaf.hex()));
            },
            "entry " + std::to_string(index) + " leaf " + leaf.hex() + "\ntree " + std::to_string(head.size) + " root "
                + head.root.hex() + "\n");
    });
    auto* consistency = proof->add_subcommand("consistency", "That the tree continues an older one");
    consistency->add_option("older", older, "Size of the older tree")->required();
    context.bind(consistency, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.ledger());
        const TreeHead head = session->head();
        CS_TRY(const auto hashes, consistencyProof(older, head.size, session->store()));
        CS_TRY(const Digest root, rootAt(older, session->store()));
        return proofReply(
            hashes,
            [=](json::Writer& out) {
                out.member("older", older).member("olderRoot", std::string_view(root.hex()));
                out.member("size", head.size).member("root", std::string_view(head.root.hex()));
            },
            "tree " + std::to_string(older) + " root " + root.hex() + "\ntree " + std::to_string(head.size) + " root "
                + head.root.hex() + "\n");
    });
}

Reply verifyReply(const query::VerifyReport& report)
{
    Reply reply;
    reply.text = report.verdict + ": " + std::to_string(report.entries) + " entries, root " + report.root.hex() + "\n"
        + std::to_string(report.signatures) + " signatures by " + std::to_string(report.keys) + " keys; workspace "
        + report.workspaceId + " \"" + report.name + "\", mode " + report.mode + "\n";
    for (const auto& problem : report.problems)
        reply.text += "  entry " + std::to_string(problem.entry) + ", law " + std::to_string(problem.law) + ": "
            + problem.message + "\n";
    for (const auto& warning : report.warnings)
        reply.text += "  warning: " + warning + "\n";
    for (const auto& note : report.notes)
        reply.text += "  note: " + note + "\n";
    reply.members = [report](json::Writer& out) {
        out.member("verdict", std::string_view(report.verdict)).member("entries", report.entries);
        out.member("root", std::string_view(report.root.hex()))
            .member("workspace", std::string_view(report.workspaceId));
        out.member("mode", std::string_view(report.mode));
        out.key("problems").beginArray();
        for (const auto& problem : report.problems) {
            out.beginObject().member("entry", problem.entry).member("law", std::int64_t(problem.law));
            out.member("message", std::string_view(problem.message)).endObject();
        }
        out.endArray().key("warnings").beginArray();
        for (const auto& warning : report.warnings)
            out.string(warning);
        out.endArray().key("notes").beginArray();
        for (const auto& note : report.notes)
            out.string(note);
        out.endArray();
    };
    reply.status = report.verdict == "intact" ? 0 : 1;
    reply.code = report.verdict == "intact" ? "OK" : "CS-VERIFY";
    return reply;
}

void addVerify(CLI::App& app, Context& context)
{
    auto* verify = app.add_subcommand("verify", "Every law, every entry, from the first one, with public keys only");
    static std::string bundle, blobs, checkpointFile;
    static int threads = 0;
    verify->add_option("export", bundle, "A file made by \"log export\"; the workspace of -w if not given");
    verify->add_option("--blobs", blobs, "Folder with the policies and evidence of an export");
    verify->add_option("--checkpoint", checkpointFile, "A signed note to compare the tree with");
    verify->add_option("--threads", threads, "Workers; as many as there are cores if not given");
    context.bind(verify, [](Context& c) -> Result<Reply> {
        audit::VerifyOptions options;
        options.threads = threads;
        const SystemClock clock;
        options.now = clock.now();
        if (!checkpointFile.empty()) {
            CS_TRY(options.checkpoint, readFile(checkpointFile, 64U << 10U));
        }
        std::int64_t shown = 0;
        options.progress = [&](std::int64_t done, std::int64_t total) {
            if (done - shown >= 10'000)
                c.progress("  " + std::to_string(shown = done) + " of " + std::to_string(total));
        };
        if (!bundle.empty()) {
            CS_TRY(const auto report, audit::verifyExport(bundle, blobs, options));
            return verifyReply(report);
        }
        if (c.location().empty())
            return fail(usageError("CS-CLI-WORKSPACE", "Verify what? Give -w PATH or an exported file."));
        if (isPgUrl(c.location()))
            CS_CHECK(c.ledger()); // fetches and checks what is new, into this desk's copy
        CS_TRY(const Environment* own, c.environment());
        std::string alarm;
        CS_TRY(const auto store, team::openToVerify(c.location(), *own, alarm));
        CS_TRY(auto report, audit::verifyLedger(*store, options));
        if (!alarm.empty())
            report.warnings.push_back(alarm);
        return verifyReply(report);
    });
}

void addReport(CLI::App& app, Context& context)
{
    auto* report = app.add_subcommand("report", "Documents for people")->require_subcommand(1)->fallthrough();
    static std::string kind, promotion, format = "html", output;
    context.bind(report->add_subcommand("list", "The reports there are"), [](Context&) -> Result<Reply> {
        Reply reply;
        reply.text = table({"Report", "Formats", "About"}, {{"promotion-record", "html, json", "one promotion (R1)"}});
        reply.members = [](json::Writer& out) {
            out.key("reports").beginArray().beginObject().member("kind", "promotion-record");
            out.key("formats").beginArray().string("html").string("json").endArray().endObject().endArray();
        };
        return reply;
    });
    auto* exportCommand = report->add_subcommand("export", "Write a report");
    exportCommand->add_option("kind", kind, "promotion-record")->required();
    exportCommand->add_option("--promotion", promotion, "#41, 41 or p120")->required();
    exportCommand->add_option("--format", format, "html or json");
    exportCommand->add_option("-o,--output", output, "Where to; standard output if not given");
    context.bind(exportCommand, [](Context& c) -> Result<Reply> {
        if (kind != "promotion-record" || (format != "html" && format != "json"))
            return fail(usageError("CS-CLI-REPORT", "The reports are: promotion-record, as html or json."));
        CS_TRY(Session * session, c.session(true));
        CS_TRY(const PromotionId id, views::findPromotion(*session, promotion));
        CS_TRY(const Bytes bytes, exports::promotionRecord(*session, id, format, c.now()));
        CS_CHECK(writeFile(output.empty() ? "-" : output, bytes));
        Reply reply;
        reply.rawText = output.empty() || output == "-";
        if (!reply.rawText)
            reply.text = "Wrote " + output + ".\n";
        return reply;
    });
}

} // namespace

void addLogCommands(CLI::App& app, Context& context)
{
    auto* log = app.add_subcommand("log", "Ledger entries")->require_subcommand(1)->fallthrough();
    addList(*log, context);
    addShow(*log, context);
    addExport(*log, context);
    addAnchor(*log, context);
    addCheckpoint(app, context);
    addProof(app, context);
    addVerify(app, context);
    addReport(app, context);
}

} // namespace cs::cli
