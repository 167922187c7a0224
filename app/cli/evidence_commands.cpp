// SPDX-License-Identifier: GPL-3.0-or-later
// evidence attach|list|show|export|withdraw, result report, drill record
#include "app/cli/context.h"

#include <algorithm>

namespace cs::cli {
namespace {

Result<VersionId> findVersion(Session& session, const std::string& text)
{
    CS_TRY(const VersionId id, VersionId::fromText(text));
    if (session.state().versions.find(id.index()) == nullptr)
        return fail(usageError("CS-CLI-NO-VERSION", "There is no version %1.", {qs(text)}));
    return id;
}

const engine::EvidenceItem* findEvidence(Session& session, const std::string& text)
{
    for (const auto& row : views::versions(session, std::nullopt))
        for (const auto& item : session.state().versions.find(row.id.index())->evidence)
            if (item.id.text() == text)
                return &item;
    return nullptr;
}

// What the options of these commands fill in; one command runs per process.
std::string version, kind, media, title, file, id, output, reason;

void addAttach(CLI::App& evidence, Context& context)
{
    auto* attach = evidence.add_subcommand("attach", "Attach a file to a version");
    attach->add_option("version", version, "v34")->required();
    attach->add_option("file", file, "The file")->required();
    attach->add_option("--kind", kind, "evaluation_report, fairness_report, canary_report, …")->required();
    attach->add_option("--media", media, "Media type; guessed if not given");
    attach->add_option("--title", title, "Shown in lists");
    context.bind(attach, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        events::EvidenceAttached event;
        CS_TRY(event.version, findVersion(*session, version));
        CS_TRY(const Session::StoredFile stored, session->putEvidenceFile(file));
        event.kind = kind;
        event.media = media.empty() ? stored.media : media;
        event.sha = stored.digest;
        event.bytes = stored.bytes;
        event.reader = "countersign-reader/1";
        std::vector<Erasable> blobs;
        if (!title.empty()) {
            blobs.push_back(session->erasable(title));
            event.title = blobs.back().commitment;
        }
        CS_TRY(const Appended appended, session->submit(event, signer, blobs));
        return appendedReply(appended, 'e', "Attached " + kind + ":");
    });
}

void addList(CLI::App& evidence, Context& context)
{
    auto* list = evidence.add_subcommand("list", "Evidence of a version");
    list->add_option("version", version, "v34")->required();
    context.bind(list, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        CS_TRY(const VersionId wanted, findVersion(*session, version));
        const auto items = session->state().versions.find(wanted.index())->evidence;
        Reply reply;
        std::vector<std::vector<std::string>> cells;
        for (const auto& item : items)
            cells.push_back({item.id.text(), item.kind, item.media, std::to_string(item.bytes), item.sha.text(),
                item.withdrawn ? "withdrawn" : views::person(*session, item.author).name});
        reply.text = table({"Id", "Kind", "Media", "Bytes", "Digest", "By"}, cells);
        reply.members = [items](json::Writer& out) {
            out.key("evidence").beginArray();
            for (const auto& item : items) {
                out.beginObject()
                    .member("id", std::string_view(item.id.text()))
                    .member("kind", std::string_view(item.kind));
                out.member("media", std::string_view(item.media)).member("bytes", item.bytes);
                out.member("digest", std::string_view(item.sha.text()));
                out.key("withdrawn").boolean(item.withdrawn.has_value());
                out.endObject();
            }
            out.endArray();
        };
        return reply;
    });
}

void addShow(CLI::App& evidence, Context& context)
{
    auto* show = evidence.add_subcommand("show", "One piece of evidence, and whether its bytes are here and whole");
    show->add_option("evidence", id, "e40")->required();
    context.bind(show, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        const auto* found = findEvidence(*session, id);
        if (found == nullptr)
            return fail(usageError("CS-CLI-NO-EVIDENCE", "There is no evidence %1.", {qs(id)}));
        const engine::EvidenceItem item = *found;
        const Status read = session->store().streamBlob(item.sha, [](std::string_view) { return Status(); });
        const std::string bytes = read ? "verified" : hasCode(read.error(), blobMissingCode) ? "missing" : "altered";
        const std::string name = item.title ? session->textOf(*item.title).value_or("(erased)") : "";
        Reply reply;
        reply.text = item.id.text() + " " + item.kind + (name.empty() ? "" : " \"" + name + "\"") + "\n" + item.media
            + ", " + std::to_string(item.bytes) + " bytes, " + item.sha.text() + ": " + bytes + "\nAttached at "
            + item.attached.time.text() + " by " + views::person(*session, item.author).name
            + (item.withdrawn ? ", withdrawn at " + item.withdrawn->time.text() : "") + "\n";
        reply.members = [item, name, bytes](json::Writer& out) {
            out.member("id", std::string_view(item.id.text())).member("kind", std::string_view(item.kind));
            out.member("title", std::string_view(name)).member("media", std::string_view(item.media));
            out.member("bytes", item.bytes).member("digest", std::string_view(item.sha.text()));
            out.member("author", std::string_view(item.author.text()));
            out.member("attachedAt", std::string_view(item.attached.time.text()));
            out.key("withdrawn").boolean(item.withdrawn.has_value()).member("content", std::string_view(bytes));
        };
        reply.status = bytes == "altered" ? 1 : 0;
        reply.code = bytes == "altered" ? "CS-CLI-EVIDENCE" : "OK";
        return reply;
    });
}

void addExport(CLI::App& evidence, Context& context)
{
    auto* exportCommand = evidence.add_subcommand("export", "Write a piece of evidence to a file");
    exportCommand->add_option("evidence", id, "e40")->required();
    exportCommand->add_option("-o,--output", output, "Where to; - is standard output")->required();
    context.bind(exportCommand, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        const auto* item = findEvidence(*session, id);
        if (item == nullptr)
            return fail(usageError("CS-CLI-NO-EVIDENCE", "There is no evidence %1.", {qs(id)}));
        CS_TRY(const Bytes bytes, session->store().getBlob(item->sha, 512U << 20U));
        CS_CHECK(writeFile(output, bytes));
        Reply reply;
        if (output != "-")
            reply.text = "Wrote " + std::to_string(bytes.size()) + " bytes, " + item->sha.text() + ".\n";
        reply.rawText = output == "-";
        return reply;
    });
}

void addWithdraw(CLI::App& evidence, Context& context)
{
    auto* withdraw = evidence.add_subcommand("withdraw", "Withdraw a piece of evidence");
    withdraw->add_option("evidence", id, "e40")->required();
    withdraw->add_option("--reason", reason, "Why")->required();
    context.bind(withdraw, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const EvidenceId evidenceId, EvidenceId::fromText(id));
        const Erasable why = session->erasable(reason);
        CS_TRY(const Appended appended,
            session->submit(events::EvidenceWithdrawn{evidenceId, why.commitment}, signer, {why}));
        return appendedReply(appended, '\0', "Withdrawn " + id);
    });
}

/// A result as pipelines write it: `value` is a decimal string or a number, true, false, or `status` stands instead.
Result<events::ResultItem> readItem(json::Value value)
{
    events::ResultItem item;
    item.name = value.find("name").string();
    const auto text = [&](std::string_view key) -> std::optional<std::string> {
        const auto member = value.find(key);
        return member.isString() ? std::optional(std::string(member.string())) : std::nullopt;
    };
    const auto decimal = [&](std::string_view key, std::optional<Decimal>& target) -> Status {
        const auto member = value.find(key);
        if (!member.isValid() || member.isNull())
            return {};
        CS_TRY(target, Decimal::fromText(member.isString() ? member.string() : member.numberText()));
        return {};
    };
    const auto integer = [&](std::string_view key, std::optional<std::int64_t>& target) -> Status {
        const auto member = value.find(key);
        target = member.integer();
        if (!target && member.isValid() && !member.isNull())
            return fail(usageError("CS-CLI-RESULT", "\"%1\" of the result \"%2\" is no whole number within 2^53.",
                {qs(std::string(key)), qs(item.name)}));
        return {};
    };
    if (const auto flag = value.find("value").boolean())
        item.flag = *flag;
    else
        CS_CHECK(decimal("value", item.value));
    if (const auto flag = value.find("flag").boolean())
        item.flag = *flag;
    item.status = text("status");
    item.unit = text("unit").value_or("1");
    item.slice = text("slice");
    item.signer = text("signer");
    CS_CHECK(integer("n", item.n));
    CS_CHECK(integer("level", item.level));
    CS_CHECK(decimal("low", item.low));
    CS_CHECK(decimal("high", item.high));
    if (const auto dataset = value.find("dataset"); dataset.isObject()) {
        CS_TRY(item.dataset, codec::decode<events::DatasetRef>(dataset));
    }
    return item;
}

Result<events::ResultReported> readReport(const std::string& bytes, UtcTime now)
{
    CS_TRY(const auto document, json::parse(bytes));
    const json::Value root = document->root();
    events::ResultReported event;
    if (!root.find("results").isArray())
        return fail(usageError("CS-CLI-RESULT", "The list \"results\" is missing."));
    for (const json::Value value : root.find("results")) {
        CS_TRY(auto item, readItem(value));
        event.results.push_back(std::move(item));
    }
    if (root.find("run").isString())
        event.run = std::string(root.find("run").string());
    if (root.find("inputs").isObject()) {
        CS_TRY(event.inputs, codec::decode<events::ResultInputs>(root.find("inputs")));
    }
    event.measuredAt = now;
    if (root.find("measuredAt").isString()) {
        CS_TRY(event.measuredAt, UtcTime::fromText(root.find("measuredAt").string()));
    }
    return event;
}

void addResult(CLI::App& app, Context& context)
{
    auto* result =
        app.add_subcommand("result", "Signed, typed facts that checks read")->require_subcommand(1)->fallthrough();
    auto* report = result->add_subcommand("report", "Report results of a version from a JSON file");
    static std::string evidence;
    report->add_option("version", version, "v34")->required();
    report
        ->add_option(
            "--file", file, "JSON: results [{name, value, unit, dataset, slice, n, …}], run, inputs, measuredAt")
        ->required();
    report->add_option("--evidence", evidence, "e40: the file they were read from");
    context.bind(report, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const std::string bytes, readFile(file, 1U << 20U));
        auto read = readReport(bytes, c.now());
        if (!read)
            return fail(inFile(file, read.error()));
        events::ResultReported event = std::move(*read);
        CS_TRY(event.version, findVersion(*session, version));
        const auto& artifact = session->state().versions.find(event.version.index())->description.artifact.sha;
        if (!artifact)
            return fail(refused("CS-CLI-UNVERIFIED",
                "%1 has no artifact digest yet, so nothing can be said of its bytes.", {qs(version)}));
        event.artifact = *artifact;
        if (!evidence.empty()) {
            CS_TRY(event.evidence, EvidenceId::fromText(evidence));
        }
        CS_TRY(const Appended appended, session->submit(event, signer));
        return appendedReply(
            appended, '\0', "Reported " + std::to_string(event.results.size()) + " results of " + version);
    });
}

void addDrill(CLI::App& app, Context& context)
{
    auto* drill = app.add_subcommand("drill", "Rehearsed rollbacks")->require_subcommand(1)->fallthrough();
    auto* record = drill->add_subcommand("record", "Record a rehearsal");
    static std::string endpoint, route, restored, started, ended, config, actuator, runtime;
    static std::int64_t probes = 0;
    static bool failed = false;
    record->add_option("--endpoint", endpoint)->required();
    record->add_option("--route", route, "canary or full")->required();
    record->add_option("--restored", restored, "v34 or fallback")->required();
    record->add_option("--started-at", started, "2026-11-23T15:04:05.000Z")->required();
    record->add_option("--restored-at", ended)->required();
    record->add_option("--probes", probes, "Requests that showed what is served")->required();
    record->add_option("--config", config, "sha256:…")->required();
    record->add_option("--actuator", actuator, "sha256:…")->required();
    record->add_option("--runtime", runtime, "sha256:… of the container")->required();
    record->add_flag("--failed", failed, "The way back did not work");
    context.bind(record, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        events::DrillRecorded event;
        event.endpoint = endpoint;
        event.route = route;
        event.restored = restored;
        CS_TRY(event.startedAt, UtcTime::fromText(started));
        CS_TRY(event.restoredAt, UtcTime::fromText(ended));
        event.durationMs = event.restoredAt.msSince(event.startedAt);
        event.probes = probes;
        CS_TRY(event.config, Digest::fromText(config));
        CS_TRY(event.actuator, Digest::fromText(actuator));
        CS_TRY(event.runtime, Digest::fromText(runtime));
        event.passed = !failed;
        CS_TRY(const Appended appended, session->submit(event, signer));
        return appendedReply(appended, '\0', "Recorded the drill of " + endpoint);
    });
}

} // namespace

void addEvidenceCommands(CLI::App& app, Context& context)
{
    auto* evidence =
        app.add_subcommand("evidence", "Files that a version's gates rest on")->require_subcommand(1)->fallthrough();
    addAttach(*evidence, context);
    addList(*evidence, context);
    addShow(*evidence, context);
    addExport(*evidence, context);
    addWithdraw(*evidence, context);
    addResult(app, context);
    addDrill(app, context);
}

} // namespace cs::cli
