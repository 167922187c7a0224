// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/compare/compare.h"

/// Which fewest people can bring a version to production among themselves? Shown beside a policy.
namespace cs::engine::comparison {

struct Member {
    std::string person; // actor id
    std::vector<std::string> roles;
};
struct ModelCase {
    std::map<std::string, std::string> tags; // one that is missing is read as its assumeIfMissing
    std::map<std::string, bool> facts; // missing ones are false
};
struct FewestPeople {
    std::vector<std::vector<std::string>> sets; // persons, sorted; all sets of the smallest size. None: nobody can
    bool complete = true; // false: the search ended early, and smaller or more sets may exist
};

/// Services are taken to do their part. Who makes the version, or signs a result that only people may report, is among
/// the makers, whom conditions with distinctFromContributors exclude; somebody always is. Emergencies do not count.
FewestPeople fewestPeople(const policy::Policy& policy, const std::vector<Member>& people, const ModelCase& model,
    Budget budget, std::size_t largest = 6);

} // namespace cs::engine::comparison
