// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/session.h"

#include "app/reader/sandbox.h"

#include <QGuiApplication>

#include <cerrno>
#include <new>

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cs {

namespace {

/// The evidence as mapped memory: sealed by the console, so that it cannot change or shrink while it is read.
Result<std::string_view> evidence()
{
    struct stat info { };
    if (::fstat(readerEvidenceFd, &info) != 0 || !S_ISREG(info.st_mode))
        return fail(readerError("CS-READER-REQUEST", {QStringLiteral("there is no evidence on descriptor 3")}));
    if (info.st_size == 0)
        return std::string_view();
    const auto size = static_cast<std::size_t>(info.st_size);
    void* memory = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, readerEvidenceFd, 0);
    if (memory == MAP_FAILED)
        return fail(readerError("CS-READER-REQUEST", {QStringLiteral("the evidence does not fit into memory")}));
    return std::string_view(static_cast<const char*>(memory), size);
}

Result<Preview> answer(const std::vector<std::string>& arguments)
{
    CS_TRY(const ReaderRequest request, requestFromArguments(arguments));
    CS_CHECK(enterLimits());
    static int count = 1;
    static char name[] = "countersign-reader";
    static char* names[] = {name, nullptr};
    if (needsGui(request.media)) {
        new QGuiApplication(count, names); // lives until _exit(): taking it down is code to run behind the sandbox
        warmUpGui(request.media);
    }
    CS_CHECK(enterSandbox());
    CS_TRY(const std::string_view bytes, evidence());
    return readEvidence(request, bytes);
}

} // namespace

Bytes session(const std::vector<std::string>& arguments)
{
    try {
        const Result<Preview> result = answer(arguments);
        return result ? encodeAnswer(*result) : encodeRefusal(result.error());
    } catch (const std::bad_alloc&) {
        return encodeRefusal(readerError("CS-READER-FORMAT",
            {QStringLiteral("a preview"), QStringLiteral("it would take more memory than a preview may have")}));
    }
}

bool writeAnswer(const Bytes& answer)
{
    for (std::size_t at = 0; at < answer.size();) {
        const ssize_t count = ::write(STDOUT_FILENO, answer.data() + at, answer.size() - at);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        at += static_cast<std::size_t>(count);
    }
    return true;
}

} // namespace cs
