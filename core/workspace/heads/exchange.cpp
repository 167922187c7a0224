// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/heads/exchange.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace cs::heads {
namespace {

constexpr const char* suffix = ".checkpoint";
constexpr std::size_t nameMax = 80;

Error folderError(const QString& folder, const QString& why)
{
    return couldNot("CS-HEADS-FOLDER", "Tree heads cannot be exchanged in %1: %2.", {folder, why});
}

/// Anybody may write into a shared folder; what is not plainly one of our files is left alone.
bool isPlain(const QFileInfo& file)
{
    const std::string name = utf8(file.fileName());
    return file.isFile() && !file.isSymLink() && name.size() <= nameMax && name.ends_with(suffix)
        && file.size() <= static_cast<qint64>(note::bytesMax) && std::ranges::all_of(name, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-'
                   || c == '_';
           });
}

} // namespace

Result<DeskKey> deskKey(const Environment& environment)
{
    if (environment.keychain == nullptr)
        return fail(couldNot("CS-KEYCHAIN-NO-SERVICE", "There is no keychain, so this desk has no key of its own."));
    const std::string item = "countersign/witness/" + environment.station;
    CS_TRY(auto seed, environment.keychain->read(item));
    if (!seed) {
        const SecretKey made = SecretKey::generate();
        seed = Bytes(made.seed());
        CS_CHECK(environment.keychain->write(item, *seed));
    }
    auto secret = SecretKey::fromSeed(*seed);
    wipe(seed->data(), seed->size());
    if (!secret)
        return fail(secret.error());
    const PublicKey key = secret->publicKey();
    return DeskKey{{"countersign.invalid/desk/" + environment.station, key, note::KeyType::Cosignature},
        std::make_shared<const SecretKey>(*std::move(secret))};
}

std::string DeskKey::fileName() const
{
    const std::string& name = verifier.name; // …/desk/STATION
    const std::string text = verifier.text().substr(name.size() + 1);
    return name.substr(name.rfind('/') + 1) + "-" + text.substr(0, text.find('+')) + suffix;
}

std::string ownNote(const Session& session, const DeskKey& key)
{
    const std::string text = Checkpoint{checkpointOrigin(session.state().workspaceId), session.head(), {}}.text();
    const std::int64_t seconds = session.environment().clock->now().ms() / 1000;
    return text + '\n' + note::cosignature(text, key.verifier.name, *key.secret, seconds);
}

Result<std::string> cosign(const Session& session, const DeskKey& key, const std::string& bytes)
{
    CS_TRY(const Judged judged, session.judge({"The checkpoint", bytes, session.environment().clock->now()}));
    if (judged.relation == Relation::Other)
        return fail(refused("CS-HEADS-OTHER",
            "The checkpoint names %1, and the ledger that this desk has verified, at %2, does not continue it. It was "
            "not signed. Two histories exist: tell the administrators.",
            {qs(judged.head.text()), qs(session.head().text())})
                        .withLaw(1));
    if (judged.relation == Relation::Newer)
        return fail(
            refused("CS-HEADS-NEWER", "The checkpoint names %1, and this desk has verified %2 only. It was not signed.",
                {qs(judged.head.text()), qs(session.head().text())}));
    CS_TRY(const note::Note parsed, note::parse(bytes));
    const std::int64_t seconds = session.environment().clock->now().ms() / 1000;
    return bytes + note::cosignature(parsed.text, key.verifier.name, *key.secret, seconds);
}

Result<std::vector<Seen>> readFolder(
    const std::string& folder, const std::string& workspaceId, const std::string& own, UtcTime now)
{
    if (!QFileInfo(qs(folder)).isDir())
        return fail(folderError(qs(folder), QStringLiteral("it is not there, or no folder")));
    std::vector<Seen> seen;
    const auto files = QDir(qs(folder) + QLatin1Char('/') + qs(workspaceId))
                           .entryInfoList({QStringLiteral("*") + QLatin1String(suffix)}, QDir::Files);
    for (const QFileInfo& info : files) {
        if (info.fileName() == qs(own) || !isPlain(info))
            continue;
        if (seen.size() == SeenHeads::seenMax)
            return fail(folderError(qs(folder),
                QStringLiteral("more than %1 checkpoints lie there; take away what is of no desk of yours, since the "
                               "others would go unread")
                    .arg(SeenHeads::seenMax)));
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            seen.push_back(
                {utf8(info.fileName()), file.read(static_cast<qint64>(note::bytesMax) + 1).toStdString(), now});
    }
    return seen;
}

Status writeFolder(
    const std::string& folder, const std::string& workspaceId, const std::string& own, const std::string& note)
{
    const QString place = qs(folder) + QLatin1Char('/') + qs(workspaceId);
    if (!QDir().mkpath(place))
        return fail(folderError(qs(folder), QStringLiteral("nothing can be written there")));
    QSaveFile file(place + QLatin1Char('/') + qs(own));
    if (!file.open(QIODevice::WriteOnly) || file.write(note.data(), static_cast<qint64>(note.size())) < 0
        || !file.commit())
        return fail(folderError(place, file.errorString()));
    return {};
}

std::vector<Error> unreadable(const Session& session, const std::vector<Seen>& seen)
{
    std::vector<Error> all;
    for (const Seen& item : seen)
        if (const auto judged = session.judge(item); !judged)
            all.push_back(judged.error());
    return all;
}

Result<Exchanged> exchange(Session& session, const DeskKey& key, const std::string& folder)
{
    const std::string& workspace = session.state().workspaceId;
    CS_TRY(const auto seen, readFolder(folder, workspace, key.fileName(), session.environment().clock->now()));
    Exchanged all;
    CS_TRY(all.judged, session.takeHeads(seen));
    all.unreadable = unreadable(session, seen);
    // What this desk says is what it has verified, also while it quarrels with the others: they need to know.
    CS_CHECK(writeFolder(folder, workspace, key.fileName(), ownNote(session, key)));
    return all;
}

} // namespace cs::heads
