// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/decimal.h"

#include <array>
#include <charconv>
#include <cmath>

namespace cs {
namespace {

std::size_t skipDigits(std::string_view text, std::size_t from)
{
    while (from < text.size() && text[from] >= '0' && text[from] <= '9')
        ++from;
    return from;
}

bool wellFormed(std::string_view text)
{
    std::size_t at = text.starts_with('-') ? 1 : 0;
    std::size_t end = skipDigits(text, at);
    if (end == at)
        return false;
    at = end;
    if (at < text.size() && text[at] == '.') {
        end = skipDigits(text, at + 1);
        if (end == at + 1)
            return false;
        at = end;
    }
    if (at < text.size() && text[at] == 'e') {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        end = skipDigits(text, at);
        if (end == at || end - at > 3)
            return false;
        at = end;
    }
    return at == text.size();
}

} // namespace

Result<Decimal> Decimal::fromText(std::string_view text)
{
    Decimal decimal;
    const auto [end, errc] = std::from_chars(text.data(), text.data() + text.size(), decimal.m_value);
    if (text.size() > 40 || !wellFormed(text) || errc != std::errc() || end != text.data() + text.size()
        || !std::isfinite(decimal.m_value))
        return fail(usageError("CS-DOMAIN-DECIMAL",
            "\"%1\" is not a decimal number such as 0.871 or -1.5e-3 of at most 40 characters.",
            {qs(text.substr(0, 60))}));
    decimal.m_text = text;
    return decimal;
}

Decimal Decimal::fromDouble(double value)
{
    std::array<char, 64> buffer{};
    const auto [end, errc] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    Decimal decimal;
    decimal.m_text.assign(buffer.data(), errc == std::errc() ? end : buffer.data());
    decimal.m_value = value;
    return decimal;
}

} // namespace cs
