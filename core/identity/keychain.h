// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"

#include <memory>
#include <optional>
#include <string>

namespace cs {

enum class KeychainState {
    Ready,
    Locked, ///< There, but the user has not unlocked it (or refused).
    NoCollection, ///< The service runs but has no default collection yet.
    NoService, ///< Nobody provides the Secret Service.
    NoBus, ///< No session bus at all.
};

struct KeychainDiagnosis {
    KeychainState state = KeychainState::Ready;
    std::string backend; ///< "Secret Service", "KWallet", "memory" …; for the screen.
    /// The state as an error with its remedy (codes CS-KEYCHAIN-LOCKED, …-NO-COLLECTION, …-NO-SERVICE, …-NO-BUS).
    Error error() const;
};

/// A place for small secrets by name. All calls block (up to 30 s; an unlock prompt may stand open): call from
/// worker threads, or from the main thread of a command-line program that has no window.
class Keychain {
public:
    virtual ~Keychain() = default;
    /// Nothing = surely not there: a keychain that is locked or gone is an error, never "no key".
    /// @returns CS-KEYCHAIN-LOCKED, …-NO-COLLECTION, …-NO-SERVICE, …-NO-BUS, …-REFUSED, …-TIMEOUT.
    virtual Result<std::optional<Bytes>> read(const std::string& key) = 0;
    virtual Status write(const std::string& key, const Bytes& value) = 0;
    /// Removing what is not there succeeds.
    virtual Status remove(const std::string& key) = 0;
    /// Asks without prompting.
    virtual KeychainDiagnosis diagnose() = 0;
    /// The user wants it unlocked now. Once a prompt was dismissed or left standing, every call fails at once with the
    /// same error, until this is called or the keychain was unlocked elsewhere: one question an operation, not one an
    /// item.
    virtual void askAgain() { }
};

/// The operating system's keychain through QtKeychain, jobs always on the Qt main thread.
/// @param service name under which items are filed. @param patienceMs how long a prompt may stand unanswered.
std::unique_ptr<Keychain> makeOsKeychain(const std::string& service = "countersign", int patienceMs = 30'000);

} // namespace cs
