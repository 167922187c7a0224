// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"

#include <gtest/gtest.h>

#include <string>

namespace cs::json {
namespace {

bool accepts(std::string_view text, Limits limits = {})
{
    Document document;
    return document.parse(text, limits).has_value();
}

std::string nested(int depth)
{
    return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
}

TEST(Json, ReadsAllKindsOfValues)
{
    Document document;
    ASSERT_TRUE(document.parse(R"( {"a":[1,-2.5e3,true,false,null,"x\n\u00e9\ud83d\ude00"],"b":{}} )"));
    const Value list = document.root().find("a");
    ASSERT_EQ(list.size(), 6U);
    Value item = list.firstChild();
    EXPECT_EQ(item.integer(), 1);
    item = item.next();
    EXPECT_EQ(item.real(), -2500.0);
    EXPECT_FALSE(item.integer().has_value());
    item = item.next();
    EXPECT_EQ(item.boolean(), true);
    item = item.next().next();
    EXPECT_TRUE(item.isNull());
    item = item.next();
    EXPECT_EQ(item.string(), "x\n\xC3\xA9\xF0\x9F\x98\x80");
    EXPECT_EQ(document.root().find("b").raw(), "{}");
    EXPECT_FALSE(document.root().find("c").isValid());
}

TEST(Json, RefusesDuplicateMembers)
{
    EXPECT_FALSE(accepts(R"({"a":1,"a":2})"));
    EXPECT_FALSE(accepts(R"({"a":1,"\u0061":2})")) << "the same name, spelled with an escape";
    EXPECT_FALSE(accepts(R"({"x":{"a":1,"b":2,"a":1}})"));
    EXPECT_TRUE(accepts(R"({"a":1,"A":2})"));
}

TEST(Json, TextsWithAndWithoutEscapesStandSideBySide)
{
    const auto document =
        parse(R"({"pl\u0061in":"as it is","b":"a\n\u00e4\ud83d\ude00z","c":"ä😀","d":["","\"",12.50]})");
    ASSERT_TRUE(document);
    const Value root = (*document)->root();
    EXPECT_EQ(root.firstChild().key(), "plain");
    EXPECT_EQ(root.find("plain").string(), "as it is");
    EXPECT_EQ(root.find("b").string(), "a\nä😀z");
    EXPECT_EQ(root.find("c").string(), "ä😀");
    EXPECT_EQ(root.find("d").firstChild().string(), "");
    EXPECT_EQ(root.find("d").firstChild().next().string(), "\"");
    EXPECT_EQ(root.find("d").firstChild().next().next().numberText(), "12.50");
    EXPECT_FALSE(parse(R"({"a":1,"\u0061":2})")) << "one name in two spellings";
    EXPECT_FALSE(parse(R"({"\u0061":1,"a":2})"));
}

TEST(Json, RefusesByteOrderMarkAndTextAfterTheValue)
{
    EXPECT_FALSE(accepts("\xEF\xBB\xBF{}"));
    EXPECT_FALSE(accepts("{} {}"));
    EXPECT_FALSE(accepts("{}x"));
    EXPECT_FALSE(accepts(std::string_view("{}\0", 3)));
    EXPECT_FALSE(accepts(""));
    EXPECT_FALSE(accepts(" "));
}

TEST(Json, KeepsToTheDepth)
{
    EXPECT_TRUE(accepts(nested(33)));
    EXPECT_FALSE(accepts(nested(34)));
    EXPECT_TRUE(accepts(nested(17), entryLimits));
    EXPECT_FALSE(accepts(nested(18), entryLimits));
    EXPECT_FALSE(accepts(std::string(1'000'000, '['))) << "no stack is used up";
}

TEST(Json, KeepsToTheSize)
{
    EXPECT_TRUE(accepts("\"" + std::string(47'998, 'x') + "\"", entryLimits));
    EXPECT_FALSE(accepts("\"" + std::string(47'999, 'x') + "\"", entryLimits));
}

TEST(Json, IntegersStayWithin53Bits)
{
    Document document;
    ASSERT_TRUE(document.parse("[9007199254740991,-9007199254740991,9007199254740992,9223372036854775808,-0,1.0,1e2]"));
    std::vector<std::optional<std::int64_t>> values;
    for (const Value value : document.root())
        values.push_back(value.integer());
    ASSERT_EQ(values.size(), 7U);
    EXPECT_EQ(values[0], 9007199254740991);
    EXPECT_EQ(values[1], -9007199254740991);
    for (std::size_t i = 2; i < values.size(); ++i)
        EXPECT_FALSE(values[i].has_value()) << i;
}

TEST(Json, RefusesNumbersThatJsonDoesNotKnow)
{
    for (const char* text :
        {"01", "-01", "+1", ".5", "1.", "1e", "1e+", "-", "NaN", "Infinity", "-Infinity", "0x10", "1_0"})
        EXPECT_FALSE(accepts(text)) << text;
}

TEST(Json, RefusesLoneSurrogates)
{
    for (const char* text : {R"("\ud800")", R"("\udc00")", R"("\ud800\ud800")", R"("\ud800x")", R"("\ud83d\u0041")"})
        EXPECT_FALSE(accepts(text)) << text;
    EXPECT_FALSE(accepts("\"\xED\xA0\x80\"")) << "a surrogate in UTF-8";
}

TEST(Json, RefusesInvalidUtf8)
{
    for (const char* text : {"\"\xC0\x80\"", "\"\xC1\xBF\"", "\"\xE0\x80\x80\"", "\"\xF0\x80\x80\x80\"",
             "\"\xF4\x90\x80\x80\"", "\"\xF8\x88\x80\x80\x80\"", "\"\x80\"", "\"\xC3\"", "\"\xE2\x82\""})
        EXPECT_FALSE(accepts(text)) << text;
    EXPECT_TRUE(accepts("\"\xF4\x8F\xBF\xBF\""));
}

TEST(Json, RefusesBadStringsAndStructure)
{
    for (const char* text : {"\"a", "\"\\x\"", "\"\\u12\"", "\"\n\"", "\"\t\"", "[1,]", "[,1]", "{\"a\":1,}", "{a:1}",
             "{\"a\"}", "{\"a\":}", "[1 2]", "{\"a\":1 \"b\":2}", "[", "{", "tru", "nul", "'a'", "// c\n1"})
        EXPECT_FALSE(accepts(text)) << text;
}

TEST(Json, FailedParseLeavesNoRoot)
{
    Document document;
    ASSERT_TRUE(document.parse("[1]"));
    ASSERT_FALSE(document.parse("[1"));
    EXPECT_FALSE(document.root().isValid());
    ASSERT_TRUE(document.parse("[2]"));
    EXPECT_EQ(document.root().firstChild().integer(), 2);
}

TEST(Json, WriterEscapesOnlyWhatItMust)
{
    Writer writer;
    writer.beginObject()
        .member("a\"b", "x\\\n\x01\x7F\xC3\xA9/")
        .key("l")
        .beginArray()
        .integer(-5)
        .boolean(true)
        .null();
    writer.endArray().key("r").raw("{}").endObject();
    EXPECT_EQ(writer.text(), "{\"a\\\"b\":\"x\\\\\\n\\u0001\x7F\xC3\xA9/\",\"l\":[-5,true,null],\"r\":{}}");
    Document document;
    ASSERT_TRUE(document.parse(writer.text()));
    EXPECT_EQ(document.root().find("a\"b").string(), "x\\\n\x01\x7F\xC3\xA9/");
}

} // namespace
} // namespace cs::json
