// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/entry.h"

#include <algorithm>
#include <charconv>

namespace cs {
namespace {

tl::unexpected<Error> bad(const char* what)
{
    return fail(usageError("CS-LEDGER-ENTRY", "This is not a ledger entry: %1.", {QString::fromLatin1(what)}));
}

bool isLowerHex(std::string_view text, std::size_t digits)
{
    return text.size() == digits && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    });
}

bool isTypeName(std::string_view text)
{
    return !text.empty() && text.size() <= 64 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
    });
}

bool isActor(std::string_view text)
{
    return text.size() >= 2 && text.size() <= 20 && text[0] == 'a' && (text[1] != '0' || text.size() == 2)
        && std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Walks over the fixed part of a payload, which has exactly one spelling. Faster than a JSON reader, and stricter.
class HeaderScanner {
public:
    explicit HeaderScanner(std::string_view text)
        : m_rest(text)
    {
    }
    bool literal(std::string_view expected)
    {
        if (!m_rest.starts_with(expected))
            return false;
        m_rest.remove_prefix(expected.size());
        return true;
    }
    /// Text up to the next quote. What is allowed in it is checked by the caller; no member here has escapes.
    bool text(std::string_view& out)
    {
        const std::size_t end = m_rest.substr(0, 128).find('"');
        if (end == std::string_view::npos)
            return false;
        out = m_rest.substr(0, end);
        m_rest.remove_prefix(end);
        return true;
    }
    bool integer(std::int64_t& out)
    {
        constexpr std::int64_t most = (std::int64_t(1) << 53) - 1;
        const auto [end, errc] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), out);
        const auto length = static_cast<std::size_t>(end - m_rest.data());
        if (errc != std::errc() || out < 0 || out > most || m_rest[0] == '-' || (m_rest[0] == '0' && length > 1))
            return false;
        m_rest.remove_prefix(length);
        return true;
    }
    std::string_view rest() const { return m_rest; }

private:
    std::string_view m_rest;
};

struct HeaderTexts {
    std::string_view id, type, at, clock, station, actor, root;
};

Status scanHeader(HeaderScanner& scan, EntryHeader& header, HeaderTexts& texts)
{
    if (!scan.literal("{\"v\":") || !scan.integer(header.v))
        return bad("its payload does not begin with the member v");
    if (!scan.literal(",\"id\":\"") || !scan.text(texts.id) || !isLowerHex(texts.id, 32))
        return bad("id is not 32 hexadecimal digits");
    if (!scan.literal("\",\"type\":\"") || !scan.text(texts.type) || !isTypeName(texts.type))
        return bad("type is not a name");
    if (!scan.literal("\",\"at\":\"") || !scan.text(texts.at))
        return bad("at is not a time");
    if (!scan.literal("\",\"clock\":\"") || !scan.text(texts.clock)
        || (texts.clock != "synced" && texts.clock != "unsynced" && texts.clock != "unknown"))
        return bad("clock is not synced, unsynced or unknown");
    if (!scan.literal("\",\"station\":\"") || !scan.text(texts.station) || !isLowerHex(texts.station, 16))
        return bad("station is not 16 hexadecimal digits");
    if (!scan.literal("\",\"actor\":\"") || !scan.text(texts.actor) || !isActor(texts.actor))
        return bad("actor is not the id of an actor");
    if (!scan.literal("\",\"after\":{\"size\":") || !scan.integer(header.after.size) || !scan.literal(",\"root\":\"")
        || !scan.text(texts.root))
        return bad("after has no size and root");
    if (!scan.literal("\"},\"body\":"))
        return bad("its members or their order differ");
    return {};
}

Status parsePayload(std::string_view payload, EntryHeader& header, json::Document& body)
{
    if (payload.size() > payloadBytesMax)
        return bad("its payload is longer than 48,000 bytes");
    HeaderScanner scan(payload);
    HeaderTexts texts;
    CS_CHECK(scanHeader(scan, header, texts));
    if (!scan.rest().ends_with('}'))
        return bad("its payload does not end with the body");
    CS_TRY(header.at, UtcTime::fromText(texts.at));
    CS_TRY(header.after.root, Digest::fromHex(texts.root));
    header.id.assign(texts.id);
    header.type.assign(texts.type);
    header.clock.assign(texts.clock);
    header.station.assign(texts.station);
    header.actor.assign(texts.actor);
    const std::string_view bodyText = scan.rest().substr(0, scan.rest().size() - 1);
    // The body is one level down, so that the whole payload keeps to its depth.
    CS_CHECK(body.parse(bodyText, {payloadBytesMax, json::entryLimits.depthMax - 1}));
    if (!body.root().isObject() || bodyText.front() != '{' || bodyText.back() != '}')
        return bad("its body is not an object");
    return {};
}

} // namespace

Status ParsedEntry::parse(std::string_view line)
{
    if (line.empty() || line.size() > lineBytesMax)
        return bad("its line is empty or longer than 65,535 bytes");
    CS_CHECK(dsse::decodeEntryInto(line, m_envelope));
    if (m_envelope.payloadType != dsse::entryType)
        return bad("its payloadType is another one");
    return parsePayload(m_envelope.payload, m_header, m_body);
}

bool ParsedEntry::verifies(const PublicKey& key) const
{
    thread_local std::string message;
    dsse::paeInto(message, m_envelope.payloadType, m_envelope.payload);
    return verify(key, message, signature());
}

Result<std::unique_ptr<ParsedEntry>> parseEntry(std::string_view line)
{
    auto entry = std::make_unique<ParsedEntry>();
    CS_CHECK(entry->parse(line));
    return entry;
}

std::string encodePayload(const EntryHeader& header, std::string_view bodyJson)
{
    json::Writer writer;
    writer.beginObject().member("v", header.v).member("id", header.id).member("type", header.type);
    writer.member("at", header.at.text()).member("clock", header.clock).member("station", header.station);
    writer.member("actor", header.actor).key("after").beginObject().member("size", header.after.size);
    writer.member("root", header.after.root.hex()).endObject().key("body").raw(bodyJson).endObject();
    return writer.take();
}

Result<std::string> signEntry(std::string_view payload, const SecretKey& key)
{
    const auto tooLong = [](std::size_t has, std::size_t most) {
        return fail(usageError("CS-LEDGER-SIZE", "The entry has %1 bytes; at most %2 fit. Say less, or attach a file.",
            {QString::number(has), QString::number(most)}));
    };
    if (payload.size() > payloadBytesMax)
        return tooLong(payload.size(), payloadBytesMax);
    std::string line =
        dsse::encodeEnvelope(payload, dsse::entryType, key.publicKey(), key.sign(dsse::pae(dsse::entryType, payload)));
    if (line.size() > lineBytesMax)
        return tooLong(line.size(), lineBytesMax);
    return line;
}

} // namespace cs
