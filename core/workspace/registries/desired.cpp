// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/registries/desired.h"

#include "core/ledger/merkle.h"

#include <algorithm>

namespace cs::sync {
namespace {

std::string compactTime(UtcTime time)
{
    std::string text = time.text(); // 2026-11-30T06:15:00.000Z
    std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
    return text.substr(0, text.find('.')) + "Z";
}

Result<std::map<std::string, std::string>> stampsFor(const Session& session, const engine::VersionBrief& brief)
{
    const EntryIndex cause = brief.entered.index;
    const query::EntryMeta meta = session.meta(cause);
    CS_TRY(const std::string line, session.line(cause));
    std::map<std::string, std::string> stamps;
    stamps["countersign-stage"] = brief.stage;
    stamps["countersign-decision"] =
        meta.subject == PromotionTag::letter ? meta.subjectText() : "entry-" + std::to_string(cause);
    stamps["countersign-ledger"] = leafHash(line).hex().substr(0, shortHex);
    stamps["countersign-at"] = compactTime(brief.entered.time);
    if (brief.artifact.sha)
        stamps["countersign-artifact"] = brief.artifact.sha->hex().substr(0, shortHex);
    return stamps;
}

} // namespace

const Wish* Desired::find(VersionId id) const
{
    const auto found = std::ranges::find(wishes, id, &Wish::id);
    return found == wishes.end() ? nullptr : &*found;
}

Result<Desired> desired(const Session& session, const RegistryOptions& options, const KnownVersions& known)
{
    Desired all;
    std::map<std::pair<std::string, std::string>, EntryIndex> newest; // an alias is exclusive: who came last holds it
    const auto& briefs = session.state().versionBriefs;
    for (const auto& [id, brief] : briefs) {
        const auto name = known.names().find(brief.model);
        if (name == known.names().end() || brief.entered.index == id.index())
            continue;
        Wish wish;
        wish.id = id;
        wish.name = name->second;
        const bool prefixed = brief.label.size() > 1 && brief.label.front() == 'v';
        wish.version = prefixed ? brief.label.substr(1) : brief.label;
        if (known.version(wish.name, wish.version) != id)
            continue;
        wish.cause = brief.entered.index;
        wish.rolledBack = std::string_view(session.meta(wish.cause).type) == "rollback.executed";
        CS_TRY(wish.stamps, stampsFor(session, brief));
        if (const auto alias = options.aliases.find(brief.stage); alias != options.aliases.end()) {
            EntryIndex& last = newest.try_emplace({wish.name, alias->second}, -1).first->second;
            if (wish.cause > last) {
                last = wish.cause;
                all.holders[{wish.name, alias->second}] = id;
            }
        }
        all.wishes.push_back(std::move(wish));
    }
    std::ranges::sort(all.wishes, {}, [](const Wish& wish) { return std::pair(wish.cause, wish.id); });
    for (Wish& wish : all.wishes)
        for (const auto& [stage, alias] : options.aliases)
            if (const auto holder = all.holders.find({wish.name, alias});
                holder != all.holders.end() && holder->second == wish.id)
                wish.aliases.insert(alias);
    return all;
}

Difference difference(const Wish& wish, const Desired& all, const std::set<std::string>& managed, const Seen* seen)
{
    Difference out;
    if (seen == nullptr)
        return out;
    std::ranges::set_difference(wish.aliases, seen->aliases, std::inserter(out.set, out.set.end()));
    for (const auto& alias : seen->aliases)
        if (managed.contains(alias) && !all.holders.contains({wish.name, alias}))
            out.remove.insert(alias);
    for (const auto& [key, value] : wish.stamps)
        if (const auto there = seen->stamps.find(key); there == seen->stamps.end() || there->second != value)
            out.stamps[key] = value;
    return out;
}

const engine::Registry::Write* lastWrite(const engine::Registry& registry, const Wish& wish)
{
    for (auto write = registry.writes.rbegin(); write != registry.writes.rend(); ++write)
        if (write->event.cause == wish.cause && write->event.name == wish.name && write->event.version == wish.version)
            return &*write;
    return nullptr;
}

std::string listedHolder(const SeenVersions& seen, const std::string& name, const std::string& alias)
{
    for (auto at = seen.lower_bound({name, {}}); at != seen.end() && at->first.first == name; ++at)
        if (at->second.aliases.contains(alias))
            return at->first.second;
    return {};
}

bool putByHand(const engine::Registry& registry, const Wish& wish, const std::string& holder)
{
    const auto observed = registry.latest.find(wish.name + "/" + holder);
    return observed != registry.latest.end() && observed->second.stamp.index > wish.cause;
}

} // namespace cs::sync
