// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json.h"
#include "core/evidence/readers/readers.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <string_view>

namespace cs::test {

/// Runs a reader, sends its answer through the protocol as the console does, and gives the facts.
inline std::unique_ptr<json::Document> readFacts(
    Result<Preview> (*reader)(const ReaderRequest&, std::string_view), std::string_view media, std::string_view bytes)
{
    ReaderRequest request;
    request.media = media;
    const auto preview = reader(request, bytes);
    EXPECT_TRUE(preview.has_value()) << utf8(preview.error().message());
    const auto decoded = decodeAnswer(encodeAnswer(preview.value_or(Preview())));
    EXPECT_TRUE(decoded.has_value()) << utf8(decoded.error().message());
    auto document = json::parse(decoded ? decoded->facts : "{}", {factsBytesMax, 16});
    return document ? std::move(*document) : std::make_unique<json::Document>();
}

inline bool hasNote(const json::Document& facts, std::string_view id)
{
    for (const json::Value note : facts.root().find("notes"))
        if (note.find("id").string() == id)
            return true;
    return false;
}

inline std::int64_t number(json::Value object, std::string_view name)
{
    return object.find(name).integer().value_or(-999);
}

/// Child number @p index of an array.
inline json::Value item(json::Value array, int index)
{
    json::Value child = array.firstChild();
    for (; index > 0 && child.isValid(); --index)
        child = child.next();
    return child;
}

} // namespace cs::test
