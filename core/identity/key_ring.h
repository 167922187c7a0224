// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/utc_time.h"
#include "core/crypto/keys.h"
#include "core/crypto/sealed.h"
#include "core/identity/keychain.h"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace cs {

/// What is known of a key without opening it.
struct KeyRecord {
    PublicKey key;
    std::string label; ///< For the list on the screen, for example a role's name.
    bool passphrase = true; ///< False only for keys of demo workspaces and of services.
};

/// People's keys in the keychain: seeds, passphrase-wrapped, one item per key, and an index item that lists the public
/// keys. An opened key is held for ten idle minutes. Thread-safe; calls block (see Keychain).
class KeyRing final {
public:
    KeyRing(Keychain& keychain, const Clock& clock, SealCost cost = {});

    /// Makes a key, stores it, reads it back and lists it.
    /// @param passphrase nothing only for demo workspaces and for services. @returns CS-KEYCHAIN-…, CS-CRYPTO-….
    Result<PublicKey> createPersonKey(const std::string& label, const std::optional<std::string>& passphrase);
    /// Stores a given key the same way (the demo's keys, tests).
    Result<PublicKey> importKey(
        const SecretKey& key, const std::string& label, const std::optional<std::string>& passphrase);
    /// @returns CS-KEYCHAIN-… when the keychain cannot be asked: that is never an empty list.
    Result<std::vector<KeyRecord>> listKeys();
    /// Opens a key. If it is held already, no passphrase is needed unless `eachTime`.
    /// @param passphrase empty for keys without one.
    /// @returns CS-IDENTITY-NO-KEY, CS-IDENTITY-SWAPPED (the stored seed belongs to another public key),
    /// CS-IDENTITY-PASSPHRASE-NEEDED, CS-CRYPTO-PASSPHRASE, CS-KEYCHAIN-….
    Result<std::shared_ptr<const SecretKey>> unlock(
        const PublicKey& key, std::string_view passphrase = {}, bool eachTime = false);
    /// The key if it is held right now; using it starts the ten minutes anew.
    std::shared_ptr<const SecretKey> held(const PublicKey& key);
    /// Forgets one opened key, or all.
    void lock(const PublicKey& key);
    void lockAll();
    /// Removes a key from the keychain for good. A key that is gone already is success.
    Status forget(const PublicKey& key);

private:
    struct Held {
        std::shared_ptr<const SecretKey> key;
        UtcTime lastUse;
    };
    Result<std::vector<KeyRecord>> readIndex();
    Status writeIndex(const std::vector<KeyRecord>& records);

    Keychain& m_keychain;
    const Clock& m_clock;
    SealCost m_cost;
    std::mutex m_mutex;
    std::map<PublicKey, Held> m_held;
};

inline constexpr std::int64_t keyIdleSeconds = 600;

} // namespace cs
