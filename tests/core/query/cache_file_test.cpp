// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/query/cache_file.h"

#include "core/domain/events/event.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <fstream>
#include <sqlite3.h>
#include <sys/stat.h>

namespace cs::query {
namespace {

using Row = CacheFile::Row;

CacheFile::Id idOf(std::int64_t entry)
{
    CacheFile::Id id{};
    id[0] = static_cast<std::uint8_t>(entry);
    id[15] = 7;
    return id;
}

Digest rootOf(std::int64_t size)
{
    Digest root;
    root.array()[0] = static_cast<std::uint8_t>(size);
    return root;
}

EntryMeta metaOf(std::int64_t entry)
{
    return {events::PromotionApproved::type, ActorId(entry), UtcTime(1000 + entry), UtcTime(2000 + entry), 'p', entry};
}

/// Entries from `from` up to `size`, the state and one row named after the size.
CacheFile::Addition addition(std::int64_t from, std::int64_t size)
{
    CacheFile::Addition made{{size, rootOf(size)}, "state " + std::to_string(size), {}, {}, std::nullopt};
    made.rows[{Row::Version, 1}] = "version at " + std::to_string(size);
    made.rows[{Row::Promotion, size}] = "promotion " + std::to_string(size);
    for (std::int64_t entry = from; entry < size; ++entry)
        made.entries.emplace_back(idOf(entry), metaOf(entry));
    return made;
}

class CacheFileTest : public testing::Test {
protected:
    std::string path() const { return utf8(m_dir.filePath(QStringLiteral("cache/w.db"))); }
    std::unique_ptr<CacheFile> open(const std::string& format = "f1", const std::string& workspace = "w1")
    {
        auto cache = CacheFile::open(path(), format, workspace);
        EXPECT_TRUE(cache) << (cache ? "" : utf8(cache.error().message()));
        return cache ? *std::move(cache) : nullptr;
    }
    void sql(const char* text)
    {
        sqlite3* db = nullptr;
        ASSERT_EQ(sqlite3_open(path().c_str(), &db), SQLITE_OK);
        EXPECT_EQ(sqlite3_exec(db, text, nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
        sqlite3_close(db);
    }
    QTemporaryDir m_dir;
};

TEST_F(CacheFileTest, GivesBackWhatWasWritten)
{
    {
        const auto cache = open();
        EXPECT_FALSE(cache->base());
        ASSERT_EQ(cache->write(addition(0, 3)), true);
        ASSERT_EQ(cache->write(addition(3, 5)), true);
    }
    const auto cache = open();
    EXPECT_EQ(cache->base(), (CacheFile::Base{5, rootOf(5)}));
    EXPECT_EQ(cache->state(), "state 5");
    EXPECT_EQ(**cache->row(Row::Version, 1), "version at 5");
    EXPECT_EQ(**cache->row(Row::Promotion, 3), "promotion 3");
    EXPECT_FALSE(*cache->row(Row::Promotion, 4));
    EXPECT_EQ(cache->entry(4)->type, "promotion.approved");
    EXPECT_EQ(cache->entry(4)->subjectText(), "p4");
    EXPECT_EQ(cache->entry(4)->time, UtcTime(2004));
    EXPECT_TRUE(*cache->hasId(idOf(2)));
    EXPECT_FALSE(*cache->hasId(idOf(5)));
    EXPECT_EQ(cache->signedTimes(), (std::vector<std::int64_t>{1000, 1001, 1002, 1003, 1004}));
    std::vector<EntryIndex> seen;
    ASSERT_TRUE(cache->eachEntry([&](EntryIndex index, const EntryMeta&) {
        seen.push_back(index);
        return index > 2;
    }));
    EXPECT_EQ(seen, (std::vector<EntryIndex>{4, 3, 2}));
}

TEST_F(CacheFileTest, CorrectedTimesReplaceTheOldOnes)
{
    const auto cache = open();
    ASSERT_EQ(cache->write(addition(0, 2)), true);
    auto next = addition(2, 3);
    next.times = {{5, 6, 7}};
    ASSERT_EQ(cache->write(next), true);
    EXPECT_EQ(cache->entry(0)->time, UtcTime(5));
    EXPECT_EQ(cache->entry(0)->at, UtcTime(1000)) << "as signed";
    EXPECT_EQ(cache->entry(2)->time, UtcTime(7));
}

TEST_F(CacheFileTest, TwoProcessesEachSeeOneMoment)
{
    const auto first = open();
    ASSERT_EQ(first->write(addition(0, 3)), true);
    const auto second = open();
    ASSERT_EQ(first->write(addition(3, 5)), true);
    EXPECT_EQ(second->base()->size, 3);
    EXPECT_EQ(**second->row(Row::Version, 1), "version at 3") << "whatever the other one has written meanwhile";
    EXPECT_EQ(second->write(addition(3, 4)), false);
    EXPECT_EQ(**second->row(Row::Version, 1), "version at 3") << "a refused write changes nothing that is seen";
    EXPECT_EQ(first->base()->size, 5);
    EXPECT_EQ(open()->state(), "state 5");
}

TEST_F(CacheFileTest, AnotherFormatOrWorkspaceStartsAnew)
{
    ASSERT_EQ(open()->write(addition(0, 3)), true);
    EXPECT_FALSE(open("f2")->base());
    ASSERT_EQ(open("f2")->write(addition(0, 2)), true);
    EXPECT_FALSE(open("f2", "w2")->base());
}

TEST_F(CacheFileTest, WhatIsNoCacheIsReplaced)
{
    ASSERT_EQ(open()->write(addition(0, 3)), true);
    std::ofstream(path(), std::ios::trunc) << "no database at all, but long enough to be looked at as one";
    const auto cache = open();
    EXPECT_FALSE(cache->base());
    EXPECT_EQ(cache->write(addition(0, 1)), true);
}

TEST_F(CacheFileTest, DamageIsNoticedWhereItIsRead)
{
    ASSERT_EQ(open()->write(addition(0, 3)), true);
    sql("UPDATE row SET data = x'00' WHERE kind = 1; UPDATE header SET state = x'00'; DELETE FROM entry WHERE idx = 1");
    const auto cache = open();
    ASSERT_TRUE(cache->base());
    for (const Error& error : {cache->state().error(), cache->row(Row::Version, 1).error(), cache->entry(1).error(),
             cache->signedTimes().error()})
        EXPECT_EQ(error.code(), QStringLiteral("CS-CACHE-DAMAGED"));
    cache->invalidate();
    EXPECT_FALSE(open()->base());
}

TEST_F(CacheFileTest, OnlyThisUserCanReadOrWriteIt)
{
    ASSERT_TRUE(open());
    struct stat info = {};
    ASSERT_EQ(::stat(path().c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777U, 0600U);
    ASSERT_EQ(::stat(utf8(m_dir.filePath(QStringLiteral("cache"))).c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777U, 0700U);
}

TEST_F(CacheFileTest, AFileInThePlaceOfTheFolderIsAnError)
{
    std::ofstream(utf8(m_dir.filePath(QStringLiteral("cache")))) << "x";
    const auto cache = CacheFile::open(path(), "f1", "w1");
    ASSERT_FALSE(cache);
    EXPECT_EQ(cache.error().code(), QStringLiteral("CS-STORE-IO"));
}

} // namespace
} // namespace cs::query
