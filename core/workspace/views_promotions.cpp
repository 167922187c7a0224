// SPDX-License-Identifier: GPL-3.0-or-later
// The list of promotions, and finding one by its number.
#include "core/workspace/views_p.h"

#include <algorithm>
#include <charconv>

namespace cs::views {

using engine::Promotion;

Result<PromotionId> findPromotion(const Session& session, std::string_view text)
{
    const auto unknown = [&] {
        return fail(usageError("CS-WORKSPACE-NO-PROMOTION",
            "There is no promotion \"%1\". Promotions are named #41, 41 or p123.", {qs(text.substr(0, 40))}));
    };
    if (text.starts_with('p')) {
        const auto id = PromotionId::fromText(text);
        if (!id || session.state().promotions.find(id->index()) == nullptr)
            return unknown();
        return *id;
    }
    if (text.starts_with('#'))
        text.remove_prefix(1);
    std::int64_t number = 0;
    const auto [end, errc] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (errc != std::errc() || end != text.data() + text.size())
        return unknown();
    for (const Promotion* promotion : allPromotions(session))
        if (promotion->number == number)
            return promotion->id;
    return unknown();
}

std::vector<PromotionRow> promotions(const Session& session, bool openOnly, UtcTime now)
{
    std::vector<PromotionRow> rows;
    const UtcTime at = engine::timeOfNext(session.state(), now);
    for (const Promotion* promotion : allPromotions(session)) {
        if (openOnly && !promotionOpen(*promotion))
            continue;
        const auto gate = engine::evaluateGate(session.state(), *promotion, at);
        const engine::GateResult* known = gate ? &*gate : nullptr;
        PromotionRow row;
        row.status = statusName(*promotion, known != nullptr && isExpired(*promotion, *known, at));
        if (openOnly && row.status != "open")
            continue;
        row.id = promotion->id;
        row.number = promotion->number;
        row.transitionLabel = transitionLabel(session, *promotion);
        row.title = versionName(session, promotion->version);
        const auto pinned = session.state().policyDocument(promotion->policy);
        if (const policy::Transition* transition =
                pinned == nullptr ? nullptr : pinned->transition(promotion->transition)) {
            row.fromStage = transition->from;
            row.toStage = transition->to;
            row.title += " → " + stateLabel(session, transition->to);
        }
        row.statusLine = gate ? statusLine(session, *promotion, known, at) : utf8(gate.error().message());
        row.proposer = person(session, promotion->proposer);
        row.proposedAt = promotion->proposed.time;
        row.passed = known == nullptr ? 0 : known->passedLeaves;
        row.total = known == nullptr ? 0 : known->applicableLeaves;
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace cs::views
