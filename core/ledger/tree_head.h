// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"

#include <cstdint>
#include <string>

namespace cs {

/// Size and root of the ledger's Merkle tree: the whole past in 40 bytes. A default one is not the empty tree's
/// (see emptyTreeHead() in merkle.h).
struct TreeHead {
    std::int64_t size = 0;
    Digest root;
    auto operator<=>(const TreeHead&) const = default;

    /// "SIZE:ROOTHEX".
    std::string text() const;
    /// @returns CS-LEDGER-HEAD unless the text is exactly what text() writes.
    static Result<TreeHead> fromText(std::string_view text);
};

} // namespace cs
