// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/apply/scope.h"
#include "core/engine/freeze.h"

#include <algorithm>

namespace cs::engine {

Status checkFreezeOffsets(const Scope& scope, const Promotion& promotion, const events::PromotionExecuted& event)
{
    const auto asked = freezeOffsets(scope.state, promotion, scope.time);
    const bool complete = std::equal(asked.begin(), asked.end(), event.freeze.begin(), event.freeze.end(),
        [](const auto& a, const auto& b) { return a.id == b.id; });
    if (!complete)
        return fail(lawError(13, "An execution records the zone offset of each weekly freeze of its transition."));
    for (const auto& offset : event.freeze)
        if (offset.offsetSeconds < rules::westmostSeconds || offset.offsetSeconds > rules::eastmostSeconds)
            return fail(lawError(13, "No place on earth is %1 s from UTC; the freeze %2 cannot be judged by that.",
                {number(offset.offsetSeconds), text(offset.id)}));
    return {};
}

} // namespace cs::engine
