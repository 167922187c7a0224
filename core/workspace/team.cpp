// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/team.h"

#include "core/ledger/entry.h"
#include "core/ledger/merkle.h"
#include "core/ledger/store/pin.h"
#include "core/ledger/store/sqlite_log_store.h"
#include "core/ledger/store/store_files.h"

#include <QFile>

#include <algorithm>
#include <array>

/// Outside of namespaces, as the macro demands: the resources stand in a static library.
static void initScripts()
{
    Q_INIT_RESOURCE(core);
}

namespace cs::team {
namespace {

constexpr std::size_t linesAtOnce = 1U << 20U; // bytes
constexpr int blobsAtOnce = 500;

Error otherHistory(const RemoteLog& remote, std::int64_t entry)
{
    return refused("CS-TEAM-OTHER",
        "%1 holds another history from entry %2 on. Nothing was changed. Fill an empty database, or have its "
        "administrator set this one aside.",
        {qs(remote.location()), QString::number(entry)})
        .withEntry(entry);
}

Error stopped()
{
    return couldNot("CS-WORKSPACE-STOPPED", "Stopped. What was copied stays; run it again.");
}

/// Is what both hold the same? Line by line: this is the moment to be sure. @returns how much the server holds.
Result<std::int64_t> commonPart(RemoteLog& remote, const LogStore& source, std::int64_t own)
{
    CS_TRY(const std::int64_t there, remote.size());
    for (std::int64_t at = 0; at < std::min(there, own);) {
        CS_TRY(const auto lines, remote.read(at, linesAtOnce));
        if (lines.empty())
            return fail(otherHistory(remote, at));
        for (const std::string& line : lines) {
            if (at >= own)
                break;
            CS_TRY(const Digest leaf, source.node(0, at));
            if (leaf != leafHash(line))
                return fail(otherHistory(remote, at));
            ++at;
        }
    }
    return there;
}

/// The texts first: an entry must never name what the store does not have. @param target a server or a file
template <class Target>
Status copyBlobs(Target& target, const LogStore& source, Filled& filled, const std::stop_token& stop)
{
    std::optional<Digest> after;
    while (true) {
        CS_TRY(const auto blobs, source.listBlobs(after, blobsAtOnce));
        for (const BlobInfo& info : blobs) {
            after = info.digest;
            if (stop.stop_requested())
                return fail(stopped());
            CS_TRY(const bool wanted, target.beginBlob(info));
            if (!wanted)
                continue;
            const std::int64_t pieces = (info.bytes + std::int64_t(chunkBytes) - 1) / std::int64_t(chunkBytes);
            for (std::int64_t n = 0; n < pieces; ++n) {
                CS_TRY(const Bytes chunk, source.getChunk(info.digest, n));
                CS_CHECK(target.putChunk(info.digest, n, chunk));
            }
            CS_CHECK(target.sealBlob(info.digest));
            ++(info.blobClass == BlobClass::Evidence ? filled.evidence : filled.texts);
        }
        if (std::ssize(blobs) < blobsAtOnce)
            return {};
    }
}

/// @param from how much the target holds already
template <class Target>
Result<Filled> copy(Target& target, std::int64_t from, const LogStore& source, const FillProgress& progress,
    const std::stop_token& stop)
{
    Filled filled;
    CS_CHECK(copyBlobs(target, source, filled, stop));
    CS_TRY(const TreeHead own, source.head());
    for (std::int64_t at = from; at < own.size;) {
        if (stop.stop_requested())
            return fail(stopped());
        CS_TRY(const auto lines, source.read(at, linesAtOnce));
        if (lines.empty())
            return fail(couldNot(
                "CS-STORE-DAMAGED", "Entry %1 is missing in %2.", {QString::number(at), qs(source.location())}));
        CS_CHECK(target.append(at, lines, {}));
        at += std::ssize(lines);
        filled.lines += std::ssize(lines);
        if (progress)
            progress(at, own.size);
    }
    return filled;
}

} // namespace

// NOLINTNEXTLINE(performance-unnecessary-value-param): kept while it is copied
Result<Filled> fill(RemoteLog& remote, const LogStore& source, const FillProgress& progress, std::stop_token stop)
{
    CS_TRY(const TreeHead own, source.head());
    CS_TRY(const std::int64_t there, commonPart(remote, source, own.size));
    return copy(remote, there, source, progress, stop);
}

Result<Filled> copyInto(LogStore& target, const LogStore& source)
{
    return copy(target, 0, source, {}, {});
}

std::string cacheFolder(const Environment& environment)
{
    return environment.cacheDir.empty() ? environment.stateDir : environment.cacheDir;
}

std::string passwordKey(const PgPlace& place)
{
    return "store " + place.location + " " + place.user;
}

PgConnection::Options connectOptions(const PgPlace& place, const Environment& environment)
{
    PgConnection::Options options;
    options.program = environment.program;
    // A locked keychain would ask its user, and most servers of one's own computer want no password at all.
    if (environment.keychain == nullptr || environment.keychain->diagnose().state != KeychainState::Ready)
        return options;
    if (const auto kept = environment.keychain->read(passwordKey(place)); kept && *kept)
        options.password = **kept;
    return options;
}

Status checkIsOurs(const PgPlace& place, const Environment& environment, const std::string& copy)
{
    CS_TRY(const auto held, PinStore(environment.stateDir, nullptr).held(place.location));
    CS_TRY(const auto store, SqliteLogStore::open(copy, SqliteLogStore::Mode::ReadOnly));
    CS_TRY(const auto lines, store->read(0, 1));
    if (!held || lines.empty() || workspaceIdOf(lines.front()) == *held)
        return {};
    return fail(refused("CS-TEAM-OTHER-WORKSPACE",
        "%1 is a copy of workspace %2, and you had workspace %3 at %4. Nothing was changed.",
        {qs(copy), qs(workspaceIdOf(lines.front())), qs(*held), qs(place.location)}));
}

namespace {

/// A file of the cache that cannot be read, or that is of another workspace than the one that stood here.
bool isUnfit(const std::string& replica, const PgPlace& place, const Environment& environment)
{
    const Status ours = checkIsOurs(place, environment, replica);
    return !ours
        && std::ranges::any_of(std::array{"CS-TEAM-OTHER-WORKSPACE", "CS-STORE-DAMAGED", "CS-STORE-NOT-LEDGER",
                                   "CS-STORE-FOREIGN", "CS-LEDGER-NODE"},
            [&](const char* code) { return hasCode(ours.error(), code); });
}

/// Everything is fetched again, and the pin still knows what was seen; an unfit copy is kept beside for who wonders.
void setAsideIfUnfit(const std::string& replica, const PgPlace& place, const Environment& environment)
{
    if (!QFile::exists(qs(replica)) || !isUnfit(replica, place, environment))
        return;
    const std::string aside = replica + ".unfit-" + toHex(environment.random(4));
    (void)moveStoreFiles(replica, aside); // where it stays, opening it says what is wrong
}

Result<std::unique_ptr<TeamStore>> openTeamStore(
    const std::string& location, const Environment& environment, TeamStore::Options options)
{
    CS_TRY(const PgPlace place, PgPlace::parse(location));
    CS_TRY(auto remote, PgLog::openOrLater(place, connectOptions(place, environment)));
    options.cacheDir = cacheFolder(environment);
    options.evidenceDir = environment.stateDir + "/alarms";
    if (remote->isUp() && !options.aside)
        setAsideIfUnfit(TeamStore::replicaPath(options.cacheDir, place.location), place, environment);
    return TeamStore::open(std::move(remote), options);
}

} // namespace

Result<std::unique_ptr<LogStore>> openStore(
    const std::string& location, const Environment& environment, bool readOnly, bool asStored)
{
    if (!isPgUrl(location)) {
        const auto mode = readOnly ? SqliteLogStore::Mode::ReadOnly : SqliteLogStore::Mode::ReadWrite;
        CS_TRY(auto file, SqliteLogStore::open(location, mode));
        return std::unique_ptr<LogStore>(std::move(file));
    }
    TeamStore::Options options;
    options.readOnly = readOnly;
    options.aside = asStored;
    CS_TRY(auto store, openTeamStore(location, environment, std::move(options)));
    return std::unique_ptr<LogStore>(std::move(store));
}

Result<std::unique_ptr<LogStore>> openToVerify(
    const std::string& location, const Environment& environment, std::string& alarm)
{
    if (!isPgUrl(location))
        return openStore(location, environment, true);
    TeamStore::Options options;
    options.readOnly = true;
    options.verifiedOnly = true;
    CS_TRY(
        auto store, openTeamStore(location, environment, std::move(options))); // compares, where the server is reached
    if (const auto found = store->alarm())
        alarm = store->location() + " stands at " + found->found.text() + " and does not hold this from entry "
            + std::to_string(found->entry) + " on.";
    return std::unique_ptr<LogStore>(std::move(store));
}

Result<std::string> script()
{
    initScripts();
    QFile file(QStringLiteral(":/postgresql/countersign.sql"));
    if (!file.open(QIODevice::ReadOnly))
        return fail(couldNot("CS-TEAM-SCRIPT", "The script for the database is not part of this program."));
    return file.readAll().toStdString();
}

Status prepare(const PgPlace& place, const Environment& environment)
{
    const PgConnection::Options options = connectOptions(place, environment);
    const auto ready = PgLog::open(place, options);
    if (ready)
        return {};
    if (!hasCode(ready.error(), "CS-STORE-NO-SCHEMA"))
        return fail(ready.error());
    CS_TRY(const std::string text, script());
    Status installed = PgLog::install(place, options, text);
    if (!installed && hasCode(installed.error(), "CS-STORE-RIGHTS"))
        return fail(ready.error()); // it says what the administrator has to do
    return installed;
}

} // namespace cs::team
