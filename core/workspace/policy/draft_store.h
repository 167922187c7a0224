// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/utc_time.h"

#include <optional>
#include <string>

/// The policy draft of this user for a workspace: a file of its own in the state folder, so that it outlives a crash.
/// It is nobody else's business until it is proposed.
namespace cs::policies {

struct KeptDraft {
    std::string text;
    UtcTime saved;
};
/// @returns nothing where there is none; CS-DRAFT-IO where it cannot be read.
Result<std::optional<KeptDraft>> keptDraft(const std::string& stateDir, const std::string& workspace);
/// Replaces it as a whole. @returns CS-DRAFT-IO: the former one is as it was.
Result<UtcTime> keepDraft(const std::string& stateDir, const std::string& workspace, const std::string& text);
Status discardDraft(const std::string& stateDir, const std::string& workspace);

} // namespace cs::policies
