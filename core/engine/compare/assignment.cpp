// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/compare/assignment.h"

namespace cs::engine::comparison {
namespace {

using policy::Policy;
using policy::Predicate;

void set(Assignment& assignment, const std::string& name, bool fact, const std::string& value)
{
    if (fact)
        assignment.facts[name.substr(1)] = value == "true";
    else
        assignment.tags[name] = value;
}

bool isFixed(const Assignment& fixed, const std::string& name, bool fact)
{
    return fact ? fixed.facts.contains(name.substr(1)) : fixed.tags.contains(name);
}

} // namespace

bool holdsUnder(const Policy& policy, const Predicate& predicate, const Assignment& assignment)
{
    std::map<std::string, std::string> tags;
    for (const auto& [name, value] : assignment.tags) {
        if (value != missingValue) {
            tags.emplace(name, value);
            continue;
        }
        if (const auto tag = policy.tags.find(name); tag != policy.tags.end())
            tags.emplace(name, tag->second.assumeIfMissing);
    }
    return policy::holds(policy, predicate, tags, [&](std::string_view fact) {
        const auto found = assignment.facts.find(std::string(fact));
        return found != assignment.facts.end() && found->second;
    });
}

void Variables::addTag(const Predicate& predicate)
{
    Variable& variable = m_list[predicate.tag];
    bool open = false;
    for (const Policy* policy : {m_before, m_now}) {
        const auto tag = policy->tags.find(predicate.tag);
        if (tag == policy->tags.end())
            continue;
        if (tag->second.type == "boolean")
            for (const char* value : {"false", "true"})
                variable.offer(value);
        else if (!tag->second.values.empty())
            for (const std::string& value : tag->second.values)
                variable.offer(value);
        else
            open = true;
    }
    for (const std::string& value : predicate.values)
        variable.offer(value);
    if (open)
        variable.offer(otherValue);
    variable.offer(missingValue);
}

void Variables::add(const Predicate& predicate)
{
    for (const Predicate& child : predicate.children)
        add(child);
    if (predicate.kind == Predicate::Kind::Fact)
        m_list['\x02' + predicate.fact] = {true, {"false", "true"}, {"false", "true"}};
    else if (predicate.kind == Predicate::Kind::Tag)
        addTag(predicate);
}

void Variables::addTree(const policy::Condition& root)
{
    policy::walk(root, [&](const policy::Condition& node) {
        if (node.kind == policy::Condition::Kind::When)
            add(node.when);
    });
}

void Variables::add(const Variables& other)
{
    for (const auto& [name, variable] : other.m_list) {
        auto& own = m_list[name];
        own.fact = variable.fact;
        for (const std::string& value : variable.values)
            own.offer(value);
    }
}

Walk Variables::forEach(Meter& meter, const Assignment& fixed, const std::function<bool(const Assignment&)>& f) const
{
    using Row = std::pair<const std::string, Variable>;
    std::vector<const Row*> rows;
    for (const auto& row : m_list)
        if (!isFixed(fixed, row.first, row.second.fact))
            rows.push_back(&row);
    std::vector<std::size_t> at(rows.size(), 0);
    Assignment assignment = fixed;
    for (const Row* row : rows)
        set(assignment, row->first, row->second.fact, row->second.values.front());
    while (true) {
        if (!meter.spend(static_cast<std::int64_t>(1 + rows.size())))
            return Walk::Spent;
        if (!f(assignment))
            return Walk::Stopped;
        std::size_t digit = 0;
        for (; digit < rows.size(); ++digit) {
            const auto& values = rows[digit]->second.values;
            at[digit] = (at[digit] + 1) % values.size();
            set(assignment, rows[digit]->first, rows[digit]->second.fact, values[at[digit]]);
            if (at[digit] != 0)
                break;
        }
        if (digit == rows.size())
            return Walk::Done;
    }
}

bool predicateImplies(
    const Policy& policyA, const Predicate& a, const Policy& policyB, const Predicate& b, Meter& meter)
{
    Variables variables(policyA, policyB);
    variables.add(a);
    variables.add(b);
    return variables.forEach(meter, {}, [&](const Assignment& assignment) {
        return !holdsUnder(policyA, a, assignment) || holdsUnder(policyB, b, assignment);
    }) == Walk::Done;
}

} // namespace cs::engine::comparison
