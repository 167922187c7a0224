// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/registries/write_back.h"

#include <algorithm>

namespace cs::sync {
namespace {

using registries::RemoteVersion;

/// A registry that says no is asked again at the next runs, but not for ever.
constexpr std::int64_t attemptsMax = 5;

bool endsTheRun(const Error& error)
{
    return error.failure() == Failure::CouldNot || error.code() == u"CS-REGISTRY-CERTIFICATE"
        || error.code() == u"CS-REGISTRY-REDIRECT";
}

} // namespace

WriteBack::WriteBack(const Request& request, registries::Connector& connector, const OnSession& onSession,
    const Signer& signer, const RegistryOptions& options, Recorder& recorder, std::stop_token stop)
    : m_request(request)
    , m_connector(connector)
    , m_onSession(onSession)
    , m_signer(signer)
    , m_options(options)
    , m_recorder(recorder)
    , m_stop(std::move(stop))
{
}

/// Once in step, always left alone: what is different afterwards somebody did, and it becomes a finding.
bool WriteBack::isDue(const engine::Registry& registry, Task& task) const
{
    const engine::Registry::Write* last = lastWrite(registry, task.wish);
    if (last == nullptr) {
        task.inStep = task.difference.empty();
        return true;
    }
    task.attempt = last->event.attempt + 1;
    if (last->event.result == "ok")
        return m_request.repair && !task.difference.empty();
    return m_request.repair || last->event.attempt < attemptsMax;
}

Status WriteBack::plan(Session& session)
{
    m_recorder.refresh(session.state());
    const auto& registry = session.state().registries.at(m_request.registry);
    CS_TRY(const Desired all, desired(session, m_options, m_recorder.known()));
    std::set<std::string> managed;
    for (const auto& [stage, alias] : m_options.aliases)
        managed.insert(alias);
    for (const Wish& wish : all.wishes) {
        const auto seen = m_recorder.seen().find({wish.name, wish.version});
        if (seen == m_recorder.seen().end())
            continue; // gone from the registry: a finding, and nothing to write to
        Task task{wish, difference(wish, all, managed, &seen->second), {}, {}, 1, false};
        if (!isDue(registry, task))
            continue;
        noteConflicts(registry, task);
        m_tasks.push_back(std::move(task));
    }
    return {};
}

/// A rollback is never slower than harm (law 10): it takes the alias whoever put it where it is.
void WriteBack::noteConflicts(const engine::Registry& registry, Task& task) const
{
    const bool yields = !task.wish.rolledBack && !m_request.repair;
    for (const auto* aliases : {&task.difference.set, &task.difference.remove})
        for (const auto& alias : *aliases) {
            const std::string holder = listedHolder(m_recorder.seen(), task.wish.name, alias);
            task.listed[alias] = holder;
            if (yields && !holder.empty() && putByHand(registry, task.wish, holder))
                task.conflicts.insert(alias);
        }
}

/// Reading a large registry takes minutes: what moved meanwhile is somebody's doing as well.
Status WriteBack::compareBefore(Task& task)
{
    if (task.listed.empty() || task.wish.rolledBack || m_request.repair)
        return {};
    CS_TRY(const auto model, m_connector.model(task.wish.name, m_stop));
    for (const auto& [alias, listed] : task.listed) {
        const auto now = model.aliases.find(alias);
        const std::string holder = now == model.aliases.end() ? std::string() : now->second;
        if (holder != listed && holder != task.wish.version)
            task.conflicts.insert(alias);
    }
    return {};
}

Status WriteBack::run(Report& report, const std::function<void(std::size_t, std::size_t)>& progress)
{
    CS_CHECK(m_onSession([this](Session& session) { return plan(session); }));
    for (std::size_t i = 0; i < m_tasks.size(); ++i) {
        progress(i, m_tasks.size());
        CS_CHECK(carryOut(m_tasks[i], report));
    }
    return {};
}

/// Stamps first: who deploys by the alias finds them there.
Result<std::string> WriteBack::write(Task& task)
{
    const Wish& wish = task.wish;
    CS_CHECK(compareBefore(task));
    for (const auto& [key, value] : task.difference.stamps)
        CS_CHECK(m_connector.setTag(wish.name, wish.version, key, value, m_stop));
    for (const auto& alias : task.difference.remove)
        if (!task.conflicts.contains(alias))
            CS_CHECK(m_connector.removeAlias(wish.name, alias, m_stop));
    for (const auto& alias : task.difference.set)
        if (!task.conflicts.contains(alias))
            CS_CHECK(m_connector.setAlias(wish.name, alias, wish.version, m_stop));
    return std::string(task.conflicts.empty() ? "ok" : "conflict");
}

bool WriteBack::readsBack(const Task& task, const RemoteVersion& now) const
{
    const auto stamps = stampsOf(now);
    return std::ranges::includes(now.aliases, task.wish.aliases)
        && std::ranges::none_of(task.difference.remove, [&](const auto& alias) { return now.aliases.contains(alias); })
        && std::ranges::all_of(task.wish.stamps, [&](const auto& stamp) {
               const auto there = stamps.find(stamp.first);
               return there != stamps.end() && there->second == stamp.second;
           });
}

Status WriteBack::carryOut(Task& task, Report& report)
{
    const Wish& wish = task.wish;
    std::string result = "ok";
    if (!task.inStep) {
        auto written = write(task);
        if (!written && endsTheRun(written.error()))
            return fail(written.error());
        result = written ? *written : "refused";
    }
    std::vector<RemoteVersion> standing;
    auto now = m_connector.version(wish.name, wish.version, m_stop);
    if (!now && endsTheRun(now.error()))
        return fail(now.error());
    if (result == "ok" && (!now || !readsBack(task, *now)))
        result = "conflict";
    if (now)
        standing.push_back(*std::move(now));
    // Those that lost an alias to it.
    for (const auto& [alias, holder] : task.listed)
        if (!holder.empty() && holder != wish.version)
            if (auto other = m_connector.version(wish.name, holder, m_stop))
                standing.push_back(*std::move(other));
    return record(task, result, std::move(standing), report);
}

Status WriteBack::record(
    const Task& task, const std::string& result, std::vector<RemoteVersion> standing, Report& report)
{
    const Wish& wish = task.wish;
    events::RegistryWritten event;
    event.registry = m_request.registry;
    event.name = wish.name;
    event.version = wish.version;
    event.cause = wish.cause;
    for (const auto& alias : wish.aliases)
        event.desired.alias[alias] = wish.version;
    for (const auto& alias : task.difference.remove)
        event.desired.alias[alias] = "";
    event.desired.tags = wish.stamps;
    event.result = result;
    event.attempt = task.attempt;
    const auto submit = [&](Session& session) -> Status {
        CS_CHECK(session.submit(event, m_signer));
        return {};
    };
    CS_CHECK(m_onSession(submit));
    ++(result == "ok" ? report.writesOk : result == "refused" ? report.writesRefused : report.writesConflict);
    std::vector<Found> changed;
    for (RemoteVersion& version : standing) {
        m_recorder.see(version);
        changed.push_back({std::move(version), std::nullopt});
    }
    return m_recorder.record(m_onSession, &m_signer, changed, report);
}

} // namespace cs::sync
