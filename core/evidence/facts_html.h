// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace cs {

/// The facts of a preview as an HTML fragment for a text view or a self-contained report. Written here and
/// not by the reader: tags are ours, every text of the file is escaped; no attribute but class, no link, no
/// picture.
/// @param facts Preview::facts. @returns CS-READER-ANSWER if it is no JSON of the known schema.
Result<std::string> factsHtml(std::string_view facts);

} // namespace cs
