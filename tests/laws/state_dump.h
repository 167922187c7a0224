// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/state.h"

#include <string>

namespace cs::test {

/// What the laws and screens read of a state, one line per fact in a fixed order: two states are the same iff their
/// dumps are.
std::string dump(const engine::LedgerState& state);

} // namespace cs::test
