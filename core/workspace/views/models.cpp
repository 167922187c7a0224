// SPDX-License-Identifier: GPL-3.0-or-later
// The list of versions: the table that filters read, and its rows.
#include "core/workspace/views/models.h"

#include "core/workspace/views_p.h"

#include <algorithm>

namespace cs::views {

namespace filter = query::filter;

namespace {

int gravity(const std::string& severity)
{
    return severity == "critical" ? 4 : severity == "high" ? 3 : severity == "medium" ? 2 : 1;
}

/// The tag as gates assume it where nobody has set it.
std::string tagOf(const policy::Policy* policy, const engine::Model& model, const std::string& tag)
{
    if (const auto own = model.tags.find(tag); own != model.tags.end())
        return own->second;
    if (policy == nullptr)
        return {};
    const auto known = policy->tags.find(tag);
    return known == policy->tags.end() ? std::string() : known->second.assumeIfMissing;
}

std::vector<std::string> tagWords(const engine::Model& model)
{
    std::vector<std::string> words;
    for (const auto& [tag, value] : model.tags) {
        if (value == "true")
            words.push_back(tag);
        if (value == "true" || value == "false" || value.empty())
            continue;
        for (std::size_t from = 0; from <= value.size();) {
            const std::size_t comma = std::min(value.find(',', from), value.size());
            words.push_back(value.substr(from, comma - from));
            from = comma + 1;
        }
        words.push_back(tag + "=" + value);
    }
    return words;
}

std::vector<filter::Choice> stagesOf(const policy::Policy* policy)
{
    std::vector<filter::Choice> stages;
    if (policy != nullptr)
        for (const policy::State& state : policy->states)
            stages.push_back({state.id, state.label});
    return stages;
}

std::vector<filter::Choice> risksOf(const policy::Policy* policy)
{
    std::vector<filter::Choice> risks;
    if (policy == nullptr)
        return risks;
    if (const auto tag = policy->tags.find("risk_tier"); tag != policy->tags.end())
        for (const std::string& value : tag->second.values)
            risks.push_back({value, value});
    return risks;
}

} // namespace

struct ModelsIndex::Builder {
    ModelsIndex& index;
    const engine::LedgerState& state;
    const policy::Policy* policy;
    std::map<ModelId, std::uint32_t> places;

    std::vector<filter::ModelFacts> models()
    {
        std::vector<filter::ModelFacts> out;
        for (const auto& [id, model] : state.models) {
            places[id] = static_cast<std::uint32_t>(out.size());
            out.push_back({id, model.name, model.ownerRole, tagOf(policy, model, "risk_tier"),
                tagOf(policy, model, "business_domain"), tagOf(policy, model, "regulated") == "true", tagWords(model)});
        }
        return out;
    }

    void findOpen()
    {
        index.m_open.clear();
        index.m_findings.clear();
        index.m_modelFindings.clear();
        for (const auto& [id, promotion] : state.promotionBriefs)
            if (promotion.status == engine::PromotionStatus::Open)
                index.m_open[promotion.version] = id;
        for (const auto& [id, finding] : state.findings) {
            if (finding.closed)
                continue;
            const std::pair<int, std::string> grave{gravity(finding.severity), finding.kind};
            for (const std::string& about : finding.about)
                if (const auto version = VersionId::fromText(about)) {
                    auto& gravest = index.m_findings[*version];
                    gravest = std::max(gravest, grave);
                } else if (const auto model = ModelId::fromText(about)) {
                    auto& gravest = index.m_modelFindings[*model];
                    gravest = std::max(gravest, grave);
                }
        }
    }

    filter::Standing standingOf(VersionId id, const engine::VersionBrief& brief) const
    {
        if (index.m_findings.contains(id))
            return filter::Standing::Finding;
        if (brief.held)
            return filter::Standing::Held;
        if (index.m_open.contains(id))
            return filter::Standing::Open;
        if (brief.rolledBack && brief.rolledBack->index >= brief.entered.index)
            return filter::Standing::RolledBack;
        const policy::State* stage = policy == nullptr ? nullptr : policy->state(brief.stage);
        return stage != nullptr && stage->kind == "production" ? filter::Standing::InForce : filter::Standing::Quiet;
    }

    std::vector<filter::VersionFacts> versions() const
    {
        std::vector<filter::VersionFacts> out;
        out.reserve(state.versionBriefs.size());
        for (const auto& [id, brief] : state.versionBriefs) {
            filter::VersionFacts facts;
            facts.id = id;
            facts.model = places.at(brief.model);
            facts.label = brief.label;
            facts.stage = brief.stage;
            const auto& source = state.models.at(brief.model).source;
            facts.registry = registryName(state, brief.registry.empty() && source ? source->registry : brief.registry);
            if (brief.artifact.sha)
                facts.artifact = brief.artifact.sha->text();
            facts.standing = standingOf(id, brief);
            facts.held = brief.held;
            facts.finding = index.m_findings.contains(id) || index.m_modelFindings.contains(brief.model);
            if (const auto open = index.m_open.find(id); open != index.m_open.end())
                facts.waitingSince = state.promotionBriefs.at(open->second).proposed.time;
            facts.updated = brief.updated;
            if (brief.headline)
                facts.metric = brief.headline->value;
            out.push_back(std::move(facts));
        }
        std::ranges::stable_sort(out, {}, &filter::VersionFacts::model);
        return out;
    }
};

void ModelsIndex::refresh(const Session& session)
{
    const TreeHead head = session.head();
    if (m_size == head.size && m_root == head.root && m_workspace == session.state().workspaceId)
        return;
    const auto policy = policyOf(session);
    Builder builder{*this, session.state(), policy.get(), {}};
    builder.findOpen();
    auto models = builder.models();
    auto versions = builder.versions();
    m_table =
        filter::VersionTable(std::move(models), std::move(versions), stagesOf(policy.get()), risksOf(policy.get()));
    m_workspace = session.state().workspaceId;
    m_root = head.root;
    m_size = head.size;
}

PromotionId ModelsIndex::openPromotion(VersionId id) const
{
    const auto found = m_open.find(id);
    return found == m_open.end() ? PromotionId() : found->second;
}

std::string ModelsIndex::finding(VersionId id) const
{
    const auto found = m_findings.find(id);
    return found == m_findings.end() ? std::string() : found->second.second;
}

std::string ModelsIndex::finding(ModelId id) const
{
    const auto found = m_modelFindings.find(id);
    return found == m_modelFindings.end() ? std::string() : found->second.second;
}

filter::Asker askerOf(const Session& session, ActorId me, UtcTime now)
{
    filter::Asker asker{engine::timeOfNext(session.state(), now), {}, me.isValid()};
    if (me.isValid())
        for (std::string& role : engine::rolesOf(session.state(), me))
            asker.roles.insert(std::move(role));
    return asker;
}

query::VersionsFound findVersions(
    const ModelsIndex& index, std::string_view text, filter::Order order, const filter::Asker& asker)
{
    const filter::VersionTable& table = index.table();
    query::VersionsFound found;
    found.total = table.size();
    found.models = table.models().size();
    const auto parsed = filter::parse(text);
    if (!parsed) {
        found.fault = parsed.error();
        return found;
    }
    found.fault = table.check(*parsed, text);
    if (found.fault)
        return found;
    auto rows = table.find(*parsed, asker);
    table.sort(rows, order);
    found.ids.reserve(rows.size());
    for (const std::uint32_t row : rows)
        found.ids.push_back(table.version(row).id);
    return found;
}

namespace {

void addOpenPromotion(const Session& session, PromotionId id, UtcTime at, query::VersionListRow& row)
{
    const engine::Promotion* promotion = session.state().promotions.find(id.index());
    if (promotion == nullptr)
        return;
    row.promotion = id;
    row.promotionNumber = promotion->number;
    const auto gate = engine::evaluateGate(session.state(), *promotion, at);
    if (!gate) {
        row.promotionStatus = "open";
        row.promotionLine = utf8(gate.error().message());
        return;
    }
    row.promotionStatus = statusName(promotion->status, isExpired(*promotion, *gate, at));
    row.promotionLine = statusLine(session, *promotion, &*gate, at);
    row.passed = gate->passedLeaves;
    row.total = gate->applicableLeaves;
    for (const engine::DecisionStatus& status : gate->decisions) {
        const bool approves = status.decision->kind == engine::DecisionKind::Approve;
        row.vetoed = row.vetoed || (status.live && !approves);
        const bool moved = !status.live && !status.staleBecause.empty() && status.staleBecause != "withdrawn";
        row.approvalStale = row.approvalStale || (approves && moved);
    }
}

std::string capital(std::string word)
{
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z')
        word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

} // namespace

std::vector<query::VersionListRow> versionRows(
    const Session& session, const ModelsIndex& index, const std::vector<VersionId>& ids, UtcTime now)
{
    std::vector<query::VersionListRow> rows;
    rows.reserve(ids.size());
    const UtcTime at = engine::timeOfNext(session.state(), now);
    const auto& briefs = session.state().versionBriefs;
    for (const VersionId id : ids) {
        const auto place = index.table().rowOf(id);
        const auto brief = briefs.find(id);
        if (!place || brief == briefs.end())
            continue;
        const filter::VersionFacts& facts = index.table().version(*place);
        const filter::ModelFacts& model = index.table().modelOf(*place);
        query::VersionListRow row;
        row.id = id;
        row.model = model.id;
        row.modelName = model.name;
        row.label = facts.label;
        row.stage = facts.stage;
        row.stageLabel = stateLabel(session, facts.stage);
        row.risk = model.risk;
        row.riskLabel = capital(model.risk);
        row.regulated = model.regulated;
        row.held = facts.held;
        row.metric = facts.metric;
        row.metricName = brief->second.headline ? brief->second.headline->name : std::string();
        row.standing = facts.standing;
        row.finding = index.finding(id);
        row.modelFinding = index.finding(model.id);
        row.waitingSince = facts.waitingSince;
        row.registry = facts.registry;
        row.artifact = facts.artifact;
        row.updated = facts.updated;
        if (const PromotionId open = index.openPromotion(id); open.isValid())
            addOpenPromotion(session, open, at, row);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace cs::views
