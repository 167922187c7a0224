// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/views/raci.h"

#include "core/domain/policy_raci.h"
#include "core/workspace/views_p.h"

#include <algorithm>

namespace cs::views {
namespace {

using Tags = std::map<std::string, std::string>;
constexpr std::size_t casesMax = 100'000;

/// Tags that predicates name, with the values that make a difference; the mildest first.
void collect(const policy::Policy& policy, const policy::Predicate& predicate,
    std::map<std::string, std::vector<std::string>>& choices)
{
    for (const policy::Predicate& child : predicate.children)
        collect(policy, child, choices);
    if (predicate.kind != policy::Predicate::Kind::Tag)
        return;
    auto& values = choices[predicate.tag];
    const auto add = [&](const std::string& value) {
        if (std::ranges::find(values, value) == values.end())
            values.push_back(value);
    };
    const auto tag = policy.tags.find(predicate.tag);
    if (tag != policy.tags.end() && tag->second.type == "boolean") {
        add("false");
        add("true");
    } else if (tag != policy.tags.end() && !tag->second.values.empty()) {
        std::ranges::for_each(tag->second.values, add);
    } else {
        add("");
        std::ranges::for_each(predicate.values, add);
    }
}

std::string described(const policy::Policy& policy, const policy::Predicate& predicate)
{
    using Kind = policy::Predicate::Kind;
    std::vector<std::string> parts;
    for (const policy::Predicate& child : predicate.children)
        parts.push_back(described(policy, child));
    switch (predicate.kind) {
    case Kind::All:
        return joined(parts, " and ");
    case Kind::Any:
        return joined(parts, " or ");
    case Kind::Not:
        return "not " + joined(parts);
    case Kind::Fact:
        return predicate.fact + (predicate.equals ? " = true" : " = false");
    case Kind::Tag:
        break;
    }
    const char* const sign = predicate.op == "ge" ? " ≥ "
        : predicate.op == "le"                    ? " ≤ "
        : predicate.op == "ne"                    ? " ≠ "
        : predicate.op == "in"                    ? " in "
                                                  : " = ";
    return predicate.tag + sign + joined(predicate.values);
}

/// The case that is looked at: overlays that are on, tags under which exactly these hold, and one side of every fact.
struct Case {
    const policy::Policy& policy;
    std::vector<bool> on;
    std::optional<Tags> tags; // nothing: no version can have them together
    bool facts = true;

    bool holds(const policy::Predicate& predicate) const
    {
        for (std::size_t i = 0; i < policy.raci.overlays.size(); ++i)
            if (&policy.raci.overlays[i].when == &predicate)
                return on[i];
        return tags && policy::holds(policy, predicate, *tags, [this](std::string_view) { return facts; });
    }
    policy::Holds predicate() const
    {
        return [this](const policy::Predicate& when) { return holds(when); };
    }
};

std::optional<Tags> tagsOf(const policy::Policy& policy, const std::vector<bool>& on)
{
    std::map<std::string, std::vector<std::string>> choices;
    for (const policy::RaciOverlay& overlay : policy.raci.overlays)
        collect(policy, overlay.when, choices);
    std::size_t count = 1;
    for (const auto& [tag, values] : choices)
        count = std::min(count * values.size(), casesMax);
    for (std::size_t n = 0; n < count; ++n) {
        Tags tags;
        for (std::size_t rest = n; const auto& [tag, values] : choices) {
            tags[tag] = values[rest % values.size()];
            rest /= values.size();
        }
        const auto agrees = [&](std::size_t i) {
            return policy::holds(policy, policy.raci.overlays[i].when, tags, [](std::string_view) { return false; })
                == on[i];
        };
        std::size_t i = 0;
        while (i < on.size() && agrees(i))
            ++i;
        if (i < on.size())
            continue;
        // What no overlay names is at its mildest.
        for (const auto& [id, tag] : policy.tags)
            if (!tags.contains(id))
                tags[id] = tag.type == "boolean" ? "false" : tag.values.empty() ? "" : tag.values.front();
        return tags;
    }
    return std::nullopt;
}

Case caseOf(const policy::Policy& policy, const std::optional<std::vector<std::string>>& wanted)
{
    Case looked{policy, std::vector<bool>(policy.raci.overlays.size(), false), std::nullopt};
    for (std::size_t i = 0; i < looked.on.size(); ++i) {
        looked.on[i] = !wanted || std::ranges::find(*wanted, policy.raci.overlays[i].id) != wanted->end();
        if (!wanted && !tagsOf(policy, looked.on))
            looked.on[i] = false;
    }
    looked.tags = tagsOf(policy, looked.on);
    return looked;
}

std::vector<query::RaciHolder> holders(const Session& session, const std::string& role)
{
    std::vector<query::RaciHolder> found;
    const auto& state = session.state();
    for (const ActorId id : engine::holdersOf(state, role))
        for (const engine::Assignment& assignment : state.actor(id)->assignments)
            if (assignment.role == role && !assignment.ended && !(assignment.until && *assignment.until <= state.time))
                found.push_back({person(session, id), roleTitle(session, role),
                    assignment.domains ? joined(*assignment.domains) : "all domains", assignment.effect.time,
                    assignment.until});
    return found;
}

std::set<ActorId> personsOf(const Session& session, const std::vector<std::string>& roles)
{
    std::set<ActorId> persons;
    for (const std::string& role : roles)
        for (const ActorId id : engine::holdersOf(session.state(), role))
            persons.insert(id);
    return persons;
}

/// Could the persons who hold roles today sign enough for the node?
bool staffed(const Session& session, const policy::Condition& node, const policy::Holds& holds)
{
    using Kind = policy::Condition::Kind;
    const auto inner = [&](const policy::Condition& child) { return staffed(session, child, holds); };
    switch (node.kind) {
    case Kind::All:
        return std::ranges::all_of(node.children, inner);
    case Kind::Any:
        return std::ranges::any_of(node.children, inner);
    case Kind::AtLeast:
        return std::ranges::count_if(node.children, inner) >= node.count;
    case Kind::When:
        return holds(node.when) ? inner(node.children[0]) : node.children.size() < 2 || inner(node.children[1]);
    case Kind::Approval:
        return static_cast<std::int64_t>(personsOf(session, node.approval.roles).size()) >= node.approval.count;
    case Kind::Not:
    case Kind::Check:
        break;
    }
    return true;
}

std::string askSentence(const Session& session, const policy::Approval& approval)
{
    std::vector<std::string> titles;
    for (const std::string& role : approval.roles)
        titles.push_back(roleTitle(session, role));
    return std::to_string(approval.count) + (approval.count == 1 ? " signature of " : " signatures of ")
        + joined(titles, " or ");
}

class Matrix {
public:
    Matrix(const Session& session, const policy::Policy& policy, query::RaciView& view, Case looked)
        : m_session(session)
        , m_policy(policy)
        , m_view(view)
        , m_case(std::move(looked))
    {
    }

    void roles()
    {
        for (const policy::RaciRole& role : m_policy.raci.roles) {
            query::RaciRole row;
            row.id = role.id;
            row.title = role.title;
            row.badge = role.policyRoles.empty() ? role.id : role.policyRoles.front();
            for (const std::string& id : role.policyRoles) {
                row.policyRoles.push_back(roleTitle(m_session, id));
                std::ranges::move(holders(m_session, id), std::back_inserter(row.holders));
            }
            const policy::Role* first = role.policyRoles.empty() ? nullptr : m_policy.role(row.badge);
            if (first != nullptr && !first->fallback.empty())
                row.fallback = roleTitle(m_session, first->fallback);
            m_view.roles.push_back(std::move(row));
        }
        m_view.cells.resize(m_view.roles.size());
    }

    void transition(const std::string& id)
    {
        query::RaciTransition column;
        column.id = id;
        if (const policy::Transition* found = m_policy.transition(id)) {
            column.from = stateLabel(m_session, found->from);
            column.to = stateLabel(m_session, found->to);
            column.label = column.from + " → " + column.to;
            column.gate = found->gate;
        } else {
            column.label = id;
        }
        if (const auto why = m_policy.raci.rationale.find(id); why != m_policy.raci.rationale.end())
            column.rationale = why->second;
        const auto row = policy::raciRow(m_policy, id, m_case.predicate());
        column.accountable =
            static_cast<std::size_t>(std::ranges::count_if(row, [](const auto& cell) { return cell.second == 'A'; }));
        m_view.transitions.push_back(column);
        for (std::size_t r = 0; r < m_view.roles.size(); ++r)
            m_view.cells[r].push_back(cell(m_policy.raci.roles[r], id, row));
        gateOf(column);
    }

private:
    query::RaciCell cell(
        const policy::RaciRole& role, const std::string& transition, const std::map<std::string, char>& row) const
    {
        query::RaciCell made;
        if (const auto at = row.find(role.id); at != row.end())
            made.letter = at->second;
        if (const auto base = m_policy.raci.matrix.find(transition); base != m_policy.raci.matrix.end())
            if (const auto at = base->second.find(role.id); at != base->second.end())
                made.base = at->second;
        for (std::size_t i = 0; i < m_case.on.size(); ++i) {
            const policy::RaciOverlay& overlay = m_policy.raci.overlays[i];
            const auto cells = overlay.matrix.find(transition);
            if (m_case.on[i] && cells != overlay.matrix.end())
                if (const auto at = cells->second.find(role.id);
                    at != cells->second.end() && at->second == made.letter && made.letter != made.base)
                    made.raisedBy.push_back(overlay.title);
        }
        return made;
    }

    /// What the gate asks, and where letters or people do not fit it. Facts are looked at from both sides.
    void gateOf(const query::RaciTransition& column)
    {
        std::set<std::string> said;
        for (const bool facts : {true, false}) {
            m_case.facts = facts;
            const auto holds = m_case.predicate();
            for (const auto& found : policy::raciContradictions(m_policy, column.id, holds))
                if (said.insert(found.raciRole + found.message).second)
                    contradiction(column, found);
            const policy::Gate* gate = m_policy.gateOf(column.id);
            if (gate == nullptr)
                continue;
            const bool enough = staffed(m_session, gate->require, holds);
            policy::walkApprovals(gate->require, holds, [&](const policy::Condition& leaf) {
                if (said.insert("leaf " + leaf.id).second)
                    ask(column, leaf, enough);
            });
        }
    }

    void contradiction(const query::RaciTransition& column, const policy::RaciContradiction& found)
    {
        std::string words = found.message;
        if (!found.policyRole.empty())
            words = "The gate " + column.label + " asks " + roleTitle(m_session, found.policyRole)
                + " to sign, and its letter is neither R nor A";
        else
            words = column.label + ": " + words.substr(0, words.size() - 1);
        m_view.problems.push_back({words, "Change the letter or the gate in a draft of the policy.", found.raciRole,
            column.id, column.gate, false});
        for (std::size_t r = 0; r < m_view.roles.size(); ++r)
            if (m_view.roles[r].id == found.raciRole)
                m_view.cells[r].back().problems.push_back(words + ".");
    }

    void ask(const query::RaciTransition& column, const policy::Condition& leaf, bool gateIsStaffed)
    {
        query::RaciAsk made{leaf.id, leaf.title, askSentence(m_session, leaf.approval), false};
        const auto persons = static_cast<std::int64_t>(personsOf(m_session, leaf.approval.roles).size());
        made.byFew = persons < leaf.approval.count;
        const bool vacant = made.byFew && !gateIsStaffed;
        std::vector<std::size_t> rows;
        for (const std::string& role : leaf.approval.roles)
            if (const policy::RaciRole* found = policy::raciRoleOf(m_policy, role)) {
                const auto r = static_cast<std::size_t>(found - m_policy.raci.roles.data());
                if (std::ranges::find(rows, r) == rows.end())
                    rows.push_back(r);
            }
        if (vacant)
            vacancy(column, leaf, persons, rows);
        for (const std::size_t r : rows) {
            m_view.cells[r].back().asks.push_back(made);
            if (vacant)
                m_view.cells[r].back().problems.push_back(m_view.problems.back().sentence + ".");
        }
    }

    void vacancy(const query::RaciTransition& column, const policy::Condition& leaf, std::int64_t persons,
        const std::vector<std::size_t>& rows)
    {
        std::vector<std::string> titles;
        for (const std::string& role : leaf.approval.roles)
            titles.push_back(roleTitle(m_session, role));
        const std::string who = joined(titles, " or ");
        query::RaciProblem made;
        made.sentence = persons == 0
            ? who + " signs " + column.label + " in this case, and nobody holds that role"
            : column.label + " asks " + std::to_string(leaf.approval.count) + " signatures of " + who + ", and only "
                + std::to_string(persons) + (persons == 1 ? " person holds" : " people hold") + " it";
        made.wayOut = "Such a version cannot pass this gate. Grant " + who + " to a person first";
        const policy::Role* role = m_policy.role(leaf.approval.roles.front());
        if (persons == 0 && role != nullptr && !role->fallback.empty())
            made.wayOut +=
                "; " + roleTitle(m_session, role->fallback) + " signs for that grant beside the administrators";
        made.wayOut += ".";
        made.role = rows.empty() ? std::string() : m_view.roles[rows.front()].id;
        made.transition = column.id;
        made.gate = column.gate;
        made.vacancy = true;
        m_view.problems.push_back(std::move(made));
    }

    const Session& m_session;
    const policy::Policy& m_policy;
    query::RaciView& m_view;
    Case m_case;
};

} // namespace

query::RaciView raci(const Session& session, const std::optional<std::vector<std::string>>& on)
{
    return raci(session, policyOf(session), on);
}

query::RaciView raci(const Session& session, const std::shared_ptr<const policy::Policy>& policy,
    const std::optional<std::vector<std::string>>& on)
{
    query::RaciView view;
    if (policy == nullptr)
        return view;
    view.present = !policy->raci.transitions.empty();
    view.policyTitle = policy->title;
    view.revision = policy->revision;
    Case looked = caseOf(*policy, on);
    for (std::size_t i = 0; i < looked.on.size(); ++i) {
        const policy::RaciOverlay& overlay = policy->raci.overlays[i];
        view.overlays.push_back({overlay.id, overlay.title, described(*policy, overlay.when), looked.on[i]});
    }
    if (!looked.tags)
        view.impossible = "No version can have exactly these tags together; only the letters are shown.";
    Matrix matrix(session, *policy, view, std::move(looked));
    matrix.roles();
    for (const std::string& transition : policy->raci.transitions)
        matrix.transition(transition);
    for (const policy::LintFinding& finding : policy::lint(*policy))
        if (finding.error && finding.rule.starts_with("raci"))
            view.elsewhere.push_back({finding.where + ": " + finding.message,
                "Change the letter or the gate in a draft of the policy.", {}, {}, {}, false});
    for (const policy::Transition& transition : policy->transitions)
        if (!transition.isRollback() && !transition.gate.empty()
            && std::ranges::find(policy->raci.transitions, transition.id) == policy->raci.transitions.end())
            view.missing.push_back(stateLabel(session, transition.from) + " → " + stateLabel(session, transition.to));
    return view;
}

reports::Table raciTable(const query::RaciView& view)
{
    reports::Table table;
    table.title = "RACI matrix of " + view.policyTitle + ", revision " + std::to_string(view.revision);
    table.columns = {{"role", "Role", 24}, {"holders", "Holders", 32}};
    for (const query::RaciTransition& transition : view.transitions) {
        table.columns.push_back({transition.id, transition.label, 22});
        table.columns.push_back({transition.id + ".raised_by", transition.label + ": raised by", 26});
    }
    for (std::size_t r = 0; r < view.roles.size(); ++r) {
        std::vector<std::string> names;
        for (const query::RaciHolder& holder : view.roles[r].holders)
            names.push_back(holder.person.name);
        std::vector<reports::Cell> row{view.roles[r].title, joined(names, "; ")};
        for (const query::RaciCell& cell : view.cells[r]) {
            row.emplace_back(std::string(1, cell.letter));
            row.emplace_back(joined(cell.raisedBy, "; "));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace cs::views
