// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/settings.h"

#include <QObject>
#include <QThreadPool>

#include <map>

namespace cs::ui {

class Language;

/// The settings in force: what the table says, applied at once to theme, text size, movement and language, and written
/// down in the background.
class Preferences final : public QObject {
    Q_OBJECT
public:
    /// Applies what @p settings says. @param language must outlive it.
    Preferences(Settings settings, Language& language, QObject* parent = nullptr);

    QString value(Setting setting) const;
    bool isOn(Setting setting) const { return value(setting) == QLatin1String("on"); }
    /// Values that cannot be meant are left out.
    void set(Setting setting, const QString& value);
    void reset(Setting setting);
    bool isDefault(Setting setting) const;
    /// For this run only: what the command line asks for. Written nowhere; a set() ends it.
    void setForThisRun(Setting setting, const QString& value);

    /// One step of 1.1 up (+1), down (-1), or back to 100 (0).
    void stepTextScale(int direction);

Q_SIGNALS:
    void changed(cs::Setting setting);
    /// The file could not be written; the values hold for this run. @p sentence is translated.
    void notSaved(const QString& sentence);

private:
    void apply(Setting setting);
    void saveSoon();

    Settings m_settings;
    Language& m_language;
    std::map<Setting, QString> m_thisRun;
    bool m_systemReducesMotion;
    bool m_saveWaits = false;
    QThreadPool m_writer;
};

} // namespace cs::ui
