// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/session.h"

#include "core/crypto/keys.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>

namespace cs {
namespace {

constexpr qsizetype stationDigits = 16;

Result<std::string> makeFolder(const QString& path)
{
    if (!QDir().mkpath(path))
        return fail(couldNot("CS-WORKSPACE-FOLDER", "The folder %1 cannot be made.", {path}));
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (!QFile::setPermissions(path, owner))
        return fail(couldNot("CS-WORKSPACE-FOLDER", "The folder %1 cannot be closed to others.", {path}));
    return utf8(path);
}

QString xdg(const char* variable, const QString& fallback)
{
    const QString set = qEnvironmentVariable(variable);
    // The XDG specification: a relative path counts as not set.
    return set.startsWith(u'/') ? set : QString(QDir::homePath() + fallback);
}

bool isStation(const QByteArray& text)
{
    return text.size() == stationDigits && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

/// Random once per installation and OS user; tells machines apart, and nothing about them.
Result<std::string> station(const QString& stateDir)
{
    const QString path = stateDir + u"/station";
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        const QByteArray text = file.read(64).trimmed();
        if (isStation(text))
            return text.toStdString();
    }
    const std::string fresh = randomHex(stationDigits);
    QSaveFile save(path);
    if (!save.open(QIODevice::WriteOnly) || save.write(fresh.data(), stationDigits) != stationDigits || !save.commit())
        return fail(couldNot("CS-WORKSPACE-STATION", "The file %1 cannot be written: %2.", {path, save.errorString()}));
    return fresh;
}

} // namespace

Result<Environment> Environment::system(const Clock& clock, Keychain* keychain)
{
    Environment environment;
    environment.clock = &clock;
    environment.keychain = keychain;
    const QString state = xdg("XDG_STATE_HOME", QStringLiteral("/.local/state")) + u"/countersign";
    const QString cache = xdg("XDG_CACHE_HOME", QStringLiteral("/.cache")) + u"/countersign";
    CS_TRY(environment.stateDir, makeFolder(state));
    CS_TRY(environment.cacheDir, makeFolder(cache));
    CS_TRY(environment.station, cs::station(state));
    environment.random = [](std::size_t count) { return randomBytes(count); };
    return environment;
}

} // namespace cs
