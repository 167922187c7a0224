// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/registries/recorder.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace cs::sync {

/// Reads a registry's versions, and the runs of those that are new, ahead of who records them: in a thread of its own,
/// so that the network is not waited for while entries are signed, and nobody signs while the network is waited for.
/// The connector belongs to that thread until the reader is gone.
class Reader final {
public:
    using Aliases = std::map<std::string, std::map<std::string, std::string>>; ///< model → alias → version
    /// What was read together. Holds at most @ref chunkVersions.
    struct Chunk {
        std::vector<Found> found;
        std::size_t skipped = 0; ///< records that could not be read
    };

    /// @param news says in any thread whether a version is worth its run; it is asked again before it is recorded.
    Reader(registries::Connector& connector, const Aliases& aliases,
        std::function<bool(const registries::RemoteVersion&)> news, bool withRuns, std::stop_token stop);
    /// Gives up what is being read, and waits for it.
    ~Reader();
    Reader(const Reader&) = delete;
    Reader& operator=(const Reader&) = delete;

    /// Waits for the next chunk. @returns nothing at the end; what went wrong, after all that was read before it.
    Result<std::optional<Chunk>> next();

private:
    Status read(const std::stop_token& stop);
    Status readRun(Found& found, const std::stop_token& stop);
    void joinAliases(registries::RemoteVersion& version) const;
    void hand(Chunk& chunk, const std::stop_token& stop);

    registries::Connector& m_connector;
    const Aliases& m_aliases;
    std::function<bool(const registries::RemoteVersion&)> m_news;
    bool m_withRuns;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Chunk> m_ready;
    std::optional<Status> m_end;
    std::jthread m_thread; // before what it uses is gone
    std::stop_callback<std::function<void()>> m_onStop;
};

/// A server that gives the same page again would be read for ever. @param take returns a Status.
template <class T, class Take>
Status readPages(registries::Connector& connector,
    Result<registries::PageOf<T>> (registries::Connector::*read)(const std::string&, std::stop_token), Take take,
    const std::stop_token& stop)
{
    constexpr std::size_t pagesMax = 10'000;
    std::set<std::string> tokens;
    std::string token;
    for (std::size_t page = 0; page < pagesMax; ++page) {
        CS_TRY(auto answer, (connector.*read)(token, stop));
        CS_CHECK(take(answer));
        if (answer.next.empty())
            return {};
        if (!tokens.insert(answer.next).second)
            return fail(refused("CS-REGISTRY-PAGES",
                "The registry gave the same page twice; reading it was stopped. What was recorded stays.", {}));
        token = std::move(answer.next);
    }
    return fail(refused("CS-REGISTRY-PAGES", "The registry has more than %1 pages.", {QString::number(pagesMax)}));
}

} // namespace cs::sync
