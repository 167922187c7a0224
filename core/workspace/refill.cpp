// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/refill.h"

#include <QFile>

namespace cs::team {

// NOLINTNEXTLINE(performance-unnecessary-value-param): kept while it is verified and copied
Result<Filled> refill(const PgPlace& place, const Environment& environment, const std::string& source,
    const RefillSteps& steps, std::stop_token stop)
{
    const std::string from = source.empty() ? TeamStore::replicaPath(cacheFolder(environment), place.location) : source;
    if (!QFile::exists(qs(from)))
        return fail(usageError("CS-TEAM-NO-COPY",
            "This desk has no copy of %1. Ask a colleague who has opened it, or give --from BACKUP.",
            {qs(place.location)}));
    CS_CHECK(checkIsOurs(place, environment, from));
    CS_CHECK(prepare(place, environment));
    OpenOptions options;
    options.readOnly = true;
    options.trust = Trust::FirstContact;
    options.progress = steps.verified;
    options.stop = stop;
    Environment quiet = environment;
    quiet.keychain = nullptr;
    quiet.cacheDir.clear(); // no short cut by what was kept: from the first entry on
    CS_TRY(const auto copy, Session::open(from, quiet, options));
    if (const std::string alarm = copy->headView().alarm; !alarm.empty())
        return fail(refused("CS-TEAM-OLD-COPY", "This copy is not what was seen last. %1", {qs(alarm)}));
    CS_TRY(const auto remote, PgLog::open(place, connectOptions(place, environment)));
    CS_TRY(auto filled, fill(*remote, copy->store(), steps.written, stop));
    CS_TRY(const TreeHead given, copy->store().head());
    CS_TRY(const std::int64_t now, remote->size());
    if (now < given.size)
        return fail(refused("CS-TEAM-NOT-KEPT",
            "%1 said that it took everything, and holds %2 entries of %3. Somebody changed its functions: have "
            "resources/postgresql/countersign.sql run again.",
            {qs(place.location), QString::number(now), QString::number(given.size)}));
    CS_TRY(const std::int64_t files, TeamStore::refillEvidence(*remote, cacheFolder(environment)));
    filled.evidence += files;
    return filled;
}

} // namespace cs::team
