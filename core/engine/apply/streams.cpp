// SPDX-License-Identifier: GPL-3.0-or-later
// Which streams an event belongs to or reads (ledger-events.md sections 1 and 7).
#include "core/engine/apply/scope.h"

namespace cs::engine {
namespace {

std::string stream(const char* kind, const std::string& id)
{
    return std::string(kind) + "/" + id;
}

void addVersion(const LedgerState& state, VersionId id, std::vector<std::string>& streams)
{
    streams.push_back(stream("version", id.text()));
    if (const Version* version = state.versions.find(id.index()))
        streams.push_back(stream("model", version->model.text()));
}

void addPromotion(const LedgerState& state, PromotionId id, std::vector<std::string>& streams)
{
    streams.push_back(stream("promotion", id.text()));
    if (const Promotion* promotion = state.promotions.find(id.index()))
        addVersion(state, promotion->version, streams);
}

template <class E>
void collect(const LedgerState& state, EntryIndex index, const E& e, std::vector<std::string>& streams)
{
    if constexpr (requires { e.decision.promotion; })
        addPromotion(state, e.decision.promotion, streams);
    else if constexpr (requires { e.promotion; })
        addPromotion(state, e.promotion, streams);
    else if constexpr (requires { e.plan.from; })
        addVersion(state, e.plan.from, streams);
    else if constexpr (requires { e.version.index(); })
        addVersion(state, e.version, streams);
    else if constexpr (requires { e.model.index(); })
        streams.push_back(stream("model", e.model.text()));
    else if constexpr (requires { e.registry.index(); })
        streams.push_back(stream("registry", e.registry.text()));
    else
        streams.emplace_back(E::type.starts_with("policy.") ? "policy" : "workspace");
    if constexpr (std::is_same_v<E, events::PromotionProposed>)
        streams.push_back(stream("promotion", PromotionId(index).text()));
    if constexpr (std::is_same_v<E, events::VersionRegistered>)
        streams.push_back(stream("version", VersionId(index).text()));
    if constexpr (std::is_same_v<E, events::ModelRegistered>)
        streams.push_back(stream("model", ModelId(index).text()));
}

} // namespace

std::vector<std::string> streamsOf(const LedgerState& state, EntryIndex index, const events::Event& event)
{
    std::vector<std::string> streams;
    std::visit([&](const auto& e) { collect(state, index, e, streams); }, event);
    return streams;
}

} // namespace cs::engine
