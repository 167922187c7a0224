// SPDX-License-Identifier: GPL-3.0-or-later
// A version against what the gates ask of it and against the one that serves.
#include "core/workspace/views/version_facts.h"

#include "core/crypto/hash.h"
#include "core/workspace/views/flow_p.h"

#include <algorithm>
#include <charconv>
#include <set>
#include <tuple>

namespace cs::views {
namespace {

using policy::Check;
using policy::Condition;
using Group = query::CompareRow::Group;
using Outcome = query::CompareRow::Outcome;

query::NodeStatus statusOf(const engine::NodeResult& node)
{
    if (node.status == engine::Truth::Satisfied)
        return query::NodeStatus::Passed;
    if (node.stale)
        return query::NodeStatus::Stale;
    return node.status == engine::Truth::Unsatisfied ? query::NodeStatus::Failed : query::NodeStatus::Pending;
}

bool reads(const Check& check, const query::MetricHistory& metric)
{
    const bool slice = check.slice == "*" ? !metric.slice.empty() : check.slice == metric.slice;
    return check.metric == metric.name && slice && (check.dataset.empty() || check.dataset == metric.dataset);
}

std::optional<bool> higherIsBetter(const Check& check)
{
    if (check.direction == "higher_is_better" || check.direction == "lower_is_better")
        return check.direction == "higher_is_better";
    return check.op.empty() ? std::nullopt : std::optional(check.op.starts_with('g'));
}

void walkChecks(const engine::NodeResult& node, const std::function<void(const engine::NodeResult&)>& f)
{
    if (node.notApplicable)
        return;
    if (node.condition->kind == Condition::Kind::Check && !node.condition->check.metric.empty())
        f(node);
    for (const engine::NodeResult& child : node.children)
        walkChecks(child, f);
}

} // namespace

void addBounds(const Session& session, const policy::Policy& policy, const engine::Version& version, ActorId me,
    UtcTime at, std::vector<query::MetricHistory>& metrics)
{
    const auto& state = session.state();
    const engine::Model* model = state.model(version.model);
    const std::string endpoint = model != nullptr && model->serving ? model->serving->endpoint : std::string();
    std::vector<const policy::Transition*> ways;
    for (const policy::Transition& transition : policy.transitions)
        if (!transition.isRollback() && policy.gateOf(transition.id) != nullptr)
            ways.push_back(&transition);
    std::ranges::stable_partition(ways, [&](const auto* way) { return way->from == version.stage(); });
    std::set<std::string> judged; // several ways share a gate
    for (const policy::Transition* way : ways) {
        if (!judged.insert(way->gate).second)
            continue;
        const auto gate = engine::previewGate(state, version.id, way->id, endpoint, me, at);
        if (!gate)
            continue;
        walkChecks(gate->pinned, [&](const engine::NodeResult& node) {
            const Condition& condition = *node.condition;
            for (query::MetricHistory& metric : metrics) {
                if (!reads(condition.check, metric))
                    continue;
                metric.bounds.push_back({node.bound, wayTitle(policy, way->from, way->to),
                    condition.title.empty() ? condition.id : condition.title, statusOf(node), because(session, node),
                    way->from == version.stage()});
                if (!metric.higherIsBetter)
                    metric.higherIsBetter = higherIsBetter(condition.check);
            }
        });
    }
}

namespace {

struct Measured {
    double value = 0;
    std::string unit;
    std::optional<Digest> data;
};
using MetricKey = std::tuple<std::string, std::string, std::string>; // name, slice, data set

std::map<MetricKey, Measured> latestOf(const engine::Version& version)
{
    std::map<MetricKey, Measured> latest;
    for (const engine::ReportedResult& result : version.results)
        for (const events::ResultItem& item : result.report.results)
            if (item.value)
                latest[{item.name, item.slice.value_or(""), item.dataset ? item.dataset->name : ""}] = {
                    item.value->value(), item.unit, item.dataset ? item.dataset->sha : std::nullopt};
    return latest;
}

std::string numberText(double value)
{
    char text[32];
    const auto end = std::to_chars(std::begin(text), std::end(text), value);
    return {std::begin(text), end.ptr};
}

/// Numbers say more than "different" only where both were measured on the same data and a gate says what is better.
Outcome outcomeOf(const Measured& here, const Measured& there, std::optional<bool> higher)
{
    if (here.value == there.value && here.data == there.data)
        return Outcome::Same;
    if (!higher || here.data != there.data || here.unit != there.unit || here.value == there.value)
        return Outcome::Different;
    return (here.value > there.value) == *higher ? Outcome::Better : Outcome::Worse;
}

void addMetrics(const engine::Version& here, const engine::Version& there,
    const std::vector<query::MetricHistory>& metrics, std::vector<query::CompareRow>& rows)
{
    constexpr std::size_t rowsMax = 200;
    const auto ours = latestOf(here);
    const auto theirs = latestOf(there);
    std::set<MetricKey> keys;
    for (const auto* side : {&ours, &theirs})
        for (const auto& [key, value] : *side)
            keys.insert(key);
    std::vector<query::CompareRow> all;
    for (const MetricKey& key : keys) {
        const auto& [name, slice, dataset] = key;
        const auto mine = ours.find(key);
        const auto other = theirs.find(key);
        query::CompareRow row;
        row.id = name;
        row.detail = slice.empty() || dataset.empty() ? slice + dataset : slice + ", " + dataset;
        if (mine != ours.end()) {
            row.hereValue = mine->second.value;
            row.here = numberText(mine->second.value);
            row.unit = mine->second.unit;
        }
        if (other != theirs.end()) {
            row.thereValue = other->second.value;
            row.there = numberText(other->second.value);
            row.unit = row.unit.empty() ? other->second.unit : row.unit;
        }
        const auto history = std::ranges::find_if(metrics, [&](const query::MetricHistory& one) {
            return one.name == name && one.slice == slice && one.dataset == dataset;
        });
        const bool known = history != metrics.end();
        row.outcome = mine == ours.end() ? Outcome::OnlyThere
            : other == theirs.end()
            ? Outcome::OnlyHere
            : outcomeOf(mine->second, other->second, known ? history->higherIsBetter : std::nullopt);
        if (known && !history->bounds.empty()) {
            row.bound = history->bounds.front().bound;
            row.gate = history->bounds.front().gate;
            row.boundStatus = history->bounds.front().status;
        }
        all.push_back(std::move(row));
    }
    // What a gate asks for first, then whole metrics before their slices.
    std::ranges::stable_sort(all, {},
        [](const query::CompareRow& row) { return std::pair(row.bound.empty(), row.outcome == Outcome::OnlyThere); });
    all.resize(std::min(all.size(), rowsMax));
    std::ranges::move(all, std::back_inserter(rows));
}

struct Facts {
    Group group;
    const char* id;
    bool digest;
    std::string (*of)(const Session& session, const engine::Version& version);
};

std::string digestText(const std::optional<Digest>& digest)
{
    return digest ? digest->text() : std::string();
}

const std::vector<Facts>& factsOf()
{
    using engine::Version;
    static const std::vector<Facts> all{{Group::Lineage, "data", false,
                                            [](const Session&, const Version& v) {
                                                return v.description.data.name
                                                    + (v.description.data.version.empty() ? "" : " ")
                                                    + v.description.data.version;
                                            }},
        {Group::Lineage, "data_digest", true,
            [](const Session&, const Version& v) { return digestText(v.description.data.sha); }},
        {Group::Lineage, "pipeline", false,
            [](const Session&, const Version& v) {
                return v.description.pipeline.name + (v.description.pipeline.version.empty() ? "" : " ")
                    + v.description.pipeline.version;
            }},
        {Group::Lineage, "features", false,
            [](const Session&, const Version& v) {
                std::vector<std::string> names;
                for (const events::NamedVersion& feature : v.description.features)
                    names.push_back(feature.name + " " + feature.version);
                return joined(names);
            }},
        {Group::Lineage, "code", true, [](const Session&, const Version& v) { return v.description.code; }},
        {Group::Lineage, "contributors", false,
            [](const Session& session, const Version& v) {
                std::vector<std::string> names;
                for (const ActorId id : v.description.contributors)
                    names.push_back(person(session, id).name);
                return joined(names);
            }},
        {Group::Identity, "artifact", true,
            [](const Session&, const Version& v) { return digestText(v.description.artifact.sha); }},
        {Group::Identity, "artifact_bytes", false,
            [](const Session&, const Version& v) {
                return v.description.artifact.bytes ? std::to_string(*v.description.artifact.bytes) : std::string();
            }},
        {Group::Identity, "image", true,
            [](const Session&, const Version& v) { return digestText(v.description.image); }},
        {Group::Identity, "source", false, [](const Session& session, const Version& v) {
             const auto& source = v.description.source;
             return source
                 ? registryName(session.state(), source->registry) + " " + source->name + " " + source->version
                 : std::string();
         }}};
    return all;
}

} // namespace

query::Comparison compareVersions(const Session& session, const engine::Version& here, const engine::Version& there,
    const std::vector<query::MetricHistory>& metrics)
{
    query::Comparison comparison;
    comparison.other = there.id;
    comparison.otherLabel = there.description.label;
    if (!there.stages.empty())
        comparison.since = there.stages.back().stamp.time;
    addMetrics(here, there, metrics, comparison.rows);
    for (const Facts& fact : factsOf()) {
        query::CompareRow row;
        row.group = fact.group;
        row.id = fact.id;
        row.digest = fact.digest;
        row.here = fact.of(session, here);
        row.there = fact.of(session, there);
        if (row.here.empty() && row.there.empty())
            continue;
        row.outcome = row.here == row.there ? Outcome::Same
            : row.there.empty()             ? Outcome::OnlyHere
            : row.here.empty()              ? Outcome::OnlyThere
                                            : Outcome::Different;
        comparison.rows.push_back(std::move(row));
    }
    // What is the same, and no gate asks for, is there to be looked up.
    std::ranges::stable_partition(comparison.rows,
        [](const query::CompareRow& row) { return row.outcome != Outcome::Same || !row.bound.empty(); });
    return comparison;
}

namespace {

void collectKinds(const Condition& condition, std::vector<std::string>& kinds)
{
    const auto add = [&](const std::string& kind) {
        if (!kind.empty() && std::ranges::find(kinds, kind) == kinds.end())
            kinds.push_back(kind);
    };
    if (condition.kind == Condition::Kind::Check)
        add(condition.check.evidenceKind);
    if (condition.kind == Condition::Kind::Approval)
        for (const std::string& kind : condition.approval.evidenceViewed)
            add(kind);
    for (const Condition& child : condition.children)
        collectKinds(child, kinds);
}

} // namespace

std::vector<std::string> evidenceKinds(const policy::Policy* policy, const engine::Version& version)
{
    std::vector<std::string> kinds;
    if (policy != nullptr) {
        // What the version needs next stands first.
        for (const bool here : {true, false})
            for (const policy::Transition& transition : policy->transitions)
                if (const policy::Gate* gate = policy->gateOf(transition.id);
                    gate != nullptr && (transition.from == version.stage()) == here)
                    collectKinds(gate->require, kinds);
    }
    for (const engine::EvidenceItem& item : version.evidence)
        if (std::ranges::find(kinds, item.kind) == kinds.end())
            kinds.push_back(item.kind);
    return kinds;
}

query::ActionState attachState(const Session& session, VersionId version, ActorId me)
{
    if (const std::string closed = closedBecause(session, me); !closed.empty())
        return {closed};
    const auto key = liveKey(session, me);
    if (!key)
        return {"None of your keys may sign any more."};
    const events::EvidenceAttached imagined{
        version, "evaluation_report", "text/plain", sha256("evidence"), 1, std::nullopt, "countersign-reader/1"};
    const Status accepted = session.wouldAccept(imagined, me, *key);
    return {accepted ? std::string() : utf8(accepted.error().message())};
}

} // namespace cs::views
