// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/reader_process.h"

#include "core/evidence/reader_protocol.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cs {

namespace {

using Time = std::chrono::steady_clock;

/// How often the stop token is looked at while the reader is silent.
constexpr int stopCheckMs = 25;
/// A reader that has closed its output has nothing left to do but to end.
constexpr int endCheckMs = 2;

class Fd final {
public:
    explicit Fd(int fd = -1)
        : m_fd(fd)
    {
    }
    Fd(Fd&& other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Fd& operator=(Fd&& other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    ~Fd() { reset(); }
    int get() const { return m_fd; }
    void reset()
    {
        if (m_fd >= 0)
            ::close(std::exchange(m_fd, -1));
    }

private:
    int m_fd;
};

Error startError(const char* step, int number)
{
    return couldNot("CS-READER-START", "The reader could not be started (%1: %2). Free some memory and try again.",
        {QString::fromLatin1(step), QString::fromLocal8Bit(std::strerror(number))});
}

/// Descriptors 0 to 3 of the child are set by dup2: a source among them would be overwritten before its turn.
Result<Fd> movedUp(Fd fd)
{
    if (fd.get() > readerEvidenceFd)
        return fd;
    Fd moved(::fcntl(fd.get(), F_DUPFD_CLOEXEC, readerEvidenceFd + 1));
    if (moved.get() < 0)
        return fail(startError("descriptor", errno));
    return moved;
}

Result<Fd> sealedMemory(std::string_view bytes)
{
    Fd memory(::memfd_create("evidence", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (memory.get() < 0)
        return fail(startError("memory", errno));
    while (!bytes.empty()) {
        const ssize_t count = ::write(memory.get(), bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return fail(startError("memory", errno));
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    if (::fcntl(memory.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) != 0)
        return fail(startError("seal", errno));
    ::lseek(memory.get(), 0, SEEK_SET);
    return movedUp(std::move(memory));
}

/// Only what the reader needs to find its libraries and fonts: no bus, no display, no home, no secrets.
std::vector<std::string> readerEnvironment()
{
    std::vector<std::string> out{
        "LC_ALL=C.UTF-8", "TZ=UTC", "HOME=/nonexistent", "QT_QPA_PLATFORM=offscreen", "QT_LOGGING_RULES=*=false"};
    for (const char* name : {"LD_LIBRARY_PATH", "QT_PLUGIN_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "ASAN_OPTIONS",
             "UBSAN_OPTIONS", "TSAN_OPTIONS"})
        if (const char* value = std::getenv(name); value != nullptr)
            out.push_back(std::string(name) + "=" + value);
    return out;
}

std::vector<char*> pointers(std::vector<std::string>& texts)
{
    std::vector<char*> out;
    for (std::string& text : texts)
        out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

/// Owns posix_spawn's two attribute objects.
struct SpawnSetup {
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    SpawnSetup()
    {
        posix_spawn_file_actions_init(&files);
        posix_spawnattr_init(&attributes);
    }
    ~SpawnSetup()
    {
        posix_spawn_file_actions_destroy(&files);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnSetup(const SpawnSetup&) = delete;
    SpawnSetup& operator=(const SpawnSetup&) = delete;

    int set(int evidence, int output)
    {
        sigset_t none, all;
        sigemptyset(&none);
        sigfillset(&all);
        int error = posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        error = error != 0 ? error : posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
        error = error != 0 ? error : posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        error = error != 0 ? error : posix_spawn_file_actions_adddup2(&files, evidence, readerEvidenceFd);
        error = error != 0 ? error : posix_spawn_file_actions_addclosefrom_np(&files, readerEvidenceFd + 1);
        error = error != 0 ? error : posix_spawnattr_setsigmask(&attributes, &none);
        error = error != 0 ? error : posix_spawnattr_setsigdefault(&attributes, &all);
        // A group of its own: Ctrl+C in the terminal of the console is not meant for the reader.
        error = error != 0 ? error : posix_spawnattr_setpgroup(&attributes, 0);
        constexpr int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP;
        return error != 0 ? error : posix_spawnattr_setflags(&attributes, static_cast<short>(flags));
    }
};

/// The child, killed and reaped at the latest when this goes out of scope.
class Child final {
public:
    Child() = default;
    Child(Child&& other) noexcept
        : m_pid(std::exchange(other.m_pid, -1))
    {
    }
    Child& operator=(Child&&) = delete;
    ~Child()
    {
        if (m_pid <= 0)
            return;
        ::kill(m_pid, SIGKILL);
        while (::waitpid(m_pid, nullptr, 0) < 0 && errno == EINTR) { }
    }

    static Result<Child> start(const std::string& program, std::vector<std::string> arguments, int evidence, int output)
    {
        arguments.insert(arguments.begin(), program);
        std::vector<std::string> environment = readerEnvironment();
        SpawnSetup setup;
        int error = setup.set(evidence, output);
        Child child;
        if (error == 0)
            error = posix_spawn(&child.m_pid, program.c_str(), &setup.files, &setup.attributes,
                pointers(arguments).data(), pointers(environment).data());
        if (error != 0) {
            child.m_pid = -1;
            return fail(startError("process", error));
        }
        return child;
    }

    /// True when the process is over; then @p status is as waitpid() gives it.
    bool hasEnded(int& status)
    {
        const pid_t ended = ::waitpid(m_pid, &status, WNOHANG);
        // ECHILD: somebody ignores SIGCHLD and the kernel has reaped it; the answer is checked in any case.
        if (ended != m_pid && !(ended < 0 && errno == ECHILD))
            return false;
        m_pid = -1;
        return true;
    }

private:
    pid_t m_pid = -1;
};

class Run final {
public:
    Run(Child child, Fd output, int deadlineMs, const std::stop_token& stop)
        : m_child(std::move(child))
        , m_output(std::move(output))
        , m_deadlineMs(deadlineMs)
        , m_end(Time::now() + std::chrono::milliseconds(deadlineMs))
        , m_stop(stop)
    {
    }

    Result<Bytes> answer()
    {
        CS_CHECK(collect());
        int status = 0;
        while (!m_child.hasEnded(status)) {
            CS_CHECK(wait(nullptr, endCheckMs));
        }
        CS_CHECK(checkStatus(status));
        return std::move(m_answer);
    }

private:
    /// Reads until the reader closes its output.
    Status collect()
    {
        std::string buffer(1U << 16U, '\0');
        for (;;) {
            pollfd ready{m_output.get(), POLLIN, 0};
            CS_CHECK(wait(&ready, stopCheckMs));
            if (ready.revents == 0)
                continue;
            const ssize_t count = ::read(m_output.get(), buffer.data(), buffer.size());
            if (count < 0 && errno == EINTR)
                continue;
            if (count <= 0)
                return {};
            if (m_answer.size() + static_cast<std::size_t>(count) > answerBytesMax)
                return fail(couldNot("CS-READER-ANSWER",
                    "The reader gave an answer that does not hold (%1); it may have been taken over by the "
                    "file. The "
                    "file was not shown; nothing else is affected.",
                    {QStringLiteral("it is too long")}));
            m_answer.append(buffer, 0, static_cast<std::size_t>(count));
        }
    }

    /// Waits for @p ready or some milliseconds. @returns CS-READER-CANCELLED, CS-READER-TIMEOUT.
    Status wait(pollfd* ready, int atMostMs)
    {
        if (m_stop.stop_requested())
            return fail(couldNot("CS-READER-CANCELLED", "Reading the file was cancelled; nothing else is affected."));
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(m_end - Time::now()).count();
        if (left <= 0)
            return fail(couldNot("CS-READER-TIMEOUT",
                "The file took longer than %1 s to read. It was not shown; nothing else is affected.",
                {QString::number(m_deadlineMs / 1000.0)}));
        ::poll(ready, ready == nullptr ? 0 : 1, static_cast<int>(std::min<std::int64_t>(left, atMostMs)));
        return {};
    }

    static Status checkStatus(int status)
    {
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
            return {};
        const char* key = "The reader stopped in the middle of the file (%1). The file was not shown; nothing else is "
                          "affected. It may be damaged, or made to do harm: ask its author for another copy.";
        if (WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS)
            return fail(
                couldNot("CS-READER-CRASH", key, {QStringLiteral("it tried something that its sandbox forbids")}));
        if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU)
            return fail(couldNot("CS-READER-CRASH", key, {QStringLiteral("it used up its processor time")}));
        const int number = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
        const QString what = WIFSIGNALED(status) ? QStringLiteral("signal ") : QStringLiteral("exit status ");
        const QString reason = what + QString::number(number);
        return fail(couldNot("CS-READER-CRASH", key, {reason}));
    }

    Child m_child;
    Fd m_output;
    int m_deadlineMs;
    Time::time_point m_end;
    std::stop_token m_stop;
    Bytes m_answer;
};

} // namespace

Result<Bytes> runReader(const std::string& program, const std::vector<std::string>& arguments,
    std::string_view evidence, int deadlineMs, const std::stop_token& stop)
{
    CS_TRY(const Fd memory, sealedMemory(evidence));
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return fail(startError("pipe", errno));
    Fd readEnd(ends[0]);
    CS_TRY(Fd writeEnd, movedUp(Fd(ends[1])));
    CS_TRY(Child child, Child::start(program, arguments, memory.get(), writeEnd.get()));
    writeEnd.reset();
    return Run(std::move(child), std::move(readEnd), deadlineMs, stop).answer();
}

} // namespace cs
