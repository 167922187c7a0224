// SPDX-License-Identifier: GPL-3.0-or-later
// Desks that compare what they have seen.
#include "core/crypto/hash.h"
#include "core/workspace/backup.h"
#include "core/workspace/heads/exchange.h"
#include "core/workspace/heads/witness.h"
#include "tests/support/small_team_ledger.h"

#include <QDir>
#include <QFile>

#include <gtest/gtest.h>

namespace cs::test {
namespace {

template <class T> T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error(utf8(result.error().code() + QStringLiteral(": ") + result.error().message()));
    return *std::move(result);
}

/// One desk: a copy of the ledger's file, a state folder, a keychain, a station.
struct Desk {
    Desk(SmallTeamLedger& team, const QTemporaryDir& dir, const std::string& name)
        : folder(utf8(dir.filePath(qs(name))))
        , file(folder + ".countersign")
        , environment(team.builder().environment())
    {
        const auto original = team.builder().session(true);
        if (!backup::write(*original, file))
            throw std::runtime_error("no copy");
        environment.stateDir = folder;
        environment.keychain = &keychain;
        environment.station = sha256(name).hex().substr(0, 16);
        environment.random = [](std::size_t count) { return randomBytes(count); };
    }
    std::unique_ptr<Session> open()
    {
        OpenOptions options;
        options.trust = Trust::FirstContact;
        return must(Session::open(file, environment, options));
    }
    heads::DeskKey key() { return must(heads::deskKey(environment)); }

    MemoryKeychain keychain;
    std::string folder, file;
    Environment environment;
};

class HeadsTest : public testing::Test {
protected:
    /// A desk whose witness key the ledger trusts.
    Desk& witness()
    {
        if (!m_witness) {
            Desk other(team_, m_dir, "tina");
            m_key = other.key();
            team_.changeByAll(events::change::Trust{"witness", m_key.verifier.text(), "Tina's desk"});
            m_witness = std::make_unique<Desk>(team_, m_dir, "tina2");
            m_witness->keychain.write(
                "countersign/witness/" + m_witness->environment.station, Bytes(m_key.secret->seed()));
        }
        return *m_witness;
    }
    std::string noteOf(Session& session) { return heads::ownNote(session, m_key); }
    heads::Seen seen(const std::string& note) { return {"tina.checkpoint", note, team_.clock().now()}; }
    Signer signer(ActorId actor) { return team_.builder().signer(actor); }
    static events::ModelRegistered model(const std::string& name) { return {name, "product_owner", std::nullopt}; }

    SmallTeamLedger team_;
    QTemporaryDir m_dir;
    heads::DeskKey m_key;
    std::unique_ptr<Desk> m_witness;
};

TEST_F(HeadsTest, theSameHeadIsPartOfTheLedger)
{
    witness();
    Desk here(team_, m_dir, "here");
    const auto session = here.open();
    const auto judged = must(session->takeHeads({seen(noteOf(*witness().open()))}));
    ASSERT_EQ(judged.size(), 1U);
    EXPECT_EQ(judged[0].relation, heads::Relation::Part);
    EXPECT_EQ(judged[0].vouchers, std::vector<std::string>{"Tina's desk"});
    EXPECT_FALSE(judged[0].isAlarm());
    must(session->submit(model("credit"), signer(team_.engineer())));
    EXPECT_EQ(must(session->seenHeads())[0].relation, heads::Relation::Part) << "an older one is part of it too";
}

TEST_F(HeadsTest, anotherHistoryBlocksSigningUntilItIsNoMore)
{
    witness();
    Desk here(team_, m_dir, "here");
    const auto theirs = witness().open();
    must(theirs->submit(model("credit"), signer(team_.engineer())));
    {
        const auto session = here.open();
        must(session->submit(model("fraud"), signer(team_.lead())));
        const auto judged = must(session->takeHeads({seen(noteOf(*theirs))}));
        EXPECT_EQ(judged[0].relation, heads::Relation::Other);
        const auto refused = session->submit(model("more"), signer(team_.lead()));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code(), QStringLiteral("CS-HEADS-OTHER"));
        EXPECT_NE(session->headView().alarm.find("Tina's desk"), std::string::npos) << session->headView().alarm;
    }
    const auto again = here.open();
    EXPECT_FALSE(again->headView().alarm.empty()) << "it is remembered";
    // Whoever puts a good note in its place does not make the bad one undone.
    must(again->takeHeads({seen(heads::ownNote(*again, m_key))}));
    EXPECT_FALSE(again->headView().alarm.empty());
    heads::SeenHeads list(here.environment.stateDir, again->state().workspaceId);
    ASSERT_TRUE(list.remove("tina.checkpoint"));
    EXPECT_EQ(here.open()->headView().alarm, "");
}

TEST_F(HeadsTest, aNewerHeadMeansThatEntriesAreKeptBack)
{
    witness();
    Desk here(team_, m_dir, "here");
    const auto theirs = witness().open();
    must(theirs->submit(model("credit"), signer(team_.engineer())));
    const auto session = here.open();
    must(session->takeHeads({seen(noteOf(*theirs))}));
    const auto refused = session->submit(model("fraud"), signer(team_.lead()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), QStringLiteral("CS-HEADS-NEWER"));
}

TEST_F(HeadsTest, anAlarmStaysWhateverIsPutInItsPlace)
{
    witness();
    Desk here(team_, m_dir, "here");
    const auto theirs = witness().open();
    const std::string before = noteOf(*theirs);
    must(theirs->submit(model("credit"), signer(team_.engineer())));
    const auto session = here.open();
    must(session->takeHeads({seen(noteOf(*theirs))}));
    must(session->takeHeads({seen(before)}));
    EXPECT_FALSE(session->headView().alarm.empty());
}

TEST_F(HeadsTest, afterAMoveNothingIsSignedAtTheOldPlace)
{
    team_.changeByAll(events::change::MoveStore{"postgres"});
    Desk here(team_, m_dir, "here");
    const auto session = here.open();
    const auto refused =
        session->submit(events::AuthorityProposed{events::change::Grant{team_.newcomer(), "ml_engineer", {}, {}}, {}},
            signer(team_.owner()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), QStringLiteral("CS-WORKSPACE-MOVED"));
}

TEST_F(HeadsTest, whatNobodyVouchesForIsShownAndBlocksNothing)
{
    Desk here(team_, m_dir, "here"), stranger(team_, m_dir, "stranger");
    const auto theirs = stranger.open();
    must(theirs->submit(model("credit"), signer(team_.engineer())));
    const auto session = here.open();
    must(session->submit(model("fraud"), signer(team_.lead())));
    const auto judged = must(session->takeHeads({seen(heads::ownNote(*theirs, stranger.key()))}));
    EXPECT_EQ(judged[0].relation, heads::Relation::Other);
    EXPECT_TRUE(judged[0].vouchers.empty());
    EXPECT_TRUE(session->submit(model("more"), signer(team_.lead())));
}

TEST_F(HeadsTest, aMadeUpSignatureOfATrustedWitnessIsRefused)
{
    witness();
    Desk here(team_, m_dir, "here");
    const auto session = here.open();
    std::string text = Checkpoint{checkpointOrigin(session->state().workspaceId), {3, Digest()}, {}}.text();
    const SecretKey other = SecretKey::generate();
    auto line = note::parse(text + "\n" + note::cosignature(text, m_key.verifier.name, other, 1))->lines[0];
    line.keyId = m_key.verifier.id();
    const auto judged = session->judge(seen(text + "\n" + note::lineText(line)));
    ASSERT_FALSE(judged);
    EXPECT_EQ(judged.error().code(), QStringLiteral("CS-HEADS-NOTE"));
    EXPECT_EQ(must(session->takeHeads({seen(text + "\n" + note::lineText(line))})).size(), 0U);
    EXPECT_EQ(session->headView().alarm, "");
}

TEST_F(HeadsTest, aFolderIsReadWithSuspicion)
{
    witness();
    Desk here(team_, m_dir, "here");
    const auto theirs = witness().open();
    const auto session = here.open();
    const std::string shared = utf8(m_dir.filePath(QStringLiteral("shared")));
    const auto missing = heads::exchange(*session, here.key(), shared);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code(), QStringLiteral("CS-HEADS-FOLDER"));
    QDir().mkpath(qs(shared));
    must(heads::exchange(*theirs, m_key, shared));
    const QString place = qs(shared) + QLatin1Char('/') + qs(session->state().workspaceId) + QLatin1Char('/');
    QFile junk(place + QStringLiteral("junk.checkpoint"));
    ASSERT_TRUE(junk.open(QIODevice::WriteOnly));
    junk.write("no note\n");
    junk.close();
    ASSERT_TRUE(QFile::link(QStringLiteral("/dev/zero"), place + QStringLiteral("link.checkpoint")));
    QFile huge(place + QStringLiteral("huge.checkpoint"));
    ASSERT_TRUE(huge.open(QIODevice::WriteOnly) && huge.resize(qint64{1} << 30U));
    const auto exchanged = must(heads::exchange(*session, here.key(), shared));
    ASSERT_EQ(exchanged.judged.size(), 1U);
    EXPECT_EQ(exchanged.judged[0].relation, heads::Relation::Part);
    ASSERT_EQ(exchanged.unreadable.size(), 1U) << "the junk is named";
    EXPECT_NE(exchanged.unreadable[0].message().indexOf(QStringLiteral("junk.checkpoint")), -1);
    EXPECT_EQ(must(heads::exchange(*theirs, m_key, shared)).judged.size(), 1U) << "and they see this desk's";
    // A desk of the same station with another key, as after copying a disk, is another desk.
    Desk twin(team_, m_dir, "twin");
    twin.environment.station = here.environment.station;
    const auto twins = twin.open();
    EXPECT_EQ(must(heads::exchange(*twins, twin.key(), shared)).judged.size(), 2U);
    for (int n = 0; n < 600; ++n)
        ASSERT_TRUE(QFile::copy(junk.fileName(), place + QStringLiteral("a%1.checkpoint").arg(n)));
    const auto flooded = heads::exchange(*session, here.key(), shared);
    ASSERT_FALSE(flooded) << "the others would go unread";
    EXPECT_EQ(flooded.error().code(), QStringLiteral("CS-HEADS-FOLDER"));
}

TEST_F(HeadsTest, aDeskCosignsOnlyWhatItHasVerified)
{
    Desk here(team_, m_dir, "here"), other(team_, m_dir, "other");
    const auto session = here.open(), theirs = other.open();
    const auto key = here.key();
    EXPECT_TRUE(heads::cosign(*session, key, heads::ownNote(*theirs, other.key())));
    must(theirs->submit(model("credit"), signer(team_.engineer())));
    const auto newer = heads::cosign(*session, key, heads::ownNote(*theirs, other.key()));
    ASSERT_FALSE(newer);
    EXPECT_EQ(newer.error().code(), QStringLiteral("CS-HEADS-NEWER"));
    must(session->submit(model("fraud"), signer(team_.lead())));
    const auto fork = heads::cosign(*session, key, heads::ownNote(*theirs, other.key()));
    ASSERT_FALSE(fork);
    EXPECT_EQ(fork.error().code(), QStringLiteral("CS-HEADS-OTHER"));
}

class WitnessTest : public testing::Test {
protected:
    WitnessTest()
    {
        for (int n = 0; n < 20; ++n) {
            std::vector<Node> made;
            m_tree.append(leafHash("line " + std::to_string(n)), &made);
            m_nodes.put(made);
            m_heads.push_back(m_tree.head());
        }
        m_witness.know({origin, {{origin, m_log.publicKey()}}});
    }
    std::string checkpoint(std::int64_t size, const std::string& from = origin)
    {
        return must(note::sign(Checkpoint{from, m_heads[static_cast<std::size_t>(size - 1)], {}}.text(), from, m_log));
    }
    int add(std::int64_t old, std::int64_t size)
    {
        m_last = m_witness.addCheckpoint(
            heads::witnessRequest(old, must(consistencyProof(old, size, m_nodes)), checkpoint(size)));
        return m_last.status;
    }

    static inline const std::string origin = "countersign.invalid/0123";
    QTemporaryDir m_dir;
    ManualClock m_clock{UtcTime(1'770'000'000'000)};
    SecretKey m_log = SecretKey::generate();
    std::shared_ptr<const SecretKey> m_key = std::make_shared<const SecretKey>(SecretKey::generate());
    note::VerifierKey m_verifier{"desk", m_key->publicKey(), note::KeyType::Cosignature};
    heads::Witness m_witness{utf8(m_dir.filePath(QStringLiteral("w"))), m_verifier, m_key, m_clock};
    Tree m_tree;
    MemoryNodes m_nodes;
    std::vector<TreeHead> m_heads;
    heads::Witness::Answer m_last;
};

TEST_F(WitnessTest, signsWhatContinuesWhatItSigned)
{
    EXPECT_EQ(m_witness.latest(sha256(origin).hex()).status, 404);
    ASSERT_EQ(add(0, 5), 200) << m_last.body;
    const auto note = must(note::parse(checkpoint(5) + m_last.body));
    EXPECT_EQ(must(note::cosignedAt(note, m_verifier)).value(), 1'770'000'000);
    EXPECT_EQ(add(5, 12), 200) << m_last.body;
    EXPECT_EQ(add(12, 12), 200) << "once more at a later time";
    const auto latest = m_witness.latest(sha256(origin).hex());
    ASSERT_EQ(latest.status, 200);
    EXPECT_EQ(must(Checkpoint::fromText(must(note::parse(latest.body)).text)).head, m_heads[11]);
}

TEST_F(WitnessTest, saysHowFarItIsWhenAskedFromElsewhere)
{
    ASSERT_EQ(add(0, 5), 200);
    EXPECT_EQ(add(3, 12), 409);
    EXPECT_EQ(m_last.body, "5\n");
    EXPECT_EQ(m_last.contentType, "text/x.tlog.size");
    EXPECT_EQ(add(0, 12), 409) << "nor from the beginning";
}

TEST_F(WitnessTest, neverSignsTwoHistories)
{
    ASSERT_EQ(add(0, 12), 200);
    Tree other;
    for (int n = 0; n < 12; ++n)
        other.append(leafHash("other " + std::to_string(n)));
    const auto forged = must(note::sign(Checkpoint{origin, other.head(), {}}.text(), origin, m_log));
    EXPECT_EQ(m_witness.addCheckpoint(heads::witnessRequest(12, {}, forged)).status, 422);
    EXPECT_EQ(m_witness.addCheckpoint(heads::witnessRequest(0, {}, forged)).status, 409);
    // Another object, as after a restart, remembers.
    const heads::Witness again(utf8(m_dir.filePath(QStringLiteral("w"))), m_verifier, m_key, m_clock);
    EXPECT_EQ(again.latest(sha256(origin).hex()).status, 200);
    const auto wrongProof = heads::witnessRequest(12, {m_heads[0].root}, checkpoint(20));
    EXPECT_EQ(m_witness.addCheckpoint(wrongProof).status, 422);
}

TEST_F(WitnessTest, refusesStrangersAndRubbish)
{
    EXPECT_EQ(m_witness.addCheckpoint(heads::witnessRequest(0, {}, checkpoint(5, "other.example/log"))).status, 404);
    const SecretKey stranger = SecretKey::generate();
    const auto unsigned_ = must(note::sign(Checkpoint{origin, m_heads[4], {}}.text(), origin, stranger));
    EXPECT_EQ(m_witness.addCheckpoint(heads::witnessRequest(0, {}, unsigned_)).status, 403);
    EXPECT_EQ(m_witness.addCheckpoint(heads::witnessRequest(9, {}, checkpoint(5))).status, 400);
    for (const std::string& body : {std::string(), std::string("old 0\n"), std::string("old -1\n\n") + checkpoint(5),
             std::string("old 00\n\n") + checkpoint(5), std::string("old 0\nnot base64\n\n") + checkpoint(5),
             std::string("old 0\n\nno note\n"), "old 0\n\n" + std::string(200'000, 'x')})
        EXPECT_EQ(m_witness.addCheckpoint(body).status, 400) << body.substr(0, 40);
    EXPECT_EQ(m_witness.latest("../../etc/passwd").status, 404);
    EXPECT_EQ(add(0, 5), 200) << "none of it is remembered";
}

} // namespace
} // namespace cs::test
