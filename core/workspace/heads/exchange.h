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
};
/// Made on first use. @returns CS-KEYCHAIN-….
Result<DeskKey> deskKey(const Environment& environment);

/// The head that this session has verified, cosigned by this desk now.
std::string ownNote(const Session& session, const DeskKey& key);

/// Adds this desk's cosignature to a checkpoint whose head this session's ledger continues, or is.
/// @returns CS-HEADS-OTHER, CS-HEADS-NEWER, CS-NOTE….
Result<std::string> cosign(const Session& session, const DeskKey& key, const std::string& note);

/// What other desks wrote into a folder that several share. A share may hang: not on a thread that somebody waits for.
/// @param station of this desk, whose own file is left out. @returns CS-HEADS-FOLDER.
Result<std::vector<Seen>> readFolder(
    const std::string& folder, const std::string& workspaceId, const std::string& station, UtcTime now);
/// Puts this desk's note there. @returns CS-HEADS-FOLDER.
Status writeFolder(
    const std::string& folder, const std::string& workspaceId, const std::string& station, const std::string& note);

/// Both, with a session between them. @returns what the others' heads say.
Result<std::vector<Judged>> exchange(Session& session, const DeskKey& key, const std::string& folder);

} // namespace cs::heads
