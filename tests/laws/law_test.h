// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/audit/verify.h"
#include "core/base/sha256.h"
#include "core/ledger/store/sqlite_log_store.h"
#include "tests/support/small_team_ledger.h"

#include <gtest/gtest.h>

namespace cs::test {

/// What an insider with a valid key tries, and the law that forbids it.
struct Attack {
    std::string what;
    events::Event event;
    ActorId actor;
    int law = 0;
};

/// A copy of a ledger in a file of its own, to which entries are written without asking anybody: correctly signed and
/// chained, but never judged.
class ForgedLedger final {
public:
    explicit ForgedLedger(LedgerBuilder& honest);

    EntryIndex forge(const events::Event& event, ActorId actor);
    /// With a header of the caller's making and any key.
    EntryIndex forge(const events::Event& event, const EntryHeader& header, const SecretKey& key);
    EntryIndex appendLine(const std::string& line);
    /// A header that is right in everything.
    EntryHeader header(const events::Event& event, ActorId actor);
    TreeHead head() const { return m_tree.head(); }
    VerifyReport verify() const;

private:
    LedgerBuilder& m_honest;
    QTemporaryDir m_dir;
    std::unique_ptr<SqliteLogStore> m_store;
    Tree m_tree;
};

class LawTest : public testing::Test {
protected:
    explicit LawTest(const std::string& policy = smallTeamPolicy())
        : m_team(policy)
    {
    }
    SmallTeamLedger& team() { return m_team; }
    LedgerBuilder& b() { return m_team.builder(); }
    const engine::LedgerState& state() { return m_team.state(); }

    /// judge() and Session::submit() both name the law, and nothing is appended.
    void expectRefused(const Attack& attack);
    /// The verifier calls the forged ledger broken, at that entry, by that law, and lists nothing else.
    void expectDetected(const Attack& attack);
    void expectBoth(const Attack& attack)
    {
        expectRefused(attack);
        expectDetected(attack);
    }
    /// The same event is accepted when an honest signer may sign it: what refused was the law, not the form.
    void expectAccepted(const events::Event& event, ActorId actor);
    Status judged(const events::Event& event, ActorId actor);

private:
    SmallTeamLedger m_team;
};

/// The first problem is at this entry and names this law.
void expectBroken(const VerifyReport& report, EntryIndex entry, int law);

/// One law, both ways: refused live, and detected in a ledger forged by an insider with a valid key.
/// Write the body of `std::vector<Attack> NAME::attacks()` after it.
#define CS_LAW_PAIR(NAME)                                                                                              \
    class NAME : public LawTest {                                                                                      \
    protected:                                                                                                         \
        std::vector<Attack> attacks();                                                                                 \
    };                                                                                                                 \
    TEST_F(NAME, RefusedLive)                                                                                          \
    {                                                                                                                  \
        for (const Attack& attack : attacks())                                                                         \
            expectRefused(attack);                                                                                     \
    }                                                                                                                  \
    TEST_F(NAME, DetectedInForgedLedger)                                                                               \
    {                                                                                                                  \
        for (const Attack& attack : attacks())                                                                         \
            expectDetected(attack);                                                                                    \
    }                                                                                                                  \
    std::vector<Attack> NAME::attacks()

} // namespace cs::test
