// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/cache_file.h"

#include "core/domain/events/event.h"

#include <sqlite3.h>

#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cs::query {
namespace {

namespace fs = std::filesystem;

constexpr const char* schema = R"sql(
CREATE TABLE header(format TEXT NOT NULL, workspace TEXT NOT NULL, size INTEGER NOT NULL, root BLOB NOT NULL,
    state BLOB NOT NULL, sum INTEGER NOT NULL) STRICT;
CREATE TABLE row(kind INTEGER NOT NULL, idx INTEGER NOT NULL, data BLOB NOT NULL, sum INTEGER NOT NULL,
    PRIMARY KEY(kind, idx)) STRICT;
CREATE TABLE entry(idx INTEGER PRIMARY KEY, id BLOB NOT NULL, type INTEGER NOT NULL, actor INTEGER NOT NULL,
    at INTEGER NOT NULL, time INTEGER NOT NULL, letter INTEGER NOT NULL, subject INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX entry_id ON entry(id);
)sql";

/// Not for secrecy or trust, but to tell a damaged page from what was written.
std::int64_t sumOf(std::string_view bytes)
{
    return static_cast<std::int64_t>(std::hash<std::string_view>()(bytes));
}

Error damaged()
{
    return couldNot("CS-CACHE-DAMAGED",
        "What this computer keeps of the workspace for quick opening was damaged, and has been dropped. The ledger is "
        "untouched. Open the workspace again.");
}

/// This user's own folder, closed to others. False: somebody else could write there.
bool makeOwnFolder(const std::string& folder)
{
    std::error_code error;
    fs::create_directories(fs::path(folder).parent_path(), error);
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST)
        return false;
    struct stat info = {};
    return ::stat(folder.c_str(), &info) == 0 && S_ISDIR(info.st_mode) && info.st_uid == ::geteuid()
        && ((info.st_mode & 022U) == 0 || ::chmod(folder.c_str(), 0700) == 0);
}

/// What is there already is only looked at: closing it again would drop the locks of a session of this process.
bool makeOwnFile(const std::string& path)
{
    if (const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600); fd >= 0)
        ::close(fd);
    struct stat info = {};
    return ::lstat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode) && info.st_uid == ::geteuid();
}

EntryMeta metaOf(const SqliteStatement& row, int from)
{
    return {events::typeAt(static_cast<std::size_t>(row.integer(from))), ActorId(row.integer(from + 1)),
        UtcTime(row.integer(from + 2)), UtcTime(row.integer(from + 3)), static_cast<char>(row.integer(from + 4)),
        row.integer(from + 5), false};
}

/// One process at a time empties, writes or looks anew.
class FileLock {
public:
    enum class Wait { No, Yes };
    FileLock(const std::string& path, Wait wait)
        : m_fd(::open((path + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600))
        , m_held(m_fd >= 0 && ::flock(m_fd, LOCK_EX | (wait == Wait::No ? LOCK_NB : 0)) == 0)
    {
    }
    ~FileLock()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    bool isHeld() const { return m_held; }

private:
    int m_fd;
    bool m_held;
};

} // namespace

CacheFile::CacheFile(std::string path, std::string format, std::string workspaceId)
    : m_path(std::move(path))
    , m_format(std::move(format))
    , m_workspace(std::move(workspaceId))
{
}

Result<std::unique_ptr<CacheFile>> CacheFile::open(
    const std::string& path, const std::string& format, const std::string& workspaceId)
{
    std::unique_ptr<CacheFile> cache(new CacheFile(path, format, workspaceId));
    if (!makeOwnFolder(fs::path(path).parent_path().string()))
        return fail(couldNot("CS-STORE-IO", "The folder of %1 cannot be had for this user alone.", {qs(path)}));
    const FileLock lock(path, FileLock::Wait::Yes);
    if (!lock.isHeld())
        return fail(couldNot("CS-STORE-IO", "%1 cannot be locked.", {qs(path)}));
    if (auto status = cache->prepare(); !status) {
        // Whatever lies there is no cache of ours: it holds nothing that could be lost.
        cache.reset(new CacheFile(path, format, workspaceId));
        for (const char* suffix : {"", "-wal", "-shm"})
            ::unlink((path + suffix).c_str());
        CS_CHECK(cache->prepare());
    }
    return cache;
}

Status CacheFile::prepare()
{
    if (!makeOwnFile(m_path))
        return fail(couldNot("CS-STORE-IO", "%1 cannot be made for this user alone.", {qs(m_path)}));
    CS_TRY(m_db, SqliteHandle::open(m_path, SQLITE_OPEN_READWRITE, nullptr));
    // NORMAL: a power cut may lose the newest commits, never the file's consistency, and what is lost is replayed.
    CS_CHECK(m_db.exec("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA journal_mode=WAL; "
                       "PRAGMA synchronous=NORMAL;"));
    CS_CHECK(makeTables());
    CS_TRY(m_row, m_db.prepare("SELECT data, sum FROM row WHERE kind=? AND idx=?"));
    CS_TRY(m_entry, m_db.prepare("SELECT type, actor, at, time, letter, subject FROM entry WHERE idx=?"));
    CS_TRY(m_id, m_db.prepare("SELECT 1 FROM entry WHERE id=?"));
    return look();
}

Status CacheFile::makeTables()
{
    SqliteTransaction transaction(m_db);
    CS_CHECK(transaction.beginWrite());
    CS_TRY(const std::int64_t tables, m_db.integer("SELECT count(*) FROM sqlite_schema WHERE type='table'"));
    if (tables == 3) {
        CS_TRY(const std::int64_t headers, m_db.integer("SELECT count(*) FROM header"));
        CS_TRY(const std::string found, m_db.text("SELECT format || workspace FROM header"));
        if (headers == 0 || (headers == 1 && found == m_format + m_workspace))
            return {};
    }
    CS_CHECK(m_db.exec("DROP TABLE IF EXISTS header; DROP TABLE IF EXISTS row; DROP TABLE IF EXISTS entry;"));
    CS_CHECK(m_db.exec(schema));
    return transaction.commit();
}

/// Opens the read transaction that stays, so that all answers are of one moment.
Status CacheFile::look()
{
    m_base.reset();
    CS_CHECK(m_db.exec("BEGIN"));
    CS_TRY(SqliteStatement header, m_db.prepare("SELECT size, root FROM header"));
    CS_TRY(const bool found, header.step());
    if (!found)
        return {};
    CS_TRY(const Digest root, Digest::fromBytes(header.blob(1)));
    m_base = Base{header.integer(0), root};
    return {};
}

Result<Bytes> CacheFile::state()
{
    CS_TRY(SqliteStatement header, m_db.prepare("SELECT state, sum FROM header"));
    CS_TRY(const bool found, header.step());
    if (!found || sumOf(header.blob(0)) != header.integer(1))
        return fail(damaged());
    return Bytes(header.blob(0));
}

Result<std::optional<Bytes>> CacheFile::row(Row kind, EntryIndex index)
{
    const StatementScope scope(m_row);
    m_row.bind(1, static_cast<std::int64_t>(kind)).bind(2, index);
    auto found = m_row.step();
    if (!found)
        return fail(damaged());
    if (!*found)
        return std::optional<Bytes>();
    if (sumOf(m_row.blob(0)) != m_row.integer(1))
        return fail(damaged());
    return std::optional<Bytes>(m_row.blob(0));
}

Result<EntryMeta> CacheFile::entry(EntryIndex index)
{
    const StatementScope scope(m_entry);
    m_entry.bind(1, index);
    const auto found = m_entry.step();
    if (!found || !*found)
        return fail(damaged());
    return metaOf(m_entry, 0);
}

Result<bool> CacheFile::hasId(const Id& id)
{
    const StatementScope scope(m_id);
    m_id.bindBlob(1, {reinterpret_cast<const char*>(id.data()), id.size()});
    return m_id.step();
}

Result<std::vector<std::int64_t>> CacheFile::signedTimes()
{
    std::vector<std::int64_t> times;
    CS_TRY(SqliteStatement rows, m_db.prepare("SELECT at FROM entry ORDER BY idx"));
    for (;;) {
        CS_TRY(const bool more, rows.step());
        if (!more)
            break;
        times.push_back(rows.integer(0));
    }
    if (std::ssize(times) != (m_base ? m_base->size : 0))
        return fail(damaged());
    return times;
}

Status CacheFile::eachEntry(const std::function<bool(EntryIndex, const EntryMeta&)>& take)
{
    CS_TRY(SqliteStatement rows,
        m_db.prepare("SELECT idx, type, actor, at, time, letter, subject FROM entry ORDER BY idx DESC"));
    for (;;) {
        CS_TRY(const bool more, rows.step());
        if (!more || !take(rows.integer(0), metaOf(rows, 1)))
            return {};
    }
}

Status CacheFile::store(const Addition& addition)
{
    // The first write turns the read transaction into a writing one, or fails if it is not the newest moment.
    CS_CHECK(m_db.exec("DELETE FROM header"));
    CS_TRY(SqliteStatement entry, m_db.prepare("INSERT INTO entry VALUES(?,?,?,?,?,?,?,?)"));
    EntryIndex index = addition.base.size - std::ssize(addition.entries);
    for (const auto& [id, meta] : addition.entries) {
        const auto type = static_cast<std::int64_t>(events::typeIndex(meta.type));
        entry.bind(1, index++).bindBlob(2, {reinterpret_cast<const char*>(id.data()), id.size()}).bind(3, type);
        entry.bind(4, meta.actor.index()).bind(5, meta.at.ms()).bind(6, meta.time.ms());
        entry.bind(7, meta.subject).bind(8, meta.subjectIndex);
        CS_CHECK(entry.run());
    }
    CS_TRY(SqliteStatement row, m_db.prepare("INSERT OR REPLACE INTO row VALUES(?,?,?,?)"));
    for (const auto& [key, bytes] : addition.rows) {
        row.bind(1, static_cast<std::int64_t>(key.first)).bind(2, key.second).bindBlob(3, bytes).bind(4, sumOf(bytes));
        CS_CHECK(row.run());
    }
    if (addition.times) {
        CS_TRY(SqliteStatement time, m_db.prepare("UPDATE entry SET time=? WHERE idx=?"));
        for (std::size_t i = 0; i < addition.times->size(); ++i)
            CS_CHECK(time.bind(1, (*addition.times)[i]).bind(2, static_cast<std::int64_t>(i)).run());
    }
    CS_TRY(SqliteStatement header, m_db.prepare("INSERT INTO header VALUES(?,?,?,?,?,?)"));
    header.bindText(1, m_format).bindText(2, m_workspace).bind(3, addition.base.size);
    header.bindBlob(4, addition.base.root.bytes()).bindBlob(5, addition.state).bind(6, sumOf(addition.state));
    return header.run();
}

Result<bool> CacheFile::write(const Addition& addition)
{
    const FileLock lock(m_path, FileLock::Wait::No);
    if (!lock.isHeld())
        return false;
    if (!store(addition)) {
        // The first statement fails where this moment is not the newest: then the reading goes on. Later ones fail
        // where the disk is full; nobody else has written meanwhile, so the same moment is read again.
        if (sqlite3_txn_state(m_db.get(), "main") == SQLITE_TXN_WRITE)
            CS_CHECK(m_db.exec("ROLLBACK"));
        if (sqlite3_get_autocommit(m_db.get()) != 0)
            CS_CHECK(look());
        return false;
    }
    CS_CHECK(m_db.exec("COMMIT"));
    CS_CHECK(look());
    if (m_base != addition.base)
        return fail(damaged());
    return true;
}

void CacheFile::invalidate()
{
    const FileLock lock(m_path, FileLock::Wait::Yes);
    if (sqlite3_get_autocommit(m_db.get()) == 0)
        (void)m_db.exec("ROLLBACK");
    m_base.reset();
    if (!m_db.exec("DELETE FROM header; DELETE FROM row; DELETE FROM entry;"))
        ::unlink(m_path.c_str());
}

} // namespace cs::query
