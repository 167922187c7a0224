// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/evaluate.h"

/// Freeze windows at a time T. @source gates.md section 2.7.
namespace cs::engine {

/// The offset of a zone from UTC at an instant by this machine's tz data; none for a zone it does not know.
std::optional<std::int64_t> zoneOffsetSeconds(const std::string& zone, UtcTime at);

struct FreezeWindow {
    UtcTime closedSince, opensAt;
    std::int64_t offsetSeconds = 0; ///< What `promotion.executed` records of it.
};
/// The window that is closed at @p at, or none.
/// @param recordedOffset offset to judge by, as an entry recorded it; otherwise this machine's tz data. A zone that
///        is unknown and has no recorded offset counts as UTC.
std::optional<FreezeWindow> closedWindow(
    const policy::Freeze& freeze, UtcTime at, std::optional<std::int64_t> recordedOffset = std::nullopt);
/// The next time at or after @p at at which it closes; none for a window that has passed for good.
std::optional<UtcTime> nextClose(const policy::Freeze& freeze, UtcTime at);

/// Offsets that an execution at @p at would record: one for each weekly freeze of its transition.
std::vector<events::FreezeOffset> freezeOffsets(const LedgerState& state, const Promotion& promotion, UtcTime at);

} // namespace cs::engine
