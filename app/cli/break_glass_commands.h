// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

namespace cs::cli {

/// Below `promote`.
void addBreakGlassCommands(CLI::App& promote, Context& context);
void addExecute(CLI::App& promote, Context& context);
void addDelegationCommands(CLI::App& app, Context& context);

} // namespace cs::cli
