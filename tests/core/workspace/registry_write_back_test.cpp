// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger decided, written into a registry where somebody else writes too.
#include "core/crypto/enrolment.h"
#include "core/workspace/registries/sync.h"
#include "tests/core/workspace/memory_registry.h"
#include "tests/support/small_team_ledger.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cs::sync {
namespace {

class WriteBackTest : public testing::Test {
protected:
    WriteBackTest()
    {
        const ActorId sync = team.b().enrol("sync", "service");
        for (const ActorId person : {team.engineer(), team.lead()})
            if (!team.state().authorityCases.at(sync.index()).effectiveAt)
                team.endorse(sync.index(), person);
        events::change::Grant grant;
        grant.actor = sync;
        grant.role = "registry_sync";
        team.changeByAll(grant);
        signer = team.b().signer(sync);
        for (const char* version : {"1", "2", "3"})
            remote.add(name(), version);
    }
    std::string name() const { return team.state().model(team.model())->name; }
    std::map<std::string, std::string>& aliases() { return remote.held.at(name()).aliases; }
    std::map<std::string, std::string> stamps(const std::string& version)
    {
        return remote.heldVersions.at({name(), version}).tags;
    }
    /// Builder and session write in turns.
    Report run(bool repair = false)
    {
        if (session == nullptr) {
            session = team.b().session();
            const auto options = session->putDocument(optionsJson(defaultOptions()));
            const auto added =
                session->submit(events::RegistryAdded{{"mlflow", "prod", "http://127.0.0.1:5000", *options}},
                    team.b().signer(team.engineer()));
            EXPECT_TRUE(added) << utf8(added.error().message());
            registry = RegistryId(added->index);
        }
        EXPECT_TRUE(session->catchUp());
        auto report = sync::run(
            {registry, true, repair}, remote, [&](const auto& work) { return work(*session); }, signer);
        EXPECT_TRUE(report) << utf8(report.error().message());
        team.b().catchUp();
        return report ? *report : Report();
    }
    static bool has(const Report& report, const char* kind)
    {
        return std::ranges::any_of(report.outOfStep, [&](const OutOfStep& item) { return item.kind == kind; });
    }

    test::SmallTeamLedger team;
    test::MemoryRegistry remote;
    Signer signer;
    std::unique_ptr<Session> session;
    RegistryId registry;
};

using Aliases = std::map<std::string, std::string>;

TEST_F(WriteBackTest, aliasAndStampsFollowTheStageOnce)
{
    const VersionId version = team.versionInStaging();
    const Report first = run();
    EXPECT_EQ(first.writesOk, 1U);
    EXPECT_TRUE(first.outOfStep.empty());
    EXPECT_EQ(aliases(), (Aliases{{"staging", "1"}}));
    EXPECT_EQ(stamps("1").at("countersign-stage"), "staging");
    EXPECT_EQ(stamps("1").size(), 5U);
    EXPECT_TRUE(stamps("2").empty());
    const std::size_t writes = remote.writes;
    EXPECT_EQ(run().writesOk, 0U);
    EXPECT_EQ(remote.writes, writes);

    team.toCanary(version);
    EXPECT_EQ(run().writesOk, 1U);
    EXPECT_EQ(aliases(), (Aliases{{"canary", "1"}})) << "the alias of the stage that it left is taken away";
}

TEST_F(WriteBackTest, whatStoodThereBeforeIsNotTakenInSilence)
{
    team.versionInStaging();
    aliases()["staging"] = "2";
    const Report report = run();
    EXPECT_EQ(report.writesConflict, 1U);
    EXPECT_EQ(aliases(), (Aliases{{"staging", "2"}}));
    EXPECT_TRUE(has(report, "registry.alias_without_promotion"));
    EXPECT_TRUE(has(report, "registry.write_failed"));
    EXPECT_EQ(run(true).writesOk, 1U) << "asked to put it right, it does";
    EXPECT_EQ(aliases(), (Aliases{{"staging", "1"}}));
}

TEST_F(WriteBackTest, whatMovesWhileTheRegistryIsReadIsNotOverwritten)
{
    team.versionInStaging();
    remote.beforeModel = [this] { aliases()["staging"] = "3"; };
    EXPECT_EQ(run().writesConflict, 1U);
    EXPECT_EQ(aliases(), (Aliases{{"staging", "3"}}));
    EXPECT_EQ(stamps("1").at("countersign-stage"), "staging") << "its own stamps are its own";
}

TEST_F(WriteBackTest, anAliasPutOntoAVersionThatLeftIsAFinding)
{
    const VersionId version = team.versionInStaging();
    run();
    team.toCanary(version);
    run();
    aliases()["staging"] = "1"; // by hand, on a version that is in canary
    const Report report = run();
    EXPECT_EQ(aliases().at("staging"), "1");
    EXPECT_TRUE(has(report, "registry.alias_without_promotion"));
}

TEST_F(WriteBackTest, aRegistryThatRefusesIsAskedAgain)
{
    team.versionInStaging();
    remote.refuseWrites = true;
    const Report refused = run();
    EXPECT_EQ(refused.writesRefused, 1U);
    EXPECT_TRUE(has(refused, "registry.write_failed"));
    remote.refuseWrites = false;
    EXPECT_EQ(run().writesOk, 1U);
    EXPECT_EQ(aliases(), (Aliases{{"staging", "1"}}));
}

TEST_F(WriteBackTest, aRollbackTakesTheAliasWhoeverMovedIt)
{
    const VersionId first = team.versionInProduction("1");
    const VersionId second = team.versionInProduction("2");
    run();
    EXPECT_EQ(aliases().at("production"), "2");
    remote.beforeModel = [this] { aliases()["production"] = "3"; };
    team.b().append(team.rollback(second, "production-rollback", first.text()), team.owner());
    const Report report = run();
    EXPECT_EQ(aliases().at("production"), "1");
    EXPECT_FALSE(has(report, "registry.alias_without_promotion"));
    EXPECT_EQ(stamps("1").at("countersign-decision").substr(0, 6), "entry-");
}

} // namespace
} // namespace cs::sync
