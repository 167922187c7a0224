// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/tree_head.h"

#include <charconv>

namespace cs {

std::string TreeHead::text() const
{
    return std::to_string(size) + ':' + root.hex();
}

Result<TreeHead> TreeHead::fromText(std::string_view text)
{
    const auto bad = [&] {
        return fail(usageError("CS-LEDGER-HEAD",
            "\"%1\" is not a tree head of the form SIZE:ROOT with 64 hexadecimal digits.", {qs(text.substr(0, 100))}));
    };
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || (text[0] == '0' && colon != 1) || text[0] == '-')
        return bad();
    TreeHead head;
    const char* const end = text.data() + colon;
    const auto [at, errc] = std::from_chars(text.data(), end, head.size);
    const auto root = Digest::fromHex(text.substr(colon + 1));
    if (errc != std::errc() || at != end || !root)
        return bad();
    head.root = *root;
    return head;
}

} // namespace cs
