// SPDX-License-Identifier: GPL-3.0-or-later
// What others have seen of this ledger, against what is shown here.
#include "core/ledger/store/sqlite_log_store.h"
#include "core/workspace/loss.h"
#include "core/workspace/session_p.h"

#include <algorithm>

namespace cs {

/// A session's ledger.
class Session::Private::AsLedger final : public heads::Ledger {
public:
    explicit AsLedger(const Private& priv)
        : d(priv)
    {
    }
    const engine::LedgerState& state() const override { return d.state; }
    std::int64_t size() const override { return d.tree.size(); }
    Result<bool> continues(const TreeHead& older, bool surely) const override
    {
        if (surely)
            return d.continuesHead(older);
        const auto quick = cs::continues(older, d.tree.head(), *d.store);
        return quick && *quick;
    }
    /// The very head that the administrators named, or one below it that this desk's former copy, which was kept,
    /// proves to be of the same history.
    bool gaveUp(const TreeHead& head) const override
    {
        return std::ranges::any_of(d.state.authorityCases, [&](const auto& entry) {
            const auto* lost = std::get_if<events::change::AcceptLoss>(&entry.second.change);
            if (lost == nullptr || !entry.second.effectiveAt || head.size <= lost->now.size)
                return false;
            if (head.size >= lost->had.size)
                return head.size == lost->had.size && head.root.hex() == lost->had.root;
            return keptCopyContinues(head, lost->had.root);
        });
    }

private:
    bool keptCopyContinues(const TreeHead& head, const std::string& givenUp) const
    {
        const auto copy = SqliteLogStore::open(loss::keptCopy(d.environment, givenUp), SqliteLogStore::Mode::ReadOnly);
        if (!copy)
            return false;
        const auto end = (*copy)->head();
        const auto root = rootAt(head.size, **copy);
        return end && root && end->root.hex() == givenUp && *root == head.root;
    }
    const Private& d;
};

Result<heads::Judged> Session::Private::judgeHead(const heads::Seen& seen) const
{
    return heads::judge(seen, AsLedger(*this));
}

Result<heads::Judged> Session::judge(const heads::Seen& seen) const
{
    return d->judgeHead(seen);
}

Result<std::vector<heads::Judged>> Session::takeHeads(const std::vector<heads::Seen>& seen)
{
    std::vector<heads::Judged> judged;
    std::vector<heads::Seen> good;
    for (const heads::Seen& item : seen) {
        // Somebody's broken file is theirs to mend; it says nothing about the ledger.
        if (auto found = judge(item)) {
            judged.push_back(*std::move(found));
            good.push_back(item);
        }
    }
    // A head that names more than is here is judged on what the store has by now.
    if (std::ranges::any_of(judged, [](const heads::Judged& item) { return item.relation == heads::Relation::Newer; }))
        d->takeStoreAlarm(d->replay({}, {}));
    for (heads::Judged& item : judged) {
        CS_TRY(item, judge(item.seen));
    }
    const auto keep = [this](const heads::Seen& former) {
        const auto found = judge(former);
        // What is an alarm stays until the ledger answers it, whatever is put in its file's place.
        return found && (found->relation == heads::Relation::Other || found->isAlarm());
    };
    CS_CHECK(heads::SeenHeads(d->environment.stateDir, d->state.workspaceId).add(good, keep));
    CS_CHECK(d->compareSeenHeads());
    return judged;
}

Result<std::vector<heads::Judged>> Session::seenHeads() const
{
    CS_TRY(const auto all, heads::SeenHeads(d->environment.stateDir, d->state.workspaceId).list());
    std::vector<heads::Judged> judged;
    for (const heads::Seen& item : all)
        if (auto found = judge(item))
            judged.push_back(*std::move(found));
    return judged;
}

const std::optional<heads::Judged>& Session::quarrel() const
{
    return d->quarrel;
}

/// Nothing is signed while somebody whom the ledger trusts has seen more, or something else.
Status Session::Private::compareSeenHeads()
{
    quarrel.reset();
    newestWitnessed = UtcTime();
    waitsForNewer = false;
    if (asStored || environment.stateDir.empty() || !newer.empty())
        return {};
    CS_TRY(const auto all, heads::SeenHeads(environment.stateDir, state.workspaceId).list());
    const bool offline = store->link().state == LogStore::Link::State::Offline;
    for (const heads::Seen& item : all) {
        const auto found = judgeHead(item);
        if (!found)
            continue;
        if (found->relation == heads::Relation::Part && found->cosignedAt)
            newestWitnessed = std::max(newestWitnessed, *found->cosignedAt);
        const bool isNewer = found->relation == heads::Relation::Newer;
        waitsForNewer = waitsForNewer || isNewer;
        // A server that is not reached keeps nothing back: what it has is not known.
        if (found->isAlarm() && !(isNewer && offline) && (!quarrel || !isNewer))
            quarrel = *found;
    }
    return {};
}

/// A server that shows an old state looks like one where nothing happens. What brings a version nearer to production
/// asks for a sign of life. @source gate-policy.schema.json, maxHeadAgeSeconds
Status Session::Private::freshEnough(const events::Event& event) const
{
    const engine::PolicyInForce* policy = state.policyInForce();
    const bool riskier = std::holds_alternative<events::PromotionExecuted>(event)
        || std::holds_alternative<events::PolicyAdopted>(event);
    if (!riskier || store->link().state == LogStore::Link::State::Local || policy == nullptr
        || policy->document == nullptr || !policy->document->maxHeadAgeSeconds)
        return {};
    const std::int64_t most = *policy->document->maxHeadAgeSeconds;
    const UtcTime newest = std::max(state.time, newestWitnessed);
    const std::int64_t age = environment.clock->now().msSince(newest) / 1000;
    if (age <= most)
        return {};
    return fail(refused("CS-HEADS-OLD",
        "The newest thing known of this ledger is from %1, %2 hours ago, and the policy allows %3. A server that keeps "
        "entries back looks the same. Compare tree heads with a colleague (\"countersignctl heads\"), or have somebody "
        "else sign something first.",
        {qs(newest.text()), QString::number(age / 3600), QString::number(most / 3600)}));
}

} // namespace cs
