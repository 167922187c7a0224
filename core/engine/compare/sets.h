// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <vector>

/// Lists of ids read as sets.
namespace cs::engine::comparison {

inline bool contains(const std::vector<std::string>& set, const std::string& item)
{
    return std::find(set.begin(), set.end(), item) != set.end();
}
inline bool isSuperset(const std::vector<std::string>& large, const std::vector<std::string>& small)
{
    return std::all_of(small.begin(), small.end(), [&](const std::string& item) { return contains(large, item); });
}
inline bool sameSet(const std::vector<std::string>& a, const std::vector<std::string>& b)
{
    return isSuperset(a, b) && isSuperset(b, a);
}
inline std::string joined(const std::vector<std::string>& items, const char* separator = ", ")
{
    std::string text;
    for (const std::string& item : items) {
        if (!text.empty())
            text += separator;
        text += item;
    }
    return text;
}

} // namespace cs::engine::comparison
