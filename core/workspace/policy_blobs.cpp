// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/policy_blobs.h"

#include "core/crypto/keys.h"
#include "core/identity/enrolment.h"

namespace cs {

Result<std::shared_ptr<const policy::Policy>> PolicyBlobs::policy(const Digest& digest)
{
    if (const auto found = m_parsed.find(digest); found != m_parsed.end())
        return found->second;
    CS_TRY(const BlobInfo info, m_store.blobInfo(digest));
    // Bytes of another class may be erased one day; a law must not rest on them.
    if (info.blobClass != BlobClass::Required)
        return fail(couldNot(blobMissingCode, "The policy document %1 is not stored as a required blob.", {qs(digest.text())}));
    CS_TRY(const Bytes bytes, m_store.getBlob(digest, json::policyLimits.bytesMax));
    CS_TRY(auto parsed, policy::parse(bytes));
    m_parsed.emplace(digest, parsed);
    return parsed;
}

Status PolicyBlobs::enrollable(const PublicKey& key, std::string_view proof, std::string_view workspaceId)
{
    CS_CHECK(checkEnrollable(key));
    if (proof.empty())
        return {};
    CS_TRY(const EnrolmentProof proven, verifyEnrolmentProof(proof, std::string(workspaceId)));
    if (proven.key != key)
        return fail(refused("CS-IDENTITY-PROOF", "The proof of possession is for key %1, not for %2.",
            {qs(fingerprint(proven.key)), qs(fingerprint(key))}));
    return {};
}

/// Stored nodes are not trusted: a root made of them counts only if the verified tree continues it.
Result<std::string> PolicyBlobs::rootAt(std::int64_t size)
{
    if (size == m_tree.size())
        return m_tree.root().hex();
    CS_TRY(const Digest root, cs::rootAt(size, m_store));
    CS_TRY(const bool same, continues({size, root}, m_tree.head(), m_store));
    if (!same)
        return fail(lawError(1, "The stored tree nodes do not belong to the entries below %1.", {QString::number(size)}));
    return root.hex();
}

} // namespace cs
