// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/hash.h"
#include "tests/core/ledger/store_fixture.h"

#include <QFile>

#include <cstdio>
#include <fcntl.h>
#include <linux/capability.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cs::test {
namespace {

using Mode = SqliteLogStore::Mode;

TEST_F(StoreTest, SayWhatIsNoLedger)
{
    EXPECT_EQ(openCode(), "CS-STORE-MISSING");
    path = utf8(dir.path());
    EXPECT_EQ(openCode(), "CS-STORE-DIRECTORY");
    path = pathOf("file");
    QFile file(qs(path));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    EXPECT_EQ(openCode(), "CS-STORE-NOT-LEDGER") << "empty";
    file.write(QByteArray(5000, 'x'));
    file.flush();
    EXPECT_EQ(openCode(), "CS-STORE-NOT-LEDGER");
    path = pathOf("fifo");
    ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
    EXPECT_EQ(openCode(), "CS-STORE-NOT-LEDGER") << "and it does not hang";
}

TEST_F(StoreTest, AnotherProgramsDatabaseIsNotTouched)
{
    ASSERT_EQ(editFile(path, "CREATE TABLE t(x); INSERT INTO t VALUES(1)"), "");
    QFile file(qs(path));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    EXPECT_EQ(openCode(), "CS-STORE-FOREIGN");
    file.seek(0);
    EXPECT_EQ(file.readAll(), before);
    EXPECT_FALSE(QFile::exists(qs(path) + QStringLiteral("-wal")));
}

TEST_F(StoreTest, NewerSchema)
{
    made(1);
    ASSERT_EQ(editFile(path, "PRAGMA user_version=2"), "");
    EXPECT_EQ(openCode(), "CS-STORE-NEWER");
    EXPECT_EQ(openCode(Mode::ReadOnly), "CS-STORE-NEWER");
}

TEST_F(StoreTest, NewerSchemaStillInTheWriteAheadLog)
{
    const auto keepsLogOpen = made(1);
    ASSERT_EQ(editFile(path, "PRAGMA user_version=2"), "");
    EXPECT_EQ(openCode(), "CS-STORE-NEWER");
}

TEST_F(StoreTest, EveryAlteredObjectIsNamed)
{
    struct Case {
        const char *sql, *name;
    };
    const Case cases[] = {
        {"CREATE TRIGGER evil AFTER INSERT ON entry BEGIN SELECT 1; END", "evil"},
        {"CREATE VIEW evil_view AS SELECT * FROM entry", "evil_view"},
        {"CREATE TABLE evil_table(x)", "evil_table"},
        {"CREATE INDEX evil_index ON chunk(n)", "evil_index"},
        {"CREATE VIRTUAL TABLE evil_fts USING fts5(x)", "evil_fts"},
        {"ANALYZE", "sqlite_stat1"},
        {"DROP TRIGGER entry_i", "entry_i"},
        {"DROP TRIGGER node_u", "node_u"},
        {"DROP TRIGGER entry_u; CREATE TRIGGER entry_u BEFORE UPDATE ON entry BEGIN SELECT 1; END", "entry_u"},
        {"DROP TRIGGER entry_u; CREATE TRIGGER entry_u BEFORE UPDATE ON node BEGIN SELECT RAISE(ABORT,'append only'); "
         "END",
            "entry_u"},
        {"DROP TABLE chunk", "chunk"},
        {"ALTER TABLE blob ADD COLUMN evil TEXT", "blob"},
        {"PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=replace(sql,'65535','99999') WHERE name='entry'",
            "entry"},
    };
    for (const Case& c : cases) {
        QFile::remove(qs(path));
        made(2);
        ASSERT_EQ(editFile(path, c.sql), "") << c.sql;
        for (const Mode mode : {Mode::ReadWrite, Mode::ReadOnly}) {
            const auto store = SqliteLogStore::open(path, mode);
            ASSERT_FALSE(store) << c.sql;
            EXPECT_EQ(codeOf(store.error()), "CS-STORE-SCHEMA") << c.sql;
            EXPECT_TRUE(store.error().message().contains(QString::fromLatin1(c.name))) << c.sql;
        }
    }
}

TEST_F(StoreTest, EveryTruncationIsRefused)
{
    made(50);
    const qint64 size = QFile(qs(path)).size();
    for (qint64 cut = 0; cut < size; cut += 512) {
        const std::string copy = pathOf("cut");
        QFile::remove(qs(copy));
        ASSERT_TRUE(QFile::copy(qs(path), qs(copy)));
        ASSERT_TRUE(QFile::resize(qs(copy), cut));
        const auto store = SqliteLogStore::open(copy);
        ASSERT_FALSE(store) << cut;
        const std::string code = codeOf(store.error());
        EXPECT_TRUE(code == "CS-STORE-DAMAGED" || code == "CS-STORE-NOT-LEDGER") << cut << code;
    }
}

TEST_F(StoreTest, NetworkFileSystemsAreRefused)
{
    made(1);
    for (const char* type : {"nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "ceph"}) {
        SqliteLogStore::Options options;
        options.fileSystemProbe = [type](const std::string&) { return std::string(type); };
        EXPECT_EQ(codeOf(SqliteLogStore::open(path, options).error()), "CS-STORE-NETWORK-FS") << type;
        EXPECT_EQ(codeOf(SqliteLogStore::create(pathOf("new"), options).error()), "CS-STORE-NETWORK-FS") << type;
    }
    for (const char* type : {"ext4", "local", "fuse.gocryptfs", ""}) {
        SqliteLogStore::Options options;
        options.fileSystemProbe = [type](const std::string&) { return std::string(type); };
        EXPECT_TRUE(SqliteLogStore::open(path, options)) << type;
    }
}

/// Runs in a child without capabilities: then file modes bind root as they bind any owner, and folders that only the
/// owner may enter (a private TMPDIR) stay open. @returns the place of the error code among `codes`.
int unprivileged(const std::function<std::string()>& work, const std::vector<std::string>& codes)
{
    const pid_t child = ::fork();
    if (child == 0) {
        __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
        const __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {};
        if (::syscall(SYS_capset, &header, none) != 0)
            ::_exit(100);
        const std::string code = work();
        for (std::size_t i = 0; i < codes.size(); ++i)
            if (code == codes[i])
                ::_exit(static_cast<int>(i));
        ::fprintf(stderr, "unexpected: \"%s\"\n", code.c_str());
        ::_exit(101);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 102;
}

TEST_F(StoreTest, ReadOnlyAndUnreadablePlaces)
{
    made(3);
    const auto open = [&](Mode mode) {
        return [this, mode]() -> std::string {
            const auto store = SqliteLogStore::open(path, mode);
            if (!store)
                return codeOf(store.error());
            return (*store)->head()->size == 3 ? "ok" : "wrong";
        };
    };
    ASSERT_EQ(::chmod(path.c_str(), 0444), 0);
    ASSERT_EQ(::chmod(utf8(dir.path()).c_str(), 0555), 0);
    EXPECT_EQ(unprivileged(open(Mode::ReadWrite), {"CS-STORE-READONLY"}), 0);
    EXPECT_EQ(unprivileged(open(Mode::ReadOnly), {"ok"}), 0) << "reading needs no write access";
    EXPECT_EQ(unprivileged([this]() -> std::string { return codeOf(SqliteLogStore::create(pathOf("new")).error()); },
                  {"CS-STORE-READONLY"}),
        0);
    ASSERT_EQ(::chmod(path.c_str(), 0000), 0);
    EXPECT_EQ(unprivileged(open(Mode::ReadOnly), {"CS-STORE-UNREADABLE"}), 0);
    ASSERT_EQ(::chmod(path.c_str(), 0666), 0);
    EXPECT_EQ(unprivileged(open(Mode::ReadWrite), {"CS-STORE-READONLY"}), 0)
        << "the log beside the file cannot be made";
    ASSERT_EQ(::chmod(utf8(dir.path()).c_str(), 0755), 0);
    EXPECT_EQ(unprivileged(open(Mode::ReadWrite), {"ok"}), 0);
}

/// What a reader of the file can rely on, compared with the untouched file.
std::string whatReadersSee(const std::string& path, const TreeHead& pinned, const Digest& blob)
{
    const auto store = SqliteLogStore::open(path, Mode::ReadOnly);
    if (!store)
        return "refused";
    const auto lines = allLines(**store);
    if (!lines)
        return "refused";
    Tree tree;
    for (const std::string& line : *lines)
        tree.append(leafHash(line));
    if (tree.head() != pinned || inconsistency(**store) != "")
        return "detected";
    const auto content = (*store)->getBlob(blob, 1000);
    return content ? "same:" + *content : "detected";
}

TEST_F(StoreTest, EveryFlippedByteIsHarmlessOrSeen)
{
    TreeHead pinned;
    Digest blob;
    {
        const auto store = made(40);
        blob = *store->putBlob(BlobClass::Evidence, "report");
        pinned = *store->head();
    }
    const int fd = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    ASSERT_GE(fd, 0);
    struct stat info { };
    ASSERT_EQ(::fstat(fd, &info), 0);
    int seen = 0;
    // Every seventh byte of the file: pages are 4,096 bytes, so that all kinds of structure are hit.
    for (off_t at = 0; at < info.st_size; at += 7) {
        char byte = 0;
        ASSERT_EQ(::pread(fd, &byte, 1, at), 1);
        const char flipped = static_cast<char>(byte ^ 0x11);
        ASSERT_EQ(::pwrite(fd, &flipped, 1, at), 1);
        const std::string result = whatReadersSee(path, pinned, blob);
        EXPECT_TRUE(result == "same:report" || result == "refused" || result == "detected") << at << result;
        seen += result == "same:report" ? 0 : 1;
        ASSERT_EQ(::pwrite(fd, &byte, 1, at), 1);
    }
    ::close(fd);
    EXPECT_GT(seen, 400) << "most of the bytes in use were hit";
    EXPECT_EQ(whatReadersSee(path, pinned, blob), "same:report");
}

} // namespace
} // namespace cs::test
