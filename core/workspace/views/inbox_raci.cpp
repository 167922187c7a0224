// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/views/inbox_raci.h"

#include "core/domain/policy_raci.h"
#include "core/workspace/views_p.h"

namespace cs::views {

std::optional<std::string> raciRoleWith(
    const Session& session, const engine::PromotionBrief& promotion, const std::vector<std::string>& roles, char letter)
{
    const auto policy = policyOf(session);
    const engine::LedgerState& state = session.state();
    const engine::Version* version = policy == nullptr ? nullptr : state.versions.find(promotion.version.index());
    if (version == nullptr || !policy->raci.matrix.contains(promotion.transition))
        return std::nullopt;
    const auto tags = engine::effectiveTags(state, *policy, *version);
    const auto row = policy::raciRow(*policy, promotion.transition, [&](const policy::Predicate& predicate) {
        return policy::holds(*policy, predicate, tags,
            [&](std::string_view fact) { return engine::derivedFact(state, *policy, *version, fact); });
    });
    std::optional<std::string> found;
    for (const std::string& role : roles) {
        const policy::RaciRole* column = policy::raciRoleOf(*policy, role);
        const auto cell = column == nullptr ? row.end() : row.find(column->id);
        if (cell == row.end())
            continue;
        // The highest of their letters is what they are.
        if (policy::raciRank(cell->second) > policy::raciRank(letter))
            return std::nullopt;
        if (cell->second == letter)
            found = column->title;
    }
    return found;
}

} // namespace cs::views
