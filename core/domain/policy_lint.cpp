// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy_lint.h"

#include <algorithm>
#include <set>

namespace cs::policy {
namespace linting {
namespace {

struct NamedRole {
    const char* id;
    bool human;
};
/// Roles that rules version 1 names as signers of entries. @source ledger-events.md sections 3 and 4.
constexpr NamedRole rulesRoles[]{{"automation", false}, {"registry_sync", false}, {"watch_agent", false},
    {"export", false}, {"log", false}, {"ml_engineer", true}, {"tech_lead", true}, {"product_owner", true},
    {"platform_team", true}, {"compliance_officer", true}, {"auditor", true}};

class References {
public:
    References(const Policy& policy, Findings& findings)
        : m_policy(policy)
        , m_findings(findings)
    {
    }
    void role(const std::string& id, const std::string& where, bool human = false)
    {
        const Role* found = m_policy.role(id);
        if (found == nullptr)
            m_findings.error("reference", where, "The role " + id + " does not exist.");
        else if (human && !found->human)
            m_findings.error("service-approves", where, "The role " + id + " is a service; services approve nothing.");
    }
    void roles(const std::vector<std::string>& ids, const std::string& where, bool human = false)
    {
        for (const auto& id : ids)
            role(id, where, human);
    }
    void state(const std::string& id, const std::string& where)
    {
        if (m_policy.state(id) == nullptr)
            m_findings.error("reference", where, "The stage " + id + " does not exist.");
    }
    void transitions(const std::vector<std::string>& ids, const std::string& where)
    {
        for (const auto& id : ids)
            if (m_policy.transition(id) == nullptr)
                m_findings.error("reference", where, "The transition " + id + " does not exist.");
    }
    void predicate(const Predicate& node, const std::string& where)
    {
        for (const Predicate& child : node.children)
            predicate(child, where);
        if (node.kind != Predicate::Kind::Tag)
            return;
        const auto tag = m_policy.tags.find(node.tag);
        if (tag == m_policy.tags.end())
            return m_findings.error("reference", where, "The tag " + node.tag + " does not exist.");
        if (tag->second.type == "labels")
            m_findings.error(
                "labels", where, "The tag " + node.tag + " is a set of names, which no predicate may use.");
        if ((node.op == "ge" || node.op == "le") && tag->second.type != "ordered")
            m_findings.error("reference", where, "The tag " + node.tag + " has no order; use eq, ne or in.");
        for (const auto& value : node.values)
            if (!isValue(tag->second, value))
                m_findings.error("reference", where, "\"" + value + "\" is no value of the tag " + node.tag + ".");
    }
    void tree(const Condition& root, const std::string& where)
    {
        std::set<std::string> ids;
        walk(root, [&](const Condition& node) { ids.insert(node.id); });
        walk(root, [&](const Condition& node) {
            const std::string at = where + "/" + node.id;
            if (!m_ids.insert(node.id).second)
                m_findings.error("unique", at, "The id " + node.id + " stands twice in the document.");
            if (node.kind == Condition::Kind::When)
                predicate(node.when, at);
            if (node.kind == Condition::Kind::AtLeast && node.count > std::ssize(node.children))
                m_findings.error("count", at, "More conditions are demanded than there are.");
            if (node.kind == Condition::Kind::Check)
                check(node, at);
            if (node.kind == Condition::Kind::Approval)
                approval(node.approval, ids, at);
        });
    }

private:
    static bool isValue(const Tag& tag, const std::string& value)
    {
        if (tag.type == "boolean")
            return value == "true" || value == "false";
        return tag.values.empty() || std::find(tag.values.begin(), tag.values.end(), value) != tag.values.end();
    }
    void check(const Condition& node, const std::string& at)
    {
        roles(node.producers, at);
        if (!node.ownerRole.empty())
            role(node.ownerRole, at, true);
        if (!node.check.state.empty())
            state(node.check.state, at);
        if (!node.check.guardrailSet.empty() && !m_policy.guardrailSets.contains(node.check.guardrailSet))
            m_findings.error("reference", at, "The guardrail set " + node.check.guardrailSet + " does not exist.");
    }
    void approval(const Approval& leaf, const std::set<std::string>& ids, const std::string& at)
    {
        roles(leaf.roles, at, true);
        roles(leaf.delegationToRoles, at, true);
        transitions(leaf.distinctFromApproversOf, at);
        for (const auto& id : leaf.after)
            if (!ids.contains(id))
                m_findings.error("reference", at, "The condition " + id + " is not in this gate.");
        if (!leaf.named.empty() && leaf.count > std::ssize(leaf.named))
            m_findings.error("count", at, "More persons are demanded than are named.");
    }
    const Policy& m_policy;
    Findings& m_findings;
    std::set<std::string> m_ids;
};

template <class List> void lintUnique(const List& list, const char* what, Findings& findings)
{
    std::set<std::string> seen;
    for (const auto& item : list)
        if (!seen.insert(item.id).second)
            findings.error("unique", item.id, std::string(what) + " " + item.id + " stands twice in the document.");
}

void lintLifecycle(const Policy& policy, References& references, Findings& findings)
{
    lintUnique(policy.states, "The stage", findings);
    lintUnique(policy.transitions, "The transition", findings);
    lintUnique(policy.freezes, "The freeze", findings);
    references.state(policy.initialState, "lifecycle.initialState");
    for (const Transition& transition : policy.transitions) {
        const std::string at = "lifecycle.transitions/" + transition.id;
        references.state(transition.from, at);
        references.state(transition.to, at);
        if (!transition.isRollback() && policy.gate(transition.gate) == nullptr)
            findings.error("reference", at, "The gate " + transition.gate + " does not exist.");
        if (transition.authority)
            references.roles(transition.authority->roles, at, true);
        const State* from = policy.state(transition.from);
        if (from != nullptr && from->exposure >= Exposure::Slice && transition.authority
            && transition.authority->reinstates == "previous_in_state")
            findings.error("reference", at, "previous_in_state goes only with a stage without exposure or in shadow.");
    }
}

void lintRoles(const Policy& policy, References& references, Findings& findings)
{
    for (const NamedRole& named : rulesRoles) {
        const Role* role = policy.role(named.id);
        if (role == nullptr)
            findings.error("rules-role", std::string("roles/") + named.id,
                std::string("The role ") + named.id + " is missing; rules version 1 names it as a signer.");
        else if (role->human != named.human)
            findings.error("rules-role", std::string("roles/") + named.id,
                std::string("The role ") + named.id
                    + (named.human ? " must be held by persons." : " must be a service."));
    }
    for (const auto& [id, role] : policy.roles) {
        const std::string at = "roles/" + id;
        references.roles(role.exclusiveWith, at);
        if (role.human || role.membershipSignoff != std::vector<std::string>{id})
            references.roles(role.membershipSignoff, at, true);
        else
            findings.error(
                "membership", at, "Nobody human signs for joining the role " + id + ". Name membershipSignoff.");
        if (std::find(role.exclusiveWith.begin(), role.exclusiveWith.end(), id) != role.exclusiveWith.end())
            findings.error("exclusive", at, "The role " + id + " excludes itself.");
        if (!role.fallback.empty())
            references.role(role.fallback, at, true);
        if (role.fallback == id)
            findings.error("fallback", at, "The role " + id + " is its own fallback.");
        const auto& columns = policy.raci.roles;
        if (!role.raciColumn.empty() && std::none_of(columns.begin(), columns.end(), [&](const RaciRole& column) {
                return column.id == role.raciColumn;
            }))
            findings.error("reference", at, "The RACI column " + role.raciColumn + " does not exist.");
    }
    for (const auto& [id, tag] : policy.tags) {
        const std::string at = "tags/" + id;
        if (!tag.ownerRole.empty())
            references.role(tag.ownerRole, at, true);
        const bool listed = std::find(tag.values.begin(), tag.values.end(), tag.assumeIfMissing) != tag.values.end();
        if ((tag.type == "ordered" || tag.type == "enum") && !listed)
            findings.error("strictest", at, "assumeIfMissing is no value of the tag.");
        else if (tag.type == "ordered" && tag.assumeIfMissing != tag.values.back())
            findings.warning(
                "strictest", at, "A missing tag is not read as its strictest value, " + tag.values.back() + ".");
        if (tag.type == "boolean" && tag.assumeIfMissing != "true")
            findings.warning("strictest", at, "A missing tag is read as false.");
    }
}

void lintSettings(const Policy& policy, References& references)
{
    for (const Freeze& freeze : policy.freezes) {
        const std::string at = "freezes/" + freeze.id;
        references.transitions(freeze.transitions, at);
        references.role(freeze.ownerRole, at, true);
        if (freeze.appliesWhen)
            references.predicate(*freeze.appliesWhen, at);
        if (freeze.exception)
            references.tree(*freeze.exception, at);
    }
    references.transitions(policy.breakGlass.transitions, "breakGlass");
    for (const auto& list : policy.breakGlass.authorisers)
        references.roles(list, "breakGlass.authorisers", true);
    references.tree(policy.breakGlass.review, "breakGlass.review");
    references.roles(policy.rollback.remediationOwnerRoles, "rollback.record", true);
    references.roles(policy.rollback.notifyRoles, "rollback.record");
    references.role(policy.rollback.drillOwnerRole, "rollback.drill", true);
    references.roles(policy.governance.editors, "governance.editors", true);
    references.roles(policy.governance.protectedRoles, "governance.protectedRoles", true);
    references.tree(policy.governance.review, "governance.review");
    references.tree(policy.governance.alsoRequire, "governance.weakening");
    for (const auto& [id, set] : policy.guardrailSets)
        for (const Guardrail& rule : set.rules) {
            references.role(rule.ownerRole, "guardrailSets/" + id + "/" + rule.id, true);
            if (rule.appliesWhen)
                references.predicate(*rule.appliesWhen, "guardrailSets/" + id + "/" + rule.id);
        }
    for (const RaciOverlay& overlay : policy.raci.overlays)
        references.predicate(overlay.when, "raci.overlays/" + overlay.id);
}

void lintReevaluation(const Policy& policy, References& references, Findings& findings)
{
    std::set<std::string> checks;
    for (const auto& [id, gate] : policy.gates)
        walk(gate.require, [&](const Condition& node) {
            if (node.kind == Condition::Kind::Check)
                checks.insert(node.id);
        });
    for (const Reevaluation& duty : policy.reevaluation) {
        const std::string at = "reevaluation/" + duty.id;
        references.state(duty.state, at);
        references.role(duty.ownerRole, at, true);
        for (const auto& check : duty.checks)
            if (!checks.contains(check))
                findings.error("reference", at, "The check " + check + " does not exist.");
    }
}

void lintTiming(const Policy& policy, Findings& findings)
{
    for (const auto& [id, gate] : policy.gates) {
        const std::string at = "gates/" + id;
        if (gate.proposalTtlSeconds && gate.sla.expires && gate.sla.respondWithinSeconds > *gate.proposalTtlSeconds)
            findings.error("timing", at, "An answer is due only after the proposal has expired.");
        walk(gate.require, [&](const Condition& node) {
            if (node.kind != Condition::Kind::Check || node.check.kind != "rollback_drill")
                return;
            if (node.check.maxAgeDays.value_or(1) < policy.rollback.drillPeriodDays)
                findings.warning("timing", at + "/" + node.id, "Drills are due less often than the gate demands them.");
        });
    }
    for (const Freeze& freeze : policy.freezes) {
        if (freeze.start && freeze.end && *freeze.end <= *freeze.start)
            findings.error("timing", "freezes/" + freeze.id, "The freeze ends before it starts.");
        if (freeze.durationSeconds > 7 * 86'400)
            findings.error("timing", "freezes/" + freeze.id, "A weekly freeze lasts at most a week.");
    }
    for (const auto& [id, set] : policy.guardrailSets) {
        for (std::size_t i = 1; i < set.ramp.size(); ++i)
            if (set.ramp[i].trafficPercent <= set.ramp[i - 1].trafficPercent)
                findings.error("timing", "guardrailSets/" + id, "The steps of a ramp must rise.");
        lintUnique(set.rules, "The guardrail", findings);
        for (const Guardrail& rule : set.rules)
            if (rule.breached && *rule.breached > rule.outOf.value_or(0))
                findings.error("timing", "guardrailSets/" + id + "/" + rule.id,
                    "More breaches are demanded than samples are looked at.");
    }
    if (policy.rollback.drillRemindDaysBefore >= policy.rollback.drillPeriodDays)
        findings.warning("timing", "rollback.drill", "The reminder comes before the last drill is over.");
}

} // namespace
} // namespace linting

std::vector<LintFinding> lint(const Policy& policy)
{
    linting::Findings findings;
    linting::References references(policy, findings);
    linting::lintLifecycle(policy, references, findings);
    linting::lintRoles(policy, references, findings);
    for (const auto& [id, gate] : policy.gates) {
        references.roles(gate.proposers, "gates/" + id);
        for (const Escalation& step : gate.sla.escalation)
            references.roles(step.notifyRoles, "gates/" + id);
        references.tree(gate.require, "gates/" + id);
    }
    linting::lintSettings(policy, references);
    linting::lintReevaluation(policy, references, findings);
    linting::lintTiming(policy, findings);
    linting::lintFloor(policy, findings);
    linting::lintDrills(policy, findings);
    linting::lintViewing(policy, findings);
    linting::lintRaci(policy, findings);
    return std::move(findings.list);
}

} // namespace cs::policy
