// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/commit.h"
#include "core/crypto/hash.h"

#include <gtest/gtest.h>

#include <thread>

namespace cs {
namespace {

TEST(Sha256Test, KnownValues)
{
    EXPECT_EQ(sha256("").hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc").hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha256Test, PiecesGiveTheSameAsTheWhole)
{
    Sha256 hash;
    hash.update("a").update("").update("bc");
    EXPECT_EQ(hash.finish(), sha256("abc"));
    EXPECT_EQ(hash.finish(), sha256("")) << "afterwards it is as new";
    EXPECT_EQ(sha256("a", "bc"), sha256("abc"));
    EXPECT_EQ(sha256("a", "b", "c"), sha256("abc"));
}

TEST(Sha256Test, ThreadsDoNotShareTheirContext)
{
    std::vector<std::thread> threads;
    std::vector<int> wrong(4, 0);
    for (std::size_t t = 0; t < wrong.size(); ++t)
        threads.emplace_back([t, &wrong] {
            const std::string text(t * 100, 'x');
            const Digest first = sha256(text);
            for (int i = 0; i < 2000; ++i)
                wrong[t] += sha256(text) == first ? 0 : 1;
        });
    for (std::thread& thread : threads)
        thread.join();
    for (const int count : wrong)
        EXPECT_EQ(count, 0);
}

TEST(CommitTest, SaltedDigest)
{
    const std::string salt(32, 's');
    EXPECT_EQ(commitment(salt, "name"), sha256(salt + "name"));
    EXPECT_NE(commitment(salt, "name"), commitment(newSalt(), "name"));
    EXPECT_EQ(newSalt().size(), saltBytes);
    EXPECT_NE(newSalt(), newSalt());
}

} // namespace
} // namespace cs
