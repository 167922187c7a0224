// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/policy.h"

#include <string>
#include <string_view>
#include <vector>

namespace cs::cli {

/// Findings about a policy file as a SARIF 2.1.0 log, one line, for code review tools.
/// @param path as the user named the file; "-" is standard input.
/// @param text the file, for the ends of regions.
std::string policySarif(
    const std::string& path, std::string_view text, const std::vector<policy::LintFinding>& findings);

} // namespace cs::cli
