// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace cs {

using Bytes = std::string; ///< Raw bytes; std::string because it moves, compares and hashes.
inline std::span<const std::uint8_t> asBytes(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

/// A SHA-256 value: always 32 bytes.
class Digest final {
public:
    using Array = std::array<std::uint8_t, 32>;
    Digest() = default;
    explicit Digest(const Array& bytes)
        : m_bytes(bytes)
    {
    }

    /// @returns CS-BASE-DIGEST unless @p hex is 64 lower-case hexadecimal digits.
    static Result<Digest> fromHex(std::string_view hex);
    /// "sha256:" + 64 hexadecimal digits, the form of ledger-events.md section 1.
    static Result<Digest> fromText(std::string_view text);
    static Result<Digest> fromBytes(std::string_view bytes);

    std::string hex() const;
    std::string text() const { return "sha256:" + hex(); }
    std::string_view bytes() const { return {reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()}; }
    const Array& array() const { return m_bytes; }
    Array& array() { return m_bytes; }
    auto operator<=>(const Digest&) const = default;

private:
    Array m_bytes{};
};

/// A raw Ed25519 public key: 32 bytes. That it is a point of the right subgroup is checked at enrolment
/// (core/crypto/keys.h); here it is only a name for somebody.
class PublicKey final {
public:
    using Array = std::array<std::uint8_t, 32>;
    PublicKey() = default;
    explicit PublicKey(const Array& bytes)
        : m_bytes(bytes)
    {
    }
    /// Standard base64 of 32 bytes. @returns CS-BASE-KEY.
    static Result<PublicKey> fromBase64(std::string_view text);
    std::string base64() const;
    std::string_view bytes() const { return {reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()}; }
    const Array& array() const { return m_bytes; }
    auto operator<=>(const PublicKey&) const = default;

private:
    Array m_bytes{};
};

std::string toHex(std::string_view bytes);
/// Lower case only. @returns CS-BASE-HEX.
Result<Bytes> fromHex(std::string_view hex);
std::string toBase64(std::string_view bytes);
/// Strict: standard alphabet, padding, no white space, zero trailing bits. @returns CS-BASE-BASE64.
/// @source trust.md section 1: decoders that forgive give one payload several lines.
Result<Bytes> fromBase64(std::string_view text);

} // namespace cs

template <> struct std::hash<cs::Digest> {
    std::size_t operator()(const cs::Digest& digest) const noexcept
    {
        std::size_t value;
        std::memcpy(&value, digest.array().data(), sizeof value);
        return value;
    }
};
template <> struct std::hash<cs::PublicKey> {
    std::size_t operator()(const cs::PublicKey& key) const noexcept
    {
        std::size_t value;
        std::memcpy(&value, key.array().data(), sizeof value);
        return value;
    }
};
