// SPDX-License-Identifier: GPL-3.0-or-later
// Texts, policy documents and files: what entries name by digest.
#include "core/crypto/commit.h"
#include "core/crypto/hash.h"
#include "core/evidence/evidence_file.h"
#include "core/evidence/media.h"
#include "core/evidence/visible_text.h"
#include "core/workspace/session_p.h"

namespace cs {
namespace {

/// A text that an entry may commit to; comments are far shorter, raw registry records are not.
constexpr std::size_t textBytesMax = 1U << 20U;
/// Names and comments are shown again and again; beyond this many the table starts anew.
constexpr std::size_t textsKept = 10'000;
constexpr std::size_t sniffBytes = 4096;

} // namespace

Erasable Session::erasable(std::string text) const
{
    Bytes salt = d->environment.random(saltBytes);
    const Digest digest = commitment(salt, text);
    return {codec::Commitment{digest}, std::move(salt), std::move(text)};
}

std::optional<std::string> Session::textOf(const codec::Commitment& commitment) const
{
    if (d->state.erased.contains(commitment.digest))
        return std::nullopt;
    if (const auto found = d->texts.find(commitment.digest); found != d->texts.end())
        return found->second;
    const auto info = d->store->blobInfo(commitment.digest);
    if (!info || info->blobClass != BlobClass::Erasable)
        return std::nullopt;
    auto text = d->store->getBlob(commitment.digest, textBytesMax);
    if (!text)
        return std::nullopt;
    if (d->texts.size() >= textsKept)
        d->texts.clear();
    // Somebody else wrote it: what would hide or turn in it is shown for what it is.
    return d->texts.emplace(commitment.digest, visibleText(*text).text).first->second;
}

Result<Digest> Session::putDocument(std::string_view bytes)
{
    CS_CHECK(d->maySign());
    return d->store->putBlob(BlobClass::Evidence, bytes);
}

Result<Bytes> Session::document(const Digest& digest) const
{
    return d->store->getBlob(digest, textBytesMax);
}

Result<Digest> Session::putPolicy(std::string_view bytes)
{
    CS_TRY(const auto parsed, policy::parse(bytes));
    return d->store->putBlob(BlobClass::Required, bytes);
}

/// Two passes: the digest names the chunks, so it has to be known before the first one is stored. A file that changes
/// between or during them is refused by the digest.
Result<Session::StoredFile> Session::putEvidenceFile(const std::string& path, std::stop_token stop)
{
    const auto stopped = [] {
        return couldNot("CS-WORKSPACE-STOPPED", "Attaching was stopped. Nothing was recorded.");
    };
    CS_TRY(EvidenceFile first, EvidenceFile::open(path));
    Sha256 hash;
    std::string head;
    for (;;) {
        if (stop.stop_requested())
            return fail(stopped());
        CS_TRY(const Bytes chunk, first.nextChunk());
        if (chunk.empty())
            break;
        if (head.empty())
            head = chunk.substr(0, sniffBytes);
        hash.update(chunk);
    }
    BlobInfo info;
    info.digest = hash.finish();
    info.bytes = first.size();
    StoredFile stored{info.digest, info.bytes, guessMedia(path, head)};
    CS_TRY(const bool wanted, d->store->beginBlob(info));
    if (!wanted)
        return stored;
    CS_TRY(EvidenceFile second, EvidenceFile::open(path));
    for (std::int64_t n = 0;; ++n) {
        if (stop.stop_requested())
            return fail(stopped());
        CS_TRY(const Bytes chunk, second.nextChunk());
        if (chunk.empty())
            break;
        CS_CHECK(d->store->putChunk(info.digest, n, chunk));
    }
    CS_CHECK(d->store->sealBlob(info.digest));
    return stored;
}

} // namespace cs
