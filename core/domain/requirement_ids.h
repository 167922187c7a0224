// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace cs {

/// Is it an id of the requirement catalogue (articles and controls that a condition of a policy may name as its
/// reason)? Ids are shown and reported; no verdict ever depends on one.
bool isKnownRequirement(std::string_view id);

} // namespace cs
