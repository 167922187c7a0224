// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/evidence_file.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <filesystem>
#include <fstream>
#include <functional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace cs;

namespace {

class EvidenceFileTest : public testing::Test {
protected:
    std::string path(const std::string& name) const { return utf8(m_folder.path()) + "/" + name; }
    std::string file(const std::string& name, const std::string& bytes) const
    {
        std::ofstream(path(name), std::ios::binary) << bytes;
        return path(name);
    }
    static std::string codeOf(const Result<EvidenceFile>& result)
    {
        return result ? "opened" : utf8(result.error().code());
    }

private:
    QTemporaryDir m_folder;
};

TEST_F(EvidenceFileTest, GivesTheFileInChunks)
{
    std::string bytes(std::size_t(evidenceChunkBytes) * 2 + 5, 'a');
    bytes[std::size_t(evidenceChunkBytes)] = 'b';
    auto opened = EvidenceFile::open(file("two and a bit.bin", bytes));
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->size(), std::int64_t(bytes.size()));
    std::string all;
    std::vector<std::size_t> sizes;
    for (;;) {
        const auto chunk = opened->nextChunk();
        ASSERT_TRUE(chunk);
        if (chunk->empty())
            break;
        sizes.push_back(chunk->size());
        all += *chunk;
    }
    EXPECT_EQ(all, bytes);
    EXPECT_EQ(sizes, (std::vector<std::size_t>{1U << 20U, 1U << 20U, 5U}));
}

TEST_F(EvidenceFileTest, RefusesWithTheNameOfTheFile)
{
    EXPECT_EQ(codeOf(EvidenceFile::open(file("empty", ""))), "CS-EVIDENCE-EMPTY");
    EXPECT_EQ(codeOf(EvidenceFile::open(file("large", "12345"), 4)), "CS-EVIDENCE-LIMIT");
    EXPECT_EQ(codeOf(EvidenceFile::open(path("missing"))), "CS-EVIDENCE-FILE");
    EXPECT_EQ(codeOf(EvidenceFile::open(path("."))), "CS-EVIDENCE-FILE");
    EXPECT_EQ(codeOf(EvidenceFile::open("/dev/null")), "CS-EVIDENCE-FILE");
    ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
    EXPECT_EQ(codeOf(EvidenceFile::open(path("pipe"))), "CS-EVIDENCE-FILE"); // and does not wait for a writer
    const auto missing = EvidenceFile::open(path("missing"));
    EXPECT_TRUE(missing.error().message().contains(qs(path("missing"))));
}

TEST_F(EvidenceFileTest, ExactlyTheLimitIsAccepted)
{
    EXPECT_TRUE(EvidenceFile::open(file("exact", "1234"), 4));
}

TEST_F(EvidenceFileTest, UnreadableIsAnError)
{
    const std::string secret = file("secret", "x");
    ::chmod(secret.c_str(), 0);
    if (::geteuid() == 0)
        GTEST_SKIP() << "root reads everything";
    EXPECT_EQ(codeOf(EvidenceFile::open(secret)), "CS-EVIDENCE-FILE");
}

TEST_F(EvidenceFileTest, FollowsALinkToAFile)
{
    std::filesystem::create_symlink(file("target", "abc"), path("link"));
    auto opened = EvidenceFile::open(path("link"));
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->nextChunk().value_or(""), "abc");
    EXPECT_EQ(opened->nextChunk().value_or("?"), "");
}

/// What happens to the file between the first chunk and the end.
void expectChanged(const std::string& path, const std::function<void()>& change)
{
    auto opened = EvidenceFile::open(path);
    ASSERT_TRUE(opened);
    ASSERT_TRUE(opened->nextChunk());
    change();
    auto next = opened->nextChunk();
    if (next && !next->empty())
        next = opened->nextChunk();
    ASSERT_FALSE(next);
    EXPECT_EQ(utf8(next.error().code()), "CS-EVIDENCE-CHANGED");
}

TEST_F(EvidenceFileTest, NoticesEveryKindOfChange)
{
    const std::string bytes(std::size_t(evidenceChunkBytes) + 10, 'a');
    const std::string grown = file("grown", bytes);
    expectChanged(grown, [&] { std::ofstream(grown, std::ios::app) << "more"; });
    const std::string cut = file("cut", bytes);
    expectChanged(cut, [&] { std::filesystem::resize_file(cut, 100); });
    const std::string renamed = file("replaced", bytes);
    expectChanged(renamed, [&] { std::filesystem::rename(file("other", bytes), renamed); });
    const std::string removed = file("removed", bytes);
    expectChanged(removed, [&] { std::filesystem::remove(removed); });
    const std::string same = file("same size", bytes);
    expectChanged(same, [&] {
        const timespec then[2] = {{1, 0}, {1, 0}}; // a writer that keeps the size; times are all that tells
        ASSERT_EQ(::utimensat(AT_FDCWD, same.c_str(), then, 0), 0);
    });
}

} // namespace
