// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

namespace cs::cli {

/// `policy diff OLD NEW`: what the new document lets through that the old one does not. Needs no workspace.
void addPolicyDiff(CLI::App& policy, Context& context);

} // namespace cs::cli
