// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace cs::app {

/// Takes the picture of a window with the sheet that stands over it, if there is one.
/// @returns false if the file could not be written.
bool saveScreenshot(QWidget* window, const QString& path);

} // namespace cs::app
