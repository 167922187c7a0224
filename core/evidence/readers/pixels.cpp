// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/readers/pixels.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace cs {

QSize drawnSize(QSizeF size, const ReaderRequest& request, Enlarge enlarge)
{
    double factor = request.maxWidthPx * request.scale / size.width();
    if (enlarge == Enlarge::No)
        factor = std::min(factor, 1.0);
    factor = std::min({factor, pixelsPerSideMax / size.width(), pixelsPerSideMax / size.height(),
        std::sqrt(double(pixelsMax) / (size.width() * size.height()))});
    const auto side = [&](double length) { return std::clamp(int(length * factor), 1, pixelsPerSideMax); };
    return {side(size.width()), side(size.height())};
}

QImage onPaper(const QImage& picture)
{
    QImage paper(picture.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.drawImage(0, 0, picture);
    painter.end();
    return paper;
}

Result<Pixels> pixelsOf(QImage image)
{
    if (image.width() > pixelsPerSideMax || image.height() > pixelsPerSideMax
        || std::int64_t(image.width()) * image.height() > pixelsMax)
        return fail(readerError("CS-READER-DIMENSIONS",
            {QString::number(image.width()), QString::number(image.height()), QString::number(pixelsMax / 1'000'000)}));
    image.convertTo(QImage::Format_RGBA8888);
    Pixels out{image.width(), image.height(), {}};
    const auto row = std::size_t(image.width()) * 4;
    out.rgba.reserve(row * std::size_t(image.height()));
    for (int y = 0; y < image.height(); ++y)
        out.rgba.append(reinterpret_cast<const char*>(image.constScanLine(y)), row);
    return out;
}

} // namespace cs
