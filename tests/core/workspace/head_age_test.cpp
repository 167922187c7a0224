// SPDX-License-Identifier: GPL-3.0-or-later
// A server on which nothing happens looks like one that keeps back what happens.
#include "core/workspace/heads/exchange.h"
#include "tests/core/workspace/team_fixture.h"

namespace cs::test {
namespace {

std::string oneHourPolicy()
{
    std::string text = smallTeamPolicy();
    const std::string before = "\"freezes\": [],";
    const auto at = text.find(before);
    if (at == std::string::npos)
        throw std::runtime_error("the policy reads otherwise now");
    return text.insert(at, "\"maxHeadAgeSeconds\": 3600, ");
}

class HeadAgeTest : public testing::Test {
protected:
    HeadAgeTest()
    {
        environment = team.builder().environment();
        environment.stateDir = utf8(m_dir.filePath(QStringLiteral("desk")));
        environment.cacheDir = environment.stateDir + "/cache";
        environment.random = [](std::size_t count) { return randomBytes(count); };
        environment.keychain = &m_keychain;
        witness = must(heads::deskKey(environment));
        team.changeByAll(events::change::Trust{"witness", witness.verifier.text(), "A colleague's desk"});
        const VersionId version = team.registerVersion("1");
        team.reportForStaging(version);
        promotion = team.propose(version, "dev-to-staging", team.engineer());
        team.approve(promotion, team.lead());
    }
    std::unique_ptr<Session> open(const std::string& place)
    {
        OpenOptions options;
        options.trust = Trust::FirstContact;
        return must(Session::open(place, environment, options));
    }
    Status mayExecute(const Session& session)
    {
        const Signer ci = team.builder().signer(team.ci());
        return session.wouldAccept(team.execution(promotion), ci.actor, ci.key->publicKey());
    }

    SmallTeamLedger team{oneHourPolicy()};
    PromotionId promotion;
    Environment environment;
    heads::DeskKey witness;

private:
    QTemporaryDir m_dir;
    MemoryKeychain m_keychain;
};

TEST_F(HeadAgeTest, onAServerAPromotionAsksForASignOfLife)
{
    const std::string url = freshDatabase();
    const auto remote = must(PgLog::open(must(PgPlace::parse(url)), {}));
    must(team::fill(*remote, team.builder().store()));
    const auto session = open(url);
    EXPECT_TRUE(mayExecute(*session));
    team.clock().advanceSeconds(2 * 3600);
    const Status old = mayExecute(*session);
    ASSERT_FALSE(old);
    EXPECT_EQ(old.error().code(), QStringLiteral("CS-HEADS-OLD"));
    // Nothing else is held up by it.
    const events::ModelRegistered model{"credit", "product_owner", std::nullopt};
    const Signer engineer = team.builder().signer(team.engineer());
    EXPECT_TRUE(session->wouldAccept(model, engineer.actor, engineer.key->publicKey()));
    // A witness has just seen the same: that is one.
    must(session->takeHeads({{"colleague", heads::ownNote(*session, witness), team.clock().now()}}));
    const Status seen = mayExecute(*session);
    EXPECT_TRUE(seen) << (seen ? std::string() : utf8(seen.error().message()));
}

TEST_F(HeadAgeTest, inAFileEverybodyReadsTheSame)
{
    const auto session = open(team.builder().path());
    team.clock().advanceSeconds(2 * 3600);
    EXPECT_TRUE(mayExecute(*session));
}

} // namespace
} // namespace cs::test
