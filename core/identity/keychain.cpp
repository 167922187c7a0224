// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/keychain.h"

namespace cs {

Error KeychainDiagnosis::error() const
{
    switch (state) {
    case KeychainState::Locked:
        return couldNot("CS-KEYCHAIN-LOCKED",
            "The keychain (%1) is locked. Unlock it with your login password and try again.", {qs(backend)});
    case KeychainState::NoCollection:
        return couldNot("CS-KEYCHAIN-NO-COLLECTION",
            "The keychain (%1) has no keyring yet. Create one: log in to a desktop session once, or make a keyring "
            "named \"Login\" in the passwords program.",
            {qs(backend)});
    case KeychainState::NoService:
        return couldNot("CS-KEYCHAIN-NO-SERVICE",
            "No keychain is running in this session. Install one (for example gnome-keyring) and log in again.", {});
    case KeychainState::NoBus:
        return couldNot("CS-KEYCHAIN-NO-BUS",
            "There is no session bus, so the keychain cannot be reached. Start this program inside a session, for "
            "example with dbus-run-session.",
            {});
    case KeychainState::Ready:
        break;
    }
    return couldNot("CS-KEYCHAIN-REFUSED", "The keychain (%1) refused.", {qs(backend)});
}

} // namespace cs
