// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/doctor.h"

#include "core/workspace/team.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <cstdlib>

namespace cs::team {
namespace {

constexpr std::int64_t clockMostMs = std::int64_t{5} * 60'000; // law 13
constexpr std::int64_t clockWarnMs = 30'000;
constexpr qint64 diskLeast = qint64{200} << 20U, diskWarn = qint64{1} << 30U;

using State = Check::State;

/// An error says its remedy itself.
Check bad(const char* name, const Error& error)
{
    return {name, State::Bad, utf8(error.message()), {}};
}

Check rightsOf(PgConnection& connection)
{
    const auto rows = connection.run(
        "SELECT has_schema_privilege('countersign', 'USAGE'), "
        "has_function_privilege('countersign.append(bigint, bytea[], bytea[], bytea[])', 'EXECUTE'), "
        "has_table_privilege('countersign.entry', 'UPDATE') OR has_table_privilege('countersign.entry', 'DELETE') "
        "OR has_table_privilege('countersign.entry', 'TRUNCATE') OR has_table_privilege('countersign.entry', "
        "'INSERT'), "
        "pg_is_in_recovery()");
    if (!rows)
        return bad("rights", rows.error());
    if (rows->boolean(0, 3))
        return {"rights", State::Warning, "The server is a standby: it can be read, and takes nothing.",
            "Wait for the failover, or name the primary server in the address."};
    if (!rows->boolean(0, 1))
        return {"rights", State::Warning, "This user may read, and may not append.",
            "To sign, have the administrator run: GRANT countersign_writer TO your user."};
    if (rows->boolean(0, 2))
        return {"rights", State::Warning,
            "This user could write, edit or delete lines by hand: it owns the tables, or was granted too much.",
            "Sign with a user who has countersign_writer alone; everybody would notice an edit, but nobody needs to "
            "be able to make one."};
    return {"rights", State::Good, "This user may read and append, and nothing else.", {}};
}

Check appendOnlyOf(PgConnection& connection)
{
    const auto rows =
        connection.run("SELECT count(*) FROM pg_catalog.pg_trigger WHERE tgrelid = 'countersign.entry'::regclass "
                       "AND tgname = 'entry_append_only' AND tgenabled = 'O'");
    if (!rows)
        return bad("append only", rows.error());
    if (rows->integer(0, 0) == 1)
        return {"append only", State::Good, "The table of entries refuses edits.", {}};
    return {"append only", State::Warning, "The trigger that refuses edits is gone or switched off.",
        "Ask the administrator why; running countersign.sql again puts it back. Edits would be found in any case."};
}

Check clockOf(PgConnection& connection, UtcTime own)
{
    const auto rows = connection.run("SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint");
    if (!rows)
        return bad("clock", rows.error());
    const std::int64_t apart = own.ms() - rows->integer(0, 0);
    const std::string by =
        std::to_string(std::abs(apart) / 1000) + " seconds " + (apart < 0 ? "behind" : "ahead of") + " the server's";
    if (std::abs(apart) < clockWarnMs)
        return {"clock", State::Good, "This computer's clock agrees with the server's.", {}};
    return {"clock", std::abs(apart) < clockMostMs ? State::Warning : State::Bad, "This clock is " + by + ".",
        "Set it by the network (timedatectl set-ntp true): entries dated more than five minutes apart are refused."};
}

Check keychainOf(const Environment& environment, bool serviceKey)
{
    if (serviceKey)
        return {"keychain", State::Good, "A service's key file is used; no keychain is needed.", {}};
    if (environment.keychain == nullptr)
        return {"keychain", State::Bad, "There is no keychain.", "Install gnome-keyring or KWallet."};
    const KeychainDiagnosis diagnosis = environment.keychain->diagnose();
    if (diagnosis.state == KeychainState::Ready)
        return {"keychain", State::Good, "The keychain is open: " + diagnosis.backend + ".", {}};
    Check check = bad("keychain", diagnosis.error());
    if (diagnosis.state == KeychainState::Locked)
        check.state = State::Warning;
    return check;
}

Check diskOf(const std::string& folder)
{
    QString place = qs(folder);
    while (!QFileInfo::exists(place) && place.size() > 1)
        place = QFileInfo(place).path();
    const QStorageInfo disk(place);
    const qint64 left = disk.bytesAvailable();
    const std::string size = std::to_string(left >> 20U) + " MB";
    if (left >= diskWarn)
        return {"disk", State::Good, size + " are left for the replica and its cache.", {}};
    return {"disk", left >= diskLeast ? State::Warning : State::Bad,
        "Only " + size + " are left in " + utf8(place) + ".",
        "Make room: a replica that cannot be written stops at what it has."};
}

void examineServer(std::vector<Check>& checks, const std::string& location, const Environment& environment)
{
    const auto place = PgPlace::parse(location);
    if (!place) {
        checks.push_back(bad("connection", place.error()));
        return;
    }
    const auto log = PgLog::open(*place, connectOptions(*place, environment));
    if (!log) {
        checks.push_back(bad("connection", log.error()));
        return;
    }
    PgConnection& connection = *(*log)->connection();
    checks.push_back({"connection", State::Good,
        place->location + " answers: PostgreSQL " + std::to_string(connection.serverVersion() / 10'000) + ", "
            + (connection.usesTls() ? "over TLS." : "on this computer."),
        {}});
    checks.push_back(rightsOf(connection));
    checks.push_back(appendOnlyOf(connection));
    checks.push_back(clockOf(connection, environment.clock->now()));
}

} // namespace

std::vector<Check> examine(const std::string& location, const Environment& environment, bool serviceKey)
{
    std::vector<Check> checks;
    if (isPgUrl(location))
        examineServer(checks, location, environment);
    checks.push_back(keychainOf(environment, serviceKey));
    checks.push_back(
        diskOf(isPgUrl(location) ? cacheFolder(environment) : utf8(QFileInfo(qs(location)).absolutePath())));
    return checks;
}

} // namespace cs::team
