// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/reader_protocol.h"

#include <gtest/gtest.h>

using namespace cs;

namespace {

const std::string facts = R"({"schema":"countersign.reader/1","kind":"text","lines":["a"]})";

std::string codeOf(std::string_view answer)
{
    const auto decoded = decodeAnswer(answer);
    return decoded ? "accepted" : utf8(decoded.error().code());
}

Bytes answerWith(std::string_view json)
{
    return encodeAnswer({std::string(json), std::nullopt});
}

} // namespace

TEST(ReaderProtocol, RequestsComeBack)
{
    const ReaderRequest request{"text/csv", 3, 640, 1.25, 99};
    const auto back = requestFromArguments(requestArguments(request));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, request);
}

TEST(ReaderProtocol, RefusesOtherRequests)
{
    using Arguments = std::vector<std::string>;
    for (const Arguments& bad : {Arguments{}, Arguments{"read"}, Arguments{"read", "a/b", "0", "100", "1000", "-1"},
             Arguments{"read", "a/b", "1", "9", "1000", "-1"}, Arguments{"read", "a/b", "1", "100", "4000", "-1"},
             Arguments{"read", "a/b", "1x", "100", "1000", "-1"}, Arguments{"read", "", "1", "100", "1000", "-1"}})
        EXPECT_FALSE(requestFromArguments(bad));
}

TEST(ReaderProtocol, AnswersComeBack)
{
    const Preview preview{facts, Pixels{2, 1, "RGBArgba"}};
    const auto back = decodeAnswer(encodeAnswer(preview));
    ASSERT_TRUE(back);
    EXPECT_EQ(back->facts, facts);
    EXPECT_EQ(back->pixels, preview.pixels);
}

TEST(ReaderProtocol, RefusalsComeBackAsOurSentence)
{
    const Error refusal = readerError("CS-READER-PAGE", {QStringLiteral("9"), QStringLiteral("2\u202e")});
    const auto back = decodeAnswer(encodeRefusal(refusal));
    ASSERT_FALSE(back);
    EXPECT_EQ(utf8(back.error().message()), "There is no page 9: the document has 2\u27e8U+202E\u27e9.");
    EXPECT_EQ(codeOf(encodeRefusal(couldNot("CS-MADE-UP", "Trust me"))), "CS-READER-ANSWER");
}

TEST(ReaderProtocol, EveryCutAndEveryExtraByteIsRefused)
{
    const Bytes good = encodeAnswer({facts, Pixels{1, 1, "RGBA"}});
    ASSERT_EQ(codeOf(good), "accepted");
    for (std::size_t length = 0; length < good.size(); ++length)
        EXPECT_EQ(codeOf(std::string_view(good).substr(0, length)), "CS-READER-ANSWER") << length;
    EXPECT_EQ(codeOf(good + "x"), "CS-READER-ANSWER");
    EXPECT_EQ(codeOf("\x7f"
                     "ELF garbage"),
        "CS-READER-ANSWER");
}

TEST(ReaderProtocol, RefusesFactsThatAreNotWhatTheySay)
{
    EXPECT_EQ(codeOf(answerWith("{}")), "CS-READER-ANSWER");
    EXPECT_EQ(codeOf(answerWith("[]")), "CS-READER-ANSWER");
    EXPECT_EQ(codeOf(answerWith("not json")), "CS-READER-ANSWER");
    EXPECT_EQ(codeOf(answerWith(R"({"schema":"countersign.reader/2","kind":"text"})")), "CS-READER-ANSWER");
    EXPECT_EQ(codeOf(answerWith(R"({"schema":"countersign.reader/1","kind":"text","lines":["\u202e"]})")),
        "CS-READER-ANSWER");
    EXPECT_EQ(codeOf(answerWith(R"({"schema":"countersign.reader/1","kind":"text","a\u001b":1})")), "CS-READER-ANSWER");
    EXPECT_EQ(codeOf(answerWith(
                  R"({"schema":"countersign.reader/1","kind":"text","x":")" + std::string(factsBytesMax, 'x') + "\"}")),
        "CS-READER-ANSWER");
}

TEST(ReaderProtocol, RefusesPicturesWithFalseSizes)
{
    EXPECT_EQ(codeOf(encodeAnswer({facts, Pixels{2, 2, "RGBA"}})), "CS-READER-ANSWER");
    EXPECT_EQ(codeOf(encodeAnswer({facts, Pixels{0, 0, ""}})), "CS-READER-ANSWER");
    EXPECT_EQ(codeOf(encodeAnswer({facts, Pixels{-1, 1, "RGBA"}})), "CS-READER-ANSWER");
    EXPECT_EQ(codeOf(encodeAnswer({facts, Pixels{65536, 65536, ""}})),
        "CS-READER-ANSWER"); // 2^32 pixels wrap to none
}
