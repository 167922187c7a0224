// SPDX-License-Identifier: GPL-3.0-or-later
// A whole synchronisation against the same HTTP answers fetched and parsed alone: 1,000 models, 10,000 versions, one
// run each, from a server in this process that sends recorded answers over a kept connection.
#include "core/workspace/registries/sync.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/recorded_server.h"
#include "tests/support/ledger_builder.h"

#include <cstdio>
#include <cstdlib>

namespace cs::bench {
namespace {

std::unique_ptr<registries::Connector> connectTo(const std::string& url)
{
    return must(registries::makeConnector("mlflow", must(registries::makeHttp(must(parseRegistryUrl(url)), {}))));
}

/// The same requests in the same order, parsed and thrown away.
void fetchAlone(registries::Connector& connector)
{
    std::string token;
    do {
        token = must(connector.models(token, {})).next;
    } while (!token.empty());
    do {
        auto page = must(connector.versions(token, {}));
        for (const auto& version : page.items)
            must(connector.run(version.run, {}));
        token = page.next;
    } while (!token.empty());
}

void measure(int versions)
{
    const RecordedServer server(1000, versions);
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
