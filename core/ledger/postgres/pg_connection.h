// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/postgres/pg_place.h"
#include "core/ledger/postgres/pg_values.h"
#include "core/ledger/store/log_store.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;
struct pg_result;

namespace cs {

class Clock;

/// A connection whose every wait has an end: a server that was stopped in the middle of an answer is a server that is
/// offline. After any error of the network the connection is gone for good; make another. Belongs to one thread.
/// libpq is used itself, and not through QtSql: that one waits without an end, and cannot hand over bytes as they are.
class PgConnection final {
public:
    struct Options {
        std::string password; ///< empty: libpq looks in its own places
        int timeoutMs = 10'000; ///< for connecting, and for each answer
        std::string program = "countersign"; ///< as the server lists who is connected
        const Clock* clock = nullptr; ///< what is held against the server's; null: this computer's
    };
    /// @returns CS-STORE-OFFLINE, CS-STORE-AUTH, CS-STORE-TLS, CS-STORE-NO-DATABASE.
    static Result<std::unique_ptr<PgConnection>> open(const PgPlace& place, const Options& options);
    /// Begins to connect; poll() goes on without waiting. For who has something else to do meanwhile.
    static Result<std::unique_ptr<PgConnection>> begin(const PgPlace& place, const Options& options);
    /// @returns true: connected; false: not yet.
    Result<bool> poll();
    ~PgConnection();
    PgConnection(const PgConnection&) = delete;
    PgConnection& operator=(const PgConnection&) = delete;

    bool isUp() const { return m_connection != nullptr; }
    /// One statement. @returns CS-STORE-OFFLINE, CS-STORE-RIGHTS, CS-STORE-STANDBY, CS-STORE-FULL; else
    /// CS-STORE-SERVER, and the kind of refusal is sqlState().
    Result<PgRows> run(const char* sql, std::span<const PgValue> values = {});
    Result<PgRows> run(const char* sql, std::initializer_list<PgValue> values)
    {
        return run(sql, std::span(values.begin(), values.size()));
    }
    const std::string& sqlState() const { return m_state; } ///< of the last refusal
    /// Several statements in one text, for schemas.
    Status runScript(const std::string& sql);
    /// Whether a NOTIFY came since the last call; does not wait.
    bool takeNotices();
    int serverVersion() const; ///< for example 150018
    bool usesTls() const;

private:
    using Keywords = std::vector<std::pair<std::string, std::string>>;
    PgConnection(const PgPlace& place, int timeoutMs, Keywords words);
    Status startNextHost();
    Result<bool> pollHost();
    Error lost(const std::string& why);
    Error whyNot();
    Error refusal(pg_result* result);
    Status waitFor(bool reading, bool writing, std::int64_t deadlineMs);
    Status checkTls() const;
    Status finishConnecting();
    Result<pg_result*> lastResult(std::int64_t deadlineMs);

    pg_conn* m_connection = nullptr;
    std::string m_location, m_state;
    bool m_isLocal;
    int m_timeoutMs;
    // While it connects: each host has its share of the time, so that one that is silent does not hide the next.
    Keywords m_words;
    std::vector<PgPlace::Host> m_hosts;
    std::size_t m_nextHost = 0;
    bool m_wantsToWrite = true;
    std::string m_saidBefore; // why earlier hosts did not do
    std::int64_t m_deadlineMs = 0;
    bool m_noticed = false;
};

} // namespace cs
