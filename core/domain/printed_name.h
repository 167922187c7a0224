// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string_view>

namespace cs {

/// A person's printed name, or what a service or a workspace is called: 1 to 80 characters of plain text. The ledger
/// commits to a person's name by digest only, so no law sees it: it is checked before it goes in.
/// @returns CS-DOMAIN-NAME, which says what is wrong.
Status checkPrintedName(std::string_view name);

} // namespace cs
