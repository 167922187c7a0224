// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/table/table.h"
#include "core/workspace/views/models.h"

namespace cs::views {

/// The rows as a table for a file, with English headings. @param columns ids of ModelsIndex's list; empty: all
reports::Table versionTable(const Session& session, const ModelsIndex& index, const std::vector<VersionId>& ids,
    const std::vector<std::string>& columns, UtcTime now);
/// "2 of 11 left", "In force", "Rolled back" …; empty where there is nothing to say.
std::string standingWords(const query::VersionListRow& row);

} // namespace cs::views
