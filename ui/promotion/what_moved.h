// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

#include <QString>

namespace cs::ui {

/// Why a frozen page no longer holds: what differs between the promotion as frozen and as it is now, one full sentence.
/// Empty if the same decision would still be about the same things.
QString whatMoved(const query::PromotionView& frozen, const query::PromotionView& present);

/// What the gate says now, if that is another thing than it said.
QString gateChange(const query::PromotionView& frozen, const query::PromotionView& present);

} // namespace cs::ui
