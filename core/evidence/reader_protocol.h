// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/digest.h"
#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cs {

/// What is said between the console and `countersign-reader`. The request travels as arguments, the evidence
/// as an inherited file descriptor, the answer over standard output as frames: one letter, a 32-bit
/// little-endian length, the payload. "F" facts (JSON), "P" pixels, "E" refusal, "Z" end. The console trusts
/// none of it.

/// The descriptor under which the reader finds the evidence.
inline constexpr int readerEvidenceFd = 3;
inline constexpr std::string_view factsSchema = "countersign.reader/1";
/// Caps of an answer, in bytes. The facts stop themselves well below theirs.
inline constexpr std::size_t factsBytesMax = 4U << 20U;
inline constexpr std::size_t answerBytesMax = 80U << 20U;
/// Pixels of a picture in an answer at most, in either direction and in all.
inline constexpr int pixelsPerSideMax = 4096;
inline constexpr std::int64_t pixelsMax = 16'777'216;

struct ReaderRequest {
    std::string media; ///< Media type of the evidence, for example "text/csv".
    int page = 1; ///< Page of a PDF, from 1.
    int maxWidthPx = 900; ///< Width to draw to, in device-independent pixels, 16 to 4096.
    double scale = 1.0; ///< Device pixels per such pixel, 1 to 3.
    std::int64_t totalBytes = -1; ///< Bytes of the evidence when only its head is passed, else -1.
    bool operator==(const ReaderRequest&) const = default;
};

/// A picture: RGBA, 8 bits each, not premultiplied, rows without padding.
struct Pixels {
    int width = 0;
    int height = 0;
    Bytes rgba;
    bool operator==(const Pixels&) const = default;
};

/// What is shown of a piece of evidence. `facts` is JSON of schema countersign.reader/1, all of whose strings
/// may be shown as plain text (and never as rich text without escaping).
struct Preview {
    std::string facts;
    std::optional<Pixels> pixels;
};

/// Arguments for the reader, in a fixed order.
std::vector<std::string> requestArguments(const ReaderRequest& request);
/// The reverse. @returns CS-READER-REQUEST for anything that requestArguments() would not write.
Result<ReaderRequest> requestFromArguments(const std::vector<std::string>& arguments);

Bytes encodeAnswer(const Preview& preview);
Bytes encodeRefusal(const Error& error);
/// Checks an answer: frames, caps, schema, strings without control or direction characters.
/// @returns the reader's refusal, or CS-READER-ANSWER.
Result<Preview> decodeAnswer(std::string_view answer);

/// An error that the reader may answer with; @p code is one of the table in the .cpp.
Error readerError(std::string_view code, QStringList args = {});

} // namespace cs
