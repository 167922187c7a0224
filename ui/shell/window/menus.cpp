// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/menus.h"

#include "ui/shell/commands/command_table.h"
#include "ui/shell/window/rail_order.h"
#include "ui/widgets/theme/theme.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>
#include <vector>

namespace cs::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MainWindow)
};

/// Groups of a menu from above; commands of pages stand between the shell's.
constexpr int pageGroup = 20;

struct AreaRank {
    const char* area; // what stands before the first dot of an id
    int rank;
};

constexpr AreaRank areas[] = {{"workspace", 1}, {"identity", 30}, {"app", 90}, {"theme", 40}, {"text", 41},
    {"language", 42}, {"way", 1}, {"link", 2}, {"go", 10}, {"settings", 60}, {"help", 1}, {"about", 9}};

/// Groups are numbers; equal numbers stand together.
int groupOf(const Command& command)
{
    const QByteArray area = command.id.left(command.id.indexOf('.'));
    for (const AreaRank& row : areas) {
        if (area == row.area) {
            return row.rank;
        }
    }
    return pageGroup;
}

/// Pages stand in the order of the rail, everything else as it was added.
int orderOf(const Command& command)
{
    return command.id.startsWith("go.") ? railPlace(command.id.mid(3)).position : 0;
}

std::vector<const CommandTable::Entry*> entriesOf(MenuPlace place, const CommandTable& commands)
{
    std::vector<const CommandTable::Entry*> entries;
    for (const auto& entry : commands.all()) {
        if (entry->command.menu == place) {
            entries.push_back(entry.get());
        }
    }
    std::stable_sort(entries.begin(), entries.end(), [](const auto* a, const auto* b) {
        return std::pair(groupOf(a->command), orderOf(a->command))
            < std::pair(groupOf(b->command), orderOf(b->command));
    });
    return entries;
}

} // namespace

void buildMenus(QMenuBar& bar, const CommandTable& commands)
{
    bar.clear();
    bar.setFixedHeight(scaled(28));
    const std::pair<MenuPlace, QString> menus[] = {{MenuPlace::File, Words::tr("&File")},
        {MenuPlace::Edit, Words::tr("&Edit")}, {MenuPlace::View, Words::tr("&View")}, {MenuPlace::Go, Words::tr("&Go")},
        {MenuPlace::Promotion, Words::tr("&Promotion")}, {MenuPlace::Ledger, Words::tr("&Ledger")},
        {MenuPlace::Tools, Words::tr("&Tools")}, {MenuPlace::Help, Words::tr("&Help")}};
    for (const auto& [place, title] : menus) {
        const auto entries = entriesOf(place, commands);
        if (entries.empty()) {
            continue;
        }
        QMenu* menu = bar.addMenu(title);
        menu->setObjectName(QStringLiteral("menu_%1").arg(static_cast<int>(place)));
        menu->setToolTipsVisible(true);
        int group = groupOf(entries.front()->command);
        QByteArray context = entries.front()->context;
        for (const CommandTable::Entry* entry : entries) {
            // A menu hides lines that hidden commands leave without neighbours.
            if (groupOf(entry->command) != group || entry->context != context) {
                menu->addSeparator();
            }
            group = groupOf(entry->command);
            context = entry->context;
            menu->addAction(entry->action);
        }
    }
}

} // namespace cs::ui
