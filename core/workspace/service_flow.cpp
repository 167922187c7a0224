// SPDX-License-Identifier: GPL-3.0-or-later
// The stage-gate picture, proposing, revising.
#include "core/workspace/service_p.h"
#include "core/workspace/views/flow.h"

namespace cs {

WorkspaceService::Answer<query::FlowView> WorkspaceWorker::flow(query::FlowFilter filter)
{
    return withState<query::FlowView>([this, filter = std::move(filter)](Session& session) -> Result<query::FlowView> {
        return views::flow(session, filter, m_me, now());
    });
}

WorkspaceService::Answer<query::FlowPace> WorkspaceWorker::flowPace(query::FlowFilter filter)
{
    return withState<query::FlowPace>([this, filter = std::move(filter)](Session& session) -> Result<query::FlowPace> {
        return views::flowPace(session, filter, now());
    });
}

WorkspaceService::Answer<query::ProposalView> WorkspaceWorker::proposals(VersionId version)
{
    return withState<query::ProposalView>([this, version](Session& session) {
        std::optional<PublicKey> key;
        if (m_me.isValid())
            if (const auto own = ownKey(m_me))
                key = *own;
        return views::proposals(session, version, m_me, key, now());
    });
}

WorkspaceService::Answer<Appended> WorkspaceWorker::propose(commands::ProposeRequest request, QString passphrase)
{
    return withSession<Appended>([this, request = std::move(request), passphrase](Session& session) {
        return signDraft(commands::propose(session, m_me, request), passphrase);
    });
}

WorkspaceService::Answer<Appended> WorkspaceWorker::revise(PromotionId promotion, QString text, QString passphrase)
{
    return withSession<Appended>([this, promotion, text, passphrase](Session& session) {
        return signDraft(commands::revise(session, promotion, utf8(text)), passphrase);
    });
}

} // namespace cs
