// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"
#include "core/domain/policy_reader.h"

#include <algorithm>
#include <array>

namespace cs::policy::reading {
namespace {

const Words factWords{"has_production_version", "first_deployment_of_model", "training_code_unchanged",
    "successor_in_production", "modification_assessed", "residual_risk_accepted"};

/// Kinds whose facts somebody reports and signs; they name whose results count.
constexpr std::array<std::string_view, 11> reportedKinds{"metric_threshold", "metric_vs_baseline", "boolean",
    "data_contract", "cost_budget", "provenance", "reproducibility", "ml_test_score", "sample_size", "guardrails_clean",
    "rollback_drill"};

void readProducers(Object& object, Condition& node)
{
    const auto& kind = node.check.kind;
    const bool reported = std::find(reportedKinds.begin(), reportedKinds.end(), kind) != reportedKinds.end();
    if (!reported) {
        for (const char* name : {"producers", "producerNotRegistrar"})
            if (object.has(name))
                object.problem(name, "%1 has no meaning: nobody reports the facts of %2. Remove it.", {qs(kind)});
        return;
    }
    if (!object.has("producers"))
        return object.problem("producers",
            "%1 is missing. Name the roles whose signed results count: facts from anybody at all prove nothing.");
    node.producers = object.ids("producers", 1);
    for (std::size_t i = 0; i < node.producers.size(); ++i) {
        const auto& role = node.producers[i];
        if (role == "registry_sync" || role == "export" || role == "log")
            object.problem(
                "producers", "%1 names %2, which reports nothing that a gate may rest on. Remove it.", {qs(role)});
    }
    node.producerNotRegistrar = object.optionalBoolean("producerNotRegistrar", false);
}

void readDelegation(Object&& object, Approval& approval)
{
    approval.delegationAllowed = object.boolean("allowed");
    approval.delegationMaxDays = object.optionalInteger("maxDays", 1, 3650).value_or(0);
    approval.delegationToRoles = object.optionalIds("toRoles", 0);
    object.finish();
}

Approval readApproval(Object&& object)
{
    Approval approval;
    approval.roles = object.ids("roles", 1);
    approval.affectedDomains = object.optionalWord("domain", {"model", "affected"}, "model") == "affected";
    approval.count = object.integer("count", 1, 50);
    if (object.has("named"))
        approval.named = object.texts("named", 1, 200, 128);
    approval.distinctFromProposer = object.boolean("distinctFromProposer");
    approval.distinctFromContributors = object.optionalBoolean("distinctFromContributors", false);
    approval.distinctFromApproversOf = object.optionalIds("distinctFromApproversOf", 0);
    approval.after = object.optionalIds("after", 0);
    approval.expiresAfterSeconds = object.integer("expiresAfterSeconds", 1, maxSeconds);
    Object statement = object.object("statement");
    approval.statement = statement.text("text", 10, 1000);
    approval.statementDigest = sha256Of(approval.statement);
    approval.commentMinLength = statement.optionalInteger("commentMinLength", 0, 2000).value_or(0);
    statement.finish();
    approval.evidenceViewed = object.optionalIds("evidenceViewed", 0);
    if (object.has("delegation"))
        readDelegation(object.object("delegation"), approval);
    approval.rejectIsVeto = object.word("onReject", {"veto", "record_only"}) == "veto";
    object.finish();
    return approval;
}

void readChildren(Object& object, std::string_view name, Condition& node)
{
    object.items(name, 1, 1000, [&](json::Value item, const std::string& path) {
        node.children.push_back(condition(object.problems(), item, path));
    });
}

void readNode(Object& object, std::string_view form, Condition& node)
{
    if (form == "all" || form == "any") {
        node.kind = form == "all" ? Condition::Kind::All : Condition::Kind::Any;
        readChildren(object, form, node);
    } else if (form == "atLeast") {
        node.kind = Condition::Kind::AtLeast;
        Object inner = object.object("atLeast");
        node.count = inner.integer("count", 1, unbounded);
        readChildren(inner, "of", node);
        inner.finish();
    } else if (form == "not") {
        node.kind = Condition::Kind::Not;
        node.children.push_back(condition(object.problems(), object.need("not"), object.path("not")));
        if (node.children.back().kind != Condition::Kind::Check)
            object.problem("not", "%1 must hold a single check: approvals and trees cannot be negated.");
    } else if (form == "when") {
        node.kind = Condition::Kind::When;
        node.when = predicate(object.problems(), object.need("when"), object.path("when"));
        node.children.push_back(condition(object.problems(), object.need("then"), object.path("then")));
        if (object.has("else"))
            node.children.push_back(condition(object.problems(), object.need("else"), object.path("else")));
    } else if (form == "check") {
        node.kind = Condition::Kind::Check;
        node.check = check(object.problems(), object.need("check"), object.path("check"));
        node.ownerRole = object.optionalId("ownerRole");
        readProducers(object, node);
        node.maxAgeSeconds = object.optionalInteger("maxAgeSeconds", 1, maxSeconds);
        node.missingIsUnsatisfied =
            object.optionalWord("onMissing", {"pending", "unsatisfied"}, "pending") == "unsatisfied";
    } else {
        node.kind = Condition::Kind::Approval;
        node.approval = readApproval(object.object("approval"));
    }
}

Predicate tagPredicate(Object& object)
{
    Predicate result;
    result.kind = Predicate::Kind::Tag;
    result.tag = object.id("tag");
    result.op = object.word("op", {"eq", "ne", "in", "ge", "le"});
    if (result.op == "in") {
        result.values = object.texts("value", 1, 1000, 64);
        return result;
    }
    const json::Value value = object.need("value");
    if (const auto flag = value.boolean()) {
        result.values.emplace_back(*flag ? "true" : "false");
    } else if (value.isString()) {
        object.problems().checkVisible(value.string(), object.path("value"), false);
        result.values.emplace_back(value.string());
    } else
        object.problem("value", "%1 must be a text or true or false; a list goes with the operator in.");
    return result;
}

} // namespace

Condition condition(Problems& problems, json::Value value, const std::string& path)
{
    Condition node;
    if (problems.any())
        return node;
    problems.countNode(path);
    node.pointer = path;
    Object object(problems, value, path);
    node.id = object.id("id");
    node.title = object.optionalText("title", 1, 200);
    if (object.has("requirements")) {
        node.requirements = object.texts("requirements", 1, 1000, 40);
        for (const auto& requirement : node.requirements)
            if (!isRequirementId(requirement))
                object.problem(
                    "requirements", "%1 holds \"%2\", which is no id of the requirement catalogue.", {qs(requirement)});
    }
    std::string_view form;
    for (const std::string_view name : {"all", "any", "atLeast", "not", "when", "check", "approval"}) {
        if (!object.has(name))
            continue;
        if (!form.empty())
            problems.add(path, "%1 is both %2 and %3. A node has one form; split it.", {qs(form), qs(name)});
        form = name;
    }
    if (form.empty())
        problems.add(path, "%1 has no form. Give it one of: all, any, atLeast, not, when, check, approval.");
    if (!problems.any())
        readNode(object, form, node);
    object.finish();
    return node;
}

Predicate predicate(Problems& problems, json::Value value, const std::string& path)
{
    Predicate result;
    problems.countNode(path);
    if (problems.any())
        return result;
    Object object(problems, value, path);
    const auto list = [&](std::string_view name) {
        object.items(name, 1, 1000, [&](json::Value item, const std::string& where) {
            result.children.push_back(predicate(problems, item, where));
        });
    };
    if (object.has("all")) {
        list("all");
    } else if (object.has("any")) {
        result.kind = Predicate::Kind::Any;
        list("any");
    } else if (object.has("not")) {
        result.kind = Predicate::Kind::Not;
        result.children.push_back(predicate(problems, object.need("not"), object.path("not")));
    } else if (object.has("fact")) {
        result.kind = Predicate::Kind::Fact;
        result.fact = object.word("fact", factWords);
        result.equals = object.boolean("equals");
    } else if (object.has("tag")) {
        result = tagPredicate(object);
    } else {
        problems.add(path, "%1 is no predicate. Give it one of: all, any, not, tag, fact.");
    }
    object.finish();
    return result;
}

Tolerance tolerance(Object&& object, bool mayBeNegative)
{
    Tolerance result;
    result.relative = object.word("mode", {"relative", "absolute"}) == "relative";
    result.value = object.number("value", mayBeNegative ? -1e300 : 0, 1e300);
    object.finish();
    return result;
}

} // namespace cs::policy::reading
