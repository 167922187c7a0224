// SPDX-License-Identifier: GPL-3.0-or-later
// A ledger on a real server: appending beside pgbench, the first fetch beside verification alone, and how soon an entry
// stands at another desk. Run it by tests/support/with_postgres.sh.
#include "core/workspace/team.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/big_ledger.h"
#include "tests/support/server_store.h"

#include <QTemporaryDir>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>

namespace cs::bench {
namespace {

class Desks final {
public:
    explicit Desks(BigLedger& ledger)
        : m_ledger(ledger)
        , m_url(test::freshDatabase())
    {
        for (int i = 0; i < appendersMost; ++i)
            m_versions.push_back(ledger.team().registerVersion("of appender " + std::to_string(i)));
        const auto remote = must(PgLog::open(must(PgPlace::parse(m_url)), {}));
        must(team::fill(*remote, ledger.builder().store()));
    }
    std::unique_ptr<Session> open(const std::string& name)
    {
        Environment environment = m_ledger.builder().environment();
        environment.stateDir = utf8(m_dir.filePath(qs(name)));
        environment.cacheDir = environment.stateDir + "/cache";
        environment.random = [](std::size_t count) { return randomBytes(count); };
        OpenOptions options;
        options.trust = Trust::FirstContact;
        return must(Session::open(m_url, environment, options));
    }
    const std::string& url() const { return m_url; }
    Signer ci() { return m_ledger.builder().signer(m_ledger.team().ci()); }
    /// Each about something else: who loses a race about the same has to look, and does not append.
    events::ResultReported report(std::size_t appender = 0)
    {
        events::ResultReported event = m_ledger.result(1);
        event.version = m_versions[appender];
        return event;
    }
    static constexpr int appendersMost = 16;

private:
    BigLedger& m_ledger;
    std::string m_url;
    std::vector<VersionId> m_versions;
    QTemporaryDir m_dir;
};

/// Transactions a second of pgbench through the same function: its clients take the lock before they look at the end,
/// so that none of them loses a race.
double pgbench(const std::string& url, std::size_t bytes, int clients, int seconds)
{
    const auto admin = must(PgConnection::open(must(PgPlace::parse(url)), {}));
    must(
        admin->run("CREATE OR REPLACE FUNCTION public.bench_append(line bytea) RETURNS bigint LANGUAGE plpgsql AS "
                   "'BEGIN PERFORM pg_advisory_xact_lock(17235, ''countersign.entry''::regclass::oid::integer); RETURN "
                   "countersign.append((SELECT coalesce(max(idx) + 1, 0) FROM countersign.entry), ARRAY[line]); END'"));
    const std::string script = std::string(std::getenv("TMPDIR") != nullptr ? std::getenv("TMPDIR") : "/tmp")
        + "/countersign-pgbench-" + std::to_string(clients);
    std::ofstream(script) << "SELECT public.bench_append(convert_to(repeat('x', " << bytes << "), 'UTF8'));\n";
    const std::string command = "pgbench -n -c " + std::to_string(clients) + " -j 2 -T " + std::to_string(seconds)
        + " -f '" + script + "' '" + url + "' 2>/dev/null | sed -n 's/^tps = \\([0-9.]*\\).*/\\1/p'";
    FILE* out = ::popen(command.c_str(), "r");
    double rate = 0;
    if (out == nullptr || std::fscanf(out, "%lf", &rate) != 1)
        std::exit(1);
    ::pclose(out);
    return rate;
}

double ours(Desks& desks, int appenders, int seconds)
{
    std::vector<std::unique_ptr<Session>> sessions;
    for (int i = 0; i < appenders; ++i)
        sessions.push_back(desks.open("appender" + std::to_string(i)));
    std::atomic<std::int64_t> done = 0;
    std::atomic<bool> over = false;
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < sessions.size(); ++i)
        threads.emplace_back([&, own = sessions[i].get(), report = desks.report(i)] {
            while (!over) {
                (void)own->catchUp();
                done += own->submit(report, desks.ci()) ? 1 : 0;
            }
        });
    const double began = wallSeconds();
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    over = true;
    threads.clear();
    return static_cast<double>(done) / (wallSeconds() - began);
}

void appending(Desks& desks, int seconds)
{
    const std::size_t bytes =
        must(desks.open("length")->store().readLine(desks.open("length")->head().size - 1)).size();
    for (const int clients : {1, 16}) {
        const double mine = ours(desks, clients, seconds);
        const std::string other = test::freshDatabase();
        const double theirs = pgbench(other, bytes, clients, seconds);
        row("appending by " + std::to_string(clients) + ": entries a second / pgbench's rows through the same function",
            mine / theirs, "", 0.5);
    }
}

void fetching(Desks& desks, BigLedger& ledger)
{
    const double first = spentBy([&] { desks.open("fetch"); }).wall;
    Environment environment = ledger.builder().environment();
    environment.stateDir += "-alone";
    OpenOptions options;
    options.trust = Trust::FirstContact;
    const double alone = spentBy([&] { must(Session::open(ledger.builder().path(), environment, options)); }).wall;
    row("first fetch from the server: rate / rate of verifying the same lines from a file", alone / first, "", 0.8);
}

/// From the commit's return at one desk until the other one has the entry, looked for as often as the console does.
void arriving(Desks& desks)
{
    const auto here = desks.open("here"), there = desks.open("there");
    std::vector<double> waited;
    for (int i = 0; i < 40; ++i) {
        must(here->submit(desks.report(), desks.ci()));
        const double began = wallSeconds();
        while (must(there->catchUp()) == 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(150));
        waited.push_back((wallSeconds() - began) * 1e3);
    }
    row("an entry stands at the other desk, median", median(waited), "ms", 200, false);
    row("  the slowest of 40", *std::ranges::max_element(waited), "ms", 1000, false);
}

} // namespace
} // namespace cs::bench

int main(int argc, char** argv)
{
    using namespace cs::bench;
    BigLedger ledger(option(argc, argv, "entries", 20'000));
    Desks desks(ledger);
    fetching(desks, ledger);
    arriving(desks);
    appending(desks, static_cast<int>(option(argc, argv, "seconds", 10)));
    return 0;
}
