// SPDX-License-Identifier: GPL-3.0-or-later
// A whole synchronisation against the same HTTP answers fetched and parsed alone: 1,000 models, 10,000 versions, one
// run each, from a server in this process that sends recorded answers over a kept connection.
#include "core/workspace/registries/sync.h"
#include "tests/bench/bench_support.h"
#include "tests/support/ledger_builder.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <thread>

namespace cs::bench {
namespace {

constexpr int modelCount = 1000, pageSize = 1000;

/// Enough of HTTP/1.1 for one client that keeps its connection.
class RecordedServer final {
public:
    explicit RecordedServer(int versions)
        : m_versions(versions)
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
        m_models = modelPage();
        m_thread = std::jthread([this](std::stop_token stop) { serve(stop); });
    }
    ~RecordedServer()
    {
        m_thread.request_stop();
        ::shutdown(m_socket, SHUT_RDWR);
        ::close(m_socket);
    }
    RecordedServer(const RecordedServer&) = delete;
    RecordedServer& operator=(const RecordedServer&) = delete;
    std::string url() const { return "http://127.0.0.1:" + std::to_string(m_port); }

private:
    static std::string modelPage()
    {
        std::string page = R"({"registered_models":[)";
        for (int i = 0; i < modelCount; ++i)
            page += (i == 0 ? "" : ",") + std::string(R"({"name":"model-)") + std::to_string(i)
                + R"(","creation_timestamp":1772442000000,"description":"","tags":[],"aliases":[]})";
        return page + "]}";
    }
    std::string versionPage(int from) const
    {
        std::string page = R"({"model_versions":[)";
        const int end = std::min(from + pageSize, m_versions);
        for (int i = from; i < end; ++i) {
            const std::string number = std::to_string(i / modelCount + 1);
            page += (i == from ? "" : ",") + std::string(R"({"name":"model-)") + std::to_string(i % modelCount)
                + R"(","version":")" + number
                + R"(","creation_timestamp":1772442000000,"last_updated_timestamp":1772442000000,"user_id":"trainer","current_stage":"None",)"
                  R"("description":"","source":"mlflow-artifacts:/7/aaaabbbbccccdddd/artifacts/model","run_id":"run)"
                + std::to_string(i) + R"(","status":"READY","run_link":"","tags":[{"key":"team","value":"lending"}]})";
        }
        return page + "]" + (end < m_versions ? R"(,"next_page_token":")" + std::to_string(end) + "\"" : "") + "}";
    }
    static std::string run(const std::string& id)
    {
        return R"({"run":{"info":{"run_id":")" + id
            + R"(","status":"FINISHED","user_id":"trainer","artifact_uri":"mlflow-artifacts:/7/x/artifacts"},"data":{"metrics":[)"
              R"({"key":"auc","value":0.91,"timestamp":1772442000000,"step":0},{"key":"loss","value":0.21,"timestamp":1772442000000,"step":0}],)"
              R"("params":[{"key":"depth","value":"7"},{"key":"seed","value":"20261"}],"tags":[{"key":"mlflow.source.git.commit","value":"d663f68b77b08721bd8a3bee6894dc18ff38aa21"}]},)"
              R"("inputs":{"dataset_inputs":[{"dataset":{"name":"loanapp","digest":"ae19db23","source_type":"local"}}]}}})";
    }
    std::string answer(std::string_view target) const
    {
        if (target.find("registered-models") != std::string_view::npos)
            return m_models;
        if (const auto at = target.find("run_id="); at != std::string_view::npos)
            return run(std::string(target.substr(at + 7)));
        const auto token = target.find("page_token=");
        const int from =
            token == std::string_view::npos ? 0 : std::atoi(std::string(target.substr(token + 11)).c_str());
        return m_pages.at(static_cast<std::size_t>(from / pageSize));
    }
    void serve(const std::stop_token& stop) const
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
    void talk(int client) const
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

    int m_versions;
    int m_socket;
    int m_port = 0;
    std::vector<std::string> m_pages;
    std::string m_models;
    std::jthread m_thread;
};

template <class T> T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", utf8(result.error().message()).c_str());
        std::exit(1);
    }
    return *std::move(result);
}

std::unique_ptr<registries::Connector> connectTo(const std::string& url)
{
    return must(registries::makeConnector("mlflow", must(registries::makeHttp(must(parseRegistryUrl(url)), {}))));
}

/// The same requests in the same order, parsed and thrown away.
void fetchAlone(registries::Connector& connector)
{
    must(connector.models({}, {}));
    std::string token;
    do {
        auto page = must(connector.versions(token, {}));
        for (const auto& version : page.items)
            must(connector.run(version.run, {}));
        token = page.next;
    } while (!token.empty());
}

void measure(int versions)
{
    const RecordedServer server(versions);
    test::LedgerBuilder team;
    team.adopt(test::smallTeamPolicy());
    for (const char* role : {"tech_lead", "platform_team", "product_owner"})
        team.grant(team.enrol(role), role);
    team.grant(team.enrol("registry_sync", "service"), "registry_sync");
    const ActorId second = team.enrol("Tea");
    team.open({ActorId(0), second}, 2);
    const auto session = team.session();
    refuseMemoryFileSystem(team.path());
    const auto options = must(session->putDocument(sync::optionsJson(sync::defaultOptions())));
    const auto added = must(session->submit(
        events::RegistryAdded{{"mlflow", "bench", server.url(), options}}, team.signer(team.who("platform_team"))));
    const auto connector = connectTo(server.url());
    const Spent before = spentBy([&] { fetchAlone(*connector); });
    const auto run = [&] {
        return must(sync::run(
            {RegistryId(added.index), true, false}, *connector, [&](const auto& work) { return work(*session); },
            team.signer(team.who("registry_sync"))));
    };
    const Spent first = spentBy([&] {
        if (run().newVersions != static_cast<std::size_t>(versions))
            std::exit(1);
    });
    const Spent after = spentBy([&] { fetchAlone(*connector); });
    const Spent again = spentBy([&] { run(); });
    const double alone = (before.wall + after.wall) / 2;
    row("first synchronisation of " + std::to_string(versions) + " versions: rate / rate of fetch and parse alone",
        alone / first.wall, "", 0.7);
    note("the same by processor time", (before.cpu + after.cpu) / 2 / first.cpu, "");
    note("a second one, nothing new: time / time of the first", again.wall / first.wall, "");
}

} // namespace
} // namespace cs::bench

int main(int argc, char** argv)
{
    cs::bench::measure(static_cast<int>(cs::bench::option(argc, argv, "versions", 10'000)));
    return 0;
}
