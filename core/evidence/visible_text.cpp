// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/visible_text.h"

#include <array>
#include <utility>

namespace cs {

namespace {

constexpr char32_t replacement = 0xfffd;

constexpr std::array<std::pair<char32_t, char32_t>, 11> hiddenRanges{{
    {0x00ad, 0x00ad}, // soft hyphen
    {0x061c, 0x061c}, // Arabic letter mark
    {0x115f, 0x1160}, // Hangul fillers
    {0x180e, 0x180e}, // Mongolian vowel separator
    {0x200b, 0x200b}, // zero-width space; the joiners after it shape real scripts and stay
    {0x200e, 0x200f}, // direction marks
    {0x2028, 0x202e}, // line and paragraph separator, embeddings and overrides
    {0x2060, 0x206f}, // word joiner, invisible operators, isolates
    {0xfeff, 0xfeff}, // byte order mark inside a text
    {0xfff9, 0xfffb}, // interlinear annotation
    {0xe0000, 0xe007f}, // tags
}};

std::string mark(char32_t c)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string hex;
    for (char32_t rest = c; rest != 0; rest >>= 4U)
        hex.insert(hex.begin(), digits[rest & 15U]);
    hex.insert(0, hex.size() < 4 ? 4 - hex.size() : 0, '0');
    return "\u27e8U+" + hex + "\u27e9";
}

std::string picture(char32_t c)
{
    if (c >= 0x80)
        return mark(c);
    std::string out;
    appendCodePoint(out, c == 0x7f ? char32_t(0x2421) : char32_t(0x2400) + c);
    return out;
}

} // namespace

bool isHiddenCharacter(char32_t c)
{
    for (const auto& [first, last] : hiddenRanges)
        if (c >= first && c <= last)
            return true;
    return false;
}

bool isControlCharacter(char32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f);
}

char32_t nextCodePoint(std::string_view utf8, std::size_t& at)
{
    const auto byte = [&](std::size_t k) {
        return at + k < utf8.size() ? static_cast<unsigned char>(utf8[at + k]) : static_cast<unsigned char>(0);
    };
    const char32_t lead = byte(0);
    if (lead < 0x80) {
        ++at;
        return lead;
    }
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    char32_t code = length == 4 ? lead & 7U : length == 3 ? lead & 15U : lead & 31U;
    bool ok = lead >= 0xc2 && lead <= 0xf4;
    for (std::size_t k = 1; k < length; ++k) {
        ok = ok && (byte(k) & 0xc0U) == 0x80U;
        code = code << 6U | (byte(k) & 63U);
    }
    const char32_t least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
    ok = ok && code >= least && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
    at += ok ? length : 1;
    return ok ? code : replacement;
}

void appendCodePoint(std::string& out, char32_t c)
{
    const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xc0U | c >> 6U);
        put(0x80U | (c & 63U));
    } else if (c < 0x10000) {
        put(0xe0U | c >> 12U);
        put(0x80U | (c >> 6U & 63U));
        put(0x80U | (c & 63U));
    } else {
        put(0xf0U | c >> 18U);
        put(0x80U | (c >> 12U & 63U));
        put(0x80U | (c >> 6U & 63U));
        put(0x80U | (c & 63U));
    }
}

VisibleText visibleText(std::string_view utf8)
{
    VisibleText out;
    out.text.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t c = nextCodePoint(utf8, at);
        if (isHiddenCharacter(c)) {
            out.text += mark(c);
            ++out.hidden;
        } else if (isControlCharacter(c)) {
            out.text += picture(c);
            ++out.controls;
        } else {
            appendCodePoint(out.text, c);
        }
    }
    return out;
}

bool isVisibleText(std::string_view utf8)
{
    for (std::size_t at = 0; at < utf8.size();) {
        const std::size_t begin = at;
        const char32_t c = nextCodePoint(utf8, at);
        const bool invalid = c == replacement && at - begin == 1;
        if (invalid || isHiddenCharacter(c) || isControlCharacter(c))
            return false;
    }
    return true;
}

} // namespace cs
