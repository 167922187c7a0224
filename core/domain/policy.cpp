// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy.h"

#include "core/base/sha256.h"
#include "core/domain/policy_reader.h"

#include <algorithm>

namespace cs::policy {
namespace {

using reading::maxSeconds;
using reading::Object;
using reading::Problems;

void readHead(Object& object, Policy& policy)
{
    object.optionalText("$schema", 0, 400);
    constexpr std::string_view knownVersion = "1.0";
    if (object.need("schemaVersion").string() != knownVersion)
        object.problem("schemaVersion",
            "%1 is not \"%2\", the only version of the grammar that this program reads. A policy of a newer one needs "
            "a "
            "newer program.",
            {qs(knownVersion)});
    policy.policyId = object.id("policyId");
    policy.revision = object.integer("revision", 1, reading::unbounded);
    if (object.has("supersedes")) {
        const json::Value supersedes = object.need("supersedes");
        const auto digest = Digest::fromText(supersedes.string());
        if (digest)
            policy.supersedes = *digest;
        else if (!supersedes.isNull())
            object.problem("supersedes", "%1 must be null or sha256: and 64 hexadecimal digits.");
    }
    if (object.has("extends"))
        object.problem("extends",
            "%1: this version of the program reads no inherited policies. Copy the parent's gates into this document.");
    policy.title = object.text("title", 1, 200);
    policy.description = object.optionalText("description", 0, 4000);
    policy.language = object.text("language", 2, 40);
    const auto& tag = policy.language;
    const auto primary = std::min(tag.find('-'), tag.size());
    const bool known = primary >= 2 && primary <= 3
        && std::all_of(tag.begin(), tag.begin() + static_cast<std::ptrdiff_t>(primary),
            [](char c) { return c >= 'a' && c <= 'z'; })
        && std::all_of(tag.begin(), tag.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
    if (!known)
        object.problem("language", "%1 must be a language tag such as en or de-CH.");
}

Transition readTransition(Problems& problems, json::Value value, const std::string& path)
{
    Object object(problems, value, path);
    Transition result;
    result.id = object.id("id");
    result.label = object.optionalText("label", 1, 200);
    result.from = object.id("from");
    result.to = object.id("to");
    result.kind = object.word(
        "kind", {"promotion", "retirement", "supersession", "restriction", "deprecation", "reinstatement", "rollback"});
    if (result.isRollback() && object.has("gate"))
        object.problem("gate", "%1: a rollback has no gate, nothing may hold it up. Remove it.");
    if (!result.isRollback() && object.has("authority"))
        object.problem("authority", "%1: only a rollback goes without a gate. Remove it.");
    if (!result.isRollback()) {
        result.gate = object.id("gate");
    } else if (!problems.any()) {
        Object authority = object.object("authority");
        result.authority.emplace();
        result.authority->roles = authority.ids("roles", 1);
        result.authority->automation = authority.boolean("automation");
        result.authority->reinstates =
            authority.optionalWord("reinstates", {"previous_production", "previous_in_state", "none"}, "");
        authority.finish();
    }
    object.finish();
    return result;
}

void readLifecycle(Object&& object, Policy& policy)
{
    policy.initialState = object.id("initialState");
    object.items("states", 5, 64, [&](json::Value item, const std::string& path) {
        Object state(object.problems(), item, path);
        State read;
        read.id = state.id("id");
        read.label = state.text("label", 1, 200);
        read.kind = state.word("kind",
            {"development", "staging", "canary", "production", "archived", "retired", "deprecated", "restricted",
                "custom"});
        const std::string exposure = state.word("exposure", {"none", "shadow", "slice", "subset", "full"});
        for (const auto& [word, value] : {std::pair{"none", Exposure::None}, {"shadow", Exposure::Shadow},
                 {"slice", Exposure::Slice}, {"subset", Exposure::Subset}, {"full", Exposure::Full}})
            if (exposure == word)
                read.exposure = value;
        read.maxTrafficPercent = state.optionalNumber("maxTrafficPercent", 0, 100).value_or(0);
        read.singleOccupant = state.optionalBoolean("singleOccupant", false);
        state.finish();
        policy.states.push_back(std::move(read));
    });
    object.items("transitions", 1, 256, [&](json::Value item, const std::string& path) {
        policy.transitions.push_back(readTransition(object.problems(), item, path));
    });
    object.finish();
}

Role readRole(Object&& object, const std::string& id)
{
    Role role;
    role.id = id;
    role.title = object.text("title", 1, 200);
    role.human = object.word("kind", {"human", "service"}) == "human";
    role.minMembers = object.optionalInteger("minMembers", 0, reading::unbounded).value_or(1);
    role.exclusiveWith = object.optionalIds("exclusiveWith", 0);
    role.membershipSignoff = object.optionalIds("membershipSignoff", 0);
    if (role.membershipSignoff.empty())
        role.membershipSignoff.push_back(id);
    role.fallback = object.optionalId("fallback");
    role.raciColumn = object.optionalId("raciColumn");
    object.finish();
    return role;
}

Tag readTag(Object&& object, const std::string& id)
{
    Tag tag;
    tag.id = id;
    tag.title = object.text("title", 1, 200);
    tag.type = object.word("type", {"ordered", "enum", "boolean", "label", "labels"});
    if (tag.type == "ordered" || tag.type == "enum" || object.has("values"))
        tag.values = object.texts("values", 1, 200, 64);
    tag.required = object.boolean("required");
    const json::Value assume = object.need("assumeIfMissing");
    if (tag.type == "boolean") {
        if (!assume.boolean())
            object.problem("assumeIfMissing", "%1 must be true or false, as the tag is a boolean.");
        tag.assumeIfMissing = assume.boolean().value_or(true) ? "true" : "false";
    } else {
        if (!assume.isString() || assume.string().size() > 64)
            object.problem("assumeIfMissing", "%1 must be a text of at most 64 characters.");
        object.problems().checkVisible(assume.string(), object.path("assumeIfMissing"), false);
        tag.assumeIfMissing = std::string(assume.string());
    }
    tag.ownerRole = object.optionalId("ownerRole");
    object.finish();
    return tag;
}

Sla readSla(Object&& object)
{
    Sla sla;
    sla.respondWithinSeconds = object.integer("respondWithinSeconds", 1, maxSeconds);
    sla.remindEverySeconds = object.optionalInteger("remindEverySeconds", 1, maxSeconds);
    if (object.has("escalation"))
        object.items("escalation", 0, 64, [&](json::Value item, const std::string& path) {
            Object step(object.problems(), item, path);
            Escalation read;
            read.afterSeconds = step.integer("afterSeconds", 1, maxSeconds);
            read.notifyRoles = step.ids("notifyRoles", 1);
            step.finish();
            sla.escalation.push_back(std::move(read));
        });
    sla.expires = object.word("onTimeout", {"expire_proposal", "keep_pending"}) == "expire_proposal";
    object.finish();
    return sla;
}

Gate readGate(Object&& object, const std::string& id)
{
    Gate gate;
    gate.id = id;
    gate.title = object.text("title", 1, 200);
    gate.rationale = object.optionalText("rationale", 0, 4000);
    gate.require = reading::condition(object.problems(), object.need("require"), object.path("require"));
    gate.proposers = object.ids("proposers", 1);
    gate.automatic = object.word("advance", {"automatic", "manual"}) == "automatic";
    gate.acrossGate = object.word("personDistinctness", {"across_gate", "per_requirement"}) == "across_gate";
    gate.respectsFreezes = object.optionalBoolean("respectsFreezes", true);
    gate.proposalTtlSeconds = object.optionalInteger("proposalTtlSeconds", 1, maxSeconds);
    gate.sla = readSla(object.object("sla"));
    if (gate.sla.expires && !gate.proposalTtlSeconds)
        object.problem(
            "proposalTtlSeconds", "%1 is missing. A proposal that expires needs the time after which it does.");
    object.finish();
    return gate;
}

void readRollback(Object&& object, RollbackRules& rules)
{
    rules.stagingMaxSeconds = object.optionalInteger("stagingMaxSeconds", 1, maxSeconds);
    rules.canaryMaxSeconds = object.integer("canaryMaxSeconds", 1, 30);
    rules.productionMaxSeconds = object.integer("productionMaxSeconds", 1, 900);
    object.constant("holdAfterRollback", true);
    rules.maxBreachAgeSeconds = object.integer("maxBreachAgeSeconds", 1, maxSeconds);
    if (object.has("rollbackOfRollback"))
        object.constant("rollbackOfRollback", false);
    rules.actuators = object.optionalIds("actuators", 0);
    Object record = object.object("record");
    rules.remediationPlanDueSeconds = record.integer("remediationPlanDueSeconds", 1, maxSeconds);
    rules.remediationOwnerRoles = record.ids("remediationOwnerRoles", 1);
    rules.notifyRoles = record.ids("notifyRoles", 1);
    record.finish();
    Object drill = object.object("drill");
    rules.drillOwnerRole = drill.id("ownerRole");
    rules.drillPeriodDays = drill.integer("periodDays", 1, 3650);
    rules.drillRemindDaysBefore = drill.integer("remindDaysBefore", 1, 3650);
    drill.finish();
    object.finish();
}

void readBreakGlass(Object&& object, BreakGlass& rules)
{
    rules.enabled = object.boolean("enabled");
    rules.transitions = object.ids("transitions", 0);
    object.items("authorisers", 1, 16, [&](json::Value item, const std::string& path) {
        std::vector<std::string> roles;
        for (const json::Value role : item)
            roles.emplace_back(role.string());
        if (!item.isArray() || roles.empty() || !std::all_of(roles.begin(), roles.end(), reading::isId))
            object.problems().add(path, "%1 must be a list with at least one role id.");
        rules.authorisers.push_back(std::move(roles));
    });
    rules.minPersons = object.integer("minPersons", 2, 10);
    rules.neverSkips = object.words("neverSkips", 0,
        {"provenance", "rollback_drill", "distinct_from_proposer", "regulated_signoff", "findings_clear"});
    rules.reasonMinLength = object.integer("reasonMinLength", 20, 2000);
    rules.incidentReferenceRequired = object.boolean("incidentReferenceRequired");
    rules.ttlSeconds = object.integer("ttlSeconds", 1, maxSeconds);
    Object review = object.object("review");
    rules.reviewDueSeconds = review.integer("dueSeconds", 1, maxSeconds);
    rules.review = reading::condition(object.problems(), review.need("require"), review.path("require"));
    rules.onOverdue = review.word("onOverdue", {"rollback_and_hold", "hold_model", "escalate"});
    review.finish();
    rules.maxPerModelPer90Days = object.integer("maxPerModelPer90Days", 0, 100);
    object.finish();
}

void readInvalidation(Object&& object, std::map<std::string, ResetEffect>& effects)
{
    Object table = object.object("onChange");
    const auto fixed = [&](const char* name, const char* only, ResetEffect effect) {
        const json::Value value = table.need(name);
        if (value.string() != only)
            table.problem(name, "%1 must be %2: a different thing takes a different signature.", {qs(only)});
        effects[name] = effect;
    };
    for (const char* name : {"model_artifact", "container_image", "code_revision", "training_data", "training_pipeline",
             "governance_tags", "rollback_of_version"})
        fixed(name, "reset_all", ResetEffect::ResetAll);
    for (const char* name : {"role_lost", "signing_key_revoked"})
        fixed(name, "reset_person", ResetEffect::ResetPerson);
    for (const char* name : {"evidence_changed", "evidence_added", "check_regressed", "serving_config",
             "policy_strengthened", "policy_weakened", "baseline_version", "proposal_text"}) {
        const std::string word = table.word(name, {"reset_all", "reset_viewers", "keep"});
        effects[name] = word == "keep" ? ResetEffect::Keep
            : word == "reset_viewers"  ? ResetEffect::ResetViewers
                                       : ResetEffect::ResetAll;
    }
    table.finish();
    object.finish();
}

void readGovernance(Object&& object, Governance& rules)
{
    rules.editors = object.ids("editors", 1);
    rules.review = reading::condition(object.problems(), object.need("review"), object.path("review"));
    Object weakening = object.object("weakening");
    weakening.word("signoff", {"every_affected_role"});
    rules.personsPerRole = weakening.integer("personsPerRole", 1, 10);
    weakening.constant("editorMaySign", false);
    rules.coolOffSeconds = weakening.integer("coolOffSeconds", 0, maxSeconds);
    rules.alsoRequire =
        reading::condition(object.problems(), weakening.need("alsoRequire"), weakening.path("alsoRequire"));
    weakening.finish();
    object.word("inFlight", {"both_policies"});
    rules.comparisonBudget = object.integer("comparisonBudget", 1000, 10'000'000);
    rules.protectedRoles = object.ids("protectedRoles", 0);
    object.finish();
}

Reevaluation readReevaluation(Object&& object)
{
    Reevaluation read;
    read.id = object.id("id");
    read.title = object.optionalText("title", 1, 200);
    if (object.has("requirements"))
        object.texts("requirements", 1, 1000, 40);
    read.state = object.id("state");
    read.everyDays = object.integer("everyDays", 1, 3650);
    read.ownerRole = object.id("ownerRole");
    read.checks = object.ids("checks", 1);
    object.finish();
    return read;
}

void readBody(Object& object, Policy& policy)
{
    Problems& problems = object.problems();
    readLifecycle(object.object("lifecycle"), policy);
    object.members("roles", 1, [&](const std::string& id, json::Value value, const std::string& path) {
        policy.roles[id] = readRole(Object(problems, value, path), id);
    });
    object.members("tags", 0, [&](const std::string& id, json::Value value, const std::string& path) {
        policy.tags[id] = readTag(Object(problems, value, path), id);
    });
    object.members("gates", 1, [&](const std::string& id, json::Value value, const std::string& path) {
        policy.gates[id] = readGate(Object(problems, value, path), id);
    });
    object.members("guardrailSets", 0, [&](const std::string& id, json::Value value, const std::string& path) {
        policy.guardrailSets[id] = reading::guardrailSet(problems, value, path, id);
    });
    readRollback(object.object("rollback"), policy.rollback);
    object.items("freezes", 0, 200, [&](json::Value value, const std::string& path) {
        policy.freezes.push_back(reading::freeze(problems, value, path));
    });
    readBreakGlass(object.object("breakGlass"), policy.breakGlass);
    readInvalidation(object.object("invalidation"), policy.onChange);
    if (object.has("reevaluation"))
        object.items("reevaluation", 0, 50, [&](json::Value value, const std::string& path) {
            policy.reevaluation.push_back(readReevaluation(Object(problems, value, path)));
        });
    if (object.has("trustedTime")) {
        Object trusted = object.object("trustedTime");
        policy.trustedTimeMaxGapSeconds = trusted.integer("maxGapSeconds", 60, 604'800);
        trusted.finish();
    }
    policy.maxHeadAgeSeconds = object.optionalInteger("maxHeadAgeSeconds", 1, maxSeconds);
    readGovernance(object.object("governance"), policy.governance);
    policy.raci = reading::raci(object.object("raci"));
}

} // namespace

std::shared_ptr<const Policy> reading::read(Problems& problems, const json::Document& document, std::string_view bytes)
{
    auto policy = std::make_shared<Policy>();
    Object object(problems, document.root(), "");
    readHead(object, *policy);
    if (!problems.any())
        readBody(object, *policy);
    object.finish();
    if (problems.any())
        return nullptr;
    policy->digest = sha256Of(bytes);
    return policy;
}

Result<std::shared_ptr<const Policy>> parse(std::string_view bytes)
{
    CS_TRY(const auto document, json::parse(bytes, json::policyLimits));
    Problems problems;
    auto policy = reading::read(problems, *document, bytes);
    if (problems.any())
        return fail(Error(problems.error()));
    return policy;
}

const State* Policy::state(std::string_view id) const
{
    const auto found = std::find_if(states.begin(), states.end(), [&](const State& state) { return state.id == id; });
    return found == states.end() ? nullptr : &*found;
}

const Transition* Policy::transition(std::string_view id) const
{
    const auto found =
        std::find_if(transitions.begin(), transitions.end(), [&](const Transition& t) { return t.id == id; });
    return found == transitions.end() ? nullptr : &*found;
}

const Transition* Policy::transitionOfKind(std::string_view kind, std::string_view from) const
{
    const auto found = std::find_if(
        transitions.begin(), transitions.end(), [&](const Transition& t) { return t.kind == kind && t.from == from; });
    return found == transitions.end() ? nullptr : &*found;
}

const Gate* Policy::gate(std::string_view id) const
{
    const auto found = gates.find(std::string(id));
    return found == gates.end() ? nullptr : &found->second;
}

const Gate* Policy::gateOf(std::string_view transitionId) const
{
    const Transition* found = transition(transitionId);
    return found == nullptr || found->gate.empty() ? nullptr : gate(found->gate);
}

const Role* Policy::role(std::string_view id) const
{
    const auto found = roles.find(std::string(id));
    return found == roles.end() ? nullptr : &found->second;
}

} // namespace cs::policy
