// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/store/log_store.h"

namespace cs {

/// Evidence of a server that was looked at on this desk, piece by piece, for the next look and for a server that was
/// lost. Pieces are files DIGEST.BYTES.N; nothing in them is believed before the whole was hashed.
class EvidenceCache final {
public:
    /// @param cacheDir of this user; the pieces lie in `evidence` below it. @param most bytes that are kept
    explicit EvidenceCache(const std::string& cacheDir, std::int64_t most = std::int64_t{1} << 30U);

    std::optional<Bytes> piece(const BlobInfo& info, std::int64_t n) const;
    /// Drops what was looked at longest ago. A full disk makes the next look slower, and nothing worse.
    void keep(const BlobInfo& info, std::int64_t n, std::string_view piece) const;
    /// What is known of evidence by the names of its pieces, where the server cannot be asked.
    std::optional<BlobInfo> find(const Digest& digest) const;
    /// Those of which every piece is here.
    std::vector<BlobInfo> whole() const;
    std::int64_t bytes() const; ///< of all that is here

private:
    std::string pathOf(const BlobInfo& info, std::int64_t n) const;
    std::string m_folder;
    std::int64_t m_most;
};

} // namespace cs
