// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/keys.h"

#include <string>

namespace cs {

/// Proof that somebody holds a new key, made on their machine and carried as a file into the enrolment proposal: a
/// DSSE envelope over {"workspace":…,"key":…,"nonce":…} signed by the new key. @source ledger-events.md section 4
struct EnrolmentProof {
    std::string workspace; ///< 32 lower-case hexadecimal digits.
    PublicKey key;
    std::string nonce; ///< 32 lower-case hexadecimal digits.
};

/// @param nonce random, 32 hexadecimal digits.
std::string makeEnrolmentProof(const SecretKey& key, const std::string& workspace, const std::string& nonce);
/// The same for the further key of somebody who has one: signed by the old key, to show that the same person wants it.
std::string makeRotationProof(
    const SecretKey& oldKey, const PublicKey& newKey, const std::string& workspace, const std::string& nonce);
/// Is the envelope about that new key, and signed by the old one? @returns CS-IDENTITY-PROOF, CS-CRYPTO-WEAK-KEY.
Status verifyRotationProof(
    std::string_view envelope, const std::string& workspace, const PublicKey& newKey, const PublicKey& oldKey);
/// Checks form, key strength, and that the key named is the key that signed.
/// @returns CS-IDENTITY-PROOF (form, foreign workspace, wrong signature) or CS-CRYPTO-WEAK-KEY.
Result<EnrolmentProof> verifyEnrolmentProof(std::string_view envelope, const std::string& workspace);

} // namespace cs
