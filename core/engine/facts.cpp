// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/facts.h"

#include <algorithm>
#include <array>

namespace cs::engine {
namespace {

/// The newest record of a form about the version that still counts, or null.
const FiledRecord* latestRecord(const LedgerState& state, const Version& version, std::string_view form)
{
    const auto found = std::find_if(version.records.rbegin(), version.records.rend(), [&](const FiledRecord& filed) {
        return filed.record.form == form && authorCountsStill(state, filed.author, filed.stamp.index);
    });
    return found == version.records.rend() ? nullptr : &*found;
}

bool modificationAssessed(const LedgerState& state, const Version& version)
{
    const FiledRecord* record = latestRecord(state, version, "modification_assessment");
    if (record == nullptr || !record->record.outcome)
        return false;
    if (*record->record.outcome == "planned" || *record->record.outcome == "not_substantial")
        return true;
    // A substantial modification is a new system for the regulation: it needs a conformity assessment of its own.
    const FiledRecord* conformity = latestRecord(state, version, "conformity_assessment");
    return *record->record.outcome == "substantial" && conformity != nullptr
        && conformity->stamp.index > record->stamp.index;
}

EntryIndex enteredProduction(const policy::Policy& policy, const Version& version)
{
    for (auto stage = version.stages.rbegin(); stage != version.stages.rend(); ++stage)
        if (const policy::State* state = policy.state(stage->state); state != nullptr && state->kind == "production")
            return stage->stamp.index;
    return -1;
}

bool successorInProduction(const LedgerState& state, const policy::Policy& policy, const Version& version)
{
    const EntryIndex own = enteredProduction(policy, version);
    const Model* model = state.model(version.model);
    if (own < 0 || model == nullptr)
        return false;
    return std::any_of(model->productionHistory.begin(), model->productionHistory.end(), [&](VersionId id) {
        const Version* other = id == version.id ? nullptr : state.versions.find(id.index());
        return other != nullptr && enteredProduction(policy, *other) > own;
    });
}

} // namespace

bool derivedFact(const LedgerState& state, const policy::Policy& policy, const Version& version, std::string_view fact)
{
    if (fact == "has_production_version")
        return productionVersion(state, policy, version.model).has_value();
    if (fact == "first_deployment_of_model") {
        const Model* model = state.model(version.model);
        return model == nullptr || model->productionHistory.empty();
    }
    if (fact == "successor_in_production")
        return successorInProduction(state, policy, version);
    if (fact == "modification_assessed")
        return modificationAssessed(state, version);
    if (fact == "residual_risk_accepted") {
        const FiledRecord* record = latestRecord(state, version, "residual_risk");
        return record != nullptr && record->record.outcome == "accepted";
    }
    if (fact == "training_code_unchanged") {
        const auto production = productionVersion(state, policy, version.model);
        const Version* other = production ? state.versions.find(production->index()) : nullptr;
        return other != nullptr && !version.description.code.empty()
            && other->description.code == version.description.code;
    }
    return false;
}

bool holds(const policy::Policy& policy, const policy::Predicate& predicate,
    const std::map<std::string, std::string>& tags, const std::function<bool(std::string_view)>& fact)
{
    return policy::holds(policy, predicate, tags, fact);
}

bool hasField(const LedgerState& state, const Version& version, const Model& model, std::string_view field)
{
    const events::VersionDescription& description = version.description;
    if (field == "training_data_version")
        return !description.data.name.empty() && !description.data.version.empty();
    if (field == "training_pipeline_version")
        return !description.pipeline.name.empty() && !description.pipeline.version.empty();
    if (field == "code_revision")
        return !description.code.empty();
    if (field == "artifact_digest")
        return description.artifact.sha && description.artifact.method != "unverified";
    if (field == "container_digest")
        return description.image.has_value();
    if (field == "feature_definition_version")
        return !description.features.empty();
    if (field == "owner_role")
        return !model.ownerRole.empty();
    if (field == "serving_endpoint")
        return model.serving && !model.serving->endpoint.empty();
    if (field == "serving_region")
        return model.serving && !model.serving->region.empty();
    if (field == "serving_capacity")
        return model.serving && !model.serving->capacity.empty();
    // Tags must be set, not assumed; the rest stands in the model's description.
    const std::string name(field);
    const auto holds = [&](const auto& words, const auto& setBy) {
        const auto found = words.find(name);
        return found != words.end() && !found->second.empty() && stillSet(state, setBy, name);
    };
    return holds(model.tags, model.tagsBy) || holds(model.described, model.describedBy);
}

std::string findingOwner(const policy::Policy& policy, std::string_view kind)
{
    // Fixed by rules 1.
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> owners{
        {{"security", "security"}, {"fairness", "model_risk_manager"}, {"registry", "platform_team"},
            {"rollback", "platform_team"}, {"serving", "platform_team"}, {"record", "compliance_officer"}}};
    for (const auto& [prefix, role] : owners)
        if (kind.starts_with(prefix) && policy.role(std::string(role)) != nullptr)
            return std::string(role);
    return "tech_lead";
}

} // namespace cs::engine
