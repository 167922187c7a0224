// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret_pin.h"
#include "core/identity/keychain.h"

namespace cs {

/// The pinned head as a keychain item.
class KeychainPin final : public SecretPin {
public:
    explicit KeychainPin(Keychain& keychain)
        : m_keychain(keychain)
    {
    }
    Result<std::optional<std::string>> readPin(const std::string& workspace) override;
    Status writePin(const std::string& workspace, const std::string& value) override;

private:
    Keychain& m_keychain;
};

} // namespace cs
