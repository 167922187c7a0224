// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/sandbox.h"

#include "core/evidence/readers/readers.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>
#include <vector>

#include <fcntl.h>
#include <linux/close_range.h>
#include <malloc.h>
#include <pthread.h>
#include <sched.h>
#include <seccomp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

extern char** environ;

namespace cs {

namespace {

/// Address space in bytes. The libraries take about 300 MB of it, a picture of 64 million pixels 256 MB.
constexpr rlim_t addressSpaceMax = rlim_t(1536) << 20U;
constexpr rlim_t processorSecondsMax = 20;

tl::unexpected<Error> failed(const char* step)
{
    return fail(readerError("CS-READER-SANDBOX",
        {QString::fromLatin1(step) + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(errno))}));
}

void cleanEnvironment()
{
    constexpr std::array kept{"LC_ALL=", "LD_LIBRARY_PATH=", "QT_PLUGIN_PATH=", "FONTCONFIG_FILE=", "FONTCONFIG_PATH=",
        "ASAN_OPTIONS=", "UBSAN_OPTIONS=", "TSAN_OPTIONS="};
    std::vector<std::string> values;
    for (char** entry = environ; *entry != nullptr; ++entry)
        if (std::ranges::any_of(kept, [&](const char* name) { return std::string_view(*entry).starts_with(name); }))
            values.emplace_back(*entry);
    ::clearenv();
    for (const std::string& value : values)
        ::setenv(value.substr(0, value.find('=')).c_str(), value.c_str() + value.find('=') + 1, 1);
    ::setenv("HOME", "/nonexistent", 1);
    ::setenv("TZ", "UTC", 1);
    ::setenv("QT_QPA_PLATFORM", "offscreen", 1);
    ::setenv("QT_LOGGING_RULES", "*=false", 1);
    ::setenv("QT_NO_GLIB", "1", 1); // its event loop, which every thread makes, needs more calls than Qt's own
}

bool limit(__rlimit_resource resource, rlim_t value)
{
    rlimit now{};
    if (::getrlimit(resource, &now) != 0)
        return false;
    const rlim_t least = std::min(value, now.rlim_max);
    const rlimit wanted{least, least};
    return ::setrlimit(resource, &wanted) == 0;
}

/// A thread per processor with the usual stacks and heaps would use up the address space of a large machine.
bool slimThreads()
{
    constexpr std::size_t stackBytes = std::size_t(1) << 20U;
    pthread_attr_t attributes;
    const bool ok = ::pthread_attr_init(&attributes) == 0 && ::pthread_attr_setstacksize(&attributes, stackBytes) == 0
        && ::pthread_setattr_default_np(&attributes) == 0;
    return ok && ::mallopt(M_ARENA_MAX, 1) == 1;
}

bool isSanitized()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return true; // their shadow memory takes terabytes of address space
#else
    return false;
#endif
}

/// Reading, computing and writing to what is open: everything else is EPERM.
constexpr std::array allowed{SCMP_SYS(read), SCMP_SYS(pread64), SCMP_SYS(readv), SCMP_SYS(write), SCMP_SYS(writev),
    SCMP_SYS(lseek), SCMP_SYS(fstat), SCMP_SYS(close), SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(madvise),
    SCMP_SYS(brk), SCMP_SYS(futex), SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(getrandom), SCMP_SYS(exit),
    SCMP_SYS(exit_group), SCMP_SYS(rt_sigreturn), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigaction),
    SCMP_SYS(sigaltstack), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(getpid), SCMP_SYS(gettid),
    SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getrusage), SCMP_SYS(sysinfo), SCMP_SYS(uname), SCMP_SYS(poll),
    SCMP_SYS(ppoll), SCMP_SYS(restart_syscall), SCMP_SYS(membarrier), SCMP_SYS(rseq), SCMP_SYS(set_robust_list),
    SCMP_SYS(arch_prctl), SCMP_SYS(set_tid_address), SCMP_SYS(eventfd2)};

/// No honest parser does these: the process is taken over, and it ends.
constexpr std::array deadly{SCMP_SYS(socket), SCMP_SYS(socketpair), SCMP_SYS(connect), SCMP_SYS(bind), SCMP_SYS(execve),
    SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv),
    SCMP_SYS(process_vm_writev), SCMP_SYS(io_uring_setup), SCMP_SYS(bpf), SCMP_SYS(userfaultfd), SCMP_SYS(add_key),
    SCMP_SYS(request_key), SCMP_SYS(keyctl), SCMP_SYS(mount), SCMP_SYS(pivot_root), SCMP_SYS(init_module),
    SCMP_SYS(finit_module), SCMP_SYS(kexec_load), SCMP_SYS(perf_event_open), SCMP_SYS(setns), SCMP_SYS(unshare)};

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

/// Calls that are harmless with some arguments only.
bool addConditional(scmp_filter_ctx filter)
{
    const auto protNotExec = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0);
    const auto emptyPath = SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH);
    const auto onlyAsk = SCMP_A2(SCMP_CMP_EQ, 0);
    const auto myself = SCMP_A0(SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()));
    const auto getFlags = SCMP_A1(SCMP_CMP_EQ, F_GETFL);
    return seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, protNotExec) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, protNotExec) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(newfstatat), 1, emptyPath) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, onlyAsk) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, myself) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(fcntl), 1, getFlags) == 0;
}

bool addRules(scmp_filter_ctx filter)
{
    // Without it a thread that a library started earlier would stay free.
    bool ok = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1) == 0;
    for (const int call : allowed)
        ok = ok && seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0) == 0;
    for (const int call : deadly)
        ok = ok && seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, call, 0) == 0;
    // A child is deadly. Threads are allowed: Qt converts large pictures with some and waits for them for
    // ever when they cannot start. clone3 hides its flags from a filter; told that it does not exist, glibc
    // takes clone.
    const auto child = SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, 0);
    const auto thread = SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD);
    ok = ok && seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, SCMP_SYS(clone), 1, child) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, thread) == 0
        && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
    return ok && addConditional(filter);
}

bool refusedExecutableMemory()
{
    return ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED;
}

bool refusedExec()
{
    char program[] = "/bin/true";
    char* arguments[] = {program, nullptr};
    return ::execv(program, arguments) != 0;
}

} // namespace

Status enterLimits()
{
    if (::close_range(readerEvidenceFd + 1, ~0U, 0) != 0 && errno != ENOSYS)
        return failed("descriptors");
    cleanEnvironment();
    if (::chdir("/") != 0)
        return failed("directory");
    const bool limits = limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CPU, processorSecondsMax)
        && limit(RLIMIT_NOFILE, 64) && slimThreads() && (isSanitized() || limit(RLIMIT_AS, addressSpaceMax));
    if (!limits)
        return failed("limits");
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return failed("privileges");
    // Not dumpable also means: no other process of this user reads its memory or descriptors.
    if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || ::prctl(PR_SET_PDEATHSIG, SIGKILL) != 0)
        return failed("protection");
    return {};
}

Status enterSandbox()
{
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release);
    if (filter == nullptr || !addRules(filter.get()))
        return failed("filter");
    if (const int error = seccomp_load(filter.get()); error != 0) {
        errno = -error;
        return failed("seccomp");
    }
    return {};
}

bool isRefused(std::string_view attempt)
{
    if (attempt == "open")
        return ::open("/etc/passwd", O_RDONLY | O_CLOEXEC) < 0;
    if (attempt == "open-write")
        return ::open("/tmp/countersign-reader-attempt", O_WRONLY | O_CREAT | O_CLOEXEC, 0600) < 0;
    if (attempt == "socket")
        return ::socket(AF_INET, SOCK_STREAM, 0) < 0;
    if (attempt == "connect")
        return ::connect(0, nullptr, 0) < 0;
    if (attempt == "exec")
        return refusedExec();
    if (attempt == "fork")
        return ::fork() < 0;
    if (attempt == "ptrace")
        return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) < 0;
    if (attempt == "keyring")
        return ::syscall(SYS_keyctl, 0, 0, 0, 0, 0) < 0;
    if (attempt == "kill")
        return ::kill(::getppid(), 0) < 0;
    return attempt == "memory" && refusedExecutableMemory();
}

} // namespace cs
