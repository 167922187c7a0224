// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;

namespace cs::ui {

/// Writes @p bytes to @p path on another thread: the whole file or nothing, never half of it.
/// @param done called on the UI thread while @p context lives. @returns through it CS-UI-SAVE with the
/// system's reason.
void saveFile(const QString& path, const QByteArray& bytes, QObject* context, std::function<void(Status)> done);

/// @p cells as a line of CSV (RFC 4180). A cell that a spreadsheet would read as a formula gets an
/// apostrophe.
QString csvLine(const QStringList& cells);

} // namespace cs::ui
