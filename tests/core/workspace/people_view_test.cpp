// SPDX-License-Identifier: GPL-3.0-or-later
// People and keys as the screen shows them, and the changes that it and the command line share, on real sessions.
#include "core/crypto/enrolment.h"
#include "core/workspace/people_commands.h"
#include "core/workspace/views/people.h"
#include "tests/support/ledger_builder.h"

#include <gtest/gtest.h>

namespace cs {
namespace {

const std::string nonce(32, 'a');

class PeopleViewTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_builder.smallTeam();
        m_session = m_builder.session();
        ASSERT_TRUE(m_session);
    }
    const query::PersonLine& line(const query::PeopleView& view, ActorId id)
    {
        for (const auto& found : view.people)
            if (found.person.id == id)
                return found;
        throw std::runtime_error("nobody");
    }
    query::PeopleView viewOf(ActorId me)
    {
        return views::peopleAndKeys(*m_session, me, m_builder.signer(me).key->publicKey());
    }
    std::vector<ActorId> admins()
    {
        const auto& set = m_session->state().admins;
        return {set.begin(), set.end()};
    }
    EntryIndex submit(const commands::Draft& draft, ActorId who)
    {
        const auto appended = commands::submit(*m_session, draft, m_builder.signer(who));
        EXPECT_TRUE(appended) << (appended ? "" : utf8(appended.error().message()));
        return appended ? appended->index : -1;
    }
    void endorse(EntryIndex proposal, ActorId who)
    {
        const auto appended = m_session->submit(events::AuthorityEndorsed{proposal, "endorse"}, m_builder.signer(who));
        EXPECT_TRUE(appended) << (appended ? "" : utf8(appended.error().message()));
    }
    people::ProofFile proof(const std::string& name)
    {
        const auto key = test::keyOf(name);
        const auto text = people::proofFile(*key, m_session->state().workspaceId, name, false, nonce);
        auto read = people::readProof("p.json", text, m_session->state().workspaceId);
        EXPECT_TRUE(read);
        return *read;
    }

    test::LedgerBuilder m_builder;
    std::unique_ptr<Session> m_session;
};

TEST_F(PeopleViewTest, everybodyHasKeysRolesAndALastUse)
{
    const auto view = viewOf(admins().front());
    EXPECT_EQ(view.people.size(), m_session->state().actors.size());
    EXPECT_TRUE(view.meAdmin);
    EXPECT_EQ(view.threshold, 2);
    const auto& owner = line(view, m_builder.who("product_owner"));
    ASSERT_FALSE(owner.roles.empty());
    EXPECT_EQ(owner.roles.front().role, "product_owner");
    EXPECT_EQ(owner.roles.front().domains, "all domains");
    EXPECT_EQ(owner.state, "in_force");
    EXPECT_TRUE(line(view, admins().front()).lastEntry);
    for (const auto& role : view.roles)
        EXPECT_TRUE(role.id != "product_owner" || role.holders.size() == 1U);
}

TEST_F(PeopleViewTest, anOpenCaseSaysWhatItIsAndWhoMaySign)
{
    const auto admin = admins();
    const auto draft = people::enrol(*m_session, proof("Nia"), std::nullopt, "Joins the auditors.");
    ASSERT_TRUE(draft);
    const EntryIndex at = submit(*draft, admin[0]);
    const auto mine = viewOf(admin[0]);
    ASSERT_EQ(mine.cases.size(), 1U);
    EXPECT_TRUE(mine.cases.front().mine);
    EXPECT_NE(mine.cases.front().endorseOff, ""); // a quorum counts persons
    const auto theirs = viewOf(admin[1]).cases.front();
    EXPECT_EQ(theirs.endorseOff, "");
    EXPECT_EQ(theirs.kind, "enrol");
    EXPECT_EQ(theirs.administratorsSigned, 1);
    EXPECT_EQ(theirs.threshold, 2);
    EXPECT_EQ(theirs.reason, "Joins the auditors.");
    EXPECT_EQ(theirs.facts.front().second, "Nia");
    EXPECT_EQ(theirs.facts.at(2).second, fingerprint(test::keyOf("Nia")->publicKey()));
    const auto outsider = viewOf(m_builder.who("ml_engineer")).cases.front();
    EXPECT_NE(outsider.endorseOff.find("neither administrator"), std::string::npos);
    endorse(at, admin[1]);
    const auto after = viewOf(admin[1]);
    EXPECT_TRUE(after.cases.empty());
    EXPECT_EQ(line(after, ActorId(at)).person.name, "Nia");
}

TEST_F(PeopleViewTest, whoIsNoAdministratorIsToldWhom)
{
    const auto view = viewOf(m_builder.who("ml_engineer"));
    EXPECT_NE(view.proposeOff.find("law 12"), std::string::npos);
    EXPECT_EQ(viewOf(admins().front()).proposeOff, "");
}

TEST_F(PeopleViewTest, aRotationKeepsBothKeysUntilTheOldOneIsRevoked)
{
    const auto admin = admins();
    const ActorId owner = m_builder.who("product_owner");
    const auto made = test::keyOf("a second key");
    const EntryIndex at = submit(people::rotate(*m_session, m_builder.signer(owner), *made, nonce, "Yearly"), owner);
    endorse(at, admin[0]);
    endorse(at, admin[1]);
    const auto both = line(viewOf(owner), owner);
    ASSERT_EQ(both.keys.size(), 2U);
    EXPECT_EQ(both.state, "rotated");
    EXPECT_EQ(both.keys.front().fingerprint, fingerprint(made->publicKey()));
    const auto old = m_builder.signer(owner).key->publicKey();
    endorse(submit(people::revoke(*m_session, old, "rotated", std::nullopt, "Replaced"), admin[0]), admin[1]);
    const auto one = line(viewOf(admin[0]), owner);
    EXPECT_EQ(one.keys.back().life, query::KeyLife::Rotated);
    EXPECT_EQ(one.keys.front().life, query::KeyLife::InForce);
}

TEST_F(PeopleViewTest, aCompromiseNamesWhatRestsOnTheKeyFromThereOnOnly)
{
    const auto admin = admins();
    const auto key = m_builder.signer(admin[0]).key->publicKey();
    const auto draft = people::enrol(*m_session, proof("Nia"), std::nullopt, "Joins");
    const EntryIndex at = submit(*draft, admin[0]);
    const auto all = views::keyTaint(*m_session, key, 0);
    EXPECT_EQ(all.owner.id, admin[0]);
    const auto late = views::keyTaint(*m_session, key, at);
    ASSERT_EQ(late.rules.size(), 1U);
    EXPECT_TRUE(late.rules.front().open);
    EXPECT_EQ(late.entries, 1);
    EXPECT_GT(all.entries, late.entries);
    EXPECT_TRUE(views::keyTaint(*m_session, key, at + 1).rules.empty());
}

TEST_F(PeopleViewTest, aHostileProofFileNamesTheFileTheFieldAndTheRemedy)
{
    const std::string workspace = m_session->state().workspaceId;
    const auto key = test::keyOf("Nia");
    const std::string good = people::proofFile(*key, workspace, "Nia", false, nonce);
    const auto replaced = [&](const std::string& from, const std::string& to) {
        std::string text = good;
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return text.replace(at, from.size(), to);
    };
    const std::pair<std::string, const char*> bad[] = {{"", "no proof file"}, {"{\"schema\":1", "no proof file"},
        {"[]", "schema"}, {replaced("enrolment/1", "enrolment/9"), "schema"},
        {replaced("\"person\"", "\"robot\""), "kind"}, {replaced("\"Nia\"", "\"\""), "name"},
        {replaced("\"Nia\"", "\"N\\u202eia\""), "name"}, {replaced("\"proof\":\"", "\"proof\":\"x"), "proof"},
        {people::proofFile(*key, std::string(32, 'f'), "Nia", false, nonce), "proof"},
        {replaced(fingerprint(key->publicKey()), fingerprint(test::keyOf("Eve")->publicKey())), "fingerprint"},
        {std::string(people::proofBytesMax + 1, ' '), "bytes"}};
    for (const auto& [text, named] : bad) {
        const auto read = people::readProof("mine.json", text, workspace);
        ASSERT_FALSE(read) << text.substr(0, 80);
        const std::string said = utf8(read.error().message());
        EXPECT_EQ(read.error().code(), QStringLiteral("CS-PEOPLE-PROOF"));
        EXPECT_NE(said.find("mine.json"), std::string::npos) << said;
        EXPECT_NE(said.find(named), std::string::npos) << said;
    }
    EXPECT_TRUE(people::readProof("mine.json", good, workspace));
}

} // namespace
} // namespace cs
