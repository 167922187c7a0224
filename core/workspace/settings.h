// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>

namespace cs {

/// Every setting of the program, in one table: its key, its default, what it means. No secret ever goes here.
enum class Setting {
    Theme,
    TextScale,
    ReducedMotion,
    Language,
    Notices,
    QuietFrom,
    QuietTo,
    KeyIdleMinutes,
    ExactBytes,
    WindowGeometry,
    WindowState,
    RecentWorkspaces
};

/// What a value may be; the settings page makes its control from it.
enum class SettingKind {
    Choice, ///< one of the ids in `choices`
    Number, ///< a whole number from `least` to `most`
    Switch, ///< "on" or "off"
    Time, ///< a time of day, "HH:mm"
    Language, ///< empty (as the system) or a language that ships
    Hidden, ///< kept by the program itself; on no page
};

/// The texts are English and translated in the context "Setting".
struct SettingInfo {
    Setting setting;
    const char* key; ///< "section/name" in the file.
    const char* fallback; ///< Text form of the default.
    SettingKind kind;
    const char* group; ///< Heading of the settings page.
    const char* title;
    const char* description; ///< One sentence; also what the settings page searches.
    std::vector<std::pair<const char*, const char*>> choices; ///< id and text
    int least, most;
    const char* unit;
};
const std::vector<SettingInfo>& allSettings();
const SettingInfo& settingInfo(Setting setting);

/// The typed settings over one INI file. Keys that a newer program wrote are kept. Belongs to one thread; reading is
/// from memory, only load() and save() touch the file.
class Settings final {
public:
    enum class Theme { System, Light, Dark };

    /// @param path of the file; need not exist.
    explicit Settings(QString path);
    /// @returns CS-SETTINGS-FILE when the file is there and cannot be read.
    Status load();
    /// Written to a temporary file and renamed. @returns CS-SETTINGS-FILE.
    Status save() const;

    /// Text form; the default where the file says something that cannot be meant.
    QString value(Setting setting) const;
    /// @returns false, and changes nothing, if @p value cannot be meant.
    bool setValue(Setting setting, const QString& value);

    Theme theme() const;
    void setTheme(Theme theme);
    /// Per cent of the usual text size, 75 to 200.
    int textScale() const;
    void setTextScale(int percent);
    /// BCP 47 ("en", "de"), or empty: as the system.
    QString language() const;
    void setLanguage(const QString& language);
    QByteArray geometry() const;
    void setGeometry(const QByteArray& geometry);
    QByteArray windowState() const;
    void setWindowState(const QByteArray& state);
    /// Paths, newest first, at most ten.
    QStringList recentWorkspaces() const;
    void addRecentWorkspace(const QString& path);
    void removeRecentWorkspace(const QString& path);
    bool isDefault(Setting setting) const;
    void reset(Setting setting);

private:
    QString raw(Setting setting) const;
    void set(Setting setting, const QString& value);
    QString m_path;
    std::map<QString, QString> m_values; // also those of unknown keys
};

} // namespace cs
