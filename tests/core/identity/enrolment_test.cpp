// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/dsse.h"
#include "core/identity/enrolment.h"

#include <gtest/gtest.h>

namespace cs {
namespace {

const std::string ws(32, 'a');
const std::string nonce(32, '1');

std::string codeOf(const auto& result)
{
    return result ? std::string() : result.error().code().toStdString();
}

std::string signedBody(const SecretKey& signer, std::string_view type, const std::string& body)
{
    return dsse::encodeEnvelope(body, type, signer.publicKey(), signer.sign(dsse::pae(type, body)));
}

std::string bodyOf(const PublicKey& key, const std::string& tail = {})
{
    return "{\"workspace\":\"" + ws + "\",\"key\":\"" + key.base64() + "\",\"nonce\":\"" + nonce + "\"" + tail + "}";
}

TEST(EnrolmentTest, RoundTrips)
{
    const SecretKey key = SecretKey::generate();
    const std::string proof = makeEnrolmentProof(key, ws, nonce);
    const auto verified = verifyEnrolmentProof(proof, ws);
    ASSERT_TRUE(verified) << verified.error().message().toStdString();
    EXPECT_EQ(verified->key, key.publicKey());
    EXPECT_EQ(verified->nonce, nonce);
    EXPECT_TRUE(verifyEnrolmentProof(proof + "\n", ws));
}

TEST(EnrolmentTest, AnotherWorkspace)
{
    const std::string proof = makeEnrolmentProof(SecretKey::generate(), ws, nonce);
    EXPECT_EQ(codeOf(verifyEnrolmentProof(proof, std::string(32, 'b'))), "CS-IDENTITY-PROOF");
}

TEST(EnrolmentTest, SomebodyElsesSignature)
{
    const SecretKey key = SecretKey::generate(), other = SecretKey::generate();
    EXPECT_EQ(codeOf(verifyEnrolmentProof(signedBody(other, dsse::enrolmentType, bodyOf(key.publicKey())), ws)),
        "CS-IDENTITY-PROOF");
}

TEST(EnrolmentTest, AnotherKindOfDocument)
{
    const SecretKey key = SecretKey::generate();
    EXPECT_EQ(codeOf(verifyEnrolmentProof(signedBody(key, dsse::entryType, bodyOf(key.publicKey())), ws)),
        "CS-IDENTITY-PROOF");
}

TEST(EnrolmentTest, AnotherForm)
{
    const SecretKey key = SecretKey::generate();
    EXPECT_TRUE(verifyEnrolmentProof(signedBody(key, dsse::enrolmentType, bodyOf(key.publicKey())), ws));
    for (const std::string& body : {bodyOf(key.publicKey(), ",\"x\":1"), bodyOf(key.publicKey()) + " ",
             std::string("{}"), std::string("[]"), std::string()})
        EXPECT_FALSE(verifyEnrolmentProof(signedBody(key, dsse::enrolmentType, body), ws)) << body;
    EXPECT_FALSE(verifyEnrolmentProof("", ws));
    EXPECT_FALSE(verifyEnrolmentProof("nonsense", ws));
}

TEST(EnrolmentTest, SmallOrderKeysAreRefused)
{
    PublicKey::Array raw{};
    raw[0] = 1;
    const PublicKey weak(raw);
    // R = identity and S = 0 satisfy the verification equation of lax libraries for every message.
    Bytes signature(64, '\0');
    signature[0] = 1;
    const std::string proof = dsse::encodeEnvelope(bodyOf(weak), dsse::enrolmentType, weak, signature);
    EXPECT_EQ(codeOf(verifyEnrolmentProof(proof, ws)), "CS-CRYPTO-WEAK-KEY");
}

} // namespace
} // namespace cs
