// SPDX-License-Identifier: GPL-3.0-or-later
// record file|list, finding open|close|list: what people put on record besides promotions.
#include "app/cli/context.h"

#include "core/workspace/finding_text.h"

#include <algorithm>

namespace cs::cli {
namespace {

// What the options of these commands fill in; one command runs per process.
std::string form, about, outcome, meaning = "review", words, file, kind, severity, how, reason;
std::int64_t supersedes = -1;
std::vector<std::string> subjects;

/// Text given as words or as a file.
Result<std::string> document()
{
    if (words.empty() == file.empty())
        return fail(usageError("CS-CLI-DOCUMENT", "Give the document as --text or as --document FILE."));
    return words.empty() ? readFile(file, 1U << 20U) : Result<std::string>(words);
}

void addRecordFile(CLI::App& record, Context& context)
{
    auto* command = record.add_subcommand("file", "File a record; some are facts that gates read");
    command
        ->add_option("form", form,
            "modification_assessment (planned, not_substantial, substantial), conformity_assessment, residual_risk "
            "(accepted), …")
        ->required();
    command->add_option("about", about, "v34, m12, …")->required();
    command->add_option("--outcome", outcome, "As the form has it");
    command->add_option("--text", words, "The document itself");
    command->add_option("--document", file, "The document as a text file");
    command->add_option("--meaning", meaning, "review, approval, responsibility, authorship or verification");
    command->add_option("--supersedes", supersedes, "Entry of the record that it replaces");
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const std::string text, document());
        const Erasable blob = session->erasable(text);
        events::RecordFiled event{form, about, blob.commitment, std::nullopt, meaning, std::nullopt};
        if (!outcome.empty())
            event.outcome = outcome;
        if (supersedes >= 0)
            event.supersedes = supersedes;
        CS_TRY(const Appended appended, session->submit(event, signer, {blob}));
        return appendedReply(appended, '\0', "Filed " + form + " about " + about);
    });
}

void addRecordList(CLI::App& record, Context& context)
{
    auto* command = record.add_subcommand("list", "Records about a version");
    command->add_option("version", about, "v34")->required();
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        CS_TRY(const VersionId id, VersionId::fromText(about));
        const auto* version = session->state().versions.find(id.index());
        if (version == nullptr)
            return fail(usageError("CS-CLI-NO-VERSION", "There is no version %1.", {qs(about)}));
        Reply reply;
        std::vector<std::vector<std::string>> cells;
        for (const auto& filed : version->records)
            cells.push_back({std::to_string(filed.stamp.index), filed.stamp.time.text(), filed.record.form,
                filed.record.outcome.value_or("-"), views::person(*session, filed.author).name});
        reply.text = cells.empty() ? "No record is filed about " + about + ".\n"
                                   : table({"Entry", "Time (UTC)", "Form", "Outcome", "By"}, cells);
        reply.members = [records = version->records](json::Writer& out) {
            out.key("records").beginArray();
            for (const auto& filed : records) {
                out.beginObject().member("entry", filed.stamp.index);
                out.member("form", std::string_view(filed.record.form));
                out.member("outcome", std::string_view(filed.record.outcome.value_or("")));
                out.member("author", std::string_view(filed.author.text())).endObject();
            }
            out.endArray();
        };
        return reply;
    });
}

void addFindingWrites(CLI::App& finding, Context& context)
{
    auto* open = finding.add_subcommand("open", "Put on record that something is out of governance");
    open->add_option("kind", kind, "security.…, fairness.…, serving.…, registry.…, record.… or another word")
        ->required();
    open->add_option("--severity", severity, "critical, high, medium or low")->required();
    open->add_option("--about", subjects, "v34, m12, p120 or workspace")->required();
    open->add_option("--text", words, "What was found");
    open->add_option("--document", file, "The same as a file");
    context.bind(open, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const std::string text, document());
        std::sort(subjects.begin(), subjects.end());
        events::FindingOpened event{kind, severity, subjects, {}};
        CS_TRY(event.detail, session->store().putBlob(BlobClass::Evidence, text));
        CS_TRY(const Appended appended, session->submit(event, signer));
        return appendedReply(appended, 'f', "Opened " + kind + ":");
    });
    auto* close = finding.add_subcommand("close", "Close a finding, as the role that owns its kind");
    close->add_option("finding", about, "f88")->required();
    close->add_option("--how", how, "fixed, accepted or mistaken")->required();
    close->add_option("--reason", reason, "Why")->required();
    context.bind(close, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const FindingId id, FindingId::fromText(about));
        const Erasable why = session->erasable(reason);
        CS_TRY(const Appended appended, session->submit(events::FindingClosed{id, how, why.commitment}, signer, {why}));
        return appendedReply(appended, '\0', "Closed " + about);
    });
}

void addFindingList(CLI::App& finding, Context& context)
{
    static bool all = false;
    auto* list = finding.add_subcommand("list", "Open findings; exit status 1 if there are any");
    list->add_flag("--all", all, "Closed ones as well");
    context.bind(list, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        Reply reply;
        std::vector<std::vector<std::string>> cells;
        std::vector<std::pair<engine::Finding, std::string>> rows;
        for (const auto& [id, row] : session->state().findings) {
            if (row.closed && !all)
                continue;
            std::string names;
            for (const auto& name : row.about)
                names += (names.empty() ? "" : " ") + name;
            cells.push_back({id.text(), row.severity, row.kind, names, row.opened.time.text(),
                views::person(*session, row.opener).name, row.closed ? "closed" : "open",
                views::findingText(*session, row)});
            rows.emplace_back(row, cells.back().back());
            if (!row.closed) {
                reply.status = 1;
                reply.code = "CS-FINDING-OPEN";
            }
        }
        reply.text = cells.empty() ? "No finding is open.\n"
                                   : table({"Id", "Severity", "Kind", "About", "Since (UTC)", "By", "", "What"}, cells);
        reply.members = [rows](json::Writer& out) {
            out.key("findings").beginArray();
            for (const auto& [row, sentence] : rows) {
                out.beginObject()
                    .member("id", std::string_view(row.id.text()))
                    .member("kind", std::string_view(row.kind));
                out.member("severity", std::string_view(row.severity)).key("about").beginArray();
                for (const auto& name : row.about)
                    out.string(name);
                out.endArray().key("open").boolean(!row.closed);
                out.member("sentence", std::string_view(sentence)).endObject();
            }
            out.endArray();
        };
        return reply;
    });
}

} // namespace

void addRecordCommands(CLI::App& app, Context& context)
{
    auto* record = app.add_subcommand("record", "Assessments and other records")->require_subcommand(1)->fallthrough();
    addRecordFile(*record, context);
    addRecordList(*record, context);
    auto* finding = app.add_subcommand("finding", "What is out of governance")->require_subcommand(1)->fallthrough();
    addFindingWrites(*finding, context);
    addFindingList(*finding, context);
}

} // namespace cs::cli
