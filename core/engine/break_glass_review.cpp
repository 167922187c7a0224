// SPDX-License-Identifier: GPL-3.0-or-later
// What an execution by break-glass owes: its review, and the hold while that is overdue. @source gates.md section 2.7.
#include "core/engine/break_glass.h"
#include "core/engine/evaluate_subject.h"
#include "core/engine/facts.h"
#include "core/engine/matching.h"

#include <algorithm>

namespace cs::engine {
namespace {

using policy::Condition;

/// The revision that was in force at an index; null where its bytes are missing.
std::shared_ptr<const policy::Policy> policyAt(const LedgerState& state, EntryIndex index)
{
    std::shared_ptr<const policy::Policy> found;
    for (const PolicyInForce& policy : state.policies)
        if (policy.from < index)
            found = policy.document;
    return found;
}

bool rolledBackSince(const Version& version, const Stamp& executed)
{
    return std::any_of(version.rollbacks.begin(), version.rollbacks.end(), [&](const RollbackRecord& record) {
        return record.stamp.index > executed.index && record.event.plan.from == version.id;
    });
}

struct Reviewing {
    const LedgerState& state;
    const Promotion& promotion;
    const Version& version;

    std::string domain() const
    {
        const Model* model = state.model(promotion.model);
        if (model == nullptr)
            return {};
        const auto tag = model->tags.find("business_domain");
        return tag == model->tags.end() ? std::string() : tag->second;
    }
    /// Why the leaf excludes this person, or empty. Who authorised the emergency is an author of it.
    std::string exclusion(const policy::Approval& leaf, ActorId person) const
    {
        if (leaf.distinctFromProposer && person == promotion.proposer)
            return "proposer";
        if (!leaf.distinctFromContributors)
            return {};
        const auto& made = version.description.contributors;
        const bool authorised = std::any_of(promotion.breakGlass.begin(), promotion.breakGlass.end(),
            [&](const BreakGlassUse& use) { return use.person == person; });
        return authorised                                               ? "authoriser"
            : std::find(made.begin(), made.end(), person) != made.end() ? "contributor"
                                                                        : std::string();
    }
    bool mayFill(const policy::Approval& leaf, ActorId person, UtcTime at) const
    {
        const Actor* actor = state.actor(person);
        if (actor == nullptr || actor->kind != ActorKind::Person || !isNamed(leaf, person))
            return false;
        RoleQuery query{};
        const std::string own = domain();
        if (!own.empty())
            query.domain = own;
        return std::any_of(leaf.roles.begin(), leaf.roles.end(),
            [&](const std::string& role) { return holdsRoleAt(state, person, role, query, at); });
    }
    /// The last word of each person on the leaf. What was signed in a role then counts after the role has ended.
    std::map<ActorId, bool> decisions(const Condition& leaf) const
    {
        std::map<ActorId, bool> last;
        for (const BreakGlassReview& review : promotion.breakGlassReviews)
            if (review.leaf == leaf.id && authorCountsStill(state, review.person, review.stamp.index))
                last[review.person] = review.approve;
        return last;
    }
    GlassReviewLeaf leafOf(const Condition& leaf, UtcTime at) const
    {
        GlassReviewLeaf out;
        out.condition = &leaf;
        const auto last = decisions(leaf);
        for (const auto& [person, approve] : last) {
            if (approve)
                out.signers.push_back(person);
            else if (leaf.approval.rejectIsVeto)
                out.rejectedBy = person;
        }
        for (const auto& [id, actor] : state.actors)
            if (mayFill(leaf.approval, id, at) && hasLiveKey(actor) && exclusion(leaf.approval, id).empty()
                && !(last.contains(id) && last.at(id)))
                out.eligible.push_back(id);
        return out;
    }
};

/// Units of the leaves below a node, where each child of a choice that holds by itself is enough.
bool holds(const Condition& node, const std::map<std::string, bool>& filled)
{
    const auto child = [&](const Condition& inner) { return holds(inner, filled); };
    switch (node.kind) {
    case Condition::Kind::All:
        return std::all_of(node.children.begin(), node.children.end(), child);
    case Condition::Kind::Any:
        return std::any_of(node.children.begin(), node.children.end(), child);
    case Condition::Kind::AtLeast:
        return std::count_if(node.children.begin(), node.children.end(), child) >= node.count;
    case Condition::Kind::Approval:
        return filled.at(node.id);
    case Condition::Kind::Not:
    case Condition::Kind::When:
    case Condition::Kind::Check:
        return false;
    }
    return false;
}

/// People are matched over the whole review: nobody fills two of its conditions.
void match(GlassReview& review)
{
    std::map<ActorId, int> persons;
    std::vector<std::vector<int>> units;
    for (const GlassReviewLeaf& leaf : review.leaves) {
        std::vector<int> able;
        for (const ActorId person : leaf.signers)
            able.push_back(persons.try_emplace(person, static_cast<int>(persons.size())).first->second);
        if (leaf.rejectedBy)
            able.clear();
        units.insert(
            units.end(), static_cast<std::size_t>(std::max<std::int64_t>(1, leaf.condition->approval.count)), able);
    }
    const Matching matching = maximumMatching(persons.size(), units);
    std::map<std::string, bool> filled;
    std::size_t unit = 0;
    for (GlassReviewLeaf& leaf : review.leaves) {
        const auto count = std::max<std::int64_t>(1, leaf.condition->approval.count);
        for (std::int64_t n = 0; n < count; ++n)
            leaf.have += matching.personOfUnit[unit++] >= 0 ? 1 : 0;
        filled[leaf.condition->id] = leaf.have >= count;
    }
    review.satisfied = holds(review.policy->breakGlass.review, filled);
}

} // namespace

std::optional<GlassReview> glassReview(const LedgerState& state, const Promotion& promotion, UtcTime at)
{
    const Version* version = state.versions.find(promotion.version.index());
    if (version == nullptr || promotion.basis != "break_glass" || !promotion.ended
        || promotion.effect == Promotion::Effect::Never)
        return std::nullopt;
    GlassReview review;
    review.policy = policyAt(state, promotion.ended->index);
    if (!review.policy)
        return std::nullopt;
    review.due = promotion.ended->time.plusSeconds(review.policy->breakGlass.reviewDueSeconds);
    review.rolledBack = rolledBackSince(*version, *promotion.ended);
    const Reviewing reviewing{state, promotion, *version};
    policy::walk(review.policy->breakGlass.review, [&](const Condition& node) {
        if (node.kind == Condition::Kind::Approval)
            review.leaves.push_back(reviewing.leafOf(node, at));
    });
    match(review);
    return review;
}

Status mayReview(
    const LedgerState& state, const Promotion& promotion, ActorId person, const std::string& leaf, UtcTime at)
{
    const auto review = glassReview(state, promotion, at);
    if (!review)
        return fail(lawError(11, "Promotion %1 was not executed by break-glass.", {qs(promotion.id.text())}));
    const auto found = std::find_if(review->leaves.begin(), review->leaves.end(),
        [&](const GlassReviewLeaf& item) { return item.condition->id == leaf; });
    if (found == review->leaves.end())
        return fail(lawError(11, "%1 is no condition of the break-glass review.", {qs(leaf)}));
    const Reviewing reviewing{state, promotion, *state.versions.find(promotion.version.index())};
    const policy::Approval& approval = found->condition->approval;
    if (!reviewing.mayFill(approval, person, at)) {
        QStringList roles;
        for (const std::string& role : approval.roles)
            roles.append(qs(role));
        return fail(lawError(2, "To review a break-glass, one of these roles is needed: %1. %2 holds none of them.",
            {roles.join(QStringLiteral(", ")), qs(person.text())}));
    }
    if (const std::string why = reviewing.exclusion(approval, person); !why.empty())
        return fail(lawError(6, "%1 cannot review %2: %3.", {qs(person.text()), qs(promotion.id.text()), qs(why)}));
    return {};
}

std::optional<PromotionId> overdueGlass(const LedgerState& state, const Model& model, UtcTime at)
{
    for (const PromotionId id : model.brokenGlass) {
        const Promotion* promotion = state.promotions.find(id.index());
        const auto review = promotion == nullptr ? std::nullopt : glassReview(state, *promotion, at);
        if (review && review->overdue(at))
            return id;
    }
    return std::nullopt;
}

} // namespace cs::engine
