// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/settings.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

namespace cs {
namespace {

TEST(Settings, defaultsWithoutAFile)
{
    const QTemporaryDir dir;
    Settings settings(dir.filePath(QStringLiteral("settings.ini")));
    ASSERT_TRUE(settings.load());
    EXPECT_EQ(settings.theme(), Settings::Theme::System);
    EXPECT_EQ(settings.textScale(), 100);
    EXPECT_TRUE(settings.recentWorkspaces().isEmpty());
    for (const SettingInfo& info : allSettings())
        EXPECT_TRUE(settings.isDefault(info.setting)) << info.key;
}

TEST(Settings, keepsValuesAndUnknownKeys)
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("settings.ini"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("[future]\nthing=kept\n[appearance]\ntheme=dark\ntextScale=9000\n");
    file.close();
    Settings settings(path);
    ASSERT_TRUE(settings.load());
    EXPECT_EQ(settings.theme(), Settings::Theme::Dark);
    EXPECT_EQ(settings.textScale(), 200) << "clamped";
    settings.setGeometry(QByteArray("\0\n=x", 4));
    settings.addRecentWorkspace(QStringLiteral("/a=b.countersign"));
    settings.addRecentWorkspace(QStringLiteral("/c.countersign"));
    settings.addRecentWorkspace(QStringLiteral("/a=b.countersign"));
    ASSERT_TRUE(settings.save());
    Settings again(path);
    ASSERT_TRUE(again.load());
    EXPECT_EQ(again.geometry(), QByteArray("\0\n=x", 4));
    EXPECT_EQ(
        again.recentWorkspaces(), QStringList({QStringLiteral("/a=b.countersign"), QStringLiteral("/c.countersign")}));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_TRUE(file.readAll().contains("thing=kept"));
}

TEST(Settings, theTableIsInTheOrderOfTheEnumAndItsDefaultsCanBeMeant)
{
    const QTemporaryDir dir;
    Settings settings(dir.filePath(QStringLiteral("settings.ini")));
    for (const SettingInfo& info : allSettings()) {
        EXPECT_EQ(&settingInfo(info.setting), &info) << info.key;
        EXPECT_TRUE(settings.setValue(info.setting, QString::fromLatin1(info.fallback))) << info.key;
        EXPECT_TRUE(info.kind == SettingKind::Hidden || (*info.title && *info.group && *info.description)) << info.key;
    }
}

TEST(Settings, whatCannotBeMeantIsRefusedAndReadAsTheDefault)
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("settings.ini"));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("[notices]\nquietFrom=25:00\nshow=perhaps\n[signing]\nkeyIdleMinutes=0\n");
    file.close();
    Settings settings(path);
    ASSERT_TRUE(settings.load());
    EXPECT_EQ(settings.value(Setting::QuietFrom), QStringLiteral("20:00"));
    EXPECT_EQ(settings.value(Setting::Notices), QStringLiteral("on"));
    EXPECT_EQ(settings.value(Setting::KeyIdleMinutes), QStringLiteral("1")) << "brought to the nearer end";
    EXPECT_FALSE(settings.setValue(Setting::QuietTo, QStringLiteral("8:00")));
    EXPECT_FALSE(settings.setValue(Setting::Theme, QStringLiteral("blue")));
    EXPECT_TRUE(settings.setValue(Setting::QuietTo, QStringLiteral("07:30")));
    EXPECT_EQ(settings.value(Setting::QuietTo), QStringLiteral("07:30"));
}

TEST(Settings, aFileThatCannotBeWrittenIsAnError)
{
    Settings settings(QStringLiteral("/nonexistent/folder/settings.ini"));
    const Status saved = settings.save();
    ASSERT_FALSE(saved);
    EXPECT_EQ(saved.error().code(), QStringLiteral("CS-SETTINGS-FILE"));
}

} // namespace
} // namespace cs
