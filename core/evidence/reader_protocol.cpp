// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/reader_protocol.h"

#include "core/base/json.h"
#include "core/evidence/visible_text.h"

#include <array>
#include <charconv>

namespace cs {

namespace {

struct Refusal {
    std::string_view code;
    const char* key;
};

/// Everything the reader can answer instead of a preview; the sentence is ours, only the arguments are its.
constexpr std::array refusals{
    Refusal{"CS-READER-FORMAT", "The file cannot be read as %1: %2. It was not shown; nothing else is affected."},
    Refusal{"CS-READER-BINARY",
        "The file is not text: it has zero bytes. It was not shown; export it to look at it with another "
        "program."},
    Refusal{"CS-READER-DIMENSIONS",
        "The picture measures %1 × %2 pixels; at most %3 million are drawn. It was not shown; nothing else "
        "is affected."},
    Refusal{
        "CS-READER-PASSWORD", "The PDF asks for a password, so nobody here can review it. Ask for a copy without one."},
    Refusal{"CS-READER-PAGE", "There is no page %1: the document has %2."},
    Refusal{"CS-READER-MEDIA", "There is no preview for files of type %1. Export the file to look at it."},
    Refusal{"CS-READER-REQUEST",
        "The reader did not understand what it was asked: %1. Install both programs from one release."},
    Refusal{"CS-READER-SANDBOX",
        "The reader could not lock itself in (%1), so it did not open the file. The kernel must offer "
        "seccomp filters."},
};

constexpr std::size_t frameHead = 5;

void appendNumber(Bytes& out, std::size_t number)
{
    for (unsigned shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(static_cast<unsigned char>(number >> shift & 0xffU));
}

std::uint32_t numberAt(std::string_view bytes, std::size_t at)
{
    std::uint32_t number = 0;
    for (unsigned k = 0; k < 4; ++k)
        number |= std::uint32_t(static_cast<unsigned char>(bytes[at + k])) << (8 * k);
    return number;
}

void appendFrame(Bytes& out, char letter, std::string_view payload)
{
    out += letter;
    appendNumber(out, payload.size());
    out += payload;
}

tl::unexpected<Error> badAnswer(const char* why)
{
    return fail(couldNot("CS-READER-ANSWER",
        "The reader gave an answer that does not hold (%1); it may have been taken over by the file. The "
        "file was not "
        "shown; nothing else is affected.",
        {QString::fromLatin1(why)}));
}

struct Frame {
    char letter = 0;
    std::string_view payload;
};

Result<Frame> nextFrame(std::string_view& rest)
{
    if (rest.size() < frameHead)
        return badAnswer("it ends too early");
    const std::size_t length = numberAt(rest, 1);
    if (length > rest.size() - frameHead)
        return badAnswer("a part is longer than the answer");
    const Frame frame{rest[0], rest.substr(frameHead, length)};
    rest.remove_prefix(frameHead + length);
    return frame;
}

bool allVisible(json::Value value)
{
    if (!isVisibleText(value.key()) || !isVisibleText(value.string()))
        return false;
    for (const json::Value child : value)
        if (!allVisible(child)) // the depth is bounded by the parser
            return false;
    return true;
}

Result<std::string> checkFacts(std::string_view payload)
{
    const auto facts = json::parse(payload, {factsBytesMax, 16});
    if (!facts)
        return badAnswer("the facts are no acceptable JSON");
    const json::Value root = (*facts)->root();
    if (root.find("schema").string() != factsSchema || root.find("kind").string().empty())
        return badAnswer("the facts have another schema");
    if (!allVisible(root))
        return badAnswer("the facts have hidden characters");
    return std::string(payload);
}

Result<Pixels> checkPixels(std::string_view payload)
{
    if (payload.size() < 8)
        return badAnswer("the picture has no size");
    const std::uint32_t width = numberAt(payload, 0), height = numberAt(payload, 4);
    const bool sides = width >= 1 && height >= 1 && width <= pixelsPerSideMax && height <= pixelsPerSideMax;
    if (!sides || std::int64_t(width) * height > pixelsMax)
        return badAnswer("the picture is too large");
    if (payload.size() - 8 != std::size_t(width) * height * 4)
        return badAnswer("the picture has another size than it says");
    return Pixels{int(width), int(height), Bytes(payload.substr(8))};
}

Error refusalFrom(std::string_view payload)
{
    const auto document = json::parse(payload, {16'384, 4});
    if (!document)
        return badAnswer("the refusal is no acceptable JSON").value();
    const json::Value root = (*document)->root();
    QStringList arguments;
    for (const json::Value argument : root.find("args"))
        arguments << qs(visibleText(argument.string().substr(0, 300)).text);
    return readerError(root.find("code").string(), arguments);
}

template <class T> bool readNumber(std::string_view text, T& value)
{
    const auto [end, errc] = std::from_chars(text.data(), text.data() + text.size(), value);
    return errc == std::errc() && end == text.data() + text.size();
}

} // namespace

Error readerError(std::string_view code, QStringList args)
{
    for (const Refusal& refusal : refusals)
        if (refusal.code == code)
            return couldNot(refusal.code.data(), refusal.key, std::move(args));
    return badAnswer("it refuses for an unknown reason").value();
}

std::vector<std::string> requestArguments(const ReaderRequest& request)
{
    // Device pixels per pixel in thousandths: no locale, no rounding to argue about.
    const auto thousandths = static_cast<int>(request.scale * 1000.0 + 0.5);
    return {"read", request.media, std::to_string(request.page), std::to_string(request.maxWidthPx),
        std::to_string(thousandths), std::to_string(request.totalBytes)};
}

Result<ReaderRequest> requestFromArguments(const std::vector<std::string>& arguments)
{
    ReaderRequest request;
    int thousandths = 0;
    const bool shape = arguments.size() == 6 && arguments[0] == "read" && !arguments[1].empty()
        && arguments[1].size() <= 100 && readNumber(arguments[2], request.page)
        && readNumber(arguments[3], request.maxWidthPx) && readNumber(arguments[4], thousandths)
        && readNumber(arguments[5], request.totalBytes);
    if (!shape)
        return fail(readerError(
            "CS-READER-REQUEST", {QStringLiteral("usage: countersign-reader read MEDIA PAGE WIDTH SCALE TOTAL")}));
    if (request.page < 1 || request.maxWidthPx < 16 || request.maxWidthPx > pixelsPerSideMax || thousandths < 1000
        || thousandths > 3000)
        return fail(readerError("CS-READER-REQUEST", {QStringLiteral("page, width or scale is out of range")}));
    request.media = arguments[1];
    request.scale = thousandths / 1000.0;
    return request;
}

Bytes encodeAnswer(const Preview& preview)
{
    Bytes out;
    appendFrame(out, 'F', preview.facts);
    if (preview.pixels) {
        Bytes payload;
        payload.reserve(8 + preview.pixels->rgba.size());
        appendNumber(payload, static_cast<std::size_t>(preview.pixels->width));
        appendNumber(payload, static_cast<std::size_t>(preview.pixels->height));
        payload += preview.pixels->rgba;
        appendFrame(out, 'P', payload);
    }
    appendFrame(out, 'Z', {});
    return out;
}

Bytes encodeRefusal(const Error& error)
{
    json::Writer writer;
    writer.beginObject().member("code", utf8(error.code())).key("args").beginArray();
    for (const QString& argument : error.args())
        writer.string(utf8(argument));
    writer.endArray().endObject();
    Bytes out;
    appendFrame(out, 'E', writer.text());
    appendFrame(out, 'Z', {});
    return out;
}

Result<Preview> decodeAnswer(std::string_view answer)
{
    if (answer.size() > answerBytesMax)
        return badAnswer("it is too long");
    CS_TRY(Frame frame, nextFrame(answer));
    std::optional<Error> refusal;
    Preview preview;
    if (frame.letter == 'E') {
        refusal = refusalFrom(frame.payload);
    } else if (frame.letter == 'F') {
        CS_TRY(preview.facts, checkFacts(frame.payload));
    } else {
        return badAnswer("it begins with an unknown part");
    }
    CS_TRY(frame, nextFrame(answer));
    if (frame.letter == 'P' && !refusal) {
        CS_TRY(preview.pixels, checkPixels(frame.payload));
        CS_TRY(frame, nextFrame(answer));
    }
    if (frame.letter != 'Z' || !frame.payload.empty() || !answer.empty())
        return badAnswer("it does not end where it should");
    if (refusal)
        return fail(*refusal);
    return preview;
}

} // namespace cs
