// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_edit.h"

#include <gtest/gtest.h>

namespace cs::json {
namespace {

const std::string text = R"(
{
  "title": "A policy",
  "a/b": { "m~n": [ 1, 2, 3 ] },
  "empty": [],
  "gate": {
    "all": [
      { "id": "x" },
      { "id": "y" }
    ]
  }
}
)";

std::string edited(const std::optional<Edit>& edit)
{
    return edit ? applied(text, *edit) : std::string("no edit");
}
std::string after(const std::optional<Edit>& edit, std::string_view pointer)
{
    const Source now(edited(edit));
    return now.status() ? std::string(now.at(pointer).raw()) : "no JSON: " + edited(edit);
}

TEST(JsonEdit, FindsValuesByPointer)
{
    const Source source(text);
    ASSERT_TRUE(source.status());
    EXPECT_EQ(source.at("/a~1b/m~0n/1").raw(), "2");
    EXPECT_EQ(source.at("/gate/all/1/id").string(), "y");
    EXPECT_EQ(source.at("").raw(), source.root().raw());
    for (const char* none : {"/nothing", "/gate/all/2", "/gate/all/-", "/gate/all/01x", "gate", "/title/0"})
        EXPECT_FALSE(source.at(none).isValid()) << none;
    const Span span = source.spanOf(source.at("/title"));
    EXPECT_EQ(text.substr(span.begin, span.end - span.begin), "\"A policy\"");
}

TEST(JsonEdit, KnowsWhatStandsAtAnOffset)
{
    const Source source(text);
    EXPECT_EQ(source.pointerAt(text.find("\"y\"")), "/gate/all/1/id");
    EXPECT_EQ(source.pointerAt(text.find("\"title\"") + 2), "/title") << "a member begins with its name";
    EXPECT_EQ(source.pointerAt(text.find(" 3 ]") + 1), "/a~1b/m~0n/2");
    EXPECT_EQ(source.pointerAt(0), "");
}

TEST(JsonEdit, ReplacesAndAddsAndLeavesTheRest)
{
    const Source source(text);
    EXPECT_EQ(after(source.set("/title", "\"B\""), "/title"), "\"B\"");
    const auto added = source.set("/gate/count", "2");
    EXPECT_EQ(after(added, "/gate/count"), "2");
    EXPECT_EQ(after(source.set("/gate/all/0/n", "null"), "/gate/all/0"), R"({ "id": "x", "n": null })");
    EXPECT_NE(edited(source.set("/new", "true")).find("},\n  \"new\": true\n}"), std::string::npos)
        << "below its neighbours";
    EXPECT_FALSE(source.set("/gate/all/7", "1"));
    EXPECT_FALSE(source.set("/title/x", "1"));
    const std::string same = edited(source.set("/title", "\"A policy\""));
    EXPECT_EQ(same, text);
}

TEST(JsonEdit, TakesOutWithTheComma)
{
    const Source source(text);
    EXPECT_EQ(after(source.erase("/gate/all/0"), "/gate/all/0/id"), "\"y\"");
    EXPECT_EQ(after(source.erase("/gate/all/1"), "/gate/all/0/id"), "\"x\"");
    EXPECT_EQ(after(source.erase("/a~1b/m~0n/1"), "/a~1b/m~0n"), "[ 1, 3 ]");
    EXPECT_EQ(after(source.erase("/a~1b/m~0n"), "/a~1b"), "{}");
    EXPECT_EQ(after(source.erase("/gate"), "/empty"), "[]");
    EXPECT_EQ(after(source.erase("/title"), "/empty"), "[]");
    EXPECT_FALSE(source.erase("/nothing"));
    EXPECT_FALSE(source.erase(""));
}

TEST(JsonEdit, PutsItemsIn)
{
    const Source source(text);
    EXPECT_EQ(after(source.insert("/gate/all", 0, R"({ "id": "z" })"), "/gate/all/0/id"), "\"z\"");
    EXPECT_EQ(after(source.insert("/gate/all", 1, R"({ "id": "z" })"), "/gate/all/1/id"), "\"z\"");
    EXPECT_EQ(after(source.insert("/gate/all", 9, R"({ "id": "z" })"), "/gate/all/2/id"), "\"z\"");
    EXPECT_EQ(after(source.insert("/empty", 0, "7"), "/empty"), "[ 7 ]");
    EXPECT_EQ(after(source.insert("/a~1b/m~0n", 3, "4"), "/a~1b/m~0n"), "[ 1, 2, 3, 4 ]");
    EXPECT_NE(edited(source.insert("/gate/all", 9, "1")).find("},\n      1\n"), std::string::npos);
    EXPECT_FALSE(source.insert("/gate", 0, "1"));
}

TEST(JsonEdit, RenamesMembers)
{
    const Source source(text);
    EXPECT_EQ(after(source.rename("/gate", "door"), "/door/all/0/id"), "\"x\"");
    EXPECT_EQ(after(source.rename("/gate/all", "any"), "/gate/any/1/id"), "\"y\"");
    EXPECT_FALSE(source.rename("/gate/all/0", "x"));
}

TEST(JsonEdit, WritesOneLineWithSpaces)
{
    EXPECT_EQ(*spaced(std::string_view(R"({"a":[1,2],"b":{},"c":[{"d":"\n"}]})")),
        R"({ "a": [1, 2], "b": {}, "c": [ { "d": "\n" } ] })");
    EXPECT_FALSE(spaced(std::string_view("{")));
}

TEST(JsonEdit, TellsWhatDiffers)
{
    const Source was(
        R"({ "a": 1, "list": [ { "id": "x", "n": 1 }, { "id": "y", "n": 2 } ], "words": ["p"], "gone": { "k": 1 } })");
    const Source is(
        R"({ "list": [ { "id": "y", "n": 3 }, { "id": "x", "n": 1 }, { "id": "z" } ], "a": 1, "words": ["p", "q"] })");
    const auto found = differences(was.root(), is.root());
    ASSERT_EQ(found.size(), 4U);
    EXPECT_EQ(found[0].pointer, "/list/0/n");
    EXPECT_EQ(found[0].was + " " + found[0].is, "2 3");
    EXPECT_EQ(found[1].pointer, "/list/2");
    EXPECT_EQ(found[1].was, "");
    EXPECT_EQ(found[2].is, "[\"p\", \"q\"]");
    EXPECT_EQ(found[3].pointer, "/gone");
    EXPECT_TRUE(differences(was.root(), was.root()).empty()) << "moving is no difference";
}

TEST(JsonEdit, TextThatIsNoneHasNoPlaces)
{
    const Source source("{ \"a\": ");
    EXPECT_FALSE(source.status());
    EXPECT_FALSE(source.at("").isValid());
    EXPECT_FALSE(source.set("/a", "1"));
    EXPECT_EQ(source.pointerAt(3), "");
}

} // namespace
} // namespace cs::json
