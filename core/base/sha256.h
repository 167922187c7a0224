// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"

namespace cs {

/// SHA-256 for rooms that may not use core/crypto (the engine). Signatures and leaves use core/crypto/hash.h,
/// which is several times faster.
Digest sha256Of(std::string_view bytes);

} // namespace cs
