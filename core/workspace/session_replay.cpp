// SPDX-License-Identifier: GPL-3.0-or-later
// From stored lines to state: place, signature, laws, in that order, for each entry.
#include "core/workspace/session_p.h"

#include <algorithm>

namespace cs {
namespace {

constexpr std::size_t readBytes = 1U << 20U;

Error stopped()
{
    return couldNot("CS-WORKSPACE-STOPPED", "Opening was stopped. Nothing was changed.");
}

template <class Id> std::pair<char, std::int64_t> subject(char letter, Id id)
{
    return {letter, id.index()};
}

/// What an entry is about: the thing that it names, or that it creates.
std::pair<char, std::int64_t> subjectOf(EntryIndex index, const events::Event& event)
{
    return std::visit(
        [&]<class E>(const E& e) -> std::pair<char, std::int64_t> {
            if constexpr (std::is_same_v<E, events::PromotionProposed>)
                return {PromotionTag::letter, index};
            else if constexpr (std::is_same_v<E, events::VersionRegistered>)
                return {VersionTag::letter, index};
            else if constexpr (std::is_same_v<E, events::ModelRegistered>)
                return {ModelTag::letter, index};
            else if constexpr (std::is_same_v<E, events::FindingOpened>)
                return {FindingTag::letter, index};
            else if constexpr (std::is_same_v<E, events::RegistryAdded>)
                return {RegistryTag::letter, index};
            else if constexpr (requires { e.decision.promotion; })
                return subject(PromotionTag::letter, e.decision.promotion);
            else if constexpr (requires { e.promotion; })
                return subject(PromotionTag::letter, e.promotion);
            else if constexpr (requires { e.plan.from; })
                return subject(VersionTag::letter, e.plan.from);
            else if constexpr (requires { e.version.index(); })
                return subject(VersionTag::letter, e.version);
            else if constexpr (requires { e.model.index(); })
                return subject(ModelTag::letter, e.model);
            else if constexpr (requires { e.finding.index(); })
                return subject(FindingTag::letter, e.finding);
            else if constexpr (requires { e.registry.index(); })
                return subject(RegistryTag::letter, e.registry);
            else
                return {0, -1};
        },
        event);
}

bool isNewer(const Error& error)
{
    return error.law() == 14;
}

} // namespace

// NOLINTNEXTLINE(performance-unnecessary-value-param): as it is kept while lines are read
Status Session::Private::replay(const std::function<void(std::int64_t, std::int64_t)>& progress, std::stop_token stop)
{
    CS_TRY(const TreeHead claimed, store->head());
    while (tree.size() < claimed.size) {
        if (stop.stop_requested())
            return fail(stopped());
        CS_TRY(const auto lines, store->read(tree.size(), readBytes));
        if (lines.empty())
            return fail(lawError(1, "The store says that it holds %1 entries, but entry %2 is not there.",
                {QString::number(claimed.size), QString::number(tree.size())})
                            .withEntry(tree.size()));
        for (const std::string& line : lines) {
            if (const Status taken = take(line); !taken) {
                CS_CHECK(store->confirm(tree.size())); // what came before it stands
                return fail(taken.error());
            }
        }
        CS_CHECK(store->confirm(tree.size()));
        keep(Keep::Replaying);
        if (progress)
            progress(std::min(tree.size(), claimed.size), claimed.size);
    }
    CS_TRY(storeVersion, store->dataVersion());
    return {};
}

Status Session::Private::checkPlace(const ParsedEntry& entry) const
{
    const TreeHead head = tree.head();
    if (entry.header().after == head)
        return {};
    return fail(lawError(1,
        "Entry %1 was signed to follow the ledger at %2, but here it follows %3: an entry is missing, added, moved or "
        "altered. Restore the file from a backup.",
        {QString::number(head.size), qs(entry.header().after.text()), qs(head.text())})
                    .withEntry(head.size));
}

/// Takes one more line behind the tree's end. With a newer ledger only its place is checked (law 14).
Status Session::Private::take(std::string_view line)
{
    const EntryIndex index = tree.size();
    if (auto status = parsed.parse(line); !status)
        return fail(std::move(status).error().withLaw(1).withEntry(index));
    CS_CHECK(checkPlace(parsed));
    if (index == 0)
        state.workspaceId = workspaceIdOf(line);
    if (newer.empty()) {
        if (auto status = applyParsed(); !status) {
            if (!isNewer(status.error()))
                return fail(std::move(status).error().withEntry(index));
            newer = utf8(status.error().message());
        }
    }
    if (!newer.empty())
        CS_CHECK(noteUnread(parsed.header()));
    if (takenIds != nullptr)
        takenIds->emplace(parsed.header().id, index);
    tree.append(leafHash(line));
    return {};
}

Status Session::Private::applyParsed()
{
    const EntryHeader& header = parsed.header();
    CS_TRY(const events::Event event, events::decode(header.type, header.v, parsed.body()));
    CS_TRY(const ActorId actor, ActorId::fromText(header.actor));
    CS_TRY(const PublicKey key, signingKey(parsed, event, actor));
    const engine::EntryContext context = contextOf(header, actor, key);
    CS_CHECK(engine::apply(state, context, event, policies));
    note(context, event);
    if (const auto* erased = std::get_if<events::BlobErased>(&event)) {
        texts.erase(erased->blob.digest);
        CS_CHECK(store->forgetBlob(erased->blob.digest));
    }
    return {};
}

void Session::Private::note(const engine::EntryContext& context, const events::Event& event)
{
    const auto [letter, about] = subjectOf(context.index, event);
    fresh.emplace_back(engine::EntryIds::bytesOf(context.id),
        query::EntryMeta{events::typeOf(event), context.actor, context.at, state.time, letter, about, false});
    if (state.clockCorrections.size() == corrections)
        return;
    corrections = state.clockCorrections.size();
    correctedTimes = engine::ledgerTimes(state);
}

/// Behind the first entry that only a newer program knows, an entry is listed with what its header claims.
Status Session::Private::noteUnread(const EntryHeader& header)
{
    auto actor = ActorId::fromText(header.actor);
    if (!actor)
        return fail(std::move(actor).error().withLaw(1).withEntry(header.after.size));
    const UtcTime before = fresh.empty() ? state.time : fresh.back().second.time;
    fresh.emplace_back(engine::EntryIds::bytesOf(header.id),
        query::EntryMeta{
            *unreadTypes.insert(header.type).first, *actor, header.at, std::max(before, header.at), 0, -1, true});
    return {};
}

/// The key under which the one signature verifies. Whether it may sign is for the engine (law 2).
Result<PublicKey> Session::Private::signingKey(
    const ParsedEntry& entry, const events::Event& event, ActorId actor) const
{
    std::vector<PublicKey> candidates;
    if (const auto* created = std::get_if<events::WorkspaceCreated>(&event); created != nullptr && tree.size() == 0)
        candidates.push_back(created->key);
    else if (const engine::Actor* known = state.actor(actor))
        for (const engine::KeyRecord& record : known->keys)
            candidates.push_back(record.key);
    std::ranges::stable_partition(candidates, [&](const PublicKey& key) { return fingerprint(key) == entry.keyid(); });
    for (const PublicKey& key : candidates)
        if (entry.verifies(key))
            return key;
    return fail(lawError(2, "The signature of entry %1 does not verify under any key of %2.",
        {QString::number(tree.size()), qs(actor.text())})
                    .withEntry(tree.size()));
}

engine::EntryContext Session::Private::contextOf(const EntryHeader& header, ActorId actor, const PublicKey& key) const
{
    return {header.after.size, header.id, header.at, header.station, actor, key};
}

} // namespace cs
