// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/backup.h"

#include "core/audit/verify.h"
#include "core/identity/keychain_pin.h"
#include "core/ledger/store/sqlite_log_store.h"
#include "core/ledger/store/store_files.h"

#include <QFile>
#include <QFileInfo>

namespace cs::backup {
namespace {

Status copyLines(const LogStore& from, LogStore& to, std::int64_t size)
{
    std::int64_t done = 0;
    while (done < size) {
        CS_TRY(auto lines, from.read(done, 4U << 20U));
        if (lines.empty())
            return fail(
                couldNot("CS-STORE-IO", "The workspace ends at entry %1, before its head.", {QString::number(done)}));
        if (static_cast<std::int64_t>(lines.size()) > size - done)
            lines.resize(static_cast<std::size_t>(size - done));
        CS_CHECK(to.append(done, lines));
        done += static_cast<std::int64_t>(lines.size());
    }
    return {};
}

Status copyBlob(const LogStore& from, LogStore& to, const BlobInfo& info)
{
    CS_TRY(const bool wanted, to.beginBlob(info));
    if (!wanted)
        return {};
    const auto size = static_cast<std::int64_t>(chunkBytes);
    const std::int64_t chunks = (info.bytes + size - 1) / size;
    for (std::int64_t n = 0; n < chunks; ++n) {
        CS_TRY(const Bytes data, from.getChunk(info.digest, n));
        CS_CHECK(to.putChunk(info.digest, n, data));
    }
    return to.sealBlob(info.digest);
}

Status copyStore(const LogStore& from, const std::string& path)
{
    CS_TRY(const TreeHead head, from.head());
    CS_TRY(const auto to, SqliteLogStore::create(path));
    CS_CHECK(copyLines(from, *to, head.size));
    std::optional<Digest> after;
    for (;;) {
        CS_TRY(const auto blobs, from.listBlobs(after, 100));
        if (blobs.empty())
            break;
        for (const BlobInfo& info : blobs)
            CS_CHECK(copyBlob(from, *to, info));
        after = blobs.back().digest;
    }
    CS_TRY(const TreeHead copied, to->head());
    if (copied != head)
        return fail(
            couldNot("CS-STORE-IO", "The copy has the head %1 instead of %2.", {qs(copied.text()), qs(head.text())}));
    return {};
}

} // namespace

Status write(Session& session, const std::string& output)
{
    const bool existed = QFileInfo::exists(qs(output));
    auto done = copyStore(session.store(), output);
    if (!done && !existed)
        removeStoreFiles(output);
    return done;
}

Result<std::string> restore(const std::string& backup, const std::string& place, const Environment& environment)
{
    CS_TRY(const auto store, SqliteLogStore::open(backup, SqliteLogStore::Mode::ReadOnly));
    CS_TRY(const auto report, audit::verifyLedger(*store));
    if (report.verdict == "broken")
        return fail(refused("CS-BACKUP-BROKEN", "%1 is not intact and was not restored: entry %2, %3",
            {qs(backup), QString::number(report.problems.front().entry), qs(report.problems.front().message)}));
    // Another workspace at that place is told apart before the pin is asked: asking would raise its alarm.
    if (const auto present = SqliteLogStore::open(place, SqliteLogStore::Mode::ReadOnly))
        if (const auto first = (*present)->readLine(0); first && workspaceIdOf(*first) != report.workspaceId)
            return fail(refused("CS-BACKUP-OTHER", "%1 holds workspace %2; the backup is of %3.",
                {qs(place), qs(workspaceIdOf(*first)), qs(report.workspaceId)}));
    std::unique_ptr<SecretPin> secret;
    if (environment.keychain != nullptr)
        secret = std::make_unique<KeychainPin>(*environment.keychain);
    const std::string absolute = utf8(QFileInfo(qs(place)).absoluteFilePath());
    PinStore pins(environment.stateDir, secret.get());
    const TreeHead head{report.entries, report.root};
    CS_TRY(const HeadCheck check,
        pins.checkHead(absolute, report.workspaceId, head, [](const TreeHead&) -> Result<bool> { return true; }));
    if (check.placeHeld && *check.placeHeld != report.workspaceId)
        return fail(refused("CS-BACKUP-OTHER", "%1 held workspace %2; the backup is of %3.",
            {qs(place), qs(*check.placeHeld), qs(report.workspaceId)}));
    const std::string fresh = absolute + ".restoring";
    removeStoreFiles(fresh);
    if (const auto copied = copyStore(*store, fresh); !copied) {
        removeStoreFiles(fresh);
        return fail(copied.error());
    }
    std::string kept;
    if (QFileInfo::exists(qs(absolute))) {
        kept = absolute + ".before-" + std::to_string(environment.clock->now().ms());
        CS_CHECK(moveStoreFiles(absolute, kept)); // nothing was restored where that fails
    }
    if (!QFile::rename(qs(fresh), qs(absolute)))
        return fail(couldNot("CS-STORE-IO", "%1 cannot be put in place; the copy is %2.", {qs(absolute), qs(fresh)}));
    CS_CHECK(pins.lower(absolute, report.workspaceId, head));
    std::string sentence = "Head now " + head.text();
    if (check.known && check.known->size > head.size)
        sentence += "; given up: " + check.known->text();
    return sentence + (kept.empty() ? "." : "; the former file is " + kept + ".");
}

} // namespace cs::backup
