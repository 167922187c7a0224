// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>

#include <optional>
#include <string_view>

namespace cs {

/// A person's printed name, or what a service or a workspace is called: 1 to 80 characters of plain text. The ledger
/// commits to a person's name by digest only, so no law sees it: it is checked before it goes in.
/// @returns CS-DOMAIN-NAME, which says what is wrong.
Status checkPrintedName(std::string_view name);

/// The first character that a reader does not see although it is there (zero width, fillers, tags, variation
/// selectors), or that is stacked on its neighbour more often than any script does. Joiners, which scripts need, are
/// none.
std::optional<char32_t> firstHidden(std::string_view text);
/// Characters that a reader sees: no marks, nothing hidden, and of white space what stands between others, once. For
/// texts of a least length.
std::size_t visibleCharacters(std::string_view text);

} // namespace cs
