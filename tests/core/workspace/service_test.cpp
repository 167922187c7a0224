// SPDX-License-Identifier: GPL-3.0-or-later
// The console's way in: answers come as futures, changes of other processes as signals.
#include "core/base/sha256.h"
#include "core/workspace/service.h"
#include "tests/core/workspace/service_wait.h"
#include "tests/support/ledger_builder.h"

#include <gtest/gtest.h>

#include <atomic>

namespace cs {
namespace {

using test::answer;
using test::until;

/// Counts the questions that a locked keychain would put to the person at the screen.
class WatchedKeychain final : public Keychain {
public:
    explicit WatchedKeychain(MemoryKeychain& inner)
        : m_inner(inner)
    {
    }
    Result<std::optional<Bytes>> read(const std::string& key) override
    {
        ++reads;
        return m_inner.read(key);
    }
    Status write(const std::string& key, const Bytes& value) override { return m_inner.write(key, value); }
    Status remove(const std::string& key) override { return m_inner.remove(key); }
    KeychainDiagnosis diagnose() override { return m_inner.diagnose(); }
    void askAgain() override { ++asked; }

    std::atomic<int> reads = 0, asked = 0;

private:
    MemoryKeychain& m_inner;
};

class ServiceTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_builder.smallTeam();
        KeyRing ring(m_builder.keychain(), m_builder.clock());
        ASSERT_TRUE(ring.importKey(*test::keyOf("tech_lead"), "Tech lead", std::nullopt));
        m_environment = m_builder.environment();
        m_environment.keychain = &m_watched;
        m_service = WorkspaceService::create(m_environment);
    }
    PromotionId propose()
    {
        const ActorId engineer = m_builder.who("ml_engineer");
        const ModelId model(m_builder.append(events::ModelRegistered{"scores", "ml_engineer", std::nullopt}, engineer));
        events::VersionRegistered version;
        version.model = model;
        version.description.label = "1";
        version.description.artifact = {"file", sha256Of("artifact"), 1000};
        version.description.code = "0f3c9d1";
        version.description.data = {"applications", "2026-02", sha256Of("training data")};
        version.description.pipeline = {"train", "4"};
        version.description.contributors = {engineer};
        events::PromotionProposed proposal;
        proposal.version = VersionId(m_builder.append(version, engineer));
        proposal.transition = "dev-to-staging";
        proposal.endpoint = "loans";
        proposal.policy = m_builder.state().policyInForce()->digest;
        proposal.text = m_builder.text("Better by two points.");
        proposal.rollbackTarget = "none";
        return PromotionId(m_builder.append(proposal, engineer));
    }

    test::LedgerBuilder m_builder;
    WatchedKeychain m_watched{m_builder.keychain()};
    Environment m_environment;
    std::unique_ptr<WorkspaceService> m_service;
};

TEST_F(ServiceTest, asksBeforeFirstContactAndThenOpens)
{
    const auto asked = answer(m_service->open(qs(m_builder.path()), false, false));
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code(), QStringLiteral("CS-PIN-FIRST-CONTACT"));
    const auto opened = answer(m_service->open(qs(m_builder.path()), false, true));
    ASSERT_TRUE(opened) << utf8(opened.error().message());
    EXPECT_EQ(opened->size, m_builder.head().size);
}

TEST_F(ServiceTest, withoutAWorkspaceEveryAnswerSaysSo)
{
    const auto head = answer(m_service->head());
    ASSERT_FALSE(head);
    EXPECT_EQ(head.error().code(), QStringLiteral("CS-WORKSPACE-CLOSED"));
    EXPECT_FALSE(answer(m_service->inbox()));
    EXPECT_FALSE(answer(m_service->verify()));
}

TEST_F(ServiceTest, knowsWhoseKeyIsHereAndVerifies)
{
    ASSERT_TRUE(answer(m_service->open(qs(m_builder.path()), false, true)));
    const auto own = answer(m_service->identities());
    ASSERT_TRUE(own) << utf8(own.error().message());
    ASSERT_EQ(own->size(), 1U);
    EXPECT_EQ(own->front().person.id, m_builder.who("tech_lead"));
    EXPECT_EQ(own->front().key, IdentityView::Key::Open);
    const auto report = answer(m_service->verify());
    ASSERT_TRUE(report) << utf8(report.error().message());
    EXPECT_EQ(report->verdict, "intact");
}

TEST_F(ServiceTest, entriesOfAnotherProcessAreAnnounced)
{
    ASSERT_TRUE(answer(m_service->open(qs(m_builder.path()), false, true)));
    qint64 from = -1, to = -1;
    QObject::connect(
        m_service.get(), &WorkspaceService::changed, m_service.get(), [&](qint64 a, qint64 b) { from = a, to = b; });
    const qint64 before = m_builder.head().size;
    events::ModelRegistered event;
    event.name = "by another";
    event.ownerRole = "ml_engineer";
    m_builder.append(event, m_builder.who("ml_engineer"));
    ASSERT_TRUE(until([&] { return to >= 0; }));
    EXPECT_EQ(from, before);
    EXPECT_EQ(to, before + 1);
}

TEST_F(ServiceTest, aNewerLedgerListsItsEntriesAndShowsNoState)
{
    const events::CardReplaced event{m_builder.text("T")};
    EntryHeader header = m_builder.header(event, m_builder.who("tech_lead"));
    header.v = 2;
    const EntryIndex index = m_builder.forge(event, header, *test::keyOf("tech_lead"));
    const auto opened = answer(m_service->open(qs(m_builder.path()), false, true));
    ASSERT_TRUE(opened) << utf8(opened.error().message());
    EXPECT_FALSE(opened->newerLedger.empty());
    for (const Error& error : {answer(m_service->inbox()).error(), answer(m_service->promotions(false)).error(),
             answer(m_service->promotion(PromotionId(1))).error()}) {
        EXPECT_EQ(error.code(), QStringLiteral("CS-WORKSPACE-NEWER"));
        EXPECT_EQ(error.law(), 14);
    }
    const auto found = answer(m_service->findEntries(QString()));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->front(), index);
    EXPECT_TRUE(answer(m_service->entryDetail(index)));
}

TEST_F(ServiceTest, lookingAtConnectionsNeverAsksForTheKeychain)
{
    ASSERT_TRUE(answer(m_service->open(qs(m_builder.path()), false, true)));
    query::RegistryForm form;
    form.name = "prod";
    form.url = "https://registry.example";
    form.auth = "bearer";
    form.aliases = {{"production", "production"}};
    form.ownerRole = "ml_engineer";
    form.everySeconds = 10;
    ASSERT_TRUE(answer(m_service->saveRegistry(form, {})));
    const auto open = answer(m_service->connections());
    ASSERT_TRUE(open) << utf8(open.error().message());
    EXPECT_EQ(open->registries.at(0).signIn, query::RegistryRow::SignIn::Missing);
    m_builder.keychain().setState(KeychainState::Locked);
    const int before = m_watched.reads;
    const auto locked = answer(m_service->connections());
    ASSERT_TRUE(locked) << utf8(locked.error().message());
    EXPECT_EQ(locked->registries.at(0).signIn, query::RegistryRow::SignIn::Unknown);
    EXPECT_NE(locked->cannotSync.find("locked"), std::string::npos);
    EXPECT_EQ(m_watched.reads, before) << "each read would put a question on the screen";
}

TEST_F(ServiceTest, theKeychainIsUnlockedBeforeAnythingIsOpen)
{
    m_builder.keychain().setState(KeychainState::Locked);
    const auto early = answer(m_service->unlock({}));
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().code(), QStringLiteral("CS-KEYCHAIN-LOCKED")) << "not: no workspace is open";
    const int asked = m_watched.asked;
    m_builder.keychain().setState(KeychainState::Ready);
    EXPECT_TRUE(answer(m_service->unlock({}))) << "the keychain needs no workspace";
    EXPECT_EQ(m_watched.asked, asked + 1) << "who wants it unlocked is asked, however they answered before";
    EXPECT_TRUE(answer(m_service->open(qs(m_builder.path()), false, true)));
    const auto me = answer(m_service->unlock({}));
    ASSERT_TRUE(me) << utf8(me.error().message());
    EXPECT_EQ(me->person.id, m_builder.who("tech_lead"));
}

TEST_F(ServiceTest, anAcceptedCommandIsFinishedByTheDestructor)
{
    const PromotionId promotion = propose();
    ASSERT_TRUE(answer(m_service->open(qs(m_builder.path()), false, true)));
    m_builder.clock().advanceSeconds(60);
    auto future = m_service->comment(promotion, QStringLiteral("Said on the way out."), {});
    m_service.reset();
    EXPECT_TRUE(future.isFinished());
    const auto signedComment = future.result();
    ASSERT_TRUE(signedComment) << utf8(signedComment.error().message());
    m_builder.catchUp();
    EXPECT_EQ(m_builder.head().size, signedComment->index + 1);
}

TEST_F(ServiceTest, anOpeningThatWasStoppedOpensNothing)
{
    auto first = m_service->head(); // the worker is busy until the stop is in
    auto opening = m_service->open(qs(m_builder.path()), false, true);
    m_service->cancelOpen();
    const auto opened = answer(opening);
    const QString code = opened ? QString() : opened.error().code(); // it may have been done before
    EXPECT_TRUE(opened || code == QStringLiteral("CS-WORKSPACE-STOPPED")) << utf8(code);
    EXPECT_EQ(answer(m_service->head()).has_value(), opened.has_value());
    EXPECT_TRUE(answer(m_service->open(qs(m_builder.path()), false, true))) << "an old stop stops nothing new";
}

} // namespace
} // namespace cs
