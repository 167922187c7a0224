// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/artifact.h"
#include "core/crypto/hash.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>

namespace cs {
namespace {

class ArtifactTest : public testing::Test {
protected:
    std::string path(const std::string& name) const { return utf8(m_dir.path()) + "/" + name; }
    void write(const std::string& name, const std::string& text) const
    {
        std::filesystem::create_directories(std::filesystem::path(path(name)).parent_path());
        std::ofstream(path(name), std::ios::binary) << text;
    }

private:
    QTemporaryDir m_dir;
};

TEST_F(ArtifactTest, aFileIsItsDigest)
{
    write("model.bin", "weights");
    const auto artifact = artifactDigest(path("model.bin"));
    ASSERT_TRUE(artifact);
    EXPECT_EQ(artifact->method, "file");
    EXPECT_EQ(artifact->sha, sha256("weights"));
    EXPECT_EQ(artifact->bytes, 7);
}

TEST_F(ArtifactTest, aFolderIsTheRootOverItsFilesInTheOrderOfTheirNames)
{
    write("m/b.bin", "second");
    write("m/a/z.bin", "first");
    write("m/empty", "");
    write("m/.git/config", "no part of it");
    write("m/a/.git", "below the top it is a file like any other");
    const auto artifact = artifactDigest(path("m"));
    ASSERT_TRUE(artifact) << utf8(artifact.error().message());
    std::string raw;
    for (const std::string& text : {std::string("below the top it is a file like any other"), std::string("first"),
             std::string("second"), std::string()})
        raw += sha256(text).bytes();
    EXPECT_EQ(artifact->method, "oms");
    EXPECT_EQ(artifact->sha, sha256(raw));
    EXPECT_EQ(artifact->bytes, 41 + 5 + 6);
}

TEST_F(ArtifactTest, whatHasNoDigestOfItsOwnIsRefused)
{
    EXPECT_FALSE(artifactDigest(path("nowhere")));
    std::filesystem::create_directories(path("none"));
    EXPECT_FALSE(artifactDigest(path("none"))) << "no files";
    write("linked/model.bin", "weights");
    std::filesystem::create_symlink("/etc/passwd", path("linked/vocabulary"));
    EXPECT_FALSE(artifactDigest(path("linked"))) << "a link";
}

} // namespace
} // namespace cs
