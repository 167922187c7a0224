// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/evaluate_subject.h"

#include <array>

/// What the evaluation of one promotion rests on. Internal to the evaluation.
namespace cs::engine {

struct PromotionPolicies {
    std::shared_ptr<const policy::Policy> pinned, current;
    std::string_view from, to; ///< Of the transition under the pinned revision.
    /// Those that apply, each revision once; null where one is missing or is the other.
    std::array<const policy::Policy*, 2> each() const
    {
        return {pinned.get(), current == pinned ? nullptr : current.get()};
    }
};
PromotionPolicies policiesOf(const LedgerState& state, const Promotion& promotion);
/// The gate of the transition under a policy: by its id, else by the same two states; null where it is forbidden.
const policy::Gate* gateFor(
    const PromotionPolicies& policies, const policy::Policy& policy, const std::string& transition);

/// Without a promotion: nobody proposes, nothing was decided. None if the version or the model is not in the state.
std::optional<Subject> subjectOfVersion(
    const LedgerState& state, const policy::Policy& policy, VersionId id, UtcTime at);
/// None if the version or the model is not in the state.
std::optional<Subject> subjectOf(
    const LedgerState& state, const policy::Policy& policy, const Promotion& promotion, UtcTime at);
/// @param subject of the promotion under the pinned revision.
std::vector<DecisionStatus> decisionStatuses(const Subject& subject, const PromotionPolicies& policies);

/// The snapshot without `checks`, which no rule compares. Both revisions are there.
Parts comparedParts(const Subject& subject, const PromotionPolicies& policies);
/// Which part or rule makes the decision stale today; empty if it is live (expiry included).
std::string staleReason(
    const Subject& subject, const PromotionPolicies& policies, const RecordedDecision& decision, const Parts& today);

/// Freezes of the policy in force and the pinned one that stop this promotion, excepted ones marked.
/// @param subject of the promotion under the pinned revision. @param recorded offsets of the execution that is judged;
/// empty: this machine's.
std::vector<FreezeStatus> closedFreezes(const Subject& subject, const PromotionPolicies& policies,
    const std::vector<DecisionStatus>& statuses, const std::vector<events::FreezeOffset>& recorded = {});

/// Approval leaves of the gates of both revisions with that id.
std::vector<const policy::Condition*> approvalLeaves(
    const PromotionPolicies& policies, const std::string& transition, std::string_view id);

/// What stops the promotion besides its tree, or none.
std::optional<Reason> blockedBy(const LedgerState& state, const Promotion& promotion, const PromotionPolicies& policies,
    const std::vector<FreezeStatus>& freezes, UtcTime at);

} // namespace cs::engine
