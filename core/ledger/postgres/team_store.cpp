// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/postgres/team_store.h"

#include "core/base/json.h"
#include "core/crypto/commit.h"
#include "core/crypto/hash.h"
#include "core/ledger/store/store_files.h"

#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <chrono>
#include <limits>

namespace cs {
namespace {

/// Without a notice it is looked all the same, once a minute: a notice may be lost, and a proxy may cut a line in
/// silence.
constexpr std::int64_t lookMs = 60'000;
constexpr int textsAtOnce = 500;
constexpr std::int64_t group = RemoteLog::groupEntries;
constexpr std::size_t textMax = chunkBytes;

std::int64_t steadyMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

/// The server keeps the same, and the pin knows how far it was.
SqliteLogStore::Options copyOptions()
{
    SqliteLogStore::Options options;
    options.isCopy = true;
    return options;
}

bool isText(const BlobInfo& info)
{
    return info.blobClass != BlobClass::Evidence;
}

/// Are these the bytes that the digest names?
bool isWhole(const RemoteLog::Text& text)
{
    const bool salted = text.info.blobClass == BlobClass::Erasable;
    return text.info.digest == (salted ? commitment(text.info.salt, text.content) : sha256(text.content));
}

Error neitherServerNorCopy(const RemoteLog& remote)
{
    return couldNot(storeOfflineCode, "%1 cannot be reached, and there is no copy here.", {qs(remote.location())});
}

} // namespace

std::string TeamStore::replicaPath(const std::string& cacheDir, const std::string& location)
{
    return cacheDir + "/replicas/" + sha256(location).hex().substr(0, 32) + ".countersign";
}

std::string TeamStore::asidePath(const std::string& cacheDir, const std::string& location)
{
    return replicaPath(cacheDir, location) + ".aside";
}

Status TeamStore::takeOver(const std::string& cacheDir, const std::string& location, const std::string& kept)
{
    CS_CHECK(makePrivateFolder(utf8(QFileInfo(qs(kept)).path())));
    if (QFileInfo::exists(qs(replicaPath(cacheDir, location))))
        CS_CHECK(moveStoreFiles(replicaPath(cacheDir, location), kept));
    return moveStoreFiles(asidePath(cacheDir, location), replicaPath(cacheDir, location));
}

TeamStore::TeamStore(std::unique_ptr<RemoteLog> remote, std::unique_ptr<SqliteLogStore> replica, Options options)
    : m_remote(std::move(remote))
    , m_replica(std::move(replica))
    , m_options(std::move(options))
    , m_evidence(m_options.cacheDir, m_options.evidenceCacheMax)
{
}

Result<std::unique_ptr<TeamStore>> TeamStore::open(std::unique_ptr<RemoteLog> remote, const Options& options)
{
    const std::string path = options.aside ? asidePath(options.cacheDir, remote->location())
                                           : replicaPath(options.cacheDir, remote->location());
    const bool there = QFileInfo::exists(qs(path));
    if (!there && !remote->isUp())
        return fail(remote->error() ? *remote->error() : neitherServerNorCopy(*remote));
    CS_CHECK(makePrivateFolder(options.cacheDir + "/replicas"));
    CS_TRY(
        auto replica, there ? SqliteLogStore::open(path, copyOptions()) : SqliteLogStore::create(path, copyOptions()));
    auto store = std::unique_ptr<TeamStore>(new TeamStore(std::move(remote), std::move(replica), options));
    CS_CHECK(store->look());
    CS_TRY(const std::int64_t own, store->replicaSize());
    if (own == 0 && !store->m_remote->isUp())
        return fail(store->m_remote->error() ? *store->m_remote->error() : neitherServerNorCopy(*store->m_remote));
    if (!options.aside)
        return store;
    if (store->m_alarm) {
        // The server shows yet another history: the copy of the former one is of no use to anybody.
        remote = std::move(store->m_remote);
        store.reset();
        removeStoreFiles(path);
        CS_TRY(replica, SqliteLogStore::create(path, copyOptions()));
        store.reset(new TeamStore(std::move(remote), std::move(replica), options));
        CS_CHECK(store->look());
    }
    const std::string first = replicaPath(options.cacheDir, store->location());
    if (QFileInfo::exists(qs(first))) {
        CS_TRY(store->m_verified, SqliteLogStore::open(first, SqliteLogStore::Mode::ReadOnly));
    }
    return store;
}

Result<std::int64_t> TeamStore::replicaSize() const
{
    CS_TRY(const TreeHead head, m_replica->head());
    return head.size;
}

/// How much does the server hold, and is it still what was verified here? A connection that went is no error.
Status TeamStore::look() const
{
    CS_TRY(const std::int64_t own, replicaSize());
    const bool isNew = m_remote->isUp() && !m_wasUp;
    m_wasUp = m_remote->isUp();
    if (!m_wasUp) {
        m_remoteSize = std::max(m_remoteSize, own);
        return {};
    }
    const auto size = m_remote->size();
    if (!size) {
        m_wasUp = m_remote->isUp();
        return m_wasUp ? Status(fail(size.error())) : Status();
    }
    m_lookedMs = steadyMs();
    m_remoteSize = *size;
    if (!isNew && *size >= own && !m_alarm)
        return {};
    const Status compared = compare(*size, own);
    m_wasUp = m_remote->isUp();
    return compared || m_wasUp ? compared : Status();
}

Status TeamStore::compare(std::int64_t remoteSize, std::int64_t replicaSize) const
{
    m_alarm.reset();
    const std::int64_t common = std::min(remoteSize, replicaSize);
    CS_TRY(const std::vector<Digest> theirs, m_remote->groups(common));
    for (std::int64_t first = 0, n = 0; first < common; first += group, ++n) {
        CS_TRY(const std::vector<Digest> leaves, m_replica->nodes(0, first, std::min(group, common - first)));
        Sha256 own;
        for (const Digest& leaf : leaves)
            own.update(leaf.bytes());
        if (n >= std::ssize(theirs) || theirs[static_cast<std::size_t>(n)] != own.finish())
            return nameDifference(first, common, remoteSize);
    }
    if (remoteSize < replicaSize)
        raise(StoreAlarm::Kind::Truncated, remoteSize, remoteSize, {});
    return {};
}

/// Goes through a group line by line.
Status TeamStore::nameDifference(std::int64_t first, std::int64_t common, std::int64_t remoteSize) const
{
    for (std::int64_t at = first; at < common;) {
        auto lines = m_remote->read(at, 1U << 20U);
        if (!lines && !hasCode(lines.error(), "CS-STORE-DAMAGED"))
            return fail(lines.error());
        if (!lines || lines->empty()) {
            const std::int64_t gap = lines || lines.error().entry() < 0 ? at : lines.error().entry();
            raise(StoreAlarm::Kind::Forked, gap, remoteSize, {});
            return {};
        }
        for (const std::string& line : *lines) {
            if (at >= common)
                break;
            CS_TRY(const Digest leaf, m_replica->node(0, at));
            if (leaf != leafHash(line)) {
                raise(StoreAlarm::Kind::Forked, at, remoteSize, line);
                return {};
            }
            ++at;
        }
    }
    return {}; // it was put right meanwhile
}

/// Both sides go into a file, so that somebody else can be shown what happened.
void TeamStore::raise(
    StoreAlarm::Kind kind, std::int64_t entry, std::int64_t remoteSize, const std::string& theirs) const
{
    StoreAlarm alarm{kind, entry, {}, {}, {}};
    if (const auto head = m_replica->head())
        alarm.known = *head;
    Tree tree;
    while (tree.size() < remoteSize) {
        const auto lines = m_remote->read(tree.size(), 1U << 20U);
        if (!lines || lines->empty())
            break;
        for (const std::string& line : *lines)
            tree.append(leafHash(line));
    }
    alarm.found = tree.head();
    const auto ours = m_replica->readLine(entry);
    json::Writer out;
    out.beginObject().member("store", std::string_view(m_remote->location()));
    out.member("known", std::string_view(alarm.known.text())).member("found", std::string_view(alarm.found.text()));
    out.member("entry", entry).member("ours", std::string_view(ours ? *ours : std::string()));
    out.member("theirs", std::string_view(theirs)).endObject();
    const std::string text = out.take() + "\n";
    if (!m_options.evidenceDir.empty() && makePrivateFolder(m_options.evidenceDir)) {
        const std::string path = m_options.evidenceDir + "/alarm-" + sha256(text).hex().substr(0, 16) + ".json";
        QSaveFile file(qs(path));
        if (file.open(QIODevice::WriteOnly) && file.write(text.data(), static_cast<qint64>(text.size())) >= 0
            && file.commit())
            alarm.evidence = path;
    }
    m_alarm = std::move(alarm);
}

Status TeamStore::refuseWhileAlarmed() const
{
    if (!m_alarm)
        return {};
    return fail(refused("CS-STORE-ALARM", "%1 does not hold what was verified here, from entry %2 on.",
        {qs(location()), QString::number(m_alarm->entry)})
                    .withLaw(1));
}

Result<std::int64_t> TeamStore::append(std::int64_t expected, std::span<const std::string> lines)
{
    return append(expected, lines, {});
}

Result<std::int64_t> TeamStore::append(
    std::int64_t expected, std::span<const std::string> lines, std::span<const Text> erasable)
{
    if (!m_wasUp && m_remote->isUp())
        CS_CHECK(look());
    CS_CHECK(refuseWhileAlarmed());
    auto first = m_remote->append(expected, lines, erasable);
    if (!first) {
        // Another connection may lead to another server: it is compared before anything is sent there.
        const bool again = hasCode(first.error(), storeReconnectedCode);
        m_wasUp = m_wasUp && m_remote->isUp() && !again;
        return again ? fail(couldNot(storeRaceCode, "%1", {first.error().message()})) : std::move(first);
    }
    m_remoteSize = std::max(m_remoteSize, *first + std::ssize(lines));
    forgetPending();
    // The server has it; that another program of this user was quicker to write it down here does no harm.
    if (const auto kept = m_replica->append(expected, lines, erasable); !kept && !hasCode(kept.error(), storeRaceCode))
        return fail(couldNot("CS-STORE-COPY",
            "Entry %1 stands in the ledger, but this desk's copy of it could not be written: %2 Do not sign it again; "
            "once that is mended, the copy goes on by itself.",
            {QString::number(*first), kept.error().message()}));
    return first;
}

Result<std::vector<std::string>> TeamStore::read(std::int64_t from, std::size_t maxBytes) const
{
    CS_TRY(const std::int64_t own, replicaSize());
    if (from < own)
        return m_replica->read(from, maxBytes);
    if (m_alarm || m_options.verifiedOnly || !m_remote->isUp())
        return std::vector<std::string>();
    CS_TRY(auto lines, m_remote->read(from, maxBytes));
    if (m_pending.empty() || from != m_pendingFrom + std::ssize(m_pending)) {
        forgetPending();
        m_pendingFrom = from;
    }
    m_pending.insert(m_pending.end(), lines.begin(), lines.end());
    return lines;
}

void TeamStore::forgetPending() const
{
    m_pending.clear();
    m_pendingTree = Tree();
    m_pendingNodes = MemoryNodes();
}

Result<Digest> TeamStore::node(int level, std::int64_t pos) const
{
    auto kept = m_replica->node(level, pos);
    if (kept || m_pending.empty())
        return kept;
    // A law asks for a root below an entry that is being judged; that is rare, so the nodes are made when it does.
    if (m_pendingTree.size() == 0 && m_pendingFrom > 0) {
        CS_TRY(m_pendingTree, Tree::restore(m_pendingFrom, *m_replica));
    }
    const std::int64_t end = m_pendingFrom + std::ssize(m_pending);
    std::vector<Node> made;
    while (m_pendingTree.size() < end)
        m_pendingTree.append(
            leafHash(m_pending[static_cast<std::size_t>(m_pendingTree.size() - m_pendingFrom)]), &made);
    m_pendingNodes.put(made);
    return m_pendingNodes.node(level, pos);
}

Status TeamStore::confirm(std::int64_t size)
{
    CS_CHECK(keepPending(size));
    return m_remote->isUp() && !m_alarm ? fetchTexts() : Status();
}

Status TeamStore::keepPending(std::int64_t size)
{
    const std::int64_t known = std::min(size - m_pendingFrom, std::int64_t(m_pending.size()));
    if (known <= 0)
        return {};
    const std::vector<std::string> lines(m_pending.begin(), m_pending.begin() + known);
    const auto kept = m_replica->append(m_pendingFrom, lines);
    forgetPending();
    if (!kept && !hasCode(kept.error(), storeRaceCode))
        return fail(kept.error());
    return {};
}

/// Names and texts lie here, so that they can be read offline. Asked for from the newest back to where all are here.
Status TeamStore::fetchTexts()
{
    std::int64_t before = std::numeric_limits<std::int64_t>::max();
    for (bool more = true; more;) {
        const auto older = fetchTextsBefore(before);
        if (!older)
            return m_remote->isUp() ? Status(fail(older.error())) : Status();
        more = *older;
    }
    return {};
}

/// One piece of them. @param before is moved on. @returns whether there may be older ones that are missing here
Result<bool> TeamStore::fetchTextsBefore(std::int64_t& before)
{
    CS_TRY(const auto listed, m_remote->textsBefore(before, textsAtOnce));
    std::vector<Digest> missing;
    for (const RemoteLog::ListedText& text : listed) {
        before = text.seq;
        if (!m_replica->blobInfo(text.digest))
            missing.push_back(text.digest);
    }
    if (missing.empty())
        return false;
    CS_TRY(const auto texts, m_remote->texts(missing));
    for (const RemoteLog::Text& text : texts)
        if (isWhole(text)) // what is not is asked for again, and said, where it is read
            CS_CHECK(m_replica->putBlob(text.info.blobClass, text.content, text.info.salt));
    return std::ssize(listed) == textsAtOnce;
}

Result<std::vector<std::string>> TeamStore::readList(std::span<const std::int64_t> indices) const
{
    CS_TRY(const std::int64_t own, replicaSize());
    if (std::ranges::all_of(indices, [own](std::int64_t index) { return index < own; }))
        return m_replica->readList(indices);
    std::vector<std::string> lines;
    for (const std::int64_t index : indices) {
        if (index < own) {
            CS_TRY(lines.emplace_back(), m_replica->readLine(index));
            continue;
        }
        auto line = m_remote->isUp() ? m_remote->read(index, 1) : Result<std::vector<std::string>>();
        CS_CHECK(line);
        if (line->empty())
            return fail(usageError("CS-STORE-ENTRY", "There is no entry %1.", {QString::number(index)}));
        lines.push_back(std::move(line->front()));
    }
    return lines;
}

Result<TreeHead> TeamStore::head() const
{
    CS_CHECK(look());
    CS_TRY(TreeHead own, m_replica->head());
    if (m_alarm || m_options.verifiedOnly || !m_remote->isUp() || m_remoteSize <= own.size)
        return own;
    return TreeHead{m_remoteSize, Digest()};
}

Result<std::int64_t> TeamStore::dataVersion() const
{
    const bool up = m_remote->tryConnect();
    const bool news = m_remote->takeNews();
    CS_TRY(const std::int64_t replica, m_replica->dataVersion());
    if (news || up != m_wasUp || replica != m_replicaVersion || (up && steadyMs() - m_lookedMs >= lookMs))
        ++m_version;
    m_replicaVersion = replica;
    return m_version;
}

LogStore::Link TeamStore::link() const
{
    return {m_remote->isUp() ? Link::State::Up : Link::State::Offline, m_remoteSize,
        m_lookedMs > 0 ? steadyMs() - m_lookedMs : -1, m_remote->error()};
}

Result<bool> TeamStore::beginBlob(const BlobInfo& info)
{
    CS_CHECK(refuseWhileAlarmed());
    m_begun = info;
    return m_remote->beginBlob(info);
}

Status TeamStore::putChunk(const Digest& digest, std::int64_t n, std::string_view data)
{
    CS_CHECK(m_remote->putChunk(digest, n, data));
    if (m_begun && m_begun->digest == digest && m_begun->blobClass == BlobClass::Evidence)
        m_evidence.keep(*m_begun, n, data);
    return {};
}

Status TeamStore::sealBlob(const Digest& digest)
{
    return m_remote->sealBlob(digest);
}

Result<Digest> TeamStore::putBlob(BlobClass blobClass, std::string_view content, std::string_view salt)
{
    CS_TRY(const Digest digest, LogStore::putBlob(blobClass, content, salt));
    if (blobClass != BlobClass::Evidence)
        CS_CHECK(m_replica->putBlob(blobClass, content, salt));
    return digest;
}

Result<BlobInfo> TeamStore::blobInfo(const Digest& digest) const
{
    auto own = m_replica->blobInfo(digest);
    if (own && own->sealed)
        return own;
    auto theirs = m_remote->isUp() ? m_remote->blobInfo(digest) : Result<BlobInfo>(std::move(own));
    if (theirs || m_remote->isUp())
        return theirs;
    if (const auto kept = m_evidence.find(digest))
        return *kept;
    return theirs;
}

Result<Bytes> TeamStore::getChunk(const Digest& digest, std::int64_t n) const
{
    if (const auto own = m_replica->blobInfo(digest); own && own->sealed)
        return m_replica->getChunk(digest, n);
    CS_TRY(const BlobInfo info, blobInfo(digest));
    if (const auto kept = m_evidence.piece(info, n))
        return *kept;
    if (isText(info) && info.bytes <= static_cast<std::int64_t>(textMax)) {
        CS_CHECK(keepText(info));
        return m_replica->getChunk(digest, n);
    }
    CS_TRY(Bytes chunk, m_remote->getChunk(digest, n));
    m_evidence.keep(info, n, chunk);
    return chunk;
}

/// A policy or a text that the notices missed.
Status TeamStore::keepText(const BlobInfo& info) const
{
    RemoteLog::Text text{info, {}};
    if (info.bytes > 0) {
        CS_TRY(text.content, m_remote->getChunk(info.digest, 0));
    }
    if (!isWhole(text))
        return fail(refused(blobBadCode, "The stored bytes of %1 are not those it names: the server altered them.",
            {qs(info.digest.text())}));
    CS_CHECK(m_replica->putBlob(info.blobClass, text.content, info.salt));
    return {};
}

Result<std::int64_t> TeamStore::refillEvidence(RemoteLog& remote, const std::string& cacheDir)
{
    const EvidenceCache cache(cacheDir);
    std::int64_t files = 0;
    for (const BlobInfo& info : cache.whole()) {
        CS_TRY(const bool wanted, remote.beginBlob(info));
        if (!wanted)
            continue;
        const std::int64_t pieces = (info.bytes - 1) / static_cast<std::int64_t>(chunkBytes) + 1;
        for (std::int64_t n = 0; n < pieces; ++n)
            if (const auto piece = cache.piece(info, n))
                CS_CHECK(remote.putChunk(info.digest, n, *piece));
        // A piece that was altered here is dropped there, where its digest is computed.
        files += remote.sealBlob(info.digest) ? 1 : 0;
    }
    return files;
}

Result<std::vector<BlobInfo>> TeamStore::listBlobs(const std::optional<Digest>& after, int limit) const
{
    return m_remote->isUp() ? m_remote->listBlobs(after, limit) : m_replica->listBlobs(after, limit);
}

Status TeamStore::eraseBlob(const Digest& digest)
{
    CS_CHECK(m_remote->eraseBlob(digest));
    return m_replica->eraseBlob(digest);
}

Status TeamStore::forgetBlob(const Digest& digest)
{
    return m_replica->eraseBlob(digest);
}

} // namespace cs
