// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/heads/witness.h"

#include <functional>

namespace cs::cli {

/// Answers until SIGINT or SIGTERM. @param listen ADDRESS:PORT; port 0 takes a free one, which @p tell then says.
/// @returns CS-CLI-LISTEN.
Status serveWitness(
    const heads::Witness& witness, const std::string& listen, const std::function<void(const std::string&)>& tell);

} // namespace cs::cli
