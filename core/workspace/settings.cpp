// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/settings.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>
#include <QTime>

#include <algorithm>

namespace cs {
namespace {

constexpr int recentMax = 10;
constexpr qint64 fileBytesMax = 1 << 20;

/// A time of day as it is written: "HH:mm".
bool isTime(const QString& text)
{
    return text.size() == 5 && QTime::fromString(text, QStringLiteral("HH:mm")).isValid();
}

bool isNumberWithin(const QString& text, int least, int most)
{
    bool ok = false;
    const int number = text.toInt(&ok);
    return ok && number >= least && number <= most;
}

bool canBeMeant(const SettingInfo& info, const QString& value)
{
    switch (info.kind) {
    case SettingKind::Choice:
        return std::ranges::any_of(
            info.choices, [&](const auto& choice) { return value == QLatin1String(choice.first); });
    case SettingKind::Number:
        return isNumberWithin(value, info.least, info.most);
    case SettingKind::Switch:
        return value == u"on" || value == u"off";
    case SettingKind::Time:
        return isTime(value);
    case SettingKind::Language:
        return value.size() <= 16;
    case SettingKind::Hidden:
        return true;
    }
    return false;
}

/// One value is one line; what would break it is written as an escape.
QString escaped(const QString& value)
{
    QString out;
    for (const QChar c : value)
        out += c == u'\\' ? QStringLiteral("\\\\")
            : c == u'\n'  ? QStringLiteral("\\n")
            : c == u'\r'  ? QStringLiteral("\\r")
                          : QString(c);
    return out;
}

QString unescaped(const QString& text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const QChar next = text[++i];
        out += next == u'n' ? QChar(u'\n') : next == u'r' ? QChar(u'\r') : next;
    }
    return out;
}

Error fileError(const QString& path, const QString& why)
{
    return couldNot(
        "CS-SETTINGS-FILE", "The settings file %1 cannot be used: %2. The defaults are in force.", {path, why});
}

constexpr const char* appearance = QT_TRANSLATE_NOOP("Setting", "Appearance");
constexpr const char* notices = QT_TRANSLATE_NOOP("Setting", "Notices");
constexpr const char* keysAndSigning = QT_TRANSLATE_NOOP("Setting", "Keys and signing");

std::vector<SettingInfo> settingsTable()
{
    return {{Setting::Theme, "appearance/theme", "system", SettingKind::Choice, appearance,
                QT_TRANSLATE_NOOP("Setting", "Colours"),
                QT_TRANSLATE_NOOP("Setting", "Light or dark, or as the desktop has it."),
                {{"system", QT_TRANSLATE_NOOP("Setting", "As the system")},
                    {"light", QT_TRANSLATE_NOOP("Setting", "Light")}, {"dark", QT_TRANSLATE_NOOP("Setting", "Dark")}},
                0, 0, ""},
        {Setting::TextScale, "appearance/textScale", "100", SettingKind::Number, appearance,
            QT_TRANSLATE_NOOP("Setting", "Text size"),
            QT_TRANSLATE_NOOP("Setting", "Of all text, measured against the size of the desktop."), {}, 75, 200, "%"},
        {Setting::ReducedMotion, "appearance/reducedMotion", "system", SettingKind::Choice, appearance,
            QT_TRANSLATE_NOOP("Setting", "Movement"),
            QT_TRANSLATE_NOOP("Setting", "Whether notices and panes slide into place, or stand there at once."),
            {{"system", QT_TRANSLATE_NOOP("Setting", "As the system")}, {"off", QT_TRANSLATE_NOOP("Setting", "Show")},
                {"on", QT_TRANSLATE_NOOP("Setting", "Reduce")}},
            0, 0, ""},
        {Setting::Language, "appearance/language", "", SettingKind::Language, appearance,
            QT_TRANSLATE_NOOP("Setting", "Language"),
            QT_TRANSLATE_NOOP("Setting",
                "Of the window. What is signed keeps the language of the policy, and digests, ids and exports do not "
                "change."),
            {}, 0, 0, ""},
        {Setting::Notices, "notices/show", "on", SettingKind::Switch, notices,
            QT_TRANSLATE_NOOP("Setting", "Say when something waits for me"),
            QT_TRANSLATE_NOOP("Setting",
                "One notice of the desktop for all that is new in the inbox. It opens the inbox and signs nothing."),
            {}, 0, 0, ""},
        {Setting::QuietFrom, "notices/quietFrom", "20:00", SettingKind::Time, notices,
            QT_TRANSLATE_NOOP("Setting", "Quiet from"),
            QT_TRANSLATE_NOOP("Setting", "From this time of day on no notice is shown; it waits for the end."), {}, 0,
            0, ""},
        {Setting::QuietTo, "notices/quietTo", "07:00", SettingKind::Time, notices,
            QT_TRANSLATE_NOOP("Setting", "Quiet until"),
            QT_TRANSLATE_NOOP("Setting", "End of the quiet hours. The same time twice means that there are none."), {},
            0, 0, ""},
        {Setting::KeyIdleMinutes, "signing/keyIdleMinutes", "10", SettingKind::Number, keysAndSigning,
            QT_TRANSLATE_NOOP("Setting", "Lock the key after"),
            QT_TRANSLATE_NOOP("Setting",
                "An opened key is forgotten after this time without a key press or a click here, and after ten minutes "
                "without a signature in any case."),
            {}, 1, 10, QT_TRANSLATE_NOOP("Setting", "min")},
        {Setting::ExactBytes, "signing/exactBytes", "first", SettingKind::Choice, keysAndSigning,
            QT_TRANSLATE_NOOP("Setting", "Exact bytes on the sign-off page"),
            QT_TRANSLATE_NOOP(
                "Setting", "Whether the bytes that are signed stand open at once. They are always there."),
            {{"first", QT_TRANSLATE_NOOP("Setting", "The first five times")},
                {"always", QT_TRANSLATE_NOOP("Setting", "Always")}},
            0, 0, ""},
        {Setting::WindowGeometry, "window/geometry", "", SettingKind::Hidden, "", "", "", {}, 0, 0, ""},
        {Setting::WindowState, "window/state", "", SettingKind::Hidden, "", "", "", {}, 0, 0, ""},
        {Setting::RecentWorkspaces, "workspaces/recent", "", SettingKind::Hidden, "", "", "", {}, 0, 0, ""}};
}

} // namespace

const std::vector<SettingInfo>& allSettings()
{
    static const std::vector<SettingInfo> table = settingsTable();
    return table;
}

const SettingInfo& settingInfo(Setting setting)
{
    return allSettings()[static_cast<std::size_t>(setting)];
}

Settings::Settings(QString path)
    : m_path(std::move(path))
{
}

Status Settings::load()
{
    QFile file(m_path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        return fail(fileError(m_path, file.errorString()));
    m_values.clear();
    QString section;
    const QString text = QString::fromUtf8(file.read(fileBytesMax));
    for (const QString& raw : text.split(u'\n')) {
        const QString line = raw.trimmed();
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            section = line.mid(1, line.size() - 2) + u'/';
        } else if (const qsizetype equals = line.indexOf(u'='); equals > 0 && !line.startsWith(u';')) {
            const QString key = section + line.left(equals).trimmed();
            m_values[key] = unescaped(line.mid(equals + 1));
        }
    }
    return {};
}

Status Settings::save() const
{
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(fileError(m_path, file.errorString()));
    QString section, out;
    for (const auto& [key, value] : m_values) {
        const QString inSection = key.section(u'/', 0, 0);
        if (inSection != section)
            out += QStringLiteral("[%1]\n").arg(section = inSection);
        out += key.section(u'/', 1) + u'=' + escaped(value) + u'\n';
    }
    file.write(out.toUtf8());
    if (!file.commit())
        return fail(fileError(m_path, file.errorString()));
    return {};
}

QString Settings::raw(Setting setting) const
{
    const SettingInfo& info = settingInfo(setting);
    const auto found = m_values.find(QString::fromLatin1(info.key));
    return found == m_values.end() ? QString::fromLatin1(info.fallback) : found->second;
}

QString Settings::value(Setting setting) const
{
    const SettingInfo& info = settingInfo(setting);
    QString text = raw(setting);
    bool ok = false;
    if (const int number = text.toInt(&ok); ok && info.kind == SettingKind::Number)
        text = QString::number(std::clamp(number, info.least, info.most));
    return canBeMeant(info, text) ? text : QString::fromLatin1(info.fallback);
}

bool Settings::setValue(Setting setting, const QString& value)
{
    if (!canBeMeant(settingInfo(setting), value))
        return false;
    set(setting, value);
    return true;
}

void Settings::set(Setting setting, const QString& value)
{
    m_values[QString::fromLatin1(settingInfo(setting).key)] = value;
}

bool Settings::isDefault(Setting setting) const
{
    return value(setting) == QString::fromLatin1(settingInfo(setting).fallback);
}

void Settings::reset(Setting setting)
{
    m_values.erase(QString::fromLatin1(settingInfo(setting).key));
}

Settings::Theme Settings::theme() const
{
    const QString text = value(Setting::Theme);
    return text == u"light" ? Theme::Light : text == u"dark" ? Theme::Dark : Theme::System;
}

void Settings::setTheme(Theme theme)
{
    set(Setting::Theme,
        theme == Theme::Light      ? QStringLiteral("light")
            : theme == Theme::Dark ? QStringLiteral("dark")
                                   : QStringLiteral("system"));
}

int Settings::textScale() const
{
    return value(Setting::TextScale).toInt();
}

void Settings::setTextScale(int percent)
{
    const SettingInfo& info = settingInfo(Setting::TextScale);
    set(Setting::TextScale, QString::number(std::clamp(percent, info.least, info.most)));
}

QString Settings::language() const
{
    return value(Setting::Language);
}
void Settings::setLanguage(const QString& language)
{
    set(Setting::Language, language);
}
QByteArray Settings::geometry() const
{
    return QByteArray::fromBase64(value(Setting::WindowGeometry).toLatin1());
}
void Settings::setGeometry(const QByteArray& geometry)
{
    set(Setting::WindowGeometry, QString::fromLatin1(geometry.toBase64()));
}
QByteArray Settings::windowState() const
{
    return QByteArray::fromBase64(value(Setting::WindowState).toLatin1());
}
void Settings::setWindowState(const QByteArray& state)
{
    set(Setting::WindowState, QString::fromLatin1(state.toBase64()));
}

QStringList Settings::recentWorkspaces() const
{
    return value(Setting::RecentWorkspaces).split(u'\n', Qt::SkipEmptyParts);
}

void Settings::addRecentWorkspace(const QString& path)
{
    QStringList recent = recentWorkspaces();
    recent.removeAll(path);
    recent.prepend(path);
    set(Setting::RecentWorkspaces, recent.mid(0, recentMax).join(u'\n'));
}

void Settings::removeRecentWorkspace(const QString& path)
{
    QStringList recent = recentWorkspaces();
    recent.removeAll(path);
    set(Setting::RecentWorkspaces, recent.join(u'\n'));
}

} // namespace cs
