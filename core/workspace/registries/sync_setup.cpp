// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/authority.h"
#include "core/workspace/registries/connections.h"
#include "core/workspace/views_p.h"

#include <algorithm>

namespace cs::sync {
namespace {

using Step = query::SyncSetup::Step;

/// The open proposal whose change a predicate wants; the newest, should there be several.
template <class Change, class Wanted>
const engine::AuthorityCase* openCase(const engine::LedgerState& state, const Wanted& wanted)
{
    const engine::AuthorityCase* found = nullptr;
    for (const auto& [index, open] : state.authorityCases) {
        const auto* change = std::get_if<Change>(&open.change);
        if (change != nullptr && !open.effectiveAt && !open.withdrawnAt && wanted(*change))
            found = &open;
    }
    return found;
}

bool hasSigned(const engine::AuthorityCase& open, ActorId id)
{
    return open.proposer == id || std::ranges::find(open.endorsers, id) != open.endorsers.end();
}

/// Whose signatures a proposal still waits for.
void fillWaiting(const Session& session, const engine::AuthorityCase& open, query::SyncSetup& setup)
{
    const auto& state = session.state();
    setup.proposal = open.index;
    for (const ActorId admin : state.admins) {
        if (hasSigned(open, admin))
            ++setup.administratorsSigned;
        else
            setup.administrators.push_back(views::person(session, admin).name);
    }
    if (state.mode == engine::Mode::Single)
        return;
    for (const std::string& role : engine::signOffRoles(state, views::policyOf(session).get(), open.change)) {
        std::vector<std::string> holders;
        bool done = false;
        for (const auto& [id, actor] : state.actors) {
            if (!engine::holdsRole(state, id, role))
                continue;
            // All who sign are distinct: an administrator fills a role only where the quorum has enough without them.
            const bool spare = !state.admins.contains(id) || setup.administratorsSigned > state.threshold;
            done = done || (spare && hasSigned(open, id));
            holders.push_back(views::person(session, id).name);
        }
        if (!done)
            setup.signOff.emplace_back(views::roleTitle(session, role), std::move(holders));
    }
}

void fillAdministrators(const Session& session, query::SyncSetup& setup)
{
    for (const ActorId admin : session.state().admins)
        setup.administrators.push_back(views::person(session, admin).name);
}

/// The service that holds the key in force, or an invalid id.
ActorId liveOwner(const engine::LedgerState& state, const PublicKey& key)
{
    const auto owner = state.keyOwner.find(key);
    if (owner == state.keyOwner.end())
        return {};
    const engine::Actor* actor = state.actor(owner->second);
    const bool live = actor != nullptr && actor->kind == engine::ActorKind::Service
        && std::ranges::any_of(
            actor->keys, [&](const engine::KeyRecord& record) { return record.key == key && !record.revokedAt; });
    return live ? owner->second : ActorId();
}

} // namespace

query::SyncSetup syncSetup(const Session& session, const std::optional<PublicKey>& key, ActorId me)
{
    const auto& state = session.state();
    query::SyncSetup setup;
    setup.threshold = state.threshold;
    setup.meAdmin = me.isValid() && state.admins.contains(me);
    setup.step = Step::Key;
    if (!key)
        return setup;
    setup.service = liveOwner(state, *key);
    if (!setup.service.isValid() && state.keyOwner.contains(*key))
        return setup; // revoked: it takes another one
    setup.fingerprint = fingerprint(*key);
    if (!setup.service.isValid()) {
        const auto* open =
            openCase<events::change::Enrol>(state, [&](const auto& change) { return change.key == *key; });
        setup.step = open != nullptr ? Step::Endorsement : Step::Enrolment;
        open != nullptr ? fillWaiting(session, *open, setup) : fillAdministrators(session, setup);
        return setup;
    }
    if (engine::holdsRole(state, setup.service, syncRole)) {
        setup.step = Step::Ready;
        return setup;
    }
    const auto* open = openCase<events::change::Grant>(
        state, [&](const auto& change) { return change.actor == setup.service && change.role == syncRole; });
    setup.step = open != nullptr ? Step::GrantEndorsement : Step::Grant;
    open != nullptr ? fillWaiting(session, *open, setup) : fillAdministrators(session, setup);
    return setup;
}

} // namespace cs::sync
