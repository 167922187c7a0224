// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/postgres/pg_connection.h"

#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

#include <poll.h>

namespace cs {
namespace {

std::int64_t steadyMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

bool verifies(const std::string& sslMode)
{
    return sslMode == "verify-full" || sslMode == "verify-ca";
}

constexpr const char* systemRoots = "/etc/ssl/certs/ca-certificates.crt";

} // namespace

PgConnection::PgConnection(const PgPlace& place, int timeoutMs, Keywords words)
    : m_location(place.location)
    , m_isLocal(place.isLocal)
    , m_timeoutMs(timeoutMs)
    , m_words(std::move(words))
    , m_hosts(place.hosts)
{
}

PgConnection::~PgConnection()
{
    PQfinish(m_connection);
}

Error PgConnection::lost(const std::string& why)
{
    PQfinish(std::exchange(m_connection, nullptr));
    const std::string said = m_saidBefore + utf8(pg::firstLine(why));
    m_saidBefore = m_nextHost < m_hosts.size() ? said + "; " : "";
    return couldNot(storeOfflineCode, "%1 cannot be reached: %2. Reading goes on from what is here; try again later.",
        {qs(m_location), qs(said)});
}

Result<std::unique_ptr<PgConnection>> PgConnection::begin(const PgPlace& place, const Options& options)
{
    Keywords words{{"dbname", place.url}, {"application_name", options.program}, {"client_encoding", "UTF8"}};
    if (!options.password.empty())
        words.emplace_back("password", options.password);
    if (!place.isLocal && !place.namesService && !verifies(place.sslMode)) {
        if (place.givesSslMode)
            return fail(refused("CS-STORE-TLS",
                "The address asks for sslmode=%1, which does not check who answers. Leave it out, or write "
                "sslmode=verify-full.",
                {qs(place.sslMode)}));
        words.emplace_back("sslmode", "verify-full");
    }
    if (!place.isLocal && !place.givesRoots)
        words.emplace_back("sslrootcert", systemRoots);
    auto made = std::unique_ptr<PgConnection>(new PgConnection(place, options.timeoutMs, std::move(words)));
    CS_CHECK(made->startNextHost());
    return made;
}

/// The next host that can be begun with.
Status PgConnection::startNextHost()
{
    while (true) {
        const PgPlace::Host& host = m_hosts[m_nextHost++];
        Keywords words = m_words;
        if (m_hosts.size() > 1)
            words.insert(words.end(), {{"host", host.name}, {"hostaddr", host.address}, {"port", host.port}});
        std::vector<const char*> keys, values;
        for (const auto& [key, value] : words) {
            keys.push_back(key.c_str());
            values.push_back(value.c_str());
        }
        keys.push_back(nullptr);
        values.push_back(nullptr);
        m_connection = PQconnectStartParams(keys.data(), values.data(), 1);
        m_wantsToWrite = true;
        m_deadlineMs = steadyMs() + m_timeoutMs / std::ssize(m_hosts);
        if (m_connection == nullptr)
            return fail(couldNot(storeOfflineCode, "There is no memory for a connection."));
        if (PQstatus(m_connection) != CONNECTION_BAD)
            return {};
        Error gone = lost(PQerrorMessage(m_connection));
        if (m_nextHost == m_hosts.size())
            return fail(std::move(gone));
    }
}

Result<std::unique_ptr<PgConnection>> PgConnection::open(const PgPlace& place, const Options& options)
{
    CS_TRY(auto connection, begin(place, options));
    while (true) {
        CS_TRY(const bool up, connection->poll());
        if (up)
            return connection;
        const bool writing = connection->m_wantsToWrite;
        if (Status waited = connection->waitFor(!writing, writing, connection->m_deadlineMs);
            !waited && !connection->isUp())
            return fail(waited.error());
    }
}

Result<bool> PgConnection::poll()
{
    auto up = pollHost();
    if (up || m_nextHost == m_hosts.size() || !hasCode(up.error(), storeOfflineCode))
        return up;
    CS_CHECK(startNextHost());
    return false;
}

Result<bool> PgConnection::pollHost()
{
    // Asked before the socket is ready, libpq would take it for connected and wait for it without an end.
    pollfd item{PQsocket(m_connection), static_cast<short>(m_wantsToWrite ? POLLOUT : POLLIN), 0};
    if (::poll(&item, 1, 0) == 0) {
        if (steadyMs() > m_deadlineMs)
            return fail(lost("it does not answer"));
        return false;
    }
    switch (PQconnectPoll(m_connection)) {
    case PGRES_POLLING_OK:
        CS_CHECK(finishConnecting());
        return true;
    case PGRES_POLLING_FAILED:
        return fail(whyNot());
    case PGRES_POLLING_WRITING:
        m_wantsToWrite = true;
        return false;
    default:
        m_wantsToWrite = false;
        return false;
    }
}

/// The server, or what is between, said no. libpq says why in words alone.
Error PgConnection::whyNot()
{
    const std::string said = PQerrorMessage(m_connection);
    const bool needsPassword = PQconnectionNeedsPassword(m_connection) != 0;
    const bool gavePassword = PQconnectionUsedPassword(m_connection) != 0;
    const auto says = [&](const char* words) { return said.find(words) != std::string::npos; };
    Error gone = lost(said);
    const QStringList place{qs(m_location), pg::firstLine(said)};
    if ((says("certificate") || says("SSL")) && !says("pg_hba.conf"))
        return refused("CS-STORE-TLS",
            "%1 could not prove who it is: %2. Have the server's certificate mended (is it expired, or for another "
            "name?); for an authority of your own add sslrootcert=FILE to the address.",
            place);
    if (says("database \"") && says("does not exist"))
        return refused("CS-STORE-NO-DATABASE", "%1: %2. Ask who runs the server to make it (createdb).", place);
    if (needsPassword)
        return refused("CS-STORE-AUTH",
            "%1 does not let you in: %2. Give the password with \"countersignctl workspace sign-in\", or PGPASSWORD.",
            place);
    if (gavePassword || says("authentication") || says("pg_hba.conf") || says("role \""))
        return refused(
            "CS-STORE-AUTH", "%1 does not let you in: %2. Check user and password with who runs the database.", place);
    return gone;
}

Status PgConnection::finishConnecting()
{
    PQsetnonblocking(m_connection, 1);
    PQsetNoticeProcessor(
        m_connection, [](void*, const char*) {}, nullptr);
    if (Status checked = checkTls(); !checked) {
        PQfinish(std::exchange(m_connection, nullptr));
        return checked;
    }
    // What a search path, a zone or a format of this user could change is set aside.
    CS_CHECK(run("SET search_path = pg_catalog"));
    return {};
}

/// After the fact, whatever environment or service file had their say.
Status PgConnection::checkTls() const
{
    const char* host = PQhost(m_connection);
    const char* address = PQhostaddr(m_connection); // empty for a socket
    if (m_isLocal || (pg::isLoopback(host != nullptr ? host : "") && pg::isLoopback(address != nullptr ? address : "")))
        return {};
    const pg::Words used = pg::wordsOf(PQconninfo(m_connection));
    if (PQsslInUse(m_connection) != 0 && verifies(pg::wordOf(used, "sslmode")))
        return {};
    return fail(refused("CS-STORE-TLS",
        "The connection to %1 is not protected by a verified certificate, and is not used. Set sslmode=verify-full in "
        "the service or the environment.",
        {qs(m_location)}));
}

Status PgConnection::waitFor(bool reading, bool writing, std::int64_t deadlineMs)
{
    const std::int64_t left = deadlineMs - steadyMs();
    if (left <= 0)
        return fail(couldNot(storeOfflineCode, "Time is up."));
    pollfd item{PQsocket(m_connection), static_cast<short>((reading ? POLLIN : 0) | (writing ? POLLOUT : 0)), 0};
    if (::poll(&item, 1, static_cast<int>(left)) < 0 && errno != EINTR)
        return fail(lost(std::strerror(errno)));
    return {};
}

Error PgConnection::refusal(pg_result* result)
{
    const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char* message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const std::string code = state != nullptr ? state : "";
    const QString said = pg::firstLine(message != nullptr ? message : PQresultErrorMessage(result));
    m_state = code;
    if (PQstatus(m_connection) != CONNECTION_OK || code.empty() || code.starts_with("57P") || code.starts_with("08"))
        return lost(utf8(said));
    if (code == "42501")
        return refused("CS-STORE-RIGHTS",
            "%1 does not let you do this: %2. Ask who runs it for GRANT countersign_writer (or countersign_reader) TO "
            "your user.",
            {qs(m_location), said});
    if (code == "25006")
        return couldNot("CS-STORE-STANDBY",
            "%1 is a standby and takes nothing at the moment: a failover is under way. Reading goes on; try again.",
            {qs(m_location)});
    if (code == "55P03")
        return couldNot("CS-STORE-BUSY",
            "Somebody at %1 holds the lock under which entries are appended. Nothing was stored. Try again; if it "
            "stays "
            "so, ask who runs it to look for a session that holds an advisory lock.",
            {qs(m_location)});
    if (code.starts_with("53"))
        return couldNot("CS-STORE-FULL", "%1 has no room left: %2. Nothing was stored.", {qs(m_location), said});
    return couldNot("CS-STORE-SERVER", "%1 refused: %2.", {qs(m_location), said});
}

/// The last of the results of what was sent; all are taken.
// NOLINTNEXTLINE(readability-function-cognitive-complexity): libpq's own order of calls
Result<pg_result*> PgConnection::lastResult(std::int64_t deadlineMs)
{
    for (int unsent = 1; unsent != 0;) {
        unsent = PQflush(m_connection);
        if (unsent < 0)
            return fail(lost(PQerrorMessage(m_connection)));
        if (unsent == 0)
            break;
        if (const Status waited = waitFor(true, true, deadlineMs); !waited)
            return fail(isUp() ? lost("it does not take what is sent") : waited.error());
        if (PQconsumeInput(m_connection) == 0)
            return fail(lost(PQerrorMessage(m_connection)));
    }
    pg_result* last = nullptr;
    while (true) {
        while (PQisBusy(m_connection) != 0) {
            if (const Status waited = waitFor(true, false, deadlineMs); !waited) {
                PQclear(last);
                return fail(isUp() ? lost("it does not answer") : waited.error());
            }
            if (PQconsumeInput(m_connection) == 0) {
                PQclear(last);
                return fail(lost(PQerrorMessage(m_connection)));
            }
        }
        pg_result* next = PQgetResult(m_connection);
        if (next == nullptr)
            return last;
        PQclear(std::exchange(last, next));
    }
}

Result<PgRows> PgConnection::run(const char* sql, std::span<const PgValue> values)
{
    if (!isUp())
        return fail(couldNot(storeOfflineCode, "%1 is not connected.", {qs(m_location)}));
    std::array<Oid, 8> types{};
    std::array<const char*, 8> data{};
    std::array<int, 8> lengths{}, formats{};
    const std::size_t count = std::min(values.size(), types.size());
    for (std::size_t i = 0; i < count; ++i) {
        types[i] = values[i].oid();
        data[i] = values[i].data() ? values[i].data()->data() : nullptr;
        lengths[i] = values[i].data() ? static_cast<int>(values[i].data()->size()) : 0;
        formats[i] = 1;
    }
    if (PQsendQueryParams(
            m_connection, sql, static_cast<int>(count), types.data(), data.data(), lengths.data(), formats.data(), 1)
        == 0)
        return fail(lost(PQerrorMessage(m_connection)));
    CS_TRY(pg_result * result, lastResult(steadyMs() + m_timeoutMs));
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
        return PgRows(result);
    const PgRows owner(result);
    return fail(refusal(result));
}

Status PgConnection::runScript(const std::string& sql)
{
    if (PQsendQuery(m_connection, sql.c_str()) == 0)
        return fail(lost(PQerrorMessage(m_connection)));
    CS_TRY(pg_result * result, lastResult(steadyMs() + m_timeoutMs));
    const PgRows owner(result);
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        return fail(refusal(result));
    return {};
}

bool PgConnection::takeNotices()
{
    if (!isUp())
        return false;
    if (PQconsumeInput(m_connection) == 0) {
        PQfinish(std::exchange(m_connection, nullptr));
        return true; // whoever asks looks, and finds it gone
    }
    bool came = false;
    while (PGnotify* notice = PQnotifies(m_connection)) {
        PQfreemem(notice);
        came = true;
    }
    return came;
}

int PgConnection::serverVersion() const
{
    return isUp() ? PQserverVersion(m_connection) : 0;
}

bool PgConnection::usesTls() const
{
    return isUp() && PQsslInUse(m_connection) != 0;
}

} // namespace cs
