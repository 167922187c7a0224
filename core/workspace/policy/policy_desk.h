// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/policy_views.h"
#include "core/workspace/commands.h"
#include "core/workspace/session.h"

/// Gate policies for the console and the command line: which there are, what is proposed, who signs what.
namespace cs::policies {

/// Everything but the draft. @param now a forecast: may it be adopted, does the cool-off still run?
query::PolicyDesk desk(Session& session, ActorId me, UtcTime now);
/// The document of a revision that was adopted or proposed. @returns CS-STORE-BLOB-MISSING
Result<std::shared_ptr<const policy::Policy>> document(Session& session, const Digest& digest);
/// @returns CS-POLICY-NONE where no policy is in force.
Result<std::shared_ptr<const policy::Policy>> inForce(Session& session);

/// A revision as a row. @param proposal the entry that proposed it.
query::PolicyRevision revisionOf(Session& session, EntryIndex proposal, ActorId me);
/// Who would sign a change by this person: its review, the roles that it weakens, the signature for a weakening.
std::vector<query::PolicySigner> signersOf(const Session& session, const policy::Policy& inForce, ActorId editor,
    bool weakens, const std::vector<events::AffectedLeaf>& affected, ActorId me);

/// Proposes the text as the next revision; the event says whether it weakens, and whom.
/// @returns CS-POLICY-GRAMMAR, CS-POLICY-LINT: what forbids its adoption.
Result<commands::Draft> propose(Session& session, std::string_view text, const std::string& note);
Result<commands::Draft> signOff(Session& session, EntryIndex proposal, const std::string& leaf, const std::string& role,
    bool reject, const std::string& comment);

} // namespace cs::policies
