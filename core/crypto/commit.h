// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"

namespace cs {

inline constexpr std::size_t saltBytes = 32;

/// The digest under which the ledger names an erasable content: SHA-256(salt ‖ content). With the salt gone, nobody
/// can test guesses of a name or comment against it. @source ledger-events.md section 1
Digest commitment(std::string_view salt32, std::string_view content);
/// 32 fresh random bytes.
Bytes newSalt();

} // namespace cs
