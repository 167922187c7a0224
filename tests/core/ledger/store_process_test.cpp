// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/store_fixture.h"

#include <csignal>
#include <cstdlib>
#include <map>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cs::test {
namespace {

/// Appends one line at a time and reports each acknowledged index through a pipe, until it is killed.
[[noreturn]] void appendForEver(const std::string& path, int pipe)
{
    const auto store = SqliteLogStore::open(path);
    if (!store)
        ::_exit(1);
    for (;;) {
        const auto head = (*store)->head();
        if (!head)
            ::_exit(2);
        const std::int64_t index = head->size;
        if (!(*store)->append(index, linesFrom(index, 1)))
            ::_exit(3);
        if (::write(pipe, &index, sizeof index) != sizeof index)
            ::_exit(4);
    }
}

TEST_F(StoreTest, AHundredRealKills)
{
    made(0);
    std::int64_t acknowledged = -1;
    for (int round = 0; round < 100; ++round) {
        int ends[2] = {-1, -1};
        ASSERT_EQ(::pipe(ends), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            appendForEver(path, ends[1]);
        }
        ::close(ends[1]);
        std::int64_t index = -1;
        // Another number of entries each round, so that the kill falls into another part of an append.
        for (int i = 0; i <= round % 7; ++i) {
            ASSERT_EQ(::read(ends[0], &index, sizeof index), static_cast<ssize_t>(sizeof index)) << round;
            acknowledged = index;
        }
        ::kill(child, SIGKILL);
        while (::read(ends[0], &index, sizeof index) == static_cast<ssize_t>(sizeof index))
            acknowledged = index;
        int status = 0;
        ::waitpid(child, &status, 0);
        ::close(ends[0]);
        ASSERT_TRUE(WIFSIGNALED(status)) << "it ended by itself with " << WEXITSTATUS(status);
        const auto store = SqliteLogStore::open(path);
        ASSERT_TRUE(store) << round << store.error().message().toStdString();
        EXPECT_GT((*store)->head()->size, acknowledged) << round;
    }
    const auto store = SqliteLogStore::open(path);
    EXPECT_EQ(inconsistency(**store), "");
    EXPECT_EQ(*allLines(**store), linesFrom(0, (*store)->head()->size));
}

/// A second look at the file in one process must not drop the locks of the first: another program that comes and goes
/// meanwhile would take itself for the last one, and clear away the log that the first one still writes to.
TEST_F(StoreTest, ASecondLookKeepsTheLocksOfTheFirst)
{
    const auto store = made(3);
    {
        const auto second = SqliteLogStore::open(path, SqliteLogStore::Mode::ReadOnly);
        ASSERT_TRUE(second);
    }
    ASSERT_TRUE(store->append(3, linesFrom(3, 1)));
    struct stat before { };
    ASSERT_EQ(::stat((path + "-wal").c_str(), &before), 0);
    // A program of its own: what is forked remembers the locks of its parent.
    const std::string other = "python3 -c \"import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); "
                              "c.execute('select count(*) from entry').fetchone(); c.close()\" '"
        + path + "'";
    ASSERT_EQ(std::system(other.c_str()), 0);
    struct stat after { };
    ASSERT_EQ(::stat((path + "-wal").c_str(), &after), 0) << "it took itself for the last one";
    EXPECT_EQ(after.st_ino, before.st_ino);
    ASSERT_TRUE(store->append(4, linesFrom(4, 1)));
    EXPECT_EQ(inconsistency(*store), "");
}

/// Appends `count` lines of its own against another writer. @returns 0, or where it failed.
int appendAgainstOthers(const std::string& path, char name, int count)
{
    const auto store = SqliteLogStore::open(path);
    if (!store)
        return 1;
    for (int i = 0; i < count; ++i) {
        const std::vector<std::string> lines{std::string(1, name) + std::to_string(i)};
        for (;;) {
            const auto head = (*store)->head();
            if (!head)
                return 2;
            const auto result = (*store)->append(head->size, lines);
            if (result)
                break;
            if (!hasCode(result.error(), storeRaceCode))
                return 3;
        }
    }
    return 0;
}

TEST_F(StoreTest, TwoProcessesOfAThousandAppends)
{
    constexpr int count = 1000;
    made(0);
    std::vector<pid_t> children;
    for (const char name : {'a', 'b'}) {
        const pid_t child = ::fork();
        if (child == 0)
            ::_exit(appendAgainstOthers(path, name, count));
        children.push_back(child);
    }
    for (const pid_t child : children) {
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << WEXITSTATUS(status);
    }
    const auto store = SqliteLogStore::open(path);
    const auto lines = *allLines(**store);
    ASSERT_EQ(lines.size(), static_cast<std::size_t>(2 * count)) << "none lost, none twice";
    EXPECT_EQ(inconsistency(**store), "");
    // Each writer's lines are all there, in its own order.
    std::map<char, int> next;
    for (const std::string& line : lines)
        EXPECT_EQ(line.substr(1), std::to_string(next[line[0]]++));
    EXPECT_EQ(next['a'], count);
    EXPECT_EQ(next['b'], count);
}

} // namespace
} // namespace cs::test
