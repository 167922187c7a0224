// SPDX-License-Identifier: GPL-3.0-or-later
// From an event to an appended entry: judge, sign, append, apply, pin. No lock is held while judging or signing.
#include "core/crypto/commit.h"
#include "core/workspace/session_p.h"

#include <algorithm>

namespace cs {
namespace {

constexpr int attempts = 3;
/// A page may stand open for a while; a payload older than this is dated anew before it is signed.
constexpr std::int64_t datedAnewMs = 240'000;
constexpr std::size_t concernedMost = 20; // that an error names

/// Its code is changedCode. @param concerned those between that stand in the event's streams
Error changedMeanwhile(std::int64_t from, std::int64_t to, const std::vector<EntryIndex>& concerned)
{
    QStringList named;
    for (const EntryIndex index : concerned)
        named.append(QString::number(index));
    return couldNot("CS-WORKSPACE-CHANGED",
        "Nothing was signed: entries %1 to %2 came in meanwhile, and these concern the same subject: %3. Look again.",
        {QString::number(from), QString::number(to), named.join(QStringLiteral(", "))});
}

Appended appendedAt(EntryIndex index, std::string line, const TreeHead& head)
{
    return {index, std::move(line), head};
}

} // namespace

/// Would a replay read this event at all? A body that is not of its shape must never be appended: it could not be
/// taken out again, and no copy of the ledger could be opened.
Status checkShape(const EntryHeader& header, const events::Event& event)
{
    const std::string body = events::encodeBody(event);
    CS_TRY(const auto document, json::parse(body, json::entryLimits));
    CS_CHECK(events::decode(header.type, header.v, document->root()));
    return {};
}

EntryHeader Session::Private::headerNow(const std::string& id, std::string_view type, ActorId actor) const
{
    EntryHeader header;
    header.id = id;
    header.type = std::string(type);
    header.at = environment.clock->now();
    header.clock = environment.clock->quality();
    header.station = environment.station;
    header.actor = actor.text();
    header.after = tree.head();
    return header;
}

Status Session::Private::takeAppended(
    const std::string& line, const engine::EntryContext& context, const events::Event& event)
{
    if (context.index == 0)
        state.workspaceId = workspaceIdOf(line);
    CS_CHECK(engine::apply(state, context, event, policies, engine::Judged::Yes));
    note(context, event);
    tree.append(leafHash(line));
    if (const auto* erased = std::get_if<events::BlobErased>(&event)) {
        texts.erase(erased->blob.digest);
        CS_CHECK(store->eraseBlob(erased->blob.digest));
    }
    return {};
}

/// For the store; they must be those that the entry commits to. Valid as long as the erasables.
Result<std::vector<LogStore::Text>> Session::Private::textsOf(const std::vector<Erasable>& erasables)
{
    std::vector<LogStore::Text> named;
    for (const Erasable& erasable : erasables) {
        if (commitment(erasable.salt, erasable.text) != erasable.commitment.digest)
            return fail(usageError("CS-WORKSPACE-COMMITMENT", "A text does not belong to its commitment %1.",
                {qs(erasable.commitment.digest.text())}));
        named.push_back({erasable.text, erasable.salt});
    }
    return named;
}

Result<Appended> Session::Private::tryAppend(const EntryHeader& header, const std::string& payload,
    const events::Event& event, const Signer& signer, const std::vector<Erasable>& erasables)
{
    const engine::EntryContext context = contextOf(header, signer.actor, signer.key->publicKey());
    CS_CHECK(engine::checkLiveClock(state, event, header.at, environment.clock->now()));
    CS_CHECK(engine::judge(state, context, event, policies));
    CS_CHECK(checkShape(header, event));
    CS_TRY(const std::string line, signEntry(payload, *signer.key));
    // In one step: an entry must never name what the store does not have, and the disk is waited for once.
    CS_TRY(const auto named, textsOf(erasables));
    CS_TRY(const std::int64_t index, store->append(tree.size(), {&line, 1}, named));
    CS_CHECK(takeAppended(line, context, event));
    const engine::Actor* actor = state.actor(signer.actor);
    advancePin(actor != nullptr && actor->kind == engine::ActorKind::Person);
    keep(Keep::Live);
    return appendedAt(index, line, tree.head());
}

/// Reads what came first. @returns our own entry if a lost answer had appended it after all; nothing if it is free to
/// sign again; CS-WORKSPACE-CHANGED if something new stands in the event's streams. @param seen what was looked at
Result<std::optional<Appended>> Session::Private::afterRace(
    const std::string& id, std::int64_t seen, const events::Event& event)
{
    std::map<std::string, EntryIndex> ids;
    takenIds = &ids;
    const Status read = replay({}, {});
    takenIds = nullptr;
    CS_CHECK(read);
    CS_CHECK(maySign());
    if (const auto own = ids.find(id); own != ids.end()) {
        CS_TRY(std::string line, store->readLine(own->second));
        return appendedAt(own->second, std::move(line), tree.head());
    }
    CS_CHECK(unaffectedSince(seen, event));
    return std::optional<Appended>();
}

Result<Appended> Session::submit(const events::Event& event, const Signer& signer, std::vector<Erasable> erasables)
{
    CS_TRY(const Prepared prepared, prepare(event, signer.actor, std::move(erasables)));
    return submitPrepared(prepared, signer);
}

Status Session::wouldAccept(const events::Event& event, ActorId actor, const PublicKey& key) const
{
    CS_CHECK(d->maySign());
    CS_CHECK(d->onlyTheLoss(event));
    CS_CHECK(d->notMoved(event));
    CS_CHECK(d->freshEnough(event));
    const EntryHeader header = d->headerNow(std::string(32, '0'), events::typeOf(event), actor);
    CS_CHECK(engine::checkLiveClock(d->state, event, header.at, header.at));
    return engine::judge(d->state, d->contextOf(header, actor, key), event, d->policies);
}

Result<Session::Prepared> Session::prepare(
    const events::Event& event, ActorId actor, std::vector<Erasable> erasables) const
{
    CS_CHECK(d->maySign());
    CS_CHECK(d->onlyTheLoss(event));
    CS_CHECK(d->notMoved(event));
    CS_CHECK(d->freshEnough(event));
    Prepared prepared;
    prepared.header = d->headerNow(toHex(d->environment.random(16)), events::typeOf(event), actor);
    prepared.payload = encodePayload(prepared.header, events::encodeBody(event));
    prepared.event = event;
    prepared.actor = actor;
    prepared.erasables = std::move(erasables);
    return prepared;
}

Result<Appended> Session::submitPrepared(const Prepared& prepared, const Signer& signer)
{
    CS_CHECK(d->maySign());
    if (signer.key == nullptr || prepared.actor != signer.actor)
        return fail(usageError(
            "CS-WORKSPACE-SIGNER", "The entry was prepared for %1, and another signs.", {qs(prepared.actor.text())}));
    EntryHeader header = prepared.header;
    std::string payload = prepared.payload;
    if (header.after != d->tree.head())
        CS_CHECK(d->unaffectedSince(header.after.size, prepared.event));
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (header.after != d->tree.head() || d->environment.clock->now().msSince(header.at) > datedAnewMs) {
            header = d->headerNow(header.id, header.type, signer.actor);
            payload = encodePayload(header, events::encodeBody(prepared.event));
        }
        auto appended = d->tryAppend(header, payload, prepared.event, signer, prepared.erasables);
        if (appended || !hasCode(appended.error(), storeRaceCode))
            return appended;
        CS_TRY(auto own, d->afterRace(header.id, prepared.header.after.size, prepared.event));
        if (own)
            return *std::move(own);
    }
    return fail(couldNot("CS-WORKSPACE-RACE", "Three times another entry came first. Nothing was signed; try again."));
}

/// Did nothing come in from an index on that concerns the event? For payloads prepared at an older head.
Status Session::Private::unaffectedSince(std::int64_t from, const events::Event& event) const
{
    const auto mine = engine::streamsOf(state, tree.size(), event);
    std::vector<EntryIndex> concerned;
    for (EntryIndex index = from; index < tree.size() && concerned.size() < concernedMost; ++index) {
        CS_TRY(const std::string line, store->readLine(index));
        ParsedEntry entry;
        CS_CHECK(entry.parse(line));
        CS_TRY(const events::Event other, events::decode(entry.header().type, entry.header().v, entry.body()));
        const auto theirs = engine::streamsOf(state, index, other);
        if (std::ranges::find_first_of(mine, theirs) != mine.end())
            concerned.push_back(index);
    }
    return concerned.empty() ? Status() : fail(changedMeanwhile(from, tree.size() - 1, concerned));
}

} // namespace cs
