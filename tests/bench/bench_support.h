// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

/// What the measurements share: clocks, medians, one form of line. Figures of shared machines are worth something only
/// as ratios of work that was done in turns, so that is what is printed.
namespace cs::bench {

/// Processor time of the whole process, all threads, in seconds: what other programs do does not count.
double cpuSeconds();
double wallSeconds();
struct Spent {
    double cpu = 0, wall = 0;
};
Spent spentBy(const std::function<void()>& work);

/// The value, or the end of the program with what is wrong.
template <class T> T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "%s\n", utf8(result.error().message()).c_str());
        std::exit(1);
    }
    return *std::move(result);
}

double median(std::vector<double> values);
/// One line of the table: what, figure, target ("≥ 0.75"; empty: none), and whether it is met.
void row(const std::string& what, double figure, const char* unit, double target, bool atLeast = true);
/// A figure without target.
void note(const std::string& what, double figure, const char* unit);

/// The value behind `--name`, or the default. Complains and exits with 2 when it is no positive number.
std::int64_t option(int argc, char** argv, const std::string& name, std::int64_t otherwise);
bool flag(int argc, char** argv, const std::string& name);

/// Exits with 1 if the folder lies in memory: there a durable write costs nothing, and the ratio would mean nothing.
void refuseMemoryFileSystem(const std::string& folder);

} // namespace cs::bench
