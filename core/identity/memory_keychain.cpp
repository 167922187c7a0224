// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/memory_keychain.h"

namespace cs {

Result<std::optional<Bytes>> MemoryKeychain::read(const std::string& key)
{
    const std::lock_guard lock(m_mutex);
    if (m_state != KeychainState::Ready)
        return fail(KeychainDiagnosis{m_state, "memory"}.error());
    const auto it = m_items.find(key);
    return it == m_items.end() ? std::nullopt : std::optional(it->second);
}

Status MemoryKeychain::write(const std::string& key, const Bytes& value)
{
    const std::lock_guard lock(m_mutex);
    if (m_state != KeychainState::Ready)
        return fail(KeychainDiagnosis{m_state, "memory"}.error());
    m_items[key] = value;
    return {};
}

Status MemoryKeychain::remove(const std::string& key)
{
    const std::lock_guard lock(m_mutex);
    if (m_state != KeychainState::Ready)
        return fail(KeychainDiagnosis{m_state, "memory"}.error());
    m_items.erase(key);
    return {};
}

KeychainDiagnosis MemoryKeychain::diagnose()
{
    const std::lock_guard lock(m_mutex);
    return {m_state, "memory"};
}

void MemoryKeychain::setState(KeychainState state)
{
    const std::lock_guard lock(m_mutex);
    m_state = state;
}

std::size_t MemoryKeychain::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_items.size();
}

} // namespace cs
