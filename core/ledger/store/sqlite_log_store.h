// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/store/log_store.h"

#include <memory>

struct sqlite3;

namespace cs {

/// The workspace file. Uses SQLite's own interface instead of QtSql: an exact schema check before anything else is
/// read, byte-exact blobs without conversion, and a fault-injecting VFS in the tests all need it.
/// @source ledger-events.md section 8
class SqliteLogStore final : public LogStore {
public:
    enum class Mode { ReadWrite, ReadOnly };
    struct Options {
        Mode mode = Mode::ReadWrite;
        /// Name of a registered SQLite VFS; null = the default one (tests inject faults).
        const char* vfs = nullptr;
        /// Type of the file system that holds a path, as mount(8) names it ("ext4", "nfs4", "fuse.sshfs"); empty =
        /// ask the kernel.
        std::function<std::string(const std::string&)> fileSystemProbe;
        int busyTimeoutMs = 10'000;
        /// What is in it stands elsewhere too: after a power failure the last of it may be missing, never damaged.
        bool isCopy = false;
    };

    /// Makes a new, empty workspace file; never replaces one. Nothing half-made stays behind on failure.
    /// @returns CS-STORE-EXISTS, CS-STORE-NETWORK-FS, CS-STORE-IO.
    static Result<std::unique_ptr<SqliteLogStore>> create(const std::string& path, Options options);
    static Result<std::unique_ptr<SqliteLogStore>> create(const std::string& path) { return create(path, Options{}); }
    /// @returns CS-STORE-MISSING, CS-STORE-DIRECTORY, CS-STORE-NOT-LEDGER (no SQLite file), CS-STORE-FOREIGN (another
    /// application's), CS-STORE-NEWER (schema of a newer program), CS-STORE-SCHEMA (an object too many, too few or
    /// altered; named), CS-STORE-DAMAGED (truncated or torn), CS-STORE-READONLY, CS-STORE-NETWORK-FS, CS-STORE-IO.
    static Result<std::unique_ptr<SqliteLogStore>> open(const std::string& path, Options options);
    static Result<std::unique_ptr<SqliteLogStore>> open(const std::string& path, Mode mode = Mode::ReadWrite)
    {
        Options options;
        options.mode = mode;
        return open(path, options);
    }
    ~SqliteLogStore() override;

    Result<std::int64_t> append(std::int64_t expected, std::span<const std::string> lines) override;
    Result<std::int64_t> append(
        std::int64_t expected, std::span<const std::string> lines, std::span<const Text> erasable) override;
    Result<std::vector<std::string>> read(std::int64_t from, std::size_t maxBytes) const override;
    Result<std::vector<std::string>> readList(std::span<const std::int64_t> indices) const override;
    Result<TreeHead> head() const override;
    Result<Digest> node(int level, std::int64_t pos) const override;
    Result<std::vector<Digest>> nodes(int level, std::int64_t from, std::int64_t count) const override;
    Result<std::int64_t> dataVersion() const override;
    std::string location() const override { return m_path; }
    bool isReadOnly() const override { return m_readOnly; }

    Result<Digest> putBlob(BlobClass blobClass, std::string_view content, std::string_view salt = {}) override;
    Result<bool> beginBlob(const BlobInfo& info) override;
    Status putChunk(const Digest& digest, std::int64_t n, std::string_view data) override;
    Status sealBlob(const Digest& digest) override;
    Result<BlobInfo> blobInfo(const Digest& digest) const override;
    Result<Bytes> getChunk(const Digest& digest, std::int64_t n) const override;
    Result<std::vector<BlobInfo>> listBlobs(const std::optional<Digest>& after, int limit) const override;
    Status eraseBlob(const Digest& digest) override;

    /// A consistent copy to a new file, while others go on writing (`workspace backup`).
    /// @returns CS-STORE-EXISTS, CS-STORE-IO.
    Status backupTo(const std::string& path) const;

private:
    class Impl;
    SqliteLogStore(std::unique_ptr<Impl> impl, std::string path, bool readOnly);
    std::unique_ptr<Impl> m_impl;
    std::string m_path;
    bool m_readOnly;
};

} // namespace cs
