// SPDX-License-Identifier: GPL-3.0-or-later
// The forged-ledger suite: an insider with a valid key writes to the store past every program. Each forgery is found at
// the right entry, by the right law; what comes after it changes nothing about that.
#include "core/crypto/enrolment.h"
#include "tests/laws/law_test.h"

namespace cs::test {
namespace {

class ForgedLedgerSuite : public LawTest {
protected:
    /// Forges the entry, then more, as an insider would to look busy.
    void expectFound(const events::Event& event, ActorId actor, int law)
    {
        ForgedLedger forged(b());
        const EntryIndex index = forged.forge(event, actor);
        forged.forge(events::CardReplaced{b().text("Somebody else")}, team().owner());
        const VerifyReport report = forged.verify();
        expectBroken(report, index, law);
        EXPECT_EQ(report.entries, index + 2);
        EXPECT_EQ(report.signatures, report.entries);
    }
    PromotionId readyForStaging(VersionId version)
    {
        team().reportForStaging(version);
        return team().propose(version, "dev-to-staging", team().engineer());
    }
};

TEST_F(ForgedLedgerSuite, gateBypass)
{
    const PromotionId promotion = team().propose(team().registerVersion("1"), "dev-to-staging", team().engineer());
    expectFound(team().execution(promotion), team().engineer(), 4);
}

TEST_F(ForgedLedgerSuite, gateBypassToProduction)
{
    const VersionId version = team().versionInCanary();
    const PromotionId promotion = team().readyForProduction(version);
    expectFound(team().execution(promotion), team().engineer(), 4);
    team().approve(promotion, team().owner());
    ForgedLedger honest(b());
    honest.forge(team().execution(promotion), team().engineer());
    EXPECT_EQ(honest.verify().verdict, "intact") << "the same entry is good once the owner has signed";
}

TEST_F(ForgedLedgerSuite, missingQuorum)
{
    // A key is enrolled by one administrator alone and signs at once.
    const auto key = keyOf("puppet");
    events::AuthorityProposed proposed;
    proposed.change = events::change::Enrol{"person", key->publicKey(),
        makeEnrolmentProof(*key, state().workspaceId, std::string(32, '7')), b().text("Puppet")};
    proposed.reason = b().text("needed");
    ForgedLedger forged(b());
    const ActorId puppet(forged.forge(proposed, team().owner()));
    const events::Event event = events::FindingOpened{"security.hole", "low", {team().model().text()}, sha256Of("x")};
    EntryHeader header = forged.header(event, team().owner());
    header.actor = puppet.text();
    const EntryIndex index = forged.forge(event, header, *key);
    expectBroken(forged.verify(), index, 2);
}

TEST_F(ForgedLedgerSuite, selfApproval)
{
    const PromotionId promotion = readyForStaging(team().registerVersion("1"));
    auto own = team().approval(promotion, team().lead());
    own.decision.role = "ml_engineer";
    expectFound(own, team().engineer(), 6);
}

TEST_F(ForgedLedgerSuite, expiredApproval)
{
    const VersionId version = team().versionInStaging();
    const PromotionId promotion = team().readyForCanary(version);
    team().approve(promotion, team().lead());
    expectAccepted(team().execution(promotion), team().engineer());
    b().clock().advanceSeconds(604'800);
    team().reportArtifact(version, team().ci()); // only the signature is old
    expectFound(team().execution(promotion), team().engineer(), 4);
    team().approve(promotion, team().lead());
    expectAccepted(team().execution(promotion), team().engineer());
}

TEST_F(ForgedLedgerSuite, backDatedEntry)
{
    const VersionId version = team().versionInStaging();
    const PromotionId promotion = team().readyForCanary(version);
    team().approve(promotion, team().lead());
    const UtcTime inTime = b().clock().now();
    b().clock().advanceSeconds(604'800);
    team().reportArtifact(version, team().ci());
    // Dated into the life of the approval: the ledger's own time has moved on.
    ForgedLedger forged(b());
    const events::Event event = team().execution(promotion);
    EntryHeader header = forged.header(event, team().engineer());
    header.at = inTime;
    const EntryIndex index = forged.forge(event, header, *b().signer(team().engineer()).key);
    expectBroken(forged.verify(), index, 13);
}

TEST_F(ForgedLedgerSuite, staleSnapshot)
{
    const VersionId version = team().registerVersion("1");
    const PromotionId promotion = readyForStaging(version);
    const auto seen = team().approval(promotion, team().lead());
    events::VersionAmended amended;
    amended.version = version;
    amended.set = state().versions.find(version.index())->description;
    amended.set.artifact.sha = sha256Of("other bytes");
    b().append(amended, team().engineer());
    expectFound(seen, team().lead(), 5);
}

TEST_F(ForgedLedgerSuite, unenrolledSigner)
{
    const events::Event event = events::PromotionCommented{};
    ForgedLedger forged(b());
    EntryHeader header = forged.header(event, team().owner());
    header.actor = "a77";
    const EntryIndex index = forged.forge(event, header, *keyOf("stranger"));
    expectBroken(forged.verify(), index, 2);
}

TEST_F(ForgedLedgerSuite, pathAroundCanary)
{
    const VersionId version = team().versionInStaging();
    const PromotionId promotion = team().readyForCanary(version);
    team().approve(promotion, team().lead());
    // Straight from staging to production: no such proposal, and no rollback that leads up.
    expectFound(team().proposal(version, "canary-to-production"), team().engineer(), 4);
    expectFound(team().rollback(version, "production-rollback", "none"), team().owner(), 8);
}

TEST_F(ForgedLedgerSuite, pathAroundCanaryByPolicy)
{
    const auto around = [&](const std::string& kind, const std::string& rest) {
        return team().editedPolicy("{ \"id\": \"canary-to-production\", \"label\"",
            "{ \"id\": \"express\", \"label\": \"Express\", \"from\": \"staging\", \"to\": \"production\", \"kind\": \""
                + kind + "\", " + rest + " },\n      { \"id\": \"canary-to-production\", \"label\"");
    };
    const EntryIndex proposal = b().append(
        team().policyProposal(around("promotion", "\"gate\": \"g.canary-to-production\"")), team().engineer());
    b().clock().advanceSeconds(10 * 86'400);
    expectFound(events::PolicyAdopted{proposal}, team().engineer(), 8);
}

TEST_F(ForgedLedgerSuite, aRollbackThatLeadsUp)
{
    // The lint looks at promotions; a "rollback" into production is stopped where it is executed.
    SmallTeamLedger sly(team().editedPolicy("{ \"id\": \"staging-rollback\", \"label\"",
        "{ \"id\": \"express\", \"label\": \"Express\", \"from\": \"staging\", \"to\": \"production\", \"kind\": "
        "\"rollback\", "
        "\"authority\": { \"roles\": [\"ml_engineer\"], \"automation\": true, \"reinstates\": \"none\" } },\n"
        "      { \"id\": \"staging-rollback\", \"label\""));
    const VersionId version = sly.versionInStaging();
    ForgedLedger forged(sly.builder());
    const EntryIndex index = forged.forge(sly.rollback(version, "express", "none"), sly.engineer());
    expectBroken(forged.verify(), index, 8);
}

TEST_F(ForgedLedgerSuite, noDrill)
{
    const VersionId version = team().versionInStaging();
    team().reportFlag(version, "safety_sweep.criteria_met", team().ci());
    team().reportFlag(version, "ops.readiness_confirmed", team().engineer());
    team().reportArtifact(version, team().ci());
    const PromotionId promotion = team().propose(version, "staging-to-canary", team().engineer());
    team().approve(promotion, team().lead());
    expectFound(team().execution(promotion), team().engineer(), 9);
    b().append(team().drill(version, "canary"), team().agent());
    expectAccepted(team().execution(promotion), team().engineer());
}

TEST_F(ForgedLedgerSuite, foreignWorkspace)
{
    // The same people, keys and events in another workspace: its entry does not fit here.
    LedgerBuilder other("demo");
    const events::Event event = events::CardReplaced{other.text("Ada")};
    const EntryHeader header = other.header(event, ActorId(0));
    const std::string line = *signEntry(encodePayload(header, events::encodeBody(event)), *keyOf("Ada"));
    ForgedLedger forged(b());
    const EntryIndex index = forged.appendLine(line);
    expectBroken(forged.verify(), index, 1);
}

TEST_F(ForgedLedgerSuite, nothingIsJudgedAfterTheForgeryButIntegrityIs)
{
    ForgedLedger forged(b());
    events::ModelRegistered model;
    model.name = "sneaked in";
    model.ownerRole = "product_owner";
    const EntryIndex first = forged.forge(model, team().newcomer());
    model.name = "again";
    forged.forge(model, team().newcomer());
    EntryHeader displaced = forged.header(model, team().engineer());
    displaced.after.size = 3;
    forged.forge(model, displaced, *keyOf("engineer"));
    const VerifyReport report = forged.verify();
    expectBroken(report, first, 2);
    ASSERT_EQ(report.problems.size(), 2U);
    EXPECT_EQ(report.problems[1].law, 1);
}

} // namespace
} // namespace cs::test
