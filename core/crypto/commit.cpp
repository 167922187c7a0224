// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/commit.h"

#include "core/crypto/hash.h"
#include "core/crypto/keys.h"

namespace cs {

Digest commitment(std::string_view salt32, std::string_view content)
{
    return sha256(salt32, content);
}

Bytes newSalt()
{
    return randomBytes(saltBytes);
}

} // namespace cs
