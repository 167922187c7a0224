// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/laws.h"
#include "core/ledger/store/log_store.h"

#include <functional>
#include <unordered_map>

namespace cs {

/// What the engine asks for besides entries: policy documents, proofs of possession, roots of earlier trees. Answered
/// from bytes that nobody has to trust. A policy document is parsed once.
class PolicyBlobs final : public engine::PolicySource {
public:
    /// Content of a required blob, verified against its digest. @returns CS-STORE-BLOB-MISSING.
    using Fetch = std::function<Result<Bytes>(const Digest&)>;

    /// Everything from a store. @param store, tree must outlive this object.
    PolicyBlobs(const LogStore& store, const Tree& tree);
    PolicyBlobs(Fetch fetch, const NodeReader& nodes, const Tree& tree);

    Result<std::shared_ptr<const policy::Policy>> policy(const Digest& digest) override;
    Status enrollable(const PublicKey& key, std::string_view proof, std::string_view workspaceId) override;
    Status rotates(
        const PublicKey& oldKey, const PublicKey& key, std::string_view proof, std::string_view workspaceId) override;
    Result<std::string> rootAt(std::int64_t size) override;

private:
    Fetch m_fetch;
    const NodeReader& m_nodes;
    const Tree& m_tree;
    std::unordered_map<Digest, std::shared_ptr<const policy::Policy>> m_parsed;
};

} // namespace cs
