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
        for (std::size_t i = 0; i < ids.size(); ++i)
            role(ids[i], pointerTo(where, i), human);
    }
    void state(const std::string& id, const std::string& where)
    {
        if (m_policy.state(id) == nullptr)
            m_findings.error("reference", where, "The stage " + id + " does not exist.");
    }
    void transitions(const std::vector<std::string>& ids, const std::string& where)
    {
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (m_policy.transition(ids[i]) == nullptr)
                m_findings.error("reference", pointerTo(where, i), "The transition " + ids[i] + " does not exist.");
    }
    void predicate(const Predicate& node, const std::string& where)
    {
        const char* const form = node.kind == Predicate::Kind::Any ? "any" : "all";
        for (std::size_t i = 0; i < node.children.size(); ++i)
            predicate(node.children[i],
                node.kind == Predicate::Kind::Not ? pointerTo(where, "not") : pointerTo(pointerTo(where, form), i));
        if (node.kind != Predicate::Kind::Tag)
            return;
        const auto tag = m_policy.tags.find(node.tag);
        if (tag == m_policy.tags.end())
            return m_findings.error("reference", pointerTo(where, "tag"), "The tag " + node.tag + " does not exist.");
        if (tag->second.type == "labels")
            m_findings.error("labels", pointerTo(where, "tag"),
                "The tag " + node.tag + " is a set of names, which no predicate may use.");
        if ((node.op == "ge" || node.op == "le") && tag->second.type != "ordered")
            m_findings.error(
                "reference", pointerTo(where, "op"), "The tag " + node.tag + " has no order; use eq, ne or in.");
        for (const auto& value : node.values)
            if (!isValue(tag->second, value))
                m_findings.error("reference", pointerTo(where, "value"),
                    "\"" + value + "\" is no value of the tag " + node.tag + ".");
    }
    void tree(const Condition& root)
    {
        std::set<std::string> ids;
        walk(root, [&](const Condition& node) { ids.insert(node.id); });
        walk(root, [&](const Condition& node) {
            const std::string& at = node.pointer;
            if (!m_ids.insert(node.id).second)
                m_findings.error("unique", pointerTo(at, "id"), "The id " + node.id + " stands twice in the document.");
            if (node.kind == Condition::Kind::When)
                predicate(node.when, pointerTo(at, "when"));
            if (node.kind == Condition::Kind::AtLeast && node.count > std::ssize(node.children))
                m_findings.error("count", at + "/atLeast/count", "More conditions are demanded than there are.");
            if (node.kind == Condition::Kind::Check)
                check(node, at);
            if (node.kind == Condition::Kind::Approval)
                approval(node.approval, ids, pointerTo(at, "approval"));
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
        roles(node.producers, pointerTo(at, "producers"));
        if (!node.ownerRole.empty())
            role(node.ownerRole, pointerTo(at, "ownerRole"), true);
        if (!node.check.state.empty())
            state(node.check.state, at + "/check/state");
        if (!node.check.guardrailSet.empty() && !m_policy.guardrailSets.contains(node.check.guardrailSet))
            m_findings.error("reference", at + "/check/guardrailSet",
                "The guardrail set " + node.check.guardrailSet + " does not exist.");
    }
    void approval(const Approval& leaf, const std::set<std::string>& ids, const std::string& at)
    {
        roles(leaf.roles, pointerTo(at, "roles"), true);
        roles(leaf.delegationToRoles, at + "/delegation/toRoles", true);
        transitions(leaf.distinctFromApproversOf, pointerTo(at, "distinctFromApproversOf"));
        for (std::size_t i = 0; i < leaf.after.size(); ++i)
            if (!ids.contains(leaf.after[i]))
                m_findings.error("reference", pointerTo(pointerTo(at, "after"), i),
                    "The condition " + leaf.after[i] + " is not in this gate.");
        if (!leaf.named.empty() && leaf.count > std::ssize(leaf.named))
            m_findings.error("count", pointerTo(at, "count"), "More persons are demanded than are named.");
    }
    const Policy& m_policy;
    Findings& m_findings;
    std::set<std::string> m_ids;
};

/// @param where the list.
template <class List> void lintUnique(const List& list, const std::string& where, const char* what, Findings& findings)
{
    std::set<std::string> seen;
    for (std::size_t i = 0; i < list.size(); ++i)
        if (!seen.insert(list[i].id).second)
            findings.error("unique", pointerTo(where, i) + "/id",
                std::string(what) + " " + list[i].id + " stands twice in the document.");
}

void lintLifecycle(const Policy& policy, References& references, Findings& findings)
{
    lintUnique(policy.states, "/lifecycle/states", "The stage", findings);
    lintUnique(policy.transitions, "/lifecycle/transitions", "The transition", findings);
    lintUnique(policy.freezes, "/freezes", "The freeze", findings);
    references.state(policy.initialState, "/lifecycle/initialState");
    for (std::size_t i = 0; i < policy.transitions.size(); ++i) {
        const Transition& transition = policy.transitions[i];
        const std::string at = pointerTo("/lifecycle/transitions", i);
        references.state(transition.from, pointerTo(at, "from"));
        references.state(transition.to, pointerTo(at, "to"));
        if (!transition.isRollback() && policy.gate(transition.gate) == nullptr)
            findings.error("reference", pointerTo(at, "gate"), "The gate " + transition.gate + " does not exist.");
        if (transition.authority)
            references.roles(transition.authority->roles, at + "/authority/roles", true);
        const State* from = policy.state(transition.from);
        if (from != nullptr && from->exposure >= Exposure::Slice && transition.authority
            && transition.authority->reinstates == "previous_in_state")
            findings.error("reference", at + "/authority/reinstates",
                "previous_in_state goes only with a stage without exposure or in shadow.");
    }
}

void lintRoles(const Policy& policy, References& references, Findings& findings)
{
    for (const NamedRole& named : rulesRoles) {
        const Role* role = policy.role(named.id);
        if (role == nullptr)
            findings.error("rules-role", pointerTo("/roles", named.id),
                std::string("The role ") + named.id + " is missing; rules version 1 names it as a signer.");
        else if (role->human != named.human)
            findings.error("rules-role", pointerTo("/roles", named.id) + "/kind",
                std::string("The role ") + named.id
                    + (named.human ? " must be held by persons." : " must be a service."));
    }
    for (const auto& [id, role] : policy.roles) {
        const std::string at = pointerTo("/roles", id);
        references.roles(role.exclusiveWith, pointerTo(at, "exclusiveWith"));
        if (role.human || role.membershipSignoff != std::vector<std::string>{id})
            references.roles(role.membershipSignoff, pointerTo(at, "membershipSignoff"), true);
        else
            findings.error("membership", pointerTo(at, "membershipSignoff"),
                "Nobody human signs for joining the role " + id + ". Name membershipSignoff.");
        if (std::find(role.exclusiveWith.begin(), role.exclusiveWith.end(), id) != role.exclusiveWith.end())
            findings.error("exclusive", pointerTo(at, "exclusiveWith"), "The role " + id + " excludes itself.");
        if (!role.fallback.empty())
            references.role(role.fallback, pointerTo(at, "fallback"), true);
        if (role.fallback == id)
            findings.error("fallback", pointerTo(at, "fallback"), "The role " + id + " is its own fallback.");
        const auto& columns = policy.raci.roles;
        if (!role.raciColumn.empty() && std::none_of(columns.begin(), columns.end(), [&](const RaciRole& column) {
                return column.id == role.raciColumn;
            }))
            findings.error(
                "reference", pointerTo(at, "raciColumn"), "The RACI column " + role.raciColumn + " does not exist.");
    }
    for (const auto& [id, tag] : policy.tags) {
        const std::string at = pointerTo("/tags", id);
        if (!tag.ownerRole.empty())
            references.role(tag.ownerRole, pointerTo(at, "ownerRole"), true);
        const bool listed = std::find(tag.values.begin(), tag.values.end(), tag.assumeIfMissing) != tag.values.end();
        if ((tag.type == "ordered" || tag.type == "enum") && !listed)
            findings.error("strictest", pointerTo(at, "assumeIfMissing"), "assumeIfMissing is no value of the tag.");
        else if (tag.type == "ordered" && tag.assumeIfMissing != tag.values.back())
            findings.warning("strictest", pointerTo(at, "assumeIfMissing"),
                "A missing tag is not read as its strictest value, " + tag.values.back() + ".");
        if (tag.type == "boolean" && tag.assumeIfMissing != "true")
            findings.warning("strictest", pointerTo(at, "assumeIfMissing"), "A missing tag is read as false.");
    }
}

void lintFreezes(const Policy& policy, References& references)
{
    for (std::size_t i = 0; i < policy.freezes.size(); ++i) {
        const Freeze& freeze = policy.freezes[i];
        const std::string at = pointerTo("/freezes", i);
        references.transitions(freeze.transitions, pointerTo(at, "transitions"));
        references.role(freeze.ownerRole, pointerTo(at, "ownerRole"), true);
        if (freeze.appliesWhen)
            references.predicate(*freeze.appliesWhen, pointerTo(at, "appliesWhen"));
        if (freeze.exception)
            references.tree(*freeze.exception);
    }
}

void lintSettings(const Policy& policy, References& references)
{
    references.transitions(policy.breakGlass.transitions, "/breakGlass/transitions");
    for (std::size_t i = 0; i < policy.breakGlass.authorisers.size(); ++i)
        references.roles(policy.breakGlass.authorisers[i], pointerTo("/breakGlass/authorisers", i), true);
    references.tree(policy.breakGlass.review);
    references.roles(policy.rollback.remediationOwnerRoles, "/rollback/record/remediationOwnerRoles", true);
    references.roles(policy.rollback.notifyRoles, "/rollback/record/notifyRoles");
    references.role(policy.rollback.drillOwnerRole, "/rollback/drill/ownerRole", true);
    references.roles(policy.governance.editors, "/governance/editors", true);
    references.roles(policy.governance.protectedRoles, "/governance/protectedRoles", true);
    references.tree(policy.governance.review);
    references.tree(policy.governance.alsoRequire);
    for (const auto& [id, set] : policy.guardrailSets)
        for (std::size_t i = 0; i < set.rules.size(); ++i) {
            const std::string at = pointerTo(pointerTo("/guardrailSets", id) + "/guardrails", i);
            references.role(set.rules[i].ownerRole, pointerTo(at, "ownerRole"), true);
            if (set.rules[i].appliesWhen)
                references.predicate(*set.rules[i].appliesWhen, pointerTo(at, "appliesWhen"));
        }
    for (std::size_t i = 0; i < policy.raci.overlays.size(); ++i)
        references.predicate(policy.raci.overlays[i].when, pointerTo("/raci/overlays", i) + "/when");
}

void lintReevaluation(const Policy& policy, References& references, Findings& findings)
{
    std::set<std::string> checks;
    for (const auto& [id, gate] : policy.gates)
        walk(gate.require, [&](const Condition& node) {
            if (node.kind == Condition::Kind::Check)
                checks.insert(node.id);
        });
    for (std::size_t i = 0; i < policy.reevaluation.size(); ++i) {
        const Reevaluation& duty = policy.reevaluation[i];
        const std::string at = pointerTo("/reevaluation", i);
        references.state(duty.state, pointerTo(at, "state"));
        references.role(duty.ownerRole, pointerTo(at, "ownerRole"), true);
        for (std::size_t k = 0; k < duty.checks.size(); ++k)
            if (!checks.contains(duty.checks[k]))
                findings.error("reference", pointerTo(pointerTo(at, "checks"), k),
                    "The check " + duty.checks[k] + " does not exist.");
    }
}

void lintGateTiming(const Policy& policy, Findings& findings)
{
    for (const auto& [id, gate] : policy.gates) {
        if (gate.proposalTtlSeconds && gate.sla.expires && gate.sla.respondWithinSeconds > *gate.proposalTtlSeconds)
            findings.error("timing", pointerTo("/gates", id) + "/sla/respondWithinSeconds",
                "An answer is due only after the proposal has expired.");
        walk(gate.require, [&](const Condition& node) {
            if (node.kind != Condition::Kind::Check || node.check.kind != "rollback_drill")
                return;
            if (node.check.maxAgeDays.value_or(1) < policy.rollback.drillPeriodDays)
                findings.warning("timing", node.pointer + "/check/maxAgeDays",
                    "Drills are due less often than the gate demands them.");
        });
    }
}

void lintTiming(const Policy& policy, Findings& findings)
{
    for (std::size_t i = 0; i < policy.freezes.size(); ++i) {
        const Freeze& freeze = policy.freezes[i];
        const std::string at = pointerTo("/freezes", i) + "/schedule";
        if (freeze.start && freeze.end && *freeze.end <= *freeze.start)
            findings.error("timing", pointerTo(at, "end"), "The freeze ends before it starts.");
        if (freeze.durationSeconds > 7 * 86'400)
            findings.error("timing", pointerTo(at, "durationSeconds"), "A weekly freeze lasts at most a week.");
    }
    for (const auto& [id, set] : policy.guardrailSets) {
        const std::string at = pointerTo("/guardrailSets", id);
        for (std::size_t i = 1; i < set.ramp.size(); ++i)
            if (set.ramp[i].trafficPercent <= set.ramp[i - 1].trafficPercent)
                findings.error(
                    "timing", pointerTo(at + "/ramp", i) + "/trafficPercent", "The steps of a ramp must rise.");
        lintUnique(set.rules, at + "/guardrails", "The guardrail", findings);
        for (std::size_t i = 0; i < set.rules.size(); ++i)
            if (set.rules[i].breached && *set.rules[i].breached > set.rules[i].outOf.value_or(0))
                findings.error("timing", pointerTo(at + "/guardrails", i) + "/breach/breached",
                    "More breaches are demanded than samples are looked at.");
    }
    if (policy.rollback.drillRemindDaysBefore >= policy.rollback.drillPeriodDays)
        findings.warning(
            "timing", "/rollback/drill/remindDaysBefore", "The reminder comes before the last drill is over.");
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
        const std::string at = linting::pointerTo("/gates", id);
        references.roles(gate.proposers, linting::pointerTo(at, "proposers"));
        for (std::size_t i = 0; i < gate.sla.escalation.size(); ++i)
            references.roles(
                gate.sla.escalation[i].notifyRoles, linting::pointerTo(at + "/sla/escalation", i) + "/notifyRoles");
        references.tree(gate.require);
    }
    linting::lintFreezes(policy, references);
    linting::lintSettings(policy, references);
    linting::lintReevaluation(policy, references, findings);
    linting::lintGateTiming(policy, findings);
    linting::lintTiming(policy, findings);
    linting::lintFloor(policy, findings);
    linting::lintDrills(policy, findings);
    linting::lintRestores(policy, findings);
    linting::lintViewing(policy, findings);
    linting::lintRaci(policy, findings);
    linting::lintGovernance(policy, findings);
    return std::move(findings.list);
}

} // namespace cs::policy
