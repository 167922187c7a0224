// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/small_team_ledger.h"

namespace cs::bench {

/// A lawful ledger of any length, signed for real: versions that are registered, tested, proposed, approved and moved
/// to staging, and after that the results of a busy CI, the bulk of what a ledger holds.
class BigLedger final {
public:
    /// @param entries at least so many; a few more to finish a round.
    explicit BigLedger(std::int64_t entries);
    test::SmallTeamLedger& team() { return m_team; }
    test::LedgerBuilder& builder() { return m_team.builder(); }
    std::int64_t size() const { return m_tree.size(); }
    VersionId lastVersion() const { return m_version; }
    /// A result as the CI reports it.
    events::ResultReported result(std::int64_t n);

private:
    void round(std::int64_t number, std::int64_t until);
    void results(std::int64_t count);
    void catchUp();

    test::SmallTeamLedger m_team;
    Tree m_tree;
    VersionId m_version;
};

} // namespace cs::bench
