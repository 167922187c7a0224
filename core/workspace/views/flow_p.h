// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by the files that make the stage-gate picture.
#pragma once

#include "core/workspace/views/flow.h"
#include "core/workspace/views_p.h"

#include <unordered_map>
#include <unordered_set>

namespace cs::views {

/// Models that a filter lets through.
class FlowScope final {
public:
    FlowScope(const Session& session, const query::FlowFilter& filter);
    bool has(ModelId model) const { return m_all || m_models.contains(model.index()); }
    bool isWhole() const { return m_all; }
    std::size_t size() const { return m_models.size(); }
    template <class F> void each(F&& f) const
    {
        for (const auto& [id, model] : m_state.models)
            if (m_models.contains(id.index()))
                f(id, model);
    }

private:
    const engine::LedgerState& m_state;
    std::unordered_set<EntryIndex> m_models;
    bool m_all = false;
};
/// A tag as gates read it on a model alone: the policy's assumption where it is missing.
std::string tagOf(const policy::Policy& policy, const engine::Model& model, const std::string& tag);

/// An open promotion, judged once.
struct FlowJudged {
    query::FlowOpen line;
    query::CardSays says = query::CardSays::Left;
    std::string detail;
};
/// Judges what is shown, and nothing twice.
class FlowJudge final {
public:
    static constexpr std::size_t judgedMax = 100;
    FlowJudge(const Session& session, ActorId me, UtcTime at);
    /// @param anyway beyond the limit too: what is looked at on a card.
    const FlowJudged* judge(PromotionId id, bool anyway);
    /// The line of a promotion, judged or not.
    query::FlowOpen line(PromotionId id) const;

private:
    FlowJudged make(PromotionId id) const;

    const Session& m_session;
    ActorId m_me;
    std::vector<std::string> m_roles;
    UtcTime m_at;
    std::map<PromotionId, FlowJudged> m_done;
};

/// "Canary → Production" by the labels of the policy.
std::string wayTitle(const policy::Policy& policy, const std::string& from, const std::string& to);
/// A predicate as an English clause ("Risk tier at least high"), and its short mark ("HIGH").
std::string predicateWords(const policy::Policy& policy, const policy::Predicate& predicate);
std::string predicateMark(const policy::Predicate& predicate);
std::vector<query::FlowGate> flowGates(const Session& session, const policy::Policy& policy, ActorId me);
std::vector<query::FlowFreeze> flowFreezes(const policy::Policy& policy, UtcTime at);
std::vector<query::FlowWayBack> flowWays(
    const Session& session, const policy::Policy& policy, const FlowScope& scope, const query::FlowFilter& filter);

} // namespace cs::views
