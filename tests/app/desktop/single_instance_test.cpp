// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/single_instance.h"

#include <QFile>
#include <QLocalSocket>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <memory>

using namespace cs::app;

namespace {

QString s(const char* text)
{
    return QString::fromUtf8(text);
}

/// Handing over waits for the answer, which comes from this thread: so it asks from another.
bool handOverApart(const QString& folder, const SingleInstance::Request& request)
{
    bool took = false;
    const std::unique_ptr<QThread> thread(
        QThread::create([&took, folder, request] { took = SingleInstance(folder).handOver(request); }));
    thread->start();
    while (!thread->wait(5)) {
        QCoreApplication::processEvents();
    }
    return took;
}

} // namespace

class SingleInstanceTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSecondStartIsHandedToTheFirst()
    {
        const QTemporaryDir base;
        const QString folder = base.filePath(s("countersign"));
        QVERIFY(!handOverApart(folder, {s("/a.countersign"), {}})); // nobody is there yet
        SingleInstance first(folder);
        QVERIFY(first.listen());
        QSignalSpy received(&first, &SingleInstance::received);
        QVERIFY(handOverApart(folder, {s("/a b\n.countersign"), s("countersign://x")}));
        QCOMPARE(received.count(), 1);
        QCOMPARE(received.first().at(0).toString(), s("/a b\n.countersign"));
        QCOMPARE(received.first().at(1).toString(), s("countersign://x"));
    }

    void theSocketIsTheUsersAlone()
    {
        const QTemporaryDir base;
        const QString folder = base.filePath(s("countersign"));
        SingleInstance first(folder);
        QVERIFY(first.listen());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
            | QFile::WriteOther | QFile::ExeOther;
        QVERIFY(!(QFile::permissions(folder) & others));
        QVERIFY(!(QFile::permissions(folder + s("/console")) & others));
    }

    void aFolderThatOthersMayEnterIsNotUsed()
    {
        const QTemporaryDir base;
        QFile::setPermissions(base.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ExeOther);
        SingleInstance first(base.path());
        const cs::Status listening = first.listen();
        QVERIFY(!listening);
        QCOMPARE(listening.error().code(), s("CS-DESKTOP-SOCKET"));
        QVERIFY(!SingleInstance({}).listen());
    }

    void aSocketOfAWindowThatDiedIsReplaced()
    {
        const QTemporaryDir base;
        const QString folder = base.filePath(s("countersign"));
        QVERIFY(QDir().mkpath(folder));
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QFile dead(folder + s("/console"));
        QVERIFY(dead.open(QIODevice::WriteOnly));
        dead.close();
        SingleInstance first(folder);
        QVERIFY(first.listen());
        QVERIFY(handOverApart(folder, {s("/a"), {}}));
    }

    void noiseIsNotARequest()
    {
        const QTemporaryDir base;
        const QString folder = base.filePath(s("countersign"));
        SingleInstance first(folder);
        QVERIFY(first.listen());
        QSignalSpy received(&first, &SingleInstance::received);
        for (const QByteArray& noise : {QByteArray("open /etc\n"), QByteArray("[1]\n"), QByteArray(40'000, 'x')}) {
            QLocalSocket socket;
            socket.connectToServer(folder + s("/console"));
            QVERIFY(socket.waitForConnected());
            QSignalSpy ended(&socket, &QLocalSocket::disconnected);
            socket.write(noise);
            QTRY_COMPARE(ended.count(), 1);
        }
        QCOMPARE(received.count(), 0);
    }
};

QTEST_GUILESS_MAIN(SingleInstanceTest)
#include "single_instance_test.moc"
