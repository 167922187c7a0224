// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/bench_support.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include <linux/magic.h>
#include <sys/vfs.h>

namespace cs::bench {

double cpuSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double wallSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

Spent spentBy(const std::function<void()>& work)
{
    const double cpu = cpuSeconds();
    const double wall = wallSeconds();
    work();
    return {cpuSeconds() - cpu, wallSeconds() - wall};
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

void row(const std::string& what, double figure, const char* unit, double target, bool atLeast)
{
    const bool met = atLeast ? figure >= target : figure <= target;
    std::printf("| %-76s | %10.3f %-5s | %s %-7g | %s |\n", what.c_str(), figure, unit, atLeast ? ">=" : "<=", target,
        met ? "met   " : "missed");
    std::fflush(stdout);
}

void note(const std::string& what, double figure, const char* unit)
{
    std::printf("| %-76s | %10.3f %-5s | %-10s |        |\n", what.c_str(), figure, unit, "");
    std::fflush(stdout);
}

std::int64_t option(int argc, char** argv, const std::string& name, std::int64_t otherwise)
{
    for (int i = 1; i + 1 < argc; ++i) {
        if ("--" + name != argv[i])
            continue;
        char* end = nullptr;
        const std::int64_t value = std::strtoll(argv[i + 1], &end, 10);
        if (*end == '\0' && value > 0)
            return value;
        std::fprintf(stderr, "--%s takes a positive number, not \"%s\".\n", name.c_str(), argv[i + 1]);
        std::exit(2);
    }
    return otherwise;
}

bool flag(int argc, char** argv, const std::string& name)
{
    return std::any_of(argv + 1, argv + argc, [&](const char* given) { return "--" + name == given; });
}

void refuseMemoryFileSystem(const std::string& folder)
{
    struct statfs system { };
    if (statfs(folder.c_str(), &system) == 0 && system.f_type != TMPFS_MAGIC && system.f_type != RAMFS_MAGIC)
        return;
    std::fprintf(stderr, "%s lies in memory (or cannot be read). Set TMPDIR to a folder on a disk.\n", folder.c_str());
    std::exit(1);
}

} // namespace cs::bench
