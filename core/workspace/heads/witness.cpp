// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/heads/witness.h"

#include "core/crypto/hash.h"
#include "core/ledger/merkle.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QSaveFile>

#include <algorithm>
#include <charconv>

namespace cs::heads {
namespace {

constexpr std::size_t proofMax = 63;
constexpr int lockMs = 10'000;
// @source c2sp.org/tlog-witness, "add-checkpoint"
constexpr int ok = 200, malformed = 400, badSignature = 403, unknownLog = 404, conflict = 409, unprovable = 422,
              failed = 500;

Witness::Answer no(int status, const char* why)
{
    return {status, std::string(why) + "\n"};
}

struct Request {
    std::int64_t old = 0;
    Proof proof;
    std::string checkpoint;
};

std::optional<std::int64_t> plainNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc() || end != text.data() + text.size() || number < 0 || std::to_string(number) != text)
        return std::nullopt;
    return number;
}

std::optional<Request> parse(std::string_view body)
{
    constexpr std::string_view head = "old ";
    const std::size_t gap = body.find("\n\n");
    if (body.size() > Witness::bodyMax || !body.starts_with(head) || gap == std::string_view::npos)
        return std::nullopt;
    Request request;
    request.checkpoint = body.substr(gap + 2);
    std::string_view rest = body.substr(head.size(), gap + 1 - head.size());
    const std::size_t end = rest.find('\n');
    const auto old = plainNumber(rest.substr(0, end));
    if (!old)
        return std::nullopt;
    request.old = *old;
    rest.remove_prefix(end + 1);
    while (!rest.empty()) {
        const std::size_t next = rest.find('\n');
        const auto raw = fromBase64(rest.substr(0, next));
        if (!raw || request.proof.size() == proofMax)
            return std::nullopt;
        const auto hash = Digest::fromBytes(*raw);
        if (!hash)
            return std::nullopt;
        request.proof.push_back(*hash);
        rest.remove_prefix(next + 1);
    }
    return request;
}

bool isHash(const std::string& text)
{
    return text.size() == 64
        && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace

std::string witnessRequest(std::int64_t old, const Proof& proof, const std::string& checkpoint)
{
    std::string body = "old " + std::to_string(old) + "\n";
    for (const Digest& hash : proof)
        body.append(toBase64(hash.bytes())).append("\n");
    return body + "\n" + checkpoint;
}

Witness::Witness(
    std::string folder, note::VerifierKey verifier, std::shared_ptr<const SecretKey> key, const Clock& clock)
    : m_folder(std::move(folder))
    , m_verifier(std::move(verifier))
    , m_key(std::move(key))
    , m_clock(clock)
{
}

std::string Witness::pathOf(const std::string& originHash) const
{
    return m_folder + "/" + originHash + ".checkpoint";
}

Witness::Answer Witness::addCheckpoint(const std::string& body) const
{
    const auto request = parse(body);
    if (!request)
        return no(malformed, "The request is not \"old SIZE\", proof lines, an empty line and a checkpoint.");
    const auto parsed = note::parse(request->checkpoint);
    if (!parsed)
        return no(malformed, "The checkpoint is no signed note.");
    const auto checkpoint = Checkpoint::fromText(parsed->text);
    if (!checkpoint)
        return no(malformed, "The note is no checkpoint.");
    const auto log = std::ranges::find(m_logs, checkpoint->origin, &Log::origin);
    if (log == m_logs.end())
        return no(unknownLog, "This witness does not know that log.");
    if (!note::verify(*parsed, log->keys))
        return no(badSignature, "No key of the log has signed the checkpoint.");
    if (request->old > checkpoint->head.size)
        return no(malformed, "The old size is larger than the checkpoint's.");
    return judgeAndSign(*log, request->old, request->proof, *parsed, *checkpoint);
}

Witness::Answer Witness::judgeAndSign(
    const Log& log, std::int64_t old, const Proof& proof, const note::Note& parsed, const Checkpoint& checkpoint) const
{
    const QString folder = qs(m_folder);
    if (!QDir().mkpath(folder))
        return no(failed, "The witness cannot keep what it signs.");
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const std::string path = pathOf(sha256(log.origin).hex());
    QLockFile lock(qs(path + ".lock"));
    if (!lock.tryLock(lockMs))
        return no(failed, "The witness is busy.");
    TreeHead known = emptyTreeHead();
    if (QFile kept(qs(path)); kept.exists()) {
        if (!kept.open(QIODevice::ReadOnly))
            return no(failed, "The witness cannot read what it signed before.");
        const auto note = note::parse(kept.readAll().toStdString());
        const auto before = note ? Checkpoint::fromText(note->text) : Result<Checkpoint>(fail(note.error()));
        if (!before)
            return no(failed, "What the witness signed before is damaged.");
        known = before->head;
    }
    if (old != known.size)
        return {conflict, std::to_string(known.size) + "\n", "text/x.tlog.size"};
    if (!verifyConsistency(known, checkpoint.head, proof))
        return no(unprovable, "The proof does not lead from the checkpoint that was signed before to this one.");
    const std::string line = note::cosignature(parsed.text, m_verifier.name, *m_key, m_clock.now().ms() / 1000);
    std::string text = parsed.text + "\n";
    for (const note::Line& other : parsed.lines) {
        const bool isLogs = std::ranges::any_of(
            log.keys, [&](const note::VerifierKey& key) { return key.name == other.name && key.id() == other.keyId; });
        if (isLogs)
            text += note::lineText(other);
    }
    text += line;
    QSaveFile file(qs(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0
        || !file.commit())
        return no(failed, "The witness cannot keep what it signs.");
    return {ok, line};
}

Witness::Answer Witness::latest(const std::string& originHash) const
{
    QFile file(qs(pathOf(originHash)));
    if (!isHash(originHash) || !file.open(QIODevice::ReadOnly))
        return no(unknownLog, "Nothing was signed of that log.");
    return {ok, file.readAll().toStdString()};
}

} // namespace cs::heads
