// SPDX-License-Identifier: GPL-3.0-or-later
// Who may fill an approval leaf, and whose signature does. @source gates.md section 2.5.
#include "core/engine/evaluate_subject.h"

#include "core/engine/facts.h"

#include <algorithm>

namespace cs::engine {
namespace {

bool approvedBefore(const Subject& subject, const policy::Approval& leaf, ActorId person)
{
    for (const PromotionId id : subject.version.promotions) {
        const Promotion* other = subject.state.promotions.find(id.index());
        if (other == nullptr
            || std::find(leaf.distinctFromApproversOf.begin(), leaf.distinctFromApproversOf.end(), other->transition)
                == leaf.distinctFromApproversOf.end())
            continue;
        if (subject.promotion != nullptr && other->id == subject.promotion->id)
            continue;
        for (const RecordedDecision& decision : other->decisions)
            if (decision.person == person && decision.kind == DecisionKind::Approve && !decision.withdrawn)
                return true;
    }
    return false;
}

/// Every piece of the kinds that was there at signing, and still is, had been opened.
bool sawEvidence(const Subject& subject, const policy::Approval& leaf, const RecordedDecision& decision)
{
    const auto& viewed = decision.decision.viewed;
    return std::all_of(subject.version.evidence.begin(), subject.version.evidence.end(), [&](const EvidenceItem& item) {
        const bool asked = !item.withdrawn && item.attached.index < decision.stamp.index
            && std::find(leaf.evidenceViewed.begin(), leaf.evidenceViewed.end(), item.kind)
                != leaf.evidenceViewed.end();
        return !asked || std::find(viewed.begin(), viewed.end(), item.sha) != viewed.end();
    });
}

bool names(const RecordedDecision& decision, const policy::Condition& leaf)
{
    return std::any_of(decision.decision.leaves.begin(), decision.decision.leaves.end(),
        [&](const events::SignedLeaf& item) { return item.leaf == leaf.id; });
}

} // namespace

bool isNamed(const policy::Approval& leaf, ActorId person)
{
    return leaf.named.empty() || std::find(leaf.named.begin(), leaf.named.end(), person.text()) != leaf.named.end();
}

std::optional<std::string> exclusion(const Subject& subject, const policy::Approval& leaf, ActorId person)
{
    if (leaf.distinctFromProposer && person == subject.proposer)
        return "proposer";
    if (leaf.distinctFromContributors
        && std::find(subject.makers.begin(), subject.makers.end(), person) != subject.makers.end()) {
        const auto& contributors = subject.version.description.contributors;
        const bool contributed = std::find(contributors.begin(), contributors.end(), person) != contributors.end();
        return contributed ? "contributor" : "author";
    }
    if (!leaf.distinctFromApproversOf.empty() && approvedBefore(subject, leaf, person))
        return "approver";
    return std::nullopt;
}

std::vector<std::string> domainsOf(const Subject& subject, const policy::Approval& leaf)
{
    if (!leaf.affectedDomains)
        return {std::string()};
    const auto tag = subject.tags.find("affected_domains");
    return tag == subject.tags.end() ? std::vector<std::string>() : splitLabels(tag->second);
}

bool isEligible(const Subject& subject, const policy::Approval& leaf, ActorId person, const std::string& role,
    const std::string* domain)
{
    const Actor* actor = subject.state.actor(person);
    if (actor == nullptr || actor->kind != ActorKind::Person || !hasLiveKey(*actor) || !isNamed(leaf, person))
        return false;
    if (std::find(leaf.roles.begin(), leaf.roles.end(), role) == leaf.roles.end())
        return false;
    RoleQuery query{std::nullopt, leaf.affectedDomains, subject.opened};
    if (leaf.affectedDomains) {
        if (domain == nullptr)
            return false;
        query.domain = *domain;
    } else if (const auto own = subject.tags.find("business_domain"); own != subject.tags.end()) {
        query.domain = own->second;
    }
    return holdsRoleAt(subject.state, person, role, query, subject.at);
}

std::optional<Reason> notSignable(const Subject& subject, const policy::Approval& leaf)
{
    if (leaf.distinctFromContributors && subject.version.description.contributors.empty())
        return Reason{"contributors_unknown", {}};
    if (leaf.affectedDomains && domainsOf(subject, leaf).empty())
        return Reason{"no_affected_domains", {}};
    for (const auto& kind : leaf.evidenceViewed) {
        const bool there = std::any_of(subject.version.evidence.begin(), subject.version.evidence.end(),
            [&](const EvidenceItem& item) { return item.kind == kind && !item.withdrawn; });
        if (!there)
            return Reason{"nothing_to_view", {kind}};
    }
    return std::nullopt;
}

const RecordedDecision* vetoOf(
    const Subject& subject, const policy::Condition& leaf, const std::vector<DecisionStatus>& statuses)
{
    if (!leaf.approval.rejectIsVeto)
        return nullptr;
    for (const DecisionStatus& status : statuses) {
        const RecordedDecision& decision = *status.decision;
        if (decision.kind == DecisionKind::Approve || decision.withdrawn || !names(decision, leaf)
            || !countsStill(subject.state, decision.key, decision.stamp.index))
            continue;
        // A request for changes falls with the next round; a rejection stands until its signer withdraws it.
        if (decision.kind == DecisionKind::Reject
            || (subject.promotion != nullptr && decision.round == subject.promotion->round))
            return &decision;
    }
    return nullptr;
}

bool countsForLeaf(
    const Subject& subject, const policy::Condition& leaf, const RecordedDecision& decision, const std::string* domain)
{
    const policy::Approval& approval = leaf.approval;
    const bool signedThis = std::any_of(
        decision.decision.leaves.begin(), decision.decision.leaves.end(), [&](const events::SignedLeaf& item) {
            return item.leaf == leaf.id && item.statement == approval.statementDigest;
        });
    if (!signedThis || decision.kind != DecisionKind::Approve
        || subject.at >= decision.stamp.time.plusSeconds(approval.expiresAfterSeconds)
        || !sawEvidence(subject, approval, decision))
        return false;
    if (decision.decision.delegation) {
        const Delegation* delegation = delegationAt(subject.state, *decision.decision.delegation);
        return delegation != nullptr && delegation->to == decision.person
            && delegationCounts(subject, approval, *delegation, decision.decision.role, domain);
    }
    return isEligible(subject, approval, decision.person, decision.decision.role, domain)
        && !exclusion(subject, approval, decision.person);
}

std::vector<ActorId> eligiblePersons(const Subject& subject, const policy::Approval& leaf, const std::string* domain,
    std::vector<std::pair<ActorId, std::string>>* excluded)
{
    std::vector<ActorId> persons;
    for (const auto& [id, actor] : subject.state.actors) {
        if (actor.kind != ActorKind::Person)
            continue;
        const bool holds = std::any_of(leaf.roles.begin(), leaf.roles.end(),
            [&](const std::string& role) { return isEligible(subject, leaf, id, role, domain); });
        if (!holds)
            continue;
        auto why = exclusion(subject, leaf, id);
        if (!why)
            persons.push_back(id);
        else if (excluded != nullptr)
            excluded->emplace_back(id, *std::move(why));
    }
    for (const Delegation& delegation : subject.state.delegations) {
        const bool counts = std::any_of(leaf.roles.begin(), leaf.roles.end(),
            [&](const std::string& role) { return delegationCounts(subject, leaf, delegation, role, domain); });
        if (counts && std::find(persons.begin(), persons.end(), delegation.to) == persons.end())
            persons.push_back(delegation.to);
    }
    return persons;
}

} // namespace cs::engine
