// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utc_time.h"

#include <gtest/gtest.h>

namespace cs {
namespace {

TEST(UtcTimeTest, RoundTrips)
{
    for (const char* text : {"1970-01-01T00:00:00.000Z", "2026-11-23T15:04:05.678Z", "2024-02-29T23:59:59.999Z",
             "1969-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00.000Z"}) {
        const auto time = UtcTime::fromText(text);
        ASSERT_TRUE(time) << text;
        EXPECT_EQ(time->text(), text);
    }
    EXPECT_EQ(UtcTime::fromText("2000-01-01T00:00:00.000Z")->ms(), 946'684'800'000);
}

TEST(UtcTimeTest, RefusesEveryOtherForm)
{
    for (const char* text : {"", "2026-11-23", "2026-11-23T15:04:05Z", "2026-11-23T15:04:05.67Z",
             "2026-11-23T15:04:05.678", "2026-11-23 15:04:05.678Z", "2026-11-23T15:04:05.678+00:00",
             "2026-02-29T00:00:00.000Z", "2026-13-01T00:00:00.000Z", "2026-00-01T00:00:00.000Z",
             "2026-01-00T00:00:00.000Z", "2026-01-32T00:00:00.000Z", "2026-01-01T24:00:00.000Z",
             "2026-01-01T00:60:00.000Z", "2026-01-01T00:00:60.000Z", "2026-1-01T00:00:00.0000Z",
             "+026-01-01T00:00:00.000Z", "2026-01-01T00:00:00,000Z", "2026-01-01t00:00:00.000z"})
        EXPECT_FALSE(UtcTime::fromText(text)) << text;
}

TEST(UtcTimeTest, Arithmetic)
{
    const UtcTime time(1'000);
    EXPECT_EQ(time.plusSeconds(2).ms(), 3'000);
    EXPECT_EQ(time.plusMs(-1).ms(), 999);
    EXPECT_EQ(time.plusSeconds(2).msSince(time), 2'000);
    EXPECT_LT(time, time.plusMs(1));
}

TEST(ClockTest, SystemClockSaysSomethingThatALedgerAccepts)
{
    const SystemClock clock;
    const std::string quality = clock.quality();
    EXPECT_TRUE(quality == "synced" || quality == "unsynced" || quality == "unknown") << quality;
    EXPECT_TRUE(UtcTime::fromText(clock.now().text()));
}

} // namespace
} // namespace cs
