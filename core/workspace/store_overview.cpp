// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/store_overview.h"

#include "core/ledger/store/store_files.h"
#include "core/workspace/team.h"

#include <algorithm>

namespace cs::team {
namespace {

constexpr int visitorsMost = 200;

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
    const std::string cache = cacheFolder(environment);
    const EvidenceCache evidence(cache);
    std::vector<Digest> whole;
    for (const BlobInfo& info : evidence.whole())
        whole.push_back(info.digest);
    overview.copyPath = TeamStore::replicaPath(cache, place->location);
    overview.copyBytes = storeFileBytes(overview.copyPath) + evidence.bytes();
    if (const Status asked = askServer(*place, environment, whole, overview); !asked)
        overview.serverOff = utf8(asked.error().message());
}

} // namespace cs::team
