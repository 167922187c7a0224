// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

namespace cs::cli {

/// `policy simulate FILE`: what a draft would have done with the promotions of the past.
void addPolicySimulate(CLI::App& policy, Context& context);

} // namespace cs::cli
