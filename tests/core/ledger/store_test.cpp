// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/store_fixture.h"

#include <QDir>
#include <QFile>

namespace cs::test {
namespace {

TEST_F(StoreTest, NewStoreIsEmpty)
{
    const auto store = made(0);
    EXPECT_EQ(*store->head(), emptyTreeHead());
    EXPECT_TRUE(store->read(0, 1000)->empty());
    EXPECT_EQ(store->location(), utf8(QDir(dir.path()).canonicalPath()) + "/team.csledger");
    EXPECT_FALSE(store->isReadOnly());
}

TEST_F(StoreContract, AppendsAndReadsBack)
{
    const auto store = made(0);
    EXPECT_EQ(*store->append(0, linesFrom(0, 1)), 0);
    EXPECT_EQ(*store->append(1, linesFrom(1, 6)), 1);
    EXPECT_EQ(*allLines(*store), linesFrom(0, 7));
    EXPECT_EQ(inconsistency(*store), "");
    EXPECT_EQ(store->read(2, 1)->size(), 1U) << "at least one line, however small the limit";
    EXPECT_EQ(store->read(2, 12)->size(), 2U);
    EXPECT_EQ(*store->readLine(5), lineAt(5));
    const std::vector<std::int64_t> wanted{6, 0, 3};
    EXPECT_EQ(*store->readList(wanted), (std::vector<std::string>{lineAt(6), lineAt(0), lineAt(3)}));
    EXPECT_EQ(codeOf(store->readLine(7).error()), "CS-STORE-ENTRY");
}

TEST_F(StoreContract, ALostRaceWritesNothing)
{
    const auto store = made(3);
    for (const std::int64_t expected : {-1, 0, 2, 4}) {
        const auto result = store->append(expected, linesFrom(9, 2));
        ASSERT_FALSE(result);
        EXPECT_EQ(codeOf(result.error()), storeRaceCode);
        EXPECT_TRUE(hasCode(result.error(), storeRaceCode));
    }
    EXPECT_EQ(*allLines(*store), linesFrom(0, 3));
}

TEST_F(StoreContract, ABatchIsAllOrNothing)
{
    const auto store = made(2);
    const std::vector<std::string> bad{"good", "", "good"};
    EXPECT_EQ(codeOf(store->append(2, bad).error()), "CS-STORE-LINE");
    const std::vector<std::string> tooLong{"good", std::string(65'536, 'x')};
    EXPECT_EQ(codeOf(store->append(2, tooLong).error()), "CS-STORE-LINE");
    EXPECT_EQ(store->head()->size, 2);
    const std::vector<std::string> longest{std::string(65'535, 'x')};
    EXPECT_TRUE(store->append(2, longest));
}

TEST_F(StoreContract, LinesAreBytes)
{
    using namespace std::string_literals;
    const auto store = made(0);
    const std::vector<std::string> lines{"\0\xFF\n"s, "\xC3\xA9"};
    ASSERT_TRUE(store->append(0, lines));
    EXPECT_EQ(*allLines(*store), lines);
}

TEST_F(StoreTest, SurvivesClosingAndSeesOthersWrites)
{
    auto first = made(3);
    const auto second = SqliteLogStore::open(path);
    ASSERT_TRUE(second);
    const std::int64_t before = *(*second)->dataVersion();
    EXPECT_EQ(*(*second)->dataVersion(), before);
    ASSERT_TRUE(first->append(3, linesFrom(3, 2)));
    EXPECT_NE(*(*second)->dataVersion(), before);
    EXPECT_EQ((*second)->head()->size, 5);
    // Both remember a growing edge; the other's must be dropped, not built upon.
    ASSERT_TRUE((*second)->append(5, linesFrom(5, 1)));
    ASSERT_TRUE(first->append(6, linesFrom(6, 1)));
    EXPECT_EQ(inconsistency(*first), "");
    first.reset();
    const auto third = SqliteLogStore::open(path, SqliteLogStore::Mode::ReadOnly);
    ASSERT_TRUE(third);
    EXPECT_EQ(*allLines(**third), linesFrom(0, 7));
    EXPECT_TRUE((*third)->isReadOnly());
    EXPECT_FALSE((*third)->append(7, linesFrom(7, 1)));
}

TEST_F(StoreContract, NodesServeProofs)
{
    const auto store = made(13);
    const TreeHead head = *store->head();
    for (std::int64_t i = 0; i < 13; ++i)
        EXPECT_TRUE(verifyInclusion(leafHash(lineAt(i)), i, head, *inclusionProof(i, 13, *store)));
    const TreeHead older{5, *rootAt(5, *store)};
    EXPECT_TRUE(*continues(older, head, *store));
}

TEST_F(StoreTest, NeighbouringNodesAreReadTogether)
{
    const auto store = made(11);
    const auto some = store->nodes(1, 1, 3);
    ASSERT_TRUE(some);
    ASSERT_EQ(some->size(), 3U);
    for (std::int64_t i = 0; i < 3; ++i)
        EXPECT_EQ((*some)[static_cast<std::size_t>(i)], *store->node(1, 1 + i));
    EXPECT_EQ(store->nodes(1, 3, 9)->size(), 2U) << "level 1 ends at position 4";
    EXPECT_TRUE(store->nodes(7, 0, 1)->empty());
    EXPECT_EQ(*store->nodes(0, 2, 9), *store->NodeReader::nodes(0, 2, 9)) << "as one by one";
    EXPECT_EQ(editFile(path, "DROP TRIGGER node_d; DELETE FROM node WHERE level = 0 AND pos = 5"), "");
    EXPECT_EQ(store->nodes(0, 2, 9)->size(), 3U) << "up to the one that is missing";
}

TEST_F(StoreTest, NeverReplacesAnything)
{
    made(1);
    EXPECT_EQ(codeOf(SqliteLogStore::create(path).error()), "CS-STORE-EXISTS");
    QFile link(dir.path() + QStringLiteral("/dangling"));
    ASSERT_TRUE(QFile::link(QStringLiteral("/nowhere/at/all"), link.fileName()));
    EXPECT_EQ(codeOf(SqliteLogStore::create(pathOf("dangling")).error()), "CS-STORE-EXISTS");
    EXPECT_EQ(codeOf(SqliteLogStore::create(pathOf("no/such/folder")).error()), "CS-STORE-MISSING");
}

TEST_F(StoreTest, PathsWithOddNames)
{
    for (const char* name : {"a b.csl", "100%.csl", "what?.csl", "c#.csl", "\xC3\xA9.csl", "file:x.csl"}) {
        const auto store = SqliteLogStore::create(pathOf(name));
        ASSERT_TRUE(store) << name << store.error().message().toStdString();
        EXPECT_TRUE(QFile::exists(qs(pathOf(name)))) << name;
    }
}

TEST_F(StoreTest, BackupIsAWholeCopy)
{
    const auto store = made(9);
    const auto digest = store->putBlob(BlobClass::Evidence, "report");
    ASSERT_TRUE(digest);
    ASSERT_TRUE(store->backupTo(pathOf("backup.csl")));
    EXPECT_EQ(codeOf(store->backupTo(pathOf("backup.csl")).error()), "CS-STORE-EXISTS");
    const auto copy = SqliteLogStore::open(pathOf("backup.csl"));
    ASSERT_TRUE(copy) << copy.error().message().toStdString();
    EXPECT_EQ(*(*copy)->head(), *store->head());
    EXPECT_EQ(*(*copy)->getBlob(*digest, 100), "report");
    EXPECT_EQ(QDir(dir.path()).entryList({QStringLiteral("*.new-*")}).size(), 0);
}

TEST_F(StoreTest, TriggersForbidEveryChange)
{
    made(5);
    const char* const forbidden[] = {
        "UPDATE entry SET line='x' WHERE idx=2",
        "UPDATE entry SET idx=9 WHERE idx=4",
        "DELETE FROM entry WHERE idx=4",
        "DELETE FROM entry",
        "INSERT INTO entry VALUES(2,x'00')",
        "INSERT INTO entry VALUES(6,x'00')",
        "INSERT INTO entry VALUES(-1,x'00')",
        "INSERT OR REPLACE INTO entry VALUES(2,x'00')",
        "REPLACE INTO entry VALUES(4,x'00')",
        "INSERT OR REPLACE INTO entry VALUES(6,x'00')",
        "INSERT INTO entry VALUES(2,x'00') ON CONFLICT(idx) DO UPDATE SET line=excluded.line",
        "UPDATE OR REPLACE entry SET idx=1 WHERE idx=2",
        "INSERT INTO entry VALUES(5,'text')",
        "INSERT INTO entry VALUES(5,x'')",
        "INSERT INTO entry VALUES(5,zeroblob(65536))",
        "UPDATE node SET hash=zeroblob(32)",
        "DELETE FROM node WHERE level=0",
        "INSERT OR REPLACE INTO node VALUES(0,2,zeroblob(32))",
        "INSERT INTO node VALUES(0,9,zeroblob(32))",
        "INSERT INTO node VALUES(0,5,zeroblob(31))",
        "INSERT INTO node VALUES(1,2,zeroblob(32)) ON CONFLICT DO UPDATE SET hash=excluded.hash; UPDATE node SET pos=0",
    };
    for (const char* sql : forbidden)
        EXPECT_NE(editFile(path, sql), "") << sql;
    EXPECT_EQ(editFile(path, "BEGIN; ROLLBACK"), "");
    const auto store = SqliteLogStore::open(path);
    ASSERT_TRUE(store);
    EXPECT_EQ(*allLines(**store), linesFrom(0, 5));
}

} // namespace
} // namespace cs::test
