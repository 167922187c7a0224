// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/store_views.h"
#include "core/workspace/session.h"

namespace cs::team {

/// Asks the server who is connected and how much it keeps, in one statement over a connection of its own, and measures
/// this desk's copy. @param location as it was opened, with its options; @param overview what the session knows
void lookAtStore(const std::string& location, const Environment& environment, query::StoreOverview& overview);

} // namespace cs::team
