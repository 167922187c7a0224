// SPDX-License-Identifier: GPL-3.0-or-later
// Processor time of the UI thread for each event, and memory, while the real console is driven over a long ledger.
// The ledger is made and pinned here; the console runs in a program of its own, so that its memory is its own.
#include "core/identity/memory_keychain.h"
#include "core/workspace/registries/sync.h"
#include "tests/bench/bench_support.h"
#include "tests/bench/big_ledger.h"
#include "tests/bench/recorded_server.h"
#include "tests/bench/ui_walk.h"
#include "ui/widgets/theme/theme.h"

#include <QSettings>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cs::bench {
namespace {

constexpr int windowWidth = 1280, windowHeight = 800;

/// A field of a file of /proc in kB, as MB.
double memoryMb(const char* file, const std::string& field)
{
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        if (line.rfind(field + ":", 0) == 0)
            return std::strtod(line.c_str() + field.size() + 1, nullptr) / 1024;
    }
    return 0;
}

void noteMemory(const std::string& when)
{
    note("memory " + when + ", resident", memoryMb("/proc/self/status", "VmRSS"), "MB");
    note("  of it not shared with other programs (PSS)", memoryMb("/proc/self/smaps_rollup", "Pss"), "MB");
}

void reportEvents(const MeasuredApplication& app, bool all)
{
    row("UI thread, CPU time of an event, p99", app.quantile(0.99), "ms", 16, false);
    note("  p50", app.quantile(0.5), "ms");
    note("  p99.9", app.quantile(0.999), "ms");
    note("  the dearest", app.quantile(1), "ms");
    note("  events above 16 ms", static_cast<double>(app.countAbove(16)), "");
    note("  of so many", static_cast<double>(app.count()), "");
    for (const EventCost& cost : app.dearest(all ? 40 : 0))
        std::fprintf(stderr, "%8.2f ms  %s\n", cost.ms, cost.what.c_str());
}

/// The console, in its own process. @param place file, @param folder for state, cache and settings.
int drive(int argc, char** argv, const std::string& place, const std::string& folder, std::int64_t nowMs)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, qs(folder));
    MeasuredApplication app(argc, argv);
    ui::Theme::instance().install(app);
    MemoryKeychain keychain;
    const ManualClock clock{UtcTime(nowMs)};
    KeyRing ring(keychain, clock);
    if (!ring.importKey(*test::keyOf("lead"), "Tech lead", std::nullopt))
        return 1;
    Environment environment;
    environment.clock = &clock;
    environment.keychain = &keychain;
    environment.stateDir = folder + "/state";
    environment.cacheDir = folder + "/cache";
    environment.station = "00112233445566aa";
    environment.random = [](std::size_t count) { return randomBytes(count); };
    app::Options options;
    options.workspace = qs(place);
    options.size = QSize(windowWidth, windowHeight);
    app::Console console(WorkspaceService::create(environment), clock, options);
    UiWalk walk(app, console);
    console.start();
    if (!walk.waitForInbox()) {
        std::fprintf(stderr, "The inbox did not come.\n");
        return 1;
    }
    noteMemory("with the inbox shown");
    if (flag(argc, argv, "registry"))
        walk.walkRegistry();
    else
        walk.walk();
    reportEvents(app, flag(argc, argv, "verbose"));
    noteMemory("after all screens and a verification");
    row("memory of the console, the most it ever held (limit)", memoryMb("/proc/self/status", "VmHWM"), "MB", 250,
        false);
    return 0;
}

/// Runs this program again with the console in it.
int driveApart(
    const std::string& place, const std::string& folder, std::int64_t nowMs, int argc, char** argv, bool registry)
{
    std::vector<std::string> words{"bench_ui", "--drive", place, folder, std::to_string(nowMs)};
    if (flag(argc, argv, "verbose"))
        words.emplace_back("--verbose");
    if (registry)
        words.emplace_back("--registry");
    std::vector<char*> handed;
    for (std::string& word : words)
        handed.push_back(word.data());
    handed.push_back(nullptr);
    pid_t child = 0;
    int status = 1;
    if (posix_spawn(&child, "/proc/self/exe", nullptr, nullptr, handed.data(), environ) != 0
        || waitpid(child, &status, 0) != child)
        return 1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

/// Pinned and cached as a console that was there before left it, then shown.
int show(test::LedgerBuilder& builder, int argc, char** argv, bool registry)
{
    Environment environment = builder.environment();
    const std::string folder = environment.stateDir.substr(0, environment.stateDir.rfind('/'));
    environment.cacheDir = folder + "/cache";
    OpenOptions options;
    options.trust = Trust::FirstContact;
    if (const auto session = Session::open(builder.path(), environment, options); !session) {
        std::fprintf(stderr, "%s\n", utf8(session.error().message()).c_str());
        return 1;
    }
    note("entries of the workspace that the console shows", static_cast<double>(builder.head().size), "");
    return driveApart(builder.path(), folder, builder.clock().now().ms(), argc, argv, registry);
}

/// A long ledger with one promotion that waits for the lead.
int measure(int argc, char** argv)
{
    BigLedger ledger(option(argc, argv, "large", 100'000));
    test::SmallTeamLedger& team = ledger.team();
    const VersionId version = team.registerVersion("waits");
    team.reportForStaging(version);
    team.propose(version, "dev-to-staging", team.engineer());
    return show(ledger.builder(), argc, argv, false);
}

Status synchronise(test::LedgerBuilder& builder, ActorId platform, ActorId service, const std::string& url)
{
    const auto session = builder.session();
    CS_TRY(const auto options, session->putDocument(sync::optionsJson(sync::defaultOptions())));
    CS_TRY(const auto added,
        session->submit(events::RegistryAdded{{"mlflow", "bench", url, options}}, builder.signer(platform)));
    CS_TRY(const auto address, parseRegistryUrl(url));
    CS_TRY(auto http, registries::makeHttp(address, {}));
    CS_TRY(const auto connector, registries::makeConnector("mlflow", std::move(http)));
    const auto here = [&](const auto& work) { return work(*session); };
    CS_CHECK(sync::run({RegistryId(added.index), true, false}, *connector, here, builder.signer(service)));
    return {};
}

/// A team with some history whose registry holds ten versions of each of thousands of models, synchronised.
int measureRegistry(int argc, char** argv)
{
    const auto versions = static_cast<int>(option(argc, argv, "versions", 50'000));
    BigLedger ledger(20'000);
    test::LedgerBuilder& builder = ledger.builder();
    const ActorId service = ledger.team().ci();
    ledger.team().changeByAll(events::change::Grant{service, "registry_sync", std::nullopt, std::nullopt});
    const RecordedServer server(versions / 10, versions);
    if (const Status synced = synchronise(builder, ledger.team().engineer(), service, server.url()); !synced) {
        std::fprintf(stderr, "%s\n", utf8(synced.error().message()).c_str());
        return 1;
    }
    builder.catchUp();
    return show(builder, argc, argv, true);
}

} // namespace
} // namespace cs::bench

int main(int argc, char** argv)
{
    using namespace cs::bench;
    if (argc >= 5 && std::strcmp(argv[1], "--drive") == 0)
        return drive(argc, argv, argv[2], argv[3], std::strtoll(argv[4], nullptr, 10));
    const int status = flag(argc, argv, "registry") ? 0 : measure(argc, argv);
    if (status != 0)
        return status;
    return measureRegistry(argc, argv);
}
