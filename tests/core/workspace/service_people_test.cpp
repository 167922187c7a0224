// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, enrolment and endorsement through the console's service: what the sheets of "People and keys" sign, on real
// ledgers, with one service a computer.
#include "core/workspace/service.h"
#include "tests/core/workspace/service_wait.h"
#include "tests/support/ledger_builder.h"

#include <gtest/gtest.h>

#include <algorithm>

#include <QFile>

namespace cs {
namespace {

using test::answer;
using Change = WorkspaceService::PeopleChange;
using Step = query::SyncSetup::Step;

/// A console with a keychain of its own.
struct Computer {
    explicit Computer(test::LedgerBuilder& builder)
        : environment(builder.environment())
    {
        environment.keychain = &keychain;
        service = WorkspaceService::create(environment);
    }
    /// Puts somebody's key into the keychain.
    void give(const std::string& name)
    {
        SystemClock clock;
        ASSERT_TRUE(KeyRing(keychain, clock).importKey(*test::keyOf(name), name, std::nullopt));
    }
    std::size_t keys()
    {
        SystemClock clock;
        return KeyRing(keychain, clock).listKeys()->size();
    }
    Result<Appended> change(Change wanted)
    {
        return answer(service->changePeople(std::move(wanted), QStringLiteral("Why"), {}));
    }
    Result<Appended> endorse(EntryIndex index) { return answer(service->endorse(index, false, {})); }
    query::PeopleView people() { return answer(service->people()).value(); }
    query::SyncSetup setUp() { return answer(service->connections()).value().setup; }

    MemoryKeychain keychain;
    Environment environment;
    std::unique_ptr<WorkspaceService> service;
};

template <class T> std::string codeOf(const Result<T>& result)
{
    return result ? "OK" : utf8(result.error().code());
}

class ServicePeopleTest : public testing::Test {
protected:
    void SetUp() override { m_builder.smallTeam(); }
    /// A computer that holds these keys, the workspace opened, the first of them signed in.
    std::unique_ptr<Computer> computer(const std::vector<std::string>& names = {})
    {
        auto made = std::make_unique<Computer>(m_builder);
        for (const std::string& name : names)
            made->give(name);
        EXPECT_TRUE(answer(made->service->open(qs(m_builder.path()), false, true)));
        if (!names.empty())
            as(*made, names.front());
        return made;
    }
    void as(Computer& on, const std::string& name)
    {
        const auto identity = answer(on.service->signIn(m_builder.who(name)));
        ASSERT_TRUE(identity) << utf8(identity.error().message());
    }
    QString file(const char* name) { return m_dir.filePath(QString::fromLatin1(name)); }
    std::int64_t size(Computer& on) { return answer(on.service->head())->size; }
    /// The fingerprint of a new key whose proof lies in a file.
    query::ProofView makeKey(Computer& on, const QString& name, const QString& path, bool forSync = false)
    {
        auto made = answer(on.service->createKey({name, QStringLiteral("a passphrase"), path, forSync}));
        EXPECT_TRUE(made) << (made ? std::string() : utf8(made.error().message()));
        return made ? *made : query::ProofView();
    }
    Change enrolment(const query::ProofView& proof, const QString& path)
    {
        Change change;
        change.kind = Change::Kind::Enrol;
        change.proofPath = path;
        change.fingerprint = qs(proof.fingerprint);
        return change;
    }
    Change grant(ActorId actor, const char* role)
    {
        Change change;
        change.kind = Change::Kind::Grant;
        change.actor = actor;
        change.role = QString::fromLatin1(role);
        return change;
    }
    Change syncKey(const char* name = "Sync on desk 4")
    {
        Change change;
        change.kind = Change::Kind::EnrolSync;
        change.name = QString::fromLatin1(name);
        return change;
    }

    test::LedgerBuilder m_builder;
    QTemporaryDir m_dir;
};

TEST_F(ServicePeopleTest, aNewcomerIsEnrolledFromAnotherComputer)
{
    const auto theirs = computer();
    const auto ours = computer({"Ada", "Tea"});
    IdentityView noticed;
    QObject::connect(theirs->service.get(), &WorkspaceService::identityChanged, theirs->service.get(),
        [&](const IdentityView& identity) { noticed = identity; });
    const QString path = file("proof.json");
    const std::int64_t before = size(*theirs);
    const query::ProofView made = makeKey(*theirs, QStringLiteral("Nora New"), path);
    EXPECT_EQ(size(*theirs), before) << "making a key signs nothing";
    EXPECT_EQ(theirs->keys(), 1U);

    const auto read = answer(ours->service->readProof(path));
    ASSERT_TRUE(read) << utf8(read.error().message());
    EXPECT_EQ(read->name, "Nora New");
    EXPECT_EQ(read->fingerprint, made.fingerprint) << "what two people compare by voice";
    EXPECT_FALSE(read->service);

    const auto proposed = ours->change(enrolment(made, path));
    ASSERT_TRUE(proposed) << utf8(proposed.error().message());
    ASSERT_EQ(ours->people().cases.size(), 1U) << "one administrator of two";
    EXPECT_TRUE(ours->people().cases.front().mine);
    EXPECT_EQ(codeOf(ours->endorse(proposed->index)), "CS-LAW-12") << "a quorum counts persons";
    as(*ours, "Tea");
    const auto endorsed = ours->endorse(proposed->index);
    ASSERT_TRUE(endorsed) << utf8(endorsed.error().message());
    EXPECT_TRUE(ours->people().cases.empty());

    ASSERT_TRUE(test::until([&] { return noticed.person.id.isValid(); })) << "without opening the workspace anew";
    EXPECT_EQ(noticed.person.name, "Nora New");
    const auto own = answer(theirs->service->identities());
    EXPECT_EQ(own->front().person.name, "Nora New");
    EXPECT_EQ(own->front().key, IdentityView::Key::NeedsPassphrase);
    ASSERT_TRUE(answer(theirs->service->signIn(own->front().person.id)));
    EXPECT_EQ(codeOf(answer(theirs->service->unlock(QStringLiteral("a guess")))), "CS-CRYPTO-PASSPHRASE");
    const auto unlocked = answer(theirs->service->unlock(QStringLiteral("a passphrase")));
    ASSERT_TRUE(unlocked) << utf8(unlocked.error().message());
    EXPECT_EQ(unlocked->key, IdentityView::Key::Open);
}

TEST_F(ServicePeopleTest, aKeyIsKeptOnlyWithItsProof)
{
    const auto on = computer();
    const auto nowhere = answer(on->service->createKey(
        {QStringLiteral("Nora"), QStringLiteral("a passphrase"), file("missing/proof.json"), false}));
    EXPECT_EQ(codeOf(nowhere), "CS-PEOPLE-FILE");
    EXPECT_EQ(on->keys(), 0U) << "a key that nobody can enrol would only puzzle";
    const auto nameless =
        answer(on->service->createKey({QStringLiteral("  "), QStringLiteral("a passphrase"), file("p.json"), false}));
    EXPECT_FALSE(nameless);
    on->keychain.setState(KeychainState::Locked);
    EXPECT_EQ(codeOf(answer(on->service->createKey(
                  {QStringLiteral("Nora"), QStringLiteral("a passphrase"), file("p.json"), false}))),
        "CS-KEYCHAIN-LOCKED");
    EXPECT_FALSE(QFile::exists(file("p.json")));
}

TEST_F(ServicePeopleTest, onlyTheComparedKeyIsEnrolled)
{
    const auto on = computer({"Ada"});
    const QString path = file("proof.json");
    const query::ProofView first = makeKey(*on, QStringLiteral("Nora"), path);
    makeKey(*on, QStringLiteral("Mallory"), path); // the file is exchanged after the fingerprints were compared
    const std::int64_t before = size(*on);
    EXPECT_EQ(codeOf(on->change(enrolment(first, path))), "CS-PEOPLE-PROOF");
    EXPECT_EQ(size(*on), before);
}

TEST_F(ServicePeopleTest, whoIsNoAdministratorProposesNothing)
{
    const auto on = computer({"tech_lead"});
    const std::int64_t before = size(*on);
    const auto granted = on->change(grant(m_builder.who("tech_lead"), "product_owner"));
    ASSERT_FALSE(granted);
    EXPECT_EQ(granted.error().law(), 12);
    EXPECT_EQ(codeOf(on->change(syncKey())), "CS-LAW-12");
    EXPECT_EQ(on->keys(), 1U) << "the key of a refused enrolment is not kept";
    EXPECT_EQ(on->setUp().step, Step::Key);
    EXPECT_EQ(size(*on), before);
    const auto nobody = computer();
    EXPECT_EQ(codeOf(nobody->change(grant(m_builder.who("tech_lead"), "product_owner"))), "CS-WORKSPACE-NOBODY");
    EXPECT_EQ(codeOf(nobody->endorse(3)), "CS-WORKSPACE-NOBODY");
}

TEST_F(ServicePeopleTest, aRoleIsGrantedAndEndedByAQuorum)
{
    const auto on = computer({"Ada", "Tea"});
    const ActorId engineer = m_builder.who("ml_engineer");
    const auto proposed = on->change(grant(engineer, "automation"));
    EXPECT_FALSE(proposed) << "a person in a service's role";
    const auto line = [&](ActorId id) {
        for (const auto& found : on->people().people)
            if (found.person.id == id)
                return found;
        throw std::runtime_error("nobody");
    };
    ASSERT_EQ(line(engineer).roles.size(), 1U);
    Change end;
    end.kind = Change::Kind::EndRole;
    end.grant = line(engineer).roles.front().grant;
    const auto asked = on->change(end);
    ASSERT_TRUE(asked) << utf8(asked.error().message());
    as(*on, "Tea");
    const auto objected = answer(on->service->endorse(asked->index, true, {}));
    ASSERT_TRUE(objected) << utf8(objected.error().message());
    EXPECT_TRUE(on->people().cases.front().objected);
    EXPECT_EQ(line(engineer).roles.size(), 1U);
    EXPECT_EQ(codeOf(answer(on->service->withdrawCase(asked->index, {}))), "CS-LAW-12") << "by its proposer alone";
    as(*on, "Ada");
    ASSERT_TRUE(answer(on->service->withdrawCase(asked->index, {})));
    EXPECT_TRUE(on->people().cases.empty());
}

TEST_F(ServicePeopleTest, aFurtherKeyIsAskedForWithTheOldOne)
{
    const auto on = computer({"platform_team", "Ada", "Tea"});
    Change rotate;
    rotate.kind = Change::Kind::Rotate;
    rotate.newPassphrase = QStringLiteral("a passphrase");
    const auto asked = on->change(rotate);
    ASSERT_TRUE(asked) << utf8(asked.error().message());
    EXPECT_EQ(on->keys(), 4U);
    for (const char* admin : {"Ada", "Tea"}) { // who is concerned does not count, so it takes both
        as(*on, admin);
        ASSERT_TRUE(on->endorse(asked->index));
    }
    const auto view = on->people();
    const auto& carla =
        *std::ranges::find(view.people, m_builder.who("platform_team"), [](const auto& p) { return p.person.id; });
    ASSERT_EQ(carla.keys.size(), 2U);
    Change revoke;
    revoke.kind = Change::Kind::Revoke;
    revoke.fingerprint = qs(carla.keys.back().fingerprint);
    revoke.why = QStringLiteral("rotated");
    const auto revoked = on->change(revoke);
    EXPECT_TRUE(revoked) << utf8(revoked.error().message());
    revoke.fingerprint = QStringLiteral("SHA256:nothing");
    EXPECT_EQ(codeOf(on->change(revoke)), "CS-PEOPLE-NO-KEY");
}

TEST_F(ServicePeopleTest, aConsoleLearnsToSynchroniseStepByStep)
{
    const auto on = computer({"Ada", "Tea", "platform_team"});
    EXPECT_EQ(on->setUp().step, Step::Key);
    EXPECT_TRUE(on->setUp().meAdmin);
    const auto asked = on->change(syncKey());
    ASSERT_TRUE(asked) << utf8(asked.error().message());
    query::SyncSetup setup = on->setUp();
    EXPECT_EQ(setup.step, Step::Endorsement);
    EXPECT_EQ(setup.proposal, asked->index);
    EXPECT_EQ(setup.administratorsSigned, 1);
    ASSERT_EQ(setup.administrators.size(), 1U) << "the other one";
    EXPECT_EQ(codeOf(on->change(syncKey("Twice"))), "CS-IDENTITY-SYNC-KEY");

    as(*on, "Tea");
    ASSERT_TRUE(on->endorse(asked->index));
    setup = on->setUp();
    EXPECT_EQ(setup.step, Step::Grant) << "enrolled, and without a role it signs nothing";
    EXPECT_EQ(setup.administrators.size(), 2U);
    const auto role = on->change(grant(setup.service, "registry_sync"));
    ASSERT_TRUE(role) << utf8(role.error().message());
    as(*on, "Ada");
    ASSERT_TRUE(on->endorse(role->index));
    setup = on->setUp();
    EXPECT_EQ(setup.step, Step::GrantEndorsement);
    EXPECT_EQ(setup.administratorsSigned, 2);
    ASSERT_EQ(setup.signOff.size(), 1U) << "whoever runs the platform has not agreed yet";
    EXPECT_EQ(setup.signOff.front().second.size(), 1U);

    as(*on, "platform_team");
    const auto agreed = on->endorse(role->index);
    ASSERT_TRUE(agreed) << utf8(agreed.error().message());
    const auto view = answer(on->service->connections());
    EXPECT_EQ(view->setup.step, Step::Ready);
    EXPECT_EQ(view->signsAs, "Sync on desk 4");
    EXPECT_TRUE(view->cannotSync.empty());
}

TEST_F(ServicePeopleTest, theSyncKeysProofIsCarriedToAnAdministrator)
{
    const auto theirs = computer({"platform_team"});
    const auto ours = computer({"Ada", "Tea"});
    const QString path = file("sync-proof.json");
    const query::ProofView made = makeKey(*theirs, QStringLiteral("Sync on desk 4"), path, true);
    EXPECT_TRUE(made.service);
    EXPECT_EQ(theirs->setUp().step, Step::Enrolment);
    EXPECT_EQ(theirs->setUp().fingerprint, made.fingerprint);
    EXPECT_EQ(theirs->setUp().administrators.size(), 2U) << "who can enrol it";
    EXPECT_FALSE(theirs->setUp().meAdmin);
    const query::ProofView again = makeKey(*theirs, QStringLiteral("Sync on desk 4"), path, true);
    EXPECT_EQ(again.fingerprint, made.fingerprint) << "a lost file costs no key";
    EXPECT_EQ(theirs->keys(), 2U);

    const auto asked = ours->change(enrolment(made, path));
    ASSERT_TRUE(asked) << utf8(asked.error().message());
    as(*ours, "Tea");
    ASSERT_TRUE(ours->endorse(asked->index));
    ASSERT_TRUE(test::until([&] { return theirs->setUp().step == Step::Grant; }));
    EXPECT_TRUE(answer(theirs->service->createKey({QStringLiteral("x"), {}, path, true})).error().code()
        == QStringLiteral("CS-IDENTITY-SYNC-KEY"));
    EXPECT_EQ(ours->setUp().step, Step::Key) << "a key here is another computer's business";
}

TEST(ServicePeopleSingle, oneAdministratorIsEnoughAtOnce)
{
    test::LedgerBuilder builder("single");
    builder.adopt(test::smallTeamPolicy());
    for (const char* role : {"tech_lead", "platform_team", "product_owner"})
        builder.grant(builder.enrol(role), role);
    builder.open({ActorId(0)}, 1);
    Computer on(builder);
    on.give("Ada");
    ASSERT_TRUE(answer(on.service->open(qs(builder.path()), false, true)));
    Change wanted;
    wanted.kind = Change::Kind::EnrolSync;
    wanted.name = QStringLiteral("Sync here");
    const auto done = on.change(wanted);
    ASSERT_TRUE(done) << utf8(done.error().message());
    EXPECT_EQ(on.setUp().step, Step::Ready) << "enrolled and granted with one signature each";
}

} // namespace
} // namespace cs
