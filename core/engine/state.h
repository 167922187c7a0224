// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/events/event.h"
#include "core/domain/policy.h"

#include <array>
#include <cstring>
#include <functional>
#include <memory>
#include <set>
#include <unordered_map>
#include <unordered_set>

/// What the replay of a ledger says (law 3). Plain values; the only way in is apply().
namespace cs::engine {

using codec::Commitment;

/// Index and ledger time of the entry that caused something.
struct Stamp {
    EntryIndex index = -1;
    UtcTime time; // T(index), ledger-events.md section 2
};

enum class ActorKind { Person, Service };

struct KeyRecord {
    PublicKey key;
    EntryIndex liveFrom = 0; // first index at which it may sign
    std::optional<EntryIndex> revokedAt; // from this index on it may not
    std::string why;
    std::optional<EntryIndex> since; // compromised: entries from here up count for nothing still open
};

struct Assignment {
    EntryIndex grant = -1; // authority.proposed entry: its id
    Stamp effect; // entry that completed it
    std::string role;
    std::optional<std::vector<std::string>> domains;
    std::optional<UtcTime> until;
    std::optional<Stamp> ended;
};

struct Actor {
    ActorId id;
    ActorKind kind = ActorKind::Person;
    Commitment card; // erasable blob with the printed name
    std::vector<KeyRecord> keys;
    std::vector<Assignment> assignments;
    EntryIndex enrolledAt = 0;
};

struct AuthorityCase { // an authority.proposed that is still open, or ended
    EntryIndex index = -1;
    ActorId proposer;
    events::Change change;
    std::vector<ActorId> endorsers; // persons, the proposer not among them
    std::vector<EntryIndex> endorsedAt; // one for each endorser
    bool objected = false;
    std::optional<EntryIndex> effectiveAt, withdrawnAt;
};

struct Delegation {
    EntryIndex index = -1;
    ActorId from, to;
    std::vector<std::string> roles;
    UtcTime until;
    bool ended = false;
    Stamp given;
};

struct Trusted {
    std::string purpose, key, name;
};

struct Anchor {
    Stamp stamp;
    std::int64_t size = 0;
    UtcTime genTime;
};

struct PolicyCase {
    EntryIndex index = -1;
    Stamp proposed;
    ActorId proposer;
    Digest policy;
    std::optional<Digest> supersedes;
    bool weakens = true;
    std::vector<events::AffectedLeaf> affected;
    struct SignOff {
        Stamp stamp;
        ActorId actor;
        std::string leaf, role;
        bool approve = true;
    };
    std::vector<SignOff> signOffs;
    std::optional<EntryIndex> adoptedAt, withdrawnAt;
};

struct PolicyInForce {
    EntryIndex from = -1;
    Digest digest;
    std::shared_ptr<const policy::Policy> document; // null: its bytes are missing (verdict incomplete)
};

struct ServingMetadata {
    EntryIndex index = -1;
    std::string endpoint, region, capacity;
    std::optional<std::string> fallback;
    Digest config, actuator;
};

struct Finding {
    FindingId id;
    std::string kind, severity;
    std::vector<std::string> about;
    Digest detail; // of the stored text that says more
    Stamp opened;
    ActorId opener;
    std::optional<Stamp> closed;
};

struct Model {
    ModelId id;
    std::string name, ownerRole;
    Stamp registered;
    ActorId registeredBy;
    std::optional<events::ModelSource> source;
    std::map<std::string, std::string> described; // intended_use, retention_policy, cost.budget …
    std::map<std::string, std::string> tags;
    /// Who set a tag or a member of the description last, for what a compromised key had set (law 12).
    struct SetBy {
        PublicKey key;
        EntryIndex index = -1;
    };
    std::map<std::string, SetBy> tagsBy, describedBy;
    std::optional<ServingMetadata> serving;
    std::vector<VersionId> versions;
    std::vector<PromotionId> openPromotions;
    std::vector<VersionId> productionHistory; // every version that was executed into production, in order
    std::vector<PromotionId> brokenGlass; // executed by break-glass
};

struct StageEntry {
    std::string state;
    Stamp stamp;
    std::string cause; // registered, promotion, supersession, rollback, reinstated
    PromotionId promotion; // if a promotion caused it
    Digest artifact; // of the version at that moment; null digest if unverified
};

struct EvidenceItem {
    EvidenceId id;
    std::string kind, media;
    Digest sha;
    std::int64_t bytes = 0;
    std::optional<Commitment> title;
    Stamp attached;
    ActorId author;
    std::optional<Digest> artifact; // the version's artifact when it was attached
    std::optional<Stamp> withdrawn;
};

struct ReportedResult {
    Stamp stamp;
    ActorId signer;
    PublicKey key;
    std::vector<std::string> signerRoles; // roles that the signer held at that index
    events::ResultReported report;
};

struct FiledRecord {
    Stamp stamp;
    ActorId author;
    events::RecordFiled record;
};

struct RollbackIntent {
    Stamp stamp;
    events::RollbackPlan plan;
};
struct RollbackRecord {
    Stamp stamp;
    ActorId actor;
    events::RollbackExecuted event;
    bool holdLifted = false;
    std::optional<Stamp> remedied;
};

struct Version {
    VersionId id;
    ModelId model;
    Stamp registered;
    ActorId registeredBy;
    events::VersionDescription description;
    std::vector<StageEntry> stages; // back() is the present one
    std::vector<EvidenceItem> evidence;
    std::vector<ReportedResult> results;
    std::vector<FiledRecord> records;
    std::vector<RollbackRecord> rollbacks;
    std::vector<RollbackIntent> rollbackIntents; // since the last rollback
    std::vector<PromotionId> promotions;
    ActorId artifactBy; // who amended the version with the artifact that it has now
    const std::string& stage() const { return stages.back().state; }
    bool held() const; ///< An unlifted rollback hold stands on it.
};

enum class DecisionKind { Approve, Reject, RequestChanges };
struct RecordedDecision {
    Stamp stamp;
    ActorId person;
    PublicKey key;
    DecisionKind kind = DecisionKind::Approve;
    events::Decision decision;
    std::int64_t round = 1;
    std::optional<Stamp> withdrawn;
};

struct Comment {
    Stamp stamp;
    ActorId author;
    std::optional<EntryIndex> about;
    Commitment text;
};

struct CanaryFacts {
    std::int64_t epoch = 0;
    UtcTime leaseUntil;
    ActorId leaseHolder;
    struct Step {
        Stamp stamp;
        double percent = 0;
        std::string why;
    };
    std::vector<Step> steps;
    struct Window {
        Stamp stamp;
        ActorId signer;
        PublicKey key;
        std::vector<std::string> signerRoles;
        double percent = 0; // step in force
        events::CanaryWindow event;
    };
    std::vector<Window> windows;
    struct Breach {
        Stamp stamp;
        events::CanaryBreached event;
    };
    std::vector<Breach> breaches;
};

enum class PromotionStatus { Open, Executed, Withdrawn, Superseded, RolledBackBefore };
struct Regression {
    std::string leaf;
    Stamp stamp;
};
struct BreakGlassUse {
    Stamp stamp;
    ActorId person;
    std::int64_t slot = 0;
    std::string incident;
};
struct BreakGlassReview {
    Stamp stamp;
    ActorId person;
    std::string leaf;
    bool approve = true;
};

struct Promotion {
    PromotionId id;
    std::int64_t number = 0; // #1, #2 …
    VersionId version;
    ModelId model;
    std::string transition, endpoint;
    Digest policy; // pinned revision
    Stamp proposed;
    ActorId proposer;
    Commitment text;
    std::string rollbackTarget;
    std::map<std::string, std::string> plan;
    std::int64_t round = 1;
    Stamp roundStarted;
    std::vector<RecordedDecision> decisions;
    std::vector<Comment> comments;
    std::map<std::string, std::string> leafStatus; // last known status of each check leaf: "+", "-" or "?"
    std::vector<Regression> regressions;
    CanaryFacts canary;
    std::vector<BreakGlassUse> breakGlass;
    std::vector<BreakGlassReview> breakGlassReviews;
    PromotionStatus status = PromotionStatus::Open;
    std::optional<Stamp> ended;
    ActorId endedBy;
    std::string basis; // of the execution
    /// trustedTime: the execution waits for its confirming anchor, or it never takes effect.
    enum class Effect { Immediate, AwaitingAnchor, Confirmed, Never } effect = Effect::Immediate;
    std::optional<events::PromotionExecuted> execution;
};

struct Drill {
    Stamp stamp;
    ActorId signer;
    PublicKey key;
    std::vector<std::string> signerRoles;
    events::DrillRecorded event;
};

struct Registry {
    RegistryId id;
    std::string kind, name, url;
    Digest options; // of the stored document: core/workspace/registries/options.h
    bool removed = false;
    struct Observation {
        Stamp stamp;
        events::RegistryObserved event;
    };
    std::map<std::string, Observation> latest; // "name/version"
    struct Write {
        Stamp stamp;
        events::RegistryWritten event;
    };
    std::vector<Write> writes;
};

/// Rows of one kind by the index of their creating entry. A row that is not in memory is asked for from the loader
/// (a workspace opened from its cache file keeps most of them there); the engine does not notice.
template <class T> class Rows final {
public:
    using Loader = std::function<std::unique_ptr<T>(EntryIndex)>;
    void setLoader(Loader loader) { m_loader = std::move(loader); }
    const T* find(EntryIndex index) const { return const_cast<Rows*>(this)->load(index); }
    /// For apply(): marks the row as changed.
    T* edit(EntryIndex index)
    {
        T* row = load(index);
        if (row != nullptr)
            mark(index);
        return row;
    }
    T& add(EntryIndex index, T row)
    {
        mark(index);
        auto& slot = m_rows[index];
        slot = std::make_unique<T>(std::move(row));
        return *slot;
    }
    /// Rows that were added or edited since the last call.
    std::vector<EntryIndex> takeTouched() { return std::exchange(m_touched, {}); }
    /// Rows that the loader does not have in this form.
    const std::unordered_set<EntryIndex>& changed() const { return m_changed; }
    /// The loader has every row as it is: none needs to stay in memory. Pointers to rows end here.
    void evict()
    {
        m_changed.clear();
        m_rows.clear();
    }
    std::size_t loaded() const { return m_rows.size(); }

private:
    void mark(EntryIndex index)
    {
        m_changed.insert(index);
        if (m_touched.empty() || m_touched.back() != index)
            m_touched.push_back(index);
    }
    T* load(EntryIndex index)
    {
        const auto found = m_rows.find(index);
        if (found != m_rows.end())
            return found->second.get();
        if (!m_loader || index < 0)
            return nullptr;
        auto row = m_loader(index);
        if (!row)
            return nullptr;
        return m_rows.emplace(index, std::move(row)).first->second.get();
    }
    std::unordered_map<EntryIndex, std::unique_ptr<T>> m_rows;
    std::unordered_set<EntryIndex> m_changed;
    std::vector<EntryIndex> m_touched;
    Loader m_loader;
};

/// The id of every entry: none stands in a ledger twice (law 1). 16 bytes each; older ones may be looked up elsewhere.
class EntryIds final {
public:
    using Bytes16 = std::array<std::uint8_t, 16>;
    using Lookup = std::function<bool(const Bytes16&)>;
    /// Who knows the ids of the entries before the ones inserted from now on.
    void setEarlier(Lookup lookup)
    {
        m_ids.clear();
        m_earlier = std::move(lookup);
    }
    /// @param id 32 hexadecimal digits, as core/ledger has checked.
    bool contains(std::string_view id) const;
    void insert(std::string_view id);
    static Bytes16 bytesOf(std::string_view id);

private:
    struct Hash {
        std::size_t operator()(const Bytes16& id) const noexcept
        {
            std::size_t value;
            std::memcpy(&value, id.data(), sizeof value);
            return value;
        }
    };
    std::unordered_set<Bytes16, Hash> m_ids;
    Lookup m_earlier;
};

/// `at` of every entry in milliseconds: what a clock correction recomputes T from. Older ones may be kept elsewhere.
class SignedTimes final {
public:
    using Load = std::function<std::vector<std::int64_t>()>;
    void setEarlier(Load load)
    {
        m_times.clear();
        m_earlier = std::move(load);
    }
    void add(UtcTime at) { m_times.push_back(at.ms()); }
    /// Of all entries, in order.
    std::vector<std::int64_t> all() const;

private:
    std::vector<std::int64_t> m_times;
    Load m_earlier;
};

/// The first number that was reported for a version, by its latest report: what a list shows of its quality.
struct HeadlineMetric {
    std::string name;
    double value = 0;
};
/// One line of a version or promotion for lists and searches: always in memory, kept by apply().
struct VersionBrief {
    ModelId model;
    std::string label, stage;
    Stamp entered; // its present stage
    std::optional<Stamp> rolledBack; // its latest rollback
    bool held = false;
    events::Artifact artifact;
    std::string registry; // of its source, or empty
    std::optional<HeadlineMetric> headline;
    UtcTime updated; // latest stage, evidence, result, record or rollback
};
struct PromotionBrief {
    VersionId version;
    ModelId model;
    std::int64_t number = 0;
    std::string transition;
    Digest policy;
    PromotionStatus status = PromotionStatus::Open;
    Stamp proposed;
    ActorId proposer;
    std::optional<Stamp> ended;
    ActorId endedBy;
    std::vector<std::pair<ActorId, UtcTime>> decisions; // who decided, and when
};

enum class Mode { Team, Single, Demo };

struct LedgerState {
    // stream workspace
    std::int64_t size = 0; // entries applied; the next index
    UtcTime time; // T of the last entry
    std::string workspaceId; // set by the caller from entry 0's leaf hash
    std::string name;
    Mode mode = Mode::Team;
    std::int64_t rules = 1;
    bool opened = false, closed = false;
    std::optional<PublicKey> logKey;
    ActorId founder;
    std::set<ActorId> admins;
    std::int64_t threshold = 1;
    std::map<ActorId, Actor> actors;
    std::unordered_map<PublicKey, ActorId> keyOwner;
    std::map<EntryIndex, AuthorityCase> authorityCases;
    std::set<ActorId> acceptances; // before opening: since the last entry that is no acceptance
    std::vector<Delegation> delegations;
    std::vector<Trusted> trusted;
    std::vector<Anchor> anchors;
    std::set<std::string> heldSubjects;
    std::set<Digest> erased;
    EntryIds entryIds;
    std::map<std::pair<std::int64_t, ActorId>, std::int64_t> quota; // (day of T, actor) → entries
    std::vector<std::pair<EntryIndex, EntryIndex>> clockCorrections;
    SignedTimes signedTimes;
    // stream policy
    std::map<EntryIndex, PolicyCase> policyCases;
    std::vector<PolicyInForce> policies; // in order of adoption
    // always in memory: models, findings, drills, registries
    std::map<ModelId, Model> models;
    std::map<FindingId, Finding> findings;
    std::map<std::string, std::vector<Drill>> drills; // by endpoint
    std::map<RegistryId, Registry> registries;
    std::map<Digest, std::vector<VersionId>> artifactVersions; // same bytes under several versions or models
    std::set<PromotionId> awaitingAnchor;
    // by need
    Rows<Version> versions;
    Rows<Promotion> promotions;
    std::int64_t promotionCount = 0;
    std::map<VersionId, VersionBrief> versionBriefs;
    std::map<PromotionId, PromotionBrief> promotionBriefs;

    const PolicyInForce* policyInForce() const { return policies.empty() ? nullptr : &policies.back(); }
    /// The document of a revision that was in force at some time, or null.
    std::shared_ptr<const policy::Policy> policyDocument(const Digest& digest) const;
    const Actor* actor(ActorId id) const;
    const Model* model(ModelId id) const;
};

/// Brings the briefs up to the rows that were touched since the last call.
void refreshBriefs(LedgerState& state);
/// T of every entry under the clock corrections in force, in milliseconds.
std::vector<std::int64_t> ledgerTimes(const LedgerState& state);

/// Roles of an actor at the state's index and time (ended and lapsed ones left out).
/// @param domain if given: only assignments without domains or naming it.
/// @param openedAt if given: the role must have taken effect before that entry, or `coolOffSeconds` before now
///        (law 7: a role counts for proposals opened after it).
bool holdsRole(const LedgerState& state, ActorId actor, std::string_view role,
    std::optional<std::string_view> domain = std::nullopt, std::optional<Stamp> openedAt = std::nullopt);
/// @param at if given: at that T instead of the state's.
std::vector<std::string> rolesOf(const LedgerState& state, ActorId actor, std::optional<UtcTime> at = std::nullopt);
/// All persons holding the role now.
std::vector<ActorId> holdersOf(const LedgerState& state, std::string_view role);
/// Tags of a model as gates read them: assumeIfMissing filled in, and the stricter value where the same artifact
/// stands under several models (law 7).
std::map<std::string, std::string> effectiveTags(
    const LedgerState& state, const policy::Policy& policy, const Version& version);
/// True unless the key was revoked as compromised at or before `index` (its entries from `since` on count for nothing).
bool countsStill(const LedgerState& state, const PublicKey& key, EntryIndex index);
/// Version in the state, or none; of the whole model (any endpoint).
std::optional<VersionId> occupant(const LedgerState& state, ModelId model, std::string_view stateId);
/// The version that serves production now: the occupant of the state of kind "production".
std::optional<VersionId> productionVersion(const LedgerState& state, const policy::Policy& policy, ModelId model);
/// Derived facts of gates.md 2.2 (has_production_version, …).
bool derivedFact(const LedgerState& state, const policy::Policy& policy, const Version& version, std::string_view fact);

} // namespace cs::engine
