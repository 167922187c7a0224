// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/media.h"

#include "core/evidence/evidence_limits.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cs {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr std::array endings{
    Pair{".json", "application/json"}, // before the more special ending: the last that fits counts
    Pair{".sarif", "application/sarif+json"},
    Pair{".sarif.json", "application/sarif+json"},
    Pair{".jsonl", "text/plain"},
    Pair{".csv", "text/csv"},
    Pair{".tsv", "text/tab-separated-values"},
    Pair{".md", "text/markdown"},
    Pair{".markdown", "text/markdown"},
    Pair{".xml", "application/xml"},
    Pair{".svg", "image/svg+xml"},
    Pair{".txt", "text/plain"},
    Pair{".log", "text/plain"},
    Pair{".yaml", "text/plain"},
    Pair{".yml", "text/plain"},
    Pair{".toml", "text/plain"},
    Pair{".diff", "text/plain"},
    Pair{".patch", "text/plain"},
    Pair{".py", "text/plain"},
    Pair{".sql", "text/plain"},
    Pair{".html", "text/html"},
    Pair{".htm", "text/html"},
    Pair{".zip", "application/zip"},
};

constexpr std::array readers{
    Pair{"text/plain", "text"},
    Pair{"text/html", "text"},
    Pair{"text/xml", "text"},
    Pair{"application/xml", "text"},
    Pair{"application/yaml", "text"},
    Pair{"text/markdown", "markdown"},
    Pair{"application/json", "json"},
    Pair{"text/csv", "csv"},
    Pair{"text/tab-separated-values", "csv"},
    Pair{"application/junit+xml", "junit"},
    Pair{"application/sarif+json", "sarif"},
    Pair{"image/png", "image"},
    Pair{"image/jpeg", "image"},
    Pair{"image/gif", "image"},
    Pair{"image/webp", "image"},
    Pair{"image/svg+xml", "image"},
    Pair{"application/pdf", "pdf"},
};

std::string lowered(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return out;
}

std::string_view bySignature(std::string_view bytes)
{
    using namespace std::string_view_literals;
    if (bytes.starts_with("%PDF-"sv))
        return "application/pdf";
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv))
        return "image/png";
    if (bytes.starts_with("\xff\xd8\xff"sv))
        return "image/jpeg";
    if (bytes.starts_with("GIF87a"sv) || bytes.starts_with("GIF89a"sv))
        return "image/gif";
    if (bytes.starts_with("RIFF"sv) && bytes.size() >= 12 && bytes.substr(8, 4) == "WEBP"sv)
        return "image/webp";
    if (bytes.starts_with("PK\x03\x04"sv))
        return "application/zip";
    return {};
}

/// Name of the first element of an XML text, found without a parser: the console itself parses nothing
/// hostile.
std::string_view rootElement(std::string_view text)
{
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
        if (at + 1 < text.size() && text[at + 1] != '?' && text[at + 1] != '!')
            return text.substr(at + 1, text.find_first_of(" \t\r\n/>", at + 1) - at - 1);
    }
    return {};
}

bool looksBinary(std::string_view bytes)
{
    const bool utf16 = bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff");
    return !utf16 && bytes.find('\0') != std::string_view::npos;
}

std::string_view byContent(std::string_view media, std::string_view bytes)
{
    const std::size_t first = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    if (first == std::string_view::npos)
        return media;
    if (bytes[first] == '<' && (media.empty() || media == "application/xml")) {
        const std::string_view root = rootElement(bytes);
        if (root == "testsuites" || root == "testsuite")
            return "application/junit+xml";
        if (root == "svg")
            return "image/svg+xml";
        return bytes.substr(first).starts_with("<?xml") ? std::string_view("application/xml") : media;
    }
    const bool sarif = bytes[first] == '{' && bytes.find("\"runs\"") != std::string_view::npos
        && bytes.find("sarif") != std::string_view::npos;
    return media == "application/json" && sarif ? std::string_view("application/sarif+json") : media;
}

} // namespace

std::string guessMedia(std::string_view fileName, std::string_view firstBytes)
{
    if (const auto media = bySignature(firstBytes); !media.empty())
        return std::string(media);
    if (looksBinary(firstBytes))
        return "application/octet-stream";
    const std::string name = lowered(fileName);
    std::string_view media;
    for (const auto& [ending, type] : endings)
        if (name.ends_with(ending))
            media = type;
    media = byContent(media, firstBytes);
    return media.empty() ? "text/plain" : std::string(media);
}

std::string readerFor(std::string_view media)
{
    const std::string name = lowered(media.substr(0, media.find(';')));
    const auto end = name.find_last_not_of(' ');
    const std::string_view bare = std::string_view(name).substr(0, end == std::string::npos ? 0 : end + 1);
    for (const auto& [type, reader] : readers)
        if (bare == type)
            return std::string(reader);
    if (bare.ends_with("+json"))
        return "json";
    return bare.starts_with("text/") ? "text" : "";
}

std::int64_t previewBytes(std::string_view media, std::int64_t size)
{
    const std::string reader = readerFor(media);
    const bool head = reader == "text" || reader == "csv" || reader == "markdown";
    return head ? std::min(size, previewHeadBytes) : size;
}

Result<std::string> checkedKind(std::string_view kind)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.' || c == '-';
    };
    const bool letterFirst = !kind.empty() && kind[0] >= 'a' && kind[0] <= 'z';
    if (!letterFirst || kind.size() > 64 || !std::ranges::all_of(kind, allowed))
        return fail(usageError("CS-EVIDENCE-KIND",
            "\"%1\" is no evidence kind. Use 1 to 64 characters a-z, 0-9, _ . - with a letter first, for "
            "example "
            "evaluation_report.",
            {qs(kind.substr(0, 64))}));
    return std::string(kind);
}

} // namespace cs
