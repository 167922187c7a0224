// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"

#include <string>
#include <string_view>
#include <vector>

namespace cs::dsse {

inline constexpr std::string_view entryType = "application/vnd.countersign.entry+json";
inline constexpr std::string_view enrolmentType = "application/vnd.countersign.enrolment+json";

/// What is signed: "DSSEv1" SP LEN(type) SP type SP LEN(body) SP body. @source DSSE 1.0.2, protocol.md
std::string pae(std::string_view type, std::string_view body);
/// The same into a buffer that is used again (hot path).
void paeInto(std::string& out, std::string_view type, std::string_view body);

struct Signature {
    std::string keyid; ///< A hint, never an authority. Empty if absent.
    Bytes sig;
};
struct Envelope {
    Bytes payload;
    std::string payloadType;
    std::vector<Signature> signatures;
};

enum class Strictness {
    Entry, ///< Ours: exact members, exact order, no white space, one signature of 64 bytes; one line per payload.
    Foreign ///< Others': unknown members ignored, both base64 alphabets, any number of signatures.
};
inline constexpr std::size_t foreignBytesMax = 16U << 20U;

/// {"payload":…,"payloadType":…,"signatures":[{"keyid":…,"sig":…}]}, the only form of our own envelopes.
std::string encodeEnvelope(
    std::string_view payload, std::string_view payloadType, const PublicKey& signer, std::string_view signature);
/// @returns CS-DSSE when the text is not an envelope of that strictness. Says nothing about signatures.
Result<Envelope> decodeEnvelope(std::string_view text, Strictness strictness);
/// Entry-strict decoding into an object that is used again. @returns CS-DSSE.
Status decodeEntryInto(std::string_view line, Envelope& out);

/// Indices of `keys` under which at least one signature verifies: a set of keys, so that the same signature twice,
/// or one key under two ids, counts once. Verify before you look at payloadType.
std::vector<std::size_t> verifiedKeys(const Envelope& envelope, const std::vector<PublicKey>& keys);

} // namespace cs::dsse
