// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/keys.h"

#include "core/crypto/hash.h"

#include <sodium.h>

#include <cstdio>
#include <cstdlib>
#include <new>
#include <utility>

namespace cs {
namespace {

void ensureSodium()
{
    static const bool ready = sodium_init() >= 0;
    if (!ready) {
        std::fputs("countersign: libsodium cannot start, so there are no random numbers and no signatures\n", stderr);
        std::abort();
    }
}

const unsigned char* u8(std::string_view text)
{
    return reinterpret_cast<const unsigned char*>(text.data());
}

} // namespace

SecretKey::SecretKey(std::string_view seed)
{
    ensureSodium();
    // sodium_malloc: guard pages, locked where the system allows it, wiped by sodium_free.
    m_memory = static_cast<unsigned char*>(sodium_malloc(crypto_sign_SECRETKEYBYTES));
    if (m_memory == nullptr)
        throw std::bad_alloc();
    PublicKey::Array raw{};
    crypto_sign_seed_keypair(raw.data(), m_memory, u8(seed));
    m_public = PublicKey(raw);
    sodium_mprotect_readonly(m_memory);
}

SecretKey SecretKey::generate()
{
    ensureSodium();
    std::array<char, crypto_sign_SEEDBYTES> seed{};
    randombytes_buf(seed.data(), seed.size());
    SecretKey key(std::string_view(seed.data(), seed.size()));
    sodium_memzero(seed.data(), seed.size());
    return key;
}

Result<SecretKey> SecretKey::fromSeed(std::string_view seed)
{
    if (seed.size() != crypto_sign_SEEDBYTES)
        return fail(usageError("CS-CRYPTO-SEED", "A key's seed has 32 bytes, not %1.", {QString::number(seed.size())}));
    return SecretKey(seed);
}

SecretKey::~SecretKey()
{
    sodium_free(m_memory);
}

SecretKey::SecretKey(SecretKey&& other) noexcept
    : m_memory(std::exchange(other.m_memory, nullptr))
    , m_public(other.m_public)
{
}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept
{
    if (this != &other) {
        sodium_free(m_memory);
        m_memory = std::exchange(other.m_memory, nullptr);
        m_public = other.m_public;
    }
    return *this;
}

Bytes SecretKey::sign(std::string_view message) const
{
    std::array<unsigned char, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, u8(message), message.size(), m_memory);
    return Bytes(reinterpret_cast<const char*>(signature.data()), signature.size());
}

std::string_view SecretKey::seed() const
{
    return {reinterpret_cast<const char*>(m_memory), crypto_sign_SEEDBYTES};
}

Status checkEnrollable(const PublicKey& key)
{
    ensureSodium();
    if (crypto_core_ed25519_is_valid_point(key.array().data()) != 1)
        return fail(refused("CS-CRYPTO-WEAK-KEY",
            "The public key %1 is not a sound Ed25519 key (not on the curve, not canonical, or not of prime order): "
            "signatures by it could be denied. Make a new key with this program.",
            {qs(key.base64())}));
    return {};
}

bool verify(const PublicKey& key, std::string_view message, std::string_view signature)
{
    ensureSodium();
    return signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(u8(signature), u8(message), message.size(), key.array().data()) == 0;
}

std::string fingerprint(const PublicKey& key)
{
    using namespace std::string_view_literals;
    const Digest digest = sha256("\0\0\0\x0bssh-ed25519\0\0\0\x20"sv, key.bytes());
    std::string text = "SHA256:" + toBase64(digest.bytes());
    text.pop_back(); // 32 bytes always end with one '='
    return text;
}

void wipe(char* bytes, std::size_t count)
{
    sodium_memzero(bytes, count);
}

Bytes randomBytes(std::size_t count)
{
    ensureSodium();
    Bytes out(count, '\0');
    randombytes_buf(out.data(), out.size());
    return out;
}

std::string randomHex(std::size_t digits)
{
    return toHex(randomBytes(digits / 2));
}

} // namespace cs
