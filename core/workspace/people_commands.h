// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/commands.h"

/// Changes about people and keys: what the console and `countersignctl people` share.
namespace cs::people {

/// What "new-key" writes and an administrator reads. Everything in it was written by somebody else.
struct ProofFile {
    std::string kind, name, proof; // kind: person or service
    PublicKey key;
};
inline constexpr std::size_t proofBytesMax = 64U << 10U;
/// @returns the text of a proof file. @param nonce 32 hexadecimal digits, random.
std::string proofFile(const SecretKey& key, const std::string& workspaceId, const std::string& name, bool service,
    const std::string& nonce);
/// Reads one and checks the proof of possession. @param file what to call it in errors.
/// @returns CS-PEOPLE-PROOF naming the file, the field and the remedy; CS-JSON…, CS-IDENTITY-PROOF.
Result<ProofFile> readProof(const std::string& file, std::string_view bytes, const std::string& workspaceId);

/// A change with its reason, ready to be submitted as a proposal.
commands::Draft proposal(
    const Session& session, events::Change change, const std::string& reason, std::vector<Erasable> blobs = {});
/// Enrols the holder of a proof file, or gives an enrolled actor a further key.
Result<commands::Draft> enrol(
    const Session& session, const ProofFile& proof, std::optional<ActorId> addTo, const std::string& reason);
Result<commands::Draft> grant(const Session& session, ActorId actor, const std::string& role,
    std::vector<std::string> domains, std::optional<UtcTime> until, const std::string& reason);
/// @param since for `compromised`: the first entry that may be a stranger's.
commands::Draft revoke(const Session& session, const PublicKey& key, const std::string& why,
    std::optional<EntryIndex> since, const std::string& reason);
commands::Draft endRole(const Session& session, EntryIndex grant, const std::string& reason);
commands::Draft setAdmins(
    const Session& session, std::vector<ActorId> admins, std::int64_t threshold, const std::string& reason);
/// A further key for the signer, wanted by the key that signs.
commands::Draft rotate(const Session& session, const Signer& signer, const SecretKey& made, const std::string& nonce,
    const std::string& reason);
/// A key by fingerprint or base64. @returns CS-PEOPLE-NO-KEY.
Result<PublicKey> findKey(const Session& session, const std::string& text);

} // namespace cs::people
