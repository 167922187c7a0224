// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/printed_name.h"

#include "core/domain/codec.h"

namespace cs {
namespace {

constexpr std::size_t charactersMax = 80;

Status wrong(const char* why)
{
    return fail(usageError("CS-DOMAIN-NAME", "The name cannot be used: %1.", {QString::fromLatin1(why)}));
}

} // namespace

Status checkPrintedName(std::string_view name)
{
    if (name.find_first_not_of(' ') == std::string_view::npos)
        return wrong("it is empty");
    if (codec::characters(name) > charactersMax)
        return wrong("it is too long, 80 characters are the most");
    if (!codec::isPlainText(name))
        return wrong("it has control or direction-turning characters");
    return {};
}

namespace {

bool isHidden(char32_t c)
{
    constexpr std::pair<char32_t, char32_t> ranges[]{{0x034F, 0x034F}, {0x115F, 0x1160}, {0x180B, 0x180D},
        {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFFA0, 0xFFA0}, {0xE0000, 0xE007F}, {0xE0100, 0xE01EF}};
    constexpr char32_t nonJoiner = 0x200C, joiner = 0x200D;
    for (const auto& [first, last] : ranges)
        if (c >= first && c <= last)
            return true;
    return QChar::category(c) == QChar::Other_Format && c != nonJoiner && c != joiner;
}

bool isMark(char32_t c)
{
    const auto category = QChar::category(c);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

} // namespace

std::optional<char32_t> firstHidden(std::string_view text)
{
    constexpr int marksMax = 5; // Vietnamese and Hebrew need three
    int marks = 0;
    for (const char32_t c : qs(std::string(text)).toUcs4()) {
        marks = isMark(c) ? marks + 1 : 0;
        if (isHidden(c) || marks > marksMax)
            return c;
    }
    return std::nullopt;
}

std::size_t visibleCharacters(std::string_view text)
{
    std::size_t count = 0;
    bool gap = false;
    for (const char32_t c : qs(std::string(text)).toUcs4()) {
        const auto category = QChar::category(c);
        if (QChar::isSpace(c) || category == QChar::Other_Control) {
            gap = count > 0;
        } else if (!isHidden(c) && !isMark(c) && category != QChar::Other_Format) {
            count += gap ? 2U : 1U;
            gap = false;
        }
    }
    return count;
}

} // namespace cs
