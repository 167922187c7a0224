// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/filter/filter.h"
#include "core/query/filter/version_table.h"
#include "core/query/views.h"

/// What the screen of models, the page of a version and `version list` show.
namespace cs::query {

/// The answer to a filter: ids in the order asked for, or where the filter is wrong.
struct VersionsFound {
    std::vector<VersionId> ids;
    std::size_t total = 0; ///< versions of the workspace
    std::size_t models = 0;
    std::optional<filter::Fault> fault;
};

struct VersionListRow {
    VersionId id;
    ModelId model;
    std::string modelName, label, stage, stageLabel, risk, riskLabel;
    bool regulated = false, held = false;
    std::optional<double> metric;
    std::string metricName;
    filter::Standing standing = filter::Standing::Quiet;
    std::string finding; ///< kind of the gravest open finding
    std::string modelFinding; ///< the same, of those about the model as a whole
    std::optional<PromotionId> promotion; ///< the open one
    std::int64_t promotionNumber = 0;
    std::optional<UtcTime> waitingSince; ///< when it was proposed
    std::string promotionStatus, promotionLine; ///< "open", "2 of 11 left"
    std::size_t passed = 0, total = 0;
    bool vetoed = false, approvalStale = false;
    std::string registry, artifact; ///< digest in text form; empty: unverified
    UtcTime updated;
};

/// A stage that the version has been in.
struct StageStep {
    std::string stage, stageLabel, cause; ///< registered, promotion, supersession, rollback, reinstated
    UtcTime since;
    std::optional<UtcTime> until;
    EntryIndex entry = -1;
    std::optional<PromotionId> promotion;
    std::int64_t promotionNumber = 0;
    std::vector<PersonView> by; ///< approvers, or who registered it
};

struct LifecycleStep {
    std::string stage, label;
    bool visited = false, current = false;
};

struct MetricPoint {
    UtcTime at;
    double value = 0;
    EntryIndex entry = -1;
};
/// A condition of a gate that reads a metric.
struct MetricBound {
    std::string bound, gate, condition; ///< "≥ 0.85", "Canary → Production", the condition's title
    NodeStatus status = NodeStatus::Pending; ///< of this condition now, for this version
    std::string because; ///< one English sentence
    bool next = false; ///< of a gate that begins where the version is
};
struct MetricHistory {
    std::string name, unit, slice, dataset;
    std::vector<MetricPoint> points, production;
    std::vector<MetricBound> bounds; ///< the gates that come next first
    std::optional<bool> higherIsBetter; ///< as the conditions say; nothing: no condition says
};

/// One fact of two versions, side by side.
struct CompareRow {
    enum class Group { Metric, Lineage, Identity } group = Group::Metric;
    enum class Outcome { Same, Different, Better, Worse, OnlyHere, OnlyThere } outcome = Outcome::Same;
    std::string id, detail; ///< a metric's name with its slice and data set, or "code", "data_digest" …
    std::string here, there; ///< numbers in C locale
    std::optional<double> hereValue, thereValue;
    std::string unit;
    std::string bound, gate; ///< of the condition that asks for the metric next; empty: none does
    std::optional<NodeStatus> boundStatus;
    bool digest = false; ///< both are digests
};
/// A version beside the one that serves production.
struct Comparison {
    VersionId other;
    std::string otherLabel;
    std::optional<UtcTime> since; ///< in production since
    std::vector<CompareRow> rows;
};

struct VersionPromotion {
    PromotionId id;
    std::int64_t number = 0;
    std::string transition, status, line;
    PersonView proposer;
    UtcTime proposedAt;
    EntryIndex entry = -1;
};

struct FindingView {
    FindingId id;
    std::string kind, severity, text;
    UtcTime opened;
    std::optional<UtcTime> closed;
    EntryIndex entry = -1;
};

/// What a registry shows of the version, and what was written there.
struct RegistryStamp {
    std::string registry, kind, name, version, stage, aliases, traffic;
    bool written = false; ///< else observed
    std::string result;
    UtcTime at;
    EntryIndex entry = -1;
};

/// Which version served production, and when.
struct ProductionSpan {
    VersionId version;
    std::string label;
    UtcTime from;
    std::optional<UtcTime> until;
    EntryIndex entry = -1;
};

struct NamedFact {
    std::string label, value;
};

struct VersionPageView {
    VersionListRow row;
    std::string artifactMethod, image, code;
    std::int64_t artifactBytes = 0;
    std::string dataName, dataVersion, dataDigest, pipeline, sourceRegistry, sourceName, sourceVersion, run;
    std::vector<NamedFact> moreData; ///< further datasets of its run: what for (may be empty), name and version
    std::vector<std::string> features;
    std::vector<PersonView> contributors;
    PersonView registeredBy;
    UtcTime registeredAt;
    EntryIndex entry = -1;
    std::vector<std::pair<VersionId, std::string>> sameArtifact; ///< other versions with the same bytes
    std::vector<LifecycleStep> lifecycle;
    std::vector<StageStep> stages; ///< newest first
    std::vector<EvidenceView> evidence; ///< newest first
    std::vector<VersionPromotion> promotions; ///< newest first
    std::vector<MetricHistory> metrics;
    std::string productionLabel; ///< version that the metrics are compared with, or empty
    std::optional<Comparison> comparison; ///< nothing: this one serves, or none does
    std::vector<std::string> evidenceKinds; ///< that the policy's gates ask for, then those that are attached
    ActionState attach; ///< evidence, by the signed-in person
    std::vector<NamedFact> tags; ///< title and value; "yes" where it is one
    std::string endpoint, region, capacity, fallback, wayBack;
    std::optional<double> traffic;
    std::vector<FindingView> findings; ///< open ones first
    std::vector<RegistryStamp> stamps;
    std::vector<ProductionSpan> production; ///< of the whole model, oldest first
    std::vector<EntryIndex> entries; ///< about this version, newest first
};

/// Rows and columns for a file.
struct TableExport {
    std::string format; ///< csv, json, xlsx
    std::vector<std::string> columns; ///< ids, in the order of the file; empty: all
};

} // namespace cs::query
