// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/policy/policy_desk.h"

#include "core/base/sha256.h"
#include "core/domain/printed_name.h"
#include "core/engine/apply/policies.h"
#include "core/engine/compare/compare.h"
#include "core/engine/facts.h"
#include "core/workspace/views_p.h"

#include <algorithm>
#include <set>

namespace cs::policies {
namespace {

using query::PolicyAsk;

constexpr std::size_t namesMax = 2000, versionsMax = 500;

std::vector<const policy::Condition*> approvalsOf(const policy::Condition& root)
{
    std::vector<const policy::Condition*> leaves;
    policy::walk(root, [&](const policy::Condition& node) {
        if (node.kind == policy::Condition::Kind::Approval)
            leaves.push_back(&node);
    });
    return leaves;
}

std::string titleOf(const policy::Policy& policy, const std::string& role)
{
    const policy::Role* found = policy.role(role);
    return found == nullptr || found->title.empty() ? role : found->title;
}

std::string conditionTitle(const policy::Policy& policy, const events::AffectedLeaf& row)
{
    std::string title = row.leaf;
    if (const policy::Gate* gate = policy.gate(row.gate))
        policy::walk(gate->require, [&](const policy::Condition& node) {
            if (node.id == row.leaf && !node.title.empty())
                title = node.title;
        });
    return title;
}

/// One look at a proposed change.
class CaseBuilder {
public:
    CaseBuilder(
        Session& session, const policy::Policy& inForce, const engine::PolicyCase& change, ActorId me, UtcTime now)
        : m_session(session)
        , m_policy(inForce)
        , m_change(change)
        , m_me(me)
        , m_now(engine::timeOfNext(session.state(), now))
    {
    }

    query::PolicyCase build()
    {
        query::PolicyCase view;
        view.what = revisionOf(m_session, m_change.index, m_me);
        view.mine = m_change.proposer == m_me;
        for (const policy::Condition* leaf : approvalsOf(m_policy.governance.review))
            view.asks.push_back(ask(PolicyAsk::Why::Review, *leaf, leaf->approval.roles));
        if (m_change.weakens && m_session.state().mode != engine::Mode::Single) {
            const auto leaves = approvalsOf(m_policy.governance.alsoRequire);
            for (const std::string& role : engine::rolesThatMustSign(m_session.state(), m_policy, m_change))
                if (!leaves.empty())
                    view.asks.push_back(ask(PolicyAsk::Why::Affected, *leaves.front(), {role}));
            for (const policy::Condition* leaf : leaves)
                view.asks.push_back(ask(PolicyAsk::Why::Weakening, *leaf, leaf->approval.roles));
        }
        view.given = static_cast<std::size_t>(
            std::ranges::count_if(view.asks, [](const PolicyAsk& a) { return a.signedBy && !a.rejected; }));
        judge(view);
        return view;
    }

private:
    PolicyAsk ask(PolicyAsk::Why why, const policy::Condition& leaf, const std::vector<std::string>& roles) const
    {
        PolicyAsk ask;
        ask.why = why;
        ask.leaf = leaf.id;
        ask.statement = leaf.approval.statement;
        ask.commentMinLength = leaf.approval.commentMinLength;
        ask.roles = roles;
        for (const std::string& role : roles) {
            ask.roleTitles.push_back(titleOf(m_policy, role));
            for (const ActorId holder : engine::holdersWithKey(m_session.state(), role))
                if (holder != m_change.proposer
                    && std::ranges::none_of(ask.holders, [&](const auto& p) { return p.id == holder; }))
                    ask.holders.push_back(views::person(m_session, holder, m_me));
        }
        if (why == PolicyAsk::Why::Affected)
            for (const events::AffectedLeaf& row : m_change.affected)
                if (std::ranges::find(row.roles, roles.front()) != row.roles.end())
                    ask.conditions.push_back(conditionTitle(m_policy, row));
        for (const auto& signOff : m_change.signOffs)
            if (signOff.leaf == leaf.id && std::ranges::find(roles, signOff.role) != roles.end()) {
                ask.signedBy = views::person(m_session, signOff.actor, m_me);
                ask.signedAt = signOff.stamp.time;
                ask.rejected = ask.rejected || !signOff.approve;
            }
        offer(ask);
        return ask;
    }

    void offer(PolicyAsk& ask) const
    {
        for (const std::string& role : ask.roles) {
            if (!m_me.isValid() || !engine::holdsRole(m_session.state(), m_me, role))
                continue;
            const bool done = std::ranges::any_of(m_change.signOffs,
                [&](const auto& s) { return s.actor == m_me && s.leaf == ask.leaf && s.role == role; });
            const auto approved = [&](const auto& s) {
                return s.actor == m_me && s.leaf == ask.leaf && s.role == role && s.approve;
            };
            if (std::ranges::any_of(m_change.signOffs, approved))
                ask.refusable.push_back(role);
            if (m_change.proposer == m_me)
                ask.notMine = "You proposed this change, so others sign it (law 7).";
            else if (done)
                ask.notMine = "You have signed this.";
            else
                ask.mine.push_back(role);
        }
        if (!ask.mine.empty() && ask.signedBy && !ask.rejected)
            ask.mine.clear(); // one is enough; nobody is asked again
    }

    void judge(query::PolicyCase& view) const
    {
        std::vector<std::string> protectedRemoved;
        const auto proposed = document(m_session, m_change.policy);
        if (!proposed) {
            view.blocked = utf8(proposed.error().message());
            return;
        }
        if (!m_change.supersedes || *m_change.supersedes != m_policy.digest) {
            view.blocked = "Another policy has come into force since this one was proposed. Propose it again.";
            return;
        }
        const auto found = engine::comparison::compare(m_policy, **proposed);
        const Status may =
            engine::policyAdoptable(m_session.state(), m_policy, m_change, found.protectedRemoved, m_now);
        view.adoptable = may.has_value();
        if (may)
            return;
        view.blocked = utf8(may.error().message());
        UtcTime since = m_change.proposed.time;
        for (const auto& signOff : m_change.signOffs)
            since = std::max(since, signOff.stamp.time);
        const UtcTime until = since.plusSeconds(m_change.weakens ? m_policy.governance.coolOffSeconds : 0);
        // Would it be enough if only the time had passed?
        if (until > m_now
            && engine::policyAdoptable(m_session.state(), m_policy, m_change, found.protectedRemoved, until))
            view.coolOffUntil = until;
    }

    Session& m_session;
    const policy::Policy& m_policy;
    const engine::PolicyCase& m_change;
    ActorId m_me;
    UtcTime m_now;
};

void addVocabulary(const Session& session, const policy::Policy& policy, query::PolicyDesk& desk)
{
    const engine::LedgerState& state = session.state();
    for (const auto& [id, role] : policy.roles)
        desk.roles.push_back({id, role.title, role.human, engine::holdersOf(state, id).size()});
    std::map<std::string, query::PolicyMetric> metrics;
    std::set<std::string> kinds;
    std::size_t looked = 0;
    const auto look = [&](VersionId id, bool production) {
        const engine::Version* version = state.versions.find(id.index());
        if (version == nullptr)
            return;
        for (const auto& item : version->evidence)
            kinds.insert(item.kind);
        for (const auto& report : version->results)
            for (const auto& item : report.report.results) {
                if (metrics.size() >= namesMax && !metrics.contains(item.name))
                    continue;
                query::PolicyMetric& metric = metrics[item.name];
                metric.name = item.name;
                if (!item.unit.empty())
                    metric.unit = item.unit;
                if (production && item.value && (!item.slice || item.slice->empty())) {
                    metric.production = item.value->value();
                    metric.version = views::versionName(session, id);
                }
            }
    };
    // What serves, and the newest of each model: what pipelines report today.
    for (const auto& [id, model] : state.models) {
        if (++looked > versionsMax)
            break;
        if (!model.versions.empty())
            look(model.versions.back(), false);
        if (const auto production = engine::productionVersion(state, policy, id))
            look(*production, true);
    }
    for (auto& [name, metric] : metrics)
        desk.metrics.push_back(std::move(metric));
    desk.evidenceKinds.assign(kinds.begin(), kinds.end());
}

void addRights(const Session& session, const policy::Policy* policy, ActorId me, query::PolicyDesk& desk)
{
    desk.mayNot = views::closedBecause(session, me);
    if (!desk.mayNot.empty() || policy == nullptr)
        return;
    std::vector<std::string> titles;
    for (const std::string& role : policy->governance.editors) {
        desk.mayEdit = desk.mayEdit || engine::holdsRole(session.state(), me, role);
        titles.push_back(titleOf(*policy, role));
    }
    if (!desk.mayEdit)
        desk.mayNot = "Only " + views::joined(titles, " or ") + " may propose a policy here.";
}

} // namespace

Result<std::shared_ptr<const policy::Policy>> document(Session& session, const Digest& digest)
{
    if (auto known = session.state().policyDocument(digest))
        return known;
    return session.policies().policy(digest);
}

Result<std::shared_ptr<const policy::Policy>> inForce(Session& session)
{
    const auto* row = session.state().policyInForce();
    if (row == nullptr)
        return fail(refused("CS-POLICY-NONE", "No policy is in force in this workspace."));
    return document(session, row->digest);
}

query::PolicyRevision revisionOf(Session& session, EntryIndex proposal, ActorId me)
{
    query::PolicyRevision row;
    const auto& cases = session.state().policyCases;
    const auto found = cases.find(proposal);
    if (found == cases.end())
        return row;
    const engine::PolicyCase& change = found->second;
    row.digest = change.policy;
    row.proposal = proposal;
    row.proposed = change.proposed.time;
    row.proposer = views::person(session, change.proposer, me);
    row.weakens = change.weakens && change.supersedes;
    row.founding = !change.supersedes;
    row.adoption = change.adoptedAt;
    if (change.adoptedAt) {
        row.adopted = session.meta(*change.adoptedAt).time;
        const auto* current = session.state().policyInForce();
        row.inForce = current != nullptr && current->from == *change.adoptedAt;
    }
    const auto policy = document(session, change.policy);
    row.readable = policy.has_value();
    if (policy) {
        row.revision = (*policy)->revision;
        row.title = (*policy)->title;
    }
    if (const auto entry = session.decoded(proposal); entry && entry->event)
        if (const auto* event = std::get_if<events::PolicyProposed>(&*entry->event))
            row.note = session.textOf(event->note).value_or("");
    return row;
}

std::vector<query::PolicySigner> signersOf(const Session& session, const policy::Policy& inForce, ActorId editor,
    bool weakens, const std::vector<events::AffectedLeaf>& affected, ActorId me)
{
    std::vector<query::PolicySigner> signers;
    const auto add = [&](const std::string& role, PolicyAsk::Why why) {
        query::PolicySigner signer{role, titleOf(inForce, role), why, {}};
        for (const ActorId holder : engine::holdersWithKey(session.state(), role))
            if (holder != editor)
                signer.holders.push_back(views::person(session, holder, me));
        signers.push_back(std::move(signer));
    };
    for (const policy::Condition* leaf : approvalsOf(inForce.governance.review))
        for (const std::string& role : leaf->approval.roles)
            add(role, PolicyAsk::Why::Review);
    if (!weakens || session.state().mode == engine::Mode::Single)
        return signers;
    engine::PolicyCase change;
    change.proposer = editor;
    change.affected = affected;
    for (const std::string& role : engine::rolesThatMustSign(session.state(), inForce, change))
        add(role, PolicyAsk::Why::Affected);
    for (const policy::Condition* leaf : approvalsOf(inForce.governance.alsoRequire))
        for (const std::string& role : leaf->approval.roles)
            add(role, PolicyAsk::Why::Weakening);
    return signers;
}

query::PolicyDesk desk(Session& session, ActorId me, UtcTime now)
{
    query::PolicyDesk desk;
    desk.workspace = session.state().workspaceId;
    const auto current = inForce(session);
    desk.present = current.has_value();
    addRights(session, current ? current->get() : nullptr, me, desk);
    for (const auto& [index, change] : session.state().policyCases) {
        if (change.adoptedAt)
            desk.revisions.push_back(revisionOf(session, index, me));
        else if (!change.withdrawnAt && current)
            desk.open.push_back(CaseBuilder(session, **current, change, me, now).build());
    }
    std::ranges::sort(desk.revisions, [](const auto& a, const auto& b) { return *a.adoption > *b.adoption; });
    std::ranges::reverse(desk.open);
    if (current)
        addVocabulary(session, **current, desk);
    return desk;
}

Result<commands::Draft> propose(Session& session, std::string_view text, const std::string& note)
{
    CS_TRY(const auto proposed, policy::parse(text));
    if (const auto current = inForce(session); current && (*current)->digest == sha256Of(text))
        return fail(refused("CS-POLICY-SAME", "This is the policy in force. Change something before you propose it."));
    if (const auto current = inForce(session))
        if (proposed->revision != (*current)->revision + 1 || proposed->supersedes != (*current)->digest)
            return fail(refused("CS-POLICY-NUMBER",
                "The document says that it is revision %1 after another one. Set \"revision\" to %2 and \"supersedes\" "
                "to "
                "\"%3\".",
                {QString::number(proposed->revision), QString::number((*current)->revision + 1),
                    qs((*current)->digest.text())}));
    for (const policy::LintFinding& finding : policy::lint(*proposed))
        if (finding.error)
            return fail(refused("CS-POLICY-LINT", "The policy cannot be adopted, whoever signs it: %1 (%2)",
                {qs(finding.message), qs(finding.where)}));
    events::PolicyProposed event;
    CS_TRY(event.policy, session.putPolicy(text));
    const Erasable why = session.erasable(note);
    event.note = why.commitment;
    if (session.state().policyInForce() != nullptr) {
        CS_TRY(const auto old, inForce(session));
        event.supersedes = old->digest;
        const auto found = engine::comparison::compare(*old, *proposed);
        event.weakens = found.weakens;
        event.affected = found.affected;
    }
    return commands::Draft{event, {why}};
}

Result<commands::Draft> signOff(Session& session, EntryIndex proposal, const std::string& leaf, const std::string& role,
    bool reject, const std::string& comment)
{
    CS_TRY(const auto rules, inForce(session));
    events::PolicySignedOff event{proposal, leaf, role, {}, reject ? "reject" : "approve", std::nullopt};
    bool known = false;
    for (const auto* root : {&rules->governance.review, &rules->governance.alsoRequire})
        for (const policy::Condition* node : approvalsOf(*root))
            if (node->id == leaf) {
                known = true;
                event.statement = node->approval.statementDigest;
                if (!reject && static_cast<std::int64_t>(visibleCharacters(comment)) < node->approval.commentMinLength)
                    return fail(
                        usageError("CS-POLICY-COMMENT", "This signature needs a comment of at least %1 characters.",
                            {QString::number(node->approval.commentMinLength)}));
            }
    if (!known)
        return fail(usageError("CS-POLICY-LEAF", "%1 is no condition of the policy's own governance.", {qs(leaf)}));
    commands::Draft draft{event, {}};
    if (!comment.empty()) {
        draft.erasables.push_back(session.erasable(comment));
        event.comment = draft.erasables.front().commitment;
        draft.event = event;
    }
    return draft;
}

} // namespace cs::policies
