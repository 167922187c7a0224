// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/session.h"

namespace cs::backup {

/// Writes a verified copy of a workspace to a new file: the same lines, nodes and blobs. Never replaces a file.
/// @returns CS-STORE-EXISTS, CS-STORE-IO, or what is wrong with the original.
Status write(Session& session, const std::string& output);

/// Puts a backup in the place of a workspace file. The file that stood there is kept beside it. The backup must be
/// intact and, where the place is known, of the same workspace; this user's pin goes down to its head: this and a
/// quorum's accept_loss are the only ways down.
/// @returns a sentence that says which head was given up; CS-BACKUP-BROKEN, CS-BACKUP-OTHER.
Result<std::string> restore(const std::string& backup, const std::string& place, const Environment& environment);

} // namespace cs::backup
