// SPDX-License-Identifier: GPL-3.0-or-later
// Checks that read stays, canary windows and drills. @source gates.md sections 2.3, 3.8; ledger-events.md section 6.
#include "core/engine/evaluate_subject.h"

#include <algorithm>
#include <cmath>

namespace cs::engine {
namespace {

using policy::Check;
using policy::Condition;

/// First entry of the present uninterrupted stay in a state, with the artifact of today; null if it is not there.
const StageEntry* presentStay(const Subject& subject, const std::string& state)
{
    const StageEntry* start = nullptr;
    const Digest* artifact = subject.artifact();
    const auto& stages = subject.version.stages;
    for (auto stage = stages.rbegin(); stage != stages.rend(); ++stage) {
        if (stage->state != state || artifact == nullptr || stage->artifact != *artifact)
            break;
        start = &*stage;
    }
    return start;
}

std::int64_t longestStaySeconds(const Subject& subject, const Check& check, NodeResult& result)
{
    std::int64_t longest = 0;
    std::int64_t total = 0;
    std::int64_t run = 0;
    const Digest* artifact = subject.artifact();
    const auto& stages = subject.version.stages;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        if (stages[i].state != check.state || artifact == nullptr || stages[i].artifact != *artifact) {
            run = 0;
            continue;
        }
        const UtcTime end = i + 1 < stages.size() ? stages[i + 1].stamp.time : subject.at;
        const std::int64_t ms = std::max<std::int64_t>(0, end.msSince(stages[i].stamp.time));
        run += ms;
        total += ms;
        longest = std::max(longest, run);
        restOn(result, stages[i].stamp, std::to_string(ms / 1000), stages[i].stamp.time);
    }
    return (check.continuous ? longest : total) / 1000;
}

struct Ramp {
    std::vector<const CanaryFacts::Window*> windows;
    std::vector<const CanaryFacts::Breach*> breaches;
    std::vector<const CanaryFacts::Step*> steps;
    std::string problem = "missing";
};

/// Canary facts of the version since an entry. Windows that overlap an earlier one tell the same time twice and are
/// left out.
Ramp rampSince(Subject& subject, const Condition& node, EntryIndex since, NodeResult& result)
{
    Ramp ramp;
    for (const PromotionId id : subject.version.promotions) {
        const Promotion* promotion = subject.state.promotions.find(id.index());
        if (promotion == nullptr)
            continue;
        UtcTime covered;
        for (const auto& step : promotion->canary.steps)
            if (step.stamp.index > since)
                ramp.steps.push_back(&step);
        for (const auto& breach : promotion->canary.breaches)
            if (breach.stamp.index > since)
                ramp.breaches.push_back(&breach);
        for (const auto& window : promotion->canary.windows) {
            if (window.stamp.index <= since || window.event.from < covered || window.event.to <= window.event.from)
                continue;
            const bool produced = std::any_of(node.producers.begin(), node.producers.end(), [&](const auto& role) {
                return std::find(window.signerRoles.begin(), window.signerRoles.end(), role)
                    != window.signerRoles.end();
            });
            if (!produced || !countsStill(subject.state, window.key, window.stamp.index)) {
                ramp.problem = produced ? "key_compromised" : "wrong_producer";
                continue;
            }
            if (isTooOld(subject, node, window.stamp.time)) {
                ramp.problem = "stale";
                continue;
            }
            covered = window.event.to;
            ramp.windows.push_back(&window);
        }
    }
    if (!ramp.windows.empty()) {
        const auto& last = *ramp.windows.back();
        restOn(result, last.stamp, std::to_string(ramp.windows.size()), last.event.to);
        subject.restsOnKey(last.key);
    }
    return ramp;
}

bool rampIsComplete(const Subject& subject, const policy::GuardrailSet& set, const Ramp& ramp, std::string& step)
{
    for (std::size_t i = 0; i < set.ramp.size(); ++i) {
        const double from = set.ramp[i].trafficPercent;
        // The last step's weight may be exceeded; the others end where the next one starts.
        const double to = i + 1 < set.ramp.size() ? set.ramp[i + 1].trafficPercent : 101;
        std::int64_t samples = 0;
        std::int64_t seconds = 0;
        for (const auto* window : ramp.windows) {
            if (window->percent < from || window->percent >= to)
                continue;
            samples += window->event.predictions;
            seconds += window->event.to.msSince(window->event.from) / 1000;
        }
        if (seconds < set.ramp[i].minDurationSeconds || samples < set.ramp[i].minSamples) {
            step = numberText(from);
            return false;
        }
    }
    return subject.artifact() != nullptr;
}

struct Coverage {
    std::int64_t scheduled = 0, usable = 0, breached = 0;
    std::string breachedGuardrail, missingGuardrail;
};
Coverage coverageOf(const Subject& subject, const policy::GuardrailSet& set, const Ramp& ramp)
{
    Coverage sum;
    for (const policy::Guardrail& rule : set.rules) {
        if (rule.appliesWhen && !subject.holds(*rule.appliesWhen))
            continue;
        std::int64_t scheduled = 0;
        for (const auto* window : ramp.windows)
            for (const auto& count : window->event.guardrails) {
                if (count.id != rule.id)
                    continue;
                scheduled += count.scheduled;
                sum.usable += std::min(count.usable, count.scheduled);
                sum.breached += count.breached;
                if (count.verdict == "breached" && sum.breachedGuardrail.empty())
                    sum.breachedGuardrail = rule.id;
            }
        sum.scheduled += scheduled;
        if (scheduled == 0 && sum.missingGuardrail.empty())
            sum.missingGuardrail = rule.id;
        for (const auto* breach : ramp.breaches)
            if (breach->event.guardrail == rule.id)
                sum.breachedGuardrail = rule.id;
    }
    return sum;
}

const Drill* latestDrill(Subject& subject, const Condition& node, NodeResult& result, std::string& problem)
{
    const Check& check = node.check;
    const Drill* latest = nullptr;
    problem = "missing";
    for (const auto& [endpoint, drills] : subject.state.drills) {
        if (check.scope == "same_endpoint" && endpoint != subject.endpoint)
            continue;
        for (const Drill& drill : drills) {
            const bool toFallback = drill.event.restored == "fallback";
            if (drill.event.route != check.route || toFallback != (check.restores == "fallback"))
                continue;
            const bool produced = std::any_of(node.producers.begin(), node.producers.end(), [&](const auto& role) {
                return std::find(drill.signerRoles.begin(), drill.signerRoles.end(), role) != drill.signerRoles.end();
            });
            if (!produced || !countsStill(subject.state, drill.key, drill.stamp.index)) {
                problem = produced ? "key_compromised" : "wrong_producer";
                continue;
            }
            if (latest != nullptr)
                result.attempts.push_back({latest->stamp.index, latest->event.restored, latest->event.restoredAt});
            if (latest == nullptr || latest->stamp.index < drill.stamp.index)
                latest = &drill;
        }
    }
    return latest;
}

/// The first thing that changed since the drill, or empty.
std::string changedSince(const Subject& subject, const Check& check, const Drill& drill)
{
    const auto& serving = subject.model.serving;
    for (const auto& what : check.validWhileUnchanged) {
        if (!serving)
            return "serving_config";
        const bool same = what == "serving_config" ? drill.event.config == serving->config
            : what == "actuator_config"            ? drill.event.actuator == serving->actuator
            : what == "container_runtime"
            ? subject.version.description.image && drill.event.runtime == *subject.version.description.image
            : drill.event.endpoint == serving->endpoint;
        if (!same)
            return what;
    }
    return {};
}

} // namespace

void checkSoak(Subject& subject, const Condition& node, NodeResult& result)
{
    const std::int64_t seconds = longestStaySeconds(subject, node.check, result);
    const std::string bound = "≥ " + std::to_string(node.check.minDurationSeconds) + " s";
    setMeasured(result, seconds >= node.check.minDurationSeconds, std::to_string(seconds) + " s", bound);
    // Time that has not passed yet is not a fact against the version while it stays.
    if (result.status == Truth::Unsatisfied && presentStay(subject, node.check.state) != nullptr)
        setMissing(result, "not_yet", {result.value, bound});
}

void checkSamples(Subject& subject, const Condition& node, NodeResult& result)
{
    const StageEntry* stay = presentStay(subject, node.check.state);
    if (stay == nullptr)
        return setMissing(result, "not_in_state", {node.check.state});
    const Ramp ramp = rampSince(subject, node, stay->stamp.index, result);
    if (ramp.windows.empty())
        return setMissing(result, ramp.problem);
    std::int64_t count = 0;
    for (const auto* window : ramp.windows)
        if (window->percent >= node.check.minTrafficPercent)
            count += window->event.predictions;
    const std::string bound = "≥ " + std::to_string(node.check.minCount);
    setMeasured(result, count >= node.check.minCount, std::to_string(count), bound);
    if (result.status == Truth::Unsatisfied)
        setMissing(result, "not_yet", {result.value, bound});
}

void checkGuardrails(Subject& subject, const Condition& node, NodeResult& result)
{
    const Check& check = node.check;
    const auto set = subject.policy.guardrailSets.find(check.guardrailSet);
    const StageEntry* stay = presentStay(subject, subject.version.stage());
    if (set == subject.policy.guardrailSets.end() || stay == nullptr)
        return setMissing(result, "missing");
    Ramp ramp = rampSince(subject, node, stay->stamp.index, result);
    if (check.window == "since_last_change" && !ramp.steps.empty()) {
        const EntryIndex change = ramp.steps.back()->stamp.index;
        std::erase_if(ramp.windows, [&](const auto* window) { return window->stamp.index < change; });
        std::erase_if(ramp.breaches, [&](const auto* breach) { return breach->stamp.index < change; });
    }
    const auto rollbacks = std::count_if(
        subject.version.rollbacks.begin(), subject.version.rollbacks.end(), [&](const RollbackRecord& record) {
            return record.stamp.index > stay->stamp.index && record.event.plan.from == subject.version.id;
        });
    if (rollbacks > check.maxRollbacks)
        return setMeasured(
            result, false, std::to_string(rollbacks), "≤ " + std::to_string(check.maxRollbacks), "rolled_back");
    const Coverage coverage = coverageOf(subject, set->second, ramp);
    if (!coverage.breachedGuardrail.empty())
        return setMeasured(result, false, coverage.breachedGuardrail, "0", "breached");
    if (ramp.windows.empty())
        return setMissing(result, ramp.problem);
    if (!coverage.missingGuardrail.empty())
        return setMissing(result, "guardrail_missing", {coverage.missingGuardrail});
    if (check.maxBreachedSamples && coverage.breached > *check.maxBreachedSamples)
        return setMeasured(result, false, std::to_string(coverage.breached),
            "≤ " + std::to_string(*check.maxBreachedSamples), "breached_samples");
    std::string step;
    if (check.rampCompleted && !rampIsComplete(subject, set->second, ramp, step))
        return setMissing(result, "ramp_incomplete", {step});
    const double share = static_cast<double>(coverage.usable) / static_cast<double>(coverage.scheduled);
    setMeasured(result, share >= check.minCoverage, numberText(std::floor(share * 10'000) / 10'000),
        "≥ " + numberText(check.minCoverage), "coverage");
}

void checkDrill(Subject& subject, const Condition& node, NodeResult& result)
{
    const Check& check = node.check;
    std::string problem;
    const Drill* drill = latestDrill(subject, node, result, problem);
    if (drill == nullptr)
        return setMissing(result, problem);
    const events::DrillRecorded& event = drill->event;
    restOn(result, drill->stamp, event.restored, event.restoredAt);
    subject.restsOnKey(drill->key);
    // A drill that was recorded late is as old as it says.
    const UtcTime since = std::min(drill->stamp.time, event.restoredAt);
    result.validUntil = since.plusSeconds(check.maxAgeDays.value_or(1) * 86'400);
    const std::int64_t ms = std::max(event.durationMs, event.restoredAt.msSince(event.startedAt));
    const std::string bound = "≤ " + std::to_string(check.maxDurationSeconds) + " s";
    if (!event.passed)
        return setMeasured(result, false, "failed", "passed", "drill_failed");
    if (ms > check.maxDurationSeconds * 1000)
        return setMeasured(result, false, numberText(static_cast<double>(ms) / 1000) + " s", bound, "too_slow");
    const auto stale = [&](std::string code, std::vector<std::string> args) {
        setMissing(result, std::move(code), std::move(args));
        result.stale = true;
    };
    const std::int64_t age = subject.at.msSince(since);
    if (age > check.maxAgeDays.value_or(1) * 86'400'000)
        return stale("drill_old", {std::to_string(age / 86'400'000), std::to_string(check.maxAgeDays.value_or(1))});
    if (isTooOld(subject, node, since))
        return stale("stale", {});
    if (check.restores == "current_production" && (!subject.production || event.restored != subject.production->text()))
        return stale("other_production", {event.restored, subject.production ? subject.production->text() : "none"});
    if (const auto what = changedSince(subject, check, *drill); !what.empty())
        return stale("changed_since", {what});
    setMeasured(result, true, numberText(static_cast<double>(ms) / 1000) + " s", bound);
}

} // namespace cs::engine
