// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/state.h"

#include "core/engine/facts.h"

#include <algorithm>

namespace cs::engine {
namespace {

bool namesDomain(const Assignment& assignment, std::string_view domain)
{
    return !assignment.domains
        || std::find(assignment.domains->begin(), assignment.domains->end(), domain) != assignment.domains->end();
}

std::int64_t coolOffSeconds(const LedgerState& state)
{
    const PolicyInForce* current = state.policyInForce();
    return current == nullptr || !current->document ? 0 : current->document->governance.coolOffSeconds;
}

/// Index of a value in an ordered tag's domain; one that the policy does not know counts as the strictest.
std::size_t rank(const policy::Tag& tag, const std::string& value)
{
    const auto found = std::find(tag.values.begin(), tag.values.end(), value);
    return static_cast<std::size_t>(found - tag.values.begin());
}

std::string unionOfNames(const std::string& a, const std::string& b)
{
    std::set<std::string> names;
    for (const auto* list : {&a, &b})
        for (auto& name : splitLabels(*list))
            names.insert(std::move(name));
    std::string joined;
    for (const auto& name : names)
        joined += (joined.empty() ? "" : ",") + name;
    return joined;
}

bool isKnownValue(const policy::Tag& tag, const std::string& value)
{
    if (tag.type == "boolean")
        return value == "true" || value == "false";
    if (tag.type == "ordered" || tag.type == "enum")
        return std::find(tag.values.begin(), tag.values.end(), value) != tag.values.end();
    return true;
}

std::string valueOf(const LedgerState& state, const policy::Tag& tag, const Model& model)
{
    const auto found = model.tags.find(tag.id);
    const bool counts =
        found != model.tags.end() && isKnownValue(tag, found->second) && stillSet(state, model.tagsBy, tag.id);
    return counts ? found->second : tag.assumeIfMissing;
}

} // namespace

bool stillSet(const LedgerState& state, const std::map<std::string, Model::SetBy>& setBy, const std::string& name)
{
    const auto found = setBy.find(name);
    return found == setBy.end() || countsStill(state, found->second.key, found->second.index);
}

std::string stricterValue(const policy::Tag& tag, const std::string& a, const std::string& b)
{
    if (a == b)
        return a;
    if (tag.type == "ordered")
        return rank(tag, a) >= rank(tag, b) ? a : b;
    if (tag.type == "labels")
        return unionOfNames(a, b);
    // A missing tag is read as its strictest value, so that value is the stricter of two.
    return b == tag.assumeIfMissing ? b : a;
}

std::vector<std::string> splitLabels(std::string_view list)
{
    std::vector<std::string> names;
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        if (comma > 0)
            names.emplace_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return names;
}

bool Version::held() const
{
    return std::any_of(rollbacks.begin(), rollbacks.end(),
        [this](const RollbackRecord& record) { return record.event.plan.from == id && !record.holdLifted; });
}

std::shared_ptr<const policy::Policy> LedgerState::policyDocument(const Digest& digest) const
{
    const auto found = std::find_if(
        policies.rbegin(), policies.rend(), [&](const PolicyInForce& revision) { return revision.digest == digest; });
    return found == policies.rend() ? nullptr : found->document;
}

const Actor* LedgerState::actor(ActorId id) const
{
    const auto found = actors.find(id);
    return found == actors.end() ? nullptr : &found->second;
}

const Model* LedgerState::model(ModelId id) const
{
    const auto found = models.find(id);
    return found == models.end() ? nullptr : &found->second;
}

namespace {

std::uint8_t nibble(char digit)
{
    return static_cast<std::uint8_t>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

const events::ResultItem* numberIn(const ReportedResult& result, const std::string* name)
{
    for (const events::ResultItem& item : result.report.results)
        if (item.value && !item.slice && (name == nullptr || item.name == *name))
            return &item;
    return nullptr;
}

/// Looks from both ends: a version may have thousands of results, and this runs for each of them.
std::optional<HeadlineMetric> headlineOf(const Version& version)
{
    const events::ResultItem* first = nullptr;
    for (auto result = version.results.begin(); first == nullptr && result != version.results.end(); ++result)
        first = numberIn(*result, nullptr);
    for (auto result = version.results.rbegin(); first != nullptr && result != version.results.rend(); ++result)
        if (const events::ResultItem* last = numberIn(*result, &first->name))
            return HeadlineMetric{last->name, last->value->value()};
    return std::nullopt;
}

UtcTime updatedOf(const Version& version)
{
    UtcTime latest = version.registered.time;
    const auto look = [&](const auto& items, auto stamp) {
        if (!items.empty())
            latest = std::max(latest, (items.back().*stamp).time);
    };
    look(version.stages, &StageEntry::stamp);
    look(version.evidence, &EvidenceItem::attached);
    look(version.results, &ReportedResult::stamp);
    look(version.records, &FiledRecord::stamp);
    look(version.rollbacks, &RollbackRecord::stamp);
    return latest;
}

VersionBrief briefOf(const Version& version)
{
    VersionBrief brief;
    brief.model = version.model;
    brief.label = version.description.label;
    brief.held = version.held();
    brief.artifact = version.description.artifact;
    brief.registry = version.description.source ? version.description.source->registry : std::string();
    brief.headline = headlineOf(version);
    brief.updated = updatedOf(version);
    if (!version.stages.empty()) {
        brief.stage = version.stage();
        brief.entered = version.stages.back().stamp;
    }
    if (!version.rollbacks.empty())
        brief.rolledBack = version.rollbacks.back().stamp;
    return brief;
}

PromotionBrief briefOf(const Promotion& promotion)
{
    PromotionBrief brief{promotion.version, promotion.model, promotion.number, promotion.transition, promotion.policy,
        promotion.status, promotion.proposed, promotion.proposer, promotion.ended, promotion.endedBy, {}};
    for (const RecordedDecision& decision : promotion.decisions)
        brief.decisions.emplace_back(decision.person, decision.stamp.time);
    return brief;
}

} // namespace

void refreshBriefs(LedgerState& state)
{
    for (const EntryIndex index : state.versions.takeTouched())
        state.versionBriefs[VersionId(index)] = briefOf(*state.versions.find(index));
    for (const EntryIndex index : state.promotions.takeTouched())
        state.promotionBriefs[PromotionId(index)] = briefOf(*state.promotions.find(index));
}

EntryIds::Bytes16 EntryIds::bytesOf(std::string_view id)
{
    Bytes16 bytes{};
    for (std::size_t i = 0; i < bytes.size() && 2 * i + 1 < id.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(nibble(id[2 * i]) << 4U | nibble(id[2 * i + 1]));
    return bytes;
}

bool EntryIds::contains(std::string_view id) const
{
    const Bytes16 bytes = bytesOf(id);
    return m_ids.contains(bytes) || (m_earlier && m_earlier(bytes));
}

void EntryIds::insert(std::string_view id)
{
    m_ids.insert(bytesOf(id));
}

std::vector<std::int64_t> SignedTimes::all() const
{
    std::vector<std::int64_t> times = m_earlier ? m_earlier() : std::vector<std::int64_t>();
    times.insert(times.end(), m_times.begin(), m_times.end());
    return times;
}

bool isHeldAt(const Assignment& assignment, UtcTime at)
{
    return assignment.effect.index >= 0 && !assignment.ended && (!assignment.until || at < *assignment.until);
}

bool countsFor(const LedgerState& state, const Assignment& assignment, const Stamp& openedAt, UtcTime at)
{
    return assignment.effect.index < openedAt.index || assignment.effect.time.plusSeconds(coolOffSeconds(state)) <= at;
}

bool holdsRoleAt(const LedgerState& state, ActorId actor, std::string_view role, const RoleQuery& query, UtcTime at)
{
    const Actor* found = state.actor(actor);
    if (found == nullptr)
        return false;
    return std::any_of(found->assignments.begin(), found->assignments.end(), [&](const Assignment& assignment) {
        if (assignment.role != role || !isHeldAt(assignment, at))
            return false;
        if (query.domain && !namesDomain(assignment, *query.domain))
            return false;
        if (query.domainMustBeNamed && !assignment.domains)
            return false;
        return !query.openedAt || countsFor(state, assignment, *query.openedAt, at);
    });
}

bool holdsRole(const LedgerState& state, ActorId actor, std::string_view role, std::optional<std::string_view> domain,
    std::optional<Stamp> openedAt)
{
    return holdsRoleAt(state, actor, role, {domain, false, openedAt}, state.time);
}

std::vector<std::string> rolesOf(const LedgerState& state, ActorId actor, std::optional<UtcTime> at)
{
    std::vector<std::string> roles;
    if (const Actor* found = state.actor(actor))
        for (const Assignment& assignment : found->assignments)
            if (isHeldAt(assignment, at.value_or(state.time)))
                roles.push_back(assignment.role);
    std::sort(roles.begin(), roles.end());
    roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
    return roles;
}

std::vector<ActorId> holdersOf(const LedgerState& state, std::string_view role)
{
    std::vector<ActorId> holders;
    for (const auto& [id, actor] : state.actors)
        if (actor.kind == ActorKind::Person && holdsRole(state, id, role))
            holders.push_back(id);
    return holders;
}

bool hasLiveKey(const Actor& actor)
{
    return std::any_of(actor.keys.begin(), actor.keys.end(), [](const KeyRecord& key) { return !key.revokedAt; });
}

std::vector<ActorId> holdersWithKey(const LedgerState& state, std::string_view role)
{
    std::vector<ActorId> signers = holdersOf(state, role);
    std::erase_if(signers, [&](ActorId id) { return !hasLiveKey(*state.actor(id)); });
    return signers;
}

std::map<std::string, std::string> effectiveTags(
    const LedgerState& state, const policy::Policy& policy, const Version& version)
{
    std::map<std::string, std::string> tags;
    const Model* own = state.model(version.model);
    if (own == nullptr)
        return tags;
    tags = own->tags;
    for (const auto& [id, tag] : policy.tags)
        tags[id] = valueOf(state, tag, *own);
    if (!version.description.artifact.sha)
        return tags;
    const auto twins = state.artifactVersions.find(*version.description.artifact.sha);
    if (twins == state.artifactVersions.end())
        return tags;
    std::set<ModelId> seen{version.model};
    for (const VersionId id : twins->second) {
        const Version* twin = state.versions.find(id.index());
        const Model* other = twin == nullptr ? nullptr : state.model(twin->model);
        if (other == nullptr || !seen.insert(other->id).second)
            continue;
        for (const auto& [name, tag] : policy.tags)
            tags[name] = stricterValue(tag, tags[name], valueOf(state, tag, *other));
    }
    return tags;
}

bool countsStill(const LedgerState& state, const PublicKey& key, EntryIndex index)
{
    const auto owner = state.keyOwner.find(key);
    const Actor* actor = owner == state.keyOwner.end() ? nullptr : state.actor(owner->second);
    if (actor == nullptr)
        return true;
    return std::none_of(actor->keys.begin(), actor->keys.end(), [&](const KeyRecord& record) {
        return record.key == key && record.revokedAt && record.why == "compromised" && record.since
            && index >= *record.since;
    });
}

bool authorCountsStill(const LedgerState& state, ActorId author, EntryIndex index)
{
    const Actor* actor = state.actor(author);
    // The row does not say under which of the author's keys it was signed: the one that was live then.
    return actor == nullptr || std::none_of(actor->keys.begin(), actor->keys.end(), [&](const KeyRecord& record) {
        return record.liveFrom <= index && (!record.revokedAt || index < *record.revokedAt)
            && !countsStill(state, record.key, index);
    });
}

std::optional<VersionId> occupant(const LedgerState& state, ModelId model, std::string_view stateId)
{
    const Model* found = state.model(model);
    std::optional<VersionId> newest;
    EntryIndex entered = -1;
    if (found == nullptr)
        return newest;
    for (const VersionId id : found->versions) {
        const auto brief = state.versionBriefs.find(id);
        if (brief == state.versionBriefs.end() || brief->second.stage != stateId
            || brief->second.entered.index < entered)
            continue;
        newest = id;
        entered = brief->second.entered.index;
    }
    return newest;
}

std::optional<VersionId> productionVersion(const LedgerState& state, const policy::Policy& policy, ModelId model)
{
    const Model* found = state.model(model);
    std::optional<VersionId> newest;
    EntryIndex entered = -1;
    if (found == nullptr)
        return newest;
    // Only a version that was once executed into production can be there: the history is shorter than the model.
    for (const VersionId id : found->productionHistory) {
        const auto brief = state.versionBriefs.find(id);
        if (brief == state.versionBriefs.end() || brief->second.entered.index <= entered)
            continue;
        const policy::State* stage = policy.state(brief->second.stage);
        if (stage == nullptr || stage->kind != "production")
            continue;
        newest = id;
        entered = brief->second.entered.index;
    }
    return newest;
}

} // namespace cs::engine
