// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/filter/version_table.h"

namespace cs::query::filter {

/// One line of the completion: what it puts in place of `replaces`.
struct Completion {
    std::string insert; ///< "risk:" or "risk:high"
    std::string hint; ///< "low, medium, high", or the title of the value
    std::optional<std::size_t> count; ///< versions that would be left; keys have none
    Span replaces;
};

/// What may stand where the cursor is, best first. Counts are of the versions that the rest of the filter leaves.
/// @param cursor in bytes
std::vector<Completion> complete(
    const VersionTable& table, const Asker& asker, std::string_view text, std::size_t cursor);

} // namespace cs::query::filter
