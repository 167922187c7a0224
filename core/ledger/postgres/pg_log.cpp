// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/postgres/pg_log.h"

#include "core/base/utc_time.h"
#include "core/crypto/commit.h"

#include <algorithm>
#include <chrono>

namespace cs {
namespace {

constexpr std::int64_t retryMs = 500, retryMostMs = 30'000;
constexpr std::size_t lineMax = 65'535;
constexpr std::int64_t clockMostMs = std::int64_t{5} * 60'000; // law 13
constexpr std::int64_t groupsAtOnce = 16;

std::int64_t steadyMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

Error lostRace(const QString& size, std::int64_t expected)
{
    return couldNot(storeRaceCode,
        "Somebody else wrote first: the ledger has %1 entries, not %2. Look at what came in between, then sign again.",
        {size, QString::number(expected)});
}

Result<BlobInfo> infoOf(const PgRows& rows, int row, const Digest& digest)
{
    BlobInfo info;
    info.digest = digest;
    info.bytes = rows.integer(row, 0);
    info.blobClass = blobClassFromName(rows.bytes(row, 1)).value_or(BlobClass::Evidence);
    info.salt = Bytes(rows.bytes(row, 2));
    info.sealed = rows.boolean(row, 3);
    return info;
}

} // namespace

Result<std::unique_ptr<PgLog>> PgLog::open(const PgPlace& place, const PgConnection::Options& options)
{
    auto log = std::unique_ptr<PgLog>(new PgLog(place, options));
    CS_CHECK(log->use(PgConnection::open(place, options)));
    return log;
}

Result<std::unique_ptr<PgLog>> PgLog::openOrLater(const PgPlace& place, const PgConnection::Options& options)
{
    auto log = std::unique_ptr<PgLog>(new PgLog(place, options));
    if (const Status up = log->use(PgConnection::open(place, options)); !up && !hasCode(up.error(), storeOfflineCode))
        return fail(up.error());
    return log;
}

Status PgLog::use(Result<std::unique_ptr<PgConnection>> connection)
{
    Status good;
    if (connection) {
        m_connection = *std::move(connection);
        good = greet();
    } else {
        good = fail(connection.error());
    }
    if (good) {
        m_error.reset();
        m_failures = 0;
        return {};
    }
    m_connection.reset();
    m_error = good.error();
    m_nextTryMs = steadyMs() + std::min(retryMostMs, retryMs << std::min(m_failures++, 6));
    return good;
}

/// Is it ours, of a shape that this program knows, and may this user read it? Then listens.
Status PgLog::greet()
{
    const auto missing = [&](const char* code, const char* text) {
        return fail(refused(code, text, {qs(m_place.location)}));
    };
    CS_TRY(const PgRows there, m_connection->run("SELECT to_regclass('countersign.schema_version') IS NOT NULL"));
    if (!there.boolean(0, 0))
        return missing("CS-STORE-NO-SCHEMA",
            "%1 is not prepared for a workspace. Have its administrator run resources/postgresql/countersign.sql, or "
            "run \"countersignctl init\" as a user who may create schemas.");
    CS_TRY(const PgRows version,
        m_connection->run("SELECT coalesce(max(version), 0)::bigint FROM countersign.schema_version"));
    if (version.integer(0, 0) > schemaVersion)
        return missing("CS-STORE-NEWER", "%1 was prepared for a newer version of this program. Update the program.");
    if (version.integer(0, 0) < schemaVersion)
        return missing("CS-STORE-OLDER",
            "%1 was prepared for an older version of this program. Have its administrator run "
            "resources/postgresql/countersign.sql again.");
    CS_CHECK(askClock());
    // An append that waits for a lock longer than its sender waits for the answer would stand in the ledger later, when
    // its signer has been told that it does not.
    CS_CHECK(m_connection->run("SELECT set_config('lock_timeout', $1, false)",
        {PgValue::text(std::to_string(std::max(1, m_options.timeoutMs / 2)))}));
    CS_TRY(const PgRows self,
        m_connection->run("SELECT pid::bigint, (extract(epoch FROM backend_start) * 1000000)::bigint FROM "
                          "pg_stat_activity WHERE pid = pg_backend_pid()"));
    m_backend = self.count() == 1 ? self.integer(0, 0) : 0;
    m_backendStart = self.count() == 1 ? self.integer(0, 1) : 0;
    // A standby announces nothing. It is looked at from time to time.
    if (const auto listens = m_connection->run("LISTEN countersign");
        !listens && !hasCode(listens.error(), "CS-STORE-STANDBY"))
        return fail(listens.error());
    return {};
}

Status PgLog::askClock()
{
    CS_TRY(const PgRows rows, m_connection->run("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint"));
    m_serverMs = rows.integer(0, 0);
    m_clockAskedMs = steadyMs();
    return {};
}

/// Laws take an entry that is dated ahead, for they know no other clock. Here there is one.
Status PgLog::checkClock()
{
    const SystemClock own;
    const Clock& clock = m_options.clock != nullptr ? *m_options.clock : own;
    const auto aheadMs = [&] { return clock.now().ms() - (m_serverMs + steadyMs() - m_clockAskedMs); };
    if (!isUp() || aheadMs() <= clockMostMs)
        return {};
    CS_CHECK(askClock()); // the steady clock stands still while a computer sleeps
    if (aheadMs() <= clockMostMs)
        return {};
    return fail(lawError(13,
        "This computer's clock is %1 s ahead of the clock of %2: an entry dated so would keep everybody else from "
        "signing. Set it by the network (timedatectl set-ntp true).",
        {QString::number(aheadMs() / 1000), qs(m_place.location)}));
}

Status PgLog::install(const PgPlace& place, const PgConnection::Options& options, const std::string& script)
{
    CS_TRY(const auto connection, PgConnection::open(place, options));
    CS_CHECK(connection->runScript("BEGIN"));
    CS_CHECK(connection->runScript(script));
    return connection->runScript("COMMIT");
}

bool PgLog::tryConnect()
{
    if (isUp())
        return true;
    if (m_connection) {
        m_connection.reset();
        m_nextTryMs = 0; // a connection that was there comes back at once, as a rule
    }
    if (!m_coming) {
        if (steadyMs() < m_nextTryMs)
            return false;
        auto begun = PgConnection::begin(m_place, m_options);
        if (!begun)
            return use(std::move(begun)).has_value();
        m_coming = *std::move(begun);
    }
    const auto up = m_coming->poll();
    if (up && !*up)
        return false;
    auto coming = std::move(m_coming);
    return use(up ? Result<std::unique_ptr<PgConnection>>(std::move(coming))
                  : Result<std::unique_ptr<PgConnection>>(fail(up.error())))
        .has_value();
}

Result<PgRows> PgLog::ask(const char* sql, std::initializer_list<PgValue> values)
{
    if (!isUp())
        return fail(m_error ? *m_error : couldNot(storeOfflineCode, "%1 is not connected.", {qs(m_place.location)}));
    auto rows = m_connection->run(sql, values);
    if (!rows && !m_connection->isUp())
        m_error = rows.error();
    return rows;
}

Result<std::int64_t> PgLog::appendOnce(
    std::int64_t expected, std::span<const std::string> lines, std::span<const LogStore::Text> texts)
{
    std::vector<std::string_view> lineViews(lines.begin(), lines.end()), contents, salts;
    for (const LogStore::Text& text : texts) {
        contents.push_back(text.content);
        salts.push_back(text.salt);
    }
    auto rows = ask("SELECT countersign.append($1, $2, $3, $4)",
        {PgValue(expected), PgValue::bytesArray(lineViews), PgValue::bytesArray(contents), PgValue::bytesArray(salts)});
    if (!rows) {
        if (isUp() && m_connection->sqlState() == "CS001")
            return fail(lostRace(QStringLiteral("more or fewer"), expected));
        return fail(rows.error());
    }
    return rows->integer(0, 0);
}

Result<std::int64_t> PgLog::append(
    std::int64_t expected, std::span<const std::string> lines, std::span<const LogStore::Text> texts)
{
    for (const std::string& line : lines)
        if (line.empty() || line.size() > lineMax)
            return fail(usageError(
                "CS-STORE-LINE", "A ledger line has 1 to 65,535 bytes, not %1.", {QString::number(line.size())}));
    const bool wasUp = isUp();
    CS_CHECK(checkClock());
    auto done = appendOnce(expected, lines, texts);
    if (done || isUp() || !wasUp)
        return done;
    // The answer was lost, and the lines may be there or not. What answers now may be another server, which holds
    // another history of the same length: sent again, they would spoil it. So the caller looks first.
    const Error lost = done.error();
    const std::int64_t backend = m_backend, start = m_backendStart;
    if (const Status again = use(PgConnection::open(m_place, m_options)); !again)
        return fail(couldNot("CS-STORE-UNCERTAIN",
            "The connection to %1 broke after your entry was sent, so that it is not known whether it stands in the "
            "ledger. When the connection is back, look before you sign again. (%2)",
            {qs(m_place.location), lost.message()}));
    // Whatever still runs of it ends before anybody looks, so that it cannot come in later.
    (void)m_connection->run("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE pid = $1::integer AND "
                            "(extract(epoch FROM backend_start) * 1000000)::bigint = $2",
        {PgValue(backend), PgValue(start)});
    return fail(couldNot(storeReconnectedCode,
        "The connection to %1 broke while this was sent, and stands again. Look what is there, then try again.",
        {qs(m_place.location)}));
}

Result<std::int64_t> PgLog::size()
{
    CS_TRY(const PgRows rows, ask("SELECT coalesce(max(idx) + 1, 0) FROM countersign.entry"));
    return rows.integer(0, 0);
}

Result<std::vector<std::string>> PgLog::read(std::int64_t from, std::size_t maxBytes)
{
    // A line has at least some hundred bytes; asking for too many costs the server more than this.
    const auto limit = static_cast<std::int64_t>(std::clamp<std::size_t>(maxBytes / 512, 1, 4096));
    CS_TRY(const PgRows rows,
        ask("SELECT idx, line FROM countersign.entry WHERE idx >= $1 ORDER BY idx LIMIT $2",
            {PgValue(from), PgValue(limit)}));
    // Two lines at one place: what is before it is good.
    const auto twice = [this](std::vector<std::string> before, std::int64_t at) -> Result<std::vector<std::string>> {
        before.pop_back();
        if (!before.empty())
            return before;
        return fail(refused("CS-STORE-DAMAGED",
            "Entry %1 stands twice in %2: somebody took the rule away that allows one line at one place. Have its "
            "administrator find out who.",
            {QString::number(at), qs(m_place.location)})
                        .withEntry(at));
    };
    std::vector<std::string> lines;
    std::size_t bytes = 0;
    for (int row = 0; row < rows.count(); ++row) {
        const std::string_view line = rows.bytes(row, 1);
        if (row > 0 && rows.integer(row, 0) == from + row - 1)
            return twice(std::move(lines), from + row - 1);
        if (rows.integer(row, 0) != from + row && !lines.empty())
            return lines;
        if (rows.integer(row, 0) != from + row)
            return fail(refused("CS-STORE-DAMAGED", "Entry %1 is missing in %2. A replica can fill the gap (refill).",
                {QString::number(from + row), qs(m_place.location)})
                            .withEntry(from + row));
        bytes += line.size();
        if (!lines.empty() && bytes > maxBytes)
            return lines;
        lines.emplace_back(line);
    }
    return lines;
}

Result<std::vector<Digest>> PgLog::groups(std::int64_t size)
{
    std::vector<Digest> groups;
    // So many at once that an answer comes before anybody calls the server silent.
    for (std::int64_t from = 0; from < size; from += groupEntries * groupsAtOnce) {
        CS_TRY(const PgRows rows,
            ask("SELECT idx / 4096, sha256(string_agg(sha256('\\x00'::bytea || line), ''::bytea ORDER BY idx)) "
                "FROM countersign.entry WHERE idx >= $1 AND idx < $2 GROUP BY 1 ORDER BY 1",
                {PgValue(from), PgValue(std::min(size, from + groupEntries * groupsAtOnce))}));
        for (int row = 0; row < rows.count(); ++row) {
            if (rows.integer(row, 0) != std::ssize(groups))
                return groups;
            CS_TRY(groups.emplace_back(), Digest::fromBytes(rows.bytes(row, 1)));
        }
    }
    return groups;
}

bool PgLog::takeNews()
{
    return m_connection && m_connection->takeNotices();
}

Result<bool> PgLog::beginBlob(const BlobInfo& info)
{
    if (info.bytes < 0 || info.salt.size() != (info.blobClass == BlobClass::Erasable ? saltBytes : 0))
        return fail(
            usageError("CS-STORE-BLOB-CLASS", "An erasable content needs a salt of 32 bytes, others none.", {}));
    auto rows = ask("SELECT countersign.begin_blob($1, $2, $3, $4)",
        {PgValue::bytes(info.digest.bytes()), PgValue(info.bytes), PgValue::text(blobClassName(info.blobClass)),
            info.blobClass == BlobClass::Erasable ? PgValue::bytes(info.salt) : PgValue::null()});
    if (!rows && isUp() && m_connection->sqlState() == "CS003")
        return fail(refused(
            "CS-STORE-BLOB-CLASS", "%1 is stored already as another kind of content.", {qs(info.digest.text())}));
    if (!rows)
        return fail(rows.error());
    return rows->boolean(0, 0);
}

Status PgLog::putChunk(const Digest& digest, std::int64_t n, std::string_view data)
{
    const auto rows = ask(
        "SELECT countersign.put_chunk($1, $2, $3)", {PgValue::bytes(digest.bytes()), PgValue(n), PgValue::bytes(data)});
    if (rows)
        return {};
    if (isUp() && m_connection->sqlState() == "CS005")
        return fail(refused(blobBadCode,
            "The pieces of %1 are longer than announced: the file changed while it was read. Attach it again.",
            {qs(digest.text())}));
    if (isUp() && m_connection->sqlState() == "CS006")
        return fail(couldNot(blobMissingCode, "%1 is not in this workspace.", {qs(digest.text())}));
    return fail(rows.error());
}

Status PgLog::sealBlob(const Digest& digest)
{
    CS_TRY(const PgRows rows, ask("SELECT countersign.seal_blob($1)", {PgValue::bytes(digest.bytes())}));
    if (rows.boolean(0, 0))
        return {};
    return fail(refused(blobBadCode,
        "The stored pieces are not those of %1: the file changed while it was read. Attach it again.",
        {qs(digest.text())}));
}

Result<BlobInfo> PgLog::blobInfo(const Digest& digest)
{
    CS_TRY(const PgRows rows,
        ask("SELECT bytes, class, salt, sealed FROM countersign.blob WHERE digest = $1",
            {PgValue::bytes(digest.bytes())}));
    if (rows.count() == 0)
        return fail(couldNot(blobMissingCode, "%1 is not in this workspace.", {qs(digest.text())}));
    return infoOf(rows, 0, digest);
}

Result<Bytes> PgLog::getChunk(const Digest& digest, std::int64_t n)
{
    CS_TRY(const PgRows rows,
        ask("SELECT data FROM countersign.chunk WHERE digest = $1 AND n = $2",
            {PgValue::bytes(digest.bytes()), PgValue(n)}));
    if (rows.count() == 0)
        return fail(couldNot(
            blobMissingCode, "Piece %2 of %1 is not in this workspace.", {qs(digest.text()), QString::number(n)}));
    return Bytes(rows.bytes(0, 0));
}

Result<std::vector<BlobInfo>> PgLog::listBlobs(const std::optional<Digest>& after, int limit)
{
    CS_TRY(const PgRows rows,
        ask("SELECT bytes, class, salt, sealed, digest FROM countersign.blob WHERE sealed AND digest > $1 "
            "ORDER BY digest LIMIT $2",
            {PgValue::bytes(after ? after->bytes() : std::string_view()), PgValue(std::int64_t(limit))}));
    std::vector<BlobInfo> list;
    for (int row = 0; row < rows.count(); ++row) {
        CS_TRY(const Digest digest, Digest::fromBytes(rows.bytes(row, 4)));
        CS_TRY(list.emplace_back(), infoOf(rows, row, digest));
    }
    return list;
}

Status PgLog::eraseBlob(const Digest& digest)
{
    const auto rows = ask("SELECT countersign.erase_blob($1)", {PgValue::bytes(digest.bytes())});
    if (!rows && isUp() && m_connection->sqlState() == "CS004")
        return fail(refused("CS-STORE-ERASE", "%1 is evidence or a policy; only names and free text can be erased.",
            {qs(digest.text())}));
    if (!rows)
        return fail(rows.error());
    return {};
}

Result<std::vector<RemoteLog::ListedText>> PgLog::textsBefore(std::int64_t seq, int limit)
{
    CS_TRY(const PgRows rows,
        ask("SELECT seq, digest FROM countersign.blob WHERE seq < $1 AND sealed AND class <> 'evidence' "
            "AND bytes <= 1048576 ORDER BY seq DESC LIMIT $2",
            {PgValue(seq), PgValue(std::int64_t(limit))}));
    std::vector<ListedText> listed;
    for (int row = 0; row < rows.count(); ++row) {
        CS_TRY(const Digest digest, Digest::fromBytes(rows.bytes(row, 1)));
        listed.push_back({rows.integer(row, 0), digest});
    }
    return listed;
}

Result<std::vector<RemoteLog::Text>> PgLog::texts(std::span<const Digest> digests)
{
    std::vector<std::string_view> wanted;
    for (const Digest& digest : digests)
        wanted.push_back(digest.bytes());
    CS_TRY(const PgRows rows,
        ask("SELECT b.bytes, b.class, b.salt, b.sealed, b.digest, c.data FROM countersign.blob b "
            "LEFT JOIN countersign.chunk c ON c.digest = b.digest AND c.n = 0 WHERE b.digest = ANY($1)",
            {PgValue::bytesArray(wanted)}));
    std::vector<Text> texts;
    for (int row = 0; row < rows.count(); ++row) {
        CS_TRY(const Digest digest, Digest::fromBytes(rows.bytes(row, 4)));
        CS_TRY(BlobInfo info, infoOf(rows, row, digest));
        texts.push_back({std::move(info), Bytes(rows.bytes(row, 5))});
    }
    return texts;
}

} // namespace cs
