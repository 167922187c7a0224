// SPDX-License-Identifier: GPL-3.0-or-later
// The matrix as the screen shows it, from a real session.
#include "core/workspace/views/raci.h"
#include "tests/support/ledger_builder.h"

#include <gtest/gtest.h>

namespace cs {
namespace {

class RaciViewTest : public testing::Test {
protected:
    void SetUp() override
    {
        m_builder.smallTeam();
        m_environment = m_builder.environment();
        OpenOptions options;
        options.trust = Trust::FirstContact;
        auto session = Session::open(m_builder.path(), m_environment, options);
        ASSERT_TRUE(session) << utf8(session.error().message());
        m_session = *std::move(session);
    }
    test::LedgerBuilder m_builder;
    Environment m_environment;
    std::unique_ptr<Session> m_session;
};

TEST_F(RaciViewTest, everyColumnHasOneAAndEveryCellALetter)
{
    const auto view = views::raci(*m_session, std::nullopt);
    ASSERT_TRUE(view.present);
    ASSERT_EQ(view.cells.size(), view.roles.size());
    for (std::size_t t = 0; t < view.transitions.size(); ++t) {
        std::size_t accountable = 0;
        for (const auto& row : view.cells) {
            ASSERT_EQ(row.size(), view.transitions.size());
            EXPECT_NE(std::string("RACI").find(row[t].letter), std::string::npos);
            accountable += row[t].letter == 'A' ? 1 : 0;
        }
        EXPECT_EQ(accountable, 1U) << view.transitions[t].id;
        EXPECT_EQ(view.transitions[t].accountable, 1U);
    }
    EXPECT_TRUE(view.elsewhere.empty());
}

TEST_F(RaciViewTest, overlaysRaiseAndNeverLower)
{
    const auto rank = [](char letter) { return std::string("ICRA").find(letter); };
    const auto bare = views::raci(*m_session, std::vector<std::string>());
    const auto all = views::raci(*m_session, std::nullopt);
    for (std::size_t r = 0; r < all.roles.size(); ++r)
        for (std::size_t t = 0; t < all.transitions.size(); ++t) {
            EXPECT_EQ(bare.cells[r][t].letter, bare.cells[r][t].base);
            EXPECT_GE(rank(all.cells[r][t].letter), rank(all.cells[r][t].base));
            EXPECT_EQ(all.cells[r][t].raisedBy.empty(), all.cells[r][t].letter == all.cells[r][t].base);
        }
}

TEST_F(RaciViewTest, whoTheGateAsksIsResponsibleOrAccountable)
{
    const auto view = views::raci(*m_session, std::nullopt);
    std::size_t asks = 0;
    for (const auto& row : view.cells)
        for (const auto& cell : row) {
            asks += cell.asks.size();
            EXPECT_TRUE(cell.asks.empty() || cell.letter == 'R' || cell.letter == 'A');
        }
    EXPECT_GT(asks, 0U);
}

TEST_F(RaciViewTest, aVacantRoleThatAGateNeedsIsSaidInTheCell)
{
    const auto view = views::raci(*m_session, std::nullopt);
    for (const auto& problem : view.problems) {
        EXPECT_TRUE(problem.vacancy) << problem.sentence;
        EXPECT_FALSE(problem.wayOut.empty());
        bool inCell = false;
        for (std::size_t r = 0; r < view.roles.size(); ++r)
            for (std::size_t t = 0; t < view.transitions.size(); ++t)
                inCell = inCell
                    || (view.roles[r].id == problem.role && view.transitions[t].id == problem.transition
                        && !view.cells[r][t].problems.empty());
        EXPECT_TRUE(inCell || problem.role.empty()) << problem.sentence;
    }
    // The engineer's role is held, and the case without overlays is one that the small team can satisfy.
    EXPECT_TRUE(views::raci(*m_session, std::vector<std::string>()).problems.empty());
}

} // namespace
} // namespace cs
