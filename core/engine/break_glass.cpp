// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/break_glass.h"

#include "core/engine/evaluate_promotion.h"
#include "core/engine/facts.h"
#include "core/engine/matching.h"

#include <algorithm>

namespace cs::engine {
namespace {

using policy::Condition;

constexpr std::int64_t quotaSeconds = 90LL * 86'400;

bool contains(const std::vector<std::string>& list, std::string_view what)
{
    return std::find(list.begin(), list.end(), what) != list.end();
}

bool grants(const policy::Policy& policy, const std::string& transition)
{
    return policy.breakGlass.enabled && contains(policy.breakGlass.transitions, transition);
}

/// A tag that nobody has set is read as the strictest value; without the tag the system counts as regulated.
bool isRegulated(const std::map<std::string, std::string>& tags)
{
    const auto tag = tags.find("regulated");
    return tag == tags.end() || tag->second != "false";
}

/// Conditions that no emergency skips: the checks that the policy names, and what a protected role signs for a
/// regulated system.
struct Keeper {
    const policy::Policy& policy;
    bool regulated = true;

    bool keeps(const Condition& leaf) const
    {
        const auto& never = policy.breakGlass.neverSkips;
        if (leaf.kind == Condition::Kind::Check)
            return contains(never, leaf.check.kind);
        const auto& named = policy.governance.protectedRoles;
        return leaf.kind == Condition::Kind::Approval && regulated && contains(never, "regulated_signoff")
            && std::any_of(leaf.approval.roles.begin(), leaf.approval.roles.end(),
                [&](const std::string& role) { return contains(named, role); });
    }
};

/// Always satisfied: what an emergency takes as given.
Condition given(const Condition& node)
{
    Condition always;
    always.kind = Condition::Kind::All;
    always.id = node.id;
    return always;
}

/// The same tree with every other leaf taken as given.
Condition keptOnly(const Condition& node, const Keeper& keeper)
{
    if (node.isLeaf())
        return keeper.keeps(node) ? node : given(node);
    if (node.kind == Condition::Kind::Not)
        return keeper.keeps(node.children.front()) ? node : given(node);
    Condition kept = node;
    for (Condition& child : kept.children)
        child = keptOnly(child, keeper);
    return kept;
}

GlassLeaf leafOf(const NodeResult& node)
{
    const Condition& condition = *node.condition;
    const Condition& leaf = condition.kind == Condition::Kind::Not ? condition.children.front() : condition;
    const bool approval = condition.kind == Condition::Kind::Approval;
    return {condition.id, condition.title.empty() ? leaf.title : condition.title, approval,
        approval ? leaf.approval.roles : leaf.producers, node.status};
}

void addOnce(std::vector<GlassLeaf>& list, GlassLeaf leaf)
{
    const auto same =
        std::find_if(list.begin(), list.end(), [&](const GlassLeaf& other) { return other.id == leaf.id; });
    if (same == list.end())
        list.push_back(std::move(leaf));
    else
        same->status = std::min(same->status, leaf.status);
}

/// Leaves as they stand under the whole gate: kept ones, and those that would be skipped though they are not satisfied.
void sortLeaves(const NodeResult& node, const Keeper& keeper, BreakGlass& out)
{
    const Condition& condition = *node.condition;
    const bool negated = condition.kind == Condition::Kind::Not;
    if (!condition.isLeaf() && !negated) {
        for (const NodeResult& child : node.children)
            if (node.status != Truth::Satisfied || condition.kind != Condition::Kind::Any)
                sortLeaves(child, keeper, out);
        return;
    }
    if (keeper.keeps(negated ? condition.children.front() : condition))
        addOnce(out.kept, leafOf(node));
    else if (node.status != Truth::Satisfied)
        addOnce(out.overridden, leafOf(node));
}

/// What the promotion is judged by: both revisions, its authorisations that are alive.
struct Judge {
    const LedgerState& state;
    const Promotion& promotion;
    UtcTime at;
    PromotionPolicies policies;

    std::string domain() const
    {
        const Model* model = state.model(promotion.model);
        const auto tag = model == nullptr ? std::map<std::string, std::string>::const_iterator()
                                          : model->tags.find("business_domain");
        return model == nullptr || tag == model->tags.end() ? std::string() : tag->second;
    }
    bool mayFill(ActorId person, const std::vector<std::string>& roles) const
    {
        const Actor* actor = state.actor(person);
        if (actor == nullptr || actor->kind != ActorKind::Person || !hasLiveKey(*actor))
            return false;
        const std::string own = domain();
        RoleQuery query{std::nullopt, false, promotion.proposed};
        if (!own.empty())
            query.domain = own;
        return std::any_of(roles.begin(), roles.end(),
            [&](const std::string& role) { return holdsRoleAt(state, person, role, query, at); });
    }
    bool excluded(ActorId person) const
    {
        const auto keeps = [](const policy::Policy& policy) {
            return contains(policy.breakGlass.neverSkips, "distinct_from_proposer");
        };
        return person == promotion.proposer && (keeps(*policies.pinned) || keeps(*policies.current));
    }
    std::int64_t ttl() const
    {
        return std::min(policies.pinned->breakGlass.ttlSeconds, policies.current->breakGlass.ttlSeconds);
    }
    /// Given under the policy that is in force still, not too long ago, with a key that still counts.
    bool isAlive(const BreakGlassUse& use) const
    {
        return use.stamp.index > state.policies.back().from && at < use.stamp.time.plusSeconds(ttl())
            && !excluded(use.person) && authorCountsStill(state, use.person, use.stamp.index);
    }
    std::vector<const BreakGlassUse*> alive() const
    {
        std::vector<const BreakGlassUse*> uses;
        for (const BreakGlassUse& use : promotion.breakGlass)
            if (isAlive(use))
                uses.push_back(&use);
        return uses;
    }
    std::int64_t used() const
    {
        const Model* model = state.model(promotion.model);
        std::int64_t count = 0;
        for (const PromotionId id : model == nullptr ? std::vector<PromotionId>() : model->brokenGlass) {
            const Promotion* other = state.promotions.find(id.index());
            count += other != nullptr && other->ended && other->effect != Promotion::Effect::Never
                && at < other->ended->time.plusSeconds(quotaSeconds);
        }
        return count;
    }
};

std::vector<ActorId> personsOf(const std::vector<const BreakGlassUse*>& uses)
{
    std::vector<ActorId> persons;
    for (const BreakGlassUse* use : uses)
        if (std::find(persons.begin(), persons.end(), use->person) == persons.end())
            persons.push_back(use->person);
    return persons;
}

/// One distinct person for each list. @param signedSlot only for the list that the person signed: the lists are those
/// of the policy that they signed under.
Matching fill(const Judge& judge, const std::vector<std::vector<std::string>>& lists, bool signedSlot)
{
    const auto uses = judge.alive();
    const auto persons = personsOf(uses);
    std::vector<std::vector<int>> canFill(lists.size());
    for (std::size_t list = 0; list < lists.size(); ++list)
        for (std::size_t person = 0; person < persons.size(); ++person) {
            const bool meant = !signedSlot || std::any_of(uses.begin(), uses.end(), [&](const BreakGlassUse* use) {
                return use->person == persons[person] && use->slot == static_cast<std::int64_t>(list);
            });
            if (meant && judge.mayFill(persons[person], lists[list]))
                canFill[list].push_back(static_cast<int>(person));
        }
    return maximumMatching(persons.size(), canFill);
}

void fillSlots(const Judge& judge, BreakGlass& out)
{
    const auto& lists = judge.policies.current->breakGlass.authorisers;
    const auto uses = judge.alive();
    const auto persons = personsOf(uses);
    const Matching matching = fill(judge, lists, true);
    for (std::size_t list = 0; list < lists.size(); ++list) {
        GlassSlot slot{static_cast<std::int64_t>(list), lists[list], std::nullopt, {}};
        if (const int person = matching.personOfUnit[list]; person >= 0)
            slot.signer = persons[static_cast<std::size_t>(person)];
        for (const auto& [id, actor] : judge.state.actors)
            if (!judge.excluded(id) && std::find(persons.begin(), persons.end(), id) == persons.end()
                && judge.mayFill(id, lists[list]))
                slot.eligible.push_back(id);
        out.slots.push_back(std::move(slot));
    }
    const auto& opened = judge.policies.pinned->breakGlass;
    out.persons = std::ssize(persons);
    out.personsNeeded = std::max({judge.policies.current->breakGlass.minPersons, opened.minPersons,
        static_cast<std::int64_t>(std::max(lists.size(), opened.authorisers.size()))});
    out.authorised =
        matching.complete() && out.persons >= out.personsNeeded && fill(judge, opened.authorisers, false).complete();
    for (const BreakGlassUse* use : uses) {
        const UtcTime until = use->stamp.time.plusSeconds(judge.ttl());
        if (!out.until || until < *out.until)
            out.until = until;
    }
}

void fillRules(const Judge& judge, BreakGlass& out)
{
    const policy::BreakGlass& opened = judge.policies.pinned->breakGlass;
    const policy::BreakGlass& now = judge.policies.current->breakGlass;
    out.reasonMinLength = std::max(opened.reasonMinLength, now.reasonMinLength);
    out.incidentRequired = opened.incidentReferenceRequired || now.incidentReferenceRequired;
    out.ttlSeconds = judge.ttl();
    out.quota = std::min(opened.maxPerModelPer90Days, now.maxPerModelPer90Days);
    out.used = judge.used();
    out.neverSkips = opened.neverSkips;
    for (const std::string& what : now.neverSkips)
        if (!contains(out.neverSkips, what))
            out.neverSkips.push_back(what);
}

std::optional<Reason> refusal(const Judge& judge, const BreakGlass& rules)
{
    if (judge.promotion.status != PromotionStatus::Open)
        return Reason{"closed", {}};
    if (!grants(*judge.policies.current, judge.promotion.transition))
        return Reason{"not_granted", {}};
    if (!grants(*judge.policies.pinned, judge.promotion.transition))
        return Reason{"not_granted_then", {}};
    if (rules.used >= rules.quota)
        return Reason{"quota", {std::to_string(rules.used), std::to_string(rules.quota)}};
    return std::nullopt;
}

/// The gate of one revision with everything else taken as given.
Truth keptVerdict(
    const Judge& judge, const policy::Policy& policy, const GateResult& whole, const NodeResult& tree, BreakGlass& out)
{
    const policy::Gate* gate = gateFor(judge.policies, policy, judge.promotion.transition);
    auto subject = subjectOf(judge.state, policy, judge.promotion, judge.at);
    if (gate == nullptr || !subject)
        return Truth::Unsatisfied;
    const Keeper keeper{policy, isRegulated(subject->tags)};
    const Condition kept = keptOnly(gate->require, keeper);
    sortLeaves(tree, keeper, out);
    return evaluateTree(*subject, kept, gate->acrossGate, whole.decisions, nullptr).status;
}

Error lawEleven(const char* text, const QStringList& args = {})
{
    return lawError(11, text, args);
}

QString rolesText(const std::vector<std::string>& roles)
{
    QStringList names;
    for (const std::string& role : roles)
        names.append(qs(role));
    return names.join(QStringLiteral(", "));
}

Error refusedError(const Promotion& promotion, const Reason& reason)
{
    if (reason.code == "quota")
        return lawEleven("The model was promoted by break-glass %1 times in 90 days; the policy allows %2.",
            {qs(reason.args[0]), qs(reason.args[1])});
    if (reason.code == "closed")
        return lawEleven("%1 is no open promotion.", {qs(promotion.id.text())});
    if (reason.code == "not_granted_then")
        return lawEleven("The policy that promotion #%1 was opened under grants no break-glass here. Propose it again.",
            {QString::number(promotion.number)});
    return lawEleven("The policy in force grants no break-glass here.");
}

} // namespace

Result<BreakGlass> breakGlass(const LedgerState& state, const Promotion& promotion, UtcTime at)
{
    CS_TRY(const GateResult whole, evaluateGate(state, promotion, at));
    const Judge judge{state, promotion, at, policiesOf(state, promotion)};
    BreakGlass out;
    fillRules(judge, out);
    out.refused = refusal(judge, out);
    if (grants(*judge.policies.current, promotion.transition))
        fillSlots(judge, out);
    out.freezes = whole.freezes;
    std::erase_if(out.freezes, [](const FreezeStatus& freeze) { return freeze.excepted; });
    out.keptVerdict = keptVerdict(judge, *whole.pinnedPolicy, whole, whole.pinned, out);
    if (whole.current)
        out.keptVerdict =
            std::min(out.keptVerdict, keptVerdict(judge, *whole.currentPolicy, whole, *whole.current, out));
    else if (whole.currentPolicy->digest != whole.pinnedPolicy->digest)
        out.keptVerdict = Truth::Unsatisfied; // the transition is gone
    out.blocked = blockedBy(state, promotion, judge.policies, {}, at);
    return out;
}

Status mayAuthorise(const LedgerState& state, const Promotion& promotion, ActorId person, std::int64_t slot, UtcTime at)
{
    CS_TRY(const BreakGlass glass, breakGlass(state, promotion, at));
    if (glass.refused)
        return fail(refusedError(promotion, *glass.refused));
    const Judge judge{state, promotion, at, policiesOf(state, promotion)};
    const auto& lists = judge.policies.current->breakGlass.authorisers;
    if (slot < 0 || slot >= std::ssize(lists))
        return fail(lawEleven("The policy in force grants no break-glass here."));
    const auto& roles = lists[static_cast<std::size_t>(slot)];
    if (!judge.mayFill(person, roles))
        return fail(lawError(2, "To authorise break-glass, one of these roles is needed: %1. %2 holds none of them.",
            {rolesText(roles), qs(person.text())}));
    if (judge.excluded(person))
        return fail(lawEleven("The proposer does not authorise the emergency; this is never skipped."));
    for (const BreakGlassUse* use : judge.alive())
        if (use->person == person)
            return fail(lawEleven("%1 has authorised it already, in entry %2. Another person is needed.",
                {qs(person.text()), QString::number(use->stamp.index)}));
    return {};
}

} // namespace cs::engine
