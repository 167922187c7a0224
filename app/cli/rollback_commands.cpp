// SPDX-License-Identifier: GPL-3.0-or-later
// rollback execute|report|remedy|lift-hold
#include "app/cli/context.h"

#include <algorithm>

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

/// What happened, newest first; "remedy" and "lift-hold" take the entry.
void addReport(CLI::App& rollback, Context& context)
{
    static std::string version;
    auto* command = rollback.add_subcommand("report", "Every rollback: trigger, from, to, plan and hold");
    command->add_option("version", version, "Only of this version");
    context.bind(command, [](Context& c) -> Result<Reply> {
        CS_TRY(Session * session, c.session(true));
        struct Row {
            engine::RollbackRecord record;
            std::string by, name, reason;
        };
        std::vector<Row> rows;
        for (const auto& item : views::versions(*session, std::nullopt))
            for (const auto& record : session->state().versions.find(item.id.index())->rollbacks)
                if (version.empty() || version == item.id.text()) {
                    const auto& reason = record.event.plan.trigger.reason;
                    rows.push_back(
                        {record, views::person(*session, record.actor).name, item.modelName + " " + item.label,
                            reason ? session->textOf(*reason).value_or("(erased)") : ""});
                }
        std::sort(rows.begin(), rows.end(),
            [](const Row& a, const Row& b) { return a.record.stamp.index > b.record.stamp.index; });
        Reply reply;
        std::vector<std::vector<std::string>> cells;
        for (const Row& row : rows)
            cells.push_back({std::to_string(row.record.stamp.index), row.record.stamp.time.text(), row.name,
                row.record.event.plan.to, row.record.event.plan.trigger.kind, row.by,
                row.record.remedied ? "filed" : "due", row.record.holdLifted ? "lifted" : "stands"});
        reply.text = cells.empty()
            ? "Nothing was rolled back.\n"
            : table({"Entry", "Time (UTC)", "Version", "To", "Trigger", "By", "Plan", "Hold"}, cells);
        reply.members = [rows](json::Writer& out) {
            out.key("rollbacks").beginArray();
            for (const Row& row : rows) {
                const events::RollbackPlan& plan = row.record.event.plan;
                out.beginObject().member("entry", row.record.stamp.index);
                out.member("at", std::string_view(row.record.stamp.time.text()));
                out.member("transition", std::string_view(plan.transition));
                out.member("from", std::string_view(plan.from.text())).member("to", std::string_view(plan.to));
                out.member("endpoint", std::string_view(plan.endpoint));
                out.member("trigger", std::string_view(plan.trigger.kind));
                out.member("guardrail", std::string_view(plan.trigger.guardrail.value_or("")));
                out.member("reason", std::string_view(row.reason));
                out.member("actor", std::string_view(row.record.actor.text()));
                out.member("verifiedBy", std::string_view(row.record.event.verified.method));
                out.member("served", std::string_view(row.record.event.verified.served));
                out.key("remedied").boolean(row.record.remedied.has_value());
                out.key("hold").boolean(!row.record.holdLifted).endObject();
            }
            out.endArray();
        };
        return reply;
    });
}

} // namespace

void addRollbackCommands(CLI::App& app, Context& context)
{
    auto* rollback =
        app.add_subcommand("rollback", "Back to the previous version")->require_subcommand(1)->fallthrough();
    addExecute(*rollback, context);
    addReport(*rollback, context);
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
