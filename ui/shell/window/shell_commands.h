// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace cs {

enum class Setting;

} // namespace cs

namespace cs::ui {

class CommandTable;
class MainWindow;
class Preferences;

/// The commands that belong to no page: workspace, way, view, settings, help. Added once, and again when the language
/// changes.
class ShellCommands final : public QObject {
    Q_OBJECT
public:
    /// All three must outlive it.
    ShellCommands(MainWindow& window, CommandTable& commands, Preferences& preferences, QObject* parent);
    void add();
    /// Back and Forward, with the reason while there is nowhere to go.
    void setWay(bool canGoBack, bool canGoForward);

private:
    void addFile();
    void addGo();
    void addView();
    void addHelp();
    /// A choice among several; the present one is marked.
    void addChoice(const char* id, const QString& text, const QString& help, Setting setting, const QString& value);
    void markChoices();

    MainWindow& m_window;
    CommandTable& m_commands;
    Preferences& m_preferences;
};

} // namespace cs::ui
