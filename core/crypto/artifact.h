// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"

#include <map>
#include <string>

namespace cs {

/// What `version.registered` says of a model's bytes: `file`, or the root over a folder's files as OpenSSF Model
/// Signing 1.0 makes it. @source trust.md section 2
struct ArtifactDigest {
    std::string method; ///< file or oms
    Digest sha;
    std::int64_t bytes = 0;
};

/// The root over files whose bytes were hashed elsewhere: names in the order of their bytes, `.git` and its like left
/// out at the top, each file's digest in turn.
class ModelSigningRoot final {
public:
    /// @param name relative, with '/'.
    void add(const std::string& name, const Digest& digest, std::int64_t bytes);
    /// @returns CS-CRYPTO-ARTIFACT where there is no file.
    Result<ArtifactDigest> finish() const;

private:
    std::map<std::string, Digest> m_files;
    std::int64_t m_bytes = 0;
};

/// Reads every byte. In a folder `.git`, `.gitignore`, `.gitattributes` and `.github` at its top are left out.
/// @returns CS-CRYPTO-ARTIFACT for what cannot be read, a folder without files, and symbolic links or devices in one.
Result<ArtifactDigest> artifactDigest(const std::string& path);

} // namespace cs
