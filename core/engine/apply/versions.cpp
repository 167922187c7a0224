// SPDX-License-Identifier: GPL-3.0-or-later
// Stream `version/v…`: versions, evidence and results.
#include "core/engine/apply/scope.h"

#include <algorithm>

namespace cs::engine {
namespace {

Status checkDescription(const Scope& scope, const events::VersionDescription& description)
{
    if (description.label.empty())
        return fail(lawError(3, "A version has a label."));
    const bool unverified = description.artifact.method == "unverified";
    if (unverified == description.artifact.sha.has_value())
        return fail(lawError(4, "An artifact has a digest, or its method is \"unverified\" and it has none."));
    for (const ActorId contributor : description.contributors)
        if (scope.state.actor(contributor) == nullptr)
            return fail(lawError(6, "The contributor %1 is not enrolled.", {text(contributor.text())}));
    return {};
}

void fileArtifact(LedgerState& state, const Version& version)
{
    if (const auto& sha = version.description.artifact.sha) {
        auto& versions = state.artifactVersions[*sha];
        if (std::find(versions.begin(), versions.end(), version.id) == versions.end())
            versions.push_back(version.id);
    }
}

const Version* findVersion(const Scope& scope, VersionId id)
{
    return scope.state.versions.find(id.index());
}

Status noVersion(VersionId id)
{
    return fail(lawError(3, "There is no version %1.", {text(id.text())}));
}

Status checkItem(const events::ResultItem& item)
{
    const int given = (item.value ? 1 : 0) + (item.flag ? 1 : 0) + (item.status ? 1 : 0);
    if (given != 1)
        return fail(lawError(3, "The result \"%1\" has not exactly one of value, flag and status.", {text(item.name)}));
    if (item.name.empty())
        return fail(lawError(3, "A result has a name."));
    return {};
}

} // namespace

Status judgeEvent(const Scope& scope, const events::VersionRegistered& event)
{
    CS_CHECK(scope.requireRole({"ml_engineer", "tech_lead", "automation", "registry_sync"}, "register a version"));
    const Model* model = scope.state.model(event.model);
    if (model == nullptr)
        return fail(lawError(3, "There is no model %1.", {text(event.model.text())}));
    CS_CHECK(scope.policy());
    for (const VersionId id : model->versions)
        if (const auto other = scope.state.versionBriefs.find(id);
            other != scope.state.versionBriefs.end() && other->second.label == event.description.label)
            return fail(lawError(3, "%1 has a version %2 already: %3.",
                {text(model->name), text(event.description.label), text(id.text())}));
    return checkDescription(scope, event.description);
}

void applyEvent(Change& change, const events::VersionRegistered& event)
{
    Version version;
    version.id = VersionId(change.context.index);
    version.model = event.model;
    version.registered = change.stamp();
    version.registeredBy = change.context.actor;
    version.description = event.description;
    const auto policy = change.state.policies.back().document;
    version.stages.push_back({policy ? policy->initialState : std::string("dev"), change.stamp(), "registered",
        PromotionId(), event.description.artifact.sha.value_or(Digest())});
    change.state.models[event.model].versions.push_back(version.id);
    fileArtifact(change.state, change.state.versions.add(change.context.index, std::move(version)));
}

Status judgeEvent(const Scope& scope, const events::VersionAmended& event)
{
    CS_CHECK(scope.requireRole({"ml_engineer", "tech_lead", "automation", "registry_sync"}, "amend a version"));
    const Version* version = findVersion(scope, event.version);
    if (version == nullptr)
        return noVersion(event.version);
    CS_CHECK(checkDescription(scope, event.set));
    CS_TRY(const auto policy, scope.policy());
    const auto& old = version->description;
    if (old.label != event.set.label)
        return fail(lawError(3, "A version keeps its label."));
    const bool bytesMove = old.artifact.sha != event.set.artifact.sha || old.image != event.set.image;
    if (bytesMove && version->stage() != policy->initialState)
        return fail(lawError(4, "Other bytes are another version: %1 has left %2. Register a new version.",
            {text(event.version.text()), text(policy->initialState)}));
    // Contributors are excluded from approving; taking one away would let them (law 6).
    if (!std::includes(event.set.contributors.begin(), event.set.contributors.end(), old.contributors.begin(),
            old.contributors.end()))
        return fail(lawError(6, "A contributor cannot be taken away from a version."));
    return {};
}

void applyEvent(Change& change, const events::VersionAmended& event)
{
    Version* version = change.state.versions.edit(event.version.index());
    if (version->description.artifact.sha != event.set.artifact.sha)
        version->artifactBy = change.context.actor;
    version->description = event.set;
    fileArtifact(change.state, *version);
    noteRegressions(change, version->model);
}

Status judgeEvent(const Scope& scope, const events::EvidenceAttached& event)
{
    if (findVersion(scope, event.version) == nullptr)
        return noVersion(event.version);
    const auto roles = rolesOf(scope.state, scope.context.actor, scope.time);
    if (std::all_of(roles.begin(), roles.end(), [](const auto& role) { return role == "auditor"; }))
        return fail(lawError(
            2, "%1 holds no role that attaches evidence; an auditor does not.", {text(scope.context.actor.text())}));
    return {};
}

void applyEvent(Change& change, const events::EvidenceAttached& event)
{
    Version* version = change.state.versions.edit(event.version.index());
    EvidenceItem item;
    item.id = EvidenceId(change.context.index);
    item.kind = event.kind;
    item.media = event.media;
    item.sha = event.sha;
    item.bytes = event.bytes;
    item.title = event.title;
    item.attached = change.stamp();
    item.author = change.context.actor;
    item.artifact = version->description.artifact.sha;
    version->evidence.push_back(std::move(item));
}

namespace {
/// Evidence knows its version only through the version: search the models. Withdrawals are rare.
Version* ownerOf(LedgerState& state, EvidenceId id)
{
    for (const auto& [modelId, model] : state.models)
        for (const VersionId versionId : model.versions)
            if (const Version* version = state.versions.find(versionId.index()))
                for (const EvidenceItem& item : version->evidence)
                    if (item.id == id)
                        return state.versions.edit(versionId.index());
    return nullptr;
}
} // namespace

Status judgeEvent(const Scope& scope, const events::EvidenceWithdrawn& event)
{
    for (const auto& [modelId, model] : scope.state.models)
        for (const VersionId versionId : model.versions)
            if (const Version* version = findVersion(scope, versionId))
                for (const EvidenceItem& item : version->evidence) {
                    if (item.id != event.evidence || item.withdrawn)
                        continue;
                    if (item.author == scope.context.actor || scope.holds("tech_lead"))
                        return {};
                    return fail(lawError(2, "Evidence is withdrawn by its author or a tech lead."));
                }
    return fail(lawError(3, "There is no evidence %1 that could be withdrawn.", {text(event.evidence.text())}));
}

void applyEvent(Change& change, const events::EvidenceWithdrawn& event)
{
    Version* version = ownerOf(change.state, event.evidence);
    for (EvidenceItem& item : version->evidence)
        if (item.id == event.evidence)
            item.withdrawn = change.stamp();
    noteRegressions(change, version->model);
}

Status judgeEvent(const Scope& scope, const events::ResultReported& event)
{
    const Version* version = findVersion(scope, event.version);
    if (version == nullptr)
        return noVersion(event.version);
    if (rolesOf(scope.state, scope.context.actor, scope.time).empty())
        return fail(lawError(2, "%1 holds no role and cannot report results.", {text(scope.context.actor.text())}));
    if (event.part > event.of || event.results.empty())
        return fail(lawError(3, "A report has results, and its part is one of all its parts."));
    if (event.evidence) {
        const auto& items = version->evidence;
        if (std::none_of(items.begin(), items.end(), [&](const auto& item) { return item.id == *event.evidence; }))
            return fail(
                lawError(3, "%1 is no evidence of %2.", {text(event.evidence->text()), text(event.version.text())}));
    }
    for (const auto& item : event.results)
        CS_CHECK(checkItem(item));
    return scope.notInFuture(event.measuredAt, "measurement");
}

void applyEvent(Change& change, const events::ResultReported& event)
{
    Version* version = change.state.versions.edit(event.version.index());
    version->results.push_back(
        {change.stamp(), change.context.actor, change.context.key, rolesOf(change.state, change.context.actor), event});
    noteRegressions(change, version->model);
}

} // namespace cs::engine
