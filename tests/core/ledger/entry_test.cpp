// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/entry.h"

#include <gtest/gtest.h>

namespace cs {
namespace {

EntryHeader headerOf(std::int64_t size)
{
    EntryHeader header;
    header.v = 1;
    header.id = std::string(32, 'a');
    header.type = "promotion.approved";
    header.at = *UtcTime::fromText("2026-11-23T10:00:00.000Z");
    header.clock = "synced";
    header.station = std::string(16, '0');
    header.actor = "a3";
    header.after = {size, Digest()};
    return header;
}

class EntryTest : public testing::Test {
protected:
    SecretKey key = *SecretKey::fromSeed(std::string(32, 'k'));
    std::string payload = encodePayload(headerOf(7), R"({"text":"x"})");

    std::string lineOf(std::string_view signedPayload)
    {
        return dsse::encodeEnvelope(
            signedPayload, dsse::entryType, key.publicKey(), key.sign(dsse::pae(dsse::entryType, signedPayload)));
    }
    bool accepts(std::string_view signedPayload) { return parseEntry(lineOf(signedPayload)).has_value(); }
    std::string with(std::string_view what, std::string_view replacement) const
    {
        std::string text = payload;
        const std::size_t at = text.find(what);
        EXPECT_NE(at, std::string::npos) << what;
        return text.replace(at, what.size(), replacement);
    }
};

TEST_F(EntryTest, PayloadHasTheOneForm)
{
    EXPECT_EQ(payload,
        "{\"v\":1,\"id\":\"" + std::string(32, 'a')
            + "\",\"type\":\"promotion.approved\",\"at\":\"2026-11-23T10:00:00.000Z\",\"clock\":\"synced\",\"station\":"
              "\""
            + std::string(16, '0') + "\",\"actor\":\"a3\",\"after\":{\"size\":7,\"root\":\"" + std::string(64, '0')
            + "\"},\"body\":{\"text\":\"x\"}}");
}

TEST_F(EntryTest, RoundTrips)
{
    const auto line = signEntry(payload, key);
    ASSERT_TRUE(line);
    const auto entry = parseEntry(*line);
    ASSERT_TRUE(entry) << entry.error().message().toStdString();
    const EntryHeader& header = (*entry)->header();
    EXPECT_EQ(header.v, 1);
    EXPECT_EQ(header.type, "promotion.approved");
    EXPECT_EQ(header.at.text(), "2026-11-23T10:00:00.000Z");
    EXPECT_EQ(header.clock, "synced");
    EXPECT_EQ(header.actor, "a3");
    EXPECT_EQ(header.after, (TreeHead{7, Digest()}));
    EXPECT_EQ((*entry)->body().find("text").string(), "x");
    EXPECT_EQ((*entry)->payload(), payload);
    EXPECT_EQ((*entry)->keyid(), fingerprint(key.publicKey()));
    EXPECT_TRUE((*entry)->verifies(key.publicKey()));
    EXPECT_FALSE((*entry)->verifies(SecretKey::generate().publicKey()));
}

TEST_F(EntryTest, ObjectIsUsedAgain)
{
    ParsedEntry entry;
    for (int i = 0; i < 3; ++i) {
        const std::string body = "{\"n\":" + std::to_string(i) + "}";
        ASSERT_TRUE(entry.parse(*signEntry(encodePayload(headerOf(i), body), key)));
        EXPECT_EQ(entry.header().after.size, i);
        EXPECT_EQ(entry.body().find("n").integer(), i);
        EXPECT_TRUE(entry.verifies(key.publicKey()));
        EXPECT_FALSE(entry.parse("nonsense"));
    }
}

TEST_F(EntryTest, RefusesEveryOtherHeader)
{
    ASSERT_TRUE(accepts(payload));
    const std::string bad[] = {with("\"v\":1", "\"v\":01"), with("\"v\":1", "\"v\":-1"), with("\"v\":1", "\"v\":\"1\""),
        with("\"v\":1", "\"v\":1.0"), with("\"v\":1", "\"v\":9007199254740992"),
        with("\"v\":1", "\"v\":99999999999999999999"), with("aaaa\"", "aaaA\""), with("aaaa\"", "aaa\""),
        with("promotion.approved", ""), with("promotion.approved", "Promotion"),
        with("promotion.approved", "promotion\\u002eapproved"), with("promotion.approved", std::string(65, 'x')),
        with("T10:", " 10:"), with("000Z", "000+00:00"), with("synced", "sync"),
        with("0000\",\"actor", "000\",\"actor"), with("\"a3\"", "\"a03\""), with("\"a3\"", "\"m3\""),
        with("\"a3\"", "\"a\""), with("\"a3\"", "3"), with("\"size\":7", "\"size\":-7"),
        with("\"size\":7", "\"size\":07"), with("\"size\":7", "\"size\":7.0"),
        with("\"size\":7", "\"size\":9007199254740992"), with("\"root\":\"0", "\"root\":\""), with("{\"v\"", "{ \"v\""),
        with("{\"v\":1,", "{\"x\":0,\"v\":1,"), with(",\"clock\":\"synced\"", ""),
        with("},\"body\"", ",\"x\":1},\"body\""), "\xEF\xBB\xBF" + payload, payload + " ", payload + "}",
        payload.substr(0, payload.size() - 1), ""};
    for (const std::string& text : bad)
        EXPECT_FALSE(accepts(text)) << text;
}

TEST_F(EntryTest, RefusesEveryOtherBody)
{
    const std::string body = R"({"text":"x"})";
    const std::string bad[] = {with(body, "[]"), with(body, "1"), with(body, ""), with(body, "null"),
        with(body, R"({"a":1,"a":2})"), with(body, R"({"a":1},"body":{})"), with(body, R"({"a":1},"x":1)"),
        with(body, R"({"a":"\ud800"})"), with(body, " {}"), with(body, "{} "), with(body, "{}}")};
    for (const std::string& text : bad)
        EXPECT_FALSE(accepts(text)) << text;
    EXPECT_TRUE(accepts(with(body, "{}")));
}

TEST_F(EntryTest, DepthSixteenOfTheWholePayload)
{
    const auto nested = [](int arrays) {
        return "{\"a\":" + std::string(static_cast<std::size_t>(arrays), '[')
            + std::string(static_cast<std::size_t>(arrays), ']') + "}";
    };
    EXPECT_TRUE(accepts(with(R"({"text":"x"})", nested(15))));
    EXPECT_FALSE(accepts(with(R"({"text":"x"})", nested(16))));
}

TEST_F(EntryTest, KeepsToTheSizes)
{
    const std::size_t frame = encodePayload(headerOf(7), R"({"t":""})").size();
    const auto sized = [&](std::size_t bytes) {
        return encodePayload(headerOf(7), "{\"t\":\"" + std::string(bytes - frame, 'x') + "\"}");
    };
    const auto most = signEntry(sized(payloadBytesMax), key);
    ASSERT_TRUE(most);
    EXPECT_LE(most->size(), lineBytesMax);
    EXPECT_TRUE(parseEntry(*most));
    const auto more = signEntry(sized(payloadBytesMax + 1), key);
    ASSERT_FALSE(more);
    EXPECT_EQ(more.error().code(), QStringLiteral("CS-LEDGER-SIZE"));
    EXPECT_FALSE(accepts(sized(payloadBytesMax + 1)));
    EXPECT_FALSE(parseEntry(std::string(70'000, 'x')));
}

TEST_F(EntryTest, AnotherPayloadTypeIsNoEntry)
{
    const std::string line = dsse::encodeEnvelope(
        payload, dsse::enrolmentType, key.publicKey(), key.sign(dsse::pae(dsse::enrolmentType, payload)));
    EXPECT_FALSE(parseEntry(line));
}

TEST_F(EntryTest, EveryFlippedByteOfALineIsSeen)
{
    const std::string line = *signEntry(payload, key);
    for (std::size_t i = 0; i < line.size(); ++i) {
        std::string bad = line;
        bad[i] = static_cast<char>(bad[i] ^ 1);
        const auto entry = parseEntry(bad);
        // The key id is a hint and not signed; the leaf hash covers it, and so does every later entry.
        const bool hintOnly = entry && (*entry)->keyid() != fingerprint(key.publicKey());
        EXPECT_TRUE(!entry || hintOnly || !(*entry)->verifies(key.publicKey())) << i;
    }
}

TEST(TreeHeadTest, TextForm)
{
    const TreeHead head{12, *Digest::fromHex(std::string(64, 'b'))};
    EXPECT_EQ(head.text(), "12:" + std::string(64, 'b'));
    EXPECT_EQ(*TreeHead::fromText(head.text()), head);
    for (const std::string& text : {std::string(), "12:" + std::string(63, 'b'), "012:" + std::string(64, 'b'),
             "-1:" + std::string(64, 'b'), ":" + std::string(64, 'b'), "12 :" + std::string(64, 'b'),
             "99999999999999999999:" + std::string(64, 'b'), "12:" + std::string(64, 'B')})
        EXPECT_FALSE(TreeHead::fromText(text)) << text;
}

} // namespace
} // namespace cs
