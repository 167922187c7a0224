// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/store_views.h"
#include "core/workspace/session.h"

namespace cs::views {

/// What the alarm of a session is about, with both sides of the first entry in question.
query::AlarmView alarm(const Session& session);

} // namespace cs::views
