// SPDX-License-Identifier: GPL-3.0-or-later
// What a decision of the administrators does to what is there already: a corrected clock gives every entry its time
// anew, and a compromised key takes its signatures along. @source ledger-events.md sections 2 and 4
#include "core/engine/apply/scope.h"

#include <algorithm>

namespace cs::engine {
namespace {

class Restamp {
public:
    explicit Restamp(std::vector<std::int64_t> times)
        : m_times(std::move(times))
    {
    }
    void operator()(Stamp& stamp) const
    {
        if (stamp.index >= 0)
            stamp.time = UtcTime(m_times[static_cast<std::size_t>(stamp.index)]);
    }
    void operator()(std::optional<Stamp>& stamp) const
    {
        if (stamp)
            (*this)(*stamp);
    }
    template <class List> void stampsOf(List& list) const
    {
        for (auto& item : list)
            (*this)(item.stamp);
    }
    void workspace(LedgerState& state) const
    {
        for (auto& [id, actor] : state.actors)
            for (Assignment& assignment : actor.assignments) {
                (*this)(assignment.effect);
                (*this)(assignment.ended);
            }
        stampsOf(state.anchors);
        for (Delegation& delegation : state.delegations)
            (*this)(delegation.given);
        for (auto& [index, policyCase] : state.policyCases) {
            (*this)(policyCase.proposed);
            stampsOf(policyCase.signOffs);
        }
    }
    void models(LedgerState& state) const
    {
        for (auto& [id, finding] : state.findings) {
            (*this)(finding.opened);
            (*this)(finding.closed);
        }
        for (auto& [endpoint, drills] : state.drills)
            stampsOf(drills);
        for (auto& [id, registry] : state.registries) {
            for (auto& [name, observation] : registry.latest)
                (*this)(observation.stamp);
            stampsOf(registry.writes);
        }
        for (auto& [id, model] : state.models) {
            (*this)(model.registered);
            for (const VersionId versionId : model.versions)
                if (Version* row = state.versions.edit(versionId.index())) {
                    version(*row);
                    for (const PromotionId promotionId : row->promotions)
                        if (Promotion* open = state.promotions.edit(promotionId.index()))
                            promotion(*open);
                }
        }
    }

private:
    void version(Version& version) const
    {
        (*this)(version.registered);
        stampsOf(version.stages);
        for (EvidenceItem& item : version.evidence) {
            (*this)(item.attached);
            (*this)(item.withdrawn);
        }
        stampsOf(version.results);
        stampsOf(version.records);
        stampsOf(version.rollbackIntents);
        for (RollbackRecord& rollback : version.rollbacks) {
            (*this)(rollback.stamp);
            (*this)(rollback.remedied);
        }
    }
    void promotion(Promotion& promotion) const
    {
        for (Stamp* stamp : {&promotion.proposed, &promotion.roundStarted})
            (*this)(*stamp);
        (*this)(promotion.ended);
        for (RecordedDecision& decision : promotion.decisions) {
            (*this)(decision.stamp);
            (*this)(decision.withdrawn);
        }
        stampsOf(promotion.comments);
        stampsOf(promotion.regressions);
        stampsOf(promotion.breakGlass);
        stampsOf(promotion.breakGlassReviews);
        stampsOf(promotion.canary.steps);
        stampsOf(promotion.canary.windows);
        stampsOf(promotion.canary.breaches);
    }
    std::vector<std::int64_t> m_times;
};

/// What was signed with a key from an entry on.
struct Signed {
    const PublicKey& key;
    ActorId owner;
    EntryIndex since, until;
    bool at(EntryIndex index) const { return index >= since && index <= until; }
    bool by(const PublicKey& other, EntryIndex index) const { return other == key && at(index); }
    bool by(ActorId actor, EntryIndex index) const { return actor == owner && at(index); }
};

bool restsOn(const Promotion& promotion, const Signed& bad)
{
    if (promotion.status != PromotionStatus::Executed)
        return false;
    return bad.by(promotion.proposer, promotion.proposed.index) || bad.by(promotion.endedBy, promotion.ended->index)
        || std::any_of(promotion.decisions.begin(), promotion.decisions.end(),
            [&](const RecordedDecision& decision) { return bad.by(decision.key, decision.stamp.index); });
}

bool restsOn(const LedgerState& state, const Version& version, const Signed& bad)
{
    return std::any_of(version.results.begin(), version.results.end(), [&](const ReportedResult& result) {
        return bad.by(result.key, result.stamp.index);
    }) || std::any_of(version.records.begin(), version.records.end(), [&](const FiledRecord& record) {
        return bad.by(record.author, record.stamp.index);
    }) || std::any_of(version.evidence.begin(), version.evidence.end(), [&](const EvidenceItem& item) {
        return bad.by(item.author, item.attached.index);
    }) || std::any_of(version.promotions.begin(), version.promotions.end(), [&](PromotionId id) {
        const Promotion* promotion = state.promotions.find(id.index());
        return promotion != nullptr && restsOn(*promotion, bad);
    });
}

bool restsOn(const Model& model, const Signed& bad)
{
    const auto setByBad = [&](const auto& row) { return bad.by(row.second.key, row.second.index); };
    return std::any_of(model.tagsBy.begin(), model.tagsBy.end(), setByBad)
        || std::any_of(model.describedBy.begin(), model.describedBy.end(), setByBad);
}

bool authorityRestsOn(const LedgerState& state, const Signed& bad, EntryIndex now)
{
    for (const auto& [index, policyCase] : state.policyCases)
        if (policyCase.adoptedAt
            && (bad.by(policyCase.proposer, index)
                || std::any_of(policyCase.signOffs.begin(), policyCase.signOffs.end(),
                    [&](const auto& signOff) { return bad.by(signOff.actor, signOff.stamp.index); })))
            return true;
    for (const auto& [index, authorityCase] : state.authorityCases) {
        if (!authorityCase.effectiveAt || *authorityCase.effectiveAt == now)
            continue;
        if (bad.by(authorityCase.proposer, index))
            return true;
        for (std::size_t i = 0; i < authorityCase.endorsers.size(); ++i)
            if (bad.by(authorityCase.endorsers[i], authorityCase.endorsedAt[i]))
                return true;
    }
    return false;
}

void withdrawFrom(AuthorityCase& authorityCase, const Signed& bad, EntryIndex now)
{
    if (bad.by(authorityCase.proposer, authorityCase.index))
        authorityCase.withdrawnAt = now;
    for (std::size_t i = authorityCase.endorsers.size(); i-- > 0;)
        if (bad.by(authorityCase.endorsers[i], authorityCase.endorsedAt[i])) {
            authorityCase.endorsers.erase(authorityCase.endorsers.begin() + static_cast<std::ptrdiff_t>(i));
            authorityCase.endorsedAt.erase(authorityCase.endorsedAt.begin() + static_cast<std::ptrdiff_t>(i));
        }
}

} // namespace

std::vector<std::int64_t> ledgerTimes(const LedgerState& state)
{
    std::vector<std::int64_t> times = state.signedTimes.all();
    std::vector<bool> corrected(times.size(), false);
    for (const auto& [from, to] : state.clockCorrections)
        for (EntryIndex i = from; i <= to; ++i)
            corrected[static_cast<std::size_t>(i)] = true;
    for (std::size_t i = 1; i < times.size(); ++i)
        times[i] = corrected[i] ? times[i - 1] : std::max(times[i - 1], times[i]);
    return times;
}

void restamp(LedgerState& state)
{
    const auto times = ledgerTimes(state);
    state.time = UtcTime(times.back());
    const Restamp fix(times);
    fix.workspace(state);
    fix.models(state);
}

void takeBack(Change& change, const PublicKey& key, EntryIndex since)
{
    LedgerState& state = change.state;
    const EntryIndex now = change.context.index;
    const Signed bad{key, state.keyOwner.at(key), since, now};
    for (auto& [index, authorityCase] : state.authorityCases)
        if (!authorityCase.effectiveAt && !authorityCase.withdrawnAt)
            withdrawFrom(authorityCase, bad, now);
    for (auto& [index, policyCase] : state.policyCases) {
        if (policyCase.adoptedAt || policyCase.withdrawnAt)
            continue;
        if (bad.by(policyCase.proposer, index))
            policyCase.withdrawnAt = now;
        std::erase_if(policyCase.signOffs, [&](const auto& s) { return bad.by(s.actor, s.stamp.index); });
    }
    std::set<std::string> about;
    for (const auto& [id, model] : state.models) {
        if (restsOn(model, bad))
            about.insert(id.text());
        for (const VersionId versionId : model.versions)
            if (const Version* version = state.versions.find(versionId.index());
                version != nullptr && restsOn(state, *version, bad))
                about.insert(versionId.text());
    }
    if (authorityRestsOn(state, bad, now))
        about.insert("workspace");
    if (!about.empty())
        state.findings[FindingId(now)] = {FindingId(now), "key.compromised", "high", {about.begin(), about.end()},
            Digest(), change.stamp(), change.context.actor, std::nullopt};
    for (const auto& [id, model] : state.models)
        noteRegressions(change, id);
}

} // namespace cs::engine
