// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/session.h"

/// The example workspace: the history that the example pipeline's facts tell, signed by people of one keychain.
namespace cs::demo {

/// Makes it at a path where nothing is, and opens it. Every entry is signed by whoever would sign it; the clock of the
/// story ends about now. @param stop asked before each entry; true ends it, and neither file nor key is left.
/// @returns CS-STORE-EXISTS, CS-DEMO-FACTS, CS-DEMO-STOPPED, CS-KEYCHAIN-…, or the law that the story breaks.
Result<std::unique_ptr<Session>> create(const std::string& path, const Environment& environment, KeyRing& keys,
    std::function<void(const std::string&)> progress, std::function<bool()> stop = {});

} // namespace cs::demo
