// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/dsse.h"

#include "core/base/json.h"
#include "core/crypto/keys.h"

#include <algorithm>
#include <array>
#include <set>

namespace cs::dsse {
namespace {

constexpr std::string_view payloadOpen = "{\"payload\":\"";
constexpr std::string_view typeOpen = "\",\"payloadType\":\"";
constexpr std::string_view keyidOpen = "\",\"signatures\":[{\"keyid\":\"";
constexpr std::string_view sigOpen = "\",\"sig\":\"";
constexpr std::string_view close = "\"}]}";
constexpr std::size_t signatureBytes = 64;
constexpr std::size_t fingerprintChars = 50; // "SHA256:" and 43 digits of base64

tl::unexpected<Error> bad(const char* why)
{
    return fail(
        usageError("CS-DSSE", "This is not a signed envelope of the expected form: %1.", {QString::fromLatin1(why)}));
}

/// The text up to the next quote; entry envelopes never contain an escape, and a backslash ends in "no".
bool cutQuoted(std::string_view& rest, std::string_view& out)
{
    const std::size_t end = rest.find('"');
    if (end == std::string_view::npos)
        return false;
    out = rest.substr(0, end);
    rest.remove_prefix(end);
    return true;
}

bool cutLiteral(std::string_view& rest, std::string_view literal)
{
    if (!rest.starts_with(literal))
        return false;
    rest.remove_prefix(literal.size());
    return true;
}

bool isPlainType(std::string_view type)
{
    return !type.empty() && type.size() <= 128
        && std::all_of(type.begin(), type.end(), [](char c) { return c > ' ' && c < 127 && c != '"' && c != '\\'; });
}

constexpr std::array<std::uint8_t, 256> makeSextets()
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<std::uint8_t, 256> table{};
    table.fill(0xff);
    for (std::size_t i = 0; i < alphabet.size(); ++i)
        table[static_cast<unsigned char>(alphabet[i])] = static_cast<std::uint8_t>(i);
    return table;
}
constexpr auto sextets = makeSextets();

/// 43 digits of 6 bits are 256 bits and two that must be zero.
bool isFingerprint(std::string_view text)
{
    constexpr std::string_view prefix = "SHA256:";
    return text.size() == fingerprintChars && text.starts_with(prefix)
        && std::all_of(text.begin() + prefix.size(), text.end(),
            [](char c) { return sextets[static_cast<unsigned char>(c)] <= 63U; })
        && (sextets[static_cast<unsigned char>(text.back())] & 3U) == 0;
}

/// Decodes into a buffer that is used again: whole groups here, the last one by fromBase64 with its rules.
Status decodeInto(Bytes& out, std::string_view text)
{
    const std::size_t groups = text.size() < 4 || text.size() % 4 != 0 ? 0 : text.size() / 4 - 1;
    out.resize(groups * 3);
    char* to = out.data();
    unsigned wrong = 0;
    for (std::size_t i = 0; i < groups; ++i) {
        const auto at = [&](std::size_t k) { return unsigned{sextets[static_cast<unsigned char>(text[i * 4 + k])]}; };
        const unsigned a = at(0), b = at(1), c = at(2), d = at(3);
        wrong |= a | b | c | d;
        const unsigned group = a << 18U | b << 12U | c << 6U | d;
        *to++ = static_cast<char>(group >> 16U & 0xffU);
        *to++ = static_cast<char>(group >> 8U & 0xffU);
        *to++ = static_cast<char>(group & 0xffU);
    }
    if (wrong > 63U)
        return bad("its base64 has a character outside the alphabet");
    CS_TRY(const Bytes last, fromBase64(text.substr(groups * 4)));
    out += last;
    return {};
}

/// Both alphabets, padding optional, but only one spelling of each: decoded, encoded again and compared.
Result<Bytes> decodeEither(std::string_view text)
{
    std::string standard(text);
    std::replace(standard.begin(), standard.end(), '-', '+');
    std::replace(standard.begin(), standard.end(), '_', '/');
    const bool mixed =
        text.find_first_of("-_") != std::string_view::npos && text.find_first_of("+/") != std::string_view::npos;
    if (mixed)
        return bad("a base64 text mixes both alphabets");
    return fromBase64(standard);
}

Result<Envelope> decodeForeign(std::string_view text)
{
    json::Document document;
    CS_CHECK(document.parse(text, {foreignBytesMax, 32}));
    const json::Value root = document.root();
    const json::Value payload = root.find("payload");
    const json::Value type = root.find("payloadType");
    const json::Value signatures = root.find("signatures");
    if (!payload.isString() || !type.isString() || !signatures.isArray() || signatures.size() == 0)
        return bad("payload, payloadType and at least one signature are required");
    if (signatures.size() > 100)
        return bad("it has more than 100 signatures");
    Envelope envelope;
    CS_TRY(envelope.payload, decodeEither(payload.string()));
    envelope.payloadType = type.string();
    for (const json::Value item : signatures) {
        const json::Value sig = item.find("sig");
        const json::Value keyid = item.find("keyid");
        if (!sig.isString() || (keyid.isValid() && !keyid.isString() && !keyid.isNull()))
            return bad("a signature has no sig, or a keyid that is no text");
        CS_TRY(Bytes raw, decodeEither(sig.string()));
        envelope.signatures.push_back({std::string(keyid.string()), std::move(raw)});
    }
    return envelope;
}

} // namespace

void paeInto(std::string& out, std::string_view type, std::string_view body)
{
    out.assign("DSSEv1 ");
    out += std::to_string(type.size());
    out += ' ';
    out += type;
    out += ' ';
    out += std::to_string(body.size());
    out += ' ';
    out += body;
}

std::string pae(std::string_view type, std::string_view body)
{
    std::string out;
    paeInto(out, type, body);
    return out;
}

std::string encodeEnvelope(
    std::string_view payload, std::string_view payloadType, const PublicKey& signer, std::string_view signature)
{
    std::string out;
    out.reserve(payload.size() * 4 / 3 + 320);
    out += payloadOpen;
    out += toBase64(payload);
    out += typeOpen;
    out += payloadType;
    out += keyidOpen;
    out += fingerprint(signer);
    out += sigOpen;
    out += toBase64(signature);
    out += close;
    return out;
}

Status decodeEntryInto(std::string_view line, Envelope& out)
{
    std::string_view rest = line, payload, type, keyid, sig;
    const bool shape = cutLiteral(rest, payloadOpen) && cutQuoted(rest, payload) && cutLiteral(rest, typeOpen)
        && cutQuoted(rest, type) && cutLiteral(rest, keyidOpen) && cutQuoted(rest, keyid) && cutLiteral(rest, sigOpen)
        && cutQuoted(rest, sig) && rest == close;
    if (!shape)
        return bad("its members, their order or its white space differ");
    if (!isPlainType(type))
        return bad("its payloadType is not a plain media type");
    if (!isFingerprint(keyid))
        return bad("its keyid is not an OpenSSH fingerprint");
    // Canonical base64 has one spelling, so equal parts mean that encoding again gives the same bytes.
    CS_CHECK(decodeInto(out.payload, payload));
    out.payloadType.assign(type);
    out.signatures.resize(1);
    out.signatures.front().keyid.assign(keyid);
    CS_CHECK(decodeInto(out.signatures.front().sig, sig));
    if (out.signatures.front().sig.size() != signatureBytes)
        return bad("its signature does not have 64 bytes");
    return {};
}

Result<Envelope> decodeEnvelope(std::string_view text, Strictness strictness)
{
    if (strictness == Strictness::Foreign)
        return decodeForeign(text);
    Envelope envelope;
    CS_CHECK(decodeEntryInto(text, envelope));
    return envelope;
}

std::vector<std::size_t> verifiedKeys(const Envelope& envelope, const std::vector<PublicKey>& keys)
{
    const std::string message = pae(envelope.payloadType, envelope.payload);
    std::set<PublicKey> seen;
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const bool signedByIt = std::any_of(envelope.signatures.begin(), envelope.signatures.end(),
            [&](const Signature& signature) { return verify(keys[i], message, signature.sig); });
        if (signedByIt && seen.insert(keys[i]).second)
            out.push_back(i);
    }
    return out;
}

} // namespace cs::dsse
