// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/keys.h"

#include <cstdint>

namespace cs {

/// What Argon2id may cost. The default is libsodium's "moderate": about 0.7 s and 256 MiB.
struct SealCost {
    std::uint64_t operations = 3;
    std::uint64_t memoryBytes = 268'435'456;
};

/// A person's seed wrapped by a passphrase (Argon2id, XSalsa20-Poly1305): what goes into the keychain. The header
/// carries version and cost, so that the cost can rise later. Takes CPU time: worker threads only.
/// @returns CS-CRYPTO-SEAL when the memory for Argon2id is not to be had, CS-CRYPTO-PASSPHRASE for an empty one.
Result<Bytes> sealSeed(const SecretKey& key, std::string_view passphrase, SealCost cost = {});
/// The seed without a passphrase: workspaces in `demo` mode and services' keys only.
Bytes plainSeed(const SecretKey& key);
/// Is this sealed, so that opening it asks for a passphrase? @returns CS-CRYPTO-SEALED-FORM for foreign bytes.
Result<bool> needsPassphrase(std::string_view sealed);
/// @returns CS-CRYPTO-PASSPHRASE (wrong passphrase, or the bytes were altered), CS-CRYPTO-SEALED-FORM (not a sealed
/// seed, newer version, or a cost beyond the limits: 16 passes, 1 GiB).
Result<SecretKey> openSeed(std::string_view sealed, std::string_view passphrase);

} // namespace cs
