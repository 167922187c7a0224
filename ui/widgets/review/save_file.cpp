// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/review/save_file.h"

#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

namespace cs::ui {

namespace {

Status writeNow(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!written) {
        return fail(couldNot(
            "CS-UI-SAVE", "\"%1\" could not be written: %2. Choose another folder.", {path, file.errorString()}));
    }
    return {};
}

} // namespace

void saveFile(const QString& path, const QByteArray& bytes, QObject* context, std::function<void(Status)> done)
{
    // The context may die on the UI thread while the worker writes, so only the UI thread looks at the
    // pointer.
    auto* carrier = new QObject;
    const QPointer<QObject> alive(context);
    QThreadPool::globalInstance()->start([=] {
        const Status status = writeNow(path, bytes);
        QMetaObject::invokeMethod(
            carrier,
            [=] {
                if (alive) {
                    done(status);
                }
                carrier->deleteLater();
            },
            Qt::QueuedConnection);
    });
}

QString csvLine(const QStringList& cells)
{
    QStringList quoted;
    for (QString cell : cells) {
        if (!cell.isEmpty() && QStringLiteral("=+-@\t\r").contains(cell.at(0))) {
            cell.prepend(QLatin1Char('\''));
        }
        if (cell.contains(QLatin1Char('"')) || cell.contains(QLatin1Char(',')) || cell.contains(QLatin1Char('\n'))) {
            cell.replace(QLatin1Char('"'), QLatin1String("\"\""));
            cell = QLatin1Char('"') % cell % QLatin1Char('"');
        }
        quoted.append(cell);
    }
    return quoted.join(QLatin1Char(',')) % QStringLiteral("\r\n");
}

} // namespace cs::ui
