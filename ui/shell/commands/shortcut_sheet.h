// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sheet.h"

namespace cs::ui {

class CommandTable;

/// All commands that work here, with their keys; and all of them on paper.
class ShortcutSheet final : public Sheet {
    Q_OBJECT
public:
    ShortcutSheet(const CommandTable& commands, QWidget* parent);

Q_SIGNALS:
    /// Wants paper, or a PDF file: a whole HTML document.
    void printAsked(const QString& title, const QString& html);
    void pdfAsked(const QString& title, const QString& html);
};

/// Every command with keys, of all pages, as an HTML document of its own; page by page, the shell's first.
QString shortcutsHtml(const CommandTable& commands);

} // namespace cs::ui
