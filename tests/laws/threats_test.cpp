// SPDX-License-Identifier: GPL-3.0-or-later
// Threats by people who hold valid keys: keys, quorums, puppets, dates, artifacts, floods.
#include "core/crypto/enrolment.h"
#include "core/engine/apply/scope.h"
#include "tests/laws/law_test.h"

#include <QFile>

#include <algorithm>

namespace cs::test {
namespace {

class Threats : public LawTest {
protected:
    events::AuthorityProposed proposed(const events::Change& change) { return {change, b().text("because")}; }
    events::change::Enrol enrolment(const SecretKey& key, const PublicKey& named)
    {
        return {"person", named, makeEnrolmentProof(key, state().workspaceId, std::string(32, '2')), b().text("New")};
    }
    std::vector<std::string> lines() { return *b().store().read(0, std::size_t{1} << 30U); }
    VerifyReport verifyLines(const std::vector<std::string>& all)
    {
        const std::string path = utf8(m_dir.filePath(QStringLiteral("log.jsonl")));
        std::string text;
        for (const auto& line : all)
            text += line + "\n";
        QFile file(qs(path));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text.data(), static_cast<qint64>(text.size()));
        file.close();
        QFile policy(m_dir.filePath(qs(state().policyInForce()->digest.hex())));
        EXPECT_TRUE(policy.open(QIODevice::WriteOnly));
        const Bytes bytes = smallTeamPolicy();
        policy.write(bytes.data(), static_cast<qint64>(bytes.size()));
        policy.close();
        const auto report = audit::verifyExport(path, utf8(m_dir.path()));
        EXPECT_TRUE(report);
        return report.value_or(VerifyReport{});
    }

private:
    QTemporaryDir m_dir;
};

TEST_F(Threats, aSmallOrderKeyCannotBeEnrolled)
{
    // The eight points of small order begin with these two encodings: the neutral element and one of order two.
    for (const unsigned char first : {std::uint8_t{1}, std::uint8_t{0xec}}) {
        PublicKey::Array bytes{};
        bytes[0] = first;
        if (first == 0xec) {
            bytes.fill(0xff);
            bytes[0] = first;
            bytes[31] = 0x7f;
        }
        const auto attack = enrolment(*keyOf("new"), PublicKey(bytes));
        const Status live = judged(proposed(attack), team().owner());
        ASSERT_FALSE(live);
        ForgedLedger forged(b());
        const EntryIndex index = forged.forge(proposed(attack), team().owner());
        const VerifyReport report = forged.verify();
        EXPECT_EQ(report.verdict, "broken");
        ASSERT_FALSE(report.problems.empty());
        EXPECT_EQ(report.problems[0].entry, index);
    }
}

TEST_F(Threats, oneKeyUnderTwoIdsIsRefused)
{
    expectBoth({"the lead's key for somebody new", proposed(enrolment(*keyOf("lead"), keyOf("lead")->publicKey())),
        team().owner(), 12});
    events::change::AddKey add;
    add.actor = team().engineer();
    add.key = keyOf("lead")->publicKey();
    add.proof = makeEnrolmentProof(*keyOf("lead"), state().workspaceId, std::string(32, '3'));
    expectBoth({"the lead's key for the engineer", proposed(add), team().owner(), 12});
}

TEST_F(Threats, aSecondKeyOfTheSamePersonIsNoSecondPerson)
{
    const auto second = keyOf("lead's laptop");
    events::change::AddKey add;
    add.actor = team().lead();
    add.key = second->publicKey();
    add.proof = makeEnrolmentProof(*second, state().workspaceId, std::string(32, '3'));
    const EntryIndex proposal = team().proposeChange(add);
    team().endorse(proposal, team().engineer());
    ASSERT_TRUE(state().authorityCases.at(proposal).effectiveAt);

    const VersionId version = team().registerVersion("1");
    team().reportForStaging(version);
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().lead());
    const auto byLead = team().approval(promotion, team().engineer()); // parts; nobody but the engineer is left to sign
    auto own = byLead;
    own.decision.role = "ml_engineer";
    own.decision.leaves = {{"ds.review",
        state().policyInForce()->document->gate("g.dev-to-staging")->require.children.back().approval.statementDigest}};
    const events::Event event = events::PromotionApproved{own.decision};
    ForgedLedger forged(b());
    const EntryIndex index = forged.forge(event, forged.header(event, team().lead()), *second);
    expectBroken(forged.verify(), index, 6);
}

TEST_F(Threats, replayedDroppedPermutedAndInsertedEntriesAreFound)
{
    const auto good = lines();
    ASSERT_EQ(verifyLines(good).verdict, "intact");
    const auto at = static_cast<std::ptrdiff_t>(good.size() / 2);
    auto replayed = good;
    replayed.push_back(good.back());
    expectBroken(verifyLines(replayed), state().size, 1);
    auto dropped = good;
    dropped.erase(dropped.begin() + at);
    expectBroken(verifyLines(dropped), at, 1);
    auto permuted = good;
    std::swap(permuted[static_cast<std::size_t>(at)], permuted[static_cast<std::size_t>(at) + 1]);
    expectBroken(verifyLines(permuted), at, 1);
    auto inserted = good;
    inserted.insert(inserted.begin() + at, good[3]);
    expectBroken(verifyLines(inserted), at, 1);
}

TEST_F(Threats, everyMissingEndorsementLeavesAChangeWithoutEffect)
{
    // A role needs two administrators and the lead who signs for it: all three, whatever the order.
    const std::vector<ActorId> others{team().engineer(), team().lead()};
    for (unsigned signers = 0; signers < 4; ++signers) {
        const EntryIndex proposal =
            team().proposeChange(events::change::Grant{team().newcomer(), "ml_engineer", std::nullopt, std::nullopt});
        for (unsigned i = 0; i < others.size(); ++i)
            if ((signers & (1U << i)) != 0)
                team().endorse(proposal, others[i]);
        EXPECT_EQ(state().authorityCases.at(proposal).effectiveAt.has_value(), signers == 3) << signers;
        EXPECT_EQ(engine::holdsRole(state(), team().newcomer(), "ml_engineer"), signers == 3) << signers;
    }
    // A new administrator agrees to being one, and the old threshold decides.
    for (unsigned signers = 0; signers < 4; ++signers) {
        std::vector<ActorId> admins{team().owner(), team().lead(), team().newcomer()};
        std::ranges::sort(admins);
        const EntryIndex proposal = team().proposeChange(events::change::SetAdmins{admins, 2});
        const std::vector<ActorId> asked{team().lead(), team().newcomer()};
        for (unsigned i = 0; i < asked.size(); ++i)
            if ((signers & (1U << i)) != 0)
                team().endorse(proposal, asked[i]);
        EXPECT_EQ(state().admins.contains(team().newcomer()), signers == 3) << signers;
    }
}

TEST_F(Threats, aPuppetCannotFillAnOpenProposal)
{
    const VersionId version = team().registerVersion("1");
    team().reportForStaging(version);
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().engineer());
    team().changeByAll(events::change::Grant{team().newcomer(), "ml_engineer", std::nullopt, std::nullopt});
    ASSERT_TRUE(engine::holdsRole(state(), team().newcomer(), "ml_engineer"));
    auto signature = team().approval(promotion, team().lead());
    signature.decision.role = "ml_engineer";
    expectBoth({"a role of today on a proposal of yesterday", signature, team().newcomer(), 6});
    const PromotionId later = team().propose(version, "dev-to-staging", team().engineer());
    expectAccepted(team().approval(later, team().newcomer()), team().newcomer());
}

TEST_F(Threats, aCompromisedKeyTakesItsSignaturesAlong)
{
    const EntryIndex open =
        team().proposeChange(events::change::Grant{team().newcomer(), "ml_engineer", std::nullopt, std::nullopt});
    const EntryIndex since = state().size;
    team().endorse(open, team().engineer());
    const VersionId version = team().versionInStaging();
    const EntryIndex revocation =
        team().proposeChange(events::change::RevokeKey{keyOf("engineer")->publicKey(), "compromised", since});
    team().endorse(revocation, team().lead());
    ASSERT_TRUE(state().authorityCases.at(revocation).effectiveAt);
    EXPECT_TRUE(state().authorityCases.at(open).endorsers.empty()) << "the endorsement counts no more";
    team().endorse(open, team().lead());
    EXPECT_FALSE(state().authorityCases.at(open).effectiveAt);
    ASSERT_EQ(state().findings.size(), 1U) << "what rested on the key is a finding";
    EXPECT_EQ(state().findings.begin()->second.about, std::vector<std::string>{version.text()});
    EXPECT_EQ(state().versions.find(version.index())->stage(), "staging") << "no state moves by itself";
    EXPECT_EQ(audit::verifyLedger(b().store())->verdict, "intact") << "no earlier entry turns invalid";
    expectBoth({"signed with the revoked key", events::CardReplaced{b().text("E")}, team().engineer(), 2});
}

TEST_F(Threats, aCiKeySignsNoApproval)
{
    const VersionId version = team().registerVersion("1");
    team().reportForStaging(version);
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().engineer());
    expectBoth({"CI approves", team().approval(promotion, team().lead()), team().ci(), 2});
    const EntryIndex proposal = team().proposeChange(events::change::Close{});
    expectBoth({"CI endorses", events::AuthorityEndorsed{proposal, "endorse"}, team().ci(), 2});
}

TEST_F(Threats, anArtifactCannotBeSwappedAfterStaging)
{
    const VersionId version = team().versionInStaging();
    for (const bool image : {false, true}) {
        events::VersionAmended amended;
        amended.version = version;
        amended.set = state().versions.find(version.index())->description;
        if (image)
            amended.set.image = sha256Of("another image");
        else
            amended.set.artifact.sha = sha256Of("files renamed, another root");
        expectBoth({"other bytes", amended, team().engineer(), 4});
    }
}

TEST_F(Threats, aVersionWithOtherBytesIsNotReinstated)
{
    const VersionId first = team().versionInProduction("1");
    // Rolled back to where its bytes may be amended, and let go again.
    const auto backAndLift = [&](const std::string& transition) {
        const EntryIndex rollback = b().append(team().rollback(first, transition, "fallback"), team().lead());
        b().append(events::RollbackRemedied{rollback, b().text("retrain"), b().clock().now().plusSeconds(86'400)},
            team().lead());
        b().append(events::RollbackHoldLifted{rollback, "waiver"}, team().owner());
    };
    backAndLift("production-rollback");
    const EntryIndex toDev = b().append(team().rollback(first, "staging-rollback", "none"), team().engineer());
    b().append(
        events::RollbackRemedied{toDev, b().text("retrain"), b().clock().now().plusSeconds(86'400)}, team().lead());
    b().append(events::RollbackHoldLifted{toDev, "waiver"}, team().owner());
    const VersionId second = team().versionInProduction("2");
    expectAccepted(team().rollback(second, "production-rollback", first.text()), team().owner());
    events::VersionAmended amended;
    amended.version = first;
    amended.set = state().versions.find(first.index())->description;
    amended.set.artifact.sha = sha256Of("bytes that no gate has seen");
    b().append(amended, team().engineer());
    expectBoth({"other bytes under an old name", team().rollback(second, "production-rollback", first.text()),
        team().owner(), 8});
}

TEST_F(Threats, aFloodEndsAtTheQuotaOfTheDay)
{
    // The counter is set instead of writing 1,999 entries; the ledger itself stays honest.
    auto& state = const_cast<engine::LedgerState&>(this->state());
    const std::int64_t day = state.time.ms() / 86'400'000;
    state.quota[{day, team().owner()}] = engine::rules::quotaPerson - 1;
    const events::Event event = events::CardReplaced{b().text("Ada")};
    b().append(event, team().owner());
    const Status refused = judged(event, team().owner());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().law(), 2);
    expectAccepted(event, team().lead());
    b().clock().advanceSeconds(86'400);
    expectAccepted(event, team().owner());
}

TEST_F(Threats, anEntryDatedYearsAheadIsRefusedLiveAndCorrected)
{
    const VersionId version = team().versionInStaging();
    const PromotionId canary = team().toCanary(version);
    const events::Event event = events::CardReplaced{b().text("A")};
    const UtcTime today = b().clock().now();
    const UtcTime ahead = today.plusSeconds(std::int64_t{10} * 366 * 86'400);
    EXPECT_EQ(engine::checkLiveClock(state(), event, ahead, today).error().law(), 13);
    // An insider writes it all the same: it is a good entry, and the soak looks served.
    b().clock().set(ahead);
    const EntryIndex wrong = b().append(event, team().newcomer());
    b().clock().set(today.plusSeconds(60));
    EXPECT_GT(state().time, today.plusSeconds(86'400));
    EXPECT_EQ(judged(event, team().owner()).error().law(), 13) << "everybody else's clock is now behind";
    const auto session = b().session();
    EXPECT_EQ(session->submit(event, b().signer(team().owner())).error().law(), 13);

    team().changeByAll(events::change::CorrectClock{wrong, wrong});
    EXPECT_LT(state().time, today.plusSeconds(3600)) << "T is the honest clocks' again";
    expectAccepted(event, team().owner());
    const engine::Promotion& promotion = *state().promotions.find(canary.index());
    EXPECT_EQ(promotion.status, engine::PromotionStatus::Executed);
    const PromotionId production = team().readyForProduction(version);
    const auto gate = engine::evaluateGate(state(), *state().promotions.find(production.index()), b().clock().now());
    ASSERT_TRUE(gate);
    const auto soak =
        std::ranges::find_if(gate->pinned.children, [](const auto& node) { return node.id() == "cp.soak"; });
    ASSERT_NE(soak, gate->pinned.children.end());
    EXPECT_NE(soak->status, engine::Truth::Satisfied) << "the soak is not served by a date";
    EXPECT_EQ(audit::verifyLedger(b().store())->verdict, "intact");
}

TEST_F(Threats, aBackDatedExecutionNeverTakesEffectUnderTrustedTime)
{
    SmallTeamLedger trusted(team().editedPolicy("\"governance\": {\n    \"editors\"",
        "\"trustedTime\": { \"maxGapSeconds\": 3600 },\n  \"governance\": {\n    \"editors\""));
    const VersionId version = trusted.versionInStaging();
    const PromotionId promotion = trusted.readyForCanary(version);
    trusted.approve(promotion, trusted.lead());
    // A silent week later, dated into the life of the approval: legal by the running maximum alone.
    const EntryIndex entry = trusted.b().append(trusted.execution(promotion), trusted.engineer());
    const auto& row = *trusted.state().promotions.find(promotion.index());
    EXPECT_EQ(row.effect, engine::Promotion::Effect::AwaitingAnchor);
    EXPECT_EQ(trusted.state().versions.find(version.index())->stage(), "staging") << "nothing moves before the anchor";
    events::TimeAnchored anchor;
    anchor.size = trusted.b().head().size;
    anchor.root = trusted.b().head().root.hex();
    anchor.source = "agent";
    anchor.genTime = trusted.state().time.plusSeconds(604'800);
    ASSERT_GT(anchor.size, entry);
    trusted.b().append(anchor, trusted.agent());
    EXPECT_EQ(row.effect, engine::Promotion::Effect::Never);
    anchor.genTime = trusted.state().time;
    anchor.size = trusted.b().head().size;
    anchor.root = trusted.b().head().root.hex();
    trusted.b().append(anchor, trusted.agent());
    EXPECT_EQ(row.effect, engine::Promotion::Effect::Never) << "the first anchor decides, for good";
    EXPECT_EQ(trusted.state().versions.find(version.index())->stage(), "staging");
    EXPECT_EQ(audit::verifyLedger(trusted.b().store())->verdict, "intact");
}

} // namespace
} // namespace cs::test
