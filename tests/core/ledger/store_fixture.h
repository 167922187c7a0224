// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/store/sqlite_log_store.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

namespace cs::test {

/// "line 0", "line 1" …: the store does not look into its lines.
std::string lineAt(std::int64_t index);
std::vector<std::string> linesFrom(std::int64_t first, std::int64_t count);
/// All lines of a store.
Result<std::vector<std::string>> allLines(const LogStore& store);
/// Recomputes the tree from the lines and compares every stored node and the head with it.
/// @returns what differs, or an empty text.
std::string inconsistency(const LogStore& store);
/// Runs SQL on the file as somebody who edits it with the sqlite3 program would. @returns SQLite's error text.
std::string editFile(const std::string& path, const std::string& sql);
std::string codeOf(const Error& error);

class StoreTest : public testing::Test {
protected:
    QTemporaryDir dir;
    std::string pathOf(const char* name) const { return utf8(dir.path()) + '/' + name; }
    std::string path = pathOf("team.csledger");

    std::unique_ptr<SqliteLogStore> made(std::int64_t entries)
    {
        auto store = SqliteLogStore::create(path);
        EXPECT_TRUE(store) << store.error().message().toStdString();
        if (entries > 0) {
            const auto lines = linesFrom(0, entries);
            EXPECT_TRUE((*store)->append(0, lines));
        }
        return std::move(*store);
    }
    std::string openCode(SqliteLogStore::Mode mode = SqliteLogStore::Mode::ReadWrite) const
    {
        const auto store = SqliteLogStore::open(path, mode);
        return store ? std::string() : codeOf(store.error());
    }
};

/// What every store does, wherever its lines are: run on a file, and again on a server (COUNTERSIGN_TEST_STORE).
class StoreContract : public StoreTest {
protected:
    std::unique_ptr<LogStore> made(std::int64_t entries);
};

} // namespace cs::test
