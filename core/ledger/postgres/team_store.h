// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/postgres/evidence_cache.h"
#include "core/ledger/postgres/remote_log.h"
#include "core/ledger/store/sqlite_log_store.h"

#include <deque>
#include <memory>

namespace cs {

/// A ledger on a server as one desk sees it: every line that this desk has verified lies in a replica, an ordinary
/// workspace file in this user's cache. Reading is local and works offline; appending needs the server. A line of the
/// server is handed out unverified, as from any store, and enters the replica only when its reader says confirm().
///
/// The server is compared with the replica when a connection comes up and with every look at its size: where it has
/// lost, edited or reordered what the replica holds, there is an alarm(), the replica is what is shown, and nothing is
/// appended. @source design.md section 4; trust.md section 10
class TeamStore final : public LogStore {
public:
    struct Options {
        std::string cacheDir; ///< the replica lies in `replicas` below it
        std::string evidenceDir; ///< where both sides of a quarrel are written; empty: nowhere
        bool readOnly = false;
        bool aside = false; ///< what the server shows now goes into a second replica; the first stays as it is
        bool verifiedOnly = false; ///< shows what the replica holds alone, with the server's evidence
        std::int64_t evidenceCacheMax = std::int64_t{1} << 30U; ///< bytes of evidence kept for the next look
    };
    /// @param remote may be down: then the replica is all there is. @returns CS-STORE-OFFLINE where there is none
    /// either; CS-STORE-… of the replica.
    static Result<std::unique_ptr<TeamStore>> open(std::unique_ptr<RemoteLog> remote, const Options& options);
    /// Where the replica of a location is, whether it exists or not.
    static std::string replicaPath(const std::string& cacheDir, const std::string& location);
    /// And the one of Options::aside.
    static std::string asidePath(const std::string& cacheDir, const std::string& location);
    /// The second replica takes the place of the first, which is kept as @p kept. No store may be open on them.
    static Status takeOver(const std::string& cacheDir, const std::string& location, const std::string& kept);

    using LogStore::append;
    Result<std::int64_t> append(std::int64_t expected, std::span<const std::string> lines) override;
    Result<std::int64_t> append(
        std::int64_t expected, std::span<const std::string> lines, std::span<const Text> erasable) override;
    Result<std::vector<std::string>> read(std::int64_t from, std::size_t maxBytes) const override;
    Result<std::vector<std::string>> readList(std::span<const std::int64_t> indices) const override;
    /// What server and replica hold together; the root only where it is all in the replica.
    Result<TreeHead> head() const override;
    /// Also those of the lines that were read last and are not confirmed yet.
    Result<Digest> node(int level, std::int64_t pos) const override;
    Result<std::vector<Digest>> nodes(int level, std::int64_t from, std::int64_t count) const override
    {
        return m_replica->nodes(level, from, count);
    }
    Result<std::int64_t> dataVersion() const override;
    std::string location() const override { return m_remote->location(); }
    bool isReadOnly() const override { return m_options.readOnly; }

    Result<bool> beginBlob(const BlobInfo& info) override;
    Status putChunk(const Digest& digest, std::int64_t n, std::string_view data) override;
    Status sealBlob(const Digest& digest) override;
    Result<Digest> putBlob(BlobClass blobClass, std::string_view content, std::string_view salt = {}) override;
    Result<BlobInfo> blobInfo(const Digest& digest) const override;
    Result<Bytes> getChunk(const Digest& digest, std::int64_t n) const override;
    Result<std::vector<BlobInfo>> listBlobs(const std::optional<Digest>& after, int limit) const override;
    Status eraseBlob(const Digest& digest) override;

    Status confirm(std::int64_t size) override;
    Status forgetBlob(const Digest& digest) override;
    std::optional<StoreAlarm> alarm() const override { return m_alarm; }
    const LogStore* verified() const override { return m_verified.get(); }
    Link link() const override;

    /// Gives the server evidence that this desk has seen. @returns how many files.
    static Result<std::int64_t> refillEvidence(RemoteLog& remote, const std::string& cacheDir);
    const SqliteLogStore& replica() const { return *m_replica; }

private:
    TeamStore(std::unique_ptr<RemoteLog> remote, std::unique_ptr<SqliteLogStore> replica, Options options);
    Status look() const;
    Status compare(std::int64_t remoteSize, std::int64_t replicaSize) const;
    Status nameDifference(std::int64_t group, std::int64_t common, std::int64_t remoteSize) const;
    void raise(StoreAlarm::Kind kind, std::int64_t entry, std::int64_t remoteSize, const std::string& theirs) const;
    Result<std::int64_t> replicaSize() const;
    Status keepPending(std::int64_t size);
    void forgetPending() const;
    Status fetchTexts();
    Result<bool> fetchTextsBefore(std::int64_t& before);
    Status keepText(const BlobInfo& info) const;
    Status refuseWhileAlarmed() const;

    std::unique_ptr<RemoteLog> m_remote;
    std::unique_ptr<SqliteLogStore> m_replica, m_verified; // the second only beside a replica aside
    Options m_options;
    EvidenceCache m_evidence;
    // What a look finds out is remembered behind a const face, as reading is const.
    mutable std::optional<StoreAlarm> m_alarm;
    mutable bool m_wasUp = false;
    mutable std::int64_t m_remoteSize = 0, m_version = 0, m_replicaVersion = -1, m_lookedMs = 0;
    mutable std::int64_t m_pendingFrom = 0;
    mutable std::deque<std::string> m_pending;
    mutable Tree m_pendingTree; // over the replica's lines and those of m_pending that were asked about
    mutable MemoryNodes m_pendingNodes;
    std::optional<BlobInfo> m_begun; // what is being stored in pieces
};

} // namespace cs
