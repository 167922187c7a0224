// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/laws.h"
#include "core/ledger/store/log_store.h"

#include <unordered_map>

namespace cs {

/// What the engine asks for, answered from a store and a verified tree. A policy document is parsed once.
class PolicyBlobs final : public engine::PolicySource {
public:
    /// @param store, tree must outlive this object.
    PolicyBlobs(const LogStore& store, const Tree& tree)
        : m_store(store)
        , m_tree(tree)
    {
    }
    Result<std::shared_ptr<const policy::Policy>> policy(const Digest& digest) override;
    Status enrollable(const PublicKey& key, std::string_view proof, std::string_view workspaceId) override;
    Result<std::string> rootAt(std::int64_t size) override;

private:
    const LogStore& m_store;
    const Tree& m_tree;
    std::unordered_map<Digest, std::shared_ptr<const policy::Policy>> m_parsed;
};

} // namespace cs
