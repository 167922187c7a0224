// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"
#include "core/base/json.h"
#include "core/base/utc_time.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The policy document as values: lifecycle, roles, tags, gates, guardrail sets, freezes, break-glass, invalidation,
/// governance, RACI. Meaning: gates.md section 2; grammar: resources/policies/gate-policy.schema.json.
namespace cs::policy {

enum class Exposure { None, Shadow, Slice, Subset, Full };
struct State {
    std::string id, label, kind;
    Exposure exposure = Exposure::None;
    double maxTrafficPercent = 0;
    bool singleOccupant = false;
};

struct Authority {
    std::vector<std::string> roles;
    bool automation = false;
    std::string reinstates; // previous_production, previous_in_state, none or empty
};
struct Transition {
    std::string id, label, from, to;
    std::string kind; // promotion, retirement, supersession, restriction, deprecation, reinstatement, rollback
    std::string gate; // empty for rollbacks
    std::optional<Authority> authority; // rollbacks only
    bool isRollback() const { return kind == "rollback"; }
};

struct Role {
    std::string id, title;
    bool human = true;
    std::int64_t minMembers = 1;
    std::vector<std::string> exclusiveWith;
    std::vector<std::string> membershipSignoff; // the role itself where the document names none
    std::string fallback, raciColumn;
};

struct Tag {
    std::string id, title;
    std::string type; // ordered, enum, boolean, label, labels
    std::vector<std::string> values;
    bool required = false;
    std::string assumeIfMissing; // "true"/"false" for booleans
    std::string ownerRole;
};

struct Predicate {
    enum class Kind { All, Any, Not, Tag, Fact } kind = Kind::All;
    std::vector<Predicate> children;
    std::string tag, op; // eq, ne, in, ge, le
    std::vector<std::string> values;
    std::string fact;
    bool equals = true;
};

struct Tolerance {
    bool relative = false;
    double value = 0;
};

/// One of the 16 kinds; members that a kind does not use keep their defaults. A flat struct, because evaluation
/// switches on the kind once and comparison walks the members by name.
struct Check {
    std::string kind;
    // metric_threshold, metric_vs_baseline
    std::string metric, slice, dataset, op, unit;
    std::vector<std::string> slices;
    std::optional<std::int64_t> minSlices;
    double value = 0;
    std::string baselineSource; // current_production, best_of_last_n, pinned_version, constant
    std::int64_t baselineN = 1;
    std::string baselineVersion;
    double baselineConstant = 0;
    std::string baselineIfAbsent; // pending, unsatisfied, …
    std::string direction; // higher_is_better, lower_is_better, target
    Tolerance allowedDegradation;
    double baselineFloor = 0;
    // boolean, derived_fact
    std::string signal, fact;
    bool expected = true;
    // evidence_present
    std::string evidenceKind;
    std::int64_t minCount = 1;
    std::optional<std::int64_t> maxAgeDays;
    bool boundToSubject = false, signedEvidence = false, authorNotProposer = false;
    // metadata_complete
    std::vector<std::string> fields;
    // data_contract
    std::string contract, minSeverity;
    std::optional<std::int64_t> maxViolations;
    std::optional<double> maxViolationRate;
    // cost_budget
    std::string period, currency, limitField;
    std::optional<double> limit;
    std::optional<Tolerance> maxIncreaseVsProduction;
    // provenance
    std::string artifact;
    bool digestMatch = true, signatureRequired = false;
    std::vector<std::string> trustedSigners;
    std::optional<std::int64_t> minSlsaBuildLevel;
    // reproducibility
    struct ReproMetric {
        std::string metric;
        Tolerance tolerance;
        double floor = 0;
    };
    std::int64_t minRuns = 2;
    std::vector<ReproMetric> metrics;
    std::vector<std::string> sameInputs;
    bool independentRunners = false;
    // ml_test_score
    std::string rubric;
    double minScore = 0;
    std::map<std::string, double> minSectionScores;
    std::vector<std::string> requiredTests;
    // soak, sample_size
    std::string state, counter;
    std::int64_t minDurationSeconds = 0;
    bool continuous = true;
    double minTrafficPercent = 0;
    // guardrails_clean
    std::string guardrailSet, window;
    double minCoverage = 0;
    std::int64_t maxRollbacks = 0;
    std::optional<std::int64_t> maxBreachedSamples;
    bool rampCompleted = true;
    // rollback_drill
    std::string route, scope, restores;
    std::int64_t maxDurationSeconds = 900;
    std::vector<std::string> validWhileUnchanged;
    // findings_clear
    std::map<std::string, std::int64_t> maxOpen;
};

struct Approval {
    std::vector<std::string> roles;
    bool affectedDomains = false; // domain: "affected"
    std::int64_t count = 1;
    std::vector<std::string> named; // actor ids
    bool distinctFromProposer = true, distinctFromContributors = false;
    std::vector<std::string> distinctFromApproversOf, after;
    std::int64_t expiresAfterSeconds = 0;
    std::string statement;
    Digest statementDigest; // SHA-256 of the statement's UTF-8 text
    std::int64_t commentMinLength = 0;
    std::vector<std::string> evidenceViewed;
    bool delegationAllowed = false;
    std::int64_t delegationMaxDays = 0;
    std::vector<std::string> delegationToRoles;
    bool rejectIsVeto = true;
};

struct Condition {
    enum class Kind { All, Any, AtLeast, Not, When, Check, Approval } kind = Kind::All;
    std::string id, title;
    std::string pointer; // where it stands in the document: a JSON pointer (RFC 6901); never compared, never evaluated
    std::vector<std::string> requirements;
    std::vector<Condition> children; // When: [then] or [then, else]; Not: [check]
    std::int64_t count = 0; // AtLeast
    Predicate when;
    // checks
    Check check;
    std::string ownerRole;
    std::vector<std::string> producers;
    bool producerNotRegistrar = false;
    std::optional<std::int64_t> maxAgeSeconds;
    bool missingIsUnsatisfied = false;
    // approvals
    Approval approval;

    bool isLeaf() const { return kind == Kind::Check || kind == Kind::Approval; }
};

struct Escalation {
    std::int64_t afterSeconds = 0;
    std::vector<std::string> notifyRoles;
};
struct Sla {
    std::int64_t respondWithinSeconds = 0;
    std::optional<std::int64_t> remindEverySeconds;
    std::vector<Escalation> escalation; // notifies only
    bool expires = false; // onTimeout: expire_proposal
};
struct Gate {
    std::string id, title, rationale;
    Condition require;
    std::vector<std::string> proposers;
    bool automatic = false;
    bool acrossGate = true;
    bool respectsFreezes = true;
    std::optional<std::int64_t> proposalTtlSeconds;
    Sla sla;
};

struct RampStep {
    double trafficPercent = 0;
    std::int64_t minDurationSeconds = 0, minSamples = 0;
};
/// One guardrail of a ramp; what each member means is in gates.md section 3.
struct Guardrail {
    std::string id, title, severity, ownerRole;
    std::optional<Predicate> appliesWhen;
    struct Source {
        std::string kind, connection, canaryQuery, baselineQuery, sampleCountQuery, baselineCountQuery;
        bool counter = false;
        std::int64_t windowSeconds = 0, scrapeIntervalSeconds = 0, maxSampleAgeSeconds = 0, timeoutMs = 0;
    } source;
    struct Test {
        std::string kind; // fixed, relative, sequential_proportion
        std::string op, direction, unit;
        double value = 0, baselineFloor = 0;
        Tolerance allowedDegradation;
        double alpha = 0;
        std::optional<double> maxRatio, limit; // against the baseline, or against a limit
    } test;
    std::int64_t warmupSeconds = 0, minSamples = 0;
    std::optional<std::int64_t> consecutive, breached, outOf;
    std::int64_t missingMaxSeconds = 0;
    bool missingRollsBack = false;
    std::string action; // rollback, hold, alert
};
struct GuardrailSet {
    std::string id, title;
    std::vector<RampStep> ramp;
    std::vector<std::string> guardrails; // ids
    std::vector<Guardrail> rules; // the same, whole
    std::int64_t evaluationIntervalSeconds = 0, actuationDeadlineSeconds = 0, maxSilentSeconds = 0;
    bool parallelBaseline = false, holdRampOnAgentLoss = false;
};

struct Freeze {
    std::string id, title, ownerRole;
    std::vector<std::string> transitions;
    std::optional<Predicate> appliesWhen;
    std::optional<UtcTime> start, end; // one-shot
    std::vector<int> weekdays; // 1 = Monday … 7
    int startMinuteOfDay = 0;
    std::int64_t durationSeconds = 0;
    std::string timeZone;
    std::optional<Condition> exception;
};

struct BreakGlass {
    bool enabled = false;
    std::vector<std::string> transitions;
    std::vector<std::vector<std::string>> authorisers;
    std::int64_t minPersons = 2, reasonMinLength = 40, ttlSeconds = 0, maxPerModelPer90Days = 0;
    bool incidentReferenceRequired = true;
    std::string onOverdue; // rollback_and_hold, hold_model, escalate
    std::vector<std::string> neverSkips;
    std::int64_t reviewDueSeconds = 0;
    Condition review;
};

struct RollbackRules {
    std::optional<std::int64_t> stagingMaxSeconds;
    std::int64_t canaryMaxSeconds = 30, productionMaxSeconds = 900, maxBreachAgeSeconds = 0;
    std::int64_t remediationPlanDueSeconds = 0;
    std::vector<std::string> actuators;
    std::string drillOwnerRole;
    std::vector<std::string> remediationOwnerRoles, notifyRoles;
    std::int64_t drillPeriodDays = 30, drillRemindDaysBefore = 7;
};

enum class ResetEffect { Keep, ResetViewers, ResetPerson, ResetAll };

struct Governance {
    std::vector<std::string> editors;
    Condition review;
    std::int64_t personsPerRole = 1, coolOffSeconds = 0;
    Condition alsoRequire;
    std::vector<std::string> protectedRoles;
    std::int64_t comparisonBudget = 0;
};

struct RaciRole {
    std::string id, title;
    bool core = false;
    std::vector<std::string> policyRoles;
};
using RaciMatrix = std::map<std::string, std::map<std::string, char>>; // transition → role → R A C I
struct RaciOverlay {
    std::string id, title;
    Predicate when;
    RaciMatrix matrix;
};
struct Raci {
    std::string title;
    std::vector<RaciRole> roles;
    std::vector<std::string> transitions;
    RaciMatrix matrix;
    std::vector<RaciOverlay> overlays;
    std::map<std::string, std::string> rationale;
};

struct Reevaluation {
    std::string id, title, state, ownerRole;
    std::int64_t everyDays = 0;
    std::vector<std::string> checks;
};

class Policy final {
public:
    Digest digest; // SHA-256 of the document's bytes: its identity
    std::string policyId, title, description, language;
    std::int64_t revision = 0;
    std::optional<Digest> supersedes;
    std::string initialState;
    std::vector<State> states;
    std::vector<Transition> transitions;
    std::map<std::string, Role> roles;
    std::map<std::string, Tag> tags;
    std::map<std::string, Gate> gates;
    std::map<std::string, GuardrailSet> guardrailSets;
    RollbackRules rollback;
    std::vector<Freeze> freezes;
    BreakGlass breakGlass;
    std::map<std::string, ResetEffect> onChange; // invalidation table
    std::vector<Reevaluation> reevaluation;
    std::optional<std::int64_t> trustedTimeMaxGapSeconds, maxHeadAgeSeconds;
    Governance governance;
    Raci raci;

    const State* state(std::string_view id) const;
    const Transition* transition(std::string_view id) const;
    /// The non-rollback transition of that kind between two states, or null.
    const Transition* transitionOfKind(std::string_view kind, std::string_view from) const;
    const Gate* gate(std::string_view id) const;
    const Gate* gateOf(std::string_view transitionId) const;
    const Role* role(std::string_view id) const;
};

/// Bytes → policy. Checks the grammar: unknown members, missing ones, ranges, patterns.
/// @returns CS-POLICY-GRAMMAR naming the JSON pointer and the remedy; CS-JSON for text that is not strict JSON, with
/// line and column. policy_text.h tells the line and column of a pointer, too.
Result<std::shared_ptr<const Policy>> parse(std::string_view bytes);

/// Does a predicate hold under these tags (missing ones already filled in) and facts?
bool holds(const Policy& policy, const Predicate& predicate, const std::map<std::string, std::string>& tags,
    const std::function<bool(std::string_view)>& fact);

/// Part of a text: bytes from `begin` to before `end`. Line and column of its begin count from 1, columns in
/// characters.
struct Place {
    std::size_t begin = 0, end = 0;
    std::int64_t line = 0, column = 0;
};

/// What the grammar cannot say: references, unique ids, laws 8 and 9, RACI rules, viewing rules (gates.md 2.1, 2.13).
struct LintFinding {
    bool error = true; // an error forbids adoption, a warning does not
    std::string rule; // stable, e.g. "law-9", "reference", "raci"
    std::string where; // JSON pointer (RFC 6901) into the document; "" is all of it
    std::string message; // English sentence
    std::optional<Place> place = std::nullopt; // filled where the text is known: policy::check()
};
std::vector<LintFinding> lint(const Policy& policy);

/// Calls f for every condition of a tree, parents first.
template <class F> void walk(const Condition& condition, F&& f)
{
    f(condition);
    for (const Condition& child : condition.children)
        walk(child, f);
}

} // namespace cs::policy
