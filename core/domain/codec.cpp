// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codec.h"

#include <algorithm>

namespace cs::codec {

std::size_t characters(std::string_view utf8)
{
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

bool isPlainText(std::string_view utf8)
{
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        if (c >= 0x20 && c < 0x7f)
            continue;
        if (c < 0x80)
            return false;
        const auto follows = [&](unsigned char second, unsigned char from, unsigned char to) {
            return i + 2 < utf8.size() && static_cast<unsigned char>(utf8[i + 1]) == second
                && static_cast<unsigned char>(utf8[i + 2]) >= from && static_cast<unsigned char>(utf8[i + 2]) <= to;
        };
        // U+200E, U+200F, U+202A … U+202E, U+2066 … U+2069, U+061C, C1 controls
        if (c == 0xe2 && (follows(0x80, 0x8e, 0x8f) || follows(0x80, 0xa8, 0xae) || follows(0x81, 0xa6, 0xa9)))
            return false;
        const auto second = i + 1 < utf8.size() ? static_cast<unsigned char>(utf8[i + 1]) : 0;
        if ((c == 0xd8 && second == 0x9c) || (c == 0xc2 && second >= 0x80 && second <= 0x9f))
            return false;
    }
    return true;
}

bool isToken(std::string_view text, std::size_t most)
{
    if (text.empty() || text.size() > most || text[0] < 'a' || text[0] > 'z')
        return false;
    return std::all_of(text.begin(), text.end(),
        [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-'; });
}

void Reader::setError(std::string_view name, const char* why)
{
    if (!m_error)
        m_error = usageError(
            "CS-DOMAIN-BODY", "The member \"%1\" is not acceptable: %2.", {qs(name), QString::fromLatin1(why)});
}

void Reader::nested(Status status)
{
    if (!status && !m_error)
        m_error = status.error();
}

Status Reader::finish()
{
    if (!m_error && m_seen != m_object.size())
        setError("?", "the object has members that are not known here");
    if (m_error)
        return fail(*m_error);
    return {};
}

void Reader::read(json::Value value, std::string& target)
{
    if (!value.isString())
        return problem("a text is expected");
    target = value.string();
}

void Reader::read(json::Value value, std::int64_t& target)
{
    if (const auto number = value.integer())
        target = *number;
    else
        problem("an integer within 2^53 is expected");
}

void Reader::read(json::Value value, bool& target)
{
    if (const auto boolean = value.boolean())
        target = *boolean;
    else
        problem("true or false is expected");
}

void Reader::read(json::Value value, Digest& target)
{
    if (!value.isString())
        return problem("a digest is expected");
    take(Digest::fromText(value.string()), target);
}

void Reader::read(json::Value value, PublicKey& target)
{
    if (!value.isString())
        return problem("a public key is expected");
    take(PublicKey::fromBase64(value.string()), target);
}

void Reader::read(json::Value value, Decimal& target)
{
    if (!value.isString())
        return problem("a decimal number in quotation marks is expected");
    take(Decimal::fromText(value.string()), target);
}

void Reader::read(json::Value value, UtcTime& target)
{
    if (!value.isString())
        return problem("a time is expected");
    take(UtcTime::fromText(value.string()), target);
}

void Reader::check(const std::string& target, Max max)
{
    if (m_error)
        return;
    // A text has at most as many characters as bytes.
    if (target.size() > max.most && characters(target) > max.most)
        return problem("the text is too long");
    if (!isPlainText(target))
        problem("the text has control or direction-turning characters");
}

void Reader::check(const std::string& target, Words words)
{
    if (!m_error && std::find(words.allowed.begin(), words.allowed.end(), target) == words.allowed.end())
        problem("the word is not one of those allowed here");
}

void Reader::check(const std::string& target, Token token)
{
    if (!m_error && !isToken(target, token.most))
        problem("an identifier of lower-case letters, digits, _ . - is expected");
}

void Reader::check(std::int64_t target, Range range)
{
    if (!m_error && (target < range.from || target > range.to))
        problem("the number is out of range");
}

} // namespace cs::codec
