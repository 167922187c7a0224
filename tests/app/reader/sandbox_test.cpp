// SPDX-License-Identifier: GPL-3.0-or-later
// Each forbidden thing is really tried, inside the real program, after its sandbox is up.
#include <gtest/gtest.h>

#include <QProcess>

#include <signal.h>

namespace {

struct Ending {
    int signal = 0;
    int status = -1;
};

Ending endingOf(const QStringList& arguments)
{
    QProcess process;
    process.start(QStringLiteral(CS_TEST_READER), arguments);
    EXPECT_TRUE(process.waitForFinished(60'000));
    if (process.exitStatus() == QProcess::CrashExit)
        return {process.exitCode(), -1};
    return {0, process.exitCode()};
}

Ending attempt(const char* what)
{
    return endingOf({QStringLiteral("self-check"), QString::fromLatin1(what)});
}

} // namespace

TEST(ReaderSandbox, TheWorstEndsTheProcess)
{
    for (const char* what : {"socket", "connect", "exec", "fork", "ptrace", "keyring"})
        EXPECT_EQ(attempt(what).signal, SIGSYS) << what;
}

TEST(ReaderSandbox, TheRestIsRefused)
{
    for (const char* what : {"open", "open-write", "kill", "memory"})
        EXPECT_EQ(attempt(what).status, 0) << what;
}

TEST(ReaderSandbox, AnUnknownAttemptIsNotCalledRefused)
{
    EXPECT_EQ(attempt("nothing of the kind").status, 1);
}

TEST(ReaderSandbox, ARequestThatMakesNoSenseIsAnsweredAndNotCarriedOut)
{
    EXPECT_EQ(endingOf({}).status, 0);
    EXPECT_EQ(endingOf({QStringLiteral("read"), QStringLiteral("text/plain")}).status, 0);
}
