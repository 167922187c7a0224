// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/store/new_file.h"

#include "core/crypto/keys.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

namespace cs {
namespace {

Status syncPath(const std::string& path)
{
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return ioError(path, "opened", errno);
    const int result = ::fsync(fd);
    const int number = errno;
    ::close(fd);
    // Some file systems refuse to sync a folder; then there is nothing more to be had.
    if (result != 0 && number != EINVAL)
        return ioError(path, "written to the disk", number);
    return {};
}

} // namespace

tl::unexpected<Error> ioError(const std::string& path, const char* doing, int number)
{
    const bool readOnly = number == EACCES || number == EROFS || number == EPERM;
    return fail(couldNot(readOnly ? "CS-STORE-READONLY" : "CS-STORE-IO", "%1 cannot be %2: %3.",
        {qs(path), QString::fromLatin1(doing), qs(std::strerror(number))}));
}

std::string folderOf(const std::string& path)
{
    const std::string folder = std::filesystem::path(path).parent_path().string();
    return folder.empty() ? "." : folder;
}

NewFile::NewFile(const std::string& destination)
    : m_destination(destination)
    , m_path(destination + ".new-" + randomHex(16))
{
}

NewFile::~NewFile()
{
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        ::unlink((m_path + suffix).c_str());
}

Status NewFile::moveIntoPlace()
{
    CS_CHECK(syncPath(m_path));
    if (::renameat2(AT_FDCWD, m_path.c_str(), AT_FDCWD, m_destination.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno == EEXIST)
            return fail(usageError("CS-STORE-EXISTS", "%1 exists already.", {qs(m_destination)}));
        return ioError(m_destination, "made", errno);
    }
    return syncPath(folderOf(m_destination));
}

} // namespace cs
