// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/reader_protocol.h"

#include <string_view>

namespace cs {

/// The readers, one per format. Pure: bytes in, facts and pixels out. They run in `countersign-reader` only,
/// behind its sandbox, because what they parse was made by strangers. All return errors of readerError().

/// Lines of a text: the first 2,000, each up to 1,000 characters.
Result<Preview> readText(const ReaderRequest& request, std::string_view bytes);
/// Blocks of a Markdown text: headings, paragraphs, lists, code, tables. Raw HTML is shown as text, pictures
/// by their alternative text, links as text with their target.
Result<Preview> readMarkdown(const ReaderRequest& request, std::string_view bytes);
/// A JSON value as pretty lines and as a list of nodes. What is no strict JSON is shown as text with a note.
Result<Preview> readJson(const ReaderRequest& request, std::string_view bytes);
/// Columns with their types and the first 500 rows of comma-, semicolon- or tab-separated values.
Result<Preview> readCsv(const ReaderRequest& request, std::string_view bytes);
/// Totals and failing cases of a JUnit report, counted here and compared with what the report claims.
Result<Preview> readJunit(const ReaderRequest& request, std::string_view bytes);
/// Counts by level and the most severe results of a SARIF 2.1.0 report.
Result<Preview> readSarif(const ReaderRequest& request, std::string_view bytes);
/// A picture scaled to the width asked for. Needs QGuiApplication.
Result<Preview> readImage(const ReaderRequest& request, std::string_view bytes);
/// One page of a PDF as a picture, and its text. Needs QGuiApplication.
Result<Preview> readPdf(const ReaderRequest& request, std::string_view bytes);

/// The reader for the media type of @p request. @returns also CS-READER-MEDIA.
Result<Preview> readEvidence(const ReaderRequest& request, std::string_view bytes);
/// True if the media type needs Qt Gui; texts and tables are read without it.
bool needsGui(std::string_view media);
/// Loads what these readers would otherwise load on first use (image plugins, fonts): afterwards the sandbox
/// lets nothing be opened. Needs QGuiApplication.
void warmUpGui(std::string_view media);

} // namespace cs
