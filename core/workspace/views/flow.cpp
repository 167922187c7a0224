// SPDX-License-Identifier: GPL-3.0-or-later
// The picture itself: which version stands where, and what its open promotion waits for.
#include "core/workspace/views/flow.h"

#include "core/workspace/views/flow_p.h"

#include <algorithm>
#include <set>

namespace cs::views {
namespace {

using engine::PromotionBrief;
using engine::Truth;
using query::CardSays;
using query::FlowCard;
using query::FlowStage;

const char* exposureName(policy::Exposure exposure)
{
    switch (exposure) {
    case policy::Exposure::Shadow:
        return "shadow";
    case policy::Exposure::Slice:
        return "slice";
    case policy::Exposure::Subset:
        return "subset";
    case policy::Exposure::Full:
        return "full";
    case policy::Exposure::None:
        break;
    }
    return "none";
}

std::string lower(std::string text)
{
    for (char& letter : text)
        letter = static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
    return text;
}

/// How many promotions it takes from the first stage; what is not on that way comes after it.
std::map<std::string, int> depths(const policy::Policy& policy)
{
    std::map<std::string, int> depth{{policy.initialState, 0}};
    for (std::size_t round = 0; round < policy.states.size(); ++round)
        for (const policy::Transition& transition : policy.transitions) {
            const auto from = depth.find(transition.from);
            if (transition.kind != "promotion" || from == depth.end() || depth.contains(transition.to))
                continue;
            depth[transition.to] = from->second + 1;
        }
    return depth;
}

/// The way from the first stage to the archive in order, then the stages beside it.
std::vector<FlowStage> stagesOf(const policy::Policy& policy)
{
    const auto depth = depths(policy);
    std::vector<FlowStage> stages;
    for (const policy::State& state : policy.states) {
        FlowStage stage;
        stage.id = state.id;
        stage.label = state.label;
        stage.kind = state.kind;
        stage.exposure = exposureName(state.exposure);
        stage.extra = !depth.contains(state.id) && state.kind != "archived";
        stages.push_back(std::move(stage));
    }
    const auto place = [&](const FlowStage& stage) {
        const auto found = depth.find(stage.id);
        const int last = static_cast<int>(policy.states.size());
        return stage.extra ? last + 1 : found == depth.end() ? last : found->second;
    };
    std::ranges::stable_sort(stages, {}, place);
    return stages;
}

/// One version that may become a card: what waits for me, what is out of governance, what is open, what came last.
struct Candidate {
    VersionId id;
    const engine::VersionBrief* brief = nullptr;
    bool open = false, mine = false, found = false;
    bool operator<(const Candidate& other) const
    {
        if (mine != other.mine)
            return mine;
        if (found != other.found)
            return found;
        if (open != other.open)
            return open;
        return brief->entered.index != other.brief->entered.index ? brief->entered.index > other.brief->entered.index
                                                                  : id > other.id;
    }
};

/// Everything that the picture is made from.
class Painter final {
public:
    Painter(const Session& session, const policy::Policy& policy, const query::FlowFilter& filter, ActorId me,
        UtcTime at, query::FlowView& view)
        : m_session(session)
        , m_policy(policy)
        , m_scope(session, filter)
        , m_judge(session, me, at)
        , m_view(view)
    {
    }
    void paint(const query::FlowFilter& filter, ActorId me, UtcTime at);

private:
    void findOpen();
    void findFindings();
    void countVersions();
    void fillCards(FlowStage& stage);
    void fillBars(FlowStage& stage);
    void fillGates();
    FlowCard cardOf(const Candidate& candidate);
    void fillPromotion(FlowCard& card, const FlowJudged& judged) const;
    std::optional<query::FlowRamp> rampOf(VersionId id) const;
    const policy::GuardrailSet* rampRules(const std::string& stage) const;

    const Session& m_session;
    const policy::Policy& m_policy;
    FlowScope m_scope;
    FlowJudge m_judge;
    query::FlowView& m_view;
    std::map<VersionId, PromotionId> m_openOf; // the newest of each version
    std::vector<PromotionId> m_open; // newest first
    std::set<VersionId> m_found; // that an open finding names
    std::map<std::string, std::vector<Candidate>> m_in; // by stage; empty when there are too many
    std::map<std::string, std::unordered_map<EntryIndex, std::size_t>> m_models; // stage → model → versions
};

void Painter::findOpen()
{
    m_scope.each([&](ModelId, const engine::Model& model) {
        m_open.insert(m_open.end(), model.openPromotions.begin(), model.openPromotions.end());
    });
    std::ranges::sort(m_open, std::ranges::greater());
    for (const PromotionId id : m_open)
        m_openOf.emplace(m_session.state().promotionBriefs.at(id).version, id);
}

void Painter::findFindings()
{
    for (const auto& [id, finding] : m_session.state().findings)
        for (const std::string& about : finding.about)
            if (const auto version = VersionId::fromText(about); version && !finding.closed)
                m_found.insert(*version);
}

void Painter::countVersions()
{
    m_view.allVersions = m_session.state().versionBriefs.size();
    m_view.allModels = m_session.state().models.size();
    m_view.models = m_scope.size();
    for (const auto& [id, brief] : m_session.state().versionBriefs) {
        if (!m_scope.has(brief.model))
            continue;
        ++m_view.versions;
        ++m_models[brief.stage][brief.model.index()];
        if (m_view.versions <= query::FlowView::aggregateAbove)
            m_in[brief.stage].push_back({id, &brief, m_openOf.contains(id), false, m_found.contains(id)});
    }
    m_view.aggregated = m_view.versions > query::FlowView::aggregateAbove;
    if (m_view.aggregated)
        m_in.clear();
}

/// The steps that the guardrails watch on the way out of a stage.
const policy::GuardrailSet* Painter::rampRules(const std::string& stage) const
{
    const policy::GuardrailSet* found = nullptr;
    for (const policy::Transition& transition : m_policy.transitions) {
        const policy::Gate* gate = transition.from == stage ? m_policy.gateOf(transition.id) : nullptr;
        if (gate == nullptr || found != nullptr)
            continue;
        policy::walk(gate->require, [&](const policy::Condition& condition) {
            const auto set = m_policy.guardrailSets.find(condition.check.guardrailSet);
            if (!condition.check.guardrailSet.empty() && set != m_policy.guardrailSets.end())
                found = &set->second;
        });
    }
    return found;
}

/// Rows are read here and let go at once: only what a card shows comes out.
std::optional<query::FlowRamp> Painter::rampOf(VersionId id) const
{
    const engine::Version* version = m_session.state().versions.find(id.index());
    const policy::GuardrailSet* rules = version == nullptr ? nullptr : rampRules(version->stage());
    if (rules == nullptr || rules->ramp.empty() || !version->stages.back().promotion.isValid())
        return std::nullopt;
    const engine::Promotion* promotion = m_session.state().promotions.find(version->stages.back().promotion.index());
    if (promotion == nullptr)
        return std::nullopt;
    query::FlowRamp ramp;
    for (const policy::RampStep& step : rules->ramp)
        ramp.steps.push_back(step.trafficPercent);
    ramp.now = promotion->canary.steps.empty() ? 0 : promotion->canary.steps.back().percent;
    return ramp;
}

FlowCard Painter::cardOf(const Candidate& candidate)
{
    FlowCard card;
    card.version = candidate.id;
    card.model = candidate.brief->model;
    card.modelName = modelName(m_session, card.model);
    card.label = candidate.brief->label;
    card.stage = candidate.brief->stage;
    card.since = candidate.brief->entered.time;
    const policy::State* stage = m_policy.state(card.stage);
    if (stage != nullptr && stage->exposure == policy::Exposure::Slice)
        card.ramp = rampOf(card.version);
    if (candidate.brief->held)
        card.says = CardSays::Held;
    else if (stage != nullptr && stage->kind == "production")
        card.says = CardSays::Serves;
    const auto open = m_openOf.find(card.version);
    const FlowJudged* judged = open == m_openOf.end() ? nullptr : m_judge.judge(open->second, true);
    if (judged != nullptr)
        fillPromotion(card, *judged);
    // Nothing that looks well may hide it: neither a tick nor a count of conditions.
    const bool looksWell = card.says == CardSays::Nothing || card.says == CardSays::Serves
        || card.says == CardSays::Left || card.says == CardSays::Ready;
    if (candidate.found && looksWell)
        card.says = CardSays::OutOfGovernance;
    return card;
}

void Painter::fillPromotion(FlowCard& card, const FlowJudged& judged) const
{
    card.promotion = judged.line.id;
    card.promotionNumber = judged.line.number;
    card.transition = m_session.state().promotionBriefs.at(judged.line.id).transition;
    card.waitsForMe = judged.line.waitsForMe;
    card.says = judged.says;
    card.detail = judged.detail;
    card.total = judged.line.total;
    card.left = judged.line.total - std::min(judged.line.passed, judged.line.total);
}

void Painter::fillCards(FlowStage& stage)
{
    const auto found = m_in.find(stage.id);
    if (found == m_in.end())
        return;
    auto& candidates = found->second;
    for (Candidate& candidate : candidates)
        if (candidate.open)
            if (const FlowJudged* judged = m_judge.judge(m_openOf.at(candidate.id), false))
                candidate.mine = judged->line.waitsForMe;
    std::sort(candidates.begin(), candidates.end());
    for (std::size_t n = 0; n < std::min(candidates.size(), query::FlowView::cardsMax); ++n)
        stage.cards.push_back(cardOf(candidates[n]));
}

void Painter::fillBars(FlowStage& stage)
{
    const auto found = m_models.find(stage.id);
    if (found == m_models.end())
        return;
    std::vector<std::pair<std::size_t, EntryIndex>> longest;
    for (const auto& [model, versions] : found->second)
        longest.emplace_back(versions, -model);
    stage.barModels = longest.size();
    const std::size_t shown = std::min(longest.size(), query::FlowView::barsMax);
    std::ranges::partial_sort(longest, longest.begin() + static_cast<std::ptrdiff_t>(shown), std::ranges::greater());
    for (std::size_t n = 0; n < shown; ++n) {
        const ModelId model(-longest[n].second);
        stage.bars.push_back({model, modelName(m_session, model), longest[n].first});
    }
}

/// Further along is better; what waits for me is what I look for.
bool isBetter(const query::FlowOpen& a, const query::FlowOpen& b)
{
    if (a.waitsForMe != b.waitsForMe)
        return a.waitsForMe;
    return a.passed * std::max<std::size_t>(1, b.total) > b.passed * std::max<std::size_t>(1, a.total);
}

void Painter::fillGates()
{
    for (const PromotionId id : m_open) {
        const PromotionBrief& brief = m_session.state().promotionBriefs.at(id);
        const auto gate = std::ranges::find(m_view.gates, brief.transition, &query::FlowGate::transition);
        if (gate == m_view.gates.end())
            continue;
        ++gate->open;
        const bool listed = gate->promotions.size() < query::FlowView::openMax;
        const FlowJudged* judged = listed ? m_judge.judge(id, false) : nullptr;
        if (listed)
            gate->promotions.push_back(judged == nullptr ? m_judge.line(id) : judged->line);
        if (judged == nullptr)
            continue;
        ++gate->judged;
        gate->stale += judged->line.stale ? 1U : 0U;
        gate->waitsForMe += judged->line.waitsForMe ? 1U : 0U;
        if (!gate->best || isBetter(judged->line, *gate->best))
            gate->best = judged->line;
    }
    for (query::FlowGate& gate : m_view.gates)
        for (const query::FlowFreeze& freeze : m_view.freezes)
            if (freeze.closed && std::ranges::find(freeze.transitions, gate.transition) != freeze.transitions.end())
                gate.frozenUntil = std::max(gate.frozenUntil.value_or(freeze.until), freeze.until);
}

void Painter::paint(const query::FlowFilter& filter, ActorId me, UtcTime at)
{
    findOpen();
    findFindings();
    countVersions();
    m_view.stages = stagesOf(m_policy);
    for (FlowStage& stage : m_view.stages) {
        if (const auto found = m_models.find(stage.id); found != m_models.end())
            for (const auto& [model, versions] : found->second)
                stage.count += versions;
        if (m_view.aggregated)
            fillBars(stage);
        else
            fillCards(stage);
    }
    m_view.gates = flowGates(m_session, m_policy, me);
    m_view.freezes = flowFreezes(m_policy, at);
    m_view.ways = flowWays(m_session, m_policy, m_scope, filter);
    fillGates();
}

void fillChoices(const Session& session, const policy::Policy& policy, query::FlowView& view)
{
    std::set<std::string> domains;
    for (const auto& [id, model] : session.state().models) {
        view.modelChoices.emplace_back(id, model.name);
        domains.insert(tagOf(policy, model, "business_domain"));
    }
    domains.erase(std::string());
    view.domainChoices.assign(domains.begin(), domains.end());
    std::ranges::sort(view.modelChoices, {}, [](const auto& choice) { return lower(choice.second); });
    if (const auto risk = policy.tags.find("risk_tier"); risk != policy.tags.end())
        view.riskChoices = risk->second.values;
}

} // namespace

std::string tagOf(const policy::Policy& policy, const engine::Model& model, const std::string& tag)
{
    if (const auto found = model.tags.find(tag); found != model.tags.end())
        return found->second;
    const auto assumed = policy.tags.find(tag);
    return assumed == policy.tags.end() ? std::string() : assumed->second.assumeIfMissing;
}

FlowScope::FlowScope(const Session& session, const query::FlowFilter& filter)
    : m_state(session.state())
    , m_all(filter.isEmpty())
{
    const auto policy = policyOf(session);
    const std::string text = lower(filter.text);
    for (const auto& [id, model] : m_state.models) {
        if (filter.model && *filter.model != id)
            continue;
        if (!text.empty() && lower(model.name).find(text) == std::string::npos)
            continue;
        if (!filter.domain.empty() && (policy == nullptr || tagOf(*policy, model, "business_domain") != filter.domain))
            continue;
        if (!filter.risks.empty()
            && (policy == nullptr
                || std::ranges::find(filter.risks, tagOf(*policy, model, "risk_tier")) == filter.risks.end()))
            continue;
        m_models.insert(id.index());
    }
}

query::FlowView flow(const Session& session, const query::FlowFilter& filter, ActorId me, UtcTime now)
{
    query::FlowView view;
    const auto policy = policyOf(session);
    if (policy == nullptr)
        return view;
    const UtcTime at = engine::timeOfNext(session.state(), now);
    view.policyRevision = policy->revision;
    if (const engine::PolicyInForce* inForce = session.state().policyInForce(); inForce->from >= 0)
        view.policySince = session.meta(inForce->from).time;
    if (filter.model)
        view.modelName = modelName(session, *filter.model);
    fillChoices(session, *policy, view);
    Painter(session, *policy, filter, me, at, view).paint(filter, me, at);
    return view;
}

} // namespace cs::views
