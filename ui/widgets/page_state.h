// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace cs::ui {

/// What a page keeps between sessions, in parts of a fixed order: splitters, columns.
QByteArray packState(const QList<QByteArray>& parts);
/// @returns nothing where the bytes are another version's or hold another number of parts: then the page stays as it
/// is.
QList<QByteArray> unpackState(const QByteArray& state, qsizetype count);

} // namespace cs::ui
