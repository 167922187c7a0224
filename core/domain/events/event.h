// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/events/canary_events.h"
#include "core/domain/events/model_events.h"
#include "core/domain/events/policy_events.h"
#include "core/domain/events/promotion_events.h"
#include "core/domain/events/registry_events.h"
#include "core/domain/events/version_events.h"
#include "core/domain/events/workspace_events.h"

#include <variant>

namespace cs::events {

/// Every event of the catalogue. The order has no meaning outside this program.
using Event = std::variant<WorkspaceCreated, FoundingAccepted, WorkspaceOpened, AuthorityProposed, AuthorityEndorsed,
    AuthorityWithdrawn, CardReplaced, BlobErased, HoldSet, HoldEnded, DelegationGiven, DelegationEnded, TimeAnchored,
    ExportRecorded, VerificationRecorded, PolicyProposed, PolicySignedOff, PolicyAdopted, PolicyWithdrawn,
    ModelRegistered, ModelDescribed, ModelTagsSet, ModelServingSet, FindingOpened, FindingClosed, RecordFiled,
    VersionRegistered, VersionAmended, EvidenceAttached, EvidenceWithdrawn, ResultReported, LeaseTaken, StepSet,
    CanaryWindow, CanaryBreached, RollbackIntended, RollbackExecuted, RollbackJournaled, RollbackRemedied,
    RollbackHoldLifted, DrillRecorded, PromotionProposed, PromotionRevised, PromotionApproved, PromotionRejected,
    ChangesRequested, DecisionWithdrawn, PromotionCommented, PromotionExecuted, PromotionWithdrawn,
    BreakglassAuthorised, BreakglassReviewed, RegistryAdded, RegistryChanged, RegistryRemoved, RegistryObserved,
    RegistryWritten>;

/// Type name of an event as it stands in the payload.
std::string_view typeOf(const Event& event);
/// Number of a type within this program, for tables that it alone reads, and its name (static text).
std::size_t typeIndex(std::string_view type);
std::string_view typeAt(std::size_t index);
/// True if this program knows version 1 of that type.
bool isKnownType(std::string_view type);
/// Body → event. @returns CS-DOMAIN-NEWER for an unknown type or version (law 14: a newer ledger),
/// CS-DOMAIN-BODY for a body that is not of its shape.
Result<Event> decode(std::string_view type, std::int64_t v, json::Value body);
/// Event → body as JSON, members in their order.
std::string encodeBody(const Event& event);

} // namespace cs::events
