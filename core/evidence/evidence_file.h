// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"
#include "core/evidence/evidence_limits.h"

#include <string>
#include <utility>

struct stat; // <sys/stat.h>

namespace cs {

/// Streams a file that becomes evidence, one chunk at a time, and notices when it changes meanwhile: what is
/// signed must be one state of the file and not half of two. Blocks; never on the UI thread.
class EvidenceFile final {
public:
    /// Opens a regular file (a link to one counts; a directory, device or pipe does not).
    /// @param path UTF-8. @param bytesMax limit in bytes.
    /// @returns CS-EVIDENCE-FILE (cannot be opened or is no regular file), CS-EVIDENCE-EMPTY,
    /// CS-EVIDENCE-LIMIT.
    static Result<EvidenceFile> open(const std::string& path, std::int64_t bytesMax = evidenceBytesMax);

    EvidenceFile(EvidenceFile&& other) noexcept;
    EvidenceFile& operator=(EvidenceFile&& other) noexcept;
    EvidenceFile(const EvidenceFile&) = delete;
    EvidenceFile& operator=(const EvidenceFile&) = delete;
    ~EvidenceFile();

    /// Bytes at the moment of opening; what nextChunk() gives adds up to exactly this.
    std::int64_t size() const { return m_state.size; }
    const std::string& path() const { return m_path; }
    /// The next @ref evidenceChunkBytes bytes, fewer at the end, none after the end. The call that gives none
    /// has compared size, times and identity of the file with those at the opening.
    /// @returns CS-EVIDENCE-CHANGED, CS-EVIDENCE-FILE.
    Result<Bytes> nextChunk();

private:
    struct State {
        std::int64_t size = 0, modifiedNs = 0, changedNs = 0;
        std::uint64_t device = 0, inode = 0;
        bool operator==(const State&) const = default;
    };
    EvidenceFile() = default;
    static State stateOf(const struct ::stat& info);
    Status checkUnchanged() const;
    Error changed() const;

    std::string m_path;
    int m_fd = -1;
    State m_state;
    std::int64_t m_read = 0;
};

} // namespace cs
