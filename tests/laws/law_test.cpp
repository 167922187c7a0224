// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/laws/law_test.h"

#include "core/workspace/team.h"

#include "core/ledger/entry.h"

namespace cs::test {
namespace {

std::string said(const VerifyReport& report)
{
    std::string text = report.verdict;
    for (const VerifyProblem& problem : report.problems)
        text += "\n  entry " + std::to_string(problem.entry) + ", law " + std::to_string(problem.law) + ": "
            + problem.message;
    return text;
}

} // namespace

ForgedLedger::ForgedLedger(LedgerBuilder& honest)
    : m_honest(honest)
{
    const std::string path = utf8(m_dir.filePath(QStringLiteral("forged.countersign")));
    m_store = *SqliteLogStore::create(path);
    EXPECT_TRUE(team::copyInto(*m_store, honest.store()));
    const std::vector<std::string> lines = *m_store->read(0, std::size_t{1} << 30U);
    for (const std::string& line : lines)
        m_tree.append(leafHash(line));
}

EntryHeader ForgedLedger::header(const events::Event& event, ActorId actor)
{
    EntryHeader header = m_honest.header(event, actor);
    header.after = m_tree.head();
    return header;
}

EntryIndex ForgedLedger::appendLine(const std::string& line)
{
    const auto index = m_store->append(m_tree.size(), {&line, 1});
    EXPECT_TRUE(index);
    m_tree.append(leafHash(line));
    return index.value_or(-1);
}

EntryIndex ForgedLedger::forge(const events::Event& event, const EntryHeader& header, const SecretKey& key)
{
    return appendLine(*signEntry(encodePayload(header, events::encodeBody(event)), key));
}

EntryIndex ForgedLedger::forge(const events::Event& event, ActorId actor)
{
    return forge(event, header(event, actor), *m_honest.signer(actor).key);
}

VerifyReport ForgedLedger::verify() const
{
    const auto report = audit::verifyLedger(*m_store);
    EXPECT_TRUE(report);
    return report.value_or(VerifyReport{});
}

void expectBroken(const VerifyReport& report, EntryIndex entry, int law)
{
    ASSERT_EQ(report.verdict, "broken") << said(report);
    ASSERT_FALSE(report.problems.empty());
    EXPECT_EQ(report.problems[0].entry, entry) << said(report);
    EXPECT_EQ(report.problems[0].law, law) << said(report);
}

Status LawTest::judged(const events::Event& event, ActorId actor)
{
    const EntryHeader header = b().header(event, actor);
    return engine::judge(state(),
        {header.after.size, header.id, header.at, header.station, actor, b().signer(actor).key->publicKey()}, event,
        b().policies());
}

void LawTest::expectRefused(const Attack& attack)
{
    SCOPED_TRACE(attack.what);
    const Status verdict = judged(attack.event, attack.actor);
    ASSERT_FALSE(verdict) << "the engine lets it through";
    EXPECT_EQ(verdict.error().law(), attack.law) << utf8(verdict.error().message());
    EXPECT_EQ(verdict.error().entry(), state().size);
    const auto session = b().session();
    const auto submitted = session->submit(attack.event, b().signer(attack.actor));
    ASSERT_FALSE(submitted) << "the session lets it through";
    EXPECT_EQ(submitted.error().law(), attack.law) << utf8(submitted.error().message());
    EXPECT_EQ(b().store().head()->size, state().size) << "nothing is appended";
}

void LawTest::expectDetected(const Attack& attack)
{
    SCOPED_TRACE(attack.what);
    ForgedLedger forged(b());
    const EntryIndex index = forged.forge(attack.event, attack.actor);
    const VerifyReport report = forged.verify();
    expectBroken(report, index, attack.law);
    EXPECT_EQ(report.problems.size(), 1U) << said(report);
    EXPECT_EQ(report.signatures, report.entries) << "every signature is good: only the law was broken";
}

void LawTest::expectAccepted(const events::Event& event, ActorId actor)
{
    const Status verdict = judged(event, actor);
    EXPECT_TRUE(verdict) << utf8(verdict.error().message());
}

} // namespace cs::test
