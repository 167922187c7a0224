// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/store/log_store.h"

namespace cs {

/// The line broke while something was appended, and stands again. It may lead to another server now, so that nothing is
/// sent a second time before what it holds was compared.
inline constexpr const char* storeReconnectedCode = "CS-STORE-RECONNECTED";

/// A server that orders lines and keeps bytes for many desks. Nothing that it says is believed: see TeamStore, which
/// stands between it and everybody else.
class RemoteLog {
public:
    virtual ~RemoteLog() = default;

    virtual bool isUp() const = 0;
    /// Goes on connecting without waiting, where it is not up. @returns whether it is up now; why not, in error().
    virtual bool tryConnect() = 0;
    /// Why it is not up.
    virtual const std::optional<Error>& error() const = 0;

    /// As LogStore::append() says. After a lost answer it connects again and returns CS-STORE-RECONNECTED: look what is
    /// there. CS-STORE-UNCERTAIN is the one case in which nobody knows. @returns also CS-LAW-13 where this computer's
    /// clock is more than five minutes ahead of the server's: one entry dated so would keep all others from signing.
    virtual Result<std::int64_t> append(
        std::int64_t expected, std::span<const std::string> lines, std::span<const LogStore::Text> texts) = 0;
    virtual Result<std::int64_t> size() = 0;
    virtual Result<std::vector<std::string>> read(std::int64_t from, std::size_t maxBytes) = 0;
    /// SHA-256 over the leaf hashes of each full or last group of @ref groupEntries lines below @p size, in order. They
    /// end before a group that is missing as a whole.
    static constexpr std::int64_t groupEntries = 4096;
    virtual Result<std::vector<Digest>> groups(std::int64_t size) = 0;
    /// Whether something was appended since the last call; does not wait.
    virtual bool takeNews() = 0;

    virtual Result<bool> beginBlob(const BlobInfo& info) = 0;
    virtual Status putChunk(const Digest& digest, std::int64_t n, std::string_view data) = 0;
    virtual Status sealBlob(const Digest& digest) = 0;
    virtual Result<BlobInfo> blobInfo(const Digest& digest) = 0;
    virtual Result<Bytes> getChunk(const Digest& digest, std::int64_t n) = 0;
    virtual Result<std::vector<BlobInfo>> listBlobs(const std::optional<Digest>& after, int limit) = 0;
    virtual Status eraseBlob(const Digest& digest) = 0;
    /// Names, texts and policies that came before @p seq, the newest first, at most so many, none above 1 MiB.
    struct ListedText {
        std::int64_t seq = 0;
        Digest digest;
    };
    virtual Result<std::vector<ListedText>> textsBefore(std::int64_t seq, int limit) = 0;
    struct Text {
        BlobInfo info;
        Bytes content;
    };
    virtual Result<std::vector<Text>> texts(std::span<const Digest> digests) = 0;

    virtual std::string location() const = 0;
};

} // namespace cs
