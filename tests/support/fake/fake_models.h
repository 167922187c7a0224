// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/models_views.h"

namespace cs::fake {

/// Rows of the list: five models, the first version is v14 of mortgage-approval in canary.
std::vector<query::VersionListRow> versionRows();
/// The same as a filter reads them.
query::filter::VersionTable versionTable(const std::vector<query::VersionListRow>& rows);
query::filter::Asker asker();
query::VersionPageView versionPage(const query::VersionListRow& row);

} // namespace cs::fake
