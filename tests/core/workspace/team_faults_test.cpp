// SPDX-License-Identifier: GPL-3.0-or-later
// A server that goes, comes back as another, or never answers, under desks whose sessions stay open.
#include "core/base/sqlite_handle.h"
#include "tests/core/workspace/team_fixture.h"

#include <array>
#include <cstdlib>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sqlite3.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cs::test {
namespace {

class TeamFaults : public TeamTest {
protected:
    static void control(const std::string& words)
    {
        const char* program = std::getenv("COUNTERSIGN_TEST_PG_CTL");
        ASSERT_NE(program, nullptr);
        ASSERT_EQ(std::system((std::string(program) + " " + words).c_str()), 0) << words;
    }
    /// As a failover or a firewall ends them: the desks hear of it at their next word.
    static void cutDesks(PgConnection& admin)
    {
        (void)must(admin.run("SELECT pg_terminate_backend(pid, 30000) FROM pg_stat_activity WHERE application_name = "
                             "'countersign' AND datname = current_database() AND pid <> pg_backend_pid()"));
    }
    static std::int64_t entries(PgConnection& admin)
    {
        return must(admin.run("SELECT count(*) FROM countersign.entry")).integer(0, 0);
    }
    /// One entry that this desk has verified is gone, and another desk has put its own there: as many as before.
    /// @returns the index of both
    std::int64_t putAnother(PgConnection& server, Session& here)
    {
        const std::int64_t size = here.head().size;
        must(here.submit(model("credit"), signer(team_.engineer())));
        goBackTo(size);
        must(open("there")->submit(model("fraud"), signer(team_.lead())));
        cutDesks(server);
        return size;
    }
};

/// A place on this computer where nobody answers: as a host that was switched off, or one that hangs.
class DeafPlace {
public:
    enum class Kind { TakesNoConnection, SaysNothing };
    explicit DeafPlace(Kind kind)
        : m_listener(::socket(AF_INET, SOCK_STREAM, 0))
    {
        m_address.sin_family = AF_INET;
        m_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof m_address;
        if (::bind(m_listener, generic(), size) != 0 || ::listen(m_listener, 0) != 0
            || ::getsockname(m_listener, generic(), &size) != 0)
            std::abort();
        // A full queue lets nobody in: connections are neither taken nor refused.
        for (int& fd : m_queued)
            if (kind == Kind::TakesNoConnection) {
                fd = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
                (void)::connect(fd, generic(), sizeof m_address);
            }
    }
    ~DeafPlace()
    {
        for (const int fd : m_queued)
            if (fd >= 0)
                ::close(fd);
        ::close(m_listener);
    }
    DeafPlace(const DeafPlace&) = delete;
    DeafPlace& operator=(const DeafPlace&) = delete;
    std::string hostAndPort() const { return "127.0.0.1:" + std::to_string(ntohs(m_address.sin_port)); }

private:
    sockaddr* generic() { return reinterpret_cast<sockaddr*>(&m_address); }

    int m_listener;
    sockaddr_in m_address{};
    std::array<int, 4> m_queued{-1, -1, -1, -1};
};

TEST_F(TeamFaults, aSessionOutlivesARestart)
{
    const auto here = open("here"), there = open("there");
    control("stop");
    EXPECT_TRUE(until(*here, [&] { return here->headView().link == query::HeadView::Link::Offline; }));
    const auto refused = here->submit(model("credit"), signer(team_.engineer()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), QLatin1String(storeOfflineCode));
    control("start");
    EXPECT_TRUE(until(*here, [&] { return here->headView().link == query::HeadView::Link::Up; }));
    const auto done = here->submit(model("credit"), signer(team_.engineer()));
    EXPECT_TRUE(done) << utf8(done.error().message());
    EXPECT_TRUE(until(*there, [&] { return there->head() == here->head(); })) << "the other one hears of it again";
}

TEST_F(TeamFaults, aRestartThatNobodyNoticed)
{
    const auto here = open("here");
    const std::int64_t size = here->head().size;
    control("stop");
    control("start");
    const auto done = here->submit(model("credit"), signer(team_.engineer()));
    ASSERT_TRUE(done) << utf8(done.error().message());
    EXPECT_EQ(done->index, size);
    EXPECT_EQ(entries(*admin()), size + 1);
}

/// The new primary lacks this desk's last entry, and another one has signed there already: as many entries as before.
/// What is signed on this desk now would follow an entry that is gone, and spoil the ledger for everybody.
TEST_F(TeamFaults, nothingIsAppendedToAnotherHistoryOfTheSameLength)
{
    const auto here = open("here");
    const auto server = admin();
    const std::int64_t size = putAnother(*server, *here);
    const auto refused = here->submit(model("churn"), signer(team_.engineer()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().law(), 1) << utf8(refused.error().message());
    EXPECT_EQ(entries(*server), size + 1) << "nothing came to the server";
    EXPECT_TRUE(open("there")->submit(model("late"), signer(team_.lead()))) << "the others go on";
    EXPECT_TRUE(until(*here, [&] { return !here->headView().alarm.empty(); }));
}

TEST_F(TeamFaults, aServiceWithManyEntriesAppendsNothingToAnotherHistoryEither)
{
    const auto here = open("here");
    const auto server = admin();
    const std::int64_t size = putAnother(*server, *here);
    const auto refused = here->submitBatch({{report(), {}}}, signer(team_.ci()));
    EXPECT_FALSE(refused);
    EXPECT_EQ(entries(*server), size + 1) << "nothing came to the server";
}

TEST_F(TeamFaults, aClockThatIsAheadAppendsNothing)
{
    ManualClock clock{SystemClock().now().plusSeconds(310)};
    PgConnection::Options options;
    options.clock = &clock;
    const auto log = must(PgLog::open(must(PgPlace::parse(url)), options));
    const std::int64_t size = must(log->size());
    const std::vector<std::string> lines{"line"};
    const auto refused = log->append(size, lines, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().law(), 13);
    EXPECT_EQ(must(log->size()), size);
    clock.set(SystemClock().now().plusSeconds(280));
    EXPECT_TRUE(log->append(size, lines, {})) << "what is set right is heard of without another connection";
}

/// The server took the entry, and then this desk's disk was full.
TEST_F(TeamFaults, aCopyThatCannotBeWrittenIsNoReasonToSignAgain)
{
    const auto here = open("here");
    const std::int64_t size = here->head().size;
    const std::string file = static_cast<TeamStore&>(here->store()).replica().location();
    SqliteHandle copy = must(SqliteHandle::open(file, SQLITE_OPEN_READWRITE, nullptr));
    EXPECT_TRUE(copy.exec("CREATE TRIGGER full BEFORE INSERT ON entry BEGIN SELECT RAISE(ABORT, 'no room'); END"));
    const auto told = here->submit(model("credit"), signer(team_.engineer()));
    ASSERT_FALSE(told);
    EXPECT_EQ(told.error().code(), QStringLiteral("CS-STORE-COPY"));
    EXPECT_EQ(entries(*admin()), size + 1) << "it stands, and that was said";
    EXPECT_TRUE(copy.exec("DROP TRIGGER full"));
    EXPECT_TRUE(until(*here, [&] { return here->head().size == size + 1; }));
    EXPECT_TRUE(here->submit(model("fraud"), signer(team_.engineer())));
    EXPECT_EQ(must(static_cast<TeamStore&>(here->store()).replica().head()), here->head());
    EXPECT_TRUE(here->headView().alarm.empty());
}

TEST_F(TeamFaults, whoDoesNotAnswerIsOfflineInTime)
{
    for (const auto kind : {DeafPlace::Kind::TakesNoConnection, DeafPlace::Kind::SaysNothing}) {
        const DeafPlace deaf(kind);
        PgConnection::Options options;
        options.timeoutMs = 500;
        const PgPlace place = must(PgPlace::parse("postgresql://admin@" + deaf.hostAndPort() + "/x"));
        const auto before = std::chrono::steady_clock::now();
        const auto answer = PgConnection::open(place, options);
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code(), QLatin1String(storeOfflineCode));
        // Half a second was allowed. The system itself gives up after minutes.
        EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(30));
    }
}

TEST_F(TeamFaults, whoDoesNotAnswerDoesNotHideTheNextHost)
{
    const std::string real = url.substr(url.find('@') + 1);
    for (const auto kind : {DeafPlace::Kind::TakesNoConnection, DeafPlace::Kind::SaysNothing}) {
        const DeafPlace deaf(kind);
        PgConnection::Options options;
        options.timeoutMs = 2000;
        const PgPlace place = must(PgPlace::parse("postgresql://admin@" + deaf.hostAndPort() + "," + real));
        const auto answer = PgConnection::open(place, options);
        EXPECT_TRUE(answer) << utf8(answer.error().message());
    }
}

TEST_F(TeamTest, rubbishAfterTheLastEntryLeavesEachDeskItsCopy)
{
    TreeHead head;
    {
        const auto here = open("here");
        head = here->head();
        must(admin()->run(("SELECT countersign.append(" + std::to_string(head.size)
            + ", ARRAY['rubbish'::bytea], "
              "'{}', '{}')")
                              .c_str()));
        EXPECT_TRUE(until(*here, [&] { return !here->headView().alarm.empty(); }));
    }
    {
        const auto again = open("here");
        EXPECT_EQ(again->head(), head);
        EXPECT_NE(again->headView().alarm.find("is no entry of this ledger"), std::string::npos);
        EXPECT_FALSE(again->submit(model("credit"), signer(team_.engineer())));
    }
    goBackTo(head.size);
    EXPECT_EQ(open("here")->headView().alarm, "");
}

TEST_F(TeamTest, aLockThatSomebodyHoldsEndsTheAppendBeforeItsSenderGivesUp)
{
    const auto here = open("here");
    const auto holder = admin();
    must(holder->run("SELECT pg_advisory_lock(17235, 'countersign.entry'::regclass::oid::integer)"));
    const std::int64_t size = here->head().size;
    const auto refused = here->submit(model("credit"), signer(team_.engineer()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), QStringLiteral("CS-STORE-BUSY"));
    must(holder->run("SELECT pg_advisory_unlock_all()"));
    EXPECT_EQ(open("there")->head().size, size) << "it does not come in later";
    EXPECT_TRUE(here->submit(model("credit"), signer(team_.engineer())));
}

} // namespace
} // namespace cs::test
