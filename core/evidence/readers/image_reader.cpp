// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/readers/facts.h"
#include "core/evidence/readers/pixels.h"
#include "core/evidence/readers/readers.h"

#include <QBuffer>
#include <QImageReader>

namespace cs {

namespace {

constexpr std::int64_t sourcePixelsMax = 64'000'000;
constexpr int allocationMiBMax = 384;

/// One decoder by the media type: the bytes do not choose theirs.
QByteArray formatOf(std::string_view media)
{
    for (const std::string_view name : {"png", "jpeg", "gif", "webp", "svg"})
        if (media.substr(0, media.find(';')).ends_with(name) || (name == "svg" && media.starts_with("image/svg+xml")))
            return QByteArray(name.data(), qsizetype(name.size()));
    return {};
}

Error badImage(const QByteArray& format, const QString& why)
{
    return readerError("CS-READER-FORMAT", {QString::fromLatin1(format.toUpper()), why});
}

} // namespace

Result<Preview> readImage(const ReaderRequest& request, std::string_view bytes)
{
    const QByteArray format = formatOf(request.media);
    QByteArray data = QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size()));
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    QImageReader::setAllocationLimit(allocationMiBMax);
    QImageReader reader(&buffer, format);
    reader.setAutoTransform(true);
    if (bytes.starts_with("\x1f\x8b")) // a compressed SVG can grow without bound
        return fail(badImage(format, QStringLiteral("it is compressed")));
    if (!QImageReader::supportedImageFormats().contains(format))
        return fail(readerError("CS-READER-MEDIA", {qs(request.media)}));
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return fail(badImage(format, QStringLiteral("its header makes no sense")));
    if (std::int64_t(size.width()) * size.height() > sourcePixelsMax)
        return fail(readerError("CS-READER-DIMENSIONS",
            {QString::number(size.width()), QString::number(size.height()),
                QString::number(sourcePixelsMax / 1'000'000)}));
    const QSize target = drawnSize(size, request, format == "svg" ? Enlarge::Yes : Enlarge::No);
    if (format == "svg" || format == "jpeg")
        reader.setScaledSize(target);
    QImage image = reader.read();
    if (image.isNull())
        return fail(badImage(format, reader.errorString()));
    if (image.width() > target.width() && image.height() > target.height())
        image = image.scaled(target, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    Facts facts("image", request, bytes.size());
    facts.member("format", std::string_view(format.constData(), std::size_t(format.size())));
    facts.member("width", size.width()).member("height", size.height());
    CS_TRY(Pixels pixels, pixelsOf(onPaper(image)));
    return Preview{facts.take(), std::move(pixels)};
}

} // namespace cs
