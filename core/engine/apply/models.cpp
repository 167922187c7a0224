// SPDX-License-Identifier: GPL-3.0-or-later
// Stream `model/m…`: registration, tags and who may lower one (law 7), serving metadata, findings, filed records.
#include "core/domain/registry_url.h"
#include "core/engine/apply/scope.h"
#include "core/engine/facts.h"

#include <algorithm>
#include <array>
#include <set>

namespace cs::engine {
namespace {

Status requireModel(const Scope& scope, ModelId id)
{
    if (scope.state.model(id) != nullptr)
        return {};
    return fail(lawError(3, "There is no model %1.", {text(id.text())}));
}

std::set<std::string> namesOf(const std::string& commaList)
{
    std::set<std::string> names;
    std::size_t from = 0;
    while (from < commaList.size()) {
        const std::size_t to = std::min(commaList.find(',', from), commaList.size());
        names.insert(commaList.substr(from, to - from));
        from = to + 1;
    }
    return names;
}

Status checkTagValue(const policy::Tag& tag, const std::string& value)
{
    const auto listed = std::find(tag.values.begin(), tag.values.end(), value) != tag.values.end();
    const bool enumerated = tag.type == "ordered" || tag.type == "enum";
    if ((enumerated && !listed) || (tag.type == "boolean" && value != "true" && value != "false") || value.size() > 256
        || !codec::isPlainText(value))
        return fail(lawError(7, "\"%1\" is no value of the tag %2.", {text(value.substr(0, 80)), text(tag.id)}));
    if (tag.type != "labels")
        return {};
    std::string sorted;
    for (const auto& name : namesOf(value))
        sorted += (sorted.empty() ? "" : ",") + name;
    if (sorted != value)
        return fail(lawError(7, "The names of the tag %1 are written sorted, with commas between.", {text(tag.id)}));
    return {};
}

/// Does the new value ask less than the old one (or, where there is none, than the value assumed)?
bool lowers(const policy::Tag& tag, const std::optional<std::string>& old, const std::string& value)
{
    const std::string before = old.value_or(tag.assumeIfMissing);
    if (before == value)
        return false;
    if (tag.type == "ordered") {
        const auto rank = [&](const std::string& v) { return std::find(tag.values.begin(), tag.values.end(), v); };
        return rank(value) < rank(before);
    }
    if (tag.type == "boolean")
        return value == "false";
    if (tag.type == "labels") {
        const auto now = namesOf(value);
        const auto had = namesOf(before);
        return !std::includes(now.begin(), now.end(), had.begin(), had.end());
    }
    // Free words have no order: the first one says something, another one takes something back.
    return old.has_value() || tag.type == "enum";
}

} // namespace

Status judgeEvent(const Scope& scope, const events::ModelRegistered& event)
{
    CS_CHECK(scope.requireRole({"ml_engineer", "tech_lead", "registry_sync"}, "register a model"));
    if (event.name.empty())
        return fail(lawError(3, "A model has a name."));
    CS_TRY(const auto policy, scope.policy());
    if (policy->role(event.ownerRole) == nullptr)
        return fail(lawError(3, "The policy in force knows no role %1.", {text(event.ownerRole)}));
    for (const auto& [id, model] : scope.state.models) {
        const bool sameSource = model.source.has_value() == event.source.has_value()
            && (!event.source
                || (model.source->registry == event.source->registry && model.source->name == event.source->name));
        if (model.name == event.name && sameSource)
            return fail(lawError(3, "The model %1 is registered already, as %2.", {text(event.name), text(id.text())}));
    }
    return {};
}

void applyEvent(Change& change, const events::ModelRegistered& event)
{
    Model model;
    model.id = ModelId(change.context.index);
    model.name = event.name;
    model.ownerRole = event.ownerRole;
    model.registered = change.stamp();
    model.registeredBy = change.context.actor;
    model.source = event.source;
    change.state.models[model.id] = std::move(model);
}

Status judgeEvent(const Scope& scope, const events::ModelDescribed& event)
{
    CS_CHECK(requireModel(scope, event.model));
    CS_CHECK(scope.requireRole({"ml_engineer", "tech_lead", "product_owner"}, "describe a model"));
    for (const auto& [key, value] : event.set) {
        if (!codec::isToken(key, 64) || value.size() > 256 || !codec::isPlainText(value))
            return fail(lawError(3, "\"%1\" is no member of a description.", {text(key.substr(0, 80))}));
        // A budget decides a gate, so it has one owner.
        if (key.starts_with("cost."))
            CS_CHECK(scope.requireRole({"product_owner"}, "set a cost budget"));
    }
    return {};
}

void applyEvent(Change& change, const events::ModelDescribed& event)
{
    Model& model = change.state.models[event.model];
    for (const auto& [key, value] : event.set) {
        model.described[key] = value;
        model.describedBy[key] = {change.context.key, change.context.index};
    }
    noteRegressions(change, event.model);
}

Status judgeEvent(const Scope& scope, const events::ModelTagsSet& event)
{
    CS_CHECK(requireModel(scope, event.model));
    CS_CHECK(scope.requirePerson("set governance tags"));
    CS_TRY(const auto policy, scope.policy());
    const Model& model = *scope.state.model(event.model);
    const bool registrar = scope.holds("ml_engineer") || scope.holds("tech_lead");
    for (const auto& [name, value] : event.tags) {
        const auto tag = policy->tags.find(name);
        if (tag == policy->tags.end())
            return fail(lawError(7, "The policy in force knows no tag %1.", {text(name)}));
        CS_CHECK(checkTagValue(tag->second, value));
        const auto old = model.tags.find(name);
        // What a compromised key had set is no value that others may go on from.
        const bool there = old != model.tags.end() && stillSet(scope.state, model.tagsBy, name);
        const bool lower = lowers(tag->second, there ? std::optional(old->second) : std::nullopt, value);
        const bool owner = !tag->second.ownerRole.empty() && scope.holds(tag->second.ownerRole);
        if (lower && !owner)
            return fail(lawError(7, "Setting %1 to \"%2\" lowers it; only the role %3 may do that.",
                {text(name), text(value), text(tag->second.ownerRole)}));
        if (!owner && !registrar)
            return fail(lawError(2, "%1 may not set the tag %2.", {text(scope.context.actor.text()), text(name)}));
    }
    return {};
}

void applyEvent(Change& change, const events::ModelTagsSet& event)
{
    Model& model = change.state.models[event.model];
    for (const auto& [name, value] : event.tags) {
        model.tags[name] = value;
        model.tagsBy[name] = {change.context.key, change.context.index};
    }
    noteRegressions(change, event.model);
}

Status judgeEvent(const Scope& scope, const events::ModelServingSet& event)
{
    CS_CHECK(requireModel(scope, event.model));
    if (event.endpoint.empty())
        return fail(lawError(9, "Serving metadata name an endpoint."));
    return scope.requireRole({"platform_team"}, "set serving metadata");
}

void applyEvent(Change& change, const events::ModelServingSet& event)
{
    change.state.models[event.model].serving = ServingMetadata{change.context.index, event.endpoint, event.region,
        event.capacity, event.fallback, event.config, event.actuator};
    noteRegressions(change, event.model);
}

Status judgeEvent(const Scope& scope, const events::FindingOpened& event)
{
    if (event.about.empty())
        return fail(lawError(3, "A finding names what it is about."));
    if (scope.isPerson())
        return {};
    return scope.requireRole({"registry_sync", "watch_agent"}, "open a finding");
}

void applyEvent(Change& change, const events::FindingOpened& event)
{
    Finding finding;
    finding.id = FindingId(change.context.index);
    finding.kind = event.kind;
    finding.severity = event.severity;
    finding.about = event.about;
    finding.detail = event.detail;
    finding.opened = change.stamp();
    finding.opener = change.context.actor;
    change.state.findings[finding.id] = std::move(finding);
    for (const auto& [id, model] : change.state.models)
        noteRegressions(change, id);
}

Status judgeEvent(const Scope& scope, const events::FindingClosed& event)
{
    const auto found = scope.state.findings.find(event.finding);
    if (found == scope.state.findings.end() || found->second.closed)
        return fail(lawError(3, "%1 is no open finding.", {text(event.finding.text())}));
    CS_CHECK(scope.requirePerson("close a finding"));
    CS_TRY(const auto policy, scope.policy());
    return scope.requireAny({findingOwner(*policy, found->second.kind)}, "close this finding");
}

void applyEvent(Change& change, const events::FindingClosed& event)
{
    change.state.findings[event.finding].closed = change.stamp();
}

Status judgeEvent(const Scope& scope, const events::RecordFiled& event)
{
    CS_CHECK(scope.requirePerson("file a record"));
    const bool assessment = event.form == "modification_assessment" || event.form == "conformity_assessment";
    if (assessment)
        CS_CHECK(scope.requireRole({"compliance_officer", "model_risk_manager"}, "file an assessment"));
    if (event.form == "residual_risk")
        CS_CHECK(
            scope.requireRole({"model_risk_manager", "product_owner", "business_owner"}, "accept a residual risk"));
    auto version = VersionId::fromText(event.about);
    if (version && scope.state.versions.find(version->index()) == nullptr)
        return fail(lawError(3, "There is no version %1.", {text(event.about)}));
    return {};
}

void applyEvent(Change& change, const events::RecordFiled& event)
{
    const auto id = VersionId::fromText(event.about);
    Version* version = id ? change.state.versions.edit(id->index()) : nullptr;
    if (version == nullptr)
        return;
    version->records.push_back({change.stamp(), change.context.actor, event});
    noteRegressions(change, version->model);
}

namespace {
/// @param self the registry that is changed, if any.
Status checkRegistry(const Scope& scope, const events::RegistryDescription& description, RegistryId self)
{
    CS_CHECK(scope.requireRole({"platform_team", "tech_lead"}, "add or change a registry"));
    if (description.name.empty())
        return fail(lawError(3, "A registry has a name."));
    const auto url = parseRegistryUrl(description.url);
    if (!url)
        return fail(lawError(2, "%1", {url.error().message()}));
    if (url->text() != description.url)
        return fail(lawError(
            2, "The address of a registry has one spelling: %1, not %2.", {text(url->text()), text(description.url)}));
    for (const auto& [id, registry] : scope.state.registries)
        if (!registry.removed && id != self && registry.name == description.name)
            return fail(lawError(3, "There is a registry %1 already: %2.", {text(registry.name), text(id.text())}));
    return {};
}

void describe(Registry& registry, const events::RegistryDescription& description)
{
    registry.kind = description.kind;
    registry.name = description.name;
    registry.url = description.url;
    registry.options = description.options;
}
} // namespace

Status judgeEvent(const Scope& scope, const events::RegistryAdded& event)
{
    return checkRegistry(scope, event.description, RegistryId());
}

void applyEvent(Change& change, const events::RegistryAdded& event)
{
    Registry registry;
    registry.id = RegistryId(change.context.index);
    describe(registry, event.description);
    change.state.registries[registry.id] = std::move(registry);
}

namespace {
Status requireRegistry(const Scope& scope, RegistryId id)
{
    const auto found = scope.state.registries.find(id);
    if (found == scope.state.registries.end() || found->second.removed)
        return fail(lawError(3, "There is no registry %1.", {text(id.text())}));
    return {};
}
} // namespace

Status judgeEvent(const Scope& scope, const events::RegistryChanged& event)
{
    CS_CHECK(requireRegistry(scope, event.registry));
    return checkRegistry(scope, event.description, event.registry);
}

void applyEvent(Change& change, const events::RegistryChanged& event)
{
    describe(change.state.registries[event.registry], event.description);
}

Status judgeEvent(const Scope& scope, const events::RegistryRemoved& event)
{
    CS_CHECK(requireRegistry(scope, event.registry));
    return scope.requireRole({"platform_team", "tech_lead"}, "remove a registry");
}

void applyEvent(Change& change, const events::RegistryRemoved& event)
{
    change.state.registries[event.registry].removed = true;
}

Status judgeEvent(const Scope& scope, const events::RegistryObserved& event)
{
    CS_CHECK(requireRegistry(scope, event.registry));
    return scope.requireRole({"registry_sync"}, "record an observation");
}

void applyEvent(Change& change, const events::RegistryObserved& event)
{
    change.state.registries[event.registry].latest[event.name + "/" + event.version] = {change.stamp(), event};
}

Status judgeEvent(const Scope& scope, const events::RegistryWritten& event)
{
    CS_CHECK(requireRegistry(scope, event.registry));
    if (event.cause < 0 || event.cause >= scope.context.index)
        return fail(lawError(3, "Entry %1 cannot have caused this.", {number(event.cause)}));
    return scope.requireRole({"registry_sync"}, "record a write");
}

void applyEvent(Change& change, const events::RegistryWritten& event)
{
    change.state.registries[event.registry].writes.push_back({change.stamp(), event});
}

} // namespace cs::engine
