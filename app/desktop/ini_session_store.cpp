// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/ini_session_store.h"

#include <QFileInfo>
#include <QStringList>

namespace cs::app {

namespace {

constexpr int recentMax = 8;

} // namespace

IniSessionStore::IniSessionStore()
    : m_settings(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("countersign"), QStringLiteral("window"))
{
}

QByteArray IniSessionStore::value(const QByteArray& key) const
{
    return m_settings.value(QString::fromLatin1(key)).toByteArray();
}

void IniSessionStore::setValue(const QByteArray& key, const QByteArray& value)
{
    m_settings.setValue(QString::fromLatin1(key), value);
}

QString IniSessionStore::folder() const
{
    return QFileInfo(m_settings.fileName()).absolutePath();
}

QStringList IniSessionStore::recent() const
{
    return m_settings.value(QStringLiteral("recent")).toStringList();
}

void IniSessionStore::addRecent(const QString& path)
{
    QStringList paths = recent();
    paths.removeAll(path);
    paths.prepend(path);
    m_settings.setValue(QStringLiteral("recent"), QStringList(paths.mid(0, recentMax)));
}

} // namespace cs::app
