// SPDX-License-Identifier: GPL-3.0-or-later
// A workspace on a server: how it stands with it, and what to do about an alarm.
#include "core/workspace/doctor.h"
#include "core/workspace/refill.h"
#include "core/workspace/service_p.h"
#include "core/workspace/store_overview.h"
#include "core/workspace/views/alarm.h"

#include <QElapsedTimer>

namespace cs {
namespace {

constexpr qint64 progressEveryMs = 100;

} // namespace

WorkspaceService::Answer<std::vector<query::StoreCheck>> WorkspaceWorker::examineStore()
{
    auto place = withSession<std::string>([this](Session&) -> Result<std::string> { return m_place; });
    return QtConcurrent::run(&m_registryPool, [this, place]() -> Result<std::vector<query::StoreCheck>> {
        const Result<std::string> location = place.result();
        CS_CHECK(location);
        return team::examine(*location, m_environment, false);
    });
}

WorkspaceService::Answer<query::StoreOverview> WorkspaceWorker::storeOverview()
{
    using Known = std::pair<std::string, query::StoreOverview>;
    auto known = withSession<Known>([this](Session& session) -> Result<Known> {
        query::StoreOverview overview;
        overview.head = session.headView();
        overview.looked = now();
        if (const std::int64_t ago = session.store().link().heardMsAgo; ago >= 0)
            overview.heard = UtcTime(now().ms() - ago);
        return Known(m_place, std::move(overview));
    });
    return QtConcurrent::run(&m_registryPool, [this, known]() -> Result<query::StoreOverview> {
        const Result<Known> found = known.result();
        CS_CHECK(found);
        query::StoreOverview overview = found->second;
        team::lookAtStore(found->first, m_environment, overview);
        return overview;
    });
}

WorkspaceService::Answer<query::AlarmView> WorkspaceWorker::alarmView()
{
    return withSession<query::AlarmView>(
        [](Session& session) -> Result<query::AlarmView> { return views::alarm(session); });
}

/// Beside the session, with a copy and a connection of its own; the session hears of the new entries and compares.
WorkspaceService::Answer<query::Refilled> WorkspaceWorker::refill()
{
    const auto stop = newStop(m_refillStop);
    auto place = withSession<std::string>([this](Session&) -> Result<std::string> { return m_place; });
    return QtConcurrent::run(&m_verifyPool, [this, stop, place]() -> Result<query::Refilled> {
        const Result<std::string> location = place.result();
        CS_CHECK(location);
        CS_TRY(const PgPlace server, PgPlace::parse(*location));
        QElapsedTimer said;
        said.start();
        const auto tell = [this, &said](bool writing) {
            return [this, &said, writing](std::int64_t done, std::int64_t total) {
                if (done < total && said.elapsed() < progressEveryMs)
                    return;
                said.restart();
                Q_EMIT refillProgress(done, total, writing);
            };
        };
        CS_TRY(const team::Filled filled, team::refill(server, m_environment, {}, {tell(false), tell(true)}, stop));
        m_pool.start([this] { poll(); });
        return query::Refilled{filled.lines, filled.texts, filled.evidence};
    });
}

void WorkspaceWorker::cancelRefill()
{
    const std::lock_guard lock(m_stopMutex);
    m_refillStop.request_stop();
}

} // namespace cs
