// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/roles.h"

#include <QIcon>
#include <QString>

class QPainter;
class QRect;

namespace cs::ui {

/// The icon @p name (file name without ".svg") in the colour of @p role, drawn anew for every size, device
/// pixel ratio and theme. Arrows that point along the reading direction are mirrored in right-to-left
/// layouts.
QIcon icon(const QString& name, Role role = Role::Text);

/// Draws icon @p name into @p rect (in logical pixels, a square).
void paintIcon(QPainter* painter, const QRect& rect, const QString& name, Role role = Role::Text);

/// A sharp pixmap of @p side logical pixels for @p devicePixelRatio.
QPixmap iconPixmap(const QString& name, Role role, int side, qreal devicePixelRatio);

/// True if the icon points along the reading direction and is mirrored right to left.
bool isMirrored(const QString& name);

/// The stroke width for an icon of @p side logical pixels. @source visual.md section 5
double strokeWidthFor(int side);

} // namespace cs::ui
