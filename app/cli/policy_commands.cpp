// SPDX-License-Identifier: GPL-3.0-or-later
// policy check|diff|show|propose|sign-off|adopt|withdraw, raci show|check
#include "app/cli/context.h"
#include "app/cli/policy_diff.h"

#include "core/engine/compare/compare.h"
#include "core/workspace/views/raci.h"

#include <algorithm>

namespace cs::cli {
namespace {

Result<std::shared_ptr<const policy::Policy>> inForce(Session& session)
{
    const auto* row = session.state().policyInForce();
    if (row == nullptr)
        return fail(refused("CS-CLI-NO-POLICY", "No policy is in force in this workspace."));
    if (row->document)
        return row->document;
    return session.policies().policy(row->digest);
}

Reply findingsReply(const policy::Policy& document, const std::vector<policy::LintFinding>& findings)
{
    Reply reply;
    bool errors = false;
    std::vector<std::vector<std::string>> cells;
    for (const auto& finding : findings) {
        errors = errors || finding.error;
        cells.push_back({finding.error ? "error" : "warning", finding.rule, finding.where, finding.message});
    }
    reply.text = document.title + ", revision " + std::to_string(document.revision) + ", " + document.digest.text()
        + "\n" + (cells.empty() ? "No findings: it can be adopted.\n" : table({"", "Rule", "Where", "What"}, cells));
    reply.members = [digest = document.digest.text(), findings](json::Writer& out) {
        out.member("policy", std::string_view(digest));
        out.key("findings").beginArray();
        for (const auto& finding : findings) {
            out.beginObject().key("error").boolean(finding.error);
            out.member("rule", std::string_view(finding.rule)).member("where", std::string_view(finding.where));
            out.member("message", std::string_view(finding.message)).endObject();
        }
        out.endArray();
    };
    reply.status = errors ? 1 : 0;
    reply.code = errors ? "CS-POLICY-LINT" : "OK";
    return reply;
}

void addCheckAndShow(CLI::App& command, Context& context)
{
    static std::string file, output;
    auto* check = command.add_subcommand("check", "Grammar, references, laws 8 and 9 and RACI rules of a policy file");
    check->add_option("file", file, "Policy document (JSON)")->required();
    context.bind(check, [](Context&) -> Result<Reply> {
        CS_TRY(const std::string bytes, readFile(file, 4U << 20U));
        const auto parsed = policy::parse(bytes);
        if (!parsed)
            return fail(inFile(file, parsed.error()));
        const auto& document = *parsed;
        return findingsReply(*document, policy::lint(*document));
    });
    auto* show = command.add_subcommand("show", "The policy in force");
    show->add_option("-o,--output", output, "Write the document, byte for byte");
    context.bind(show, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        CS_TRY(const auto document, inForce(*session));
        if (!output.empty()) {
            CS_TRY(const Bytes bytes, session->store().getBlob(document->digest, 4U << 20U));
            CS_CHECK(writeFile(output, bytes));
        }
        Reply reply;
        reply.text = document->title + ", revision " + std::to_string(document->revision) + ", in force since entry "
            + std::to_string(session->state().policyInForce()->from) + "\n" + document->digest.text() + "\n\n";
        std::vector<std::vector<std::string>> cells;
        for (const auto& transition : document->transitions) {
            std::string roles;
            for (const auto& role :
                transition.authority ? transition.authority->roles : document->gate(transition.gate)->proposers)
                roles += (roles.empty() ? "" : ", ") + role;
            cells.push_back({transition.id, transition.from, transition.to, transition.kind, transition.gate, roles});
        }
        reply.text += table({"Transition", "From", "To", "Kind", "Gate", "Opened by"}, cells);
        reply.members = [document](json::Writer& out) {
            out.member("policy", std::string_view(document->digest.text())).member("revision", document->revision);
            out.member("title", std::string_view(document->title));
        };
        return reply;
    });
}

void addPropose(CLI::App& command, Context& context)
{
    static std::string file, note;
    auto* propose = command.add_subcommand(
        "propose", "Propose a policy; the entry says whether it weakens the one in force, and whom");
    propose->add_option("file", file, "Policy document (JSON)")->required();
    propose->add_option("--note", note, "Why")->required();
    context.bind(propose, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const std::string bytes, readFile(file, 4U << 20U));
        CS_TRY(const auto document, policy::parse(bytes));
        const auto checked = findingsReply(*document, policy::lint(*document));
        if (checked.status != 0)
            return checked;
        events::PolicyProposed event;
        CS_TRY(event.policy, session->putPolicy(bytes));
        const Erasable why = session->erasable(note);
        event.note = why.commitment;
        if (session->state().policyInForce() != nullptr) {
            CS_TRY(const auto old, inForce(*session));
            event.supersedes = old->digest;
            const auto found = engine::comparison::compare(*old, *document);
            event.weakens = found.weakens;
            event.affected = found.affected;
        }
        CS_TRY(const Appended appended, session->submit(event, signer, {why}));
        return appendedReply(appended, '\0', "Proposed revision " + std::to_string(document->revision));
    });
}

void addSignOff(CLI::App& command, Context& context)
{
    static std::int64_t proposal = 0;
    static std::string leaf, role, commentText;
    static bool reject = false;
    auto* sign = command.add_subcommand("sign-off", "Sign a proposed policy off");
    sign->add_option("proposal", proposal, "Entry index")->required();
    sign->add_option("--leaf", leaf, "Condition of the policy's governance, for example gv.review")->required();
    sign->add_option("--role", role, "The role you sign in")->required();
    sign->add_option("--comment", commentText, "Words");
    sign->add_flag("--reject", reject, "Reject instead");
    context.bind(sign, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session());
        CS_TRY(const auto document, inForce(*session));
        const auto change = session->state().policyCases.find(proposal);
        if (change == session->state().policyCases.end())
            return fail(
                usageError("CS-CLI-NO-PROPOSAL", "Entry %1 is no policy proposal.", {QString::number(proposal)}));
        c.progress("  proposed: " + change->second.policy.text() + ", in force: " + document->digest.text());
        events::PolicySignedOff event{proposal, leaf, role, {}, reject ? "reject" : "approve", std::nullopt};
        for (const auto* root : {&document->governance.review, &document->governance.alsoRequire})
            policy::walk(*root, [&](const policy::Condition& condition) {
                if (condition.id == leaf) {
                    event.statement = condition.approval.statementDigest;
                    c.progress("  " + condition.approval.statement);
                }
            });
        // What is signed was shown; typing the passphrase is the gesture.
        CS_TRY(const Signer signer, c.signer());
        std::vector<Erasable> blobs;
        if (!commentText.empty()) {
            blobs.push_back(session->erasable(commentText));
            event.comment = blobs.front().commitment;
        }
        CS_TRY(const Appended appended, session->submit(event, signer, blobs));
        return appendedReply(appended, '\0', "Signed off as " + role);
    });
    auto* adopt = command.add_subcommand("adopt", "Put a signed-off policy in force");
    adopt->add_option("proposal", proposal, "Entry index")->required();
    context.bind(adopt, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const Appended appended, session->submit(events::PolicyAdopted{proposal}, signer));
        return appendedReply(appended, '\0', "In force");
    });
    auto* withdraw = command.add_subcommand("withdraw", "Withdraw your policy proposal");
    withdraw->add_option("proposal", proposal, "Entry index")->required();
    context.bind(withdraw, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const Appended appended, session->submit(events::PolicyWithdrawn{proposal}, signer));
        return appendedReply(appended, '\0', "Withdrawn");
    });
}

void addRaci(CLI::App& app, Context& context)
{
    auto* raci = app.add_subcommand("raci", "Who is responsible, accountable, consulted, informed")
                     ->require_subcommand(1)
                     ->fallthrough();
    context.bind(raci->add_subcommand("show", "The matrix of the policy in force"), [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        CS_TRY(const auto document, inForce(*session));
        const auto& matrix = document->raci;
        std::vector<std::string> headings{"Role"};
        headings.insert(headings.end(), matrix.transitions.begin(), matrix.transitions.end());
        std::vector<std::vector<std::string>> cells;
        for (const auto& role : matrix.roles) {
            std::vector<std::string> row{role.title};
            for (const auto& transition : matrix.transitions) {
                const auto cell = matrix.matrix.at(transition).find(role.id);
                row.emplace_back(cell == matrix.matrix.at(transition).end() ? "-" : std::string(1, cell->second));
            }
            cells.push_back(std::move(row));
        }
        Reply reply;
        reply.text = table(headings, cells);
        reply.members = [document](json::Writer& out) {
            out.key("raci").beginObject();
            for (const auto& [transition, roles] : document->raci.matrix) {
                out.key(transition).beginObject();
                for (const auto& [role, letter] : roles)
                    out.member(role, std::string_view(&letter, 1));
                out.endObject();
            }
            out.endObject();
        };
        return reply;
    });
    context.bind(raci->add_subcommand("check", "Contradictions with the gates, under every tag"),
        [](Context& c) -> Result<Reply> {
            CS_TRY(Session * session, c.session(true));
            CS_TRY(const auto document, inForce(*session));
            auto findings = policy::lint(*document);
            std::erase_if(findings, [](const auto& finding) { return !finding.rule.starts_with("raci"); });
            // A role that a gate needs and nobody holds is no fault of the policy, but such a version cannot pass.
            for (const auto& problem : views::raci(*session, std::nullopt).problems)
                if (problem.vacancy)
                    findings.push_back({false, "raci-vacancy", "/raci/matrix/" + problem.transition,
                        problem.sentence + ". " + problem.wayOut});
            return findingsReply(*document, findings);
        });
}

} // namespace

void addPolicyCommands(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand("policy", "Gate policy")->require_subcommand(1)->fallthrough();
    addCheckAndShow(*command, context);
    addPolicyDiff(*command, context);
    addPropose(*command, context);
    addSignOff(*command, context);
    addRaci(app, context);
}

} // namespace cs::cli
