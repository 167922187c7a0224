// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/session.h"

namespace cs::heads {

/// This desk as a witness: a key of its own, without a passphrase, in the keychain. It says which head was the newest
/// that this desk had verified, and never anything about a promotion; no ledger knows it unless the administrators
/// trust it (purpose "witness").
struct DeskKey {
    note::VerifierKey verifier;
    std::shared_ptr<const SecretKey> secret;
    /// What this desk's file is called in a folder that several share. Two desks that were made from one image have the
    /// same station, and still not the same key.
    std::string fileName() const;
};
/// Made on first use. @returns CS-KEYCHAIN-….
Result<DeskKey> deskKey(const Environment& environment);

/// The head that this session has verified, cosigned by this desk now.
std::string ownNote(const Session& session, const DeskKey& key);

/// Adds this desk's cosignature to a checkpoint whose head this session's ledger continues, or is.
/// @returns CS-HEADS-OTHER, CS-HEADS-NEWER, CS-NOTE….
Result<std::string> cosign(const Session& session, const DeskKey& key, const std::string& note);

/// What other desks wrote into a folder that several share. A share may hang: not on a thread that somebody waits for.
/// @param own the name of this desk's file, which is left out. @returns CS-HEADS-FOLDER.
Result<std::vector<Seen>> readFolder(
    const std::string& folder, const std::string& workspaceId, const std::string& own, UtcTime now);
/// Puts this desk's note there. @returns CS-HEADS-FOLDER.
Status writeFolder(
    const std::string& folder, const std::string& workspaceId, const std::string& own, const std::string& note);

/// Why some of it is no head of this workspace. It is nobody's alarm, as anybody can write there, and may be the one
/// that somebody wanted unread.
std::vector<Error> unreadable(const Session& session, const std::vector<Seen>& seen);

/// All of it, with a session between.
struct Exchanged {
    std::vector<Judged> judged; ///< what the others' heads say
    std::vector<Error> unreadable;
};
Result<Exchanged> exchange(Session& session, const DeskKey& key, const std::string& folder);

} // namespace cs::heads
