// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/reader_driver.h"

#include "core/evidence/evidence_limits.h"
#include "core/evidence/media.h"
#include "core/evidence/reader_process.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace cs {

namespace {

ReaderRequest withinBounds(ReaderRequest request)
{
    request.page = std::max(request.page, 1);
    request.maxWidthPx = std::clamp(request.maxWidthPx, 16, pixelsPerSideMax);
    request.scale = std::clamp(request.scale, 1.0, 3.0);
    return request;
}

Error tooLarge(std::size_t bytes)
{
    return couldNot("CS-READER-SIZE",
        "The file has %1 MiB; a preview is made of files up to %2 MiB. Export the file to look at it.",
        {QString::number(bytes >> 20U), QString::number(previewBytesMax >> 20)});
}

} // namespace

ReaderDriver::ReaderDriver(Options options)
    : m_options(std::move(options))
{
}

Result<std::string> ReaderDriver::program() const
{
    const QString name = QStringLiteral("countersign-reader");
    QStringList places;
    if (!m_options.program.empty()) {
        places << qs(m_options.program);
    } else if (qEnvironmentVariableIsSet("COUNTERSIGN_READER")) {
        places << qEnvironmentVariable("COUNTERSIGN_READER");
    } else {
        const QDir here(QCoreApplication::applicationDirPath());
        places << here.filePath(name)
               << QDir::cleanPath(here.filePath(QStringLiteral("../libexec/countersign/") + name));
    }
    for (const QString& place : places)
        if (const QFileInfo info(place); info.isFile() && info.isExecutable())
            return utf8(info.absoluteFilePath());
    return fail(couldNot("CS-READER-MISSING",
        "The program that reads evidence is not there (looked for %1). Install the whole package again, or "
        "name it in "
        "COUNTERSIGN_READER.",
        {places.join(QStringLiteral(", "))}));
}

Result<Preview> ReaderDriver::preview(std::string_view evidence, const ReaderRequest& asked, std::stop_token stop) const
{
    ReaderRequest request = withinBounds(asked);
    if (readerFor(request.media).empty())
        return fail(readerError("CS-READER-MEDIA", {qs(request.media.substr(0, 100))}));
    const auto wanted = static_cast<std::size_t>(previewBytes(request.media, std::int64_t(evidence.size())));
    if (wanted < evidence.size() && request.totalBytes < 0)
        request.totalBytes = std::int64_t(evidence.size());
    evidence = evidence.substr(0, wanted);
    if (std::int64_t(evidence.size()) > previewBytesMax)
        return fail(tooLarge(evidence.size()));
    CS_TRY(const std::string path, program());
    CS_TRY(const Bytes answer, runReader(path, requestArguments(request), evidence, m_options.deadlineMs, stop));
    return decodeAnswer(answer);
}

} // namespace cs
