// SPDX-License-Identifier: GPL-3.0-or-later
// @source OASIS, Static Analysis Results Interchange Format (SARIF) Version 2.1.0
#include "app/cli/policy_sarif.h"

#include "core/domain/policy_text.h"

#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <array>

namespace cs::cli {
namespace {

struct Rule {
    const char* id;
    const char* words;
};
constexpr std::array rules{
    Rule{"json", "The file is strict JSON."},
    Rule{"grammar", "The document follows the grammar of a gate policy."},
    Rule{"reference", "What the document names exists in it."},
    Rule{"unique", "An id stands once in the document."},
    Rule{"rules-role", "The roles that the ledger's rules name exist."},
    Rule{"service-approves", "Services approve nothing."},
    Rule{"membership", "Somebody human signs for joining a role."},
    Rule{"exclusive", "A role does not exclude itself."},
    Rule{"fallback", "Fallbacks of roles end somewhere."},
    Rule{"strictest", "A missing tag is read as its strictest value."},
    Rule{"labels", "A set of names is used in no predicate."},
    Rule{"count", "No more is demanded than there is."},
    Rule{"timing", "Times and durations fit each other."},
    Rule{"complexity", "The combinations of tags and facts can be looked through."},
    Rule{"law-8", "Every path to production passes staging and canary, and every exposed stage has a rollback."},
    Rule{"law-9", "Every way into a stage with traffic contains a rollback drill."},
    Rule{"restores", "A drill restores what is there to be restored."},
    Rule{"viewing", "What an approver must view is demanded to be there."},
    Rule{"raci", "The RACI matrix does not contradict the gates."},
    Rule{"units", "A metric has one unit, and its bounds can be met."},
    Rule{"freeze", "Every transition opens at some time."},
    Rule{"time-zone", "Time zones are known."},
    Rule{"requirements", "Requirements stand in the catalogue."},
};

std::string uriOf(const std::string& path)
{
    if (path == "-")
        return "stdin";
    const QString name = qs(path);
    if (QFileInfo(name).isAbsolute())
        return QUrl::fromLocalFile(name).toEncoded().toStdString();
    return QUrl::toPercentEncoding(name, "/").toStdString();
}

void writeText(json::Writer& out, std::string_view member, std::string_view text)
{
    out.key(member).beginObject().member("text", text).endObject();
}

/// The rules that occur, in the order of the table; unknown ones at the end.
std::vector<std::string> ruleIds(const std::vector<policy::LintFinding>& findings)
{
    std::vector<std::string> ids;
    for (const Rule& rule : rules)
        if (std::ranges::any_of(findings, [&](const auto& finding) { return finding.rule == rule.id; }))
            ids.emplace_back(rule.id);
    for (const auto& finding : findings)
        if (std::ranges::find(ids, finding.rule) == ids.end())
            ids.push_back(finding.rule);
    return ids;
}

void writeDriver(json::Writer& out, const std::vector<std::string>& ids)
{
    out.key("tool").beginObject().key("driver").beginObject().member("name", "countersignctl");
    out.member("version", CS_VERSION);
    out.key("rules").beginArray();
    for (const std::string& id : ids) {
        const auto* rule = std::ranges::find_if(rules, [&](const Rule& known) { return id == known.id; });
        out.beginObject().member("id", std::string_view(id));
        writeText(out, "shortDescription", rule == rules.end() ? id : rule->words);
        out.endObject();
    }
    out.endArray().endObject().endObject();
}

void writeLocation(json::Writer& out, const std::string& uri, std::string_view text, const policy::LintFinding& finding)
{
    out.key("locations").beginArray().beginObject().key("physicalLocation").beginObject();
    out.key("artifactLocation").beginObject().member("uri", std::string_view(uri)).endObject();
    if (finding.place) {
        const policy::Place end = policy::placeAt(text, finding.place->end);
        out.key("region").beginObject();
        out.member("startLine", finding.place->line).member("startColumn", finding.place->column);
        out.member("endLine", end.line).member("endColumn", end.column).endObject();
    }
    out.endObject();
    if (!finding.where.empty()) {
        out.key("logicalLocations").beginArray().beginObject();
        out.member("fullyQualifiedName", std::string_view(finding.where)).member("kind", "value");
        out.endObject().endArray();
    }
    out.endObject().endArray();
}

} // namespace

std::string policySarif(
    const std::string& path, std::string_view text, const std::vector<policy::LintFinding>& findings)
{
    const std::string uri = uriOf(path);
    const auto ids = ruleIds(findings);
    json::Writer out;
    out.beginObject().member("$schema", "https://json.schemastore.org/sarif-2.1.0.json").member("version", "2.1.0");
    out.key("runs").beginArray().beginObject();
    writeDriver(out, ids);
    out.member("columnKind", "unicodeCodePoints");
    out.key("artifacts").beginArray().beginObject().key("location").beginObject();
    out.member("uri", std::string_view(uri)).endObject().endObject().endArray();
    out.key("results").beginArray();
    for (const auto& finding : findings) {
        out.beginObject().member("ruleId", std::string_view(finding.rule));
        out.member("ruleIndex", std::int64_t(std::ranges::find(ids, finding.rule) - ids.begin()));
        out.member("level", finding.error ? "error" : "warning");
        writeText(out, "message", finding.message);
        writeLocation(out, uri, text, finding);
        out.endObject();
    }
    out.endArray().endObject().endArray().endObject();
    return out.take() + "\n";
}

} // namespace cs::cli
