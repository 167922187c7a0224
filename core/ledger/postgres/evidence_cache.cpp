// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/postgres/evidence_cache.h"

#include "core/ledger/store/store_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <map>

namespace cs {
namespace {

/// Of DIGEST.BYTES or DIGEST.BYTES.N.
std::optional<BlobInfo> named(const QString& name)
{
    const auto digest = Digest::fromHex(utf8(name.section(QLatin1Char('.'), 0, 0)));
    const std::int64_t bytes = name.section(QLatin1Char('.'), 1, 1).toLongLong();
    if (!digest || bytes <= 0)
        return std::nullopt;
    return BlobInfo{*digest, bytes, BlobClass::Evidence, {}, true};
}

} // namespace

EvidenceCache::EvidenceCache(const std::string& cacheDir, std::int64_t most)
    : m_folder(cacheDir + "/evidence")
    , m_most(most)
{
}

std::string EvidenceCache::pathOf(const BlobInfo& info, std::int64_t n) const
{
    return m_folder + "/" + info.digest.hex() + "." + std::to_string(info.bytes) + "." + std::to_string(n);
}

std::optional<Bytes> EvidenceCache::piece(const BlobInfo& info, std::int64_t n) const
{
    QFile file(qs(pathOf(info, n)));
    if (!file.open(QIODevice::ReadOnly) || file.size() > static_cast<qint64>(chunkBytes))
        return std::nullopt;
    return file.readAll().toStdString();
}

void EvidenceCache::keep(const BlobInfo& info, std::int64_t n, std::string_view piece) const
{
    if (m_most <= 0 || !makePrivateFolder(m_folder))
        return;
    std::int64_t held = std::ssize(piece);
    const QFileInfoList files = QDir(qs(m_folder)).entryInfoList(QDir::Files, QDir::Time); // newest first
    for (const QFileInfo& file : files) {
        held += file.size();
        if (held > m_most)
            QFile::remove(file.filePath());
    }
    QSaveFile file(qs(pathOf(info, n)));
    if (file.open(QIODevice::WriteOnly) && file.write(piece.data(), std::ssize(piece)) == std::ssize(piece))
        file.commit();
}

std::optional<BlobInfo> EvidenceCache::find(const Digest& digest) const
{
    const QStringList pieces = QDir(qs(m_folder)).entryList({qs(digest.hex()) + QStringLiteral(".*.0")}, QDir::Files);
    return pieces.isEmpty() ? std::nullopt : named(pieces.front());
}

std::vector<BlobInfo> EvidenceCache::whole() const
{
    std::map<QString, std::int64_t> held; // DIGEST.BYTES, by what its pieces hold
    for (const QFileInfo& piece : QDir(qs(m_folder)).entryInfoList(QDir::Files))
        held[piece.fileName().section(QLatin1Char('.'), 0, 1)] += piece.size();
    std::vector<BlobInfo> all;
    for (const auto& [name, bytes] : held)
        if (const auto info = named(name); info && info->bytes == bytes)
            all.push_back(*info);
    return all;
}

std::int64_t EvidenceCache::bytes() const
{
    std::int64_t sum = 0;
    for (const QFileInfo& piece : QDir(qs(m_folder)).entryInfoList(QDir::Files))
        sum += piece.size();
    return sum;
}

} // namespace cs
