// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/keychain.h"

#include <map>
#include <mutex>

namespace cs {

/// For tests: behaves like the real one, and can be put into each of its states. Thread-safe.
class MemoryKeychain final : public Keychain {
public:
    Result<std::optional<Bytes>> read(const std::string& key) override;
    Status write(const std::string& key, const Bytes& value) override;
    Status remove(const std::string& key) override;
    KeychainDiagnosis diagnose() override;

    void setState(KeychainState state);
    std::size_t size() const;

private:
    mutable std::mutex m_mutex;
    KeychainState m_state = KeychainState::Ready;
    std::map<std::string, Bytes> m_items;
};

} // namespace cs
