// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

/// People, services, roles, delegations, the administrators, and what waits for them.
namespace cs::query {

enum class KeyLife { InForce, Rotated, Revoked, Compromised };
struct KeyLine {
    std::string fingerprint;
    KeyLife life = KeyLife::InForce;
    std::string why; // rotated, lost, left, compromised
    EntryIndex liveFrom = -1;
    std::optional<EntryIndex> revokedAt, since;
};
struct RoleLine {
    EntryIndex grant = -1; // entry that granted it: its id
    std::string role, title, domains; // "all domains", "lending, pricing"
    UtcTime since;
    std::optional<UtcTime> until;
    bool ends = false; // within 14 days
};
/// One person or service with everything that the detail shows.
struct PersonLine {
    PersonView person;
    bool admin = false;
    EntryIndex enrolledAt = -1;
    std::vector<RoleLine> roles; // held now
    std::vector<KeyLine> keys; // newest first
    std::optional<EntryIndex> lastEntry; // last entry signed
    std::optional<UtcTime> lastUse;
    std::string state; // in_force, rotated, revoked, compromised, expires
    std::string stateText; // "in force", "role ends in 9 d", "revoked at entry 812"
    std::vector<EntryIndex> waiting; // open cases about this person
};
struct RoleSummary {
    std::string id, title;
    bool human = true;
    std::int64_t minMembers = 0;
    std::vector<PersonView> holders;
    std::vector<std::string> signoff; // titles of roles that sign for joining and leaving
    std::string fallback;
};
struct DelegationLine {
    EntryIndex index = -1;
    PersonView from, to;
    std::vector<std::string> roles;
    UtcTime until;
    bool ended = false;
};
/// A change about people and keys that waits for signatures.
struct CaseLine {
    EntryIndex index = -1;
    std::string kind; // enrol, grant, …
    std::string sentence; // "Enrol Auditor (example), a person, with the key SHA256:…"
    std::string reason;
    std::vector<std::pair<std::string, std::string>> facts; // exactly what is endorsed: label, value
    PersonView proposer;
    std::vector<PersonView> endorsers;
    std::int64_t administratorsSigned = 0, threshold = 1;
    std::vector<std::string> signoff; // titles of roles of which one person each must sign besides
    bool objected = false;
    bool mine = false; // the signed-in person proposed it
    std::string endorseOff; // why the signed-in person cannot endorse; empty if they can
};
struct PeopleView {
    std::string workspaceId, workspaceName, mode;
    std::vector<PersonLine> people;
    std::vector<RoleSummary> roles;
    std::vector<DelegationLine> delegations;
    std::vector<PersonView> admins;
    std::int64_t threshold = 1;
    std::vector<CaseLine> cases;
    std::vector<std::string> domains; // business domains known here, for grants
    bool meAdmin = false;
    std::string proposeOff; // why the signed-in person cannot propose changes; empty if they can
};

/// What rests on a key from an entry on: shown before a compromise is reported.
struct KeyTaint {
    struct Line {
        EntryIndex entry = -1;
        std::string what; // "Approval of #41 as Product owner"
        std::string about; // id, to go there
        bool open = false; // counts for something that is still open, and will count no more
    };
    std::string fingerprint;
    PersonView owner;
    EntryIndex since = -1;
    std::int64_t entries = 0; // signed by the owner since then
    std::vector<Line> promotions, decisions, results, evidence, rules;
};

/// A proof file as read, before anything is proposed.
struct ProofView {
    std::string name, fingerprint;
    bool service = false;
    std::string text; // the file itself: small enough to be pasted into a message
};

} // namespace cs::query
