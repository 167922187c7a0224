// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/store/log_store.h"

#include "core/crypto/commit.h"
#include "core/crypto/hash.h"

#include <algorithm>

namespace cs {

const char* blobClassName(BlobClass blobClass)
{
    switch (blobClass) {
    case BlobClass::Required:
        return "required";
    case BlobClass::Evidence:
        return "evidence";
    case BlobClass::Erasable:
        return "erasable";
    }
    return "";
}

std::optional<BlobClass> blobClassFromName(std::string_view name)
{
    for (const BlobClass blobClass : {BlobClass::Required, BlobClass::Evidence, BlobClass::Erasable})
        if (name == blobClassName(blobClass))
            return blobClass;
    return std::nullopt;
}

bool hasCode(const Error& error, const char* code)
{
    return error.code() == QLatin1String(code);
}

Result<std::string> LogStore::readLine(std::int64_t index) const
{
    CS_TRY(std::vector<std::string> lines, readList(std::span(&index, 1)));
    return std::move(lines.front());
}

/// Texts that are there before their lines do no harm; lines before their texts would.
Result<std::int64_t> LogStore::append(
    std::int64_t expected, std::span<const std::string> lines, std::span<const Text> erasable)
{
    for (const Text& text : erasable)
        CS_CHECK(putBlob(BlobClass::Erasable, text.content, text.salt));
    return append(expected, lines);
}

Result<Digest> LogStore::putBlob(BlobClass blobClass, std::string_view content, std::string_view salt)
{
    BlobInfo info;
    info.digest = blobClass == BlobClass::Erasable ? commitment(salt, content) : sha256(content);
    info.bytes = static_cast<std::int64_t>(content.size());
    info.blobClass = blobClass;
    info.salt = salt;
    CS_TRY(const bool wanted, beginBlob(info));
    if (!wanted)
        return info.digest;
    for (std::int64_t n = 0; static_cast<std::size_t>(n) * chunkBytes < content.size(); ++n)
        CS_CHECK(putChunk(info.digest, n, content.substr(static_cast<std::size_t>(n) * chunkBytes, chunkBytes)));
    CS_CHECK(sealBlob(info.digest));
    return info.digest;
}

Status LogStore::streamBlob(const Digest& digest, const std::function<Status(std::string_view)>& sink) const
{
    const auto bad = [&] {
        return fail(refused(
            blobBadCode, "The stored bytes of %1 are not those it names: the file was altered.", {qs(digest.text())}));
    };
    CS_TRY(const BlobInfo info, blobInfo(digest));
    if (!info.sealed)
        return fail(couldNot(blobMissingCode, "%1 is not complete in this workspace.", {qs(digest.text())}));
    Sha256 hash;
    if (info.blobClass == BlobClass::Erasable)
        hash.update(info.salt);
    std::int64_t left = info.bytes;
    for (std::int64_t n = 0; left > 0; ++n) {
        CS_TRY(const Bytes chunk, getChunk(digest, n));
        const auto expected = static_cast<std::size_t>(std::min(left, static_cast<std::int64_t>(chunkBytes)));
        if (chunk.size() != expected)
            return bad();
        hash.update(chunk);
        CS_CHECK(sink(chunk));
        left -= static_cast<std::int64_t>(chunk.size());
    }
    if (hash.finish() != digest)
        return bad();
    return {};
}

Result<Bytes> LogStore::getBlob(const Digest& digest, std::size_t maxBytes) const
{
    CS_TRY(const BlobInfo info, blobInfo(digest));
    if (info.bytes < 0 || static_cast<std::uint64_t>(info.bytes) > maxBytes)
        return fail(refused("CS-STORE-BLOB-SIZE", "%1 has %2 bytes; at most %3 are read here.",
            {qs(digest.text()), QString::number(info.bytes), QString::number(maxBytes)}));
    Bytes out;
    CS_CHECK(streamBlob(digest, [&](std::string_view piece) -> Status {
        out += piece;
        return {};
    }));
    return out;
}

} // namespace cs
