// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"

#include <functional>
#include <string>
#include <vector>

namespace cs::cli {

inline constexpr const char* replySchema = "countersign.cli/1";

/// What a command answers: words for people, members for programs, an exit status (design.md section 7).
struct Reply {
    std::string text; ///< Printed as it stands, with its last newline.
    std::function<void(json::Writer&)> members; ///< Written after schema, ok and code.
    int status = 0; ///< 0 done, 1 the answer is no.
    std::string code = "OK";
    bool rawText = false; ///< `text` is the product itself (an export): --json does not wrap it.
};

/// Rows under headings, columns as wide as they need; for terminals and for `column`-free reading in pipes.
std::string table(const std::vector<std::string>& headings, const std::vector<std::vector<std::string>>& rows);

/// One line of JSON: {schema, ok, code, …}.
std::string asJson(const Reply& reply);
std::string asJson(const Error& error);
int exitStatus(const Error& error);

} // namespace cs::cli
