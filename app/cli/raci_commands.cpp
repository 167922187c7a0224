// SPDX-License-Identifier: GPL-3.0-or-later
// raci show|check, of the policy in force or of a file
#include "app/cli/policy_check.h"
#include "app/cli/policy_source.h"

#include "core/workspace/views/raci.h"

#include <algorithm>

namespace cs::cli {
namespace {

/// The policy that is looked at: a file, or the one in force.
Result<std::shared_ptr<const policy::Policy>> looked(Context& c, const std::string& file)
{
    if (!file.empty()) {
        CS_TRY(const PolicySource source, policyFile(file));
        return source.document;
    }
    CS_TRY(Session * session, c.session(true));
    return policyInForce(*session);
}

char letterOf(const policy::RaciMatrix& matrix, const std::string& transition, const std::string& role)
{
    const auto row = matrix.find(transition);
    if (row == matrix.end())
        return ' ';
    const auto cell = row->second.find(role);
    return cell == row->second.end() ? '-' : cell->second;
}

std::string matrixText(const policy::Raci& raci)
{
    std::vector<std::string> headings{"Role"};
    headings.insert(headings.end(), raci.transitions.begin(), raci.transitions.end());
    std::vector<std::vector<std::string>> cells;
    for (const auto& role : raci.roles) {
        std::vector<std::string> row{role.title};
        for (const auto& transition : raci.transitions)
            row.emplace_back(1, letterOf(raci.matrix, transition, role.id));
        cells.push_back(std::move(row));
    }
    std::string text = table(headings, cells);
    for (const auto& overlay : raci.overlays) {
        text.append("\n").append(overlay.title).append(":\n");
        for (const auto& [transition, row] : overlay.matrix)
            for (const auto& [role, letter] : row)
                text.append("  ")
                    .append(transition)
                    .append("  ")
                    .append(role)
                    .append(" ")
                    .append(1, letter)
                    .append("\n");
    }
    return text;
}

void writeMatrix(json::Writer& out, std::string_view name, const policy::RaciMatrix& matrix)
{
    out.key(name).beginObject();
    for (const auto& [transition, roles] : matrix) {
        out.key(transition).beginObject();
        for (const auto& [role, letter] : roles)
            out.member(role, std::string_view(&letter, 1));
        out.endObject();
    }
    out.endObject();
}

void addRaciShow(CLI::App& raci, Context& context)
{
    static std::string file;
    auto* show = raci.add_subcommand("show", "The matrix of the policy in force, or of a file");
    show->add_option("file", file, "Policy document (JSON); needs no workspace");
    context.bind(show, [](Context& c) -> Result<Reply> {
        CS_TRY(const auto document, looked(c, file));
        Reply reply;
        reply.text = matrixText(document->raci);
        reply.members = [document](json::Writer& out) {
            writeMatrix(out, "raci", document->raci.matrix);
            out.key("overlays").beginArray();
            for (const auto& overlay : document->raci.overlays) {
                out.beginObject().member("id", std::string_view(overlay.id));
                out.member("title", std::string_view(overlay.title));
                writeMatrix(out, "raci", overlay.matrix);
                out.endObject();
            }
            out.endArray();
        };
        return reply;
    });
}

void addRaciCheck(CLI::App& raci, Context& context)
{
    static std::string file;
    auto* check = raci.add_subcommand("check", "Contradictions with the gates, under every tag");
    check->add_option("file", file, "Policy document (JSON); needs no workspace. The policy in force if not given");
    const auto isRaci = [](const policy::LintFinding& finding) {
        return finding.rule.starts_with("raci") || finding.where.starts_with("/raci/");
    };
    context.bind(check, [isRaci](Context& c) -> Result<Reply> {
        policy::Faults faults;
        if (!file.empty()) {
            CS_TRY(const std::string bytes, readFile(file, policyBytesMax));
            faults = policy::check(bytes);
            if (faults.policy)
                std::erase_if(faults.findings, std::not_fn(isRaci));
            return faultsReply(file, faults);
        }
        CS_TRY(Session * session, c.session(true));
        CS_TRY(faults.policy, policyInForce(*session));
        faults.findings = policy::lint(*faults.policy);
        std::erase_if(faults.findings, std::not_fn(isRaci));
        // A role that a gate needs and nobody holds is no fault of the policy, but such a version cannot pass.
        for (const auto& problem : views::raci(*session, std::nullopt).problems)
            if (problem.vacancy)
                faults.findings.push_back({false, "raci-vacancy", "/raci/matrix/" + problem.transition,
                    problem.sentence + ". " + problem.wayOut});
        return faultsReply(c.location(), faults);
    });
}

} // namespace

void addRaciCommands(CLI::App& app, Context& context)
{
    auto* raci = app.add_subcommand("raci", "Who is responsible, accountable, consulted, informed")
                     ->require_subcommand(1)
                     ->fallthrough();
    addRaciShow(*raci, context);
    addRaciCheck(*raci, context);
}

} // namespace cs::cli
