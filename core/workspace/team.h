// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/postgres/pg_log.h"
#include "core/ledger/postgres/team_store.h"
#include "core/workspace/session.h"

/// Workspaces on a PostgreSQL server: opening, filling, moving. @source design.md section 4; ledger-events.md section 8
namespace cs::team {

/// The store of a location: a file, or a server with this user's replica. @param asStored as OpenOptions says
Result<std::unique_ptr<LogStore>> openStore(
    const std::string& location, const Environment& environment, bool readOnly, bool asStored = false);

/// What is to be verified: a file, or this user's verified copy with what the server says beside it. A server that
/// does not hold it any more is named in @p alarm.
Result<std::unique_ptr<LogStore>> openToVerify(
    const std::string& location, const Environment& environment, std::string& alarm);

/// Where this user's replicas and evidence are.
std::string cacheFolder(const Environment& environment);

/// Is a copy of the workspace that was opened at this place before, if any was? @returns CS-TEAM-OTHER-WORKSPACE, and
/// CS-STORE-… for a file that cannot be read.
Status checkIsOurs(const PgPlace& place, const Environment& environment, const std::string& copy);

/// Where the password of a server's user lies in the keychain.
std::string passwordKey(const PgPlace& place);
/// What a connection of this user is made with: the password of the keychain, where that is open and has one.
PgConnection::Options connectOptions(const PgPlace& place, const Environment& environment);

/// What was copied, and what this side did not have.
struct Filled {
    std::int64_t lines = 0, texts = 0, evidence = 0;
};
using FillProgress = std::function<void(std::int64_t done, std::int64_t total)>;

/// Appends to a server what @p source has and it lacks: the same bytes at the same places. A server whose lines are
/// other ones is left alone. Whatever it was stopped at, running it again goes on from there.
/// @returns CS-TEAM-OTHER where the server holds another history or another workspace, CS-STORE-….
Result<Filled> fill(
    RemoteLog& remote, const LogStore& source, const FillProgress& progress = {}, std::stop_token stop = {});

/// The same into an empty file.
Result<Filled> copyInto(LogStore& target, const LogStore& source);

/// Prepares a database, where this user may: schema, functions and roles. Nothing happens where it is done already.
Status prepare(const PgPlace& place, const Environment& environment);
/// The script that prepare() runs, for an administrator who would rather read it first.
Result<std::string> script();

} // namespace cs::team
