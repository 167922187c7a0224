// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/evaluate.h"

#include <set>

/// What one evaluation of one gate works on. Internal to the evaluation; others use evaluate.h.
namespace cs::engine {

struct Subject {
    const LedgerState& state;
    const policy::Policy& policy;
    const Version& version;
    const Model& model;
    const Promotion* promotion = nullptr; ///< Null in a preview.
    ActorId proposer;
    Stamp opened; ///< Of the proposal: roles granted later count only after the cool-off.
    std::string endpoint;
    std::string transition;
    UtcTime at;
    std::map<std::string, std::string> tags;
    std::optional<VersionId> production;
    std::vector<ActorId> makers; ///< Contributors, and authors of evidence and results; each once.
    std::vector<PublicKey> factKeys; ///< Who signed the facts that leaves rest on; each once.
    std::size_t factLeaves = 0;

    const Digest* artifact() const
    {
        return version.description.artifact.sha ? &*version.description.artifact.sha : nullptr;
    }
    bool holds(const policy::Predicate& predicate) const;
    void restsOnKey(const PublicKey& key);
};

/// One check leaf.
NodeResult evaluateCheck(Subject& subject, const policy::Condition& node);

/// Status of a leaf without a usable input: pending, or unsatisfied where the leaf says so.
void setMissing(NodeResult& result, std::string code, std::vector<std::string> args = {});
void setMeasured(
    NodeResult& result, bool satisfied, std::string value, std::string bound, std::string code = "measured");
/// Rests the result on an entry.
void restOn(NodeResult& result, const Stamp& stamp, std::string value, UtcTime measuredAt);

std::string numberText(double value);

/// The winning report of a leaf: the highest index among those that count.
struct Pick {
    const ReportedResult* head = nullptr;
    std::vector<const events::ResultItem*> items; ///< Of all its parts, those that match.
    std::string problem; ///< Why there is none: missing, wrong_producer, other_artifact, …
};
using ItemFilter = std::function<bool(const events::ResultItem&)>;
/// @param result if given: takes the input, earlier attempts and age limits.
Pick pickReport(Subject& subject, const policy::Condition& node, const Version& version, const ItemFilter& matches,
    NodeResult* result);
/// Does this report count for the leaf (artifact, producer, registrar, key)? Empty if so, else why not.
std::string whyNotCounted(
    const Subject& subject, const policy::Condition& node, const Version& version, const ReportedResult& report);
bool isTooOld(const Subject& subject, const policy::Condition& node, UtcTime time);

// evaluate_metrics.cpp
void checkThreshold(Subject& subject, const policy::Condition& node, NodeResult& result);
void checkBaseline(Subject& subject, const policy::Condition& node, NodeResult& result);
void checkBoolean(Subject& subject, const policy::Condition& node, NodeResult& result);
void checkContract(Subject& subject, const policy::Condition& node, NodeResult& result);
void checkCost(Subject& subject, const policy::Condition& node, NodeResult& result);
void checkProvenance(Subject& subject, const policy::Condition& node, NodeResult& result);
void checkReproducibility(Subject& subject, const policy::Condition& node, NodeResult& result);
void checkTestScore(Subject& subject, const policy::Condition& node, NodeResult& result);
// evaluate_runtime.cpp
void checkSoak(Subject& subject, const policy::Condition& node, NodeResult& result);
void checkSamples(Subject& subject, const policy::Condition& node, NodeResult& result);
void checkGuardrails(Subject& subject, const policy::Condition& node, NodeResult& result);
void checkDrill(Subject& subject, const policy::Condition& node, NodeResult& result);

// evaluate_approvals.cpp
/// Why the leaf excludes this person ("proposer", "contributor", "author", "approver"), or none.
std::optional<std::string> exclusion(const Subject& subject, const policy::Approval& leaf, ActorId person);
/// May this person fill the leaf in that role today?
bool isEligible(const Subject& subject, const policy::Approval& leaf, ActorId person, const std::string& role,
    const std::string* domain = nullptr);
/// Names in affected_domains; one empty name for a leaf of the model's own domain.
std::vector<std::string> domainsOf(const Subject& subject, const policy::Approval& leaf);
bool isNamed(const policy::Approval& leaf, ActorId person);
/// What keeps the leaf from being signed at all today (nothing to view, contributors unknown, no domain), or none.
std::optional<Reason> notSignable(const Subject& subject, const policy::Approval& leaf);
/// The decision that vetoes the leaf, or null.
const RecordedDecision* vetoOf(
    const Subject& subject, const policy::Condition& leaf, const std::vector<DecisionStatus>& statuses);
/// Does this live approval count for the leaf (and domain) today?
bool countsForLeaf(
    const Subject& subject, const policy::Condition& leaf, const RecordedDecision& decision, const std::string* domain);
/// Persons who could still sign the leaf (for the domain), exclusions applied.
std::vector<ActorId> eligiblePersons(const Subject& subject, const policy::Approval& leaf, const std::string* domain,
    std::vector<std::pair<ActorId, std::string>>* excluded);
// evaluate_delegation.cpp
/// Null where the entry is no delegation.
const Delegation* delegationAt(const LedgerState& state, EntryIndex index);
/// May its receiver fill the leaf for its giver today, in that role of the giver? Both bring their exclusions.
bool delegationCounts(const Subject& subject, const policy::Approval& leaf, const Delegation& delegation,
    const std::string& role, const std::string* domain);
std::vector<const Delegation*> delegationsTo(const Subject& subject, const policy::Approval& leaf,
    const std::string& role, ActorId person, const std::string* domain);
/// A delegated signature of somebody who speaks for themselves, or through an earlier delegate.
bool speaksTwice(const Subject& subject, const RecordedDecision& decision, const std::vector<DecisionStatus>& statuses);
// evaluate_tree.cpp
/// Evaluates a tree whose decisions are judged by @p statuses. Fills keys and counts into the subject.
NodeResult evaluateTree(Subject& subject, const policy::Condition& root, bool acrossGate,
    const std::vector<DecisionStatus>& statuses, std::vector<std::string>* deadlocked);

/// The cheapest set of leaves that would satisfy the tree.
std::vector<LeftItem> cheapestLeft(const NodeResult& root);

} // namespace cs::engine
