// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace cs::ui {

class Theme;

/// The application's style sheet in the colours and sizes of @p theme: frames and paddings only, under 120
/// lines.
QString styleSheetText(const Theme& theme);

} // namespace cs::ui
