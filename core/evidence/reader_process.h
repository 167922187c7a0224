// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"

#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace cs {

/// One run of the reader: starts @p program, hands it @p evidence as sealed memory, collects what it writes,
/// and leaves no process behind in any case.
/// @param deadlineMs milliseconds from start to the end of the process.
/// @returns its answer, unchecked; CS-READER-START, -TIMEOUT, -CRASH, -ANSWER (too long), -CANCELLED.
Result<Bytes> runReader(const std::string& program, const std::vector<std::string>& arguments,
    std::string_view evidence, int deadlineMs, const std::stop_token& stop);

} // namespace cs
