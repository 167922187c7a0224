// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/past.h"

#include "core/ledger/merkle.h"

#include <algorithm>

namespace cs {
namespace {

constexpr std::size_t readBytes = 1U << 20U;

/// The session has verified every signature; which of an actor's keys it was is all that is asked here.
Result<PublicKey> signerOf(const ParsedEntry& entry, const engine::LedgerState& state, const events::Event& event)
{
    if (const auto* created = std::get_if<events::WorkspaceCreated>(&event))
        return created->key;
    CS_TRY(const ActorId id, ActorId::fromText(entry.header().actor));
    const engine::Actor* actor = state.actor(id);
    if (actor != nullptr && actor->keys.size() == 1)
        return actor->keys.front().key;
    if (actor != nullptr)
        for (const engine::KeyRecord& record : actor->keys)
            if (entry.verifies(record.key))
                return record.key;
    return fail(lawError(2, "The signer of entry %1 is not known.", {QString::number(state.size)}));
}

Status takeLine(std::string_view line, ParsedEntry& entry, engine::LedgerState& state, engine::PolicySource& policies,
    const BeforeEntry& before)
{
    CS_CHECK(entry.parse(line));
    const EntryHeader& header = entry.header();
    CS_TRY(const events::Event event, events::decode(header.type, header.v, entry.body()));
    if (before) {
        CS_CHECK(before(state, event, engine::timeOfNext(state, header.at)));
    }
    CS_TRY(const PublicKey key, signerOf(entry, state, event));
    CS_TRY(const ActorId actor, ActorId::fromText(header.actor));
    const engine::EntryContext context{state.size, header.id, header.at, header.station, actor, key};
    return engine::apply(state, context, event, policies, engine::Judged::Yes);
}

/// @returns the tree of what was applied.
Result<Tree> applyLines(Session& session, std::int64_t size, engine::LedgerState& state, const BeforeEntry& before)
{
    Tree tree;
    ParsedEntry parsed;
    while (tree.size() < size) {
        CS_TRY(const auto lines, session.store().read(tree.size(), readBytes));
        if (lines.empty())
            break;
        for (const std::string& line : lines) {
            if (tree.size() == size)
                break;
            CS_CHECK(takeLine(line, parsed, state, session.policies(), before));
            tree.append(leafHash(line));
        }
    }
    return tree;
}

} // namespace

Result<engine::LedgerState> stateBefore(Session& session, EntryIndex index)
{
    engine::LedgerState state;
    state.workspaceId = session.state().workspaceId;
    CS_TRY(const Session::Decoded entry, session.decoded(index));
    CS_TRY(const Tree tree, applyLines(session, index, state, {}));
    if (tree.head() != entry.header.after)
        return fail(lawError(1, "The store has other lines before entry %1 by now.", {QString::number(index)}));
    return state;
}

Result<engine::LedgerState> replay(Session& session, std::int64_t size, const BeforeEntry& before)
{
    engine::LedgerState state;
    state.workspaceId = session.state().workspaceId;
    CS_TRY(const Tree tree, applyLines(session, size, state, before));
    if (tree.size() != size || (size == session.head().size && tree.head() != session.head()))
        return fail(lawError(1, "The store has other lines by now."));
    return state;
}

} // namespace cs
