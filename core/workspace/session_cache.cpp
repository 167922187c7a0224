// SPDX-License-Identifier: GPL-3.0-or-later
// What was replayed is kept in the user's cache file, so that opening takes the same time for every length of ledger.
// @source ledger-events.md section 8
#include "core/engine/archive.h"
#include "core/ledger/store/store_files.h"
#include "core/workspace/session_p.h"

#include <algorithm>

namespace cs {
namespace {

using query::CacheFile;

/// Entries after which the cache file is brought up to date: while a person works, while a long ledger is replayed, and
/// at the end (a few entries are replayed sooner than a file is written).
constexpr std::size_t keepLive = 1'000, keepReplaying = 20'000, keepClosing = 50;

template <class T, class From>
typename engine::Rows<T>::Loader loader(
    CacheFile& file, CacheFile::Row kind, From from, std::function<void(const Error&)> damaged)
{
    return [&file, kind, from, damaged](EntryIndex index) -> std::unique_ptr<T> {
        auto bytes = file.row(kind, index);
        if (!bytes)
            damaged(bytes.error());
        if (!*bytes)
            return nullptr;
        auto row = from(**bytes);
        if (row == nullptr)
            damaged(couldNot("CS-CACHE-DAMAGED", "A row of the cache file cannot be read. Open the workspace again."));
        return row;
    };
}

template <class T> void addChanged(const engine::Rows<T>& rows, CacheFile::Row kind, CacheFile::Addition& addition)
{
    for (const EntryIndex index : rows.changed())
        addition.rows.emplace(std::pair(kind, index), engine::archived(*rows.find(index)));
}

} // namespace

void Session::Private::restore()
{
    const auto first = store->readLine(0);
    if (asStored || environment.cacheDir.empty() || !first) // the file is of the history that was verified
        return;
    const std::string path = environment.cacheDir + "/" + workspaceIdOf(*first) + ".db";
    auto file = CacheFile::open(path, engine::archiveFormat(), workspaceIdOf(*first));
    if (!file)
        return; // a full disk or a read-only home: slower, and nothing worse
    if ((*file)->base() && !restoreFrom(**file)) {
        state = engine::LedgerState();
        tree = Tree();
        unfitCache = path;
        return;
    }
    cache = *std::move(file);
    attachCache();
}

/// The file belongs to this store if the store's tree had this root at that size: everything after it names the head
/// that it was signed on.
bool Session::Private::restoreFrom(CacheFile& file)
{
    const auto claimed = store->head();
    const CacheFile::Base base = *file.base();
    if (!claimed || base.size > claimed->size)
        return false;
    auto edge = Tree::restore(base.size, *store);
    if (!edge || edge->root() != base.root)
        return false;
    tree = *std::move(edge);
    const auto bytes = file.state();
    if (!bytes || !engine::restoreRest(state, *bytes, policies) || state.size != base.size) {
        file.invalidate();
        return false;
    }
    corrections = state.clockCorrections.size();
    return true;
}

void Session::Private::attachCache()
{
    CacheFile& file = *cache;
    const auto damaged = [this](const Error& error) { cacheDamaged(error); };
    state.versions.setLoader(loader<engine::Version>(file, CacheFile::Row::Version, engine::versionFrom, damaged));
    state.promotions.setLoader(
        loader<engine::Promotion>(file, CacheFile::Row::Promotion, engine::promotionFrom, damaged));
    state.entryIds.setEarlier([&file, damaged](const CacheFile::Id& id) {
        const auto known = file.hasId(id);
        if (!known)
            damaged(known.error());
        return *known;
    });
    state.signedTimes.setEarlier([&file, damaged] {
        auto times = file.signedTimes();
        if (!times)
            damaged(times.error());
        return *std::move(times);
    });
}

void Session::Private::keep(Keep when)
{
    const std::size_t due = when == Keep::Live ? keepLive : when == Keep::Replaying ? keepReplaying : keepClosing;
    const TreeHead head = tree.head();
    const bool whole = cached() + std::ssize(fresh) == head.size; // not so after it was found damaged
    if (!cache || !whole || !newer.empty() || fresh.size() < due || !check.maySign())
        return;
    CacheFile::Addition addition{{head.size, head.root}, engine::archivedRest(state), {}, fresh, correctedTimes};
    addChanged(state.versions, CacheFile::Row::Version, addition);
    addChanged(state.promotions, CacheFile::Row::Promotion, addition);
    const auto written = cache->write(addition);
    if (!written)
        cacheDamaged(written.error());
    if (!*written)
        return; // another process keeps it: this one goes on with what it has in memory
    state.versions.evict();
    state.promotions.evict();
    attachCache();
    fresh.clear();
    correctedTimes.reset();
}

/// The history that the pin knows is this one: the other one's file makes place, and the next opening builds anew.
void Session::Private::dropUnfitCache()
{
    if (unfitCache.empty() || !check.maySign())
        return;
    removeStoreFiles(unfitCache);
}

void Session::Private::cacheDamaged(const Error& error)
{
    cache->invalidate();
    throw CacheDamaged(error);
}

query::EntryMeta Session::Private::retimed(EntryIndex index, query::EntryMeta meta) const
{
    if (correctedTimes && static_cast<std::size_t>(index) < correctedTimes->size())
        meta.time = UtcTime((*correctedTimes)[static_cast<std::size_t>(index)]);
    return meta;
}

query::EntryMeta Session::meta(EntryIndex index) const
{
    const std::int64_t cached = d->cached();
    if (index >= cached)
        return d->retimed(index, d->fresh.at(static_cast<std::size_t>(index - cached)).second);
    auto found = d->cache->entry(index);
    if (!found)
        d->cacheDamaged(found.error());
    return d->retimed(index, *found);
}

void Session::eachMeta(const std::function<bool(EntryIndex, const query::EntryMeta&)>& take) const
{
    const std::int64_t cached = d->cached();
    for (std::size_t i = d->fresh.size(); i-- > 0;) {
        const EntryIndex index = cached + static_cast<std::int64_t>(i);
        if (!take(index, d->retimed(index, d->fresh[i].second)))
            return;
    }
    if (cached == 0)
        return;
    const Status read = d->cache->eachEntry(
        [&](EntryIndex index, const query::EntryMeta& meta) { return take(index, d->retimed(index, meta)); });
    if (!read)
        d->cacheDamaged(read.error());
}

} // namespace cs
