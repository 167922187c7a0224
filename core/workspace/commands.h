// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/session.h"

/// What a person or pipeline means, made into events: the one place where console and command line meet.
/// Each builds the event (with parts, statements, commitments), and submits it or hands it out to be looked at first.
namespace cs::commands {

struct Draft { // an event with the blobs that it commits to
    events::Event event;
    std::vector<Erasable> erasables;
};

enum class Verdict { Approve, Reject, RequestChanges };
struct DecisionRequest {
    PromotionId promotion;
    Verdict verdict = Verdict::Approve;
    std::string role; // empty: the only role in which the person can sign, else CS-WORKSPACE-ROLE asks for one
    std::vector<std::string> leaves; // empty: all that this role could fill
    std::vector<Digest> viewed; // evidence digests that were opened
    std::string comment;
    std::optional<EntryIndex> delegation; // sign for its giver; none: in a role of one's own, if there is one
};
/// Freezes the snapshot of this moment. @returns CS-WORKSPACE-… or the law that would refuse it.
Result<Draft> decision(const Session& session, ActorId person, const DecisionRequest& request, UtcTime now);

struct ProposeRequest {
    VersionId version;
    std::string transition, endpoint, text;
    std::string rollbackTarget; // v…, fallback, none; empty: what the policy's rollback would reinstate
};
Result<Draft> propose(const Session& session, ActorId actor, const ProposeRequest& request);
Result<Draft> revise(const Session& session, PromotionId promotion, std::string text);
Result<Draft> comment(const Session& session, PromotionId promotion, std::optional<EntryIndex> about, std::string text);
Result<Draft> withdraw(const Session& session, PromotionId promotion, std::string reason);
Result<Draft> withdrawDecision(const Session& session, EntryIndex decision, std::string reason);
/// @param basis "gate" or "break_glass".
Result<Draft> execute(const Session& session, PromotionId promotion, UtcTime now, const std::string& basis = "gate");

/// A signature under an emergency: before it, or after. @source ledger-events.md, breakglass.authorised and reviewed
struct BreakGlassRequest {
    PromotionId promotion;
    enum class What { Authorise, Review } what = What::Authorise;
    std::string text; // the reason; the comment of a review
    std::string incident;
    std::optional<std::int64_t> slot; // which list of the policy; none: the one that the person can fill
    std::string leaf; // of the review; empty: the one that the person can fill
    bool approve = true;
};
Result<Draft> breakGlass(const Session& session, ActorId person, const BreakGlassRequest& request, UtcTime now);

Result<Draft> delegate(
    const Session& session, ActorId to, std::vector<std::string> roles, UtcTime until, std::string reason);

/// Rolls a version back out of its present state by a person: intent and execution. `to` empty: what law 8 allows.
struct RollbackRequest {
    VersionId version;
    std::string endpoint, reason;
    std::string to; // v…, fallback or none
    std::string verifiedBy; // method: probe, alias, manual
    std::string served; // what the endpoint was seen serving
    std::int64_t probes = 0;
};
Result<Draft> rollbackIntent(const Session& session, const RollbackRequest& request, UtcTime now);
Result<Draft> rollbackExecution(const Session& session, const RollbackRequest& request, EntryIndex intent, UtcTime now);

/// Submits a draft.
Result<Appended> submit(Session& session, const Draft& draft, const Signer& signer);

} // namespace cs::commands
