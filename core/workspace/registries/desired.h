// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/registries/mapping.h"

/// What the registry should say, derived from the ledger's present state alone: never a queue of old wishes, so that
/// repeating it does no harm and two consoles write the same. @source registries.md section 9
namespace cs::sync {

inline constexpr std::size_t shortHex = 40; ///< digits of a digest in a stamp: 160 bits, and it fits every registry

/// Of one version that has moved at least once.
struct Wish {
    VersionId id;
    std::string name, version; ///< as the registry calls them
    EntryIndex cause = -1; ///< entry that brought it where it stands
    bool rolledBack = false; ///< that entry is a rollback
    std::set<std::string> aliases; ///< that it alone should hold
    std::map<std::string, std::string> stamps;
};
struct Desired {
    std::vector<Wish> wishes; ///< in the order of their causes
    std::map<std::pair<std::string, std::string>, VersionId> holders; ///< (model, alias) → who holds it; none: invalid
    const Wish* find(VersionId id) const;
};
Result<Desired> desired(const Session& session, const RegistryOptions& options, const KnownVersions& known);

/// How a version stood in the registry when it was listed.
struct Seen {
    VersionId id; ///< invalid: not in the ledger
    std::set<std::string> aliases;
    std::string stage, run;
    std::map<std::string, std::string> stamps;
};
using SeenVersions = std::map<std::pair<std::string, std::string>, Seen>; ///< (model, version) →

/// What is to be changed for one wish to come true; empty if nothing.
struct Difference {
    std::set<std::string> set; ///< aliases to move here
    std::set<std::string> remove; ///< aliases to take from it, that nobody should hold
    std::map<std::string, std::string> stamps;
    bool empty() const { return set.empty() && remove.empty() && stamps.empty(); }
};
/// @param managed aliases that stand for stages: others are nobody's business here.
Difference difference(const Wish& wish, const Desired& all, const std::set<std::string>& managed, const Seen* seen);

/// The last attempt for a wish's cause, or null.
const engine::Registry::Write* lastWrite(const engine::Registry& registry, const Wish& wish);
/// The registry's version that held an alias when it was listed; empty if none did.
std::string listedHolder(const SeenVersions& seen, const std::string& name, const std::string& alias);
/// Somebody put an alias onto that version after the ledger had decided: it was seen there after the wish's cause.
bool putByHand(const engine::Registry& registry, const Wish& wish, const std::string& holder);

} // namespace cs::sync
