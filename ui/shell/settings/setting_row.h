// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/settings.h"

#include <QWidget>

#include <functional>

namespace cs::ui {

class Button;
class Label;
class Preferences;

/// One setting: name, control by its kind, what it means, and "Reset" while it is not at its default.
class SettingRow final : public QWidget {
    Q_OBJECT
public:
    SettingRow(const SettingInfo& info, Preferences& preferences, QWidget* parent);

    Setting setting() const { return m_info.setting; }
    QString title() const;
    /// True if all words stand in its name, description, group or choices.
    bool answers(const QString& words) const;

private:
    QWidget* makeControl();
    QWidget* makeChoice();
    QWidget* makeLanguage();
    QWidget* makeNumber();
    QWidget* makeSwitch();
    QWidget* makeTime();
    void refresh();

    const SettingInfo& m_info;
    Preferences& m_preferences;
    Button* m_reset;
    std::function<void(const QString&)> m_show; ///< brings the control to a value
};

/// Words of the settings table in the language of the window.
QString settingWords(const char* text);

} // namespace cs::ui
