// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QObject>

class QLocalServer;
class QLocalSocket;

namespace cs::app {

/// One window for each user and session: a second start hands its workspace or link to the running one and ends. They
/// meet at a socket in a folder that only this user may enter; what comes in is a path or a link, nothing else.
class SingleInstance final : public QObject {
    Q_OBJECT
public:
    struct Request {
        QString workspace; ///< path, may be empty
        QString link; ///< may be empty; not checked
    };

    /// @param folder where the socket lies; made if it is not there.
    explicit SingleInstance(QString folder, QObject* parent = nullptr);
    /// $XDG_RUNTIME_DIR/countersign; empty where there is no such folder.
    static QString usualFolder();

    /// Asks the running window to take @p request. @returns true if it did: this program can end.
    bool handOver(const Request& request);
    /// From now on this is the running window. @returns CS-DESKTOP-SOCKET if the folder is not this user's alone or the
    /// socket cannot be made; the program works without.
    Status listen();

Q_SIGNALS:
    void received(const QString& workspace, const QString& link);

private:
    void answer(QLocalSocket* socket);
    QString socketPath() const;

    QString m_folder;
    QLocalServer* m_server;
};

} // namespace cs::app
