// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/policy_diff.h"

#include "app/cli/policy_source.h"

#include <set>

namespace cs::cli {
namespace {

using engine::comparison::Comparison;
using engine::comparison::Finding;
using engine::comparison::Item;

const char* kindName(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::NewPath:
        return "new_path";
    case Finding::Kind::Gate:
        return "gate";
    case Finding::Kind::Setting:
        return "setting";
    case Finding::Kind::Statement:
        return "statement";
    case Finding::Kind::Lint:
        return "not_adoptable";
    }
    return "";
}

std::string listed(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

std::string listed(const std::vector<Item>& items)
{
    std::vector<std::string> words;
    for (const Item& item : items) {
        std::string word = item.negated ? "not " : "";
        word += item.leaf;
        if (item.approval)
            word += item.count == 1 ? " (1 signature)" : " (" + std::to_string(item.count) + " signatures)";
        words.push_back(std::move(word));
    }
    return words.empty() ? "nothing" : listed(words);
}

std::string listed(const Finding& finding)
{
    std::vector<std::string> words;
    for (const auto& [tag, value] : finding.tags)
        words.push_back(tag + " = " + value);
    for (const auto& [fact, holds] : finding.facts)
        words.push_back(fact + (holds ? " = true" : " = false"));
    return words.empty() ? "always" : listed(words);
}

std::string rolesOf(const Finding& finding)
{
    std::set<std::string> roles;
    for (const auto& row : finding.affected)
        roles.insert(row.roles.begin(), row.roles.end());
    return listed(std::vector<std::string>(roles.begin(), roles.end()));
}

void describe(const Finding& finding, std::string& text)
{
    text.append("\n").append(finding.where).append("\n  ").append(finding.message).append("\n");
    const auto line = [&](const char* name, const std::string& words) {
        if (!words.empty())
            text.append("  ").append(name).append(words).append("\n");
    };
    line("transitions   ", listed(finding.transitions));
    if (finding.rule == "gate" && !finding.suffices.empty()) {
        line("case          ", listed(finding));
        line("enough now    ", listed(finding.suffices));
        line("asked before  ", listed(finding.lacks));
    }
    line("was           ", finding.was);
    line("is            ", finding.is);
    line("must sign     ", rolesOf(finding));
}

std::vector<std::string> alsoRequired(const policy::Policy& policy)
{
    std::set<std::string> roles;
    policy::walk(policy.governance.alsoRequire,
        [&](const policy::Condition& node) { roles.insert(node.approval.roles.begin(), node.approval.roles.end()); });
    return {roles.begin(), roles.end()};
}

void writeList(json::Writer& out, std::string_view name, const std::vector<std::string>& words)
{
    out.key(name).beginArray();
    for (const std::string& word : words)
        out.string(word);
    out.endArray();
}

void writeItems(json::Writer& out, std::string_view name, const std::vector<Item>& items)
{
    out.key(name).beginArray();
    for (const Item& item : items) {
        out.beginObject().member("leaf", std::string_view(item.leaf)).member("title", std::string_view(item.title));
        out.key("approval").boolean(item.approval).key("negated").boolean(item.negated);
        out.member("count", item.count).endObject();
    }
    out.endArray();
}

void writeAffected(json::Writer& out, const std::vector<events::AffectedLeaf>& rows)
{
    out.key("affected").beginArray();
    for (const auto& row : rows) {
        out.beginObject().member("gate", std::string_view(row.gate)).member("leaf", std::string_view(row.leaf));
        writeList(out, "roles", row.roles);
        out.endObject();
    }
    out.endArray();
}

void writeFinding(json::Writer& out, const Finding& finding)
{
    out.beginObject().member("kind", std::string_view(kindName(finding.kind)));
    out.member("rule", std::string_view(finding.rule)).member("where", std::string_view(finding.where));
    out.member("message", std::string_view(finding.message));
    writeList(out, "transitions", finding.transitions);
    out.key("tags").beginObject();
    for (const auto& [tag, value] : finding.tags)
        out.member(tag, std::string_view(value));
    out.endObject().key("facts").beginObject();
    for (const auto& [fact, holds] : finding.facts)
        out.key(fact).boolean(holds);
    out.endObject();
    writeItems(out, "suffices", finding.suffices);
    writeItems(out, "lacks", finding.lacks);
    out.member("was", std::string_view(finding.was)).member("is", std::string_view(finding.is));
    writeAffected(out, finding.affected);
    out.endObject();
}

std::string headline(const Comparison& found)
{
    if (!found.weakens)
        return "The new policy lets nothing through that the old one does not. Its review must sign.\n";
    return found.undecided ? "The new policy counts as weaker: it could not be compared to the end within the budget.\n"
                           : "The new policy is weaker: it lets through what the old one does not.\n";
}

Reply diffReply(const policy::Policy& before, const Comparison& found)
{
    Reply reply;
    reply.text = comparisonText(before, found);
    reply.members = [found, also = alsoRequired(before)](json::Writer& out) {
        out.key("weakens").boolean(found.weakens).key("undecided").boolean(found.undecided);
        out.key("findings").beginArray();
        for (const Finding& finding : found.findings)
            writeFinding(out, finding);
        out.endArray();
        writeAffected(out, found.affected);
        writeList(out, "roles", found.roles);
        writeList(out, "also_require", also);
        writeList(out, "protected_removed", found.protectedRemoved);
        out.member("steps", found.stepsSpent);
    };
    reply.status = found.weakens ? 1 : 0;
    reply.code = found.weakens ? "CS-POLICY-WEAKENS" : "OK";
    return reply;
}

} // namespace

std::string comparisonText(const policy::Policy& before, const Comparison& found)
{
    std::string text = headline(found);
    for (const Finding& finding : found.findings)
        describe(finding, text);
    const auto also = alsoRequired(before);
    if (found.weakens) {
        text.append("\nMust sign: ").append(found.roles.empty() ? "nobody besides" : listed(found.roles));
        text.append("; and for any weakening one of: ").append(listed(also)).append(".\n");
    } else if (!found.protectedRemoved.empty()) {
        text.append("\nA protected role leaves a gate: ").append(listed(found.protectedRemoved));
        text.append(". One of these must sign: ").append(listed(also)).append(".\n");
    }
    return text;
}

namespace {

/// Everything that differs, whatever it weighs: labels and titles change what a reader is told.
void addDifferences(Reply& reply, const std::vector<json::Difference>& differences)
{
    if (!differences.empty())
        reply.text += "\nWhat differs in the document:\n" + differencesText(differences);
    reply.members = [members = std::move(reply.members), differences](json::Writer& out) {
        members(out);
        out.key("changes").beginArray();
        for (const json::Difference& difference : differences)
            out.beginObject()
                .member("pointer", std::string_view(difference.pointer))
                .member("was", std::string_view(difference.was))
                .member("is", std::string_view(difference.is))
                .endObject();
        out.endArray();
    };
}

} // namespace

std::string differencesText(const std::vector<json::Difference>& differences)
{
    std::string text;
    for (const json::Difference& difference : differences)
        text.append("  ")
            .append(difference.pointer)
            .append("\n    ")
            .append(difference.was.empty() ? "(not there)" : difference.was)
            .append("\n  → ")
            .append(difference.is.empty() ? "(taken out)" : difference.is)
            .append("\n");
    return text;
}

std::vector<json::Difference> documentDifferences(std::string_view before, std::string_view now)
{
    const json::Source was{std::string(before)}, is{std::string(now)};
    auto found = json::differences(was.root(), is.root());
    std::erase_if(found, [](const auto& d) { return d.pointer == "/revision" || d.pointer == "/supersedes"; });
    return found;
}

void addPolicyDiff(CLI::App& policy, Context& context)
{
    static std::string before, now;
    auto* diff = policy.add_subcommand(
        "diff", "What a new policy lets through that the old one does not, and who must sign; exits 1 if it weakens");
    diff->add_option("old", before, "A file; or a revision (3) or digest of the workspace")->required();
    diff->add_option("new", now, "A file; or a revision or digest of the workspace")->required();
    context.bind(diff, [](Context& c) -> Result<Reply> {
        CS_TRY(const PolicySource old, policyNamed(c, before));
        CS_TRY(const PolicySource changed, policyNamed(c, now));
        const engine::comparison::Budget budget{old.document->governance.comparisonBudget, true};
        Reply reply = diffReply(*old.document, engine::comparison::compare(*old.document, *changed.document, budget));
        addDifferences(reply, documentDifferences(old.bytes, changed.bytes));
        return reply;
    });
}

} // namespace cs::cli
