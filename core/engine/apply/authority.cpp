// SPDX-License-Identifier: GPL-3.0-or-later
// Law 12: people come and go on the record. A change is a proposal and endorsements, each an entry of its own; it takes
// effect at the one that completes the quorum. @source ledger-events.md section 4, trust.md section 6
#include "core/engine/authority.h"
#include "core/engine/apply/scope.h"
#include "core/engine/facts.h"

#include <algorithm>
#include <functional>

namespace cs::engine {
namespace {

using namespace events;

template <class... F> struct Overload : F... {
    using F::operator()...;
};
template <class... F> Overload(F...) -> Overload<F...>;

const Assignment* findGrant(const LedgerState& state, EntryIndex grant)
{
    for (const auto& [id, actor] : state.actors)
        for (const auto& assignment : actor.assignments)
            if (assignment.grant == grant && !assignment.ended)
                return &assignment;
    return nullptr;
}

} // namespace

std::optional<ActorId> concerned(const LedgerState& state, const events::Change& change)
{
    const auto ownerOf = [&](const PublicKey& key) -> std::optional<ActorId> {
        const auto found = state.keyOwner.find(key);
        return found == state.keyOwner.end() ? std::nullopt : std::optional(found->second);
    };
    return std::visit(Overload{
                          [](const auto&) -> std::optional<ActorId> { return std::nullopt; },
                          [](const change::AddKey& c) -> std::optional<ActorId> { return c.actor; },
                          [](const change::Grant& c) -> std::optional<ActorId> { return c.actor; },
                          [&](const change::RevokeKey& c) { return ownerOf(c.key); },
                          [&](const change::EndRole& c) -> std::optional<ActorId> {
                              for (const auto& [id, actor] : state.actors)
                                  for (const auto& assignment : actor.assignments)
                                      if (assignment.grant == c.grant)
                                          return id;
                              return std::nullopt;
                          },
                      },
        change);
}

std::vector<std::string> signOffRoles(
    const LedgerState& state, const policy::Policy* policy, const events::Change& change)
{
    const std::string* roleId = nullptr;
    if (const auto* grant = std::get_if<change::Grant>(&change))
        roleId = &grant->role;
    if (const auto* end = std::get_if<change::EndRole>(&change))
        if (const Assignment* assignment = findGrant(state, end->grant))
            roleId = &assignment->role;
    const policy::Role* role = policy != nullptr && roleId != nullptr ? policy->role(*roleId) : nullptr;
    std::vector<std::string> roles;
    if (role == nullptr)
        return roles;
    const auto person = concerned(state, change);
    for (std::string name : role->membershipSignoff) {
        for (int step = 0; step < 8 && !name.empty(); ++step) {
            const auto holders = holdersWithKey(state, name);
            if (std::any_of(holders.begin(), holders.end(), [&](ActorId id) { return id != person; }))
                break;
            const policy::Role* empty = policy->role(name);
            name = empty == nullptr ? std::string() : empty->fallback;
        }
        if (!name.empty() && std::find(roles.begin(), roles.end(), name) == roles.end())
            roles.push_back(name);
    }
    return roles;
}

namespace {

bool isOwnCase(const LedgerState& state, const AuthorityCase& authorityCase, ActorId id)
{
    return state.mode != Mode::Single && concerned(state, authorityCase.change) == id;
}

/// m administrators and one person per sign-off role, all distinct: a matching, never greedy.
bool quorumReached(const LedgerState& state, const policy::Policy* policy, const AuthorityCase& authorityCase,
    const std::vector<ActorId>& signers)
{
    std::vector<std::string> seats(static_cast<std::size_t>(state.threshold), std::string()); // "" = administrator
    if (state.mode != Mode::Single)
        for (auto& role : signOffRoles(state, policy, authorityCase.change))
            seats.push_back(std::move(role));
    const auto fits = [&](ActorId id, const std::string& seat) {
        if (isOwnCase(state, authorityCase, id))
            return false;
        return seat.empty() ? state.admins.contains(id) : holdsRole(state, id, seat);
    };
    std::vector<int> takenBy(signers.size(), -1);
    std::function<bool(int, std::vector<bool>&)> place = [&](int seat, std::vector<bool>& seen) {
        for (std::size_t i = 0; i < signers.size(); ++i) {
            if (seen[i] || !fits(signers[i], seats[static_cast<std::size_t>(seat)]))
                continue;
            seen[i] = true;
            if (takenBy[i] < 0 || place(takenBy[i], seen)) {
                takenBy[i] = seat;
                return true;
            }
        }
        return false;
    };
    for (int seat = 0; seat < static_cast<int>(seats.size()); ++seat) {
        std::vector<bool> seen(signers.size(), false);
        if (!place(seat, seen))
            return false;
    }
    if (const auto* admins = std::get_if<change::SetAdmins>(&authorityCase.change))
        return std::all_of(admins->admins.begin(), admins->admins.end(),
            [&](ActorId id) { return std::find(signers.begin(), signers.end(), id) != signers.end(); });
    return true;
}

std::vector<ActorId> signersOf(const AuthorityCase& authorityCase)
{
    std::vector<ActorId> signers = authorityCase.endorsers;
    signers.push_back(authorityCase.proposer);
    return signers;
}

// What a change must be, whoever signs it.

Status checkChange(const Scope& scope, const change::Enrol& c)
{
    if (scope.state.keyOwner.contains(c.key))
        return fail(lawError(12, "This key is enrolled already; one key belongs to one person."));
    return scope.policies.enrollable(c.key, c.proof, scope.state.workspaceId);
}

Status checkOldKeyProof(const Scope& scope, const Actor& actor, const change::AddKey& c)
{
    if (!c.oldKeyProof)
        return {};
    for (const KeyRecord& old : actor.keys)
        if (!old.revokedAt && scope.policies.rotates(old.key, c.key, *c.oldKeyProof, scope.state.workspaceId))
            return {};
    return fail(lawError(12, "No live key of %1 has signed the proof for the new one.", {text(c.actor.text())}));
}

Status checkChange(const Scope& scope, const change::AddKey& c)
{
    const Actor* actor = scope.state.actor(c.actor);
    if (actor == nullptr)
        return fail(lawError(12, "%1 is not enrolled.", {text(c.actor.text())}));
    CS_CHECK(checkOldKeyProof(scope, *actor, c));
    if (scope.state.keyOwner.contains(c.key))
        return fail(lawError(12, "This key is enrolled already; one key belongs to one person."));
    return scope.policies.enrollable(c.key, c.proof, scope.state.workspaceId);
}

Status checkChange(const Scope& scope, const change::RevokeKey& c)
{
    const auto owner = scope.state.keyOwner.find(c.key);
    if (owner == scope.state.keyOwner.end())
        return fail(lawError(12, "This key is not enrolled."));
    if (c.since && (*c.since < 0 || *c.since > scope.context.index))
        return fail(lawError(12, "A compromise begins at an entry that exists; %1 does not.", {number(*c.since)}));
    if ((c.why == "compromised") != c.since.has_value())
        return fail(lawError(12, "A compromised key, and no other, names the entry since when."));
    for (const auto& key : scope.state.actor(owner->second)->keys)
        if (key.key == c.key && key.revokedAt)
            return fail(lawError(12, "This key was revoked at entry %1 already.", {number(*key.revokedAt)}));
    const auto left = std::count_if(scope.state.admins.begin(), scope.state.admins.end(), [&](ActorId id) {
        const auto& keys = scope.state.actor(id)->keys;
        return std::any_of(
            keys.begin(), keys.end(), [&](const KeyRecord& key) { return !key.revokedAt && key.key != c.key; });
    });
    if (left < scope.state.threshold)
        return fail(lawError(12,
            "Without this key %1 administrators could sign, and %2 must agree: nothing could be decided any more. Add "
            "another key or administrator first.",
            {number(left), number(scope.state.threshold)}));
    return {};
}

Status checkExclusive(const Scope& scope, const policy::Policy& policy, const policy::Role& role, ActorId actor)
{
    for (const std::string& held : rolesOf(scope.state, actor, scope.time)) {
        const policy::Role* other = policy.role(held);
        const auto names = [](const policy::Role* from, const std::string& to) {
            return from != nullptr
                && std::find(from->exclusiveWith.begin(), from->exclusiveWith.end(), to) != from->exclusiveWith.end();
        };
        if (names(&role, held) || names(other, role.id))
            return fail(lawError(
                12, "%1 holds the role %2, which excludes %3.", {text(actor.text()), text(held), text(role.id)}));
    }
    return {};
}

Status checkChange(const Scope& scope, const change::Grant& c)
{
    const Actor* actor = scope.state.actor(c.actor);
    if (actor == nullptr)
        return fail(lawError(12, "%1 is not enrolled.", {text(c.actor.text())}));
    CS_TRY(const auto policy, scope.policy());
    const policy::Role* role = policy->role(c.role);
    if (role == nullptr)
        return fail(lawError(12, "The policy in force knows no role %1.", {text(c.role)}));
    if (role->human != (actor->kind == ActorKind::Person))
        return fail(lawError(12, "The role %1 is for a %2.",
            {text(c.role), role->human ? QStringLiteral("person") : QStringLiteral("service")}));
    if (c.until && *c.until <= scope.time)
        return fail(lawError(12, "The role would end before it begins."));
    return checkExclusive(scope, *policy, *role, c.actor);
}

Status checkChange(const Scope& scope, const change::EndRole& c)
{
    const Assignment* assignment = findGrant(scope.state, c.grant);
    if (assignment == nullptr)
        return fail(lawError(12, "Entry %1 granted no role that is still held.", {number(c.grant)}));
    CS_TRY(const auto policy, scope.policy());
    const policy::Role* role = policy->role(assignment->role);
    const auto holders = std::count_if(scope.state.actors.begin(), scope.state.actors.end(),
        [&](const auto& row) { return holdsRole(scope.state, row.first, assignment->role); });
    // A service signs no gate: its role may end with it.
    if (role != nullptr && role->human && role->minMembers > 0 && holders <= 1)
        return fail(lawError(7,
            "This is the last holder of %1; without one its gates could not be signed. Grant the role to "
            "somebody else first.",
            {text(assignment->role)}));
    return {};
}

Status checkChange(const Scope& scope, const change::SetAdmins& c)
{
    for (const ActorId admin : c.admins) {
        const Actor* actor = scope.state.actor(admin);
        if (actor == nullptr || actor->kind != ActorKind::Person)
            return fail(lawError(12, "%1 is no enrolled person and cannot be administrator.", {text(admin.text())}));
    }
    const auto count = static_cast<std::int64_t>(c.admins.size());
    if (c.threshold > count || (scope.state.mode == Mode::Team && (count < 2 || c.threshold < 2))
        || (scope.state.mode == Mode::Single && count != 1))
        return fail(lawError(12, "%1 administrators of whom %2 must agree do not fit the mode of this workspace.",
            {number(count), number(c.threshold)}));
    return {};
}

template <int N> Status checkChange(const Scope& scope, const change::TrustChange<N>& c)
{
    if (c.key.empty() || c.name.empty())
        return fail(lawError(12, "A trusted key has a key and a name."));
    const bool known = std::any_of(scope.state.trusted.begin(), scope.state.trusted.end(),
        [&](const Trusted& t) { return t.purpose == c.purpose && t.key == c.key; });
    if (known == (N == 0))
        return fail(lawError(12,
            N == 0 ? "This key is trusted for that purpose already." : "This key is not trusted for that purpose."));
    return {};
}

Status checkChange(const Scope& scope, const change::SetRules& c)
{
    if (c.to <= scope.state.rules)
        return fail(lawError(14, "The laws have version %1 already; they only go up.", {number(scope.state.rules)}));
    return {};
}

Status checkChange(const Scope& scope, const change::CorrectClock& c)
{
    if (c.from < 1 || c.to < c.from || c.to >= scope.context.index)
        return fail(lawError(
            13, "Entries %1 to %2 are not a range of this ledger after entry 0.", {number(c.from), number(c.to)}));
    return {};
}

Status checkChange(const Scope&, const change::MoveStore&)
{
    return {};
}

Status checkChange(const Scope& scope, const change::AcceptLoss& c)
{
    if (c.now.size > scope.context.index || c.had.size < c.now.size)
        return fail(lawError(12, "A loss leads from a larger tree to the one that is there now."));
    CS_TRY(const std::string real, scope.policies.rootAt(c.now.size));
    if (real != c.now.root)
        return fail(lawError(1, "The root named for %1 entries is not the ledger's.", {number(c.now.size)}));
    return {};
}

Status checkChange(const Scope&, const change::Close&)
{
    return {};
}

// What a change does.

struct Effect {
    cs::engine::Change& change;
    EntryIndex proposal;

    EntryIndex next() const { return change.context.index + 1; }

    void operator()(const change::Enrol& c) const
    {
        Actor actor;
        actor.id = ActorId(proposal);
        actor.kind = c.actorKind == "person" ? ActorKind::Person : ActorKind::Service;
        actor.card = c.card;
        actor.enrolledAt = change.context.index;
        actor.keys.push_back({c.key, next(), std::nullopt, {}, std::nullopt});
        change.state.keyOwner[c.key] = actor.id;
        change.state.actors[actor.id] = std::move(actor);
    }
    void operator()(const change::AddKey& c) const
    {
        change.state.keyOwner[c.key] = c.actor;
        change.state.actors[c.actor].keys.push_back({c.key, next(), std::nullopt, {}, std::nullopt});
    }
    void operator()(const change::RevokeKey& c) const
    {
        for (KeyRecord& key : change.state.actors[change.state.keyOwner[c.key]].keys)
            if (key.key == c.key) {
                key.revokedAt = next();
                key.why = c.why;
                key.since = c.since;
            }
        if (c.since)
            takeBack(change, c.key, *c.since);
    }
    void operator()(const change::Grant& c) const
    {
        change.state.actors[c.actor].assignments.push_back(
            {proposal, change.stamp(), c.role, c.domains, c.until, std::nullopt});
    }
    void operator()(const change::EndRole& c) const
    {
        for (auto& [id, actor] : change.state.actors)
            for (Assignment& assignment : actor.assignments)
                if (assignment.grant == c.grant && !assignment.ended)
                    assignment.ended = change.stamp();
    }
    void operator()(const change::SetAdmins& c) const
    {
        change.state.admins = {c.admins.begin(), c.admins.end()};
        change.state.threshold = c.threshold;
    }
    void operator()(const change::Trust& c) const { change.state.trusted.push_back({c.purpose, c.key, c.name}); }
    void operator()(const change::Distrust& c) const
    {
        std::erase_if(change.state.trusted, [&](const Trusted& t) { return t.purpose == c.purpose && t.key == c.key; });
    }
    void operator()(const change::SetRules& c) const { change.state.rules = c.to; }
    void operator()(const change::CorrectClock& c) const
    {
        change.state.clockCorrections.emplace_back(c.from, c.to);
        restamp(change.state);
    }
    void operator()(const change::MoveStore&) const { }
    void operator()(const change::AcceptLoss&) const { }
    void operator()(const change::Close&) const { change.state.closed = true; }
};

void completeIfReached(cs::engine::Change& change, AuthorityCase& authorityCase)
{
    const PolicyInForce* inForce = change.state.policyInForce();
    const policy::Policy* policy = inForce == nullptr ? nullptr : inForce->document.get();
    const bool founder = !change.state.opened && authorityCase.proposer == change.state.founder;
    if (!founder && !quorumReached(change.state, policy, authorityCase, signersOf(authorityCase)))
        return;
    authorityCase.effectiveAt = change.context.index;
    std::visit(Effect{change, authorityCase.index}, authorityCase.change);
}

const AuthorityCase* openCase(const LedgerState& state, EntryIndex proposal)
{
    const auto found = state.authorityCases.find(proposal);
    if (found == state.authorityCases.end() || found->second.effectiveAt || found->second.withdrawnAt)
        return nullptr;
    return &found->second;
}

} // namespace

Status judgeEvent(const Scope& scope, const AuthorityProposed& event)
{
    const auto* addKey = std::get_if<change::AddKey>(&event.change);
    const bool own = addKey != nullptr && addKey->actor == scope.context.actor;
    if (!scope.isAdmin() && !own)
        return fail(
            lawError(12, "%1 is no administrator and cannot propose this.", {text(scope.context.actor.text())}));
    if (!scope.state.opened && scope.context.actor != scope.state.founder)
        return fail(lawError(12, "Until the workspace is open only the founder enters people."));
    return std::visit([&](const auto& c) { return checkChange(scope, c); }, event.change);
}

void applyEvent(cs::engine::Change& change, const AuthorityProposed& event)
{
    AuthorityCase authorityCase;
    authorityCase.index = change.context.index;
    authorityCase.proposer = change.context.actor;
    authorityCase.change = event.change;
    auto& stored = change.state.authorityCases[change.context.index] = std::move(authorityCase);
    completeIfReached(change, stored);
}

Status judgeEvent(const Scope& scope, const AuthorityEndorsed& event)
{
    CS_CHECK(scope.requirePerson("endorse"));
    const AuthorityCase* authorityCase = openCase(scope.state, event.proposal);
    if (authorityCase == nullptr)
        return fail(lawError(12, "Entry %1 is no open proposal about people and keys.", {number(event.proposal)}));
    const ActorId me = scope.context.actor;
    if (authorityCase->proposer == me
        || std::find(authorityCase->endorsers.begin(), authorityCase->endorsers.end(), me)
            != authorityCase->endorsers.end())
        return fail(lawError(12, "%1 has signed this change already; a quorum counts persons.", {text(me.text())}));
    if (isOwnCase(scope.state, *authorityCase, me) && event.decision == "endorse")
        return fail(lawError(12, "%1 is the person concerned and cannot endorse it.", {text(me.text())}));
    const PolicyInForce* inForce = scope.state.policyInForce();
    const auto roles =
        signOffRoles(scope.state, inForce == nullptr ? nullptr : inForce->document.get(), authorityCase->change);
    const auto* admins = std::get_if<change::SetAdmins>(&authorityCase->change);
    const bool newAdmin =
        admins != nullptr && std::find(admins->admins.begin(), admins->admins.end(), me) != admins->admins.end();
    if (!scope.isAdmin() && !newAdmin && !scope.holdsAny(roles))
        return fail(lawError(12, "%1 is neither administrator nor asked to sign this change off.", {text(me.text())}));
    // The world may have moved since the proposal: what would take effect must still be possible.
    return std::visit([&](const auto& c) { return checkChange(scope, c); }, authorityCase->change);
}

void applyEvent(cs::engine::Change& change, const AuthorityEndorsed& event)
{
    AuthorityCase& authorityCase = change.state.authorityCases[event.proposal];
    if (event.decision == "object") {
        authorityCase.objected = true;
        return;
    }
    authorityCase.endorsers.push_back(change.context.actor);
    authorityCase.endorsedAt.push_back(change.context.index);
    completeIfReached(change, authorityCase);
}

Status judgeEvent(const Scope& scope, const AuthorityWithdrawn& event)
{
    const AuthorityCase* authorityCase = openCase(scope.state, event.proposal);
    if (authorityCase == nullptr || authorityCase->proposer != scope.context.actor)
        return fail(lawError(12, "Entry %1 is no open proposal of yours.", {number(event.proposal)}));
    return {};
}

void applyEvent(cs::engine::Change& change, const AuthorityWithdrawn& event)
{
    change.state.authorityCases[event.proposal].withdrawnAt = change.context.index;
}

} // namespace cs::engine
