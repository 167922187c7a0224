// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/sealed.h"

#include <sodium.h>

#include <array>

namespace cs {
namespace {

// "CSK1" ‖ kind ‖ … with kind 'P' (plain: seed) or 'A' (Argon2id: u64 passes ‖ u64 memory, big-endian ‖ salt ‖ nonce ‖
// secretbox of the seed). The header is not authenticated by itself: changing it changes the derived key, and the box
// does not open.
constexpr std::string_view magic = "CSK1";
constexpr std::size_t headerBytes = 5;
constexpr std::size_t saltOffset = headerBytes + 16;
constexpr std::size_t nonceOffset = saltOffset + crypto_pwhash_SALTBYTES;
constexpr std::size_t boxOffset = nonceOffset + crypto_secretbox_NONCEBYTES;
constexpr std::size_t boxBytes = crypto_secretbox_MACBYTES + crypto_sign_SEEDBYTES;
constexpr std::size_t sealedBytes = boxOffset + boxBytes;
constexpr std::uint64_t operationsMax = 16;
constexpr std::uint64_t memoryMax = 1U << 30U;

void putU64(Bytes& out, std::uint64_t value)
{
    for (unsigned shift = 64; shift > 0; shift -= 8)
        out += static_cast<char>(value >> (shift - 8) & 0xffU);
}

std::uint64_t getU64(std::string_view bytes)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i)
        value = value << 8U | static_cast<unsigned char>(bytes[i]);
    return value;
}

bool costAllowed(const SealCost& cost)
{
    return cost.operations >= crypto_pwhash_OPSLIMIT_MIN && cost.operations <= operationsMax
        && cost.memoryBytes >= crypto_pwhash_MEMLIMIT_MIN && cost.memoryBytes <= memoryMax
        && cost.memoryBytes % 1024 == 0; // Argon2id counts in KiB: the rest would be a second spelling
}

unsigned char* u8(char* text)
{
    return reinterpret_cast<unsigned char*>(text);
}
const unsigned char* u8(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// The key that opens the box; wiped with the object.
struct BoxKey {
    std::array<unsigned char, crypto_secretbox_KEYBYTES> bytes{};
    BoxKey() = default;
    BoxKey(const BoxKey&) = delete;
    BoxKey& operator=(const BoxKey&) = delete;
    ~BoxKey() { sodium_memzero(bytes.data(), bytes.size()); }
};

Status derive(BoxKey& key, std::string_view passphrase, std::string_view salt, const SealCost& cost)
{
    if (crypto_pwhash(key.bytes.data(), key.bytes.size(), passphrase.data(), passphrase.size(), u8(salt),
            cost.operations, static_cast<std::size_t>(cost.memoryBytes), crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return fail(couldNot("CS-CRYPTO-SEAL",
            "There are no %1 MiB of memory to check the passphrase. Close other "
            "programs and try again.",
            {QString::number(cost.memoryBytes >> 20U)}));
    return {};
}

tl::unexpected<Error> badForm(const char* why)
{
    return fail(refused("CS-CRYPTO-SEALED-FORM", "The stored key cannot be read: %1.", {QString::fromLatin1(why)}));
}

} // namespace

Result<Bytes> sealSeed(const SecretKey& key, std::string_view passphrase, SealCost cost)
{
    if (passphrase.empty())
        return fail(usageError("CS-CRYPTO-PASSPHRASE", "A passphrase must not be empty.", {}));
    if (!costAllowed(cost))
        return fail(usageError("CS-CRYPTO-SEAL", "The cost of the passphrase check is outside its limits.", {}));
    Bytes out(magic);
    out += 'A';
    putU64(out, cost.operations);
    putU64(out, cost.memoryBytes);
    out += randomBytes(crypto_pwhash_SALTBYTES + crypto_secretbox_NONCEBYTES);
    out.resize(sealedBytes);
    BoxKey boxKey;
    CS_CHECK(derive(boxKey, passphrase, std::string_view(out).substr(saltOffset, crypto_pwhash_SALTBYTES), cost));
    crypto_secretbox_easy(u8(out.data() + boxOffset), u8(key.seed()), key.seed().size(), u8(out.data() + nonceOffset),
        boxKey.bytes.data());
    return out;
}

Bytes plainSeed(const SecretKey& key)
{
    Bytes out;
    out.reserve(headerBytes + key.seed().size());
    out += magic;
    out += 'P';
    out += key.seed();
    return out;
}

Result<bool> needsPassphrase(std::string_view sealed)
{
    if (!sealed.starts_with(magic) || sealed.size() < headerBytes)
        return badForm("it is not a key of this program, or of a newer version");
    const char kind = sealed[magic.size()];
    if (kind == 'P' && sealed.size() == headerBytes + crypto_sign_SEEDBYTES)
        return false;
    if (kind == 'A' && sealed.size() == sealedBytes)
        return true;
    return badForm("its length or kind is unknown");
}

Result<SecretKey> openSeed(std::string_view sealed, std::string_view passphrase)
{
    CS_TRY(const bool wrapped, needsPassphrase(sealed));
    if (!wrapped)
        return SecretKey::fromSeed(sealed.substr(headerBytes));
    const SealCost cost{getU64(sealed.substr(headerBytes)), getU64(sealed.substr(headerBytes + 8))};
    // Limits before work: a planted header must not make the program allocate all memory.
    if (!costAllowed(cost))
        return badForm("its passphrase check costs more than this program accepts");
    BoxKey boxKey;
    CS_CHECK(derive(boxKey, passphrase, sealed.substr(saltOffset, crypto_pwhash_SALTBYTES), cost));
    std::array<char, crypto_sign_SEEDBYTES> seed{};
    if (crypto_secretbox_open_easy(u8(seed.data()), u8(sealed.substr(boxOffset)), boxBytes,
            u8(sealed.substr(nonceOffset)), boxKey.bytes.data())
        != 0)
        return fail(refused("CS-CRYPTO-PASSPHRASE", "The passphrase does not open this key.", {}));
    auto key = SecretKey::fromSeed(std::string_view(seed.data(), seed.size()));
    sodium_memzero(seed.data(), seed.size());
    return key;
}

} // namespace cs
