// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/sealed.h"

#include <gtest/gtest.h>

namespace cs {
namespace {

// The cheapest cost that Argon2id allows: the tests are about the format, not about the price.
constexpr SealCost cheap{1, 8192};

QString codeOf(const Result<SecretKey>& result)
{
    return result ? QString() : result.error().code();
}

TEST(SealedTest, OpensWithItsPassphraseOnly)
{
    const SecretKey key = SecretKey::generate();
    const auto sealed = sealSeed(key, "correct horse", cheap);
    ASSERT_TRUE(sealed);
    EXPECT_EQ(*needsPassphrase(*sealed), true);
    EXPECT_EQ(sealed->find(std::string(key.seed())), std::string::npos);
    const auto opened = openSeed(*sealed, "correct horse");
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->publicKey(), key.publicKey());
    EXPECT_EQ(codeOf(openSeed(*sealed, "wrong horse")), QStringLiteral("CS-CRYPTO-PASSPHRASE"));
    EXPECT_EQ(codeOf(openSeed(*sealed, "")), QStringLiteral("CS-CRYPTO-PASSPHRASE"));
    EXPECT_NE(*sealed, *sealSeed(key, "correct horse", cheap)) << "salt and nonce are fresh";
}

TEST(SealedTest, EveryFlippedByteIsSeen)
{
    const SecretKey key = SecretKey::generate();
    const Bytes sealed = *sealSeed(key, "pass", cheap);
    for (std::size_t i = 0; i < sealed.size(); ++i) {
        Bytes bad = sealed;
        // The lowest bit, so that a cost stays small enough to be tried at all.
        bad[i] = static_cast<char>(bad[i] ^ 1);
        EXPECT_FALSE(openSeed(bad, "pass")) << i;
    }
    for (std::size_t size = 0; size < sealed.size(); ++size)
        EXPECT_FALSE(openSeed(sealed.substr(0, size), "pass")) << size;
}

TEST(SealedTest, APlantedHeaderCannotEatAllMemory)
{
    Bytes sealed = *sealSeed(SecretKey::generate(), "pass", cheap);
    Bytes memory = sealed;
    memory[5 + 8 + 2] = 0x7f; // 2^46 bytes and more
    EXPECT_EQ(codeOf(openSeed(memory, "pass")), QStringLiteral("CS-CRYPTO-SEALED-FORM"));
    Bytes passes = sealed;
    passes[5] = 0x7f;
    EXPECT_EQ(codeOf(openSeed(passes, "pass")), QStringLiteral("CS-CRYPTO-SEALED-FORM"));
    EXPECT_FALSE(sealSeed(SecretKey::generate(), "pass", {1000, 8192}));
}

TEST(SealedTest, EmptyPassphraseIsNoPassphrase)
{
    EXPECT_FALSE(sealSeed(SecretKey::generate(), "", cheap));
}

TEST(SealedTest, PlainFormForDemoKeys)
{
    const SecretKey key = SecretKey::generate();
    const Bytes plain = plainSeed(key);
    EXPECT_EQ(*needsPassphrase(plain), false);
    EXPECT_EQ(openSeed(plain, "")->publicKey(), key.publicKey());
    EXPECT_FALSE(needsPassphrase(std::string(32, 'x')));
    EXPECT_FALSE(needsPassphrase("CSK1Z" + std::string(32, 'x')));
}

TEST(SealedTest, TheDefaultCostIsModerate)
{
    const SecretKey key = SecretKey::generate();
    const auto sealed = sealSeed(key, "pass");
    ASSERT_TRUE(sealed) << sealed.error().message().toStdString();
    EXPECT_EQ(openSeed(*sealed, "pass")->publicKey(), key.publicKey());
}

} // namespace
} // namespace cs
