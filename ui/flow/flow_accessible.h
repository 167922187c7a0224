// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cs::ui {

/// Lets screen readers see the stations of a FlowCanvas as the items of a list. Call once.
void installFlowAccessibility();

} // namespace cs::ui
