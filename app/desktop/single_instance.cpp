// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/single_instance.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalServer>
#include <QLocalSocket>
#include <QTimer>

#include <sys/stat.h>
#include <unistd.h>

namespace cs::app {

namespace {

constexpr int answerMs = 2000;
constexpr qint64 bytesMax = 16 * 1024;
const QByteArray taken = QByteArrayLiteral("taken\n");

/// A folder that this user owns and nobody else may enter; links in its place are not followed.
bool isOwnFolder(const QString& path)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(path).constData(), &info) == 0 && S_ISDIR(info.st_mode)
        && info.st_uid == ::getuid() && (info.st_mode & 077) == 0;
}

} // namespace

SingleInstance::SingleInstance(QString folder, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(folder))
    , m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setMaxPendingConnections(4);
    connect(m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* socket = m_server->nextPendingConnection()) {
            answer(socket);
        }
    });
}

QString SingleInstance::usualFolder()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return runtime.startsWith(QLatin1Char('/')) ? QString(runtime + QStringLiteral("/countersign")) : QString();
}

QString SingleInstance::socketPath() const
{
    return m_folder + QStringLiteral("/console");
}

bool SingleInstance::handOver(const Request& request)
{
    if (m_folder.isEmpty() || !isOwnFolder(m_folder)) {
        return false;
    }
    QLocalSocket socket;
    socket.connectToServer(socketPath());
    if (!socket.waitForConnected(answerMs)) {
        return false;
    }
    const QJsonObject words{{QStringLiteral("workspace"), request.workspace}, {QStringLiteral("link"), request.link}};
    socket.write(QJsonDocument(words).toJson(QJsonDocument::Compact) + '\n');
    QByteArray reply;
    while (reply.size() < taken.size() && socket.waitForReadyRead(answerMs)) {
        reply += socket.readAll();
    }
    return reply == taken;
}

Status SingleInstance::listen()
{
    const auto failed = [this](const QString& why) {
        return fail(
            couldNot("CS-DESKTOP-SOCKET", "A second start cannot be handed to this window: %1 (%2).", {m_folder, why}));
    };
    if (m_folder.isEmpty()) {
        return failed(QStringLiteral("no XDG_RUNTIME_DIR"));
    }
    ::mkdir(QFile::encodeName(m_folder).constData(), 0700);
    if (!isOwnFolder(m_folder)) {
        return failed(QStringLiteral("the folder is not this user's alone"));
    }
    QLocalServer::removeServer(socketPath()); // of a window that died; a living one would have taken the request
    if (!m_server->listen(socketPath())) {
        return failed(m_server->errorString());
    }
    return {};
}

void SingleInstance::answer(QLocalSocket* socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    QTimer::singleShot(answerMs, socket, [socket] { socket->abort(); });
    socket->setReadBufferSize(bytesMax);
    connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
        if (!socket->canReadLine()) {
            if (socket->bytesAvailable() >= bytesMax) {
                socket->abort();
            }
            return;
        }
        const QJsonObject words = QJsonDocument::fromJson(socket->readLine(bytesMax)).object();
        if (words.isEmpty()) {
            socket->abort();
            return;
        }
        socket->write(taken);
        socket->flush();
        Q_EMIT received(
            words.value(QLatin1String("workspace")).toString(), words.value(QLatin1String("link")).toString());
    });
}

} // namespace cs::app
