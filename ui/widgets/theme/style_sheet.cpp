// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/theme/style_sheet.h"

#include "ui/widgets/theme/theme.h"

#include <QList>

#include <algorithm>

namespace cs::ui {

namespace {

constexpr const char* sheet = R"(
QMenuBar { background: @rail; border-bottom: 1px solid @border; padding: 0 7px; }
QMenuBar::item { padding: 5px 9px; background: transparent; color: @text; }
QMenuBar::item:selected { background: @selected; border-radius: 4px; }
QMenu { background: @raised; border: 1px solid @border_control; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 8px; border-radius: 4px; color: @text; }
QMenu::item:selected { background: @selected; }
QMenu::item:disabled { color: @disabled; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; padding-left: 6px; }
QLineEdit, QPlainTextEdit, QTextEdit {
    background: @surface; color: @text; border: 1px solid @border_control; border-radius: 4px;
    selection-background-color: @accent; selection-color: @accent_text; }
QLineEdit { padding: 0 8px; min-height: #28px; }
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @focus; }
QLineEdit:focus { padding: 0 7px; min-height: #26px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 5px; }
QLineEdit[fault="true"], QPlainTextEdit[fault="true"] { border: 2px solid @failed; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: @disabled; border-color: @border; }
QLineEdit[bare="true"] { border: none; background: transparent; padding: 0; }
QPlainTextEdit[bare="true"], QTextEdit[bare="true"], QTextBrowser[bare="true"] {
    border: none; background: transparent; padding: 0; }
QComboBox QAbstractItemView { background: @raised; color: @text; border: 1px solid @border_control;
    selection-background-color: @selected; selection-color: @text; outline: none; }
QHeaderView { background: @sunken; border: none; }
QHeaderView::section { background: @sunken; color: @muted; border: none; border-bottom: 1px solid @border;
    padding: 0 8px; }
QHeaderView::section:first { padding-left: 16px; }
QHeaderView::section:last { padding-right: 16px; }
QTableView, QListView, QTreeView { background: @surface; color: @text; border: none; outline: none;
    gridline-color: @grid; }
QTabBar { background: transparent; border: none; }
QTabBar::tab { background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent;
    padding: 0 12px; height: #34px; }
QTabBar::tab:selected { color: @text; border-bottom: 2px solid @accent; }
QTabBar::tab:hover:!selected { color: @text; }
QTabBar::tab:focus { border: 2px solid @focus; border-radius: 4px; padding: 0 10px; height: #32px; }
QTabBar::tab:disabled { color: @disabled; }
QTabBar::tear { width: 0; image: none; }
QTabBar::scroller { width: #26px; }
QTabBar QToolButton { background: @surface; border: none; border-bottom: 1px solid @border; }
QTabBar QToolButton:hover { background: @hover; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QToolTip { background: @tooltip; color: @tooltip_text; border: none; padding: 6px 8px; }
QSplitter::handle { background: @surface; }
QSplitter::handle:horizontal { width: 5px; border-left: 1px solid @border; }
QSplitter::handle:vertical { height: 5px; border-top: 1px solid @border; }
QScrollArea { border: none; background: transparent; }
QStatusBar { background: @rail; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
)";

} // namespace

QString styleSheetText(const Theme& theme)
{
    QString text = QString::fromLatin1(sheet);
    // Longer names first: "@text" is also the start of nothing else, but "@border" is the start of
    // "@border_control".
    QList<Role> roles;
    for (int i = 0; i < roleCount; ++i) {
        roles.append(static_cast<Role>(i));
    }
    std::sort(roles.begin(), roles.end(), [](Role a, Role b) { return qstrlen(roleName(a)) > qstrlen(roleName(b)); });
    for (const Role role : roles) {
        text.replace(QLatin1Char('@') + QLatin1String(roleName(role)), theme.color(role).name());
    }
    for (const int px : {26, 28, 32, 34}) {
        const QString mark = QLatin1Char('#') + QString::number(px) + QLatin1String("px");
        text.replace(mark, QString::number(theme.px(px)) + QLatin1String("px"));
    }
    return text;
}

} // namespace cs::ui
