// SPDX-License-Identifier: GPL-3.0-or-later
// Laws 7, 8 and 9 as far as a policy change can break them.
#include "core/engine/apply/policies.h"

#include "core/engine/apply/scope.h"
#include "core/engine/compare/compare.h"
#include "core/engine/facts.h"

#include <algorithm>
#include <set>

namespace cs::engine {
namespace {

/// Who signs for a role: its holders, or its fallback's where it has none. Empty: nobody could.
std::string signingRole(const LedgerState& state, const policy::Policy& policy, std::string role, ActorId except)
{
    for (int step = 0; step < 8 && !role.empty(); ++step) {
        const auto holders = holdersWithKey(state, role);
        if (std::any_of(holders.begin(), holders.end(), [&](ActorId id) { return id != except; }))
            return role;
        const policy::Role* empty = policy.role(role);
        role = empty == nullptr ? std::string() : empty->fallback;
    }
    return {};
}

const policy::Condition* findLeaf(const policy::Policy& policy, const std::string& id)
{
    const policy::Condition* found = nullptr;
    for (const auto* root : {&policy.governance.review, &policy.governance.alsoRequire})
        policy::walk(*root, [&](const policy::Condition& condition) {
            if (condition.kind == policy::Condition::Kind::Approval && condition.id == id)
                found = &condition;
        });
    return found;
}

bool isAlsoRequire(const policy::Policy& policy, const std::string& id)
{
    bool found = false;
    policy::walk(policy.governance.alsoRequire,
        [&](const policy::Condition& condition) { found = found || condition.id == id; });
    return found;
}

const PolicyCase* openCase(const LedgerState& state, EntryIndex proposal)
{
    const auto found = state.policyCases.find(proposal);
    if (found == state.policyCases.end() || found->second.adoptedAt || found->second.withdrawnAt)
        return nullptr;
    return &found->second;
}

/// A named leaf is those persons' alone.
bool mayFill(const policy::Condition& leaf, ActorId person)
{
    const auto& named = leaf.approval.named;
    return named.empty() || std::find(named.begin(), named.end(), person.text()) != named.end();
}

/// Signed by somebody else than the proposer, who still holds that role, with a key that still counts. A role that was
/// granted since the proposal counts as late as for a promotion (law 7).
bool counts(const LedgerState& state, const PolicyCase& policyCase, const PolicyCase::SignOff& signOff, UtcTime at)
{
    RoleQuery query;
    query.openedAt = policyCase.proposed;
    return signOff.approve && signOff.actor != policyCase.proposer
        && holdsRoleAt(state, signOff.actor, signOff.role, query, at)
        && authorCountsStill(state, signOff.actor, signOff.stamp.index);
}

bool live(const LedgerState& state, const PolicyCase& policyCase, const PolicyCase::SignOff& signOff,
    std::int64_t expires, UtcTime at)
{
    return counts(state, policyCase, signOff, at) && at.msSince(signOff.stamp.time) < expires * 1000;
}

/// Three-valued logic is not needed here: a governance condition holds approvals only.
bool conditionHolds(
    const LedgerState& state, const PolicyCase& policyCase, const policy::Condition& condition, UtcTime at)
{
    using Kind = policy::Condition::Kind;
    const auto child = [&](const policy::Condition& c) { return conditionHolds(state, policyCase, c, at); };
    switch (condition.kind) {
    case Kind::All:
        return std::all_of(condition.children.begin(), condition.children.end(), child);
    case Kind::Any:
        return std::any_of(condition.children.begin(), condition.children.end(), child);
    case Kind::AtLeast:
        return std::count_if(condition.children.begin(), condition.children.end(), child) >= condition.count;
    case Kind::Approval: {
        std::set<ActorId> persons;
        for (const auto& signOff : policyCase.signOffs)
            if (signOff.leaf == condition.id
                && std::find(condition.approval.roles.begin(), condition.approval.roles.end(), signOff.role)
                    != condition.approval.roles.end()
                && mayFill(condition, signOff.actor)
                && live(state, policyCase, signOff, condition.approval.expiresAfterSeconds, at))
                persons.insert(signOff.actor);
        return static_cast<std::int64_t>(persons.size()) >= condition.approval.count;
    }
    default:
        return false;
    }
}

Status checkDocument(const Scope& scope, const Digest& digest)
{
    CS_TRY(const auto document, scope.policies.policy(digest));
    for (const auto& finding : policy::lint(*document)) {
        if (!finding.error)
            continue;
        const int law = finding.rule == "law-9" ? 9 : 8;
        return fail(lawError(law, "The policy cannot be adopted, whoever signs it: %1 (%2).",
            {text(finding.message), text(finding.where)}));
    }
    return {};
}

} // namespace

std::vector<events::AffectedLeaf> affectedByAnyChange(const policy::Policy& policy)
{
    std::set<events::AffectedLeaf> affected;
    for (const auto& [id, gate] : policy.gates)
        policy::walk(gate.require, [&, &gateId = id](const policy::Condition& condition) {
            std::set<std::string> roles;
            if (condition.kind == policy::Condition::Kind::Approval)
                roles.insert(condition.approval.roles.begin(), condition.approval.roles.end());
            else if (condition.kind == policy::Condition::Kind::Check && !condition.ownerRole.empty())
                roles.insert(condition.ownerRole);
            if (!roles.empty())
                affected.insert({gateId, condition.id, {roles.begin(), roles.end()}});
        });
    return {affected.begin(), affected.end()};
}

std::vector<std::string> rolesThatMustSign(
    const LedgerState& state, const policy::Policy& inForce, const PolicyCase& policyCase)
{
    std::set<std::string> roles;
    for (const auto& leaf : policyCase.affected)
        for (const auto& role : leaf.roles)
            if (const auto signing = signingRole(state, inForce, role, policyCase.proposer); !signing.empty())
                roles.insert(signing);
    return {roles.begin(), roles.end()};
}

namespace {

/// @returns the time since when all signatures are there, or which one is missing (law 7).
Result<UtcTime> signaturesComplete(const LedgerState& state, const policy::Policy& inForce,
    const PolicyCase& policyCase, const std::vector<std::string>& protectedRemoved, UtcTime at)
{
    const auto& governance = inForce.governance;
    if (std::any_of(policyCase.signOffs.begin(), policyCase.signOffs.end(), [](const auto& s) { return !s.approve; }))
        return fail(lawError(7, "Somebody has rejected this policy change. Propose it anew."));
    if (state.mode != Mode::Single && !conditionHolds(state, policyCase, governance.review, at))
        return fail(lawError(7, "The review of the policy change (%1) is not signed.", {text(governance.review.id)}));
    UtcTime since = policyCase.proposed.time;
    for (const auto& signOff : policyCase.signOffs)
        since = std::max(since, signOff.stamp.time);
    if (state.mode == Mode::Single)
        return since;
    if (!protectedRemoved.empty() && !conditionHolds(state, policyCase, governance.alsoRequire, at))
        return fail(lawError(7, "The protected role %1 leaves a gate; the signature %2 is missing.",
            {text(protectedRemoved.front()), text(governance.alsoRequire.id)}));
    if (!policyCase.weakens)
        return since;
    const auto alive = [&](const PolicyCase::SignOff& signOff) {
        const policy::Condition* leaf = findLeaf(inForce, signOff.leaf);
        return leaf != nullptr && live(state, policyCase, signOff, leaf->approval.expiresAfterSeconds, at);
    };
    std::set<ActorId> persons;
    for (const auto& signOff : policyCase.signOffs)
        if (alive(signOff))
            persons.insert(signOff.actor);
    // Whoever alone holds a role that loses its say, with nobody to stand in, cannot propose that: somebody else must.
    for (const auto& row : policyCase.affected)
        for (const auto& role : row.roles)
            if (inForce.role(role) != nullptr && signingRole(state, inForce, role, policyCase.proposer).empty())
                return fail(lawError(7,
                    "The role %1 loses a say, and nobody but the proposer holds it or stands in for it. Let somebody "
                    "else propose the change, or give the role to another person first.",
                    {text(role)}));
    for (const auto& role : rolesThatMustSign(state, inForce, policyCase)) {
        std::set<ActorId> holders;
        for (const auto& signOff : policyCase.signOffs)
            if (signOff.role == role && alive(signOff))
                holders.insert(signOff.actor);
        if (static_cast<std::int64_t>(holders.size()) < governance.personsPerRole)
            return fail(
                lawError(7, "The change weakens conditions of the role %1, which has not signed it.", {text(role)}));
    }
    if (!conditionHolds(state, policyCase, governance.alsoRequire, at))
        return fail(lawError(7, "The signature for a weakening (%1) is missing.", {text(governance.alsoRequire.id)}));
    if (persons.size() < 2)
        return fail(lawError(7, "A weakening takes at least two persons besides the proposer."));
    return since;
}

} // namespace

Status policyAdoptable(const LedgerState& state, const policy::Policy& inForce, const PolicyCase& policyCase,
    const std::vector<std::string>& protectedRemoved, UtcTime at)
{
    CS_TRY(const UtcTime since, signaturesComplete(state, inForce, policyCase, protectedRemoved, at));
    const std::int64_t coolOff = policyCase.weakens ? inForce.governance.coolOffSeconds : 0;
    if (at < since.plusSeconds(coolOff))
        return fail(lawError(7, "The cool-off runs until %1.", {text(since.plusSeconds(coolOff).text())}));
    return {};
}

namespace {

bool includesRow(const std::vector<events::AffectedLeaf>& named, const events::AffectedLeaf& row)
{
    return std::any_of(named.begin(), named.end(), [&](const events::AffectedLeaf& other) {
        return other.gate == row.gate && other.leaf == row.leaf
            && std::includes(other.roles.begin(), other.roles.end(), row.roles.begin(), row.roles.end());
    });
}

bool includesAll(const std::vector<events::AffectedLeaf>& named, const std::vector<events::AffectedLeaf>& rows)
{
    return std::all_of(rows.begin(), rows.end(), [&](const auto& row) { return includesRow(named, row); });
}

/// Declaring more than the comparison finds is allowed: it only asks more people. So is naming every condition of every
/// gate, as proposals did before policies were compared.
Status checkDeclared(const policy::Policy& inForce, const comparison::Comparison& found, bool weakens,
    const std::vector<events::AffectedLeaf>& named)
{
    if (!found.weakens)
        return {};
    if (!weakens)
        return fail(lawError(7, "The proposal says that it weakens nothing, but %1 does. Propose it again.",
            {text(comparison::firstWeakening(found).where)}));
    if (includesAll(named, found.affected) || includesAll(named, affectedByAnyChange(inForce)))
        return {};
    return fail(lawError(7, "The proposal does not name every condition that it weakens. Propose it again."));
}

/// Could these signatures be given at all, if that person had proposed the change?
bool canBeSigned(const LedgerState& state, const policy::Condition& condition, ActorId proposer)
{
    using Kind = policy::Condition::Kind;
    const auto child = [&](const policy::Condition& c) { return canBeSigned(state, c, proposer); };
    switch (condition.kind) {
    case Kind::All:
        return std::all_of(condition.children.begin(), condition.children.end(), child);
    case Kind::Any:
        return std::any_of(condition.children.begin(), condition.children.end(), child);
    case Kind::AtLeast:
        return std::count_if(condition.children.begin(), condition.children.end(), child) >= condition.count;
    case Kind::Approval: {
        std::set<ActorId> persons;
        for (const auto& role : condition.approval.roles)
            for (const ActorId holder : holdersWithKey(state, role))
                if (holder != proposer && mayFill(condition, holder))
                    persons.insert(holder);
        return std::ssize(persons) >= condition.approval.count;
    }
    default:
        return false;
    }
}

/// A policy that nobody could change again is none that may come into force.
Status checkChangeable(const LedgerState& state, const policy::Policy& next)
{
    if (state.mode == Mode::Single)
        return {};
    for (const auto& role : next.governance.editors)
        for (const ActorId editor : holdersWithKey(state, role))
            if (canBeSigned(state, next.governance.review, editor)
                && canBeSigned(state, next.governance.alsoRequire, editor))
                return {};
    return fail(lawError(7,
        "Under this policy nobody could change a policy any more: whoever proposes it, the persons who hold the roles "
        "of "
        "its review and of its signature for a weakening are too few."));
}

Result<comparison::Comparison> compared(const Scope& scope, const policy::Policy& inForce, const Digest& proposed)
{
    CS_TRY(const auto document, scope.policies.policy(proposed));
    return comparison::compare(inForce, *document);
}

} // namespace

Status judgeEvent(const Scope& scope, const events::PolicyProposed& event)
{
    const PolicyInForce* inForce = scope.state.policyInForce();
    if (event.supersedes.has_value() != (inForce != nullptr)
        || (inForce != nullptr && *event.supersedes != inForce->digest))
        return fail(lawError(7, "The proposal does not supersede the policy in force."));
    CS_CHECK(scope.policies.policy(event.policy));
    if (!scope.state.opened) {
        if (scope.context.actor != scope.state.founder)
            return fail(lawError(12, "Until the workspace is open only the founder enters a policy."));
        return {};
    }
    CS_TRY(const auto policy, scope.policy());
    CS_CHECK(scope.requirePerson("propose a policy"));
    CS_CHECK(scope.requireAny(policy->governance.editors, "propose a policy"));
    CS_TRY(const auto found, compared(scope, *policy, event.policy));
    return checkDeclared(*policy, found, event.weakens, event.affected);
}

void applyEvent(Change& change, const events::PolicyProposed& event)
{
    PolicyCase policyCase;
    policyCase.index = change.context.index;
    policyCase.proposed = change.stamp();
    policyCase.proposer = change.context.actor;
    policyCase.policy = event.policy;
    policyCase.supersedes = event.supersedes;
    policyCase.weakens = event.weakens;
    policyCase.affected = event.affected;
    change.state.policyCases[policyCase.index] = std::move(policyCase);
}

Status judgeEvent(const Scope& scope, const events::PolicySignedOff& event)
{
    CS_CHECK(scope.requirePerson("sign a policy off"));
    const PolicyCase* policyCase = openCase(scope.state, event.proposal);
    if (policyCase == nullptr)
        return fail(lawError(7, "Entry %1 is no open policy proposal.", {number(event.proposal)}));
    if (policyCase->proposer == scope.context.actor)
        return fail(lawError(7, "The proposer of a policy does not sign it off."));
    CS_TRY(const auto policy, scope.policy());
    const policy::Condition* leaf = findLeaf(*policy, event.leaf);
    if (leaf == nullptr)
        return fail(lawError(7, "%1 is no condition of the policy's own governance.", {text(event.leaf)}));
    if (leaf->approval.statementDigest != event.statement)
        return fail(lawError(5, "The statement that was signed is not that of %1.", {text(event.leaf)}));
    if (!scope.holds(event.role))
        return fail(lawError(2, "%1 does not hold the role %2.", {text(scope.context.actor.text()), text(event.role)}));
    const auto& own = leaf->approval.roles;
    const auto affected = rolesThatMustSign(scope.state, *policy, *policyCase);
    const bool asked = std::find(own.begin(), own.end(), event.role) != own.end()
        || (isAlsoRequire(*policy, event.leaf)
            && std::find(affected.begin(), affected.end(), event.role) != affected.end());
    if (!asked)
        return fail(lawError(7, "The role %1 is not asked to sign %2.", {text(event.role), text(event.leaf)}));
    if (!mayFill(*leaf, scope.context.actor))
        return fail(lawError(
            7, "%1 is not among the persons whom %2 names.", {text(scope.context.actor.text()), text(event.leaf)}));
    // Who has signed may still refuse, as long as it is not in force; and signs again what has expired.
    for (const auto& signOff : policyCase->signOffs)
        if (signOff.actor == scope.context.actor && signOff.leaf == event.leaf && signOff.role == event.role
            && (!signOff.approve || event.decision == "approve")
            && (!signOff.approve || scope.time.msSince(signOff.stamp.time) < leaf->approval.expiresAfterSeconds * 1000))
            return fail(lawError(7, "%1 has signed this already.", {text(scope.context.actor.text())}));
    if (leaf->approval.commentMinLength > 0 && !event.comment)
        return fail(lawError(7, "This signature needs a comment."));
    return {};
}

void applyEvent(Change& change, const events::PolicySignedOff& event)
{
    change.state.policyCases[event.proposal].signOffs.push_back(
        {change.stamp(), change.context.actor, event.leaf, event.role, event.decision == "approve"});
}

Status judgeEvent(const Scope& scope, const events::PolicyAdopted& event)
{
    const PolicyCase* policyCase = openCase(scope.state, event.proposal);
    if (policyCase == nullptr)
        return fail(lawError(7, "Entry %1 is no open policy proposal.", {number(event.proposal)}));
    CS_CHECK(checkDocument(scope, policyCase->policy));
    const PolicyInForce* inForce = scope.state.policyInForce();
    if (policyCase->supersedes.has_value() != (inForce != nullptr)
        || (inForce != nullptr && *policyCase->supersedes != inForce->digest))
        return fail(lawError(7, "Another policy has come into force since this one was proposed."));
    if (!scope.state.opened) {
        if (scope.context.actor != scope.state.founder)
            return fail(lawError(12, "Until the workspace is open only the founder adopts a policy."));
        return {};
    }
    CS_TRY(const auto policy, scope.policy());
    CS_CHECK(scope.requireAny(policy->governance.editors, "adopt a policy"));
    // A proposal from before the opening was not asked: it would lie in wait with nobody's conditions named.
    CS_TRY(const auto found, compared(scope, *policy, policyCase->policy));
    CS_CHECK(checkDeclared(*policy, found, policyCase->weakens, policyCase->affected));
    CS_TRY(const auto next, scope.policies.policy(policyCase->policy));
    CS_CHECK(checkChangeable(scope.state, *next));
    return policyAdoptable(scope.state, *policy, *policyCase, found.protectedRemoved, scope.time);
}

void applyEvent(Change& change, const events::PolicyAdopted& event)
{
    PolicyCase& policyCase = change.state.policyCases[event.proposal];
    policyCase.adoptedAt = change.context.index;
    auto document = change.policies.policy(policyCase.policy);
    change.state.policies.push_back(
        {change.context.index, policyCase.policy, document ? std::move(*document) : nullptr});
}

Status judgeEvent(const Scope& scope, const events::PolicyWithdrawn& event)
{
    const PolicyCase* policyCase = openCase(scope.state, event.proposal);
    if (policyCase == nullptr || policyCase->proposer != scope.context.actor)
        return fail(lawError(7, "Entry %1 is no open policy proposal of yours.", {number(event.proposal)}));
    return {};
}

void applyEvent(Change& change, const events::PolicyWithdrawn& event)
{
    change.state.policyCases[event.proposal].withdrawnAt = change.context.index;
}

} // namespace cs::engine
