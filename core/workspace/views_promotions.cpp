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
    for (const auto& [id, promotion] : session.state().promotionBriefs)
        if (promotion.number == number)
            return id;
    return unknown();
}

namespace {

/// What every row says, whether the promotion is open or not.
PromotionRow rowOf(const Session& session, PromotionId id, const engine::PromotionBrief& promotion)
{
    PromotionRow row;
    row.id = id;
    row.number = promotion.number;
    row.proposer = person(session, promotion.proposer);
    row.proposedAt = promotion.proposed.time;
    const auto pinned = session.state().policyDocument(promotion.policy);
    const policy::Transition* transition = pinned == nullptr ? nullptr : pinned->transition(promotion.transition);
    row.title = promotionTitle(session, promotion.version, transition);
    row.transitionLabel = transition == nullptr ? promotion.transition : transition->label;
    if (transition != nullptr) {
        row.fromStage = transition->from;
        row.toStage = transition->to;
    }
    return row;
}

/// Executed by break-glass: the brief does not say so, the model does.
bool isEmergency(const Session& session, PromotionId id, const engine::PromotionBrief& promotion)
{
    const engine::Model* model = session.state().model(promotion.model);
    return model != nullptr && std::ranges::find(model->brokenGlass, id) != model->brokenGlass.end();
}

void addGate(const Session& session, const Promotion& promotion, UtcTime at, PromotionRow& row)
{
    const auto gate = engine::evaluateGate(session.state(), promotion, at);
    if (!gate) {
        row.statusLine = utf8(gate.error().message());
        return;
    }
    row.status = statusName(promotion.status, isExpired(promotion, *gate, at));
    row.statusLine = statusLine(session, promotion, &*gate, at);
    row.passed = gate->passedLeaves;
    row.total = gate->applicableLeaves;
}

} // namespace

std::vector<PromotionRow> promotions(const Session& session, bool openOnly, UtcTime now)
{
    std::vector<PromotionRow> rows;
    const UtcTime at = engine::timeOfNext(session.state(), now);
    const auto& briefs = session.state().promotionBriefs;
    for (auto brief = briefs.rbegin(); brief != briefs.rend(); ++brief) {
        const auto& [id, promotion] = *brief;
        const bool open = promotion.status == engine::PromotionStatus::Open;
        if (openOnly && !open)
            continue;
        PromotionRow row = rowOf(session, id, promotion);
        row.status = statusName(promotion.status, false);
        const Promotion* full = open ? session.state().promotions.find(id.index()) : nullptr;
        if (full != nullptr)
            addGate(session, *full, at, row);
        else
            row.statusLine =
                (isEmergency(session, id, promotion) ? "Overridden: " : "") + endedLine(session, promotion, at);
        if (!openOnly || row.status == "open")
            rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace cs::views
