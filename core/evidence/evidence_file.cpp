// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/evidence_file.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cs {

namespace {

QString sizeText(std::int64_t bytes)
{
    return bytes >= (1 << 20) && bytes % (1 << 20) == 0 ? QString::number(bytes >> 20) + QStringLiteral(" MiB")
                                                        : QString::number(bytes) + QStringLiteral(" bytes");
}

Error unreadable(const std::string& path, int number)
{
    return couldNot("CS-EVIDENCE-FILE",
        "%1 cannot be read: %2. Check the path and the permissions; nothing was attached.",
        {qs(path), QString::fromLocal8Bit(std::strerror(number))});
}

Status checkKindOfFile(const std::string& path, mode_t mode)
{
    if (S_ISREG(mode))
        return {};
    const char* what = S_ISDIR(mode) ? "a folder" : S_ISFIFO(mode) ? "a pipe" : "a device or socket";
    return fail(usageError("CS-EVIDENCE-FILE", "%1 is %2. Evidence is one regular file; attach its files one by one.",
        {qs(path), QString::fromLatin1(what)}));
}

std::int64_t nanoseconds(const timespec& time)
{
    return std::int64_t(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

} // namespace

EvidenceFile::EvidenceFile(EvidenceFile&& other) noexcept
    : m_path(std::move(other.m_path))
    , m_fd(std::exchange(other.m_fd, -1))
    , m_state(other.m_state)
    , m_read(other.m_read)
{
}

EvidenceFile& EvidenceFile::operator=(EvidenceFile&& other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_fd, other.m_fd);
    std::swap(m_state, other.m_state);
    std::swap(m_read, other.m_read);
    return *this;
}

EvidenceFile::~EvidenceFile()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

EvidenceFile::State EvidenceFile::stateOf(const struct ::stat& info)
{
    return {std::int64_t(info.st_size), nanoseconds(info.st_mtim), nanoseconds(info.st_ctim), info.st_dev, info.st_ino};
}

Result<EvidenceFile> EvidenceFile::open(const std::string& path, std::int64_t bytesMax)
{
    EvidenceFile file;
    file.m_path = path;
    // O_NONBLOCK: opening a pipe that nobody writes to would wait for ever.
    file.m_fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (file.m_fd < 0)
        return fail(unreadable(path, errno));
    struct ::stat info { };
    if (::fstat(file.m_fd, &info) != 0)
        return fail(unreadable(path, errno));
    CS_CHECK(checkKindOfFile(path, info.st_mode));
    file.m_state = stateOf(info);
    if (info.st_size == 0)
        return fail(usageError("CS-EVIDENCE-EMPTY",
            "%1 is empty: 0 bytes prove nothing. Attach the file that the run produced.", {qs(path)}));
    if (info.st_size > bytesMax)
        return fail(usageError("CS-EVIDENCE-LIMIT",
            "%1 has %2; evidence may have at most %3. Attach a summary, or raise the limit in the settings.",
            {qs(path), sizeText(info.st_size), sizeText(bytesMax)}));
    return file;
}

Error EvidenceFile::changed() const
{
    return couldNot("CS-EVIDENCE-CHANGED",
        "%1 changed while it was read, so nothing was attached. Wait until whatever writes it is done, then "
        "attach it again.",
        {qs(m_path)});
}

Status EvidenceFile::checkUnchanged() const
{
    struct ::stat open {
    }, named{};
    if (::fstat(m_fd, &open) != 0)
        return fail(unreadable(m_path, errno));
    // The name must still mean the same file: a tool that replaces files by rename leaves the open one
    // untouched.
    if (::stat(m_path.c_str(), &named) != 0 || !(stateOf(open) == m_state) || !(stateOf(named) == m_state))
        return fail(changed());
    return {};
}

Result<Bytes> EvidenceFile::nextChunk()
{
    const std::int64_t wanted = std::min(evidenceChunkBytes, m_state.size - m_read);
    Bytes chunk(static_cast<std::size_t>(wanted), '\0');
    std::size_t filled = 0;
    while (filled < chunk.size()) {
        const ssize_t count = ::read(m_fd, chunk.data() + filled, chunk.size() - filled);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(unreadable(m_path, errno));
        if (count == 0)
            return fail(changed());
        filled += static_cast<std::size_t>(count);
    }
    m_read += wanted;
    if (wanted == 0)
        CS_CHECK(checkUnchanged());
    return chunk;
}

} // namespace cs
