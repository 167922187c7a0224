// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/team.h"

namespace cs::team {

/// How far a refill() is: first every entry of the source is verified, then what is missing is written.
struct RefillSteps {
    FillProgress verified, written;
};

/// Gives an empty or cut server back what a verified copy holds. The source is judged as a whole before anybody else
/// is given it, and a server that holds another history is left alone.
/// @param source a backup or workspace file; empty: this desk's own copy. @returns CS-TEAM-NO-COPY, CS-TEAM-OLD-COPY,
/// CS-TEAM-OTHER, CS-WORKSPACE-STOPPED, CS-STORE-….
Result<Filled> refill(const PgPlace& place, const Environment& environment, const std::string& source = {},
    const RefillSteps& steps = {}, std::stop_token stop = {});

} // namespace cs::team
