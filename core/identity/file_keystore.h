// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/keys.h"

#include <optional>
#include <string>

namespace cs {

enum class ActorKind { Person, Service };

/// Keys of unattended services: a systemd credential ($CREDENTIALS_DIRECTORY/agent-key) or an owner-only file
/// (COUNTERSIGN_KEY_FILE). Never a person's.
/// @source design.md section 4, trust.md section 8
struct ServiceKeyPlace {
    std::string path;
    std::string from; ///< Name of the environment variable it came from.
};
/// COUNTERSIGN_KEY_FILE first, then $CREDENTIALS_DIRECTORY/agent-key; nothing if neither is set.
std::optional<ServiceKeyPlace> serviceKeyPlace();

/// Reads a key: 32 raw bytes, or their base64 in one line.
/// @param kind whose key the caller needs. @returns CS-IDENTITY-FILE-PERSON for a person; CS-IDENTITY-FILE when the
/// file is missing, not regular, a link, another user's, or open to others (mode beyond 0600).
Result<SecretKey> loadServiceKey(const std::string& path, ActorKind kind);
/// Writes a new key file with mode 0600; never replaces one. @returns CS-IDENTITY-FILE.
Status saveServiceKey(const std::string& path, const SecretKey& key);

} // namespace cs
