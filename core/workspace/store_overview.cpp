// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/store_overview.h"

#include "core/workspace/team.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <map>

namespace cs::team {
namespace {

constexpr int visitorsMost = 200;

/// Evidence of which every piece lies here. Pieces are named DIGEST.BYTES.N.
std::vector<Digest> wholeEvidence(const std::string& folder, std::int64_t& bytes)
{
    std::map<QString, std::int64_t> held; // DIGEST.BYTES, by what its pieces hold
    for (const QFileInfo& piece : QDir(qs(folder)).entryInfoList(QDir::Files)) {
        bytes += piece.size();
        held[piece.fileName().section(QLatin1Char('.'), 0, 1)] += piece.size();
    }
    std::vector<Digest> whole;
    for (const auto& [name, size] : held)
        if (const auto digest = Digest::fromHex(utf8(name.section(QLatin1Char('.'), 0, 0)));
            digest && name.section(QLatin1Char('.'), 1, 1).toLongLong() == size)
            whole.push_back(*digest);
    return whole;
}

std::int64_t fileBytes(const std::string& path)
{
    std::int64_t bytes = 0;
    for (const char* end : {"", "-wal"})
        bytes += QFileInfo(qs(path + end)).size();
    return bytes;
}

/// Names and programs of others are shown to every user of the database; what they do is not, and is not asked.
constexpr const char* question =
    "SELECT s.tables, s.files, s.bytes, s.here, s.me, a.usename, a.application_name, a.connections FROM ("
    "SELECT (pg_total_relation_size('countersign.entry') + pg_total_relation_size('countersign.blob') "
    "+ pg_total_relation_size('countersign.chunk'))::bigint AS tables, count(b.digest) AS files, "
    "coalesce(sum(b.bytes), 0)::bigint AS bytes, count(b.digest) FILTER (WHERE b.digest = ANY($1)) AS here, "
    "current_user::text AS me FROM (SELECT digest, bytes FROM countersign.blob WHERE sealed AND class = 'evidence') b"
    ") s LEFT JOIN (SELECT usename::text, application_name::text, count(*) AS connections FROM pg_stat_activity "
    "WHERE datname = current_database() AND usename IS NOT NULL AND pid <> pg_backend_pid() "
    "GROUP BY 1, 2 ORDER BY 1, 2 LIMIT $2) a ON true";

Status askServer(const PgPlace& place, const Environment& environment, const std::vector<Digest>& whole,
    query::StoreOverview& overview)
{
    CS_TRY(const auto log, PgLog::open(place, connectOptions(place, environment)));
    std::vector<std::string_view> digests;
    for (const Digest& digest : whole)
        digests.push_back(digest.bytes());
    CS_TRY(const PgRows rows,
        log->connection()->run(
            question, {PgValue::bytesArray(digests), PgValue(static_cast<std::int64_t>(visitorsMost))}));
    for (int row = 0; row < rows.count(); ++row) {
        overview.serverBytes = rows.integer(row, 0);
        overview.evidence = rows.integer(row, 1);
        overview.evidenceBytes = rows.integer(row, 2);
        overview.evidenceHere = rows.integer(row, 3);
        if (rows.isNull(row, 5))
            continue;
        query::StoreVisitor visitor;
        visitor.user = rows.bytes(row, 5);
        visitor.program = rows.bytes(row, 6);
        visitor.connections = rows.integer(row, 7);
        visitor.me = rows.bytes(row, 4) == rows.bytes(row, 5);
        overview.visitors.push_back(std::move(visitor));
    }
    std::ranges::stable_partition(overview.visitors, [](const query::StoreVisitor& visitor) { return visitor.me; });
    return {};
}

} // namespace

void lookAtStore(const std::string& location, const Environment& environment, query::StoreOverview& overview)
{
    const auto place = PgPlace::parse(location);
    if (!place) {
        overview.serverOff = utf8(place.error().message());
        return;
    }
    const std::string cache = environment.cacheDir.empty() ? environment.stateDir : environment.cacheDir;
    overview.copyPath = TeamStore::replicaPath(cache, place->location);
    std::int64_t evidenceBytes = 0;
    const std::vector<Digest> whole = wholeEvidence(cache + "/evidence", evidenceBytes);
    overview.copyBytes = fileBytes(overview.copyPath) + evidenceBytes;
    if (const Status asked = askServer(*place, environment, whole, overview); !asked)
        overview.serverOff = utf8(asked.error().message());
}

} // namespace cs::team
