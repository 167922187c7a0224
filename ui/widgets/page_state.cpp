// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/page_state.h"

#include <QDataStream>
#include <QIODevice>

namespace cs::ui {

namespace {

constexpr qint32 version = 1;

} // namespace

QByteArray packState(const QList<QByteArray>& parts)
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << version;
    for (const QByteArray& part : parts) {
        stream << part;
    }
    return state;
}

QList<QByteArray> unpackState(const QByteArray& state, qsizetype count)
{
    QDataStream stream(state);
    qint32 written = 0;
    stream >> written;
    QList<QByteArray> parts(count);
    for (QByteArray& part : parts) {
        stream >> part;
    }
    const bool whole = written == version && stream.status() == QDataStream::Ok && stream.atEnd();
    return whole ? parts : QList<QByteArray>();
}

} // namespace cs::ui
