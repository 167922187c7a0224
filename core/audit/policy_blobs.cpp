// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/policy_blobs.h"

#include "core/crypto/enrolment.h"
#include "core/crypto/keys.h"

namespace cs {
namespace {

Result<Bytes> requiredBlob(const LogStore& store, const Digest& digest)
{
    CS_TRY(const BlobInfo info, store.blobInfo(digest));
    // Bytes of another class may be erased one day; a law must not rest on them.
    if (info.blobClass != BlobClass::Required)
        return fail(
            couldNot(blobMissingCode, "The policy document %1 is not stored as a required blob.", {qs(digest.text())}));
    return store.getBlob(digest, json::policyLimits.bytesMax);
}

} // namespace

PolicyBlobs::PolicyBlobs(const LogStore& store, const Tree& tree)
    : PolicyBlobs([&store](const Digest& digest) { return requiredBlob(store, digest); }, store, tree)
{
}

PolicyBlobs::PolicyBlobs(Fetch fetch, const NodeReader& nodes, const Tree& tree)
    : m_fetch(std::move(fetch))
    , m_nodes(nodes)
    , m_tree(tree)
{
}

Result<std::shared_ptr<const policy::Policy>> PolicyBlobs::policy(const Digest& digest)
{
    if (const auto found = m_parsed.find(digest); found != m_parsed.end())
        return found->second;
    CS_TRY(const Bytes bytes, m_fetch(digest));
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

Status PolicyBlobs::rotates(
    const PublicKey& oldKey, const PublicKey& key, std::string_view proof, std::string_view workspaceId)
{
    return verifyRotationProof(proof, std::string(workspaceId), key, oldKey);
}

/// Stored nodes are not trusted: a root made of them counts only if the verified tree continues it.
Result<std::string> PolicyBlobs::rootAt(std::int64_t size)
{
    if (size == m_tree.size())
        return m_tree.root().hex();
    CS_TRY(const Digest root, cs::rootAt(size, m_nodes));
    CS_TRY(const bool same, continues({size, root}, m_tree.head(), m_nodes));
    if (!same)
        return fail(
            lawError(1, "The stored tree nodes do not belong to the entries below %1.", {QString::number(size)}));
    return root.hex();
}

} // namespace cs
