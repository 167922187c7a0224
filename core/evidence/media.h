// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace cs {

/// The media type of evidence by its first bytes and the ending of its name. A signature in the bytes wins
/// over the name, so that a PDF called report.csv is a PDF. "application/octet-stream" when nothing is known.
/// @param firstBytes the first kilobyte or more; fewer only if the file is shorter.
std::string guessMedia(std::string_view fileName, std::string_view firstBytes);

/// Which reader of `countersign-reader` makes a preview of @p media (parameters after ';' are ignored):
/// "text", "markdown", "json", "csv", "junit", "sarif", "image", "pdf", or "" when there is none.
std::string readerFor(std::string_view media);

/// How many of the first bytes of evidence of @p size bytes a preview needs: of texts and tables only the
/// head.
std::int64_t previewBytes(std::string_view media, std::int64_t size);

/// An evidence kind such as "evaluation_report": 1 to 64 characters a-z 0-9 _ . -, a letter first. Policies
/// name kinds of their own, so the list is open. @returns CS-EVIDENCE-KIND.
Result<std::string> checkedKind(std::string_view kind);

} // namespace cs
