// SPDX-License-Identifier: GPL-3.0-or-later
// Random histories of honest and bad commands. What the laws let through, a replay of the file gives again; and
// whatever was tried, nothing reaches production but through a canary stage.
#include "tests/laws/law_test.h"
#include "tests/laws/state_dump.h"

#include <rapidcheck.h>

#include <algorithm>

namespace cs::test {
namespace {

const std::vector<std::string> transitions{
    "dev-to-staging", "staging-to-canary", "canary-to-production", "production-to-archived", "archived-to-staging"};
const std::vector<std::string> rollbacks{"staging-rollback", "canary-rollback", "production-rollback"};

/// Small sizes would leave out all but the first choices.
int pick(int count)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, count));
}

class History {
public:
    explicit History(SmallTeamLedger& team)
        : m_team(team)
    {
    }
    void step()
    {
        switch (pick(17)) {
        case 0:
            return addVersion();
        case 1:
        case 2:
            return facts();
        case 3:
        case 4:
            return propose();
        case 5:
        case 6:
            return approve();
        case 7:
        case 8:
            return execute();
        case 9:
            return rollBack();
        case 10:
            return amend();
        case 11:
            return m_team.clock().advanceSeconds(1 + pick(200'000));
        default:
            return honest();
        }
    }
    std::int64_t refused() const { return m_refused; }

private:
    void attempt(const events::Event& event, ActorId actor)
    {
        if (!m_team.b().tryAppend(event, actor))
            ++m_refused;
    }
    ActorId anybody()
    {
        return *rc::gen::element(
            m_team.owner(), m_team.engineer(), m_team.lead(), m_team.newcomer(), m_team.ci(), m_team.agent());
    }
    std::optional<VersionId> anyVersion()
    {
        const auto& versions = m_team.state().model(m_team.model())->versions;
        if (versions.empty())
            return std::nullopt;
        return versions[static_cast<std::size_t>(pick(static_cast<int>(versions.size())))];
    }
    std::optional<PromotionId> anyPromotion()
    {
        const auto version = anyVersion();
        if (!version)
            return std::nullopt;
        const auto& promotions = m_team.state().versions.find(version->index())->promotions;
        return promotions.empty() ? std::nullopt : std::optional(promotions.back());
    }
    void addVersion() { attempt(m_team.registration(m_team.model(), std::to_string(++m_label)), anybody()); }
    void facts()
    {
        const auto version = anyVersion();
        if (!version)
            return addVersion();
        if (pick(2) == 0)
            m_team.reportForStaging(*version);
        else
            m_team.reportForCanary(*version);
    }
    void propose()
    {
        if (const auto version = anyVersion())
            attempt(m_team.proposal(*version, *rc::gen::elementOf(transitions),
                        *rc::gen::element<std::string>("", "none", version->text())),
                anybody());
    }
    void approve()
    {
        const auto promotion = anyPromotion();
        if (!promotion)
            return;
        auto approval = m_team.approval(*promotion, anybody());
        if (pick(5) == 0)
            approval.decision.viewed.clear();
        attempt(approval, anybody());
        const ActorId person = *rc::gen::element(m_team.owner(), m_team.lead());
        attempt(m_team.approval(*promotion, person), person);
    }
    void execute()
    {
        if (const auto promotion = anyPromotion())
            attempt(m_team.execution(*promotion), anybody());
    }
    void rollBack()
    {
        const auto version = anyVersion();
        const auto target = anyVersion();
        if (version && target)
            attempt(m_team.rollback(*version, *rc::gen::elementOf(rollbacks),
                        *rc::gen::element<std::string>("none", "fallback", target->text())),
                anybody());
    }
    void amend()
    {
        const auto version = anyVersion();
        if (!version)
            return;
        events::VersionAmended amended;
        amended.version = *version;
        amended.set = m_team.state().versions.find(version->index())->description;
        amended.set.artifact.sha = sha256Of("bytes " + std::to_string(m_team.state().size));
        attempt(amended, anybody());
    }
    /// One whole stage done right, so that histories get somewhere.
    void honest()
    {
        const auto version = anyVersion();
        if (!version)
            return addVersion();
        const engine::Version& row = *m_team.state().versions.find(version->index());
        if (row.held())
            return;
        if (row.stage() == "dev") {
            m_team.reportForStaging(*version);
            promote(*version, "dev-to-staging", m_team.lead());
        } else if (row.stage() == "staging") {
            m_team.reportForCanary(*version);
            promote(*version, "staging-to-canary", m_team.lead());
        } else if (row.stage() == "canary") {
            m_team.runCanary(row.stages.back().promotion);
            promote(*version, "canary-to-production", m_team.owner());
        }
    }
    /// Proposal, signature, execution; any of them may be refused for what happened before.
    void promote(VersionId version, const std::string& transition, ActorId approver)
    {
        const auto id = m_team.b().tryAppend(m_team.proposal(version, transition), m_team.engineer());
        if (!id)
            return;
        attempt(m_team.approval(PromotionId(*id), approver), approver);
        attempt(m_team.execution(PromotionId(*id)), m_team.engineer());
    }
    SmallTeamLedger& m_team;
    int m_label = 0;
    std::int64_t m_refused = 0;
};

/// Every stay in production came from a canary of the same bytes, by a promotion, or was reinstated by a rollback.
void expectCanaryBefore(const engine::Version& version)
{
    bool served = false;
    for (std::size_t i = 0; i < version.stages.size(); ++i) {
        if (version.stages[i].state != "production")
            continue;
        RC_ASSERT(i > 0U);
        if (version.stages[i].cause == "promotion") {
            RC_ASSERT(version.stages[i - 1].state == "canary");
            RC_ASSERT(version.stages[i - 1].cause == "promotion");
            RC_ASSERT(version.stages[i - 1].artifact == version.stages[i].artifact);
        } else {
            RC_ASSERT(version.stages[i].cause == "reinstated");
            RC_ASSERT(served);
        }
        served = true;
    }
}

TEST(ReplayProperty, aReplayGivesTheSameStateAndNothingPassesTheCanary)
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS"))
        qputenv("RC_PARAMS", "max_success=15 seed=20260302");
    std::int64_t reached = 0;
    std::int64_t refused = 0;
    const bool holds = rc::check([&] {
        SmallTeamLedger team;
        History history(team);
        const int steps = 10 + pick(45);
        for (int i = 0; i < steps; ++i)
            history.step();
        refused += history.refused();
        const auto session = team.b().session(true);
        RC_ASSERT(dump(session->state()) == dump(team.state()));
        for (const VersionId id : team.state().model(team.model())->versions) {
            const engine::Version& version = *team.state().versions.find(id.index());
            expectCanaryBefore(version);
            reached += std::ranges::count(version.stages, "production", &engine::StageEntry::state);
        }
    });
    EXPECT_TRUE(holds);
    EXPECT_GT(refused, 0) << "bad commands were among them";
    EXPECT_GT(reached, 0) << "some history reached production, or the property says nothing";
}

} // namespace
} // namespace cs::test
