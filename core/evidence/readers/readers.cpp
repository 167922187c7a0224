// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/readers/readers.h"

#include "core/evidence/media.h"

#include <QBuffer>
#include <QFont>
#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <QPdfDocument>

#include <array>
#include <utility>

namespace cs {

namespace {

/// Loads the plug-in of every format and the fonts that drawings without their own fall back to.
void warmUpImages()
{
    for (const char* format : {"png", "jpeg", "gif", "webp", "svg"}) {
        QByteArray nothing("x");
        QBuffer buffer(&nothing);
        buffer.open(QIODevice::ReadOnly);
        QImageReader reader(&buffer, format);
        static_cast<void>(reader.canRead());
    }
    QImage canvas(64, 32, QImage::Format_ARGB32_Premultiplied);
    canvas.fill(Qt::white);
    QPainter painter(&canvas);
    for (const char* family : {"sans-serif", "serif", "monospace", "DejaVu Sans", "Arial", "Helvetica", "Times"})
        for (const auto weight : {QFont::Normal, QFont::Bold}) {
            painter.setFont(QFont(QString::fromLatin1(family), 10, weight));
            painter.drawText(2, 20, QStringLiteral("Ag \u00e4\u20ac"));
        }
    painter.end();
}

} // namespace

bool needsGui(std::string_view media)
{
    const std::string reader = readerFor(media);
    return reader == "image" || reader == "pdf";
}

void warmUpGui(std::string_view media)
{
    if (readerFor(media) == "pdf") {
        const QPdfDocument document; // starts the library, which lists the fonts of the system once
        return;
    }
    warmUpImages();
}

Result<Preview> readEvidence(const ReaderRequest& request, std::string_view bytes)
{
    using Reader = Result<Preview> (*)(const ReaderRequest&, std::string_view);
    static constexpr std::array<std::pair<std::string_view, Reader>, 8> readers{{
        {"text", readText},
        {"markdown", readMarkdown},
        {"json", readJson},
        {"csv", readCsv},
        {"junit", readJunit},
        {"sarif", readSarif},
        {"image", readImage},
        {"pdf", readPdf},
    }};
    const std::string name = readerFor(request.media);
    for (const auto& [reader, read] : readers)
        if (reader == name)
            return read(request, bytes);
    return fail(readerError("CS-READER-MEDIA", {qs(request.media)}));
}

} // namespace cs
