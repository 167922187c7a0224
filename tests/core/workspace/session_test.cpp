// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/store/sqlite_log_store.h"
#include "core/workspace/views.h"
#include "tests/support/ledger_builder.h"

#include <gtest/gtest.h>

#include <QFile>

#include <sqlite3.h>

namespace cs {
namespace {

using test::keyOf;
using test::LedgerBuilder;

FoundingSpec founding(const std::string& mode = "single")
{
    return {"Example bank", mode, "Fay Founder", test::smallTeamPolicy()};
}

class SessionTest : public testing::Test {
protected:
    Environment environment()
    {
        Environment environment;
        environment.clock = &m_clock;
        environment.keychain = &m_keychain;
        environment.stateDir = utf8(m_dir.filePath(QStringLiteral("state")));
        environment.station = "0011223344556677";
        environment.random = [](std::size_t count) { return randomBytes(count); };
        return environment;
    }
    std::string path() const { return utf8(m_dir.filePath(QStringLiteral("w.countersign"))); }
    Result<std::unique_ptr<Session>> found()
    {
        return Session::found(path(), founding(), keyOf("Fay"), std::nullopt, environment());
    }

    QTemporaryDir m_dir;
    ManualClock m_clock{UtcTime(1'772'442'000'000)};
    MemoryKeychain m_keychain;
};

TEST_F(SessionTest, foundsWithPolicyAndOpensAgain)
{
    TreeHead head;
    {
        const auto session = found();
        ASSERT_TRUE(session) << utf8(session.error().message());
        EXPECT_EQ((*session)->state().size, 3);
        EXPECT_EQ((*session)->headView().name, "Example bank");
        EXPECT_EQ((*session)->headView().mode, "single");
        EXPECT_EQ((*session)->textOf((*session)->state().actor(ActorId(0))->card), "Fay Founder");
        head = (*session)->head();
    }
    const auto again = Session::open(path(), environment());
    ASSERT_TRUE(again) << utf8(again.error().message());
    EXPECT_EQ((*again)->head(), head);
    EXPECT_EQ((*again)->pin().verdict, HeadVerdict::Ok);
    EXPECT_NE((*again)->state().policyInForce(), nullptr);
}

TEST_F(SessionTest, foundingNeverReplacesAFileAndLeavesNothingHalfMade)
{
    ASSERT_TRUE(found());
    const auto second = found();
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code(), QStringLiteral("CS-STORE-EXISTS"));
    FoundingSpec bad = founding();
    bad.policy = "{}";
    const std::string other = utf8(m_dir.filePath(QStringLiteral("other.countersign")));
    EXPECT_FALSE(Session::found(other, bad, keyOf("Fay"), std::nullopt, environment()));
    EXPECT_EQ(QDir(m_dir.path()).entryList({QStringLiteral("other*")}).size(), 0);
}

TEST_F(SessionTest, firstContactAsksAndTrustAnswers)
{
    std::string id;
    TreeHead head;
    {
        const auto session = found();
        ASSERT_TRUE(session);
        id = (*session)->state().workspaceId;
        head = (*session)->head();
    }
    Environment stranger = environment();
    MemoryKeychain empty;
    stranger.keychain = &empty;
    stranger.stateDir += "-stranger";
    const auto asked = Session::open(path(), stranger);
    ASSERT_FALSE(asked);
    EXPECT_EQ(asked.error().code(), QStringLiteral("CS-PIN-FIRST-CONTACT"));
    EXPECT_TRUE(asked.error().message().contains(qs(id)));

    OpenOptions wrong;
    wrong.trusted = id + "@1:" + std::string(64, 'a');
    const auto refusedTrust = Session::open(path(), stranger, wrong);
    ASSERT_FALSE(refusedTrust);
    EXPECT_EQ(refusedTrust.error().code(), QStringLiteral("CS-PIN-TRUST"));

    OpenOptions right;
    right.trusted = id + "@" + head.text();
    EXPECT_TRUE(Session::open(path(), stranger, right));
    EXPECT_TRUE(Session::open(path(), stranger)) << "accepted once, known from then on";
}

TEST_F(SessionTest, aRolledBackFileRaisesAnAlarmAndNothingIsSigned)
{
    const QString copy = m_dir.filePath(QStringLiteral("copy"));
    {
        const auto session = found();
        ASSERT_TRUE(session);
        auto* store = dynamic_cast<SqliteLogStore*>(&(*session)->store());
        ASSERT_TRUE(store->backupTo(utf8(copy)));
        events::CardReplaced replaced;
        const Erasable card = (*session)->erasable("Fay New");
        replaced.card = card.commitment;
        ASSERT_TRUE((*session)->submit(replaced, {ActorId(0), keyOf("Fay")}, {card}));
    }
    for (const char* suffix : {"", "-wal", "-shm"})
        QFile::remove(qs(path() + suffix));
    ASSERT_TRUE(QFile::rename(copy, qs(path())));
    const auto session = Session::open(path(), environment());
    ASSERT_TRUE(session) << utf8(session.error().message());
    EXPECT_EQ((*session)->pin().verdict, HeadVerdict::RollbackAlarm);
    const query::HeadView view = (*session)->headView();
    EXPECT_NE(view.alarm.find("3:"), std::string::npos) << view.alarm;
    EXPECT_NE(view.alarm.find("4:"), std::string::npos) << view.alarm;
    events::CardReplaced replaced;
    const Erasable card = (*session)->erasable("Fay");
    replaced.card = card.commitment;
    const auto appended = (*session)->submit(replaced, {ActorId(0), keyOf("Fay")}, {card});
    ASSERT_FALSE(appended);
    EXPECT_EQ(appended.error().code(), QStringLiteral("CS-PIN-ROLLBACK"));
}

TEST_F(SessionTest, aLostRaceSignsAgainUnlessTheSameSubjectMoved)
{
    LedgerBuilder builder;
    builder.smallTeam();
    auto first = builder.session();
    auto second = builder.session();
    const Signer engineer = builder.signer(builder.who("ml_engineer"));
    const auto registered = [](const char* name) {
        events::ModelRegistered event;
        event.name = name;
        event.ownerRole = "ml_engineer";
        return event;
    };
    const auto model = first->submit(registered("one"), engineer);
    ASSERT_TRUE(model) << utf8(model.error().message());
    ASSERT_EQ(second->catchUp().value_or(-1), 1);
    const auto tags = [&](Session& session, const char* tier) {
        const Erasable reason = session.erasable("because");
        events::ModelTagsSet set;
        set.model = ModelId(model->index);
        set.tags = {{"risk_tier", tier}};
        set.reason = reason.commitment;
        return session.submit(set, engineer, {reason});
    };
    // Another subject moved: signed again without a question.
    builder.clock().advanceSeconds(1);
    const auto adaCard = first->erasable("Ada again");
    ASSERT_TRUE(first->submit(events::CardReplaced{adaCard.commitment}, builder.signer(ActorId(0)), {adaCard}));
    const auto silent = tags(*second, "high");
    ASSERT_TRUE(silent) << utf8(silent.error().message());
    // The same subject moved: look again.
    const auto changed = tags(*first, "high");
    ASSERT_FALSE(changed);
    EXPECT_EQ(changed.error().code(), QStringLiteral("CS-WORKSPACE-CHANGED"));
    EXPECT_EQ(first->head(), second->head()) << "what came in was taken";
}

TEST_F(SessionTest, aForgedEntryNamesLawAndIndex)
{
    LedgerBuilder builder;
    builder.smallTeam();
    events::ModelRegistered event;
    event.name = "sneaked in";
    event.ownerRole = "ml_engineer";
    const EntryIndex index = builder.forge(event, builder.who("product_owner"));
    OpenOptions options;
    options.trust = Trust::FirstContact;
    const auto session = Session::open(builder.path(), builder.environment(), options);
    ASSERT_FALSE(session);
    EXPECT_EQ(session.error().law(), 2);
    EXPECT_EQ(session.error().entry(), index);
}

TEST_F(SessionTest, anErasedNameIsGone)
{
    LedgerBuilder builder;
    builder.smallTeam();
    auto session = builder.session();
    const codec::Commitment card = session->state().actor(builder.who("tech_lead"))->card;
    ASSERT_TRUE(session->textOf(card));
    const Erasable note = session->erasable("asked for it");
    events::BlobErased erased;
    erased.blob = card;
    erased.ground = "request";
    erased.note = note.commitment;
    const auto appended = session->submit(erased, builder.signer(ActorId(0)), {note});
    ASSERT_TRUE(appended) << utf8(appended.error().message());
    EXPECT_FALSE(session->textOf(card));
    EXPECT_FALSE(session->store().blobInfo(card.digest)) << "bytes and salt are deleted";
}

TEST_F(SessionTest, aNewerLedgerIsListedAndShowsNoState)
{
    LedgerBuilder builder;
    EntryHeader header = builder.header(events::FoundingAccepted{}, ActorId(0));
    header.v = 2;
    builder.forge(events::FoundingAccepted{}, header, *keyOf("Ada"));
    auto session = builder.session();
    EXPECT_FALSE(session->headView().newerLedger.empty());
    EXPECT_EQ(session->headView().size, 2);
    const auto found = views::findEntries(*session, "founding");
    ASSERT_TRUE(found);
    EXPECT_EQ(*found, std::vector<EntryIndex>{1});
    const auto rows = views::entryRows(*session, {1, 0});
    ASSERT_TRUE(rows) << utf8(rows.error().message());
    EXPECT_EQ(rows->front().type, "founding.accepted");
    EXPECT_EQ(rows->front().signer.id, ActorId(0));
    EXPECT_EQ(rows->front().says, "Only a newer program knows what this says");
    const auto detail = views::entryDetail(*session, 1);
    ASSERT_TRUE(detail) << utf8(detail.error().message());
    EXPECT_NE(detail->payload.find("\"v\":2"), std::string::npos);
    const auto appended = session->submit(events::FoundingAccepted{}, builder.signer(ActorId(0)));
    ASSERT_FALSE(appended);
    EXPECT_EQ(appended.error().law(), 14);
}

TEST_F(SessionTest, evidenceIsStoredOnceAndReadBack)
{
    LedgerBuilder builder;
    builder.smallTeam();
    auto session = builder.session();
    const QString path = m_dir.filePath(QStringLiteral("report.csv"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    const QByteArray content = QByteArray("metric,value\n").repeated(200'000);
    file.write(content);
    file.close();
    const auto stored = session->putEvidenceFile(utf8(path));
    ASSERT_TRUE(stored) << utf8(stored.error().message());
    EXPECT_EQ(stored->bytes, content.size());
    EXPECT_EQ(session->putEvidenceFile(utf8(path))->digest, stored->digest);
    EXPECT_EQ(session->store().getBlob(stored->digest, 4U << 20U).value_or(""), content.toStdString());
}

TEST_F(SessionTest, aBatchNoticesThatTheStoreLostWhatWasRead)
{
    LedgerBuilder builder;
    builder.smallTeam();
    auto session = builder.session();
    const auto model = session->submit(
        events::ModelRegistered{"m", "tech_lead", std::nullopt}, builder.signer(builder.who("ml_engineer")));
    ASSERT_TRUE(model) << utf8(model.error().message());
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(builder.path().c_str(), &db), SQLITE_OK);
    const std::string cut = "DROP TRIGGER entry_d; DELETE FROM entry WHERE idx=" + std::to_string(model->index);
    ASSERT_EQ(sqlite3_exec(db, cut.c_str(), nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(db);
    events::VersionRegistered version;
    version.model = ModelId(model->index);
    version.description.label = "1";
    const auto batch = session->submitBatch({{version, {}}}, builder.signer(builder.who("automation")));
    ASSERT_FALSE(batch) << "its place is gone, and what it stood on";
    EXPECT_EQ(batch.error().law(), 1);
    EXPECT_FALSE(session->pin().maySign()) << "nothing more is signed here";
}

} // namespace
} // namespace cs
