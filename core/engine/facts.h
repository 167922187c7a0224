// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/state.h"

/// What gates read of the state besides results: roles at a time, tags, derived facts.
namespace cs::engine {

struct RoleQuery {
    std::optional<std::string_view> domain; ///< Only assignments without domains, or naming it.
    bool domainMustBeNamed = false; ///< Only assignments that name it (approvals of affected domains).
    std::optional<Stamp> openedAt; ///< Effect before it, or older than the cool-off (law 7).
};
/// As holdsRole(), at a given T instead of the state's.
bool holdsRoleAt(const LedgerState& state, ActorId actor, std::string_view role, const RoleQuery& query, UtcTime at);
bool isHeldAt(const Assignment& assignment, UtcTime at);
/// Does a role granted then count for a proposal opened at that entry (law 7)?
bool countsFor(const LedgerState& state, const Assignment& assignment, const Stamp& openedAt, UtcTime at);

/// Holders of a role who can sign: where there is none, its fallback signs for it.
std::vector<ActorId> holdersWithKey(const LedgerState& state, std::string_view role);
bool hasLiveKey(const Actor& actor);

/// The stricter of two values of a tag (law 7).
std::string stricterValue(const policy::Tag& tag, const std::string& a, const std::string& b);
/// Names in the value of a tag of type `labels`.
std::vector<std::string> splitLabels(std::string_view list);
/// As countsStill(), for rows that know only their author.
bool authorCountsStill(const LedgerState& state, ActorId author, EntryIndex index);

/// Does what stands there still count, or was it set with a key that is compromised since (law 12)?
bool stillSet(const LedgerState& state, const std::map<std::string, Model::SetBy>& setBy, const std::string& name);

/// A predicate under tags and facts.
bool holds(const policy::Policy& policy, const policy::Predicate& predicate,
    const std::map<std::string, std::string>& tags, const std::function<bool(std::string_view)>& fact);
/// Is the metadata field there? @p field as in metadata_complete.
bool hasField(const LedgerState& state, const Version& version, const Model& model, std::string_view field);

/// The role that closes findings of a kind; the tech lead's where the policy does not know it.
/// @source ledger-events.md section 4, finding.closed
std::string findingOwner(const policy::Policy& policy, std::string_view kind);

} // namespace cs::engine
