// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/store/sqlite_schema.h"

#include <algorithm>
#include <array>
#include <sqlite3.h>

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <map>
#include <sstream>
#include <vector>

#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/statfs.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace cs::sqlite_schema {
namespace {

struct Object {
    const char* name;
    const char* sql; // null: made by SQLite itself
};

// The texts of ledger-events.md section 8. SQLite keeps them byte for byte in sqlite_schema.
constexpr std::array<Object, 12> objects{{
    {"entry",
        "CREATE TABLE entry(idx INTEGER PRIMARY KEY, line BLOB NOT NULL CHECK(length(line) BETWEEN 1 AND 65535)) "
        "STRICT"},
    {"node",
        "CREATE TABLE node(level INTEGER NOT NULL, pos INTEGER NOT NULL, hash BLOB NOT NULL "
        "CHECK(length(hash)=32), PRIMARY KEY(level,pos)) STRICT, WITHOUT ROWID"},
    {"blob",
        "CREATE TABLE blob(digest BLOB PRIMARY KEY, bytes INTEGER NOT NULL, class TEXT NOT NULL CHECK(class "
        "IN('required','evidence','erasable')), salt BLOB, sealed INTEGER NOT NULL) STRICT"},
    {"sqlite_autoindex_blob_1", nullptr},
    {"chunk",
        "CREATE TABLE chunk(digest BLOB NOT NULL REFERENCES blob, n INTEGER NOT NULL, data BLOB NOT NULL "
        "CHECK(length(data)<=1048576), PRIMARY KEY(digest,n)) STRICT"},
    {"sqlite_autoindex_chunk_1", nullptr},
    {"entry_i",
        "CREATE TRIGGER entry_i BEFORE INSERT ON entry WHEN NEW.idx IS NOT (SELECT coalesce(max(idx)+1,0) FROM "
        "entry) BEGIN SELECT RAISE(ABORT,'append only'); END"},
    {"entry_u", "CREATE TRIGGER entry_u BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT,'append only'); END"},
    {"entry_d", "CREATE TRIGGER entry_d BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT,'append only'); END"},
    {"node_i",
        "CREATE TRIGGER node_i BEFORE INSERT ON node WHEN NEW.pos IS NOT (SELECT coalesce(max(pos)+1,0) FROM node "
        "WHERE level=NEW.level) BEGIN SELECT RAISE(ABORT,'append only'); END"},
    {"node_u", "CREATE TRIGGER node_u BEFORE UPDATE ON node BEGIN SELECT RAISE(ABORT,'append only'); END"},
    {"node_d", "CREATE TRIGGER node_d BEFORE DELETE ON node BEGIN SELECT RAISE(ABORT,'append only'); END"},
}};

constexpr std::string_view sqliteMagic("SQLite format 3\0", 16);
constexpr std::size_t headerBytes = 100;

tl::unexpected<Error> schemaError(const char* key, std::string_view name)
{
    return fail(refused("CS-STORE-SCHEMA", key, {qs(name.substr(0, 200))}));
}

std::uint32_t bigEndian(std::string_view header, std::size_t offset)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = value << 8U | static_cast<unsigned char>(header[offset + i]);
    return value;
}

Status checkHeader(const std::string& path, std::string_view header, std::int64_t fileBytes)
{
    if (!header.starts_with(sqliteMagic))
        return fail(refused("CS-STORE-NOT-LEDGER", "%1 is not a workspace file.", {qs(path)}));
    if (bigEndian(header, 68) != applicationId)
        return fail(
            refused("CS-STORE-FOREIGN", "%1 is a database of another program. It was not touched.", {qs(path)}));
    if (bigEndian(header, 60) > version)
        return fail(refused("CS-STORE-NEWER",
            "%1 was made by a newer version of this program (schema %2, this one knows %3). Update the program.",
            {qs(path), QString::number(bigEndian(header, 60)), QString::number(version)}));
    if (bigEndian(header, 60) != version)
        return fail(refused("CS-STORE-DAMAGED", "%1 names a schema that never existed (%2).",
            {qs(path), QString::number(bigEndian(header, 60))}));
    const std::uint32_t rawPage =
        static_cast<unsigned char>(header[16]) * 256U + static_cast<unsigned char>(header[17]);
    const std::int64_t page = rawPage == 1 ? 65536 : rawPage;
    // While a write-ahead log exists, the main file may still be shorter than its header says.
    struct stat wal { };
    const bool walUsed = ::stat((path + "-wal").c_str(), &wal) == 0 && wal.st_size > 0;
    if (!walUsed && fileBytes < page * bigEndian(header, 28))
        return fail(refused("CS-STORE-DAMAGED", "%1 was cut off: it has %2 bytes where %3 belong. Restore a backup.",
            {qs(path), QString::number(fileBytes), QString::number(page * bigEndian(header, 28))}));
    return {};
}

/// Type of the mount that holds this device, from /proc/self/mountinfo.
std::string mountTypeOf(dev_t device)
{
    std::ifstream mounts("/proc/self/mountinfo");
    std::string line;
    const std::string wanted = std::to_string(major(device)) + ':' + std::to_string(minor(device));
    while (std::getline(mounts, line)) {
        std::istringstream fields(line);
        std::string id, parent, numbers, word;
        fields >> id >> parent >> numbers;
        if (numbers != wanted)
            continue;
        while (fields >> word && word != "-") { }
        fields >> word;
        return word;
    }
    return "fuse";
}

std::string askKernel(const std::string& path)
{
    struct statfs info { };
    if (::statfs(path.c_str(), &info) != 0)
        return {};
    constexpr std::uint32_t cifs = 0xFF534D42U, smb2 = 0xFE534D42U, fuse = 0x65735546U, ceph = 0x00C36400U;
    switch (static_cast<std::uint32_t>(info.f_type)) {
    case NFS_SUPER_MAGIC:
        return "nfs";
    case SMB_SUPER_MAGIC:
        return "smb";
    case cifs:
        return "cifs";
    case smb2:
        return "smb2";
    case V9FS_MAGIC:
        return "9p";
    case AFS_SUPER_MAGIC:
        return "afs";
    case CODA_SUPER_MAGIC:
        return "coda";
    case NCP_SUPER_MAGIC:
        return "ncpfs";
    case ceph:
        return "ceph";
    case fuse: {
        struct stat at { };
        return ::stat(path.c_str(), &at) == 0 ? mountTypeOf(at.st_dev) : "fuse";
    }
    default:
        return "local";
    }
}

bool isNetworkType(const std::string& type)
{
    constexpr std::array<std::string_view, 26> names{"nfs", "nfs4", "smb", "smb2", "smb3", "smbfs", "cifs", "9p", "afs",
        "coda", "ncpfs", "ceph", "lustre", "glusterfs", "fuse.sshfs", "fuse.rclone", "fuse.s3fs", "fuse.glusterfs",
        "fuse.ceph", "fuse.ceph-fuse", "fuse.davfs", "fuse.davfs2", "fuse.curlftpfs", "fuse.gvfsd-fuse", "fuse.goofys",
        "fuse.gcsfuse"};
    return std::find(names.begin(), names.end(), type) != names.end();
}

} // namespace

Status create(SqliteHandle& handle)
{
    SqliteTransaction transaction(handle);
    CS_CHECK(transaction.beginWrite());
    for (const Object& object : objects)
        if (object.sql != nullptr)
            CS_CHECK(handle.exec(object.sql));
    const std::string ids =
        "PRAGMA application_id=" + std::to_string(applicationId) + "; PRAGMA user_version=" + std::to_string(version);
    CS_CHECK(handle.exec(ids.c_str()));
    return transaction.commit();
}

Status check(const SqliteHandle& handle)
{
    CS_TRY(SqliteStatement rows, handle.prepare("SELECT name, sql FROM sqlite_schema"));
    std::map<std::string, bool> seen;
    for (;;) {
        CS_TRY(const bool row, rows.step());
        if (!row)
            break;
        const std::string name(rows.text(0));
        const auto known =
            std::find_if(objects.begin(), objects.end(), [&](const Object& object) { return name == object.name; });
        if (known == objects.end() || seen[name])
            return schemaError("The workspace file holds something that does not belong there: \"%1\". Somebody has "
                               "added it; the file is not opened. Restore a backup.",
                name);
        const bool same = known->sql == nullptr ? rows.isNull(1) : rows.text(1) == known->sql;
        if (!same)
            return schemaError("\"%1\" in the workspace file is not what this program made: somebody has altered it. "
                               "The file is not opened. Restore a backup.",
                name);
        seen[name] = true;
    }
    for (const Object& object : objects)
        if (!seen[object.name])
            return schemaError("\"%1\" is missing in the workspace file: somebody has removed it. The file is not "
                               "opened. Restore a backup.",
                object.name);
    return {};
}

namespace {

/// The first bytes of a database, read through SQLite's own file layer. Whoever opens such a file by himself and closes
/// it again drops every lock that his process holds on it (POSIX), also those of a connection that is at work: another
/// program would then take itself for the last one and clear the write-ahead log away from under that connection.
bool readBeginning(const std::string& path, std::string& into)
{
    sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
    std::vector<std::max_align_t> space(static_cast<std::size_t>(vfs->szOsFile) / sizeof(std::max_align_t) + 1);
    auto* const file = reinterpret_cast<sqlite3_file*>(space.data());
    std::string name = path + std::string(4, '\0'); // as SQLite hands names on: with an empty list of parameters
    int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB;
    if (vfs->xOpen(vfs, name.c_str(), file, flags, &flags) != SQLITE_OK)
        return false;
    const bool read = file->pMethods->xRead(file, into.data(), static_cast<int>(into.size()), 0) == SQLITE_OK;
    file->pMethods->xClose(file);
    return read;
}

} // namespace

Status inspectFile(const std::string& path)
{
    struct stat info { };
    if (::stat(path.c_str(), &info) != 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return fail(usageError("CS-STORE-MISSING", "There is no workspace at %1.", {qs(path)}));
        return fail(couldNot("CS-STORE-IO", "%1 cannot be looked at: %2.", {qs(path), qs(std::strerror(errno))}));
    }
    if (S_ISDIR(info.st_mode))
        return fail(usageError("CS-STORE-DIRECTORY", "%1 is a folder; a workspace is a file.", {qs(path)}));
    if (!S_ISREG(info.st_mode))
        return fail(refused("CS-STORE-NOT-LEDGER", "%1 is not a regular file.", {qs(path)}));
    if (::access(path.c_str(), R_OK) != 0)
        return fail(couldNot("CS-STORE-UNREADABLE", "You may not read %1: %2.", {qs(path), qs(std::strerror(errno))}));
    std::string header(headerBytes, '\0');
    if (!readBeginning(path, header))
        return fail(refused("CS-STORE-NOT-LEDGER", "%1 is not a workspace file: it has only %2 bytes.",
            {qs(path), QString::number(info.st_size)}));
    return checkHeader(path, header, info.st_size);
}

Status checkFileSystem(const std::string& path, const std::function<std::string(const std::string&)>& probe)
{
    const std::string type = probe ? probe(path) : askKernel(path);
    if (!isNetworkType(type))
        return {};
    return fail(refused("CS-STORE-NETWORK-FS",
        "%1 lies on a network file system (%2), where two computers can write at once without seeing each other. Put "
        "the workspace on a local disk; teams use a PostgreSQL server.",
        {qs(path), qs(type)}));
}

} // namespace cs::sqlite_schema
