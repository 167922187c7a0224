// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy_lint.h"
#include "core/domain/requirement_ids.h"

#include <QTimeZone>

#include <algorithm>
#include <bitset>
#include <set>

namespace cs::policy::linting {
namespace {

constexpr std::size_t minutesOfDay = 1440;
constexpr std::size_t minutesOfWeek = 7 * minutesOfDay;
constexpr std::int64_t oneShotMaxSeconds = INT64_C(366) * 86'400;
using Week = std::bitset<minutesOfWeek>; // in the local time of a zone

/// Every tree of the document.
template <class F> void eachTree(const Policy& policy, F&& f)
{
    for (const auto& [id, gate] : policy.gates)
        f(gate.require);
    for (const Freeze& freeze : policy.freezes)
        if (freeze.exception)
            f(*freeze.exception);
    f(policy.breakGlass.review);
    f(policy.governance.review);
    f(policy.governance.alsoRequire);
}

bool isNeverNegative(const std::string& unit)
{
    return unit == "count" || unit == "bytes" || unit == "ms" || unit == "s" || unit == "per_second";
}

/// Results carry one unit; a check that asks for another one stays pending for ever.
void lintUnits(const Policy& policy, Findings& findings)
{
    std::map<std::string, std::pair<std::string, std::string>> units; // metric → unit and who said it
    eachTree(policy, [&](const Condition& root) {
        walk(root, [&](const Condition& node) {
            const Check& check = node.check;
            if (node.kind != Condition::Kind::Check || check.unit.empty())
                return;
            const auto [first, isNew] = units.emplace(check.metric, std::pair(check.unit, node.id));
            if (!isNew && first->second.first != check.unit)
                findings.error("units", node.pointer + "/check/unit",
                    "The metric " + check.metric + " is in " + check.unit + " here and in " + first->second.first
                        + " in " + first->second.second + ". Results have one unit; use it in both.");
            if (check.kind == "metric_threshold" && check.value < 0 && isNeverNegative(check.unit))
                findings.error("units", node.pointer + "/check/value",
                    "Nothing that is measured in " + check.unit + " is less than zero. Correct the value or the unit.");
        });
    });
    for (const auto& [id, set] : policy.guardrailSets)
        for (std::size_t i = 0; i < set.rules.size(); ++i)
            if (const Guardrail::Test& test = set.rules[i].test;
                test.kind == "fixed" && test.value < 0 && isNeverNegative(test.unit))
                findings.error("units", pointerTo(pointerTo("/guardrailSets", id) + "/guardrails", i) + "/test/value",
                    "Nothing that is measured in " + test.unit + " is less than zero. Correct the value or the unit.");
}

void addClosed(Week& week, const Freeze& freeze)
{
    const auto length = static_cast<std::size_t>((freeze.durationSeconds + 59) / 60);
    for (const int day : freeze.weekdays) {
        const auto begin =
            static_cast<std::size_t>(day - 1) * minutesOfDay + static_cast<std::size_t>(freeze.startMinuteOfDay);
        for (std::size_t i = 0; i < std::min(length, minutesOfWeek); ++i)
            week.set((begin + i) % minutesOfWeek);
    }
}

/// Weekly freezes without exception that together leave a transition no minute. Looked at for each zone by itself, and
/// among freezes that ask nothing of the tags, or one such freeze alone.
void lintWeekly(const Policy& policy, Findings& findings)
{
    std::map<std::pair<std::string, std::string>, Week> weeks; // transition and zone
    std::set<std::string> reported;
    for (std::size_t i = 0; i < policy.freezes.size(); ++i) {
        const Freeze& freeze = policy.freezes[i];
        if (freeze.weekdays.empty() || freeze.exception)
            continue;
        for (const std::string& transition : freeze.transitions) {
            Week alone;
            Week& week = freeze.appliesWhen ? alone : weeks[{transition, freeze.timeZone}];
            addClosed(week, freeze);
            if (week.all() && reported.insert(transition).second)
                findings.error("freeze", pointerTo("/freezes", i) + "/schedule",
                    "The transition " + transition
                        + " never opens: weekly freezes close it at every hour. Shorten one, or forbid the transition "
                          "by "
                          "removing it.");
        }
    }
}

void lintFreezes(const Policy& policy, Findings& findings)
{
    lintWeekly(policy, findings);
    for (std::size_t i = 0; i < policy.freezes.size(); ++i) {
        const Freeze& freeze = policy.freezes[i];
        const std::string at = pointerTo("/freezes", i) + "/schedule";
        if (freeze.start && freeze.end && freeze.end->ms() - freeze.start->ms() > oneShotMaxSeconds * 1000)
            findings.error("freeze", pointerTo(at, "end"),
                "The freeze lasts longer than a year. A shorter one can be renewed by a new revision.");
        if (!freeze.timeZone.empty() && freeze.timeZone != "UTC"
            && !QTimeZone(QByteArray::fromStdString(freeze.timeZone)).isValid())
            findings.error("time-zone", pointerTo(at, "timeZone"),
                "This machine knows no time zone " + freeze.timeZone
                    + ". Use an IANA name such as Europe/Zurich, or UTC.");
    }
}

void lintRequirements(const Policy& policy, Findings& findings)
{
    eachTree(policy, [&](const Condition& root) {
        walk(root, [&](const Condition& node) {
            for (std::size_t i = 0; i < node.requirements.size(); ++i)
                if (!isKnownRequirement(node.requirements[i]))
                    findings.error("requirements", pointerTo(node.pointer + "/requirements", i),
                        "The catalogue of this program has no requirement " + node.requirements[i]
                            + ". Correct or remove it.");
        });
    });
}

/// Length of the circle of fallbacks that a role stands in, or 0.
std::size_t circleOf(const Policy& policy, const Role& role)
{
    const Role* at = policy.role(role.fallback);
    for (std::size_t steps = 1; at != nullptr && steps <= policy.roles.size(); ++steps) {
        if (at->id == role.id)
            return steps;
        at = policy.role(at->fallback);
    }
    return 0;
}

/// Two roles may stand in for each other. A longer circle looks as if somebody were always left.
void lintFallbacks(const Policy& policy, Findings& findings)
{
    for (const auto& [id, role] : policy.roles)
        if (circleOf(policy, role) > 2)
            findings.error("fallback", pointerTo("/roles", id) + "/fallback",
                "The fallbacks of the role " + id
                    + " go round in a circle of more than two roles. Let the last one have no fallback.");
}

} // namespace

void lintAuthoring(const Policy& policy, Findings& findings)
{
    lintUnits(policy, findings);
    lintFreezes(policy, findings);
    lintRequirements(policy, findings);
    lintFallbacks(policy, findings);
}

} // namespace cs::policy::linting
