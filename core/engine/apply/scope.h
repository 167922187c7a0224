// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/laws.h"

#include <initializer_list>
#include <string_view>

/// Shared by the files of this folder: one judgement in progress.
namespace cs::engine {

struct Scope {
    const LedgerState& state;
    const EntryContext& context;
    UtcTime time; // T of this entry
    const Actor* actor; // null only for entry 0
    PolicySource& policies;

    Stamp stamp() const { return {context.index, time}; }
    bool isPerson() const { return actor != nullptr && actor->kind == ActorKind::Person; }
    bool isAdmin() const { return actor != nullptr && state.admins.contains(actor->id); }
    /// At this entry's own T: a role that lapsed in a silent gap has lapsed.
    bool holds(std::string_view role) const;
    bool holdsAny(const std::vector<std::string>& roles) const;
    /// The policy in force. @returns CS-LAW-04 before one is adopted, CS-STORE-BLOB-MISSING without its bytes.
    Result<std::shared_ptr<const policy::Policy>> policy() const;
    /// Law 2: the holder may sign this type. The roles are fixed by rules 1, not by the policy.
    Status requireRole(std::initializer_list<std::string_view> roles, const char* what) const;
    Status requireAny(const std::vector<std::string>& roles, const char* what) const;
    Status requirePerson(const char* what) const;
    /// Law 13: an instant named in a body is not in this entry's future.
    Status notInFuture(UtcTime instant, const char* what) const;
};

/// A mutation in progress: the same names, but the state may be changed.
struct Change {
    LedgerState& state;
    const EntryContext& context;
    UtcTime time;
    PolicySource& policies;
    Stamp stamp() const { return {context.index, time}; }
};

namespace rules {
inline constexpr std::int64_t backwardsMs = 300'000;
inline constexpr std::int64_t quotaService = 100'000;
inline constexpr std::int64_t quotaPerson = 2'000;
inline constexpr std::int64_t supported = 1;
inline constexpr std::int64_t westmostSeconds = -12 * 3600;
inline constexpr std::int64_t eastmostSeconds = 14 * 3600;
} // namespace rules

QString text(std::string_view utf8);
QString number(std::int64_t value);

// One pair for every event: what the laws say, and what it does.
#define CS_EVENT(T)                                                                                                    \
    Status judgeEvent(const Scope& scope, const events::T& event);                                                     \
    void applyEvent(Change& change, const events::T& event)
CS_EVENT(WorkspaceCreated);
CS_EVENT(FoundingAccepted);
CS_EVENT(WorkspaceOpened);
CS_EVENT(AuthorityProposed);
CS_EVENT(AuthorityEndorsed);
CS_EVENT(AuthorityWithdrawn);
CS_EVENT(CardReplaced);
CS_EVENT(BlobErased);
CS_EVENT(HoldSet);
CS_EVENT(HoldEnded);
CS_EVENT(DelegationGiven);
CS_EVENT(DelegationEnded);
CS_EVENT(TimeAnchored);
CS_EVENT(ExportRecorded);
CS_EVENT(VerificationRecorded);
CS_EVENT(PolicyProposed);
CS_EVENT(PolicySignedOff);
CS_EVENT(PolicyAdopted);
CS_EVENT(PolicyWithdrawn);
CS_EVENT(ModelRegistered);
CS_EVENT(ModelDescribed);
CS_EVENT(ModelTagsSet);
CS_EVENT(ModelServingSet);
CS_EVENT(FindingOpened);
CS_EVENT(FindingClosed);
CS_EVENT(RecordFiled);
CS_EVENT(VersionRegistered);
CS_EVENT(VersionAmended);
CS_EVENT(EvidenceAttached);
CS_EVENT(EvidenceWithdrawn);
CS_EVENT(ResultReported);
CS_EVENT(LeaseTaken);
CS_EVENT(StepSet);
CS_EVENT(CanaryWindow);
CS_EVENT(CanaryBreached);
CS_EVENT(RollbackIntended);
CS_EVENT(RollbackExecuted);
CS_EVENT(RollbackJournaled);
CS_EVENT(RollbackRemedied);
CS_EVENT(RollbackHoldLifted);
CS_EVENT(DrillRecorded);
CS_EVENT(PromotionProposed);
CS_EVENT(PromotionRevised);
CS_EVENT(PromotionApproved);
CS_EVENT(PromotionRejected);
CS_EVENT(ChangesRequested);
CS_EVENT(DecisionWithdrawn);
CS_EVENT(PromotionCommented);
CS_EVENT(PromotionExecuted);
CS_EVENT(PromotionWithdrawn);
CS_EVENT(BreakglassAuthorised);
CS_EVENT(BreakglassReviewed);
CS_EVENT(RegistryAdded);
CS_EVENT(RegistryChanged);
CS_EVENT(RegistryRemoved);
CS_EVENT(RegistryObserved);
CS_EVENT(RegistryWritten);
#undef CS_EVENT

/// Had this version been executed into the stage, with the bytes that it has now (law 8)?
bool wasExecutedInto(const Version& version, std::string_view stage);
/// Facts moved: leaves of the open promotions with decisions that turned from satisfied to unsatisfied are noted.
/// @param version limits it to the promotions of that version (and of its model if the fact is the model's).
void noteRegressions(Change& change, ModelId model);
/// The version enters a stage; promotions of it that began elsewhere are superseded.
void moveVersion(Change& change, VersionId version, const std::string& state, const char* cause, PromotionId promotion);
/// After a clock correction: recomputes T from the signed times with the corrected ranges left out, and puts it into
/// every stamp (ledger-events.md section 4, correct_clock).
void restamp(LedgerState& state);
/// After a key was revoked as compromised: what its entries had signed for open changes is taken back, and what rested
/// on them becomes a finding (law 12).
void takeBack(Change& change, const PublicKey& key, EntryIndex since);
/// Law 13: a weekly freeze is judged by the offset that the entry records, never by the reader's tz data.
Status checkFreezeOffsets(const Scope& scope, const Promotion& promotion, const events::PromotionExecuted& event);
/// Effects of an executed promotion: now, or at its confirming anchor.
void takeEffect(Change& change, Promotion& promotion);

} // namespace cs::engine
