// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cs {

/// Characters that change what is seen without being seen themselves: overrides of direction (U+202E and its
/// kin), zero-width spaces, tags, soft hyphens. A reviewer must see that they are there.
/// @source Unicode TR36 and TR39; "Trojan Source", CVE-2021-42574.
bool isHiddenCharacter(char32_t c);
/// C0 and C1 control characters other than tab and line feed.
bool isControlCharacter(char32_t c);

struct VisibleText {
    std::string text; ///< UTF-8, valid, without hidden or control characters.
    std::size_t hidden = 0; ///< Hidden characters that were replaced by marks such as ⟨U+202E⟩.
    std::size_t controls = 0; ///< Control characters that were replaced by pictures such as ␛.
};

/// Makes a text honest: nothing in it moves, hides or overwrites its neighbours. Invalid UTF-8 becomes
/// U+FFFD.
VisibleText visibleText(std::string_view utf8);

/// True if visibleText() would leave @p utf8 as it is.
bool isVisibleText(std::string_view utf8);

/// Reads one code point at @p at and moves on; U+FFFD for one invalid byte.
char32_t nextCodePoint(std::string_view utf8, std::size_t& at);
void appendCodePoint(std::string& out, char32_t c);

} // namespace cs
