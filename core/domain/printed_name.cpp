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

} // namespace cs
