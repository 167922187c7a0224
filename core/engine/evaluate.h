// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/state.h"

/// Gate evaluation: a pure function of state and time (gates.md section 2.2 – 2.6).
namespace cs::engine {

/// Strong three-valued logic; only Satisfied executes.
enum class Truth { Unsatisfied, Pending, Satisfied };

/// Why a node has its status: a stable code and arguments; words are made by the reader (explain.h, ui).
struct Reason {
    std::string code; // "measured", "missing", "stale", "wrong_producer", "nan", "vetoed", "expired", …
    std::vector<std::string> args;
};

struct Input {
    EntryIndex entry = -1;
    std::string value;
    UtcTime measuredAt;
};

struct Needed { // approvals
    std::vector<std::string> roles;
    std::int64_t count = 0, have = 0;
    std::vector<ActorId> eligible; // may still sign it, exclusions applied
    std::vector<std::pair<ActorId, std::string>> excluded; // holder → why ("proposer", "contributor", "author", …)
    std::vector<ActorId> signers; // whose live signatures fill it after matching
};

struct NodeResult {
    const policy::Condition* condition = nullptr; // lives in the policy document kept by GateResult
    Truth status = Truth::Pending;
    bool notApplicable = false;
    bool stale = false; // pending because something that was true expired or changed
    bool vetoed = false;
    Reason reason;
    std::string value, bound; // as measured and as demanded: "0.994", "≥ 0.98"
    std::optional<Stamp> since; // last entry that it rests on
    std::optional<UtcTime> validUntil;
    std::vector<Input> inputs; // entries it rests on
    std::vector<Input> attempts; // earlier results that a later one replaced
    Needed needed;
    std::vector<NodeResult> children;
    const std::string& id() const { return condition->id; }
};

/// A decision and whether it still counts (law 5).
struct DecisionStatus {
    const RecordedDecision* decision = nullptr;
    bool live = false;
    std::string staleBecause; // snapshot part or rule that reset it; "expired", "withdrawn", "role_lost", "key_revoked"
};

struct LeftItem { // the cheapest way to a satisfied gate
    std::string leaf, title;
    bool approval = false;
    std::vector<std::string> roles; // who may sign, or who may produce the fact
    std::int64_t missing = 1;
};

struct FreezeStatus {
    std::string id, title;
    UtcTime closedSince, opensAt;
    bool excepted = false;
};

struct GateResult {
    Truth verdict = Truth::Pending; // all(pinned gate, gate in force), holds and freezes not included
    std::shared_ptr<const policy::Policy> pinnedPolicy, currentPolicy;
    NodeResult pinned;
    std::optional<NodeResult> current; // only if another revision is in force
    std::vector<DecisionStatus> decisions;
    std::vector<LeftItem> left;
    std::vector<std::string> deadlocked; // leaves nobody can fill
    std::vector<FreezeStatus> freezes; // closed now
    std::optional<Reason> blocked; // expired, held, overdue review, frozen, no rollback target …: besides the tree
    std::optional<UtcTime> expiresAt; // of the proposal
    std::size_t passedLeaves = 0, applicableLeaves = 0;
    bool allFactsByOneKey = false;
    bool executable() const { return verdict == Truth::Satisfied && !blocked; }
};

/// Evaluates the gate of a promotion at time @p at on the state as it is (judged as if the next entry came now).
/// @param offsets of weekly freezes, as an execution recorded them; empty: this machine's tz data (a forecast).
/// @returns CS-ENGINE-POLICY-MISSING if the bytes of a policy revision that it needs are not there.
Result<GateResult> evaluateGate(const LedgerState& state, const Promotion& promotion, UtcTime at,
    const std::vector<events::FreezeOffset>& offsets = {});

/// The same as if @p draft had been pinned and in force: what would it have said? Nothing of the ledger is changed.
/// @returns CS-ENGINE-NO-TRANSITION where the draft has no such gate.
Result<GateResult> evaluateUnder(const LedgerState& state, const Promotion& promotion,
    const std::shared_ptr<const policy::Policy>& draft, UtcTime at,
    const std::vector<events::FreezeOffset>& offsets = {});

/// A gate of a policy on a version without promotion: "what would be asked" (before a proposal is made).
Result<GateResult> previewGate(const LedgerState& state, VersionId version, const std::string& transition,
    const std::string& endpoint, ActorId proposer, UtcTime at);

/// Statuses of all check leaves of a promotion's gates, tree order: for the snapshot part `checks` and regressions.
std::vector<std::pair<const policy::Condition*, NodeResult>> checkLeaves(
    const LedgerState& state, const Promotion& promotion, UtcTime at);

/// The snapshot (ledger-events.md section 5).
using Parts = std::map<std::string, std::string>;
Result<Parts> snapshotParts(const LedgerState& state, const Promotion& promotion, UtcTime at);
/// SHA-256("countersign-snapshot/1\n" ‖ J).
Digest snapshotDigest(const Parts& parts);

/// Leaves of the promotion's gates that this person could fill now with one signature in that role, with statements;
/// empty with a reason where they could not.
struct FillableLeaf {
    const policy::Condition* condition = nullptr;
    std::string role;
    std::optional<EntryIndex> delegation; ///< Signed for its giver, who holds the role.
};
struct Fillable {
    std::vector<FillableLeaf> leaves;
    std::vector<std::pair<std::string, std::string>> refused; // leaf → why not
};
Fillable fillableLeaves(const LedgerState& state, const Promotion& promotion, ActorId person, UtcTime at);

} // namespace cs::engine
