// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"

#include <optional>

namespace cs {
namespace {

constexpr std::string_view hexDigits = "0123456789abcdef";
constexpr std::string_view base64Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

constexpr std::array<std::int8_t, 256> makeHexTable()
{
    std::array<std::int8_t, 256> table{};
    for (auto& value : table)
        value = -1;
    for (std::size_t i = 0; i < hexDigits.size(); ++i)
        table[static_cast<unsigned char>(hexDigits[i])] = static_cast<std::int8_t>(i);
    return table;
}
constexpr auto hexTable = makeHexTable();

/// One byte of two digits at a position; negative if one of them is none.
int hexByte(std::string_view hex, std::size_t at)
{
    const int high = hexTable[static_cast<unsigned char>(hex[at])];
    const int low = hexTable[static_cast<unsigned char>(hex[at + 1])];
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

tl::unexpected<Error> notHex(std::size_t position)
{
    return fail(
        usageError("CS-BASE-HEX", "Position %1 is not a lower-case hexadecimal digit.", {QString::number(position)}));
}

constexpr std::array<std::int8_t, 256> makeBase64Table()
{
    std::array<std::int8_t, 256> table{};
    for (auto& value : table)
        value = -1;
    for (std::size_t i = 0; i < base64Alphabet.size(); ++i)
        table[static_cast<unsigned char>(base64Alphabet[i])] = static_cast<std::int8_t>(i);
    return table;
}
constexpr auto base64Table = makeBase64Table();

unsigned sextet(char c)
{
    return static_cast<unsigned>(static_cast<int>(base64Table[static_cast<unsigned char>(c)]));
}

} // namespace

std::string toHex(std::string_view bytes)
{
    std::string out(bytes.size() * 2, '\0');
    char* to = out.data();
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        *to++ = hexDigits[byte >> 4U];
        *to++ = hexDigits[byte & 15U];
    }
    return out;
}

Result<Bytes> fromHex(std::string_view hex)
{
    if (hex.size() % 2 != 0)
        return fail(usageError("CS-BASE-HEX", "A hexadecimal text of odd length (%1 characters) is not a value.",
            {QString::number(hex.size())}));
    Bytes out;
    out.reserve(hex.size() / 2);
    for (std::size_t i = 0; i < hex.size(); i += 2) {
        const int byte = hexByte(hex, i);
        if (byte < 0)
            return notHex(i);
        out += static_cast<char>(byte);
    }
    return out;
}

std::string toBase64(std::string_view bytes)
{
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto at = [&](std::size_t k) {
            return k < bytes.size() ? static_cast<unsigned>(static_cast<unsigned char>(bytes[k])) : 0U;
        };
        const unsigned group = at(i) << 16U | at(i + 1) << 8U | at(i + 2);
        out += base64Alphabet[group >> 18U];
        out += base64Alphabet[group >> 12U & 63U];
        out += i + 1 < bytes.size() ? base64Alphabet[group >> 6U & 63U] : '=';
        out += i + 2 < bytes.size() ? base64Alphabet[group & 63U] : '=';
    }
    return out;
}

namespace {

/// Four characters, the last `padding` of them '=', as 24 bits; nothing for a character outside the alphabet.
std::optional<unsigned> quantum(std::string_view four, std::size_t padding)
{
    unsigned group = 0;
    for (std::size_t k = 0; k < 4; ++k) {
        const bool pad = k >= 4 - padding;
        if (!pad && base64Table[static_cast<unsigned char>(four[k])] < 0)
            return std::nullopt;
        group = group << 6U | (pad ? 0U : sextet(four[k]));
    }
    return group;
}

} // namespace

Result<Bytes> fromBase64(std::string_view text)
{
    const auto bad = [](const char* why) {
        return fail(usageError("CS-BASE-BASE64", "The text is not canonical base64: %1.", {QString::fromLatin1(why)}));
    };
    if (text.size() % 4 != 0)
        return bad("its length is not a multiple of 4");
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    Bytes out;
    out.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        const std::size_t here = i + 4 == text.size() ? padding : 0;
        const auto group = quantum(text.substr(i, 4), here);
        if (!group)
            return bad("it has a character outside the alphabet");
        if ((*group & ((1U << (8 * here)) - 1)) != 0)
            return bad("its unused bits are not zero");
        for (std::size_t k = 0; k < 3 - here; ++k)
            out += static_cast<char>(*group >> (16 - 8 * k) & 0xffU);
    }
    return out;
}

Result<Digest> Digest::fromBytes(std::string_view bytes)
{
    if (bytes.size() != 32)
        return fail(
            usageError("CS-BASE-DIGEST", "A SHA-256 digest has 32 bytes, not %1.", {QString::number(bytes.size())}));
    Digest digest;
    std::memcpy(digest.m_bytes.data(), bytes.data(), 32);
    return digest;
}

Result<Digest> Digest::fromHex(std::string_view hex)
{
    if (hex.size() != 64)
        return fail(usageError(
            "CS-BASE-DIGEST", "A SHA-256 digest has 64 hexadecimal digits, not %1.", {QString::number(hex.size())}));
    Digest digest;
    for (std::size_t i = 0; i < digest.m_bytes.size(); ++i) {
        const int byte = hexByte(hex, 2 * i);
        if (byte < 0)
            return notHex(2 * i);
        digest.m_bytes[i] = static_cast<std::uint8_t>(byte);
    }
    return digest;
}

Result<Digest> Digest::fromText(std::string_view text)
{
    constexpr std::string_view prefix = "sha256:";
    if (!text.starts_with(prefix))
        return fail(
            usageError("CS-BASE-DIGEST", "A digest begins with sha256:, \"%1\" does not.", {qs(text.substr(0, 80))}));
    return fromHex(text.substr(prefix.size()));
}

std::string Digest::hex() const
{
    return toHex(bytes());
}

Result<PublicKey> PublicKey::fromBase64(std::string_view text)
{
    CS_TRY(const Bytes bytes, cs::fromBase64(text));
    if (bytes.size() != 32)
        return fail(usageError("CS-BASE-KEY", "A public key has 32 bytes, not %1.", {QString::number(bytes.size())}));
    PublicKey key;
    std::memcpy(key.m_bytes.data(), bytes.data(), 32);
    return key;
}

std::string PublicKey::base64() const
{
    return toBase64(bytes());
}

} // namespace cs
