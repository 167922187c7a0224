// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QMenuBar;

namespace cs::ui {

class CommandTable;

/// Builds the menus of the window anew from the command table: one menu for each place that has commands, lines
/// between the groups of related ones.
void buildMenus(QMenuBar& bar, const CommandTable& commands);

} // namespace cs::ui
