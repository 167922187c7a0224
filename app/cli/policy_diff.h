// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

#include "core/engine/compare/compare.h"

namespace cs::cli {

/// A comparison in words: each case with what is enough now, what was asked before and who loses; then who must sign.
std::string comparisonText(const policy::Policy& before, const engine::comparison::Comparison& found);

/// `policy diff OLD NEW`: what the new document lets through that the old one does not. Files need no workspace.
void addPolicyDiff(CLI::App& policy, Context& context);

} // namespace cs::cli
