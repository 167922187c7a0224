// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

namespace cs::cli {

/// `policy show` and `policy export`: what is and was in force.
void addPolicyShow(CLI::App& policy, Context& context);

} // namespace cs::cli
