// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/evaluate_subject.h"

/// What the evaluation of one promotion rests on. Internal to the evaluation.
namespace cs::engine {

struct PromotionPolicies {
    std::shared_ptr<const policy::Policy> pinned, current;
    std::string from, to; ///< Of the transition under the pinned revision.
};
PromotionPolicies policiesOf(const LedgerState& state, const Promotion& promotion);
/// The gate of the transition under a policy: by its id, else by the same two states; null where it is forbidden.
const policy::Gate* gateFor(
    const PromotionPolicies& policies, const policy::Policy& policy, const std::string& transition);

/// None if the version or the model is not in the state.
std::optional<Subject> subjectOf(
    const LedgerState& state, const policy::Policy& policy, const Promotion& promotion, UtcTime at);
std::vector<DecisionStatus> decisionStatuses(const LedgerState& state, const Promotion& promotion, UtcTime at);

/// The snapshot without `checks`, which no rule compares.
Result<Parts> comparedParts(const LedgerState& state, const Promotion& promotion, UtcTime at);

/// Approval leaves of the gates of both revisions with that id.
std::vector<const policy::Condition*> approvalLeaves(
    const PromotionPolicies& policies, const std::string& transition, std::string_view id);

/// What stops the promotion besides its tree, or none.
std::optional<Reason> blockedBy(const LedgerState& state, const Promotion& promotion, const PromotionPolicies& policies,
    const std::vector<FreezeStatus>& freezes, UtcTime at);

} // namespace cs::engine
