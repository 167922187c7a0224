// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commands/shortcut_sheet.h"

#include "ui/shell/commands/command_table.h"
#include "ui/widgets/fact_list.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace cs::ui {

ShortcutSheet::ShortcutSheet(const CommandTable& commands, QWidget* parent)
    : Sheet(parent)
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setTitle(tr("Keyboard shortcuts"), tr("Ctrl+K finds every command by a few letters, also those without keys."));
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    auto* here = new FactList(body);
    auto* everywhere = new FactList(body);
    here->setLabelWidth(140);
    everywhere->setLabelWidth(140);
    bool hasHere = false;
    for (const CommandTable::Entry* entry : commands.available()) {
        if (entry->command.keys.isEmpty()) {
            continue;
        }
        const QString keys = QKeySequence::listToString(entry->command.keys, QKeySequence::NativeText);
        FactList* list = entry->context.isEmpty() ? everywhere : here;
        list->addFact(keys, entry->command.text);
        hasHere = hasHere || !entry->context.isEmpty();
    }
    if (hasHere) {
        column->addWidget(new Label(tr("On this page"), Type::Strong));
        column->addWidget(here);
        column->addSpacing(12);
    } else {
        here->hide();
    }
    column->addWidget(new Label(tr("Everywhere"), Type::Strong));
    column->addWidget(everywhere);
    setBody(body);
    Button* close = addFootButton(Button::Kind::Outlined, tr("Close"));
    close->setObjectName(QStringLiteral("shortcutClose"));
    connect(close, &Button::triggered, this, &QDialog::accept);
    close->setFocus();
}

} // namespace cs::ui
