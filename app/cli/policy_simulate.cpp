// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/policy_simulate.h"

#include "app/cli/policy_check.h"
#include "app/cli/policy_source.h"

#include "core/workspace/policy/simulation.h"

namespace cs::cli {
namespace {

using Outcome = query::SimulatedRow::Outcome;

const char* outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Same:
        return "same";
    case Outcome::Blocked:
        return "blocked";
    case Outcome::LetThrough:
        return "let_through";
    case Outcome::Unknown:
        break;
    }
    return "unknown";
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

void writeList(json::Writer& out, std::string_view name, const std::vector<std::string>& words)
{
    out.key(name).beginArray();
    for (const std::string& word : words)
        out.string(word);
    out.endArray();
}

void writeSimulation(json::Writer& out, const query::Simulation& simulation)
{
    out.member("promotions", static_cast<std::int64_t>(simulation.size()));
    out.member("same", static_cast<std::int64_t>(simulation.same));
    out.member("blocked", static_cast<std::int64_t>(simulation.blocked));
    out.member("let_through", static_cast<std::int64_t>(simulation.letThrough));
    out.member("unknown", static_cast<std::int64_t>(simulation.unknown));
    out.key("asked").beginObject();
    for (const auto& [role, count] : simulation.asked)
        out.member(role, static_cast<std::int64_t>(count));
    out.endObject().key("rows").beginArray();
    for (const query::SimulatedRow& row : simulation.rows) {
        out.beginObject().member("promotion", std::string_view(row.promotion.text())).member("number", row.number);
        out.member("title", std::string_view(row.title)).member("was", std::string_view(row.was));
        out.member("at", std::string_view(row.when.text())).member("entry", row.judgedAt);
        out.member("outcome", std::string_view(outcomeName(row.outcome)));
        writeList(out, "missing", row.missing);
        writeList(out, "asks", row.asks);
        out.endObject();
    }
    out.endArray();
}

Reply simulationReply(const query::Simulation& simulation)
{
    Reply reply;
    std::vector<std::vector<std::string>> cells;
    for (const query::SimulatedRow& row : simulation.rows)
        if (row.outcome != Outcome::Same)
            cells.push_back({"#" + std::to_string(row.number), row.title, row.was, row.when.text().substr(0, 16) + "Z",
                outcomeName(row.outcome), row.why.empty() ? joined(row.missing) : row.why});
    reply.text = std::to_string(simulation.size()) + " promotions: " + std::to_string(simulation.same) + " as before, "
        + std::to_string(simulation.blocked) + " newly blocked, " + std::to_string(simulation.letThrough)
        + " newly let through\n";
    if (!cells.empty())
        reply.text += table({"No.", "Promotion", "Was", "At", "Draft", "Waits for"}, cells);
    for (const auto& [role, count] : simulation.asked)
        reply.text += "Asks besides: " + role + ", " + std::to_string(count) + " times\n";
    reply.members = [simulation](json::Writer& out) { writeSimulation(out, simulation); };
    return reply;
}

} // namespace

void addPolicySimulate(CLI::App& policy, Context& context)
{
    static std::string file;
    static std::int64_t days = 0;
    auto* simulate = policy.add_subcommand(
        "simulate", "Try a policy file on the promotions of the past; each is judged on the state of its own moment");
    simulate->add_option("file", file, "Policy document (JSON)")->required();
    simulate->add_option("--days", days, "Only promotions that ended in the last so many days; 0: the whole ledger")
        ->check(CLI::Range(0, 36'500));
    context.bind(simulate, [](Context& c) -> Result<Reply> {
        CS_TRY(const std::string bytes, readFile(file, policyBytesMax));
        const policy::Faults faults = policy::check(bytes);
        if (faults.policy == nullptr)
            return faultsReply(file, faults);
        CS_TRY(Session * session, c.session(true));
        policies::SimulationRange range;
        range.now = c.now();
        if (days > 0)
            range.since = range.now.plusSeconds(-days * 86'400);
        std::int64_t told = 0;
        range.progress = [&](std::int64_t done, std::int64_t total) {
            if (const std::int64_t percent = done * 100 / std::max<std::int64_t>(1, total); percent >= told + 10) {
                told = percent;
                c.progress("  " + std::to_string(done) + " of " + std::to_string(total) + " entries");
            }
        };
        CS_TRY(const query::Simulation simulation, policies::simulate(*session, bytes, range));
        return simulationReply(simulation);
    });
}

} // namespace cs::cli
