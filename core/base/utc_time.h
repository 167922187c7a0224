// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace cs {

/// An instant: integer milliseconds since 1970-01-01T00:00:00Z, as in the ledger.
class UtcTime final {
public:
    constexpr UtcTime() = default;
    constexpr explicit UtcTime(std::int64_t ms)
        : m_ms(ms)
    {
    }
    /// Exactly `YYYY-MM-DDThh:mm:ss.sssZ` of a real date. @returns CS-BASE-TIME.
    static Result<UtcTime> fromText(std::string_view text);
    std::string text() const;
    constexpr std::int64_t ms() const { return m_ms; }
    constexpr UtcTime plusMs(std::int64_t ms) const { return UtcTime(m_ms + ms); }
    constexpr UtcTime plusSeconds(std::int64_t seconds) const { return UtcTime(m_ms + seconds * 1000); }
    constexpr std::int64_t msSince(UtcTime earlier) const { return m_ms - earlier.m_ms; }
    constexpr auto operator<=>(const UtcTime&) const = default;

private:
    std::int64_t m_ms = 0;
};

/// "Now", injected. Only core/base/clock.cpp asks the operating system.
class Clock {
public:
    virtual ~Clock() = default;
    virtual UtcTime now() const = 0;
    /// `synced`, `unsynced` or `unknown` as the operating system reports (ledger-events.md section 1).
    virtual std::string quality() const = 0;
};

class SystemClock final : public Clock {
public:
    UtcTime now() const override;
    std::string quality() const override;
};

/// Tests and the example builder set their own time.
class ManualClock final : public Clock {
public:
    explicit ManualClock(UtcTime now)
        : m_now(now)
    {
    }
    UtcTime now() const override { return m_now; }
    std::string quality() const override { return "synced"; }
    void set(UtcTime now) { m_now = now; }
    void advanceSeconds(std::int64_t seconds) { m_now = m_now.plusSeconds(seconds); }

private:
    UtcTime m_now;
};

} // namespace cs
