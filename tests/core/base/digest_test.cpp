// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"
#include "core/base/strong_id.h"

#include <gtest/gtest.h>

namespace cs {
namespace {

struct ModelTag {
    static constexpr char letter = 'm';
    static constexpr const char* name = "model";
};
using TestId = StrongId<ModelTag>;

TEST(Base64, RoundTripsEveryLength)
{
    Bytes bytes;
    for (int i = 0; i < 70; ++i) {
        const auto back = fromBase64(toBase64(bytes));
        ASSERT_TRUE(back) << i;
        EXPECT_EQ(*back, bytes);
        bytes += static_cast<char>(i * 37);
    }
}

TEST(Base64, RefusesEverySecondSpelling)
{
    EXPECT_TRUE(fromBase64("Zg=="));
    for (const char* text : {"Zg", "Zg=", "Zh==", "Zm9=", "Zg==\n", " Zg==", "Z g==", "Zg==Zg==", "Zg=a", "Zm_v",
             "Zm-v", "====", "Z===", "=g==",
             "Zg=="
             "Zg"})
        EXPECT_FALSE(fromBase64(text)) << text;
}

TEST(Hex, LowerCaseOnly)
{
    EXPECT_EQ(toHex("\x01\xAB\xff"), "01abff");
    EXPECT_EQ(*fromHex("01abff"), "\x01\xAB\xff");
    for (const char* text : {"0", "0G", "AB", " 0", "0x"})
        EXPECT_FALSE(fromHex(text)) << text;
}

TEST(DigestTest, TextForms)
{
    const std::string hex(64, 'a');
    const auto digest = Digest::fromText("sha256:" + hex);
    ASSERT_TRUE(digest);
    EXPECT_EQ(digest->hex(), hex);
    EXPECT_EQ(digest->text(), "sha256:" + hex);
    EXPECT_FALSE(Digest::fromText(hex));
    EXPECT_FALSE(Digest::fromText("sha256:" + std::string(64, 'A')));
    EXPECT_FALSE(Digest::fromText("sha256:" + std::string(63, 'a')));
    EXPECT_FALSE(Digest::fromText("SHA256:" + hex));
    EXPECT_FALSE(Digest::fromBytes("short"));
}

TEST(PublicKeyTest, ExactlyThirtyTwoBytes)
{
    const std::string text = toBase64(std::string(32, 'k'));
    ASSERT_TRUE(PublicKey::fromBase64(text));
    EXPECT_EQ(PublicKey::fromBase64(text)->base64(), text);
    EXPECT_FALSE(PublicKey::fromBase64(toBase64(std::string(31, 'k'))));
    EXPECT_FALSE(PublicKey::fromBase64(toBase64(std::string(33, 'k'))));
}

TEST(StrongIdTest, OneSpellingPerId)
{
    EXPECT_EQ(TestId::fromText("m0")->index(), 0);
    EXPECT_EQ(TestId::fromText("m12")->text(), "m12");
    for (const char* text :
        {"", "m", "v1", "m01", "m-1", "m+1", "m 1", "m1 ", "1", "M1", "m99999999999999999999", "m9223372036854775808"})
        EXPECT_FALSE(TestId::fromText(text)) << text;
}

} // namespace
} // namespace cs
