// SPDX-License-Identifier: GPL-3.0-or-later
// Law 3: a state from the cache file and a state from a replay are the same state.
#include "core/engine/archive.h"
#include "core/ledger/store/sqlite_log_store.h"
#include "core/workspace/views.h"
#include "tests/laws/state_dump.h"
#include "tests/support/small_team_ledger.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>

#include <sqlite3.h>

namespace cs::test {
namespace {

class SessionCacheTest : public testing::Test {
protected:
    SessionCacheTest() { m_production = m_team.versionInProduction(); }

    Environment environment()
    {
        Environment environment = b().environment();
        environment.cacheDir = utf8(m_dir.filePath(QStringLiteral("cache")));
        return environment;
    }
    /// @param replayed receives the number of entries that this opening had to replay.
    std::unique_ptr<Session> open(std::int64_t* replayed = nullptr)
    {
        OpenOptions options;
        options.trust = Trust::FirstContact;
        std::int64_t size = 0;
        options.progress = [&](std::int64_t, std::int64_t total) { size = total; };
        auto session = Session::open(b().path(), environment(), options);
        EXPECT_TRUE(session) << (session ? "" : utf8(session.error().message()));
        if (replayed != nullptr)
            *replayed = size;
        return session ? *std::move(session) : nullptr;
    }
    std::string cachePath() { return environment().cacheDir + "/" + m_team.state().workspaceId + ".db"; }
    void spoil(const char* sql)
    {
        sqlite3* db = nullptr;
        ASSERT_EQ(sqlite3_open(cachePath().c_str(), &db), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(db, sql, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
        sqlite3_close(db);
    }
    events::ResultReported result(int n)
    {
        events::ResultReported report = m_team.report(m_production);
        report.run = "nightly-" + std::to_string(n);
        events::ResultItem item;
        item.name = "nightly.auc";
        item.value = Decimal::fromDouble(0.5);
        report.results.push_back(item);
        return report;
    }
    LedgerBuilder& b() { return m_team.builder(); }

    QTemporaryDir m_dir;
    SmallTeamLedger m_team;
    VersionId m_production;
};

TEST_F(SessionCacheTest, OpensFromTheCacheToTheSameState)
{
    std::int64_t replayed = 0;
    const std::string fresh = dump(open(&replayed)->state());
    EXPECT_EQ(replayed, m_team.state().size);
    EXPECT_EQ(fresh, dump(m_team.state()));
    const auto again = open(&replayed);
    EXPECT_EQ(replayed, 0) << "nothing is left to replay";
    EXPECT_EQ(dump(again->state()), fresh);
    EXPECT_EQ(again->head(), b().head());
    EXPECT_EQ(again->meta(0).type, "workspace.created");
    EXPECT_EQ(views::findEntries(*again, "")->size(), static_cast<std::size_t>(m_team.state().size));
    EXPECT_EQ(*views::findEntries(*again, "type:promotion.executed"),
        *views::findEntries(*b().session(), "type:promotion.executed"));
}

TEST_F(SessionCacheTest, CatchesUpWithWhatCameInSince)
{
    open();
    const VersionId next = m_team.versionInCanary("2");
    const auto session = open();
    EXPECT_EQ(dump(session->state()), dump(m_team.state()));
    // And goes on from there: the engine reads old rows from the cache and changes them.
    m_team.readyForProduction(next);
    ASSERT_TRUE(session->catchUp());
    EXPECT_EQ(dump(session->state()), dump(m_team.state()));
    EXPECT_EQ(views::promotions(*session, false, b().clock().now()).size(), m_team.state().promotionBriefs.size());
}

TEST_F(SessionCacheTest, KeepsALongSessionAndDropsItsRowsFromMemory)
{
    const auto session = open();
    const Signer ci = b().signer(m_team.ci());
    for (int n = 0; n < 1'100; ++n) {
        b().clock().advanceSeconds(1);
        const auto appended = session->submit(result(n), ci);
        ASSERT_TRUE(appended) << utf8(appended.error().message());
    }
    EXPECT_EQ(session->state().versions.find(m_production.index())->results.back().report.run, "nightly-1099");
    const auto other = Session::open(b().path(), b().environment());
    ASSERT_TRUE(other);
    EXPECT_EQ(dump(session->state()), dump((*other)->state()));
    ParsedEntry first;
    ASSERT_TRUE(first.parse(*session->line(5)));
    EXPECT_TRUE(session->state().entryIds.contains(first.header().id)) << "ids are known that only the file has";
    EXPECT_EQ(std::ssize(session->state().signedTimes.all()), session->head().size);
}

TEST_F(SessionCacheTest, TwoSessionsOfOneUserStayRight)
{
    open();
    const auto one = open();
    const auto two = open();
    const Signer ci = b().signer(m_team.ci());
    for (int n = 0; n < 1'050; ++n) {
        b().clock().advanceSeconds(1);
        ASSERT_TRUE(one->submit(result(n), ci));
    }
    EXPECT_EQ(two->state().versions.find(m_production.index())->results.size() + 1'050,
        one->state().versions.find(m_production.index())->results.size())
        << "not yet caught up, so it still sees its own moment";
    ASSERT_TRUE(two->catchUp());
    EXPECT_EQ(dump(two->state()), dump(one->state()));
}

TEST_F(SessionCacheTest, AnotherHistoryDoesNotUseIt)
{
    const QString copy = m_dir.filePath(QStringLiteral("older.countersign"));
    ASSERT_TRUE(dynamic_cast<SqliteLogStore&>(b().store()).backupTo(utf8(copy)));
    m_team.versionInStaging("2");
    const std::string newest = dump(open()->state());
    const auto older = Session::open(utf8(copy), environment());
    ASSERT_TRUE(older);
    EXPECT_EQ((*older)->pin().verdict, HeadVerdict::RollbackAlarm);
    EXPECT_LT((*older)->state().size, m_team.state().size) << "the state of that file, not of the cache";
    std::int64_t replayed = 0;
    EXPECT_EQ(dump(open(&replayed)->state()), newest);
    EXPECT_EQ(replayed, 0) << "and the cache of the right history is still there";
}

TEST_F(SessionCacheTest, ADamagedRowIsSaidAndDropped)
{
    open();
    spoil("UPDATE row SET data = substr(data, 1, 20)");
    auto session = open();
    EXPECT_THROW(session->state().versions.find(m_production.index()), CacheDamaged);
    session.reset();
    std::int64_t replayed = 0;
    EXPECT_EQ(dump(open(&replayed)->state()), dump(m_team.state()));
    EXPECT_EQ(replayed, m_team.state().size) << "made again from the ledger";
}

TEST_F(SessionCacheTest, ADamagedStateIsReplayed)
{
    open();
    spoil("UPDATE header SET state = x'0102'");
    EXPECT_EQ(dump(open()->state()), dump(m_team.state()));
}

TEST_F(SessionCacheTest, ACorrectedClockReachesWhatTheCacheHas)
{
    b().clock().advanceSeconds(20'000);
    const EntryIndex wrong = b().append(result(1), m_team.ci());
    b().clock().advanceSeconds(-20'000);
    open();
    m_team.changeByAll(events::change::CorrectClock{wrong, wrong});
    for (const bool fromCache : {false, true}) {
        const auto session = open();
        EXPECT_EQ(session->meta(wrong).time, session->meta(wrong - 1).time) << fromCache;
        EXPECT_EQ(dump(session->state()), dump(m_team.state()));
        for (int n = 0; n < 60 && !fromCache; ++n) {
            b().clock().advanceSeconds(1);
            ASSERT_TRUE(session->submit(result(n), b().signer(m_team.ci())));
        }
        b().catchUp();
    }
}

TEST_F(SessionCacheTest, RowsThatArePackedAfterEveryEntryAreTheSameRows)
{
    engine::LedgerState state;
    engine::PackedRows packed(state);
    state.workspaceId = m_team.state().workspaceId;
    ParsedEntry entry;
    for (EntryIndex index = 0; index < m_team.state().size; ++index) {
        ASSERT_TRUE(entry.parse(*b().store().readLine(index)));
        const EntryHeader& header = entry.header();
        const ActorId actor = *ActorId::fromText(header.actor);
        const Status applied = engine::apply(state,
            {index, header.id, header.at, header.station, actor, b().signer(actor).key->publicKey()},
            *events::decode(header.type, header.v, entry.body()), b().policies());
        ASSERT_TRUE(applied) << index << ": " << utf8(applied.error().message());
        packed.pack();
        ASSERT_EQ(state.versions.loaded(), 0U);
    }
    EXPECT_EQ(dump(state), dump(m_team.state()));
}

TEST_F(SessionCacheTest, AFolderThatCannotBeHadCostsOnlyTime)
{
    QFile file(m_dir.filePath(QStringLiteral("cache")));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    EXPECT_EQ(dump(open()->state()), dump(m_team.state()));
}

} // namespace
} // namespace cs::test
