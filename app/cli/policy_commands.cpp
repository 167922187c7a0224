// SPDX-License-Identifier: GPL-3.0-or-later
// policy propose|sign-off|adopt|withdraw; the other subcommands are in policy_check, _diff, _show and _simulate
#include "app/cli/context.h"
#include "app/cli/policy_check.h"
#include "app/cli/policy_diff.h"
#include "app/cli/policy_show.h"
#include "app/cli/policy_simulate.h"
#include "app/cli/policy_source.h"

#include "core/engine/apply/policies.h"
#include "core/workspace/policy/policy_desk.h"

namespace cs::cli {
namespace {

/// The new revision against the one in force, as the entry will say it.
struct Change {
    std::shared_ptr<const policy::Policy> before; // null: nothing is in force yet
    engine::comparison::Comparison found;
};
Result<Change> changeTo(Session& session, const policy::Policy& document)
{
    Change change;
    if (session.state().policyInForce() == nullptr)
        return change;
    CS_TRY(change.before, policyInForce(session));
    change.found = engine::comparison::compare(*change.before, document);
    return change;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

/// What a signature would be put under, on standard error: the case in words, who must sign (with the fallbacks of
/// roles that nobody holds), and how long the change then waits.
void showChange(
    Context& c, const Session& session, const policy::Policy& document, const Change& change, ActorId proposer)
{
    c.progress(document.title + ", revision " + std::to_string(document.revision) + ", " + document.digest.text());
    if (change.before == nullptr)
        return;
    c.progress("Against revision " + std::to_string(change.before->revision) + ", in force:");
    c.progress(comparisonText(*change.before, change.found));
    if (!change.found.weakens)
        return;
    engine::PolicyCase asked;
    asked.proposer = proposer;
    asked.affected = change.found.affected;
    const auto roles = engine::rolesThatMustSign(session.state(), *change.before, asked);
    if (roles != change.found.roles)
        c.progress("Where nobody holds a role its fallback signs: " + joined(roles) + ".");
    c.progress("It can be adopted " + std::to_string(change.before->governance.coolOffSeconds / 3600)
        + " h after the proposal at the earliest.");
}

void addPropose(CLI::App& command, Context& context)
{
    static std::string file, note;
    auto* propose = command.add_subcommand("propose",
        "Propose a policy; shows what it lets through and who must sign before you do, and the entry says so");
    propose->add_option("file", file, "Policy document (JSON)")->required();
    propose->add_option("--note", note, "Why")->required();
    context.bind(propose, [](Context& c) -> Result<Reply> {
        CS_TRY(const std::string bytes, readFile(file, policyBytesMax));
        const policy::Faults faults = policy::check(bytes);
        if (!faults.adoptable())
            return faultsReply(file, faults);
        const policy::Policy& document = *faults.policy;
        CS_TRY(Session * session, c.session());
        CS_TRY(const Change change, changeTo(*session, document));
        showChange(c, *session, document, change, c.reader());
        if (change.before) {
            CS_TRY(const Bytes before, session->store().getBlob(change.before->digest, policyBytesMax));
            c.progress("What differs in the document:\n" + differencesText(documentDifferences(before, bytes)));
        }
        // What is signed was shown; typing the passphrase is the gesture.
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(const commands::Draft draft, policies::propose(*session, bytes, note));
        CS_TRY(const Appended appended, commands::submit(*session, draft, signer));
        return appendedReply(appended, '\0', "Proposed revision " + std::to_string(document.revision));
    });
}

/// Who has signed already.
void showSignOffs(Context& c, const Session& session, const engine::PolicyCase& policyCase)
{
    for (const auto& signOff : policyCase.signOffs)
        c.progress("  " + views::person(session, signOff.actor).name + (signOff.approve ? " signed " : " rejected ")
            + signOff.leaf + " as " + signOff.role + ", entry " + std::to_string(signOff.stamp.index));
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
        CS_TRY(const auto document, policyInForce(*session));
        const auto change = session->state().policyCases.find(proposal);
        if (change == session->state().policyCases.end())
            return fail(
                usageError("CS-CLI-NO-PROPOSAL", "Entry %1 is no policy proposal.", {QString::number(proposal)}));
        CS_TRY(const auto proposed, session->policies().policy(change->second.policy));
        CS_TRY(const Change against, changeTo(*session, *proposed));
        showChange(c, *session, *proposed, against, change->second.proposer);
        CS_TRY(const Bytes before, session->store().getBlob(document->digest, policyBytesMax));
        CS_TRY(const Bytes after, session->store().getBlob(change->second.policy, policyBytesMax));
        c.progress("What differs in the document:\n" + differencesText(documentDifferences(before, after)));
        showSignOffs(c, *session, change->second);
        c.progress(std::string(reject ? "You reject" : "You sign") + " " + leaf + " as " + role + ":");
        for (const auto* root : {&document->governance.review, &document->governance.alsoRequire})
            policy::walk(*root, [&](const policy::Condition& condition) {
                if (condition.id == leaf)
                    c.progress("  " + condition.approval.statement);
            });
        // What is signed was shown; typing the passphrase is the gesture.
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(const commands::Draft draft, policies::signOff(*session, proposal, leaf, role, reject, commentText));
        CS_TRY(const Appended appended, commands::submit(*session, draft, signer));
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

} // namespace

void addPolicyCommands(CLI::App& app, Context& context)
{
    auto* command = app.add_subcommand("policy", "Gate policy")->require_subcommand(1)->fallthrough();
    addPolicyCheck(*command, context);
    addPolicyDiff(*command, context);
    addPolicyShow(*command, context);
    addPolicySimulate(*command, context);
    addPropose(*command, context);
    addSignOff(*command, context);
    addRaciCommands(app, context);
}

} // namespace cs::cli
