// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/readers/facts.h"

#include <string_view>

namespace cs {

/// Writes the spans of one run of Markdown text into the open array of @p facts: bold, italic, code, links
/// (text and target), pictures (alternative text). What is not recognised, raw HTML above all, stays text.
void writeSpans(std::string_view text, Facts& facts);

} // namespace cs
