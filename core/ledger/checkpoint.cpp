// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/checkpoint.h"

#include "core/crypto/hash.h"

#include <algorithm>
#include <charconv>

namespace cs {
namespace note {
namespace {

constexpr std::string_view dash = "\xE2\x80\x94 "; // U+2014 and a space
constexpr std::size_t timeBytes = 8, signatureBytes = 64;

tl::unexpected<Error> bad(const char* why)
{
    return fail(usageError("CS-NOTE", "This is not a signed note: %1.", {QString::fromLatin1(why)}));
}

bool isName(std::string_view name)
{
    // Names are ours or copied from keys, so ASCII without white space is asked for, which is narrower than C2SP.
    return !name.empty() && name.size() <= 256
        && std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 127 && c != '+'; });
}

/// Valid UTF-8 and no control character but the newline.
bool isNoteText(std::string_view text)
{
    if (std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; }))
        return false;
    const QString decoded = qs(text);
    return utf8(decoded) == text;
}

std::uint32_t keyIdOf(std::string_view name, const PublicKey& key, KeyType type)
{
    const char separator[] = {'\n', static_cast<char>(type)};
    const Digest digest = sha256(name, std::string_view(separator, 2), key.bytes());
    const auto& b = digest.array();
    return std::uint32_t(b[0]) << 24U | std::uint32_t(b[1]) << 16U | std::uint32_t(b[2]) << 8U | b[3];
}

Bytes bigEndian(std::uint32_t value)
{
    return {static_cast<char>(value >> 24U & 0xffU), static_cast<char>(value >> 16U & 0xffU),
        static_cast<char>(value >> 8U & 0xffU), static_cast<char>(value & 0xffU)};
}

std::string lineOf(std::string_view name, std::uint32_t keyId, const Bytes& signature)
{
    std::string line(dash);
    line += name;
    line += ' ';
    line += toBase64(bigEndian(keyId) + signature);
    line += '\n';
    return line;
}

std::string signatureLine(std::string_view text, std::string_view name, const SecretKey& key)
{
    return lineOf(name, keyIdOf(name, key.publicKey(), KeyType::Ed25519), key.sign(text));
}

/// What a witness signs: not the text alone, but that it was the newest at a time.
std::string cosigned(std::string_view text, std::uint64_t seconds)
{
    return "cosignature/v1\ntime " + std::to_string(seconds) + "\n" + std::string(text);
}

Error wrongSignature(const std::string& name)
{
    return refused("CS-NOTE-SIGNATURE", "The signature of %1 under the note is wrong: the note was altered or made up.",
        {qs(name)});
}

/// @returns nothing where the signature is not good.
std::optional<std::uint64_t> cosignatureTime(const Note& note, const Line& line, const PublicKey& key)
{
    if (line.signature.size() != timeBytes + signatureBytes)
        return std::nullopt;
    std::uint64_t seconds = 0;
    for (std::size_t i = 0; i < timeBytes; ++i)
        seconds = seconds << 8U | static_cast<unsigned char>(line.signature[i]);
    if (!cs::verify(key, cosigned(note.text, seconds), std::string_view(line.signature).substr(timeBytes)))
        return std::nullopt;
    return seconds;
}

Result<Line> parseLine(std::string_view text)
{
    if (!text.starts_with(dash))
        return bad("a signature line does not begin with a dash");
    text.remove_prefix(dash.size());
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos || !isName(text.substr(0, space)))
        return bad("a signature line has no name");
    CS_TRY(const Bytes raw, fromBase64(text.substr(space + 1)));
    if (raw.size() < 5)
        return bad("a signature is too short");
    Line line;
    line.name = text.substr(0, space);
    for (std::size_t i = 0; i < 4; ++i)
        line.keyId = line.keyId << 8U | static_cast<unsigned char>(raw[i]);
    line.signature = raw.substr(4);
    return line;
}

} // namespace

std::uint32_t VerifierKey::id() const
{
    return keyIdOf(name, key, type);
}

std::string VerifierKey::text() const
{
    return name + '+' + toHex(bigEndian(id())) + '+'
        + toBase64(std::string(1, static_cast<char>(type)) + Bytes(key.bytes()));
}

Result<VerifierKey> VerifierKey::fromText(std::string_view text)
{
    const auto badKey = [&] {
        return fail(usageError(
            "CS-NOTE-KEY", "\"%1\" is not a verifier key of the form name+id+base64.", {qs(text.substr(0, 160))}));
    };
    const std::size_t first = text.find('+');
    if (first == std::string_view::npos || text.size() < first + 10 || text[first + 9] != '+')
        return badKey();
    const auto raw = fromBase64(text.substr(first + 10));
    const bool known = raw && raw->size() == 33
        && (raw->front() == static_cast<char>(KeyType::Ed25519)
            || raw->front() == static_cast<char>(KeyType::Cosignature));
    if (!isName(text.substr(0, first)) || !known)
        return badKey();
    PublicKey::Array bytes{};
    std::copy(raw->begin() + 1, raw->end(), reinterpret_cast<char*>(bytes.data()));
    VerifierKey key{std::string(text.substr(0, first)), PublicKey(bytes), static_cast<KeyType>(raw->front())};
    if (key.text() != text)
        return badKey();
    return key;
}

std::string lineText(const Line& line)
{
    return lineOf(line.name, line.keyId, line.signature);
}

Result<std::string> sign(std::string_view text, std::string_view name, const SecretKey& key)
{
    if (text.empty() || text.back() != '\n' || !isNoteText(text))
        return bad("its text must be UTF-8 and end with a newline");
    if (!isName(name))
        return bad("the signer's name has spaces or a plus sign");
    return std::string(text) + '\n' + signatureLine(text, name, key);
}

Result<std::string> cosignPlain(std::string_view bytes, std::string_view name, const SecretKey& key)
{
    CS_TRY(const Note parsed, parse(bytes));
    if (!isName(name))
        return bad("the signer's name has spaces or a plus sign");
    return std::string(bytes) + signatureLine(parsed.text, name, key);
}

Result<Note> parse(std::string_view bytes)
{
    if (bytes.size() > bytesMax)
        return bad("it is longer than 64 KiB");
    if (bytes.empty() || bytes.back() != '\n' || !isNoteText(bytes))
        return bad("it is not UTF-8 text that ends with a newline");
    // The last empty line separates text and signatures.
    const std::size_t gap = bytes.rfind("\n\n");
    if (gap == std::string_view::npos || gap + 2 >= bytes.size())
        return bad("it has no signatures after an empty line");
    Note out;
    out.text = bytes.substr(0, gap + 1);
    std::string_view rest = bytes.substr(gap + 2);
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        if (out.lines.size() == linesMax)
            return bad("it has more than 100 signatures");
        CS_TRY(Line line, parseLine(rest.substr(0, end)));
        out.lines.push_back(std::move(line));
        rest.remove_prefix(end + 1);
    }
    return out;
}

Result<std::vector<std::size_t>> verify(const Note& note, std::span<const VerifierKey> keys)
{
    std::vector<std::size_t> verified;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        bool good = false;
        for (const Line& line : note.lines) {
            if (line.name != keys[i].name || line.keyId != keys[i].id())
                continue;
            const bool right = keys[i].type == KeyType::Cosignature
                ? cosignatureTime(note, line, keys[i].key).has_value()
                : cs::verify(keys[i].key, note.text, line.signature);
            if (!right)
                return fail(wrongSignature(line.name));
            good = true;
        }
        if (good)
            verified.push_back(i);
    }
    if (verified.empty())
        return fail(refused("CS-NOTE-SIGNATURE", "No known key has signed this note.", {}));
    return verified;
}

std::string cosignature(std::string_view text, std::string_view name, const SecretKey& key, std::int64_t seconds)
{
    const auto time = static_cast<std::uint64_t>(seconds);
    Bytes signature = bigEndian(static_cast<std::uint32_t>(time >> 32U)) + bigEndian(static_cast<std::uint32_t>(time));
    signature += key.sign(cosigned(text, time));
    return lineOf(name, keyIdOf(name, key.publicKey(), KeyType::Cosignature), signature);
}

Result<std::optional<std::int64_t>> cosignedAt(const Note& note, const VerifierKey& witness)
{
    std::optional<std::int64_t> latest;
    for (const Line& line : note.lines) {
        if (line.name != witness.name || line.keyId != witness.id())
            continue;
        const auto seconds = cosignatureTime(note, line, witness.key);
        if (!seconds)
            return fail(wrongSignature(line.name));
        latest = std::max(latest.value_or(0), static_cast<std::int64_t>(*seconds));
    }
    return latest;
}

} // namespace note

std::string Checkpoint::text() const
{
    std::string out = origin + '\n' + std::to_string(head.size) + '\n' + toBase64(head.root.bytes()) + '\n';
    for (const std::string& line : extensions)
        out += line + '\n';
    return out;
}

Result<Checkpoint> Checkpoint::fromText(std::string_view text)
{
    const auto bad = [](const char* why) {
        return fail(usageError("CS-CHECKPOINT", "This is not a checkpoint: %1.", {QString::fromLatin1(why)}));
    };
    std::vector<std::string_view> lines;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos)
            return bad("its last line has no end");
        if (end == 0 || lines.size() == 64)
            return bad("it has an empty line, or too many");
        lines.push_back(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
    if (lines.size() < 3)
        return bad("origin, size and root are required");
    Checkpoint out;
    out.origin = lines[0];
    if (out.origin.find_first_of(" +") != std::string::npos)
        return bad("its origin has a space or a plus sign");
    const std::string_view size = lines[1];
    const auto [end, errc] = std::from_chars(size.data(), size.data() + size.size(), out.head.size);
    if (errc != std::errc() || end != size.data() + size.size() || std::to_string(out.head.size) != size
        || out.head.size < 0)
        return bad("its size is not a plain decimal number");
    CS_TRY(const Bytes root, fromBase64(lines[2]));
    CS_TRY(out.head.root, Digest::fromBytes(root));
    out.extensions.assign(lines.begin() + 3, lines.end());
    return out;
}

std::string checkpointOrigin(std::string_view workspaceId)
{
    return "countersign.invalid/" + std::string(workspaceId);
}

Result<std::string> signCheckpoint(std::string_view workspaceId, const TreeHead& head, const SecretKey& logKey)
{
    const std::string origin = checkpointOrigin(workspaceId);
    return note::sign(Checkpoint{origin, head, {}}.text(), origin, logKey);
}

Result<Checkpoint> openCheckpoint(
    std::string_view bytes, std::string_view workspaceId, std::span<const PublicKey> logKeys)
{
    CS_TRY(const note::Note parsed, note::parse(bytes));
    const std::string origin = checkpointOrigin(workspaceId);
    std::vector<note::VerifierKey> keys;
    for (const PublicKey& key : logKeys)
        keys.push_back({origin, key});
    CS_TRY(Checkpoint checkpoint, Checkpoint::fromText(parsed.text));
    // The origin first: "no known key" would hide that the checkpoint belongs to another workspace.
    if (checkpoint.origin != origin)
        return fail(refused("CS-CHECKPOINT-ORIGIN", "The checkpoint is of %1, not of this workspace (%2).",
            {qs(checkpoint.origin), qs(origin)}));
    CS_CHECK(note::verify(parsed, keys));
    return checkpoint;
}

} // namespace cs
