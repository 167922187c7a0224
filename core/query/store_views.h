// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/query/views.h"

#include <optional>
#include <string>
#include <vector>

/// A workspace on a server, as one desk sees it.
namespace cs::query {

/// A tree head as screens show it.
struct ShownHead {
    std::int64_t size = 0;
    Digest root;
};

/// One thing that has to hold on this desk, as it was found.
struct StoreCheck {
    enum class State { Good, Warning, Bad };
    std::string name; ///< connection, rights, append only, clock, keychain, disk
    State state = State::Good;
    std::string found; ///< what was found, in one English sentence
    std::string remedy; ///< what to do; empty where it is good
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

/// Who is connected to the database with which program. Names are the server's word.
struct StoreVisitor {
    std::string user, program; ///< program: "countersign" is a console, "countersignctl" the command line or a service
    std::int64_t connections = 0;
    bool me = false; ///< the database user of this desk
};

/// How it stands between this desk and its server.
struct StoreOverview {
    HeadView head;
    std::optional<UtcTime> heard; ///< when the server last told this desk how much it holds
    UtcTime looked; ///< when this was put together
    std::string serverOff; ///< English sentence: why the server could not be asked; then the next four are not known
    std::vector<StoreVisitor> visitors;
    std::int64_t serverBytes = 0; ///< of all tables of the workspace
    std::int64_t evidence = 0, evidenceBytes = 0; ///< files that the server keeps
    std::int64_t evidenceHere = 0; ///< of those, whole in this desk's copy
    std::int64_t copyBytes = 0; ///< of this desk's copy, its evidence included
    std::string copyPath;
};

/// What an alarm is about: both sides of the first entry in question.
struct AlarmView {
    enum class Kind {
        None,
        Truncated, ///< The newest entries are gone from the server.
        Forked, ///< The server shows another entry than was verified here.
        NoEntry, ///< What the server shows after the verified copy is no entry of this ledger.
        Witnessed, ///< Another desk, which the ledger trusts, has seen more or something else.
        Other ///< A file, or what was seen before it was opened: the sentence says it.
    };
    struct Side {
        bool there = false; ///< a line was verified, or shown
        std::optional<EntryRow> row; ///< what it says, where it can be read
        std::string note; ///< English sentence: why it cannot, or whose signature it carries
        std::string line; ///< as stored
    };
    Kind kind = Kind::None;
    std::string sentence; ///< as HeadView::alarm
    std::string workspaceId, workspaceName, location;
    ShownHead known, found; ///< verified here; shown now, or seen by another desk
    EntryIndex entry = -1; ///< the first that is gone or different
    Side here, there;
    std::string evidence; ///< the file with both sides; empty: none could be written
    std::string evidenceText; ///< what it holds
    std::string refillOff; ///< English sentence: why the server cannot be given back what it lost; empty if it can
};

/// What a server was given.
struct Refilled {
    std::int64_t lines = 0, texts = 0, evidence = 0;
};

} // namespace cs::query
