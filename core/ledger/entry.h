// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/base/utc_time.h"
#include "core/crypto/dsse.h"
#include "core/crypto/keys.h"
#include "core/ledger/tree_head.h"

#include <memory>

namespace cs {

inline constexpr std::size_t payloadBytesMax = 48'000;
inline constexpr std::size_t lineBytesMax = 65'535;

/// The members of a payload besides its body. @source ledger-events.md section 1
struct EntryHeader {
    std::int64_t v = 1; ///< Schema version of this type's body.
    std::string id; ///< 32 lower-case hexadecimal digits.
    std::string type; ///< For example "promotion.approved".
    UtcTime at;
    std::string clock; ///< synced, unsynced or unknown.
    std::string station; ///< 16 lower-case hexadecimal digits.
    std::string actor; ///< "a0".
    TreeHead after; ///< The tree before this entry; after.size is its own index.
};

/// One decoded ledger line. Says what the line claims; whether the claim holds is for the laws (core/engine).
/// Made to be parsed into again and again; neither copied nor moved.
class ParsedEntry final {
public:
    ParsedEntry() = default;
    ParsedEntry(const ParsedEntry&) = delete;
    ParsedEntry& operator=(const ParsedEntry&) = delete;
    ParsedEntry(ParsedEntry&&) = delete;
    ParsedEntry& operator=(ParsedEntry&&) = delete;

    /// Decodes a line strictly. @returns CS-LEDGER-ENTRY, CS-DSSE or CS-JSON: not the one form of an entry.
    Status parse(std::string_view line);

    const EntryHeader& header() const { return m_header; }
    /// The body object; lives as long as this object and until the next parse().
    json::Value body() const { return m_body.root(); }
    /// The signed bytes.
    const Bytes& payload() const { return m_envelope.payload; }
    const std::string& keyid() const { return m_envelope.signatures.front().keyid; }
    /// 64 bytes.
    const Bytes& signature() const { return m_envelope.signatures.front().sig; }
    /// Does the one signature verify under this key?
    bool verifies(const PublicKey& key) const;

private:
    EntryHeader m_header;
    dsse::Envelope m_envelope;
    json::Document m_body;
};

/// parse() of one line into a new object.
Result<std::unique_ptr<ParsedEntry>> parseEntry(std::string_view line);

/// The payload's bytes. @param bodyJson a JSON object, compact.
std::string encodePayload(const EntryHeader& header, std::string_view bodyJson);
/// Signs and wraps. @returns the line, or CS-LEDGER-SIZE when payload or line would be too long.
Result<std::string> signEntry(std::string_view payload, const SecretKey& key);

} // namespace cs
