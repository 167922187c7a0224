// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"
#include "core/base/utc_time.h"
#include "core/domain/ids.h"

#include <string>
#include <vector>

namespace cs {

/// One entry that breaks a law, or why the judgement is incomplete.
struct VerifyProblem {
    EntryIndex entry = -1;
    int law = 0;
    std::string message;
};

/// What replaying a whole ledger with public keys says. Only `intact` is a success (design.md section 3).
struct VerifyReport {
    std::string verdict; // intact, broken, incomplete
    std::int64_t entries = 0, signatures = 0, keys = 0;
    Digest root;
    std::string workspaceId, name, mode;
    std::vector<VerifyProblem> problems;
    std::vector<std::string> warnings, notes;
    UtcTime checkedAt;
};

} // namespace cs
