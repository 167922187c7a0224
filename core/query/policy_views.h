// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

#include <map>

/// Gate policies as values: revisions, what is proposed, a draft and what is said of it, what it would have done.
namespace cs::query {

struct PolicyRevision {
    std::int64_t revision = 0;
    Digest digest;
    std::string title, note; // why it was proposed
    EntryIndex proposal = -1;
    std::optional<EntryIndex> adoption;
    UtcTime proposed;
    std::optional<UtcTime> adopted;
    PersonView proposer;
    bool weakens = false;
    bool founding = false; // came with the workspace
    bool inForce = false;
    bool readable = true; // its bytes are here
};

/// A signature that a proposed policy asks for, given or not.
struct PolicyAsk {
    enum class Why { Review, Affected, Weakening } why = Why::Review;
    std::string leaf, statement; // of the governance of the policy in force
    std::vector<std::string> roles, roleTitles; // any of them
    std::int64_t commentMinLength = 0;
    std::vector<PersonView> holders; // who could sign it
    std::vector<std::string> conditions; // Affected: what of this role becomes weaker
    std::optional<PersonView> signedBy;
    UtcTime signedAt;
    bool rejected = false;
    std::vector<std::string> mine; // roles in which the signed-in person can sign it now
    std::vector<std::string> refusable; // roles in which they have signed and may still refuse
    std::string notMine; // why not, as a sentence; empty where they hold no such role
};

struct PolicyCase {
    PolicyRevision what;
    std::vector<PolicyAsk> asks;
    std::optional<UtcTime> coolOffUntil; // while it runs
    bool adoptable = false;
    std::string blocked; // why it cannot be adopted yet, as a sentence
    bool mine = false; // proposed by the signed-in person
    std::size_t given = 0; // of the asks
};

struct PolicyRole {
    std::string id, title;
    bool human = true;
    std::size_t holders = 0;
};

/// A number that pipelines report, with what the version in production had last.
struct PolicyMetric {
    std::string name, unit;
    std::optional<double> production;
    std::string version; // label of that version
};

struct PolicyDesk {
    bool present = false; // a policy is in force
    std::vector<PolicyRevision> revisions; // newest first, in force and before
    std::vector<PolicyCase> open; // newest first
    bool mayEdit = false;
    std::string mayNot; // why, as a sentence
    std::vector<PolicyRole> roles; // of the policy in force
    std::vector<PolicyMetric> metrics; // sorted by name
    std::vector<std::string> evidenceKinds; // that versions have
    std::string workspace; // its id: a draft is kept for it alone
    std::string draft; // text as it was kept last; empty: none
    UtcTime draftSaved;
    const PolicyRevision* inForce() const
    {
        for (const PolicyRevision& revision : revisions)
            if (revision.inForce)
                return &revision;
        return nullptr;
    }
};

/// One part of a case: a condition that is given, or that the old revision would have asked for.
struct CaseItem {
    std::string leaf, title;
    bool approval = false, negated = false;
    std::int64_t count = 1;
};

struct PolicyFinding {
    enum class Kind { Error, Weakens, Warning } kind = Kind::Error;
    std::string rule, message; // English sentence
    std::string pointer; // RFC 6901, of the draft
    std::int64_t begin = 0, end = 0; // bytes of the draft
    std::int64_t line = 0, column = 0; // 1-based
    // What weakens
    std::vector<std::string> transitions; // labels
    std::vector<std::pair<std::string, std::string>> tags; // "Risk tier", "medium"
    std::vector<CaseItem> suffices, lacks;
    std::string was, is;
};

enum class NodeChange { Same, Stricter, Weaker, Different, Added, Removed };

/// Who must sign, by role: the holders, or its fallback's.
struct PolicySigner {
    std::string role, title;
    PolicyAsk::Why why = PolicyAsk::Why::Affected;
    std::vector<PersonView> holders;
};

struct FewestPeople {
    std::vector<std::pair<std::string, std::string>> tags; // the case
    std::vector<std::vector<PersonView>> sets;
    bool complete = true;
};

/// What is said of a draft while somebody writes it.
struct DraftJudgement {
    bool readable = false; // it is a policy
    std::string title;
    std::int64_t revision = 0;
    std::vector<PolicyFinding> findings; // errors first, then what weakens, then warnings
    bool weakens = false, undecided = false;
    std::vector<PolicySigner> signers; // besides the editor
    std::int64_t coolOffSeconds = 0; // where it weakens
    std::map<std::string, NodeChange> changes; // by id of the condition
    std::size_t errors = 0, warnings = 0;
    std::int64_t milliseconds = 0;
};

struct PolicyComparison {
    PolicyRevision before, now;
    std::string textBefore, textNow;
    std::map<std::string, std::map<std::string, NodeChange>> gates; // of either revision, by id of the condition
    std::vector<PolicyFinding> findings; // what weakens, with cases; pointers are of the newer one
    std::vector<PolicySigner> signers;
    bool weakens = false, undecided = false;
    std::int64_t milliseconds = 0;
};

/// What a draft would have done with a promotion of the past.
struct SimulatedRow {
    enum class Outcome { Same, Blocked, LetThrough, Unknown } outcome = Outcome::Same;
    PromotionId promotion;
    std::int64_t number = 0;
    std::string title; // "mortgage-approval v14 → Canary"
    std::string was; // executed, open, withdrawn
    UtcTime when;
    EntryIndex judgedAt = -1; // on the state before this entry
    std::vector<std::string> missing; // titles of conditions that the draft would have waited for
    std::vector<std::string> asks; // role titles that it would have asked besides
    std::string why; // Unknown: as a sentence
};
struct Simulation {
    std::vector<SimulatedRow> rows; // newest first
    std::size_t same = 0, blocked = 0, letThrough = 0, unknown = 0;
    std::map<std::string, std::size_t> asked; // role title → promotions
    std::int64_t days = 0; // 0: the whole ledger
    std::size_t size() const { return rows.size(); }
};

} // namespace cs::query
