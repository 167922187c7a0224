// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by the session_*.cpp files only.
#pragma once

#include "core/audit/policy_blobs.h"
#include "core/identity/keychain_pin.h"
#include "core/query/cache_file.h"
#include "core/workspace/session.h"

#include <set>

namespace cs {

/// Would a replay read this event at all?
Status checkShape(const EntryHeader& header, const events::Event& event);

struct Session::Private {
    Private(Environment env, std::unique_ptr<LogStore> logStore)
        : environment(std::move(env))
        , store(std::move(logStore))
        , policies(*store, tree)
    {
    }

    Environment environment;
    std::unique_ptr<LogStore> store;
    Tree tree;
    mutable PolicyBlobs policies;
    engine::LedgerState state;
    std::unique_ptr<KeychainPin> secretPin;
    std::unique_ptr<PinStore> pins;
    HeadCheck check;
    std::optional<StoreAlarm> storeAlarm;
    std::string badNewEntry; // what is wrong with the entry after the last good one
    std::unique_ptr<query::CacheFile> cache; // null: everything stays in memory
    std::string unfitCache; // a cache file of another history, until the pin has said which one is ours
    std::vector<std::pair<query::CacheFile::Id, query::EntryMeta>> fresh; // entries that the cache does not have
    std::optional<std::vector<std::int64_t>> correctedTimes; // T of every entry, where the cache has older ones
    std::size_t corrections = 0; // clock corrections that `fresh` and the cache know of
    std::set<std::string, std::less<>> unreadTypes; // what the metas of unread entries point at
    bool readOnly = false;
    bool asStored = false;
    std::optional<heads::Judged> quarrel; // what somebody trusted has seen, and this ledger is not
    UtcTime newestWitnessed; // when a trusted witness last saw this very ledger
    bool waitsForNewer = false; // a head that was seen names more than is here
    std::optional<Loss> loss; // where it was opened as stored
    bool pinned = false; // false while a workspace is being founded at a temporary place
    std::string newer; // law 14: what this program does not know
    std::int64_t lastPinMs = 0;
    std::int64_t storeVersion = -1; // dataVersion() at the last catch-up
    mutable std::unordered_map<Digest, std::string> texts;
    ParsedEntry parsed;

    // session_replay.cpp
    Status replay(const std::function<void(std::int64_t, std::int64_t)>& progress, std::stop_token stop);
    Status take(std::string_view line);
    Status applyParsed();
    void note(const engine::EntryContext& context, const events::Event& event);
    Status noteUnread(const EntryHeader& header);
    Status checkPlace(const ParsedEntry& entry) const;
    Result<PublicKey> signingKey(const ParsedEntry& entry, const events::Event& event, ActorId actor) const;
    std::map<std::string, EntryIndex>* takenIds = nullptr; // of the entries that a lost race brings in

    // session_cache.cpp
    enum class Keep { Replaying, Live, Closing };
    /// Starts from the user's cache file where it fits this store; else from nothing.
    void restore();
    bool restoreFrom(query::CacheFile& file);
    /// Brings the cache file up to date when enough came in. Pointers to rows end here.
    void keep(Keep when);
    void attachCache();
    void dropUnfitCache();
    std::int64_t cached() const { return cache && cache->base() ? cache->base()->size : 0; }
    [[noreturn]] void cacheDamaged(const Error& error);
    query::EntryMeta retimed(EntryIndex index, query::EntryMeta meta) const;

    // session_pin.cpp
    Status checkPin(const std::string& place, const OpenOptions& options);
    Status compareWithVerified();
    Status onlyTheLoss(const events::Event& event) const;
    Result<bool> continuesHead(const TreeHead& older) const;
    void advancePin(bool person);
    void takeStoreAlarm(const Status& read);
    bool keepsOwnCopy(const Error& error) const;
    bool wasSeenBefore() const;
    std::string alarmText() const;
    Status maySign() const;
    Status notMoved(const events::Event& event) const;

    // session_heads.cpp
    Status compareSeenHeads();
    class AsLedger;
    Result<heads::Judged> judgeHead(const heads::Seen& seen) const;
    Status freshEnough(const events::Event& event) const;

    // session_submit.cpp
    engine::EntryContext contextOf(const EntryHeader& header, ActorId actor, const PublicKey& key) const;
    EntryHeader headerNow(const std::string& id, std::string_view type, ActorId actor) const;
    static Result<std::vector<LogStore::Text>> textsOf(const std::vector<Erasable>& erasables);
    // session_batch.cpp
    Result<std::string> judgeAndSign(const BatchItem& item, const Signer& signer);
    Status startAnew(const TreeHead& seen);
    Result<Appended> tryAppend(const EntryHeader& header, const std::string& payload, const events::Event& event,
        const Signer& signer, const std::vector<Erasable>& erasables);
    Status unaffectedSince(std::int64_t from, const events::Event& event) const;
    Result<std::optional<Appended>> afterRace(const std::string& id, std::int64_t seen, const events::Event& event);
    Status takeAppended(const std::string& line, const engine::EntryContext& context, const events::Event& event);
};

} // namespace cs
