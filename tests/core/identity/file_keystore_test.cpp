// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/file_keystore.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

namespace cs {
namespace {

std::string codeOf(const auto& result)
{
    return result ? std::string() : result.error().code().toStdString();
}

class FileKeystoreTest : public testing::Test {
protected:
    QTemporaryDir dir;
    std::string path = utf8(dir.path()) + "/agent-key";

    void write(const QByteArray& bytes, mode_t mode = 0600)
    {
        QFile::remove(qs(path));
        QFile file(qs(path));
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        ASSERT_EQ(::chmod(path.c_str(), mode), 0);
    }
};

TEST_F(FileKeystoreTest, SavesAndLoads)
{
    const SecretKey key = SecretKey::generate();
    ASSERT_TRUE(saveServiceKey(path, key));
    struct stat info { };
    ASSERT_EQ(::stat(path.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600U);
    EXPECT_EQ(loadServiceKey(path, ActorKind::Service)->publicKey(), key.publicKey());
    EXPECT_EQ(codeOf(saveServiceKey(path, key)), "CS-IDENTITY-FILE") << "never replaces one";
}

TEST_F(FileKeystoreTest, RawSeedAsSystemdGivesIt)
{
    write(QByteArray(32, 's'), 0400);
    EXPECT_EQ(
        loadServiceKey(path, ActorKind::Service)->publicKey(), SecretKey::fromSeed(std::string(32, 's'))->publicKey());
}

TEST_F(FileKeystoreTest, NeverAPersonsKey)
{
    ASSERT_TRUE(saveServiceKey(path, SecretKey::generate()));
    EXPECT_EQ(codeOf(loadServiceKey(path, ActorKind::Person)), "CS-IDENTITY-FILE-PERSON");
}

TEST_F(FileKeystoreTest, OpenToOthersIsRefused)
{
    for (const mode_t mode : {0640U, 0604U, 0620U, 0602U, 0644U, 0666U, 0601U}) {
        // The group's read bit alone is what systemd leaves on root's files.
        if (mode == 0640U && ::geteuid() == 0)
            continue;
        write(QByteArray(32, 's'), mode);
        EXPECT_EQ(codeOf(loadServiceKey(path, ActorKind::Service)), "CS-IDENTITY-FILE") << mode;
    }
}

TEST_F(FileKeystoreTest, LinksFoldersAndOtherUsersFilesAreRefused)
{
    ASSERT_TRUE(saveServiceKey(path, SecretKey::generate()));
    const std::string link = path + "-link";
    ASSERT_EQ(::symlink(path.c_str(), link.c_str()), 0);
    EXPECT_EQ(codeOf(loadServiceKey(link, ActorKind::Service)), "CS-IDENTITY-FILE");
    EXPECT_EQ(codeOf(loadServiceKey(utf8(dir.path()), ActorKind::Service)), "CS-IDENTITY-FILE");
    EXPECT_EQ(codeOf(loadServiceKey(path + "-none", ActorKind::Service)), "CS-IDENTITY-FILE");
    const std::string pipe = path + "-pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(codeOf(loadServiceKey(pipe, ActorKind::Service)), "CS-IDENTITY-FILE") << "and it does not hang";
    if (::geteuid() == 0) {
        ASSERT_EQ(::chown(path.c_str(), 65534, 65534), 0);
        EXPECT_EQ(codeOf(loadServiceKey(path, ActorKind::Service)), "CS-IDENTITY-FILE");
    }
}

TEST_F(FileKeystoreTest, OtherContentsAreRefused)
{
    for (const QByteArray& bytes : {QByteArray(), QByteArray(31, 's'), QByteArray(33, 's'), QByteArray(44, '!'),
             QByteArray(64, 's'), QByteArray(5000, 's')}) {
        write(bytes);
        EXPECT_EQ(codeOf(loadServiceKey(path, ActorKind::Service)), "CS-IDENTITY-FILE") << bytes.size();
    }
}

TEST_F(FileKeystoreTest, WhereToLook)
{
    qunsetenv("COUNTERSIGN_KEY_FILE");
    qunsetenv("CREDENTIALS_DIRECTORY");
    EXPECT_FALSE(serviceKeyPlace());
    qputenv("CREDENTIALS_DIRECTORY", "/run/credentials/x");
    EXPECT_EQ(serviceKeyPlace()->path, "/run/credentials/x/agent-key");
    qputenv("COUNTERSIGN_KEY_FILE", "/etc/key");
    EXPECT_EQ(serviceKeyPlace()->path, "/etc/key");
    EXPECT_EQ(serviceKeyPlace()->from, "COUNTERSIGN_KEY_FILE");
    qunsetenv("COUNTERSIGN_KEY_FILE");
    qunsetenv("CREDENTIALS_DIRECTORY");
}

} // namespace
} // namespace cs
