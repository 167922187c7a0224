// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/evidence/reader_protocol.h"

#include <string>
#include <string_view>
#include <vector>

namespace cs {

/// Collects what a reader says about a file: JSON of schema countersign.reader/1. Every string goes through
/// text(), so that nothing hidden gets out, and full() tells a reader to stop before the answer grows beyond
/// its cap.
class Facts final {
public:
    Facts(std::string_view kind, const ReaderRequest& request, std::size_t bytes);

    /// The open object of the facts: add members with it.
    json::Writer& writer() { return m_writer; }
    /// @p utf8 as it may be shown: hidden and control characters as marks, at most @p charactersMax code
    /// points.
    std::string text(std::string_view utf8, std::size_t charactersMax = 1000);
    Facts& member(std::string_view name, std::string_view utf8, std::size_t charactersMax = 1000);
    Facts& member(std::string_view name, std::int64_t value);
    Facts& flag(std::string_view name, bool value);
    /// A remark for the reviewer; @p id is stable and can be translated, @p sentence is English. Once per id.
    void note(std::string_view id, std::string_view sentence);
    /// Something was left out.
    void setTruncated() { m_truncated = true; }
    bool isFull() const { return m_writer.text().size() > softLimit; }
    /// Ends the object. The facts cannot be used afterwards.
    std::string take();

private:
    static constexpr std::size_t softLimit = 3U << 20U; // factsBytesMax less the largest single member

    void addCountNotes();
    json::Writer m_writer;
    std::vector<std::pair<std::string, std::string>> m_notes;
    std::size_t m_hidden = 0, m_controls = 0;
    bool m_truncated = false;
};

/// Bytes of the whole piece of evidence when only its head was passed, else those passed.
std::int64_t wholeBytes(const ReaderRequest& request, std::size_t passed);
inline bool isHead(const ReaderRequest& request, std::size_t passed)
{
    return request.totalBytes > std::int64_t(passed);
}

/// A text file as UTF-8 without byte order mark; the encoding is noted in @p facts.
struct SourceText {
    std::string utf8;
    std::string encoding; ///< "UTF-8", "UTF-16" or "Windows-1252".
};
/// @returns CS-READER-BINARY.
Result<SourceText> sourceText(std::string_view bytes, const ReaderRequest& request, Facts& facts);

/// Lines of a text, without "\n" or "\r\n".
std::vector<std::string_view> linesOf(std::string_view text);

} // namespace cs
