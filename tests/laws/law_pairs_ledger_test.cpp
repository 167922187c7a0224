// SPDX-License-Identifier: GPL-3.0-or-later
// Laws 1, 2, 3, 12, 13 and 14, each both ways: the ledger, who signs, time.
#include "core/crypto/enrolment.h"
#include "tests/laws/law_test.h"

namespace cs::test {
namespace {

events::ModelRegistered someModel(const std::string& name)
{
    events::ModelRegistered event;
    event.name = name;
    event.ownerRole = "product_owner";
    return event;
}

// Law 1 -------------------------------------------------------------------------------------------------------------

CS_LAW_PAIR(Law01_HistoryIsOneLine)
{
    events::VerificationRecorded wrongRoot;
    wrongRoot.size = 3;
    wrongRoot.root = std::string(64, 'a');
    wrongRoot.verdict = "intact";
    wrongRoot.program = "countersign";
    events::ExportRecorded future;
    future.kind = "bundle";
    future.head = {b().head().size + 10, b().head().root.hex()};
    return {{"a root that is not the ledger's", wrongRoot, team().owner(), 1},
        {"a tree of entries that do not exist yet", future, team().owner(), 1}};
}

TEST_F(Law01_HistoryIsOneLine, AnEntryFromElsewhereIsRefusedAndFound)
{
    const events::Event event = someModel("another");
    EntryHeader header = b().header(event, team().engineer());
    const auto key = b().signer(team().engineer()).key;
    const auto refusedBy = [&](std::int64_t index, const std::string& id) {
        const Status status = engine::judge(state(),
            {index, id, header.at, header.station, team().engineer(), key->publicKey()}, event, b().policies());
        return status ? 0 : status.error().law();
    };
    EXPECT_EQ(refusedBy(state().size, header.id), 0);
    EXPECT_EQ(refusedBy(state().size + 1, header.id), 1);
    ParsedEntry earlier;
    ASSERT_TRUE(earlier.parse(*b().store().readLine(3)));
    EXPECT_EQ(refusedBy(state().size, earlier.header().id), 1) << "an id is used once";

    ForgedLedger other(b());
    EntryHeader displaced = other.header(event, team().engineer());
    displaced.after.root = Digest();
    const EntryIndex entry = other.forge(event, displaced, *key);
    expectBroken(other.verify(), entry, 1);
}

// Law 2 -------------------------------------------------------------------------------------------------------------

CS_LAW_PAIR(Law02_SomebodyDidIt)
{
    events::DrillRecorded drill;
    drill.endpoint = "loans";
    drill.route = "full";
    drill.restored = "fallback";
    drill.restoredAt = b().clock().now();
    drill.startedAt = drill.restoredAt.plusMs(-1000);
    drill.durationMs = 1000;
    drill.probes = 1;
    drill.passed = true;
    events::AuthorityProposed proposed;
    proposed.change = events::change::Close{};
    proposed.reason = b().text("out of spite");
    return {{"a model registered by somebody without a role", someModel("mine"), team().newcomer(), 2},
        {"a drill recorded by the owner", drill, team().owner(), 2},
        {"serving metadata set by CI", events::ModelServingSet{team().model(), "x", "", "", std::nullopt, {}, {}},
            team().ci(), 2}};
}

TEST_F(Law02_SomebodyDidIt, ForeignAndRevokedKeysAreRefusedAndFound)
{
    const events::Event event = someModel("another");
    const auto byKey = [&](ActorId actor, const SecretKey& key, const std::string& what) {
        SCOPED_TRACE(what);
        const EntryHeader header = b().header(event, actor);
        const Status live = engine::judge(state(),
            {header.after.size, header.id, header.at, header.station, actor, key.publicKey()}, event, b().policies());
        ASSERT_FALSE(live);
        EXPECT_EQ(live.error().law(), 2);
        ForgedLedger forged(b());
        const EntryIndex index = forged.forge(event, forged.header(event, actor), key);
        expectBroken(forged.verify(), index, 2);
    };
    byKey(team().engineer(), *keyOf("stranger"), "a key that nobody enrolled, under the name of the engineer");
    byKey(team().engineer(), *keyOf("lead"), "the lead's key under the name of the engineer");
    byKey(ActorId(999), *keyOf("stranger"), "an actor who does not exist");
    team().changeByAll(events::change::RevokeKey{keyOf("ci")->publicKey(), "rotated", std::nullopt});
    byKey(team().ci(), *keyOf("ci"), "a revoked key");
}

TEST_F(Law02_SomebodyDidIt, ABodyThatNoReplayReadsIsNeverAppended)
{
    const VersionId version = team().registerVersion("1");
    team().reportForStaging(version);
    const PromotionId promotion = team().propose(version, "dev-to-staging", team().engineer());
    auto twice = team().approval(promotion, team().lead());
    twice.decision.viewed.push_back(twice.decision.viewed.front());
    const auto session = b().session();
    const auto submitted = session->submit(twice, b().signer(team().lead()));
    ASSERT_FALSE(submitted);
    EXPECT_EQ(submitted.error().code(), QStringLiteral("CS-DOMAIN-BODY"));
    EXPECT_EQ(b().store().head()->size, state().size);
    ForgedLedger forged(b());
    const EntryIndex index = forged.forge(twice, team().lead());
    expectBroken(forged.verify(), index, 2);
}

// Law 3 -------------------------------------------------------------------------------------------------------------

CS_LAW_PAIR(Law03_StateIsDerived)
{
    events::PromotionCommented comment;
    comment.promotion = PromotionId(1);
    comment.text = b().text("what about this?");
    events::EvidenceAttached evidence;
    evidence.version = VersionId(2);
    evidence.kind = "evaluation_report";
    evidence.media = "text/plain";
    evidence.bytes = 1;
    return {{"a version of a model that no entry made", team().registration(ModelId(3), "1"), team().engineer(), 3},
        {"a comment on a promotion that no entry made", comment, team().owner(), 3},
        {"evidence for a version that no entry made", evidence, team().engineer(), 3}};
}

// Law 12 ------------------------------------------------------------------------------------------------------------

CS_LAW_PAIR(Law12_PeopleComeAndGoOnTheRecord)
{
    const auto propose = [&](const events::Change& change) {
        events::AuthorityProposed proposed;
        proposed.change = change;
        proposed.reason = b().text("because");
        return proposed;
    };
    const auto enrol = [&](const SecretKey& key, const std::string& workspace) {
        return propose(events::change::Enrol{
            "person", key.publicKey(), makeEnrolmentProof(key, workspace, std::string(32, '1')), b().text("Somebody")});
    };
    const EntryIndex open =
        team().proposeChange(events::change::Grant{team().newcomer(), "ml_engineer", std::nullopt, std::nullopt});
    return {{"a change by somebody who is no administrator", propose(events::change::Close{}), team().newcomer(), 12},
        {"a person's own role endorsed by that person", events::AuthorityEndorsed{open, "endorse"}, team().newcomer(),
            12},
        {"the proposer endorses again", events::AuthorityEndorsed{open, "endorse"}, team().owner(), 12},
        {"one key under two ids", enrol(*keyOf("lead"), state().workspaceId), team().owner(), 12},
        {"administrators of whom one decides alone",
            propose(events::change::SetAdmins{{team().owner(), team().lead()}, 1}), team().owner(), 12},
        {"a role that excludes one held",
            propose(events::change::Grant{team().lead(), "product_owner", std::nullopt, std::nullopt}), team().owner(),
            12},
        {"a service in a human role",
            propose(events::change::Grant{team().ci(), "tech_lead", std::nullopt, std::nullopt}), team().owner(), 12}};
}

// Law 13 ------------------------------------------------------------------------------------------------------------

CS_LAW_PAIR(Law13_TheClockIsNotTrusted)
{
    const VersionId version = team().registerVersion("1");
    auto measured = team().report(version);
    measured.results = {{"ci.tests_passed", std::nullopt, true, std::nullopt, "1", {}, {}, {}, {}, {}, {}, {}}};
    measured.measuredAt = b().clock().now().plusSeconds(3600);
    events::TimeAnchored anchor;
    anchor.size = b().head().size;
    anchor.root = b().head().root.hex();
    anchor.source = "rfc3161";
    anchor.genTime = b().clock().now();
    return {{"a measurement in the future", measured, team().ci(), 13},
        {"an anchor from outside without its token", anchor, team().owner(), 13}};
}

TEST_F(Law13_TheClockIsNotTrusted, ABackDatedEntryIsRefusedAndFound)
{
    const events::Event event = someModel("another");
    for (const std::int64_t back : {300, 302}) {
        ForgedLedger forged(b());
        EntryHeader header = forged.header(event, team().engineer());
        header.at = state().time.plusSeconds(-back);
        const auto key = b().signer(team().engineer()).key;
        const Status live = engine::judge(state(),
            {header.after.size, header.id, header.at, header.station, team().engineer(), key->publicKey()}, event,
            b().policies());
        const EntryIndex index = forged.forge(event, header, *key);
        if (back <= 300) {
            EXPECT_TRUE(live);
            EXPECT_EQ(forged.verify().verdict, "intact");
            continue;
        }
        ASSERT_FALSE(live);
        EXPECT_EQ(live.error().law(), 13);
        expectBroken(forged.verify(), index, 13);
    }
}

// Law 14 ------------------------------------------------------------------------------------------------------------

CS_LAW_PAIR(Law14_ThePastStaysReadable)
{
    events::AuthorityProposed lower;
    lower.change = events::change::SetRules{1};
    lower.reason = b().text("back to the old ones");
    return {{"the laws do not go back", lower, team().owner(), 14}};
}

TEST_F(Law14_ThePastStaysReadable, ANewerLedgerIsIncompleteAndTakesNoEntry)
{
    ForgedLedger newer(b());
    EntryHeader header = newer.header(someModel("x"), team().engineer());
    header.type = "model.dreamt";
    const auto key = b().signer(team().engineer()).key;
    const EntryIndex index = newer.appendLine(*signEntry(encodePayload(header, "{}"), *key));
    const VerifyReport report = newer.verify();
    EXPECT_EQ(report.verdict, "incomplete");
    ASSERT_EQ(report.problems.size(), 1U);
    EXPECT_EQ(report.problems[0].entry, index);
    EXPECT_EQ(report.problems[0].law, 14);
    EXPECT_EQ(report.signatures, report.entries) << "integrity is still checked";

    team().changeByAll(events::change::SetRules{2});
    const auto session = b().session();
    const auto submitted = session->submit(someModel("y"), b().signer(team().engineer()));
    ASSERT_FALSE(submitted);
    EXPECT_EQ(submitted.error().law(), 14);
    ForgedLedger raised(b());
    const EntryIndex beyond = raised.forge(someModel("z"), team().engineer());
    const VerifyReport unjudged = raised.verify();
    EXPECT_EQ(unjudged.verdict, "incomplete");
    ASSERT_FALSE(unjudged.problems.empty());
    EXPECT_EQ(unjudged.problems[0].entry, beyond);
}

} // namespace
} // namespace cs::test
