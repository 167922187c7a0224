// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string_view>

namespace cs {

/// First of all, before any library looks around: closes every descriptor but 0 to 3, goes to /, drops the
/// environment but for what finds libraries and fonts, sets the limits (memory, processor time, no file, no
/// core), gives up new privileges and being traced. @returns CS-READER-SANDBOX.
Status enterLimits();

/// Last before the evidence is touched: from here on the kernel kills the process for a socket, a program, a
/// child or tracing, and refuses to open, create or change anything else. Filters all threads. @returns
/// CS-READER-SANDBOX.
Status enterSandbox();

/// Tries a forbidden thing from inside the sandbox: "open", "open-write", "socket", "connect", "exec",
/// "fork", "ptrace", "keyring", "kill", "memory" (executable). @returns true if it was refused with an error;
/// the worst of them do not return, because the kernel kills the process.
bool isRefused(std::string_view attempt);

} // namespace cs
