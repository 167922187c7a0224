// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/audit/batch.h"

#include <atomic>
#include <thread>

namespace cs::audit {
namespace {

constexpr std::size_t chunk = 32; // lines that a thread takes at a time

void addKey(json::Value text, Batch::Keys& keys)
{
    if (!text.isString())
        return;
    if (const auto key = PublicKey::fromBase64(text.string()))
        keys.emplace(fingerprint(*key), *key);
}

/// Entry 0 names the founder's key; enrolments and added keys name theirs.
void collectKeys(const ParsedEntry& entry, Batch::Keys& keys)
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

} // namespace

void parallelFor(std::size_t count, int threads, const std::function<void(std::size_t)>& f)
{
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t from = next.fetch_add(chunk); from < count; from = next.fetch_add(chunk))
            for (std::size_t i = from; i < std::min(count, from + chunk); ++i)
                f(i);
    };
    std::vector<std::jthread> helpers;
    for (int i = 1; i < threads && count > chunk; ++i)
        helpers.emplace_back(work);
    work();
}

void Batch::check(std::vector<std::string> lines, int threads, Keys& keys)
{
    m_size = lines.size();
    while (m_lines.size() < m_size)
        m_lines.push_back(std::make_unique<CheckedLine>());
    parallelFor(m_size, threads, [&](std::size_t i) {
        CheckedLine& checked = *m_lines[i];
        checked.line = std::move(lines[i]);
        checked.leaf = leafHash(checked.line);
        checked.key.reset();
        checked.malformed.reset();
        if (auto status = checked.entry.parse(checked.line); !status)
            checked.malformed = std::move(status).error();
    });
    for (std::size_t i = 0; i < m_size; ++i)
        if (!m_lines[i]->malformed)
            collectKeys(m_lines[i]->entry, keys);
    const Keys& known = keys;
    parallelFor(m_size, threads, [&](std::size_t i) {
        CheckedLine& checked = *m_lines[i];
        if (checked.malformed)
            return;
        const auto hint = known.find(checked.entry.keyid());
        if (hint != known.end() && checked.entry.verifies(hint->second))
            checked.key = hint->second;
    });
}

} // namespace cs::audit
