// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/policy/draft_store.h"

#include "core/ledger/store/store_files.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace cs::policies {
namespace {

constexpr qint64 bytesMax = 4U << 20U;

QString fileOf(const std::string& stateDir, const std::string& workspace)
{
    return qs(stateDir) + QStringLiteral("/drafts/") + qs(workspace) + QStringLiteral(".policy.json");
}

UtcTime savedAt(const QString& path)
{
    return UtcTime(QFileInfo(path).lastModified().toMSecsSinceEpoch());
}

} // namespace

Result<std::optional<KeptDraft>> keptDraft(const std::string& stateDir, const std::string& workspace)
{
    const QString path = fileOf(stateDir, workspace);
    QFile file(path);
    if (!file.exists())
        return std::optional<KeptDraft>();
    if (!file.open(QIODevice::ReadOnly))
        return fail(couldNot("CS-DRAFT-IO", "The draft %1 cannot be read: %2.", {path, file.errorString()}));
    if (file.size() > bytesMax)
        return fail(couldNot("CS-DRAFT-IO", "The draft %1 is longer than any policy. Move it away.", {path}));
    return std::optional(KeptDraft{file.readAll().toStdString(), savedAt(path)});
}

Result<UtcTime> keepDraft(const std::string& stateDir, const std::string& workspace, const std::string& text)
{
    CS_CHECK(makePrivateFolder(stateDir + "/drafts"));
    const QString path = fileOf(stateDir, workspace);
    QSaveFile file(path);
    const auto bytes = QByteArray::fromStdString(text);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(couldNot("CS-DRAFT-IO", "The draft could not be kept in %1: %2.", {path, file.errorString()}));
    return savedAt(path);
}

Status discardDraft(const std::string& stateDir, const std::string& workspace)
{
    QFile file(fileOf(stateDir, workspace));
    if (file.exists() && !file.remove())
        return fail(
            couldNot("CS-DRAFT-IO", "The draft %1 could not be removed: %2.", {file.fileName(), file.errorString()}));
    return {};
}

} // namespace cs::policies
