// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/readers/facts.h"
#include "core/evidence/readers/pixels.h"
#include "core/evidence/readers/readers.h"

#include <QBuffer>
#include <QPdfDocument>
#include <QPdfSelection>

namespace cs {

namespace {

constexpr int pagesMax = 100'000;
constexpr std::size_t textLinesMax = 400;

Status loaded(const QPdfDocument& document)
{
    switch (document.error()) {
    case QPdfDocument::Error::None:
        break;
    case QPdfDocument::Error::IncorrectPassword:
    case QPdfDocument::Error::UnsupportedSecurityScheme:
        return fail(readerError("CS-READER-PASSWORD"));
    default:
        return fail(
            readerError("CS-READER-FORMAT", {QStringLiteral("PDF"), QStringLiteral("its structure is damaged")}));
    }
    if (document.pageCount() < 1 || document.pageCount() > pagesMax)
        return fail(readerError(
            "CS-READER-FORMAT", {QStringLiteral("PDF"), QStringLiteral("it has %1 pages").arg(document.pageCount())}));
    return {};
}

void addText(QPdfDocument& document, int index, Facts& facts)
{
    const std::string text = utf8(document.getAllText(index).text());
    const auto lines = linesOf(text);
    facts.writer().key("lines").beginArray();
    for (std::size_t i = 0; i < lines.size() && i < textLinesMax; ++i)
        facts.writer().string(facts.text(lines[i], 500));
    facts.writer().endArray();
}

void addMetaData(const QPdfDocument& document, Facts& facts)
{
    const auto field = [&](QPdfDocument::MetaDataField name) { return utf8(document.metaData(name).toString()); };
    facts.member("title", field(QPdfDocument::MetaDataField::Title), 300);
    facts.member("author", field(QPdfDocument::MetaDataField::Author), 300);
    facts.member("producer", field(QPdfDocument::MetaDataField::Producer), 300);
}

} // namespace

Result<Preview> readPdf(const ReaderRequest& request, std::string_view bytes)
{
    QByteArray data = QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size()));
    QBuffer buffer(&data);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    CS_CHECK(loaded(document));
    const int pages = document.pageCount();
    if (request.page > pages)
        return fail(readerError("CS-READER-PAGE", {QString::number(request.page), QString::number(pages)}));
    const int index = request.page - 1;
    const QSizeF points = document.pagePointSize(index);
    if (!(points.width() >= 1 && points.height() >= 1 && points.width() <= 1e6 && points.height() <= 1e6))
        return fail(readerError("CS-READER-FORMAT", {QStringLiteral("PDF"), QStringLiteral("the page has no size")}));
    QPdfDocumentRenderOptions options;
    options.setRenderFlags(QPdfDocumentRenderOptions::RenderFlag::Annotations);
    const QImage image = document.render(index, drawnSize(points, request, Enlarge::Yes), options);
    if (image.isNull())
        return fail(
            readerError("CS-READER-FORMAT", {QStringLiteral("PDF"), QStringLiteral("the page cannot be drawn")}));
    Facts facts("pdf", request, bytes.size());
    facts.member("pages", pages).member("page", request.page);
    facts.member("widthPt", qRound64(points.width())).member("heightPt", qRound64(points.height()));
    addMetaData(document, facts);
    addText(document, index, facts);
    CS_TRY(Pixels pixels, pixelsOf(onPaper(image)));
    return Preview{facts.take(), std::move(pixels)};
}

} // namespace cs
