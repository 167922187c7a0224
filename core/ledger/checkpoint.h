// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/crypto/keys.h"
#include "core/ledger/tree_head.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace cs {

/// C2SP signed note v1.0.0 with Ed25519 keys. @source c2sp.org/signed-note
namespace note {

/// What a signature line says. @source c2sp.org/signed-note; c2sp.org/tlog-cosignature v1.0.1
enum class KeyType : char {
    Ed25519 = 1, ///< the text is signed
    Cosignature = 4 ///< a witness: at such a time this was the largest consistent tree that it had seen
};

/// name+hex8+base64(type ‖ key).
struct VerifierKey {
    std::string name;
    PublicKey key;
    KeyType type = KeyType::Ed25519;
    std::uint32_t id() const;
    std::string text() const;
    /// @returns CS-NOTE-KEY.
    static Result<VerifierKey> fromText(std::string_view text);
};

struct Line {
    std::string name;
    std::uint32_t keyId = 0;
    Bytes signature; ///< Without the four bytes of the key id.
};
struct Note {
    std::string text; ///< With its final newline: the signed bytes.
    std::vector<Line> lines;
};

inline constexpr std::size_t bytesMax = 65'536;
inline constexpr std::size_t linesMax = 100;

/// A signature line as it stands in a note, with its newline.
std::string lineText(const Line& line);
/// A note with one signature. @param name no spaces, no '+'. @returns CS-NOTE.
Result<std::string> sign(std::string_view text, std::string_view name, const SecretKey& key);
/// Adds one more signature line to a note. @returns CS-NOTE.
Result<std::string> cosignPlain(std::string_view note, std::string_view name, const SecretKey& key);
/// @returns CS-NOTE unless the bytes have exactly the form.
Result<Note> parse(std::string_view bytes);
/// Unknown keys are ignored; a known one that fails rejects the whole note; none verified rejects it too.
/// @returns indices into `keys` that verified, or CS-NOTE-SIGNATURE.
Result<std::vector<std::size_t>> verify(const Note& note, std::span<const VerifierKey> keys);

/// A witness's signature line under the text of a checkpoint, with its newline. @param seconds POSIX time
std::string cosignature(std::string_view text, std::string_view name, const SecretKey& key, std::int64_t seconds);
/// When that witness signed: the latest of its lines. @returns nothing where none is there; CS-NOTE-SIGNATURE for a
/// wrong one.
Result<std::optional<std::int64_t>> cosignedAt(const Note& note, const VerifierKey& witness);

} // namespace note

/// C2SP tlog-checkpoint v1.0.0.
struct Checkpoint {
    std::string origin;
    TreeHead head;
    std::vector<std::string> extensions;

    std::string text() const;
    /// @returns CS-CHECKPOINT: origin, decimal size without leading zeros, base64 root, each on its line.
    static Result<Checkpoint> fromText(std::string_view text);
};

/// "countersign.invalid/WORKSPACE-ID".
std::string checkpointOrigin(std::string_view workspaceId);
/// A signed checkpoint; the key's name is the origin.
Result<std::string> signCheckpoint(std::string_view workspaceId, const TreeHead& head, const SecretKey& logKey);
/// Parses, verifies, and compares the origin with the workspace. @returns CS-NOTE…, CS-CHECKPOINT….
Result<Checkpoint> openCheckpoint(
    std::string_view bytes, std::string_view workspaceId, std::span<const PublicKey> logKeys);

} // namespace cs
