// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/witness_server.h"

#include <httplib.h>

#include <cerrno>
#include <charconv>
#include <csignal>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace cs::cli {
namespace {

constexpr int workers = 32, waitSeconds = 5; // who drips bytes holds one of many

int ends[2] = {-1, -1}; // a pipe: of the one server of this process

void give(httplib::Response& response, const heads::Witness::Answer& answer)
{
    response.status = answer.status;
    response.set_content(answer.body, answer.contentType.c_str());
}

Error cannotListen(const std::string& listen)
{
    return usageError("CS-CLI-LISTEN",
        "Nothing can be served at \"%1\". Give --listen ADDRESS:PORT, and a port that is free.", {qs(listen)});
}

} // namespace

Status serveWitness(
    const heads::Witness& witness, const std::string& listen, const std::function<void(const std::string&)>& tell)
{
    const std::size_t colon = listen.rfind(':');
    int port = -1;
    if (colon != std::string::npos)
        std::from_chars(listen.data() + colon + 1, listen.data() + listen.size(), port);
    if (port < 0 || port > 65'535)
        return fail(cannotListen(listen));
    const std::string address = listen.substr(0, colon);

    httplib::Server server;
    server.new_task_queue = [] { return new httplib::ThreadPool(workers); }; // the library deletes it
    server.set_payload_max_length(heads::Witness::bodyMax);
    server.set_read_timeout(waitSeconds);
    server.set_write_timeout(waitSeconds);
    server.set_keep_alive_max_count(1);
    server.Post("/add-checkpoint", [&](const httplib::Request& request, httplib::Response& response) {
        give(response, witness.addCheckpoint(request.body));
    });
    server.Get("/([0-9a-f]{64})/checkpoint", [&](const httplib::Request& request, httplib::Response& response) {
        give(response, witness.latest(request.matches[1]));
    });
    if (port == 0)
        port = server.bind_to_any_port(address.c_str());
    else if (!server.bind_to_port(address.c_str(), port))
        port = -1;
    if (port < 0)
        return fail(cannotListen(listen));
    tell("Witness at http://" + address + ":" + std::to_string(port) + ". Ctrl+C ends it.");

    // A handler may not stop a server; it may write a byte, and a thread waits for that.
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return fail(cannotListen(listen));
    struct sigaction action { };
    action.sa_handler = [](int) { (void)!::write(ends[1], "x", 1); };
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    std::thread waits([&] {
        char byte = 0;
        while (::read(ends[0], &byte, 1) < 0 && errno == EINTR) { }
        server.stop();
    });
    server.listen_after_bind();
    (void)!::write(ends[1], "x", 1); // where it ended by itself
    waits.join();
    return {};
}

} // namespace cs::cli
