// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/obligations.h"

#include "core/engine/break_glass.h"
#include "core/engine/evaluate_promotion.h"

#include <algorithm>

namespace cs::engine {
namespace {

using policy::Condition;

constexpr std::int64_t day = 86'400;

const Condition* checkOf(const policy::Policy& policy, const std::string& id)
{
    const Condition* found = nullptr;
    for (const auto& [gateId, gate] : policy.gates)
        policy::walk(gate.require, [&](const Condition& node) {
            if (node.kind == Condition::Kind::Check && node.id == id)
                found = &node;
        });
    return found;
}

/// When the version came to the stage where it is.
UtcTime arrivedAt(const Version& version)
{
    return version.stages.back().stamp.time;
}

/// When the check was last measured and good, at whatever age; none where it never was.
std::optional<UtcTime> measuredAt(Subject& subject, const Condition& check)
{
    Condition ageless = check;
    ageless.maxAgeSeconds.reset();
    const NodeResult result = evaluateCheck(subject, ageless);
    if (result.status != Truth::Satisfied || !result.since)
        return std::nullopt;
    return result.since->time;
}

Reevaluated standing(const LedgerState& state, const policy::Policy& policy, const policy::Reevaluation& rule,
    const Version& version, UtcTime at)
{
    Reevaluated duty;
    duty.rule = &rule;
    duty.version = version.id;
    const UtcTime arrived = arrivedAt(version);
    std::optional<UtcTime> oldest;
    auto subject = subjectOfVersion(state, policy, version.id, at);
    for (const std::string& id : rule.checks) {
        const Condition* check = checkOf(policy, id);
        // What counts findings would ask for itself here.
        if (check == nullptr || !subject || check->check.kind == "findings_clear")
            continue;
        const UtcTime measured = std::max(arrived, measuredAt(*subject, *check).value_or(arrived));
        if (!oldest || measured < *oldest)
            duty.checks.clear();
        if (!oldest || measured <= *oldest) {
            oldest = measured;
            duty.checks.push_back(id);
        }
    }
    duty.since = oldest.value_or(arrived);
    duty.due = duty.since.plusSeconds(rule.everyDays * day);
    return duty;
}

} // namespace

std::vector<Reevaluated> reevaluations(
    const LedgerState& state, const policy::Policy& policy, const Model& model, UtcTime at, Duties which)
{
    std::vector<Reevaluated> duties;
    for (const policy::Reevaluation& rule : policy.reevaluation)
        for (const VersionId id : model.versions) {
            const auto brief = state.versionBriefs.find(id);
            if (brief == state.versionBriefs.end() || brief->second.stage != rule.state)
                continue;
            const Reevaluated earliest{&rule, id, {}, brief->second.entered.time.plusSeconds(rule.everyDays * day), {}};
            if (which == Duties::Late && !earliest.soon(at))
                continue; // its row need not be read
            if (const Version* version = state.versions.find(id.index()); version != nullptr)
                duties.push_back(standing(state, policy, rule, *version, at));
        }
    return duties;
}

std::vector<StandingFinding> standingFindings(
    const LedgerState& state, const policy::Policy& policy, const Model& model, UtcTime at)
{
    std::vector<StandingFinding> findings;
    for (const PromotionId id : model.brokenGlass) {
        const Promotion* promotion = state.promotions.find(id.index());
        const auto review = promotion == nullptr ? std::nullopt : glassReview(state, *promotion, at);
        if (review && review->overdue(at))
            findings.push_back({"break_glass.review_overdue", "critical", id.text(), review->due, {}});
    }
    for (const Reevaluated& duty : reevaluations(state, policy, model, at, Duties::Late))
        if (duty.overdue(at))
            findings.push_back({"reevaluation.overdue", "high", duty.version.text(), duty.due, duty.rule->id});
    return findings;
}

std::optional<Waiting> waiting(const policy::Gate& gate, const Promotion& promotion, UtcTime at)
{
    const policy::Sla& sla = gate.sla;
    if (sla.respondWithinSeconds <= 0 && sla.escalation.empty())
        return std::nullopt;
    Waiting out;
    out.due = promotion.proposed.time.plusSeconds(sla.respondWithinSeconds);
    out.overdue = sla.respondWithinSeconds > 0 && at > out.due;
    const std::int64_t waited = at.msSince(promotion.proposed.time) / 1000;
    if (sla.remindEverySeconds && *sla.remindEverySeconds > 0)
        out.reminders = std::max<std::int64_t>(0, waited) / *sla.remindEverySeconds;
    for (const policy::Escalation& step : sla.escalation)
        if (waited >= step.afterSeconds)
            for (const std::string& role : step.notifyRoles)
                if (std::find(out.escalatedTo.begin(), out.escalatedTo.end(), role) == out.escalatedTo.end())
                    out.escalatedTo.push_back(role);
    return out;
}

} // namespace cs::engine
