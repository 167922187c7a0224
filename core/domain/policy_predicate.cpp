// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/policy.h"

#include <algorithm>

namespace cs::policy {
namespace {

bool tagHolds(const Policy& policy, const Predicate& predicate, const std::map<std::string, std::string>& tags)
{
    const auto found = tags.find(predicate.tag);
    if (found == tags.end() || predicate.values.empty())
        return false;
    const std::string& value = found->second;
    const std::string& bound = predicate.values.front();
    if (predicate.op == "eq")
        return value == bound;
    if (predicate.op == "ne")
        return value != bound;
    if (predicate.op == "in")
        return std::find(predicate.values.begin(), predicate.values.end(), value) != predicate.values.end();
    const auto tag = policy.tags.find(predicate.tag);
    if (tag == policy.tags.end())
        return false;
    const auto& order = tag->second.values;
    const auto have = std::find(order.begin(), order.end(), value);
    const auto need = std::find(order.begin(), order.end(), bound);
    return predicate.op == "ge" ? have >= need : have <= need;
}

} // namespace

bool holds(const Policy& policy, const Predicate& predicate, const std::map<std::string, std::string>& tags,
    const std::function<bool(std::string_view)>& fact)
{
    using Kind = Predicate::Kind;
    const auto child = [&](const Predicate& inner) { return holds(policy, inner, tags, fact); };
    switch (predicate.kind) {
    case Kind::All:
        return std::all_of(predicate.children.begin(), predicate.children.end(), child);
    case Kind::Any:
        return std::any_of(predicate.children.begin(), predicate.children.end(), child);
    case Kind::Not:
        return !child(predicate.children.front());
    case Kind::Tag:
        return tagHolds(policy, predicate, tags);
    case Kind::Fact:
        return fact(predicate.fact) == predicate.equals;
    }
    return false;
}

} // namespace cs::policy
