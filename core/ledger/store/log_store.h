// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/merkle.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace cs {

enum class BlobClass {
    Required, ///< A policy document: without it the laws cannot be checked.
    Evidence, ///< A file; when it is missing, the verdict stands.
    Erasable ///< Names and free text, named by SHA-256(salt ‖ content).
};
const char* blobClassName(BlobClass blobClass);
std::optional<BlobClass> blobClassFromName(std::string_view name);

struct BlobInfo {
    Digest digest;
    std::int64_t bytes = 0;
    BlobClass blobClass = BlobClass::Evidence;
    Bytes salt; ///< 32 bytes for Erasable, else empty.
    bool sealed = false;
};

inline constexpr std::size_t chunkBytes = 1U << 20U;

/// Error codes that callers tell apart.
inline constexpr const char* storeRaceCode = "CS-STORE-RACE"; ///< Another append came first.
inline constexpr const char* storeOfflineCode = "CS-STORE-OFFLINE"; ///< A server that does not answer.
inline constexpr const char* blobMissingCode = "CS-STORE-BLOB-MISSING"; ///< Not there, or not sealed.
inline constexpr const char* blobBadCode = "CS-STORE-BLOB-BAD"; ///< The bytes are not those of the digest.
bool hasCode(const Error& error, const char* code);

/// A store that does not hold any more what its reader has verified.
struct StoreAlarm {
    enum class Kind {
        Truncated, ///< Newer entries are gone.
        Forked ///< An entry is another one than it was.
    };
    Kind kind = Kind::Truncated;
    std::int64_t entry = 0; ///< the first that is gone or different
    TreeHead known, found; ///< what was verified here; what the store shows now
    std::string evidence; ///< a file with both sides; empty: none could be written
};

/// Where the lines and blobs are. The store orders and keeps bytes; it is not trusted: everything read from it is
/// checked against hashes by whoever uses it. An object belongs to one thread (each thread opens its own).
/// @source ledger-events.md section 8
class LogStore : public NodeReader {
public:
    ~LogStore() override = default;

    /// Compare-and-append: succeeds only if the store holds exactly `expected` entries; all lines in one durable
    /// transaction, none on failure. @returns the first index; CS-STORE-RACE; CS-STORE-… for I/O.
    virtual Result<std::int64_t> append(std::int64_t expected, std::span<const std::string> lines) = 0;
    /// The same with short texts (at most 1 MiB each) that the lines name: all of it durable, or none.
    struct Text {
        std::string_view content, salt; // salt: 32 bytes
    };
    virtual Result<std::int64_t> append(
        std::int64_t expected, std::span<const std::string> lines, std::span<const Text> erasable);
    /// Lines from an index on, in order: at least one if there is one, then as many as fit `maxBytes`.
    virtual Result<std::vector<std::string>> read(std::int64_t from, std::size_t maxBytes) const = 0;
    /// Lines by index list, in the order given. @returns CS-STORE-ENTRY for an index that does not exist.
    virtual Result<std::vector<std::string>> readList(std::span<const std::int64_t> indices) const = 0;
    /// One line. @returns CS-STORE-ENTRY.
    Result<std::string> readLine(std::int64_t index) const;
    /// What the store claims to hold; the root is computed from its nodes.
    virtual Result<TreeHead> head() const = 0;
    /// A number that is different after another process or connection has written.
    virtual Result<std::int64_t> dataVersion() const = 0;
    /// For messages and the pin: an absolute path or a URL without credentials.
    virtual std::string location() const = 0;
    virtual bool isReadOnly() const = 0;

    /// Stores a small blob at once (one transaction up to 1 MiB, else chunked). Equal content is stored once.
    /// @param salt 32 bytes for Erasable, else empty. @returns its digest.
    virtual Result<Digest> putBlob(BlobClass blobClass, std::string_view content, std::string_view salt = {});
    /// Announces a blob. @returns true if its chunks are wanted, false if it is already there, sealed.
    virtual Result<bool> beginBlob(const BlobInfo& info) = 0;
    /// Chunk n of at most 1 MiB, all but the last exactly 1 MiB; each in its own transaction.
    virtual Status putChunk(const Digest& digest, std::int64_t n, std::string_view data) = 0;
    /// Recomputes the digest over the stored chunks and makes the blob visible; on a difference the chunks are
    /// dropped. @returns CS-STORE-BLOB-BAD.
    virtual Status sealBlob(const Digest& digest) = 0;
    /// @returns CS-STORE-BLOB-MISSING.
    virtual Result<BlobInfo> blobInfo(const Digest& digest) const = 0;
    /// @returns CS-STORE-BLOB-MISSING.
    virtual Result<Bytes> getChunk(const Digest& digest, std::int64_t n) const = 0;
    /// Gives the content piece by piece and verifies the digest at the end: pieces are not to be believed before
    /// this returns success. @returns CS-STORE-BLOB-MISSING, CS-STORE-BLOB-BAD, or the sink's error.
    Status streamBlob(const Digest& digest, const std::function<Status(std::string_view)>& sink) const;
    /// The verified content. @returns also CS-STORE-BLOB-SIZE above `maxBytes`.
    Result<Bytes> getBlob(const Digest& digest, std::size_t maxBytes) const;
    /// Sealed blobs with a digest greater than `after`, in order of digest.
    virtual Result<std::vector<BlobInfo>> listBlobs(const std::optional<Digest>& after, int limit) const = 0;
    /// Deletes bytes and salt of an Erasable blob. Missing already is success. @returns CS-STORE-ERASE for others.
    virtual Status eraseBlob(const Digest& digest) = 0;

    // A store that is a server elsewhere and a replica here. Others have nothing to do.
    /// The lines below @p size that were read last are verified.
    virtual Status confirm(std::int64_t) { return {}; }
    /// An entry says that this content was erased; what is kept here of it goes too.
    virtual Status forgetBlob(const Digest&) { return {}; }
    virtual std::optional<StoreAlarm> alarm() const { return std::nullopt; }
    /// Of a store that shows a history beside the one that was verified here: the latter, else nothing.
    virtual const LogStore* verified() const { return nullptr; }
    /// How it stands with the server. Does not wait.
    struct Link {
        enum class State { Local, Up, Offline } state = State::Local; // as in query::HeadView
        std::int64_t remoteSize = 0; ///< entries that it was last known to hold
        std::int64_t heardMsAgo = -1; ///< since it last told its size; -1: not yet
        std::optional<Error> why; ///< it is offline
    };
    virtual Link link() const { return {}; }
};

} // namespace cs
