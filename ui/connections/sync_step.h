// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/registry_views.h"

#include <QString>

namespace cs::ui {

/// What is missing before this console can synchronise, and the next step of the signed-in person.
struct SyncStep {
    QString sentence; ///< empty: nothing is missing, or it cannot be known
    QString verb; ///< what the button says; empty: it is somebody else's turn
    QString target; ///< where it leads among the people and keys
};
SyncStep syncStep(const query::SyncSetup& setup);

} // namespace cs::ui
