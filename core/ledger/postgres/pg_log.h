// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/postgres/pg_connection.h"
#include "core/ledger/postgres/remote_log.h"

namespace cs {

/// The ledger in a PostgreSQL database. @source ledger-events.md section 8; resources/postgresql/countersign.sql
class PgLog final : public RemoteLog {
public:
    static constexpr std::int64_t schemaVersion = 1;

    /// Connects, waiting. @returns what keeps it: CS-STORE-OFFLINE, CS-STORE-AUTH, CS-STORE-TLS, CS-STORE-NO-SCHEMA,
    /// CS-STORE-OLDER, CS-STORE-NEWER, CS-STORE-RIGHTS.
    static Result<std::unique_ptr<PgLog>> open(const PgPlace& place, const PgConnection::Options& options);
    /// The same, but not being reachable is no error: it goes on trying.
    static Result<std::unique_ptr<PgLog>> openOrLater(const PgPlace& place, const PgConnection::Options& options);
    /// Makes schema and roles where they are missing, as an administrator's psql would.
    static Status install(const PgPlace& place, const PgConnection::Options& options, const std::string& script);

    bool isUp() const override { return m_connection && m_connection->isUp(); }
    bool tryConnect() override;
    const std::optional<Error>& error() const override { return m_error; }

    Result<std::int64_t> append(
        std::int64_t expected, std::span<const std::string> lines, std::span<const LogStore::Text> texts) override;
    Result<std::int64_t> size() override;
    Result<std::vector<std::string>> read(std::int64_t from, std::size_t maxBytes) override;
    Result<std::vector<Digest>> groups(std::int64_t size) override;
    bool takeNews() override;
    Result<bool> beginBlob(const BlobInfo& info) override;
    Status putChunk(const Digest& digest, std::int64_t n, std::string_view data) override;
    Status sealBlob(const Digest& digest) override;
    Result<BlobInfo> blobInfo(const Digest& digest) override;
    Result<Bytes> getChunk(const Digest& digest, std::int64_t n) override;
    Result<std::vector<BlobInfo>> listBlobs(const std::optional<Digest>& after, int limit) override;
    Status eraseBlob(const Digest& digest) override;
    Result<std::vector<ListedText>> textsBefore(std::int64_t seq, int limit) override;
    Result<std::vector<Text>> texts(std::span<const Digest> digests) override;
    std::string location() const override { return m_place.location; }

    const PgPlace& place() const { return m_place; }
    PgConnection* connection() { return isUp() ? m_connection.get() : nullptr; }

private:
    PgLog(PgPlace place, PgConnection::Options options)
        : m_place(std::move(place))
        , m_options(std::move(options))
    {
    }
    Status greet();
    Status askClock();
    Status checkClock();
    Result<PgRows> ask(const char* sql, std::initializer_list<PgValue> values = {});
    Status use(Result<std::unique_ptr<PgConnection>> connection);
    Result<std::int64_t> appendOnce(
        std::int64_t expected, std::span<const std::string> lines, std::span<const LogStore::Text> texts);

    PgPlace m_place;
    PgConnection::Options m_options;
    std::unique_ptr<PgConnection> m_connection, m_coming;
    std::int64_t m_backend = 0, m_backendStart = 0; // the server's process of this connection
    std::optional<Error> m_error;
    std::int64_t m_nextTryMs = 0;
    std::int64_t m_serverMs = 0, m_clockAskedMs = 0; // the server's clock, and when that was by our steady one
    int m_failures = 0;
};

} // namespace cs
