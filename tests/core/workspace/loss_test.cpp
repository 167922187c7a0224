// SPDX-License-Identifier: GPL-3.0-or-later
// A server lost what desks had verified, and the administrators give it up.
#include "core/workspace/loss.h"
#include "core/workspace/people_commands.h"
#include "tests/core/workspace/team_fixture.h"

namespace cs::test {
namespace {

class LossTest : public TeamTest {
protected:
    LossTest()
    {
        m_here = open("here");
        m_second = open("second");
    }
    /// One entry that both desks see and the server loses, in whose place a third desk puts another.
    std::int64_t lose()
    {
        const std::int64_t size = m_here->head().size;
        must(m_here->submit(model("credit"), signer(team_.engineer())));
        EXPECT_TRUE(until(*m_second, [&] { return m_second->head() == m_here->head(); }));
        m_had = m_here->head();
        m_here.reset();
        m_second.reset();
        goBackTo(size);
        must(open("third")->submit(model("fraud"), signer(team_.lead())));
        return size;
    }
    /// The server loses two entries: one desk had verified both, the other one the first. @returns the head between
    TreeHead loseTwo()
    {
        const std::int64_t size = m_here->head().size;
        must(m_here->submit(model("credit"), signer(team_.engineer())));
        const TreeHead between = m_here->head();
        EXPECT_TRUE(until(*m_second, [&] { return m_second->head() == between; }));
        m_second.reset();
        must(m_here->submit(model("more"), signer(team_.engineer())));
        m_here.reset();
        goBackTo(size);
        return between;
    }
    /// Both administrators accept what that desk has lost.
    void acceptFrom(const std::string& name)
    {
        must(loss::sign(*shown(name), "The disk was lost", signer(team_.owner())));
        must(loss::sign(*shown(name), "", signer(team_.engineer())));
    }
    std::unique_ptr<Session> shown(const std::string& name) { return must(loss::open(url, desk(name))); }
    void acceptByTwo()
    {
        must(loss::sign(*shown("here"), "The disk was lost", signer(team_.owner())));
        must(loss::sign(*shown("second"), "", signer(team_.engineer())));
    }

    std::unique_ptr<Session> m_here, m_second;
    TreeHead m_had;
};

TEST_F(LossTest, isShownWithBothHeadsAndWhatIsGone)
{
    const std::int64_t size = lose();
    const auto session = shown("here");
    const auto lost = must(loss::look(*session));
    EXPECT_EQ(lost.had.size, m_had.size);
    EXPECT_EQ(lost.had.root, m_had.root);
    EXPECT_EQ(lost.common.size, size);
    EXPECT_EQ(lost.lost, 1);
    EXPECT_TRUE(lost.bothKnown);
    ASSERT_EQ(lost.rows.size(), 1U);
    EXPECT_EQ(lost.rows[0].index, size);
    EXPECT_EQ(lost.rows[0].type, "model.registered");
    EXPECT_FALSE(lost.proposal);
    EXPECT_FALSE(open("here")->headView().alarm.empty()) << "looking takes no alarm down";
}

TEST_F(LossTest, nothingElseIsSignedThere)
{
    lose();
    const auto refused = shown("here")->submit(model("other"), signer(team_.engineer()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), QStringLiteral("CS-LOSS-ONLY"));
}

TEST_F(LossTest, oneAdministratorIsNotEnough)
{
    lose();
    must(loss::sign(*shown("here"), "The disk was lost", signer(team_.owner())));
    const auto lost = must(loss::look(*shown("here")));
    EXPECT_TRUE(lost.proposal);
    EXPECT_FALSE(lost.accepted);
    EXPECT_EQ(lost.signers.size(), 1U);
    const auto settled = loss::settle(shown("here"));
    ASSERT_FALSE(settled);
    EXPECT_EQ(settled.error().code(), QStringLiteral("CS-LOSS-OPEN"));
    EXPECT_FALSE(open("here")->headView().alarm.empty());
}

TEST_F(LossTest, theQuorumAcceptsAndEachDeskTakesOver)
{
    lose();
    acceptByTwo();
    for (const char* name : {"here", "second"}) {
        EXPECT_FALSE(open(name)->headView().alarm.empty()) << "nobody's copy changes behind their back";
        const std::string said = must(loss::settle(shown(name)));
        EXPECT_NE(said.find(m_had.text()), std::string::npos) << said;
        const auto after = open(name);
        EXPECT_EQ(after->headView().alarm, "");
        EXPECT_EQ(after->head(), open("third")->head());
        EXPECT_FALSE(after->loss());
    }
    EXPECT_TRUE(open("here")->submit(model("after"), signer(team_.engineer())));
    const auto none = loss::look(*shown("here"));
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code(), QStringLiteral("CS-LOSS-NONE"));
}

TEST_F(LossTest, anAcceptanceCoversNoLaterLoss)
{
    lose();
    acceptByTwo();
    must(loss::settle(shown("here")));
    std::int64_t size = 0;
    {
        const auto here = open("here");
        size = here->head().size;
        must(here->submit(model("later"), signer(team_.engineer())));
    }
    goBackTo(size);
    const auto lost = must(loss::look(*shown("here")));
    EXPECT_FALSE(lost.accepted);
    EXPECT_FALSE(lost.proposal);
    EXPECT_FALSE(loss::settle(shown("here")));
}

TEST_F(LossTest, whoStoodElsewhereIsNotCovered)
{
    loseTwo();
    acceptFrom("here");
    EXPECT_TRUE(must(loss::look(*shown("here"))).accepted);
    EXPECT_FALSE(must(loss::look(*shown("second"))).accepted)
        << "nobody can show that the entry of this desk is below the head that was named";
}

TEST_F(LossTest, whoHasVerifiedMoreIsNotCovered)
{
    loseTwo();
    acceptFrom("second");
    EXPECT_TRUE(must(loss::look(*shown("second"))).accepted);
    EXPECT_FALSE(must(loss::look(*shown("here"))).accepted) << "nobody gave up the second entry";
}

TEST_F(LossTest, headsOfTheCopyThatWasKeptAreKnownAndOthersAreNot)
{
    const TreeHead below = loseTwo();
    acceptFrom("here");
    must(loss::settle(shown("here")));
    const auto here = open("here");
    const SecretKey log = *SecretKey::fromSeed(keyOf("log of this test")->seed());
    const auto seen = [&](const TreeHead& head) {
        const std::string text = Checkpoint{checkpointOrigin(here->state().workspaceId), head, {}}.text();
        const std::string name = "desk";
        return heads::Seen{"desk", text + "\n" + note::cosignature(text, name, log, 1), team_.clock().now()};
    };
    const note::VerifierKey witness{"desk", log.publicKey(), note::KeyType::Cosignature};
    const auto trust = people::proposal(*here, events::change::Trust{"witness", witness.text(), "A desk"}, "");
    const auto proposed = must(commands::submit(*here, trust, signer(team_.owner())));
    must(here->submit(events::AuthorityEndorsed{proposed.index, "endorse"}, signer(team_.engineer())));
    EXPECT_TRUE(must(here->judge(seen(below))).givenUp) << "the copy that was kept continues it";
    must(here->takeHeads({seen(below)}));
    EXPECT_EQ(here->headView().alarm, "") << "a colleague's note from before blocks nobody";
    const auto another = must(here->judge(seen({below.size, Digest()})));
    EXPECT_FALSE(another.givenUp);
    EXPECT_TRUE(another.isAlarm()) << "a new history of that size is no part of what was given up";
    must(here->takeHeads({seen({below.size, Digest()})}));
    EXPECT_NE(here->headView().alarm, "");
}

} // namespace
} // namespace cs::test
