// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/enrolment.h"

#include "core/base/json.h"
#include "core/crypto/dsse.h"

namespace cs {
namespace {

std::string bodyOf(const EnrolmentProof& proof)
{
    json::Writer writer;
    writer.beginObject().member("workspace", proof.workspace).member("key", proof.key.base64());
    writer.member("nonce", proof.nonce).endObject();
    return writer.take();
}

bool isId(std::string_view text)
{
    return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

tl::unexpected<Error> bad(const char* why)
{
    return fail(
        refused("CS-IDENTITY-PROOF", "The proof of the new key is not accepted: %1.", {QString::fromLatin1(why)}));
}

std::string signedBy(const SecretKey& signer, const EnrolmentProof& proof)
{
    const std::string body = bodyOf(proof);
    return dsse::encodeEnvelope(
        body, dsse::enrolmentType, signer.publicKey(), signer.sign(dsse::pae(dsse::enrolmentType, body)));
}

/// @param signer the key that must have signed; null: the one that is named.
Result<EnrolmentProof> verifyProof(std::string_view envelope, const std::string& workspace, const PublicKey* signer)
{
    // An editor may have added a newline to the file that was carried over.
    if (envelope.ends_with('\n'))
        envelope.remove_suffix(1);
    CS_TRY(const dsse::Envelope decoded, dsse::decodeEnvelope(envelope, dsse::Strictness::Entry));
    if (decoded.payloadType != dsse::enrolmentType)
        return bad("it is a signed document of another kind");
    json::Document document;
    CS_CHECK(document.parse(decoded.payload, {4096, 4}));
    EnrolmentProof proof;
    proof.workspace = document.root().find("workspace").string();
    proof.nonce = document.root().find("nonce").string();
    CS_TRY(proof.key, PublicKey::fromBase64(document.root().find("key").string()));
    if (!isId(proof.workspace) || !isId(proof.nonce) || bodyOf(proof) != decoded.payload)
        return bad("its members differ from workspace, key and nonce");
    if (proof.workspace != workspace)
        return bad("it was made for another workspace");
    CS_CHECK(checkEnrollable(proof.key));
    const PublicKey& signing = signer == nullptr ? proof.key : *signer;
    if (!verify(signing, dsse::pae(decoded.payloadType, decoded.payload), decoded.signatures.front().sig))
        return bad(signer == nullptr ? "it is not signed by the key that it names" : "the old key has not signed it");
    return proof;
}

} // namespace

std::string makeEnrolmentProof(const SecretKey& key, const std::string& workspace, const std::string& nonce)
{
    return signedBy(key, {workspace, key.publicKey(), nonce});
}

std::string makeRotationProof(
    const SecretKey& oldKey, const PublicKey& newKey, const std::string& workspace, const std::string& nonce)
{
    return signedBy(oldKey, {workspace, newKey, nonce});
}

Result<EnrolmentProof> verifyEnrolmentProof(std::string_view envelope, const std::string& workspace)
{
    return verifyProof(envelope, workspace, nullptr);
}

Status verifyRotationProof(
    std::string_view envelope, const std::string& workspace, const PublicKey& newKey, const PublicKey& oldKey)
{
    CS_TRY(const EnrolmentProof proof, verifyProof(envelope, workspace, &oldKey));
    if (proof.key != newKey)
        return bad("it is for another new key");
    return {};
}

} // namespace cs
