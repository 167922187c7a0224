// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/readers/readers.h"

#include <string>
#include <vector>

namespace cs {

/// One request from the arguments to the answer, as frames: limits, libraries, sandbox, and only then the
/// evidence.
Bytes session(const std::vector<std::string>& arguments);

/// Writes the answer to standard output. False if nobody reads it.
bool writeAnswer(const Bytes& answer);

} // namespace cs
