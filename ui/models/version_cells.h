// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/models_views.h"
#include "ui/widgets/table/column.h"

namespace cs::ui {

/// How a version stands, as a chip shows it; without a verdict there is nothing to say.
struct StandingLook {
    std::optional<Verdict> verdict;
    QString text;
};
StandingLook standingLook(const query::VersionListRow& row);
/// "artifact_mismatch" → "Artifact mismatch". Safe to show.
QString kindWords(const std::string& kind);
/// "fraud-2026 8f2c1 (validation)". Safe to show.
QString moreDataText(const query::NamedFact& data);
/// The title of a finding of that kind.
QString findingWords(const std::string& kind);

/// Columns of the list; ids are those of the filter's orders and of the export.
std::vector<Column> versionColumns();
Row versionRow(const query::VersionListRow& version, UtcTime now);

} // namespace cs::ui
