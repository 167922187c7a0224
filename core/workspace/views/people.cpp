// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/views/people.h"

#include "core/crypto/keys.h"
#include "core/engine/authority.h"
#include "core/workspace/views_p.h"

#include <algorithm>

namespace cs::views {
namespace {

constexpr std::int64_t endsSoonDays = 14, dayMs = 86'400'000;
constexpr std::int64_t scanMax = 200'000; // entries looked through for last uses
constexpr std::size_t taintMax = 200; // lines of one kind

query::KeyLife lifeOf(const engine::KeyRecord& key)
{
    if (!key.revokedAt)
        return query::KeyLife::InForce;
    return key.why == "compromised" ? query::KeyLife::Compromised
        : key.why == "rotated"      ? query::KeyLife::Rotated
                                    : query::KeyLife::Revoked;
}

query::RoleLine roleLine(const Session& session, const engine::Assignment& assignment)
{
    query::RoleLine line;
    line.grant = assignment.grant;
    line.role = assignment.role;
    line.title = roleTitle(session, assignment.role);
    line.domains = assignment.domains ? joined(*assignment.domains) : "all domains";
    line.since = assignment.effect.time;
    line.until = assignment.until;
    line.ends = assignment.until && assignment.until->msSince(session.state().time) < endsSoonDays * dayMs;
    return line;
}

void describeState(const Session& session, query::PersonLine& line)
{
    const auto live = std::ranges::find(line.keys, query::KeyLife::InForce, &query::KeyLine::life);
    if (live == line.keys.end()) {
        const bool bad = !line.keys.empty() && line.keys.front().life == query::KeyLife::Compromised;
        line.state = bad ? "compromised" : "revoked";
        line.stateText = bad ? "key compromised" : "revoked";
        return;
    }
    for (const query::RoleLine& role : line.roles)
        if (role.ends) {
            const std::int64_t left = role.until->msSince(session.state().time);
            line.state = "expires";
            line.stateText = "role ends in " + duration(left / 1000);
            return;
        }
    const bool rotated = line.keys.size() > 1 && live->liveFrom > line.keys.back().liveFrom;
    line.state = rotated ? "rotated" : "in_force";
    line.stateText = rotated ? "in force, rotated" : "in force";
}

query::PersonLine personLine(const Session& session, const engine::Actor& actor, ActorId me)
{
    query::PersonLine line;
    line.person = person(session, actor.id, me);
    line.admin = session.state().admins.contains(actor.id);
    line.enrolledAt = actor.enrolledAt;
    for (const engine::Assignment& assignment : actor.assignments)
        if (!assignment.ended && !(assignment.until && *assignment.until <= session.state().time))
            line.roles.push_back(roleLine(session, assignment));
    for (auto key = actor.keys.rbegin(); key != actor.keys.rend(); ++key)
        line.keys.push_back({fingerprint(key->key), lifeOf(*key), key->why, key->liveFrom, key->revokedAt, key->since});
    describeState(session, line);
    return line;
}

void addLastUses(const Session& session, query::PeopleView& view)
{
    std::size_t open = view.people.size();
    std::int64_t left = scanMax;
    session.eachMeta([&](EntryIndex index, const query::EntryMeta& meta) {
        const auto found = std::ranges::find_if(
            view.people, [&](const query::PersonLine& line) { return line.person.id == meta.actor; });
        if (found != view.people.end() && !found->lastEntry) {
            found->lastEntry = index;
            found->lastUse = meta.time;
            --open;
        }
        return open > 0 && --left > 0;
    });
}

using Facts = std::vector<std::pair<std::string, std::string>>;

/// Exactly what a change says, member by member.
struct ChangeFacts {
    const Session& session;
    Facts facts;

    void who(const char* label, ActorId id)
    {
        facts.emplace_back(label, person(session, id).name + " (" + id.text() + ")");
    }
    void key(const PublicKey& key) { facts.emplace_back("Key", fingerprint(key)); }
    void operator()(const events::change::Enrol& c)
    {
        facts.emplace_back("Name", textOr(session, c.card, "erased"));
        facts.emplace_back("Kind", c.actorKind);
        key(c.key);
        facts.emplace_back("Proof", "The new key has signed its own enrolment.");
    }
    void operator()(const events::change::AddKey& c)
    {
        who("For", c.actor);
        key(c.key);
        facts.emplace_back("Proof",
            c.oldKeyProof ? "Signed by the new key and by one that is in force." : "Signed by the new key only.");
    }
    void operator()(const events::change::RevokeKey& c)
    {
        if (const auto owner = session.state().keyOwner.find(c.key); owner != session.state().keyOwner.end())
            who("Of", owner->second);
        key(c.key);
        facts.emplace_back("Why", c.why);
        if (c.since)
            facts.emplace_back("Counts for nothing", "from entry " + std::to_string(*c.since) + " on");
    }
    void operator()(const events::change::Grant& c)
    {
        who("To", c.actor);
        facts.emplace_back("Role", roleTitle(session, c.role));
        facts.emplace_back("Domains", c.domains ? joined(*c.domains) : "all domains");
        facts.emplace_back("Until", c.until ? c.until->text() : "no end");
    }
    void operator()(const events::change::EndRole& c)
    {
        for (const auto& [id, actor] : session.state().actors)
            for (const engine::Assignment& assignment : actor.assignments)
                if (assignment.grant == c.grant) {
                    who("Of", id);
                    facts.emplace_back("Role", roleTitle(session, assignment.role));
                }
        facts.emplace_back("Granted in", "entry " + std::to_string(c.grant));
    }
    void operator()(const events::change::SetAdmins& c)
    {
        for (const ActorId id : c.admins)
            who("Administrator", id);
        facts.emplace_back("Must agree", std::to_string(c.threshold));
    }
    template <int N> void operator()(const events::change::TrustChange<N>& c)
    {
        facts.emplace_back("Purpose", c.purpose);
        facts.emplace_back("Signer", c.name);
        facts.emplace_back("Key", c.key);
    }
    void operator()(const events::change::CorrectClock& c)
    {
        facts.emplace_back("Entries", std::to_string(c.from) + " to " + std::to_string(c.to));
    }
    void operator()(const events::change::SetRules& c) { facts.emplace_back("Version", std::to_string(c.to)); }
    template <class Other> void operator()(const Other&) { }
};

class Cases {
public:
    Cases(const Session& session, ActorId me, const std::optional<PublicKey>& key)
        : m_session(session)
        , m_me(me)
        , m_key(key)
    {
    }

    query::CaseLine line(const engine::AuthorityCase& open) const
    {
        const engine::LedgerState& state = m_session.state();
        query::CaseLine made;
        made.index = open.index;
        made.kind = std::visit([]<class C>(const C&) { return std::string(C::kind); }, open.change);
        if (const auto entry = m_session.decoded(open.index)) {
            made.sentence = says(m_session, open.index, *entry);
            if (entry->event)
                if (const auto* proposed = std::get_if<events::AuthorityProposed>(&*entry->event))
                    made.reason = textOr(m_session, proposed->reason, "");
        }
        ChangeFacts facts{m_session, {}};
        std::visit([&](const auto& change) { facts(change); }, open.change);
        made.facts = std::move(facts.facts);
        made.proposer = person(m_session, open.proposer, m_me);
        const auto concerned = engine::concerned(state, open.change);
        const auto counts = [&](ActorId id) {
            return state.admins.contains(id) && (concerned != id || state.mode == engine::Mode::Single);
        };
        made.administratorsSigned = counts(open.proposer) ? 1 : 0;
        for (const ActorId id : open.endorsers) {
            made.endorsers.push_back(person(m_session, id, m_me));
            made.administratorsSigned += counts(id) ? 1 : 0;
        }
        made.threshold = state.threshold;
        if (state.mode != engine::Mode::Single)
            for (const std::string& role : engine::signOffRoles(state, policyOf(m_session).get(), open.change))
                made.signoff.push_back(roleTitle(m_session, role));
        made.objected = open.objected;
        made.mine = open.proposer == m_me;
        made.endorseOff = endorseOff(open);
        return made;
    }

private:
    std::string endorseOff(const engine::AuthorityCase& open) const
    {
        if (!m_me.isValid())
            return "Nobody is signed in. Choose who you are first.";
        if (!m_key)
            return "No key of yours is in this keychain.";
        const auto accepted = m_session.wouldAccept(events::AuthorityEndorsed{open.index, "endorse"}, m_me, *m_key);
        return accepted ? std::string() : utf8(accepted.error().message());
    }

    const Session& m_session;
    ActorId m_me;
    const std::optional<PublicKey>& m_key;
};

void addRoles(const Session& session, query::PeopleView& view, ActorId me)
{
    const auto policy = policyOf(session);
    if (policy == nullptr)
        return;
    for (const auto& [id, role] : policy->roles) {
        query::RoleSummary row{id, role.title, role.human, role.minMembers, {}, {}, {}};
        for (const auto& [actor, record] : session.state().actors)
            if (engine::holdsRole(session.state(), actor, id))
                row.holders.push_back(person(session, actor, me));
        for (const std::string& other : role.membershipSignoff)
            row.signoff.push_back(roleTitle(session, other));
        if (!role.fallback.empty())
            row.fallback = roleTitle(session, role.fallback);
        view.roles.push_back(std::move(row));
    }
}

void addDomains(const Session& session, query::PeopleView& view)
{
    std::set<std::string> domains;
    if (const auto policy = policyOf(session))
        if (const auto tag = policy->tags.find("business_domain"); tag != policy->tags.end())
            domains.insert(tag->second.values.begin(), tag->second.values.end());
    for (const auto& [id, model] : session.state().models)
        if (const auto tag = model.tags.find("business_domain"); tag != model.tags.end())
            domains.insert(tag->second);
    view.domains.assign(domains.begin(), domains.end());
}

std::string proposeOff(const Session& session, ActorId me)
{
    if (!me.isValid())
        return "Nobody is signed in. Choose who you are first.";
    if (session.state().admins.contains(me))
        return {};
    std::vector<std::string> names;
    for (const ActorId admin : session.state().admins)
        names.push_back(person(session, admin).name);
    return "Only an administrator proposes changes about people and keys (law 12). Ask " + joined(names, " or ") + ".";
}

class Taint {
public:
    Taint(const Session& session, const PublicKey& key, query::KeyTaint& view)
        : m_session(session)
        , m_key(key)
        , m_view(view)
    {
    }
    bool by(ActorId actor, EntryIndex index) const { return actor == m_view.owner.id && index >= m_view.since; }
    bool by(const PublicKey& key, EntryIndex index) const { return key == m_key && index >= m_view.since; }

    void promotion(PromotionId id)
    {
        const engine::Promotion* row = m_session.state().promotions.find(id.index());
        if (row == nullptr)
            return;
        const bool open = promotionOpen(*row);
        const std::string name = "#" + std::to_string(row->number) + ", " + versionName(m_session, row->version);
        if (by(row->proposer, row->proposed.index))
            add(m_view.promotions, {row->proposed.index, "Proposed " + name, id.text(), open});
        if (row->ended && by(row->endedBy, row->ended->index))
            add(m_view.promotions, {row->ended->index, "Ended " + name, id.text(), false});
        for (const engine::RecordedDecision& decision : row->decisions)
            if (by(decision.key, decision.stamp.index)) {
                const char* const verb = decision.kind == engine::DecisionKind::Approve ? "Approved "
                    : decision.kind == engine::DecisionKind::Reject                     ? "Rejected "
                                                                                        : "Requested changes of ";
                add(m_view.decisions,
                    {decision.stamp.index, verb + name + " as " + roleTitle(m_session, decision.decision.role),
                        id.text(), open && !decision.withdrawn});
            }
    }

    void version(VersionId id)
    {
        const engine::Version* row = m_session.state().versions.find(id.index());
        if (row == nullptr)
            return;
        const std::string name = versionName(m_session, id);
        const bool open = std::ranges::any_of(row->promotions, [&](PromotionId promotion) {
            const auto brief = m_session.state().promotionBriefs.find(promotion);
            return brief != m_session.state().promotionBriefs.end()
                && brief->second.status == engine::PromotionStatus::Open;
        });
        for (const engine::ReportedResult& result : row->results)
            if (by(result.key, result.stamp.index))
                add(m_view.results, {result.stamp.index, "Result about " + name, id.text(), open});
        for (const engine::FiledRecord& record : row->records)
            if (by(record.author, record.stamp.index))
                add(m_view.results, {record.stamp.index, "Record about " + name, id.text(), open});
        for (const engine::EvidenceItem& item : row->evidence)
            if (by(item.author, item.attached.index))
                add(m_view.evidence,
                    {item.attached.index, "Evidence (" + item.kind + ") of " + name, id.text(),
                        open && !item.withdrawn});
    }

    void rules()
    {
        for (const auto& [index, policyCase] : m_session.state().policyCases)
            if (by(policyCase.proposer, index) || std::ranges::any_of(policyCase.signOffs, [&](const auto& signOff) {
                    return by(signOff.actor, signOff.stamp.index);
                }))
                add(m_view.rules,
                    {index, "Revision of the policy", {}, !policyCase.adoptedAt && !policyCase.withdrawnAt});
        for (const auto& [index, open] : m_session.state().authorityCases) {
            bool rests = by(open.proposer, index);
            for (std::size_t i = 0; i < open.endorsers.size(); ++i)
                rests = rests || by(open.endorsers[i], open.endorsedAt[i]);
            if (!rests)
                continue;
            const auto entry = m_session.decoded(index);
            add(m_view.rules,
                {index, entry ? says(m_session, index, *entry) : "A change about people", {},
                    !open.effectiveAt && !open.withdrawnAt});
        }
    }

private:
    static void add(std::vector<query::KeyTaint::Line>& list, query::KeyTaint::Line line)
    {
        if (list.size() < taintMax)
            list.push_back(std::move(line));
    }
    const Session& m_session;
    const PublicKey& m_key;
    query::KeyTaint& m_view;
};

} // namespace

query::PeopleView peopleAndKeys(const Session& session, ActorId me, const std::optional<PublicKey>& key)
{
    const engine::LedgerState& state = session.state();
    query::PeopleView view;
    const query::HeadView head = session.headView();
    view.workspaceId = head.workspaceId;
    view.workspaceName = head.name;
    view.mode = head.mode;
    for (const auto& [id, actor] : state.actors)
        view.people.push_back(personLine(session, actor, me));
    addLastUses(session, view);
    addRoles(session, view, me);
    for (const engine::Delegation& delegation : state.delegations) {
        std::vector<std::string> titles;
        for (const std::string& role : delegation.roles)
            titles.push_back(roleTitle(session, role));
        view.delegations.push_back(
            {delegation.index, person(session, delegation.from, me), person(session, delegation.to, me),
                std::move(titles), delegation.until, delegation.ended || delegation.until <= state.time});
    }
    for (const ActorId admin : state.admins)
        view.admins.push_back(person(session, admin, me));
    view.threshold = state.threshold;
    const Cases cases(session, me, key);
    for (const auto& [index, open] : state.authorityCases) {
        if (open.effectiveAt || open.withdrawnAt)
            continue;
        view.cases.push_back(cases.line(open));
        if (const auto about = engine::concerned(state, open.change))
            for (query::PersonLine& line : view.people)
                if (line.person.id == *about)
                    line.waiting.push_back(index);
    }
    addDomains(session, view);
    view.meAdmin = state.admins.contains(me);
    view.proposeOff = proposeOff(session, me);
    return view;
}

query::KeyTaint keyTaint(const Session& session, const PublicKey& key, EntryIndex since)
{
    const engine::LedgerState& state = session.state();
    query::KeyTaint view;
    view.fingerprint = fingerprint(key);
    view.owner = person(session, state.keyOwner.at(key));
    view.since = since;
    session.eachMeta([&](EntryIndex index, const query::EntryMeta& meta) {
        view.entries += index >= since && meta.actor == view.owner.id ? 1 : 0;
        return index > since;
    });
    Taint taint(session, key, view);
    // Rows come from the cache one by one; what began and ended before `since` can rest on nothing after it.
    for (const auto& [id, brief] : state.promotionBriefs)
        if (!brief.ended || brief.ended->index >= since)
            taint.promotion(id);
    for (const auto& [id, brief] : state.versionBriefs)
        taint.version(id);
    taint.rules();
    return view;
}

} // namespace cs::views
