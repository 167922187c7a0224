// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/policy_show.h"

#include "app/cli/policy_source.h"

#include <algorithm>

namespace cs::cli {
namespace {

struct Adoption {
    std::int64_t revision = 0; // 0: its bytes are missing
    Digest digest;
    EntryIndex entry = -1;
    UtcTime at;
    query::PersonView by;
    std::string change; // weakens, keeps, founding
    bool inForce = false;
};

std::vector<Adoption> adoptions(const Session& session)
{
    const auto& state = session.state();
    std::vector<Adoption> list;
    for (const auto& row : state.policies) {
        const query::EntryMeta meta = session.meta(row.from);
        const auto adopted = std::ranges::find_if(
            state.policyCases, [&](const auto& each) { return each.second.adoptedAt == row.from; });
        const bool founding = adopted == state.policyCases.end() || !adopted->second.supersedes;
        list.push_back({row.document ? row.document->revision : 0, row.digest, row.from, meta.time,
            views::person(session, meta.actor),
            founding                      ? "founding"
                : adopted->second.weakens ? "weakens"
                                          : "keeps",
            &row == &state.policies.back()});
    }
    return list;
}

Reply listReply(const Session& session)
{
    const auto list = adoptions(session);
    Reply reply;
    std::vector<std::vector<std::string>> cells;
    cells.reserve(list.size());
    for (const Adoption& row : list)
        cells.push_back({row.revision == 0 ? "(bytes missing)" : std::to_string(row.revision), row.digest.text(),
            row.at.text().substr(0, 16) + "Z", std::to_string(row.entry), row.by.name, row.change,
            row.inForce ? "in force" : ""});
    reply.text = cells.empty() ? "No policy was adopted yet.\n"
                               : table({"No.", "Digest", "Adopted at", "Entry", "By", "Change", ""}, cells);
    reply.members = [list](json::Writer& out) {
        out.key("revisions").beginArray();
        for (const Adoption& row : list) {
            out.beginObject().member("revision", row.revision).member("digest", std::string_view(row.digest.text()));
            out.member("at", std::string_view(row.at.text())).member("entry", row.entry);
            out.member("by", std::string_view(row.by.id.text())).member("name", std::string_view(row.by.name));
            out.member("change", std::string_view(row.change)).key("in_force").boolean(row.inForce).endObject();
        }
        out.endArray();
    };
    return reply;
}

std::string openers(const policy::Policy& document, const policy::Transition& transition)
{
    const policy::Gate* gate = document.gateOf(transition.id);
    std::string text;
    for (const auto& role : transition.authority ? transition.authority->roles
            : gate == nullptr                    ? std::vector<std::string>()
                                                 : gate->proposers)
        text.append(text.empty() ? "" : ", ").append(role);
    return text;
}

Reply showReply(const Session& session, const policy::Policy& document)
{
    Reply reply;
    const auto list = adoptions(session);
    const auto row =
        std::find_if(list.rbegin(), list.rend(), [&](const Adoption& each) { return each.digest == document.digest; });
    reply.text = document.title + ", revision " + std::to_string(document.revision);
    if (row == list.rend())
        reply.text += ", proposed and not adopted";
    else
        reply.text += std::string(row->inForce ? ", in force since entry " : ", adopted by entry ")
            + std::to_string(row->entry) + " (" + row->by.name + ", " + row->change + ")";
    reply.text += "\n" + document.digest.text() + "\n\n";
    std::vector<std::vector<std::string>> cells;
    cells.reserve(document.transitions.size());
    for (const auto& transition : document.transitions)
        cells.push_back({transition.id, transition.from, transition.to, transition.kind, transition.gate,
            openers(document, transition)});
    reply.text += table({"Transition", "From", "To", "Kind", "Gate", "Opened by"}, cells);
    reply.members = [digest = document.digest, revision = document.revision, title = document.title,
                        inForce = row != list.rend() && row->inForce,
                        entry = row == list.rend() ? -1 : row->entry](json::Writer& out) {
        out.member("policy", std::string_view(digest.text())).member("revision", revision);
        out.member("title", std::string_view(title)).key("in_force").boolean(inForce);
        if (entry >= 0)
            out.member("entry", entry);
    };
    return reply;
}

void addExport(CLI::App& policy, Context& context)
{
    static std::string named, output;
    auto* command = policy.add_subcommand("export", "A revision as a file, byte for byte as it was adopted");
    command->add_option("revision", named, "3, or its digest")->required();
    command->add_option("-o,--output", output, "File, or - for standard output")->required();
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        CS_TRY(const PolicySource source, policyRevision(*session, named));
        if (output == "-") {
            Reply reply;
            reply.text = source.bytes;
            reply.rawText = true;
            return reply;
        }
        CS_CHECK(writeFile(output, source.bytes));
        Reply reply;
        reply.text = output + ": " + source.document->title + ", revision " + std::to_string(source.document->revision)
            + ", " + source.document->digest.text() + "\n";
        reply.members = [document = source.document](json::Writer& out) {
            out.member("file", std::string_view(output)).member("policy", std::string_view(document->digest.text()));
            out.member("revision", document->revision);
        };
        return reply;
    });
}

} // namespace

void addPolicyShow(CLI::App& policy, Context& context)
{
    static std::string named, output;
    static bool all = false;
    auto* show = policy.add_subcommand("show", "The policy in force, or an earlier or proposed one");
    show->add_option("revision", named, "3, or a digest; the one in force if not given");
    show->add_flag("--list", all, "Every revision that was adopted: when, by whom, and whether it weakened");
    show->add_option("-o,--output", output, "Write the document, byte for byte");
    context.bind(show, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        if (all)
            return listReply(*session);
        std::string wanted = named;
        if (wanted.empty()) {
            CS_TRY(const auto current, policyInForce(*session));
            wanted = current->digest.text();
        }
        CS_TRY(const PolicySource source, policyRevision(*session, wanted));
        if (!output.empty())
            CS_CHECK(writeFile(output, source.bytes));
        return showReply(*session, *source.document);
    });
    addExport(policy, context);
}

} // namespace cs::cli
