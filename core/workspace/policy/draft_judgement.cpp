// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/policy/draft_judgement.h"

#include "core/base/json_edit.h"
#include "core/domain/policy_text.h"
#include "core/engine/compare/compare.h"
#include "core/engine/compare/fewest_people.h"
#include "core/workspace/policy/policy_desk.h"
#include "core/workspace/views_p.h"

#include <QElapsedTimer>

#include <algorithm>
#include <set>

namespace cs::policies {
namespace {

namespace comparison = engine::comparison;
using query::PolicyFinding;

/// Steps that the colours of the tree may take: they are a display, the judgement has its own budget.
constexpr std::int64_t displaySteps = 60'000;
constexpr std::size_t namesMax = 5000;

query::NodeChange changeOf(comparison::NodeChange::Kind kind)
{
    using Kind = comparison::NodeChange::Kind;
    switch (kind) {
    case Kind::Stricter:
        return query::NodeChange::Stricter;
    case Kind::Weaker:
        return query::NodeChange::Weaker;
    case Kind::Different:
        return query::NodeChange::Different;
    case Kind::Added:
        return query::NodeChange::Added;
    case Kind::Removed:
        return query::NodeChange::Removed;
    case Kind::Same:
        break;
    }
    return query::NodeChange::Same;
}

/// Who signs an approval without a title; else its id.
std::string nameOf(const policy::Policy& policy, const std::string& leaf)
{
    std::vector<std::string> roles;
    for (const auto& [id, gate] : policy.gates)
        policy::walk(gate.require, [&](const policy::Condition& node) {
            if (node.id == leaf && roles.empty())
                for (const std::string& role : node.approval.roles)
                    roles.push_back(policy.role(role) == nullptr ? role : policy.role(role)->title);
        });
    return roles.empty() ? leaf : views::joined(roles, " or ");
}

/// @param policy in which the leaves stand.
std::vector<query::CaseItem> itemsOf(const policy::Policy& policy, const std::vector<comparison::Item>& items)
{
    std::vector<query::CaseItem> shown;
    shown.reserve(items.size());
    for (const comparison::Item& item : items)
        shown.push_back({item.leaf, item.title.empty() ? nameOf(policy, item.leaf) : item.title, item.approval,
            item.negated, item.count});
    return shown;
}

std::string factTitle(const std::string& fact)
{
    std::string title = fact;
    std::ranges::replace(title, '_', ' ');
    return title;
}

std::string labelOf(const policy::Policy& policy, const std::string& id)
{
    const policy::Transition* transition = policy.transition(id);
    if (transition == nullptr)
        return id;
    const policy::State* from = policy.state(transition->from);
    const policy::State* to = policy.state(transition->to);
    return (from == nullptr ? transition->from : from->label) + " → " + (to == nullptr ? transition->to : to->label);
}

/// Findings know a condition by its id or a member by its path; a reader needs the place in the text.
class Places {
public:
    explicit Places(const json::Source& source)
        : m_source(source)
    {
        if (source.status())
            collect(source.root(), {});
    }
    void place(PolicyFinding& finding, const std::string& where) const
    {
        std::string pointer = where.starts_with('/') ? where : pointerOf(where);
        while (!pointer.empty() && !m_source.at(pointer).isValid())
            pointer = json::parentOf(pointer);
        finding.pointer = pointer;
        const json::Span span = m_source.spanOf(m_source.at(pointer));
        finding.begin = static_cast<std::int64_t>(span.begin);
        finding.end = static_cast<std::int64_t>(span.end);
        const policy::Place place = policy::placeAt(m_source.text(), span.begin);
        finding.line = place.line;
        finding.column = place.column;
    }

private:
    void collect(json::Value value, const std::string& pointer)
    {
        if (const json::Value id = value.find("id"); id.isString())
            m_byId.emplace(std::string(id.string()), pointer);
        std::size_t index = 0;
        if (value.isObject())
            for (const json::Value child : value)
                collect(child, pointer + json::step(child.key()));
        else if (value.isArray())
            for (const json::Value child : value)
                collect(child, pointer + json::step(index++));
    }
    /// "gates/g.x/leaf", "freezes/weekend", "governance.review": the deepest step that names something.
    std::string pointerOf(const std::string& where) const
    {
        std::string rest = where;
        while (!rest.empty()) {
            const auto slash = rest.rfind('/');
            const std::string last = slash == std::string::npos ? rest : rest.substr(slash + 1);
            if (const auto found = m_byId.find(last); found != m_byId.end())
                return found->second;
            std::string path;
            for (const std::string& step : split(rest))
                path += json::step(step);
            if (m_source.at(path).isValid())
                return path;
            rest = slash == std::string::npos ? std::string() : rest.substr(0, slash);
        }
        const auto dot = where.find_first_of("./");
        const std::string head = json::step(where.substr(0, dot));
        return m_source.at(head).isValid() ? head : std::string();
    }
    static std::vector<std::string> split(const std::string& path)
    {
        std::vector<std::string> steps;
        std::size_t from = 0;
        while (from <= path.size()) {
            const auto to = std::min(path.find('/', from), path.size());
            steps.push_back(path.substr(from, to - from));
            from = to + 1;
        }
        return steps;
    }

    const json::Source& m_source;
    std::map<std::string, std::string> m_byId;
};

void addNames(const policy::Predicate& predicate, std::set<std::string>& names)
{
    for (const policy::Predicate& child : predicate.children)
        addNames(child, names);
    names.insert(predicate.kind == policy::Predicate::Kind::Tag ? predicate.tag : predicate.fact);
}

/// Tags and facts on which it depends whether a leaf is asked for. @returns whether the leaf stands below @p node.
bool addNamesAbove(const policy::Condition& node, const std::string& leaf, std::set<std::string>& names)
{
    if (node.id == leaf)
        return true;
    bool below = false;
    for (const policy::Condition& child : node.children)
        below = addNamesAbove(child, leaf, names) || below;
    if (below && node.kind == policy::Condition::Kind::When)
        addNames(node.when, names);
    return below;
}

/// Of a case the tags that matter for what is lacking: a reader has no use for the others.
std::set<std::string> namesThatMatter(
    const policy::Policy& before, const policy::Policy& now, const comparison::Finding& weak)
{
    std::set<std::string> names;
    for (const comparison::Item& item : weak.lacks)
        for (const policy::Policy* policy : {&before, &now})
            for (const auto& [id, gate] : policy->gates)
                (void)addNamesAbove(gate.require, item.leaf, names);
    return names;
}

bool lacksApproval(const PolicyFinding& finding)
{
    return std::ranges::any_of(finding.lacks, &query::CaseItem::approval);
}

void addWeakenings(const comparison::Comparison& found, const policy::Policy& before, const policy::Policy& now,
    const Places& places, std::vector<PolicyFinding>& findings)
{
    const std::size_t first = findings.size();
    for (const comparison::Finding& weak : found.findings) {
        if (weak.kind == comparison::Finding::Kind::Lint)
            continue; // said by the lint
        PolicyFinding finding;
        finding.kind = PolicyFinding::Kind::Weakens;
        finding.rule = weak.rule;
        finding.message = weak.message;
        for (const std::string& transition : weak.transitions)
            finding.transitions.push_back(labelOf(now, transition));
        const auto names = namesThatMatter(before, now, weak);
        const auto matters = [&](const std::string& name) { return weak.lacks.empty() || names.contains(name); };
        for (const auto& [tag, value] : weak.tags) {
            if (!matters(tag))
                continue;
            const auto known = now.tags.find(tag);
            finding.tags.emplace_back(
                known == now.tags.end() || known->second.title.empty() ? tag : known->second.title, value);
        }
        for (const auto& [fact, holds] : weak.facts)
            if (matters(fact))
                finding.tags.emplace_back(factTitle(fact), holds ? "true" : "false");
        finding.suffices = itemsOf(now, weak.suffices);
        finding.lacks = itemsOf(before, weak.lacks);
        finding.was = weak.was;
        finding.is = weak.is;
        places.place(finding, weak.lacks.size() == 1 ? weak.where + "/" + weak.lacks.front().leaf : weak.where);
        findings.push_back(std::move(finding));
    }
    // A signature that is not asked any more comes first.
    std::stable_sort(findings.begin() + static_cast<std::ptrdiff_t>(first), findings.end(),
        [](const auto& a, const auto& b) { return lacksApproval(a) && !lacksApproval(b); });
}

/// Names that no report of this workspace ever had: the condition would wait for ever.
void addUnknownNames(
    const Session& session, const policy::Policy& policy, const Places& places, std::vector<PolicyFinding>& findings)
{
    std::set<std::string> known;
    for (const auto& [id, model] : session.state().models)
        for (const VersionId version : model.versions) {
            if (known.size() > namesMax)
                return;
            const engine::Version* row = session.state().versions.find(version.index());
            if (row == nullptr)
                continue;
            for (const auto& report : row->results)
                for (const auto& item : report.report.results)
                    known.insert(item.name);
        }
    if (known.empty())
        return; // nothing was reported yet
    for (const auto& [id, gate] : policy.gates)
        policy::walk(gate.require, [&](const policy::Condition& node) {
            if (node.kind != policy::Condition::Kind::Check)
                return;
            const std::string& name = node.check.metric.empty() ? node.check.signal : node.check.metric;
            const bool reported = node.check.kind == "metric_threshold" || node.check.kind == "metric_vs_baseline"
                || node.check.kind == "boolean";
            if (!reported || name.empty() || known.contains(name))
                return;
            PolicyFinding finding;
            finding.kind = PolicyFinding::Kind::Warning;
            finding.rule = "unknown-name";
            finding.message = "No version of this workspace was ever reported with the result " + name
                + ". The condition waits until one is.";
            places.place(finding, node.pointer);
            findings.push_back(std::move(finding));
        });
}

/// Approvals that nobody of today could give.
void addVacancies(
    const Session& session, const policy::Policy& policy, const Places& places, std::vector<PolicyFinding>& findings)
{
    for (const auto& [id, gate] : policy.gates)
        policy::walk(gate.require, [&](const policy::Condition& node) {
            if (node.kind != policy::Condition::Kind::Approval)
                return;
            std::set<ActorId> persons;
            for (const std::string& role : node.approval.roles)
                for (const ActorId holder : engine::holdersOf(session.state(), role))
                    if (node.approval.named.empty()
                        || std::ranges::find(node.approval.named, holder.text()) != node.approval.named.end())
                        persons.insert(holder);
            if (std::ssize(persons) >= node.approval.count)
                return;
            PolicyFinding finding;
            finding.kind = PolicyFinding::Kind::Warning;
            finding.rule = "deadlock";
            std::vector<std::string> titles;
            for (const std::string& role : node.approval.roles)
                titles.push_back(policy.role(role) == nullptr ? role : policy.role(role)->title);
            finding.message = (persons.empty() ? "Nobody"
                                               : std::to_string(persons.size()) + " of the "
                                          + std::to_string(node.approval.count) + " persons asked")
                + " can sign as " + views::joined(titles, " or ") + ". Such a version is stopped here.";
            places.place(finding, node.pointer);
            findings.push_back(std::move(finding));
        });
}

void addFaults(const policy::Faults& faults, std::vector<PolicyFinding>& findings)
{
    for (const policy::LintFinding& said : faults.findings) {
        PolicyFinding finding;
        finding.kind = said.error ? PolicyFinding::Kind::Error : PolicyFinding::Kind::Warning;
        finding.rule = said.rule;
        finding.message = said.message;
        finding.pointer = said.where;
        if (said.place) {
            finding.begin = static_cast<std::int64_t>(said.place->begin);
            finding.end = static_cast<std::int64_t>(said.place->end);
            finding.line = said.place->line;
            finding.column = said.place->column;
        }
        findings.push_back(std::move(finding));
    }
}

void sortAndCount(query::DraftJudgement& judgement)
{
    std::ranges::stable_sort(judgement.findings, {}, &PolicyFinding::kind);
    for (const PolicyFinding& finding : judgement.findings) {
        judgement.errors += finding.kind == PolicyFinding::Kind::Error ? 1U : 0U;
        judgement.warnings += finding.kind == PolicyFinding::Kind::Warning ? 1U : 0U;
    }
}

} // namespace

query::DraftJudgement judgeDraft(Session& session, std::string_view text, ActorId editor)
{
    QElapsedTimer timer;
    timer.start();
    query::DraftJudgement judgement;
    const json::Source source{std::string(text)};
    const Places places(source);
    const policy::Faults faults = policy::check(text);
    addFaults(faults, judgement.findings);
    const auto& draft = faults.policy;
    judgement.readable = draft != nullptr;
    if (!draft) {
        sortAndCount(judgement);
        return judgement;
    }
    judgement.title = draft->title;
    judgement.revision = draft->revision;
    addVacancies(session, *draft, places, judgement.findings);
    addUnknownNames(session, *draft, places, judgement.findings);
    if (const auto current = inForce(session)) {
        const auto found = comparison::compare(**current, *draft);
        judgement.weakens = found.weakens;
        judgement.undecided = found.undecided;
        addWeakenings(found, **current, *draft, places, judgement.findings);
        judgement.coolOffSeconds = found.weakens ? (*current)->governance.coolOffSeconds : 0;
        judgement.signers = signersOf(session, **current, editor, found.weakens, found.affected, editor);
        for (const auto& [id, gate] : draft->gates)
            for (const auto& change : comparison::nodeChanges(**current, *draft, id, {displaySteps}))
                judgement.changes.emplace(change.node, changeOf(change.kind));
    }
    sortAndCount(judgement);
    judgement.milliseconds = timer.elapsed();
    return judgement;
}

Result<query::PolicyComparison> compareTexts(
    Session& session, std::string_view before, std::string_view now, ActorId editor)
{
    QElapsedTimer timer;
    timer.start();
    CS_TRY(const auto older, policy::parse(before));
    CS_TRY(const auto newer, policy::parse(now));
    query::PolicyComparison result;
    result.textBefore = before;
    result.textNow = now;
    result.before.revision = older->revision;
    result.before.title = older->title;
    result.now.revision = newer->revision;
    result.now.title = newer->title;
    const auto found = comparison::compare(*older, *newer);
    result.weakens = found.weakens;
    result.undecided = found.undecided;
    const json::Source source{std::string(now)};
    addWeakenings(found, *older, *newer, Places(source), result.findings);
    result.signers = signersOf(session, *older, editor, found.weakens, found.affected, editor);
    std::set<std::string> gates;
    for (const auto& [id, gate] : older->gates)
        gates.insert(id);
    for (const auto& [id, gate] : newer->gates)
        gates.insert(id);
    for (const std::string& gate : gates)
        for (const auto& change : comparison::nodeChanges(*older, *newer, gate, {displaySteps}))
            result.gates[gate].emplace(change.node, changeOf(change.kind));
    result.milliseconds = timer.elapsed();
    return result;
}

Result<query::FewestPeople> fewestPeople(
    Session& session, std::string_view text, const std::map<std::string, std::string>& tags, ActorId me)
{
    CS_TRY(const auto draft, policy::parse(text));
    std::vector<comparison::Member> people;
    for (const auto& [id, actor] : session.state().actors) {
        if (actor.kind != engine::ActorKind::Person)
            continue;
        auto roles = engine::rolesOf(session.state(), id);
        if (!roles.empty())
            people.push_back({id.text(), std::move(roles)});
    }
    query::FewestPeople result;
    for (const auto& [tag, value] : tags)
        if (const auto known = draft->tags.find(tag); known != draft->tags.end())
            result.tags.emplace_back(known->second.title, value);
    const auto found = comparison::fewestPeople(*draft, people, {tags, {}}, {draft->governance.comparisonBudget});
    result.complete = found.complete;
    for (const auto& set : found.sets) {
        std::vector<query::PersonView> persons;
        for (const std::string& id : set)
            if (const auto actor = ActorId::fromText(id))
                persons.push_back(views::person(session, *actor, me));
        result.sets.push_back(std::move(persons));
    }
    return result;
}

} // namespace cs::policies
