// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/entry.h"
#include "core/ledger/merkle.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>
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

/// Public keys by fingerprint: every key that some entry has named so far. Which of them may sign is the engine's
/// question; an unknown one can only be a stranger's.
using NamedKeys = std::unordered_map<std::string, PublicKey>;

/// Lines in order; the objects are used again. Crew checks them.
class Batch final {
public:
    void load(std::vector<std::string> lines);
    std::size_t size() const { return m_size; }
    CheckedLine& at(std::size_t index) { return *m_lines[index]; }

private:
    std::vector<std::unique_ptr<CheckedLine>> m_lines;
    std::size_t m_size = 0;
};

/// Threads that check batches: first the form and the leaf hash of every line, then, when all keys that the lines name
/// are known, every signature. One thread is the caller's own, which works along in finish().
class Crew final {
public:
    /// @param threads at least 1; with 1 everything happens in finish().
    explicit Crew(int threads);
    /// What was begun and not finished is dropped.
    ~Crew();
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;
    Crew(Crew&&) = delete;
    Crew& operator=(Crew&&) = delete;

    /// Begins with a batch, which must live until finish(). The batch before is finished.
    void start(Batch& batch);
    /// Returns when the whole batch is checked.
    void finish();

private:
    enum class Phase { Form, Signature };
    using Lock = std::unique_lock<std::mutex>;
    bool hasWork() const { return m_batch != nullptr && m_next < m_batch->size(); }
    void workOnce(Lock& lock);
    void endPhase();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stopped = false;
    Batch* m_batch = nullptr;
    Phase m_phase = Phase::Form;
    std::size_t m_next = 0, m_done = 0; // lines taken by somebody, and finished, in this phase
    NamedKeys m_keys; // changes between two phases only
    std::vector<std::jthread> m_helpers;
};

} // namespace cs::audit
