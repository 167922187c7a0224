// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>

namespace cs {

/// Where a registry answers. Credentials are bound to its origin, so there is one way to write it and nothing to
/// hide in: no user name, no query, no fragment, no dots that climb.
struct RegistryUrl {
    bool https = true;
    std::string host; ///< Lower case; an IPv6 address in its brackets.
    int port = 0; ///< As given, else 443 or 80.
    std::string path; ///< Empty, or begins with '/' and does not end with one.

    /// "https://registry.example:5000": scheme, host and port, the port only where it is not the scheme's own.
    std::string origin() const;
    std::string text() const { return origin() + path; }
    /// This computer and no other. @source RFC 6761 section 6.3, RFC 1122 section 3.2.1.3
    bool isLoopback() const;
};

/// https anywhere, http on this computer only. @returns CS-REGISTRY-URL, which says what is wrong and what would do.
Result<RegistryUrl> parseRegistryUrl(std::string_view text);

} // namespace cs
