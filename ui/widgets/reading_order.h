// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace cs::ui {

/// Moves the focus of @p window one step (back when not @p next) through what it shows now, as its layouts lay it out:
/// that is how it is read. Rows that were made anew come where they stand, and from the last part it goes to the first.
/// For QWidget::focusNextPrevChild(): the order that Qt keeps is the one in which things were made.
/// @returns false when nothing takes the focus.
bool tabAsLaidOut(QWidget* window, bool next);

} // namespace cs::ui
