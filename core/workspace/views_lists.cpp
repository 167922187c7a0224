// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/keys.h"
#include "core/workspace/views_p.h"

namespace cs::views {

query::PersonView person(const Session& session, ActorId id, ActorId me)
{
    query::PersonView view;
    view.id = id;
    view.me = me.isValid() && id == me;
    const engine::Actor* actor = session.state().actor(id);
    if (actor == nullptr) {
        view.name = id.isValid() ? id.text() : "";
        return view;
    }
    view.service = actor->kind == engine::ActorKind::Service;
    const auto roles = engine::rolesOf(session.state(), id);
    if (!roles.empty()) {
        view.role = roles.front();
        view.roleTitle = roleTitle(session, view.role);
    } else if (session.state().admins.contains(id)) {
        view.roleTitle = "Administrator";
    }
    view.name =
        textOr(session, actor->card, view.roleTitle.empty() ? id.text() : view.roleTitle + " (" + id.text() + ")");
    return view;
}

std::vector<query::PersonRow> people(const Session& session)
{
    std::vector<query::PersonRow> rows;
    const engine::LedgerState& state = session.state();
    for (const auto& [id, actor] : state.actors) {
        query::PersonRow row;
        row.person = person(session, id);
        for (const engine::Assignment& assignment : actor.assignments) {
            if (assignment.ended || (assignment.until && *assignment.until <= state.time))
                continue;
            std::string text = assignment.role;
            if (assignment.domains)
                text += " (" + joined(*assignment.domains) + ")";
            row.roles.push_back(std::move(text));
        }
        for (const engine::KeyRecord& key : actor.keys)
            row.keys.push_back(fingerprint(key.key) + (key.revokedAt ? " (revoked)" : ""));
        row.admin = state.admins.contains(id);
        row.enrolledAt = actor.enrolledAt;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<query::ModelRow> models(const Session& session)
{
    std::vector<query::ModelRow> rows;
    for (const auto& [id, model] : session.state().models) {
        query::ModelRow row;
        row.id = id;
        row.name = model.name;
        row.ownerRole = model.ownerRole;
        row.tags.assign(model.tags.begin(), model.tags.end());
        row.versions = model.versions.size();
        std::map<std::string, std::vector<std::string>> stages;
        for (const VersionId versionId : model.versions)
            if (const auto brief = session.state().versionBriefs.find(versionId);
                brief != session.state().versionBriefs.end())
                stages[brief->second.stage].push_back(brief->second.label);
        // In the order of the lifecycle; a stage that the policy has dropped comes last.
        if (const auto policy = policyOf(session))
            for (const policy::State& state : policy->states)
                if (const auto found = stages.find(state.id); found != stages.end()) {
                    row.versionsByStage.emplace_back(found->first, joined(found->second));
                    stages.erase(found);
                }
        for (const auto& [stage, labels] : stages)
            row.versionsByStage.emplace_back(stage, joined(labels));
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<query::VersionRow> versions(const Session& session, std::optional<ModelId> only)
{
    std::vector<query::VersionRow> rows;
    // In the order of their models, and there in the order of their registration.
    for (const auto& [id, version] : session.state().versionBriefs) {
        if (only && *only != version.model)
            continue;
        query::VersionRow row;
        row.id = id;
        row.model = version.model;
        row.modelName = modelName(session, version.model);
        row.label = version.label;
        row.stage = version.stage;
        row.stageLabel = stateLabel(session, row.stage);
        row.held = version.held;
        row.since = version.entered.time;
        const auto& artifact = version.artifact;
        row.artifact = artifact.sha ? artifact.method + " " + artifact.sha->text() : artifact.method;
        rows.push_back(std::move(row));
    }
    std::ranges::stable_sort(rows, {}, &query::VersionRow::model);
    return rows;
}

} // namespace cs::views
