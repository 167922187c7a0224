// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sheet.h"

namespace cs::ui {

class CommandTable;

/// All commands that work here, with their keys.
class ShortcutSheet final : public Sheet {
    Q_OBJECT
public:
    ShortcutSheet(const CommandTable& commands, QWidget* parent);
};

} // namespace cs::ui
