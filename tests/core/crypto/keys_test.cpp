// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/keys.h"

#include <gtest/gtest.h>
#include <sodium.h>

#include <algorithm>

namespace cs {
namespace {

PublicKey keyFromHex(std::string_view hex)
{
    const auto bytes = fromHex(hex);
    EXPECT_TRUE(bytes);
    PublicKey::Array raw{};
    std::copy(bytes->begin(), bytes->end(), raw.begin());
    return PublicKey(raw);
}

TEST(KeysTest, Rfc8032Vectors)
{
    struct Vector {
        const char *seed, *key, *message, *signature;
    };
    const Vector vectors[] = {
        {"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f059"
            "5bbe"
            "24655141438e7a100b"},
        {"4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4"
            "302a"
            "eeb00d291612bb0c00"},
    };
    for (const Vector& v : vectors) {
        const auto key = SecretKey::fromSeed(*fromHex(v.seed));
        ASSERT_TRUE(key);
        EXPECT_EQ(toHex(key->publicKey().bytes()), v.key);
        const Bytes message = *fromHex(v.message);
        EXPECT_EQ(toHex(key->sign(message)), v.signature);
        EXPECT_TRUE(verify(key->publicKey(), message, *fromHex(v.signature)));
    }
}

TEST(KeysTest, EveryFlippedBitOfASignatureIsSeen)
{
    const SecretKey key = SecretKey::generate();
    const Bytes good = key.sign("message");
    ASSERT_TRUE(verify(key.publicKey(), "message", good));
    for (std::size_t bit = 0; bit < good.size() * 8; ++bit) {
        Bytes bad = good;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
        EXPECT_FALSE(verify(key.publicKey(), "message", bad)) << bit;
    }
    EXPECT_FALSE(verify(key.publicKey(), "massage", good));
    EXPECT_FALSE(verify(SecretKey::generate().publicKey(), "message", good));
    EXPECT_FALSE(verify(key.publicKey(), "message", good.substr(0, 63)));
    EXPECT_FALSE(verify(key.publicKey(), "message", good + 'x'));
    EXPECT_FALSE(verify(key.publicKey(), "message", ""));
}

TEST(KeysTest, MalleatedSignatureIsRefused)
{
    // S + L verifies in libraries that forget S < L (RFC 8032 section 5.1.7).
    const unsigned char order[32] = {0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9,
        0xde, 0x14, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10};
    const SecretKey key = SecretKey::generate();
    Bytes signature = key.sign("message");
    sodium_add(reinterpret_cast<unsigned char*>(signature.data() + 32), order, 32);
    EXPECT_FALSE(verify(key.publicKey(), "message", signature));
}

TEST(KeysTest, SmallOrderKeysMayNotBeEnrolledAndVerifyNothing)
{
    for (const char* hex : {"0100000000000000000000000000000000000000000000000000000000000000",
             "0000000000000000000000000000000000000000000000000000000000000000",
             "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
             "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
             "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"}) {
        const PublicKey key = keyFromHex(hex);
        const auto status = checkEnrollable(key);
        ASSERT_FALSE(status) << hex;
        EXPECT_EQ(status.error().code(), QStringLiteral("CS-CRYPTO-WEAK-KEY"));
        // R = identity, S = 0 satisfies the equation for every message under such a key.
        Bytes forged(64, '\0');
        forged[0] = 1;
        EXPECT_FALSE(verify(key, "any message", forged)) << hex;
    }
}

TEST(KeysTest, MixedOrderAndNonCanonicalKeysMayNotBeEnrolled)
{
    const SecretKey good = SecretKey::generate();
    ASSERT_TRUE(checkEnrollable(good.publicKey()));
    // A sound key plus a point of order 8: on the curve, not small, not in the prime-order subgroup.
    const PublicKey torsion = keyFromHex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
    PublicKey::Array mixed{};
    ASSERT_EQ(crypto_core_ed25519_add(mixed.data(), good.publicKey().array().data(), torsion.array().data()), 0);
    EXPECT_FALSE(checkEnrollable(PublicKey(mixed)));
    EXPECT_FALSE(checkEnrollable(keyFromHex(std::string(64, 'f')))) << "y >= p";
    EXPECT_FALSE(checkEnrollable(keyFromHex("0200000000000000000000000000000000000000000000000000000000000000")))
        << "not on the curve";
}

TEST(KeysTest, SeedHasThirtyTwoBytes)
{
    EXPECT_FALSE(SecretKey::fromSeed(""));
    EXPECT_FALSE(SecretKey::fromSeed(std::string(31, 'x')));
    EXPECT_FALSE(SecretKey::fromSeed(std::string(64, 'x')));
    const auto key = SecretKey::fromSeed(std::string(32, 'x'));
    ASSERT_TRUE(key);
    EXPECT_EQ(key->seed(), std::string(32, 'x'));
}

TEST(KeysTest, MovingKeepsTheKey)
{
    SecretKey first = SecretKey::generate();
    const PublicKey name = first.publicKey();
    SecretKey second = std::move(first);
    EXPECT_TRUE(verify(name, "m", second.sign("m")));
    SecretKey third = SecretKey::generate();
    third = std::move(second);
    EXPECT_TRUE(verify(name, "m", third.sign("m")));
}

TEST(KeysTest, FingerprintIsWhatSshKeygenPrints)
{
    // ssh-keygen -lf on "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAINdamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea".
    EXPECT_EQ(fingerprint(keyFromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")),
        "SHA256:bbXpuKG6zhzdmnxq256TlqzFBzRl2f6OOg722cYNbU8");
}

TEST(KeysTest, RandomIsRandom)
{
    EXPECT_EQ(randomHex(32).size(), 32U);
    EXPECT_NE(randomHex(32), randomHex(32));
    EXPECT_EQ(randomBytes(7).size(), 7U);
}

} // namespace
} // namespace cs
