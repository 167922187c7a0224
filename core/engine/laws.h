// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/evaluate.h"
#include "core/engine/state.h"

/// The laws (design.md section 3). Live commands and the verifier of somebody else's ledger call the same functions.
namespace cs::engine {

/// What is known of an entry besides its event. The signature has been verified by the caller (core/crypto):
/// `key` is the key under which it verified; whether that key may sign is decided here (law 2).
struct EntryContext {
    EntryIndex index = 0;
    std::string id; // 32 hex digits
    UtcTime at;
    std::string station;
    ActorId actor;
    PublicKey key;
};

/// What the engine needs from the ledger's surroundings. Policy documents come by digest; parsed ones are cached by
/// the implementation.
class PolicySource {
public:
    virtual ~PolicySource() = default;
    /// @returns CS-STORE-BLOB-MISSING where the bytes are not there: verdict `incomplete`.
    virtual Result<std::shared_ptr<const policy::Policy>> policy(const Digest& digest) = 0;
    /// Is this a key of the right subgroup, and does the proof of possession (a DSSE line; empty for entry 0, whose own
    /// signature is the proof) hold for it and this workspace? Cryptography is the caller's: the engine has none.
    virtual Status enrollable(const PublicKey& key, std::string_view proof, std::string_view workspaceId) = 0;
    /// Does this envelope show that `oldKey` wants the new `key`?
    virtual Status rotates(
        const PublicKey& oldKey, const PublicKey& key, std::string_view proof, std::string_view workspaceId) = 0;
    /// Root (64 hex digits) of the tree of the first `size` entries, for heads that events name.
    virtual Result<std::string> rootAt(std::int64_t size) = 0;
};

/// Would this entry keep every law on this state? Changes nothing. @returns CS-LAW-nn with the law's number, the
/// sentence and the way out.
Status judge(const LedgerState& state, const EntryContext& context, const events::Event& event, PolicySource& policies);

/// judge(), then the state after the entry. On an error the state is unchanged.
/// @param judged the caller has just called judge() on the same state.
enum class Judged { No, Yes };
Status apply(LedgerState& state, const EntryContext& context, const events::Event& event, PolicySource& policies,
    Judged judged = Judged::No);

/// T of an entry dated `at` that would be appended now (ledger-events.md section 2).
UtcTime timeOfNext(const LedgerState& state, UtcTime at);

/// The proposal of a clock correction and its endorsements may be dated before T by more than 5 minutes: they carry the
/// right time into a ledger that has a wrong one, and could otherwise only be signed with the wrong clock.
/// So may a rollback (law 10): it is dated by an honest clock into a ledger that somebody dated ahead, and lowers
/// exposure.
bool mayLag(const LedgerState& state, const events::Event& event);

/// Live-only rules about clocks: the own clock against `at` and against T (ledger-events.md section 2).
Status checkLiveClock(const LedgerState& state, const events::Event& event, UtcTime at, UtcTime now);

/// Streams that an event belongs to or reads ("workspace", "policy", "model/m3", "version/v7", "promotion/p9"):
/// after a lost race, nothing new in them means that signing again needs no question.
std::vector<std::string> streamsOf(const LedgerState& state, EntryIndex index, const events::Event& event);

/// One law for the list that reports and tests share.
struct Law {
    int number;
    const char* title; // design.md section 3
};
const std::vector<Law>& allLaws();

} // namespace cs::engine
