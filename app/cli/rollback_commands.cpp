// SPDX-License-Identifier: GPL-3.0-or-later
// rollback execute|remedy|lift
#include "app/cli/context.h"

namespace cs::cli {
namespace {

void addExecute(CLI::App& rollback, Context& context)
{
    static commands::RollbackRequest request;
    static std::string version;
    auto* command =
        rollback.add_subcommand("execute", "Roll a version back now: no gate, freeze or quorum stands in the way");
    command->add_option("version", version, "v34")->required();
    command->add_option("--reason", request.reason, "Why")->required();
    command->add_option("--endpoint", request.endpoint, "Where; the promotion's endpoint if not given");
    command->add_option("--to", request.to, "v12, fallback or none; what the policy reinstates if not given");
    command->add_option("--served", request.served, "What the endpoint was seen serving afterwards");
    command->add_option("--probes", request.probes, "How many requests showed it");
    command->add_option("--method", request.verifiedBy, "probe, alias or manual");
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(request.version, VersionId::fromText(version));
        const UtcTime now = c.now();
        CS_TRY(const auto intent, commands::rollbackIntent(*session, request, now));
        CS_TRY(const Appended intended, commands::submit(*session, intent, signer));
        CS_TRY(const auto execution, commands::rollbackExecution(*session, request, intended.index, now));
        CS_TRY(const Appended appended, commands::submit(*session, execution, signer));
        return appendedReply(appended, '\0', "Rolled back " + version);
    });
}

} // namespace

void addRollbackCommands(CLI::App& app, Context& context)
{
    auto* rollback =
        app.add_subcommand("rollback", "Back to the previous version")->require_subcommand(1)->fallthrough();
    addExecute(*rollback, context);
    static std::int64_t index = 0;
    static std::string plan, due, basis = "waiver";
    auto* remedy = rollback->add_subcommand("remedy", "File the remediation plan of a rollback");
    remedy->add_option("rollback", index, "Entry index of the rollback")->required();
    remedy->add_option("--plan", plan, "What will be done")->required();
    remedy->add_option("--due", due, "2026-12-01T00:00:00.000Z")->required();
    context.bind(remedy, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        const Erasable words = session->erasable(plan);
        CS_TRY(const UtcTime dueAt, UtcTime::fromText(due));
        CS_TRY(const Appended appended,
            session->submit(events::RollbackRemedied{index, words.commitment, dueAt}, signer, {words}));
        return appendedReply(appended, '\0', "Plan filed");
    });
    auto* lift = rollback->add_subcommand("lift-hold", "Let a rolled-back version be proposed again");
    lift->add_option("rollback", index, "Entry index of the rollback")->required();
    lift->add_option("--basis", basis, "new_artifact or waiver");
    context.bind(lift, [](Context& c) -> Result<Reply> {
        CS_TRY(const Signer signer, c.signer());
        CS_TRY(Session * session, c.session());
        CS_TRY(const Appended appended, session->submit(events::RollbackHoldLifted{index, basis}, signer));
        return appendedReply(appended, '\0', "Hold lifted");
    });
}

} // namespace cs::cli
