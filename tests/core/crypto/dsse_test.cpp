// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/dsse.h"
#include "core/crypto/keys.h"

#include <gtest/gtest.h>

namespace cs::dsse {
namespace {

std::string replaced(std::string text, std::string_view what, std::string_view with)
{
    const std::size_t at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return text.replace(at, what.size(), with);
}

class DsseTest : public testing::Test {
protected:
    SecretKey key = *SecretKey::fromSeed(std::string(32, 'k'));
    std::string envelopeOf(std::string_view body)
    {
        return encodeEnvelope(body, entryType, key.publicKey(), key.sign(pae(entryType, body)));
    }
    std::string line = envelopeOf("{\"a\":1}");
};

TEST_F(DsseTest, OfficialPae)
{
    // dsse/protocol.md, commit eebf7b5
    EXPECT_EQ(
        pae("http://example.com/HelloWorld", "hello world"), "DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    EXPECT_EQ(pae("", ""), "DSSEv1 0  0 ");
    EXPECT_EQ(pae("\xC3\xA9", "x"), "DSSEv1 2 \xC3\xA9 1 x") << "bytes, not characters";
}

TEST_F(DsseTest, EntryRoundTrips)
{
    const auto envelope = decodeEnvelope(line, Strictness::Entry);
    ASSERT_TRUE(envelope) << envelope.error().message().toStdString();
    EXPECT_EQ(envelope->payload, "{\"a\":1}");
    EXPECT_EQ(envelope->payloadType, entryType);
    ASSERT_EQ(envelope->signatures.size(), 1U);
    EXPECT_EQ(envelope->signatures[0].keyid, fingerprint(key.publicKey()));
    EXPECT_EQ(
        verifiedKeys(*envelope, {SecretKey::generate().publicKey(), key.publicKey()}), std::vector<std::size_t>{1});
    EXPECT_EQ(
        encodeEnvelope(envelope->payload, envelope->payloadType, key.publicKey(), envelope->signatures[0].sig), line);
}

TEST_F(DsseTest, OneSignedPayloadHasOneLine)
{
    const std::string bad[] = {
        replaced(line, "{\"payload\"", "{ \"payload\""),
        replaced(line, "\"payload\":", "\"payload\": "),
        replaced(line, "\"payload\"", "\"\\u0070ayload\""),
        replaced(line, "]}", "],\"x\":1}"),
        replaced(line, "{\"payload\"", "{\"x\":1,\"payload\""),
        replaced(line, "\"}]}", "\"}]}\n"),
        replaced(line, "\"}]}", "\"}]} "),
        "\xEF\xBB\xBF" + line,
        replaced(line, "\"}]}", "\"},{\"keyid\":\"\",\"sig\":\"\"}]}"),
        replaced(line, "vnd.countersign", "vnd\\u002ecountersign"),
        replaced(line, "SHA256:", "sha256:"),
        replaced(line, fingerprint(key.publicKey()), ""),
        replaced(line, fingerprint(key.publicKey()), fingerprint(key.publicKey()) + "="),
        replaced(line, fingerprint(key.publicKey()), "SHA256:" + std::string(42, 'A') + "="),
        replaced(line, fingerprint(key.publicKey()), "SHA256:" + std::string(42, 'A') + "B"),
        replaced(line, fingerprint(key.publicKey()), "SHA256:" + std::string(42, 'A') + "-"),
        line.substr(0, line.size() - 1),
        "",
        "{}",
    };
    for (const std::string& text : bad)
        EXPECT_FALSE(decodeEnvelope(text, Strictness::Entry)) << text;
}

TEST_F(DsseTest, NonCanonicalBase64IsRefused)
{
    // {"a":1} has 7 bytes: "eyJhIjoxfQ==". "fR" has non-zero unused bits and decodes to the same byte elsewhere.
    EXPECT_FALSE(decodeEnvelope(replaced(line, "eyJhIjoxfQ==", "eyJhIjoxfR=="), Strictness::Entry));
    EXPECT_FALSE(decodeEnvelope(replaced(line, "eyJhIjoxfQ==", "eyJhIjoxfQ"), Strictness::Entry));
    EXPECT_FALSE(decodeEnvelope(replaced(line, "eyJhIjoxfQ==", "eyJhIjox\\nfQ=="), Strictness::Entry));
    EXPECT_FALSE(decodeEnvelope(replaced(line, "eyJhIjoxfQ==", "eyJhIjoxfR=="), Strictness::Foreign));
}

TEST_F(DsseTest, AnotherMembersOrderIsForeignOnly)
{
    const std::string sig = toBase64(key.sign(pae("t/x", "body")));
    const std::string text = "{\"extra\":[1], \"signatures\":[{\"sig\":\"" + sig + "\",\"keyid\":null},{\"sig\":\""
        + sig + "\"}], \"payloadType\":\"t/x\",\"payload\":\"Ym9keQ==\"}";
    EXPECT_FALSE(decodeEnvelope(text, Strictness::Entry));
    const auto envelope = decodeEnvelope(text, Strictness::Foreign);
    ASSERT_TRUE(envelope) << envelope.error().message().toStdString();
    EXPECT_EQ(envelope->payload, "body");
    EXPECT_EQ(verifiedKeys(*envelope, {key.publicKey(), key.publicKey()}).size(), 1U)
        << "the same signature twice, or the same key twice, counts once";
}

TEST_F(DsseTest, ForeignAcceptsBothAlphabets)
{
    const std::string head = "{\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"AAAA\"}],\"payload\":\"";
    EXPECT_EQ(decodeEnvelope(head + "-_-_\"}", Strictness::Foreign)->payload,
        decodeEnvelope(head + "+/+/\"}", Strictness::Foreign)->payload);
    EXPECT_FALSE(decodeEnvelope(head + "-/+_\"}", Strictness::Foreign));
}

TEST_F(DsseTest, ForeignStillNeedsItsMembers)
{
    for (const char* text : {"{}", "[]", "1", "{\"payload\":\"\",\"payloadType\":\"t\"}",
             "{\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[]}",
             "{\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[{}]}",
             "{\"payload\":\"\",\"payloadType\":1,\"signatures\":[{\"sig\":\"\"}]}",
             "{\"payload\":\"\",\"payload\":\"\",\"payloadType\":\"t\",\"signatures\":[{\"sig\":\"\"}]}"})
        EXPECT_FALSE(decodeEnvelope(text, Strictness::Foreign)) << text;
}

TEST_F(DsseTest, TheTypeIsSigned)
{
    auto envelope = *decodeEnvelope(line, Strictness::Entry);
    envelope.payloadType = "application/vnd.in-toto+json";
    EXPECT_TRUE(verifiedKeys(envelope, {key.publicKey()}).empty());
}

} // namespace
} // namespace cs::dsse
