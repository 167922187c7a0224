// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/session.h"

namespace cs::heads {

/// Has a witness (C2SP tlog-witness) cosign a checkpoint of this session's head. Waits for the network.
/// @param url below which it answers. @returns the checkpoint with its line; CS-HEADS-OTHER where it has signed another
/// history, CS-HEADS-NEWER, CS-HEADS-WITNESS where it does not sign or nobody trusts it, CS-REGISTRY-….
Result<std::string> askWitness(
    const Session& session, const std::string& checkpoint, const std::string& url, std::stop_token stop = {});

} // namespace cs::heads
