// SPDX-License-Identifier: GPL-3.0-or-later
// Words and look-ups that the views_*.cpp files share.
#pragma once

#include "core/workspace/views.h"

namespace cs::views {

/// The policy in force, or null.
std::shared_ptr<const policy::Policy> policyOf(const Session& session);
std::string roleTitle(const Session& session, const std::string& role);
std::string stateLabel(const Session& session, const std::string& state);
std::string transitionLabel(const Session& session, const engine::Promotion& promotion);
/// "mortgage-approval v14".
std::string versionName(const Session& session, VersionId id);
std::string versionLabel(const Session& session, VersionId id);
std::string modelName(const Session& session, ModelId id);
/// What a source names, "r909" or a word: the registry's name where the workspace has it.
std::string registryName(const engine::LedgerState& state, const std::string& source);
/// "2 h ago", "3 d ago", then the date.
std::string ago(UtcTime time, UtcTime now);
/// "3 Sep 2026".
std::string date(UtcTime time);
/// "4 minutes", "2 days".
std::string duration(std::int64_t seconds);
std::string joined(const std::vector<std::string>& items, const char* separator = ", ");
std::string textOr(const Session& session, const codec::Commitment& text, const std::string& otherwise);

/// Why this person can sign nothing at all: an alarm, read-only, nobody signed in; empty if they may.
std::string closedBecause(const Session& session, ActorId me);
/// The newest key of a person that still may sign.
std::optional<PublicKey> liveKey(const Session& session, ActorId person);

/// Why a node of the gate has its status, as a sentence. @source visual.md section 11
std::string because(const Session& session, const engine::NodeResult& node);
/// Why nothing can be executed now, besides the tree.
std::string blockedSentence(const Session& session, const engine::Reason& reason);
/// A gate as it was judged, in words. @param promotion, version rows of the state that it was judged on.
query::GateNode gateNode(const Session& session, const engine::Promotion& promotion, const engine::Version& version,
    const engine::GateResult& gate, UtcTime at);
/// Why a person cannot sign a leaf: "proposer" → "You proposed this promotion, so another person must approve it (law
/// 6)."
std::string exclusionSentence(const std::string& why, bool you);
/// Whom a delegated signature speaks for; empty without a delegation.
std::string delegatedBy(const Session& session, std::optional<EntryIndex> delegation, ActorId me);
/// Why nobody can fill a condition, with who is excluded and why.
std::string deadlockSentence(
    const Session& session, const engine::GateResult& gate, const std::string& leaf, ActorId me);
/// Why a decision does not count any more.
std::string staleSentence(const std::string& why);

/// What has ended needs no row: its brief says how.
std::string endedLine(const Session& session, const engine::PromotionBrief& promotion, UtcTime now);
/// "mortgage-approval v14 → Canary", by the policy pinned, or in force.
std::string promotionTitle(const Session& session, VersionId version, const policy::Transition* transition);
bool isExpired(const engine::Promotion& promotion, const engine::GateResult& gate, UtcTime now);
bool promotionOpen(const engine::Promotion& promotion);
/// A request for changes falls with the next round; the rest is the decision's own.
bool stillCounts(const engine::Promotion& promotion, const engine::DecisionStatus& status);
/// open, executed, withdrawn, superseded, expired.
std::string statusName(engine::PromotionStatus status, bool expired);
std::string statusLine(
    const Session& session, const engine::Promotion& promotion, const engine::GateResult* gate, UtcTime now);

} // namespace cs::views
