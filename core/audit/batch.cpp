// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/batch.h"

#include <algorithm>

namespace cs::audit {
namespace {

constexpr std::size_t share = 8; // lines that a thread takes at a time: under a millisecond

void addKey(json::Value text, NamedKeys& keys)
{
    if (!text.isString())
        return;
    if (const auto key = PublicKey::fromBase64(text.string()))
        keys.emplace(fingerprint(*key), *key);
}

/// Entry 0 names the founder's key; enrolments and added keys name theirs.
void collectKeys(const ParsedEntry& entry, NamedKeys& keys)
{
    const std::string& type = entry.header().type;
    if (type == "workspace.created")
        addKey(entry.body().find("key"), keys);
    if (type != "authority.proposed")
        return;
    const json::Value change = entry.body().find("change");
    const std::string_view kind = change.isObject() ? change.find("kind").string() : std::string_view();
    if (kind == "enrol" || kind == "add_key")
        addKey(change.find("key"), keys);
}

void checkForm(CheckedLine& checked)
{
    checked.leaf = leafHash(checked.line);
    checked.key.reset();
    checked.malformed.reset();
    if (auto status = checked.entry.parse(checked.line); !status)
        checked.malformed = std::move(status).error();
}

void checkSignature(CheckedLine& checked, const NamedKeys& keys)
{
    if (checked.malformed)
        return;
    const auto hint = keys.find(checked.entry.keyid());
    if (hint != keys.end() && checked.entry.verifies(hint->second))
        checked.key = hint->second;
}

} // namespace

void Batch::load(std::vector<std::string> lines)
{
    m_size = lines.size();
    while (m_lines.size() < m_size)
        m_lines.push_back(std::make_unique<CheckedLine>());
    for (std::size_t i = 0; i < m_size; ++i)
        m_lines[i]->line = std::move(lines[i]);
}

Crew::Crew(int threads)
{
    const auto help = [this] {
        Lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [this] { return m_stopped || hasWork(); });
            if (m_stopped)
                return;
            workOnce(lock);
        }
    };
    for (int i = 1; i < threads; ++i)
        m_helpers.emplace_back(help);
}

Crew::~Crew()
{
    {
        const Lock lock(m_mutex);
        m_stopped = true;
    }
    m_changed.notify_all();
}

void Crew::start(Batch& batch)
{
    {
        const Lock lock(m_mutex);
        m_batch = batch.size() == 0 ? nullptr : &batch;
        m_phase = Phase::Form;
        m_next = m_done = 0;
    }
    m_changed.notify_all();
}

void Crew::finish()
{
    Lock lock(m_mutex);
    while (m_batch != nullptr) {
        if (hasWork())
            workOnce(lock);
        else
            m_changed.wait(lock);
    }
}

/// Takes the next share; the lock is not held while working on it.
void Crew::workOnce(Lock& lock)
{
    Batch& batch = *m_batch;
    const Phase phase = m_phase;
    const std::size_t from = m_next;
    const std::size_t to = m_next = std::min(batch.size(), from + share);
    lock.unlock();
    for (std::size_t i = from; i < to; ++i) {
        if (phase == Phase::Form)
            checkForm(batch.at(i));
        else
            checkSignature(batch.at(i), m_keys);
    }
    lock.lock();
    m_done += to - from;
    if (m_done == batch.size())
        endPhase();
}

void Crew::endPhase()
{
    if (m_phase == Phase::Form) {
        for (std::size_t i = 0; i < m_batch->size(); ++i)
            if (!m_batch->at(i).malformed)
                collectKeys(m_batch->at(i).entry, m_keys);
        m_phase = Phase::Signature;
        m_next = m_done = 0;
    } else {
        m_batch = nullptr;
    }
    m_changed.notify_all();
}

} // namespace cs::audit
