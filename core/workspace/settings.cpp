// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/settings.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace cs {
namespace {

constexpr int recentMax = 10;
constexpr int scaleMin = 75, scaleMax = 200;
constexpr qint64 fileBytesMax = 1 << 20;

const SettingInfo& infoOf(Setting setting)
{
    return allSettings()[static_cast<std::size_t>(setting)];
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

} // namespace

const std::vector<SettingInfo>& allSettings()
{
    static const std::vector<SettingInfo> table{
        {Setting::Theme, "appearance/theme", "system", "Colours: system, light or dark"},
        {Setting::TextScale, "appearance/textScale", "100", "Size of the text in per cent"},
        {Setting::Language, "appearance/language", "", "Language of the program; empty: as the system"},
        {Setting::WindowGeometry, "window/geometry", "", "Size and place of the window"},
        {Setting::WindowState, "window/state", "", "Arrangement of the window's parts"},
        {Setting::RecentWorkspaces, "workspaces/recent", "", "Workspaces opened lately"}};
    return table;
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

QString Settings::value(Setting setting) const
{
    const SettingInfo& info = infoOf(setting);
    const auto found = m_values.find(QString::fromLatin1(info.key));
    return found == m_values.end() ? QString::fromLatin1(info.fallback) : found->second;
}

void Settings::set(Setting setting, const QString& value)
{
    m_values[QString::fromLatin1(infoOf(setting).key)] = value;
}

bool Settings::isDefault(Setting setting) const
{
    return value(setting) == QString::fromLatin1(infoOf(setting).fallback);
}

void Settings::reset(Setting setting)
{
    m_values.erase(QString::fromLatin1(infoOf(setting).key));
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
    bool ok = false;
    const int percent = value(Setting::TextScale).toInt(&ok);
    return ok ? std::clamp(percent, scaleMin, scaleMax) : 100;
}

void Settings::setTextScale(int percent)
{
    set(Setting::TextScale, QString::number(std::clamp(percent, scaleMin, scaleMax)));
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
