// SPDX-License-Identifier: GPL-3.0-or-later
// The review page of a promotion: gate tree, evidence, decisions, what may be done and why not.
#include "core/workspace/views/break_glass.h"

#include "core/crypto/keys.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace cs::views {
namespace {

using engine::Promotion;
using engine::Truth;
using policy::Condition;

/// Everything that the parts below look at.
struct Page {
    const Session& session;
    const Promotion& promotion;
    const engine::Version& version;
    const engine::GateResult& gate;
    const engine::Fillable& fillable;
    ActorId me;
    UtcTime now;
    std::string closed; // why nothing at all can be signed: nobody signed in, an alarm, read-only
};

query::NodeStatus statusOf(const engine::NodeResult& node, bool overridden)
{
    if (node.notApplicable)
        return query::NodeStatus::NotApplicable;
    if (node.status == Truth::Satisfied)
        return query::NodeStatus::Passed;
    if (overridden)
        return query::NodeStatus::Overridden;
    if (node.vetoed)
        return query::NodeStatus::Vetoed;
    if (node.stale)
        return query::NodeStatus::Stale;
    return node.status == Truth::Unsatisfied ? query::NodeStatus::Failed : query::NodeStatus::Pending;
}

std::string titleOf(const Condition& condition)
{
    if (!condition.title.empty())
        return condition.title;
    if (condition.kind == Condition::Kind::Approval)
        return "Approval";
    return condition.isLeaf() ? condition.check.kind : condition.id;
}

std::string sourceOf(const Page& page, const engine::NodeResult& node)
{
    if (node.inputs.empty())
        return {};
    const EntryIndex entry = node.inputs.back().entry;
    std::string source = "entry " + std::to_string(entry);
    for (const engine::ReportedResult& result : page.version.results)
        if (result.stamp.index == entry && !result.signerRoles.empty())
            source += ", result of " + roleTitle(page.session, result.signerRoles.front());
    return source;
}

std::string needsOf(const Condition& condition, const engine::Needed& needed)
{
    const std::int64_t missing = std::max<std::int64_t>(0, needed.count - needed.have);
    if (missing == 0)
        return {};
    std::string text = std::to_string(missing) + (missing == 1 ? " signature" : " signatures, each");
    const auto& approval = condition.approval;
    if (approval.distinctFromContributors)
        text += ", by a person who neither proposed nor contributed";
    else if (approval.distinctFromProposer)
        text += ", by a person who is not the proposer";
    return text;
}

/// A signature that was given and does not count any more is no condition that nobody has looked at.
void addStale(const Page& page, const engine::NodeResult& node, query::GateNode& out)
{
    if (out.status != query::NodeStatus::Pending)
        return;
    for (const engine::DecisionStatus& status : page.gate.decisions) {
        const engine::RecordedDecision& decision = *status.decision;
        const auto& leaves = decision.decision.leaves;
        const bool named = std::ranges::any_of(leaves, [&](const auto& leaf) { return leaf.leaf == node.id(); });
        if (status.live || decision.withdrawn || decision.kind != engine::DecisionKind::Approve || !named)
            continue;
        out.status = query::NodeStatus::Stale;
        out.because = person(page.session, decision.person, page.me).name + " signed it in entry "
            + std::to_string(decision.stamp.index) + ", and that does not count any more. "
            + staleSentence(status.staleBecause) + " " + out.because;
        return;
    }
}

void fillApproval(const Page& page, const engine::NodeResult& node, query::GateNode& out)
{
    out.value = std::to_string(node.needed.have) + " of " + std::to_string(node.needed.count);
    out.bound.clear();
    for (const std::string& role : node.condition->approval.roles)
        out.whoCan.push_back(roleTitle(page.session, role));
    for (const ActorId id : node.needed.eligible)
        out.eligible.push_back(person(page.session, id, page.me));
    for (const auto& [id, why] : node.needed.excluded)
        out.excluded.push_back(person(page.session, id, page.me).name + ": " + exclusionSentence(why, id == page.me));
    out.needs = needsOf(*node.condition, node.needed);
    addStale(page, node, out);
    out.waitsForMe = std::ranges::any_of(
        page.fillable.leaves, [&](const engine::FillableLeaf& leaf) { return leaf.condition->id == node.id(); });
}

query::GateNode nodeOf(const Page& page, const engine::NodeResult& node)
{
    query::GateNode out;
    const Condition& condition = *node.condition;
    out.id = condition.id;
    out.title = titleOf(condition);
    out.leaf = condition.isLeaf();
    out.approval = condition.kind == Condition::Kind::Approval;
    const bool emergency = page.promotion.basis == "break_glass";
    const bool root = node.condition == page.gate.pinned.condition
        || (page.gate.current && node.condition == page.gate.current->condition);
    // Whatever was repaired since, an emergency stays one.
    out.status = emergency && root ? query::NodeStatus::Overridden : statusOf(node, emergency);
    out.value = node.value;
    out.bound = node.bound;
    out.reasonCode = node.reason.code;
    if (out.leaf || node.notApplicable)
        out.because = because(page.session, node);
    out.source = sourceOf(page, node);
    for (const engine::Input& input : node.inputs)
        out.entries.push_back(input.entry);
    out.ownerRole = condition.ownerRole.empty() ? "" : roleTitle(page.session, condition.ownerRole);
    if (node.since)
        out.since = node.since->time;
    out.validUntil = node.validUntil;
    if (out.approval)
        fillApproval(page, node, out);
    else
        for (const std::string& role : condition.producers)
            out.whoCan.push_back(roleTitle(page.session, role));
    for (const engine::NodeResult& child : node.children) {
        out.children.push_back(nodeOf(page, child));
        out.waitsForMe = out.waitsForMe || out.children.back().waitsForMe;
    }
    return out;
}

/// The few short words that say how much is at stake; the whole tags stand with the version.
std::vector<std::string> chipsOf(const Page& page)
{
    std::vector<std::string> chips;
    const auto policy = page.gate.currentPolicy != nullptr ? page.gate.currentPolicy : page.gate.pinnedPolicy;
    const auto tags = engine::effectiveTags(page.session.state(), *policy, page.version);
    const auto valueOf = [&tags](const std::string& name) {
        for (const auto& [tag, value] : tags)
            if (tag == name)
                return std::string(value);
        return std::string();
    };
    if (const std::string risk = valueOf("risk_tier"); !risk.empty())
        chips.push_back(std::string(1, static_cast<char>(std::toupper(static_cast<unsigned char>(risk[0]))))
            + risk.substr(1) + " risk");
    if (valueOf("regulated") == "true")
        chips.emplace_back("Regulated");
    if (const std::string domain = valueOf("business_domain"); !domain.empty())
        chips.push_back("Domain: " + domain);
    return chips;
}

std::set<std::string> kindsToView(const Page& page)
{
    std::set<std::string> kinds;
    for (const engine::FillableLeaf& leaf : page.fillable.leaves)
        kinds.insert(leaf.condition->approval.evidenceViewed.begin(), leaf.condition->approval.evidenceViewed.end());
    return kinds;
}

void fillEvidence(const Page& page, query::PromotionView& view)
{
    const auto kinds = kindsToView(page);
    auto& store = const_cast<Session&>(page.session).store();
    for (const engine::EvidenceItem& item : page.version.evidence) {
        query::EvidenceView out;
        out.id = item.id;
        out.kind = item.kind;
        out.title = item.title ? textOr(page.session, *item.title, item.kind) : item.kind;
        out.media = item.media;
        out.digest = item.sha;
        out.bytes = item.bytes;
        out.attachedAt = item.attached.time;
        out.entry = item.attached.index;
        out.author = person(page.session, item.author, page.me);
        out.withdrawn = item.withdrawn.has_value();
        out.required = !out.withdrawn && kinds.contains(item.kind);
        out.present = store.blobInfo(item.sha).has_value();
        view.evidence.push_back(std::move(out));
    }
}

query::CommentView commentOf(
    const Page& page, const engine::Stamp& stamp, ActorId author, const codec::Commitment* text, const char* kind)
{
    query::CommentView out;
    out.entry = stamp.index;
    out.author = person(page.session, author, page.me);
    out.at = stamp.time;
    out.kind = kind;
    if (text != nullptr) {
        const auto content = page.session.textOf(*text);
        out.text = content.value_or("");
        out.erased = !content;
    }
    return out;
}

const char* kindName(engine::DecisionKind kind)
{
    return kind == engine::DecisionKind::Approve ? "approve"
        : kind == engine::DecisionKind::Reject   ? "reject"
                                                 : "request_changes";
}

/// The state keeps that a decision was withdrawn; the reason stands in the entry.
query::CommentView withdrawalOf(const Page& page, const engine::RecordedDecision& decision)
{
    const auto entry = page.session.decoded(decision.withdrawn->index);
    const auto* event = entry && entry->event ? std::get_if<events::DecisionWithdrawn>(&*entry->event) : nullptr;
    return commentOf(
        page, *decision.withdrawn, decision.person, event == nullptr ? nullptr : &event->reason, "withdraw_decision");
}

void fillDiscussion(const Page& page, query::PromotionView& view)
{
    const Promotion& promotion = page.promotion;
    view.discussion.push_back(commentOf(page, promotion.proposed, promotion.proposer, &promotion.text, "proposal"));
    for (const engine::DecisionStatus& status : page.gate.decisions) {
        const engine::RecordedDecision& decision = *status.decision;
        const auto& comment = decision.decision.comment;
        view.discussion.push_back(
            commentOf(page, decision.stamp, decision.person, comment ? &*comment : nullptr, kindName(decision.kind)));
        if (promotionOpen(promotion) && !status.live)
            view.discussion.back().note = "Does not count any more. " + staleSentence(status.staleBecause);
        if (decision.withdrawn)
            view.discussion.push_back(withdrawalOf(page, decision));
    }
    for (const engine::Comment& comment : promotion.comments)
        view.discussion.push_back(commentOf(page, comment.stamp, comment.author, &comment.text, "comment"));
    if (promotion.ended && promotion.status != engine::PromotionStatus::Superseded)
        view.discussion.push_back(commentOf(page, *promotion.ended, promotion.endedBy, nullptr,
            promotion.basis == "break_glass"                            ? "break_glass_execute"
                : promotion.status == engine::PromotionStatus::Executed ? "execute"
                                                                        : "withdraw"));
    for (query::CommentView& said : breakGlassTalk(page.session, promotion, page.me))
        view.discussion.push_back(std::move(said));
    std::ranges::sort(view.discussion, {}, &query::CommentView::entry);
}

void fillDecisions(const Page& page, query::PromotionView& view)
{
    for (const engine::DecisionStatus& status : page.gate.decisions) {
        const engine::RecordedDecision& decision = *status.decision;
        query::DecisionView out;
        out.entry = decision.stamp.index;
        out.person = person(page.session, decision.person, page.me);
        out.kind = kindName(decision.kind);
        out.role = decision.decision.role;
        out.roleTitle = roleTitle(page.session, out.role);
        out.onBehalf = delegatedBy(page.session, decision.decision.delegation, page.me);
        for (const events::SignedLeaf& leaf : decision.decision.leaves)
            out.leaves.push_back(leaf.leaf);
        out.at = decision.stamp.time;
        out.live = stillCounts(page.promotion, status);
        out.staleBecause = staleSentence(status.staleBecause);
        if (decision.decision.comment)
            out.comment = textOr(page.session, *decision.decision.comment, "(erased)");
        out.mine = decision.person == page.me;
        if (out.mine && !decision.withdrawn)
            view.ownDecision = out.entry;
        if (out.mine && !out.live && promotionOpen(page.promotion) && !decision.withdrawn)
            view.warnings.push_back(
                "Your signature of " + date(out.at) + " does not count any more. " + out.staleBecause);
        view.decisions.push_back(std::move(out));
    }
}

using Key = std::tuple<std::string, std::string, std::string>; // name, slice, dataset

std::map<Key, const events::ResultItem*> latestNumbers(const engine::Version& version)
{
    std::map<Key, const events::ResultItem*> latest;
    for (const engine::ReportedResult& result : version.results)
        for (const events::ResultItem& item : result.report.results)
            if (item.value)
                latest[{item.name, item.slice.value_or(""), item.dataset ? item.dataset->name : ""}] = &item;
    return latest;
}

struct MetricLeaf {
    std::string bound, direction;
};
void collectMetricLeaves(const engine::NodeResult& node, std::map<std::string, MetricLeaf>& leaves)
{
    const Condition& condition = *node.condition;
    if (condition.kind == Condition::Kind::Check && !condition.check.metric.empty()) {
        std::string direction = condition.check.direction;
        if (direction.empty())
            direction = condition.check.op.starts_with('g') ? "higher_is_better" : "lower_is_better";
        leaves[condition.check.metric] = {node.bound, direction};
    }
    for (const engine::NodeResult& child : node.children)
        collectMetricLeaves(child, leaves);
}

bool isQuality(const std::string& metric)
{
    return metric.starts_with("eval.") || metric.starts_with("fairness.") || metric == "cost.per_month";
}

/// Which of two slices of one metric is shown: the whole before its parts; of fairness, the worst part. Gaps and ratios
/// without a condition that says otherwise are the better the smaller they are.
bool showsBetter(const query::MetricRow& row, const query::MetricRow& than, const std::string& direction)
{
    const bool whole = row.slice.empty() || row.slice == "all";
    const bool thanWhole = than.slice.empty() || than.slice == "all";
    if (!row.name.starts_with("fairness."))
        return whole && !thanWhole;
    if (whole != thanWhole)
        return thanWhole;
    return direction == "higher_is_better" ? row.candidate < than.candidate : row.candidate > than.candidate;
}

/// One row a metric and data set; what the gate judges comes first.
std::vector<query::MetricRow> chosenMetrics(
    std::vector<query::MetricRow> all, const std::map<std::string, MetricLeaf>& leaves)
{
    std::map<std::pair<std::string, std::string>, query::MetricRow> best;
    for (query::MetricRow& row : all) {
        const auto leaf = leaves.find(row.name);
        if (leaf == leaves.end() && !isQuality(row.name))
            continue;
        const auto [place, fresh] = best.try_emplace({row.name, row.dataset}, row);
        if (!fresh && showsBetter(row, place->second, leaf == leaves.end() ? std::string() : leaf->second.direction))
            place->second = std::move(row);
    }
    std::vector<query::MetricRow> chosen;
    for (auto& [key, row] : best)
        chosen.push_back(std::move(row));
    std::ranges::stable_partition(chosen, [&](const query::MetricRow& row) { return leaves.contains(row.name); });
    return chosen;
}

void fillMetrics(const Page& page, query::PromotionView& view)
{
    std::map<std::string, MetricLeaf> leaves;
    collectMetricLeaves(page.gate.pinned, leaves);
    const auto& state = page.session.state();
    const auto policy = page.gate.currentPolicy != nullptr ? page.gate.currentPolicy : page.gate.pinnedPolicy;
    const auto serving = engine::productionVersion(state, *policy, page.version.model);
    const engine::Version* production = serving ? state.versions.find(serving->index()) : nullptr;
    if (production != nullptr && production->id == page.version.id)
        production = nullptr;
    view.baselineLabel = production == nullptr
        ? "none"
        : production->description.label + ", in production since " + date(production->stages.back().stamp.time);
    const auto theirs = production == nullptr ? std::map<Key, const events::ResultItem*>() : latestNumbers(*production);
    std::vector<query::MetricRow> all;
    for (const auto& [key, item] : latestNumbers(page.version)) {
        query::MetricRow row;
        std::tie(row.name, row.slice, row.dataset) = key;
        row.unit = item->unit;
        row.candidate = item->value->value();
        const auto other = theirs.find(key);
        const bool sameData = other != theirs.end()
            && (item->dataset ? item->dataset->sha : std::nullopt)
                == (other->second->dataset ? other->second->dataset->sha : std::nullopt);
        if (sameData)
            row.production = other->second->value->value();
        const auto leaf = leaves.find(row.name);
        if (leaf != leaves.end()) {
            row.bound = leaf->second.bound;
            if (row.production && leaf->second.direction != "target" && *row.production != row.candidate)
                row.better = (row.candidate > *row.production) == (leaf->second.direction == "higher_is_better");
        }
        all.push_back(std::move(row));
    }
    view.metrics = chosenMetrics(std::move(all), leaves);
}

void fillLeft(const Page& page, query::PromotionView& view)
{
    for (const engine::LeftItem& item : page.gate.left) {
        std::vector<std::string> who;
        for (const std::string& role : item.roles)
            who.push_back(roleTitle(page.session, role));
        const std::string from = who.empty() ? "" : (item.approval ? " by " : " from ") + joined(who, " or ");
        const std::string title = item.title.empty() ? item.leaf : item.title;
        view.left.push_back(item.approval ? title + ": " + std::to_string(item.missing)
                    + (item.missing == 1 ? " signature" : " signatures") + from
                                          : title + (from.empty() ? "" : ": a result" + from));
    }
    if (page.gate.blocked && promotionOpen(page.promotion))
        view.warnings.push_back(blockedSentence(page.session, *page.gate.blocked));
    for (const engine::FreezeStatus& freeze : page.gate.freezes)
        view.warnings.push_back("The freeze \"" + freeze.title + "\" is closed until " + freeze.opensAt.text()
            + (freeze.excepted ? "; an exception is signed." : "."));
    for (const std::string& leaf : page.gate.deadlocked)
        view.warnings.push_back(deadlockSentence(page.session, page.gate, leaf, page.me));
    if (page.gate.allFactsByOneKey)
        view.warnings.emplace_back("Every fact of this gate was signed with one key.");
}

void fillFillable(const Page& page, query::PromotionView& view)
{
    if (!page.closed.empty())
        return;
    for (const engine::FillableLeaf& leaf : page.fillable.leaves) {
        const auto& approval = leaf.condition->approval;
        view.fillable.push_back(
            {leaf.condition->id, titleOf(*leaf.condition), leaf.role, roleTitle(page.session, leaf.role),
                approval.statement, approval.commentMinLength, approval.expiresAfterSeconds, approval.evidenceViewed,
                leaf.delegation, delegatedBy(page.session, leaf.delegation, page.me)});
    }
}

std::string whyNotApprove(const Page& page)
{
    if (!page.fillable.leaves.empty())
        return {};
    for (const auto& [leaf, why] : page.fillable.refused)
        return exclusionSentence(why, true);
    return "No condition of this gate waits for a role that you hold.";
}

bool gateAsks(const Page& page, const std::vector<std::string>& roles)
{
    bool asked = false;
    for (const auto& policy : {page.gate.pinnedPolicy, page.gate.currentPolicy}) {
        const policy::Gate* gate = policy == nullptr ? nullptr : policy->gateOf(page.promotion.transition);
        if (gate == nullptr)
            continue;
        policy::walk(gate->require, [&](const Condition& condition) {
            for (const std::string& role : condition.approval.roles)
                asked = asked
                    || (condition.kind == Condition::Kind::Approval && std::ranges::find(roles, role) != roles.end());
        });
    }
    return asked;
}

std::string whyNotExecute(const Page& page, const std::vector<std::string>& roles)
{
    const auto policy = page.gate.currentPolicy != nullptr ? page.gate.currentPolicy : page.gate.pinnedPolicy;
    const policy::Gate* gate = policy->gateOf(page.promotion.transition);
    if (page.gate.blocked)
        return blockedSentence(page.session, *page.gate.blocked);
    if (page.gate.verdict != Truth::Satisfied)
        return "The gate is not satisfied yet (law 4): "
            + statusLine(page.session, page.promotion, &page.gate, page.now) + ".";
    if (gate == nullptr)
        return "The policy in force has no such transition any more.";
    if (gate->automatic || page.promotion.proposer == page.me)
        return {};
    const bool proposer = std::ranges::any_of(
        gate->proposers, [&](const std::string& role) { return std::ranges::find(roles, role) != roles.end(); });
    return proposer ? "" : "The proposer executes it, or whoever holds a role that may propose it.";
}

std::string whyNotRollBack(const Page& page, const std::vector<std::string>& roles)
{
    if (page.version.stages.back().promotion != page.promotion.id)
        return "This promotion did not bring the version to where it is now.";
    const auto policy = policyOf(page.session);
    if (policy != nullptr)
        for (const policy::Transition& transition : policy->transitions) {
            if (!transition.isRollback() || transition.from != page.version.stage())
                continue;
            for (const std::string& role : transition.authority->roles)
                if (std::ranges::find(roles, role) != roles.end())
                    return {};
            return "None of your roles may roll this stage back. Ask a "
                + roleTitle(
                    page.session, transition.authority->roles.empty() ? "" : transition.authority->roles.front())
                + ".";
        }
    return "The policy has no rollback out of this stage.";
}

void fillActions(const Page& page, query::PromotionView& view)
{
    const auto roles = page.me.isValid() ? engine::rolesOf(page.session.state(), page.me) : std::vector<std::string>();
    const bool open = view.status == "open";
    const std::string ended = open ? "" : "This promotion has ended.";
    const std::string& off = page.closed.empty() ? ended : page.closed;
    const bool mine = page.promotion.proposer == page.me;
    const auto set = [](query::ActionState& action, const std::string& first, const std::string& second) {
        action.offReason = first.empty() ? second : first;
    };
    const std::string refusal =
        gateAsks(page, roles) ? "" : "Only who holds a role that the gate asks can refuse. You can comment.";
    set(view.approve, off, whyNotApprove(page));
    set(view.reject, off, refusal);
    set(view.requestChanges, off, refusal);
    set(view.execute, off, whyNotExecute(page, roles));
    set(view.withdraw, off, mine ? "" : "A proposal is withdrawn by its proposer.");
    set(view.withdrawDecision, off, view.ownDecision ? "" : "You have decided nothing here that could be withdrawn.");
    set(view.revise, off, mine ? "" : "A proposal is revised by its proposer.");
    set(view.comment, page.closed, "");
    set(view.rollback, page.closed, whyNotRollBack(page, roles));
}

void fillHead(const Page& page, query::PromotionView& view)
{
    const Promotion& promotion = page.promotion;
    view.id = promotion.id;
    view.number = promotion.number;
    view.model = promotion.model;
    view.version = promotion.version;
    view.modelName = modelName(page.session, promotion.model);
    view.versionLabel = page.version.description.label;
    view.transition = promotion.transition;
    view.transitionLabel = transitionLabel(page.session, promotion);
    if (const policy::Transition* transition = page.gate.pinnedPolicy->transition(promotion.transition)) {
        view.fromStage = transition->from;
        view.toStage = transition->to;
        view.fromLabel = stateLabel(page.session, transition->from);
        view.toLabel = stateLabel(page.session, transition->to);
    }
    view.endpoint = promotion.endpoint;
    view.chips = chipsOf(page);
    view.proposer = person(page.session, promotion.proposer, page.me);
    view.proposedAt = promotion.proposed.time;
    view.text = textOr(page.session, promotion.text, "");
    view.round = promotion.round;
    const auto target = VersionId::fromText(promotion.rollbackTarget);
    view.rollbackTarget = target             ? versionLabel(page.session, *target)
        : promotion.rollbackTarget == "none" ? "no traffic"
                                             : promotion.rollbackTarget;
    view.status = statusName(promotion.status, isExpired(promotion, page.gate, page.now));
    view.statusLine = statusLine(page.session, promotion, &page.gate, page.now);
    view.passed = page.gate.passedLeaves;
    view.total = page.gate.applicableLeaves;
    view.policy = promotion.policy;
    view.policyRevision = page.gate.pinnedPolicy->revision;
    view.expiresAt = page.gate.expiresAt;
    const policy::Gate* gate = page.gate.pinnedPolicy->gateOf(promotion.transition);
    if (gate != nullptr && gate->sla.respondWithinSeconds > 0)
        view.dueAt = promotion.proposed.time.plusSeconds(gate->sla.respondWithinSeconds);
    const engine::Actor* actor = page.session.state().actor(page.me);
    if (actor != nullptr)
        for (const engine::KeyRecord& key : actor->keys)
            if (!key.revokedAt)
                view.pinnedKey = fingerprint(key.key);
}

} // namespace

query::GateNode gateNode(const Session& session, const Promotion& promotion, const engine::Version& version,
    const engine::GateResult& gate, UtcTime at)
{
    const engine::Fillable nobody;
    return nodeOf(Page{session, promotion, version, gate, nobody, ActorId(), at, {}}, gate.pinned);
}

Result<query::PromotionView> promotion(const Session& session, PromotionId id, ActorId me, UtcTime now)
{
    const engine::LedgerState& state = session.state();
    const Promotion* found = state.promotions.find(id.index());
    const engine::Version* version = found == nullptr ? nullptr : state.versions.find(found->version.index());
    if (version == nullptr)
        return fail(usageError("CS-WORKSPACE-NO-PROMOTION", "There is no promotion %1.", {qs(id.text())}));
    const UtcTime at = engine::timeOfNext(state, now);
    CS_TRY(const engine::GateResult gate, engine::evaluateGate(state, *found, at));
    engine::Fillable fillable;
    if (me.isValid() && promotionOpen(*found))
        fillable = engine::fillableLeaves(state, *found, me, at);
    const Page page{session, *found, *version, gate, fillable, me, at, closedBecause(session, me)};
    query::PromotionView view;
    fillHead(page, view);
    view.gate = nodeOf(page, gate.pinned);
    if (gate.current)
        view.gateInForce = nodeOf(page, *gate.current);
    fillLeft(page, view);
    fillEvidence(page, view);
    fillDiscussion(page, view);
    fillDecisions(page, view);
    fillMetrics(page, view);
    fillFillable(page, view);
    fillActions(page, view);
    view.breakGlass = breakGlass(session, *found, me, at, page.closed);
    CS_TRY(const engine::Parts parts, engine::snapshotParts(state, *found, at));
    view.snapshot = engine::snapshotDigest(parts);
    return view;
}

} // namespace cs::views
