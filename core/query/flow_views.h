// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

/// The stage-gate picture as values: stages, the gates between them, versions on their way, ways back, freezes.
namespace cs::query {

/// What of the workspace is shown; everything empty: all of it.
struct FlowFilter {
    std::optional<ModelId> model;
    std::string text; // stands in the model's name
    std::string domain;
    std::vector<std::string> risks; // risk tiers that are shown
    bool operator==(const FlowFilter&) const = default;
    bool isEmpty() const { return !model && text.empty() && domain.empty() && risks.empty(); }
};

/// What a card says below the version's label, besides what the stage says already.
enum class CardSays {
    Nothing,
    Left, // `left` of `total` conditions
    Ready,
    Refused,
    ChangesAsked,
    Expired,
    ApprovalStale,
    CheckFails, // `detail` names it
    Frozen,
    Blocked,
    Breach, // `detail` names the guardrail
    Held, // rolled back, the hold stands
    OutOfGovernance, // an open finding names the version
    Serves // full traffic, nothing open
};

struct FlowRamp { // of a canary
    std::vector<double> steps; // percent of the traffic, as the policy wants them
    double now = 0;
};

struct FlowCard {
    VersionId version;
    ModelId model;
    std::string modelName, label, stage;
    CardSays says = CardSays::Nothing;
    std::size_t left = 0, total = 0;
    std::string detail;
    std::optional<PromotionId> promotion; // the newest open one
    std::int64_t promotionNumber = 0;
    std::string transition; // of that promotion
    bool waitsForMe = false;
    std::optional<FlowRamp> ramp;
    UtcTime since; // in this stage
};

/// Instead of cards where there are too many: one bar a model.
struct FlowBar {
    ModelId model;
    std::string modelName;
    std::size_t versions = 0;
};

struct FlowStage {
    std::string id, label, kind, exposure; // exposure: none, shadow, slice, subset, full
    bool extra = false; // stands below, off the way from the first stage to the last
    std::size_t count = 0; // versions of the filter in it
    std::vector<FlowCard> cards; // at most FlowView::cardsMax, what waits first
    std::vector<FlowBar> bars; // at most FlowView::barsMax, the longest first
    std::size_t barModels = 0; // models that have a bar, shown or not
};

struct FlowApprover { // one approval condition of a gate
    std::vector<std::string> roles; // ids
    std::string title; // "Product owner or business owner"
    std::int64_t count = 1;
    std::string mark; // "REG", "HIGH", "SEC", "RC" … where it applies only sometimes
    std::string when; // the same as an English clause
    bool mine = false; // the signed-in person holds one of the roles
};

struct FlowAnswerable { // a role of the matrix that is accountable for a transition
    std::string role, title; // role: the policy's, for the badge
    std::string when; // as an English clause; empty: without overlays
    std::vector<std::string> holders; // printed names
};

struct FlowOpen { // an open promotion of a gate
    PromotionId id;
    std::int64_t number = 0;
    VersionId version;
    std::string title, statusLine;
    std::size_t passed = 0, total = 0;
    bool judged = false, stale = false, waitsForMe = false;
};

struct FlowGate {
    std::string transition, label, title, from, to, fromLabel, toLabel, kind;
    bool automatic = false; // executes by itself once it is satisfied
    bool proposable = true;
    std::size_t conditions = 0;
    std::vector<std::pair<std::string, std::string>> producers; // service roles that report facts: id, title
    std::vector<FlowApprover> approvers;
    std::vector<std::string> proposers; // role titles
    std::vector<FlowAnswerable> accountable; // who answers for it: without overlays first, then where it changes
    std::size_t open = 0, judged = 0, stale = 0, waitsForMe = 0; // of the filter; stale and mine among the judged
    std::vector<FlowOpen> promotions; // newest first, at most FlowView::openMax
    std::optional<FlowOpen> best; // the furthest of the judged
    std::optional<UtcTime> frozenUntil;
    GateNode tree; // conditions as the policy has them, without a verdict
};

struct FlowWayBack {
    std::string transition, label, from, to;
    bool reinstatement = false; // through a gate; else a rollback
    bool automation = false;
    std::string restores; // previous_production, previous_in_state, none; a version's label where one model is shown
    bool restoresVersion = false;
    std::optional<std::int64_t> budgetSeconds;
    std::optional<UtcTime> rehearsedAt; // the oldest of the latest passed drills of what stands there
    std::size_t unrehearsed = 0; // models there without one
    std::int64_t drillPeriodDays = 0;
    bool drilled = false; // the policy wants this way rehearsed
};

struct FlowFreeze {
    std::string id, title, when;
    std::vector<std::string> transitions, labels; // ids; "Canary → Production"
    bool closed = false; // now
    UtcTime from, until;
    bool exception = false; // may be signed
};

struct FlowView {
    static constexpr std::size_t cardsMax = 4, barsMax = 6, openMax = 30, aggregateAbove = 200;

    std::int64_t policyRevision = 0;
    std::optional<UtcTime> policySince;
    std::vector<FlowStage> stages; // the way first, in order; then the extra ones
    std::vector<FlowGate> gates; // in the policy's order
    std::vector<FlowWayBack> ways;
    std::vector<FlowFreeze> freezes; // in force, or closing within 30 days; soonest first
    std::size_t versions = 0, models = 0, allVersions = 0, allModels = 0;
    bool aggregated = false;
    std::vector<std::pair<ModelId, std::string>> modelChoices; // by name
    std::vector<std::string> domainChoices, riskChoices;
    std::string modelName; // of the filter's model
};

/// What happened in a week, and how long it takes.
struct FlowWeek {
    UtcTime from;
    std::size_t executed = 0, ended = 0; // ended: withdrawn, superseded
};
struct FlowLead {
    std::string transition, title; // "Canary → Production"
    std::size_t executed = 0;
    std::int64_t medianSeconds = 0, p90Seconds = 0; // from the proposal to the execution
};
struct FlowPace {
    std::vector<FlowWeek> weeks; // oldest first, Mondays in UTC
    std::vector<FlowLead> leads; // in the policy's order
};

/// A way that a version could be proposed to go, and what stands against it.
struct ProposalOption {
    std::string transition, label, title, from, fromLabel, to, toLabel, gate;
    ActionState state;
    bool here = false; // begins where the version is
    std::size_t passed = 0, total = 0;
    std::optional<GateNode> tree; // as it would be judged now; only where it begins here
    std::vector<std::string> missing, asked; // sentences: facts that are missing; signatures, of whom
    std::vector<std::pair<std::string, std::string>> targets; // rollback targets: value, label; the default first
    std::vector<std::string> warnings;
    std::optional<std::int64_t> replaces; // number of an open promotion that it supersedes
};
struct ProposalView {
    VersionId version;
    ModelId model;
    std::string modelName, versionLabel, stage, stageLabel, endpoint; // endpoint: on record, or empty
    std::vector<ProposalOption> options; // those that begin here first
};

} // namespace cs::query
