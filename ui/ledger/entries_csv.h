// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/service.h"

namespace cs::ui {

/// The entries as CSV (RFC 4180), read in pieces so that no thread is held for long. @param ids in the order of the
/// file. @returns what the workspace answers when a piece cannot be read. @thread UI
QFuture<Result<Bytes>> entriesCsv(WorkspaceService& service, std::vector<EntryIndex> ids);

} // namespace cs::ui
