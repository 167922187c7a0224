// SPDX-License-Identifier: GPL-3.0-or-later
// The synchronisation against a registry in memory that does what no real one does on demand.
#include "core/workspace/registries/sync.h"
#include "core/workspace/views/models.h"
#include "tests/core/workspace/memory_registry.h"
#include "tests/support/ledger_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cs::sync {
namespace {

using registries::Credential;

using test::MemoryRegistry;

class SyncTest : public testing::Test {
protected:
    SyncTest()
    {
        team.adopt(test::smallTeamPolicy());
        for (const char* role : {"tech_lead", "platform_team", "product_owner"})
            team.grant(team.enrol(role), role);
        for (const char* role : {"automation", "registry_sync"})
            team.grant(team.enrol(role, "service"), role);
        sync = team.who("registry_sync");
        const ActorId tea = team.enrol("Tea");
        team.open({ActorId(0), tea}, 2);
        session = team.session();
        const auto options = session->putDocument(optionsJson(defaultOptions()));
        const auto added =
            session->submit(events::RegistryAdded{{"mlflow", "mlflow-prod", "http://127.0.0.1:5000", *options}},
                team.signer(team.who("platform_team")));
        if (!added)
            throw std::runtime_error(utf8(added.error().message()));
        registry = RegistryId(added->index);
    }
    Result<Report> tryRun(bool record = true, bool repair = false)
    {
        return sync::run(
            {registry, record, repair}, remote, [this](const auto& work) { return work(*session); },
            record ? std::optional(team.signer(sync)) : std::nullopt);
    }
    Report run(bool record = true)
    {
        auto report = tryRun(record);
        EXPECT_TRUE(report) << utf8(report.error().message());
        return report ? *report : Report();
    }
    static std::vector<std::string> kinds(const Report& report)
    {
        std::vector<std::string> all;
        for (const auto& item : report.outOfStep)
            all.push_back(item.kind);
        return all;
    }

    test::LedgerBuilder team;
    ActorId sync;
    std::unique_ptr<Session> session;
    RegistryId registry;
    MemoryRegistry remote;
};

TEST_F(SyncTest, aThousandVersionsTakeOneRunEachAndOnce)
{
    for (int i = 1; i <= 1200; ++i)
        remote.add("model-" + std::to_string(i % 7), std::to_string(i));
    const Report first = run();
    EXPECT_EQ(first.newModels, 7U);
    EXPECT_EQ(first.newVersions, 1200U);
    EXPECT_EQ(remote.runsAsked, 1200U);
    const auto size = session->head().size;
    const Report again = run();
    EXPECT_EQ(again.newVersions + again.observations, 0U);
    EXPECT_EQ(remote.runsAsked, 1200U);
    EXPECT_EQ(session->head().size, size);
    team.catchUp();
}

TEST_F(SyncTest, itGoesOnWhereItStopped)
{
    for (int i = 1; i <= 6; ++i)
        remote.add("m", std::to_string(i));
    remote.pageSize = 2;
    remote.beforeRun = [this] {
        remote.beforeRun = [this] { remote.failAt = couldNot("CS-REGISTRY-UNREACHABLE", "Gone."); };
    };
    EXPECT_FALSE(tryRun());
    const std::size_t asked = remote.runsAsked;
    EXPECT_EQ(session->state().versionBriefs.size(), 2U) << "what was recorded before the error stays";
    remote.failAt.reset();
    EXPECT_EQ(run().newVersions, 4U);
    EXPECT_EQ(remote.runsAsked, asked + 4);
}

TEST_F(SyncTest, aNameThatHidesSomethingIsSkippedAndShown)
{
    remote.add("credit", "1");
    remote.add("cred\xE2\x80\x8Bit", "1"); // U+200B inside
    remote.add(" credit", "1");
    remote.add("bad\x1b[31m\xE2\x80\xAE", "1");
    const Report report = run();
    EXPECT_EQ(report.newModels, 1U);
    EXPECT_EQ(report.skipped, 3U);
    for (const auto& why : report.whySkipped) {
        EXPECT_EQ(why.find('\x1b'), std::string::npos) << why;
        EXPECT_EQ(why.find("\xE2\x80"), std::string::npos) << why;
    }
    EXPECT_TRUE(std::ranges::any_of(report.whySkipped, [](const auto& why) {
        return why.find("\\u200b") != std::string::npos;
    })) << "the unseen is shown";
}

TEST_F(SyncTest, whatWasReadBeforeAnErrorIsRecorded)
{
    for (int i = 1; i <= 6; ++i)
        remote.add("m", std::to_string(i));
    remote.failRunAt = 4;
    EXPECT_FALSE(tryRun());
    EXPECT_EQ(session->state().versionBriefs.size(), 3U) << "the page is cut where its run could not be had";
    EXPECT_EQ(run().newVersions, 3U);
}

TEST_F(SyncTest, aRunThatIsGoneLeavesItsVersionWithoutMetrics)
{
    for (int i = 1; i <= 3; ++i)
        remote.add("m", std::to_string(i));
    remote.beforeRun = [this] { remote.heldRunsGone = true; };
    EXPECT_EQ(run().newVersions, 3U) << "deleted between the list and its runs";
    remote.heldVersions.erase({"m", "2"});
    const Report after = run();
    EXPECT_EQ(after.versions, 2U);
    EXPECT_EQ(session->state().versionBriefs.size(), 3U) << "the ledger forgets nothing";
    EXPECT_TRUE(after.outOfStep.empty()) << "it was never promoted";
}

TEST_F(SyncTest, aStopEndsReadingAheadAndRecording)
{
    for (int i = 1; i <= 5000; ++i)
        remote.add("m", std::to_string(i));
    std::stop_source stop;
    const auto report = sync::run(
        {registry, true, false}, remote,
        [&](const auto& work) {
            stop.request_stop();
            return work(*session);
        },
        team.signer(sync), {}, stop.get_token());
    ASSERT_FALSE(report);
    EXPECT_LE(session->state().versionBriefs.size(), 500U) << "what was read ahead is left";
    EXPECT_EQ(session->state().versionBriefs.size() + run().newVersions, 5000U) << "the next one goes on";
}

TEST_F(SyncTest, twoAtOnceRecordEverythingOnce)
{
    for (int i = 1; i <= 20; ++i)
        remote.add("m", std::to_string(i));
    auto other = team.session();
    MemoryRegistry same = remote;
    remote.beforeRun = [&] {
        const auto report = sync::run(
            {registry, true, false}, same, [&](const auto& work) { return work(*other); }, team.signer(sync));
        ASSERT_TRUE(report) << utf8(report.error().message());
        EXPECT_EQ(report->newVersions, 20U);
    };
    const Report report = run();
    EXPECT_EQ(report.newVersions, 0U) << "the other one was quicker";
    EXPECT_EQ(session->state().versionBriefs.size(), 20U);
    EXPECT_EQ(session->head(), other->head());
}

TEST_F(SyncTest, whatCannotBeReadIsSkippedAndSaid)
{
    remote.add("good <b>name</b>", "1");
    remote.add("hidden \xE2\x80\xAE name", "1");
    remote.add(std::string(300, 'n'), "1");
    remote.heldVersions[{"good <b>name</b>", "1"}].tags["note"] = std::string(5000, 'x');
    const Report report = run();
    EXPECT_EQ(report.newVersions, 1U);
    EXPECT_EQ(report.skipped, 2U);
    EXPECT_EQ(report.whySkipped.size(), 2U);
}

TEST_F(SyncTest, aPageThatComesAgainEndsTheRun)
{
    remote.add("m", "1");
    remote.repeatToken = true;
    const auto report = tryRun();
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code(), QStringLiteral("CS-REGISTRY-PAGES"));
}

TEST_F(SyncTest, userNamesStandInNoEntry)
{
    remote.add("m", "1");
    remote.heldVersions[{"m", "1"}].raw = R"({"user_id":"carla.private"})";
    run();
    for (EntryIndex i = 0; i < session->head().size; ++i)
        EXPECT_EQ(session->line(i)->find("carla.private"), std::string::npos);
    const auto* version = session->state().versions.find(session->state().versionBriefs.begin()->first.index());
    EXPECT_NE(session->textOf(*version->description.raw)->find("carla.private"), std::string::npos);
}

TEST_F(SyncTest, allDatasetsOfARunAreOnTheVersionsPage)
{
    remote.add("m", "1");
    remote.datasets = {{"holdout", "d1", "validation"}, {"loans", "d2", "training"}, {"loans", "d3", ""}};
    run();
    const VersionId id = session->state().versionBriefs.begin()->first;
    views::ModelsIndex index;
    index.refresh(*session);
    const auto page = views::versionPage(*session, index, id, ActorId(), team.clock().now());
    ASSERT_TRUE(page) << utf8(page.error().message());
    EXPECT_EQ(page->dataName + " " + page->dataVersion, "loans d2") << "what the run calls training data";
    ASSERT_EQ(page->moreData.size(), 2U);
    EXPECT_EQ(page->moreData[0].label, "validation");
    EXPECT_EQ(page->moreData[0].value, "holdout d1");
    EXPECT_EQ(page->moreData[1].value, "loans d3");
    EXPECT_TRUE(datasetsIn("{}").empty());
    EXPECT_TRUE(datasetsIn("nonsense").empty());
}

TEST_F(SyncTest, onlyTheSyncRoleMaySign)
{
    remote.add("m", "1");
    const auto report = sync::run(
        {registry, true, false}, remote, [this](const auto& work) { return work(*session); },
        team.signer(team.who("automation")));
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().law(), 2);
    const auto person = sync::run(
        {registry, true, false}, remote, [this](const auto& work) { return work(*session); },
        team.signer(team.who("tech_lead")));
    ASSERT_FALSE(person);
    EXPECT_EQ(person.error().code(), QStringLiteral("CS-WORKSPACE-PERSON"));
    EXPECT_TRUE(session->state().versionBriefs.empty());
}

TEST_F(SyncTest, whatIsServedAndNotPromotedIsAFinding)
{
    remote.add("m", "1");
    remote.add("m", "2");
    remote.held.at("m").aliases = {{"champion", "1"}, {"canary", "2"}, {"mine", "2"}};
    remote.heldVersions.at({"m", "2"}).stage = "Production";
    remote.heldVersions.at({"m", "1"}).tags["countersign-stage"] = "production";
    Report report = run();
    auto found = kinds(report);
    std::ranges::sort(found);
    EXPECT_EQ(found,
        (std::vector<std::string>{"registry.alias_without_promotion", "registry.alias_without_promotion",
            "registry.stage_without_promotion", "registry.stamp_forged"}));
    EXPECT_EQ(report.findingsOpened, 4U) << "an alias on either version, a stage, a stamp";
    EXPECT_EQ(run().findingsOpened, 0U);
    EXPECT_EQ(run(false).outOfStep.size(), 4U) << "a comparison alone says the same and signs nothing";
}

TEST_F(SyncTest, aStampOfAnEntryThatIsNotHereMayBeOfAnotherHistory)
{
    remote.add("m", "1");
    auto& tags = remote.heldVersions.at({"m", "1"}).tags;
    const auto own = session->store().node(0, 3);
    ASSERT_TRUE(own);
    tags["countersign-ledger"] = own->hex().substr(0, 40);
    EXPECT_EQ(kinds(run()), std::vector<std::string>{"registry.stamp_forged"}) << "an entry of this ledger";
    tags["countersign-ledger"] = std::string(40, 'a');
    auto found = kinds(run(false));
    std::ranges::sort(found);
    EXPECT_EQ(found, (std::vector<std::string>{"registry.ledger_unknown", "registry.stamp_forged"}));
    tags["countersign-ledger"] = "nonsense";
    EXPECT_EQ(kinds(run(false)), std::vector<std::string>{"registry.stamp_forged"});
}

TEST_F(SyncTest, aNumberThatMeansAnotherThingIsAFinding)
{
    remote.add("m", "1");
    run();
    remote.heldVersions.at({"m", "1"}).run = "another";
    remote.held.at("m").aliases["mine"] = "1"; // a name that stands for nothing here
    EXPECT_EQ(kinds(run()), std::vector<std::string>{"registry.version_replaced"});
}

TEST_F(SyncTest, theDigestIsOverNamesAndBytes)
{
    const auto artifact = fetchDigest(remote, {});
    ASSERT_TRUE(artifact) << utf8(artifact.error().message());
    EXPECT_EQ(artifact->method, "oms");
    EXPECT_EQ(artifact->bytes, 5) << ".git is left out";
    remote.shortFile = true;
    const auto cut = fetchDigest(remote, {});
    ASSERT_FALSE(cut);
    EXPECT_EQ(cut.error().code(), QStringLiteral("CS-REGISTRY-ARTIFACT"));
}

TEST(RegistryOptionsTest, readWhatTheyWrite)
{
    RegistryOptions options = defaultOptions();
    options.auth = "basic";
    options.user = "svc \"x\"";
    options.everySeconds = 0;
    const auto again = readOptions(optionsJson(options));
    ASSERT_TRUE(again) << utf8(again.error().message());
    EXPECT_EQ(optionsJson(*again), optionsJson(options));
    for (const char* bad :
        {"{}", "[]", R"({"auth":"none","aliases":{"a":"x","b":"x"},"ownerRole":"o","everySeconds":0})",
            R"({"auth":"none","aliases":{},"ownerRole":"o","everySeconds":3})"})
        EXPECT_FALSE(readOptions(bad)) << bad;
}

TEST(RegistryCredentialTest, isBoundToItsOrigin)
{
    MemoryKeychain keychain;
    const Credential credential{Credential::Kind::Bearer, "", "token", "https://registry.example"};
    ASSERT_TRUE(storeCredential(keychain, "w", RegistryId(5), credential));
    EXPECT_EQ(storedCredential(keychain, "w", RegistryId(5), "https://registry.example")->value().secret, "token");
    EXPECT_FALSE(storedCredential(keychain, "w", RegistryId(5), "https://other.example")->has_value());
    EXPECT_FALSE(storedCredential(keychain, "w", RegistryId(6), "https://registry.example")->has_value());
    EXPECT_FALSE(storedCredential(keychain, "v", RegistryId(5), "https://registry.example")->has_value());
}

} // namespace
} // namespace cs::sync
