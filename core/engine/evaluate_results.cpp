// SPDX-License-Identifier: GPL-3.0-or-later
// Which signed result a check reads. @source ledger-events.md section 6.
#include "core/engine/evaluate_subject.h"

#include "core/engine/facts.h"

#include <algorithm>

namespace cs::engine {
namespace {

bool signedByProducer(const policy::Condition& node, const std::vector<std::string>& roles)
{
    return std::any_of(node.producers.begin(), node.producers.end(),
        [&](const std::string& role) { return std::find(roles.begin(), roles.end(), role) != roles.end(); });
}

bool samePieces(const ReportedResult& a, const ReportedResult& b)
{
    return a.signer == b.signer && a.report.of == b.report.of && a.report.run == b.report.run
        && a.report.measuredAt == b.report.measuredAt && a.report.artifact == b.report.artifact;
}

/// All parts of the report that @p last completes, the last of each number; empty if one is missing.
std::vector<const ReportedResult*> partsOf(
    const Subject& subject, const policy::Condition& node, const Version& version, const ReportedResult& last)
{
    if (last.report.of <= 1)
        return {&last};
    std::vector<const ReportedResult*> parts(static_cast<std::size_t>(last.report.of), nullptr);
    for (const ReportedResult& other : version.results) {
        if (other.stamp.index > last.stamp.index)
            break;
        if (samePieces(last, other) && other.report.part >= 1 && other.report.part <= last.report.of
            && whyNotCounted(subject, node, version, other).empty())
            parts[static_cast<std::size_t>(other.report.part - 1)] = &other;
    }
    if (std::find(parts.begin(), parts.end(), nullptr) != parts.end())
        parts.clear();
    return parts;
}

} // namespace

std::string numberText(double value)
{
    return Decimal::fromDouble(value == 0 ? 0 : value).text();
}

void setMissing(NodeResult& result, std::string code, std::vector<std::string> args)
{
    result.status = result.condition->missingIsUnsatisfied ? Truth::Unsatisfied : Truth::Pending;
    result.reason = {std::move(code), std::move(args)};
}

void setMeasured(NodeResult& result, bool satisfied, std::string value, std::string bound, std::string code)
{
    result.status = satisfied ? Truth::Satisfied : Truth::Unsatisfied;
    result.reason = {std::move(code), {value, bound}};
    result.value = std::move(value);
    result.bound = std::move(bound);
}

void restOn(NodeResult& result, const Stamp& stamp, std::string value, UtcTime measuredAt)
{
    if (!result.since || result.since->index < stamp.index)
        result.since = stamp;
    result.inputs.push_back({stamp.index, std::move(value), measuredAt});
}

bool isTooOld(const Subject& subject, const policy::Condition& node, UtcTime time)
{
    return node.maxAgeSeconds && subject.at.msSince(time) > *node.maxAgeSeconds * 1000;
}

std::string whyNotCounted(
    const Subject& subject, const policy::Condition& node, const Version& version, const ReportedResult& report)
{
    if (!version.description.artifact.sha || report.report.artifact != *version.description.artifact.sha)
        return "other_artifact";
    if (!signedByProducer(node, report.signerRoles))
        return "wrong_producer";
    // Who brought the bytes by an amendment is their registrar as well.
    if (node.producerNotRegistrar && (report.signer == version.registeredBy || report.signer == version.artifactBy))
        return "registrar";
    if (!countsStill(subject.state, report.key, report.stamp.index))
        return "key_compromised";
    return {};
}

Pick pickReport(Subject& subject, const policy::Condition& node, const Version& version, const ItemFilter& matches,
    NodeResult* result)
{
    Pick pick;
    pick.problem = "missing";
    for (auto report = version.results.rbegin(); report != version.results.rend(); ++report) {
        const auto& items = report->report.results;
        const bool named = std::any_of(items.begin(), items.end(), matches);
        if (!named && report->report.of <= 1)
            continue;
        if (pick.head != nullptr) {
            if (named && result != nullptr)
                result->attempts.push_back({report->stamp.index, {}, report->report.measuredAt});
            continue;
        }
        if (auto why = whyNotCounted(subject, node, version, *report); !why.empty()) {
            if (named && pick.problem == "missing")
                pick.problem = std::move(why);
            continue;
        }
        const auto parts = partsOf(subject, node, version, *report);
        for (const ReportedResult* part : parts)
            for (const auto& item : part->report.results)
                if (matches(item))
                    pick.items.push_back(&item);
        if (!pick.items.empty())
            pick.head = &*report;
        else if (named)
            pick.problem = "parts_missing";
    }
    if (pick.head == nullptr || result == nullptr)
        return pick;
    restOn(*result, pick.head->stamp, {}, pick.head->report.measuredAt);
    subject.restsOnKey(pick.head->key);
    if (node.maxAgeSeconds)
        result->validUntil = pick.head->stamp.time.plusSeconds(*node.maxAgeSeconds);
    if (isTooOld(subject, node, pick.head->stamp.time)) {
        pick.problem = "stale";
        pick.head = nullptr;
        result->stale = true;
    }
    return pick;
}

} // namespace cs::engine
