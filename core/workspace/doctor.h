// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/store_views.h"
#include "core/workspace/session.h"

#include <vector>

namespace cs::team {

using Check = query::StoreCheck;

/// Looks at everything that a console or a service on this computer needs for a workspace: the server, what its user
/// may do there, its clock, the keychain, room on the disk. Opens nothing and changes nothing.
std::vector<Check> examine(const std::string& location, const Environment& environment, bool serviceKey);

} // namespace cs::team
