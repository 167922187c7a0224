// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/verify.h"
#include "core/ledger/checkpoint.h"
#include "core/ledger/store/sqlite_log_store.h"
#include "tests/support/ledger_builder.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>
#include <random>

namespace cs {
namespace {

using test::LedgerBuilder;

class VerifyTest : public testing::Test {
protected:
    void SetUp() override { m_builder.smallTeam(); }
    VerifyReport verify(audit::VerifyOptions options = {})
    {
        const auto report = audit::verifyLedger(m_builder.store(), options);
        EXPECT_TRUE(report) << utf8(report.error().message());
        return report.value_or(VerifyReport{});
    }
    std::vector<std::string> lines() { return *m_builder.store().read(0, 1U << 30U); }
    VerifyReport verifyLines(const std::vector<std::string>& lines)
    {
        const std::string path = utf8(m_dir.filePath(QStringLiteral("log.jsonl")));
        std::ofstream out(path, std::ios::binary);
        for (const std::string& line : lines)
            out << line << '\n';
        out.close();
        const auto report = audit::verifyExport(path, blobs());
        EXPECT_TRUE(report) << utf8(report.error().message());
        return report.value_or(VerifyReport{});
    }
    std::string blobs()
    {
        const Bytes policy = test::smallTeamPolicy();
        std::ofstream(utf8(m_dir.filePath(qs(m_builder.state().policyInForce()->digest.hex()))), std::ios::binary)
            << policy;
        return utf8(m_dir.path());
    }
    QTemporaryDir m_dir;
    LedgerBuilder m_builder;
};

TEST_F(VerifyTest, aGoodLedgerIsIntact)
{
    const VerifyReport report = verify();
    EXPECT_EQ(report.verdict, "intact") << (report.problems.empty() ? "" : report.problems[0].message);
    EXPECT_EQ(report.entries, m_builder.state().size);
    EXPECT_EQ(report.signatures, report.entries);
    EXPECT_EQ(report.root, m_builder.head().root);
    EXPECT_EQ(report.workspaceId, m_builder.state().workspaceId);
    for (const int threads : {1, 3}) {
        audit::VerifyOptions options;
        options.threads = threads;
        EXPECT_EQ(verify(options).verdict, "intact");
    }
}

TEST_F(VerifyTest, anExportVerifiesLikeTheStore)
{
    const VerifyReport report = verifyLines(lines());
    EXPECT_EQ(report.verdict, "intact") << (report.problems.empty() ? "" : report.problems[0].message);
    EXPECT_EQ(report.root, m_builder.head().root);
}

TEST_F(VerifyTest, removedSwappedAndAlteredLinesAreFound)
{
    const auto good = lines();
    auto removed = good;
    removed.erase(removed.begin() + 5);
    const VerifyReport withoutOne = verifyLines(removed);
    EXPECT_EQ(withoutOne.verdict, "broken");
    ASSERT_FALSE(withoutOne.problems.empty());
    EXPECT_EQ(withoutOne.problems[0].law, 1);
    EXPECT_EQ(withoutOne.problems[0].entry, 5);

    auto swapped = good;
    std::swap(swapped[3], swapped[4]);
    EXPECT_EQ(verifyLines(swapped).problems.at(0).entry, 3);

    auto altered = good;
    const auto at = altered[7].find("\"sig\":\"") + 8;
    altered[7][at] = altered[7][at] == 'A' ? 'B' : 'A';
    const VerifyReport badSignature = verifyLines(altered);
    EXPECT_EQ(badSignature.verdict, "broken");
    EXPECT_EQ(badSignature.problems.at(0).entry, 7);
    EXPECT_EQ(badSignature.problems.at(0).law, 2);
}

TEST_F(VerifyTest, anInsidersEntryAgainstALawIsFoundAndTheRestStillChecked)
{
    events::ModelRegistered event;
    event.name = "sneaked in";
    event.ownerRole = "ml_engineer";
    const EntryIndex index = m_builder.forge(event, m_builder.who("product_owner"));
    m_builder.forge(events::FoundingAccepted{}, m_builder.who("product_owner"));
    const VerifyReport report = verify();
    EXPECT_EQ(report.verdict, "broken");
    ASSERT_EQ(report.problems.size(), 1U) << "state is not judged after the first break";
    EXPECT_EQ(report.problems[0].entry, index);
    EXPECT_EQ(report.problems[0].law, 2);
    EXPECT_EQ(report.signatures, report.entries) << "integrity is";
}

TEST_F(VerifyTest, aMissingPolicyIsIncompleteAndNotBroken)
{
    const std::string path = utf8(m_dir.filePath(QStringLiteral("log.jsonl")));
    std::ofstream out(path, std::ios::binary);
    for (const std::string& line : lines())
        out << line << '\n';
    out.close();
    const auto report = audit::verifyExport(path, {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->verdict, "incomplete");
    ASSERT_FALSE(report->problems.empty());
    EXPECT_NE(report->problems.front().message.find("sha256:"), std::string::npos)
        << "it names the policy that is missing: " << report->problems.front().message;
}

TEST_F(VerifyTest, alteredNodesInTheStoreAreFound)
{
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(m_builder.path().c_str(), &db), SQLITE_OK);
    char* error = nullptr;
    sqlite3_exec(db, "DROP TRIGGER node_u; UPDATE node SET hash = zeroblob(32) WHERE level = 1 AND pos = 1", nullptr,
        nullptr, &error);
    EXPECT_EQ(error, nullptr) << error;
    sqlite3_close(db);
    const VerifyReport report = verify();
    EXPECT_EQ(report.verdict, "broken");
    EXPECT_NE(report.problems.at(0).message.find("1/1"), std::string::npos);
}

TEST_F(VerifyTest, everyLevelIsComparedAcrossBatches)
{
    // Long enough for several batches. No law lets these entries through; nodes are compared all the same.
    events::ModelDescribed described;
    for (int i = 0; i < 30; ++i)
        described.set["k" + std::to_string(i)] = std::string(250, 'x');
    for (int i = 0; i < 120; ++i)
        m_builder.forge(described, m_builder.who("ml_engineer"));
    ASSERT_EQ(verify().problems.size(), 1U) << "the first forged entry";
    sqlite3* db = nullptr;
    ASSERT_EQ(sqlite3_open(m_builder.path().c_str(), &db), SQLITE_OK);
    const auto put = [&](const Node& node) {
        const std::string sql = "DROP TRIGGER IF EXISTS node_u; UPDATE node SET hash = x'" + node.hash.hex()
            + "' WHERE level = " + std::to_string(node.level) + " AND pos = " + std::to_string(node.pos);
        EXPECT_EQ(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sqlite3_errmsg(db);
    };
    for (const auto& [level, pos] : std::vector<std::pair<int, std::int64_t>>{{0, 101}, {3, 12}, {6, 1}}) {
        const Digest good = *m_builder.store().node(level, pos);
        put({level, pos, Digest()});
        const VerifyReport report = verify();
        ASSERT_EQ(report.problems.size(), 2U) << level << "/" << pos;
        EXPECT_EQ(report.problems[1].entry, ((pos + 1) << level) - 1) << "the entry that completes the node";
        put({level, pos, good});
    }
    sqlite3_close(db);
    EXPECT_EQ(verify().problems.size(), 1U);
}

TEST_F(VerifyTest, aCheckpointIsComparedWithTheTree)
{
    const auto log = test::keyOf("log");
    audit::VerifyOptions options;
    options.checkpoint = *signCheckpoint(m_builder.state().workspaceId, m_builder.head(), *log);
    EXPECT_EQ(verify(options).verdict, "intact");
    TreeHead longer = m_builder.head();
    ++longer.size;
    options.checkpoint = *signCheckpoint(m_builder.state().workspaceId, longer, *log);
    EXPECT_EQ(verify(options).verdict, "broken");
    options.checkpoint = *signCheckpoint(m_builder.state().workspaceId, m_builder.head(), *test::keyOf("stranger"));
    EXPECT_EQ(verify(options).verdict, "broken");
}

TEST_F(VerifyTest, hostileBytesAreReportedAndNeverCrash)
{
    std::mt19937 random(7);
    const auto good = lines();
    EXPECT_EQ(verifyLines({}).verdict, "broken");
    EXPECT_EQ(verifyLines({std::string(200'000, '[')}).verdict, "broken");
    for (int round = 0; round < 20; ++round) {
        auto bad = good;
        std::string& line = bad[random() % bad.size()];
        for (int i = 0; i < 3; ++i)
            line[random() % line.size()] = static_cast<char>(random() % 256);
        EXPECT_EQ(verifyLines(bad).verdict, "broken");
    }
}

TEST_F(VerifyTest, stoppingSaysNothing)
{
    std::stop_source source;
    source.request_stop();
    audit::VerifyOptions options;
    options.stop = source.get_token();
    const auto report = audit::verifyLedger(m_builder.store(), options);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code(), QStringLiteral("CS-AUDIT-CANCELLED"));
}

} // namespace
} // namespace cs
