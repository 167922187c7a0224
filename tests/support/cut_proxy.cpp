// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cut_proxy.h"

#include <array>
#include <cstdlib>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace cs::test {
namespace {

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
}

bool sendAll(int to, const char* data, ssize_t size)
{
    for (ssize_t sent = 0; sent < size;) {
        const ssize_t count = ::send(to, data + sent, static_cast<std::size_t>(size - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        sent += count;
    }
    return true;
}

} // namespace

CutProxy::CutProxy(const std::string& url)
    : m_url(url)
    , m_listener(::socket(AF_INET, SOCK_STREAM, 0))
{
    const auto colon = url.rfind(':');
    m_serverPort = std::atoi(url.c_str() + colon + 1);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(m_listener, 16) != 0
        || ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        std::abort();
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

CutProxy::~CutProxy()
{
    m_over = true;
    ::shutdown(m_listener, SHUT_RDWR);
    m_thread.join();
    for (std::thread& carrier : m_carriers)
        carrier.join();
    ::close(m_listener);
}

std::string CutProxy::url() const
{
    const auto colon = m_url.rfind(':');
    const auto slash = m_url.find('/', colon);
    return m_url.substr(0, colon + 1) + std::to_string(m_port) + m_url.substr(slash);
}

void CutProxy::swallowNextAnswerTo(std::string words)
{
    const std::lock_guard lock(m_mutex);
    m_swallow = std::move(words);
}

void CutProxy::serve()
{
    while (!m_over) {
        const int client = ::accept(m_listener, nullptr, nullptr);
        if (client < 0)
            return;
        m_carriers.emplace_back([this, client] { carry(client); });
    }
}

void CutProxy::carry(int client)
{
    const int server = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = loopback(m_serverPort);
    bool open = ::connect(server, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    bool swallow = false;
    std::array<char, 65536> buffer{};
    while (open && !m_over) {
        std::array<pollfd, 2> ends{pollfd{client, POLLIN, 0}, pollfd{server, POLLIN, 0}};
        if (::poll(ends.data(), m_paused ? 0 : ends.size(), 20) <= 0)
            continue;
        if (ends[0].revents != 0) {
            const ssize_t count = ::read(client, buffer.data(), buffer.size());
            open = count > 0 && sendAll(server, buffer.data(), count);
            const std::lock_guard lock(m_mutex);
            if (count > 0 && !m_swallow.empty()
                && std::string_view(buffer.data(), static_cast<std::size_t>(count)).find(m_swallow)
                    != std::string::npos) {
                swallow = true;
                m_swallow.clear();
            }
        }
        if (open && ends[1].revents != 0) {
            const ssize_t count = ::read(server, buffer.data(), buffer.size());
            open = count > 0 && !swallow && sendAll(client, buffer.data(), count);
        }
    }
    ::close(client);
    ::close(server);
}

} // namespace cs::test
