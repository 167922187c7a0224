// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

#include "core/base/json_edit.h"
#include "core/engine/compare/compare.h"

namespace cs::cli {

/// A comparison in words: each case with what is enough now, what was asked before and who loses; then who must sign.
std::string comparisonText(const policy::Policy& before, const engine::comparison::Comparison& found);

/// `policy diff OLD NEW`: what the new document lets through that the old one does not. Files need no workspace.
void addPolicyDiff(CLI::App& policy, Context& context);

/// All members of the newer document that differ, but its number and what it supersedes.
std::vector<json::Difference> documentDifferences(std::string_view before, std::string_view now);
std::string differencesText(const std::vector<json::Difference>& differences);

} // namespace cs::cli
