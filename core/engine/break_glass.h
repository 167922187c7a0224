// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/evaluate.h"

/// Emergencies (law 11): what a policy lets two persons override, what they never can, and what they owe afterwards.
/// @source gates.md section 2.7.
namespace cs::engine {

/// One of the policy's lists of authorisers, and whose signature fills it.
struct GlassSlot {
    std::int64_t slot = 0;
    std::vector<std::string> roles;
    std::optional<ActorId> signer;
    std::vector<ActorId> eligible; ///< May still sign it: holders who are not excluded and have not signed another.
};

/// A condition of the gate and what an emergency does with it.
struct GlassLeaf {
    std::string id, title;
    bool approval = false;
    std::vector<std::string> roles; ///< Who signs it, or produces its fact.
    Truth status = Truth::Pending;
};

/// Where the authorisation of an open promotion stands at a time.
struct BreakGlass {
    std::optional<Reason> refused; ///< Why there can be none: "not_granted", "quota", "closed", …
    std::int64_t reasonMinLength = 0, ttlSeconds = 0;
    bool incidentRequired = true;
    std::int64_t quota = 0, used = 0; ///< Executions of the model in 90 days.
    std::vector<GlassSlot> slots; ///< Of the policy in force.
    std::int64_t personsNeeded = 0, persons = 0;
    bool authorised = false; ///< Every list has its own person.
    std::optional<UtcTime> until; ///< The first signature that it rests on dies then.
    std::vector<std::string> neverSkips; ///< As the two policies name them, joined.
    std::vector<GlassLeaf> kept; ///< What is never skipped, with its status.
    std::vector<GlassLeaf> overridden; ///< What is not satisfied and would be skipped.
    std::vector<FreezeStatus> freezes; ///< Closed now; an emergency passes them.
    Truth keptVerdict = Truth::Pending;
    std::optional<Reason> blocked; ///< What stops it besides: held, wrong stage, …
    bool executable() const { return !refused && authorised && keptVerdict == Truth::Satisfied && !blocked; }
};
/// @returns CS-ENGINE-POLICY-MISSING as evaluateGate().
Result<BreakGlass> breakGlass(const LedgerState& state, const Promotion& promotion, UtcTime at);
/// May this person sign that list now? @returns CS-LAW-02 or CS-LAW-11 with the reason.
Status mayAuthorise(
    const LedgerState& state, const Promotion& promotion, ActorId person, std::int64_t slot, UtcTime at);

/// A condition of the retrospective review.
struct GlassReviewLeaf {
    const policy::Condition* condition = nullptr; ///< Lives in GlassReview::policy.
    std::int64_t have = 0;
    std::vector<ActorId> signers; ///< Who has approved it, counted or not.
    std::vector<ActorId> eligible; ///< May still sign it.
    std::optional<ActorId> rejectedBy;
};
/// What an execution by break-glass owes. The rules are those that were in force when it was executed.
struct GlassReview {
    std::shared_ptr<const policy::Policy> policy;
    UtcTime due;
    bool satisfied = false;
    bool rolledBack = false;
    std::vector<GlassReviewLeaf> leaves;
    bool owed() const { return !satisfied && !rolledBack; }
    bool overdue(UtcTime at) const { return owed() && at > due; }
};
/// None for a promotion that was not executed by break-glass, or whose execution never took effect.
std::optional<GlassReview> glassReview(const LedgerState& state, const Promotion& promotion, UtcTime at);
/// May this person sign that condition of the review? @returns CS-LAW-02, CS-LAW-06 or CS-LAW-11.
Status mayReview(
    const LedgerState& state, const Promotion& promotion, ActorId person, const std::string& leaf, UtcTime at);
/// An execution of the model whose review is overdue: until it is signed or rolled back the model is held.
std::optional<PromotionId> overdueGlass(const LedgerState& state, const Model& model, UtcTime at);

} // namespace cs::engine
