// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/laws.h"
#include "core/identity/key_ring.h"
#include "core/ledger/entry.h"
#include "core/ledger/store/log_store.h"
#include "core/ledger/store/pin.h"
#include "core/query/entry_meta.h"
#include "core/query/views.h"
#include "core/workspace/heads/seen.h"

#include <exception>
#include <functional>
#include <memory>
#include <stop_token>

namespace cs {

/// What a session needs from outside; all of it is passed in, so that tests bring their own.
struct Environment {
    const Clock* clock = nullptr;
    Keychain* keychain = nullptr; // may be null: reading needs no key
    std::string stateDir; // $XDG_STATE_HOME/countersign
    std::string cacheDir; // $XDG_CACHE_HOME/countersign
    std::string station; // 16 hex digits, per installation and OS user (kept in stateDir)
    std::string program = "countersign"; // as a server lists who is connected
    std::function<Bytes(std::size_t)> random; // random bytes

    /// The real thing: system clock, XDG folders, OS random. The keychain is set by the caller.
    static Result<Environment> system(const Clock& clock, Keychain* keychain);
};

enum class Trust {
    Ask, ///< First contact is an error CS-PIN-FIRST-CONTACT that shows id and root.
    FirstContact, ///< The user has compared id and root, or says so (--first-contact).
};
struct OpenOptions {
    bool readOnly = false;
    Trust trust = Trust::Ask;
    std::optional<std::string> trusted; ///< COUNTERSIGN_TRUST: ID@SIZE:ROOT
    /// The history that the store shows now, even where it is not the one that was verified here. Nothing can be
    /// signed in it but what accepts the loss, and no pin is moved.
    bool asStored = false;
    std::function<void(std::int64_t done, std::int64_t total)> progress;
    std::stop_token stop;
};

/// What this user has verified and the store does not hold any more.
struct Loss {
    TreeHead had; ///< the larger of what was verified and what was pinned
    TreeHead common; ///< the last head that both hold; of size 0 where nobody can tell
    bool bothKnown = false; ///< the lines of both are here, so that common is exact
};

/// Code of the error of a signature that lost a race: args() are the first and the last entry that came in since what
/// was looked at, and those among them that concern the same subject, separated by ", ".
inline constexpr const char* changedCode = "CS-WORKSPACE-CHANGED";

/// Who signs: an actor of this workspace and an opened key.
struct Signer {
    ActorId actor;
    std::shared_ptr<const SecretKey> key;
};

/// Free text or a name on its way into an erasable blob. The commitment goes into the event.
struct Erasable {
    codec::Commitment commitment;
    Bytes salt;
    std::string text;
};

/// An entry as appended.
struct Appended {
    EntryIndex index = -1;
    std::string line;
    TreeHead head; // after it
};

struct FoundingSpec {
    std::string name;
    std::string mode; // team, single, demo
    std::string founderName; // printed name, goes into an erasable card
    Bytes policy; // document adopted at the founding; may be empty (adopted later, before opening)
};

/// Thrown where the user's cache file turns out to be damaged while rows are read from it, deep in the engine. By then
/// the file has been dropped; nothing of the workspace is lost. Caught by WorkspaceService and the command line.
class CacheDamaged final : public std::exception {
public:
    explicit CacheDamaged(Error error)
        : m_error(std::move(error))
    {
    }
    const Error& error() const { return m_error; }
    const char* what() const noexcept override { return "cache damaged"; }

private:
    Error m_error;
};

/// One opened workspace: store, replayed state, pin. Belongs to one thread; the console keeps it on its worker
/// thread behind WorkspaceService, the command line uses it directly.
class Session final {
public:
    /// @param location a path, or postgresql://…
    /// @returns CS-STORE-…, CS-PIN-…, CS-JSON…, CS-LAW-nn with the entry that breaks it.
    static Result<std::unique_ptr<Session>> open(
        const std::string& location, const Environment& environment, const OpenOptions& options = {});
    /// Creates the file and entry 0, signed by `founder` (whose key it names). Nothing half-written stays.
    static Result<std::unique_ptr<Session>> found(const std::string& path, const FoundingSpec& spec,
        std::shared_ptr<const SecretKey> founder, std::optional<PublicKey> logKey, const Environment& environment);
    ~Session();

    const engine::LedgerState& state() const;
    engine::PolicySource& policies();
    LogStore& store();
    const LogStore& store() const;
    const Environment& environment() const;
    TreeHead head() const;
    const HeadCheck& pin() const;
    /// Of a session opened as stored: what is missing there; nothing where nothing is.
    const std::optional<Loss>& loss() const;
    query::HeadView headView() const;
    /// Reads what other processes appended meanwhile. @returns number of new entries.
    Result<std::int64_t> catchUp(const std::function<void(std::int64_t done, std::int64_t total)>& progress = {});

    /// How a head that somebody else has seen stands to this ledger. @returns CS-HEADS-NOTE, CS-CHECKPOINT-ORIGIN
    Result<heads::Judged> judge(const heads::Seen& seen) const;
    /// Remembers heads that others have seen, looks into the store for what they name beyond this ledger's end, and
    /// blocks signing where one that the ledger trusts is of another history or is kept back. @returns those that are
    /// heads of this workspace at all
    Result<std::vector<heads::Judged>> takeHeads(const std::vector<heads::Seen>& seen);
    Result<std::vector<heads::Judged>> seenHeads() const;
    /// The one of them that blocks signing.
    const std::optional<heads::Judged>& quarrel() const;

    /// New erasable blob of a text (random salt); stored by submit().
    Erasable erasable(std::string text) const;
    /// What an entry is, without reading its line. @param index below head().size
    query::EntryMeta meta(EntryIndex index) const;
    /// The same for every entry, newest first, until the callback answers false.
    void eachMeta(const std::function<bool(EntryIndex, const query::EntryMeta&)>& take) const;

    /// The stored line of an entry, proved to stand in the tree that this session has verified.
    /// @returns CS-STORE-ENTRY, or a law 1 error where the store has other bytes by now.
    Result<std::string> line(EntryIndex index) const;
    /// The same, decoded.
    struct Decoded {
        EntryHeader header;
        std::string line, payload, keyid, signature; // signature: 64 bytes
        std::optional<events::Event> event; // nothing where the entry is unread
    };
    Result<Decoded> decoded(EntryIndex index) const;
    /// Text of a commitment, or nothing where it was erased or is missing.
    std::optional<std::string> textOf(const codec::Commitment& commitment) const;
    /// Required blob (policy). @returns its digest.
    Result<Digest> putPolicy(std::string_view bytes);
    /// Evidence from a file: streamed in chunks, hashed, sealed. @returns digest and size.
    struct StoredFile {
        Digest digest;
        std::int64_t bytes = 0;
        std::string media;
    };
    Result<StoredFile> putEvidenceFile(const std::string& path, std::stop_token stop = {});

    /// Judges, signs, appends, applies and pins one event. After a lost race it catches up and, if nothing new stands
    /// in the event's streams, signs again silently (three times at most: CS-WORKSPACE-RACE); if something does:
    /// CS-WORKSPACE-CHANGED, and the caller looks again.
    Result<Appended> submit(const events::Event& event, const Signer& signer, std::vector<Erasable> erasables = {});
    /// What submit() would refuse, without signing.
    Status wouldAccept(const events::Event& event, ActorId actor, const PublicKey& key) const;
    /// The exact payload bytes that submit() would sign now (for the sign-off page), which submitPrepared() signs. If
    /// the head moved meanwhile and the event's streams are affected: CS-WORKSPACE-CHANGED; if they are not, or the
    /// page stood open for more than four minutes, place and date are taken anew and everything else stays.
    struct Prepared {
        EntryHeader header;
        std::string payload;
        events::Event event;
        ActorId actor;
        std::vector<Erasable> erasables;
    };
    Result<Prepared> prepare(const events::Event& event, ActorId actor, std::vector<Erasable> erasables) const;
    Result<Appended> submitPrepared(const Prepared& prepared, const Signer& signer);
    /// Entries of a service in one durable step: all or none of those judged well. Each may name what an earlier one
    /// of the batch creates (its index is head().size plus its place). An event that is refused is left out together
    /// with the rest of the batch: `taken` says how many went in before it, and `refusal` why.
    /// @returns CS-STORE-RACE where another entry came first: nothing went in, the session has caught up, and the
    /// caller plans again from the state as it is now; CS-WORKSPACE-PERSON for a person's key.
    struct BatchItem {
        events::Event event;
        std::vector<Erasable> erasables;
    };
    struct BatchResult {
        std::size_t taken = 0;
        std::optional<Error> refusal;
    };
    Result<BatchResult> submitBatch(const std::vector<BatchItem>& items, const Signer& signer);
    /// A document that entries name by digest and verification can do without (settings, details of a finding).
    Result<Digest> putDocument(std::string_view bytes);
    Result<Bytes> document(const Digest& digest) const;

private:
    struct Private;
    static Result<std::unique_ptr<Session>> foundOnServer(const std::string& url, const FoundingSpec& spec,
        std::shared_ptr<const SecretKey> founder, std::optional<PublicKey> logKey, const Environment& environment);
    Status foundHere(const FoundingSpec& spec, const Signer& founder, std::optional<PublicKey> logKey);
    explicit Session(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace cs
