// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/models_views.h"

#include <QString>

namespace cs::ui {

/// What the page says of a version, for a paste into a ticket or a script: schema "countersign.version/1".
QString versionJson(const query::VersionPageView& page);

} // namespace cs::ui
