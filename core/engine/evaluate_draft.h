// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/evaluate.h"

namespace cs::engine {

/// A gate of a policy that need not be in force on what is known of a version: what its facts would fill. Pure.
Result<GateResult> previewGateUnder(const LedgerState& state, const std::shared_ptr<const policy::Policy>& draft,
    VersionId version, const std::string& transition, const std::string& endpoint, ActorId proposer, UtcTime at);

} // namespace cs::engine
