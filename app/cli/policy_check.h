// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

#include "core/domain/policy_text.h"

namespace cs::cli {

/// What is wrong with a document, as a table with line and column where its text is known; status 1 for errors.
/// @param name of the file.
Reply faultsReply(const std::string& name, const policy::Faults& faults);

/// `policy check FILE`: on a file alone, no workspace, no keychain.
void addPolicyCheck(CLI::App& policy, Context& context);

} // namespace cs::cli
