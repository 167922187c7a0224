// SPDX-License-Identifier: GPL-3.0-or-later
// What of the picture stands in the policy: gates with their approvers, freezes, ways back.
#include "core/domain/policy_raci.h"
#include "core/engine/freeze.h"
#include "core/workspace/views/flow_p.h"

#include <algorithm>

namespace cs::views {
namespace {

using policy::Condition;
using policy::Predicate;

constexpr std::int64_t dayMs = 86'400'000;
constexpr std::int64_t freezeAheadDays = 30;

std::string titleOfRole(const policy::Policy& policy, const std::string& id)
{
    const policy::Role* role = policy.role(id);
    return role == nullptr ? id : role->title;
}

/// The last word of a title with its space, " owner"; empty if the title is but one word.
std::string lastWord(const std::string& title)
{
    const std::size_t at = title.rfind(' ');
    return at == std::string::npos || at == 0 ? std::string() : title.substr(at);
}

/// "Product or business owner": the later titles lose their capital, the earlier ones a last word that all share.
std::string rolesTitle(const policy::Policy& policy, const std::vector<std::string>& roles)
{
    const std::string shared = roles.empty() ? std::string() : lastWord(titleOfRole(policy, roles.front()));
    const bool share = !shared.empty() && std::ranges::all_of(roles, [&](const std::string& role) {
        return lastWord(titleOfRole(policy, role)) == shared;
    });
    std::string title;
    for (std::size_t n = 0; n < roles.size(); ++n) {
        std::string next = titleOfRole(policy, roles[n]);
        if (share && n + 1 < roles.size())
            next.resize(next.size() - shared.size());
        const bool word = next.size() > 1 && next[1] >= 'a' && next[1] <= 'z';
        if (!title.empty() && word && next[0] >= 'A' && next[0] <= 'Z')
            next[0] = static_cast<char>(next[0] - 'A' + 'a');
        title += (title.empty() ? "" : " or ") + next;
    }
    return title;
}

std::string tagTitle(const policy::Policy& policy, const std::string& tag)
{
    const auto found = policy.tags.find(tag);
    return found == policy.tags.end() || found->second.title.empty() ? tag : found->second.title;
}

/// Walks a gate with the predicates under which each condition applies.
template <class F> void walkWhen(const Condition& condition, std::vector<const Predicate*>& under, F&& f)
{
    f(condition, under);
    const bool when = condition.kind == Condition::Kind::When;
    for (std::size_t child = 0; child < condition.children.size(); ++child) {
        // "Otherwise" branches apply to everybody else: no mark says that in four letters.
        const bool marked = when && child == 0;
        if (marked)
            under.push_back(&condition.when);
        walkWhen(condition.children[child], under, f);
        if (marked)
            under.pop_back();
    }
}

query::FlowApprover approverOf(const policy::Policy& policy, const Condition& condition,
    const std::vector<const Predicate*>& under, const std::vector<std::string>& mine)
{
    query::FlowApprover approver;
    approver.roles = condition.approval.roles;
    approver.title = rolesTitle(policy, approver.roles);
    approver.count = condition.approval.count;
    std::vector<std::string> words;
    for (const Predicate* predicate : under) {
        words.push_back(predicateWords(policy, *predicate));
        if (approver.mark.empty())
            approver.mark = predicateMark(*predicate);
    }
    approver.when = joined(words, " and ");
    approver.mine = std::ranges::find_first_of(approver.roles, mine) != approver.roles.end();
    return approver;
}

void addProducers(const policy::Policy& policy, const Condition& condition, query::FlowGate& gate)
{
    for (const std::string& id : condition.producers) {
        const policy::Role* role = policy.role(id);
        const auto known = [&](const auto& other) { return other.first == id; };
        if (role != nullptr && !role->human && std::ranges::none_of(gate.producers, known))
            gate.producers.emplace_back(id, role->title);
    }
}

/// A condition as the policy has it: nothing is judged.
query::GateNode conditionNode(const policy::Policy& policy, const Condition& condition)
{
    query::GateNode node;
    node.id = condition.id;
    node.leaf = condition.isLeaf();
    node.approval = condition.kind == Condition::Kind::Approval;
    node.title = condition.title.empty() ? condition.id : condition.title;
    if (node.approval && condition.title.empty())
        node.title = "Approval";
    if (node.approval) {
        for (const std::string& role : condition.approval.roles)
            node.whoCan.push_back(titleOfRole(policy, role));
        node.needs = std::to_string(condition.approval.count)
            + (condition.approval.count == 1 ? " signature" : " signatures, each by another person");
    } else {
        for (const std::string& role : condition.producers)
            node.whoCan.push_back(titleOfRole(policy, role));
    }
    if (condition.kind == Condition::Kind::When)
        node.because = "Only with " + predicateWords(policy, condition.when);
    else if (condition.kind == Condition::Kind::Any)
        node.because = "One of these is enough";
    else if (condition.kind == Condition::Kind::AtLeast)
        node.because = "At least " + std::to_string(condition.count) + " of these";
    for (const Condition& child : condition.children)
        node.children.push_back(conditionNode(policy, child));
    return node;
}

query::FlowGate gateOf(const policy::Policy& policy, const policy::Transition& transition, const policy::Gate& gate,
    const std::vector<std::string>& mine)
{
    query::FlowGate out;
    out.transition = transition.id;
    out.label = transition.label;
    out.title = wayTitle(policy, transition.from, transition.to);
    out.from = transition.from;
    out.to = transition.to;
    const policy::State* from = policy.state(transition.from);
    const policy::State* to = policy.state(transition.to);
    out.fromLabel = from == nullptr ? transition.from : from->label;
    out.toLabel = to == nullptr ? transition.to : to->label;
    out.kind = transition.kind;
    out.automatic = gate.automatic;
    out.proposable = transition.kind != "supersession";
    for (const std::string& role : gate.proposers)
        out.proposers.push_back(titleOfRole(policy, role));
    std::vector<const Predicate*> under;
    walkWhen(gate.require, under, [&](const Condition& condition, const std::vector<const Predicate*>& when) {
        if (condition.isLeaf())
            ++out.conditions;
        if (condition.kind == Condition::Kind::Approval)
            out.approvers.push_back(approverOf(policy, condition, when, mine));
        else
            addProducers(policy, condition, out);
    });
    out.tree = conditionNode(policy, gate.require);
    return out;
}

/// The roles with an A: of the bare matrix, then those that an overlay makes accountable.
void addAccountable(const Session& session, const policy::Policy& policy, query::FlowGate& gate)
{
    const auto add = [&](const policy::Holds& holds, const std::string& when) {
        const auto row = policy::raciRow(policy, gate.transition, holds);
        for (const policy::RaciRole& role : policy.raci.roles) {
            const auto cell = row.find(role.id);
            const auto known = [&](const query::FlowAnswerable& other) { return other.title == role.title; };
            if (cell == row.end() || cell->second != 'A' || std::ranges::any_of(gate.accountable, known))
                continue;
            query::FlowAnswerable out{
                role.policyRoles.empty() ? role.id : role.policyRoles.front(), role.title, when, {}};
            for (const std::string& held : role.policyRoles)
                for (const ActorId id : engine::holdersOf(session.state(), held))
                    out.holders.push_back(person(session, id).name);
            gate.accountable.push_back(std::move(out));
        }
    };
    add([](const Predicate&) { return false; }, {});
    for (const policy::RaciOverlay& overlay : policy.raci.overlays)
        add([&](const Predicate& when) { return &when == &overlay.when; }, predicateWords(policy, overlay.when));
}

} // namespace

std::string wayTitle(const policy::Policy& policy, const std::string& from, const std::string& to)
{
    const policy::State* first = policy.state(from);
    const policy::State* second = policy.state(to);
    return (first == nullptr ? from : first->label) + " → " + (second == nullptr ? to : second->label);
}

std::string predicateWords(const policy::Policy& policy, const Predicate& predicate)
{
    std::vector<std::string> parts;
    for (const Predicate& child : predicate.children)
        parts.push_back(predicateWords(policy, child));
    switch (predicate.kind) {
    case Predicate::Kind::All:
        return joined(parts, " and ");
    case Predicate::Kind::Any:
        return joined(parts, " or ");
    case Predicate::Kind::Not:
        return "not " + joined(parts);
    case Predicate::Kind::Fact: {
        std::string fact = predicate.fact;
        std::ranges::replace(fact, '_', ' ');
        return predicate.equals ? fact : "not " + fact;
    }
    case Predicate::Kind::Tag:
        break;
    }
    const std::string title = tagTitle(policy, predicate.tag);
    const std::string value = joined(predicate.values, " or ");
    if (value == "true")
        return predicate.op == "ne" ? "not " + title : title;
    if (value == "false")
        return predicate.op == "ne" ? title : "not " + title;
    if (predicate.op == "ge")
        return title + " at least " + value;
    if (predicate.op == "le")
        return title + " at most " + value;
    return title + (predicate.op == "ne" ? " other than " : " ") + value;
}

std::string predicateMark(const Predicate& predicate)
{
    if (predicate.kind == Predicate::Kind::Fact)
        return "IF";
    if (predicate.kind != Predicate::Kind::Tag)
        return predicate.children.empty() ? std::string() : predicateMark(predicate.children.front());
    constexpr std::size_t letters = 4;
    if (predicate.tag == "regulated")
        return "REG";
    if (predicate.tag == "security_review")
        return "SEC";
    std::string mark = predicate.tag == "risk_tier" && !predicate.values.empty() ? predicate.values.front()
        : predicate.tag == "cross_domain_impact"                                 ? "xdom"
                                                                                 : predicate.tag;
    mark = mark == "medium" ? "med" : mark.substr(0, letters);
    for (char& letter : mark)
        letter = static_cast<char>(letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter);
    return mark;
}

std::vector<query::FlowGate> flowGates(const Session& session, const policy::Policy& policy, ActorId me)
{
    const auto mine = me.isValid() ? engine::rolesOf(session.state(), me) : std::vector<std::string>();
    std::vector<query::FlowGate> gates;
    for (const policy::Transition& transition : policy.transitions)
        if (const policy::Gate* gate = transition.isRollback() ? nullptr : policy.gateOf(transition.id))
            gates.push_back(gateOf(policy, transition, *gate, mine));
    for (query::FlowGate& gate : gates)
        addAccountable(session, policy, gate);
    return gates;
}

std::vector<query::FlowFreeze> flowFreezes(const policy::Policy& policy, UtcTime at)
{
    std::vector<query::FlowFreeze> freezes;
    for (const policy::Freeze& freeze : policy.freezes) {
        auto window = engine::closedWindow(freeze, at);
        query::FlowFreeze out;
        out.closed = window.has_value();
        if (!window) {
            const auto next = engine::nextClose(freeze, at);
            if (!next || next->msSince(at) > freezeAheadDays * dayMs)
                continue;
            window = engine::closedWindow(freeze, *next);
            if (!window)
                continue;
        }
        out.id = freeze.id;
        out.title = freeze.title;
        out.from = window->closedSince;
        out.until = window->opensAt;
        out.exception = freeze.exception.has_value();
        if (freeze.appliesWhen)
            out.when = predicateWords(policy, *freeze.appliesWhen);
        for (const std::string& id : freeze.transitions) {
            out.transitions.push_back(id);
            if (const policy::Transition* transition = policy.transition(id))
                out.labels.push_back(wayTitle(policy, transition->from, transition->to));
        }
        freezes.push_back(std::move(out));
    }
    std::ranges::stable_sort(freezes, [](const query::FlowFreeze& a, const query::FlowFreeze& b) {
        return a.closed != b.closed ? a.closed : a.from < b.from;
    });
    return freezes;
}

namespace {

const engine::Drill* lastPassed(const Session& session, const std::string& endpoint, const std::string& route)
{
    const auto found = session.state().drills.find(endpoint);
    if (found == session.state().drills.end())
        return nullptr;
    for (auto drill = found->second.rbegin(); drill != found->second.rend(); ++drill)
        if (drill->event.passed && drill->event.route == route)
            return &*drill;
    return nullptr;
}

/// The way back of every model that stands there is only as good as the worst of them.
void addDrills(const Session& session, const FlowScope& scope, const std::string& stage, const std::string& route,
    query::FlowWayBack& way)
{
    scope.each([&](ModelId, const engine::Model& model) {
        const bool there = std::ranges::any_of(model.versions, [&](VersionId id) {
            const auto brief = session.state().versionBriefs.find(id);
            return brief != session.state().versionBriefs.end() && brief->second.stage == stage;
        });
        if (!there)
            return;
        const engine::Drill* drill = model.serving ? lastPassed(session, model.serving->endpoint, route) : nullptr;
        if (drill == nullptr)
            ++way.unrehearsed;
        else if (!way.rehearsedAt || drill->stamp.time < *way.rehearsedAt)
            way.rehearsedAt = drill->stamp.time;
    });
}

/// Which version a rollback out of production would bring back, where one model is looked at.
std::string broughtBack(const Session& session, const policy::Policy& policy, ModelId id, const std::string& reinstates)
{
    const engine::Model* model = session.state().model(id);
    if (model == nullptr)
        return {};
    const auto serving = engine::productionVersion(session.state(), policy, id);
    if (reinstates == "none")
        return serving ? versionLabel(session, *serving) : std::string();
    if (reinstates != "previous_production")
        return {};
    for (auto past = model->productionHistory.rbegin(); past != model->productionHistory.rend(); ++past) {
        const auto brief = session.state().versionBriefs.find(*past);
        if (brief != session.state().versionBriefs.end() && !brief->second.held && (!serving || *past != *serving))
            return brief->second.label;
    }
    return {};
}

void addRollback(const policy::Policy& policy, const policy::Transition& transition, query::FlowWayBack& way)
{
    way.automation = transition.authority && transition.authority->automation;
    way.restores = transition.authority ? transition.authority->reinstates : std::string();
    way.drillPeriodDays = policy.rollback.drillPeriodDays;
    const policy::State* from = policy.state(transition.from);
    const std::string kind = from == nullptr ? std::string() : from->kind;
    const auto exposure = from == nullptr ? policy::Exposure::None : from->exposure;
    if (kind == "staging" || exposure == policy::Exposure::Shadow)
        way.budgetSeconds = policy.rollback.stagingMaxSeconds;
    else if (exposure == policy::Exposure::Slice || exposure == policy::Exposure::Subset)
        way.budgetSeconds = policy.rollback.canaryMaxSeconds;
    else
        way.budgetSeconds = policy.rollback.productionMaxSeconds;
    way.drilled = exposure == policy::Exposure::Slice || exposure == policy::Exposure::Full;
}

} // namespace

std::vector<query::FlowWayBack> flowWays(
    const Session& session, const policy::Policy& policy, const FlowScope& scope, const query::FlowFilter& filter)
{
    std::vector<query::FlowWayBack> ways;
    for (const policy::Transition& transition : policy.transitions) {
        const bool reinstatement = transition.kind == "reinstatement";
        if (!transition.isRollback() && !reinstatement)
            continue;
        query::FlowWayBack way;
        way.transition = transition.id;
        way.label = transition.label;
        way.from = transition.from;
        way.to = transition.to;
        way.reinstatement = reinstatement;
        if (!reinstatement) {
            addRollback(policy, transition, way);
            const policy::State* from = policy.state(transition.from);
            if (way.drilled)
                addDrills(
                    session, scope, transition.from, from->exposure == policy::Exposure::Full ? "full" : "canary", way);
            const std::string label =
                filter.model ? broughtBack(session, policy, *filter.model, way.restores) : std::string();
            way.restoresVersion = !label.empty();
            if (way.restoresVersion)
                way.restores = label;
        }
        ways.push_back(std::move(way));
    }
    return ways;
}

} // namespace cs::views
