// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/table/column_chooser.h"

#include "ui/widgets/button.h"
#include "ui/widgets/table/paged_model.h"
#include "ui/widgets/table/table_view.h"

#include <QMenu>

namespace cs::ui {

Button* makeColumnChooser(TableView* table, QWidget* parent)
{
    auto* button = new Button(Button::Kind::Outlined, {}, parent);
    button->setObjectName(QStringLiteral("chooseColumns"));
    button->setIconName(QStringLiteral("columns"));
    QObject::connect(button, &Button::triggered, button, [button, table] {
        auto* menu = new QMenu(button);
        menu->setObjectName(QStringLiteral("columnMenu"));
        menu->setAttribute(Qt::WA_DeleteOnClose);
        bool first = true;
        for (const Column& column : table->pagedModel()->columns()) {
            QAction* action = menu->addAction(column.title);
            action->setCheckable(true);
            action->setChecked(table->isColumnShown(column.id));
            action->setEnabled(!first); // the first names the row
            first = false;
            QObject::connect(action, &QAction::toggled, table,
                [table, id = column.id](bool shown) { table->setColumnShown(id, shown); });
        }
        menu->popup(button->mapToGlobal(QPoint(0, button->height())));
    });
    return button;
}

} // namespace cs::ui
