// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/ledger/store_fixture.h"
#include "tests/support/server_store.h"

#include <sqlite3.h>

namespace cs::test {

std::string lineAt(std::int64_t index)
{
    return "line " + std::to_string(index);
}

std::vector<std::string> linesFrom(std::int64_t first, std::int64_t count)
{
    std::vector<std::string> lines;
    for (std::int64_t i = first; i < first + count; ++i)
        lines.push_back(lineAt(i));
    return lines;
}

Result<std::vector<std::string>> allLines(const LogStore& store)
{
    std::vector<std::string> lines;
    for (;;) {
        CS_TRY(auto piece, store.read(static_cast<std::int64_t>(lines.size()), 1U << 20U));
        if (piece.empty())
            return lines;
        for (std::string& line : piece)
            lines.push_back(std::move(line));
    }
}

std::string inconsistency(const LogStore& store)
{
    const auto lines = allLines(store);
    if (!lines)
        return lines.error().message().toStdString();
    Tree tree;
    std::vector<Node> nodes;
    for (const std::string& line : *lines)
        tree.append(leafHash(line), &nodes);
    for (const Node& node : nodes) {
        const auto stored = store.node(node.level, node.pos);
        if (!stored || *stored != node.hash)
            return "node " + std::to_string(node.level) + "/" + std::to_string(node.pos);
    }
    const auto head = store.head();
    if (!head)
        return head.error().message().toStdString();
    return *head == tree.head() ? std::string() : "head " + head->text();
}

std::string editFile(const std::string& path, const std::string& sql)
{
    sqlite3* db = nullptr;
    std::string error;
    if (sqlite3_open(path.c_str(), &db) != SQLITE_OK
        || sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        error = sqlite3_errmsg(db);
    sqlite3_close(db);
    return error;
}

std::unique_ptr<LogStore> StoreContract::made(std::int64_t entries)
{
    if (!onServer())
        return StoreTest::made(entries);
    auto store = serverStore(freshDatabase(), pathOf("desk"));
    if (entries > 0) {
        const auto appended = store->append(0, linesFrom(0, entries));
        EXPECT_TRUE(appended) << appended.error().message().toStdString();
    }
    return store;
}

std::string codeOf(const Error& error)
{
    return error.code().toStdString();
}

} // namespace cs::test
