// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>

namespace cs {

/// Where the pinned head of a workspace is kept besides the marker file: the keychain (core/identity/keychain_pin.h)
/// or memory in tests. Here, because neither the ledger nor the keychain's room may know the other.
class SecretPin {
public:
    virtual ~SecretPin() = default;
    /// Nothing = surely none there. A locked or missing keychain is an error, never "nothing".
    virtual Result<std::optional<std::string>> readPin(const std::string& workspace) = 0;
    virtual Status writePin(const std::string& workspace, const std::string& value) = 0;
};

} // namespace cs
