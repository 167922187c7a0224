// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/hash.h"
#include "tests/core/ledger/fault_vfs.h"
#include "tests/core/ledger/store_fixture.h"

#include <QDir>
#include <QFile>

#include <sys/wait.h>
#include <unistd.h>

namespace cs::test {
namespace {

SqliteLogStore::Options faulty()
{
    SqliteLogStore::Options options;
    options.vfs = faultVfs();
    return options;
}

class StoreFaultTest : public StoreTest, public testing::WithParamInterface<Fault> {
protected:
    static constexpr std::int64_t before = 5, batch = 3;

    void freshStore()
    {
        for (const char* suffix : {"", "-wal", "-shm"})
            QFile::remove(qs(path + suffix));
        made(before);
    }

    /// Opens, appends and writes a blob; true if everything was acknowledged. Bit 1: the append, bit 2: the blob.
    int work(Fault fault, int at)
    {
        auto store = SqliteLogStore::open(path, faulty());
        if (!store)
            return 0;
        armFault(fault, at);
        const bool appended = (*store)->append(before, linesFrom(before, batch)).has_value();
        const bool stored = (*store)->putBlob(BlobClass::Evidence, "report").has_value();
        // Closing writes too (the checkpoint), so it is part of what may fail.
        store->reset();
        disarmFault();
        return (appended ? 1 : 0) + (stored ? 2 : 0);
    }

    int workInChild(int at)
    {
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(work(Fault::Die, at));
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

    void expectWhole(int acknowledged, int at)
    {
        const auto store = SqliteLogStore::open(path);
        ASSERT_TRUE(store) << at << store.error().message().toStdString();
        const std::int64_t size = (*store)->head()->size;
        EXPECT_TRUE(size == before || size == before + batch) << at << ": a batch is all or nothing, not " << size;
        if ((acknowledged & 1) != 0) {
            EXPECT_EQ(size, before + batch) << at << ": acknowledged";
        }
        EXPECT_EQ(inconsistency(**store), "") << at;
        EXPECT_EQ(*allLines(**store), linesFrom(0, size)) << at;
        const auto blob = (*store)->getBlob(sha256("report"), 100);
        if ((acknowledged & 2) != 0) {
            EXPECT_TRUE(blob) << at << ": acknowledged";
        }
        EXPECT_TRUE(blob ? *blob == "report" : hasCode(blob.error(), blobMissingCode)) << at;
        EXPECT_TRUE((*store)->append(size, linesFrom(size, 1))) << at << ": and it goes on";
    }

    bool createUnder(Fault fault, int at)
    {
        const auto create = [&] {
            armFault(fault, at);
            const bool made = SqliteLogStore::create(path, faulty()).has_value();
            disarmFault();
            return made;
        };
        if (fault != Fault::Die)
            return create();
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(create() ? 0 : 1);
        int status = 0;
        ::waitpid(child, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }

    int callsOfACleanRun()
    {
        freshStore();
        auto store = SqliteLogStore::open(path, faulty());
        armFault(Fault::None, 0);
        EXPECT_TRUE((*store)->append(before, linesFrom(before, batch)));
        EXPECT_TRUE((*store)->putBlob(BlobClass::Evidence, "report"));
        store->reset();
        return disarmFault();
    }
};

TEST_P(StoreFaultTest, EveryAcknowledgedEntryIsThereAfterAFaultAtAnyCall)
{
    const int calls = callsOfACleanRun();
    ASSERT_GT(calls, 10) << "the shim sees the writes and syncs";
    int failures = 0;
    for (int at = 1; at <= calls; ++at) {
        freshStore();
        const int result = GetParam() == Fault::Die ? workInChild(at) : work(GetParam(), at);
        failures += result == 3 ? 0 : 1;
        expectWhole(result == diedStatus ? 0 : result, at);
        if (HasFatalFailure())
            return;
    }
    EXPECT_GT(failures, 3) << "faults are felt";
}

TEST_P(StoreFaultTest, NothingHalfMadeStaysBehind)
{
    armFault(Fault::None, 0);
    ASSERT_TRUE(SqliteLogStore::create(pathOf("clean"), faulty()));
    const int calls = disarmFault();
    for (int at = 1; at <= calls; ++at) {
        for (const QString& name : QDir(dir.path()).entryList(QDir::Files))
            QFile::remove(dir.path() + QLatin1Char('/') + name);
        const bool made = createUnder(GetParam(), at);
        const bool there = QFile::exists(qs(path));
        EXPECT_TRUE(!made || there) << at;
        if (there) {
            EXPECT_TRUE(SqliteLogStore::open(path)) << at << ": what is there is whole";
        }
        // A dead process cannot clean up; its temporary file is never taken for a workspace.
        if (GetParam() != Fault::Die) {
            EXPECT_TRUE(QDir(dir.path()).entryList({QStringLiteral("*.new-*")}, QDir::Files).isEmpty()) << at;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Faults, StoreFaultTest, testing::Values(Fault::FailOnce, Fault::Gone, Fault::Die));

} // namespace
} // namespace cs::test
