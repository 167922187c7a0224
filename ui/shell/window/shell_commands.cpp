// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window/shell_commands.h"

#include "ui/shell/commands/command_table.h"
#include "ui/shell/i18n/language.h"
#include "ui/shell/settings/preferences.h"
#include "ui/shell/window/main_window.h"

#include <QAction>

namespace cs::ui {

ShellCommands::ShellCommands(MainWindow& window, CommandTable& commands, Preferences& preferences, QObject* parent)
    : QObject(parent)
    , m_window(window)
    , m_commands(commands)
    , m_preferences(preferences)
{
    connect(&preferences, &Preferences::changed, this, &ShellCommands::markChoices);
}

void ShellCommands::add()
{
    addFile();
    addGo();
    addView();
    addHelp();
    markChoices();
}

void ShellCommands::addFile()
{
    MainWindow* window = &m_window;
    m_commands.add({},
        {"workspace.new", tr("New workspace…"), tr("Found a workspace: name, administrators, policy."),
            QStringLiteral("add"), {QKeySequence::New}, MenuPlace::File, [window] { Q_EMIT window->newRequested(); }});
    m_commands.add({},
        {"workspace.open", tr("Open workspace…"), tr("Open a workspace file on this computer."),
            QStringLiteral("folder"), {QKeySequence::Open}, MenuPlace::File,
            [window] { Q_EMIT window->openRequested(); }});
    m_commands.add({},
        {"workspace.example", tr("Open the example"), tr("Open the example workspace to try things."),
            QStringLiteral("play"), {}, MenuPlace::File, [window] { Q_EMIT window->exampleRequested(); }});
    m_commands.add({},
        {"app.quit", tr("Quit"), tr("Close the window and quit."), QStringLiteral("close"), {Qt::CTRL | Qt::Key_Q},
            MenuPlace::File, [window] { window->close(); }});
}

void ShellCommands::addGo()
{
    MainWindow* window = &m_window;
    m_commands.add({},
        {"way.back", tr("Back"), tr("Go to what was shown before."), QStringLiteral("undo"), {Qt::ALT | Qt::Key_Left},
            MenuPlace::Go, [window] { window->goBack(); }});
    m_commands.add({},
        {"way.forward", tr("Forward"), tr("Go to what was shown before you went back."), QStringLiteral("redo"),
            {Qt::ALT | Qt::Key_Right}, MenuPlace::Go, [window] { window->goForward(); }});
    m_commands.add({},
        {"way.palette", tr("Go to or do…"), tr("Find a place or a command by a few letters, or open a link."),
            QStringLiteral("search"), {Qt::CTRL | Qt::Key_K}, MenuPlace::Go, [window] { window->popUpPalette(); }});
    m_commands.add({},
        {"link.copy", tr("Copy link"), tr("Copy a link to what is shown; it opens here or on another computer."),
            QStringLiteral("link"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C}, MenuPlace::Go,
            [window] { window->copyLink(); }});
}

void ShellCommands::addChoice(
    const char* id, const QString& text, const QString& help, Setting setting, const QString& value)
{
    QAction* action = m_commands.add(
        {}, {id, text, help, {}, {}, MenuPlace::View, [this, setting, value] { m_preferences.set(setting, value); }});
    action->setCheckable(true);
    action->setProperty("setting", static_cast<int>(setting));
    action->setProperty("value", value);
}

void ShellCommands::addView()
{
    const Setting theme = Setting::Theme;
    const QString colours = tr("Choose the colours of the window.");
    addChoice("theme.system", tr("Colours as the system"), colours, theme, QStringLiteral("system"));
    addChoice("theme.light", tr("Light"), colours, theme, QStringLiteral("light"));
    addChoice("theme.dark", tr("Dark"), colours, theme, QStringLiteral("dark"));
    const auto size = [this](const char* id, const QString& text, const QList<QKeySequence>& keys, int direction) {
        m_commands.add({},
            {id, text, tr("Change the size of all text, 75 to 200 %."), {}, keys, MenuPlace::View,
                [this, direction] { m_preferences.stepTextScale(direction); }});
    };
    size("text.larger", tr("Larger text"), {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal}, 1);
    size("text.smaller", tr("Smaller text"), {Qt::CTRL | Qt::Key_Minus}, -1);
    size("text.normal", tr("Normal text"), {Qt::CTRL | Qt::Key_0}, 0);
    const Setting language = Setting::Language;
    const QString words = tr("Choose the language of the window.");
    addChoice("language.system", tr("Language as the system"), words, language, {});
    for (const QString& code : Language::available()) {
        const QByteArray id = "language." + code.toLatin1();
        addChoice(id.constData(), Language::nameOf(code), words, language, code);
    }
}

void ShellCommands::addHelp()
{
    MainWindow* window = &m_window;
    m_commands.add({},
        {"help.handbook", tr("Handbook"), tr("Show the page of the handbook about what is shown."),
            QStringLiteral("help"), {Qt::Key_F1}, MenuPlace::Help, [window] { Q_EMIT window->helpRequested(); }});
    m_commands.add({},
        {"help.shortcuts", tr("Keyboard shortcuts"), tr("Show all commands with their keys, to read or to print."),
            QStringLiteral("command"), {Qt::CTRL | Qt::Key_Question, Qt::SHIFT | Qt::Key_F1}, MenuPlace::Help,
            [window] { window->showShortcuts(); }});
    m_commands.add({},
        {"about.countersign", tr("About Countersign"), tr("Show the version and what it was built with."),
            QStringLiteral("info"), {}, MenuPlace::Help, [window] { window->showAbout(); }});
}

void ShellCommands::setWay(bool canGoBack, bool canGoForward)
{
    m_commands.setOffReason("way.back", canGoBack ? QString() : tr("Nothing was shown before."));
    m_commands.setOffReason("way.forward", canGoForward ? QString() : tr("You have not gone back."));
}

void ShellCommands::markChoices()
{
    for (const auto& entry : m_commands.all()) {
        const QVariant setting = entry->action->property("setting");
        if (setting.isValid()) {
            const QString present = m_preferences.value(static_cast<Setting>(setting.toInt()));
            entry->action->setChecked(entry->action->property("value").toString() == present);
        }
    }
}

} // namespace cs::ui
