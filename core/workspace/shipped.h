// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"

namespace cs {

/// The bytes of a policy that ships with the program. @param name "default" (regulated) or "small-team".
/// @returns CS-WORKSPACE-POLICY for another name.
Result<Bytes> shippedPolicy(std::string_view name);

} // namespace cs
