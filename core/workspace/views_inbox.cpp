// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for a person, what is about to lapse, what happened.
#include "core/workspace/views_p.h"

#include <algorithm>

namespace cs::views {
namespace {

using query::InboxItem;

constexpr std::int64_t dayMs = 86'400'000;
constexpr std::int64_t soonMs = dayMs, recentMs = 7 * dayMs, signaturesMs = 30 * dayMs;

struct Desk {
    const Session& session;
    ActorId me;
    std::vector<std::string> roles;
    UtcTime now;
    bool holds(const std::vector<std::string>& any) const
    {
        return std::ranges::any_of(
            any, [&](const std::string& role) { return std::ranges::find(roles, role) != roles.end(); });
    }
};

std::string titleOf(const Desk& desk, const engine::Promotion& promotion)
{
    std::string title = versionName(desk.session, promotion.version);
    const auto pinned = desk.session.state().policyDocument(promotion.policy);
    if (const policy::Transition* transition = pinned == nullptr ? nullptr : pinned->transition(promotion.transition))
        title += " → " + stateLabel(desk.session, transition->to);
    return title;
}

InboxItem itemFor(const Desk& desk, const engine::Promotion& promotion, InboxItem::Kind kind, std::string why)
{
    InboxItem item;
    item.kind = kind;
    item.title = titleOf(desk, promotion);
    item.why = std::move(why);
    item.promotion = promotion.id;
    item.entry = promotion.proposed.index;
    item.since = promotion.proposed.time;
    return item;
}

/// One line for a promotion, however many of its conditions the person could fill (fatigue guard, gates.md 2.5).
void addOpenPromotion(const Desk& desk, const engine::Promotion& promotion, std::vector<InboxItem>& items)
{
    const engine::LedgerState& state = desk.session.state();
    const auto gate = engine::evaluateGate(state, promotion, desk.now);
    if (!gate || isExpired(promotion, *gate, desk.now))
        return;
    const engine::Fillable fillable = engine::fillableLeaves(state, promotion, desk.me, desk.now);
    const bool stale = std::ranges::any_of(gate->decisions, [&](const engine::DecisionStatus& status) {
        return status.decision->person == desk.me && !status.live && !status.decision->withdrawn;
    });
    std::optional<InboxItem> item;
    if (!fillable.leaves.empty()) {
        const std::string role = roleTitle(desk.session, fillable.leaves.front().role);
        item = stale ? itemFor(desk, promotion, InboxItem::Kind::Stale,
                   "What you signed has changed. Signature asked again as " + role)
                     : itemFor(desk, promotion, InboxItem::Kind::Sign, "Signature asked as " + role);
    } else if (gate->executable()) {
        const policy::Gate* rules = gate->pinnedPolicy->gateOf(promotion.transition);
        if (rules != nullptr && (rules->automatic || promotion.proposer == desk.me || desk.holds(rules->proposers)))
            item = itemFor(desk, promotion, InboxItem::Kind::Execute, "The gate is satisfied. It waits to be executed");
    }
    const bool mine = promotion.proposer == desk.me;
    const bool soon = gate->expiresAt && gate->expiresAt->msSince(desk.now) < soonMs;
    if (!item && mine && soon) {
        item = itemFor(desk, promotion, InboxItem::Kind::Comment, "Your proposal expires " + date(*gate->expiresAt));
        item->group = InboxItem::Group::AboutToExpire;
    }
    if (!item)
        return;
    item->due = gate->expiresAt;
    item->urgent = soon;
    items.push_back(*std::move(item));
}

void addPolicyCases(const Desk& desk, std::vector<InboxItem>& items)
{
    const auto policy = policyOf(desk.session);
    if (policy == nullptr || !desk.session.state().opened)
        return;
    for (const auto& [index, change] : desk.session.state().policyCases) {
        const bool ended = change.adoptedAt || change.withdrawnAt || change.proposer == desk.me;
        const bool done =
            std::ranges::any_of(change.signOffs, [&](const auto& signOff) { return signOff.actor == desk.me; });
        if (ended || done)
            continue;
        bool asked = false;
        for (const auto* root : {&policy->governance.review, &policy->governance.alsoRequire})
            policy::walk(*root, [&](const policy::Condition& condition) {
                asked = asked
                    || (condition.kind == policy::Condition::Kind::Approval && desk.holds(condition.approval.roles));
            });
        for (const events::AffectedLeaf& leaf : change.affected)
            asked = asked || desk.holds(leaf.roles);
        if (!asked)
            continue;
        InboxItem item;
        item.kind = InboxItem::Kind::Policy;
        item.title = "Policy change";
        item.why =
            change.weakens ? "It may weaken conditions of yours. Your signature is asked" : "Your review is asked";
        item.entry = index;
        item.since = change.proposed.time;
        items.push_back(std::move(item));
    }
}

void addAuthorityCases(const Desk& desk, std::vector<InboxItem>& items)
{
    if (!desk.session.state().admins.contains(desk.me) || !desk.session.state().opened)
        return;
    for (const auto& [index, change] : desk.session.state().authorityCases) {
        const bool mine =
            change.proposer == desk.me || std::ranges::find(change.endorsers, desk.me) != change.endorsers.end();
        if (change.effectiveAt || change.withdrawnAt || mine)
            continue;
        InboxItem item;
        item.kind = InboxItem::Kind::Authority;
        item.title = "Change to people and keys";
        item.why = "Endorsement asked as administrator; proposed by " + person(desk.session, change.proposer).name;
        item.entry = index;
        const auto& entries = desk.session.entries();
        if (static_cast<std::size_t>(index) < entries.size())
            item.since = entries[static_cast<std::size_t>(index)].time;
        items.push_back(std::move(item));
    }
}

void addRecent(const Desk& desk, const engine::Promotion& promotion, query::InboxView& view)
{
    if (promotion.status == engine::PromotionStatus::Executed && promotion.ended
        && desk.now.msSince(promotion.ended->time) < recentMs) {
        InboxItem item = itemFor(
            desk, promotion, InboxItem::Kind::Executed, "Executed by " + person(desk.session, promotion.endedBy).name);
        item.group = InboxItem::Group::Recent;
        item.since = promotion.ended->time;
        item.entry = promotion.ended->index;
        view.items.push_back(std::move(item));
    }
    for (const engine::RecordedDecision& decision : promotion.decisions) {
        if (decision.person != desk.me)
            continue;
        if (desk.now.msSince(decision.stamp.time) < signaturesMs)
            ++view.signaturesLast30Days;
        const char* what = decision.kind == engine::DecisionKind::Approve ? "You approved it as "
            : decision.kind == engine::DecisionKind::Reject               ? "You rejected it as "
                                                                          : "You asked for changes as ";
        InboxItem item = itemFor(desk, promotion,
            decision.kind == engine::DecisionKind::Approve ? InboxItem::Kind::Sign : InboxItem::Kind::Refused,
            what + roleTitle(desk.session, decision.decision.role));
        item.group = InboxItem::Group::Recent;
        item.since = decision.stamp.time;
        item.entry = decision.stamp.index;
        view.done.push_back(std::move(item));
    }
}

void addRollbacks(const Desk& desk, std::vector<InboxItem>& items)
{
    for (const auto& [id, model] : desk.session.state().models)
        for (const VersionId versionId : model.versions) {
            const engine::Version* version = desk.session.state().versions.find(versionId.index());
            if (version == nullptr)
                continue;
            for (const engine::RollbackRecord& rollback : version->rollbacks) {
                if (desk.now.msSince(rollback.stamp.time) >= recentMs)
                    continue;
                InboxItem item;
                item.group = InboxItem::Group::Recent;
                item.kind = InboxItem::Kind::RolledBack;
                item.title = versionName(desk.session, versionId);
                item.why = "Rolled back by " + person(desk.session, rollback.actor).name
                    + (rollback.remedied ? "" : ". The remediation plan is due");
                item.entry = rollback.stamp.index;
                item.since = rollback.stamp.time;
                item.urgent = !rollback.remedied;
                items.push_back(std::move(item));
            }
        }
}

} // namespace

query::InboxView inbox(const Session& session, ActorId me, UtcTime now)
{
    query::InboxView view;
    const Desk desk{session, me, me.isValid() ? engine::rolesOf(session.state(), me) : std::vector<std::string>(),
        engine::timeOfNext(session.state(), now)};
    for (const engine::Promotion* promotion : allPromotions(session)) {
        if (me.isValid() && promotionOpen(*promotion))
            addOpenPromotion(desk, *promotion, view.items);
        addRecent(desk, *promotion, view);
    }
    if (me.isValid()) {
        addPolicyCases(desk, view.items);
        addAuthorityCases(desk, view.items);
    }
    addRollbacks(desk, view.items);
    // What waits longest comes first; what happened last comes first.
    std::ranges::stable_sort(view.items, [](const InboxItem& a, const InboxItem& b) {
        if (a.group != b.group)
            return a.group < b.group;
        if (a.urgent != b.urgent)
            return a.urgent;
        return a.group == InboxItem::Group::Recent ? a.since > b.since : a.since < b.since;
    });
    std::ranges::sort(view.done, std::ranges::greater(), &InboxItem::since);
    return view;
}

} // namespace cs::views
