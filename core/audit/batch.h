// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/entry.h"
#include "core/ledger/merkle.h"

#include <functional>
#include <memory>
#include <unordered_map>

namespace cs::audit {

/// A line and everything about it that needs no other line.
struct CheckedLine {
    std::string line;
    Digest leaf;
    ParsedEntry entry;
    std::optional<Error> malformed;
    std::optional<PublicKey> key; ///< Under which the signature verifies, by the hint of keyid.
};

/// Lines that are parsed, hashed and whose signatures are verified by several threads. The objects are used again.
class Batch final {
public:
    /// Public keys by fingerprint: every key that some entry has named so far. Which of them may sign is the engine's
    /// question; an unknown one can only be a stranger's.
    using Keys = std::unordered_map<std::string, PublicKey>;

    /// @param threads at least 1. @param keys grows by the keys that these lines name.
    void check(std::vector<std::string> lines, int threads, Keys& keys);
    std::size_t size() const { return m_size; }
    CheckedLine& at(std::size_t index) { return *m_lines[index]; }

private:
    std::vector<std::unique_ptr<CheckedLine>> m_lines;
    std::size_t m_size = 0;
};

/// Calls f(i) for 0 <= i < count on several threads; f must not throw.
void parallelFor(std::size_t count, int threads, const std::function<void(std::size_t)>& f);

} // namespace cs::audit
