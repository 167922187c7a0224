// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/server_store.h"

#include "core/ledger/postgres/pg_log.h"
#include "core/ledger/postgres/team_store.h"

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <unistd.h>

namespace cs::test {
namespace {

template <class T> T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", utf8(result.error().message()).c_str());
        std::abort();
    }
    return *std::move(result);
}

std::string server()
{
    const char* url = std::getenv("COUNTERSIGN_TEST_PG");
    if (url == nullptr) {
        std::fprintf(stderr, "no server: run this by tests/support/with_postgres.sh\n");
        std::abort();
    }
    return url;
}

} // namespace

bool onServer()
{
    const char* store = std::getenv("COUNTERSIGN_TEST_STORE");
    return store != nullptr && std::string(store) == "postgres";
}

std::string freshDatabase()
{
    static std::atomic<int> number = 0;
    const std::string name = "t" + std::to_string(::getpid()) + "_" + std::to_string(++number);
    const PgPlace whole = must(PgPlace::parse(server() + "/postgres"));
    const auto admin = must(PgConnection::open(whole, {}));
    must(admin->run(("CREATE DATABASE " + name).c_str()));
    const std::string url = server() + "/" + name;
    std::ifstream in(std::string(CS_SOURCE_DIR) + "/resources/postgresql/countersign.sql", std::ios::binary);
    std::ostringstream script;
    script << in.rdbuf();
    if (const Status done = PgLog::install(must(PgPlace::parse(url)), {}, script.str()); !done) {
        std::fprintf(stderr, "%s\n", utf8(done.error().message()).c_str());
        std::abort();
    }
    return url;
}

std::unique_ptr<LogStore> serverStore(const std::string& url, const std::string& folder)
{
    TeamStore::Options options;
    options.cacheDir = folder;
    return must(TeamStore::open(must(PgLog::open(must(PgPlace::parse(url)), {})), options));
}

} // namespace cs::test
