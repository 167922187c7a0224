// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"

#include <string>

namespace cs {

/// What `version.registered` says of a model's bytes: `file`, or the root over a folder's files as OpenSSF Model
/// Signing 1.0 makes it. @source trust.md section 2
struct ArtifactDigest {
    std::string method; ///< file or oms
    Digest sha;
    std::int64_t bytes = 0;
};

/// Reads every byte. In a folder `.git`, `.gitignore`, `.gitattributes` and `.github` at its top are left out.
/// @returns CS-CRYPTO-ARTIFACT for what cannot be read, a folder without files, and symbolic links or devices in one.
Result<ArtifactDigest> artifactDigest(const std::string& path);

} // namespace cs
