// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/fake_policies.h"

namespace cs::fake {

PolicyService::Answer<query::Simulation> FakePolicies::simulate(Bytes, int range)
{
    days = range;
    if (!simulationWaits)
        return answer("simulate", simulation);
    m_simulation.emplace();
    m_simulation->start();
    Q_EMIT simulationProgress(120, 1284);
    return m_simulation->future();
}

void FakePolicies::cancelSimulation()
{
    ++cancelled;
    if (!m_simulation)
        return;
    m_simulation->addResult(Result<query::Simulation>(fail(couldNot("CS-WORKSPACE-STOPPED", "Stopped."))));
    m_simulation->finish();
    m_simulation.reset();
}

PolicyService::Answer<Appended> FakePolicies::propose(Bytes draft, QString note, QString)
{
    proposed.push_back(std::move(draft));
    notes.push_back(std::move(note));
    return answer("propose", Appended());
}

PolicyService::Answer<Appended> FakePolicies::signOff(
    EntryIndex proposal, QString leaf, QString role, bool reject, QString comment, QString passphrase)
{
    signOffs.push_back({proposal, std::move(leaf), std::move(role), std::move(comment), std::move(passphrase), reject});
    return answer("signOff", Appended());
}

PolicyService::Answer<Appended> FakePolicies::adopt(EntryIndex proposal, QString)
{
    adopted.push_back(proposal);
    return answer("adopt", Appended());
}

PolicyService::Answer<Appended> FakePolicies::withdraw(EntryIndex proposal, QString)
{
    withdrawn.push_back(proposal);
    return answer("withdraw", Appended());
}

} // namespace cs::fake
