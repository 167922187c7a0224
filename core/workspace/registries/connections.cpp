// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/registries/connections.h"

#include "core/workspace/finding_text.h"

#include <algorithm>

namespace cs::sync {
namespace {

int rank(const std::string& severity)
{
    return severity == "critical" ? 0 : severity == "high" ? 1 : severity == "medium" ? 2 : 3;
}

std::vector<query::RegistryFinding> findingsOf(const Session& session, RegistryId registry)
{
    std::vector<query::RegistryFinding> found;
    for (const auto& [id, finding] : session.state().findings)
        if (!finding.closed && std::ranges::find(finding.about, registry.text()) != finding.about.end())
            found.push_back({id, finding.severity, views::findingText(session, finding), finding.opened.time,
                finding.opened.index});
    std::ranges::stable_sort(found, {}, [](const auto& finding) { return rank(finding.severity); });
    return found;
}

query::RegistryRow rowOf(const Session& session, const engine::Registry& registry)
{
    const auto& state = session.state();
    query::RegistryRow row;
    row.form = {optionsOf(session, registry), registry.id, registry.kind, registry.name, registry.url};
    const registries::Capabilities* kind = registries::findKind(registry.kind);
    row.kindTitle = kind == nullptr ? registry.kind : kind->title;
    if (const auto url = parseRegistryUrl(registry.url))
        row.origin = url->origin();
    for (const auto& [id, model] : state.models)
        if (model.source && model.source->registry == registry.id.text()) {
            ++row.models;
            row.versions += model.versions.size();
        }
    const auto later = [&](UtcTime time) { row.lastEntry = std::max(row.lastEntry.value_or(time), time); };
    for (const auto& [name, observed] : registry.latest)
        later(observed.stamp.time);
    if (!registry.writes.empty())
        later(registry.writes.back().stamp.time);
    row.findings = findingsOf(session, registry.id);
    return row;
}

std::string count(std::size_t n, const char* one, const char* many)
{
    return std::to_string(n) + " " + (n == 1 ? one : many);
}

} // namespace

query::ConnectionsView connections(const Session& session, ActorId me)
{
    query::ConnectionsView view;
    const auto& state = session.state();
    for (const auto& [id, registry] : state.registries)
        if (!registry.removed)
            view.registries.push_back(rowOf(session, registry));
    for (const auto& kind : registries::kinds())
        view.kinds.emplace_back(kind.kind, kind.title);
    view.fresh = {defaultOptions(), RegistryId(), registries::kinds().front().kind, {}, {}};
    const auto policy = state.policyInForce() == nullptr ? nullptr : state.policyInForce()->document;
    if (policy != nullptr) {
        for (const auto& [id, role] : policy->roles)
            if (role.human)
                view.ownerRoles.emplace_back(id, role.title);
        for (const auto& stage : policy->states)
            if (stage.id != policy->initialState)
                view.stages.emplace_back(stage.id, stage.label);
    }
    const bool may =
        me.isValid() && (engine::holdsRole(state, me, "platform_team") || engine::holdsRole(state, me, "tech_lead"));
    if (!may)
        view.cannotEdit = "Adding and changing registries takes the role Platform team or Tech lead.";
    return view;
}

Result<events::Event> registryEvent(Session& session, const query::RegistryForm& form)
{
    if (registries::findKind(form.kind) == nullptr)
        return fail(usageError("CS-REGISTRY-KIND",
            "This program cannot talk to a registry of the kind %1; it knows mlflow.", {qs(form.kind)}));
    CS_TRY(const RegistryUrl url, parseRegistryUrl(form.url));
    // The reader's rules are the only ones.
    CS_TRY(const RegistryOptions options, readOptions(optionsJson(form)));
    const auto* policy = session.state().policyInForce();
    if (policy != nullptr && policy->document != nullptr) {
        if (policy->document->role(options.ownerRole) == nullptr)
            return fail(
                usageError("CS-REGISTRY-OPTIONS", "The policy in force knows no role %1.", {qs(options.ownerRole)}));
        for (const auto& [stage, alias] : options.aliases)
            if (policy->document->state(stage) == nullptr && !defaultOptions().aliases.contains(stage))
                return fail(usageError("CS-REGISTRY-OPTIONS", "The policy in force knows no stage %1.", {qs(stage)}));
    }
    CS_TRY(const Digest digest, session.putDocument(optionsJson(options)));
    events::RegistryDescription description{form.kind, form.name, url.text(), digest};
    if (form.id.isValid())
        return events::Event(events::RegistryChanged{form.id, std::move(description)});
    return events::Event(events::RegistryAdded{std::move(description)});
}

std::string probeText(const registries::Probe& probe)
{
    return probe.says + ", " + count(probe.models, "model", "models") + (probe.more ? " and more" : "");
}

std::string summary(const Report& report)
{
    std::string text =
        count(report.models, "model", "models") + ", " + count(report.versions, "version", "versions") + " read";
    if (report.newVersions > 0)
        text += ", " + std::to_string(report.newVersions) + " new";
    if (report.writesOk > 0)
        text += ", " + count(report.writesOk, "version", "versions") + " brought in step";
    if (report.writesRefused + report.writesConflict > 0)
        text += ", " + count(report.writesRefused + report.writesConflict, "write", "writes") + " failed";
    text += report.outOfStep.empty()
        ? ". In step with the ledger."
        : ". " + count(report.outOfStep.size(), "thing is", "things are") + " out of governance.";
    return text;
}

} // namespace cs::sync
