// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace cs::query {

/// One thing that has to hold on this desk, as it was found.
struct StoreCheck {
    enum class State { Good, Warning, Bad };
    std::string name; ///< connection, rights, append only, clock, keychain, disk
    State state = State::Good;
    std::string found; ///< what was found, in one English sentence
    std::string remedy; ///< what to do; empty where it is good
};

} // namespace cs::query
