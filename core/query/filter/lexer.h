// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/filter/filter.h"

namespace cs::query::filter {

/// A word of the filter as it was typed, whether it means something or not. For the parser, the completion and the
/// field that underlines what it does not understand.
struct Token {
    struct Part {
        std::string text; ///< without quotes
        Span at;
        bool quoted = false, closed = true;
    };
    Span at;
    bool negated = false, hasKey = false;
    std::string key; ///< as typed
    Span keyAt;
    std::vector<Part> parts; ///< between commas; an empty one where nothing was typed
};

/// Every byte that is no white space belongs to exactly one token. Takes any bytes.
std::vector<Token> tokens(std::string_view text);

} // namespace cs::query::filter
