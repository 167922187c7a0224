// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"

#include <string>
#include <string_view>

namespace cs {

/// A person's or service's Ed25519 key. The seed lives in locked, guarded memory (sodium_malloc) and is wiped when
/// the object dies. Moves, never copies. Signing is const and may be done from several threads.
class SecretKey final {
public:
    static SecretKey generate();
    /// @param seed exactly 32 bytes. @returns CS-CRYPTO-SEED otherwise.
    static Result<SecretKey> fromSeed(std::string_view seed);
    ~SecretKey();
    SecretKey(SecretKey&& other) noexcept;
    SecretKey& operator=(SecretKey&& other) noexcept;
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;

    const PublicKey& publicKey() const { return m_public; }
    /// Pure Ed25519 (RFC 8032), never Ed25519ph. @returns 64 bytes.
    Bytes sign(std::string_view message) const;
    /// The seed, still in the locked memory: for sealing only; do not copy it elsewhere.
    std::string_view seed() const;

private:
    explicit SecretKey(std::string_view seed);
    unsigned char* m_memory = nullptr; // 64 bytes: seed ‖ public key, as libsodium keeps it
    PublicKey m_public;
};

/// May this key be enrolled? On the curve, canonical, in the prime-order subgroup: the only check that also catches
/// keys of mixed order, with which a signature could later be denied.
/// @returns CS-CRYPTO-WEAK-KEY. @source trust.md section 5
Status checkEnrollable(const PublicKey& key);

/// Strict verification: S < L, canonical R and A, neither of small order, cofactorless equation.
/// @param signature anything but 64 bytes is false.
bool verify(const PublicKey& key, std::string_view message, std::string_view signature);

/// "SHA256:" and unpadded base64 of the SHA-256 of the OpenSSH wire key: what `ssh-keygen -lf` prints.
std::string fingerprint(const PublicKey& key);

/// Overwrites a secret in a way that the compiler does not leave out.
void wipe(char* bytes, std::size_t count);

/// Bytes of the operating system's random generator.
Bytes randomBytes(std::size_t count);
/// @param digits number of lower-case hexadecimal digits, even.
std::string randomHex(std::size_t digits);

} // namespace cs
