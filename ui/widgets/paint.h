// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/theme/theme.h"

#include <QRect>

class QPainter;

namespace cs::ui {

/// Draws @p text in the painter's font with every digit on the widest digit's advance, so that numbers of one
/// column stand under each other in fonts without tabular figures. @p alignment as for QPainter::drawText,
/// already visual.
void drawTabular(QPainter* painter, const QRect& rect, const QString& text, Qt::Alignment alignment);
/// Width that drawTabular needs.
int tabularWidth(const QFontMetrics& metrics, const QString& text);

/// Draws one line, elided at the logical end, aligned for @p direction. @returns the width it took.
int drawElided(QPainter* painter, const QRect& rect, const QString& text, Qt::LayoutDirection direction,
    Qt::Alignment alignment = Qt::AlignLeading | Qt::AlignVCenter, Qt::TextElideMode mode = Qt::ElideRight);

/// A rounded rectangle with a sharp 1 px edge. An invalid colour leaves that part out.
void drawPanel(
    QPainter* painter, const QRectF& rect, double radius, const QColor& fill, const QColor& edge, double width = 1.0);

/// A keyboard hint ("Ctrl+K") in a frame, at the trailing end of @p rect. @returns the rectangle it took.
QRect drawKeyHint(
    QPainter* painter, const QRect& rect, const QString& keys, const QColor& color, Qt::LayoutDirection direction);
int keyHintWidth(const QString& keys);

/// @p rect, given left to right, for the direction of the layout inside @p bounds.
QRect mirrored(const QRect& rect, const QRect& bounds, Qt::LayoutDirection direction);

} // namespace cs::ui
