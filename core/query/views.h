// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"
#include "core/base/utc_time.h"
#include "core/domain/ids.h"
#include "core/domain/verify_report.h"
#include "core/query/break_glass_views.h"

#include <optional>
#include <string>
#include <vector>

/// What the screens and the command line show: plain values, filled by core/workspace from the replayed state.
/// Texts are UTF-8. Names come from erasable blobs; an erased one is shown as its role or id.
namespace cs::query {

struct PersonView {
    ActorId id;
    std::string name; // printed name, or the id where it was erased
    std::string role; // first role held, for the badge
    std::string roleTitle;
    bool service = false;
    bool me = false;
};

enum class NodeStatus { Passed, Pending, Failed, Stale, Vetoed, Overridden, NotApplicable };

/// One node of the gate tree.
struct GateNode {
    std::string id, title;
    bool leaf = false, approval = false;
    NodeStatus status = NodeStatus::Pending;
    std::string value, bound; // "0.994", "≥ 0.98"; approvals: "0 of 1"
    std::string because; // one English sentence
    std::string reasonCode;
    std::string source; // "entry 812, result of Automated tests"; empty if nothing yet
    std::vector<EntryIndex> entries; // that it rests on
    std::string ownerRole; // who can change the rule
    std::vector<std::string> whoCan; // role titles that may sign, or produce the fact
    std::vector<PersonView> eligible; // persons who may still sign
    std::vector<std::string> excluded; // "ML engineer: proposed it"
    std::string needs; // "1 signature, by a person who is not the proposer"
    std::optional<UtcTime> since, validUntil;
    bool waitsForMe = false;
    std::vector<GateNode> children;
};

struct EvidenceView {
    EvidenceId id;
    std::string kind, title, media;
    Digest digest;
    std::int64_t bytes = 0;
    UtcTime attachedAt;
    EntryIndex entry = -1;
    PersonView author;
    bool withdrawn = false;
    bool required = false; // a leaf that the signed-in person could fill wants it opened
    bool present = true; // the bytes are in the store
};

/// What of a piece of evidence is to be drawn. Sizes are device-independent; `scale` is the screen's ratio (at most 3).
struct PreviewRequest {
    int page = 1;
    int maxWidthPx = 900;
    double scale = 1.0;
};
/// What the sandboxed reader found: facts as JSON (schema countersign.reader/1), and pixels for images and pages.
struct PreviewResult {
    std::string facts;
    int width = 0, height = 0; // of the pixels, in device pixels; 0 without
    Bytes rgba; // RGBA8888, not premultiplied, width * height * 4 bytes
};

struct CommentView {
    EntryIndex entry = -1;
    PersonView author;
    UtcTime at;
    std::string text; // "" and erased=true after a lawful erasure
    bool erased = false;
    // comment, approve, reject, request_changes, withdraw_decision, proposal, revision, execute, withdraw,
    // break_glass (authorised), break_glass_execute, break_glass_review, break_glass_revoke
    std::string kind;
    std::string note; // why a decision does not count any more, an English sentence
};

struct DecisionView {
    EntryIndex entry = -1;
    PersonView person;
    std::string kind; // approve, reject, request_changes
    std::string role, roleTitle;
    std::string onBehalf; // printed name of the person who delegated the role, or empty
    std::vector<std::string> leaves;
    UtcTime at;
    bool live = false;
    std::string staleBecause; // English sentence
    std::string comment;
    bool mine = false;
};

/// Off with reason: an empty reason means that the action is there.
struct ActionState {
    std::string offReason;
    bool on() const { return offReason.empty(); }
};

struct FillableLeafView {
    std::string leaf, title, role, roleTitle, statement;
    std::int64_t commentMinLength = 0;
    std::int64_t validSeconds = 0;
    std::vector<std::string> mustView; // evidence kinds
    std::optional<EntryIndex> delegation; // signed for somebody else
    std::string onBehalf; // their printed name
};

struct MetricRow { // candidate against production, same name, slice and data
    std::string name, slice, dataset, unit;
    double candidate = 0;
    std::optional<double> production;
    std::string bound; // of the leaf that reads it, if one does
    std::optional<bool> better;
};

struct PromotionView {
    PromotionId id;
    std::int64_t number = 0;
    ModelId model;
    VersionId version;
    std::string modelName, versionLabel;
    std::string transition, transitionLabel, fromStage, fromLabel, toStage, toLabel, endpoint;
    std::vector<std::string> chips; // "High risk", "Regulated", "Domain: lending"
    PersonView proposer;
    UtcTime proposedAt;
    std::string text; // of the proposal
    std::int64_t round = 1;
    std::string rollbackTarget; // label of the version, "fallback" or "no traffic"
    std::string status; // open, executed, withdrawn, superseded, expired
    std::string statusLine; // "2 of 11 left", "Executed 3 d ago by …"
    std::size_t passed = 0, total = 0;
    GateNode gate;
    std::optional<GateNode> gateInForce; // when another revision came into force since
    std::vector<std::string> left; // sentences, what is left
    std::vector<std::string> warnings; // freezes, deadlocks, stale decisions of mine, all facts by one key …
    std::vector<EvidenceView> evidence;
    std::vector<CommentView> discussion;
    std::vector<DecisionView> decisions;
    std::vector<MetricRow> metrics;
    std::string baselineLabel; // "v13, in production since 3 Sep" or "none"
    std::int64_t policyRevision = 0;
    Digest policy, snapshot;
    std::optional<UtcTime> expiresAt, dueAt;
    std::vector<FillableLeafView> fillable; // by the signed-in person
    ActionState approve, reject, requestChanges, execute, withdraw, rollback, comment, revise;
    ActionState withdrawDecision; // of the signed-in person's latest decision, below
    std::optional<EntryIndex> ownDecision;
    std::string pinnedKey; // fingerprint of the signing key
    std::optional<BreakGlassView> breakGlass; // where the policy knows emergencies here, or one has happened
};

struct InboxItem {
    enum class Group { WaitsForMe, AboutToExpire, Recent } group = Group::WaitsForMe;
    enum class Kind {
        Sign,
        Stale,
        Execute,
        Policy,
        Authority,
        Drill,
        Comment,
        RolledBack,
        Executed,
        Refused,
        Finding,
        Emergency, // a break-glass to authorise, to execute or to review
        Reevaluate
    } kind = Kind::Sign;
    std::string title, why; // "mortgage-approval v14 → Production", "Signature asked as Model-risk manager"
    std::optional<PromotionId> promotion;
    EntryIndex entry = -1; // what caused it
    UtcTime since;
    std::optional<UtcTime> due;
    bool urgent = false;
};
struct InboxView {
    std::vector<InboxItem> items; // in order
    std::int64_t signaturesLast30Days = 0;
    std::vector<InboxItem> done; // what I did, newest first
};

/// A row of the ledger screen and of `log list`.
struct EntryRow {
    EntryIndex index = -1;
    UtcTime at, time; // as signed; T
    std::string type;
    PersonView signer;
    std::string says; // one English line
    std::string subject; // p9, v7, m3 or empty
};

struct EntryDetail {
    EntryRow row;
    std::string payload; // the signed bytes
    std::string line; // the stored line
    std::string fingerprint, signature;
    Digest leaf;
    std::int64_t afterSize = 0;
    Digest afterRoot;
    std::int64_t headSize = 0;
    Digest headRoot;
    std::vector<Digest> proof; // inclusion in the present head
    std::string keyState; // "enrolled at entry 4, in force"
};

struct PersonRow {
    PersonView person;
    std::vector<std::string> roles; // with domains: "product_owner (lending)"
    std::vector<std::string> keys; // fingerprints, revoked ones marked
    bool admin = false;
    EntryIndex enrolledAt = -1;
};

struct ModelRow {
    ModelId id;
    std::string name, ownerRole;
    std::vector<std::pair<std::string, std::string>> tags;
    std::vector<std::pair<std::string, std::string>> versionsByStage; // stage → labels
    std::size_t versions = 0;
};

struct VersionRow {
    VersionId id;
    ModelId model;
    std::string modelName, label, stage, stageLabel;
    bool held = false;
    UtcTime since;
    std::string artifact; // "oms sha256:…" or "unverified"
};

struct HeadView {
    std::string workspaceId, name, mode; // team, single, demo
    std::int64_t size = 0;
    Digest root;
    UtcTime time; // T
    std::string location;
    bool opened = false, readOnly = false;
    std::int64_t policyRevision = 0;
    std::string policyTitle;
    std::string alarm; // English sentence if signing is blocked by an alarm, with both heads
    std::string newerLedger; // law 14: why no state is shown
    /// A workspace on a server: is it reached at the moment?
    enum class Link { Local, Up, Offline } link = Link::Local;
    std::int64_t serverSize = 0; ///< entries that the server was last known to hold
    std::string offlineWhy; ///< English sentence
};

using cs::VerifyProblem;
using cs::VerifyReport;

} // namespace cs::query
