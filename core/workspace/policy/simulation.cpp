// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/policy/simulation.h"

#include "core/workspace/past.h"
#include "core/workspace/views_p.h"

#include <algorithm>

namespace cs::policies {
namespace {

using Outcome = query::SimulatedRow::Outcome;

std::string roleTitle(const policy::Policy& policy, const std::string& role)
{
    const policy::Role* found = policy.role(role);
    return found == nullptr || found->title.empty() ? role : found->title;
}

/// Its title, or who signs it, or its id.
std::string titleOf(const policy::Policy& policy, const policy::Condition& node)
{
    if (!node.title.empty())
        return node.title;
    std::vector<std::string> roles;
    for (const std::string& role : node.approval.roles)
        roles.push_back(roleTitle(policy, role));
    return roles.empty() ? node.id : views::joined(roles, " or ");
}

/// Leaves that the draft waits for, or that stand against it.
void collectMissing(const engine::NodeResult& node, std::vector<const engine::NodeResult*>& leaves)
{
    if (node.status == engine::Truth::Satisfied || node.notApplicable)
        return;
    if (node.condition->isLeaf() || node.condition->kind == policy::Condition::Kind::Not) {
        leaves.push_back(&node);
        return;
    }
    for (const engine::NodeResult& child : node.children)
        collectMissing(child, leaves);
}

void addOnce(std::vector<std::string>& list, std::string word)
{
    if (std::ranges::find(list, word) == list.end())
        list.push_back(std::move(word));
}

class Simulator {
public:
    Simulator(Session& session, std::shared_ptr<const policy::Policy> draft, const SimulationRange& range)
        : m_session(session)
        , m_draft(std::move(draft))
        , m_range(range)
    {
    }

    Result<query::Simulation> run()
    {
        CS_CHECK(replay(m_session, m_session.state().size,
            [this](const engine::LedgerState& state, const events::Event& event, UtcTime time) {
                return look(state, event, time);
            }));
        for (const auto& [id, brief] : m_session.state().promotionBriefs)
            if (brief.status == engine::PromotionStatus::Open)
                if (const auto* promotion = m_session.state().promotions.find(id.index()))
                    add(m_session.state(), *promotion, engine::timeOfNext(m_session.state(), m_range.now), "open");
        std::ranges::sort(m_result.rows, [](const auto& a, const auto& b) { return a.judgedAt > b.judgedAt; });
        count();
        return std::move(m_result);
    }

private:
    Status look(const engine::LedgerState& state, const events::Event& event, UtcTime time)
    {
        if (m_range.stop.stop_requested())
            return fail(couldNot("CS-WORKSPACE-STOPPED", "Stopped."));
        if (m_range.progress && state.size % 256 == 0)
            m_range.progress(state.size, m_session.state().size);
        if (m_range.since && time < *m_range.since)
            return {};
        if (const auto* executed = std::get_if<events::PromotionExecuted>(&event)) {
            if (const auto* promotion = state.promotions.find(executed->promotion.index()))
                add(state, *promotion, time, "executed");
        } else if (const auto* withdrawn = std::get_if<events::PromotionWithdrawn>(&event)) {
            if (const auto* promotion = state.promotions.find(withdrawn->promotion.index()))
                add(state, *promotion, time, "withdrawn");
        }
        return {};
    }

    void add(const engine::LedgerState& state, const engine::Promotion& promotion, UtcTime at, const std::string& was)
    {
        query::SimulatedRow row;
        row.promotion = promotion.id;
        row.number = promotion.number;
        row.was = was;
        row.when = at;
        row.judgedAt = state.size;
        const auto pinned = m_session.state().policyDocument(promotion.policy);
        row.title = views::promotionTitle(
            m_session, promotion.version, pinned == nullptr ? nullptr : pinned->transition(promotion.transition));
        row.outcome = outcomeOf(state, promotion, m_draft, at, was == "executed", &row.missing, &row.asks);
        if (row.outcome == Outcome::Unknown)
            row.why = "The state of that moment cannot be judged under this draft.";
        m_result.rows.push_back(std::move(row));
    }

    void count()
    {
        for (const query::SimulatedRow& row : m_result.rows) {
            m_result.same += row.outcome == Outcome::Same ? 1U : 0U;
            m_result.blocked += row.outcome == Outcome::Blocked ? 1U : 0U;
            m_result.letThrough += row.outcome == Outcome::LetThrough ? 1U : 0U;
            m_result.unknown += row.outcome == Outcome::Unknown ? 1U : 0U;
            for (const std::string& role : row.asks)
                ++m_result.asked[role];
        }
    }

    Session& m_session;
    std::shared_ptr<const policy::Policy> m_draft;
    const SimulationRange& m_range;
    query::Simulation m_result;
};

} // namespace

Outcome outcomeOf(const engine::LedgerState& state, const engine::Promotion& promotion,
    const std::shared_ptr<const policy::Policy>& draft, UtcTime at, bool executed, std::vector<std::string>* missing,
    std::vector<std::string>* asks)
{
    const auto under = engine::evaluateUnder(state, promotion, draft, at);
    if (!under) {
        if (!hasCode(under.error(), "CS-ENGINE-NO-TRANSITION"))
            return Outcome::Unknown;
        if (missing != nullptr)
            missing->push_back("The draft has no such transition");
        return executed ? Outcome::Blocked : Outcome::Same;
    }
    const bool passes = under->verdict == engine::Truth::Satisfied;
    if (passes) {
        if (executed)
            return Outcome::Same;
        const auto before = engine::evaluateGate(state, promotion, at);
        return before && before->verdict != engine::Truth::Satisfied ? Outcome::LetThrough : Outcome::Same;
    }
    bool passedBefore = executed;
    if (!executed) {
        const auto before = engine::evaluateGate(state, promotion, at);
        passedBefore = before && before->verdict == engine::Truth::Satisfied;
    }
    if (passedBefore) {
        std::vector<const engine::NodeResult*> leaves;
        collectMissing(under->pinned, leaves);
        for (const engine::NodeResult* leaf : leaves) {
            if (missing != nullptr)
                addOnce(*missing, titleOf(*draft, *leaf->condition));
            if (asks != nullptr && leaf->condition->kind == policy::Condition::Kind::Approval)
                for (const std::string& role : leaf->condition->approval.roles)
                    addOnce(*asks, roleTitle(*draft, role));
        }
    }
    return passedBefore ? Outcome::Blocked : Outcome::Same;
}

Result<query::Simulation> simulate(Session& session, std::string_view draft, const SimulationRange& range)
{
    CS_TRY(auto document, policy::parse(draft));
    return Simulator(session, std::move(document), range).run();
}

Result<query::GateNode> simulatedGate(
    Session& session, std::string_view draft, PromotionId promotion, EntryIndex judgedAt, UtcTime now)
{
    CS_TRY(const auto document, policy::parse(draft));
    const bool today = judgedAt >= session.state().size;
    engine::LedgerState then;
    if (!today) {
        CS_TRY(then, stateBefore(session, judgedAt));
    }
    const engine::LedgerState& state = today ? session.state() : then;
    const engine::Promotion* row = state.promotions.find(promotion.index());
    const engine::Version* version = row == nullptr ? nullptr : state.versions.find(row->version.index());
    if (version == nullptr)
        return fail(usageError("CS-WORKSPACE-NO-PROMOTION", "There is no promotion %1.", {qs(promotion.text())}));
    const UtcTime at = today ? engine::timeOfNext(state, now) : session.meta(judgedAt).time;
    CS_TRY(const engine::GateResult gate, engine::evaluateUnder(state, *row, document, at));
    return views::gateNode(session, *row, *version, gate, at);
}

} // namespace cs::policies
