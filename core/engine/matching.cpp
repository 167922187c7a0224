// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/matching.h"

#include <algorithm>

namespace cs::engine {
namespace {

/// Kuhn's augmenting paths: units are few, so is the work.
struct Search {
    const std::vector<std::vector<int>>& canFill;
    std::vector<int> unitOfPerson;
    std::vector<int>& personOfUnit;
    std::vector<bool> seen;

    bool augment(int unit)
    {
        for (const int person : canFill[static_cast<std::size_t>(unit)]) {
            const auto p = static_cast<std::size_t>(person);
            if (seen[p])
                continue;
            seen[p] = true;
            if (unitOfPerson[p] < 0 || augment(unitOfPerson[p])) {
                unitOfPerson[p] = unit;
                personOfUnit[static_cast<std::size_t>(unit)] = person;
                return true;
            }
        }
        return false;
    }
};

} // namespace

std::size_t Matching::filled() const
{
    return static_cast<std::size_t>(
        std::count_if(personOfUnit.begin(), personOfUnit.end(), [](int person) { return person >= 0; }));
}

Matching maximumMatching(std::size_t persons, const std::vector<std::vector<int>>& canFill, const Matching* start)
{
    Matching result;
    result.personOfUnit.assign(canFill.size(), -1);
    Search search{canFill, std::vector<int>(persons, -1), result.personOfUnit, {}};
    if (start != nullptr)
        for (std::size_t unit = 0; unit < std::min(start->personOfUnit.size(), canFill.size()); ++unit)
            if (const int person = start->personOfUnit[unit]; person >= 0) {
                result.personOfUnit[unit] = person;
                search.unitOfPerson[static_cast<std::size_t>(person)] = static_cast<int>(unit);
            }
    for (std::size_t unit = 0; unit < canFill.size(); ++unit) {
        if (result.personOfUnit[unit] >= 0)
            continue;
        search.seen.assign(persons, false);
        search.augment(static_cast<int>(unit));
    }
    return result;
}

} // namespace cs::engine
