// SPDX-License-Identifier: GPL-3.0-or-later
// Several desks on one real server, and what can happen between them. Run by tests/support/with_postgres.sh.
#include "core/workspace/refill.h"
#include "core/workspace/store_overview.h"
#include "core/workspace/views/alarm.h"
#include "tests/core/workspace/team_fixture.h"

#include <QFile>

#include <atomic>
#include <condition_variable>
#include <cstdlib>
#include <mutex>

namespace cs::test {
namespace {

TEST_F(TeamTest, anEntryOfOneDeskIsReadAtTheOther)
{
    const auto here = open("here"), there = open("there");
    const auto before = there->head();
    must(here->submit(model("credit"), signer(team_.engineer())));
    EXPECT_TRUE(until(*there, [&] { return there->head() == here->head(); }));
    EXPECT_NE(there->head(), before);
    EXPECT_EQ(must(here->catchUp()), 0);
}

TEST_F(TeamTest, namesAreReadWithoutTheServer)
{
    auto proxy = std::make_unique<CutProxy>(must(PgPlace::parse(url)).url);
    const auto here = open("here", proxy->url());
    proxy.reset();
    EXPECT_TRUE(until(*here, [&] { return here->headView().link == query::HeadView::Link::Offline; }));
    for (const auto& [id, actor] : here->state().actors)
        EXPECT_TRUE(here->textOf(actor.card)) << id.text();
}

TEST_F(TeamTest, nothingIsAskedWhileNothingComes)
{
    const auto here = open("here"), there = open("there");
    (void)must(here->catchUp());
    const auto admin = must(PgConnection::open(must(PgPlace::parse(url)), {}));
    const auto latest = [&] {
        const auto rows =
            must(admin->run("SELECT max(state_change)::text FROM pg_stat_activity WHERE application_name = "
                            "'countersign' AND datname = current_database() AND pid <> pg_backend_pid()"));
        return std::string(rows.bytes(0, 0));
    };
    const std::string before = latest();
    for (int i = 0; i < 200; ++i)
        EXPECT_EQ(must(here->catchUp()), 0);
    EXPECT_EQ(latest(), before) << "it hears notices, and says no word";
}

TEST_F(TeamTest, aLostRaceAboutSomethingElseIsSilent)
{
    const auto here = open("here"), there = open("there");
    must(here->submit(report(), signer(team_.ci())));
    const auto second = there->submit(model("fraud"), signer(team_.lead()));
    ASSERT_TRUE(second) << utf8(second.error().message());
    EXPECT_EQ(second->index, here->head().size);
}

TEST_F(TeamTest, aLostRaceAboutTheSameIsAsked)
{
    const auto here = open("here"), there = open("there");
    must(here->submit(report(), signer(team_.ci())));
    const auto second = there->submit(report(), signer(team_.ci()));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code(), QString::fromLatin1(changedCode));
}

TEST_F(TeamTest, aLostRaceNamesWhatCameInAndWhatConcernsIt)
{
    const auto here = open("here"), there = open("there");
    const std::int64_t seen = there->head().size;
    const auto prepared = must(there->prepare(report(), team_.ci(), {}));
    must(here->submit(model("fraud"), signer(team_.lead())));
    must(here->submit(report(), signer(team_.ci())));
    must(here->submit(model("credit"), signer(team_.lead())));
    const auto lost = there->submitPrepared(prepared, signer(team_.ci()));
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().args(),
        QStringList({QString::number(seen), QString::number(seen + 2), QString::number(seen + 1)}));
}

TEST_F(TeamTest, itIsSaidHowFarTheReadingIs)
{
    const auto here = open("here"), there = open("there");
    const std::int64_t seen = there->head().size;
    for (int i = 0; i < 3; ++i)
        must(here->submit(model("m" + std::to_string(i)), signer(team_.engineer())));
    std::vector<std::pair<std::int64_t, std::int64_t>> said;
    const auto note = [&](std::int64_t done, std::int64_t total) { said.emplace_back(done, total); };
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (there->head().size < seen + 3 && std::chrono::steady_clock::now() < end)
        (void)there->catchUp(note);
    ASSERT_FALSE(said.empty());
    EXPECT_EQ(said.back(), std::pair(seen + 3, seen + 3));
}

TEST_F(TeamTest, theOverviewNamesWhoIsConnectedAndWhatIsMissingHere)
{
    const auto here = open("here");
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.pdf"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("some evidence");
    file.close();
    (void)must(here->putEvidenceFile(utf8(path)));
    const auto other = [&](const std::string& user) {
        const auto admin = must(PgConnection::open(must(PgPlace::parse(url)), {}));
        must(admin->run(
            ("DO $$ BEGIN CREATE ROLE " + user + " LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$").c_str()));
        must(admin->run(("GRANT countersign_reader TO " + user).c_str()));
        const std::string address = "postgresql://" + user + url.substr(url.find('@'));
        PgConnection::Options options;
        options.program = "countersignctl";
        return must(PgConnection::open(must(PgPlace::parse(address)), options));
    };
    const auto bob = other("bob");
    query::StoreOverview overview;
    // A connection that was closed here is listed there for a moment longer.
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    do {
        overview = {};
        team::lookAtStore(url, desk("here"), overview);
    } while (overview.visitors.size() == 2 && overview.visitors[0].connections > 1
        && std::chrono::steady_clock::now() < end);
    EXPECT_EQ(overview.serverOff, "");
    ASSERT_EQ(overview.visitors.size(), 2U);
    EXPECT_TRUE(overview.visitors[0].me);
    EXPECT_EQ(overview.visitors[0].program, "countersign");
    EXPECT_EQ(overview.visitors[0].connections, 1) << "the question itself does not count";
    EXPECT_EQ(overview.visitors[1].user, "bob");
    EXPECT_EQ(overview.visitors[1].program, "countersignctl");
    EXPECT_FALSE(overview.visitors[1].me);
    EXPECT_GT(overview.serverBytes, 0);
    EXPECT_GT(overview.copyBytes, 0);
    EXPECT_EQ(overview.evidence, 1);
    EXPECT_EQ(overview.evidenceHere, 1);
    query::StoreOverview elsewhere;
    team::lookAtStore("postgresql://bob" + url.substr(url.find('@')), desk("there"), elsewhere);
    EXPECT_EQ(elsewhere.serverOff, "") << "a reader may ask too";
    EXPECT_EQ(elsewhere.visitors.size(), 2U);
    EXPECT_EQ(elsewhere.evidenceHere, 0);
}

TEST_F(TeamTest, anOverviewWithoutTheServerSaysWhy)
{
    query::StoreOverview overview;
    team::lookAtStore("postgresql://nobody@127.0.0.1:1/nothing", desk("here"), overview);
    EXPECT_NE(overview.serverOff, "");
    EXPECT_TRUE(overview.visitors.empty());
}

TEST_F(TeamTest, aServerThatLostEntriesIsShownAndGivenThemBack)
{
    const auto here = open("here");
    EXPECT_EQ(views::alarm(*here).kind, query::AlarmView::Kind::None);
    must(here->submit(model("credit"), signer(team_.engineer())));
    const std::int64_t size = here->head().size;
    const auto admin = must(PgConnection::open(must(PgPlace::parse(url)), {}));
    must(admin->run("ALTER TABLE countersign.entry DISABLE TRIGGER entry_append_only"));
    must(admin->run(("DELETE FROM countersign.entry WHERE idx >= " + std::to_string(size - 2)).c_str()));
    must(admin->run("ALTER TABLE countersign.entry ENABLE TRIGGER entry_append_only"));
    must(admin->run("NOTIFY countersign"));
    ASSERT_TRUE(until(*here, [&] { return !here->headView().alarm.empty(); }));
    const query::AlarmView alarm = views::alarm(*here);
    EXPECT_EQ(alarm.kind, query::AlarmView::Kind::Truncated);
    EXPECT_EQ(alarm.entry, size - 2);
    EXPECT_EQ(alarm.known.size, size);
    EXPECT_EQ(alarm.found.size, size - 2);
    EXPECT_EQ(alarm.refillOff, "");
    ASSERT_TRUE(alarm.here.row);
    EXPECT_FALSE(alarm.there.there);
    EXPECT_NE(alarm.evidenceText, "");
    std::vector<std::int64_t> verified, written;
    const team::RefillSteps steps{[&](std::int64_t done, std::int64_t) { verified.push_back(done); },
        [&](std::int64_t done, std::int64_t) { written.push_back(done); }};
    const team::Filled filled = must(team::refill(must(PgPlace::parse(url)), desk("here"), {}, steps));
    EXPECT_EQ(filled.lines, 2);
    EXPECT_EQ(verified.back(), size);
    EXPECT_EQ(written.back(), size);
    EXPECT_TRUE(until(*here, [&] { return here->headView().alarm.empty(); }));
    EXPECT_EQ(views::alarm(*here).kind, query::AlarmView::Kind::None);
}

TEST_F(TeamTest, anotherEntryIsShownBesideTheOneThatWasVerified)
{
    const auto here = open("here");
    must(here->submit(model("credit"), signer(team_.engineer())));
    const EntryIndex last = here->head().size - 1;
    const auto admin = must(PgConnection::open(must(PgPlace::parse(url)), {}));
    must(admin->run("ALTER TABLE countersign.entry DISABLE TRIGGER entry_append_only"));
    must(admin->run(("UPDATE countersign.entry SET line = 'rubbish <b>' WHERE idx = " + std::to_string(last)).c_str()));
    const auto again = open("here");
    const query::AlarmView alarm = views::alarm(*again);
    EXPECT_EQ(alarm.kind, query::AlarmView::Kind::Forked);
    EXPECT_EQ(alarm.entry, last);
    ASSERT_TRUE(alarm.here.row);
    EXPECT_EQ(alarm.here.row->type, "model.registered");
    EXPECT_TRUE(alarm.there.there);
    EXPECT_FALSE(alarm.there.row);
    EXPECT_EQ(alarm.there.line, "rubbish <b>");
    EXPECT_NE(alarm.refillOff, "");
    const auto refused = team::refill(must(PgPlace::parse(url)), desk("here"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), QStringLiteral("CS-TEAM-OTHER"));
}

TEST_F(TeamTest, anAnswerLostAfterTheCommitIsFoundAgain)
{
    CutProxy proxy(must(PgPlace::parse(url)).url);
    const auto here = open("here", proxy.url());
    const std::int64_t size = here->head().size;
    proxy.swallowNextAnswerTo("countersign.append");
    const auto sent = here->submit(model("credit"), signer(team_.engineer()));
    ASSERT_TRUE(sent) << utf8(sent.error().message());
    EXPECT_EQ(sent->index, size);
    EXPECT_EQ(open("there")->head().size, size + 1) << "taken once";
}

TEST_F(TeamTest, aServerThatIsPausedIsOfflineAndComesBack)
{
    CutProxy proxy(must(PgPlace::parse(url)).url);
    const PgPlace place = must(PgPlace::parse(proxy.url()));
    PgConnection::Options options;
    options.timeoutMs = 300;
    const auto log = must(PgLog::open(place, options));
    const std::int64_t size = must(log->size());
    proxy.pause();
    const auto asked = log->size();
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code(), QLatin1String(storeOfflineCode));
    EXPECT_FALSE(log->tryConnect());
    proxy.resume();
    while (!log->tryConnect())
        std::this_thread::yield();
    EXPECT_EQ(must(log->size()), size);
}

TEST_F(TeamTest, aServiceLearnsNothingFromAServerThatLies)
{
    const auto here = open("here");
    const auto admin = must(PgConnection::open(must(PgPlace::parse(url)), {}));
    must(admin->run("ALTER TABLE countersign.entry DISABLE TRIGGER entry_append_only"));
    must(admin->run("DELETE FROM countersign.entry WHERE idx = (SELECT max(idx) FROM countersign.entry)"));
    must(admin->run("NOTIFY countersign"));
    EXPECT_TRUE(until(*here, [&] { return !here->headView().alarm.empty(); })) << "it stood further";
    const auto refused = here->submit(model("credit"), signer(team_.engineer()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().law(), 1);
    EXPECT_FALSE(here->headView().alarm.empty());
    // Given back what it had, it is the same ledger again.
    const auto remote = must(PgLog::open(must(PgPlace::parse(url)), {}));
    must(team::fill(*remote, static_cast<TeamStore&>(here->store()).replica()));
    EXPECT_TRUE(until(*here, [&] { return here->headView().alarm.empty(); }));
    EXPECT_TRUE(here->submit(model("credit"), signer(team_.engineer())));
}

TEST_F(TeamTest, twoHistoriesAreNamed)
{
    const auto here = open("here");
    const std::int64_t size = here->head().size;
    const auto admin = must(PgConnection::open(must(PgPlace::parse(url)), {}));
    // The administrator keeps a copy, lets one desk go on, and then shows the copy with another continuation.
    must(admin->run("CREATE TABLE countersign.kept AS SELECT * FROM countersign.entry"));
    must(here->submit(model("credit"), signer(team_.engineer())));
    must(admin->run("ALTER TABLE countersign.entry DISABLE TRIGGER entry_append_only"));
    must(admin->run("TRUNCATE countersign.entry"));
    must(admin->run("INSERT INTO countersign.entry SELECT * FROM countersign.kept"));
    must(open("there")->submit(model("fraud"), signer(team_.lead())));
    const auto again = open("here");
    const auto alarm = again->store().alarm();
    ASSERT_TRUE(alarm);
    EXPECT_EQ(alarm->kind, StoreAlarm::Kind::Forked);
    EXPECT_EQ(alarm->entry, size);
    EXPECT_NE(alarm->known, alarm->found);
}

/// Many writers, and a server that dies again and again: nothing that was acknowledged is lost, nothing comes twice.
TEST_F(TeamTest, hammer)
{
    const char* wanted = std::getenv("COUNTERSIGN_HAMMER_SECONDS");
    const int seconds = wanted != nullptr ? std::atoi(wanted) : 20;
    const char* control = std::getenv("COUNTERSIGN_TEST_PG_CTL");
    ASSERT_NE(control, nullptr);
    constexpr int writers = 50;
    std::mutex mutex;
    std::condition_variable ends;
    std::atomic<bool> over = false;
    const auto rest = [&](std::chrono::milliseconds most) {
        std::unique_lock lock(mutex);
        ends.wait_for(lock, most, [&] { return over.load(); });
    };
    std::vector<std::vector<std::pair<EntryIndex, std::string>>> acknowledged(writers);
    std::vector<std::jthread> threads;
    for (int n = 0; n < writers; ++n)
        threads.emplace_back([&, n] {
            std::unique_ptr<Session> session;
            for (int round = 0; !over; ++round) {
                if (!session) {
                    OpenOptions options;
                    options.trust = Trust::FirstContact;
                    auto opened = Session::open(url, desk("w" + std::to_string(n)), options);
                    if (!opened) {
                        rest(std::chrono::milliseconds(200));
                        continue;
                    }
                    session = *std::move(opened);
                }
                (void)session->catchUp();
                const auto done = session->submit(
                    model("m" + std::to_string(n) + "-" + std::to_string(round)), signer(team_.engineer()));
                if (!done)
                    rest(std::chrono::milliseconds(20));
                else
                    acknowledged[static_cast<std::size_t>(n)].emplace_back(done->index, done->line);
            }
        });
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
    for (int kills = 0; std::chrono::steady_clock::now() < end; ++kills) {
        rest(std::chrono::seconds(3)); // the faults' own rhythm
        ASSERT_EQ(std::system((std::string(control) + " kill").c_str()), 0);
        ASSERT_EQ(std::system((std::string(control) + " start").c_str()), 0);
    }
    over = true;
    ends.notify_all();
    threads.clear();
    const auto last = open("last");
    std::size_t total = 0;
    for (const auto& own : acknowledged)
        for (const auto& [index, line] : own) {
            ++total;
            EXPECT_EQ(must(last->line(index)), line);
        }
    EXPECT_GT(total, 0U);
    RecordProperty("acknowledged", static_cast<int>(total));
    for (int n = 0; n < writers; ++n)
        EXPECT_EQ(open("w" + std::to_string(n))->head(), last->head());
}

} // namespace
} // namespace cs::test
