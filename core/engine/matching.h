// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

/// Persons to demanded units: a maximum bipartite matching, never greedy (gates.md section 2.5).
namespace cs::engine {

struct Matching {
    /// For each unit the person that fills it, or -1.
    std::vector<int> personOfUnit;
    std::size_t filled() const;
    bool complete() const { return filled() == personOfUnit.size(); }
};

/// @param canFill canFill[unit] = persons (0 … persons-1) who could fill it.
/// @param start a matching to extend: units it fills stay filled (by perhaps another person).
Matching maximumMatching(
    std::size_t persons, const std::vector<std::vector<int>>& canFill, const Matching* start = nullptr);

} // namespace cs::engine
