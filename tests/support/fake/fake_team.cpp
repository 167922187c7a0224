// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake/fake_service.h"

namespace cs::fake {

WorkspaceService::Answer<query::StoreOverview> FakeService::storeOverview()
{
    ++overviewCalls;
    query::StoreOverview answered = overview;
    answered.head = headView;
    return answer("storeOverview", answered);
}

WorkspaceService::Answer<query::AlarmView> FakeService::alarmView()
{
    return answer("alarmView", alarm);
}

WorkspaceService::Answer<query::Refilled> FakeService::refill()
{
    ++refillCalls;
    if (!refillWaits) {
        return answer("refill", refilled);
    }
    m_refill = std::make_unique<QPromise<Result<query::Refilled>>>();
    m_refill->start();
    return m_refill->future();
}

void FakeService::finishRefill()
{
    m_refill->addResult(Result<query::Refilled>(refilled));
    m_refill->finish();
    m_refill.reset();
}

void FakeService::cancelRefill()
{
    ++refillCancels;
    if (m_refill) {
        m_refill->addResult(Result<query::Refilled>(
            fail(couldNot("CS-WORKSPACE-STOPPED", "Stopped. What was copied stays; run it again."))));
        m_refill->finish();
        m_refill.reset();
    }
}

WorkspaceService::Answer<query::ProofView> FakeService::readProofText(QString text)
{
    pastedProofs.append(text);
    return answer("readProofText", proofView);
}

} // namespace cs::fake
