// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/store/store_files.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace cs {
namespace {

// The log before the file that it belongs to: a file without its log would be an older one.
constexpr const char* parts[] = {"-wal", "-shm", ""};

} // namespace

void removeStoreFiles(const std::string& path)
{
    for (const char* part : parts)
        QFile::remove(qs(path + part));
}

Status moveStoreFiles(const std::string& from, const std::string& to)
{
    for (const char* part : parts)
        if (QFileInfo::exists(qs(from + part)) && !QFile::rename(qs(from + part), qs(to + part)))
            return fail(couldNot("CS-STORE-IO", "%1 cannot be moved to %2.", {qs(from + part), qs(to + part)}));
    return {};
}

std::int64_t storeFileBytes(const std::string& path)
{
    return QFileInfo(qs(path)).size() + QFileInfo(qs(path + "-wal")).size();
}

Status makePrivateFolder(const std::string& path)
{
    if (QDir().mkpath(qs(path))
        && QFile::setPermissions(qs(path), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
        return {};
    return fail(couldNot("CS-STORE-IO", "The folder %1 cannot be made.", {qs(path)}));
}

} // namespace cs
