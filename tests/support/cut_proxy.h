// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace cs::test {

/// Stands between a client and a server on this computer, and does what no network does on demand.
class CutProxy final {
public:
    /// @param url of the real server: postgresql://USER@127.0.0.1:PORT/DATABASE
    explicit CutProxy(const std::string& url);
    ~CutProxy();
    CutProxy(const CutProxy&) = delete;
    CutProxy& operator=(const CutProxy&) = delete;

    std::string url() const;
    /// The next request that holds @p words reaches the server; its answer does not come back, and the line is cut.
    void swallowNextAnswerTo(std::string words);
    /// Nothing passes any more, in either direction; connections stand.
    void pause() { m_paused = true; }
    void resume() { m_paused = false; }

private:
    void serve();
    void carry(int client);

    std::string m_url;
    int m_serverPort = 0, m_listener = -1, m_port = 0;
    std::atomic<bool> m_paused = false, m_over = false;
    std::mutex m_mutex;
    std::string m_swallow;
    std::vector<std::thread> m_carriers;
    std::thread m_thread;
};

} // namespace cs::test
