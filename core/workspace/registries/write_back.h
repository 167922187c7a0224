// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/registries/recorder.h"

namespace cs::sync {

/// Brings a registry in step with the ledger: compare, write, read back, record. @source registries.md section 9
class WriteBack final {
public:
    WriteBack(const Request& request, registries::Connector& connector, const OnSession& onSession,
        const Signer& signer, const RegistryOptions& options, Recorder& recorder, std::stop_token stop);
    Status run(Report& report, const std::function<void(std::size_t done, std::size_t total)>& progress);

private:
    struct Task {
        Wish wish;
        Difference difference;
        std::map<std::string, std::string> listed; ///< holder of each alias of the difference when it was listed
        std::set<std::string> conflicts; ///< aliases that somebody put where they are: left alone
        std::int64_t attempt = 1;
        bool inStep = false; ///< nothing to write; only the record of it is missing
    };
    Status plan(Session& session);
    bool isDue(const engine::Registry& registry, Task& task) const;
    void noteConflicts(const engine::Registry& registry, Task& task) const;
    Status compareBefore(Task& task);
    Status carryOut(Task& task, Report& report);
    Result<std::string> write(Task& task);
    bool readsBack(const Task& task, const registries::RemoteVersion& now) const;
    Status record(
        const Task& task, const std::string& result, std::vector<registries::RemoteVersion> standing, Report& report);

    const Request& m_request;
    registries::Connector& m_connector;
    const OnSession& m_onSession;
    const Signer& m_signer;
    const RegistryOptions& m_options;
    Recorder& m_recorder;
    std::stop_token m_stop;
    std::vector<Task> m_tasks;
};

} // namespace cs::sync
