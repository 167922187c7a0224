// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/state.h"
#include "core/ledger/checkpoint.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

/// Tree heads that others have seen. One desk alone cannot tell that a store withholds entries, or shows somebody else
/// another history; two that compare can. @source trust.md sections 4 and 10
namespace cs::heads {

/// A signed note as it came here, by mail, over a share, from a registry or a witness.
struct Seen {
    std::string source; ///< what to call it: a file's name
    std::string note;
    UtcTime at; ///< when it came
};

enum class Relation {
    Part, ///< this ledger continues it
    Newer, ///< it names more entries than this ledger holds
    Other ///< it is of another history
};

struct Judged {
    Seen seen;
    TreeHead head;
    Relation relation = Relation::Part;
    std::vector<std::string> vouchers; ///< log and witnesses that the ledger trusts and that have signed it
    std::optional<UtcTime> cosignedAt; ///< the latest time that a trusted witness gave
    bool givenUp = false; ///< of what the administrators have accepted as lost
    /// It is another history, or one that is kept back, and somebody whom the ledger trusts says so.
    bool isAlarm() const { return !vouchers.empty() && relation != Relation::Part && !givenUp; }
};

/// Keys of the log that sign its checkpoints: of entry 0, and what the administrators trust.
std::vector<note::VerifierKey> logKeys(const engine::LedgerState& state);

/// The ledger at hand, as a head is held against it.
class Ledger {
public:
    virtual ~Ledger() = default;
    virtual const engine::LedgerState& state() const = 0;
    virtual std::int64_t size() const = 0;
    /// @param surely also where it takes a look at every line; else "no" may mean that a node is damaged
    virtual Result<bool> continues(const TreeHead& older, bool surely) const = 0;
    /// Is it part of a history that the administrators gave up?
    virtual bool gaveUp(const TreeHead& head) const = 0;
};

/// Anybody can write a head, so that one which nobody trusted has signed costs no more than a look at the nodes.
/// @returns CS-HEADS-NOTE, CS-CHECKPOINT-ORIGIN naming the source.
Result<Judged> judge(const Seen& seen, const Ledger& ledger);

/// One sentence about a head that is an alarm.
std::string alarmText(const Judged& judged, const TreeHead& own);

/// What this user was shown of a workspace, in the state folder: the newest of each source, and what is of another
/// history until somebody removes it. Safe for several processes.
class SeenHeads final {
public:
    SeenHeads(std::string stateDir, std::string workspaceId);
    /// @returns CS-HEADS-FILE where the file cannot be read; nothing of it is overwritten then.
    Result<std::vector<Seen>> list() const;
    /// @param keep which of a source's former ones stay
    Status add(const std::vector<Seen>& seen, const std::function<bool(const Seen&)>& keep = {});
    Status remove(const std::string& source);
    /// The folder over which this desk exchanges heads; empty: none.
    Result<std::string> folder() const;
    Status setFolder(const std::string& folder);

    static constexpr std::size_t seenMax = 500;

private:
    struct Contents {
        std::string folder;
        std::vector<Seen> seen;
    };
    Result<Contents> load() const;
    Status change(const std::function<void(Contents&)>& how);
    std::string m_path, m_workspaceId;
};

} // namespace cs::heads
