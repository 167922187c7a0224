// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/readers/facts.h"

#include "core/evidence/visible_text.h"

#include <QString>
#include <QStringDecoder>

#include <algorithm>
#include <array>

namespace cs {

namespace {

/// Code points of Windows-1252 from 0x80 to 0x9f; the rest is Latin-1.
constexpr std::array<char32_t, 32> windows1252{0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6,
    0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013,
    0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

bool isUtf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t begin = at;
        if (nextCodePoint(bytes, at) == 0xfffd && at - begin == 1)
            return false;
    }
    return true;
}

std::string fromWindows1252(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        appendCodePoint(out, byte >= 0x80 && byte < 0xa0 ? windows1252[byte - 0x80U] : char32_t(byte));
    }
    return out;
}

/// The head of a text may end inside a character; a whole line is shown or none.
std::string_view wholeLines(std::string_view head)
{
    const auto end = head.rfind('\n');
    return end == std::string_view::npos ? head : head.substr(0, end + 1);
}

} // namespace

Facts::Facts(std::string_view kind, const ReaderRequest& request, std::size_t bytes)
{
    m_writer.beginObject();
    m_writer.member("schema", factsSchema);
    m_writer.member("kind", kind);
    member("media", request.media, 100);
    m_writer.member("bytes", wholeBytes(request, bytes));
}

std::string Facts::text(std::string_view utf8, std::size_t charactersMax)
{
    std::size_t at = 0, characters = 0;
    while (at < utf8.size() && characters < charactersMax) {
        nextCodePoint(utf8, at);
        ++characters;
    }
    VisibleText visible = visibleText(utf8.substr(0, at));
    m_hidden += visible.hidden;
    m_controls += visible.controls;
    if (at < utf8.size()) {
        visible.text += "\u2026";
        m_truncated = true;
        note("cut", "Long texts are cut; a cut one ends with \u2026.");
    }
    return std::move(visible.text);
}

Facts& Facts::member(std::string_view name, std::string_view utf8, std::size_t charactersMax)
{
    const std::string shown = text(utf8, charactersMax);
    m_writer.member(name, shown);
    return *this;
}

Facts& Facts::member(std::string_view name, std::int64_t value)
{
    m_writer.member(name, value);
    return *this;
}

Facts& Facts::flag(std::string_view name, bool value)
{
    m_writer.key(name).boolean(value);
    return *this;
}

void Facts::note(std::string_view id, std::string_view sentence)
{
    if (std::ranges::none_of(m_notes, [&](const auto& existing) { return existing.first == id; }))
        m_notes.emplace_back(id, sentence);
}

void Facts::addCountNotes()
{
    if (m_hidden > 0)
        note("bidi_controls",
            "Characters that hide or turn text around occur " + std::to_string(m_hidden)
                + " times; they are shown as \u27e8U+202E\u27e9 and the like.");
    if (m_controls > 0)
        note("control_characters",
            "Control characters occur " + std::to_string(m_controls)
                + " times; they are shown as \u241b and the like.");
}

std::string Facts::take()
{
    addCountNotes();
    flag("truncated", m_truncated);
    m_writer.key("notes").beginArray();
    for (const auto& [id, sentence] : m_notes)
        m_writer.beginObject().member("id", id).member("text", sentence).endObject();
    m_writer.endArray().endObject();
    return m_writer.take();
}

std::int64_t wholeBytes(const ReaderRequest& request, std::size_t passed)
{
    return std::max(request.totalBytes, std::int64_t(passed));
}

Result<SourceText> sourceText(std::string_view bytes, const ReaderRequest& request, Facts& facts)
{
    const bool head = isHead(request, bytes.size());
    if (head) {
        facts.setTruncated();
        facts.note("head_only", "Only the first " + std::to_string(bytes.size() >> 20U) + " MiB are shown.");
    }
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff")) {
        QStringDecoder decoder(QStringDecoder::Utf16);
        const QString decoded = decoder.decode(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
        facts.note("utf16", "The text is encoded as UTF-16.");
        return SourceText{utf8(decoded), "UTF-16"};
    }
    if (bytes.find('\0') != std::string_view::npos)
        return fail(readerError("CS-READER-BINARY"));
    if (head)
        bytes = wholeLines(bytes);
    if (bytes.starts_with("\xef\xbb\xbf")) {
        facts.note("byte_order_mark", "The file begins with a byte order mark.");
        bytes.remove_prefix(3);
    }
    if (isUtf8(bytes))
        return SourceText{std::string(bytes), "UTF-8"};
    facts.note("not_utf8", "The text is not valid UTF-8; it is shown as Windows-1252, which may be wrong.");
    return SourceText{fromWindows1252(bytes), "Windows-1252"};
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const auto end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        out.push_back(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return out;
}

} // namespace cs
