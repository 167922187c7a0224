// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/store/sqlite_log_store.h"

#include "core/base/sqlite_handle.h"
#include "core/crypto/commit.h"
#include "core/crypto/hash.h"
#include "core/ledger/store/new_file.h"
#include "core/ledger/store/sqlite_schema.h"

#include <sqlite3.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include <sys/stat.h>
#include <unistd.h>

namespace cs {
namespace {

namespace fs = std::filesystem;

std::string absolutePath(const std::string& path)
{
    std::error_code error;
    const fs::path resolved = fs::weakly_canonical(fs::absolute(fs::path(path), error), error);
    return error ? path : resolved.string();
}

Status configure(SqliteHandle& handle, const SqliteLogStore::Options& options)
{
    sqlite3_busy_timeout(handle.get(), options.busyTimeoutMs);
    // Nothing in the file is trusted: no functions from its schema, no views, no extensions, no writable schema.
    sqlite3_db_config(handle.get(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle.get(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle.get(), SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle.get(), SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(handle.get(), SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle.get(), SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    CS_CHECK(handle.exec("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; "
                         "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;"));
    return handle.exec(options.isCopy ? "PRAGMA synchronous=NORMAL" : "PRAGMA synchronous=FULL");
}

Status useWriteAheadLog(const SqliteHandle& handle)
{
    CS_TRY(const std::string mode, handle.text("PRAGMA journal_mode=WAL"));
    if (mode != "wal")
        return fail(
            couldNot("CS-STORE-IO", "The workspace cannot keep a write-ahead log here (journal mode %1).", {qs(mode)}));
    return {};
}

std::string uriOf(const std::string& path, bool immutable)
{
    std::string uri = "file:";
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#') {
            uri += '%';
            for (const char digit : toHex(std::string_view(&c, 1)))
                uri += digit;
        } else {
            uri += c;
        }
    }
    return uri + (immutable ? "?immutable=1" : "");
}

/// On read-only media SQLite cannot make its shared-memory file; without a write-ahead log none is needed.
bool needsImmutable(const std::string& path)
{
    struct stat wal { };
    const bool walUsed = ::stat((path + "-wal").c_str(), &wal) == 0 && wal.st_size > 0;
    return !walUsed && ::access(folderOf(path).c_str(), W_OK) != 0;
}

Result<SqliteHandle> openHandle(const std::string& path, const SqliteLogStore::Options& options)
{
    const bool readOnly = options.mode == SqliteLogStore::Mode::ReadOnly;
    const int flags = (readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
    CS_TRY(SqliteHandle handle, SqliteHandle::open(uriOf(path, readOnly && needsImmutable(path)), flags, options.vfs));
    CS_CHECK(configure(handle, options));
    return handle;
}

Status checkIds(const SqliteHandle& handle, const std::string& path)
{
    CS_TRY(const std::int64_t application, handle.integer("PRAGMA application_id"));
    CS_TRY(const std::int64_t version, handle.integer("PRAGMA user_version"));
    if (application != sqlite_schema::applicationId)
        return fail(
            refused("CS-STORE-FOREIGN", "%1 is a database of another program. It was not touched.", {qs(path)}));
    if (version != sqlite_schema::version)
        return fail(refused("CS-STORE-NEWER",
            "%1 was made by a newer version of this program (schema %2, this one knows %3). Update the program.",
            {qs(path), QString::number(version), QString::number(sqlite_schema::version)}));
    return {};
}

Status makeFile(const std::string& path, const SqliteLogStore::Options& options)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI;
    CS_TRY(SqliteHandle handle, SqliteHandle::open(uriOf(path, false), flags, options.vfs));
    CS_CHECK(configure(handle, options));
    CS_CHECK(sqlite_schema::create(handle));
    CS_CHECK(useWriteAheadLog(handle));
    return handle.close();
}

} // namespace

/// Connection and prepared statements, and the growing edge of the tree between two own appends.
class SqliteLogStore::Impl final : public NodeReader {
public:
    explicit Impl(SqliteHandle handle)
        : m_handle(std::move(handle))
    {
    }

    /// A statement from the cache, prepared at its first use.
    Result<SqliteStatement*> use(const char* sql) const
    {
        for (auto& [text, statement] : m_statements)
            if (text == sql)
                return &statement;
        CS_TRY(SqliteStatement statement, m_handle.prepare(sql));
        m_statements.emplace_back(sql, std::move(statement));
        return &m_statements.back().second;
    }

    Result<std::int64_t> single(const char* sql) const
    {
        CS_TRY(SqliteStatement* const statement, use(sql));
        const StatementScope scope(*statement);
        CS_TRY(const bool row, statement->step());
        return row ? statement->integer(0) : 0;
    }
    Result<std::int64_t> size() const { return single("SELECT coalesce(max(idx)+1,0) FROM entry"); }
    Result<std::int64_t> version() const { return single("PRAGMA data_version"); }

    Result<Digest> node(int level, std::int64_t pos) const override
    {
        CS_TRY(SqliteStatement* const statement, use("SELECT hash FROM node WHERE level=? AND pos=?"));
        const StatementScope scope(*statement);
        CS_TRY(const bool row, statement->bind(1, level).bind(2, pos).step());
        if (!row)
            return fail(refused("CS-LEDGER-NODE",
                "The workspace file lacks node %2 of level %1: it is damaged. Restore a backup.",
                {QString::number(level), QString::number(pos)}));
        return Digest::fromBytes(statement->blob(0));
    }

    /// The edge at `size`; inside a transaction. Kept only as long as nobody else has written.
    Result<Tree> tree(std::int64_t size) const
    {
        CS_TRY(const std::int64_t now, version());
        if (m_tree && m_treeVersion == now && m_tree->size() == size)
            return *m_tree;
        return Tree::restore(size, *this);
    }

    Status insert(std::int64_t index, std::string_view line, std::span<const Node> nodes)
    {
        CS_TRY(SqliteStatement* const entry, use("INSERT INTO entry(idx,line) VALUES(?,?)"));
        CS_CHECK(entry->bind(1, index).bindBlob(2, line).run());
        CS_TRY(SqliteStatement* const statement, use("INSERT INTO node(level,pos,hash) VALUES(?,?,?)"));
        for (const Node& node : nodes)
            CS_CHECK(statement->bind(1, node.level).bind(2, node.pos).bindBlob(3, node.hash.bytes()).run());
        return {};
    }

    Status insertBlobRow(const BlobInfo& info, bool sealed)
    {
        CS_TRY(SqliteStatement* const statement,
            use("INSERT INTO blob(digest,bytes,class,salt,sealed) VALUES(?,?,?,?,?)"));
        statement->bindBlob(1, info.digest.bytes()).bind(2, info.bytes).bindText(3, blobClassName(info.blobClass));
        if (info.blobClass == BlobClass::Erasable)
            statement->bindBlob(4, info.salt);
        else
            statement->bindNull(4);
        return statement->bind(5, sealed ? 1 : 0).run();
    }

    Status insertChunk(const Digest& digest, std::int64_t n, std::string_view data)
    {
        CS_TRY(SqliteStatement* const statement, use("INSERT OR REPLACE INTO chunk(digest,n,data) VALUES(?,?,?)"));
        return statement->bindBlob(1, digest.bytes()).bind(2, n).bindBlob(3, data).run();
    }

    Status runFor(const char* sql, const Digest& digest)
    {
        CS_TRY(SqliteStatement* const statement, use(sql));
        return statement->bindBlob(1, digest.bytes()).run();
    }

    SqliteHandle m_handle;
    // Declared after the handle, so that the statements die first.
    mutable std::vector<std::pair<std::string_view, SqliteStatement>> m_statements = reserved();
    std::optional<Tree> m_tree;
    std::int64_t m_treeVersion = 0;

private:
    /// use() gives out addresses, so the vector must never grow beyond this: there are fewer statements than that.
    static std::vector<std::pair<std::string_view, SqliteStatement>> reserved()
    {
        std::vector<std::pair<std::string_view, SqliteStatement>> out;
        out.reserve(64);
        return out;
    }
};

SqliteLogStore::SqliteLogStore(std::unique_ptr<Impl> impl, std::string path, bool readOnly)
    : m_impl(std::move(impl))
    , m_path(std::move(path))
    , m_readOnly(readOnly)
{
}

SqliteLogStore::~SqliteLogStore() = default;

Result<std::unique_ptr<SqliteLogStore>> SqliteLogStore::create(const std::string& path, Options options)
{
    const std::string at = absolutePath(path);
    struct stat info { };
    if (::lstat(at.c_str(), &info) == 0)
        return fail(usageError("CS-STORE-EXISTS", "%1 exists already.", {qs(at)}));
    if (::stat(folderOf(at).c_str(), &info) != 0 || !S_ISDIR(info.st_mode))
        return fail(usageError("CS-STORE-MISSING", "There is no folder %1.", {qs(folderOf(at))}));
    CS_CHECK(sqlite_schema::checkFileSystem(folderOf(at), options.fileSystemProbe));
    if (::access(folderOf(at).c_str(), W_OK) != 0)
        return ioError(folderOf(at), "written", errno);
    NewFile file(at);
    CS_CHECK(makeFile(file.path(), options));
    CS_CHECK(file.moveIntoPlace());
    options.mode = Mode::ReadWrite;
    return open(at, options);
}

Result<std::unique_ptr<SqliteLogStore>> SqliteLogStore::open(const std::string& path, Options options)
{
    const std::string at = absolutePath(path);
    CS_CHECK(sqlite_schema::inspectFile(at));
    CS_CHECK(sqlite_schema::checkFileSystem(at, options.fileSystemProbe));
    const bool readOnly = options.mode == Mode::ReadOnly;
    if (!readOnly && ::access(at.c_str(), W_OK) != 0)
        return ioError(at, "written", errno);
    if (!readOnly && ::access(folderOf(at).c_str(), W_OK) != 0)
        return ioError(folderOf(at), "written", errno);
    CS_TRY(SqliteHandle handle, openHandle(at, options));
    CS_CHECK(checkIds(handle, at));
    CS_CHECK(sqlite_schema::check(handle));
    if (!readOnly)
        CS_CHECK(useWriteAheadLog(handle));
    auto store =
        std::unique_ptr<SqliteLogStore>(new SqliteLogStore(std::make_unique<Impl>(std::move(handle)), at, readOnly));
    // Says at once whether the growing edge is there.
    CS_CHECK(store->head());
    return store;
}

Result<std::int64_t> SqliteLogStore::append(std::int64_t expected, std::span<const std::string> lines)
{
    for (const std::string& line : lines)
        if (line.empty() || line.size() > 65'535)
            return fail(usageError(
                "CS-STORE-LINE", "A ledger line has 1 to 65,535 bytes, not %1.", {QString::number(line.size())}));
    SqliteTransaction transaction(m_impl->m_handle);
    CS_CHECK(transaction.beginWrite());
    CS_TRY(const std::int64_t size, m_impl->size());
    if (size != expected)
        return fail(couldNot(storeRaceCode,
            "Somebody else wrote first: the ledger has %1 entries, not %2. Look at what came in between, then sign "
            "again.",
            {QString::number(size), QString::number(expected)}));
    CS_TRY(Tree tree, m_impl->tree(size));
    std::vector<Node> nodes;
    for (const std::string& line : lines) {
        nodes.clear();
        tree.append(leafHash(line), &nodes);
        CS_CHECK(m_impl->insert(tree.size() - 1, line, nodes));
    }
    CS_TRY(const std::int64_t version, m_impl->version());
    m_impl->m_tree.reset();
    CS_CHECK(transaction.commit());
    // Own commits do not change data_version; a foreign one since then does, and drops this edge.
    m_impl->m_tree = std::move(tree);
    m_impl->m_treeVersion = version;
    return expected;
}

/// One transaction around both, so that a thousand entries wait for the disk once.
Result<std::int64_t> SqliteLogStore::append(
    std::int64_t expected, std::span<const std::string> lines, std::span<const Text> erasable)
{
    SqliteTransaction transaction(m_impl->m_handle);
    CS_CHECK(transaction.beginWrite());
    CS_TRY(const std::int64_t first, LogStore::append(expected, lines, erasable));
    if (const Status committed = transaction.commit(); !committed) {
        m_impl->m_tree.reset(); // its newest lines were not kept
        return fail(committed.error());
    }
    return first;
}

Result<std::vector<std::string>> SqliteLogStore::read(std::int64_t from, std::size_t maxBytes) const
{
    CS_TRY(SqliteStatement* const statement, m_impl->use("SELECT idx, line FROM entry WHERE idx>=? ORDER BY idx"));
    const StatementScope scope(*statement);
    statement->bind(1, from);
    std::vector<std::string> lines;
    std::size_t bytes = 0;
    for (std::int64_t index = from;; ++index) {
        CS_TRY(const bool row, statement->step());
        if (!row)
            return lines;
        const std::string_view line = statement->blob(1);
        if (!lines.empty() && bytes + line.size() > maxBytes)
            return lines;
        if (statement->integer(0) != index)
            return fail(refused("CS-STORE-DAMAGED", "Entry %1 is missing in the workspace file. Restore a backup.",
                {QString::number(index)})
                            .withEntry(index));
        bytes += line.size();
        lines.emplace_back(line);
    }
}

Result<std::vector<std::string>> SqliteLogStore::readList(std::span<const std::int64_t> indices) const
{
    CS_TRY(SqliteStatement* const statement, m_impl->use("SELECT line FROM entry WHERE idx=?"));
    std::vector<std::string> lines;
    lines.reserve(indices.size());
    for (const std::int64_t index : indices) {
        const StatementScope scope(*statement);
        CS_TRY(const bool row, statement->bind(1, index).step());
        if (!row)
            return fail(usageError("CS-STORE-ENTRY", "There is no entry %1.", {QString::number(index)}));
        lines.emplace_back(statement->blob(0));
    }
    return lines;
}

Result<TreeHead> SqliteLogStore::head() const
{
    // One read transaction, so that size and nodes belong together.
    SqliteTransaction transaction(m_impl->m_handle);
    CS_CHECK(transaction.beginRead());
    CS_TRY(const std::int64_t size, m_impl->size());
    CS_TRY(const Tree tree, m_impl->tree(size));
    return tree.head();
}

Result<Digest> SqliteLogStore::node(int level, std::int64_t pos) const
{
    return m_impl->node(level, pos);
}

Result<std::vector<Digest>> SqliteLogStore::nodes(int level, std::int64_t from, std::int64_t count) const
{
    CS_TRY(SqliteStatement* const statement,
        m_impl->use("SELECT pos, hash FROM node WHERE level=? AND pos>=? AND pos<? ORDER BY pos"));
    const StatementScope scope(*statement);
    statement->bind(1, level).bind(2, from).bind(3, from + count);
    std::vector<Digest> hashes;
    for (std::int64_t pos = from;; ++pos) {
        CS_TRY(const bool row, statement->step());
        if (!row || statement->integer(0) != pos)
            return hashes;
        CS_TRY(hashes.emplace_back(), Digest::fromBytes(statement->blob(1)));
    }
}

Result<std::int64_t> SqliteLogStore::dataVersion() const
{
    return m_impl->version();
}

Result<Digest> SqliteLogStore::putBlob(BlobClass blobClass, std::string_view content, std::string_view salt)
{
    if (content.size() > chunkBytes)
        return LogStore::putBlob(blobClass, content, salt);
    BlobInfo info;
    info.digest = blobClass == BlobClass::Erasable ? commitment(salt, content) : sha256(content);
    info.bytes = static_cast<std::int64_t>(content.size());
    info.blobClass = blobClass;
    info.salt = salt;
    // Short texts come with almost every entry: one transaction, one wait for the disk.
    SqliteTransaction transaction(m_impl->m_handle);
    CS_CHECK(transaction.beginWrite());
    CS_TRY(const bool wanted, beginBlob(info));
    if (wanted) {
        // Its digest was computed from these very bytes just now: reading them back would tell nothing.
        if (!content.empty())
            CS_CHECK(m_impl->insertChunk(info.digest, 0, content));
        CS_CHECK(m_impl->runFor("UPDATE blob SET sealed=1 WHERE digest=?", info.digest));
    }
    CS_CHECK(transaction.commit());
    return info.digest;
}

Result<bool> SqliteLogStore::beginBlob(const BlobInfo& info)
{
    const bool erasable = info.blobClass == BlobClass::Erasable;
    if (info.bytes < 0 || info.salt.size() != (erasable ? saltBytes : 0))
        return fail(
            usageError("CS-STORE-BLOB-CLASS", "An erasable content needs a salt of 32 bytes, others none.", {}));
    SqliteTransaction transaction(m_impl->m_handle);
    CS_CHECK(transaction.beginWrite());
    const auto present = blobInfo(info.digest);
    if (!present && !hasCode(present.error(), blobMissingCode))
        return fail(present.error());
    if (present && (present->blobClass == BlobClass::Erasable) != erasable)
        return fail(refused(
            "CS-STORE-BLOB-CLASS", "%1 is stored already as another kind of content.", {qs(info.digest.text())}));
    if (present && present->sealed) {
        // A policy that was attached as evidence before must not be treated as optional.
        if (info.blobClass == BlobClass::Required)
            CS_CHECK(
                m_impl->runFor("UPDATE blob SET class='required' WHERE digest=? AND class='evidence'", info.digest));
        CS_CHECK(transaction.commit());
        return false;
    }
    // What an interrupted attempt left is begun anew.
    CS_CHECK(m_impl->runFor("DELETE FROM chunk WHERE digest=?", info.digest));
    CS_CHECK(m_impl->runFor("DELETE FROM blob WHERE digest=?", info.digest));
    CS_CHECK(m_impl->insertBlobRow(info, false));
    CS_CHECK(transaction.commit());
    return true;
}

Status SqliteLogStore::putChunk(const Digest& digest, std::int64_t n, std::string_view data)
{
    SqliteTransaction transaction(m_impl->m_handle);
    CS_CHECK(transaction.beginWrite());
    CS_TRY(const BlobInfo info, blobInfo(digest));
    // Another program may have finished the same content meanwhile.
    if (info.sealed)
        return transaction.commit();
    if (n < 0 || data.empty() || data.size() > chunkBytes
        || n * static_cast<std::int64_t>(chunkBytes) + static_cast<std::int64_t>(data.size()) > info.bytes)
        return fail(refused(blobBadCode,
            "The pieces of %1 are longer than announced: the file changed while it was "
            "read. Attach it again.",
            {qs(digest.text())}));
    CS_CHECK(m_impl->insertChunk(digest, n, data));
    return transaction.commit();
}

Status SqliteLogStore::sealBlob(const Digest& digest)
{
    SqliteTransaction transaction(m_impl->m_handle);
    CS_CHECK(transaction.beginWrite());
    CS_TRY(const BlobInfo info, blobInfo(digest));
    if (info.sealed)
        return transaction.commit();
    CS_CHECK(m_impl->runFor("UPDATE blob SET sealed=1 WHERE digest=?", digest));
    Status good = streamBlob(digest, [](std::string_view) -> Status { return {}; });
    if (!good) {
        CS_CHECK(m_impl->runFor("DELETE FROM chunk WHERE digest=?", digest));
        CS_CHECK(m_impl->runFor("DELETE FROM blob WHERE digest=?", digest));
        CS_CHECK(transaction.commit());
        return fail(refused(blobBadCode,
            "The stored pieces are not those of %1: the file changed while it was read. "
            "Attach it again.",
            {qs(digest.text())}));
    }
    return transaction.commit();
}

Result<BlobInfo> SqliteLogStore::blobInfo(const Digest& digest) const
{
    CS_TRY(SqliteStatement* const statement, m_impl->use("SELECT bytes, class, salt, sealed FROM blob WHERE digest=?"));
    const StatementScope scope(*statement);
    CS_TRY(const bool row, statement->bindBlob(1, digest.bytes()).step());
    if (!row)
        return fail(couldNot(blobMissingCode, "%1 is not in this workspace.", {qs(digest.text())}));
    BlobInfo info;
    info.digest = digest;
    info.bytes = statement->integer(0);
    info.blobClass = blobClassFromName(statement->text(1)).value_or(BlobClass::Evidence);
    info.salt = statement->blob(2);
    info.sealed = statement->integer(3) != 0;
    return info;
}

Result<Bytes> SqliteLogStore::getChunk(const Digest& digest, std::int64_t n) const
{
    CS_TRY(SqliteStatement* const statement, m_impl->use("SELECT data FROM chunk WHERE digest=? AND n=?"));
    const StatementScope scope(*statement);
    CS_TRY(const bool row, statement->bindBlob(1, digest.bytes()).bind(2, n).step());
    if (!row)
        return fail(couldNot(
            blobMissingCode, "Piece %2 of %1 is not in this workspace.", {qs(digest.text()), QString::number(n)}));
    return Bytes(statement->blob(0));
}

Result<std::vector<BlobInfo>> SqliteLogStore::listBlobs(const std::optional<Digest>& after, int limit) const
{
    CS_TRY(SqliteStatement* const statement,
        m_impl->use("SELECT digest, bytes, class, salt FROM blob WHERE sealed=1 AND digest>? ORDER BY digest LIMIT ?"));
    const StatementScope scope(*statement);
    statement->bindBlob(1, after ? after->bytes() : std::string_view()).bind(2, limit);
    std::vector<BlobInfo> list;
    for (;;) {
        CS_TRY(const bool row, statement->step());
        if (!row)
            return list;
        BlobInfo info;
        CS_TRY(info.digest, Digest::fromBytes(statement->blob(0)));
        info.bytes = statement->integer(1);
        info.blobClass = blobClassFromName(statement->text(2)).value_or(BlobClass::Evidence);
        info.salt = statement->blob(3);
        info.sealed = true;
        list.push_back(std::move(info));
    }
}

Status SqliteLogStore::eraseBlob(const Digest& digest)
{
    SqliteTransaction transaction(m_impl->m_handle);
    CS_CHECK(transaction.beginWrite());
    const auto info = blobInfo(digest);
    if (!info && hasCode(info.error(), blobMissingCode))
        return {};
    CS_CHECK(info);
    if (info->blobClass != BlobClass::Erasable)
        return fail(refused("CS-STORE-ERASE", "%1 is evidence or a policy; only names and free text can be erased.",
            {qs(digest.text())}));
    CS_CHECK(m_impl->runFor("DELETE FROM chunk WHERE digest=?", digest));
    CS_CHECK(m_impl->runFor("DELETE FROM blob WHERE digest=?", digest));
    CS_CHECK(transaction.commit());
    // secure_delete has overwritten the pages; the log that still holds the old ones is emptied too.
    return m_impl->m_handle.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

Status SqliteLogStore::backupTo(const std::string& path) const
{
    const std::string at = absolutePath(path);
    struct stat info { };
    if (::lstat(at.c_str(), &info) == 0)
        return fail(usageError("CS-STORE-EXISTS", "%1 exists already.", {qs(at)}));
    NewFile file(at);
    {
        CS_TRY(SqliteHandle target,
            SqliteHandle::open(uriOf(file.path(), false),
                SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, nullptr));
        sqlite3_backup* const backup = sqlite3_backup_init(target.get(), "main", m_impl->m_handle.get(), "main");
        if (backup == nullptr)
            return fail(sqliteError(target.get(), sqlite3_errcode(target.get())));
        // All pages in one step: one snapshot, whatever others write meanwhile.
        const int step = sqlite3_backup_step(backup, -1);
        const int finish = sqlite3_backup_finish(backup);
        if (step != SQLITE_DONE || finish != SQLITE_OK)
            return fail(sqliteError(target.get(), step != SQLITE_DONE ? step : finish));
        CS_CHECK(target.close());
    }
    return file.moveIntoPlace();
}

} // namespace cs
