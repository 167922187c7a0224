// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/batch.h"
#include "tests/support/ledger_builder.h"

#include <gtest/gtest.h>

namespace cs {
namespace {

using audit::Batch;
using audit::Crew;

class BatchTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_builder.smallTeam();
        for (int i = 0; i < 120; ++i) {
            events::ModelDescribed described;
            described.set["note"] = "n" + std::to_string(i);
            m_builder.forge(described, m_builder.who("ml_engineer"));
        }
        m_good = *m_builder.store().read(0, 1U << 30U);
    }
    /// Checks lines in parts of so many, as a verification does; gives the leaf and the key of each, in order.
    static std::string outcome(Crew& crew, const std::vector<std::string>& lines, std::size_t part)
    {
        std::string seen;
        Batch batches[2];
        for (std::size_t from = 0, now = 0; from < lines.size(); from += part, now = 1 - now) {
            const auto end = lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), from + part));
            batches[now].load({lines.begin() + static_cast<std::ptrdiff_t>(from), end});
            crew.start(batches[now]);
            crew.finish();
            for (std::size_t i = 0; i < batches[now].size(); ++i) {
                const auto& checked = batches[now].at(i);
                seen += checked.leaf.hex() + (checked.malformed ? " malformed" : "")
                    + (checked.key ? " " + checked.key->base64() : " no key") + "\n";
            }
        }
        return seen;
    }
    test::LedgerBuilder m_builder;
    std::vector<std::string> m_good;
};

TEST_F(BatchTest, everyNumberOfThreadsFindsTheSame)
{
    auto lines = m_good;
    lines[20] = "{}";
    const auto signature = lines[100].find("\"sig\":\"") + 8;
    lines[100][signature] = lines[100][signature] == 'A' ? 'B' : 'A';
    Crew one(1);
    const std::string expected = outcome(one, lines, 100);
    EXPECT_NE(expected.find("malformed"), std::string::npos);
    const auto keyless = std::count(expected.begin(), expected.end(), '\n') - [&] {
        std::ptrdiff_t keys = 0;
        for (std::size_t at = expected.find('='); at != std::string::npos; at = expected.find('=', at + 1))
            ++keys;
        return keys;
    }();
    EXPECT_EQ(keyless, 2) << "the malformed one and the one whose signature was altered";
    for (const int threads : {2, 3, 8}) {
        Crew several(threads);
        for (const std::size_t part : {100, 7, 1})
            EXPECT_EQ(outcome(several, lines, part), part == 100 ? expected : outcome(one, lines, part)) << threads;
    }
}

TEST_F(BatchTest, aKeyCountsForTheWholeBatchThatNamesIt)
{
    // As far as the hint goes: whether a key may sign before it is enrolled is the engine's question.
    std::vector<std::string> lines(m_good.rbegin(), m_good.rend());
    Crew crew(3);
    EXPECT_EQ(outcome(crew, lines, lines.size()).find("no key"), std::string::npos);
}

TEST_F(BatchTest, anEmptyBatchAndAnUnfinishedOneAreNoTrouble)
{
    Batch empty;
    Batch left;
    left.load(m_good);
    Crew crew(3);
    crew.start(empty);
    crew.finish();
    EXPECT_EQ(empty.size(), 0U);
    crew.start(left);
}

} // namespace
} // namespace cs
