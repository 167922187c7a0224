// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/compare/ways.h"

#include <map>
#include <set>
#include <string>
#include <vector>

/// What a `when` can ask: values of the tags and facts that two trees mention.
namespace cs::engine::comparison {

/// A tag that is not set: each policy reads it as its own assumeIfMissing says.
inline constexpr const char* missingValue = "\x01missing";
/// A text that no predicate names.
inline constexpr const char* otherValue = "\x01other";

struct Assignment {
    std::map<std::string, std::string> tags;
    std::map<std::string, bool> facts;
};

bool holdsUnder(const policy::Policy& policy, const policy::Predicate& predicate, const Assignment& assignment);

class Variables {
public:
    Variables(const policy::Policy& before, const policy::Policy& now)
        : m_before(&before)
        , m_now(&now)
    {
    }
    void add(const policy::Predicate& predicate);
    /// Those of every `when` of a tree.
    void addTree(const policy::Condition& root);
    void add(const Variables& other);
    /// Calls f for every assignment, the least demanding values first, with `fixed` unchanged. f returns false to stop.
    Walk forEach(Meter& meter, const Assignment& fixed, const std::function<bool(const Assignment&)>& f) const;

private:
    struct Variable {
        bool fact = false;
        std::vector<std::string> values;
        std::set<std::string> known;
        void offer(const std::string& value)
        {
            if (known.insert(value).second)
                values.push_back(value);
        }
    };
    void addTag(const policy::Predicate& predicate);
    const policy::Policy* m_before;
    const policy::Policy* m_now;
    std::map<std::string, Variable> m_list; // facts under "\x02" + name
};

/// Does one predicate hold wherever another does, each read by its own policy? In doubt no.
bool predicateImplies(const policy::Policy& policyA, const policy::Predicate& a, const policy::Policy& policyB,
    const policy::Predicate& b, Meter& meter);

} // namespace cs::engine::comparison
