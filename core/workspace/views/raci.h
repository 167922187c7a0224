// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/raci_views.h"
#include "core/reports/table/table.h"
#include "core/workspace/session.h"

namespace cs::views {

/// The matrix of the policy in force, raised by the overlays that are on. @param on ids; nothing: all that can hold
/// together.
query::RaciView raci(const Session& session, const std::optional<std::vector<std::string>>& on);

/// The same of a draft, or of a former revision.
query::RaciView raci(const Session& session, const std::shared_ptr<const policy::Policy>& policy,
    const std::optional<std::vector<std::string>>& on);

/// The matrix as a list: a role, its holders, and a letter for each transition with what raised it.
reports::Table raciTable(const query::RaciView& view);

} // namespace cs::views
