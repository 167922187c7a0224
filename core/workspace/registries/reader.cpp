// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/registries/reader.h"

namespace cs::sync {
namespace {

using registries::Connector;
using registries::RemoteVersion;

/// What is recorded in one durable step, and how much of it may wait: memory stays small when the store is the slower.
constexpr std::size_t chunkVersions = 500, chunksWaiting = 3;

} // namespace

Reader::Reader(Connector& connector, const Aliases& aliases, std::function<bool(const RemoteVersion&)> news,
    bool withRuns, std::stop_token stop)
    : m_connector(connector)
    , m_aliases(aliases)
    , m_news(std::move(news))
    , m_withRuns(withRuns)
    , m_thread([this](const std::stop_token& own) {
        Status ended = read(own);
        const std::scoped_lock lock(m_mutex);
        m_end = std::move(ended);
        m_changed.notify_all();
    })
    , m_onStop(std::move(stop), [this] { m_thread.request_stop(); })
{
}

Reader::~Reader()
{
    m_thread.request_stop();
    m_thread.join();
}

Result<std::optional<Reader::Chunk>> Reader::next()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_ready.empty() || m_end; });
    if (m_ready.empty()) {
        CS_CHECK(*m_end);
        return std::nullopt;
    }
    Chunk chunk = std::move(m_ready.front());
    m_ready.pop_front();
    m_changed.notify_all();
    return chunk;
}

Status Reader::read(const std::stop_token& stop)
{
    const auto page = [&](registries::PageOf<RemoteVersion>& answer) -> Status {
        Chunk chunk;
        chunk.skipped = answer.skipped;
        for (RemoteVersion& version : answer.items) {
            joinAliases(version);
            chunk.found.push_back({std::move(version), std::nullopt});
            if (Status run = readRun(chunk.found.back(), stop); !run) {
                chunk.found.pop_back(); // the rest of it is whole, and is recorded
                hand(chunk, stop);
                return run;
            }
            if (chunk.found.size() == chunkVersions)
                hand(chunk, stop);
        }
        hand(chunk, stop);
        return {};
    };
    return readPages<RemoteVersion>(m_connector, &Connector::versions, page, stop);
}

void Reader::hand(Chunk& chunk, const std::stop_token& stop)
{
    if (!chunk.found.empty() || chunk.skipped > 0) {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, stop, [this] { return m_ready.size() < chunksWaiting; });
        m_ready.push_back(std::move(chunk));
        m_changed.notify_all();
    }
    chunk = {};
}

/// Aliases belong to the model; what a version says of them is believed in no product.
void Reader::joinAliases(RemoteVersion& version) const
{
    version.aliases.clear();
    const auto model = m_aliases.find(version.name);
    if (model == m_aliases.end())
        return;
    for (const auto& [alias, holds] : model->second)
        if (holds == version.version)
            version.aliases.insert(alias);
}

/// A run that is gone or unreadable leaves its version without metrics, and nothing worse.
Status Reader::readRun(Found& found, const std::stop_token& stop)
{
    if (!m_withRuns || found.version.run.empty() || !m_news(found.version))
        return {};
    auto run = m_connector.run(found.version.run, stop);
    if (run) {
        found.run = *std::move(run);
        return {};
    }
    if (run.error().failure() == Failure::CouldNot)
        return fail(run.error());
    return {};
}

} // namespace cs::sync
