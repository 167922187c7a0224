// SPDX-License-Identifier: GPL-3.0-or-later
// What waits for a person, what is about to lapse, what happened.
#include "core/engine/facts.h"
#include "core/engine/obligations.h"
#include "core/workspace/finding_text.h"
#include "core/workspace/views/break_glass.h"
#include "core/workspace/views/inbox_raci.h"

#include <algorithm>

namespace cs::views {
namespace {

using query::InboxItem;

constexpr std::int64_t dayMs = 86'400'000;
constexpr std::int64_t soonMs = dayMs, recentMs = 7 * dayMs, signaturesMs = 30 * dayMs;
constexpr std::size_t recentMax = 100; // lines of what is over; the ledger has the rest

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

InboxItem itemFor(const Desk& desk, PromotionId id, InboxItem::Kind kind, std::string why)
{
    const engine::PromotionBrief& promotion = desk.session.state().promotionBriefs.at(id);
    const auto pinned = desk.session.state().policyDocument(promotion.policy);
    InboxItem item;
    item.kind = kind;
    item.title = promotionTitle(
        desk.session, promotion.version, pinned == nullptr ? nullptr : pinned->transition(promotion.transition));
    item.why = std::move(why);
    item.promotion = id;
    item.entry = promotion.proposed.index;
    item.since = promotion.proposed.time;
    return item;
}

/// "Reminder", "Escalated to …": how loud the line is, by the gate's own times. Nothing is approved by waiting.
std::string waitingWords(const Desk& desk, const engine::Waiting& waiting)
{
    std::vector<std::string> roles;
    for (const std::string& role : waiting.escalatedTo)
        roles.push_back(roleTitle(desk.session, role));
    if (!roles.empty())
        return "Escalated to " + joined(roles, " and ") + ". ";
    if (waiting.overdue)
        return "Overdue since " + date(waiting.due) + ". ";
    return waiting.reminders > 0 ? "Reminder. " : "";
}

/// Who is told of a promotion that others keep waiting.
std::optional<InboxItem> escalated(
    const Desk& desk, const engine::Promotion& promotion, const std::optional<engine::Waiting>& waiting)
{
    if (!waiting || waiting->escalatedTo.empty() || !desk.holds(waiting->escalatedTo))
        return std::nullopt;
    InboxItem item = itemFor(
        desk, promotion.id, InboxItem::Kind::Comment, waitingWords(desk, *waiting) + "It waits for others to answer");
    item.group = InboxItem::Group::AboutToExpire;
    return item;
}

/// One line for a promotion, however many of its conditions the person could fill (fatigue guard, gates.md 2.5).
void addOpenPromotion(const Desk& desk, const engine::Promotion& promotion, std::vector<InboxItem>& items)
{
    const engine::LedgerState& state = desk.session.state();
    const auto gate = engine::evaluateGate(state, promotion, desk.now);
    if (!gate || isExpired(promotion, *gate, desk.now))
        return;
    const policy::Gate* rules = gate->pinnedPolicy->gateOf(promotion.transition);
    const engine::Fillable fillable = engine::fillableLeaves(state, promotion, desk.me, desk.now);
    const bool stale = std::ranges::any_of(gate->decisions, [&](const engine::DecisionStatus& status) {
        return status.decision->person == desk.me && !status.live && !status.decision->withdrawn;
    });
    std::optional<InboxItem> item;
    if (!fillable.leaves.empty()) {
        const std::string role = roleTitle(desk.session, fillable.leaves.front().role);
        item = stale ? itemFor(desk, promotion.id, InboxItem::Kind::Stale,
                   "What you signed has changed. Signature asked again as " + role)
                     : itemFor(desk, promotion.id, InboxItem::Kind::Sign, "Signature asked as " + role);
    } else if (gate->executable()) {
        if (rules != nullptr && (rules->automatic || promotion.proposer == desk.me || desk.holds(rules->proposers)))
            item =
                itemFor(desk, promotion.id, InboxItem::Kind::Execute, "The gate is satisfied. It waits to be executed");
    }
    const auto waiting = rules == nullptr ? std::nullopt : engine::waiting(*rules, promotion, desk.now);
    if (item && waiting)
        item->why = waitingWords(desk, *waiting) + item->why;
    if (!item)
        item = escalated(desk, promotion, waiting);
    const bool mine = promotion.proposer == desk.me;
    const bool soon = gate->expiresAt && gate->expiresAt->msSince(desk.now) < soonMs;
    if (!item && mine && soon) {
        item = itemFor(desk, promotion.id, InboxItem::Kind::Comment, "Your proposal expires " + date(*gate->expiresAt));
        item->group = InboxItem::Group::AboutToExpire;
    }
    if (!item)
        return;
    item->due = gate->expiresAt;
    item->urgent = soon || (waiting && (waiting->overdue || !waiting->escalatedTo.empty()));
    items.push_back(*std::move(item));
}

/// C of the RACI matrix: asked to comment, without blocking, until they did or decided.
void addConsulted(const Desk& desk, const engine::Promotion& promotion, std::vector<InboxItem>& items)
{
    const bool spoke = promotion.proposer == desk.me
        || std::ranges::any_of(promotion.comments, [&](const auto& comment) { return comment.author == desk.me; })
        || std::ranges::any_of(promotion.decisions, [&](const auto& decision) { return decision.person == desk.me; })
        || std::ranges::any_of(items, [&](const InboxItem& item) { return item.promotion == promotion.id; });
    const auto brief = desk.session.state().promotionBriefs.find(promotion.id);
    if (spoke || brief == desk.session.state().promotionBriefs.end())
        return;
    const auto role = raciRoleWith(desk.session, brief->second, desk.roles, 'C');
    if (!role)
        return;
    InboxItem item = itemFor(desk, promotion.id, InboxItem::Kind::Comment,
        "Consulted as " + *role + ". Your comment is asked, and blocks nothing");
    item.group = InboxItem::Group::Recent;
    items.push_back(std::move(item));
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

/// Administrators, new ones, holders of the roles that sign a grant off: whoever the engine would let endorse.
bool mayEndorse(const Desk& desk, EntryIndex proposal)
{
    const engine::LedgerState& state = desk.session.state();
    const engine::Actor* actor = state.actor(desk.me);
    if (actor == nullptr)
        return false;
    const auto key = std::ranges::find_if(actor->keys, [](const engine::KeyRecord& k) { return !k.revokedAt; });
    if (key == actor->keys.end())
        return false;
    const engine::EntryContext context{state.size, std::string(32, '0'), desk.now, {}, desk.me, key->key};
    return engine::judge(
        state, context, events::AuthorityEndorsed{proposal, "endorse"}, const_cast<Session&>(desk.session).policies())
        .has_value();
}

void addAuthorityCases(const Desk& desk, std::vector<InboxItem>& items)
{
    if (!desk.session.state().opened)
        return;
    for (const auto& [index, change] : desk.session.state().authorityCases) {
        if (change.effectiveAt || change.withdrawnAt || !mayEndorse(desk, index))
            continue;
        const bool admin = desk.session.state().admins.contains(desk.me);
        InboxItem item;
        item.kind = InboxItem::Kind::Authority;
        item.title = "Change to people and keys";
        if (const auto decoded = desk.session.decoded(index))
            item.title += ": " + says(desk.session, index, *decoded);
        item.why = std::string("Endorsement asked ") + (admin ? "as administrator" : "for a role that you hold or get")
            + "; proposed by " + person(desk.session, change.proposer).name;
        item.entry = index;
        item.since = desk.session.meta(index).time;
        items.push_back(std::move(item));
    }
}

/// What was executed lately, newest first.
void addExecuted(const Desk& desk, std::vector<InboxItem>& items)
{
    using Executed = std::pair<PromotionId, const engine::PromotionBrief*>;
    std::vector<Executed> executed;
    for (const auto& [id, promotion] : desk.session.state().promotionBriefs)
        if (promotion.status == engine::PromotionStatus::Executed && promotion.ended
            && desk.now.msSince(promotion.ended->time) < recentMs)
            executed.emplace_back(id, &promotion);
    std::ranges::sort(executed, std::ranges::greater(), [](const Executed& one) { return one.second->ended->index; });
    executed.resize(std::min(executed.size(), recentMax));
    for (const auto& [id, promotion] : executed) {
        InboxItem item = itemFor(
            desk, id, InboxItem::Kind::Executed, "Executed by " + person(desk.session, promotion->endedBy).name);
        item.group = InboxItem::Group::Recent;
        item.since = promotion->ended->time;
        item.entry = promotion->ended->index;
        if (const auto role = raciRoleWith(desk.session, *promotion, desk.roles, 'I'))
            item.why += ". You are informed as " + *role;
        items.push_back(std::move(item));
    }
}

void addDecisionsOf(const Desk& desk, const engine::Promotion& promotion, std::vector<InboxItem>& done)
{
    for (const engine::RecordedDecision& decision : promotion.decisions) {
        if (decision.person != desk.me)
            continue;
        const char* what = decision.kind == engine::DecisionKind::Approve ? "You approved it as "
            : decision.kind == engine::DecisionKind::Reject               ? "You rejected it as "
                                                                          : "You asked for changes as ";
        InboxItem item = itemFor(desk, promotion.id,
            decision.kind == engine::DecisionKind::Approve ? InboxItem::Kind::Sign : InboxItem::Kind::Refused,
            what + roleTitle(desk.session, decision.decision.role));
        item.group = InboxItem::Group::Recent;
        item.since = decision.stamp.time;
        item.entry = decision.stamp.index;
        done.push_back(std::move(item));
    }
}

/// What the person decided, newest first; only those rows are read.
void addDone(const Desk& desk, query::InboxView& view)
{
    std::vector<std::pair<UtcTime, PromotionId>> mine;
    for (const auto& [id, promotion] : desk.session.state().promotionBriefs) {
        UtcTime last;
        for (const auto& [who, when] : promotion.decisions) {
            if (who != desk.me)
                continue;
            last = std::max(last, when);
            if (desk.now.msSince(when) < signaturesMs)
                ++view.signaturesLast30Days;
        }
        if (last > UtcTime())
            mine.emplace_back(last, id);
    }
    std::ranges::sort(mine, std::ranges::greater());
    mine.resize(std::min(mine.size(), recentMax));
    for (const auto& [when, id] : mine)
        if (const engine::Promotion* promotion = desk.session.state().promotions.find(id.index()))
            addDecisionsOf(desk, *promotion, view.done);
}

/// What is out of governance waits for the role that closes it; everybody else is told of what is serious.
void addFindings(const Desk& desk, std::vector<InboxItem>& items)
{
    const auto policy = policyOf(desk.session);
    for (const auto& [id, finding] : desk.session.state().findings) {
        if (finding.closed || policy == nullptr)
            continue;
        const std::string owner = engine::findingOwner(*policy, finding.kind);
        const bool mine = desk.me.isValid() && desk.holds({owner});
        const bool serious = finding.severity == "critical" || finding.severity == "high";
        if (!mine && !serious)
            continue;
        InboxItem item;
        item.kind = InboxItem::Kind::Finding;
        item.group = mine ? InboxItem::Group::WaitsForMe : InboxItem::Group::Recent;
        item.title = findingText(desk.session, finding);
        if (item.title.empty())
            item.title = "Finding " + finding.kind;
        item.why = "Out of governance, " + finding.severity + ". " + roleTitle(desk.session, owner) + " closes it";
        item.entry = finding.opened.index;
        item.since = finding.opened.time;
        item.urgent = serious;
        items.push_back(std::move(item));
    }
}

/// Checks to repeat, for the role that owns them; overdue ones for everybody.
void addReevaluations(const Desk& desk, std::vector<InboxItem>& items)
{
    const auto policy = policyOf(desk.session);
    if (policy == nullptr || policy->reevaluation.empty())
        return;
    for (const auto& [id, model] : desk.session.state().models)
        for (const engine::Reevaluated& duty :
            engine::reevaluations(desk.session.state(), *policy, model, desk.now, engine::Duties::Late)) {
            const bool mine = desk.me.isValid() && desk.holds({duty.rule->ownerRole});
            const bool overdue = duty.overdue(desk.now);
            if (!overdue && !(mine && duty.soon(desk.now)))
                continue;
            InboxItem item;
            item.kind = InboxItem::Kind::Reevaluate;
            item.group = !mine ? InboxItem::Group::Recent
                : overdue      ? InboxItem::Group::WaitsForMe
                               : InboxItem::Group::AboutToExpire;
            item.title = versionName(desk.session, duty.version);
            item.why = (overdue ? "Overdue, counts as a high finding: " : "Due " + date(duty.due) + ": ")
                + (duty.rule->title.empty() ? duty.rule->id : duty.rule->title) + ". "
                + roleTitle(desk.session, duty.rule->ownerRole) + " has it repeated";
            item.entry = duty.version.index();
            item.since = duty.since;
            item.due = duty.due;
            item.urgent = overdue;
            items.push_back(std::move(item));
        }
}

void addRollbacks(const Desk& desk, std::vector<InboxItem>& items)
{
    for (const auto& [id, brief] : desk.session.state().versionBriefs) {
        const bool recent = brief.rolledBack && desk.now.msSince(brief.rolledBack->time) < recentMs;
        const engine::Version* version = recent ? desk.session.state().versions.find(id.index()) : nullptr;
        if (version == nullptr)
            continue;
        for (const engine::RollbackRecord& rollback : version->rollbacks) {
            if (desk.now.msSince(rollback.stamp.time) >= recentMs)
                continue;
            InboxItem item;
            item.group = InboxItem::Group::Recent;
            item.kind = InboxItem::Kind::RolledBack;
            item.title = versionName(desk.session, id);
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
    addExecuted(desk, view.items);
    if (me.isValid()) {
        for (const auto& [id, brief] : session.state().promotionBriefs)
            if (const engine::Promotion* open = brief.status == engine::PromotionStatus::Open
                    ? session.state().promotions.find(id.index())
                    : nullptr) {
                addOpenPromotion(desk, *open, view.items);
                addConsulted(desk, *open, view.items);
            }
        addDone(desk, view);
        addPolicyCases(desk, view.items);
        addAuthorityCases(desk, view.items);
    }
    addEmergencies(session, me, desk.now, view.items);
    addReevaluations(desk, view.items);
    addFindings(desk, view.items);
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
