// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that the ledger says of one version.
#include "core/engine/facts.h"
#include "core/engine/obligations.h"
#include "core/workspace/finding_text.h"
#include "core/workspace/registries/mapping.h"
#include "core/workspace/views/models.h"
#include "core/workspace/views/version_facts.h"
#include "core/workspace/views_p.h"

#include <algorithm>
#include <set>

namespace cs::views {

namespace {

class PageBuilder final {
public:
    PageBuilder(const Session& session, const engine::Version& version, ActorId me, UtcTime now)
        : m_session(session)
        , m_state(session.state())
        , m_policy(policyOf(session))
        , m_me(me)
        , m_at(engine::timeOfNext(session.state(), now))
    {
        // Rows may make place for others while more are read: what is needed is copied once.
        m_version = version;
    }

    query::VersionPageView build(query::VersionListRow row)
    {
        m_view.row = std::move(row);
        fillIdentity();
        fillPromotions();
        fillStages();
        fillEvidence();
        fillMetrics();
        m_view.evidenceKinds = evidenceKinds(m_policy.get(), m_version);
        m_view.attach = attachState(m_session, m_version.id, m_me);
        fillTags();
        fillServing();
        fillFindings();
        fillStamps();
        fillProduction();
        fillEntries();
        return std::move(m_view);
    }

private:
    void fillIdentity();
    void fillMoreData();
    void fillPromotions();
    void fillStages();
    void fillLifecycle();
    void fillEvidence();
    void fillMetrics();
    void fillTags();
    void fillServing();
    void fillFindings();
    void fillStamps();
    void addWrite(const engine::Registry& registry, const engine::Registry::Write& write);
    void fillProduction();
    void fillEntries();
    bool isKind(const std::string& stage, std::string_view kind) const
    {
        const policy::State* state = m_policy == nullptr ? nullptr : m_policy->state(stage);
        return state != nullptr && state->kind == kind;
    }
    void addResults(
        const engine::Version& version, std::vector<query::MetricPoint> query::MetricHistory::*points, bool onlyKnown);

    const Session& m_session;
    const engine::LedgerState& m_state;
    std::shared_ptr<const policy::Policy> m_policy;
    ActorId m_me;
    UtcTime m_at;
    engine::Version m_version;
    std::vector<engine::Promotion> m_promotions; // newest first
    std::set<EntryIndex> m_entries;
    query::VersionPageView m_view;
};

void PageBuilder::fillIdentity()
{
    const events::VersionDescription& said = m_version.description;
    m_view.artifactMethod = said.artifact.method;
    m_view.artifactBytes = said.artifact.bytes.value_or(0);
    m_view.image = said.image ? said.image->text() : std::string();
    m_view.code = said.code;
    m_view.dataName = said.data.name;
    m_view.dataVersion = said.data.version;
    m_view.dataDigest = said.data.sha ? said.data.sha->text() : std::string();
    m_view.pipeline = said.pipeline.name + " " + said.pipeline.version;
    for (const events::NamedVersion& feature : said.features)
        m_view.features.push_back(feature.name + " " + feature.version);
    if (said.source) {
        m_view.sourceRegistry = registryName(m_state, said.source->registry);
        m_view.sourceName = said.source->name;
        m_view.sourceVersion = said.source->version;
        m_view.run = said.source->run.value_or("");
    }
    for (const ActorId who : said.contributors)
        m_view.contributors.push_back(person(m_session, who, m_me));
    m_view.registeredBy = person(m_session, m_version.registeredBy, m_me);
    m_view.registeredAt = m_version.registered.time;
    m_view.entry = m_version.registered.index;
    m_entries.insert(m_view.entry);
    fillMoreData();
    if (!said.artifact.sha)
        return;
    if (const auto twins = m_state.artifactVersions.find(*said.artifact.sha); twins != m_state.artifactVersions.end())
        for (const VersionId id : twins->second)
            if (id != m_version.id)
                m_view.sameArtifact.emplace_back(id, versionName(m_session, id));
}

/// A stranger's words from the text that came with the registration; they satisfy nothing.
void PageBuilder::fillMoreData()
{
    const events::VersionDescription& said = m_version.description;
    const auto raw = said.raw ? m_session.textOf(*said.raw) : std::nullopt;
    if (!raw)
        return;
    bool first = true;
    for (const auto& dataset : sync::datasetsIn(*raw)) {
        const bool isData = first && dataset.name == said.data.name && dataset.digest == said.data.version;
        first = first && !isData;
        if (!isData)
            m_view.moreData.push_back({dataset.use, dataset.name + " " + dataset.digest});
    }
}

void PageBuilder::fillPromotions()
{
    for (auto id = m_version.promotions.rbegin(); id != m_version.promotions.rend(); ++id)
        if (const engine::Promotion* promotion = m_state.promotions.find(id->index()))
            m_promotions.push_back(*promotion);
    for (const engine::Promotion& promotion : m_promotions) {
        query::VersionPromotion out;
        out.id = promotion.id;
        out.number = promotion.number;
        out.transition = transitionLabel(m_session, promotion);
        out.proposer = person(m_session, promotion.proposer, m_me);
        out.proposedAt = promotion.proposed.time;
        out.entry = promotion.proposed.index;
        if (m_view.row.promotion == promotion.id) {
            out.status = m_view.row.promotionStatus;
            out.line = m_view.row.promotionLine;
        } else {
            out.status = statusName(promotion.status, false);
            out.line = endedLine(m_session, m_state.promotionBriefs.at(promotion.id), m_at);
        }
        m_view.promotions.push_back(std::move(out));
    }
}

void PageBuilder::fillStages()
{
    const auto& stages = m_version.stages;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const engine::StageEntry& entry = stages[i];
        query::StageStep step;
        step.stage = entry.state;
        step.stageLabel = stateLabel(m_session, entry.state);
        step.cause = entry.cause;
        step.since = entry.stamp.time;
        if (i + 1 < stages.size())
            step.until = stages[i + 1].stamp.time;
        step.entry = entry.stamp.index;
        m_entries.insert(step.entry);
        if (entry.cause == "registered")
            step.by.push_back(person(m_session, m_version.registeredBy, m_me));
        const auto promotion = std::ranges::find(m_promotions, entry.promotion, &engine::Promotion::id);
        if (promotion != m_promotions.end()) {
            step.promotion = promotion->id;
            step.promotionNumber = promotion->number;
            std::set<ActorId> seen;
            for (const engine::RecordedDecision& decision : promotion->decisions)
                if (decision.kind == engine::DecisionKind::Approve && !decision.withdrawn
                    && seen.insert(decision.person).second)
                    step.by.push_back(person(m_session, decision.person, m_me));
        } else if (entry.promotion.isValid()) { // another version's promotion took its place
            const auto brief = m_state.promotionBriefs.find(entry.promotion);
            step.promotion = entry.promotion;
            step.promotionNumber = brief == m_state.promotionBriefs.end() ? 0 : brief->second.number;
        }
        m_view.stages.push_back(std::move(step));
    }
    std::ranges::reverse(m_view.stages);
    fillLifecycle();
}

/// The main line from the first stage on, and what else the version has been in.
void PageBuilder::fillLifecycle()
{
    if (m_policy == nullptr)
        return;
    static constexpr std::string_view line[]{"development", "staging", "canary", "production", "archived"};
    for (const policy::State& state : m_policy->states) {
        const bool visited =
            std::ranges::find(m_version.stages, state.id, &engine::StageEntry::state) != m_version.stages.end();
        if (visited || std::ranges::find(line, std::string_view(state.kind)) != std::end(line))
            m_view.lifecycle.push_back({state.id, state.label, visited, state.id == m_version.stage()});
    }
}

void PageBuilder::fillEvidence()
{
    auto& store = const_cast<Session&>(m_session).store();
    for (auto item = m_version.evidence.rbegin(); item != m_version.evidence.rend(); ++item) {
        query::EvidenceView out;
        out.id = item->id;
        out.kind = item->kind;
        out.title = item->title ? textOr(m_session, *item->title, item->kind) : item->kind;
        out.media = item->media;
        out.digest = item->sha;
        out.bytes = item->bytes;
        out.attachedAt = item->attached.time;
        out.entry = item->attached.index;
        out.author = person(m_session, item->author, m_me);
        out.withdrawn = item->withdrawn.has_value();
        out.present = store.blobInfo(item->sha).has_value();
        m_entries.insert(out.entry);
        if (item->withdrawn)
            m_entries.insert(item->withdrawn->index);
        m_view.evidence.push_back(std::move(out));
    }
}

void PageBuilder::addResults(
    const engine::Version& version, std::vector<query::MetricPoint> query::MetricHistory::*points, bool onlyKnown)
{
    constexpr std::size_t metricsMax = 60, pointsMax = 500;
    for (const engine::ReportedResult& result : version.results)
        for (const events::ResultItem& item : result.report.results) {
            if (!item.value)
                continue;
            const std::string slice = item.slice.value_or("");
            const std::string dataset = item.dataset ? item.dataset->name : std::string();
            auto history = std::ranges::find_if(m_view.metrics, [&](const query::MetricHistory& one) {
                return one.name == item.name && one.slice == slice && one.dataset == dataset;
            });
            if (history == m_view.metrics.end()) {
                if (onlyKnown || m_view.metrics.size() == metricsMax)
                    continue;
                m_view.metrics.push_back({item.name, item.unit, slice, dataset, {}, {}, {}, {}});
                history = std::prev(m_view.metrics.end());
            }
            auto& list = (*history).*points;
            if (list.size() == pointsMax)
                list.erase(list.begin());
            list.push_back({result.report.measuredAt, item.value->value(), result.stamp.index});
        }
}

void PageBuilder::fillMetrics()
{
    addResults(m_version, &query::MetricHistory::points, false);
    for (const engine::ReportedResult& result : m_version.results)
        m_entries.insert(result.stamp.index);
    std::ranges::stable_partition(m_view.metrics, [](const auto& metric) { return metric.slice.empty(); });
    if (m_policy == nullptr)
        return;
    addBounds(m_session, *m_policy, m_version, m_me, m_at, m_view.metrics);
    const auto serving = engine::productionVersion(m_state, *m_policy, m_version.model);
    const engine::Version* production =
        serving && *serving != m_version.id ? m_state.versions.find(serving->index()) : nullptr;
    if (production == nullptr)
        return;
    m_view.productionLabel = production->description.label;
    addResults(*production, &query::MetricHistory::production, true);
    m_view.comparison = compareVersions(m_session, m_version, *production, m_view.metrics);
}

void PageBuilder::fillTags()
{
    if (m_policy == nullptr)
        return;
    for (const auto& [id, value] : engine::effectiveTags(m_state, *m_policy, m_version)) {
        const auto tag = m_policy->tags.find(id);
        const std::string title = tag == m_policy->tags.end() ? id : tag->second.title;
        if (!value.empty())
            m_view.tags.push_back({title, value == "true" ? "yes" : value == "false" ? "no" : value});
    }
}

void PageBuilder::fillServing()
{
    const engine::Model* model = m_state.model(m_version.model);
    if (model != nullptr && model->serving) {
        m_view.endpoint = model->serving->endpoint;
        m_view.region = model->serving->region;
        m_view.capacity = model->serving->capacity;
        m_view.fallback = model->serving->fallback.value_or("");
    }
    if (m_promotions.empty())
        return;
    const std::string& target = m_promotions.front().rollbackTarget;
    const auto id = VersionId::fromText(target);
    m_view.wayBack = id ? versionLabel(m_session, *id) : target == "none" ? "no traffic" : target;
    const auto drills = m_state.drills.find(m_promotions.front().endpoint);
    if (drills != m_state.drills.end())
        for (auto drill = drills->second.rbegin(); drill != drills->second.rend(); ++drill)
            if (drill->event.passed) {
                m_view.wayBack += ", rehearsed in " + duration(drill->event.durationMs / 1000);
                break;
            }
    if (isKind(m_version.stage(), "production"))
        m_view.traffic = 100;
    if (!isKind(m_version.stage(), "canary"))
        return;
    for (const engine::Promotion& promotion : m_promotions)
        if (!promotion.canary.steps.empty()) {
            m_view.traffic = promotion.canary.steps.back().percent;
            return;
        }
}

void PageBuilder::fillFindings()
{
    for (const auto& [id, finding] : m_state.findings) {
        const auto about = [&](const std::string& what) {
            return std::ranges::find(finding.about, what) != finding.about.end();
        };
        if (!about(m_version.id.text()) && !about(m_version.model.text()))
            continue;
        m_view.findings.push_back(
            {id, finding.kind, finding.severity, findingText(m_session, finding), finding.opened.time,
                finding.closed ? std::optional(finding.closed->time) : std::nullopt, finding.opened.index});
        m_entries.insert(finding.opened.index);
    }
    const engine::Model* model = m_state.model(m_version.model);
    if (m_policy != nullptr && model != nullptr)
        for (const engine::StandingFinding& finding : engine::standingFindings(m_state, *m_policy, *model, m_at))
            if (finding.about == m_version.id.text() || finding.severity == "critical")
                m_view.findings.push_back({FindingId(), finding.kind, finding.severity,
                    finding.severity == "critical"
                        ? "The review of the break-glass promotion " + finding.about + " is overdue: the model is held."
                        : "The checks of " + finding.rule + " are to be repeated since " + date(finding.since) + ".",
                    finding.since, std::nullopt, m_version.id.index()});
    std::ranges::stable_partition(m_view.findings, [](const auto& finding) { return !finding.closed; });
}

/// What the registries show under the name that this version has there, and what was written there.
void PageBuilder::fillStamps()
{
    const auto& source = m_version.description.source;
    for (const auto& [id, registry] : m_state.registries) {
        const bool named = source && registryName(m_state, source->registry) == registry.name;
        // A model that was registered by hand is known to a registry by its own name.
        const std::string name = named ? source->name : modelName(m_session, m_version.model);
        const std::string label = named ? source->version : m_version.description.label;
        if (source && !named)
            continue;
        if (const auto seen = registry.latest.find(name + "/" + label); seen != registry.latest.end()) {
            const events::RegistryObserved& event = seen->second.event;
            m_view.stamps.push_back({registry.name, registry.kind, event.name, event.version, event.stage.value_or(""),
                joined(event.aliases), event.traffic ? event.traffic->text() : "", false, "", seen->second.stamp.time,
                seen->second.stamp.index});
            m_entries.insert(seen->second.stamp.index);
        }
        for (const engine::Registry::Write& write : registry.writes)
            if (write.event.name == name && write.event.version == label)
                addWrite(registry, write);
    }
}

void PageBuilder::addWrite(const engine::Registry& registry, const engine::Registry::Write& write)
{
    std::vector<std::string> words;
    for (const auto& [alias, version] : write.event.desired.alias)
        words.push_back(alias + " = " + version);
    for (const auto& [tag, value] : write.event.desired.tags)
        words.push_back(tag + " = " + value);
    m_view.stamps.push_back({registry.name, registry.kind, write.event.name, write.event.version, "", joined(words), "",
        true, write.event.result, write.stamp.time, write.stamp.index});
    m_entries.insert(write.stamp.index);
}

void PageBuilder::fillProduction()
{
    const engine::Model* model = m_state.model(m_version.model);
    if (model == nullptr)
        return;
    const std::set<VersionId> served(model->productionHistory.begin(), model->productionHistory.end());
    for (const VersionId id : served) {
        const engine::Version* version = m_state.versions.find(id.index());
        if (version == nullptr)
            continue;
        for (std::size_t i = 0; i < version->stages.size(); ++i) {
            const engine::StageEntry& entry = version->stages[i];
            if (!isKind(entry.state, "production"))
                continue;
            const auto until = i + 1 < version->stages.size() ? std::optional(version->stages[i + 1].stamp.time)
                                                              : std::optional<UtcTime>();
            m_view.production.push_back({id, version->description.label, entry.stamp.time, until, entry.stamp.index});
        }
    }
    std::ranges::sort(m_view.production, {}, &query::ProductionSpan::from);
}

void PageBuilder::fillEntries()
{
    for (const engine::Promotion& promotion : m_promotions) {
        m_entries.insert({promotion.proposed.index, promotion.roundStarted.index});
        for (const engine::RecordedDecision& decision : promotion.decisions) {
            m_entries.insert(decision.stamp.index);
            if (decision.withdrawn)
                m_entries.insert(decision.withdrawn->index);
        }
        for (const engine::Comment& comment : promotion.comments)
            m_entries.insert(comment.stamp.index);
        for (const auto& step : promotion.canary.steps)
            m_entries.insert(step.stamp.index);
        for (const auto& window : promotion.canary.windows)
            m_entries.insert(window.stamp.index);
        for (const auto& breach : promotion.canary.breaches)
            m_entries.insert(breach.stamp.index);
        if (promotion.ended)
            m_entries.insert(promotion.ended->index);
    }
    for (const engine::FiledRecord& record : m_version.records)
        m_entries.insert(record.stamp.index);
    for (const engine::RollbackRecord& rollback : m_version.rollbacks)
        m_entries.insert(rollback.stamp.index);
    m_entries.erase(-1);
    m_view.entries.assign(m_entries.rbegin(), m_entries.rend());
}

} // namespace

Result<query::VersionPageView> versionPage(
    const Session& session, const ModelsIndex& index, VersionId id, ActorId me, UtcTime now)
{
    const engine::Version* version = session.state().versions.find(id.index());
    auto rows = versionRows(session, index, {id}, now);
    if (version == nullptr || rows.empty())
        return fail(usageError("CS-WORKSPACE-NO-VERSION", "There is no version %1.", {qs(id.text())}));
    return PageBuilder(session, *version, me, now).build(std::move(rows.front()));
}

} // namespace cs::views
