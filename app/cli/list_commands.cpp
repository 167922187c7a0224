// SPDX-License-Identifier: GPL-3.0-or-later
// model list|show, version list|show
#include "app/cli/context.h"

#include "core/domain/codec.h"
#include "core/workspace/views/models_export.h"

#include <algorithm>
#include <iostream>
#include <set>

namespace cs::cli {
namespace {

namespace filter = query::filter;

// What the options fill in; one command runs per process.
std::string id, model, filterText, sortText = "model", format, output;
bool descending = false;

/// The filter with a caret under what is wrong.
std::string pointed(const filter::Fault& fault)
{
    std::string line;
    for (const char c : filterText) // one line, whatever was typed
        line += c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
    const std::size_t before = codec::characters(std::string_view(filterText).substr(0, fault.at.offset));
    const std::size_t under = codec::characters(std::string_view(filterText).substr(fault.at.offset, fault.at.length));
    return "  " + line + "\n  " + std::string(before, ' ') + std::string(std::max<std::size_t>(under, 1), '^') + "\n";
}

Reply wrongFilter(const filter::Fault& fault)
{
    Reply reply;
    reply.status = 2;
    reply.code = utf8(fault.error.code());
    std::cerr << "countersignctl: " << utf8(fault.error.message()) << " [" << reply.code << "]\n" << pointed(fault);
    reply.members = [fault](json::Writer& out) {
        out.member("message", std::string_view(utf8(fault.error.message())));
        out.member("offset", static_cast<std::int64_t>(fault.at.offset));
        out.member("length", static_cast<std::int64_t>(fault.at.length));
    };
    return reply;
}

Result<filter::Order> orderAsked()
{
    const auto by = filter::sortByOf(sortText);
    if (!by)
        return fail(usageError("CS-CLI-SORT",
            "There is no column \"%1\". Columns are model, version, stage, risk, metric, state, registry, artifact and "
            "updated.",
            {qs(std::string_view(sortText).substr(0, 40))}));
    return filter::Order{*by, descending};
}

struct Found {
    views::ModelsIndex index;
    query::VersionsFound versions;
};

/// Only who asks for what is theirs needs to be known; everything else is read without a keychain.
bool asksForMe()
{
    const auto parsed = filter::parse(filterText);
    return parsed && std::ranges::any_of(parsed->terms, [](const filter::Term& term) {
        return term.key == filter::Key::Owner
            && std::ranges::any_of(term.values, [](const auto& value) { return filter::folded(value.text) == "me"; });
    });
}

Result<Found> find(Context& c, Session& session)
{
    CS_TRY(const filter::Order order, orderAsked());
    const bool forMe = asksForMe();
    const ActorId me = forMe ? c.reader() : ActorId();
    if (forMe && !me.isValid())
        return fail(usageError("CS-CLI-WHO", "Who is \"me\" in the filter? Say it with --as."));
    Found found;
    found.index.refresh(session);
    found.versions = views::findVersions(found.index, filterText, order, views::askerOf(session, me, c.now()));
    return found;
}

void modelMembers(json::Writer& out, const std::vector<query::ModelRow>& rows)
{
    out.key("models").beginArray();
    for (const auto& row : rows) {
        out.beginObject().member("id", std::string_view(row.id.text())).member("name", std::string_view(row.name));
        out.member("ownerRole", std::string_view(row.ownerRole)).member("versions", std::int64_t(row.versions));
        out.key("tags").beginObject();
        for (const auto& [key, value] : row.tags)
            out.member(key, std::string_view(value));
        out.endObject().endObject();
    }
    out.endArray();
}

/// Models of which a version matches; without a filter also those that have none.
Result<Reply> listModels(Context& c)
{
    CS_TRY(Session * session, c.session(true));
    auto rows = views::models(*session);
    if (!id.empty()) {
        CS_TRY(const ModelId wanted, findModel(*session, id));
        std::erase_if(rows, [&](const auto& row) { return row.id != wanted; });
    }
    if (!filterText.empty()) {
        CS_TRY(const Found found, find(c, *session));
        if (found.versions.fault)
            return wrongFilter(*found.versions.fault);
        std::set<ModelId> models;
        for (const VersionId version : found.versions.ids)
            models.insert(session->state().versionBriefs.at(version).model);
        std::erase_if(rows, [&](const auto& row) { return !models.contains(row.id); });
    }
    Reply reply;
    std::vector<std::vector<std::string>> cells;
    for (const auto& row : rows) {
        std::string tags, stages;
        for (const auto& [key, value] : row.tags)
            tags.append(tags.empty() ? "" : " ").append(key).append("=").append(value);
        for (const auto& [stage, labels] : row.versionsByStage)
            stages.append(stages.empty() ? "" : " ").append(stage).append(":").append(labels);
        cells.push_back({row.id.text(), row.name, row.ownerRole, std::to_string(row.versions), stages, tags});
    }
    reply.text = table({"Id", "Model", "Owner role", "Versions", "By stage", "Tags"}, cells);
    reply.members = [rows](json::Writer& out) { modelMembers(out, rows); };
    return reply;
}

void versionMembers(json::Writer& out, const Session& session, const std::vector<query::VersionListRow>& rows)
{
    out.key("versions").beginArray();
    for (const auto& row : rows) {
        const engine::VersionBrief& brief = session.state().versionBriefs.at(row.id);
        const auto& artifact = brief.artifact;
        out.beginObject().member("id", std::string_view(row.id.text()));
        out.member("model", std::string_view(row.model.text())).member("modelName", std::string_view(row.modelName));
        out.member("label", std::string_view(row.label)).member("stage", std::string_view(row.stage));
        out.key("held").boolean(row.held);
        out.member("since", std::string_view(brief.entered.time.text()));
        out.member("artifact",
            std::string_view(artifact.sha ? artifact.method + " " + artifact.sha->text() : artifact.method));
        out.member("risk", std::string_view(row.risk)).key("regulated").boolean(row.regulated);
        out.member("state", std::string_view(views::standingWords(row)));
        out.member("registry", std::string_view(row.registry));
        out.member("updated", std::string_view(row.updated.text()));
        if (row.promotion)
            out.member("promotion", std::string_view("#" + std::to_string(row.promotionNumber)));
        out.endObject();
    }
    out.endArray();
}

Result<Reply> asFile(Context& c, Session& session, const Found& found)
{
    const auto table = views::versionTable(session, found.index, found.versions.ids, {}, c.now());
    CS_TRY(const Bytes bytes, reports::write(table, format));
    CS_CHECK(writeFile(output.empty() ? "-" : output, bytes));
    Reply reply;
    if (output.empty() || output == "-")
        reply.rawText = true; // it is on standard output already
    else
        reply.text = "Wrote " + std::to_string(table.rows.size()) + " versions to " + output + ".\n";
    reply.members = [count = std::ssize(table.rows)](
                        json::Writer& out) { out.member("versions", std::int64_t(count)); };
    return reply;
}

Result<Reply> listVersions(Context& c)
{
    CS_TRY(Session * session, c.session(true));
    CS_TRY(Found found, find(c, *session));
    if (found.versions.fault)
        return wrongFilter(*found.versions.fault);
    if (!model.empty()) {
        CS_TRY(const ModelId only, findModel(*session, model));
        std::erase_if(found.versions.ids,
            [&](VersionId version) { return session->state().versionBriefs.at(version).model != only; });
    }
    if (!id.empty())
        std::erase_if(found.versions.ids, [](VersionId version) { return version.text() != id; });
    if (!id.empty() && found.versions.ids.empty())
        return fail(usageError("CS-CLI-NO-VERSION", "There is no version %1.", {qs(id)}));
    if (!format.empty())
        return asFile(c, *session, found);
    const auto rows = views::versionRows(*session, found.index, found.versions.ids, c.now());
    Reply reply;
    std::vector<std::vector<std::string>> cells;
    for (const auto& row : rows) {
        const auto& brief = session->state().versionBriefs.at(row.id);
        cells.push_back({row.id.text(), row.modelName, row.label, row.stageLabel + (row.held ? " (held)" : ""),
            row.risk + (row.regulated ? " (regulated)" : ""), views::standingWords(row), row.registry,
            brief.entered.time.text(),
            brief.artifact.sha ? brief.artifact.method + " " + brief.artifact.sha->text() : brief.artifact.method});
    }
    reply.text =
        table({"Id", "Model", "Version", "Stage", "Risk tier", "State", "Registry", "Since (UTC)", "Artifact"}, cells);
    reply.members = [rows, session, total = found.versions.total](json::Writer& out) {
        out.member("total", static_cast<std::int64_t>(total));
        versionMembers(out, *session, rows);
    };
    return reply;
}

constexpr const char* filterHelp =
    "For example \"stage:canary risk:high -owner:me waiting:>2d mortgage\" (handbook: filter)";

} // namespace

void addModelLists(CLI::App& models, Context& context)
{
    auto* list = models.add_subcommand("list", "All models, or those of which a version matches a filter");
    list->add_option("--filter", filterText, filterHelp);
    context.bind(list, listModels);
    auto* show = models.add_subcommand("show", "One model");
    show->add_option("model", id, "m12 or a name")->required();
    context.bind(show, listModels);
}

void addVersionLists(CLI::App& versions, Context& context)
{
    auto* list = versions.add_subcommand("list", "All versions, or those that match a filter");
    list->add_option("--model", model, "Of one model");
    list->add_option("--filter", filterText, filterHelp);
    list->add_option("--sort", sortText, "model, version, stage, risk, metric, state, registry, artifact or updated");
    list->add_flag("--descending", descending, "The other way round");
    list->add_option("--format", format, "csv, json or xlsx: the list as a file");
    list->add_option("-o,--output", output, "Where the file goes; standard output if not given");
    context.bind(list, listVersions);
    auto* show = versions.add_subcommand("show", "One version");
    show->add_option("version", id, "v34")->required();
    context.bind(show, listVersions);
}

} // namespace cs::cli
