// SPDX-License-Identifier: GPL-3.0-or-later
// What an open promotion says on its card, and how fast promotions go.
#include "core/workspace/views/flow_p.h"

#include <algorithm>

namespace cs::views {
namespace {

using query::CardSays;

constexpr std::int64_t weekMs = 7 * INT64_C(86'400'000);
constexpr std::size_t weeksShown = 12;

const engine::NodeResult* failingLeaf(const engine::NodeResult& node)
{
    if (node.notApplicable)
        return nullptr;
    if (node.condition->kind == policy::Condition::Kind::Check && node.status == engine::Truth::Unsatisfied)
        return &node;
    for (const engine::NodeResult& child : node.children)
        if (const engine::NodeResult* found = failingLeaf(child))
            return found;
    return nullptr;
}

bool hasStaleApproval(const engine::GateResult& gate)
{
    return std::ranges::any_of(gate.decisions, [](const engine::DecisionStatus& status) {
        return !status.live && !status.decision->withdrawn && status.decision->kind == engine::DecisionKind::Approve;
    });
}

/// A person's word comes before a machine's, what stops before what is missing.
CardSays saysOf(const engine::Promotion& promotion, const engine::GateResult& gate, UtcTime at, std::string& detail)
{
    if (isExpired(promotion, gate, at))
        return CardSays::Expired;
    for (const engine::DecisionStatus& status : gate.decisions)
        if (stillCounts(promotion, status) && status.decision->kind != engine::DecisionKind::Approve)
            return status.decision->kind == engine::DecisionKind::Reject ? CardSays::Refused : CardSays::ChangesAsked;
    if (gate.executable())
        return CardSays::Ready;
    if (gate.verdict == engine::Truth::Satisfied)
        return gate.freezes.empty() ? CardSays::Blocked : CardSays::Frozen;
    if (hasStaleApproval(gate))
        return CardSays::ApprovalStale;
    if (const engine::NodeResult* leaf = failingLeaf(gate.pinned)) {
        detail = leaf->condition->title.empty() ? leaf->condition->id : leaf->condition->title;
        return CardSays::CheckFails;
    }
    return CardSays::Left;
}

/// The Monday before, 00:00 UTC. Day 0 of the epoch was a Thursday.
UtcTime mondayOf(UtcTime time)
{
    constexpr std::int64_t dayMs = 86'400'000;
    const std::int64_t day = time.ms() / dayMs;
    return UtcTime((day - (day + 3) % 7) * dayMs);
}

std::int64_t quantile(std::vector<std::int64_t> sorted, double q)
{
    if (sorted.empty())
        return 0;
    std::ranges::sort(sorted);
    const auto at = static_cast<std::size_t>(q * static_cast<double>(sorted.size() - 1) + 0.5);
    return sorted[std::min(at, sorted.size() - 1)];
}

} // namespace

FlowJudge::FlowJudge(const Session& session, ActorId me, UtcTime at)
    : m_session(session)
    , m_me(me)
    , m_roles(me.isValid() ? engine::rolesOf(session.state(), me) : std::vector<std::string>())
    , m_at(at)
{
}

query::FlowOpen FlowJudge::line(PromotionId id) const
{
    const engine::PromotionBrief& brief = m_session.state().promotionBriefs.at(id);
    query::FlowOpen line;
    line.id = id;
    line.number = brief.number;
    line.version = brief.version;
    line.title = versionName(m_session, brief.version);
    return line;
}

FlowJudged FlowJudge::make(PromotionId id) const
{
    FlowJudged out;
    out.line = line(id);
    const engine::LedgerState& state = m_session.state();
    const engine::Promotion* promotion = state.promotions.find(id.index());
    if (promotion == nullptr)
        return out;
    const auto gate = engine::evaluateGate(state, *promotion, m_at);
    if (!gate) {
        out.says = CardSays::Blocked;
        out.line.statusLine = utf8(gate.error().message());
        return out;
    }
    out.line.judged = true;
    out.line.passed = gate->passedLeaves;
    out.line.total = gate->applicableLeaves;
    out.line.stale = hasStaleApproval(*gate);
    out.line.statusLine = statusLine(m_session, *promotion, &*gate, m_at);
    out.says = saysOf(*promotion, *gate, m_at, out.detail);
    if (!promotion->canary.breaches.empty() && out.says == CardSays::Left)
        out.says = CardSays::Breach;
    if (!m_me.isValid() || out.says == CardSays::Expired)
        return out;
    const policy::Gate* rules = gate->pinnedPolicy->gateOf(promotion->transition);
    const bool mayExecute = rules != nullptr
        && (rules->automatic || promotion->proposer == m_me
            || std::ranges::find_first_of(rules->proposers, m_roles) != rules->proposers.end());
    out.line.waitsForMe = (out.says == CardSays::Ready && mayExecute)
        || !engine::fillableLeaves(state, *promotion, m_me, m_at).leaves.empty();
    return out;
}

const FlowJudged* FlowJudge::judge(PromotionId id, bool anyway)
{
    const auto found = m_done.find(id);
    if (found != m_done.end())
        return &found->second;
    if (!anyway && m_done.size() >= judgedMax)
        return nullptr;
    return &m_done.emplace(id, make(id)).first->second;
}

query::FlowPace flowPace(const Session& session, const query::FlowFilter& filter, UtcTime now)
{
    query::FlowPace pace;
    const auto policy = policyOf(session);
    if (policy == nullptr)
        return pace;
    const UtcTime first =
        mondayOf(engine::timeOfNext(session.state(), now)).plusMs(-weekMs * static_cast<std::int64_t>(weeksShown - 1));
    for (std::size_t week = 0; week < weeksShown; ++week)
        pace.weeks.push_back({first.plusMs(weekMs * static_cast<std::int64_t>(week)), 0, 0});
    const FlowScope scope(session, filter);
    std::map<std::string, std::vector<std::int64_t>> seconds;
    for (const auto& [id, brief] : session.state().promotionBriefs) {
        if (!brief.ended || !scope.has(brief.model))
            continue;
        const bool executed = brief.status == engine::PromotionStatus::Executed;
        if (executed)
            seconds[brief.transition].push_back(brief.ended->time.msSince(brief.proposed.time) / 1000);
        const std::int64_t week = brief.ended->time < first ? -1 : brief.ended->time.msSince(first) / weekMs;
        if (week < 0 || week >= static_cast<std::int64_t>(weeksShown))
            continue;
        auto& place = pace.weeks[static_cast<std::size_t>(week)];
        ++(executed ? place.executed : place.ended);
    }
    for (const policy::Transition& transition : policy->transitions) {
        const auto found = seconds.find(transition.id);
        if (found == seconds.end())
            continue;
        constexpr double half = 0.5, most = 0.9;
        pace.leads.push_back({transition.id, wayTitle(*policy, transition.from, transition.to), found->second.size(),
            quantile(found->second, half), quantile(found->second, most)});
    }
    return pace;
}

} // namespace cs::views
