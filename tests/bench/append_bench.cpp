// SPDX-License-Identifier: GPL-3.0-or-later
// A durable append through the whole session against SQLite alone, which inserts the same bytes as durably.
#include "tests/bench/bench_support.h"
#include "tests/bench/big_ledger.h"

#include <QTemporaryDir>

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>

namespace cs::bench {
namespace {

void must(int result, sqlite3* database)
{
    if (result == SQLITE_OK || result == SQLITE_DONE)
        return;
    std::fprintf(stderr, "SQLite: %s\n", sqlite3_errmsg(database));
    std::exit(1);
}

/// One table, one row a transaction, write-ahead log, synchronous=FULL: what durability costs at the least.
class RawStore final {
public:
    explicit RawStore(const std::string& path)
    {
        must(sqlite3_open(path.c_str(), &m_database), m_database);
        must(sqlite3_exec(m_database,
                 "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE entry(idx INTEGER PRIMARY KEY, line "
                 "BLOB NOT NULL) STRICT;",
                 nullptr, nullptr, nullptr),
            m_database);
        must(sqlite3_prepare_v2(m_database, "INSERT INTO entry(line) VALUES(?)", -1, &m_insert, nullptr), m_database);
    }
    ~RawStore()
    {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_database);
    }
    RawStore(const RawStore&) = delete;
    RawStore& operator=(const RawStore&) = delete;
    void insert(const std::string& line)
    {
        sqlite3_bind_blob(m_insert, 1, line.data(), static_cast<int>(line.size()), SQLITE_TRANSIENT);
        must(sqlite3_step(m_insert), m_database);
        sqlite3_reset(m_insert);
    }

private:
    sqlite3* m_database = nullptr;
    sqlite3_stmt* m_insert = nullptr;
};

std::string submitted(Session& session, const events::Event& event, const Signer& signer)
{
    auto appended = session.submit(event, signer);
    if (!appended) {
        std::fprintf(stderr, "%s\n", utf8(appended.error().message()).c_str());
        std::exit(1);
    }
    return appended->line;
}

/// @param next makes the n-th event. Single appends in turns; five rounds.
void compare(const std::string& what, BigLedger& ledger, Session& session, RawStore& raw, const Signer& signer,
    std::int64_t appends, const std::function<events::Event(std::int64_t)>& next)
{
    std::vector<double> wall, own;
    for (int round = 0; round < 5; ++round) {
        Spent full, alone;
        for (std::int64_t n = 0; n < appends; ++n) {
            ledger.team().clock().advanceSeconds(1);
            const events::Event event = next(n);
            std::string line;
            full.wall += spentBy([&] { line = submitted(session, event, signer); }).wall;
            alone.wall += spentBy([&] { raw.insert(line); }).wall;
        }
        wall.push_back(alone.wall / full.wall);
        own.push_back(full.wall * 1e3 / static_cast<double>(appends));
    }
    row(what + ": SQLite alone / submit()", median(wall), "", 0.55);
    note("  one such append", median(own), "ms");
}

} // namespace
} // namespace cs::bench

int main(int argc, char** argv)
{
    using namespace cs;
    using namespace cs::bench;
    const std::int64_t appends = option(argc, argv, "appends", 100);
    BigLedger ledger(option(argc, argv, "history", 2'000));
    const QTemporaryDir folder;
    refuseMemoryFileSystem(utf8(folder.path()));
    refuseMemoryFileSystem(ledger.builder().path());
    RawStore raw(utf8(folder.filePath(QStringLiteral("raw.db"))));
    const auto session = ledger.builder().session();
    std::int64_t n = 0;
    compare("append of a result by a service", ledger, *session, raw, ledger.builder().signer(ledger.team().ci()),
        appends, [&](std::int64_t) { return events::Event(ledger.result(++n)); });
    const PromotionId promotion(ledger.team().state().versions.find(ledger.lastVersion().index())->promotions.front());
    compare("append of a comment by a person", ledger, *session, raw, ledger.builder().signer(ledger.team().lead()),
        std::min<std::int64_t>(appends, 200), [&](std::int64_t) {
            events::PromotionCommented comment;
            comment.promotion = promotion;
            comment.text = ledger.builder().text("Looked at the slices once more.");
            return events::Event(comment);
        });
    return 0;
}
