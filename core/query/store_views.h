// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"
#include "core/base/utc_time.h"
#include "core/domain/ids.h"

#include <optional>
#include <string>
#include <vector>

namespace cs::query {

/// One thing that has to hold on this desk, as it was found.
struct StoreCheck {
    enum class State { Good, Warning, Bad };
    std::string name; ///< connection, rights, append only, clock, keychain, disk
    State state = State::Good;
    std::string found; ///< what was found, in one English sentence
    std::string remedy; ///< what to do; empty where it is good
};

/// A tree head as screens show it.
struct ShownHead {
    std::int64_t size = 0;
    Digest root;
};

/// A head that somebody else has seen, beside this ledger.
struct SeenHead {
    enum class Relation { Part, Newer, Other, GivenUp } relation = Relation::Part;
    std::string source; ///< what it came in
    std::vector<std::string> vouchers; ///< witnesses that the ledger trusts, as the administrators call them
    ShownHead head;
    UtcTime came;
    bool alarm = false;
};
/// Tree heads exchanged with others.
struct HeadsView {
    ShownHead own;
    std::string folder; ///< over which this desk exchanges; empty: none
    std::string folderTrouble; ///< English sentence: why the last exchange failed
    std::string deskKey; ///< as a verifier key; empty where the keychain cannot be asked
    bool deskTrusted = false; ///< as a witness, by this ledger
    std::vector<SeenHead> seen;
};

/// What was verified here and the store does not hold any more, and what the administrators say to that.
struct LossCase {
    ShownHead had, common, found; ///< verified here; the last that both hold; what the store stands at
    bool bothKnown = false; ///< the lost lines are here; else common is the store's word
    struct Row {
        EntryIndex index = -1;
        UtcTime at;
        std::string type, signer; ///< as the lost line says
    };
    std::int64_t lost = 0;
    std::vector<Row> rows; ///< the first of them, at most @ref rowsMax
    static constexpr std::size_t rowsMax = 200;
    std::optional<EntryIndex> proposal; ///< to give them up
    std::vector<std::string> signers; ///< of the proposal, as printed
    std::int64_t threshold = 0; ///< administrators who have to sign
    bool accepted = false; ///< by the quorum: this desk may take over what the store shows
};

} // namespace cs::query
