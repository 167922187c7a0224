// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/freeze.h"

#include "core/engine/evaluate_promotion.h"
#include "core/engine/evaluate_subject.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace cs::engine {
namespace {

constexpr std::int64_t dayMs = 86'400'000;

/// 1 = Monday … 7. Day 0 of the epoch was a Thursday.
int weekdayOf(std::int64_t day)
{
    return static_cast<int>(((day + 3) % 7 + 7) % 7) + 1;
}

bool appliesTo(const policy::Freeze& freeze, const Promotion& promotion)
{
    return std::find(freeze.transitions.begin(), freeze.transitions.end(), promotion.transition)
        != freeze.transitions.end();
}

} // namespace

std::optional<std::int64_t> zoneOffsetSeconds(const std::string& zone, UtcTime at)
{
    if (zone.empty() || zone == "UTC")
        return 0;
    const QTimeZone known(QByteArray::fromStdString(zone));
    if (!known.isValid())
        return std::nullopt;
    return known.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(at.ms(), Qt::UTC));
}

std::optional<FreezeWindow> closedWindow(
    const policy::Freeze& freeze, UtcTime at, std::optional<std::int64_t> recordedOffset)
{
    if (freeze.start && freeze.end) {
        if (at < *freeze.start || at >= *freeze.end)
            return std::nullopt;
        return FreezeWindow{*freeze.start, *freeze.end, 0};
    }
    // UTC needs no tz data, so nobody may record another offset for it.
    const bool zoned = !freeze.timeZone.empty() && freeze.timeZone != "UTC";
    const std::int64_t offset =
        zoned && recordedOffset ? *recordedOffset : zoneOffsetSeconds(freeze.timeZone, at).value_or(0);
    const std::int64_t local = at.ms() + offset * 1000;
    const std::int64_t today = local / dayMs - (local % dayMs < 0 ? 1 : 0);
    const std::int64_t durationMs = freeze.durationSeconds * 1000;
    std::optional<FreezeWindow> closed;
    for (std::int64_t day = today - durationMs / dayMs - 1; day <= today; ++day) {
        if (std::find(freeze.weekdays.begin(), freeze.weekdays.end(), weekdayOf(day)) == freeze.weekdays.end())
            continue;
        const std::int64_t start = day * dayMs + freeze.startMinuteOfDay * INT64_C(60'000);
        if (local < start || local >= start + durationMs)
            continue;
        const UtcTime opens(start + durationMs - offset * 1000);
        if (!closed)
            closed = FreezeWindow{UtcTime(start - offset * 1000), opens, offset};
        closed->opensAt = std::max(closed->opensAt, opens);
    }
    return closed;
}

std::optional<UtcTime> nextClose(const policy::Freeze& freeze, UtcTime at)
{
    if (freeze.start && freeze.end)
        return at < *freeze.end ? std::optional(std::max(at, *freeze.start)) : std::nullopt;
    if (closedWindow(freeze, at))
        return at;
    const std::int64_t offset = zoneOffsetSeconds(freeze.timeZone, at).value_or(0);
    const std::int64_t today = (at.ms() + offset * 1000) / dayMs;
    for (std::int64_t day = today; day <= today + 7; ++day) {
        const UtcTime start(day * dayMs + freeze.startMinuteOfDay * INT64_C(60'000) - offset * 1000);
        if (start >= at
            && std::find(freeze.weekdays.begin(), freeze.weekdays.end(), weekdayOf(day)) != freeze.weekdays.end())
            return start;
    }
    return std::nullopt;
}

namespace {

/// A freeze of one revision that is closed now, without its exception.
struct Closed {
    const policy::Freeze* freeze;
    FreezeWindow window;
};
std::vector<Closed> closedOf(
    const Subject& subject, const policy::Policy& policy, const std::vector<events::FreezeOffset>& recorded)
{
    std::vector<Closed> closed;
    for (const policy::Freeze& freeze : policy.freezes) {
        if (!appliesTo(freeze, *subject.promotion) || (freeze.appliesWhen && !subject.holds(*freeze.appliesWhen)))
            continue;
        const auto offset = std::find_if(
            recorded.begin(), recorded.end(), [&](const events::FreezeOffset& o) { return o.id == freeze.id; });
        const auto window = closedWindow(
            freeze, subject.at, offset == recorded.end() ? std::nullopt : std::optional(offset->offsetSeconds));
        if (window)
            closed.push_back({&freeze, *window});
    }
    return closed;
}

void addClosed(std::vector<FreezeStatus>& list, Subject& subject, const std::vector<Closed>& closed,
    const std::vector<DecisionStatus>& statuses)
{
    for (const auto& [freeze, window] : closed) {
        FreezeStatus status{freeze->id, freeze->title, window.closedSince, window.opensAt, false};
        if (freeze->exception)
            status.excepted =
                evaluateTree(subject, *freeze->exception, true, statuses, nullptr).status == Truth::Satisfied;
        const auto same =
            std::find_if(list.begin(), list.end(), [&](const FreezeStatus& other) { return other.id == status.id; });
        if (same == list.end())
            list.push_back(std::move(status));
        else // of two revisions the one that lets less through
            same->excepted = same->excepted && status.excepted;
    }
}

} // namespace

std::vector<FreezeStatus> closedFreezes(const Subject& subject, const PromotionPolicies& policies,
    const std::vector<DecisionStatus>& statuses, const std::vector<events::FreezeOffset>& recorded)
{
    std::vector<FreezeStatus> list;
    const Promotion& promotion = *subject.promotion;
    for (const policy::Policy* policy : policies.each()) {
        const policy::Gate* gate = policy == nullptr ? nullptr : gateFor(policies, *policy, promotion.transition);
        if (gate == nullptr || !gate->respectsFreezes
            || std::none_of(policy->freezes.begin(), policy->freezes.end(),
                [&](const policy::Freeze& freeze) { return appliesTo(freeze, promotion); }))
            continue;
        if (auto own = subjectOf(subject.state, *policy, promotion, subject.at))
            addClosed(list, *own, closedOf(*own, *policy, recorded), statuses);
    }
    return list;
}

std::vector<events::FreezeOffset> freezeOffsets(const LedgerState& state, const Promotion& promotion, UtcTime at)
{
    std::map<std::string, std::int64_t> offsets;
    const auto policies = policiesOf(state, promotion);
    for (const policy::Policy* policy : {policies.pinned.get(), policies.current.get()})
        for (const policy::Freeze& freeze : policy == nullptr ? std::vector<policy::Freeze>() : policy->freezes)
            if (appliesTo(freeze, promotion) && !freeze.weekdays.empty())
                offsets[freeze.id] = zoneOffsetSeconds(freeze.timeZone, at).value_or(0);
    std::vector<events::FreezeOffset> list;
    for (const auto& [id, offset] : offsets)
        list.push_back({id, offset});
    return list;
}

} // namespace cs::engine
