// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/registries/desired.h"

#include <functional>

namespace cs::sync {

/// Something out of governance: what the registry says is not what the ledger says.
struct OutOfStep {
    std::string kind; ///< registry.…
    std::string severity;
    std::vector<std::string> about; ///< ids, sorted
    std::string sentence; ///< English, with names and values
    std::string detail; ///< JSON that the finding names by digest
};

struct Compared {
    const engine::LedgerState& state;
    const engine::Registry& registry;
    const RegistryOptions& options;
    const registries::Capabilities& capabilities;
    const Desired& desired;
    const KnownVersions& known;
    const SeenVersions& seen;
    /// Is there an entry whose leaf hash begins with these hexadecimal digits?
    std::function<bool(std::string_view start)> holdsEntry;
};

/// @source registries.md section 8, "Out-of-governance rule per registry"
std::vector<OutOfStep> outOfStep(const Compared& compared);

/// Those for which no finding is open yet, and none was closed on the same facts.
std::vector<OutOfStep> notOpenedYet(const engine::LedgerState& state, const std::vector<OutOfStep>& all);

} // namespace cs::sync
