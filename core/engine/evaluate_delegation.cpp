// SPDX-License-Identifier: GPL-3.0-or-later
// Signing for somebody else. @source gates.md section 2.5, Delegation; ledger-events.md, delegation.given.
#include "core/engine/evaluate_subject.h"

#include "core/engine/facts.h"

#include <algorithm>

namespace cs::engine {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& what)
{
    return std::find(list.begin(), list.end(), what) != list.end();
}

/// In force by T, and given with a key that still counts.
bool isInForce(const Subject& subject, const Delegation& delegation)
{
    return !delegation.ended && delegation.given.time <= subject.at && subject.at < delegation.until
        && authorCountsStill(subject.state, delegation.from, delegation.index);
}

bool mayStandIn(const Subject& subject, const policy::Approval& leaf, ActorId person)
{
    const Actor* actor = subject.state.actor(person);
    if (actor == nullptr || actor->kind != ActorKind::Person || !hasLiveKey(*actor))
        return false;
    return leaf.delegationToRoles.empty()
        || std::any_of(leaf.delegationToRoles.begin(), leaf.delegationToRoles.end(),
            [&](const std::string& role) { return holdsRoleAt(subject.state, person, role, {}, subject.at); });
}

} // namespace

const Delegation* delegationAt(const LedgerState& state, EntryIndex index)
{
    const auto found = std::find_if(state.delegations.begin(), state.delegations.end(),
        [&](const Delegation& delegation) { return delegation.index == index; });
    return found == state.delegations.end() ? nullptr : &*found;
}

bool delegationCounts(const Subject& subject, const policy::Approval& leaf, const Delegation& delegation,
    const std::string& role, const std::string* domain)
{
    constexpr std::int64_t day = 86'400;
    const bool shortEnough = leaf.delegationMaxDays <= 0
        || delegation.until <= delegation.given.time.plusSeconds(leaf.delegationMaxDays * day);
    return leaf.delegationAllowed && shortEnough && contains(delegation.roles, role) && isInForce(subject, delegation)
        && isEligible(subject, leaf, delegation.from, role, domain) && mayStandIn(subject, leaf, delegation.to)
        && !exclusion(subject, leaf, delegation.from) && !exclusion(subject, leaf, delegation.to);
}

std::vector<const Delegation*> delegationsTo(const Subject& subject, const policy::Approval& leaf,
    const std::string& role, ActorId person, const std::string* domain)
{
    std::vector<const Delegation*> found;
    if (leaf.delegationAllowed)
        for (const Delegation& delegation : subject.state.delegations)
            if (delegation.to == person && delegationCounts(subject, leaf, delegation, role, domain))
                found.push_back(&delegation);
    return found;
}

bool speaksTwice(const Subject& subject, const RecordedDecision& decision, const std::vector<DecisionStatus>& statuses)
{
    const Delegation* own =
        decision.decision.delegation ? delegationAt(subject.state, *decision.decision.delegation) : nullptr;
    if (own == nullptr)
        return false;
    return std::any_of(statuses.begin(), statuses.end(), [&](const DecisionStatus& status) {
        const RecordedDecision& other = *status.decision;
        if (!status.live || other.kind != DecisionKind::Approve || &other == &decision)
            return false;
        if (!other.decision.delegation)
            return other.person == own->from;
        const Delegation* theirs = delegationAt(subject.state, *other.decision.delegation);
        return theirs != nullptr && theirs->from == own->from && other.person != decision.person
            && other.stamp.index < decision.stamp.index;
    });
}

} // namespace cs::engine
