// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utc_time.h"

#include <array>
#include <chrono>
#include <cstdio>

#include <sys/timex.h>

namespace cs {
namespace {

std::int64_t daysFromCivil(int year, int month, int day)
{
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day))};
    return std::chrono::sys_days(date).time_since_epoch().count();
}

int digits(std::string_view text, std::size_t from, std::size_t count)
{
    int value = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

} // namespace

Result<UtcTime> UtcTime::fromText(std::string_view text)
{
    const auto bad = [&] {
        return fail(usageError(
            "CS-BASE-TIME", "\"%1\" is not a time of the form 2026-11-23T15:04:05.000Z.", {qs(text.substr(0, 60))}));
    };
    if (text.size() != 24 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':' || text[16] != ':'
        || text[19] != '.' || text[23] != 'Z')
        return bad();
    const int year = digits(text, 0, 4), month = digits(text, 5, 2), day = digits(text, 8, 2);
    const int hour = digits(text, 11, 2), minute = digits(text, 14, 2), second = digits(text, 17, 2);
    const int milli = digits(text, 20, 3);
    if (year < 0 || month < 1 || day < 1 || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0
        || second > 59 || milli < 0)
        return bad();
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
        std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok())
        return bad();
    const std::int64_t seconds = ((daysFromCivil(year, month, day) * 24 + hour) * 60 + minute) * 60 + second;
    return UtcTime(seconds * 1000 + milli);
}

std::string UtcTime::text() const
{
    using namespace std::chrono;
    const sys_time<milliseconds> point{milliseconds(m_ms)};
    const auto dayPoint = floor<days>(point);
    const year_month_day date{dayPoint};
    const std::int64_t inDay = (point - dayPoint).count();
    std::array<char, 48> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
        static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), static_cast<int>(inDay / 3600000),
        static_cast<int>(inDay / 60000 % 60), static_cast<int>(inDay / 1000 % 60), static_cast<int>(inDay % 1000));
    return buffer.data();
}

UtcTime SystemClock::now() const
{
    using namespace std::chrono;
    return UtcTime(duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count());
}

std::string SystemClock::quality() const
{
    timex state{};
    const int answer = ::adjtimex(&state);
    if (answer < 0)
        return "unknown";
    return (static_cast<unsigned>(state.status) & static_cast<unsigned>(STA_UNSYNC)) != 0 ? "unsynced" : "synced";
}

} // namespace cs
