// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <thread>
#include <vector>

namespace cs::bench {

/// An MLflow that answers from memory: so many models, their versions in turn, one run each. Enough of HTTP/1.1 for one
/// client that keeps its connection.
class RecordedServer final {
public:
    RecordedServer(int models, int versions);
    ~RecordedServer();
    RecordedServer(const RecordedServer&) = delete;
    RecordedServer& operator=(const RecordedServer&) = delete;
    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }

private:
    std::string modelPage(int from) const;
    std::string versionPage(int from) const;
    const std::string& page(const std::vector<std::string>& pages, std::string_view target) const;
    std::string answer(std::string_view target) const;
    void serve(const std::stop_token& stop) const;
    void talk(int client) const;

    int m_modelCount, m_versions;
    int m_socket;
    int m_port = 0;
    std::vector<std::string> m_pages, m_models;
    std::jthread m_thread;
};

} // namespace cs::bench
