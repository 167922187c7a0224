// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/recorded_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace cs::bench {
namespace {

constexpr int pageSize = 1000;

std::string run(const std::string& id)
{
    return R"({"run":{"info":{"run_id":")" + id
        + R"(","status":"FINISHED","user_id":"trainer","artifact_uri":"mlflow-artifacts:/7/x/artifacts"},"data":{"metrics":[)"
          R"({"key":"auc","value":0.91,"timestamp":1772442000000,"step":0},{"key":"loss","value":0.21,"timestamp":1772442000000,"step":0}],)"
          R"("params":[{"key":"depth","value":"7"},{"key":"seed","value":"20261"}],"tags":[{"key":"mlflow.source.git.commit","value":"d663f68b77b08721bd8a3bee6894dc18ff38aa21"}]},)"
          R"("inputs":{"dataset_inputs":[{"dataset":{"name":"loanapp","digest":"ae19db23","source_type":"local"}}]}}})";
}

std::string nextPage(int end, int all)
{
    return std::string("]") + (end < all ? R"(,"next_page_token":")" + std::to_string(end) + "\"" : "") + "}";
}

} // namespace

RecordedServer::RecordedServer(int models, int versions)
    : m_modelCount(models)
    , m_versions(versions)
    , m_socket(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_socket, reinterpret_cast<sockaddr*>(&address), size) != 0 || ::listen(m_socket, 8) != 0
        || ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        std::abort();
    m_port = ntohs(address.sin_port);
    for (int from = 0; from < versions; from += pageSize)
        m_pages.push_back(versionPage(from));
    for (int from = 0; from < models; from += pageSize)
        m_models.push_back(modelPage(from));
    m_thread = std::jthread([this](const std::stop_token& stop) { serve(stop); });
}

RecordedServer::~RecordedServer()
{
    m_thread.request_stop();
    ::shutdown(m_socket, SHUT_RDWR);
    ::close(m_socket);
}

std::string RecordedServer::modelPage(int from) const
{
    std::string page = R"({"registered_models":[)";
    const int end = std::min(from + pageSize, m_modelCount);
    for (int i = from; i < end; ++i)
        page += (i == from ? "" : ",") + std::string(R"({"name":"model-)") + std::to_string(i)
            + R"(","creation_timestamp":1772442000000,"description":"","tags":[],"aliases":[]})";
    return page + nextPage(end, m_modelCount);
}

std::string RecordedServer::versionPage(int from) const
{
    std::string page = R"({"model_versions":[)";
    const int end = std::min(from + pageSize, m_versions);
    for (int i = from; i < end; ++i) {
        const std::string number = std::to_string(i / m_modelCount + 1);
        page += (i == from ? "" : ",") + std::string(R"({"name":"model-)") + std::to_string(i % m_modelCount)
            + R"(","version":")" + number
            + R"(","creation_timestamp":1772442000000,"last_updated_timestamp":1772442000000,"user_id":"trainer","current_stage":"None",)"
              R"("description":"","source":"mlflow-artifacts:/7/aaaabbbbccccdddd/artifacts/model","run_id":"run)"
            + std::to_string(i) + R"(","status":"READY","run_link":"","tags":[{"key":"team","value":"lending"}]})";
    }
    return page + nextPage(end, m_versions);
}

const std::string& RecordedServer::page(const std::vector<std::string>& pages, std::string_view target) const
{
    const auto token = target.find("page_token=");
    const int from = token == std::string_view::npos ? 0 : std::atoi(std::string(target.substr(token + 11)).c_str());
    return pages.at(static_cast<std::size_t>(from / pageSize));
}

std::string RecordedServer::answer(std::string_view target) const
{
    if (target.find("registered-models") != std::string_view::npos)
        return page(m_models, target);
    if (const auto at = target.find("run_id="); at != std::string_view::npos)
        return run(std::string(target.substr(at + 7)));
    return page(m_pages, target);
}

void RecordedServer::serve(const std::stop_token& stop) const
{
    while (!stop.stop_requested()) {
        const int client = ::accept(m_socket, nullptr, nullptr);
        if (client < 0)
            return;
        const int on = 1;
        ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        talk(client);
        ::close(client);
    }
}

void RecordedServer::talk(int client) const
{
    std::string request;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(client, buffer, sizeof buffer)) > 0;) {
        request.append(buffer, static_cast<std::size_t>(got));
        if (!request.ends_with("\r\n\r\n"))
            continue;
        const auto begin = request.find(' ') + 1;
        const std::string body = answer(std::string_view(request).substr(begin, request.find(' ', begin) - begin));
        std::string reply = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + std::to_string(body.size()) + "\r\n\r\n" + body;
        for (std::size_t sent = 0; sent < reply.size();) {
            const ssize_t count = ::send(client, reply.data() + sent, reply.size() - sent, MSG_NOSIGNAL);
            if (count <= 0)
                return;
            sent += static_cast<std::size_t>(count);
        }
        request.clear();
    }
}

} // namespace cs::bench
