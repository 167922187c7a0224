// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/reader_protocol.h"

#include <QImage>
#include <QSize>

namespace cs {

enum class Enlarge { No, Yes };

/// Device pixels for a picture of @p size: as wide as asked, within the caps of the protocol, in proportion,
/// and larger than itself only if it has no resolution of its own.
QSize drawnSize(QSizeF size, const ReaderRequest& request, Enlarge enlarge);

/// The picture on white: pages and plots without a background of their own are meant for paper, and would be
/// unreadable on a dark window.
QImage onPaper(const QImage& picture);

/// @returns CS-READER-DIMENSIONS if the picture is beyond the caps of the protocol.
Result<Pixels> pixelsOf(QImage image);

} // namespace cs
