// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/policy_check.h"

#include "app/cli/policy_sarif.h"
#include "app/cli/policy_source.h"

#include "core/engine/evaluate_draft.h"
#include "core/engine/explain.h"
#include "core/evidence/visible_text.h"

#include <algorithm>
#include <set>

namespace cs::cli {
namespace {

std::string placeText(const policy::LintFinding& finding)
{
    if (!finding.place)
        return "-";
    return std::to_string(finding.place->line) + ":" + std::to_string(finding.place->column);
}

const char* severity(const policy::LintFinding& finding)
{
    return finding.error ? "error" : "warning";
}

/// Pointers and messages quote the file: what would turn, hide or begin a line of its own is shown for what it is.
std::string shown(std::string_view text)
{
    std::string line = visibleText(text).text;
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return line;
}

std::string whereText(const policy::LintFinding& finding)
{
    return finding.where.empty() ? "(document)" : finding.where;
}

/// The gates of a draft on the facts of a version, each once, with what leads out of its present stage first.
struct Filled {
    const policy::Transition* way = nullptr;
    engine::GateResult gate;
};

Result<std::vector<Filled>> filledGates(
    Session& session, const std::shared_ptr<const policy::Policy>& draft, VersionId id, ActorId me, UtcTime now)
{
    const auto& state = session.state();
    const auto* version = state.versions.find(id.index());
    if (version == nullptr)
        return fail(usageError("CS-CLI-NO-VERSION", "There is no version %1.", {qs(id.text())}));
    const engine::Model* model = state.model(version->model);
    const std::string endpoint = model != nullptr && model->serving ? model->serving->endpoint : std::string();
    std::vector<const policy::Transition*> ways;
    for (const auto& transition : draft->transitions)
        if (draft->gateOf(transition.id) != nullptr)
            ways.push_back(&transition);
    std::ranges::stable_partition(ways, [&](const auto* way) { return way->from == version->stage(); });
    std::set<std::string> judged;
    std::vector<Filled> filled;
    for (const auto* way : ways) {
        if (!judged.insert(way->gate).second)
            continue;
        CS_TRY(auto gate,
            engine::previewGateUnder(state, draft, id, way->id, endpoint, me, engine::timeOfNext(state, now)));
        filled.push_back({way, std::move(gate)});
    }
    return filled;
}

void writeLeaves(json::Writer& out, const engine::NodeResult& node)
{
    for (const auto& child : node.children)
        writeLeaves(out, child);
    if (!node.condition->isLeaf())
        return;
    out.beginObject().member("leaf", std::string_view(node.id()));
    out.member("title", std::string_view(node.condition->title));
    out.member("kind", node.condition->kind == policy::Condition::Kind::Check ? "check" : "approval");
    out.member("pointer", std::string_view(node.condition->pointer));
    out.member("status", node.notApplicable ? "not_applicable" : engine::truthWord(node.status));
    out.member("value", std::string_view(node.value)).member("bound", std::string_view(node.bound));
    out.member("reason", std::string_view(engine::sentence(node.reason, node))).endObject();
}

Status addAgainst(Context& context, Reply& reply, const policy::Faults& faults, const std::string& version)
{
    CS_TRY(Session * session, context.session(true));
    CS_TRY(const VersionId id, VersionId::fromText(version));
    CS_TRY(const auto filled, filledGates(*session, faults.policy, id, context.reader(), context.now()));
    for (const Filled& each : filled) {
        reply.text.append("\n").append(each.way->gate).append(" (").append(each.way->id).append("): ");
        reply.text.append(std::to_string(each.gate.passedLeaves)).append(" of ");
        reply.text.append(std::to_string(each.gate.applicableLeaves)).append(" filled by what is known of ");
        reply.text.append(version).append("\n").append(engine::explainText(each.gate.pinned));
    }
    reply.members = [before = reply.members, filled, version](json::Writer& out) {
        before(out);
        out.key("against").beginObject().member("version", std::string_view(version)).key("gates").beginArray();
        for (const Filled& each : filled) {
            out.beginObject().member("gate", std::string_view(each.way->gate));
            out.member("transition", std::string_view(each.way->id));
            out.member("filled", std::int64_t(each.gate.passedLeaves));
            out.member("applicable", std::int64_t(each.gate.applicableLeaves)).key("leaves").beginArray();
            writeLeaves(out, each.gate.pinned);
            out.endArray().endObject();
        }
        out.endArray().endObject();
    };
    return {};
}

} // namespace

Reply faultsReply(const std::string& name, const policy::Faults& faults)
{
    const auto& findings = faults.findings;
    const auto errors = std::ranges::count_if(findings, [](const auto& finding) { return finding.error; });
    const bool placed = std::ranges::any_of(findings, [](const auto& finding) { return finding.place.has_value(); });
    Reply reply;
    if (faults.policy)
        reply.text = faults.policy->title + ", revision " + std::to_string(faults.policy->revision) + ", "
            + faults.policy->digest.text() + "\n";
    std::vector<std::string> headings{"", "Rule", "Where", "What"};
    if (placed)
        headings.insert(headings.begin(), "Line");
    std::vector<std::vector<std::string>> cells;
    for (const auto& finding : findings) {
        cells.push_back({severity(finding), finding.rule, shown(whereText(finding)), shown(finding.message)});
        if (placed)
            cells.back().insert(cells.back().begin(), placeText(finding));
    }
    reply.text += cells.empty() ? "No findings: it can be adopted.\n" : table(headings, cells);
    if (errors > 0)
        reply.text += (name == "-" ? "Standard input" : name) + ": " + std::to_string(errors)
            + (errors == 1 ? " error" : " errors") + ". It cannot be adopted, whoever signs it.\n";
    reply.members = [name, faults](json::Writer& out) {
        out.member("file", std::string_view(name));
        if (faults.policy)
            out.member("policy", std::string_view(faults.policy->digest.text()));
        out.key("findings").beginArray();
        for (const auto& finding : faults.findings) {
            out.beginObject().member("rule", std::string_view(finding.rule)).member("severity", severity(finding));
            out.member("pointer", std::string_view(finding.where));
            if (finding.place)
                out.member("line", finding.place->line).member("column", finding.place->column);
            out.member("message", std::string_view(finding.message)).endObject();
        }
        out.endArray();
    };
    reply.status = errors > 0 ? 1 : 0;
    reply.code = errors > 0 ? "CS-POLICY-LINT" : "OK";
    return reply;
}

void addPolicyCheck(CLI::App& policy, Context& context)
{
    static std::string file, version, output;
    static bool sarif = false;
    auto* check = policy.add_subcommand("check",
        "Everything that is wrong with a policy file, by line and column; no workspace, no key. Exits 1 on errors");
    check->add_option("file", file, "Policy document (JSON), or - for standard input")->required();
    check->add_flag("--sarif", sarif, "Answer as a SARIF 2.1.0 log");
    check->add_option("-o,--output", output, "Where the SARIF log goes; else standard output")->needs("--sarif");
    check->add_option("--against", version,
        "Also which conditions the facts of this version (v34) would fill under the file; with -w");
    context.bind(check, [](Context& c) -> Result<Reply> {
        CS_TRY(const std::string bytes, readFile(file, policyBytesMax));
        const policy::Faults faults = policy::check(bytes);
        Reply reply = faultsReply(file, faults);
        if (!version.empty() && faults.policy)
            CS_CHECK(addAgainst(c, reply, faults, version));
        if (!sarif)
            return reply;
        const std::string log = policySarif(file, bytes, faults.findings);
        if (!output.empty()) {
            CS_CHECK(writeFile(output, log));
            return reply;
        }
        reply.text = log;
        reply.rawText = true;
        return reply;
    });
}

} // namespace cs::cli
