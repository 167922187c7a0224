// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace cs::ui {

class Button;
class TableView;

/// A button with a menu of the table's columns; a column is shown or hidden at once. The table remembers it by id.
Button* makeColumnChooser(TableView* table, QWidget* parent);

} // namespace cs::ui
